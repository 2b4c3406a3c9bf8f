//! An image through a perspective, with a filter that grows where the image shrinks.
//!
//! ```text
//! cargo run -p agg-core --example image_resample
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
    let corners = sides.corners().map(|p| p + Point::new(140.0, 150.0));
    let image = Image::new(spheres)
        .with_edge(Edge::Clamp)
        .with_sampling(Sampling::Resampled(Filter::Bilinear));
    shared::y_up((600, 600), Color::WHITE, |surface| {
        let mut canvas = Canvas::new(surface.reborrow());
        let mut fill = |path: &Path, paint: Paint| canvas.fill(path, FillRule::NonZero, paint);
        fill(
            &shared::handles(&corners),
            Color::new(0.0, 0.3, 0.5, 0.5).into(),
        );
        if let Some(map) = Perspective::to_rect(corners, sides) {
            fill(&Path::polygon(corners), image.with_distortion(map).into());
        }
        shared::write(&mut canvas, "0.00 ms", (10.0, 70.0));
    })
}

fn main() -> Result<(), Error> {
    shared::save("image_resample", draw())
}
