//! The renderer: every call of matplotlib's, read under Python's lock and drawn without it.

use crate::array::{self, Array};
use crate::buffer::{self, Layout, Pixels};
use crate::context::{self, Clips, Context};
use crate::error::exception;
use crate::path::PathData;
use crate::region::{self, BufferRegion};
use agg_core::{Affine, Color, Dash, IntRect, Point, Rect};
use agg_plot::{
    Antialiasing, Collection, Error, GlyphImage, Image, MarkerPlaces, Options, QuadMesh, Renderer,
    Seams, Styles,
};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::types::{PyDict, PyFloat, PyType};
use pyo3::{intern, prelude::*};
use std::num::NonZeroUsize;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A surface of width × height pixels at a resolution of dpi dots per inch, with matplotlib's
/// drawing calls. Its buffer has the shape (height, width, 4): red, green, blue and straight alpha,
/// row 0 on top.
#[pyclass(module = "matplotlib_agg", subclass, frozen, weakref)]
#[derive(Debug)]
pub(crate) struct RendererAgg {
    /// `None` for a surface without pixels, on which nothing is drawn.
    canvas: Mutex<Option<Renderer>>,
    clips: Clips,
    layout: Layout,
}

/// The sides of a surface must be shorter, in pixels.
const SIDE_LIMIT: u32 = 1 << 23;

/// The class with the buffer protocol.
pub(crate) fn class(py: Python<'_>) -> PyResult<Bound<'_, PyType>> {
    buffer::class::<RendererAgg>(py, c"matplotlib_agg.RendererAgg")
}

impl Pixels for RendererAgg {
    fn bytes(&self, py: Python<'_>) -> *mut u8 {
        let bytes = py.detach(|| {
            let mut canvas = self.lock();
            let bytes = canvas.as_mut().map(|r| r.pixmap_mut().bytes_mut());
            bytes.unwrap_or_default().as_mut_ptr().expose_provenance()
        });
        std::ptr::with_exposed_provenance_mut(bytes)
    }

    fn layout(&self) -> &Layout {
        &self.layout
    }
}

impl RendererAgg {
    fn lock(&self) -> MutexGuard<'_, Option<Renderer>> {
        self.canvas.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Draws without Python's lock. The renderer's own is taken only then: who waits for one while
    /// holding the other would wait for ever.
    fn draw(
        &self,
        py: Python<'_>,
        draw: impl FnOnce(&mut Renderer) -> Result<(), Error> + Send,
    ) -> PyResult<()> {
        let drawn = py.detach(|| self.lock().as_mut().map_or(Ok(()), draw));
        drawn.map_err(|error| exception(&error))
    }

    fn context(&self, gc: &Bound<'_, PyAny>) -> PyResult<Context> {
        Context::read(gc, &self.clips)
    }
}

#[pymethods]
impl RendererAgg {
    #[new]
    #[expect(clippy::too_many_arguments, reason = "options have names in Python")]
    #[pyo3(signature = (width, height, dpi, *, cell_limit=false, seams="open",
        marker_places="whole pixels", threads=1))]
    fn new(
        py: Python<'_>,
        width: Side,
        height: Side,
        dpi: f64,
        cell_limit: bool,
        seams: &str,
        marker_places: &str,
        threads: usize,
    ) -> PyResult<Self> {
        let threads = NonZeroUsize::new(threads)
            .ok_or_else(|| PyValueError::new_err("threads must be at least 1"))?;
        let options = Options {
            cell_limit: cell_limit.then_some(Options::MATPLOTLIB_CELLS),
            seams: choice(seams, [("open", Seams::Open), ("closed", Seams::Closed)])?,
            marker_places: choice(
                marker_places,
                [
                    ("whole pixels", MarkerPlaces::WholePixels),
                    ("exact", MarkerPlaces::Exact),
                ],
            )?,
            threads,
        };
        let (Side(width), Side(height)) = (width, height);
        if dpi.is_nan() || dpi <= 0.0 {
            return Err(PyValueError::new_err("dpi must be positive"));
        }
        if width.max(height) >= SIDE_LIMIT {
            return Err(PyValueError::new_err(format!(
                "Image size of {width}x{height} pixels is too large. \
                 It must be less than 2^23 in each direction."
            )));
        }
        let canvas = match width.min(height) {
            0 => None,
            _ => Some(
                py.detach(|| Renderer::new(width, height, dpi))
                    .map_err(|error| exception(&error))?
                    .with_options(options),
            ),
        };
        Ok(Self {
            canvas: Mutex::new(canvas),
            clips: Clips::default(),
            layout: Layout::new(width, height),
        })
    }

    /// Fills a path with a face, hatches it and strokes it.
    #[pyo3(signature = (gc, path, trans, face=None))]
    fn draw_path(
        &self,
        gc: &Bound<'_, PyAny>,
        path: &Bound<'_, PyAny>,
        trans: &Bound<'_, PyAny>,
        face: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<()> {
        let context = self.context(gc)?;
        let source = PathData::read(path)?;
        let transform = array::affine(trans)?;
        let face = context.face(face)?;
        self.draw(gc.py(), |renderer| {
            renderer.draw_path(&context.gc, &source, transform, face)
        })
    }

    /// Draws a marker at every vertex of a path.
    #[expect(clippy::too_many_arguments, reason = "matplotlib's signature")]
    #[pyo3(signature = (gc, marker_path, marker_path_trans, path, trans, face=None))]
    fn draw_markers(
        &self,
        gc: &Bound<'_, PyAny>,
        marker_path: &Bound<'_, PyAny>,
        marker_path_trans: &Bound<'_, PyAny>,
        path: &Bound<'_, PyAny>,
        trans: &Bound<'_, PyAny>,
        face: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<()> {
        let context = self.context(gc)?;
        let marker = PathData::read(marker_path)?;
        let marker_transform = array::affine(marker_path_trans)?;
        let places = PathData::read(path)?.without_closings();
        let transform = array::affine(trans)?;
        let face = context.face(face)?;
        self.draw(gc.py(), |renderer| {
            let marker = (&marker, marker_transform);
            renderer.draw_markers(&context.gc, marker, (&places, transform), face)
        })
    }

    /// Draws an image of coverage, two-dimensional, in the colour of gc: its left column at x, the
    /// row below it at y, turned by an angle in degrees.
    fn draw_text_image(
        &self,
        image: &Bound<'_, PyAny>,
        x: &Bound<'_, PyAny>,
        y: &Bound<'_, PyAny>,
        angle: f64,
        gc: &Bound<'_, PyAny>,
    ) -> PyResult<()> {
        let Array { shape, items } = Array::<u8, 2>::read(image)?;
        let (left, bottom) = (whole(x, "x")?, whole(y, "y")?);
        let context = self.context(gc)?;
        let [height, width] = sides(shape)?;
        let glyph = GlyphImage {
            left,
            top: bottom.saturating_sub_unsigned(height),
            width,
            height,
            covers: &items,
        };
        self.draw(image.py(), |renderer| {
            renderer.draw_rotated_glyph(&context.gc, glyph, angle)
        })
    }

    /// Draws an image of shape (height, width, 4), its lowest row first, with its lower left corner
    /// at x, y.
    fn draw_image(
        &self,
        gc: &Bound<'_, PyAny>,
        x: f64,
        y: f64,
        image: &Bound<'_, PyAny>,
    ) -> PyResult<()> {
        let Array { shape, items } = Array::<u8, 3>::read(image)?;
        let [rows, columns, channels] = shape;
        if channels != 4 {
            return Err(PyValueError::new_err(format!(
                "image must have shape (M, N, 4), got ({rows}, {columns}, {channels})"
            )));
        }
        let context = self.context(gc)?;
        let [height, width] = sides([rows, columns])?;
        let image = Image {
            width,
            height,
            pixels: &items,
        };
        self.draw(gc.py(), |renderer| {
            renderer.draw_image(&context.gc, (x, y), image)
        })
    }

    /// Draws many paths, their properties taken in turn from lists.
    #[expect(clippy::too_many_arguments, reason = "matplotlib's signature")]
    #[pyo3(signature = (gc, master_transform, paths, transforms, offsets, offset_trans, facecolors,
        edgecolors, linewidths, dashes, antialiaseds, ignored, offset_position, *, hatchcolors=None))]
    fn draw_path_collection(
        &self,
        gc: &Bound<'_, PyAny>,
        master_transform: &Bound<'_, PyAny>,
        paths: &Bound<'_, PyAny>,
        transforms: &Bound<'_, PyAny>,
        offsets: &Bound<'_, PyAny>,
        offset_trans: &Bound<'_, PyAny>,
        facecolors: &Bound<'_, PyAny>,
        edgecolors: &Bound<'_, PyAny>,
        linewidths: &Bound<'_, PyAny>,
        dashes: &Bound<'_, PyAny>,
        antialiaseds: &Bound<'_, PyAny>,
        ignored: &Bound<'_, PyAny>,
        offset_position: &Bound<'_, PyAny>,
        hatchcolors: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<()> {
        // Nothing has listened to these two for long.
        let _ = (ignored, offset_position);
        let context = self.context(gc)?;
        let transform = array::affine(master_transform)?;
        let transforms = array::transforms(transforms)?;
        let offsets = array::points(offsets)?;
        let offset_transform = array::affine(offset_trans)?;
        let pens = Pens {
            face_colors: array::colors(facecolors)?,
            edge_colors: array::colors(edgecolors)?,
            hatch_colors: hatchcolors.map_or(Ok(Vec::new()), array::colors)?,
            line_widths: Array::<f64, 1>::read(linewidths)?.items,
            dashes: sequence(dashes, context::dashes)?,
            antialiasing: antialiasings(antialiaseds)?,
        };
        let paths = sequence(paths, PathData::read)?;
        self.draw(gc.py(), |renderer| {
            let collection = Collection {
                paths: &paths,
                transforms: &transforms,
                offsets: &offsets,
                offset_transform,
                style: pens.styles(),
            };
            renderer.draw_path_collection(&context.gc, transform, &collection)
        })
    }

    /// Draws the cells of a mesh; coordinates has one row and one column of corners more
    /// than there are of cells.
    #[expect(clippy::too_many_arguments, reason = "matplotlib's signature")]
    fn draw_quad_mesh(
        &self,
        gc: &Bound<'_, PyAny>,
        master_transform: &Bound<'_, PyAny>,
        mesh_width: Side,
        mesh_height: Side,
        coordinates: &Bound<'_, PyAny>,
        offsets: &Bound<'_, PyAny>,
        offset_trans: &Bound<'_, PyAny>,
        facecolors: &Bound<'_, PyAny>,
        antialiased: bool,
        edgecolors: &Bound<'_, PyAny>,
    ) -> PyResult<()> {
        let context = self.context(gc)?;
        let transform = array::affine(master_transform)?;
        let (columns, rows) = (mesh_width.0 as usize, mesh_height.0 as usize);
        let corners = mesh_corners(coordinates, columns, rows)?;
        let offsets = array::points(offsets)?;
        let offset_transform = array::affine(offset_trans)?;
        let face_colors = array::colors(facecolors)?;
        let edge_colors = array::colors(edgecolors)?;
        self.draw(gc.py(), |renderer| {
            let mesh = QuadMesh {
                columns,
                rows,
                corners: &corners,
                offsets: &offsets,
                offset_transform,
                face_colors: &face_colors,
                edge_colors: &edge_colors,
                antialiasing: context::antialiasing(antialiased),
            };
            renderer.draw_quad_mesh(&context.gc, transform, &mesh)
        })
    }

    /// Draws triangles shaded between the colours of their corners.
    #[pyo3(signature = (gc, points, colors, trans=None))]
    fn draw_gouraud_triangles(
        &self,
        gc: &Bound<'_, PyAny>,
        points: &Bound<'_, PyAny>,
        colors: &Bound<'_, PyAny>,
        trans: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<()> {
        let context = self.context(gc)?;
        let points = array::blocks::<6>(points, "points", (3, 2))?;
        let colors = array::blocks::<12>(colors, "colors", (3, 4))?;
        let transform = trans.map_or(Ok(Affine::IDENTITY), array::affine)?;
        if points.len() != colors.len() {
            let (points, colors) = (points.len(), colors.len());
            return Err(PyValueError::new_err(format!(
                "points and colors arrays must be the same length, \
                 got {points} points and {colors} colors"
            )));
        }
        self.draw(gc.py(), |renderer| {
            let triangles = points.iter().zip(&colors).map(triangle);
            renderer.draw_gouraud_triangles(&context.gc, transform, triangles)
        })
    }

    /// Makes every pixel white and invisible.
    fn clear(&self, py: Python<'_>) {
        py.detach(|| self.lock().as_mut().map_or((), Renderer::clear));
    }

    /// A copy of the pixels in a box, y up.
    fn copy_from_bbox<'py>(&self, bbox: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        let bounds = array::rectangle(bbox)?;
        let region = bbox.py().detach(|| match self.lock().as_ref() {
            Some(renderer) => renderer.copy_from_bbox(bounds),
            None => Renderer::new(1, 1, 72.0)?.copy_from_bbox(Rect::new(0.0, 0.0, 0.0, 0.0)),
        });
        let region = region.map_err(|error| exception(&error))?;
        region::object(bbox.py(), region)
    }

    /// Puts a region back where it came from, or a part of it: what was in a box of the surface it
    /// came from, rows from the top, shifted as if the region's corner went to x, y.
    #[expect(clippy::too_many_arguments, reason = "matplotlib's signature")]
    #[pyo3(signature = (region, xx1=None, yy1=None, xx2=None, yy2=None, x=None, y=None))]
    fn restore_region(
        &self,
        region: &Bound<'_, BufferRegion>,
        xx1: Option<i32>,
        yy1: Option<i32>,
        xx2: Option<i32>,
        yy2: Option<i32>,
        x: Option<i32>,
        y: Option<i32>,
    ) -> PyResult<()> {
        let region_data = region.get();
        let numbers = [xx1, yy1, xx2, yy2, x, y];
        let part = match numbers {
            [None, None, None, None, None, None] => None,
            [Some(x0), Some(y0), Some(x1), Some(y1), Some(x), Some(y)] => {
                Some((IntRect { x0, y0, x1, y1 }, (x, y)))
            }
            _ => {
                let message = "restore_region takes a region, or a region and six numbers";
                return Err(PyTypeError::new_err(message));
            }
        };
        self.draw(region.py(), |renderer| {
            let region = region_data.lock();
            match part {
                None => renderer.restore_region(&region),
                Some((part, shift)) => renderer.restore_part(&region, part, shift),
            }
            Ok(())
        })
    }
}

/// A count of pixels or cells: a whole number, not negative.
#[derive(Clone, Copy)]
struct Side(u32);

impl<'py> FromPyObject<'_, 'py> for Side {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let side = object.extract::<u32>();
        side.map(Self).map_err(|_| {
            let found = object.repr().map_or_else(|_| "?".into(), |r| r.to_string());
            PyTypeError::new_err(format!(
                "a size must be a whole number from 0 on, not {found}"
            ))
        })
    }
}

/// The choice that a word names.
fn choice<T: Copy>(name: &str, choices: [(&str, T); 2]) -> PyResult<T> {
    let found = choices.iter().find(|(word, _)| *word == name);
    found.map(|&(_, choice)| choice).ok_or_else(|| {
        let [(a, _), (b, _)] = choices;
        PyValueError::new_err(format!("{name:?} is neither {a:?} nor {b:?}"))
    })
}

/// The rows and columns of an image.
fn sides(shape: [usize; 2]) -> PyResult<[u32; 2]> {
    match shape.map(u32::try_from) {
        [Ok(height), Ok(width)] => Ok([height, width]),
        _ => Err(PyValueError::new_err(
            "the image has too many rows or columns",
        )),
    }
}

/// A whole number of pixels. A float is cut off, with matplotlib's warning.
fn whole(number: &Bound<'_, PyAny>, name: &str) -> PyResult<i32> {
    if !number.is_instance_of::<PyFloat>()
        && let Ok(number) = number.extract::<i32>()
    {
        return Ok(number);
    }
    let float = number.extract::<f64>()?;
    let py = number.py();
    let options = PyDict::new(py);
    options.set_item("name", name)?;
    options.set_item("obj_type", "parameter as float")?;
    options.set_item("alternative", format!("int({name})"))?;
    let api = py.import(intern!(py, "matplotlib._api"))?;
    api.call_method(intern!(py, "warn_deprecated"), ("3.10",), Some(&options))?;
    Ok(float as i32)
}

/// What is read from each item of a sequence.
fn sequence<T>(
    items: &Bound<'_, PyAny>,
    read: impl Fn(&Bound<'_, PyAny>) -> PyResult<T>,
) -> PyResult<Vec<T>> {
    let len = items.len()?;
    (0..len).map(|i| read(&items.get_item(i)?)).collect()
}

/// Whether edges are smoothed, from an array of truths.
fn antialiasings(array: &Bound<'_, PyAny>) -> PyResult<Vec<Antialiasing>> {
    let items = Array::<u8, 1>::read(array)?.items.into_iter();
    Ok(items.map(|on| context::antialiasing(on != 0)).collect())
}

/// The corners of a mesh of so many cells.
fn mesh_corners(array: &Bound<'_, PyAny>, columns: usize, rows: usize) -> PyResult<Vec<Point>> {
    let Array { shape, items } = Array::<f64, 3>::read(array)?;
    if shape != [rows + 1, columns + 1, 2] {
        let (expected, found) = ([rows + 1, columns + 1, 2], shape);
        return Err(PyValueError::new_err(format!(
            "coordinates must have shape {expected:?}, got {found:?}"
        )));
    }
    let corners = items.as_chunks().0.iter();
    Ok(corners.map(|&[x, y]| Point::new(x, y)).collect())
}

/// The corners of a triangle with their colours.
fn triangle((points, colors): (&[f64; 6], &[f64; 12])) -> [(Point, Color); 3] {
    let [a, b, c, d, e, f] = *points;
    let (colors, _) = colors.as_chunks::<4>();
    let color = |i: usize| {
        let [r, g, b, a] = colors.get(i).copied().unwrap_or_default();
        Color::new(r, g, b, a)
    };
    [
        (Point::new(a, b), color(0)),
        (Point::new(c, d), color(1)),
        (Point::new(e, f), color(2)),
    ]
}

/// The pens and colours of a collection, in lists of its own.
struct Pens {
    face_colors: Vec<Color>,
    edge_colors: Vec<Color>,
    hatch_colors: Vec<Color>,
    line_widths: Vec<f64>,
    dashes: Vec<Option<Dash>>,
    antialiasing: Vec<Antialiasing>,
}

impl Pens {
    fn styles(&self) -> Styles<'_> {
        Styles {
            face_colors: &self.face_colors,
            edge_colors: &self.edge_colors,
            hatch_colors: &self.hatch_colors,
            line_widths: &self.line_widths,
            dashes: &self.dashes,
            antialiasing: &self.antialiasing,
        }
    }
}
