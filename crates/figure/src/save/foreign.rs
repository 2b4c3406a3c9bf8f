//! The formats that the crate `image` writes.

use agg_core::{Pixmap, StraightRgba8};
use image::codecs::jpeg::{JpegEncoder, PixelDensity};
use image::codecs::tiff::TiffEncoder;
use image::codecs::webp::WebPEncoder;
use image::{ExtendedColorType, ImageEncoder, ImageResult};

use crate::canvas::without_alpha;
use crate::error::{Error, Result};

/// JPEG, without alpha.
pub(super) fn jpeg(pixmap: &Pixmap<StraightRgba8>, dpi: f64, quality: u8) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, quality);
    // A cast saturates; beyond 65 535 dots the file says too few.
    encoder.set_pixel_density(PixelDensity::dpi(dpi.round() as u16));
    let rgb = without_alpha(pixmap.bytes());
    written(encoder.write_image(
        &rgb,
        pixmap.width(),
        pixmap.height(),
        ExtendedColorType::Rgb8,
    ))?;
    Ok(bytes)
}

/// WebP without loss.
pub(super) fn webp(pixmap: &Pixmap<StraightRgba8>) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let encoder = WebPEncoder::new_lossless(&mut bytes);
    written(whole(encoder, pixmap))?;
    Ok(bytes)
}

/// TIFF.
pub(super) fn tiff(pixmap: &Pixmap<StraightRgba8>) -> Result<Vec<u8>> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let encoder = TiffEncoder::new(&mut bytes);
    written(whole(encoder, pixmap))?;
    Ok(bytes.into_inner())
}

fn whole(encoder: impl ImageEncoder, pixmap: &Pixmap<StraightRgba8>) -> ImageResult<()> {
    let (width, height) = (pixmap.width(), pixmap.height());
    encoder.write_image(pixmap.bytes(), width, height, ExtendedColorType::Rgba8)
}

fn written(result: ImageResult<()>) -> Result<()> {
    result.map_err(|error| Error::Encoding(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Pixmap<StraightRgba8> {
        let mut pixmap = Pixmap::<StraightRgba8>::with_format(3, 2).unwrap();
        pixmap.fill([200, 100, 50, 255]);
        pixmap.pixels_mut()[1] = [1, 2, 3, 128];
        pixmap
    }

    #[test]
    fn formats_without_loss_give_the_pixels_back() {
        let pixmap = sample();
        for bytes in [webp(&pixmap), tiff(&pixmap)] {
            let read = image::load_from_memory(&bytes.unwrap())
                .unwrap()
                .into_rgba8();
            assert_eq!(read.as_raw().as_slice(), pixmap.bytes());
        }
    }

    #[test]
    fn jpeg_is_near_and_as_large() {
        let bytes = jpeg(&sample(), 100.0, 95).unwrap();
        let read = image::load_from_memory(&bytes).unwrap().into_rgb8();
        assert_eq!(read.dimensions(), (3, 2));
        assert!(bytes.starts_with(&[0xff, 0xd8]));
    }
}
