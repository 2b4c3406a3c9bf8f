//! A draw list becomes shapes, text and pictures of a page that can be enlarged.
//!
//! ```text
//!  Item ─► NaN removed ─► lines cut to the page ─► simplified ─► sketched ─► Sheet: Svg or Pdf
//! ```
//!
//! The picture is the one that the renderer makes of the same list, in the same units: pixels with
//! y down. It departs from that one where pixels would show:
//!
//! 1. Nothing is fitted to the pixel grid: lines, markers and meshes are where the data is.
//! 2. Glyphs stand where the pixels' glyphs stand, but have the designer's shapes.
//! 3. Triangles with mixed colours, which SVG does not know, are a picture of the page's
//!    resolution, and so is what was one already.

mod glyphs;
mod item;
#[cfg(feature = "pdf")]
mod pdf;
mod shape;
mod svg;

use agg_core::{Meter, Path, Point};
use agg_text::GlyphCache;

use crate::draw_list::DrawList;
use crate::error::Result;
use shape::{Clip, Glyphs, Look, Raster};

pub(crate) use svg::base64;

/// What a kind of page can show. Coordinates are the list's pixels, y down.
trait Sheet {
    /// Cuts all that follows.
    fn clip(&mut self, clip: &Clip);

    /// A path, filled, hatched, stroked.
    fn path(&mut self, path: &Path, look: &Look<'_>);

    /// One path at many places.
    fn stamps(&mut self, path: &Path, places: &[Point], look: &Look<'_>);

    /// A picture, upright, over a pixel of the page each.
    fn picture(&mut self, raster: &Raster<'_>);

    /// A line of text, or whether it must be drawn as a path.
    fn text(&mut self, glyphs: &Glyphs<'_>) -> Drawn;
}

/// Whether a sheet can show something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Drawn {
    Done,
    NotKnown,
}

/// The list as an SVG document.
pub(crate) fn svg(
    list: &DrawList<'_>,
    cache: &mut GlyphCache,
    meter: Option<&Meter>,
) -> Result<String> {
    let mut sheet = svg::Svg::new(list);
    item::draw(list, cache, meter, &mut sheet)?;
    Ok(sheet.finish())
}

/// The list as a PDF document.
#[cfg(feature = "pdf")]
pub(crate) fn pdf(
    list: &DrawList<'_>,
    cache: &mut GlyphCache,
    meter: Option<&Meter>,
) -> Result<Vec<u8>> {
    let mut sheet = pdf::Pdf::new(list);
    item::draw(list, cache, meter, &mut sheet)?;
    Ok(sheet.finish())
}
