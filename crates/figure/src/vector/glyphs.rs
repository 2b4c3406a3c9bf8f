//! Which glyphs and characters of a font a document shows.

use std::collections::BTreeMap;

use agg_text::{Font, GlyphId, Subset};

use crate::vector::shape::{Glyph, Glyphs};

/// Collects what the document's text is made of. All lines have one font, the first's: a line of
/// another is drawn as a path.
#[derive(Debug, Default)]
pub(super) struct Used {
    font: Option<Font>,
    /// Glyphs in the order in which they were met, and the strings that they stood for then.
    #[cfg(feature = "pdf")]
    glyphs: Vec<(GlyphId, String)>,
    /// Their places in that order.
    #[cfg(feature = "pdf")]
    places: BTreeMap<GlyphId, u16>,
    characters: BTreeMap<char, GlyphId>,
}

impl Used {
    /// Whether a line's font is the document's.
    fn takes(&mut self, line: &Glyphs<'_>) -> bool {
        let font = self.font.get_or_insert_with(|| line.font.clone());
        font.is(line.font)
    }

    /// The character that shows each glyph of a line, in the order of the glyphs; `None` where some
    /// glyph has none of its own, as an Arabic letter's form, or stands above the baseline.
    pub(super) fn characters(&mut self, line: &Glyphs<'_>) -> Option<Vec<char>> {
        if !self.takes(line) {
            return None;
        }
        let shown = line.glyphs.iter().map(|glyph| {
            let c = shown_by(glyph, line)?;
            let is_plain = glyph.y == 0.0 && c.len_utf16() == 1 && !c.is_control();
            is_plain.then_some((c, glyph.id))
        });
        let shown: Vec<(char, GlyphId)> = shown.collect::<Option<_>>()?;
        self.characters.extend(shown.iter().copied());
        Some(shown.into_iter().map(|(c, _)| c).collect())
    }

    /// Takes the glyphs of a line, with what they stand for, and numbers them from 1; `None` where
    /// the line is not of the document's font or leaves the baseline.
    #[cfg(feature = "pdf")]
    pub(super) fn numbers(&mut self, line: &Glyphs<'_>) -> Option<Vec<u16>> {
        if !self.takes(line) || line.glyphs.iter().any(|glyph| glyph.y != 0.0) {
            return None;
        }
        let mut starts: Vec<usize> = line.glyphs.iter().map(|glyph| glyph.cluster).collect();
        starts.sort_unstable();
        let string = line.string;
        let number = |glyph: &Glyph| {
            if let Some(&known) = self.places.get(&glyph.id) {
                return Some(known);
            }
            let next = u16::try_from(self.glyphs.len()).ok()?.checked_add(1)?;
            let end = starts.iter().find(|&&start| start > glyph.cluster);
            let end = end.copied().unwrap_or(string.len());
            let stands_for = string.get(glyph.cluster..end).unwrap_or_default();
            self.glyphs.push((glyph.id, stands_for.to_owned()));
            self.places.insert(glyph.id, next);
            Some(next)
        };
        line.glyphs.iter().map(number).collect()
    }

    /// The glyphs by their numbers, the first of which is 1, and what each stands for.
    #[cfg(feature = "pdf")]
    pub(super) fn glyphs(&self) -> &[(GlyphId, String)] {
        &self.glyphs
    }

    /// The font; `None` for no text.
    #[cfg(feature = "pdf")]
    pub(super) fn font(&self) -> Option<&Font> {
        self.font.as_ref()
    }

    /// The font of all that was taken; `None` for no text.
    pub(super) fn subset(&self) -> Option<Subset> {
        #[cfg(feature = "pdf")]
        let glyphs = self.glyphs.iter().map(|(id, _)| *id);
        #[cfg(not(feature = "pdf"))]
        let glyphs = std::iter::empty();
        let characters = self.characters.iter().map(|(&c, &id)| (c, id));
        self.font.as_ref()?.subset(glyphs, characters)
    }
}

/// Ligatures of `f` that are characters themselves.
const LIGATURES: [char; 7] = ['ﬀ', 'ﬁ', 'ﬂ', 'ﬃ', 'ﬄ', 'ﬅ', 'ﬆ'];

/// The character that a glyph stands for, if it is that character's own.
fn shown_by(glyph: &Glyph, line: &Glyphs<'_>) -> Option<char> {
    let own = line.string.get(glyph.cluster..)?.chars().next();
    let mut characters = own.into_iter().chain(LIGATURES);
    characters.find(|&c| line.font.glyph_for(c) == Some(glyph.id))
}
