//! From one format to another, and from and to any order of channels.

use crate::error::Error;
use crate::pixel::{PixelFormat, Pixmap, Rgba8, StraightRgba8};

/// The order of four channels of 8 bits in memory, for what comes in and goes out.
///
/// ```
/// use agg_core::{ChannelOrder, Color, Pixmap, Rgba8};
///
/// let windows = [255, 0, 0, 128];                                     // blue, green, red, alpha
/// let pixmap = Pixmap::<Rgba8>::from_bytes(&windows, 1, 1, ChannelOrder::Bgra)?;
/// assert_eq!(pixmap.pixel(0, 0), Some([0, 0, 255, 128]));
/// assert_eq!(pixmap.to_bytes(ChannelOrder::Argb), [128, 0, 0, 255]);
/// # Ok::<(), agg_core::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ChannelOrder {
    /// Red first, alpha last: the order inside.
    #[default]
    Rgba,
    /// Blue first, alpha last: Windows, Cairo on little-endian machines.
    Bgra,
    /// Alpha first, blue last.
    Argb,
    /// Alpha first, red last.
    Abgr,
}

impl ChannelOrder {
    /// Where red, green, blue and alpha stand.
    const fn places(self) -> [usize; 4] {
        match self {
            Self::Rgba => [0, 1, 2, 3],
            Self::Bgra => [2, 1, 0, 3],
            Self::Argb => [1, 2, 3, 0],
            Self::Abgr => [3, 2, 1, 0],
        }
    }

    fn to_rgba(self, pixel: [u8; 4]) -> [u8; 4] {
        self.places().map(|place| pixel[place & 3])
    }

    fn arrange(self, rgba: [u8; 4]) -> [u8; 4] {
        let mut pixel = [0; 4];
        for (place, value) in self.places().into_iter().zip(rgba) {
            pixel[place & 3] = value;
        }
        pixel
    }
}

/// Formats of four channels of 8 bits.
pub trait FourBytes: PixelFormat<Pixel = [u8; 4]> {}

impl FourBytes for Rgba8 {}
impl FourBytes for StraightRgba8 {}

impl<F: FourBytes> Pixmap<F> {
    /// A surface from pixels in any order of channels, row after row without gaps, row 0 first,
    /// their alpha as in the format.
    ///
    /// # Errors
    ///
    /// As [`with_format`](Self::with_format), and [`Error::BufferSize`] unless there are exactly
    /// as many bytes as pixels need.
    pub fn from_bytes(
        bytes: &[u8],
        width: u32,
        height: u32,
        order: ChannelOrder,
    ) -> Result<Self, Error> {
        let needed = (width as usize)
            .saturating_mul(height as usize)
            .saturating_mul(4);
        if bytes.len() != needed {
            let bytes = bytes.len();
            return Err(Error::BufferSize { bytes, needed });
        }
        let mut pixmap = Self::with_format(width, height)?;
        let (pixels, _) = bytes.as_chunks::<4>();
        for (to, &from) in pixmap.pixels_mut().iter_mut().zip(pixels) {
            *to = order.to_rgba(from);
        }
        Ok(pixmap)
    }

    /// The bytes of all pixels with their channels in an order, row 0 first.
    #[must_use]
    pub fn to_bytes(&self, order: ChannelOrder) -> Vec<u8> {
        let pixels = self.pixels().iter();
        pixels.flat_map(|&pixel| order.arrange(pixel)).collect()
    }
}

impl<F: PixelFormat> Pixmap<F> {
    /// The same picture in another format, each pixel as near as it can be.
    ///
    /// # Errors
    ///
    /// [`Error::OutOfMemory`] where there is no room for it.
    pub fn converted<G: PixelFormat>(&self) -> Result<Pixmap<G>, Error> {
        let mut out = Pixmap::<G>::with_format(self.width(), self.height())?;
        for (to, &from) in out.pixels_mut().iter_mut().zip(self.pixels()) {
            *to = G::store(F::load(from));
        }
        Ok(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pixel::{Gray8, Rgb8, Rgb565, Rgba16, RgbaF32};

    #[test]
    fn every_order_comes_back() {
        use ChannelOrder::{Abgr, Argb, Bgra, Rgba};
        let bytes = [1, 2, 3, 4, 5, 6, 7, 8];
        for order in [Rgba, Bgra, Argb, Abgr] {
            let pixmap = Pixmap::<Rgba8>::from_bytes(&bytes, 2, 1, order).unwrap();
            assert_eq!(pixmap.to_bytes(order), bytes, "{order:?}");
        }
        let argb = Pixmap::<Rgba8>::from_bytes(&bytes, 2, 1, Argb).unwrap();
        assert_eq!(argb.pixels(), [[2, 3, 4, 1], [6, 7, 8, 5]]);
    }

    #[test]
    fn a_wrong_number_of_bytes_is_an_error() {
        let error = Pixmap::<Rgba8>::from_bytes(&[0; 7], 2, 1, ChannelOrder::Rgba).unwrap_err();
        assert!(matches!(
            error,
            Error::BufferSize {
                bytes: 7,
                needed: 8
            }
        ));
        let empty = Pixmap::<Rgba8>::from_bytes(&[], 0, 0, ChannelOrder::Rgba);
        assert!(matches!(empty, Err(Error::SurfaceSize { .. })));
    }

    #[test]
    fn wider_formats_keep_every_pixel() {
        let mut plain = Pixmap::<Rgba8>::with_format(256, 1).unwrap();
        for (v, pixel) in (0..=255).zip(plain.pixels_mut()) {
            *pixel = [v, v / 2, 0, v];
        }
        let through_16: Pixmap<Rgba8> = plain.converted::<Rgba16>().unwrap().converted().unwrap();
        let through_f32: Pixmap<Rgba8> = plain.converted::<RgbaF32>().unwrap().converted().unwrap();
        assert_eq!(through_16, plain);
        assert_eq!(through_f32, plain);
    }

    #[test]
    fn narrower_formats_lose_alpha_as_on_black() {
        let mut red = Pixmap::<StraightRgba8>::with_format(1, 1).unwrap();
        red.fill([255, 0, 0, 128]);
        assert_eq!(red.converted::<Rgb8>().unwrap().pixels(), [[128, 0, 0]]);
        assert_eq!(red.converted::<Rgb565>().unwrap().pixels(), [0x8000]);
        assert_eq!(red.converted::<Gray8>().unwrap().pixels(), [27]);
    }
}
