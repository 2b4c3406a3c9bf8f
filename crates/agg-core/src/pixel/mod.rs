//! Pixels: colours, formats and the surface they stand on. Nothing here knows how to blend.

mod blur;
mod color;
mod convert;
mod format;
#[cfg(feature = "image")]
mod image;
mod input;
mod mask;
#[cfg(feature = "ndarray")]
mod ndarray;
mod output;
#[cfg(feature = "peniko")]
mod peniko;
mod pixmap;
mod srgb;
mod view;

pub use blur::Averaged;
pub(crate) use color::unit;
pub use color::{Color, Premultiplied};
pub use convert::{ChannelOrder, FourBytes};
pub use format::{A8, Gray8, PixelFormat, Rgb8, Rgb565, Rgba8, Rgba16, RgbaF32, StraightRgba8};
pub use pixmap::Pixmap;
pub use srgb::ColorSpace;
pub use view::{PixmapMut, RowOrder};
