//! Arrays: what Python hands over as lists of numbers, copied out of NumPy's memory.
//!
//! A copy is made because pixels are drawn without Python's lock: another thread may write to an
//! array, or shrink it, while we draw. Arrays of the right type are read where they are; anything
//! else goes through `numpy.asarray` first, as in matplotlib.

use agg_core::{Affine, Color, Point, Rect};
use numpy::{Element, PyArrayDyn, PyArrayMethods, PyUntypedArrayMethods};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::sync::PyOnceLock;
use pyo3::types::PyTuple;
use pyo3::{intern, prelude::*};

/// The items of an array with a known number of dimensions, the last index running fastest.
#[derive(Debug)]
pub(crate) struct Array<T, const N: usize> {
    pub(crate) shape: [usize; N],
    pub(crate) items: Vec<T>,
}

impl<T: Element + Copy, const N: usize> Array<T, N> {
    /// Reads an array, or what can be made one.
    pub(crate) fn read(object: &Bound<'_, PyAny>) -> PyResult<Self> {
        Self::copied(&typed(object)?)
    }

    fn copied(array: &Bound<'_, PyArrayDyn<T>>) -> PyResult<Self> {
        let shape = <[usize; N]>::try_from(array.shape()).map_err(|_| {
            let found = array.ndim();
            PyValueError::new_err(format!(
                "array has incorrect number of dimensions: {found}; expected {N}"
            ))
        })?;
        let array = array.try_readonly()?;
        let items = match array.as_slice() {
            // A slice may also be had where columns are contiguous, not rows.
            Ok(items) if array.is_c_contiguous() => items.to_vec(),
            _ => array.as_array().iter().copied().collect(),
        };
        Ok(Self { shape, items })
    }
}

/// An array of just this type: the object itself if it is one already.
fn typed<'py, T: Element>(object: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyArrayDyn<T>>> {
    if let Ok(array) = object.cast::<PyArrayDyn<T>>() {
        return Ok(array.clone());
    }
    let py = object.py();
    // The second step casts as C does: the first would refuse to lose digits.
    let array = asarray(py)?
        .call1((object,))
        .and_then(|array| array.call_method1(intern!(py, "astype"), (T::get_dtype(py),)));
    let array = array.map_err(|error| {
        let message = format!("not an array of numbers: {}", error.value(py));
        PyTypeError::new_err(message)
    })?;
    Ok(array.cast_into::<PyArrayDyn<T>>()?)
}

fn asarray(py: Python<'_>) -> PyResult<&Bound<'_, PyAny>> {
    static ASARRAY: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let asarray = ASARRAY.get_or_try_init(py, || {
        let numpy = py.import(intern!(py, "numpy"))?;
        Ok::<_, PyErr>(numpy.getattr(intern!(py, "asarray"))?.unbind())
    })?;
    Ok(asarray.bind(py))
}

/// The rows of an array of numbers, each of so many columns; none of an array without items.
fn rows<const COLUMNS: usize>(
    object: &Bound<'_, PyAny>,
    name: &str,
) -> PyResult<Vec<[f64; COLUMNS]>> {
    let array = typed::<f64>(object)?;
    if array.ndim() != 2 {
        let found = array.ndim();
        let message = format!("Expected 2-dimensional array, got {found}");
        return Err(PyValueError::new_err(message));
    }
    let Array { shape, items } = Array::<f64, 2>::copied(&array)?;
    if items.is_empty() {
        return Ok(Vec::new());
    }
    if shape[1] != COLUMNS {
        let [rows, columns] = shape;
        let message = format!("{name} must have shape (N, {COLUMNS}), got ({rows}, {columns})");
        return Err(PyValueError::new_err(message));
    }
    Ok(items.as_chunks().0.to_vec())
}

/// Points from an array of shape (N, 2).
pub(crate) fn points(object: &Bound<'_, PyAny>) -> PyResult<Vec<Point>> {
    let rows = rows::<2>(object, "points")?;
    Ok(rows.into_iter().map(|[x, y]| Point::new(x, y)).collect())
}

/// Colours from an array of shape (N, 4).
pub(crate) fn colors(object: &Bound<'_, PyAny>) -> PyResult<Vec<Color>> {
    let rows = rows::<4>(object, "colors")?;
    let color = |[r, g, b, a]: [f64; 4]| Color::new(r, g, b, a);
    Ok(rows.into_iter().map(color).collect())
}

/// Items of an array of shape (N, rows, columns), each with all of its numbers in a row.
pub(crate) fn blocks<const LEN: usize>(
    object: &Bound<'_, PyAny>,
    name: &str,
    (rows, columns): (usize, usize),
) -> PyResult<Vec<[f64; LEN]>> {
    let Array { shape, items } = Array::<f64, 3>::read(object)?;
    let [count, found_rows, found_columns] = shape;
    if count > 0 && (found_rows, found_columns) != (rows, columns) {
        return Err(PyValueError::new_err(format!(
            "{name} must have shape (N, {rows}, {columns}), \
             got ({count}, {found_rows}, {found_columns})"
        )));
    }
    Ok(items.as_chunks().0.to_vec())
}

/// Transforms from an array of shape (N, 3, 3).
pub(crate) fn transforms(object: &Bound<'_, PyAny>) -> PyResult<Vec<Affine>> {
    let array = typed::<f64>(object)?;
    if array.ndim() != 3 {
        let found = array.ndim();
        let message = format!("Expected 3-dimensional array, got {found}");
        return Err(PyValueError::new_err(message));
    }
    if array.len() == 0 {
        return Ok(Vec::new());
    }
    let blocks = blocks::<9>(object, "transforms", (3, 3))?;
    Ok(blocks.iter().map(|&m| matrix(m)).collect())
}

fn matrix([a, c, e, b, d, f, ..]: [f64; 9]) -> Affine {
    Affine::new([a, b, c, d, e, f])
}

/// A transform: `None`, a 3 × 3 array, or anything that makes itself one.
pub(crate) fn affine(object: &Bound<'_, PyAny>) -> PyResult<Affine> {
    if object.is_none() {
        return Ok(Affine::IDENTITY);
    }
    let invalid = || PyValueError::new_err("Invalid affine transformation matrix");
    let read = |object: &Bound<'_, PyAny>| {
        let array = object.cast::<PyArrayDyn<f64>>().ok()?;
        let Array { shape, items } = Array::<f64, 2>::copied(array).ok()?;
        let numbers = <[f64; 9]>::try_from(items).ok()?;
        (shape == [3, 3]).then(|| matrix(numbers))
    };
    if let Some(affine) = read(object) {
        return Ok(affine);
    }
    // matplotlib's transforms have a cheap way to say what they are.
    let array = object.call_method0(intern!(object.py(), "__array__"));
    if let Some(affine) = array.ok().as_ref().and_then(read) {
        return Ok(affine);
    }
    let array = typed::<f64>(object).map_err(|_| invalid())?;
    read(array.as_any()).ok_or_else(invalid)
}

/// A rectangle from an array of two corners, or of four numbers; `None` is all zeros.
pub(crate) fn rectangle(object: &Bound<'_, PyAny>) -> PyResult<Rect> {
    if object.is_none() {
        return Ok(Rect::new(0.0, 0.0, 0.0, 0.0));
    }
    let invalid = || PyValueError::new_err("Invalid bounding box");
    let boxed = object.call_method0(intern!(object.py(), "__array__"));
    let object = boxed.as_ref().unwrap_or(object);
    let array = typed::<f64>(object).map_err(|_| invalid())?;
    if !matches!(array.shape(), [4] | [2, 2]) {
        return Err(invalid());
    }
    let numbers = array.try_readonly()?.as_array().iter().copied().collect();
    let [x0, y0, x1, y1] = Vec::try_into(numbers).map_err(|_: Vec<f64>| invalid())?;
    Ok(Rect { x0, y0, x1, y1 })
}

/// A colour of three or four numbers, and whether it has an alpha of its own; `None` is transparent.
pub(crate) fn color(object: &Bound<'_, PyAny>) -> PyResult<(Color, bool)> {
    if object.is_none() {
        return Ok((Color::TRANSPARENT, true));
    }
    let py = object.py();
    let owned;
    let tuple = match object.cast::<PyTuple>() {
        Ok(tuple) => tuple,
        Err(_) => {
            let items = object.try_iter()?.collect::<PyResult<Vec<_>>>()?;
            owned = PyTuple::new(py, items)?;
            &owned
        }
    };
    let number = |i: usize| tuple.get_item(i)?.extract::<f64>();
    let (r, g, b) = (number(0)?, number(1)?, number(2)?);
    match tuple.len() {
        3 => Ok((Color::new(r, g, b, 1.0), false)),
        4 => Ok((Color::new(r, g, b, number(3)?), true)),
        _ => Err(PyValueError::new_err("RGBA value must be 3- or 4-tuple")),
    }
}
