//! Pixels: colours, formats and the surface they stand on. Nothing here knows how to blend.

mod color;
mod format;
mod output;
mod pixmap;

pub use color::Color;
pub use format::{PixelFormat, Rgba8, StraightRgba8};
pub use pixmap::Pixmap;
