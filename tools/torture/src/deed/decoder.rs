//! Bytes that pretend to be pictures, scanlines or paths.

use super::{Deed, check, done, refused};
use agg_core::{Canvas, Color, Path, Pixmap, Scanlines};

const ROAD: &str = "decoder";

pub(super) const DEEDS: &[Deed] = &[
    Deed::new(ROAD, "png_empty", || refused(read(&[]), "nothing")),
    Deed::new(ROAD, "png_bomb_2_31", || {
        let bomb = png(
            1 << 31,
            1 << 31,
            (png::ColorType::Rgba, png::BitDepth::Eight),
        )?;
        refused(read(&bomb), "2³¹ × 2³¹")
    }),
    Deed::new(ROAD, "png_bomb_40000", || {
        let bomb = png(
            40_000,
            40_000,
            (png::ColorType::Rgba, png::BitDepth::Sixteen),
        )?;
        refused(read(&bomb), "40 000 × 40 000 in a hundred bytes")
    }),
    Deed::new(ROAD, "png_bomb_of_bits", || {
        let bomb = png(
            60_000,
            60_000,
            (png::ColorType::Grayscale, png::BitDepth::One),
        )?;
        refused(read(&bomb), "60 000 × 60 000 bits in a hundred bytes")
    }),
    Deed::new(ROAD, "png_truncated_everywhere", || {
        let whole = good()?;
        for end in 0..whole.len() - 12 {
            let part = whole.get(..end).unwrap_or_default();
            refused(read(part), &format!("a PNG of {end} bytes"))?;
        }
        Ok(())
    }),
    Deed::new(ROAD, "png_every_byte_changed", || {
        let whole = good()?;
        for at in 0..whole.len() {
            let mut broken = whole.clone();
            if let Some(byte) = broken.get_mut(at) {
                *byte ^= 0xFF;
            }
            // Some bytes do not count; most make it no PNG.
            let _ = read(&broken);
        }
        Ok(())
    }),
    Deed::new(ROAD, "png_of_every_kind", || {
        use png::{BitDepth, ColorType};
        for color in [ColorType::Grayscale, ColorType::Rgb, ColorType::Rgba] {
            for depth in [BitDepth::One, BitDepth::Eight, BitDepth::Sixteen] {
                if depth == BitDepth::One && color != ColorType::Grayscale {
                    continue;
                }
                let channels = color.samples();
                let row = (3 * channels * depth as usize).div_ceil(8);
                let bytes = encoded(3, 2, (color, depth), Some(&vec![0xFF; row * 2]))?;
                let white = done(read(&bytes))?.pixel(2, 1);
                check(
                    white == Some([255; 4]),
                    &format!("{color:?} {depth:?}: {white:?}"),
                )?;
            }
        }
        Ok(())
    }),
    Deed::new(ROAD, "png_palette_out_of_range", || {
        let indexed = (png::ColorType::Indexed, png::BitDepth::Eight);
        let bytes = encoded(2, 1, indexed, Some(&[0, 200]))?;
        // An entry that is not there has no colour: either is fine.
        let _ = read(&bytes);
        Ok(())
    }),
    Deed::new(ROAD, "scanlines_of_any_bytes", || {
        for seed in 0..2000_u32 {
            let bytes: Vec<u8> = (0..seed % 97).map(|i| noise(seed, i)).collect();
            if let Ok(lines) = Scanlines::from_bytes(&bytes) {
                check(lines.spans().count() <= bytes.len(), "spans from nowhere")?;
            }
        }
        Ok(())
    }),
    Deed::new(ROAD, "svg_path_data", || {
        let arcs = "M0 0".to_string() + &"A1e308 1e-308 1e308 0 1 9e307 -9e307".repeat(1000);
        for data in [
            "",
            "M",
            "M0",
            "M0 0L",
            "M1e999 0L0 1e999z",
            "z",
            "M0 0A0 0 0 0 0 0 0",
            &arcs,
        ] {
            if let Ok(path) = Path::from_svg(data) {
                let mut pixmap = done(Pixmap::new(16, 16))?;
                Canvas::new(&mut pixmap).fill(&path, agg_core::FillRule::NonZero, Color::BLACK);
            }
        }
        refused(
            Path::from_svg(&"M0,0,".repeat(1_000_000)),
            "a list of moves",
        )
    })
    .slow(),
];

fn noise(seed: u32, i: u32) -> u8 {
    (seed
        .wrapping_mul(2_654_435_761)
        .wrapping_add(i.wrapping_mul(2_246_822_519))
        >> 13) as u8
}

fn read(bytes: &[u8]) -> Result<Pixmap, agg_core::Error> {
    Pixmap::from_png(bytes)
}

fn good() -> Result<Vec<u8>, String> {
    let mut pixmap = done(Pixmap::new(9, 5))?;
    Canvas::new(&mut pixmap).fill_all(Color::from_rgb8(1, 2, 3));
    done(pixmap.to_png())
}

/// A header without pixels.
fn png(width: u32, height: u32, kind: (png::ColorType, png::BitDepth)) -> Result<Vec<u8>, String> {
    encoded(width, height, kind, None)
}

fn encoded(
    width: u32,
    height: u32,
    (color, depth): (png::ColorType, png::BitDepth),
    data: Option<&[u8]>,
) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(
        &mut bytes,
        width.min(u32::MAX >> 1),
        height.min(u32::MAX >> 1),
    );
    encoder.set_color(color);
    encoder.set_depth(depth);
    if color == png::ColorType::Indexed {
        encoder.set_palette(vec![1, 2, 3]);
    }
    let mut writer = done(encoder.write_header())?;
    match data {
        Some(data) => done(writer.write_image_data(data))?,
        None => done(writer.write_chunk(png::chunk::IDAT, &[0x78, 0x9C, 0x63, 0, 0, 0, 1, 0, 1]))?,
    }
    drop(writer);
    Ok(bytes)
}
