//! A face and its data: parsed once, shared by every clone.

use std::fmt;
use std::sync::Arc;

use skrifa::raw::TableProvider;

use crate::{Error, FontSize};

/// DejaVu Sans 2.35, byte for byte the file matplotlib ships; see the crate's README for why not 2.37.
static DEJAVU_SANS: &[u8] = include_bytes!("../fonts/DejaVuSans.ttf");

/// A glyph as numbered by its font; 0 is the font's "missing character" box.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GlyphId(pub(crate) u32);

impl GlyphId {
    /// The glyph with this number; whether a font has it shows when it is drawn.
    #[must_use]
    pub fn new(id: u32) -> Self {
        Self(id)
    }

    /// The number.
    #[must_use]
    pub fn to_u32(self) -> u32 {
        self.0
    }
}

/// One face of a font file. Cloning shares the data; sending it to another thread is fine.
#[derive(Clone)]
pub struct Font(Arc<Face>);

struct Face {
    /// Absent only if the embedded font were damaged, so that making it cannot fail.
    parsed: Option<skrifa::Font>,
    /// Where the bytes live, how many there are, and which face of them: two fonts are one if
    /// these agree, for as long as either is alive.
    identity: (usize, usize, u32),
}

/// How far a line of text in some font reaches above and below the baseline, in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct LineMetrics {
    /// From the baseline up to the top of the line; usually positive.
    pub ascent: f64,
    /// From the baseline **down** to the bottom of the line; usually positive.
    pub descent: f64,
    /// Extra space the font asks for between two lines.
    pub line_gap: f64,
}

/// How much room a glyph takes as it was designed, at some size, in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct GlyphBox {
    /// How far the pen moves, in steps of 1/65536.
    pub advance: f64,
    /// Left edge of the ink, in steps of 1/64 like the other three.
    pub left: f64,
    /// Lower edge; negative when something hangs below the baseline.
    pub bottom: f64,
    /// Right edge.
    pub right: f64,
    /// Upper edge.
    pub top: f64,
}

impl Font {
    /// DejaVu Sans, embedded in this crate: matplotlib's default.
    ///
    /// Every call gives the same font, so glyphs cached for one are found for the next.
    #[must_use]
    pub fn dejavu_sans() -> Self {
        let parsed = skrifa::Font::new(DEJAVU_SANS, 0);
        let identity = (DEJAVU_SANS.as_ptr().addr(), DEJAVU_SANS.len(), 0);
        Self(Arc::new(Face { parsed, identity }))
    }

    /// The face number `index` (0 unless the file is a collection) of a TrueType, OpenType or
    /// collection file.
    ///
    /// Damaged tables show later, as errors of the glyphs that need them.
    ///
    /// # Errors
    ///
    /// [`Error::NotAFont`] when there is no such face, [`Error::NoOutlines`] when it has no glyphs
    /// that could be scaled.
    pub fn from_bytes(bytes: impl Into<Vec<u8>>, index: u32) -> Result<Self, Error> {
        let bytes: Vec<u8> = bytes.into();
        let (address, length) = (bytes.as_ptr().addr(), bytes.len());
        let parsed = skrifa::Font::new(bytes, index).ok_or(Error::NotAFont { index })?;
        if parsed.units_per_em() == 0 || parsed.outline_glyphs().source().is_none() {
            return Err(Error::NoOutlines);
        }
        Ok(Self(Arc::new(Face {
            parsed: Some(parsed),
            identity: (address, length, index),
        })))
    }

    /// Font units per em.
    #[must_use]
    pub fn units_per_em(&self) -> u16 {
        self.0.parsed.as_ref().map_or(0, skrifa::Font::units_per_em)
    }

    /// How many glyphs the font has.
    #[must_use]
    pub fn glyph_count(&self) -> u32 {
        self.0.parsed.as_ref().map_or(0, skrifa::Font::num_glyphs)
    }

    /// The glyph for one character, before shaping; `None` if the font lacks it.
    #[must_use]
    pub fn glyph_for(&self, character: char) -> Option<GlyphId> {
        let charmap = self.0.parsed.as_ref()?.charmap();
        charmap
            .map_unicode(u32::from(character))
            .map(|glyph| GlyphId(glyph.to_u32()))
    }

    /// The room that a glyph takes at `size` without hinting, and without rounding the size to
    /// whole pixels; `None` where the font has no such glyph.
    ///
    /// Mathematics is laid out by this, because its parts must keep their proportions.
    ///
    /// ```
    /// let font = agg_text::Font::dejavu_sans();
    /// let size = agg_text::FontSize::from_points(10.0, 100.0)?;
    /// let one = font.glyph_for('1').and_then(|glyph| font.glyph_box(glyph, size));
    /// assert_eq!(one.map(|one| (one.bottom, one.top)), Some((0.0, 648.0 / 64.0)));
    /// # Ok::<(), agg_text::Error>(())
    /// ```
    #[must_use]
    pub fn glyph_box(&self, glyph: GlyphId, size: FontSize) -> Option<GlyphBox> {
        let metrics = self.0.parsed.as_ref()?.glyph_metrics();
        let id = skrifa::GlyphId::new(glyph.0);
        let ink = metrics.extents(id)?;
        let (left, top) = (f64::from(ink.x_bearing), f64::from(ink.y_bearing));
        // FreeType's scale from font units to 26.6, itself in 16.16.
        let scale = f64::from(size.ppem_26_6()) * 65_536.0 / f64::from(self.units_per_em().max(1));
        let scale = scale.round();
        let edge = |units: f64| (units * scale / 65_536.0).round() / 64.0;
        Some(GlyphBox {
            advance: (f64::from(metrics.h_advance(id)) * scale / 64.0).round() / 65_536.0,
            left: edge(left),
            bottom: edge(top - f64::from(ink.height)),
            right: edge(left + f64::from(ink.width)),
            top: edge(top),
        })
    }

    /// Ascent, descent and line gap at `size`, unhinted and unrounded.
    ///
    /// They come from the font's typographic metrics (`OS/2`), or where that table is missing
    /// from `hhea`; a font with neither gives zeros.
    #[must_use]
    pub fn line_metrics(&self, size: FontSize) -> LineMetrics {
        let Some((ascender, descender, gap)) = self.design_line_metrics() else {
            return LineMetrics::default();
        };
        let scale = size.pixels_per_unit(self.units_per_em());
        LineMetrics {
            ascent: f64::from(ascender) * scale,
            descent: -f64::from(descender) * scale,
            line_gap: f64::from(gap) * scale,
        }
    }

    fn design_line_metrics(&self) -> Option<(i16, i16, i16)> {
        let tables = self.0.parsed.as_ref()?.tables();
        if let Ok(os2) = tables.os2() {
            return Some((
                os2.s_typo_ascender(),
                os2.s_typo_descender(),
                os2.s_typo_line_gap(),
            ));
        }
        let hhea = tables.hhea().ok()?;
        Some((
            hhea.ascender().to_i16(),
            hhea.descender().to_i16(),
            hhea.line_gap().to_i16(),
        ))
    }

    /// The parsed font.
    pub(crate) fn parsed(&self) -> Result<&skrifa::Font, Error> {
        self.0.parsed.as_ref().ok_or(Error::NoOutlines)
    }

    /// Equal for fonts that read the same bytes.
    pub(crate) fn identity(&self) -> (usize, usize, u32) {
        self.0.identity
    }
}

impl fmt::Debug for Font {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (_, bytes, index) = self.0.identity;
        f.debug_struct("Font")
            .field("bytes", &bytes)
            .field("index", &index)
            .finish_non_exhaustive()
    }
}
