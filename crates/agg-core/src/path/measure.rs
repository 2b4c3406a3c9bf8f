//! How large, how long, and where along it.

use crate::geometry::{Point, Rect};
use crate::path::PathEl;
use crate::path::subpath::{Pen, Step};

/// The smallest rectangle around what is drawn.
pub(crate) fn bounding_box(elements: impl Iterator<Item = PathEl>) -> Option<Rect> {
    let mut pen = Pen::default();
    let mut bounds = None;
    let mut add = |p: Point| bounds = Rect::bounding(corners(bounds).chain([p]));
    elements.for_each(|element| match pen.step(element) {
        Step::Start(p) => add(p),
        Step::Segment(from, segment) => {
            segment.end().into_iter().for_each(&mut add);
            for t in turns(from, segment).into_iter().flatten() {
                add(point_on(from, segment, t));
            }
        }
        Step::Close | Step::Lift => {}
    });
    bounds
}

fn corners(bounds: Option<Rect>) -> impl Iterator<Item = Point> {
    bounds
        .into_iter()
        .flat_map(|r| [Point::new(r.x0, r.y0), Point::new(r.x1, r.y1)])
}

/// Where inside a curve x or y turns back.
fn turns(from: Point, segment: PathEl) -> [Option<f64>; 4] {
    let along = |axis: fn(Point) -> f64| match segment {
        PathEl::QuadTo(c, end) => {
            let (a, b) = (axis(from) - axis(c), axis(c) - axis(end));
            [Some(a / (a - b)), None]
        }
        PathEl::CurveTo(c1, c2, end) => {
            let (a, b) = (axis(c1) - axis(from), axis(c2) - axis(c1));
            roots(a, b, axis(end) - axis(c2))
        }
        PathEl::MoveTo(_) | PathEl::LineTo(_) | PathEl::Close => [None; 2],
    };
    let ([a, b], [c, d]) = (along(|p| p.x), along(|p| p.y));
    [a, b, c, d].map(|t| t.filter(|t| (0.0..=1.0).contains(t)))
}

/// The roots of a·(1−t)² + 2b·t(1−t) + c·t².
fn roots(a: f64, b: f64, c: f64) -> [Option<f64>; 2] {
    let (square, half) = (a - 2.0 * b + c, b - a);
    let root = (half * half - square * a).sqrt();
    // The sum of like signs, so that nothing cancels; then Vieta for the other.
    let q = -(half + root.copysign(half));
    [Some(q / square), Some(a / q)]
}

/// The point of a segment at t, by repeated division.
fn point_on(from: Point, segment: PathEl, t: f64) -> Point {
    let mix = |a: Point, b: Point| a * (1.0 - t) + b * t;
    let quadratic = |a, b, c| mix(mix(a, b), mix(b, c));
    match segment {
        PathEl::QuadTo(c, end) => quadratic(from, c, end),
        PathEl::CurveTo(c1, c2, end) => mix(quadratic(from, c1, c2), quadratic(c1, c2, end)),
        PathEl::LineTo(end) | PathEl::MoveTo(end) => mix(from, end),
        PathEl::Close => from,
    }
}

/// The signed area inside.
///
/// Everything is seen from the start of the subpath, so the segment back to it adds nothing.
pub(crate) fn area(elements: impl Iterator<Item = PathEl>) -> f64 {
    let cross = |a: Point, b: Point| a.x * b.y - a.y * b.x;
    let mut pen = Pen::default();
    let mut start = Point::ORIGIN;
    let mut sum = 0.0;
    elements.for_each(|element| match pen.step(element) {
        Step::Start(p) => start = p,
        Step::Segment(from, segment) => {
            let bulge = match segment {
                PathEl::QuadTo(c, end) => cross(c - from, end - from) / 3.0,
                PathEl::CurveTo(c1, c2, end) => {
                    let (a, b, c) = (c1 - from, c2 - from, end - from);
                    0.15 * (cross(a, b) + cross(a, c) + 2.0 * cross(b, c))
                }
                PathEl::MoveTo(_) | PathEl::LineTo(_) | PathEl::Close => 0.0,
            };
            let end = segment.end().unwrap_or(from);
            sum += bulge + 0.5 * cross(from - start, end - start);
        }
        Step::Close | Step::Lift => {}
    });
    sum
}

/// A path by its length: where one is after going so far along it.
///
/// Subpaths follow each other without a gap. Segments without length are left out.
///
/// ```
/// use agg_core::{Path, PathIterator, Point, Rect};
///
/// let square = Path::rectangle(Rect::new(0.0, 0.0, 10.0, 10.0)).elements().measured(0.1);
/// assert_eq!(square.length(), 40.0);
/// assert_eq!(square.point_at(15.0), Some(Point::new(10.0, 5.0)));
/// assert_eq!(square.tangent_at(15.0), Some(Point::new(0.0, 1.0)));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Measure {
    pieces: Vec<Piece>,
    length: f64,
}

/// A segment, and how far along the path it starts.
#[derive(Clone, Copy, Debug)]
struct Piece {
    from: Point,
    to: Point,
    start: f64,
    length: f64,
}

impl Measure {
    /// Measures straight segments.
    pub(crate) fn new(elements: impl Iterator<Item = PathEl>) -> Self {
        let mut measure = Self::default();
        let mut pen = Pen::default();
        let (mut start, mut at) = (Point::ORIGIN, Point::ORIGIN);
        elements.for_each(|element| {
            let (from, to) = match pen.step(element) {
                Step::Start(p) => {
                    start = p;
                    (p, p)
                }
                Step::Segment(from, segment) => (from, segment.end().unwrap_or(from)),
                Step::Close => (at, start),
                Step::Lift => return,
            };
            measure.add(from, to);
            at = to;
        });
        measure
    }

    fn add(&mut self, from: Point, to: Point) {
        let length = from.distance(to);
        if length > 0.0 {
            let start = self.length;
            self.pieces.push(Piece {
                from,
                to,
                start,
                length,
            });
            self.length += length;
        }
    }

    /// The length of all subpaths, closing segments included.
    #[must_use]
    pub fn length(&self) -> f64 {
        self.length
    }

    /// The point after going so far; the first or the last one outside. `None` for a path without
    /// length and for NaN.
    #[must_use]
    pub fn point_at(&self, distance: f64) -> Option<Point> {
        let piece = self.piece_at(distance)?;
        let along = ((distance - piece.start) / piece.length).clamp(0.0, 1.0);
        Some(piece.from + (piece.to - piece.from) * along)
    }

    /// The direction there, as a vector of length 1; at a corner the one after it.
    #[must_use]
    pub fn tangent_at(&self, distance: f64) -> Option<Point> {
        let piece = self.piece_at(distance)?;
        Some((piece.to - piece.from) * piece.length.recip())
    }

    fn piece_at(&self, distance: f64) -> Option<&Piece> {
        if distance.is_nan() {
            return None;
        }
        let after = self.pieces.partition_point(|p| p.start <= distance);
        self.pieces.get(after.saturating_sub(1))
    }
}

#[cfg(test)]
mod tests {
    use crate::geometry::{Point, Rect};
    use crate::path::{Path, PathIterator};
    use std::f64::consts::PI;

    #[test]
    fn a_bounding_box_is_exact_for_curves() {
        let mut path = Path::new();
        path.move_to((0.0, 0.0)).quad_to((5.0, 10.0), (10.0, 0.0));
        assert_eq!(
            path.elements().bounding_box(),
            Some(Rect::new(0.0, 0.0, 10.0, 5.0))
        );
        let mut path = Path::new();
        path.move_to((0.0, 0.0))
            .cubic_to((0.0, 8.0), (10.0, 8.0), (10.0, 0.0));
        assert_eq!(
            path.elements().bounding_box(),
            Some(Rect::new(0.0, 0.0, 10.0, 6.0))
        );
        let circle = Path::circle((3.0, 4.0), 2.0).elements().bounding_box();
        assert_eq!(circle, Some(Rect::new(1.0, 2.0, 5.0, 6.0)));
        assert_eq!(Path::new().elements().bounding_box(), None);
    }

    #[test]
    fn areas_have_the_sign_of_the_orientation() {
        let square = Path::rectangle(Rect::new(100.0, 100.0, 110.0, 120.0));
        assert_eq!(square.elements().area(), 200.0);
        assert_eq!(square.reversed().elements().area(), -200.0);
        let circle = Path::circle((5.0, -3.0), 2.0);
        let circle = circle.elements();
        assert!((circle.clone().area() - PI * 4.0).abs() < 0.005);
        let fine = circle.clone().flattened(1e-7).area();
        assert!((circle.area() - fine).abs() < 1e-5);
        let mut quad = Path::new();
        quad.move_to((1.0, 1.0)).quad_to((2.0, 3.0), (3.0, 1.0));
        assert!((quad.elements().area() + 4.0 / 3.0).abs() < 1e-15);
    }

    #[test]
    fn a_length_has_a_point_and_a_tangent() {
        let line = Path::polyline([(0.0, 0.0), (3.0, 4.0), (3.0, 4.0), (3.0, 10.0)]);
        let measure = line.elements().measured(0.1);
        assert_eq!(measure.length(), 11.0);
        assert_eq!(measure.point_at(-1.0), Some(Point::new(0.0, 0.0)));
        assert_eq!(measure.point_at(5.0), Some(Point::new(3.0, 4.0)));
        assert_eq!(measure.point_at(99.0), Some(Point::new(3.0, 10.0)));
        assert_eq!(
            measure.tangent_at(1.0),
            Some(Point::new(0.6000000000000001, 0.8))
        );
        assert_eq!(measure.tangent_at(5.0), Some(Point::new(0.0, 1.0)));
        assert_eq!(measure.point_at(f64::NAN), None);
        assert_eq!(Path::new().elements().measured(0.1).point_at(0.0), None);
        let circle = Path::circle((0.0, 0.0), 1.0).elements().measured(1e-5);
        assert!((circle.length() - 2.0 * PI).abs() < 0.002);
    }
}
