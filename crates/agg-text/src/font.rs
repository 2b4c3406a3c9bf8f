//! A face and its data: parsed once, shared by every clone.

use std::fmt;
use std::sync::Arc;

use skrifa::raw::TableProvider;
use skrifa::raw::tables::kern::SubtableKind;

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

    /// The same for bytes that are part of the program: they are not copied, and every call gives
    /// the same font, so glyphs cached for one are found for the next.
    ///
    /// # Errors
    ///
    /// As for [`from_bytes`](Self::from_bytes).
    pub fn from_static(bytes: &'static [u8], index: u32) -> Result<Self, Error> {
        let parsed = skrifa::Font::new(bytes, index).ok_or(Error::NotAFont { index })?;
        if parsed.units_per_em() == 0 || parsed.outline_glyphs().source().is_none() {
            return Err(Error::NoOutlines);
        }
        Ok(Self(Arc::new(Face {
            parsed: Some(parsed),
            identity: (bytes.as_ptr().addr(), bytes.len(), index),
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

    /// Whether both read the same bytes, as clones do.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        self.identity() == other.identity()
    }

    /// How far the pen moves after a glyph as it was designed, in font units; 0 where the font has
    /// no such glyph.
    #[must_use]
    pub fn advance(&self, glyph: GlyphId) -> u16 {
        let parsed = self.0.parsed.as_ref();
        let advance = |font: &skrifa::Font| {
            let metrics = font.glyph_metrics();
            metrics.h_advance(skrifa::GlyphId::new(glyph.0))
        };
        // Whole units, up to 65 535.
        parsed.map_or(0, |font| advance(font) as u16)
    }

    /// FreeType's scale from font units to 26.6, itself in 16.16.
    pub(crate) fn scale(&self, size: FontSize) -> f64 {
        let units = f64::from(self.units_per_em().max(1));
        (f64::from(size.ppem_26_6()) * 65_536.0 / units).round()
    }

    /// How much farther apart two glyphs stand than their advances say, by the font's pairs (the
    /// table `kern`): whole pixels, mostly negative, and less of it below 25 pixels per em.
    ///
    /// Mathematics is laid out by this. Lines of text are shaped, which is finer.
    ///
    /// ```
    /// let font = agg_text::Font::dejavu_sans();
    /// let size = agg_text::FontSize::from_points(12.0, 100.0)?;
    /// let pair = font.glyph_for('A').zip(font.glyph_for('V'));
    /// assert_eq!(pair.map(|(a, v)| font.kerning(a, v, size)), Some(-1.0));
    /// # Ok::<(), agg_text::Error>(())
    /// ```
    #[must_use]
    pub fn kerning(&self, left: GlyphId, right: GlyphId, size: FontSize) -> f64 {
        let units = self.pair(left, right).unwrap_or(0);
        let scaled = (f64::from(units) * self.scale(size) / 65_536.0).round();
        let ppem = f64::from((size.ppem_26_6() + 32) >> 6);
        let reduced = if ppem < 25.0 {
            (scaled * ppem / 25.0).round()
        } else {
            scaled
        };
        ((reduced + 32.0) / 64.0).floor()
    }

    /// What the font says of a pair, in its units.
    fn pair(&self, left: GlyphId, right: GlyphId) -> Option<i32> {
        let kern = self.0.parsed.as_ref()?.tables().kern().ok()?;
        let (left, right) = (skrifa::GlyphId::new(left.0), skrifa::GlyphId::new(right.0));
        let tables = kern.subtables().flatten();
        let mut across = tables.filter(|table| table.is_horizontal() && !table.is_cross_stream());
        across.find_map(|table| match table.kind().ok()? {
            SubtableKind::Format0(pairs) => pairs.kerning(left, right),
            _ => None,
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
