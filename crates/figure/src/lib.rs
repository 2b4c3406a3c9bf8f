//! Data in, matplotlib's picture out.
#![forbid(unsafe_code)]

mod error;
pub mod ticker;

pub use error::{Error, Result};
