//! Every string of matplotlib's recorded figures, glyph by glyph and byte by byte.
//!
//! The records hold, for each string: its measures (`draw_text`), its glyphs and where they stand
//! (`text_glyphs`), and the bitmap of each glyph with its place (`draw_text_image`).
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

use agg_text::{Font, FontSize, GlyphCache, GlyphCoverage, Line, Placement};
use serde_json::Value;

#[test]
fn every_string_of_the_recorded_figures_is_identical() {
    let directory =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../reference-images/matplotlib/fixtures");
    let mut total = (0, 0);
    let mut files = 0;
    for entry in fs::read_dir(&directory).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        let record: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        if let Some(calls) = record["calls"].as_array() {
            let (strings, glyphs) = check_figure(&path, &record, calls);
            total = (total.0 + strings, total.1 + glyphs);
            files += 1;
        }
    }
    println!("{files} figures, {} strings, {} glyphs", total.0, total.1);
    assert!(files >= 9 && total.0 >= 100 && total.1 >= 400);
}

/// Checks all plain strings of one figure; gives how many strings and glyphs there were.
fn check_figure(path: &Path, record: &Value, calls: &[Value]) -> (usize, usize) {
    let mut cache = GlyphCache::new();
    let (mut strings, mut glyphs) = (0, 0);
    for (index, call) in calls.iter().enumerate() {
        let is_plain = call["op"] == "draw_text" && call["ismath"] == false;
        if is_plain && call["font"] == "DejaVuSans.ttf" {
            let place = format!("{}, call {index}, {}", path.display(), call["s"]);
            glyphs += check_string(&place, record, &calls[index..], &mut cache);
            strings += 1;
        }
    }
    (strings, glyphs)
}

fn check_string(place: &str, record: &Value, calls: &[Value], cache: &mut GlyphCache) -> usize {
    let call = &calls[0];
    let size = FontSize::from_points(number(&call["size_pt"]), number(&record["dpi"])).unwrap();
    let line = cache
        .shape(&Font::dejavu_sans(), call["s"].as_str().unwrap(), size)
        .unwrap();
    let measures = [line.width(), line.height(), line.descent()];
    assert_eq!(
        measures.as_slice(),
        numbers(&call["whd"]).as_slice(),
        "measures of {place}"
    );
    check_glyphs(place, &calls[1], &line);
    let height = number(&record["height"]);
    let (x, y) = (number(&call["x"]), height - number(&call["y"]));
    let placement = Placement::rotated(x, y, number(&call["angle"])).unwrap();
    let drawn: Vec<GlyphCoverage> = line
        .coverage(placement, cache)
        .map(Result::unwrap)
        .collect();
    // The glyphs' bitmaps follow, but for those that cover nothing.
    let images = calls[2..]
        .iter()
        .take_while(|call| call["op"] == "draw_text_image");
    let images: Vec<&Value> = images.take(drawn.len()).collect();
    assert_eq!(images.len(), drawn.len(), "bitmaps of {place}");
    for (image, glyph) in images.iter().zip(&drawn) {
        check_bitmap(place, image, glyph, height as i64);
    }
    drawn.len()
}

fn check_glyphs(place: &str, call: &Value, line: &Line) {
    assert_eq!(call["op"], "text_glyphs", "{place}");
    let expected = call["glyphs"].as_array().unwrap().iter();
    let expected: Vec<_> = expected
        .map(|g| {
            (
                g["glyph_index"].as_u64().unwrap() as u32,
                number(&g["dx"]),
                number(&g["dy"]),
            )
        })
        .collect();
    let actual: Vec<_> = line
        .glyphs()
        .iter()
        .map(|g| (g.id.to_u32(), g.x, g.y))
        .collect();
    assert_eq!(actual, expected, "glyphs of {place}");
}

fn check_bitmap(place: &str, call: &Value, glyph: &GlyphCoverage, height: i64) {
    let shape = numbers(&call["image"]["shape"]);
    let size = [f64::from(glyph.height()), f64::from(glyph.width())];
    assert_eq!(size.as_slice(), shape.as_slice(), "bitmap size in {place}");
    if glyph.covers().is_empty() {
        return; // FreeType leaves a glyph without ink at (0, 0)
    }
    // matplotlib gives the left edge, and the row below the bitmap, counted from the top.
    let bottom = height - i64::from(glyph.top) + i64::from(glyph.height());
    assert_eq!(
        i64::from(glyph.left),
        number(&call["x"]) as i64,
        "x in {place}"
    );
    assert_eq!(bottom, number(&call["y"]) as i64, "y in {place}");
    let covers = base64(call["image"]["b64"].as_str().unwrap());
    assert!(glyph.covers() == covers.as_slice(), "coverage in {place}");
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(number).collect()
}

/// Decodes standard base64, padded.
fn base64(text: &str) -> Vec<u8> {
    let value = |c: u8| match c {
        b'A'..=b'Z' => c - b'A',
        b'a'..=b'z' => c - b'a' + 26,
        b'0'..=b'9' => c - b'0' + 52,
        b'+' => 62,
        _ => 63,
    };
    let mut bytes = Vec::new();
    for group in text.as_bytes().chunks(4) {
        let bits = group
            .iter()
            .fold(0_u32, |bits, &c| bits << 6 | u32::from(value(c)) & 63);
        let kept = 3 - group.iter().filter(|&&c| c == b'=').count();
        bytes.extend_from_slice(&bits.to_be_bytes()[1..1 + kept]);
    }
    bytes
}
