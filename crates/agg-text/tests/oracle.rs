//! Many strings, and every glyph of DejaVu Sans, against what the real matplotlib makes of them.
//!
//! `tools/oracle/matplotlib/text.py` wrote the records and says how their digests are formed.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

use agg_text::{Font, FontSize, GlyphCache, GlyphCoverage, GlyphId, PlacedGlyph, Placement};
use serde_json::{Map, Value};

fn read(name: &str) -> Map<String, Value> {
    let directory =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../reference-images/matplotlib/text");
    let text = fs::read_to_string(directory.join(name)).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// The sizes (and angles) that a record is about: its keys are numbers separated by spaces.
fn cases(record: &Map<String, Value>) -> impl Iterator<Item = (FontSize, f64, &Vec<Value>)> {
    record
        .iter()
        .filter(|(key, _)| key.starts_with(|c: char| c.is_ascii_digit()))
        .map(|(key, value)| {
            let numbers: Vec<f64> = key.split(' ').map(|n| n.parse().unwrap()).collect();
            let size = FontSize::from_points(numbers[0], numbers[1]).unwrap();
            (
                size,
                numbers.get(2).copied().unwrap_or(0.0),
                value.as_array().unwrap(),
            )
        })
}

fn strings() -> Vec<String> {
    let record = read("shaping.json");
    serde_json::from_value(record["strings"].clone()).unwrap()
}

fn sixty_fourths(pixels: f64) -> i64 {
    (pixels * 64.0) as i64
}

/// Where the shaper here rounds a mark's offset of n + ½ (in 1/64 px) away from zero, HarfBuzz
/// rounds it up; the two differ below zero. That takes a vowel sign whose anchor falls on an exact
/// half, which in all of these strings happens at two sizes: 6 of 11 696 positions, by 1/64 px.
const HALVES: [(f64, f64, &str); 4] = [
    (6.0, 72.0, "בְּרֵאשִׁית"),
    (10.0, 72.0, "בְּרֵאשִׁית"),
    (6.0, 72.0, "الْعَرَبِيَّة"),
    (10.0, 72.0, "الْعَرَبِيَّة"),
];

fn has_a_mark_on_a_half(size: FontSize, text: &str) -> bool {
    HALVES.contains(&(size.points(), size.dpi(), text))
}

#[test]
fn glyphs_positions_and_measures_are_matplotlibs() {
    let record = read("shaping.json");
    let (strings, mut cache) = (strings(), GlyphCache::new());
    let (mut lines_checked, mut marks_on_halves) = (0, 0);
    for (size, _, lines) in cases(&record) {
        for (text, expected) in strings.iter().zip(lines) {
            let line = cache.shape(&Font::dejavu_sans(), text, size).unwrap();
            let measures = [line.width(), line.height(), line.descent()].map(sixty_fourths);
            let (expected_measures, expected): (Vec<i64>, Vec<i64>) =
                serde_json::from_value(expected.clone()).unwrap();
            assert_eq!(
                measures.as_slice(),
                expected_measures,
                "{text:?} at {size:?}"
            );
            let actual: Vec<i64> = line.glyphs().iter().flat_map(numbers).collect();
            let wrong = differences(&actual, &expected);
            if has_a_mark_on_a_half(size, text) {
                assert!(wrong.iter().all(|difference| *difference == 1));
                marks_on_halves += wrong.len();
            } else {
                assert_eq!(wrong, Vec::<i64>::new(), "{text:?} at {size:?}");
            }
            lines_checked += 1;
        }
    }
    assert!(lines_checked >= 16 * strings.len() && strings.len() >= 50);
    assert_eq!(marks_on_halves, 6);
}

fn numbers(glyph: &PlacedGlyph) -> [i64; 3] {
    [
        i64::from(glyph.id.to_u32()),
        sixty_fourths(glyph.x),
        sixty_fourths(glyph.y),
    ]
}

/// Expected minus actual, where they differ.
fn differences(actual: &[i64], expected: &[i64]) -> Vec<i64> {
    assert_eq!(actual.len(), expected.len());
    expected
        .iter()
        .zip(actual)
        .map(|(e, a)| e - a)
        .filter(|difference| *difference != 0)
        .collect()
}

#[test]
fn the_coverage_of_lines_is_matplotlibs_at_every_angle() {
    let record = read("coverage.json");
    let height = record["height"].as_i64().unwrap();
    let places: Vec<(f64, f64)> = serde_json::from_value(record["places"].clone()).unwrap();
    let (strings, mut cache) = (strings(), GlyphCache::new());
    let (mut lines_checked, mut lines_different) = (0, 0);
    for (size, angle, lines) in cases(&record) {
        for ((text, (x, y)), expected) in strings.iter().zip(&places).zip(lines) {
            let line = cache.shape(&Font::dejavu_sans(), text, size).unwrap();
            let placement = Placement::rotated(*x, height as f64 - *y, angle).unwrap();
            let mut hash = sha1_smol::Sha1::new();
            for glyph in line.coverage(placement, &mut cache) {
                hash_coverage(&mut hash, &glyph.unwrap(), height);
            }
            let actual = hash.digest().to_string();
            let is_equal = actual[..16] == *expected;
            let may_differ = has_a_mark_on_a_half(size, text);
            assert!(
                is_equal || may_differ,
                "{text:?} at {size:?}, turned by {angle}"
            );
            lines_different += usize::from(!is_equal);
            lines_checked += 1;
        }
    }
    assert!(lines_checked >= 80 * strings.len());
    // Marks on a half (see above), but for those whose pixels happen to be the same.
    assert_eq!(lines_different, 17);
}

fn hash_coverage(hash: &mut sha1_smol::Sha1, glyph: &GlyphCoverage, height: i64) {
    if glyph.covers().is_empty() {
        return hash.update(b"-;");
    }
    let below = height - i64::from(glyph.top) + i64::from(glyph.height());
    let head = format!(
        "{},{below},{},{};",
        glyph.left,
        glyph.width(),
        glyph.height()
    );
    hash.update(head.as_bytes());
    hash.update(glyph.covers());
}

#[test]
fn every_glyph_of_the_font_is_freetypes() {
    let record = read("glyphs.json");
    let height = record["height"].as_i64().unwrap();
    let count = record["count"].as_u64().unwrap() as u32;
    let font = Font::dejavu_sans();
    let mut cache = GlyphCache::new();
    let mut wrong = Vec::new();
    for (size, angle, blocks) in cases(&record) {
        for (block, expected) in (0_u32..).zip(blocks) {
            let mut hash = sha1_smol::Sha1::new();
            for glyph in block * 64..count.min(block * 64 + 64) {
                hash_glyph(&mut hash, (&font, size), glyph, (angle, height), &mut cache);
            }
            if hash.digest().to_string()[..16] != *expected {
                wrong.push((size, angle, block));
            }
        }
    }
    assert_eq!(wrong, [], "blocks of 64 glyphs that differ");
}

fn hash_glyph(
    hash: &mut sha1_smol::Sha1,
    (font, size): (&Font, FontSize),
    glyph: u32,
    (angle, height): (f64, i64),
    cache: &mut GlyphCache,
) {
    let id = GlyphId::new(glyph);
    let advance = sixty_fourths(cache.measure(font, size, id).unwrap().advance);
    hash.update(format!("{advance};").as_bytes());
    let x = 50.0 + f64::from(glyph * 37 % 64) / 64.0 + 0.003;
    let y = 200.0 - f64::from(glyph * 23 % 64) / 64.0 - 0.001;
    let placement = Placement::rotated(x, height as f64 - y, angle).unwrap();
    let coverage = cache
        .glyph((font, size), id, (0.0, 0.0), &placement)
        .unwrap();
    hash_coverage(hash, &coverage, height);
}
