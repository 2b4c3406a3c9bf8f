//! The outline of one subpath: caps, joins and the walk along both sides.
//!
//! Names: `w` is half the width with its sign; for a segment a → b of length L the *offset* is
//! (w·Δy/L, w·Δx/L), and the outline runs through `p + (offset.x, −offset.y)`.

use crate::geometry::Point;
use crate::geometry::number::{arc_step, atan2, cos, sin};
use crate::path::PathEl;
use crate::path::stroke::{Cap, Dots, InnerJoin, Join, Stroke};
use crate::path::subpath::{Merge, Subpath, Vertex};
use std::f64::consts::{PI, TAU};

/// Two lines whose cross product is below this count as parallel.
const PARALLEL: f64 = 1e-30;

/// A stroke with its derived numbers.
#[derive(Clone, Debug)]
pub(super) struct Outliner<'a> {
    stroke: &'a Stroke,
    w: f64,
    w_abs: f64,
    sign: f64,
    /// The largest angle between two points of an arc.
    arc_step: f64,
    /// Two offsets that turn towards each other by less than an arc step have a product above
    /// this, and the sine of the turn is above [`BARELY`].
    narrow: f64,
}

/// Far more than rounding does to the sine or cosine of a turn.
const BARELY: f64 = 1e-6;

/// A corner: three vertices and the offsets of its two segments.
#[derive(Clone, Copy, Debug)]
struct Corner {
    v0: Point,
    v1: Point,
    v2: Point,
    offset1: Point,
    offset2: Point,
}

impl Corner {
    /// The outline's point beside the corner that belongs to the segment before it.
    fn before(&self) -> Point {
        beside(self.v1, self.offset1)
    }

    /// The one that belongs to the segment after it.
    fn after(&self) -> Point {
        beside(self.v1, self.offset2)
    }

    /// The distance of the bevel from the vertex.
    fn bevel(&self) -> f64 {
        self.offset1.midpoint(self.offset2).distance(Point::ORIGIN)
    }

    /// Where the two offset lines cross.
    fn crossing(&self) -> Option<Point> {
        let (a, b) = (beside(self.v0, self.offset1), self.before());
        let (c, d) = (self.after(), beside(self.v2, self.offset2));
        let numerator = (a.y - c.y) * (d.x - c.x) - (a.x - c.x) * (d.y - c.y);
        let denominator = (b.x - a.x) * (d.y - c.y) - (b.y - a.y) * (d.x - c.x);
        let along = numerator / denominator;
        (denominator.abs() >= PARALLEL).then(|| a + (b - a) * along)
    }

    /// Whether the path goes on in the same direction, told from two parallel offset lines.
    fn goes_straight_on(&self) -> bool {
        let p = self.before();
        (turn(self.v0, self.v1, p) < 0.0) == (turn(self.v1, self.v2, p) < 0.0)
    }
}

fn beside(p: Point, offset: Point) -> Point {
    Point::new(p.x + offset.x, p.y - offset.y)
}

/// Twice the signed area of a → b → p; its sign tells on which side of the line p lies.
fn turn(a: Point, b: Point, p: Point) -> f64 {
    (p.x - b.x) * (b.y - a.y) - (p.y - b.y) * (b.x - a.x)
}

impl<'a> Outliner<'a> {
    /// Which vertices are one.
    pub(super) fn merge(&self) -> Merge {
        self.stroke.merge
    }

    /// `None` for a pen that draws nothing.
    pub(super) fn new(stroke: &'a Stroke) -> Option<Self> {
        Self::with_half_width(stroke, stroke.width * 0.5)
    }

    /// The same with half a width of its own.
    pub(super) fn with_half_width(stroke: &'a Stroke, w: f64) -> Option<Self> {
        let w_abs = w.abs();
        let sign = if w < 0.0 { -1.0 } else { 1.0 };
        let arc_step = arc_step(w_abs, stroke.scale);
        (w_abs > 0.0 && w_abs.is_finite()).then_some(Self {
            stroke,
            w,
            w_abs,
            sign,
            arc_step,
            narrow: (cos(arc_step) + BARELY) * w * w,
        })
    }

    /// Emits the outline of a subpath that has ended.
    pub(super) fn trace(&self, subpath: &mut Subpath, sink: &mut impl FnMut(PathEl)) {
        subpath.shorten(self.stroke.shorten);
        let vertices = subpath.vertices();
        if subpath.is_closed(3) {
            self.closed(vertices, sink);
        } else if vertices.len() >= 2 {
            self.open(vertices, sink);
        } else if let (Some(at), Dots::Draw) = (subpath.dot(), self.stroke.dots) {
            self.dot(at, sink);
        }
    }

    fn open(&self, vertices: &[Vertex], sink: &mut impl FnMut(PathEl)) {
        let mut contour = Contour::new(sink);
        if let [first, second, ..] = vertices {
            self.cap(first.at, second.at, first.length, &mut contour);
        }
        let mut offset = None;
        for corner in vertices.windows(3) {
            if let [a, b, c] = corner {
                let lengths = [a.length, b.length];
                offset = self.join([a.at, b.at, c.at], lengths, offset, &mut contour);
            }
        }
        if let [.., before, last] = vertices {
            self.cap(last.at, before.at, before.length, &mut contour);
        }
        let mut offset = None;
        for corner in vertices.windows(3).rev() {
            if let [a, b, c] = corner {
                let lengths = [b.length, a.length];
                offset = self.join([c.at, b.at, a.at], lengths, offset, &mut contour);
            }
        }
        contour.close();
    }

    fn closed(&self, vertices: &[Vertex], sink: &mut impl FnMut(PathEl)) {
        self.ring(vertices, sink).close();
        let mut inner = Contour::new(sink);
        let backwards = vertices.iter().rev();
        let before = vertices.first().into_iter().chain(backwards.clone());
        let after = backwards.clone().skip(1).chain(vertices.last());
        let mut offset = None;
        for ((c, b), a) in before.zip(backwards).zip(after) {
            let lengths = [b.length, a.length];
            offset = self.join([c.at, b.at, a.at], lengths, offset, &mut inner);
        }
        inner.close();
    }

    /// One side of a polygon, not yet closed.
    pub(super) fn ring<'s, S: FnMut(PathEl)>(
        &self,
        vertices: &[Vertex],
        sink: &'s mut S,
    ) -> Contour<'s, S> {
        let mut contour = Contour::new(sink);
        let before = vertices.iter().cycle().skip(vertices.len() - 1);
        let around = before.zip(vertices).zip(vertices.iter().cycle().skip(1));
        let mut offset = None;
        for ((a, b), c) in around {
            let lengths = [a.length, b.length];
            offset = self.join([a.at, b.at, c.at], lengths, offset, &mut contour);
        }
        contour
    }

    /// A subpath without direction is drawn as a line along x with no length.
    fn dot(&self, at: Point, sink: &mut impl FnMut(PathEl)) {
        if self.stroke.cap == Cap::Butt {
            return;
        }
        let mut contour = Contour::new(sink);
        self.cap(at, at + Point::new(1.0, 0.0), 1.0, &mut contour);
        self.cap(at, at - Point::new(1.0, 0.0), 1.0, &mut contour);
        contour.close();
    }

    /// The end at `v0` of the segment v0 → v1.
    fn cap(&self, v0: Point, v1: Point, length: f64, out: &mut Contour<'_, impl FnMut(PathEl)>) {
        let dx = (v1.y - v0.y) / length * self.w;
        let dy = (v1.x - v0.x) / length * self.w;
        let back = match self.stroke.cap {
            Cap::Butt => Point::ORIGIN,
            Cap::Square => Point::new(dy * self.sign, dx * self.sign),
            Cap::Round => return self.round_cap(v0, dx, dy, out),
        };
        out.point(Point::new(v0.x - dx - back.x, v0.y + dy - back.y));
        out.point(Point::new(v0.x + dx - back.x, v0.y - dy - back.y));
    }

    fn round_cap(&self, v0: Point, dx: f64, dy: f64, out: &mut Contour<'_, impl FnMut(PathEl)>) {
        let steps = (PI / self.arc_step) as u32;
        let step = PI / f64::from(steps + 1) * self.sign;
        let from = if self.sign > 0.0 {
            atan2(dy, -dx)
        } else {
            atan2(-dy, dx)
        };
        out.point(Point::new(v0.x - dx, v0.y + dy));
        self.arc_points(v0, from, step, steps, out);
        out.point(Point::new(v0.x + dx, v0.y - dy));
    }

    /// `count` points on the circle about `center`, the first one step from `from`.
    fn arc_points(
        &self,
        center: Point,
        from: f64,
        step: f64,
        count: u32,
        out: &mut Contour<'_, impl FnMut(PathEl)>,
    ) {
        let mut angle = from + step;
        for _ in 0..count {
            out.point(Point::new(
                center.x + cos(angle) * self.w,
                center.y + sin(angle) * self.w,
            ));
            angle += step;
        }
    }

    /// One side of the corner v0 → v1 → v2, whose segments have the given lengths. The offset of the
    /// first one is known from the corner before, if there was one; that of the second is for the next.
    fn join(
        &self,
        [v0, v1, v2]: [Point; 3],
        [length1, length2]: [f64; 2],
        offset1: Option<Point>,
        out: &mut Contour<'_, impl FnMut(PathEl)>,
    ) -> Option<Point> {
        let offset = |a: Point, b: Point, length: f64| {
            Point::new(self.w * (b.y - a.y) / length, self.w * (b.x - a.x) / length)
        };
        let corner = Corner {
            v0,
            v1,
            v2,
            offset1: offset1.unwrap_or_else(|| offset(v0, v1, length1)),
            offset2: offset(v1, v2, length2),
        };
        let side = turn(v0, v1, v2);
        if side.abs() > self.stroke.straight && (side > 0.0) == (self.w > 0.0) {
            self.inner_join(&corner, length1, length2, out);
        } else {
            self.outer_join(&corner, out);
        }
        Some(corner.offset2)
    }

    #[inline(always)]
    fn inner_join(
        &self,
        corner: &Corner,
        length1: f64,
        length2: f64,
        out: &mut Contour<'_, impl FnMut(PathEl)>,
    ) {
        let shorter = length1.min(length2);
        let limit = (shorter / self.w_abs).max(self.stroke.inner_miter_limit);
        let is_roomy = || {
            let apart = corner.offset1.distance_squared(corner.offset2);
            apart < length1 * length1 && apart < length2 * length2
        };
        match self.stroke.inner_join {
            InnerJoin::Bevel => {
                out.point(corner.before());
                out.point(corner.after());
            }
            InnerJoin::Jag if !is_roomy() => {
                out.point(corner.before());
                out.point(corner.v1);
                out.point(corner.after());
            }
            InnerJoin::Round if !is_roomy() => {
                out.point(corner.before());
                out.point(corner.v1);
                self.arc(corner.v1, corner.offset2, corner.offset1, out);
                out.point(corner.v1);
                out.point(corner.after());
            }
            InnerJoin::Miter | InnerJoin::Jag | InnerJoin::Round => {
                self.miter(corner, Join::MiterRevert, limit, out);
            }
        }
    }

    #[inline(always)]
    fn outer_join(&self, corner: &Corner, out: &mut Contour<'_, impl FnMut(PathEl)>) {
        let join = self.stroke.join;
        if matches!(join, Join::Round | Join::Bevel) && self.is_almost_straight(corner.bevel()) {
            return out.point(corner.crossing().unwrap_or(corner.before()));
        }
        match join {
            Join::Miter | Join::MiterRevert | Join::MiterRound => {
                self.miter(corner, join, self.stroke.miter_limit, out);
            }
            Join::Round => self.arc(corner.v1, corner.offset1, corner.offset2, out),
            Join::Bevel => {
                out.point(corner.before());
                out.point(corner.after());
            }
        }
    }

    /// Whether a corner turns so little that an arc or a bevel would lie within 1/1024 of the
    /// half width of a plain crossing. `bevel` is the distance of the bevel from the vertex.
    fn is_almost_straight(&self, bevel: f64) -> bool {
        self.stroke.scale * (self.w_abs - bevel) < self.w_abs / 1024.0
    }

    /// The crossing of the offset lines if it is within the limit; else what `join` asks for.
    #[inline(always)]
    fn miter(
        &self,
        corner: &Corner,
        join: Join,
        limit: f64,
        out: &mut Contour<'_, impl FnMut(PathEl)>,
    ) {
        let reach = self.w_abs * limit;
        let crossing = corner.crossing();
        match crossing {
            Some(tip) if corner.v1.distance(tip) <= reach => out.point(tip),
            None if corner.goes_straight_on() => out.point(corner.before()),
            _ if join == Join::MiterRevert => {
                out.point(corner.before());
                out.point(corner.after());
            }
            _ => self.beyond_limit(corner, crossing, (join, limit), out),
        }
    }

    /// What `join` asks for where the crossing is too far away, or there is none.
    fn beyond_limit(
        &self,
        corner: &Corner,
        crossing: Option<Point>,
        (join, limit): (Join, f64),
        out: &mut Contour<'_, impl FnMut(PathEl)>,
    ) {
        match (join, crossing) {
            (Join::MiterRound, _) => self.arc(corner.v1, corner.offset1, corner.offset2, out),
            (Join::Miter, Some(tip)) => {
                let (reach, bevel) = (self.w_abs * limit, corner.bevel());
                let kept = (reach - bevel) / (corner.v1.distance(tip) - bevel);
                for p in [corner.before(), corner.after()] {
                    out.point(p + (tip - p) * kept);
                }
            }
            (Join::Miter, None) => self.square_turn(corner, limit * self.sign, out),
            _ => {
                out.point(corner.before());
                out.point(corner.after());
            }
        }
    }

    /// A path that turns back on itself: both sides prolonged by the limit.
    fn square_turn(&self, corner: &Corner, limit: f64, out: &mut Contour<'_, impl FnMut(PathEl)>) {
        let Corner {
            v1,
            offset1,
            offset2,
            ..
        } = *corner;
        out.point(Point::new(
            v1.x + offset1.x + offset1.y * limit,
            v1.y - offset1.y + offset1.x * limit,
        ));
        out.point(Point::new(
            v1.x + offset2.x - offset2.y * limit,
            v1.y - offset2.y - offset2.x * limit,
        ));
    }

    /// Whether an arc from one offset to another has no point between its ends for certain, which
    /// is told without an angle.
    fn is_narrow(&self, from: Point, to: Point) -> bool {
        let sine = (from.y * to.x - from.x * to.y) * self.sign;
        let cosine = from.x * to.x + from.y * to.y;
        sine > BARELY * self.w * self.w && cosine > self.narrow
    }

    /// The arc about `center` from one offset to another, the short way in the pen's direction.
    fn arc(
        &self,
        center: Point,
        from: Point,
        to: Point,
        out: &mut Contour<'_, impl FnMut(PathEl)>,
    ) {
        if self.is_narrow(from, to) {
            out.point(beside(center, from));
            return out.point(beside(center, to));
        }
        let start = atan2(-from.y * self.sign, from.x * self.sign);
        let mut end = atan2(-to.y * self.sign, to.x * self.sign);
        if (start - end) * self.sign > 0.0 {
            end += TAU * self.sign;
        }
        let sweep = (end - start) * self.sign;
        let steps = (sweep / self.arc_step) as u32;
        out.point(beside(center, from));
        self.arc_points(
            center,
            start,
            sweep / f64::from(steps + 1) * self.sign,
            steps,
            out,
        );
        out.point(beside(center, to));
    }
}

/// So many points of a contour are handed on together.
const TOGETHER: usize = 32;

/// One closed contour on its way to the sink. Its points come from many places and are handed on
/// from one, which the compiler makes one with what is done to them.
pub(super) struct Contour<'s, S> {
    sink: &'s mut S,
    started: bool,
    points: [Point; TOGETHER],
    len: usize,
}

impl<'s, S: FnMut(PathEl)> Contour<'s, S> {
    fn new(sink: &'s mut S) -> Self {
        Self {
            sink,
            started: false,
            points: [Point::ORIGIN; TOGETHER],
            len: 0,
        }
    }

    #[inline(always)]
    fn point(&mut self, p: Point) {
        if self.len >= TOGETHER {
            self.hand_on();
        }
        if let Some(room) = self.points.get_mut(self.len) {
            *room = p;
            self.len += 1;
        }
    }

    #[inline(never)]
    fn hand_on(&mut self) {
        let mut points = self.points.iter().take(std::mem::take(&mut self.len));
        if !std::mem::replace(&mut self.started, true)
            && let Some(first) = points.next()
        {
            (self.sink)(PathEl::MoveTo(*first));
        }
        for &p in points {
            (self.sink)(PathEl::LineTo(p));
        }
    }

    /// Hands on what is left.
    pub(super) fn end(mut self) -> &'s mut S {
        self.hand_on();
        self.sink
    }

    pub(super) fn close(self) {
        self.end()(PathEl::Close);
    }
}
