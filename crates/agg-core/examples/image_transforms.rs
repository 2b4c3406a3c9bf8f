//! An image that stays where it is, seen through a star.
//!
//! ```text
//! cargo run -p agg-core --example image_transforms
//! ```

mod shared;

use agg_core::{
    Canvas, Color, Ellipse, Error, FillRule, Image, Paint, Path, Pixmap, Point, Stroke,
};

pub(crate) fn draw() -> Result<Pixmap, Error> {
    let spheres = shared::image(include_bytes!("data/images/spheres.png"))?;
    let middle = Point::new(160.0, 150.0);
    let spikes = 300.0 / 3.0 - 8.0;
    let star = shared::star(middle, spikes / 1.45, spikes, 14);
    let disc = |radius: f64| Ellipse::new(middle, (radius, radius)).polygon_of(20);
    shared::y_up((320, 300), Color::WHITE, |surface| {
        let mut canvas = Canvas::new(surface.reborrow());
        let mut fill = |path: &Path, paint: Paint| canvas.fill(path, FillRule::NonZero, paint);
        fill(
            &star,
            Image::new(spheres).with_background(Color::WHITE).into(),
        );
        fill(&disc(5.0), Color::new(0.7, 0.8, 0.0, 1.0).into());
        canvas.stroke(&disc(5.0), &Stroke::new(1.0), Color::BLACK);
        canvas.fill(&disc(2.0), FillRule::NonZero, Color::BLACK);
    })
}

fn main() -> Result<(), Error> {
    shared::save("image_transforms", draw())
}
