//! A shape filled with a small picture, over and over, each time the other way round.
//!
//! ```text
//! cargo run -p agg-core --example pattern_fill
//! ```

mod shared;

use agg_core::{
    Canvas, Color, Edge, Error, FillRule, Image, Path, PathIterator, Pixmap, Point, Sampling,
    Stroke,
};

const SIZE: u32 = 30;

pub(crate) fn draw() -> Result<Pixmap, Error> {
    let spikes = 640.0 / 3.0 - 8.0;
    let star = shared::star(Point::new(320.0, 240.0), spikes / 1.45, spikes, 14);
    let paint = Image::new(tile()?)
        .with_edge(Edge::Reflect)
        .with_sampling(Sampling::Nearest);
    shared::y_up((640, 480), Color::WHITE, |surface| {
        Canvas::new(surface.reborrow()).fill(&star, FillRule::NonZero, paint);
    })
}

/// A star with round corners on a background that is almost nothing.
fn tile() -> Result<Pixmap, Error> {
    let size = f64::from(SIZE);
    let star = shared::star(
        Point::new(size / 2.0, size / 2.0),
        size / 6.0,
        size / 2.5,
        6,
    );
    let round: Path = star.elements().smoothed(1.0).flattened(0.125).collect();
    let mut tile = Pixmap::new(SIZE, SIZE)?;
    let mut canvas = Canvas::new(&mut tile);
    canvas.clear(Color::new(0.4, 0.0, 0.1, 0.1));
    canvas.fill(&round, FillRule::NonZero, shared::light(110, 130, 50));
    canvas.stroke(&round, &Stroke::new(size / 15.0), shared::light(0, 50, 80));
    Ok(tile)
}

fn main() -> Result<(), Error> {
    shared::save("pattern_fill", draw())
}
