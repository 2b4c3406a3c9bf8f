//! The walk along one side of a subpath, four corners at a time.
//!
//! Most corners of a long line give one point, where the two offset lines cross, or the two of a
//! bevel. Which of them do, and the points, are found out for four together; the others are left
//! to [`Outliner::join`], which knows all kinds.

use crate::geometry::Point;
use crate::path::expand::Sink;
use crate::path::stroke::corner::{Corner, Number, Place, sweep};
use crate::path::stroke::outline::{Contour, Outliner, PARALLEL};
use crate::path::stroke::{InnerJoin, Join};
use crate::path::subpath::Vertex;
use fearless_simd::{Simd, dispatch, f64x4, mask64x4, prelude::*};

/// So many corners are walked around together.
const CORNERS: usize = 32;
/// So many vertices have room, those that the last four corners reach for among them.
const ROOM: usize = CORNERS + 8;
/// A bit for each of four corners.
const ALL: u64 = 0b1111;

/// One side on its way to a contour.
pub(super) struct Side<'a, 's, S> {
    outliner: &'a Outliner<'a>,
    out: &'a mut Contour<'s, S>,
    stretch: Stretch,
}

/// Vertices in the order of the walk, and the segments from each to the next.
struct Stretch {
    len: usize,
    x: [f64; ROOM],
    y: [f64; ROOM],
    length: [f64; ROOM],
    offset_x: [f64; ROOM],
    offset_y: [f64; ROOM],
}

/// What four corners come to.
struct Found<S: Simd> {
    /// Those that are one point, which is their `tip`.
    tips: u64,
    /// Those that are a bevel.
    bevels: u64,
    tip: Place<f64x4<S>>,
}

impl<'a, 's, S: Sink> Side<'a, 's, S> {
    #[inline(always)]
    pub(super) fn new(outliner: &'a Outliner<'a>, out: &'a mut Contour<'s, S>) -> Self {
        Self {
            outliner,
            out,
            stretch: Stretch::default(),
        }
    }

    /// Goes on to a vertex that has a segment of a length after it.
    #[inline(always)]
    pub(super) fn vertex(&mut self, at: Point, length: f64) {
        if self.stretch.len >= CORNERS + 2 {
            self.corners();
        }
        self.stretch.push(at, length);
    }

    /// Goes on along vertices.
    pub(super) fn forwards(&mut self, vertices: &[Vertex]) {
        vertices.iter().for_each(|v| self.vertex(v.at, v.length));
    }

    /// Goes back along vertices, each of which knows the length to the one after it; beyond the
    /// first of them the walk goes on for `length`.
    pub(super) fn backwards(&mut self, vertices: &[Vertex], length: f64) {
        let lengths = vertices.iter().rev().skip(1).map(|v| v.length);
        let ends = vertices.iter().rev().map(|v| v.at);
        ends.zip(lengths.chain([length]))
            .for_each(|(at, length)| self.vertex(at, length));
    }

    /// Walks around the corners that are left.
    pub(super) fn end(mut self) {
        self.corners();
    }

    #[inline(never)]
    fn corners(&mut self) {
        let corners = self.stretch.len.saturating_sub(2);
        dispatch!(self.outliner.level, simd => self.corners_in(simd, corners));
        self.stretch.keep_last_two();
    }

    #[inline(always)]
    fn corners_in<V: Simd>(&mut self, simd: V, corners: usize) {
        simd.vectorize(
            #[inline(always)]
            || {
                self.stretch.make_offsets(simd, self.outliner.w);
                for first in (0..corners).step_by(4) {
                    self.four(simd, first, corners - first);
                }
            },
        );
    }

    /// Walks around four corners, or as many as there are.
    #[inline(always)]
    fn four<V: Simd>(&mut self, simd: V, first: usize, count: usize) {
        let corner = self.stretch.corner(
            #[inline(always)]
            |column, at| four(simd, column, first + at),
        );
        let found = self.outliner.look(simd, &corner);
        let tips = points(found.tip);
        if found.tips == ALL && count >= 4 {
            return self.out.four(tips);
        }
        let bevels = points(corner.before())
            .into_iter()
            .zip(points(corner.after()));
        for (i, (tip, (before, after))) in tips.into_iter().zip(bevels).take(count).enumerate() {
            if found.tips >> i & 1 != 0 {
                self.out.point(tip);
            } else if found.bevels >> i & 1 != 0 {
                self.out.point(before);
                self.out.point(after);
            } else {
                let corner = self
                    .stretch
                    .corner(|column, at| one(column, first + i + at));
                self.outliner.join(&corner, self.out);
            }
        }
    }
}

impl Default for Stretch {
    #[inline(always)]
    fn default() -> Self {
        let nothing = [0.0; ROOM];
        Self {
            len: 0,
            x: nothing,
            y: nothing,
            length: nothing,
            offset_x: nothing,
            offset_y: nothing,
        }
    }
}

impl Stretch {
    #[inline(always)]
    fn push(&mut self, at: Point, length: f64) {
        let columns = [&mut self.x, &mut self.y, &mut self.length];
        for (column, value) in columns.into_iter().zip([at.x, at.y, length]) {
            if let Some(room) = column.get_mut(self.len) {
                *room = value;
            }
        }
        self.len += 1;
    }

    /// The last segment has no corner at its end yet.
    fn keep_last_two(&mut self) {
        let from = self.len.saturating_sub(2);
        for column in [&mut self.x, &mut self.y, &mut self.length] {
            column.copy_within(from..self.len, 0);
        }
        self.len -= from;
    }

    /// The offsets of all segments: (w·Δy/L, w·Δx/L).
    #[inline(always)]
    fn make_offsets<V: Simd>(&mut self, simd: V, w: f64) {
        let fours = self
            .offset_x
            .chunks_exact_mut(4)
            .zip(self.offset_y.chunks_exact_mut(4));
        for (at, (offset_x, offset_y)) in (0..self.len).step_by(4).zip(fours) {
            let length = four(simd, &self.length, at);
            let along = |column| four(simd, column, at + 1) - four(simd, column, at);
            (along(&self.y) * w / length).store_slice(offset_x);
            (along(&self.x) * w / length).store_slice(offset_y);
        }
    }

    /// What `read` takes from each column for a corner; it is told how far beyond the corner's first
    /// vertex.
    #[inline(always)]
    fn corner<V: Number>(&self, read: impl Fn(&[f64; ROOM], usize) -> V) -> Corner<V> {
        let vertex = |at| Place::new(read(&self.x, at), read(&self.y, at));
        let offset = |at| Place::new(read(&self.offset_x, at), read(&self.offset_y, at));
        Corner {
            v0: vertex(0),
            v1: vertex(1),
            v2: vertex(2),
            offset1: offset(0),
            offset2: offset(1),
            length1: read(&self.length, 0),
            length2: read(&self.length, 1),
        }
    }
}

impl Outliner<'_> {
    /// What [`join`](Self::join) would do about four corners, where it takes no angle.
    #[inline(always)]
    fn look<S: Simd>(&self, simd: S, corner: &Corner<f64x4<S>>) -> Found<S> {
        let pen = self.stroke;
        let inner = self.is_inner(corner);
        let (cross, tip) = corner.crossing();
        let crosses = cross.abs().simd_ge(PARALLEL);
        let shorter = corner.length1.min(corner.length2);
        // No limit that is not a number, nor one below zero, is above a quotient of lengths.
        let inner_limit = (shorter / self.w_abs).max(pen.inner_miter_limit.max(0.0));
        let limit = inner.select(inner_limit, f64x4::splat(simd, pen.miter_limit));
        let away = corner.v1.distance_squared(tip);
        let known = (crosses & away.simd_le(f64::MAX)).to_bitmask();
        let near = known & away.sqrt().simd_le(limit * self.w_abs).to_bitmask();
        let far = known & !near;
        let (inner, crosses) = (inner.to_bitmask(), crosses.to_bitmask());
        let inside = match pen.inner_join {
            InnerJoin::Bevel => (0, ALL),
            InnerJoin::Miter => (near, far),
            InnerJoin::Jag | InnerJoin::Round => {
                let roomy = is_roomy(corner).to_bitmask();
                (near & roomy, far & roomy)
            }
        };
        let outside = match pen.join {
            Join::MiterRevert => (near, far),
            Join::Miter | Join::MiterRound => (near, 0),
            Join::Bevel => self.straight_or(ALL, corner, crosses),
            Join::Round => self.straight_or(self.is_narrow(corner).to_bitmask(), corner, crosses),
        };
        let either = |inside, outside| (inner & inside) | (!inner & outside);
        Found {
            tips: either(inside.0, outside.0),
            bevels: either(inside.1, outside.1),
            tip,
        }
    }

    /// Where the side lies within the turn.
    #[inline(always)]
    fn is_inner<S: Simd>(&self, corner: &Corner<f64x4<S>>) -> mask64x4<S> {
        let turn = corner.turn();
        let towards = if self.w > 0.0 {
            turn.simd_gt(0.0)
        } else {
            turn.simd_le(0.0)
        };
        turn.abs().simd_gt(self.stroke.straight) & towards
    }

    /// One point where the path is almost straight, two at the corners of `bevels`.
    #[inline(always)]
    fn straight_or<S: Simd>(
        &self,
        bevels: u64,
        corner: &Corner<f64x4<S>>,
        crosses: u64,
    ) -> (u64, u64) {
        let squared = corner.bevel_squared();
        let known = squared.simd_le(f64::MAX).to_bitmask();
        let short = (-squared.sqrt() + self.w_abs) * self.stroke.scale;
        let straight = short.simd_lt(self.w_abs / 1024.0).to_bitmask();
        (known & straight & crosses, known & !straight & bevels)
    }

    /// Where an arc has no point between its ends for certain.
    #[inline(always)]
    fn is_narrow<S: Simd>(&self, corner: &Corner<f64x4<S>>) -> mask64x4<S> {
        let (sine, cosine) = sweep(corner.offset1, corner.offset2);
        (sine * self.sign).simd_gt(self.barely) & cosine.simd_gt(self.narrow)
    }
}

/// Where both segments are longer than the ends of their offsets are apart.
#[inline(always)]
fn is_roomy<S: Simd>(corner: &Corner<f64x4<S>>) -> mask64x4<S> {
    let apart = corner.offset1.distance_squared(corner.offset2);
    let (first, second) = (corner.length1, corner.length2);
    apart.simd_lt(first * first) & apart.simd_lt(second * second)
}

#[inline(always)]
fn four<S: Simd>(simd: S, column: &[f64; ROOM], at: usize) -> f64x4<S> {
    let values = column.get(at..).and_then(<[f64]>::first_chunk::<4>);
    values.map_or(f64x4::splat(simd, 0.0), |v| f64x4::from_slice(simd, v))
}

fn one(column: &[f64; ROOM], at: usize) -> f64 {
    column.get(at).copied().unwrap_or_default()
}

#[inline(always)]
fn points<S: Simd>(places: Place<f64x4<S>>) -> [Point; 4] {
    let (mut x, mut y) = ([0.0; 4], [0.0; 4]);
    places.x.store_slice(&mut x);
    places.y.store_slice(&mut y);
    let mut points = [Point::ORIGIN; 4];
    for (p, (x, y)) in points.iter_mut().zip(x.into_iter().zip(y)) {
        *p = Point::new(x, y);
    }
    points
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::path::{PathEl, Stroke};
    use fearless_simd::Level;
    use proptest::prelude::*;

    /// What [`Outliner::join`] alone makes of each corner.
    fn one_by_one(outliner: &Outliner<'_>, vertices: &[Vertex]) -> Vec<PathEl> {
        let mut made = Vec::new();
        let mut sink = |e| made.push(e);
        let mut out = Contour::new(&mut sink);
        for three in vertices.windows(3) {
            let mut stretch = Stretch::default();
            three.iter().for_each(|v| stretch.push(v.at, v.length));
            dispatch!(outliner.level, simd => stretch.make_offsets(simd, outliner.w));
            outliner.join(&stretch.corner(one), &mut out);
        }
        out.end();
        made
    }

    fn together(outliner: &Outliner<'_>, vertices: &[Vertex]) -> Vec<PathEl> {
        let mut made = Vec::new();
        let mut sink = |e| made.push(e);
        let mut out = Contour::new(&mut sink);
        let mut side = Side::new(outliner, &mut out);
        side.forwards(vertices);
        side.end();
        out.end();
        made
    }

    fn bits(elements: &[PathEl]) -> Vec<[u64; 2]> {
        let ends = elements.iter().filter_map(PathEl::end);
        ends.map(|p| [p.x.to_bits(), p.y.to_bits()]).collect()
    }

    fn vertices(points: &[(f64, f64)]) -> Vec<Vertex> {
        let points: Vec<Point> = points.iter().map(|&p| p.into()).collect();
        let ends = points.iter().skip(1).chain(points.last());
        let pairs = points.iter().zip(ends).filter(|(a, b)| a != b);
        pairs
            .map(|(&at, &b)| Vertex {
                at,
                length: at.distance(b),
            })
            .collect()
    }

    const JOINS: [Join; 5] = [
        Join::Miter,
        Join::MiterRevert,
        Join::MiterRound,
        Join::Round,
        Join::Bevel,
    ];
    const INNER: [InnerJoin; 4] = [
        InnerJoin::Miter,
        InnerJoin::Bevel,
        InnerJoin::Jag,
        InnerJoin::Round,
    ];

    fn all_the_same(points: &[(f64, f64)], width: f64, limits: [f64; 3]) {
        let vertices = vertices(points);
        let [miter, inner, straight] = limits;
        for (join, inner_join) in JOINS.iter().flat_map(|j| INNER.map(|i| (*j, i))) {
            let mut pen = Stroke::new(width)
                .with_join(join)
                .with_inner_join(inner_join);
            (pen.miter_limit, pen.inner_miter_limit, pen.straight) = (miter, inner, straight);
            let mut outliner = Outliner::new(&pen).expect("it has a width");
            let each = bits(&one_by_one(&outliner, &vertices));
            for level in [outliner.level, Level::baseline()] {
                outliner.level = level;
                assert_eq!(bits(&together(&outliner, &vertices)), each, "{pen:?}");
            }
        }
    }

    #[test]
    fn far_and_straight_corners_are_the_same_together_as_alone() {
        let far = [1.0, 1e-200, 1e160, 1e300];
        for scale in far {
            let points: Vec<(f64, f64)> = (0..40)
                .map(f64::from)
                .map(|i| (i * scale, (i * 0.7).sin() * scale))
                .collect();
            all_the_same(&points, 1.5 * scale, [4.0, 1.01, 0.0]);
        }
        let straight: Vec<(f64, f64)> = (0..40).map(|i| (f64::from(i * i % 7), 3.0)).collect();
        for limits in [[4.0, 1.01, 0.0], [f64::NAN; 3], [-1.0, -1.0, -1.0]] {
            all_the_same(&straight, 2.0, limits);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn corners_are_the_same_together_as_alone(
            // On a grid, so that lines turn back and go straight on.
            points in prop::collection::vec((0..12_i32, 0..12_i32), 3..80),
            bent in prop::collection::vec(-0.01..0.01_f64, 80),
            width in prop::sample::select(vec![0.3, 1.0, 1.5, 8.0, -1.0, -6.0]),
            limits in prop::sample::select(vec![[4.0, 1.01, 0.0], [1.0, 4.0, 1e-3], [0.5, f64::NAN, 0.0]]),
        ) {
            let grid: Vec<(f64, f64)> = points.iter().map(|&(x, y)| (x.into(), y.into())).collect();
            all_the_same(&grid, width, limits);
            let bent: Vec<(f64, f64)> = grid.iter().zip(bent).map(|(p, b)| (p.0 + b, p.1 - b)).collect();
            all_the_same(&bent, width, limits);
        }
    }
}
