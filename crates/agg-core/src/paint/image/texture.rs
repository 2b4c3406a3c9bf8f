//! The pictures that images are made of.

use crate::pixel::{Pixmap, Rgba8, Rgba16, RgbaF32};
use std::sync::Arc;

/// A shared picture in one of the premultiplied formats. Pixmaps turn into textures by themselves;
/// convert those of other formats first, by [`Pixmap::converted`].
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Texture {
    /// 8 bits a channel.
    Rgba8(Arc<Pixmap<Rgba8>>),
    /// 16 bits a channel.
    Rgba16(Arc<Pixmap<Rgba16>>),
    /// A float a channel; what is outside 0 to 1 is cut off where it is sampled.
    RgbaF32(Arc<Pixmap<RgbaF32>>),
}

impl Texture {
    /// Columns and rows.
    #[must_use]
    pub fn size(&self) -> (u32, u32) {
        match self {
            Self::Rgba8(p) => (p.width(), p.height()),
            Self::Rgba16(p) => (p.width(), p.height()),
            Self::RgbaF32(p) => (p.width(), p.height()),
        }
    }
}

macro_rules! textures {
    ($($format:ident)*) => {
        $(
            impl From<Pixmap<$format>> for Texture {
                fn from(picture: Pixmap<$format>) -> Self {
                    Self::$format(Arc::new(picture))
                }
            }

            impl From<Arc<Pixmap<$format>>> for Texture {
                fn from(picture: Arc<Pixmap<$format>>) -> Self {
                    Self::$format(picture)
                }
            }
        )*
    };
}

textures!(Rgba8 Rgba16 RgbaF32);
