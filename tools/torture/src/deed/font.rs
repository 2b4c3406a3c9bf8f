//! Font files from strangers: each is the embedded one with something broken, and is read whole:
//! some text shaped, and many glyphs drawn.

use super::{Deed, check, refused};
use agg_text::{Font, FontSize, GlyphCache, GlyphId, Hinting, Placement};

const ROAD: &str = "text";

pub(super) const DEEDS: &[Deed] = &[
    Deed::new(ROAD, "font_empty", || {
        refused(Font::from_bytes([], 0), "no bytes")
    }),
    Deed::new(ROAD, "font_random_bytes", || {
        for seed in 0..200 {
            let bytes: Vec<u8> = (0..4096).map(|i| noise(seed, i)).collect();
            use_font(bytes);
        }
        Ok(())
    }),
    Deed::new(ROAD, "font_index_beyond", || {
        refused(Font::from_bytes(sound(), 1), "face 1 of 1")
    }),
    Deed::new(ROAD, "font_truncated_at_each_table", || {
        let whole = sound();
        for table in tables(&whole) {
            for end in [table.start, table.start + 1, table.start + table.len / 2] {
                use_font(whole.get(..end).unwrap_or_default().to_vec());
            }
        }
        Ok(())
    })
    .slow(),
    Deed::new(ROAD, "font_without_each_table", || {
        each_table(|bytes, table| put(bytes, table.entry, b"XXXX"))
    })
    .slow(),
    Deed::new(ROAD, "font_tables_at_zero", || {
        each_table(|bytes, table| put(bytes, table.entry + 8, &[0; 4]))
    })
    .slow(),
    Deed::new(ROAD, "font_tables_beyond_the_end", || {
        each_table(|bytes, table| put(bytes, table.entry + 8, &[0xFF; 8]))
    })
    .slow(),
    Deed::new(ROAD, "font_tables_overlap", || {
        each_table(|bytes, table| {
            let other = tables(bytes).first().map_or(0, |first| first.start) as u32;
            put(bytes, table.entry + 8, &other.to_be_bytes());
        })
    })
    .slow(),
    Deed::new(ROAD, "font_tables_of_ones", || {
        each_table(|bytes, table| fill(bytes, table, 0xFF))
    })
    .slow(),
    Deed::new(ROAD, "font_tables_of_zeros", || {
        each_table(|bytes, table| fill(bytes, table, 0))
    })
    .slow(),
    Deed::new(ROAD, "font_tables_of_noise", || {
        each_table(|bytes, table| {
            let part = bytes.get_mut(table.start..table.start + table.len);
            (0..)
                .zip(part.unwrap_or_default())
                .for_each(|(i, byte)| *byte = noise(7, i));
        })
    })
    .slow(),
    Deed::new(ROAD, "font_units_per_em_0", || {
        let mut bytes = sound();
        patch(&mut bytes, b"head", 18, &[0, 0]);
        use_font(bytes);
        Ok(())
    }),
    Deed::new(ROAD, "font_units_per_em_1_and_65535", || {
        for units in [[0, 1], [0xFF, 0xFF]] {
            let mut bytes = sound();
            patch(&mut bytes, b"head", 18, &units);
            use_font(bytes);
        }
        Ok(())
    }),
    Deed::new(ROAD, "font_composite_of_itself", || {
        let bytes = with_glyph('A', &composite(glyph_of('A')))?;
        use_font(bytes);
        Ok(())
    }),
    Deed::new(ROAD, "font_composites_in_a_circle", || {
        let bytes = with_glyph('A', &composite(glyph_of('B')))?;
        let bytes = with_glyph_of(bytes, 'B', &composite(glyph_of('A')))?;
        use_font(bytes);
        Ok(())
    }),
    Deed::new(ROAD, "font_65535_contours", || {
        use_font(with_glyph(
            'A',
            &[0x7F, 0xFF, 0x80, 0, 0x80, 0, 0x7F, 0xFF, 0x7F, 0xFF],
        )?);
        Ok(())
    }),
    Deed::new(ROAD, "font_points_far_out", || {
        // Three points: (-32768, -32768), (32767, 32767) and back by the longest steps.
        let glyph = [
            0, 1, 0x80, 0, 0x80, 0, 0x7F, 0xFF, 0x7F, 0xFF, 0, 2, 0, 0, 1, 1, 1, 0x80, 0, 0x7F,
            0xFF, 0x7F, 0xFF, 0x80, 0, 0x7F, 0xFF, 0x7F, 0xFF,
        ];
        use_font(with_glyph('A', &glyph)?);
        Ok(())
    }),
    Deed::new(ROAD, "font_program_jumps_to_itself", || {
        program(&[0xB8, 0, 0, 0x1C])
    }),
    Deed::new(ROAD, "font_program_calls_itself", || {
        // Function 0: push 0, call. Then push 0, call.
        program(&[0xB0, 0, 0x2C, 0xB0, 0, 0x2B, 0x2D, 0xB0, 0, 0x2B])
    }),
    Deed::new(ROAD, "font_program_calls_two_billion_times", || {
        // Function 0 does nothing; it is called 32 767 times by function 1, which is as well.
        program(&[
            0xB0, 0, 0x2C, 0x2D, 0xB0, 1, 0x2C, 0xB9, 0x7F, 0xFF, 0, 0, 0x2A, 0x2D, 0xB9, 0x7F,
            0xFF, 0, 1, 0x2A,
        ])
    }),
    Deed::new(ROAD, "font_program_overflows_the_stack", || {
        program(&[0xB0, 0, 0xB8, 0xFF, 0xFA, 0x1C])
    }),
    Deed::new(ROAD, "font_program_underflows_the_stack", || {
        program(&[0x21, 0x60, 0x2B, 0x1C])
    }),
    Deed::new(ROAD, "font_program_divides_by_zero", || {
        program(&[0xB1, 1, 0, 0x62])
    }),
    Deed::new(ROAD, "font_glyph_ids_beyond", || {
        let mut cache = GlyphCache::new();
        let size = FontSize::from_points(12.0, 100.0).map_err(|e| e.to_string())?;
        let pen = Placement::at(0.0, 0.0).map_err(|e| e.to_string())?;
        for id in [0xFFFF, 0x1_0000, u32::MAX] {
            let glyph = cache.glyph(
                (&Font::dejavu_sans(), size),
                GlyphId::new(id),
                (0.0, 0.0),
                &pen,
            );
            let ink = glyph.map_or(0, |glyph| glyph.width() * glyph.height());
            check(ink == 0, &format!("glyph {id} is seen"))?;
        }
        Ok(())
    }),
    Deed::new(ROAD, "font_bytes_changed_one_by_one", || {
        let whole = sound();
        for seed in 0..300_u32 {
            let mut bytes = whole.clone();
            let at = seed.wrapping_mul(2_654_435_761) as usize % bytes.len();
            put(&mut bytes, at, &[noise(seed, 1)]);
            use_font(bytes);
        }
        Ok(())
    })
    .slow(),
];

/// A table as the directory of a font names it.
struct Table {
    /// Where its entry in the directory is.
    entry: usize,
    tag: [u8; 4],
    start: usize,
    len: usize,
}

/// The embedded font's bytes.
fn sound() -> Vec<u8> {
    include_bytes!("../../../../crates/agg-text/fonts/DejaVuSans.ttf").to_vec()
}

fn noise(seed: u32, i: u32) -> u8 {
    (seed
        .wrapping_mul(2_654_435_761)
        .wrapping_add(i.wrapping_mul(2_246_822_519))
        >> 13) as u8
}

fn word(bytes: &[u8], at: usize) -> usize {
    let four = bytes.get(at..).and_then(<[u8]>::first_chunk::<4>);
    four.map_or(0, |four| u32::from_be_bytes(*four) as usize)
}

fn tables(bytes: &[u8]) -> Vec<Table> {
    let count = word(bytes, 4) >> 16;
    let table = |i: usize| {
        let entry = 12 + 16 * i;
        Table {
            entry,
            tag: (word(bytes, entry) as u32).to_be_bytes(),
            start: word(bytes, entry + 8),
            len: word(bytes, entry + 12),
        }
    };
    (0..count).map(table).collect()
}

fn put(bytes: &mut [u8], at: usize, new: &[u8]) {
    if let Some(place) = bytes.get_mut(at..at + new.len()) {
        place.copy_from_slice(new);
    }
}

fn fill(bytes: &mut [u8], table: &Table, value: u8) {
    let part = bytes.get_mut(table.start..table.start + table.len);
    part.unwrap_or_default().fill(value);
}

fn patch(bytes: &mut [u8], tag: &[u8; 4], at: usize, new: &[u8]) {
    let table = tables(bytes).into_iter().find(|table| table.tag == *tag);
    if let Some(table) = table {
        put(bytes, table.start + at, new);
    }
}

/// Breaks each table in turn.
fn each_table(break_it: impl Fn(&mut Vec<u8>, &Table)) -> Result<(), String> {
    let whole = sound();
    for table in tables(&whole) {
        let mut bytes = whole.clone();
        break_it(&mut bytes, &table);
        use_font(bytes);
    }
    Ok(())
}

/// Shapes and draws what it can of a font; all errors are fine.
fn use_font(bytes: Vec<u8>) {
    let Ok(font) = Font::from_bytes(bytes, 0) else {
        return;
    };
    let (mut cache, pen) = (GlyphCache::new(), Placement::rotated(0.0, 0.0, 10.0));
    for points in [9.0, 300.0] {
        let (Ok(size), Ok(pen)) = (FontSize::from_points(points, 100.0), &pen) else {
            continue;
        };
        let _ = font.line_metrics(size);
        for text in ["Affinity AVo(0.25)é", "שָׁלוֹם العربية", "\u{1F600}Ǻ"] {
            if let Ok(line) = cache.shape(&font, text, size) {
                line.coverage(*pen, &mut cache).for_each(drop);
                let _ = line.path(Hinting::default(), &mut cache);
            }
        }
        for id in 0..60 {
            let _ = cache.glyph((&font, size), GlyphId::new(id * 100), (0.0, 0.0), pen);
        }
    }
}

fn glyph_of(character: char) -> u16 {
    let glyph = Font::dejavu_sans().glyph_for(character);
    glyph.map_or(0, |glyph| glyph.to_u32() as u16)
}

/// A glyph that consists of another one, moved by nothing.
fn composite(of: u16) -> Vec<u8> {
    let [high, low] = of.to_be_bytes();
    vec![
        0xFF, 0xFF, 0, 0, 0, 0, 1, 0, 1, 0, 0, 3, high, low, 0, 0, 0, 0,
    ]
}

/// The font with other bytes for a character's glyph.
fn with_glyph(character: char, glyph: &[u8]) -> Result<Vec<u8>, String> {
    with_glyph_of(sound(), character, glyph)
}

fn with_glyph_of(mut bytes: Vec<u8>, character: char, glyph: &[u8]) -> Result<Vec<u8>, String> {
    let start_of = |tag: &[u8; 4]| {
        let table = tables(&bytes).into_iter().find(|table| table.tag == *tag);
        table.map(|table| table.start).ok_or("no such table")
    };
    let (loca, glyf, head) = (start_of(b"loca")?, start_of(b"glyf")?, start_of(b"head")?);
    let id = usize::from(glyph_of(character));
    let long_offsets = word(&bytes, head + 48) & 0xFFFF == 1;
    check(long_offsets, "the font has short offsets")?;
    let at = glyf + word(&bytes, loca + 4 * id);
    put(&mut bytes, at, glyph);
    Ok(bytes)
}

/// The font with another program that is run before anything else.
fn program(code: &[u8]) -> Result<(), String> {
    for tag in [b"fpgm", b"prep"] {
        let mut bytes = sound();
        patch(&mut bytes, tag, 0, code);
        use_font(bytes);
    }
    Ok(())
}
