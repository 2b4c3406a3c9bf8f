//! PNG to surfaces.

use crate::error::Error;
use crate::pixel::{PixelFormat, Pixmap, StraightRgba8};
use std::io::Cursor;
use std::path::Path;

impl<F: PixelFormat> Pixmap<F> {
    /// The picture in the bytes of a PNG file of any kind: palettes and fewer bits become 8 bits,
    /// 16 bits their upper half.
    ///
    /// # Errors
    ///
    /// [`Error::PngInput`] where the bytes are no PNG, [`Error::SurfaceSize`] and
    /// [`Error::OutOfMemory`] as for [`with_format`](Self::with_format).
    ///
    /// # Examples
    ///
    /// ```
    /// use agg_core::{Pixmap, StraightRgba8};
    ///
    /// let mut pixmap = Pixmap::<StraightRgba8>::with_format(2, 1)?;
    /// pixmap.fill([31, 119, 180, 200]);
    /// assert_eq!(Pixmap::from_png(&pixmap.to_png()?)?, pixmap);
    /// # Ok::<(), agg_core::Error>(())
    /// ```
    pub fn from_png(bytes: &[u8]) -> Result<Self, Error> {
        let mut decoder = png::Decoder::new(Cursor::new(bytes));
        let eight_bits = png::Transformations::normalize_to_color8();
        decoder.set_transformations(eight_bits | png::Transformations::ALPHA);
        let mut reader = decoder.read_info()?;
        let (width, height) = reader.info().size();
        let mut out = Self::with_format(width, height)?;
        // As many as the pixels' and no more, so this size has passed its test already.
        let mut data = vec![0; reader.output_buffer_size().unwrap_or(0)];
        let channels = reader.next_frame(&mut data)?.color_type.samples();
        let pixels = data.chunks_exact(channels).map(straight);
        for (to, from) in out.pixels_mut().iter_mut().zip(pixels) {
            *to = F::store(StraightRgba8::load(from));
        }
        Ok(out)
    }

    /// The picture in a PNG file.
    ///
    /// # Errors
    ///
    /// [`Error::Io`] where the file cannot be read, otherwise as [`from_png`](Self::from_png).
    pub fn load_png(path: impl AsRef<Path>) -> Result<Self, Error> {
        Self::from_png(&std::fs::read(path)?)
    }
}

/// A pixel with alpha, from what a decoder gives that was told to add it.
fn straight(samples: &[u8]) -> [u8; 4] {
    match *samples {
        [r, g, b, a] => [r, g, b, a],
        [v, a] => [v, v, v, a],
        _ => [0; 4],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pixel::Rgba8;

    fn encoded(color: png::ColorType, data: &[u8], palette: &[u8]) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, 2, 1);
        encoder.set_color(color);
        if !palette.is_empty() {
            encoder.set_palette(palette.to_vec());
        }
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(data).unwrap();
        writer.finish().unwrap();
        bytes
    }

    #[test]
    fn every_kind_of_png_is_read() {
        let [gray, pale, red] = [[9, 9, 9, 255], [200, 200, 200, 102], [7, 0, 0, 255]];
        let palette = [9, 9, 9, 7, 0, 0];
        for (color, data, expected) in [
            (png::ColorType::Grayscale, &[9, 9][..], [gray; 2]),
            (
                png::ColorType::GrayscaleAlpha,
                &[9, 255, 200, 102],
                [gray, pale],
            ),
            (png::ColorType::Rgb, &[9, 9, 9, 7, 0, 0], [gray, red]),
            (
                png::ColorType::Rgba,
                &[9, 9, 9, 255, 200, 200, 200, 102],
                [gray, pale],
            ),
            (png::ColorType::Indexed, &[0, 1], [gray, red]),
        ] {
            let palette = if color == png::ColorType::Indexed {
                &palette[..]
            } else {
                &[]
            };
            let bytes = encoded(color, data, palette);
            let straight = Pixmap::<StraightRgba8>::from_png(&bytes).unwrap();
            assert_eq!(straight.pixels(), expected, "{color:?}");
        }
        let pale = encoded(png::ColorType::Rgba, &[200, 200, 200, 102, 0, 0, 0, 0], &[]);
        let premultiplied = Pixmap::<Rgba8>::from_png(&pale).unwrap();
        assert_eq!(premultiplied.pixels(), [[80, 80, 80, 102], [0; 4]]);
    }

    #[test]
    fn bytes_that_are_no_png_are_errors() {
        let whole = encoded(png::ColorType::Rgb, &[9, 9, 9, 7, 0, 0], &[]);
        for len in 0..whole.len() {
            let cut = Pixmap::<Rgba8>::from_png(&whole[..len]);
            assert!(
                cut.is_ok() || matches!(cut, Err(Error::PngInput(_))),
                "{len}"
            );
        }
        assert!(Pixmap::<Rgba8>::from_png(b"GIF89a").is_err());
        let missing = Pixmap::<Rgba8>::load_png("no such file.png");
        assert!(matches!(missing, Err(Error::Io(_))));
    }
}
