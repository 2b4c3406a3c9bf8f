//! What every stage that reads a path shares: the pen that gives each segment its start, and the
//! list of distinct vertices that a stroke or a dash pattern walks along.

use crate::geometry::{Point, all_finite};
use crate::limits::Meter;
use crate::path::{Flattener, Path, PathEl, Run};

/// Follows a path and gives each segment its start.
///
/// One rule for broken input, everywhere: an element with a non-finite coordinate is dropped and
/// lifts the pen; the next finite end point starts a new subpath.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pen {
    start: Point,
    current: Option<Point>,
}

/// What an element does, once its start is known.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Step {
    /// A new subpath starts here.
    Start(Point),
    /// A finite segment, from a point to the end of the element, which is never `MoveTo` nor
    /// `Close`.
    Segment(Point, PathEl),
    /// The subpath closes: back to its start.
    Close,
    /// Nothing is drawn; the subpath before is over.
    Lift,
}

impl Pen {
    /// Moves on to the end of a segment and returns where it starts, if it is drawn.
    #[inline(always)]
    pub(crate) fn draws(&mut self, segment: PathEl) -> Option<Point> {
        let from = self.current.filter(|_| segment.is_finite())?;
        self.current = segment.end();
        Some(from)
    }

    /// Where the subpath started, and where it has come to.
    #[inline(always)]
    pub(crate) fn subpath(&self) -> Option<(Point, Point)> {
        self.current.map(|current| (self.start, current))
    }

    #[inline(always)]
    pub(crate) fn step(&mut self, element: PathEl) -> Step {
        if let (PathEl::LineTo(p), Some(from)) = (element, self.current)
            && p.is_finite()
        {
            self.current = Some(p);
            return Step::Segment(from, PathEl::LineTo(p));
        }
        self.step_any(element)
    }

    fn step_any(&mut self, element: PathEl) -> Step {
        match (element, self.current) {
            (PathEl::Close, Some(_)) => {
                self.current = Some(self.start);
                Step::Close
            }
            (PathEl::Close, None) => Step::Lift,
            (PathEl::MoveTo(p), _) => self.start_at(p),
            (segment, Some(current)) if segment.is_finite() => {
                self.current = segment.end();
                Step::Segment(current, segment)
            }
            (segment, _) => segment.end().map_or(Step::Lift, |p| self.start_at(p)),
        }
    }

    fn start_at(&mut self, p: Point) -> Step {
        if p.is_finite() {
            self.start = p;
            self.current = Some(p);
            Step::Start(p)
        } else {
            self.current = None;
            Step::Lift
        }
    }
}

/// A vertex of a subpath, with the distance to the next one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Vertex {
    pub(crate) at: Point,
    pub(crate) length: f64,
}

/// Two vertices no further apart than this are one: what is left of nothing near the origin.
const COINCIDENT: f64 = 1e-14;
/// The same as a share of the larger coordinate, 16 steps of an `f64`. The direction between
/// vertices that are closer is mostly rounding, and a join would shoot off along it; a larger
/// share would merge points that have one.
const COINCIDENT_SHARE: f64 = f64::EPSILON * 16.0;

/// Which vertices of a subpath are kept.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) enum Merge {
    /// Of several that coincide, one.
    #[default]
    Coincident,
    /// Of several no further apart than this, one.
    Within(f64),
    /// All that were given.
    Nothing,
}

/// Room for so many vertices is made at once: a circle has about as many.
const ROOM: usize = 32;

/// Room for so many vertices is kept from one path to the next: 1.5 MB.
const MOST_KEPT: usize = 1 << 16;

/// The vertices of one subpath.
#[derive(Clone, Debug, Default)]
pub(crate) struct Subpath {
    vertices: Vec<Vertex>,
    merge: Merge,
    closed: bool,
    segments: usize,
}

impl Merge {
    /// Whether two vertices so far apart, the second at `at`, are one.
    #[inline]
    fn merges(self, length: f64, at: Point) -> bool {
        match self {
            Self::Coincident => {
                let noise = COINCIDENT_SHARE * at.x.abs().max(at.y.abs());
                length <= noise.max(COINCIDENT)
            }
            Self::Within(distance) => length <= distance,
            Self::Nothing => false,
        }
    }
}

impl Subpath {
    pub(crate) fn new(merge: Merge) -> Self {
        Self {
            merge,
            ..Self::default()
        }
    }

    pub(crate) fn restart(&mut self, at: Point) {
        self.vertices.clear();
        self.closed = false;
        self.segments = 0;
        self.vertices.reserve(ROOM);
        self.vertices.push(Vertex { at, length: 0.0 });
    }

    /// Adds the end of a segment.
    #[inline]
    pub(crate) fn add(&mut self, at: Point) {
        self.segments += 1;
        self.vertices.push(Vertex { at, length: 0.0 });
    }

    /// Adds the ends of segments that follow each other.
    fn add_all(&mut self, ends: &[Point]) {
        self.segments += ends.len();
        let ends = ends.iter().map(|&at| Vertex { at, length: 0.0 });
        self.vertices.extend(ends);
    }

    /// Measures all segments but the last. Of a run of coincident vertices the first stays inside a
    /// subpath, and the last at its end.
    fn measure(&mut self) {
        let merge = self.merge;
        let mut seen = 0;
        let mut rest = self.vertices.as_mut_slice();
        while let [a, tail @ ..] = rest
            && let [b, _, ..] = tail
        {
            a.length = a.at.distance(b.at);
            if merge.merges(a.length, b.at) {
                return self.merge_from(seen + 1);
            }
            (rest, seen) = (tail, seen + 1);
        }
    }

    /// Measures and merges from a vertex on that coincides with the one before it.
    #[cold]
    fn merge_from(&mut self, second: usize) {
        let mut kept = second + 1;
        let ends = kept..self.vertices.len();
        for i in ends {
            if let Some([a, b, .., next]) = self.vertices.get_mut(kept - 2..=i) {
                let at = next.at;
                a.length = a.at.distance(b.at);
                kept -= usize::from(self.merge.merges(a.length, b.at));
                if let Some(place) = self.vertices.get_mut(kept) {
                    *place = Vertex { at, length: 0.0 };
                }
                kept += 1;
            }
        }
        self.vertices.truncate(kept);
    }

    /// Ends the subpath, `closed` or not: drops coincident vertices at its end, and where it is
    /// closed those that coincide with its start.
    pub(crate) fn finish(&mut self, closed: bool) {
        let merge = self.merge;
        self.closed = closed;
        self.measure();
        while let [.., a, b] = self.vertices.as_mut_slice() {
            a.length = a.at.distance(b.at);
            if !merge.merges(a.length, b.at) {
                break;
            }
            a.at = b.at;
            self.vertices.pop();
        }
        if closed {
            self.segments += 1;
            self.join_ends();
        }
    }

    /// Measures the segment from the last vertex to the first, and drops last vertices that
    /// coincide with it.
    pub(crate) fn join_ends(&mut self) {
        let merge = self.merge;
        while let [first, .., last] = self.vertices.as_mut_slice() {
            last.length = last.at.distance(first.at);
            if !merge.merges(last.length, first.at) {
                break;
            }
            self.vertices.pop();
        }
    }

    /// Removes a length from the end.
    pub(crate) fn shorten(&mut self, mut by: f64) {
        if by.is_nan() || by <= 0.0 || self.vertices.len() < 2 {
            return;
        }
        while let [.., before, _] = self.vertices.as_slice() {
            if self.vertices.len() == 2 || before.length > by {
                break;
            }
            by -= before.length;
            self.vertices.pop();
        }
        if let [.., before, last] = self.vertices.as_mut_slice() {
            let kept = (before.length - by) / before.length;
            last.at = before.at + (last.at - before.at) * kept;
            let closed = self.closed;
            self.finish(closed);
        }
    }

    pub(crate) fn vertices(&self) -> &[Vertex] {
        &self.vertices
    }

    /// The segments, as pairs of vertices; the first of each knows the length.
    pub(crate) fn segments(&self) -> impl Iterator<Item = (Vertex, Vertex)> + '_ {
        let back = match self.vertices.as_slice() {
            [first, .., last] if self.closed => Some((*last, *first)),
            _ => None,
        };
        let ends = self.vertices.iter().skip(1);
        self.vertices.iter().copied().zip(ends.copied()).chain(back)
    }

    /// Hands the subpath back as elements; nothing for a single point.
    pub(crate) fn emit(&self, sink: &mut impl FnMut(PathEl)) {
        if let [first, rest @ ..] = self.vertices.as_slice()
            && !rest.is_empty()
        {
            sink(PathEl::MoveTo(first.at));
            rest.iter().for_each(|v| sink(PathEl::LineTo(v.at)));
            if self.closed {
                sink(PathEl::Close);
            }
        }
    }

    /// Whether the walk returns to the start; a subpath of fewer than `least` vertices never does.
    pub(crate) fn is_closed(&self, least: usize) -> bool {
        self.closed && self.vertices.len() >= least
    }

    /// The point of a subpath whose segments all have no length, if it has a segment at all.
    pub(crate) fn dot(&self) -> Option<Point> {
        match self.vertices.as_slice() {
            [only] if self.segments > 0 => Some(only.at),
            _ => None,
        }
    }
}

/// Cuts a stream of straight elements into subpaths and hands each to `each` when it is complete.
#[derive(Clone, Debug, Default)]
pub(crate) struct SubpathReader {
    pen: Pen,
    subpath: Subpath,
    open: bool,
}

impl SubpathReader {
    pub(crate) fn new(merge: Merge) -> Self {
        Self {
            subpath: Subpath::new(merge),
            ..Self::default()
        }
    }

    /// Is ready for another path, and keeps no more memory than most need.
    pub(crate) fn restart(&mut self, merge: Merge) {
        self.pen = Pen::default();
        self.subpath.merge = merge;
        self.subpath.vertices.clear();
        self.subpath.vertices.shrink_to(MOST_KEPT);
        self.open = false;
    }

    /// Takes one element; `each` is called when it ends a subpath. Curves count as their chord.
    #[inline]
    pub(crate) fn take(&mut self, element: PathEl, each: impl FnMut(&mut Subpath)) {
        match self.pen.step(element) {
            Step::Segment(from, segment) => {
                if !self.open {
                    self.begin(from);
                }
                if let Some(end) = segment.end() {
                    self.subpath.add(end);
                }
            }
            Step::Start(p) => {
                self.end(false, each);
                self.begin(p);
            }
            Step::Close => self.end(true, each),
            Step::Lift => self.end(false, each),
        }
    }

    /// Takes a path, its curves flattened: what [`take`](Self::take) does with the elements, in less
    /// time. Once a limit of the meter has been reached, the rest is left out.
    pub(crate) fn take_path(
        &mut self,
        path: &Path,
        flattener: &Flattener,
        meter: Option<&Meter>,
        mut each: impl FnMut(&mut Subpath),
    ) {
        path.for_each_run(
            #[inline(always)]
            |run| match run {
                _ if meter.is_some_and(Meter::is_over) => {}
                Run::Lines(ends) => self.take_lines(ends, &mut each),
                Run::Element(element) => self.take_curve(element, flattener, &mut each),
            },
        );
    }

    fn take_lines(&mut self, ends: &[Point], mut each: impl FnMut(&mut Subpath)) {
        let last = ends.last().filter(|_| all_finite(ends));
        let Some(from) = last.and_then(|&p| self.pen.draws(PathEl::LineTo(p))) else {
            return ends
                .iter()
                .for_each(|&p| self.take(PathEl::LineTo(p), &mut each));
        };
        if !self.open {
            self.begin(from);
        }
        self.subpath.add_all(ends);
    }

    fn take_curve(
        &mut self,
        element: PathEl,
        flattener: &Flattener,
        each: impl FnMut(&mut Subpath),
    ) {
        let is_curve = matches!(element, PathEl::QuadTo(..) | PathEl::CurveTo(..));
        let from = is_curve.then(|| self.pen.draws(element)).flatten();
        let Some(from) = from else {
            return self.take(element, each);
        };
        if !self.open {
            self.begin(from);
        }
        flattener.segment(from, element, &mut |p| self.subpath.add(p));
    }

    /// Ends the last subpath.
    pub(crate) fn finish(&mut self, each: impl FnMut(&mut Subpath)) {
        self.end(false, each);
    }

    fn begin(&mut self, at: Point) {
        self.subpath.restart(at);
        self.open = true;
    }

    fn end(&mut self, closed: bool, mut each: impl FnMut(&mut Subpath)) {
        if std::mem::take(&mut self.open) {
            self.subpath.finish(closed);
            each(&mut self.subpath);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn vertices(closed: bool, points: &[(f64, f64)]) -> Vec<(f64, f64)> {
        let mut subpath = Subpath::default();
        subpath.restart(points[0].into());
        points[1..].iter().for_each(|&p| subpath.add(p.into()));
        subpath.finish(closed);
        subpath
            .vertices()
            .iter()
            .map(|v| (v.at.x, v.at.y))
            .collect()
    }

    #[test]
    fn a_distance_that_was_asked_for_is_the_same_everywhere() {
        let count = |merge: Merge, step: f64| {
            let mut subpath = Subpath::new(merge);
            subpath.restart(Point::new(0.0, 0.0));
            subpath.add(Point::new(200.0, 0.0));
            subpath.add(Point::new(200.0 + step, 0.0));
            subpath.finish(false);
            subpath.vertices().len()
        };
        let next = 200.0 * f64::EPSILON;
        assert_eq!(count(Merge::Coincident, next), 2);
        assert_eq!(count(Merge::Within(1e-14), next), 3);
        assert_eq!(count(Merge::Within(0.5), 0.5), 2);
        assert_eq!(count(Merge::Within(0.5), 0.6), 3);
    }

    #[test]
    fn coincident_vertices_are_merged() {
        let doubled = [
            (0.0, 0.0),
            (0.0, 0.0),
            (5.0, 0.0),
            (5.0, 0.0),
            (5.0, 5.0),
            (5.0, 5.0),
        ];
        assert_eq!(
            vertices(false, &doubled),
            [(0.0, 0.0), (5.0, 0.0), (5.0, 5.0)]
        );
        let back = [(0.0, 0.0), (5.0, 0.0), (0.0, 0.0)];
        assert_eq!(vertices(true, &back), [(0.0, 0.0), (5.0, 0.0)]);
        assert_eq!(vertices(true, &[(1.0, 1.0), (1.0, 1.0)]), [(1.0, 1.0)]);
    }

    #[test]
    fn shortening_removes_whole_segments_and_then_a_part() {
        let mut subpath = Subpath::default();
        subpath.restart((0.0, 0.0).into());
        for x in [10.0, 14.0, 16.0] {
            subpath.add((x, 0.0).into());
        }
        subpath.finish(false);
        subpath.shorten(7.0);
        let xs: Vec<f64> = subpath.vertices().iter().map(|v| v.at.x).collect();
        assert_eq!(xs, [0.0, 9.0]);
    }

    #[test]
    fn vertices_that_differ_by_rounding_are_one() {
        // AGG keeps points further apart than 1e-14 wherever they are.
        let next = 200.0_f64.next_up().next_up();
        let line = [
            (100.0, 200.0),
            (200.0, 200.0),
            (next, 200.0),
            (300.0, 200.0),
        ];
        assert_eq!(vertices(false, &line).len(), 3);
        let small = [(0.0, 0.0), (1e-12, 0.0), (2e-12, 0.0)];
        assert_eq!(vertices(false, &small).len(), 3);
    }

    /// Looks at the pair before each vertex that is added.
    fn merged_one_by_one(points: &[(f64, f64)]) -> Vec<(f64, f64)> {
        let close = |a: (f64, f64), b: (f64, f64)| Point::from(a).distance(b.into()) <= 1.0;
        let mut kept: Vec<(f64, f64)> = Vec::new();
        for &p in points {
            if let [.., a, b] = kept[..]
                && close(a, b)
            {
                kept.pop();
            }
            kept.push(p);
        }
        while let [.., a, b] = kept[..]
            && close(a, b)
        {
            kept.truncate(kept.len() - 2);
            kept.push(b);
        }
        kept
    }

    proptest! {
        #[test]
        fn vertices_are_merged_as_if_looked_at_one_by_one(
            steps in prop::collection::vec((0..4_u8, 0..2_u8), 1..40),
        ) {
            let mut x = 0.0;
            let points: Vec<(f64, f64)> = steps
                .iter()
                .map(|&(step, y)| {
                    x += f64::from(step) * 0.4;
                    (x, f64::from(y) * 0.5)
                })
                .collect();
            let mut subpath = Subpath::new(Merge::Within(1.0));
            subpath.restart(points[0].into());
            points[1..].iter().for_each(|&p| subpath.add(p.into()));
            subpath.finish(false);
            let kept: Vec<_> = subpath.vertices().iter().map(|v| (v.at.x, v.at.y)).collect();
            prop_assert_eq!(kept, merged_one_by_one(&points));
            for pair in subpath.vertices().windows(2) {
                prop_assert_eq!(pair[0].length, pair[0].at.distance(pair[1].at));
            }
        }
    }
}
