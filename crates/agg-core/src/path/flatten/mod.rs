//! Curves to segments, by recursive subdivision or by increments.
//!
//! A Bézier curve is halved (de Casteljau) until each half is flat: until its control points lie
//! within the tolerance of its chord. What is then emitted is not the end of the chord but a point
//! inside the flat piece, so the polyline swings around the curve and not along one side of it:
//!
//! ```text
//!        p2 ────── p23 ────── p3           cubic: emit p23, the middle of the control points
//!       /     ·             ·   \          quadratic: emit p123, the middle of the curve
//!     p1 ─ ─ ─ ─ ─ chord ─ ─ ─ ─ p4
//! ```
//!
//! With an angle tolerance a flat piece must also turn by less than that angle, which keeps the
//! corners of thick strokes round; a cusp limit lets sharp turns through as corners.
//!
//! By increments a curve is sampled at equal steps of its parameter, so many as its control
//! polygon is long, by adding differences. That is quicker and less even: too many points where
//! the curve is straight, too few where it turns.
//!
//! Source: Maxim Shemanarev, *Adaptive Subdivision of Bezier Curves* (2005).

mod increments;

use crate::geometry::{Point, Rect, number::atan2};
use crate::path::PathEl;
use crate::path::expand::{Expand, fold_through};
use crate::path::subpath::{Pen, Step};
use std::f64::consts::{PI, TAU};

/// How closely segments follow a curve.
///
/// ```
/// use agg_core::{Flatten, Path, PathIterator};
///
/// let circle = Path::circle((0.0, 0.0), 100.0);
/// let coarse = circle.elements().flattened(2.0).count();
/// let fine = circle.elements().flattened(Flatten::new(0.1)).count();
/// assert!(coarse < fine);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flatten {
    method: Method,
    tolerance: f64,
    angle_tolerance: f64,
    cusp_limit: f64,
}

/// How points of a curve are found.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Method {
    Subdivision,
    /// A point for every four units of the control polygon, at this scale.
    Increments(f64),
}

impl Flatten {
    /// `tolerance` bounds the distance, in the path's units, between a piece's control points and
    /// its chord; the curve itself is nearer, except where it turns back on itself: the tip of a
    /// hairpin may be cut by several times as much, unless there is an
    /// [angle tolerance](Self::with_angle_tolerance) too. 0.5 pixels is AGG's default and cannot be seen in a
    /// fill; the number of segments grows with the inverse square root. Zero, negative and NaN
    /// mean as fine as it goes, and no curve gives more than some 10⁵ segments.
    #[must_use]
    pub const fn new(tolerance: f64) -> Self {
        Self {
            method: Method::Subdivision,
            tolerance,
            angle_tolerance: 0.0,
            cusp_limit: 0.0,
        }
    }

    /// Equal steps of the parameter instead: as many as every fourth unit of the control
    /// polygon's length, multiplied by `scale`, at least four and at most 2¹⁶.
    ///
    /// ```
    /// use agg_core::{Flatten, Path, PathIterator};
    ///
    /// let mut path = Path::polyline([(0.0, 0.0)]);
    /// path.quad_to((20.0, 0.0), (20.0, 20.0));
    /// assert_eq!(path.elements().flattened(Flatten::by_increments(1.0)).count(), 1 + 10);
    /// ```
    #[must_use]
    pub const fn by_increments(scale: f64) -> Self {
        Self {
            method: Method::Increments(scale),
            ..Self::new(0.5)
        }
    }

    /// Also asks a flat piece to turn by less than `angle` radians (0, the default: any turn).
    /// Useful values for thick strokes are 0.1 to 0.3; below 0.01 it has no effect.
    #[must_use]
    pub const fn with_angle_tolerance(mut self, angle: f64) -> Self {
        self.angle_tolerance = angle;
        self
    }

    /// Stops subdividing where the curve turns so sharply that less than `angle` radians lie
    /// between its arms (0, the default: never). Takes effect with an angle tolerance only.
    #[must_use]
    pub const fn with_cusp_limit(mut self, angle: f64) -> Self {
        self.cusp_limit = angle;
        self
    }
}

impl Default for Flatten {
    /// Half a unit, no angle tolerance, no cusp limit.
    fn default() -> Self {
        Self::new(0.5)
    }
}

impl From<f64> for Flatten {
    fn from(tolerance: f64) -> Self {
        Self::new(tolerance)
    }
}

/// The adaptor behind [`PathIterator::flattened`](crate::PathIterator::flattened).
///
/// Yields `MoveTo`, `LineTo` and `Close` only. An element with a non-finite coordinate is dropped
/// and breaks the path.
#[derive(Clone, Debug)]
pub struct Flattened<I> {
    elements: I,
    flattener: Flattener,
    pen: Pen,
    /// Points of the curve being handed out by `next`, the next one last.
    pending: Vec<Point>,
}

impl<I: Iterator<Item = PathEl>> Flattened<I> {
    pub(crate) fn new(elements: I, options: Flatten) -> Self {
        let (flattener, pen) = (Flattener::new(&options), Pen::default());
        Self {
            elements,
            flattener,
            pen,
            pending: Vec::new(),
        }
    }
}

impl<I> Flattened<I> {
    /// Leaves out detail that cannot be seen: a piece of a curve that lies beyond one side of
    /// `visible` becomes its chord, so the cost of a huge curve is bounded by what is seen of it,
    /// and that is followed as closely as it should be. What is filled inside stays the same to
    /// within the tolerance.
    ///
    /// Where the curve is stroked, `visible` must be larger than what is seen by the
    /// [reach](crate::Stroke::reach) of the pen.
    #[must_use]
    pub fn within(mut self, visible: Rect) -> Self {
        self.flattener = self.flattener.within(visible);
        self
    }
}

impl<I: Iterator<Item = PathEl>> Iterator for Flattened<I> {
    type Item = PathEl;

    fn next(&mut self) -> Option<PathEl> {
        loop {
            if let Some(p) = self.pending.pop() {
                return Some(PathEl::LineTo(p));
            }
            match self.pen.step(self.elements.next()?) {
                Step::Start(p) => return Some(PathEl::MoveTo(p)),
                Step::Close => return Some(PathEl::Close),
                Step::Segment(_, line @ PathEl::LineTo(_)) => return Some(line),
                Step::Segment(from, curve) => {
                    self.flattener
                        .segment(from, curve, &mut |p| self.pending.push(p));
                    self.pending.reverse();
                }
                Step::Lift => {}
            }
        }
    }

    #[inline]
    fn fold<B, F: FnMut(B, PathEl) -> B>(self, init: B, f: F) -> B {
        fold_through(self, init, f)
    }
}

impl<I: Iterator<Item = PathEl>> Expand for Flattened<I> {
    #[inline]
    fn expand(self, sink: &mut impl FnMut(PathEl)) {
        let Self {
            elements,
            flattener,
            mut pen,
            pending,
        } = self;
        let points = pending.into_iter().rev();
        points.for_each(|p| sink(PathEl::LineTo(p)));
        elements.fold(
            (),
            #[inline(always)]
            |(), element| match pen.step(element) {
                Step::Start(p) => sink(PathEl::MoveTo(p)),
                Step::Close => sink(PathEl::Close),
                Step::Segment(_, line @ PathEl::LineTo(_)) => sink(line),
                Step::Segment(from, segment) => {
                    flattener.segment(from, segment, &mut |p| sink(PathEl::LineTo(p)));
                }
                Step::Lift => {}
            },
        );
    }
}

/// Below this a control point counts as lying on the chord: the cross product of the two,
/// absolute as in AGG, so only exactly straight pieces qualify.
const COLLINEAR: f64 = 1e-30;
/// An angle tolerance below this is none.
const LEAST_ANGLE: f64 = 0.01;
/// How often a curve is halved at most.
const DEPTH: u32 = 32;
/// The same where the curve is so large for its tolerance that `f64` cannot resolve it.
const DEPTH_HUGE: u32 = 16;
/// How large in tolerances that is: beyond it √size would already ask for more than 2¹⁶ pieces.
const HUGE: f64 = 4_294_967_296.0;

/// The flattening itself, its options made ready.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Flattener {
    method: Method,
    visible: Option<Rect>,
    tolerance: f64,
    tolerance_squared: f64,
    angle_tolerance: f64,
    /// The turn from which a piece counts as a cusp; 0 for never.
    cusp_turn: f64,
}

impl Flattener {
    pub(crate) fn new(options: &Flatten) -> Self {
        let tolerance = options.tolerance.max(0.0);
        let cusp = options.cusp_limit;
        Self {
            method: options.method,
            visible: None,
            tolerance,
            tolerance_squared: tolerance * tolerance,
            angle_tolerance: options.angle_tolerance,
            cusp_turn: if cusp == 0.0 { 0.0 } else { PI - cusp },
        }
    }

    /// The same, without the detail outside of `visible`; see [`Flattened::within`].
    pub(crate) fn within(mut self, visible: Rect) -> Self {
        self.visible = Some(visible);
        self
    }

    /// Hands the points of a finite segment after its start to `sink`, its end last.
    #[inline(always)]
    pub(crate) fn segment(&self, from: Point, segment: PathEl, sink: &mut impl FnMut(Point)) {
        match segment {
            PathEl::QuadTo(control, end) => {
                let curve = [from, control, end];
                match self.method {
                    Method::Subdivision => self.quadratic(curve, self.depth(&curve), sink),
                    Method::Increments(scale) => increments::quadratic(curve, scale, sink),
                }
                sink(end);
            }
            PathEl::CurveTo(control1, control2, end) => {
                let curve = [from, control1, control2, end];
                match self.method {
                    Method::Subdivision => self.cubic(curve, self.depth(&curve), sink),
                    Method::Increments(scale) => increments::cubic(curve, scale, sink),
                }
                sink(end);
            }
            PathEl::LineTo(end) | PathEl::MoveTo(end) => sink(end),
            PathEl::Close => {}
        }
    }

    /// Whether control points, and so all of their curve, lie beyond one side of what is visible.
    #[inline(always)]
    fn is_unseen(&self, points: &[Point]) -> bool {
        self.visible.is_some_and(|rect| {
            points.iter().all(|p| p.x < rect.x0)
                || points.iter().all(|p| p.x > rect.x1)
                || points.iter().all(|p| p.y < rect.y0)
                || points.iter().all(|p| p.y > rect.y1)
        })
    }

    /// How often these control points may be halved.
    #[inline(always)]
    fn depth(&self, points: &[Point]) -> u32 {
        let most = self.tolerance * HUGE;
        let is_usual = match self.visible {
            // What cannot be seen is not divided, so only this can be large.
            Some(rect) => rect.width().max(rect.height()) < most,
            None => points.iter().all(|p| p.x.abs() < most && p.y.abs() < most),
        };
        if is_usual { DEPTH } else { DEPTH_HUGE }
    }

    fn quadratic(&self, curve: [Point; 3], depth: u32, sink: &mut impl FnMut(Point)) {
        let [mut p1, mut p2, p3] = curve;
        // The first half by a call, the second one here.
        for depth in (0..=depth).rev() {
            if self.is_unseen(&[p1, p2, p3]) {
                return [p1, p3].into_iter().for_each(sink);
            }
            let p12 = p1.midpoint(p2);
            let p23 = p2.midpoint(p3);
            let p123 = p12.midpoint(p23);
            let chord = p3 - p1;
            let d = cross(p2 - p3, chord).abs();
            if d > COLLINEAR {
                if self.flat(d, chord)
                    && (self.ignores_angles() || turn(p1, p2, p3) < self.angle_tolerance)
                {
                    return sink(p123);
                }
            } else {
                match along_chord(p2, p1, p3) {
                    OnChord::Inside => return,
                    OnChord::Outside(d) if d < self.tolerance_squared => return sink(p2),
                    OnChord::Outside(_) => {}
                }
            }
            if depth > 0 {
                self.quadratic([p1, p12, p123], depth - 1, sink);
            }
            (p1, p2) = (p123, p23);
        }
    }

    fn cubic(&self, curve: [Point; 4], depth: u32, sink: &mut impl FnMut(Point)) {
        let [mut p1, mut p2, mut p3, p4] = curve;
        // The first half by a call, the second one here.
        for depth in (0..=depth).rev() {
            if self.is_unseen(&[p1, p2, p3, p4]) {
                return [p1, p4].into_iter().for_each(sink);
            }
            let p23 = p2.midpoint(p3);
            let chord = p4 - p1;
            let d2 = cross(p2 - p4, chord).abs();
            let d3 = cross(p3 - p4, chord).abs();
            let done = if d2 > COLLINEAR && d3 > COLLINEAR {
                self.flat(d2 + d3, chord) && self.two_sided([p1, p2, p3, p4], p23, sink)
            } else {
                self.partly_straight([p1, p2, p3, p4], [d2, d3], p23, sink)
            };
            if done {
                return;
            }
            let (p12, p34) = (p1.midpoint(p2), p3.midpoint(p4));
            let (p123, p234) = (p12.midpoint(p23), p23.midpoint(p34));
            let p1234 = p123.midpoint(p234);
            if depth > 0 {
                self.cubic([p1, p12, p123, p1234], depth - 1, sink);
            }
            (p1, p2, p3) = (p1234, p234, p34);
        }
    }

    /// One control point or both on the chord, `d2` and `d3` from it.
    fn partly_straight(
        &self,
        [p1, p2, p3, p4]: [Point; 4],
        [d2, d3]: [f64; 2],
        p23: Point,
        sink: &mut impl FnMut(Point),
    ) -> bool {
        let chord = p4 - p1;
        if d3 > COLLINEAR {
            self.flat(d3, chord) && self.one_sided([p2, p3, p4], [p2, p3, p3], p23, sink)
        } else if d2 > COLLINEAR {
            self.flat(d2, chord) && self.one_sided([p1, p2, p3], [p2, p3, p2], p23, sink)
        } else {
            self.straight_cubic([p1, p2, p3, p4], sink)
        }
    }

    fn ignores_angles(&self) -> bool {
        self.angle_tolerance < LEAST_ANGLE
    }

    /// Whether control points at `d / |chord|` from the chord are within the tolerance of it.
    fn flat(&self, d: f64, chord: Point) -> bool {
        d * d <= self.tolerance_squared * square(chord)
    }

    /// All four points on one line: the curve stays on the chord, or overshoots an end of it.
    fn straight_cubic(&self, [p1, p2, p3, p4]: [Point; 4], sink: &mut impl FnMut(Point)) -> bool {
        let (d2, d3) = match (
            along_chord_scaled(p2, p1, p4),
            along_chord_scaled(p3, p1, p4),
        ) {
            (OnChord::Inside, OnChord::Inside) => return true,
            (d2, d3) => (d2.distance(), d3.distance()),
        };
        let (far, d) = if d2 > d3 { (p2, d2) } else { (p3, d3) };
        let near = d < self.tolerance_squared;
        if near {
            sink(far);
        }
        near
    }

    /// One control point on the chord and one off it: one turn to look at, at the middle point of
    /// `bend`. `kept` holds the two points that a gentle turn keeps and the one that a cusp does.
    fn one_sided(
        &self,
        [a, b, c]: [Point; 3],
        kept: [Point; 3],
        middle: Point,
        sink: &mut impl FnMut(Point),
    ) -> bool {
        let [first, second, cusp] = kept;
        if self.ignores_angles() {
            sink(middle);
            return true;
        }
        let turn = turn(a, b, c);
        if turn < self.angle_tolerance {
            sink(first);
            sink(second);
            return true;
        }
        self.is_cusp(turn, cusp, sink)
    }

    /// Both control points off the chord: two turns to look at.
    fn two_sided(
        &self,
        [p1, p2, p3, p4]: [Point; 4],
        middle: Point,
        sink: &mut impl FnMut(Point),
    ) -> bool {
        if self.ignores_angles() {
            sink(middle);
            return true;
        }
        let (turn2, turn3) = (turn(p1, p2, p3), turn(p2, p3, p4));
        if turn2 + turn3 < self.angle_tolerance {
            sink(middle);
            return true;
        }
        self.is_cusp(turn2, p2, sink) || self.is_cusp(turn3, p3, sink)
    }

    fn is_cusp(&self, turn: f64, tip: Point, sink: &mut impl FnMut(Point)) -> bool {
        let cusp = self.cusp_turn != 0.0 && turn > self.cusp_turn;
        if cusp {
            sink(tip);
        }
        cusp
    }
}

fn cross(a: Point, b: Point) -> f64 {
    a.x * b.y - a.y * b.x
}

fn square(v: Point) -> f64 {
    v.x * v.x + v.y * v.y
}

/// The angle by which a → b → c turns, 0 to π.
fn turn(a: Point, b: Point, c: Point) -> f64 {
    let turn = (atan2(c.y - b.y, c.x - b.x) - atan2(b.y - a.y, b.x - a.x)).abs();
    if turn >= PI { TAU - turn } else { turn }
}

/// Where the foot of a control point lies on a chord.
#[derive(Clone, Copy, Debug)]
enum OnChord {
    /// Strictly between its ends.
    Inside,
    /// Not so: the squared distance to the nearer end, or to the other end of an empty chord.
    Outside(f64),
}

impl OnChord {
    /// The squared distance that counts when another control point is outside.
    fn distance(self) -> f64 {
        match self {
            Self::Inside => 0.0,
            Self::Outside(d) => d,
        }
    }
}

/// For a quadratic: the foot's place is one quotient.
fn along_chord(p: Point, a: Point, b: Point) -> OnChord {
    let (v, chord) = (p - a, b - a);
    let length = square(chord);
    let t = (v.x * chord.x + v.y * chord.y) / length;
    place(p, a, b, if length == 0.0 { None } else { Some(t) })
}

/// For a cubic: the same place by the reciprocal of the squared length, which rounds differently.
fn along_chord_scaled(p: Point, a: Point, b: Point) -> OnChord {
    let (v, chord) = (p - a, b - a);
    let length = square(chord);
    let k = 1.0 / length;
    let t = k * (v.x * chord.x + v.y * chord.y);
    place(p, a, b, if length == 0.0 { None } else { Some(t) })
}

fn place(p: Point, a: Point, b: Point, t: Option<f64>) -> OnChord {
    match t {
        Some(t) if t > 0.0 && t < 1.0 => OnChord::Inside,
        Some(t) if t >= 1.0 => OnChord::Outside(p.distance_squared(b)),
        _ => OnChord::Outside(p.distance_squared(a)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::path::{Path, PathIterator};

    fn cubic() -> Path {
        let mut path = Path::new();
        path.move_to((0.0, 0.0))
            .cubic_to((0.0, 100.0), (100.0, 100.0), (100.0, 0.0));
        path
    }

    /// No piece of them becomes flat in time, so they are left to their chords.
    #[test]
    fn curves_that_are_never_flat_are_halved_a_limited_number_of_times() {
        let far = |x: f64| (x * 1e60, x * x * 1e59);
        let (mut quad, mut cubic) = (Path::new(), Path::new());
        quad.move_to((0.0, 0.0)).quad_to(far(3.0), far(1.0));
        cubic
            .move_to((0.0, 0.0))
            .cubic_to(far(3.0), far(-2.0), far(1.0));
        for path in [quad, cubic] {
            assert_eq!(path.elements().flattened(0.5).count(), 2);
        }
    }

    #[test]
    fn a_cusp_is_let_through_as_a_corner_where_a_limit_says_so() {
        let points = |third: f64, limit: f64| -> Vec<Point> {
            let mut path = Path::new();
            path.move_to((0.0, 0.0))
                .cubic_to((100.0, 100.0), (0.0, third), (100.0, 0.0));
            let round = Flatten::new(0.5).with_angle_tolerance(0.1);
            let flat = path.elements().flattened(round.with_cusp_limit(limit));
            flat.filter_map(|e| e.end()).collect()
        };
        // Nearly a cusp, at (50, 76): the path turns back within a millionth of a unit.
        let (smooth, sharp) = (points(103.0, 0.0), points(103.0, 0.3));
        assert!(
            sharp.len() * 2 < smooth.len(),
            "{} {}",
            sharp.len(),
            smooth.len()
        );
        let tip = Point::new(50.0, 76.0);
        assert!(sharp.iter().any(|p| p.distance(tip) < 1.0), "{sharp:?}");
        // Round enough that no piece of it turns so much.
        assert_eq!(points(60.0, 0.3), points(60.0, 0.0));
    }

    #[test]
    fn next_and_fold_give_the_same_elements() {
        let mut path = cubic();
        path.close()
            .quad_to((5.0, f64::NAN), (9.0, 9.0))
            .quad_to((20.0, 30.0), (40.0, 0.0));
        let mut flattened = path.elements().flattened(0.5);
        let by_next: Vec<PathEl> = std::iter::from_fn(|| flattened.next()).collect();
        let mut by_fold = Vec::new();
        path.elements()
            .flattened(0.5)
            .for_each(|element| by_fold.push(element));
        assert_eq!(by_next, by_fold);
        assert!(
            by_next.contains(&PathEl::MoveTo((9.0, 9.0).into())),
            "broken at the NaN"
        );
    }

    #[test]
    fn a_straight_cubic_becomes_one_segment() {
        let mut path = Path::new();
        path.move_to((0.0, 0.0))
            .cubic_to((10.0, 0.0), (20.0, 0.0), (30.0, 0.0));
        assert_eq!(path.elements().flattened(0.5).count(), 2);
    }

    #[test]
    fn increments_follow_the_curve_and_stay_bounded() {
        let by = Flatten::by_increments(1.0);
        let exact: Vec<Point> = cubic()
            .elements()
            .flattened(1e-4)
            .filter_map(|e| e.end())
            .collect();
        for p in cubic().elements().flattened(by).filter_map(|e| e.end()) {
            let nearest = exact.iter().map(|q| q.distance(p)).fold(1e9, f64::min);
            assert!(nearest < 0.6, "{p:?}");
        }
        for scale in [f64::NAN, -1.0, 1e300, f64::INFINITY] {
            let count = cubic()
                .elements()
                .flattened(Flatten::by_increments(scale))
                .count();
            assert!((5..=65_537).contains(&count));
        }
    }

    #[test]
    fn what_is_seen_of_a_huge_curve_is_close_to_it() {
        let rect = Rect::new(0.0, 0.0, 256.0, 256.0);
        let inside = |p: &Point| (0.0..256.0).contains(&p.x) && (0.0..256.0).contains(&p.y);
        let points = |e: &mut dyn Iterator<Item = PathEl>| -> Vec<Point> {
            e.filter_map(|e| e.end()).filter(inside).collect()
        };
        let circle = Path::circle((128.0 - 1e5, 128.0), 1e5);
        let seen = circle.elements().flattened(0.01).within(rect);
        assert!(seen.clone().count() < 200);
        assert_eq!(
            points(&mut { seen }),
            points(&mut circle.elements().flattened(0.01))
        );
        let giant = Path::circle((128.0 - 1e12, 128.0), 1e12);
        let seen = giant.elements().flattened(0.5).within(rect);
        assert!(seen.count() < 1000);
    }

    #[test]
    fn tolerance_zero_and_huge_curves_stay_bounded() {
        assert!(cubic().elements().flattened(0.0).count() <= 1 << 18);
        let mut huge = cubic();
        huge.transform(crate::geometry::Affine::scale(1e300));
        assert!(huge.elements().flattened(0.5).count() <= 1 << 18);
    }
}
