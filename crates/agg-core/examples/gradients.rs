//! A gradient from a centre outwards.
//!
//! ```text
//! cargo run -p agg-core --example gradients
//! ```

mod shared;

use agg_core::{Canvas, Color, Ellipse, Error, FillRule, Pixmap, RadialGradient};

pub(crate) fn draw() -> Result<Pixmap, Error> {
    let center = (350.0, 280.0);
    let disc = Ellipse::new(center, (110.0, 110.0)).polygon_of(64);
    let gradient =
        RadialGradient::new(center, 150.0).with_stops(&[(0.0, Color::WHITE), (1.0, Color::BLACK)]);
    shared::y_up((512, 400), Color::BLACK, |surface| {
        Canvas::new(surface.reborrow()).fill(&disc, FillRule::NonZero, gradient);
    })
}

fn main() -> Result<(), Error> {
    shared::save("gradients", draw())
}
