//! A gradient around a focus, there and back again for ever.
//!
//! ```text
//! cargo run -p agg-core --example gradient_focal
//! ```

mod shared;

use agg_core::{Canvas, Color, Ellipse, Error, FocalGradient, Pixmap, Spread, Stroke};

/// So many colours from the focus to the circle.
const STEPS: u16 = 1024;
const STOPS: [(f64, [u8; 3]); 4] = [
    (0.0, [0, 255, 0]),
    (0.2, [120, 0, 0]),
    (0.7, [120, 120, 0]),
    (1.0, [0, 0, 255]),
];

pub(crate) fn draw() -> Result<Pixmap, Error> {
    let center = (300.0, 200.0);
    let circle = Ellipse::new(center, (100.0, 100.0)).polygon(1.0);
    let gradient = FocalGradient::new(center, 100.0, center)
        .with_stops(&colors())
        .with_steps(STEPS)
        .with_spread(Spread::Reflect);
    shared::y_up((600, 400), Color::WHITE, |surface| {
        let mut canvas = Canvas::new(surface.reborrow());
        canvas.fill_all(gradient);
        canvas.stroke(&circle, &Stroke::new(1.0), Color::WHITE);
        shared::write(&mut canvas, "0.00 ms", (10.0, 35.0));
    })
}

/// Colours mixed as they look, then taken as light.
fn colors() -> Vec<(f64, Color)> {
    let color = |i: u16| {
        let at = f64::from(i) / f64::from(STEPS - 1);
        let (below, above): (Vec<_>, Vec<_>) = STOPS.iter().partition(|stop| stop.0 <= at);
        let &(from, a) = *below.last()?;
        let &(to, b) = *above.first().or(below.last())?;
        let share = if to > from {
            (at - from) / (to - from)
        } else {
            0.0
        };
        let mixed = |(a, b): (u8, u8)| f64::from(a) + (f64::from(b) - f64::from(a)) * share;
        let [r, g, b] = [0, 1, 2].map(|c| mixed((a[c], b[c])).round() as u8);
        Some((at, shared::light(r, g, b)))
    };
    (0..STEPS).filter_map(color).collect()
}

fn main() -> Result<(), Error> {
    shared::save("gradient_focal", draw())
}
