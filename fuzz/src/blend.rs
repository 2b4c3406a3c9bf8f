//! A row of pixels under a colour or several: each level gives the bytes of the scalar one.

use agg_core::{Blend, Blender, Rgba8, SimdLevel, StraightRgba8};
use arbitrary::Arbitrary;

type Bytes = [u8; 4];

#[derive(Debug, Arbitrary)]
pub struct Row {
    pixels: Vec<Bytes>,
    colors: Vec<Bytes>,
    covers: Vec<u8>,
    color: Bytes,
    cover: u8,
}

pub fn run(row: &Row) {
    let premultiplied = |p: &Bytes| Rgba8::layer_pixel(p);
    let row = Row {
        pixels: row.pixels.iter().take(200).map(premultiplied).collect(),
        colors: row.colors.iter().take(200).map(premultiplied).collect(),
        covers: row.covers.iter().copied().take(200).collect(),
        ..*row
    };
    levels::<StraightRgba8>(&row);
    let color = Rgba8::layer_pixel(&row.color);
    levels::<Rgba8>(&Row { color, ..row });
}

fn levels<F: Blend<Pixel = Bytes, Solid = Bytes>>(row: &Row) {
    let drawn = |level: SimdLevel| {
        let blender = Blender::<F>::from_solid(row.color).with_level(level);
        let mut all = [row.pixels.clone(), row.pixels.clone(), row.pixels.clone()];
        blender.run(&mut all[0], row.cover);
        blender.covers(&mut all[1], &row.covers);
        F::blend_colors(level, &mut all[2], &row.colors, row.cover);
        all
    };
    let expected = drawn(SimdLevel::scalar());
    for level in SimdLevel::all() {
        assert!(drawn(level) == expected, "{level:?}");
    }
}
