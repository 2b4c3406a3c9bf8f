//! PNG: RGBA, 8 bits, with the resolution and the program's name.

use std::io::{self, Write};

use agg_core::{Pixmap, StraightRgba8};
use png::{BitDepth, ColorType, Compression, EncodingError, PixelDimensions, Unit};

use crate::error::{Error, Result};

/// What the file says it was made by.
const SOFTWARE: &str = concat!("figure ", env!("CARGO_PKG_VERSION"));

/// Writes pixels as a PNG file.
pub(crate) fn write(pixmap: &Pixmap<StraightRgba8>, dpi: f64, out: impl Write) -> Result<()> {
    encode(pixmap, dpi, out).map_err(|error| match error {
        EncodingError::IoError(source) => Error::from(source),
        // The encoder's own limits, which no surface reaches.
        other => Error::from(io::Error::other(other)),
    })
}

fn encode(pixmap: &Pixmap<StraightRgba8>, dpi: f64, out: impl Write) -> Result<(), EncodingError> {
    let mut encoder = png::Encoder::new(out, pixmap.width(), pixmap.height());
    encoder.set_color(ColorType::Rgba);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Fast);
    encoder.set_pixel_dims(resolution(dpi));
    encoder.add_text_chunk("Software".to_owned(), SOFTWARE.to_owned())?;
    let mut writer = encoder.write_header()?;
    writer.write_image_data(pixmap.bytes())?;
    writer.finish()
}

fn resolution(dpi: f64) -> Option<PixelDimensions> {
    match super::dots_per_meter(dpi) {
        0 => None,
        dots => Some(PixelDimensions { xppu: dots, yppu: dots, unit: Unit::Meter }),
    }
}
