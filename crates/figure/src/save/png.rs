//! PNG: RGBA, 8 bits, with the resolution and the program's name.
//!
//! Rows are pressed and written as they come, so that a socket is sent the first of them while the
//! last are still to be pressed, and a writer that fails ends the work. The usual way of pressing is
//! our own, for most rows of a plot are like the one above but for a few pixels; levels are zlib's.

mod huffman;
mod press;
mod rows;

use std::io::{self, ErrorKind, Write};

use agg_core::{Pixmap, StraightRgba8};
use png::{BitDepth, ColorType, DeflateCompression, EncodingError, Filter, PixelDimensions, Unit};

use rows::Rows;

use super::Compression;
use crate::error::{Error, Result};

/// What the file says it was made by.
const SOFTWARE: &str = concat!("figure ", env!("CARGO_PKG_VERSION"));

/// Bytes of a chunk of the file: few enough to be sent early, enough for its 12 bytes of frame not to
/// matter.
const CHUNK: usize = 32 * 1024;

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
    let mut encoder = png::Encoder::new(out, pixmap.width(), pixmap.height());
    encoder.set_color(ColorType::Rgba);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_pixel_dims(resolution(dpi));
    encoder.add_text_chunk("Software".to_owned(), SOFTWARE.to_owned())?;
    if let Compression::Level(level) = compression {
        encoder.set_deflate_compression(DeflateCompression::Level(level.min(9)));
        encoder.set_filter(Filter::NoFilter);
    }
    let mut writer = encoder.write_header()?;
    let (pixels, length) = (pixmap.bytes(), pixmap.width() as usize * 4);
    match compression {
        Compression::Fast => press_rows(pixels, length, &mut writer)?,
        Compression::Level(_) => {
            let mut stream = writer.stream_writer_with_size(CHUNK)?;
            stream.write_all(pixels)?;
            stream.finish()?;
        }
    }
    writer.finish()
}

/// Measured on a line plot of 500 × 400 pixels (matplotlib's file: 20 kB, 8.8 ms), with what the crate
/// `png` offers beside it:
///
/// | pressed by | filtered by | ms | kB |
/// |---|---|---|---|
/// | this | Paeth | 0.19 | 23 |
/// | ultra fast | Paeth | 0.35 | 28 |
/// | level 1 | nothing | 0.64 | 23 |
/// | level 2 | nothing | 1.9 | 17 |
/// | level 6 | nothing | 3.2 | 16 |
fn press_rows(
    pixels: &[u8],
    length: usize,
    writer: &mut png::Writer<impl Write>,
) -> Result<(), EncodingError> {
    let blank = vec![0; length];
    let mut above = blank.as_slice();
    let mut pressed = Rows::default();
    for row in pixels.chunks_exact(length) {
        pressed.add(row, above);
        above = row;
        let press = pressed.press();
        if press.pressed().len() >= CHUNK {
            writer.write_chunk(png::chunk::IDAT, press.pressed())?;
            press.clear();
        }
    }
    let press = pressed.press();
    press.finish();
    writer.write_chunk(png::chunk::IDAT, press.pressed())
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
    fn what_was_pressed_reads_as_the_same_pixels() {
        let pale = Pixmap::<StraightRgba8>::with_format(31, 7).unwrap();
        let mut pixmaps = vec![noise(), pale];
        // A row like the one above, runs of every length in one, and rows that differ at their ends.
        for (width, step) in [(1, 1), (2, 1), (9, 2), (333, 7), (2000, 90)] {
            let mut pixmap = Pixmap::<StraightRgba8>::with_format(width, 6).unwrap();
            let row = |i: usize| i / width as usize;
            let marked = |i: usize| match row(i) {
                0 | 1 => false,
                2 | 3 => (i * i) % step == 0,
                4 => i % width as usize == 0,
                _ => (i + 1) % width as usize == 0,
            };
            for (i, pixel) in pixmap.pixels_mut().iter_mut().enumerate() {
                *pixel = if marked(i) {
                    [1, 0, i as u8, 255]
                } else {
                    [255; 4]
                };
            }
            pixmaps.push(pixmap);
        }
        for pixmap in pixmaps {
            for compression in [Compression::Fast, Compression::Level(1)] {
                let mut out = Vec::new();
                write(&pixmap, 100.0, compression, &mut out).unwrap();
                let decoder = png::Decoder::new(std::io::Cursor::new(out));
                let mut reader = decoder.read_info().unwrap();
                let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
                reader.next_frame(&mut bytes).unwrap();
                reader.finish().unwrap();
                assert!(
                    bytes == pixmap.bytes(),
                    "{} {compression:?}",
                    pixmap.width()
                );
            }
        }
    }

    #[test]
    fn noise_grows_by_less_than_a_half() {
        let pixmap = noise();
        let mut out = Vec::new();
        write(&pixmap, 100.0, Compression::Fast, &mut out).unwrap();
        assert!(out.len() * 2 < pixmap.bytes().len() * 3, "{}", out.len());
    }
}
