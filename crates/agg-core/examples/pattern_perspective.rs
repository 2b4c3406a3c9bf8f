//! A pattern without end through a map to any four corners.
//!
//! ```text
//! cargo run -p agg-core --example pattern_perspective
//! ```

mod shared;

use agg_core::{
    Canvas, Color, Edge, Error, FillRule, Filter, Image, Paint, Path, Perspective, Pixmap, Point,
    Rect, Sampling,
};

pub(crate) fn draw() -> Result<Pixmap, Error> {
    let tile = shared::image(include_bytes!("data/images/agg.png"))?;
    let pattern = Image::new(tile)
        .with_edge(Edge::Reflect)
        .with_sampling(Sampling::Filtered(Filter::Hanning));
    let corners = [
        (100.0, 100.0),
        (500.0, 100.0),
        (500.0, 500.0),
        (100.0, 500.0),
    ]
    .map(Point::from);
    let part = Rect::new(-150.0, -150.0, 150.0, 150.0);
    shared::y_up((600, 600), Color::WHITE, |surface| {
        let mut canvas = Canvas::new(surface.reborrow());
        let mut fill = |path: &Path, paint: Paint| canvas.fill(path, FillRule::NonZero, paint);
        fill(
            &shared::handles(&corners),
            Color::new(0.0, 0.3, 0.5, 0.6).into(),
        );
        if let Some(map) = Perspective::to_rect(corners, part) {
            fill(&Path::polygon(corners), pattern.with_distortion(map).into());
        }
    })
}

fn main() -> Result<(), Error> {
    shared::save("pattern_perspective", draw())
}
