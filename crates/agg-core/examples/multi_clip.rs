//! Drawing through many windows at once: spans that pass a region of rectangles.
//!
//! ```text
//! cargo run -p agg-core --example multi_clip
//! ```

mod shared;

use agg_core::{
    Blender, Color, Ellipse, Error, FillRule, IntRect, PathIterator, Pixmap, Point, Rasterizer,
    Region, Rgba8, Span,
};
use shared::{Chance, Surface, each_pixel, lay, product};

const SIZE: (u32, u32) = (512, 400);

pub(crate) fn draw() -> Result<Pixmap, Error> {
    let (lion, place) = (shared::lion()?, shared::lion_at(Point::new(256.0, 200.0)));
    let from = |i: i32, side: i32| side * i / 6 + 5;
    let to = |i: i32, side: i32| side * (i + 1) / 6 - 4;
    let window = |x, y| IntRect::new(from(x, 512), from(y, 400), to(x, 512), to(y, 400));
    let region: Region = (0..36).map(|i| window(i % 6, i / 6)).collect();
    let chance = &mut Chance::new();
    shared::y_up(SIZE, Color::WHITE, |surface| {
        let bounds = surface.bounds();
        let mut rasterizer = Rasterizer::with_clip_box(bounds);
        for (color, path) in &lion {
            rasterizer.reset();
            rasterizer.add(path.elements().transformed(place));
            rasterizer.for_each_span(FillRule::NonZero, region.before(lay(surface, *color)));
        }
        shared::litter(surface, &region, chance);
        for _ in 0..50 {
            let [x, y] = [512, 400].map(|side| f64::from(chance.next() % side));
            let radius = f64::from(chance.next() % 10 + 5);
            let color = chance.opaque().to_rgba8();
            rasterizer.reset();
            rasterizer.add(&Ellipse::new((x, y), (radius, radius)).polygon_of(32));
            let visit = region.before(|span| glow(surface, span, [x, y, radius], color));
            rasterizer.for_each_span(FillRule::NonZero, visit);
        }
    })
}

/// Nothing in the middle of a disc, a colour at its border, mixed without premultiplying.
fn glow(surface: &mut Surface<'_>, span: Span<'_>, [x, y, radius]: [f64; 3], color: [u8; 4]) {
    let mut columns = span.x()..;
    each_pixel(surface, span, |pixel, cover| {
        let column = columns.next().unwrap_or(0);
        let away = [f64::from(column) + 0.5 - x, f64::from(span.y()) + 0.5 - y];
        let [u, v] = away.map(|v| (v * 10.0 / radius * 256.0).round() as i64 >> 4);
        let share = ((u * u + v * v).isqrt() * 256 / 160).min(255) as u8;
        let [r, g, b, _] = color.map(|c| 255 - product(255 - c, share));
        let blender = Blender::<Rgba8>::new(Color::from_rgba8(r, g, b, share));
        blender.run(std::slice::from_mut(pixel), cover);
    });
}

fn main() -> Result<(), Error> {
    shared::save("multi_clip", draw())
}
