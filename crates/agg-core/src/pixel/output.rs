//! Surfaces to PNG.

use crate::error::Error;
use crate::pixel::{PixelFormat, Pixmap};
use std::io::Write;
use std::path::Path;

impl<F: PixelFormat> Pixmap<F> {
    /// All pixels as red, green, blue and straight alpha, row 0 first.
    #[must_use]
    pub fn to_straight(&self) -> Vec<u8> {
        self.pixels()
            .iter()
            .flat_map(|&pixel| F::to_straight(pixel))
            .collect()
    }

    /// Writes the surface as a PNG of 8-bit RGBA.
    ///
    /// # Errors
    ///
    /// [`Error::Png`] where the writer fails.
    pub fn write_png(&self, out: impl Write) -> Result<(), Error> {
        let mut encoder = png::Encoder::new(out, self.width(), self.height());
        encoder.set_color(png::ColorType::Rgba);
        encoder.set_depth(png::BitDepth::Eight);
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&self.to_straight())?;
        writer.finish()?;
        Ok(())
    }

    /// The surface as the bytes of a PNG file.
    ///
    /// # Errors
    ///
    /// [`Error::Png`] where the encoder fails.
    pub fn to_png(&self) -> Result<Vec<u8>, Error> {
        let mut bytes = Vec::new();
        self.write_png(&mut bytes)?;
        Ok(bytes)
    }

    /// Saves the surface as a PNG file, replacing one that is there. The picture is encoded first,
    /// so an encoding error leaves the file alone.
    ///
    /// # Errors
    ///
    /// [`Error::Png`] where the encoder fails, [`Error::Io`] where the file cannot be written.
    pub fn save_png(&self, path: impl AsRef<Path>) -> Result<(), Error> {
        let bytes = self.to_png()?;
        std::fs::write(path, bytes)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use crate::pixel::Pixmap;

    #[test]
    fn a_png_holds_straight_alpha() {
        let mut pixmap = Pixmap::new(2, 1).unwrap();
        pixmap.fill([64, 0, 0, 128]);
        let bytes = pixmap.to_png().unwrap();
        let mut reader = png::Decoder::new(std::io::Cursor::new(bytes))
            .read_info()
            .unwrap();
        let mut back = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut back).unwrap();
        assert_eq!(back, [128, 0, 0, 128, 128, 0, 0, 128]);
    }
}
