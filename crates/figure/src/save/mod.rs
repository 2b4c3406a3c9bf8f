//! Pixels to files: the format by the file's extension, the file whole or not at all.
//!
//! ```text
//!  figure ─► encoded in memory ─► .name.0.part, beside the file ─► renamed over the file
//! ```

mod bmp;
mod file;
mod png;
mod ppm;

use std::path::Path;

use agg_core::{Pixmap, StraightRgba8};
use agg_text::GlyphCache;

use crate::draw_list::DrawList;
use crate::error::{Error, Result};
use crate::figure::Figure;
use crate::render::render;

pub(crate) use png::write as write_png;
pub(crate) use ppm::without_alpha;

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Png,
    Bmp,
    Ppm,
}

impl Format {
    fn of(path: &Path) -> Result<Self> {
        let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        [("png", Self::Png), ("bmp", Self::Bmp), ("ppm", Self::Ppm)]
            .into_iter()
            .find_map(|(name, format)| extension.eq_ignore_ascii_case(name).then_some(format))
            .ok_or_else(|| Error::UnknownExtension(path.to_owned()))
    }

    fn encode(self, pixmap: &Pixmap<StraightRgba8>, dpi: f64) -> Result<Vec<u8>> {
        Ok(match self {
            Self::Png => {
                let mut bytes = Vec::new();
                write_png(pixmap, dpi, &mut bytes)?;
                bytes
            }
            Self::Bmp => bmp::encode(pixmap, dpi),
            Self::Ppm => ppm::encode(pixmap),
        })
    }
}

/// Draws a figure and saves it.
pub(crate) fn save(figure: &Figure, path: &Path) -> Result<()> {
    let format = Format::of(path)?;
    let mut cache = GlyphCache::new();
    let list = DrawList::new(figure, &mut cache)?;
    let bytes = format.encode(&render(&list, &mut cache)?, figure.dpi())?;
    file::replace(path, &bytes).map_err(|source| Error::Io { path: Some(path.to_owned()), source })
}

/// Dots per metre, as files count them; 0, which means unknown, where the number does not fit.
fn dots_per_meter(dpi: f64) -> u32 {
    let dots = dpi / 0.0254 + 0.5;
    if dots <= f64::from(u32::MAX) { dots as u32 } else { 0 }
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
            assert!(matches!(refused, Err(Error::UnknownExtension(_))), "{unknown}");
        }
    }

    #[test]
    fn a_hundred_dots_per_inch_are_3937_per_meter() {
        assert_eq!(dots_per_meter(100.0), 3937);
        assert_eq!(dots_per_meter(1e300), 0);
    }
}
