//! The outline of one subpath: caps, joins and the walk along both sides.
//!
//! Names: `w` is half the width with its sign; for a segment a → b of length L the *offset* is
//! (w·Δy/L, w·Δx/L), and the outline runs through `p + (offset.x, −offset.y)`.

use crate::geometry::Point;
use crate::geometry::number::{arc_step, atan2, cos, sin_cos};
use crate::path::PathEl;
use crate::path::expand::Sink;
use crate::path::stroke::corner::{Corner, Place, sweep};
use crate::path::stroke::side::Side;
use crate::path::stroke::{Cap, Dots, InnerJoin, Join, Stroke};
use crate::path::subpath::{Merge, Subpath, Vertex};
use fearless_simd::Level;
use std::f64::consts::{PI, TAU};

/// Two lines whose cross product is below this count as parallel.
pub(super) const PARALLEL: f64 = 1e-30;

/// A stroke with its derived numbers.
#[derive(Clone, Debug)]
pub(super) struct Outliner<'a> {
    pub(super) stroke: &'a Stroke,
    pub(super) w: f64,
    pub(super) w_abs: f64,
    pub(super) sign: f64,
    /// The largest angle between two points of an arc.
    arc_step: f64,
    /// Two offsets that turn towards each other by less than an arc step have a product above
    /// this, and the sine of the turn times the same lengths is above `barely`.
    pub(super) narrow: f64,
    pub(super) barely: f64,
    pub(super) level: Level,
}

/// Far more than rounding does to the sine or cosine of a turn.
const BARELY: f64 = 1e-6;

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
            barely: BARELY * w * w,
            level: Level::new(),
        })
    }

    /// Emits the outline of a subpath that has ended.
    pub(super) fn trace(&self, subpath: &mut Subpath, sink: &mut impl Sink) {
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

    fn open(&self, vertices: &[Vertex], sink: &mut impl Sink) {
        let mut contour = Contour::new(sink);
        if let [first, second, ..] = vertices {
            self.cap(first.at, second.at, first.length, &mut contour);
        }
        if vertices.len() > 2 {
            let mut side = Side::new(self, &mut contour);
            side.forwards(vertices);
            side.end();
        }
        if let [.., before, last] = vertices {
            self.cap(last.at, before.at, before.length, &mut contour);
        }
        if vertices.len() > 2 {
            let mut side = Side::new(self, &mut contour);
            side.backwards(vertices, 0.0);
            side.end();
        }
        contour.close();
    }

    fn closed(&self, vertices: &[Vertex], sink: &mut impl Sink) {
        self.ring(vertices, sink).close();
        let mut inner = Contour::new(sink);
        if let [first, .., last] = vertices {
            let mut side = Side::new(self, &mut inner);
            side.vertex(first.at, last.length);
            side.backwards(vertices, last.length);
            side.vertex(last.at, 0.0);
            side.end();
        }
        inner.close();
    }

    /// One side of a polygon, not yet closed.
    pub(super) fn ring<'s, S: Sink>(&self, vertices: &[Vertex], sink: &'s mut S) -> Contour<'s, S> {
        let mut contour = Contour::new(sink);
        if let [first, .., last] = vertices {
            let mut side = Side::new(self, &mut contour);
            side.vertex(last.at, last.length);
            side.forwards(vertices);
            side.vertex(first.at, 0.0);
            side.end();
        }
        contour
    }

    /// A subpath without direction is drawn as a line along x with no length.
    fn dot(&self, at: Point, sink: &mut impl Sink) {
        if self.stroke.cap == Cap::Butt {
            return;
        }
        let mut contour = Contour::new(sink);
        self.cap(at, at + Point::new(1.0, 0.0), 1.0, &mut contour);
        self.cap(at, at - Point::new(1.0, 0.0), 1.0, &mut contour);
        contour.close();
    }

    /// The end at `v0` of the segment v0 → v1.
    fn cap(&self, v0: Point, v1: Point, length: f64, out: &mut Contour<'_, impl Sink>) {
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

    fn round_cap(&self, v0: Point, dx: f64, dy: f64, out: &mut Contour<'_, impl Sink>) {
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
        out: &mut Contour<'_, impl Sink>,
    ) {
        let mut angle = from + step;
        for _ in 0..count {
            let (sin, cos) = sin_cos(angle);
            out.point(Point::new(center.x + cos * self.w, center.y + sin * self.w));
            angle += step;
        }
    }

    /// One side of a corner.
    #[inline(never)]
    pub(super) fn join(&self, corner: &Corner<f64>, out: &mut Contour<'_, impl Sink>) {
        let turn = corner.turn();
        if turn.abs() > self.stroke.straight && (turn > 0.0) == (self.w > 0.0) {
            self.inner_join(corner, out);
        } else {
            self.outer_join(corner, out);
        }
    }

    fn inner_join(&self, corner: &Corner<f64>, out: &mut Contour<'_, impl Sink>) {
        let (length1, length2) = (corner.length1, corner.length2);
        let limit = (length1.min(length2) / self.w_abs).max(self.stroke.inner_miter_limit);
        let apart = corner.offset1.distance_squared(corner.offset2);
        let is_roomy = apart < length1 * length1 && apart < length2 * length2;
        match self.stroke.inner_join {
            InnerJoin::Bevel => self.bevel(corner, out),
            InnerJoin::Jag if !is_roomy => {
                out.point(corner.before().into());
                out.point(corner.v1.into());
                out.point(corner.after().into());
            }
            InnerJoin::Round if !is_roomy => {
                out.point(corner.before().into());
                out.point(corner.v1.into());
                self.arc(corner.v1, corner.offset2, corner.offset1, out);
                out.point(corner.v1.into());
                out.point(corner.after().into());
            }
            InnerJoin::Miter | InnerJoin::Jag | InnerJoin::Round => {
                self.miter(corner, Join::MiterRevert, limit, out);
            }
        }
    }

    fn outer_join(&self, corner: &Corner<f64>, out: &mut Contour<'_, impl Sink>) {
        let join = self.stroke.join;
        if matches!(join, Join::Round | Join::Bevel) && self.is_almost_straight(corner.bevel()) {
            return out.point(crossing(corner).unwrap_or(corner.before().into()));
        }
        match join {
            Join::Miter | Join::MiterRevert | Join::MiterRound => {
                self.miter(corner, join, self.stroke.miter_limit, out);
            }
            Join::Round => self.arc(corner.v1, corner.offset1, corner.offset2, out),
            Join::Bevel => self.bevel(corner, out),
        }
    }

    fn bevel(&self, corner: &Corner<f64>, out: &mut Contour<'_, impl Sink>) {
        out.point(corner.before().into());
        out.point(corner.after().into());
    }

    /// Whether a corner turns so little that an arc or a bevel would lie within 1/1024 of the
    /// half width of a plain crossing. `bevel` is the distance of the bevel from the vertex.
    fn is_almost_straight(&self, bevel: f64) -> bool {
        self.stroke.scale * (self.w_abs - bevel) < self.w_abs / 1024.0
    }

    /// The crossing of the offset lines if it is within the limit; else what `join` asks for.
    fn miter(
        &self,
        corner: &Corner<f64>,
        join: Join,
        limit: f64,
        out: &mut Contour<'_, impl Sink>,
    ) {
        let reach = self.w_abs * limit;
        let crossing = crossing(corner);
        match crossing {
            Some(tip) if Point::from(corner.v1).distance(tip) <= reach => out.point(tip),
            None if corner.goes_straight_on() => out.point(corner.before().into()),
            _ => self.beyond_limit(corner, crossing, (join, limit), out),
        }
    }

    /// What `join` asks for where the crossing is too far away, or there is none.
    fn beyond_limit(
        &self,
        corner: &Corner<f64>,
        crossing: Option<Point>,
        (join, limit): (Join, f64),
        out: &mut Contour<'_, impl Sink>,
    ) {
        match (join, crossing) {
            (Join::MiterRound, _) => self.arc(corner.v1, corner.offset1, corner.offset2, out),
            (Join::Miter, Some(tip)) => {
                let (reach, bevel) = (self.w_abs * limit, corner.bevel());
                let kept = (reach - bevel) / (Point::from(corner.v1).distance(tip) - bevel);
                for p in [corner.before(), corner.after()].map(Point::from) {
                    out.point(p + (tip - p) * kept);
                }
            }
            (Join::Miter, None) => self.square_turn(corner, limit * self.sign, out),
            _ => self.bevel(corner, out),
        }
    }

    /// A path that turns back on itself: both sides prolonged by the limit.
    fn square_turn(&self, corner: &Corner<f64>, limit: f64, out: &mut Contour<'_, impl Sink>) {
        let (v1, offset1, offset2) = (corner.v1, corner.offset1, corner.offset2);
        out.point(Point::new(
            v1.x + offset1.x + offset1.y * limit,
            v1.y - offset1.y + offset1.x * limit,
        ));
        out.point(Point::new(
            v1.x + offset2.x - offset2.y * limit,
            v1.y - offset2.y - offset2.x * limit,
        ));
    }

    /// The arc about `center` from one offset to another, the short way in the pen's direction.
    fn arc(
        &self,
        center: Place<f64>,
        from: Place<f64>,
        to: Place<f64>,
        out: &mut Contour<'_, impl Sink>,
    ) {
        let ends = [from, to].map(|offset| Point::from(center.beside(offset)));
        let (sine, cosine) = sweep(from, to);
        let [first, last] = ends;
        out.point(first);
        if !(sine * self.sign > self.barely && cosine > self.narrow) {
            let start = atan2(-from.y * self.sign, from.x * self.sign);
            let mut end = atan2(-to.y * self.sign, to.x * self.sign);
            if (start - end) * self.sign > 0.0 {
                end += TAU * self.sign;
            }
            let sweep = (end - start) * self.sign;
            let steps = (sweep / self.arc_step) as u32;
            let step = sweep / f64::from(steps + 1) * self.sign;
            self.arc_points(center.into(), start, step, steps, out);
        }
        out.point(last);
    }
}

/// Where the two offset lines cross, unless they are parallel.
fn crossing(corner: &Corner<f64>) -> Option<Point> {
    let (cross, tip) = corner.crossing();
    (cross.abs() >= PARALLEL).then(|| tip.into())
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

impl<'s, S: Sink> Contour<'s, S> {
    pub(super) fn new(sink: &'s mut S) -> Self {
        Self {
            sink,
            started: false,
            points: [Point::ORIGIN; TOGETHER],
            len: 0,
        }
    }

    #[inline(always)]
    pub(super) fn point(&mut self, p: Point) {
        if self.len >= TOGETHER {
            self.hand_on();
        }
        if let Some(room) = self.points.get_mut(self.len) {
            *room = p;
            self.len += 1;
        }
    }

    #[inline(always)]
    pub(super) fn four(&mut self, points: [Point; 4]) {
        if self.len + 4 > TOGETHER {
            self.hand_on();
        }
        let room = self.points.get_mut(self.len..);
        if let Some(room) = room.and_then(<[Point]>::first_chunk_mut) {
            *room = points;
            self.len += 4;
        }
    }

    #[inline(never)]
    fn hand_on(&mut self) {
        let mut points = self
            .points
            .get(..std::mem::take(&mut self.len))
            .unwrap_or_default();
        if !self.started
            && let [first, rest @ ..] = points
        {
            self.started = true;
            self.sink.element(PathEl::MoveTo(*first));
            points = rest;
        }
        self.sink.lines(points);
    }

    /// Hands on what is left.
    pub(super) fn end(mut self) -> &'s mut S {
        self.hand_on();
        self.sink
    }

    pub(super) fn close(self) {
        self.end().element(PathEl::Close);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::f64::consts::FRAC_PI_8;

    /// How many points an arc has, ends included, where a circle has 44.
    fn points_of_an_arc(width: f64, from: f64, to: f64) -> usize {
        let radius = width.abs() / 2.0;
        let pen = Stroke::new(width).with_approximation_scale(50.0 / radius);
        let outliner = Outliner::new(&pen).expect("it has a width");
        // An offset from a vertex at an angle: its place is (x + offset.x, y − offset.y).
        let offset = |angle: f64| Place::new(radius * angle.cos(), -radius * angle.sin());
        let mut count = 0;
        let mut sink = |_: PathEl| count += 1;
        let mut out = Contour::new(&mut sink);
        outliner.arc(Place::new(7.0, 9.0), offset(from), offset(to), &mut out);
        out.end();
        count
    }

    #[test]
    fn arcs_go_the_way_of_the_pen_be_that_short_or_long() {
        let turns = (0..16).map(|i| f64::from(i) * FRAC_PI_8 + 0.05);
        for (from, width) in turns.flat_map(|v| [100.0_f64, -100.0, 1.0, -1.0].map(|w| (v, w))) {
            let ahead = from + 0.1 * width.signum();
            assert_eq!(points_of_an_arc(width, from, ahead), 2, "{from} {width}");
            assert!(points_of_an_arc(width, ahead, from) > 40, "{from} {width}");
        }
    }
}
