//! matplotlib's Agg renderer, drawn by `agg-plot`: the Python module `matplotlib_agg._renderer`.
//!
//! Every call goes the same way: what it is given is read from Python and copied, in the order
//! `array` (numbers), `path`, `context` (the pen and the clip); then Python's lock is released and
//! the pixels are drawn by the one renderer that the `figure` crate draws with. `buffer` shows the
//! pixels to NumPy and Pillow without a copy.

#![deny(unsafe_code)]

mod error;

mod array;

mod path;

mod context;

mod buffer;

mod region;

mod renderer;

use pyo3::prelude::*;

/// matplotlib's Agg renderer in Rust.
#[pymodule(gil_used = false)]
mod _renderer {
    use super::*;

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        let py = module.py();
        module.add("RendererAgg", renderer::class(py)?)?;
        module.add("BufferRegion", region::class(py)?)
    }
}
