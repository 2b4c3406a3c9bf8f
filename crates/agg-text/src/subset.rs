//! Fonts with few glyphs, to be sent along with text.
//!
//! ```text
//!  glyphs that are used ─► and what they are composed of ─► numbered anew ─► glyf, loca, hmtx
//!  characters that show them ───────────────────────────────────────────► cmap
//! ```
//!
//! What stays are outlines, advances, names and the map from characters. Hinting programs go, and
//! with them their data: whoever draws the glyphs anew scales them freely. Shaping rules go too:
//! the text that a subset is made for has been shaped.

use std::collections::BTreeMap;

use skrifa::font::Source;
use skrifa::raw::types::Tag;
use skrifa::raw::{FontRef, TableProvider};

use crate::font::{Font, GlyphId};

/// A TrueType font of few glyphs.
#[derive(Clone, Debug)]
pub struct Subset {
    bytes: Vec<u8>,
    /// The glyphs in their new order, by their numbers in the whole font.
    order: Vec<u32>,
}

impl Subset {
    /// The font file.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The number that a glyph of the whole font has in this one; `None` if it is not here.
    #[must_use]
    pub fn index_of(&self, glyph: GlyphId) -> Option<u16> {
        let at = self.order.iter().position(|&id| id == glyph.0)?;
        u16::try_from(at).ok()
    }
}

impl Font {
    /// A TrueType file of the glyph for missing characters, the given glyphs, and the parts that
    /// they are composed of; its character map has the given characters. `None` where the font's
    /// outlines are not TrueType's or its tables are damaged.
    ///
    /// ```
    /// use agg_text::{Font, GlyphId};
    ///
    /// let font = Font::dejavu_sans();
    /// let h = font.glyph_for('h').unwrap_or_default();
    /// let subset = font.subset([h], [('h', h)]).ok_or("not TrueType")?;
    /// assert_eq!(subset.index_of(h), Some(1));
    /// assert!(subset.bytes().len() < 4000);
    /// let small = Font::from_bytes(subset.bytes(), 0)?;
    /// assert_eq!(small.glyph_for('h'), Some(GlyphId::new(1)));
    /// assert_eq!(small.glyph_for('o'), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn subset(
        &self,
        glyphs: impl IntoIterator<Item = GlyphId>,
        characters: impl IntoIterator<Item = (char, GlyphId)>,
    ) -> Option<Subset> {
        let whole = Whole::of(self)?;
        let characters: BTreeMap<char, GlyphId> = characters.into_iter().collect();
        let wanted = glyphs.into_iter().chain(characters.values().copied());
        let order = whole.closure(wanted)?;
        let place: BTreeMap<u32, u16> = order.iter().copied().zip(0..).collect();
        let mapped = characters
            .iter()
            .filter_map(|(&c, glyph)| Some((u32::from(c), *place.get(&glyph.0)?)));
        let mapped: Vec<(u32, u16)> = mapped.collect();
        let tables = whole.tables(&order, &place, &mapped)?;
        Some(Subset {
            bytes: file(tables),
            order,
        })
    }

    /// The bytes of a table of the font's file; `None` if there is no such table.
    pub(crate) fn table(&self, tag: [u8; 4]) -> Option<&[u8]> {
        let Source::Blob(blob) = self.parsed().ok()?.source() else {
            return None;
        };
        let file = FontRef::from_index(blob.as_ref(), self.identity().2).ok()?;
        Some(file.data_for_tag(Tag::new(&tag))?.as_bytes())
    }
}

/// Bits of a composite glyph's component.
const WORDS: u16 = 1;
const SCALE: u16 = 1 << 3;
const MORE: u16 = 1 << 5;
const TWO_SCALES: u16 = 1 << 6;
const MATRIX: u16 = 1 << 7;
const INSTRUCTIONS: u16 = 1 << 8;

/// The bits of `head` that say that sizes or advances depend on hinting.
const HINTED: u16 = 0b1_1100;

/// The tables of the whole font.
struct Whole<'a> {
    font: &'a Font,
    glyf: &'a [u8],
    loca: &'a [u8],
    hmtx: &'a [u8],
    long_loca: bool,
    count: u32,
    metrics: usize,
}

impl<'a> Whole<'a> {
    fn of(font: &'a Font) -> Option<Self> {
        Some(Self {
            font,
            glyf: font.table(*b"glyf")?,
            loca: font.table(*b"loca")?,
            hmtx: font.table(*b"hmtx")?,
            long_loca: u16_at(font.table(*b"head")?, 50)? != 0,
            count: u32::from(u16_at(font.table(*b"maxp")?, 4)?),
            metrics: usize::from(u16_at(font.table(*b"hhea")?, 34)?),
        })
    }

    /// The glyph for missing characters, then those wanted, then their components, each once.
    fn closure(&self, wanted: impl Iterator<Item = GlyphId>) -> Option<Vec<u32>> {
        let mut order = vec![0];
        let mut wanted: Vec<u32> = wanted.map(|glyph| glyph.0).collect();
        wanted.sort_unstable();
        wanted.dedup();
        order.extend(wanted.into_iter().filter(|&id| id != 0 && id < self.count));
        let mut at = 0;
        while let Some(&id) = order.get(at) {
            for (start, _) in components(self.glyph(id)?) {
                let part = u32::from(u16_at(self.glyph(id)?, start + 2)?);
                if part < self.count && !order.contains(&part) {
                    order.push(part);
                }
            }
            at += 1;
        }
        Some(order)
    }

    /// The bytes of a glyph; none for one without ink.
    fn glyph(&self, id: u32) -> Option<&'a [u8]> {
        let id = id as usize;
        let offset = |i: usize| match self.long_loca {
            true => Some(u32_at(self.loca, i * 4)? as usize),
            false => Some(usize::from(u16_at(self.loca, i * 2)?) * 2),
        };
        self.glyf.get(offset(id)?..offset(id + 1)?)
    }

    /// Advance and left side bearing.
    fn metric(&self, id: u32) -> Option<(u16, u16)> {
        let id = id as usize;
        let last = self.metrics.checked_sub(1)?;
        let advance = u16_at(self.hmtx, id.min(last) * 4)?;
        let bearing = match id.checked_sub(self.metrics) {
            None => id * 4 + 2,
            Some(beyond) => (self.metrics * 2 + beyond) * 2,
        };
        Some((advance, u16_at(self.hmtx, bearing).unwrap_or(0)))
    }

    /// All tables of the new file, by name.
    fn tables(
        &self,
        order: &[u32],
        place: &BTreeMap<u32, u16>,
        mapped: &[(u32, u16)],
    ) -> Option<BTreeMap<[u8; 4], Vec<u8>>> {
        let (mut glyf, mut loca, mut hmtx) = (Vec::new(), Vec::new(), Vec::new());
        for &id in order {
            loca.extend((glyf.len() as u32).to_be_bytes());
            glyf.extend(bare(self.glyph(id)?, place)?);
            glyf.resize(glyf.len().next_multiple_of(4), 0);
            let (advance, bearing) = self.metric(id)?;
            hmtx.extend([advance, bearing].map(u16::to_be_bytes).as_flattened());
        }
        loca.extend((glyf.len() as u32).to_be_bytes());
        let count = u16::try_from(order.len()).ok()?;
        let mut head = self.font.table(*b"head")?.to_vec();
        let flags = u16_at(&head, 16)? & !HINTED;
        put(&mut head, 8, &[0; 4])?;
        put(&mut head, 16, &flags.to_be_bytes())?;
        put(&mut head, 50, &1_u16.to_be_bytes())?;
        let mut hhea = self.font.table(*b"hhea")?.to_vec();
        put(&mut hhea, 34, &count.to_be_bytes())?;
        let mut maxp = self.font.table(*b"maxp")?.to_vec();
        put(&mut maxp, 4, &count.to_be_bytes())?;
        let mut tables = BTreeMap::from([
            (*b"cmap", cmap(mapped)),
            (*b"glyf", glyf),
            (*b"head", head),
            (*b"hhea", hhea),
            (*b"hmtx", hmtx),
            (*b"loca", loca),
            (*b"maxp", maxp),
            (*b"post", nameless_post(self.font.table(*b"post"))),
        ]);
        if let Some(os2) = self.font.table(*b"OS/2") {
            tables.insert(*b"OS/2", os2.to_vec());
        }
        if let Some(name) = self.font.table(*b"name").and_then(names) {
            tables.insert(*b"name", name);
        }
        Some(tables)
    }
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let (two, _) = bytes.get(at..)?.split_first_chunk()?;
    Some(u16::from_be_bytes(*two))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let (four, _) = bytes.get(at..)?.split_first_chunk()?;
    Some(u32::from_be_bytes(*four))
}

fn put(bytes: &mut [u8], at: usize, new: &[u8]) -> Option<()> {
    let old = bytes.get_mut(at..at + new.len())?;
    old.copy_from_slice(new);
    Some(())
}

/// Where the components of a composite glyph start, and their flags; none for a simple one.
fn components(glyph: &[u8]) -> Vec<(usize, u16)> {
    let mut found = Vec::new();
    let is_composite = u16_at(glyph, 0).is_some_and(|contours| contours >= 0x8000);
    let mut at = 10;
    while is_composite && let Some(flags) = u16_at(glyph, at) {
        found.push((at, flags));
        if flags & MORE == 0 {
            break;
        }
        at += component_length(flags);
    }
    found
}

fn component_length(flags: u16) -> usize {
    let matrix = match flags & (SCALE | TWO_SCALES | MATRIX) {
        SCALE => 2,
        TWO_SCALES => 4,
        MATRIX => 8,
        _ => 0,
    };
    4 + if flags & WORDS == 0 { 2 } else { 4 } + matrix
}

/// A glyph without its hinting program, its components numbered anew.
fn bare(glyph: &[u8], place: &BTreeMap<u32, u16>) -> Option<Vec<u8>> {
    let Some(contours) = u16_at(glyph, 0) else {
        return Some(Vec::new());
    };
    if contours < 0x8000 {
        let program = 10 + 2 * usize::from(contours);
        let rest = program + 2 + usize::from(u16_at(glyph, program)?);
        let mut kept = glyph.get(..program)?.to_vec();
        kept.extend([0, 0]);
        kept.extend(glyph.get(rest..)?);
        return Some(kept);
    }
    let parts = components(glyph);
    let &(last, flags) = parts.last()?;
    let mut kept = glyph.get(..last + component_length(flags))?.to_vec();
    for (start, flags) in parts {
        let part = u32::from(u16_at(glyph, start + 2)?);
        let part = place.get(&part).copied().unwrap_or(0);
        put(&mut kept, start, &(flags & !INSTRUCTIONS).to_be_bytes())?;
        put(&mut kept, start + 2, &part.to_be_bytes())?;
    }
    Some(kept)
}

/// The map from characters, in increasing order, to glyphs: by segments of one character for those
/// of 16 bits, which everything reads, and by groups of one for all.
fn cmap(mapped: &[(u32, u16)]) -> Vec<u8> {
    let short: Vec<(u16, u16)> = mapped
        .iter()
        .filter_map(|&(c, glyph)| Some((u16::try_from(c).ok()?, glyph)))
        .filter(|&(c, _)| c != u16::MAX)
        .collect();
    let segments = short.len() + 1;
    let mut words: Vec<u16> = vec![4, (16 + segments * 8) as u16, 0, (segments * 2) as u16];
    let fold = segments.checked_ilog2().unwrap_or(0);
    let range = (2_usize << fold) as u16;
    let rest = ((segments * 2) as u16).saturating_sub(range);
    words.extend([range, fold as u16, rest]);
    let codes = || short.iter().map(|&(c, _)| c).chain([u16::MAX]);
    words.extend(codes());
    words.push(0);
    words.extend(codes());
    let deltas = short.iter().map(|&(c, glyph)| glyph.wrapping_sub(c));
    words.extend(deltas.chain([1]));
    words.extend(std::iter::repeat_n(0, segments));
    let mut groups: Vec<u32> = vec![12 << 16, 16 + 12 * mapped.len() as u32, 0];
    groups.push(mapped.len() as u32);
    groups.extend(
        mapped
            .iter()
            .flat_map(|&(c, glyph)| [c, c, u32::from(glyph)]),
    );
    // Version 0, two tables, both for Windows: characters of 16 bits, and all.
    let mut bytes: Vec<u8> = [0_u16, 2, 3, 1, 0, 20, 3, 10]
        .map(u16::to_be_bytes)
        .as_flattened()
        .to_vec();
    bytes.extend((20 + words.len() as u32 * 2).to_be_bytes());
    bytes.extend(words.into_iter().flat_map(u16::to_be_bytes));
    bytes.extend(groups.into_iter().flat_map(u32::to_be_bytes));
    bytes
}

/// The table for printers without names of glyphs.
fn nameless_post(post: Option<&[u8]>) -> Vec<u8> {
    let mut bytes = post.unwrap_or_default().to_vec();
    bytes.resize(32, 0);
    bytes.splice(..4, [0, 3, 0, 0]);
    bytes
}

/// Copyright, family, style, unique name, full name, version, PostScript name, and the address of
/// the licence.
const NAMES: [u16; 8] = [0, 1, 2, 3, 4, 5, 6, 14];

/// The names that matter, in English as Windows stores them.
fn names(table: &[u8]) -> Option<Vec<u8>> {
    let strings = usize::from(u16_at(table, 4)?);
    let (mut records, mut text, mut count) = (Vec::new(), Vec::new(), 0_u16);
    for i in 0..usize::from(u16_at(table, 2)?) {
        let record = table.get(6 + 12 * i..18 + 12 * i)?;
        let id = u16_at(record, 6)?;
        if record.get(..6)? != [0, 3, 0, 1, 4, 9] || !NAMES.contains(&id) {
            continue;
        }
        let start = strings + usize::from(u16_at(record, 10)?);
        let string = table.get(start..start + usize::from(u16_at(record, 8)?))?;
        records.extend(record.get(..10)?);
        records.extend(u16::try_from(text.len()).ok()?.to_be_bytes());
        text.extend(string);
        count += 1;
    }
    let header = [0, count, 6 + 12 * count].map(u16::to_be_bytes);
    Some([header.as_flattened(), &records, &text].concat())
}

/// A font file of tables.
fn file(tables: BTreeMap<[u8; 4], Vec<u8>>) -> Vec<u8> {
    let count = tables.len();
    let fold = count.checked_ilog2().unwrap_or(0);
    let range = 16_usize << fold;
    let mut directory = vec![0, 1, 0, 0];
    let header = [count, range, fold as usize, count * 16 - range];
    directory.extend(header.into_iter().flat_map(|v| (v as u16).to_be_bytes()));
    let start = 12 + 16 * count;
    let (mut body, mut head) = (Vec::new(), None);
    for (tag, mut table) in tables {
        let at = start + body.len();
        if &tag == b"head" {
            head = Some(at);
        }
        let length = table.len();
        table.resize(length.next_multiple_of(4), 0);
        directory.extend(tag);
        let numbers = [sum(&table), at as u32, length as u32];
        directory.extend(numbers.map(u32::to_be_bytes).as_flattened());
        body.extend(table);
    }
    let mut bytes = [directory, body].concat();
    // The sum of the whole file, with this in it, is always the same.
    let adjustment = 0xB1B0_AFBA_u32.wrapping_sub(sum(&bytes));
    if let Some(head) = head {
        let _ = put(&mut bytes, head + 8, &adjustment.to_be_bytes());
    }
    bytes
}

/// The sum of all big-endian words of 32 bits, cut off.
fn sum(bytes: &[u8]) -> u32 {
    let (words, _) = bytes.as_chunks::<4>();
    let words = words.iter().map(|word| u32::from_be_bytes(*word));
    words.fold(0, u32::wrapping_add)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{FontSize, GlyphCache, Hinting};

    fn subset_of(text: &str) -> (Font, Subset) {
        let font = Font::dejavu_sans();
        let characters = text.chars().map(|c| (c, font.glyph_for(c).unwrap()));
        let subset = font.subset([], characters).unwrap();
        (Font::from_bytes(subset.bytes(), 0).unwrap(), subset)
    }

    #[test]
    fn outlines_and_advances_are_those_of_the_whole_font() {
        // Ä and ﬁ are composed of other glyphs; 𝔸 is beyond 16 bits.
        let text = "Agé Ä µ×10⁻³ ﬁ 𝔸";
        let (small, _) = subset_of(text);
        let size = FontSize::from_points(640.0, 72.0).unwrap();
        let mut cache = GlyphCache::new();
        for c in text.chars() {
            let c = c.to_string();
            let of = |font: &Font, cache: &mut GlyphCache| {
                let line = cache.shape(font, &c, size).unwrap();
                line.path(Hinting::None, cache).unwrap()
            };
            assert_eq!(
                of(&small, &mut cache),
                of(&Font::dejavu_sans(), &mut cache),
                "{c}"
            );
        }
    }

    #[test]
    fn components_come_along_behind_what_is_made_of_them() {
        let (small, subset) = subset_of("é");
        assert!(small.glyph_count() > 2);
        assert_eq!(subset.order.len(), small.glyph_count() as usize);
        assert_eq!(small.glyph_for('é'), Some(GlyphId::new(1)));
    }

    #[test]
    fn glyphs_that_the_font_does_not_have_are_left_out() {
        let font = Font::dejavu_sans();
        let subset = font.subset([GlyphId::new(60_000)], []).unwrap();
        assert_eq!(subset.order, [0]);
    }

    #[test]
    fn the_file_sums_to_what_it_must() {
        let (_, subset) = subset_of("hi mom");
        assert_eq!(sum(subset.bytes()), 0xB1B0_AFBA);
    }
}
