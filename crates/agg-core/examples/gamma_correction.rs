//! Blending of one's own: spans know no colours, so they may be laid on in any way.
//!
//! ```text
//! cargo run -p agg-core --example gamma_correction
//! ```

mod shared;

use agg_core::{
    Canvas, Color, Ellipse, Error, FillRule, IntRect, Path, PathIterator, Pixmap, Rasterizer, Span,
    Stroke,
};
use shared::Surface;

/// What a stored value means: its power is the light that is mixed.
const GAMMA: f64 = 1.0;

pub(crate) fn draw() -> Result<Pixmap, Error> {
    let light = shared::light;
    let rings = [
        light(255, 0, 0),
        light(0, 255, 0),
        light(0, 0, 255),
        light(0, 0, 0),
        light(255, 255, 255),
    ];
    let curve = (0..256).map(|i| (f64::from(i), (f64::from(i) / 255.0).powf(GAMMA) * 255.0));
    let curve = Path::polyline(curve.map(|(x, y)| (72.0 + x, 50.0 + y)));
    shared::y_up((400, 320), Color::WHITE, |surface| {
        let mut canvas = Canvas::new(surface.reborrow());
        canvas
            .with_clip_box(IntRect::new(0, 0, 201, 320))
            .clear(Color::BLACK);
        canvas
            .with_clip_box(IntRect::new(0, 161, 400, 320))
            .clear(Color::from_rgb8(255, 0, 0));
        stroke(surface, &curve, 2.0, light(80, 127, 80));
        for (color, smaller) in rings.into_iter().zip([0.0, 5.0, 10.0, 15.0, 20.0]) {
            let radii = (400.0 / 3.0 - smaller, 320.0 / 3.0 - smaller);
            let ring = Ellipse::new((200.0, 160.0), radii).polygon_of(150);
            stroke(surface, &ring, 1.0, color);
        }
    })
}

fn stroke(surface: &mut Surface<'_>, path: &Path, width: f64, color: Color) {
    let mut rasterizer = Rasterizer::with_clip_box(surface.bounds());
    rasterizer.add(path.elements().stroked(&Stroke::new(width)));
    rasterizer.for_each_span(FillRule::NonZero, |span| {
        blend(surface, span, color.to_rgba8());
    });
}

/// Mixes light, rounded down.
fn blend(surface: &mut Surface<'_>, span: Span<'_>, color: [u8; 4]) {
    let through = |v: f64, power: f64| ((v / 255.0).powf(power) * 255.0).round();
    shared::each_pixel(surface, span, |pixel, cover| {
        for (to, from) in pixel.iter_mut().zip(color) {
            let [there, new] = [*to, from].map(|v| through(f64::from(v), GAMMA));
            let mixed = match cover {
                255 => new,
                cover => there + ((new - there) * f64::from(cover) / 256.0).floor(),
            };
            *to = through(mixed, 1.0 / GAMMA) as u8;
        }
    });
}

fn main() -> Result<(), Error> {
    shared::save("gamma_correction", draw())
}
