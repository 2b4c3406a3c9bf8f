//! Cutting segments at the clip box, in `f64`, before anything is rounded.
//!
//! A part of a segment above or below the box is dropped. A part to the left of it still winds
//! around what is to the right, so it is kept, pushed onto the left border; a part to the right
//! winds around nothing that is seen and is dropped.
//!
//! ```text
//!            │   box    │
//!       a    │          │
//!        ╲   ┆          │        a → b becomes: down the left border, then across,
//!         ╲  ┆          │        and nothing where it has left through the right border
//!          ╲ ┆          │
//!            ╲──────────┼─── b
//! ```

use crate::geometry::{IntRect, Point, Rect, number::round_half_away};
use crate::raster::edge::Edge;

/// On which sides of the box a point lies, as bits.
type Sides = u8;
const RIGHT: Sides = 1;
const BELOW: Sides = 2;
const LEFT: Sides = 4;
const ABOVE: Sides = 8;
const ACROSS: Sides = LEFT | RIGHT;
const ALONG: Sides = ABOVE | BELOW;

/// The clip box with a pen inside or outside of it.
#[derive(Clone, Debug)]
pub(super) struct Clipper {
    bounds: Rect,
    from: Point,
    sides: Sides,
    /// `from` in fixed point, where it is inside.
    fixed: (i32, i32),
}

impl Clipper {
    pub(super) fn new(clip: IntRect) -> Self {
        let bounds = Rect {
            x0: f64::from(clip.x0),
            y0: f64::from(clip.y0),
            x1: f64::from(clip.x1),
            y1: f64::from(clip.y1),
        };
        Self {
            bounds,
            from: Point::ORIGIN,
            sides: 0,
            fixed: (0, 0),
        }
    }

    #[inline]
    pub(super) fn move_to(&mut self, p: Point) {
        self.from = p;
        self.sides = self.sides_of(p);
        if self.sides == 0 {
            self.fixed = fixed(p);
        }
    }

    /// Moves on to `b` and gives the edge to there, if all of it is inside and it can be walked in
    /// one piece. Else nothing has changed, and [`line_to`](Self::line_to) is to be called.
    #[inline(always)]
    pub(super) fn line_inside(&mut self, b: Point) -> Option<Edge> {
        let Rect { x0, y0, x1, y1 } = self.bounds;
        let inside = b.x >= x0 && b.x <= x1 && b.y >= y0 && b.y <= y1;
        if self.sides != 0 || !inside {
            return None;
        }
        let ((x1, y1), (x2, y2)) = (self.fixed, fixed(b));
        let edge = Edge { x1, y1, x2, y2 };
        if edge.is_wide() {
            return None;
        }
        (self.from, self.fixed) = (b, (x2, y2));
        Some(edge)
    }

    /// Moves on to `b`, and hands what can be seen of the way to `emit`.
    #[cold]
    pub(super) fn line_to(&mut self, b: Point, emit: &mut impl FnMut(Edge)) {
        let (a, sides_a, sides_b) = (self.from, self.sides, self.sides_of(b));
        (self.from, self.sides) = (b, sides_b);
        if sides_b == 0 {
            self.fixed = fixed(b);
        }
        if sides_a & sides_b & (ALONG | RIGHT) == 0 {
            self.cut_across(a, b, (sides_a, sides_b), emit);
        }
    }

    #[inline(always)]
    fn sides_of(&self, p: Point) -> Sides {
        let across = if p.x > self.bounds.x1 {
            RIGHT
        } else if p.x < self.bounds.x0 {
            LEFT
        } else {
            0
        };
        across | self.rows_of(p.y)
    }

    #[inline(always)]
    fn rows_of(&self, y: f64) -> Sides {
        if y > self.bounds.y1 {
            BELOW
        } else if y < self.bounds.y0 {
            ABOVE
        } else {
            0
        }
    }

    /// Cuts at the left and the right border.
    fn cut_across(&self, a: Point, b: Point, sides: (Sides, Sides), emit: &mut impl FnMut(Edge)) {
        let border = |side: Sides| {
            if side & LEFT != 0 {
                self.bounds.x0
            } else {
                self.bounds.x1
            }
        };
        let (side_a, side_b) = (sides.0 & ACROSS, sides.1 & ACROSS);
        if side_a == side_b {
            let x = |p: Point| if side_a == 0 { p.x } else { border(side_a) };
            return self.cut_along(Point::new(x(a), a.y), Point::new(x(b), b.y), emit);
        }
        let cut = |side: Sides, p: Point| {
            let x = border(side);
            if side == 0 {
                p
            } else {
                Point::new(x, a.y + mul_div(x - a.x, b.y - a.y, b.x - a.x))
            }
        };
        let (start, end) = (cut(side_a, a), cut(side_b, b));
        if side_a == LEFT {
            self.cut_along(Point::new(start.x, a.y), start, emit);
        }
        self.cut_along(start, end, emit);
        if side_b == LEFT {
            self.cut_along(end, Point::new(end.x, b.y), emit);
        }
    }

    /// Cuts at the upper and the lower border.
    fn cut_along(&self, a: Point, b: Point, emit: &mut impl FnMut(Edge)) {
        let (side_a, side_b) = (self.rows_of(a.y), self.rows_of(b.y));
        if side_a & side_b != 0 {
            return;
        }
        let cut = |side: Sides, p: Point| {
            let y = if side == ABOVE {
                self.bounds.y0
            } else {
                self.bounds.y1
            };
            if side == 0 {
                p
            } else {
                Point::new(a.x + mul_div(y - a.y, b.x - a.x, b.y - a.y), y)
            }
        };
        emit_edge(cut(side_a, a), cut(side_b, b), emit);
    }
}

/// `a·b/c`, multiplied first; where that overflows, divided first.
fn mul_div(a: f64, b: f64, c: f64) -> f64 {
    let product = a * b;
    if product.is_finite() {
        product / c
    } else {
        a * (b / c)
    }
}

/// Rounds an edge and hands it on in parts that can be walked; a level one leaves no cells.
fn emit_edge(a: Point, b: Point, emit: &mut impl FnMut(Edge)) {
    let ((x1, y1), (x2, y2)) = (fixed(a), fixed(b));
    if y1 != y2 {
        Edge { x1, y1, x2, y2 }.split(emit);
    }
}

#[inline(always)]
fn fixed(p: Point) -> (i32, i32) {
    (round_half_away(p.x * 256.0), round_half_away(p.y * 256.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clipped(a: (f64, f64), b: (f64, f64)) -> Vec<[i32; 4]> {
        let mut clipper = Clipper::new(IntRect::new(0, 0, 10, 10));
        clipper.move_to(a.into());
        let mut edges = Vec::new();
        clipper.line_to(b.into(), &mut |e| {
            edges.push([e.x1, e.y1, e.x2, e.y2].map(|v| v / 256));
        });
        edges
    }

    #[test]
    fn left_parts_follow_the_border_and_right_parts_are_dropped() {
        assert_eq!(
            clipped((-5.0, 2.0), (5.0, 4.0)),
            [[0, 2, 0, 3], [0, 3, 5, 4]]
        );
        assert_eq!(clipped((5.0, 2.0), (15.0, 4.0)), [[5, 2, 10, 3]]);
        assert_eq!(clipped((-5.0, 2.0), (-1.0, 8.0)), [[0, 2, 0, 8]]);
        assert_eq!(clipped((15.0, 2.0), (11.0, 8.0)), [[0; 4]; 0]);
        assert_eq!(
            clipped((20.0, 1.0), (-10.0, 4.0)),
            [[10, 2, 0, 3], [0, 3, 0, 4]]
        );
    }

    #[test]
    fn parts_above_and_below_are_dropped() {
        assert_eq!(clipped((4.0, -10.0), (6.0, 10.0)), [[5, 0, 6, 10]]);
        assert_eq!(clipped((4.0, -10.0), (6.0, -1.0)), [[0; 4]; 0]);
        assert_eq!(clipped((4.0, 20.0), (4.0, -20.0)), [[4, 10, 4, 0]]);
    }

    #[test]
    fn coordinates_whose_products_overflow_still_clip() {
        assert_eq!(
            clipped((-1e300, 5.0 - 1e9), (1e300, 5.0 + 1e9)),
            [[0, 0, 0, 5]]
        );
        assert_eq!(clipped((5.0, -1e300), (5.0, 1e300)), [[5, 0, 5, 10]]);
    }
}
