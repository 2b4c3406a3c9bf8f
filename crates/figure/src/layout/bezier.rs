//! Curves of a few control points: cut where they leave a region, and drawn beside.

use agg_core::Point;

/// The distance in pixels to which a cut is found.
const TOLERANCE: f64 = 0.01;
/// The most halvings on the way to a cut: more than a double has bits.
const MOST_HALVINGS: usize = 128;
/// Lines whose angles differ by less are parallel.
const PARALLEL: f64 = 1e-5;

/// A path of one piece: a start, and segments of one control point (lines) or more (curves).
#[derive(Clone, Debug)]
pub(crate) struct Trail {
    pub(crate) points: Vec<Point>,
    /// How many points each segment has after the one before.
    pub(crate) degrees: Vec<usize>,
}

impl Trail {
    /// What is before and after the place where the trail first enters or leaves a region; `None`
    /// where it never does.
    pub(crate) fn split(&self, inside: impl Fn(Point) -> bool) -> Option<(Self, Self)> {
        let begins_inside = inside(*self.points.first()?);
        let mut start = 1;
        for (number, degree) in self.degrees.iter().enumerate() {
            let end = start + degree;
            let segment = self.points.get(start - 1..end)?;
            if inside(*segment.last()?) != begins_inside {
                let (left, right) = split_curve(segment, inside)?;
                let before = self.points.get(..start)?.iter().copied();
                let after = self.points.get(end..)?.iter().copied();
                let degrees = |range: &[usize]| range.to_vec();
                return Some((
                    Self {
                        points: before.chain(left.into_iter().skip(1)).collect(),
                        degrees: degrees(self.degrees.get(..=number)?),
                    },
                    Self {
                        points: right.into_iter().chain(after).collect(),
                        degrees: degrees(self.degrees.get(number..)?),
                    },
                ));
            }
            start = end;
        }
        None
    }

    /// Its three points, where it is a single curve of them.
    pub(crate) fn single_curve(&self) -> Option<[Point; 3]> {
        match (self.points.as_slice(), self.degrees.as_slice()) {
            (&[a, b, c], [2]) => Some([a, b, c]),
            _ => None,
        }
    }
}

/// A curve's point at `t`.
fn at(curve: &[Point], t: f64) -> Point {
    let order = curve.len().saturating_sub(1);
    let mut factor = 1.0;
    let mut sum = Point::default();
    for (i, point) in curve.iter().enumerate() {
        let (after, before) = ((order - i) as i32, i as i32);
        let weight = (1.0 - t).powi(after) * t.powi(before);
        sum = Point::new(
            sum.x + weight * (factor * point.x),
            sum.y + weight * (factor * point.y),
        );
        factor = factor * (order - i) as f64 / (i + 1) as f64;
    }
    sum
}

/// A curve cut where it enters or leaves a region.
pub(crate) fn split_curve(
    curve: &[Point],
    inside: impl Fn(Point) -> bool,
) -> Option<(Vec<Point>, Vec<Point>)> {
    let (mut t0, mut t1) = (0.0, 1.0);
    let (mut start, mut end) = (at(curve, t0), at(curve, t1));
    let mut start_inside = inside(start);
    if start_inside == inside(end) && start != end {
        return None;
    }
    for _ in 0..MOST_HALVINGS {
        if libm::hypot(start.x - end.x, start.y - end.y) < TOLERANCE {
            break;
        }
        let half = 0.5 * (t0 + t1);
        let middle = at(curve, half);
        let middle_inside = inside(middle);
        if start_inside != middle_inside {
            t1 = half;
            if end == middle {
                break;
            }
            end = middle;
        } else {
            t0 = half;
            if start == middle {
                break;
            }
            (start, start_inside) = (middle, middle_inside);
        }
    }
    Some(divided(curve, (t0 + t1) / 2.0))
}

/// A curve's two parts before and after `t`.
fn divided(curve: &[Point], t: f64) -> (Vec<Point>, Vec<Point>) {
    let (mut left, mut right) = (Vec::new(), Vec::new());
    let mut level = curve.to_vec();
    while let (Some(&first), Some(&last)) = (level.first(), level.last()) {
        left.push(first);
        right.push(last);
        level = level
            .iter()
            .zip(level.iter().skip(1))
            .map(|(a, b)| Point::new(a.x * (1.0 - t) + b.x * t, a.y * (1.0 - t) + b.y * t))
            .collect();
    }
    right.reverse();
    (left, right)
}

/// The cosine and sine of the direction from one point to another; zeros for none.
pub(crate) fn direction(from: Point, to: Point) -> (f64, f64) {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let length = (dx * dx + dy * dy).sqrt();
    if length == 0.0 {
        (0.0, 0.0)
    } else {
        (dx / length, dy / length)
    }
}

/// The points on both sides of a point, at a distance from a line through it: the one to the right
/// first, which is "left" where y runs down.
pub(crate) fn beside(at: Point, (cos, sin): (f64, f64), distance: f64) -> (Point, Point) {
    if distance == 0.0 {
        return (at, at);
    }
    (
        Point::new(distance * sin + at.x, distance * -cos + at.y),
        Point::new(distance * -sin + at.x, distance * cos + at.y),
    )
}

/// Where two lines through points in directions meet.
pub(crate) fn meeting(
    a: Point,
    (cos_a, sin_a): (f64, f64),
    b: Point,
    (cos_b, sin_b): (f64, f64),
) -> Option<Point> {
    let first = sin_a * a.x - cos_a * a.y;
    let second = sin_b * b.x - cos_b * b.y;
    let determinant = sin_a * -cos_b - -cos_a * sin_b;
    if determinant.abs() < 1e-12 {
        return None;
    }
    let part = |value: f64| value / determinant;
    Some(Point::new(
        part(-cos_b) * first + part(cos_a) * second,
        part(-sin_b) * first + part(sin_a) * second,
    ))
}

/// The curves at a distance to the right and to the left of a curve.
pub(crate) fn parallels([a, m, b]: [Point; 3], distance: f64) -> [[Point; 3]; 2] {
    let angle = |from: Point, to: Point| libm::atan2(from.x - to.x, from.y - to.y);
    let turn = (angle(a, m) - angle(m, b)).abs();
    let back = turn >= PARALLEL && (turn - std::f64::consts::PI).abs() < PARALLEL;
    let (first, second) = if back {
        (direction(a, b), direction(a, b))
    } else {
        (direction(a, m), direction(m, b))
    };
    let (a_right, a_left) = beside(a, first, distance);
    let (b_right, b_left) = beside(b, second, distance);
    let middles =
        meeting(a_right, first, b_right, second).zip(meeting(a_left, first, b_left, second));
    let between = |a: Point, b: Point| Point::new(0.5 * (a.x + b.x), 0.5 * (a.y + b.y));
    let (right, left) = middles.unwrap_or((between(a_right, b_right), between(a_left, b_left)));
    [[a_right, right, b_right], [a_left, left, b_left]]
}

/// The curves to the right and to the left of a curve, at a distance of `width` at its start, and of
/// its products with these factors at its middle and end.
pub(crate) fn wedge([a, m, b]: [Point; 3], width: f64, factors: [f64; 2]) -> [[Point; 3]; 2] {
    let between = |a: Point, b: Point| Point::new((a.x + b.x) * 0.5, (a.y + b.y) * 0.5);
    let (am, mb) = (between(a, m), between(m, b));
    let [half, end] = factors;
    let (a_right, a_left) = beside(a, direction(a, m), width);
    let (b_right, b_left) = beside(b, direction(m, b), width * end);
    let (m_right, m_left) = beside(between(am, mb), direction(am, mb), width * half);
    let through = |a: Point, m: Point, b: Point| {
        let control = Point::new(
            0.5 * (4.0 * m.x - (a.x + b.x)),
            0.5 * (4.0 * m.y - (a.y + b.y)),
        );
        [a, control, b]
    };
    [
        through(a_right, m_right, b_right),
        through(a_left, m_left, b_left),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wedge_without_width_is_its_curve() {
        let curve = [(10.0, 20.0), (14.0, 26.0), (22.0, 24.0)].map(|(x, y)| Point::new(x, y));
        assert_eq!(wedge(curve, 0.0, [1.0, 0.0]), [curve, curve]);
    }

    /// A curve that comes back on itself has parallels that stay on one side of it each.
    #[test]
    fn parallels_of_what_turns_back_do_not_cross_it() {
        let places = |points: [(f64, f64); 3]| points.map(|(x, y)| Point::new(x, y));
        for (x, y) in [(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.6, 0.8)] {
            let along = |way: f64| (way * x, way * y);
            let there_and_back = places([along(0.0), along(10.0), along(4.0)]);
            let sides = parallels(there_and_back, 2.0).map(|curve| {
                let aside = |p: Point| x * p.y - y * p.x;
                [aside(curve[0]), aside(curve[2])]
            });
            for [first, last] in sides {
                assert!((first - last).abs() < 1e-9 && (first.abs() - 2.0).abs() < 1e-9);
            }
            assert!(sides[0][0] * sides[1][0] < 0.0);
        }
        // Straight on, too.
        let [right, left] = parallels(places([(0.0, 0.0), (4.0, 0.0), (9.0, 0.0)]), 2.0);
        let ends = |curve: [Point; 3]| [curve[0].y, curve[2].y];
        assert_eq!(
            (ends(right)[0], ends(left)[0]),
            (ends(right)[1], ends(left)[1])
        );
    }
}
