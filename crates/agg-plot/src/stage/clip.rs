//! Clipping of lines to a rectangle a little larger than the canvas.
//!
//! It saves work, and it keeps coordinates in the range where an anti-aliased line makes sense.
//! Only lines that are stroked and not filled are clipped: what a filled shape loses outside would
//! change its inside. A segment is cut by the two sides that each of its ends lies beyond:
//!
//! ```text
//!        ╲                  the end beyond a side moves along the segment onto that side, first
//!   ┌─────╲──────┐          left or right, then top or bottom; a segment with both ends beyond
//!   │      ╲     │          one side is dropped. What was cut off is passed over by a move, and
//!   └───────╲────┘          a loop that lost anything is not closed but led back to its start.
//! ```
//!
//! Curves pass whole.

use crate::stage::Stage;
use agg_core::{PathEl, Point, Rect};

/// Cuts straight segments to a rectangle.
#[derive(Clone, Debug)]
pub struct Clip {
    bounds: Rect,
    /// Where the current subpath starts; `None` before the first move.
    start: Option<Point>,
    /// The end of the last segment, clipped or not.
    last: Point,
    /// The sides of the rectangle that it lies beyond.
    beyond: u8,
    /// Whether the pen is up: the next thing drawn begins with a move.
    up: bool,
    /// Whether the subpath has lost anything.
    cut: bool,
}

impl Clip {
    /// A stage that keeps what is inside `bounds`.
    #[must_use]
    pub const fn new(bounds: Rect) -> Self {
        Self {
            bounds,
            start: None,
            last: Point::ORIGIN,
            beyond: NONE,
            up: true,
            cut: false,
        }
    }

    /// A move to where nothing was drawn since is kept where it is visible, so that a path of one
    /// point still is a path.
    fn keep_lone_move(&mut self, sink: &mut impl FnMut(PathEl)) {
        if self.up && self.start.is_some() && self.beyond == NONE {
            sink(PathEl::MoveTo(self.last));
        }
    }

    /// Goes along points, if all lines there lie inside of finite bounds and need nothing but
    /// themselves; then the points are finite, too.
    #[inline]
    pub(super) fn goes_on_inside(&mut self, points: &[Point]) -> bool {
        let Rect { x0, y0, x1, y1 } = self.bounds;
        // NaN is never inside.
        let inside = |p: &Point| (x0 <= p.x) & (p.x <= x1) & (y0 <= p.y) & (p.y <= y1);
        let all_inside = points.iter().fold(true, |all, p| all & inside(p));
        let goes_on = all_inside && !self.up && self.beyond == NONE;
        if let (true, [.., last]) = (goes_on, points) {
            self.last = *last;
        }
        goes_on
    }

    #[inline]
    fn line(&mut self, to: Point, sink: &mut impl FnMut(PathEl)) {
        let beyond = sides(to, &self.bounds);
        if !self.up && beyond | self.beyond == NONE {
            return sink(PathEl::LineTo(to));
        }
        self.cut_line(to, sink);
    }

    fn cut_line(&mut self, to: Point, sink: &mut impl FnMut(PathEl)) {
        let clipped = cut(self.last, to, &self.bounds);
        match clipped {
            None => self.cut = true,
            Some((a, b)) => {
                self.cut |= a.moved || b.moved;
                if a.moved || self.up {
                    sink(PathEl::MoveTo(a.at));
                }
                sink(PathEl::LineTo(b.at));
                self.up = false;
            }
        }
    }

    fn close(&mut self, start: Point, sink: &mut impl FnMut(PathEl)) {
        self.line(start, sink);
        if !self.cut {
            sink(PathEl::Close);
        }
    }

    fn curve(&mut self, element: PathEl, sink: &mut impl FnMut(PathEl)) {
        if std::mem::take(&mut self.up) {
            sink(PathEl::MoveTo(self.last));
        }
        sink(element);
    }

    #[inline]
    fn go_on_from(&mut self, at: Point) {
        self.last = at;
        self.beyond = sides(at, &self.bounds);
    }

    fn begin(&mut self, at: Point) {
        self.start = Some(at);
        self.go_on_from(at);
        self.up = true;
        self.cut = false;
    }
}

impl Stage for Clip {
    #[inline]
    fn take(&mut self, element: PathEl, sink: &mut impl FnMut(PathEl)) {
        match (element, self.start) {
            (PathEl::MoveTo(p), _) => {
                self.keep_lone_move(sink);
                self.begin(p);
            }
            (PathEl::Close, Some(start)) => self.close(start, sink),
            (PathEl::LineTo(p), Some(_)) => {
                self.line(p, sink);
                self.go_on_from(p);
            }
            (segment, None) => segment.end().into_iter().for_each(|p| self.begin(p)),
            (curve, Some(_)) => {
                self.curve(curve, sink);
                curve.end().into_iter().for_each(|p| self.go_on_from(p));
            }
        }
    }

    fn finish(&mut self, sink: &mut impl FnMut(PathEl)) {
        self.keep_lone_move(sink);
    }
}

const NONE: u8 = 0;
const LEFT: u8 = 1;
const RIGHT: u8 = 2;
const ABOVE: u8 = 4;
const BELOW: u8 = 8;

/// The sides of the rectangle that a point lies beyond.
#[inline]
fn sides(p: Point, r: &Rect) -> u8 {
    (if p.x < r.x0 { LEFT } else { NONE })
        | (if p.x > r.x1 { RIGHT } else { NONE })
        | (if p.y < r.y0 { ABOVE } else { NONE })
        | (if p.y > r.y1 { BELOW } else { NONE })
}

/// An end of a clipped segment.
#[derive(Clone, Copy, Debug)]
struct End {
    at: Point,
    moved: bool,
}

/// The part of a segment inside, or `None` where there is none.
#[inline]
fn cut(a: Point, b: Point, r: &Rect) -> Option<(End, End)> {
    let (sides_a, sides_b) = (sides(a, r), sides(b, r));
    if sides_a & sides_b != NONE {
        return None;
    }
    let start = moved_in(a, (a, b), sides_a, r)?;
    // An end that lands on the other one leaves no segment.
    if start.moved && start.at == b {
        return None;
    }
    let end = moved_in(b, (a, b), sides_b, r)?;
    if end.moved && end.at == start.at {
        return None;
    }
    Some((start, end))
}

/// The end `p` of a segment, moved along it onto the sides that it lies beyond.
#[inline]
fn moved_in(p: Point, (a, b): (Point, Point), beyond: u8, r: &Rect) -> Option<End> {
    if beyond == NONE {
        return Some(End {
            at: p,
            moved: false,
        });
    }
    let mut at = p;
    if beyond & (LEFT | RIGHT) != NONE {
        if a.x == b.x {
            return None;
        }
        at.x = if beyond & LEFT != NONE { r.x0 } else { r.x1 };
        at.y = (at.x - a.x) * (b.y - a.y) / (b.x - a.x) + a.y;
    }
    if at.y < r.y0 || at.y > r.y1 {
        if a.y == b.y {
            return None;
        }
        at.y = if at.y < r.y0 { r.y0 } else { r.y1 };
        at.x = (at.y - a.y) * (b.x - a.x) / (b.y - a.y) + a.x;
    }
    Some(End { at, moved: true })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stage::Stages;
    use PathEl::{Close, CurveTo, LineTo, MoveTo};

    const BOX: Rect = Rect {
        x0: 0.0,
        y0: 0.0,
        x1: 10.0,
        y1: 10.0,
    };

    fn p(x: f64, y: f64) -> Point {
        Point::new(x, y)
    }

    fn clipped(elements: &[PathEl]) -> Vec<PathEl> {
        elements.iter().copied().through(Clip::new(BOX)).collect()
    }

    #[test]
    fn inside_nothing_changes() {
        let inside = [
            MoveTo(p(1.0, 1.0)),
            LineTo(p(9.0, 9.0)),
            LineTo(p(10.0, 0.0)),
        ];
        assert_eq!(clipped(&inside), inside);
    }

    #[test]
    fn a_line_across_is_cut_on_both_sides() {
        let across = [MoveTo(p(-10.0, 0.0)), LineTo(p(30.0, 20.0))];
        assert_eq!(
            clipped(&across),
            [MoveTo(p(0.0, 5.0)), LineTo(p(10.0, 10.0))]
        );
    }

    #[test]
    fn leaving_and_coming_back_makes_a_gap() {
        let out = [
            MoveTo(p(5.0, 5.0)),
            LineTo(p(5.0, 15.0)),
            LineTo(p(7.0, 15.0)),
            LineTo(p(7.0, 5.0)),
        ];
        assert_eq!(
            clipped(&out),
            [
                MoveTo(p(5.0, 5.0)),
                LineTo(p(5.0, 10.0)),
                MoveTo(p(7.0, 10.0)),
                LineTo(p(7.0, 5.0))
            ]
        );
    }

    #[test]
    fn a_line_that_misses_a_corner_gives_nothing() {
        assert_eq!(clipped(&[MoveTo(p(-5.0, 3.0)), LineTo(p(3.0, -9.0))]), []);
    }

    #[test]
    fn a_loop_inside_stays_closed_with_its_last_side_drawn() {
        let inside = [
            MoveTo(p(1.0, 1.0)),
            LineTo(p(9.0, 1.0)),
            LineTo(p(9.0, 9.0)),
            Close,
        ];
        assert_eq!(
            clipped(&inside),
            [
                MoveTo(p(1.0, 1.0)),
                LineTo(p(9.0, 1.0)),
                LineTo(p(9.0, 9.0)),
                LineTo(p(1.0, 1.0)),
                Close
            ]
        );
    }

    #[test]
    fn a_loop_that_was_cut_is_not_closed() {
        let out = [
            MoveTo(p(1.0, 1.0)),
            LineTo(p(19.0, 1.0)),
            LineTo(p(1.0, 9.0)),
            Close,
        ];
        let clipped = clipped(&out);
        assert!(!clipped.contains(&Close));
        assert_eq!(clipped.last(), Some(&LineTo(p(1.0, 1.0))));
    }

    #[test]
    fn lone_moves_survive_inside_only() {
        let moves = [
            MoveTo(p(5.0, 5.0)),
            MoveTo(p(50.0, 5.0)),
            MoveTo(p(6.0, 6.0)),
        ];
        assert_eq!(clipped(&moves), [MoveTo(p(5.0, 5.0)), MoveTo(p(6.0, 6.0))]);
    }

    #[test]
    fn curves_pass_whole() {
        let curve = CurveTo(p(90.0, 0.0), p(90.0, 90.0), p(0.0, 90.0));
        let path = [MoveTo(p(-1.0, 2.0)), curve, LineTo(p(0.0, 95.0))];
        assert_eq!(clipped(&path), [MoveTo(p(-1.0, 2.0)), curve]);
    }

    #[test]
    fn infinite_lines_do_no_harm() {
        let far = [MoveTo(p(-1e308, 5.0)), LineTo(p(1e308, 5.0))];
        assert!(clipped(&far).len() <= 2);
    }
}
