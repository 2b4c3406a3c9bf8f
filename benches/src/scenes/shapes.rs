//! Shapes with many edges or curves, each from a formula.

use crate::random::Random;
use agg_core::Path;
use std::f64::consts::{PI, TAU};

/// The butterfly curve of Temple Fay, 400 corners.
pub(super) fn butterfly(_: &mut Random, side: f64) -> Path {
    Path::polygon((0..400).map(|i| {
        let t = f64::from(i) * TAU * 6.0 / 400.0;
        let reach = t.cos().exp() - 2.0 * (4.0 * t).cos() + (t / 12.0).sin().powi(5);
        (
            side * (0.5 + t.sin() * reach / 9.0),
            side * (0.5 - t.cos() * reach / 9.0),
        )
    }))
}

/// A row of fish curves, each inside the one before, 300 corners.
pub(super) fn fish(_: &mut Random, side: f64) -> Path {
    let mut path = Path::new();
    for ring in 0..3 {
        let size = side * (0.5 - 0.12 * f64::from(ring));
        let outline = Path::polygon((0..100).map(|i| {
            let t = f64::from(i) * TAU / 100.0;
            let (x, y) = (t.cos() - t.sin().powi(2) / 2f64.sqrt(), t.cos() * t.sin());
            (side / 2.0 + size * x / 1.2, side / 2.0 + size * y)
        }));
        path.extend(outline.elements());
    }
    path
}

/// The dragon curve of Heighway after nine folds: 512 segments.
pub(super) fn dragon(_: &mut Random, side: f64) -> Path {
    let (mut x, mut y, mut angle) = (0.0_f64, 0.0_f64, 0.0_f64);
    let mut points = vec![(x, y)];
    for step in 1_u32..=512 {
        x += angle.cos();
        y += angle.sin();
        points.push((x, y));
        // The paper's fold at a step: whether the bit above its lowest set one is 0.
        let lowest = step & step.wrapping_neg();
        let left = step & (lowest << 1) == 0;
        angle += if left { PI / 2.0 } else { -PI / 2.0 };
    }
    Path::polygon(points.into_iter().map(|(x, y)| fit(x, y, side)))
}

/// A dragon's point moved and scaled into the square.
fn fit(x: f64, y: f64, side: f64) -> (f64, f64) {
    (side * (x + 22.0) / 56.0, side * (y + 28.0) / 56.0)
}

/// Forty islands with rough coasts of thirty corners each.
pub(super) fn islands(random: &mut Random, side: f64) -> Path {
    let mut path = Path::new();
    for _ in 0..40 {
        let center = (random.unit() * side, random.unit() * side);
        let size = side * (0.02 + 0.1 * random.unit());
        let coast = Path::polygon((0..30).map(|i| {
            let angle = f64::from(i) * TAU / 30.0;
            let reach = size * (0.6 + 0.4 * random.unit());
            (
                center.0 + reach * angle.cos(),
                center.1 + reach * angle.sin(),
            )
        }));
        path.extend(coast.elements());
    }
    path
}

/// A star whose rays cross each other in the middle, 1000 corners.
pub(super) fn star(_: &mut Random, side: f64) -> Path {
    Path::polygon((0..1000).map(|i| {
        let angle = f64::from(i * 499) * TAU / 1000.0;
        (
            side * (0.5 + 0.5 * angle.cos()),
            side * (0.5 + 0.5 * angle.sin()),
        )
    }))
}

/// A closed path of fifty random cubics.
pub(super) fn curves(random: &mut Random, side: f64) -> Path {
    let mut point = || (random.unit() * side, random.unit() * side);
    let mut path = Path::new();
    path.move_to(point());
    for _ in 0..50 {
        path.cubic_to(point(), point(), point());
    }
    path.close();
    path
}
