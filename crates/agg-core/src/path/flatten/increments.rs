//! Points of a curve at equal steps of its parameter, by forward differences.

use crate::geometry::Point;

/// How many steps a curve takes whose control polygon is so long.
fn steps(length: f64, scale: f64) -> u32 {
    const MOST: u32 = 1 << 16;
    ((length * 0.25 * scale + 0.5) as u32).clamp(4, MOST)
}

/// The points between the ends of a quadratic.
pub(super) fn quadratic([p1, p2, p3]: [Point; 3], scale: f64, sink: &mut impl FnMut(Point)) {
    let steps = steps(p1.distance(p2) + p2.distance(p3), scale);
    let step = 1.0 / f64::from(steps);
    let bend = (p1 - p2 * 2.0 + p3) * (step * step);
    let mut at = p1;
    let mut change = bend + (p2 - p1) * (2.0 * step);
    for _ in 1..steps {
        at = at + change;
        change = change + bend * 2.0;
        sink(at);
    }
}

/// The points between the ends of a cubic.
pub(super) fn cubic([p1, p2, p3, p4]: [Point; 4], scale: f64, sink: &mut impl FnMut(Point)) {
    let length = p1.distance(p2) + p2.distance(p3) + p3.distance(p4);
    let steps = steps(length, scale);
    let step = 1.0 / f64::from(steps);
    let (square, cube) = (step * step, step * step * step);
    let bend = p1 - p2 * 2.0 + p3;
    let twist = (p2 - p3) * 3.0 - p1 + p4;
    let mut at = p1;
    let mut change = (p2 - p1) * (3.0 * step) + bend * (3.0 * square) + twist * cube;
    let mut second = bend * (6.0 * square) + twist * (6.0 * cube);
    let third = twist * (6.0 * cube);
    for _ in 1..steps {
        at = at + change;
        change = change + second;
        second = second + third;
        sink(at);
    }
}
