//! The embedded font with bytes changed here and there, and bytes that are no font at all.

use agg_text::{Font, FontSize, GlyphCache, GlyphId, Placement};
use arbitrary::Arbitrary;

static SOUND: &[u8] = include_bytes!("../../../crates/agg-text/fonts/DejaVuSans.ttf");

#[derive(Debug, Arbitrary)]
pub(crate) enum Damage {
    /// Bytes of tables, named by their place in the directory, and from where on in it.
    Tables(Vec<(u8, u16, u8)>),
    /// The directory itself.
    Directory(Vec<(u16, u8)>),
    Cut(u32),
    Bytes(Vec<u8>),
}

pub(crate) fn run(damage: &Damage) {
    let mut bytes = SOUND.to_vec();
    let mut put = |at: usize, v: u8| {
        if let Some(byte) = bytes.get_mut(at) {
            *byte = v;
        }
    };
    match damage {
        Damage::Tables(changes) => {
            for &(table, at, v) in changes.iter().take(64) {
                let entry = 12 + 16 * usize::from(table % 19) + 8;
                let start = SOUND.get(entry..).and_then(|b| b.first_chunk::<4>());
                let start = start.map_or(0, |b| u32::from_be_bytes(*b) as usize);
                put(start + usize::from(at), v);
            }
        }
        Damage::Directory(changes) => changes
            .iter()
            .for_each(|&(at, v)| put(usize::from(at) % 400, v)),
        Damage::Cut(at) => bytes.truncate(*at as usize % SOUND.len()),
        Damage::Bytes(all) => bytes.clone_from(all),
    }
    let Ok(font) = Font::from_bytes(bytes, 0) else {
        return;
    };
    let (Ok(size), Ok(pen)) = (
        FontSize::from_points(11.0, 100.0),
        Placement::rotated(0.0, 0.0, 20.0),
    ) else {
        return;
    };
    let mut cache = GlyphCache::new();
    for text in ["AVfi(é", "שָ العر"] {
        if let Ok(line) = cache.shape(&font, text, size) {
            line.coverage(pen, &mut cache).for_each(drop);
        }
    }
    for id in 0..20 {
        let _ = cache.glyph((&font, size), GlyphId::new(id * 300), (0.0, 0.0), &pen);
    }
}
