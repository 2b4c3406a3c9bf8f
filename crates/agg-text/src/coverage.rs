//! From a hinted outline to the grey picture of one glyph, placed on the pixel grid.
//!
//! ```text
//! hinted outline (26.6) ─► turned (16.16) ─► moved by the fraction of a pixel ─► its control box,
//! grown to whole pixels ─► rasterized within that box ─► shifted by whole pixels
//! ```

use std::sync::Arc;

use crate::Error;
use crate::face::Glyph;
use crate::font::GlyphId;
use crate::outline::Outline;
use crate::placement::{Matrix, Placement};
use crate::raster::{FINER, Raster};

/// The largest coverage drawn for one glyph: 2^24 pixels, sixteen megabytes.
///
/// Letters reach it at about four thousand pixels per em; draw larger ones as paths.
pub const MAX_GLYPH_PIXELS: u64 = 1 << 24;
/// FreeType's limit: a glyph that spans more ems than this is taken to be broken.
const MAX_EMS: f32 = 16.0;
/// FreeType's limit in pixels along either axis.
const MAX_SIDE: i64 = 0xFFFF;
/// Points times pixels along the box; bounds the time a hostile glyph may take to well below a second.
const MAX_STEPS: u64 = 1 << 28;

/// The coverage of one glyph and where it goes, in pixels with y **up**.
///
/// ```text
///        left          left + width
///          │               │
///  top ────┌───────────────┐      covers()[0] is the upper left pixel,
///          │ row 0         │      row 0 lies between y = top − 1 and y = top
///          │ ...           │
///          └───────────────┘──── top − height
/// ```
///
/// In a picture of `h` rows counted from the top, row 0 is picture row `h − top`. A glyph without
/// ink has width and height 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GlyphCoverage {
    /// Left edge of column 0.
    pub left: i32,
    /// Upper edge of row 0.
    pub top: i32,
    bitmap: Arc<Bitmap>,
}

/// Coverage relative to the pixel that holds the glyph's origin.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Bitmap {
    left: i64,
    top: i64,
    width: u32,
    height: u32,
    covers: Vec<u8>,
}

impl Bitmap {
    pub(crate) fn heap_bytes(&self) -> usize {
        self.covers.capacity() + size_of::<Self>()
    }
}

impl GlyphCoverage {
    /// `bitmap`, shifted by whole pixels.
    pub(crate) fn new(
        bitmap: Arc<Bitmap>,
        x: i64,
        y: i64,
        placement: &Placement,
    ) -> Result<Self, Error> {
        let left = i32::try_from(bitmap.left + x);
        let top = i32::try_from(bitmap.top + y);
        match (left, top) {
            (Ok(left), Ok(top)) => Ok(Self { left, top, bitmap }),
            _ => Err(placement.refused()),
        }
    }

    /// Width in pixels.
    #[must_use]
    pub fn width(&self) -> u32 {
        self.bitmap.width
    }

    /// Height in pixels.
    #[must_use]
    pub fn height(&self) -> u32 {
        self.bitmap.height
    }

    /// One byte a pixel, 255 where the glyph covers it fully: `width · height` of them, row by
    /// row, row 0 on top.
    #[must_use]
    pub fn covers(&self) -> &[u8] {
        &self.bitmap.covers
    }
}

/// Draws single glyphs; keeps its memory between them.
#[derive(Debug, Default)]
pub(crate) struct Rasterizer {
    raster: Raster,
    outline: Outline,
}

impl Rasterizer {
    /// The coverage of `glyph`, turned by `matrix`, with its origin at `fraction` (26.6) of a pixel.
    pub(crate) fn draw(
        &mut self,
        id: GlyphId,
        glyph: &Glyph,
        (matrix, fraction): (Matrix, (u8, u8)),
        ppem: f32,
    ) -> Result<Bitmap, Error> {
        let outline = &mut self.outline;
        glyph.scaled.outline.transform_into(matrix, outline);
        outline.translate(fraction.0.into(), fraction.1.into());
        let b = PixelBox::around(outline);
        b.check(id, outline, ppem)?;
        outline.translate(-b.left * 64, -b.bottom * 64);
        let (width, height) = (b.width as usize, b.height as usize);
        let covers = if outline.has_overlaps {
            self.raster.averaged_coverage(outline, width, height)
        } else {
            self.raster.coverage(outline, width, height)
        };
        Ok(Bitmap {
            left: b.left.into(),
            top: i64::from(b.bottom) + b.height,
            width: b.width as u32,
            height: b.height as u32,
            covers,
        })
    }
}

/// The whole pixels that a control box touches.
struct PixelBox {
    left: i32,
    bottom: i32,
    width: i64,
    height: i64,
}

impl PixelBox {
    fn around(outline: &Outline) -> Self {
        let b = outline.control_box();
        let (left, bottom) = (b.x_min >> 6, b.y_min >> 6);
        let pixels = |from: i32, to: i32| ((i64::from(to) + 63) >> 6) - i64::from(from);
        Self {
            left,
            bottom,
            width: pixels(left, b.x_max),
            height: pixels(bottom, b.y_max),
        }
    }

    /// Refuses boxes, and amounts of work, that no sound font asks for.
    fn check(&self, id: GlyphId, outline: &Outline, ppem: f32) -> Result<(), Error> {
        let (width, height) = (self.width, self.height);
        let finer = if outline.has_overlaps {
            FINER as u64
        } else {
            1
        };
        let side = width.max(height);
        let pixels = (width * height) as u64 * finer * finer;
        let steps = (width + height) as u64 * finer * outline.point_count() as u64;
        let is_wide = side > (ppem * MAX_EMS) as i64 || side > MAX_SIDE;
        if is_wide || pixels > MAX_GLYPH_PIXELS || steps > MAX_STEPS {
            return Err(Error::GlyphTooLarge {
                id: id.0,
                width,
                height,
            });
        }
        Ok(())
    }
}
