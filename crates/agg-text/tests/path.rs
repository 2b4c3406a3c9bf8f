//! Glyphs as paths: the same shapes as their coverage, y down.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use agg_core::PathEl;
use agg_text::{Font, FontSize, GlyphCache, Hinting, Line};

fn line(text: &str, cache: &mut GlyphCache) -> Line {
    let size = FontSize::from_points(10.0, 100.0).unwrap();
    cache.shape(&Font::dejavu_sans(), text, size).unwrap()
}

#[test]
fn a_hinted_path_fills_the_lines_control_box_upside_down() {
    let mut cache = GlyphCache::new();
    let line = line("Aygo \u{3B1}", &mut cache);
    let path = line.path(Hinting::Full, &mut cache).unwrap();
    let (ink, expected) = (path.control_box().unwrap(), line.control_box());
    assert_eq!(
        (ink.x1, ink.y0, ink.y1),
        (expected.right, -expected.top, -expected.bottom)
    );
}

#[test]
fn every_contour_is_closed() {
    let mut cache = GlyphCache::new();
    let line = line("8%i", &mut cache);
    for hinting in [Hinting::Full, Hinting::None] {
        let path = line.path(hinting, &mut cache).unwrap();
        let count = |wanted: fn(&PathEl) -> bool| path.elements().filter(wanted).count();
        let starts = count(|element| matches!(element, PathEl::MoveTo(_)));
        assert_eq!(starts, 3 + 5 + 2);
        assert_eq!(count(|element| matches!(element, PathEl::Close)), starts);
        assert_eq!(path.elements().last(), Some(PathEl::Close));
    }
}

#[test]
fn what_has_no_ink_has_no_path() {
    let mut cache = GlyphCache::new();
    for text in ["", "   "] {
        let line = line(text, &mut cache);
        assert!(line.path(Hinting::Full, &mut cache).unwrap().is_empty());
        assert!(line.path(Hinting::None, &mut cache).unwrap().is_empty());
    }
}
