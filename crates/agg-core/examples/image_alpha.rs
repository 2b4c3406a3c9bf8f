//! An image whose brightness is its alpha: what is half bright shows what lies below.
//!
//! ```text
//! cargo run -p agg-core --example image_alpha
//! ```

mod shared;

use agg_core::{
    Affine, Canvas, Color, Ellipse, Error, FillRule, Image, Paint, Pixmap, Point, Spline,
};
use shared::Chance;

pub(crate) fn draw() -> Result<Pixmap, Error> {
    let chance = &mut Chance::new();
    let ellipses: Vec<_> = (0..50).map(|_| ellipse(chance)).collect();
    let spheres = shared::image(include_bytes!("data/images/spheres.png"))?;
    let turn = Affine::translate(-160.0, -150.0)
        .then(Affine::rotate(10.0_f64.to_radians()))
        .then(Affine::translate(160.0, 150.0));
    let image = Image::new(spheres).with_background(Color::BLACK);
    let image = Paint::from(image).recolored(fading());
    let window = Ellipse::new((160.0, 150.0), (320.0 / 1.9, 300.0 / 1.9)).polygon_of(200);
    shared::y_up((320, 300), Color::WHITE, |surface| {
        let mut canvas = Canvas::new(surface.reborrow());
        for (ellipse, color) in &ellipses {
            canvas.fill(&ellipse.polygon_of(50), FillRule::NonZero, *color);
        }
        canvas
            .with_transform(turn)
            .fill(&window, FillRule::NonZero, image);
    })
}

/// Somewhere, of any colour.
fn ellipse(chance: &mut Chance) -> (Ellipse, Color) {
    let mut below = |count: u32| f64::from(chance.next() % count);
    let center = Point::new(below(320), below(300));
    let radii = Point::new(below(60) + 10.0, below(60) + 10.0);
    // Alpha is drawn first, red last.
    let [a, b, g, r] = [(); 4].map(|()| below(256) as u8);
    let color = shared::light(r, g, b).with_alpha(f64::from(a) / 255.0);
    (Ellipse::new(center, radii), color)
}

/// Lets through what lies below unless a colour is dark or white.
fn fading() -> impl Fn(Color) -> Color {
    let knots = [1.0, 1.0, 1.0, 0.5, 0.5, 1.0];
    let alpha = Spline::new((0..6).map(|i| f64::from(i) / 5.0).zip(knots));
    move |color| {
        let [r, g, b, _] = color.to_rgba8().map(u32::from);
        let bright = f64::from((r + g + b) * 256 / 255) / 768.0;
        let alpha = alpha.as_ref().map_or(1.0, |alpha| alpha.at(bright));
        color.with_alpha((alpha.clamp(0.0, 1.0) * 255.0).floor() / 255.0)
    }
}

fn main() -> Result<(), Error> {
    shared::save("image_alpha", draw())
}
