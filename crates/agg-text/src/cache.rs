//! What is kept between one string and the next: faces, hinted outlines, coverage.
//!
//! ```text
//! (font, ppem) ─────────────► face      hinting set up, about 32 of them
//! (face, glyph) ────────────► outline   hinted, 26.6
//! (face, glyph, matrix, fraction of x and y) ► coverage, placed relative to the whole pixel
//! ```
//!
//! A cache is an ordinary value: keep one per thread or per figure, or let [`Font::shape`] make
//! one for a single string. What it holds never changes what is drawn.

use std::fmt;
use std::sync::Arc;

use crate::coverage::{self, Bitmap, GlyphCoverage};
use crate::face::{Face, Glyph, Glyphs};
use crate::font::{Font, GlyphId};
use crate::generations::Generations;
use crate::itemize;
use crate::line::{Extent, Line};
use crate::placement::{Grid, Matrix, Placement};
use crate::shape::{MAX_TEXT_BYTES, Shaper};
use crate::{Error, FontSize};
use agg_core::{Limit, Meter};

/// Faces kept at once: fonts times sizes of a busy figure.
const MAX_FACES: usize = 32;
/// What [`GlyphCache::new`] allows; a figure uses some tens of kilobytes.
const DEFAULT_BUDGET: usize = 8 << 20;

/// Everything worth keeping between strings, bounded in bytes.
///
/// Glyphs that were hinted or rasterized once are found again, for every [`Line`] shaped or drawn
/// with this cache. Results are the same with any cache, old or new.
pub struct GlyphCache {
    /// Latest used first.
    faces: Vec<Face>,
    next_serial: u64,
    glyphs: Glyphs,
    bitmaps: Generations<BitmapKey, Arc<Bitmap>>,
    shaper: Shaper,
    rasterizer: coverage::Rasterizer,
    meter: Option<Meter>,
}

/// What one hinted glyph measures, in pixels, before any rotation.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct GlyphMeasures {
    /// How far the pen moves to the right.
    pub advance: f64,
    /// The box around the outline's points, relative to the glyph's origin; zeros without ink.
    pub control_box: Extent,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct BitmapKey {
    face: u64,
    glyph: u32,
    matrix: Matrix,
    fraction: (u8, u8),
}

impl GlyphCache {
    /// An empty cache that will hold at most 8 MiB of outlines and coverage.
    #[must_use]
    pub fn new() -> Self {
        Self::with_budget(DEFAULT_BUDGET)
    }

    /// An empty cache that will hold at most `bytes` of outlines and coverage.
    ///
    /// Fonts set up for a size (up to 32 of them, some 20 kB each) are not counted. A budget of 0
    /// keeps nothing, and works.
    #[must_use]
    pub fn with_budget(bytes: usize) -> Self {
        Self {
            faces: Vec::new(),
            next_serial: 0,
            glyphs: Generations::new(bytes / 4),
            bitmaps: Generations::new(bytes - bytes / 4),
            shaper: Shaper::default(),
            rasterizer: coverage::Rasterizer::default(),
            meter: None,
        }
    }

    /// Counts the glyphs of texts on a meter from now on, or on none.
    pub fn set_meter(&mut self, meter: Option<&Meter>) {
        self.meter = meter.cloned();
    }

    /// Bytes of outlines and coverage held now.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.glyphs.bytes() + self.bitmaps.bytes()
    }

    /// The glyphs of `text` in one line, and its measures, as [`Font::shape`] gives them.
    ///
    /// # Errors
    ///
    /// Those of [`Font::shape`], and [`Error::Limit`] where a meter says so.
    pub fn shape(&mut self, font: &Font, text: &str, size: FontSize) -> Result<Line, Error> {
        if text.len() > MAX_TEXT_BYTES {
            return Err(Error::TextTooLong { bytes: text.len() });
        }
        self.select(font, size)?;
        let face = self.faces.first().ok_or(Error::NoOutlines)?;
        let mut shaped = Vec::with_capacity(text.len());
        for run in itemize::runs(text) {
            let before = shaped.len();
            self.shaper
                .shape((text, &run), face, &mut self.glyphs, &mut shaped)?;
            spend(self.meter.as_ref(), shaped.len() - before)?;
        }
        Line::new(face, size, &shaped, &mut self.glyphs)
    }

    /// How far one glyph moves the pen, and the box around its hinted outline: what mathematical
    /// layout measures by.
    ///
    /// # Errors
    ///
    /// [`Error::Glyph`] for a broken glyph.
    pub fn measure(
        &mut self,
        font: &Font,
        size: FontSize,
        glyph: GlyphId,
    ) -> Result<GlyphMeasures, Error> {
        self.select(font, size)?;
        let face = self.faces.first().ok_or(Error::NoOutlines)?;
        let (advance, b) = face.measure(glyph, &mut self.glyphs)?;
        let px = |fixed: i32| f64::from(fixed) / 64.0;
        let control_box = Extent {
            left: px(b.x_min),
            bottom: px(b.y_min),
            right: px(b.x_max),
            top: px(b.y_max),
        };
        Ok(GlyphMeasures {
            advance: px(advance),
            control_box,
        })
    }

    /// The coverage of one glyph whose origin is at (`dx`, `dy`) from the placement's pen, in
    /// pixels, y up: what mathematical layout draws by.
    ///
    /// # Errors
    ///
    /// [`Error::Glyph`] for a broken glyph, [`Error::GlyphTooLarge`] for one that would cover more
    /// than sixteen ems or [`MAX_GLYPH_PIXELS`](crate::MAX_GLYPH_PIXELS).
    pub fn glyph(
        &mut self,
        (font, size): (&Font, FontSize),
        glyph: GlyphId,
        offset: (f64, f64),
        placement: &Placement,
    ) -> Result<GlyphCoverage, Error> {
        self.select(font, size)?;
        let face = self.faces.first().ok_or(Error::NoOutlines)?;
        let (x, y) = placement.delta(offset.0, offset.1);
        let fraction = ((x & 63) as u8, (y & 63) as u8);
        let key = BitmapKey {
            face: face.serial,
            glyph: glyph.0,
            matrix: placement.matrix(),
            fraction,
        };
        let bitmap = match self.bitmaps.get(&key) {
            Some(bitmap) => bitmap,
            None => {
                let source = face.glyph(glyph, key.matrix.grid(), &mut self.glyphs)?;
                let drawn =
                    self.rasterizer
                        .draw(glyph, &source, (key.matrix, fraction), face.ppem())?;
                let bitmap = Arc::new(drawn);
                self.bitmaps
                    .insert(key, Arc::clone(&bitmap), bitmap.heap_bytes());
                bitmap
            }
        };
        GlyphCoverage::new(bitmap, x >> 6, y >> 6, placement)
    }

    /// The hinted outline of one glyph.
    pub(crate) fn outline(
        &mut self,
        (font, size): (&Font, FontSize),
        glyph: GlyphId,
    ) -> Result<Arc<Glyph>, Error> {
        self.select(font, size)?;
        let face = self.faces.first().ok_or(Error::NoOutlines)?;
        face.glyph(glyph, Grid::On, &mut self.glyphs)
    }

    /// Brings the face for `font` at `size` to the front, setting it up if it is not there.
    fn select(&mut self, font: &Font, size: FontSize) -> Result<(), Error> {
        match self.faces.iter().position(|face| face.is(font, size)) {
            Some(0) => {}
            Some(at) => {
                if let Some(faces) = self.faces.get_mut(..=at) {
                    faces.rotate_right(1);
                }
            }
            None => {
                let face = Face::new(self.next_serial, font, size)?;
                self.next_serial += 1;
                self.faces.truncate(MAX_FACES - 1);
                self.faces.insert(0, face);
            }
        }
        Ok(())
    }
}

impl Default for GlyphCache {
    fn default() -> Self {
        Self::new()
    }
}

/// Counts so many glyphs.
fn spend(meter: Option<&Meter>, glyphs: usize) -> Result<(), Error> {
    if let Some(meter) = meter {
        meter.spend(Limit::Glyphs, glyphs as u64);
        meter.check()?;
    }
    Ok(())
}

impl fmt::Debug for GlyphCache {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GlyphCache")
            .field("faces", &self.faces)
            .field("bytes", &self.bytes())
            .finish_non_exhaustive()
    }
}
