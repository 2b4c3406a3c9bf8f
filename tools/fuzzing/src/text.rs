//! Any string, at any size and angle; the same from a cache that has seen other things.

use agg_text::{Font, FontSize, GlyphCache, Hinting, Placement};
use arbitrary::Arbitrary;

#[derive(Debug, Arbitrary)]
pub(crate) struct Words {
    text: String,
    points: f64,
    dpi: u8,
    place: (f64, f64),
    degrees: f64,
}

pub(crate) fn run(words: &Words) {
    let text: String = words.text.chars().take(200).collect();
    let Ok(size) = FontSize::from_points(words.points.abs() % 60.0, f64::from(words.dpi)) else {
        return;
    };
    let font = Font::dejavu_sans();
    let (mut used, mut fresh) = (GlyphCache::with_budget(1000), GlyphCache::new());
    let _ = used.shape(&font, "Affinity 0.25", size);
    let (Ok(line), Ok(again)) = (
        used.shape(&font, &text, size),
        fresh.shape(&font, &text, size),
    ) else {
        return;
    };
    assert_eq!(line.glyphs(), again.glyphs());
    let _ = line.path(Hinting::default(), &mut fresh);
    let Ok(pen) = Placement::rotated(words.place.0, words.place.1, words.degrees) else {
        return;
    };
    let a: Vec<_> = line
        .coverage(pen, &mut used)
        .map(|g| g.map(|g| g.covers().to_vec()))
        .collect();
    let b: Vec<_> = again
        .coverage(pen, &mut fresh)
        .map(|g| g.map(|g| g.covers().to_vec()))
        .collect();
    assert_eq!(a, b);
}
