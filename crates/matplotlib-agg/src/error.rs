//! Errors as Python exceptions: matplotlib's, with its words.

use agg_plot::Error;
use pyo3::exceptions::{PyMemoryError, PyOverflowError, PyValueError};
use pyo3::prelude::*;

/// The exception for an error of the renderer.
pub(crate) fn exception(error: &Error) -> PyErr {
    match error {
        Error::Surface(agg_core::Error::OutOfMemory { .. }) => {
            PyMemoryError::new_err(error.to_string())
        }
        Error::CellLimit => PyOverflowError::new_err("Exceeded cell block limit"),
        Error::Dpi(_) => PyValueError::new_err("dpi must be positive"),
        _ => PyValueError::new_err(error.to_string()),
    }
}
