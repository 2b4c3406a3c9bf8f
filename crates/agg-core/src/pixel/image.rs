//! From and to the pictures of the crate `image`.

use image::RgbaImage;

use crate::error::Error;
use crate::pixel::{ChannelOrder, PixelFormat, Pixmap, Rgba8, StraightRgba8};

impl<F: PixelFormat> From<&Pixmap<F>> for RgbaImage {
    /// All pixels with straight alpha, which is what `image` means.
    ///
    /// ```
    /// use agg_core::Pixmap;
    ///
    /// let mut pixmap = Pixmap::new(2, 1)?;
    /// pixmap.fill([64, 0, 0, 128]); // half of a red
    /// let image = image::RgbaImage::from(&pixmap);
    /// assert_eq!(image.get_pixel(1, 0).0, [128, 0, 0, 128]);
    /// # Ok::<(), agg_core::Error>(())
    /// ```
    fn from(pixmap: &Pixmap<F>) -> Self {
        let (width, height) = (pixmap.width(), pixmap.height());
        // Four bytes a pixel, which is as many as are asked for.
        Self::from_raw(width, height, pixmap.to_straight()).unwrap_or_default()
    }
}

impl TryFrom<&RgbaImage> for Pixmap<StraightRgba8> {
    type Error = Error;

    /// The picture's pixels as they are.
    fn try_from(image: &RgbaImage) -> Result<Self, Error> {
        let (width, height) = image.dimensions();
        Self::from_bytes(image.as_raw(), width, height, ChannelOrder::Rgba)
    }
}

impl TryFrom<&RgbaImage> for Pixmap<Rgba8> {
    type Error = Error;

    /// The picture with its colours multiplied by alpha.
    fn try_from(image: &RgbaImage) -> Result<Self, Error> {
        Pixmap::<StraightRgba8>::try_from(image)?.converted()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn straight_pixels_come_back_as_they_were() {
        let bytes: Vec<u8> = (0..24).map(|v| v * 10).collect();
        let image = RgbaImage::from_raw(3, 2, bytes).unwrap();
        let pixmap = Pixmap::<StraightRgba8>::try_from(&image).unwrap();
        assert_eq!(pixmap.pixel(2, 1), Some([200, 210, 220, 230]));
        assert_eq!(RgbaImage::from(&pixmap), image);
    }

    #[test]
    fn premultiplied_pixels_are_multiplied() {
        let image = RgbaImage::from_pixel(1, 1, image::Rgba([255, 100, 0, 51]));
        let pixmap = Pixmap::<Rgba8>::try_from(&image).unwrap();
        assert_eq!(pixmap.pixels(), [[51, 20, 0, 51]]);
    }

    #[test]
    fn a_picture_without_pixels_is_an_error() {
        let empty = Pixmap::<StraightRgba8>::try_from(&RgbaImage::new(0, 3));
        assert!(matches!(empty, Err(Error::SurfaceSize { .. })));
    }
}
