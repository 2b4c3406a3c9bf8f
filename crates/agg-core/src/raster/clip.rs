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
use crate::raster::edge::{Edge, WIDEST_PIXELS};
use fearless_simd::{Level, Simd, dispatch, f64x4, prelude::*};

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

    /// Moves on along points as long as all of the way is inside, and keeps the edges that are not
    /// level; returns how many points that were.
    pub(super) fn lines_inside(
        &mut self,
        level: Level,
        points: &[Point],
        keep: &mut Vec<Edge>,
    ) -> usize {
        if self.sides != 0 || self.bounds.x1 - self.bounds.x0 >= WIDEST_PIXELS {
            return 0;
        }
        let done = dispatch!(level, simd => self.fours_inside(simd, points, keep));
        if let Some(last) = points.get(..done).and_then(<[Point]>::last) {
            self.from = *last;
        }
        done
    }

    /// Four points at a time; the last four may have less, and then the last of all again, to which
    /// there is no way.
    #[inline(always)]
    fn fours_inside<S: Simd>(&mut self, simd: S, points: &[Point], keep: &mut Vec<Edge>) -> usize {
        simd.vectorize(
            #[inline(always)]
            || {
                keep.reserve(points.len());
                let (mut at, mut done) = (self.fixed, 0);
                for four in points.chunks(4) {
                    let last = four.last().copied().unwrap_or_default();
                    let four_points = match four.first_chunk() {
                        Some(all) => *all,
                        None => std::array::from_fn(|i| four.get(i).copied().unwrap_or(last)),
                    };
                    let Some([xs, ys]) = fixed_inside(simd, &four_points, self.bounds) else {
                        break;
                    };
                    done += four.len();
                    for (&x2, &y2) in xs.iter().zip(&ys) {
                        let (x1, y1) = std::mem::replace(&mut at, (x2, y2));
                        if y1 != y2 {
                            keep.push(Edge { x1, y1, x2, y2 });
                        }
                    }
                }
                self.fixed = at;
                done
            },
        )
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

/// Four points in 24.8, if all of them lie inside: what [`fixed`] gives for each.
#[inline(always)]
fn fixed_inside<S: Simd>(simd: S, points: &[Point; 4], bounds: Rect) -> Option<[[i32; 4]; 2]> {
    let x = f64x4::from_slice(simd, &points.map(|p| p.x));
    let y = f64x4::from_slice(simd, &points.map(|p| p.y));
    let inside =
        x.simd_ge(bounds.x0) & x.simd_le(bounds.x1) & y.simd_ge(bounds.y0) & y.simd_le(bounds.y1);
    let fixed = [fixed_four(simd, x), fixed_four(simd, y)];
    inside.all_true().then_some(fixed)
}

/// Four coordinates in 24.8; any numbers where they do not fit.
#[inline(always)]
fn fixed_four<S: Simd>(simd: S, v: f64x4<S>) -> [i32; 4] {
    /// A whole number below 2³¹ that is added to it stands in its last bits.
    const WHOLE: f64 = (3_u64 << 51) as f64;
    let v = v * 256.0;
    let v = (v + f64x4::splat(simd, 0.5).copysign(v)).trunc() + WHOLE;
    let mut words = [0.0; 4];
    v.store_slice(&mut words);
    let [a, b, c, d] = words;
    let last = |word: f64| word.to_bits() as i32;
    [last(a), last(b), last(c), last(d)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

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

    proptest! {
        #[test]
        fn many_lines_inside_are_what_they_are_one_by_one(
            points in prop::collection::vec((-1.0..11.0f64, -1.0..11.0f64), 0..40),
            (scale, shift) in (0.2..1.2f64, 0.0..2.0f64),
        ) {
            let map = crate::geometry::Affine::new([scale, 0.1, -0.15, scale, shift, 0.5]);
            let points: Vec<Point> = points.into_iter().map(|p| map * Point::from(p)).collect();
            for level in [Level::new(), Level::baseline()] {
                let mut clipper = Clipper::new(IntRect::new(0, 0, 10, 10));
                clipper.move_to(Point::new(5.0, 5.0));
                let (mut one_by_one, mut together) = (clipper.clone(), Vec::new());
                let done = clipper.lines_inside(level, &points, &mut together);
                let edges = points[..done].iter().map(|&p| one_by_one.line_inside(p));
                let edges: Vec<_> = edges.map(|edge| edge.expect("inside")).collect();
                let steep: Vec<_> = edges.into_iter().filter(|edge| !edge.is_level()).collect();
                prop_assert_eq!(together, steep);
                prop_assert_eq!((clipper.from, clipper.fixed), (one_by_one.from, one_by_one.fixed));
                let ends_outside = points[done..].iter().take(4).any(|&p| {
                    !(0.0..=10.0).contains(&p.x) || !(0.0..=10.0).contains(&p.y)
                });
                prop_assert!(done == points.len() || ends_outside);
            }
        }
    }

    #[test]
    fn an_edge_on_a_border_is_kept_as_it_is() {
        assert_eq!(clipped((10.0, 2.0), (10.0, 8.0)), [[10, 2, 10, 8]]);
        assert_eq!(clipped((0.0, 8.0), (0.0, 2.0)), [[0, 8, 0, 2]]);
        assert_eq!(clipped((3.0, 0.0), (7.0, 10.0)), [[3, 0, 7, 10]]);
    }

    #[test]
    fn a_box_as_wide_as_no_edge_may_be_is_not_passed_in_one_piece() {
        let widest = WIDEST_PIXELS as i32;
        for (x0, width, passed) in [(0, widest - 1, 1), (0, widest, 0), (-widest, 2 * widest, 0)] {
            let mut clipper = Clipper::new(IntRect::new(x0, 0, x0 + width, 10));
            clipper.move_to(Point::new(f64::from(x0), 1.0));
            let to = [Point::new(f64::from(x0 + width), 9.0)];
            let mut edges = Vec::new();
            let done = clipper.lines_inside(Level::new(), &to, &mut edges);
            assert_eq!((done, edges.len()), (passed, passed), "{x0} {width}");
        }
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
