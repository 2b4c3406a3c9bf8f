//! PNG: RGBA, 8 bits, with the resolution and the program's name.
//!
//! Rows are pressed and written as they come, so that a socket is sent the first of them while the
//! last are still to be pressed, and a writer that fails ends the work.

use std::io::{self, ErrorKind, Write};

use agg_core::{Pixmap, StraightRgba8};
use png::{BitDepth, ColorType, DeflateCompression, EncodingError, Filter, PixelDimensions, Unit};

use super::Compression;
use crate::error::{Error, Result};

/// What the file says it was made by.
const SOFTWARE: &str = concat!("figure ", env!("CARGO_PKG_VERSION"));

/// Bytes of a chunk of the file: few enough to be sent early, enough for its 12 bytes of frame not to
/// matter.
const CHUNK: usize = 32 * 1024;

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
    let mut out = Watched { out, failed: None };
    let written = encode(pixmap, dpi, compression, &mut out);
    if let Some(source) = out.failed {
        return Err(Error::from(source));
    }
    written.map_err(|error| match error {
        EncodingError::IoError(source) => Error::from(source),
        // The encoder's own limits, which no surface reaches.
        other => Error::from(io::Error::other(other)),
    })
}

/// A writer whose first failure is kept, and is its last: the encoder writes the end of the pixels
/// where it cannot report an error.
struct Watched<W> {
    out: W,
    failed: Option<io::Error>,
}

impl<W: Write> Watched<W> {
    fn attempt<T>(&mut self, act: impl FnOnce(&mut W) -> io::Result<T>) -> io::Result<T> {
        if self.failed.is_some() {
            return Err(ErrorKind::BrokenPipe.into());
        }
        act(&mut self.out).map_err(|error| {
            let kind = error.kind();
            // Such a write is tried again.
            if kind != ErrorKind::Interrupted {
                self.failed = Some(error);
            }
            kind.into()
        })
    }
}

impl<W: Write> Write for Watched<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.attempt(|out| out.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.attempt(W::flush)
    }
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
    let mut rows = writer.stream_writer_with_size(CHUNK)?;
    let mut above: &[u8] = &[];
    for row in pixmap.bytes().chunks_exact(pixmap.width() as usize * 4) {
        rows.set_filter(match prepared {
            // All zeros, and made in no time: of a plot, many rows are paper, or paper and spines.
            Filter::Paeth if row == above => Filter::Up,
            usual => usual,
        });
        rows.write_all(row)?;
        above = row;
    }
    rows.finish()?;
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Takes so many bytes and no more.
    struct Full(usize);

    impl Write for Full {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0 = self
                .0
                .checked_sub(bytes.len())
                .ok_or(ErrorKind::StorageFull)?;
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    /// Pixels that cannot be pressed.
    fn noise() -> Pixmap<StraightRgba8> {
        let mut pixmap = Pixmap::<StraightRgba8>::with_format(200, 200).unwrap();
        let mut state = 1_u32;
        for pixel in pixmap.pixels_mut() {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            *pixel = (state ^ (state >> 15)).to_le_bytes();
        }
        pixmap
    }

    #[test]
    fn every_byte_that_does_not_fit_is_an_error() {
        for compression in [Compression::Fast, Compression::Level(6)] {
            let pixmap = noise();
            let mut whole = Vec::new();
            write(&pixmap, 100.0, compression, &mut whole).unwrap();
            for room in [0, 20, 1000, 40_000, whole.len() - 13, whole.len() - 1] {
                let error = write(&pixmap, 100.0, compression, Full(room)).unwrap_err();
                let Error::Io { source, .. } = error else {
                    panic!("{error:?}");
                };
                assert_eq!(source.kind(), ErrorKind::StorageFull, "{room}");
            }
            write(&pixmap, 100.0, compression, Full(whole.len())).unwrap();
        }
    }

    #[test]
    fn the_first_bytes_are_out_before_the_last_are_pressed() {
        let mut out = Vec::new();
        write(&noise(), 100.0, Compression::Fast, &mut out).unwrap();
        let chunks = out.windows(4).filter(|name| name == b"IDAT").count();
        assert!(chunks > 3, "{chunks}");
    }

    #[test]
    fn noise_grows_by_less_than_a_half() {
        let pixmap = noise();
        let mut out = Vec::new();
        write(&pixmap, 100.0, Compression::Fast, &mut out).unwrap();
        assert!(out.len() * 2 < pixmap.bytes().len() * 3, "{}", out.len());
    }
}
