//! A row of pixels under a colour or several: each level of vector instructions gives the bytes of
//! the scalar one, and the scalar one those of the formula for one pixel.

use agg_core::{
    Blend, Blender, Color, Gray8, Pixmap, Rgb8, Rgb565, Rgba8, Rgba16, RgbaF32, SimdLevel,
    StraightRgba8,
};
use arbitrary::Arbitrary;

#[derive(Debug, Arbitrary)]
pub(crate) struct Row {
    pixels: Vec<[u8; 4]>,
    colors: Vec<[u8; 4]>,
    covers: Vec<u8>,
    color: [u8; 4],
    cover: u8,
    format: u8,
}

/// The longest row: more than any vector is wide, and some left over.
const MOST: usize = 200;

pub(crate) fn run(row: &Row) {
    match row.format % 8 {
        0 | 1 => levels::<StraightRgba8>(row),
        2 | 3 => levels::<Rgba8>(row),
        4 => levels::<Rgb8>(row),
        5 => levels::<Gray8>(row),
        6 => levels::<Rgb565>(row),
        _ => {
            levels::<Rgba16>(row);
            levels::<RgbaF32>(row);
        }
    }
}

fn solid<F: Blend>(&[r, g, b, a]: &[u8; 4]) -> F::Solid {
    F::solid(Color::from_rgba8(r, g, b, a))
}

/// Pixels as they come about: colours laid over nothing.
fn under<F: Blend>(row: &Row) -> Vec<F::Pixel> {
    let colors = row.pixels.iter().take(MOST);
    let Ok(mut pixmap) = Pixmap::<F>::with_format(colors.len().max(1) as u32, 1) else {
        return Vec::new();
    };
    for (pixel, color) in pixmap.pixels_mut().iter_mut().zip(colors) {
        *pixel = F::over(*pixel, &solid::<F>(color), 255);
    }
    pixmap.pixels().to_vec()
}

fn levels<F: Blend>(row: &Row) {
    let pixels = under::<F>(row);
    let covers: Vec<u8> = row.covers.iter().copied().take(MOST).collect();
    let colors: Vec<F::Solid> = row.colors.iter().take(MOST).map(solid::<F>).collect();
    let layer: Vec<_> = colors.iter().map(F::layer_pixel).collect();
    let color = solid::<F>(&row.color);
    let drawn = |level: SimdLevel| {
        let blender = Blender::<F>::from_solid(color).with_level(level);
        let mut all: [_; 7] = std::array::from_fn(|_| pixels.clone());
        let [run, spread, each, each_spread, above, above_spread, _] = &mut all;
        blender.run(run, row.cover);
        blender.covers(spread, &covers);
        F::blend_colors(level, each, &colors, row.cover);
        F::blend_color_covers(level, each_spread, &colors, &covers);
        F::composite_run(level, above, &layer, row.cover);
        F::composite_covers(level, above_spread, &layer, &covers);
        all
    };
    let expected = drawn(SimdLevel::scalar());
    for level in SimdLevel::all() {
        assert!(drawn(level) == expected, "{level:?}");
    }
    let [run, spread, each, ..] = &expected;
    let one = |pixel: F::Pixel, color: &F::Solid, cover: u8| match F::opaque(color, cover) {
        Some(opaque) => opaque,
        None => F::over(pixel, color, cover),
    };
    for (at, &pixel) in pixels.iter().enumerate() {
        assert_eq!(run[at], one(pixel, &color, row.cover));
        if let Some(&cover) = covers.get(at) {
            assert_eq!(spread[at], one(pixel, &color, cover));
        }
        if let Some(color) = colors.get(at) {
            assert_eq!(each[at], one(pixel, color, row.cover));
        }
    }
}
