//! Paths: matplotlib's `Path`, an array of vertices and perhaps one of codes.

use crate::array::Array;
use agg_core::{PathEl, Point};
use agg_plot::PathSource;
use pyo3::exceptions::PyValueError;
use pyo3::{intern, prelude::*};

/// The codes of matplotlib's paths.
mod code {
    pub(super) const STOP: u8 = 0;
    pub(super) const MOVE_TO: u8 = 1;
    pub(super) const QUAD_TO: u8 = 3;
    pub(super) const CURVE_TO: u8 = 4;
    /// The first that stands for no vertex.
    pub(super) const NO_VERTEX: u8 = 15;
    pub(super) const CLOSE: u8 = 79;
}

/// A copy of a path.
#[derive(Debug, Default)]
pub(crate) struct PathData {
    vertices: Vec<f64>,
    codes: Option<Vec<u8>>,
    simplify_threshold: Option<f64>,
}

impl PathData {
    /// Reads a path; `None` is one without vertices.
    pub(crate) fn read(path: &Bound<'_, PyAny>) -> PyResult<Self> {
        if path.is_none() {
            return Ok(Self::default());
        }
        let py = path.py();
        Self::with_vertices(path, &path.getattr(intern!(py, "vertices"))?)
    }

    /// Reads a path whose vertices have been asked for already.
    pub(crate) fn with_vertices(
        path: &Bound<'_, PyAny>,
        vertices: &Bound<'_, PyAny>,
    ) -> PyResult<Self> {
        let py = path.py();
        let codes = path.getattr(intern!(py, "codes"))?;
        let simplifies = path.getattr(intern!(py, "should_simplify"))?;
        let threshold = path.getattr(intern!(py, "simplify_threshold"))?;
        let simplify_threshold = match simplifies.is_truthy()? {
            true => Some(threshold.extract()?),
            false => None,
        };
        let invalid = |_| PyValueError::new_err("Invalid vertices array");
        let Array { shape, items } = Array::<f64, 2>::read(vertices).map_err(invalid)?;
        let [count, columns] = shape;
        if columns != 2 {
            return Err(PyValueError::new_err("Invalid vertices array"));
        }
        let codes = match codes.is_none() {
            true => None,
            false => Some(read_codes(&codes, count)?),
        };
        Ok(Self {
            vertices: items,
            codes,
            simplify_threshold,
        })
    }

    /// Whether there is nothing to draw.
    pub(crate) fn is_empty(&self) -> bool {
        self.vertices.is_empty()
    }

    /// The same path without its closings, which have no place of their own.
    pub(crate) fn without_closings(mut self) -> Self {
        for code in self.codes.iter_mut().flatten() {
            if *code == code::CLOSE {
                *code = code::NO_VERTEX;
            }
        }
        self
    }
}

fn read_codes(codes: &Bound<'_, PyAny>, count: usize) -> PyResult<Vec<u8>> {
    let invalid = || PyValueError::new_err("Invalid codes array");
    let codes = Array::<u8, 1>::read(codes).map_err(|_| invalid())?;
    if codes.shape == [count] {
        Ok(codes.items)
    } else {
        Err(invalid())
    }
}

impl PathSource for PathData {
    fn elements(&self) -> impl Iterator<Item = PathEl> {
        Elements {
            vertices: self.vertices.as_chunks().0.iter(),
            codes: self.codes.as_ref().map(|codes| codes.iter()),
            begun: false,
        }
    }

    fn vertex_count(&self) -> usize {
        self.vertices.len() / 2
    }

    fn is_polyline(&self) -> bool {
        self.codes.is_none()
    }

    fn simplify_threshold(&self) -> Option<f64> {
        self.simplify_threshold
    }
}

/// What vertices and codes say.
struct Elements<'a> {
    vertices: std::slice::Iter<'a, [f64; 2]>,
    codes: Option<std::slice::Iter<'a, u8>>,
    begun: bool,
}

impl Elements<'_> {
    fn vertex(&mut self) -> Option<Point> {
        self.vertices.next().map(|&[x, y]| Point::new(x, y))
    }

    /// A further vertex of a curve, whatever its code.
    fn control(&mut self) -> Option<Point> {
        self.codes.as_mut()?.next();
        self.vertex()
    }
}

impl Iterator for Elements<'_> {
    type Item = PathEl;

    fn next(&mut self) -> Option<PathEl> {
        loop {
            let p = self.vertex()?;
            let Some(codes) = &mut self.codes else {
                let begun = std::mem::replace(&mut self.begun, true);
                return Some(if begun {
                    PathEl::LineTo(p)
                } else {
                    PathEl::MoveTo(p)
                });
            };
            return Some(match *codes.next()? {
                code::STOP => {
                    self.vertices = [].iter();
                    return None;
                }
                code::MOVE_TO => PathEl::MoveTo(p),
                code::QUAD_TO => PathEl::QuadTo(p, self.control()?),
                code::CURVE_TO => PathEl::CurveTo(p, self.control()?, self.control()?),
                code::CLOSE => PathEl::Close,
                code if code < code::NO_VERTEX => PathEl::LineTo(p),
                _ => continue,
            });
        }
    }
}
