//! The short way through: a font shapes a string, a line gives its coverage.

use crate::cache::GlyphCache;
use crate::coverage::GlyphCoverage;
use crate::font::Font;
use crate::line::Line;
use crate::placement::Placement;
use crate::{Error, FontSize};

impl Font {
    /// The glyphs of `text` in one line, and its measures.
    ///
    /// Ligatures and kerning are applied, right-to-left text is put into visual order (the base
    /// direction is that of the first strong character), and each glyph is placed by hinted
    /// advances. A character the font lacks becomes its "missing" box. Line breaks are not obeyed:
    /// split the text first. An empty string gives an empty line.
    ///
    /// This sets the font up for `size` anew (some 100 µs); to shape more than one string, keep a
    /// [`GlyphCache`] and call [`GlyphCache::shape`].
    ///
    /// # Errors
    ///
    /// [`Error::TextTooLong`] beyond 16 MiB, [`Error::Glyph`] when the font is damaged at a glyph
    /// this text needs, [`Error::Shaping`] when the font's rules grow the text without end.
    ///
    /// # Examples
    ///
    /// ```
    /// use agg_text::{Font, FontSize};
    ///
    /// let size = FontSize::from_points(10.0, 100.0)?;
    /// let line = Font::dejavu_sans().shape("0.25", size)?;
    /// assert_eq!(line.glyphs().len(), 4);
    /// assert_eq!((line.width(), line.height(), line.descent()), (31.0, 10.0, 0.0));
    /// # Ok::<(), agg_text::Error>(())
    /// ```
    pub fn shape(&self, text: &str, size: FontSize) -> Result<Line, Error> {
        GlyphCache::new().shape(self, text, size)
    }
}

impl Line {
    /// The coverage of each glyph in turn, for `placement`; glyphs without ink come out empty.
    ///
    /// Glyphs are hinted first and turned afterwards. Drawing them in order, each blended over the
    /// one before, gives the string.
    ///
    /// # Errors
    ///
    /// Each item is an error when that glyph is broken or too large, as in
    /// [`GlyphCache::glyph`].
    ///
    /// # Examples
    ///
    /// ```
    /// use agg_text::{Font, FontSize, GlyphCache, Placement};
    ///
    /// let mut cache = GlyphCache::new();
    /// let size = FontSize::from_points(10.0, 100.0)?;
    /// let line = cache.shape(&Font::dejavu_sans(), "hi mom", size)?;
    /// for glyph in line.coverage(Placement::rotated(20.5, 30.0, 90.0)?, &mut cache) {
    ///     let glyph = glyph?;
    ///     assert_eq!(glyph.covers().len(), (glyph.width() * glyph.height()) as usize);
    /// }
    /// # Ok::<(), agg_text::Error>(())
    /// ```
    pub fn coverage<'a>(
        &'a self,
        placement: Placement,
        cache: &'a mut GlyphCache,
    ) -> impl Iterator<Item = Result<GlyphCoverage, Error>> + use<'a> {
        self.glyphs().iter().map(move |glyph| {
            cache.glyph(
                (self.font(), self.size()),
                glyph.id,
                (glyph.x, glyph.y),
                &placement,
            )
        })
    }
}
