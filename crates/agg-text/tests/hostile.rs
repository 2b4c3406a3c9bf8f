//! Strangers' strings, fonts, sizes and places: an error or a picture, never a panic, and soon.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use agg_text::{Error, Font, FontSize, GlyphCache, GlyphId, Placement};
use proptest::prelude::*;
use std::time::{Duration, Instant};

static DEJAVU: &[u8] = include_bytes!("../fonts/DejaVuSans.ttf");

fn size(points: f64) -> FontSize {
    FontSize::from_points(points, 100.0).unwrap()
}

/// Shapes and draws `text`, and a few glyphs by number, whatever comes of it.
fn exercise(font: &Font, text: &str, points: f64) {
    let mut cache = GlyphCache::with_budget(1 << 20);
    let placement = Placement::rotated(3.3, 4.4, 17.0).unwrap();
    if let Ok(line) = cache.shape(font, text, size(points)) {
        let _ = (line.width(), line.height(), line.font_metrics());
        for glyph in line.coverage(placement, &mut cache).flatten() {
            assert_eq!(
                glyph.covers().len(),
                (glyph.width() * glyph.height()) as usize
            );
        }
    }
    for id in [0, 1, 36, 68, 6000, 65_535, u32::MAX] {
        let _ = cache.measure(font, size(points), GlyphId::new(id));
        let _ = cache.glyph(
            (font, size(points)),
            GlyphId::new(id),
            (0.5, -0.5),
            &placement,
        );
    }
}

const SAMPLE: &str = "Ag\u{301} fi \u{FB01} \u{3B1} \u{5D0}\u{5B0} \u{627}\u{644}\u{64E} 0.5";

#[test]
fn sizes_that_are_not_positive_and_finite_are_refused() {
    let bad = [
        0.0,
        -0.0,
        -1.0,
        f64::NAN,
        f64::INFINITY,
        f64::NEG_INFINITY,
        1e300,
        1e-320,
        1e6,
    ];
    for value in bad {
        let by_points = FontSize::from_points(value, 100.0);
        let by_dpi = FontSize::from_points(10.0, value);
        assert_eq!(by_points.is_err(), value != 1e-320, "{value} pt");
        assert_eq!(by_dpi.is_err(), value != 1e-320, "{value} dpi");
    }
}

#[test]
fn one_point_is_the_smallest_size_of_glyphs() {
    assert_eq!(
        FontSize::from_points(1e-6, 72.0).unwrap().pixels_per_em(),
        1.0
    );
    exercise(&Font::dejavu_sans(), SAMPLE, 1e-6);
}

#[test]
fn a_glyph_of_too_many_pixels_is_refused_and_measured_all_the_same() {
    let (font, huge) = (
        Font::dejavu_sans(),
        FontSize::from_points(65_000.0, 72.0).unwrap(),
    );
    let mut cache = GlyphCache::new();
    let line = cache.shape(&font, "W", huge).unwrap();
    assert!(line.height() > 40_000.0);
    let placement = Placement::at(0.0, 0.0).unwrap();
    let drawn = line.coverage(placement, &mut cache).next().unwrap();
    assert!(matches!(drawn, Err(Error::GlyphTooLarge { .. })));
}

#[test]
fn a_million_characters_are_one_line() {
    let mut cache = GlyphCache::new();
    let font = Font::dejavu_sans();
    let text = "volts ".repeat(1_000_000 / 6);
    let line = cache.shape(&font, &text, size(10.0)).unwrap();
    assert_eq!(line.glyphs().len(), text.len());
    let placement = Placement::rotated(0.0, 0.0, 1.0).unwrap();
    assert_eq!(
        line.coverage(placement, &mut cache)
            .filter(|glyph| glyph.is_ok())
            .count(),
        text.len()
    );
    assert!(cache.bytes() <= 8 << 20);
}

#[test]
fn a_line_beyond_the_limit_is_refused() {
    let text = " ".repeat(agg_text::MAX_TEXT_BYTES + 1);
    let error = Font::dejavu_sans().shape(&text, size(10.0)).unwrap_err();
    assert_eq!(error, Error::TextTooLong { bytes: text.len() });
}

#[test]
fn strange_strings_end_soon() {
    let strings = [
        format!("a{}", "\u{301}".repeat(100_000)),
        "\u{202E}".repeat(10_000) + "abc",
        "\u{2067}".repeat(10_000) + "abc" + &"\u{2069}".repeat(10_000),
        "\u{202B}a\u{202A}\u{5D0}".repeat(10_000),
        "a\u{3B1}".repeat(50_000),
        "(".repeat(50_000) + "a" + &")".repeat(50_000),
        "\u{600}\u{661}\u{5D0}1,2".repeat(10_000),
        "\u{200D}\u{FE0F}\u{E0100}".repeat(10_000),
    ];
    for text in strings {
        let start = Instant::now();
        exercise(&Font::dejavu_sans(), &text, 10.0);
        let took = start.elapsed();
        assert!(
            took < Duration::from_secs(10),
            "{:?} took {took:?}",
            text.chars().next()
        );
    }
}

#[test]
fn characters_that_mean_nothing_are_drawn_as_something_or_nothing() {
    let text =
        "\0\t\r\n\u{85}\u{2028}\u{2029}\u{FFFE}\u{FFFF}\u{E000}\u{10FFFF}\u{378}\u{7F}\u{AD}";
    exercise(&Font::dejavu_sans(), text, 10.0);
    assert_eq!(
        Font::dejavu_sans().shape("", size(10.0)).unwrap().glyphs(),
        []
    );
}

#[test]
fn what_is_not_a_font_is_an_error() {
    for bytes in [
        &b""[..],
        b"\0",
        b"\0\x01\0\0",
        b"true",
        b"OTTO\xFF\xFF",
        b"ttcf\0\x01\0\0\xFF\xFF\xFF\xFF",
    ] {
        assert!(Font::from_bytes(bytes, 0).is_err());
    }
    assert_eq!(
        Font::from_bytes(DEJAVU, 1).unwrap_err(),
        Error::NotAFont { index: 1 }
    );
}

/// Where the tables of the embedded font begin, and how long they are.
fn tables() -> Vec<(usize, usize)> {
    let number = |at: usize| u32::from_be_bytes(DEJAVU[at..at + 4].try_into().unwrap()) as usize;
    let count = usize::from(u16::from_be_bytes(DEJAVU[4..6].try_into().unwrap()));
    (0..count)
        .map(|i| (number(12 + 16 * i + 8), number(12 + 16 * i + 12)))
        .collect()
}

#[test]
fn a_font_cut_off_at_any_table_is_an_error_or_still_draws() {
    for (start, length) in tables() {
        for end in [
            start.saturating_sub(1),
            start,
            start + 1,
            start + length / 2,
            start + length,
        ] {
            if let Ok(font) = Font::from_bytes(&DEJAVU[..end.min(DEJAVU.len())], 0) {
                exercise(&font, SAMPLE, 10.0);
            }
        }
    }
}

#[test]
fn a_font_whose_tables_are_filled_with_one_byte_is_an_error_or_still_draws() {
    for (start, length) in tables() {
        for fill in [0x00, 0x01, 0x7F, 0x80, 0xFF] {
            let mut bytes = DEJAVU.to_vec();
            bytes[start..start + length].fill(fill);
            if let Ok(font) = Font::from_bytes(bytes, 0) {
                exercise(&font, SAMPLE, 10.0);
            }
        }
    }
}

proptest! {
    #[test]
    fn random_bytes_in_a_font_never_panic(
        damage in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..400, any::<u8>()), 1..40),
        points in 1.0..60.0_f64,
    ) {
        let mut bytes = DEJAVU.to_vec();
        let tables = tables();
        for (table, offset, byte) in damage {
            // The heads of tables, where the numbers are that everything else hangs on.
            let (start, length) = tables[table.index(tables.len())];
            bytes[start + offset % length.max(1)] = byte;
        }
        if let Ok(font) = Font::from_bytes(bytes, 0) {
            exercise(&font, SAMPLE, points);
        }
    }

    #[test]
    fn random_bytes_as_a_font_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..4000)) {
        for head in [&b"\0\x01\0\0\0\x09\0\x80\0\x03\0\x10"[..], b"OTTO\0\x09\0\x80\0\x03\0\x10", b""] {
            let mut file = head.to_vec();
            file.extend_from_slice(&bytes);
            if let Ok(font) = Font::from_bytes(file, 0) {
                exercise(&font, SAMPLE, 10.0);
            }
        }
    }

    #[test]
    fn random_strings_never_panic(text in "\\PC{0,80}", points in 1.0..100.0_f64) {
        exercise(&Font::dejavu_sans(), &text, points);
    }

    #[test]
    fn a_cache_changes_nothing(texts in prop::collection::vec("[ -~α-ωא-ת]{0,12}", 1..8)) {
        let (font, mut kept) = (Font::dejavu_sans(), GlyphCache::with_budget(3000));
        let placement = Placement::rotated(10.3, 20.7, 30.0).unwrap();
        for text in texts {
            let mut fresh = GlyphCache::new();
            let line = kept.shape(&font, &text, size(10.0)).unwrap();
            let same = fresh.shape(&font, &text, size(10.0)).unwrap();
            prop_assert_eq!(line.glyphs(), same.glyphs());
            let drawn: Vec<_> = line.coverage(placement, &mut kept).collect();
            let again: Vec<_> = same.coverage(placement, &mut fresh).collect();
            prop_assert_eq!(drawn, again);
        }
    }
}
