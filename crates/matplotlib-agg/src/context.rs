//! The graphics context: matplotlib's, read attribute by attribute.

use crate::array;
use crate::path::PathData;
use agg_core::{Affine, Cap, Color, Dash, Join, Path, Rect};
use agg_plot::{Antialiasing, ClipPath, GraphicsContext, Hatch, PathSource, Sketch, Snap};
use pyo3::exceptions::PyIndexError;
use pyo3::types::PyString;
use pyo3::{intern, prelude::*};
use std::sync::{Arc, Mutex, PoisonError};

/// A graphics context, and the alpha that faces without one of their own take.
#[derive(Debug)]
pub(crate) struct Context {
    pub(crate) gc: GraphicsContext,
    alpha: f64,
    forced_alpha: bool,
}

impl Context {
    pub(crate) fn read(gc: &Bound<'_, PyAny>, clips: &Clips) -> PyResult<Self> {
        let py = gc.py();
        let line_width = gc.getattr(intern!(py, "_linewidth"))?.extract()?;
        let alpha = gc.getattr(intern!(py, "_alpha"))?.extract()?;
        let forced_alpha = gc.getattr(intern!(py, "_forced_alpha"))?.is_truthy()?;
        let (color, _) = array::color(&gc.getattr(intern!(py, "_rgb"))?)?;
        let antialiased = gc.getattr(intern!(py, "_antialiased"))?.is_truthy()?;
        let gc = GraphicsContext {
            line_width,
            color,
            antialiasing: antialiasing(antialiased),
            cap: cap(&gc.getattr(intern!(py, "_capstyle"))?)?,
            join: join(&gc.getattr(intern!(py, "_joinstyle"))?)?,
            dashes: dashes(&gc.call_method0(intern!(py, "get_dashes"))?)?,
            clip_rect: clip_rect(&gc.getattr(intern!(py, "_cliprect"))?)?,
            clip_path: clips.read(&gc.call_method0(intern!(py, "get_clip_path"))?)?,
            snap: snap(&gc.call_method0(intern!(py, "get_snap"))?)?,
            hatch: hatch(gc)?,
            sketch: sketch(&gc.call_method0(intern!(py, "get_sketch_params"))?)?,
        };
        Ok(Self {
            gc,
            alpha,
            forced_alpha,
        })
    }

    /// The colour of a face.
    pub(crate) fn face(&self, face: Option<&Bound<'_, PyAny>>) -> PyResult<Option<Color>> {
        let Some(face) = face else {
            return Ok(None);
        };
        let (color, has_alpha) = array::color(face)?;
        Ok(Some(if self.forced_alpha || !has_alpha {
            color.with_alpha(self.alpha)
        } else {
            color
        }))
    }
}

pub(crate) fn antialiasing(on: bool) -> Antialiasing {
    if on {
        Antialiasing::On
    } else {
        Antialiasing::Off
    }
}

fn cap(name: &Bound<'_, PyAny>) -> PyResult<Cap> {
    match name.cast::<PyString>()?.to_cow()?.as_ref() {
        "butt" => Ok(Cap::Butt),
        "round" => Ok(Cap::Round),
        "projecting" => Ok(Cap::Square),
        other => Err(PyIndexError::new_err(format!("no capstyle {other:?}"))),
    }
}

fn join(name: &Bound<'_, PyAny>) -> PyResult<Join> {
    match name.cast::<PyString>()?.to_cow()?.as_ref() {
        "miter" => Ok(Join::MiterRevert),
        "round" => Ok(Join::Round),
        "bevel" => Ok(Join::Bevel),
        other => Err(PyIndexError::new_err(format!("no joinstyle {other:?}"))),
    }
}

/// The dashes of `(offset, lengths)`, where the lengths may be `None`.
pub(crate) fn dashes(pattern: &Bound<'_, PyAny>) -> PyResult<Option<Dash>> {
    let (offset, lengths) = pattern.extract::<(Bound<'_, PyAny>, Bound<'_, PyAny>)>()?;
    if lengths.is_none() {
        return Ok(None);
    }
    let offset = offset.extract()?;
    let lengths = lengths.try_iter()?;
    let lengths = lengths.map(|length| length?.extract::<f64>());
    let lengths = lengths.collect::<PyResult<Vec<_>>>()?;
    // A pattern of an odd length begins with a gap the second time round.
    let rounds = 1 + lengths.len() % 2;
    let lengths = lengths.repeat(rounds);
    Ok((!lengths.is_empty()).then(|| Dash::new(offset, &lengths)))
}

fn clip_rect(rect: &Bound<'_, PyAny>) -> PyResult<Option<Rect>> {
    if rect.is_none() {
        return Ok(None);
    }
    let rect = array::rectangle(rect)?;
    let is_nothing = [rect.x0, rect.y0, rect.x1, rect.y1] == [0.0; 4];
    Ok((!is_nothing).then_some(rect))
}

fn snap(snap: &Bound<'_, PyAny>) -> PyResult<Snap> {
    Ok(match snap.extract::<Option<bool>>()? {
        None => Snap::Auto,
        Some(true) => Snap::On,
        Some(false) => Snap::Off,
    })
}

fn hatch(gc: &Bound<'_, PyAny>) -> PyResult<Option<Hatch>> {
    let py = gc.py();
    let path = PathData::read(&gc.call_method0(intern!(py, "get_hatch_path"))?)?;
    if path.is_empty() {
        return Ok(None);
    }
    let (color, _) = array::color(&gc.call_method0(intern!(py, "get_hatch_color"))?)?;
    let line_width = gc.call_method0(intern!(py, "get_hatch_linewidth"))?;
    Ok(Some(Hatch {
        path: Arc::new(path.elements().collect()),
        color,
        line_width: line_width.extract()?,
    }))
}

fn sketch(parameters: &Bound<'_, PyAny>) -> PyResult<Option<Sketch>> {
    let parameters = parameters.extract::<Option<(f64, f64, f64)>>()?;
    Ok(parameters.map(|(scale, length, randomness)| Sketch {
        scale,
        length,
        randomness,
    }))
}

/// The last clip path, so that the same one is known again.
///
/// It is the same if its vertices are the same object, under the same transform: what has become of
/// their values does not matter, as in matplotlib. The object is kept, or another could take its
/// place in memory.
#[derive(Debug, Default)]
pub(crate) struct Clips(Mutex<Option<Kept>>);

#[derive(Debug)]
struct Kept {
    vertices: Py<PyAny>,
    clip: ClipPath,
}

impl Clips {
    /// The clip path of `(path, transform)`, where the path may be `None`.
    fn read(&self, pair: &Bound<'_, PyAny>) -> PyResult<Option<ClipPath>> {
        let (path, transform) = pair.extract::<(Bound<'_, PyAny>, Bound<'_, PyAny>)>()?;
        if path.is_none() {
            return Ok(None);
        }
        let transform = array::affine(&transform)?;
        let vertices = path.getattr(intern!(path.py(), "vertices"))?;
        if let Some(clip) = self.known(&vertices, transform) {
            return Ok(Some(clip));
        }
        let source = PathData::with_vertices(&path, &vertices)?;
        if source.is_empty() {
            return Ok(None);
        }
        let clip = ClipPath {
            path: Arc::new(source.elements().collect::<Path>()),
            transform,
            simplify_threshold: source.simplify_threshold().filter(|_| source.is_polyline()),
        };
        let vertices = vertices.unbind();
        let kept = Kept {
            vertices,
            clip: clip.clone(),
        };
        let replaced = self.lock().replace(kept);
        // Only now: the end of a Python object may call us.
        drop(replaced);
        Ok(Some(clip))
    }

    fn known(&self, vertices: &Bound<'_, PyAny>, transform: Affine) -> Option<ClipPath> {
        let kept = self.lock();
        let kept = kept.as_ref()?;
        let same = kept.vertices.is(vertices) && kept.clip.transform == transform;
        same.then(|| kept.clip.clone())
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Option<Kept>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
