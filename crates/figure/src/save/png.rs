//! PNG: RGBA, 8 bits, with the resolution and the program's name.

use std::io::{self, Write};

use agg_core::{Pixmap, StraightRgba8};
use png::{BitDepth, ColorType, DeflateCompression, EncodingError, Filter, PixelDimensions, Unit};

use super::Compression;
use crate::error::{Error, Result};

/// What the file says it was made by.
const SOFTWARE: &str = concat!("figure ", env!("CARGO_PKG_VERSION"));

/// How hard to press, and how to prepare for it.
///
/// Measured on a line plot of 500 × 400 pixels (matplotlib's file: 20 kB, 8.8 ms):
///
/// | pressed by | prepared by | ms | kB |
/// |---|---|---|---|
/// | ultra fast | `Sub` | 0.17 | 39 |
/// | ultra fast | `Paeth` | 0.30 | 28 |
/// | ultra fast | the best of each row | 0.45 | 28 |
/// | level 1 | nothing | 0.64 | 23 |
/// | level 2 | nothing | 1.9 | 17 |
/// | level 6 | nothing | 3.2 | 16 |
impl Compression {
    fn parts(self) -> (DeflateCompression, Filter) {
        match self {
            Self::Fast => (DeflateCompression::FdeflateUltraFast, Filter::Paeth),
            Self::Level(level) => (DeflateCompression::Level(level.min(9)), Filter::NoFilter),
        }
    }
}

/// Writes pixels as a PNG file.
pub(crate) fn write(
    pixmap: &Pixmap<StraightRgba8>,
    dpi: f64,
    compression: Compression,
    out: impl Write,
) -> Result<()> {
    encode(pixmap, dpi, compression, out).map_err(|error| match error {
        EncodingError::IoError(source) => Error::from(source),
        // The encoder's own limits, which no surface reaches.
        other => Error::from(io::Error::other(other)),
    })
}

fn encode(
    pixmap: &Pixmap<StraightRgba8>,
    dpi: f64,
    compression: Compression,
    out: impl Write,
) -> Result<(), EncodingError> {
    let (pressed, prepared) = compression.parts();
    let mut encoder = png::Encoder::new(out, pixmap.width(), pixmap.height());
    encoder.set_color(ColorType::Rgba);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_deflate_compression(pressed);
    encoder.set_filter(prepared);
    encoder.set_pixel_dims(resolution(dpi));
    encoder.add_text_chunk("Software".to_owned(), SOFTWARE.to_owned())?;
    let mut writer = encoder.write_header()?;
    writer.write_image_data(pixmap.bytes())?;
    writer.finish()
}

fn resolution(dpi: f64) -> Option<PixelDimensions> {
    match super::dots_per_meter(dpi) {
        0 => None,
        dots => Some(PixelDimensions {
            xppu: dots,
            yppu: dots,
            unit: Unit::Meter,
        }),
    }
}
