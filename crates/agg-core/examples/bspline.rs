//! A spline through the vertices of a line, bent as little as can be.
//!
//! ```text
//! cargo run -p agg-core --example bspline
//! ```

mod shared;

use agg_core::{Canvas, Color, Error, FillRule, Path, PathIterator, Pixmap, Point, Stroke};

pub(crate) fn draw() -> Result<Pixmap, Error> {
    let vertices = [
        (100.0, 100.0),
        (500.0, 100.0),
        (500.0, 500.0),
        (100.0, 500.0),
        (300.0, 300.0),
        (300.0, 200.0),
    ]
    .map(Point::from);
    let line = Path::polyline(vertices);
    let spline: Path = line.elements().splined(1.0 / 20.0).collect();
    shared::y_up((600, 600), Color::WHITE, |surface| {
        let mut canvas = Canvas::new(surface.reborrow());
        canvas.stroke(&spline, &Stroke::new(2.0), Color::BLACK);
        let handles = shared::handles(&vertices);
        canvas.fill(&handles, FillRule::NonZero, Color::new(0.0, 0.3, 0.5, 0.6));
    })
}

fn main() -> Result<(), Error> {
    shared::save("bspline", draw())
}
