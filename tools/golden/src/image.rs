//! RGBA8 pictures, as they are in memory and in PNG files.

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Cursor, Seek};
use std::path::{Path, PathBuf};

use crate::Error;

/// A picture of RGBA8 pixels, row 0 on top, rows without padding.
///
/// What the bytes mean (straight or premultiplied alpha) is the business of
/// whoever made them; here they are only bytes.
#[derive(Clone, PartialEq, Eq)]
pub struct Image {
    width: u32,
    height: u32,
    pixels: Vec<u8>,
}

impl std::fmt::Debug for Image {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Image")
            .field("width", &self.width)
            .field("height", &self.height)
            .finish_non_exhaustive()
    }
}

impl Image {
    /// A picture that takes `pixels` as they are.
    ///
    /// # Errors
    ///
    /// [`Error::WrongLength`] unless there are `width · height · 4` bytes.
    pub fn new(width: u32, height: u32, pixels: impl Into<Vec<u8>>) -> Result<Self, Error> {
        let pixels = pixels.into();
        let expected = u64::from(width) * u64::from(height) * 4;
        if pixels.len() as u64 != expected {
            return Err(Error::WrongLength {
                width,
                height,
                bytes: pixels.len(),
            });
        }
        Ok(Self {
            width,
            height,
            pixels,
        })
    }

    /// The picture in a PNG file; gray and RGB become RGBA, 16 bits become 8.
    ///
    /// # Errors
    ///
    /// [`Error::Io`] when the file cannot be opened, [`Error::NotAPng`] when it
    /// cannot be decoded.
    pub fn load(path: &Path) -> Result<Self, Error> {
        let file = File::open(path).map_err(|source| Error::Io {
            path: path.into(),
            source,
        })?;
        decode(BufReader::new(file)).map_err(|reason| Error::NotAPng {
            path: path.into(),
            reason,
        })
    }

    /// The picture that a PNG file's bytes hold, as for [`load`](Self::load).
    ///
    /// # Errors
    ///
    /// [`Error::NotAPng`], without a path, when they cannot be decoded.
    pub fn from_png(bytes: &[u8]) -> Result<Self, Error> {
        decode(Cursor::new(bytes)).map_err(|reason| Error::NotAPng {
            path: PathBuf::new(),
            reason,
        })
    }

    /// Writes the bytes as they are into an RGBA8 PNG file.
    ///
    /// # Errors
    ///
    /// [`Error::Io`] when the file cannot be written.
    pub fn save(&self, path: &Path) -> Result<(), Error> {
        self.encode(path).map_err(|source| Error::Io {
            path: path.into(),
            source,
        })
    }

    fn encode(&self, path: &Path) -> std::io::Result<()> {
        let file = BufWriter::new(File::create(path)?);
        let mut encoder = png::Encoder::new(file, self.width, self.height);
        encoder.set_color(png::ColorType::Rgba);
        encoder.set_depth(png::BitDepth::Eight);
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&self.pixels)?;
        Ok(writer.finish()?)
    }

    /// Pixels in a row.
    pub fn width(&self) -> u32 {
        self.width
    }

    /// Rows.
    pub fn height(&self) -> u32 {
        self.height
    }

    /// The bytes, four for each pixel.
    pub fn pixels(&self) -> &[u8] {
        &self.pixels
    }
}

fn decode(file: impl BufRead + Seek) -> Result<Image, String> {
    let mut decoder = png::Decoder::new(file);
    decoder.set_transformations(
        png::Transformations::normalize_to_color8() | png::Transformations::ALPHA,
    );
    let mut reader = decoder.read_info().map_err(|error| error.to_string())?;
    let size = reader
        .output_buffer_size()
        .ok_or("the picture does not fit into memory")?;
    let mut pixels = vec![0; size];
    let info = reader
        .next_frame(&mut pixels)
        .map_err(|error| error.to_string())?;
    pixels.truncate(info.buffer_size());
    let pixels = match info.color_type {
        png::ColorType::Rgba => pixels,
        png::ColorType::GrayscaleAlpha => pixels
            .chunks_exact(2)
            .flat_map(|pair| [pair[0], pair[0], pair[0], pair[1]])
            .collect(),
        other => return Err(format!("the decoder gave {other:?} instead of RGBA")),
    };
    Image::new(info.width, info.height, pixels).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn png_keeps_every_byte_even_under_transparent_pixels() {
        let image = Image::new(2, 1, vec![255, 1, 2, 0, 9, 8, 7, 6]).unwrap();
        let path = std::env::temp_dir().join(format!("golden-image-{}.png", std::process::id()));
        image.save(&path).unwrap();
        let loaded = Image::load(&path).unwrap();
        std::fs::remove_file(&path).unwrap();
        assert_eq!(loaded, image);
    }

    #[test]
    fn wrong_length_is_refused() {
        assert!(matches!(
            Image::new(2, 2, vec![0; 15]),
            Err(Error::WrongLength {
                width: 2,
                height: 2,
                bytes: 15
            })
        ));
    }
}
