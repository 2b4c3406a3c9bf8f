//! Ten thousand small discs, placed at random and coloured by three splines.
//!
//! ```text
//! cargo run --release -p agg-core --example circles
//! ```

mod shared;

use agg_core::{
    Canvas, Cap, Color, Ellipse, Error, FillRule, Join, Pixmap, Spline, Stroke, StrokeFont,
};
use std::f64::consts::{PI, TAU};

const RED: [(f64, f64); 6] = [
    (0.0, 1.0),
    (0.2, 0.8),
    (0.4, 0.6),
    (0.910484, 0.066667),
    (0.957258, 0.169697),
    (1.0, 0.6),
];
const GREEN: [(f64, f64); 6] = [
    (0.0, 0.0),
    (0.292244, 0.607260),
    (0.485655, 0.964065),
    (0.564859, 0.892558),
    (0.795607, 0.435571),
    (1.0, 0.0),
];
const BLUE: [(f64, f64); 6] = [
    (0.0, 0.385480),
    (0.055045, 0.128493),
    (0.143034, 0.021416),
    (0.433082, 0.271507),
    (0.764859, 0.713974),
    (1.0, 1.0),
];
/// Discs outside of these are paler the further they are from it.
const SHOWN: std::ops::RangeInclusive<f64> = 0.3..=0.7;
const SELECTIVITY: f64 = 0.5;

pub(crate) fn draw() -> Result<Pixmap, Error> {
    let splines: Vec<Spline> = [RED, GREEN, BLUE]
        .into_iter()
        .filter_map(Spline::new)
        .collect();
    let mut chance = shared::Chance::new();
    let mut random = |end: f64| f64::from(chance.next() & 0x7FFF) * end / 32768.0;
    let mut drawn = 0;
    shared::y_up((400, 400), Color::WHITE, |surface| {
        let mut canvas = Canvas::new(surface.reborrow());
        let radius = 400.0 / 3.5;
        for _ in 0..10_000 {
            let z = random(1.0);
            let (x, y) = ((z * 2.0 * PI).cos() * radius, (z * 2.0 * PI).sin() * radius);
            let (distance, angle) = (random(radius / 2.0), random(TAU));
            let center = (
                200.0 + x + angle.cos() * distance,
                200.0 + y + angle.sin() * distance,
            );
            let alpha =
                1.0 - (SHOWN.start() - z).max(z - SHOWN.end()).max(0.0) * SELECTIVITY * 100.0;
            if alpha <= 0.0 {
                continue;
            }
            drawn += 1;
            let [r, g, b] = [0, 1, 2].map(|i: usize| splines.get(i).map_or(0.0, |s| s.at(z) * 0.8));
            let disc = Ellipse::new(center, (2.5, 2.5)).polygon_of(8);
            canvas.fill(&disc, FillRule::NonZero, Color::new(r, g, b, alpha));
        }
        let count = StrokeFont::new(-15.0).path(&format!("{drawn:08}"), (10.0, 380.0));
        let round = Stroke::new(1.0).with_join(Join::Round).with_cap(Cap::Round);
        canvas.stroke(&count, &round, Color::BLACK);
    })
}

fn main() -> Result<(), Error> {
    shared::save("circles", draw())
}
