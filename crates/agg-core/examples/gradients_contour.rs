//! A gradient that follows an outline, back and forth from the border to the middle.
//!
//! ```text
//! cargo run -p agg-core --example gradients_contour
//! ```

mod shared;

use agg_core::{Affine, Canvas, Color, ContourGradient, Error, FillRule, Path, Pixmap, Spread};

/// How far the middle of the star is from its outline.
const FARTHEST: f64 = 112.7;
/// How many times the colours go from one end to the other on the way there.
const TURNS: f64 = 5.1;

pub(crate) fn draw() -> Result<Pixmap, Error> {
    let mut star = Path::polygon([
        (0.0, 34.0),
        (40.0, 34.0),
        (60.0, 0.0),
        (80.0, 34.0),
        (120.0, 34.0),
        (100.0, 70.0),
        (120.0, 106.0),
        (80.0, 106.0),
        (60.0, 142.0),
        (40.0, 106.0),
        (0.0, 106.0),
        (20.0, 70.0),
    ]);
    star.transform(Affine::scale(400.0 / 142.0));
    let gradient = ContourGradient::new(&star, FARTHEST / TURNS)
        .with_stops(&[
            (0.0, shared::light(178, 34, 34)),
            (1.0, shared::light(255, 255, 0)),
        ])
        .with_spread(Spread::Reflect);
    shared::y_up((520, 520), Color::WHITE, |surface| {
        let mut canvas = Canvas::new(surface.reborrow());
        canvas.with_transform(Affine::translate(100.0, 105.0)).fill(
            &star,
            FillRule::NonZero,
            gradient,
        );
    })
}

fn main() -> Result<(), Error> {
    shared::save("gradients_contour", draw())
}
