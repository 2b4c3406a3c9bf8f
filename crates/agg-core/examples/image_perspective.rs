//! An image through a map that takes a rectangle to any four corners.
//!
//! ```text
//! cargo run -p agg-core --example image_perspective
//! ```

mod shared;

use agg_core::{
    Canvas, Color, Edge, Error, FillRule, Filter, Image, Paint, Path, Perspective, Pixmap, Point,
    Rect, Sampling,
};

pub(crate) fn draw() -> Result<Pixmap, Error> {
    let spheres = shared::image(include_bytes!("data/images/spheres.png"))?;
    let sides = Rect::new(
        0.0,
        0.0,
        f64::from(spheres.width()),
        f64::from(spheres.height()),
    );
    let corners = [
        (100.0, 100.0),
        (500.0, 100.0),
        (500.0, 500.0),
        (100.0, 500.0),
    ]
    .map(Point::from);
    let image = Image::new(spheres)
        .with_edge(Edge::Clamp)
        .with_sampling(Sampling::Filtered(Filter::Bilinear));
    shared::y_up((600, 600), Color::WHITE, |surface| {
        let mut canvas = Canvas::new(surface.reborrow());
        let mut fill = |path: &Path, paint: Paint| canvas.fill(path, FillRule::NonZero, paint);
        fill(
            &shared::handles(&corners),
            Color::new(0.0, 0.3, 0.5, 0.6).into(),
        );
        if let Some(map) = Perspective::to_rect(corners, sides) {
            fill(&Path::polygon(corners), image.with_distortion(map).into());
        }
        shared::write(&mut canvas, "0.00 ms", (10.0, 10.0));
    })
}

fn main() -> Result<(), Error> {
    shared::save("image_perspective", draw())
}
