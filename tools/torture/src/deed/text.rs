//! Strings and sizes that no page has.

use super::{Deed, check, done, refused};
use agg_text::{Font, FontSize, GlyphCache, Hinting, Line, MAX_TEXT_BYTES, Placement};

const ROAD: &str = "text";

pub(super) const DEEDS: &[Deed] = &[
    Deed::new(ROAD, "text_empty", || {
        let line = line("")?;
        check(
            line.glyphs().is_empty() && line.width() == 0.0,
            "an empty line is not empty",
        )
    }),
    Deed::new(ROAD, "text_1e6_characters", || {
        let line = line(&"Lorem, ".repeat(142_858))?;
        check(line.glyphs().len() == 1_000_006, "glyphs are lost")?;
        done(line.path(Hinting::default(), &mut GlyphCache::new())).map(drop)
    })
    .slow(),
    Deed::new(ROAD, "text_longer_than_allowed", || {
        let text = "x".repeat(MAX_TEXT_BYTES + 1);
        refused(
            Font::dejavu_sans().shape(&text, size()?),
            "a text of more than 16 MB",
        )
    })
    .slow(),
    Deed::new(ROAD, "text_1e5_combining_marks", || {
        drawn(&("a".to_string() + &"\u{301}\u{316}".repeat(50_000)))
    })
    .slow(),
    Deed::new(ROAD, "text_1e4_bidi_overrides", || {
        drawn(&("\u{202E}a\u{202D}1".repeat(10_000) + &"\u{202C}".repeat(20_000)))
    })
    .slow(),
    Deed::new(ROAD, "text_1e4_bidi_isolates", || {
        drawn(&("\u{2067}א\u{2066}1".repeat(10_000) + &"\u{2069}".repeat(20_000)))
    })
    .slow(),
    Deed::new(ROAD, "text_unpaired_controls", || {
        drawn("\u{202C}\u{2069}\u{202E}\u{2067}a\u{2068}")
    }),
    Deed::new(ROAD, "text_nul_and_noncharacters", || {
        drawn("a\0b\u{FFFE}c\u{FFFF}d\u{10FFFF}")
    }),
    Deed::new(ROAD, "text_tabs_and_line_ends", || {
        drawn("a\tb\r\nc\nd\u{2028}e\u{85}f\u{B}")
    }),
    Deed::new(ROAD, "text_private_and_unassigned", || {
        drawn("\u{E000}\u{F8FF}\u{E0001}\u{3FFFD}\u{378}")
    }),
    Deed::new(ROAD, "text_right_to_left_with_numbers", || {
        let line = line("שלום 123.45 עולם")?;
        check(line.width() > 0.0, "the line has no width")
    }),
    Deed::new(ROAD, "text_of_every_character", || {
        let mut cache = GlyphCache::new();
        let font = Font::dejavu_sans();
        for start in (0..0x11_0000_u32).step_by(0x1000) {
            let text: String = (start..start + 0x1000).filter_map(char::from_u32).collect();
            done(cache.shape(&font, &text, size()?))?;
        }
        Ok(())
    })
    .slow(),
    Deed::new(ROAD, "text_sizes", || {
        for points in [0.0, -0.0, -1.0, f64::NAN, f64::INFINITY, 1e300, 1e6] {
            refused(
                FontSize::from_points(points, 100.0),
                &format!("{points} points"),
            )?;
            refused(
                FontSize::from_points(10.0, points * 1e3),
                &format!("{points}e3 dpi"),
            )?;
        }
        for points in [1e-6, 1e-300, 5e-324, 0.5, 40_000.0] {
            if let Ok(size) = FontSize::from_points(points, 100.0) {
                all_of(&done(Font::dejavu_sans().shape("Ag", size))?, 0.0);
            }
        }
        Ok(())
    }),
    Deed::new(ROAD, "text_angles", || {
        for angle in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            refused(
                Placement::rotated(0.0, 0.0, angle),
                &format!("{angle} degrees"),
            )?;
        }
        for angle in [1e300, -1e9, 5e-324, 45.0] {
            all_of(&line("Ag")?, angle);
        }
        Ok(())
    }),
    Deed::new(ROAD, "text_places", || {
        for far in [f64::NAN, f64::INFINITY, 1e300] {
            refused(Placement::at(far, 0.0), &format!("a pen at {far}"))?;
            refused(Placement::at(0.0, -far), &format!("a pen at {far}"))?;
        }
        Ok(())
    }),
];

fn size() -> Result<FontSize, String> {
    done(FontSize::from_points(12.0, 100.0))
}

fn line(text: &str) -> Result<Line, String> {
    done(Font::dejavu_sans().shape(text, size()?))
}

/// Shapes and draws a text.
fn drawn(text: &str) -> Result<(), String> {
    let line = line(text)?;
    let mut cache = GlyphCache::new();
    let pen = done(Placement::at(3.0, 4.0))?;
    for glyph in line.coverage(pen, &mut cache) {
        let glyph = done(glyph)?;
        let area = glyph.width() as usize * glyph.height() as usize;
        check(glyph.covers().len() == area, "a glyph has too few covers")?;
    }
    Ok(())
}

/// Draws a line that is turned; a glyph too large is an error.
fn all_of(line: &Line, angle: f64) {
    let mut cache = GlyphCache::new();
    if let Ok(pen) = Placement::rotated(1.0, 2.0, angle) {
        line.coverage(pen, &mut cache).for_each(drop);
    }
}
