//! Regions: copies of pixels, to be put back.

use crate::buffer::{self, Layout, Pixels};
use agg_plot::Region;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyType;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A copy of a rectangle of a renderer's pixels.
#[pyclass(module = "matplotlib_agg", subclass, frozen, weakref)]
#[derive(Debug)]
pub(crate) struct BufferRegion {
    region: Mutex<Region>,
    layout: Layout,
}

/// What a region is made of; no Python code gets hold of one.
#[pyclass(frozen)]
#[derive(Debug)]
struct Seed(Mutex<Option<Region>>);

/// The class with the buffer protocol.
pub(crate) fn class(py: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
    static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    let name = c"matplotlib_agg.BufferRegion";
    let class = CLASS.get_or_try_init(py, || {
        buffer::class::<BufferRegion>(py, name).map(Bound::unbind)
    })?;
    Ok(class.bind(py))
}

/// A region as a Python object.
pub(crate) fn object(py: Python<'_>, region: Region) -> PyResult<Bound<'_, PyAny>> {
    let seed = Bound::new(py, Seed(Mutex::new(Some(region))))?;
    class(py)?.call1((seed,))
}

impl BufferRegion {
    pub(crate) fn lock(&self) -> MutexGuard<'_, Region> {
        self.region.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Pixels for BufferRegion {
    fn bytes(&self, _py: Python<'_>) -> *mut u8 {
        self.lock().bytes_mut().as_mut_ptr()
    }

    fn layout(&self) -> &Layout {
        &self.layout
    }
}

#[pymethods]
impl BufferRegion {
    #[new]
    #[pyo3(signature = (seed=None))]
    fn new(seed: Option<&Bound<'_, PyAny>>) -> PyResult<Self> {
        let seed = seed.and_then(|seed| seed.cast::<Seed>().ok());
        let region = seed.and_then(|seed| {
            let mut seed = seed.get().0.lock().unwrap_or_else(PoisonError::into_inner);
            seed.take()
        });
        let region = region.ok_or_else(|| {
            PyTypeError::new_err("matplotlib_agg.BufferRegion: No constructor defined!")
        })?;
        let place = region.place();
        let layout = match place.is_empty() {
            true => Layout::new(0, 0),
            false => Layout::new(place.x1.abs_diff(place.x0), place.y1.abs_diff(place.y0)),
        };
        Ok(Self {
            region: Mutex::new(region),
            layout,
        })
    }

    /// Moves the left column that the region goes back to.
    fn set_x(&self, x: i32) {
        self.lock().set_x(x);
    }

    /// Moves the upper row that the region goes back to.
    fn set_y(&self, y: i32) {
        self.lock().set_y(y);
    }

    /// The columns and rows that the region goes back to, from the top: x1, y1, x2, y2.
    fn get_extents(&self) -> (i32, i32, i32, i32) {
        let place = self.lock().place();
        (place.x0, place.y0, place.x1, place.y1)
    }
}
