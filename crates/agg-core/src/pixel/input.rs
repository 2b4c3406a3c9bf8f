//! PNG to surfaces.

use crate::error::Error;
use crate::limits::Meter;
use crate::pixel::{PixelFormat, Pixmap, StraightRgba8};
use std::io::{self, Cursor};
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
        Self::decoded(bytes, None)
    }

    /// The same with the picture's pixels counted on a meter before there is memory for them.
    ///
    /// # Errors
    ///
    /// As [`from_png`](Self::from_png), and [`Error::Limit`] where there are more than allowed.
    pub fn from_png_metered(bytes: &[u8], meter: &Meter) -> Result<Self, Error> {
        Self::decoded(bytes, Some(meter))
    }

    fn decoded(bytes: &[u8], meter: Option<&Meter>) -> Result<Self, Error> {
        let mut decoder = png::Decoder::new(Cursor::new(bytes));
        let eight_bits = png::Transformations::normalize_to_color8();
        decoder.set_transformations(eight_bits | png::Transformations::ALPHA);
        let mut reader = decoder.read_info()?;
        if !may_hold(bytes.len(), reader.info()) {
            let end = io::Error::from(io::ErrorKind::UnexpectedEof);
            return Err(png::DecodingError::IoError(end).into());
        }
        let (width, height) = reader.info().size();
        if let Some(meter) = meter {
            meter.spend_pixels(width, height)?;
        }
        let mut out = Self::with_format(width, height)?;
        let mut data = zeros(reader.output_buffer_size().unwrap_or(0))?;
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

/// Whether so many bytes can be a picture of this size at all: the best that a PNG's compression
/// does is 1032 to 1. This is asked before there is memory for what a small file only claims.
fn may_hold(bytes: usize, info: &png::Info<'_>) -> bool {
    const BEST: u64 = 1032;
    let row = u64::from(info.width) * info.bits_per_pixel() as u64 / 8;
    row.saturating_mul(u64::from(info.height)) <= (bytes as u64).saturating_mul(BEST)
}

fn zeros(len: usize) -> Result<Vec<u8>, Error> {
    let mut data = Vec::new();
    if data.try_reserve_exact(len).is_err() {
        return Err(Error::OutOfMemory { bytes: len as u64 });
    }
    data.resize(len, 0);
    Ok(data)
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

    /// A header of a few bytes made the decoder fill gigabytes before it saw the end.
    #[test]
    fn a_small_file_that_claims_many_pixels_is_refused_before_there_is_memory_for_them() {
        let mut bytes = Vec::new();
        let writer = png::Encoder::new(&mut bytes, 40_000, 40_000)
            .write_header()
            .unwrap();
        drop(writer);
        let refused = Pixmap::<Rgba8>::from_png(&bytes);
        assert!(matches!(refused, Err(Error::PngInput(_))), "{refused:?}");
    }

    #[test]
    fn a_meter_bounds_the_pixels_of_a_picture() {
        use crate::limits::{Limit, Limits};
        let bytes = encoded(png::ColorType::Grayscale, &[9, 9], &[]);
        let read = |pixels| {
            let limits = Limits {
                pixels: Some(pixels),
                ..Limits::default()
            };
            Pixmap::<Rgba8>::from_png_metered(&bytes, &Meter::new(&limits))
        };
        assert!(read(2).is_ok());
        assert!(matches!(read(1), Err(Error::Limit(Limit::Pixels))));
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
