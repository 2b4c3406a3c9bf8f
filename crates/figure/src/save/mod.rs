//! Pixels to files: the format by the file's extension, the file whole or not at all.
//!
//! ```text
//!  figure ─► encoded in memory ─► .name.0.part, beside the file ─► renamed over the file
//! ```

mod bmp;
mod file;
mod png;
mod ppm;

use std::io::Write;
use std::path::Path;

use agg_core::{Pixmap, StraightRgba8};

use crate::canvas::FigureCanvasAgg;
use crate::error::{Error, Result};
use crate::figure::Figure;

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Png,
    Bmp,
    Ppm,
}

impl Format {
    fn of(path: &Path) -> Result<Self> {
        let extension = path
            .extension()
            .and_then(|extension| extension.to_str())
            .unwrap_or_default();
        [("png", Self::Png), ("bmp", Self::Bmp), ("ppm", Self::Ppm)]
            .into_iter()
            .find_map(|(name, format)| extension.eq_ignore_ascii_case(name).then_some(format))
            .ok_or_else(|| Error::UnknownExtension(path.to_owned()))
    }

    fn encode(self, pixmap: &Pixmap<StraightRgba8>, dpi: f64) -> Result<Vec<u8>> {
        Ok(match self {
            Self::Png => {
                let mut bytes = Vec::new();
                png::write(pixmap, dpi, &mut bytes)?;
                bytes
            }
            Self::Bmp => bmp::encode(pixmap, dpi),
            Self::Ppm => ppm::encode(pixmap),
        })
    }
}

impl FigureCanvasAgg<'_> {
    /// Writes the figure as a PNG file, drawing it first if that has not been done.
    ///
    /// The file notes the resolution.
    ///
    /// # Errors
    ///
    /// As for [`draw`](Self::draw), and [`Error::Io`] where `out` fails.
    pub fn print_png(&mut self, out: impl Write) -> Result<()> {
        let dpi = self.figure.dpi();
        png::write(self.drawn()?, dpi, out)
    }
}

impl Figure {
    /// The drawn figure as a PNG file in memory.
    ///
    /// # Errors
    ///
    /// As for [`draw_list`](Self::draw_list), and [`Error::Render`] where the surface does not
    /// fit into memory.
    pub fn to_png(&self) -> Result<Vec<u8>> {
        let mut png = Vec::new();
        FigureCanvasAgg::new(self).print_png(&mut png)?;
        Ok(png)
    }

    /// Draws the figure and saves it; the file's extension says how: `png`, `bmp` or `ppm`, in
    /// upper or lower case.
    ///
    /// The picture is written beside the file and then moved into its place, so whoever reads
    /// the file sees the old picture or the new one, and a failed save leaves the old one.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownExtension`] before anything is drawn; then as for
    /// [`to_png`](Self::to_png); [`Error::Io`] with the path where the file cannot be written.
    pub fn savefig(&self, path: impl AsRef<Path>) -> Result<()> {
        let path = path.as_ref();
        let format = Format::of(path)?;
        let bytes = format.encode(FigureCanvasAgg::new(self).drawn()?, self.dpi())?;
        file::replace(path, &bytes).map_err(|source| Error::Io {
            path: Some(path.to_owned()),
            source,
        })
    }
}

/// Dots per metre, as files count them; 0, which means unknown, where the number does not fit.
fn dots_per_meter(dpi: f64) -> u32 {
    let dots = dpi / 0.0254 + 0.5;
    if dots <= f64::from(u32::MAX) {
        dots as u32
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_extension_decides_in_any_case() {
        assert_eq!(Format::of(Path::new("a/b.PNG")).ok(), Some(Format::Png));
        assert_eq!(Format::of(Path::new("b.tar.bmp")).ok(), Some(Format::Bmp));
        for unknown in ["b", "b.", "png", ".png", "b.jpeg"] {
            let refused = Format::of(Path::new(unknown));
            assert!(
                matches!(refused, Err(Error::UnknownExtension(_))),
                "{unknown}"
            );
        }
    }

    #[test]
    fn a_hundred_dots_per_inch_are_3937_per_meter() {
        assert_eq!(dots_per_meter(100.0), 3937);
        assert_eq!(dots_per_meter(1e300), 0);
    }
}
