//! Dash patterns: which pieces of a line are drawn.
//!
//! The pattern is walked along each subpath from the same offset. A dash that spans a vertex
//! bends with it; a closed subpath is walked once around, and its last dash is not joined to the
//! first.

use crate::geometry::{Affine, Point, Rect, clip_segment};
use crate::limits::Meter;
use crate::path::PathEl;
use crate::path::reshape::{Reshape, Reshaped};
use crate::path::subpath::{Merge, Subpath, Vertex};
use std::borrow::Cow;

/// A pattern of lengths drawn and skipped in turn, and how far into it a line starts.
///
/// An odd number of lengths is repeated to make it even. Negative lengths count as zero. A
/// pattern without length is a solid line; a non-finite length or offset draws nothing. A
/// negative offset starts that far before the pattern.
///
/// ```
/// use agg_core::{Dash, Path, PathEl, PathIterator};
///
/// let line = Path::polyline([(0.0, 0.0), (10.0, 0.0)]);
/// let ends: Vec<f64> = line.elements().dashed(&Dash::new(0.0, &[3.0, 2.0]))
///     .filter_map(|e| e.end()).map(|p| p.x).collect();
/// assert_eq!(ends, [0.0, 3.0, 5.0, 8.0]);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Dash {
    lengths: Vec<f64>,
    offset: f64,
    merge: Merge,
}

/// Where in the pattern the pen is: an entry, and how much of it is used up.
#[derive(Clone, Copy, Debug, Default)]
struct Phase {
    entry: usize,
    used: f64,
}

/// A segment cut into more pieces than this is drawn solid: they could not be told apart.
const MOST_PIECES: f64 = 1_048_576.0;

/// Of a segment that is longer than so many periods, what only corners could reach is left out.
const MANY_PERIODS: f64 = 256.0;

impl Dash {
    /// A pattern of lengths in the path's units, started at `offset`.
    #[must_use]
    pub fn new(offset: f64, lengths: &[f64]) -> Self {
        let repeats = 1 + lengths.len() % 2;
        let once = lengths.iter().map(|&v| if v < 0.0 { 0.0 } else { v });
        Self {
            lengths: once
                .clone()
                .chain(once)
                .take(lengths.len() * repeats)
                .collect(),
            offset,
            merge: Merge::Coincident,
        }
    }

    /// With vertices merged that are no further apart than this; see
    /// [`Stroke::with_coincident_within`](crate::Stroke::with_coincident_within).
    #[must_use]
    pub fn with_coincident_within(mut self, distance: f64) -> Self {
        self.merge = Merge::Within(distance);
        self
    }

    /// The lengths, drawn and skipped in turn; always an even number of them.
    #[must_use]
    pub fn lengths(&self) -> &[f64] {
        &self.lengths
    }

    /// How far into the pattern a line starts.
    #[must_use]
    pub fn offset(&self) -> f64 {
        self.offset
    }

    fn is_finite(&self) -> bool {
        self.offset.is_finite() && self.lengths.iter().all(|v| v.is_finite())
    }

    fn period(&self) -> f64 {
        self.lengths.iter().sum()
    }

    fn length(&self, entry: usize) -> f64 {
        self.lengths.get(entry).copied().unwrap_or(f64::INFINITY)
    }

    fn following(&self, entry: usize) -> usize {
        if entry + 1 < self.lengths.len() {
            entry + 1
        } else {
            0
        }
    }

    /// A pattern of the same tone, whose dashes are on average, each with its gap, at least so long;
    /// `None` where they are already, or where nothing is. What follows each other is added up: so
    /// many dashes are one, and so many gaps the one after it.
    fn no_finer_than(&self, least: f64) -> Option<Self> {
        let pairs = self.lengths.as_chunks::<2>().0;
        let is_finer = self.period() < least * pairs.len() as f64;
        if !is_finer {
            return None;
        }
        let mut longer: Vec<[f64; 2]> = Vec::new();
        let mut sum = [0.0, 0.0];
        for [drawn, skipped] in pairs {
            sum = [sum[0] + drawn, sum[1] + skipped];
            if sum[0] + sum[1] >= least {
                longer.push(std::mem::take(&mut sum));
            }
        }
        match longer.last_mut() {
            // What is left at the end is too short to be alone.
            Some(last) => *last = [last[0] + sum[0], last[1] + sum[1]],
            None => {
                let times = (least / (sum[0] + sum[1])).ceil();
                longer.push(sum.map(|length| length * times));
            }
        }
        let lengths = longer.into_flattened();
        lengths.iter().all(|v| v.is_finite()).then_some(Self {
            lengths,
            ..self.clone()
        })
    }

    /// The phase at the offset. An offset that ends exactly with an entry stays in it.
    fn phase(&self) -> Phase {
        /// From so many periods on, whole periods are taken off at once.
        const FAR: f64 = 64.0;
        let period = self.period();
        let mut rest = self.offset;
        if rest < 0.0 || rest > period * FAR {
            rest = rest.rem_euclid(period);
        }
        // Only a negative offset into a pattern whose sum overflows: as good as none.
        self.phase_at(if rest.is_finite() { rest } else { 0.0 })
    }

    /// The phase at a finite position, at least 0, from the start of the pattern.
    fn phase_at(&self, position: f64) -> Phase {
        let mut rest = position;
        let mut entry = 0;
        while rest > self.length(entry) {
            rest -= self.length(entry);
            entry = self.following(entry);
        }
        Phase { entry, used: rest }
    }
}

/// How a pattern is applied.
#[derive(Clone, Copy, Debug)]
enum Mode {
    Nothing,
    Solid,
    Pattern(Phase),
}

/// The adaptor behind [`PathIterator::dashed`](crate::PathIterator::dashed).
///
/// Yields open subpaths of straight segments, each one dash.
pub type Dashed<'a, I> = Reshaped<I, Dasher<'a>>;

impl<I> Dashed<'_, I> {
    /// Leaves out dashes that cannot be seen: where a segment runs outside `visible` for longer
    /// than the pattern, that stretch is passed in one go, so the cost of a dashed line is bounded
    /// by what is seen of it. What is inside `visible` stays where it is, rounding apart.
    ///
    /// Bounds alone what is long; [`no_finer_than`](Self::no_finer_than) bounds what is fine.
    ///
    /// Where the dashes are stroked, `visible` must be larger than what is seen by the
    /// [reach](crate::Stroke::reach) of the pen.
    ///
    /// ```
    /// use agg_core::{Dash, Path, PathIterator, Rect};
    ///
    /// let endless = Path::polyline([(-1e30, 5.0), (1e30, 5.0)]);
    /// let dash = Dash::new(0.0, &[2.0, 1.0]);
    /// let seen = endless.elements().dashed(&dash).within(Rect::new(0.0, 0.0, 30.0, 10.0));
    /// assert!(seen.count() < 100);
    /// ```
    #[must_use]
    pub fn within(self, visible: Rect) -> Self {
        self.with_stage(|dasher| dasher.visible = Some(visible))
    }

    /// Leaves out more: dashes without a corner of which nothing is seen, where a segment has
    /// hundreds of them. What [`within`](Self::within) is given must be as large as the corners of
    /// the pen reach, on all sides; of a straight dash, only what lies beside it is covered.
    #[must_use]
    pub(crate) fn straight_within(self, seen: Straight) -> Self {
        self.with_stage(|dasher| dasher.straight = Some(seen))
    }

    /// The same where a map that follows makes a segment so much shorter that its dashes cannot be
    /// seen, as far as it has hundreds of them; `least` is for where the map makes all longest.
    #[must_use]
    pub(crate) fn no_finer_than_mapped(self, least: f64, map: Affine) -> Self {
        let dashes = self.no_finer_than(least);
        dashes.with_stage(|dasher| dasher.seen = Some(Seen { least, map }))
    }

    /// Draws several dashes as one, and their gaps as one, where the pattern is finer than can be
    /// seen: if a dash and the gap after it are on average shorter than `least`, so many of them are
    /// added up that they are not. The line is as dark as before, and the cost of what is seen of it
    /// is bounded by its length. `least` is what a pen says that it
    /// [can tell apart](crate::Stroke::finest_dash).
    ///
    /// ```
    /// use agg_core::{Dash, Path, PathIterator};
    ///
    /// let line = Path::polyline([(0.0, 0.0), (10.0, 0.0)]);
    /// let fine = Dash::new(0.0, &[3e-6, 1e-6]);
    /// let seen: Path = line.elements().dashed(&fine).no_finer_than(0.5).collect();
    /// assert_eq!(seen.len(), 40); // 20 dashes of 3/8, each with two ends
    /// ```
    #[must_use]
    pub fn no_finer_than(self, least: f64) -> Self {
        self.with_stage(|dasher| dasher.take_no_finer_than(least))
    }
}

impl<'a, I> Dashed<'a, I> {
    /// Makes no more dashes once a limit of the meter has been reached, wherever in a subpath that
    /// is; it counts none itself. `None` goes on to the end.
    #[must_use]
    pub fn until(self, meter: Option<&'a Meter>) -> Self {
        self.with_stage(|dasher| dasher.meter = meter)
    }
}

/// A pattern with its derived numbers.
#[derive(Clone, Debug)]
pub struct Dasher<'a> {
    dash: Cow<'a, Dash>,
    mode: Mode,
    period: f64,
    visible: Option<Rect>,
    /// Where dashes without a corner are seen.
    straight: Option<Straight>,
    /// How dashes are seen in the end.
    seen: Option<Seen>,
    /// Who says when it is enough.
    meter: Option<&'a Meter>,
}

/// Where dashes without a corner are seen: in a rectangle, of which a pen covers what is no further
/// aside, and no further beyond their ends.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Straight {
    pub(crate) visible: Rect,
    pub(crate) aside: f64,
    pub(crate) beyond: f64,
}

impl Straight {
    /// The way along a → b, a line of some length, between the first place and the last from which
    /// something is covered; `None` where there is no such place.
    ///
    /// ```text
    ///        ┌────────┐  visible
    ///        │        │
    ///        └────────┘        the rectangle casts its shadow on the line, if that is near enough
    ///  a ───┊──────────┊───── b
    /// ```
    fn seen_along(&self, a: Point, b: Point, length: f64) -> Option<(f64, f64)> {
        let way = (b - a) * length.recip();
        let corners = self.visible.corners().map(|corner| corner - a);
        let (left, right) = least_and_most(corners.map(|to| way.x * to.y - way.y * to.x));
        let (first, last) = least_and_most(corners.map(|to| way.x * to.x + way.y * to.y));
        let is_near = left <= self.aside && -right <= self.aside;
        is_near.then_some((first - self.beyond, last + self.beyond))
    }
}

fn least_and_most(numbers: [f64; 4]) -> (f64, f64) {
    let least = numbers.into_iter().fold(f64::INFINITY, f64::min);
    let most = numbers.into_iter().fold(f64::NEG_INFINITY, f64::max);
    (least, most)
}

/// What dashes go through before they are seen.
#[derive(Clone, Copy, Debug)]
struct Seen {
    /// What can be told apart where `map` makes it longest.
    least: f64,
    map: Affine,
}

impl<'a> Dasher<'a> {
    pub(crate) fn new(dash: &'a Dash) -> Self {
        let period = dash.period();
        let mode = if !dash.is_finite() {
            Mode::Nothing
        } else if period > 0.0 {
            Mode::Pattern(dash.phase())
        } else {
            Mode::Solid
        };
        Self {
            dash: Cow::Borrowed(dash),
            mode,
            period,
            visible: None,
            straight: None,
            seen: None,
            meter: None,
        }
    }

    fn take_no_finer_than(&mut self, least: f64) {
        if let Mode::Pattern(_) = self.mode
            && let Some(dash) = self.dash.no_finer_than(least)
        {
            self.mode = Mode::Pattern(dash.phase());
            self.period = dash.period();
            self.dash = Cow::Owned(dash);
        }
    }

    /// What is seen of the pattern along a way that the map makes much shorter than others, if that
    /// is less than all of it.
    #[cold]
    fn shrunk(&self, a: Point, b: Point) -> Option<Dasher<'a>> {
        /// A way that becomes a point has a dash as long as none can be told from.
        const POINT: f64 = 1e-12;
        let Seen { least, map } = self.seen?;
        let share = (map * a).distance(map * b) / (a.distance(b) * map.max_scale());
        let dash = self.dash.no_finer_than(least / share.max(POINT))?;
        Some(Dasher {
            period: dash.period(),
            dash: Cow::Owned(dash),
            seen: None,
            ..self.clone()
        })
    }
}

impl Reshape for Dasher<'_> {
    fn merge(&self) -> Merge {
        self.dash.merge
    }

    fn reshape(&self, subpath: &mut Subpath, sink: &mut impl FnMut(PathEl)) {
        let vertices = subpath.vertices();
        match self.mode {
            Mode::Nothing => {}
            Mode::Solid => solid(vertices, subpath.is_closed(1), sink),
            Mode::Pattern(phase) => {
                let mut walk = Walk {
                    dasher: self,
                    phase,
                    down: false,
                    sink,
                };
                for (a, b) in subpath.segments() {
                    if self.meter.is_some_and(Meter::is_over) {
                        return;
                    }
                    walk.along(a, b);
                }
            }
        }
    }
}

fn solid(vertices: &[Vertex], closed: bool, sink: &mut impl FnMut(PathEl)) {
    for (i, vertex) in vertices.iter().enumerate() {
        sink(if i == 0 {
            PathEl::MoveTo(vertex.at)
        } else {
            PathEl::LineTo(vertex.at)
        });
    }
    if closed {
        sink(PathEl::Close);
    }
}

/// The pen on its way along one subpath.
struct Walk<'a, S> {
    dasher: &'a Dasher<'a>,
    phase: Phase,
    /// Whether a dash has been started and goes on.
    down: bool,
    sink: &'a mut S,
}

impl<S: FnMut(PathEl)> Walk<'_, S> {
    /// Goes along a segment, past what cannot be seen of it.
    fn along(&mut self, a: Vertex, b: Vertex) {
        let Some(rect) = self.dasher.visible else {
            return self.draw(a.at, b.at, a.length);
        };
        let Some(seen) = clip_segment(&rect, a.at, b.at) else {
            return self.pass(a.at, b.at, a.length);
        };
        let (before, after) = (a.at.distance(seen.from), seen.to.distance(b.at));
        let (mut from, mut to) = (a.at, b.at);
        if before > self.dasher.period {
            self.skip(before);
            from = seen.from;
        }
        if after > self.dasher.period {
            to = seen.to;
        }
        self.between_corners(from, to);
        if to != b.at {
            self.skip(after);
        }
    }

    /// Goes along what corners may reach. A period from its ends no dash has a corner, and only what
    /// caps reach is drawn.
    fn between_corners(&mut self, a: Point, b: Point) {
        let period = self.dasher.period;
        let length = a.distance(b);
        let is_long = length > MANY_PERIODS * period && length.is_finite();
        let Some(straight) = self.dasher.straight.filter(|_| is_long) else {
            return self.draw(a, b, length);
        };
        let at = |way: f64| a + (b - a) * (way / length);
        let (start, end) = (period, length - period);
        let seen = straight.seen_along(a, b, length);
        let seen = seen.map(|(first, last)| (first.max(start), last.min(end)));
        let seen = seen.filter(|(first, last)| first < last);
        let mut from = a;
        if seen.is_none_or(|(first, _)| first > start) {
            self.draw(a, at(start), start);
            let first = seen.map_or(end, |(first, _)| first);
            self.skip(first - start);
            from = at(first);
        }
        if let Some((_, last)) = seen.filter(|(_, last)| *last < end) {
            let to = at(last);
            self.draw(from, to, from.distance(to));
            self.skip(end - last);
            from = at(end);
        }
        self.draw(from, b, from.distance(b));
    }

    /// Goes along a segment that cannot be seen.
    fn pass(&mut self, from: Point, to: Point, length: f64) {
        if length > self.dasher.period {
            self.skip(length);
        } else {
            self.draw(from, to, length);
        }
    }

    /// Moves on in the pattern with the pen lifted.
    fn skip(&mut self, length: f64) {
        let dash = &self.dasher.dash;
        let before: f64 = dash.lengths.iter().take(self.phase.entry).sum();
        let position = (before + self.phase.used + length).rem_euclid(self.dasher.period);
        // A length that overflows leaves the phase where it was.
        if position.is_finite() {
            self.phase = dash.phase_at(position);
        }
        self.down = false;
    }

    fn draw(&mut self, a: Point, b: Point, length: f64) {
        let Dasher { dash, period, .. } = self.dasher;
        if length > MANY_PERIODS * period
            && let Some(dasher) = self.dasher.shrunk(a, b)
        {
            let mut walk = Walk {
                phase: dasher.dash.phase(),
                dasher: &dasher,
                down: self.down,
                sink: &mut *self.sink,
            };
            walk.draw(a, b, length);
            return self.skip(length);
        }
        if length / period * dash.lengths.len() as f64 > MOST_PIECES {
            return self.reach(a, b, true);
        }
        let mut rest = length;
        let mut from = a;
        loop {
            let drawn = self.phase.entry.is_multiple_of(2);
            let entry_rest = dash.length(self.phase.entry) - self.phase.used;
            if rest <= entry_rest {
                self.phase.used += rest;
                return self.reach(from, b, drawn);
            }
            rest -= entry_rest;
            let at = Point::new(
                b.x - (b.x - a.x) * rest / length,
                b.y - (b.y - a.y) * rest / length,
            );
            self.reach(from, at, drawn);
            self.down = false;
            self.phase = Phase {
                entry: dash.following(self.phase.entry),
                used: 0.0,
            };
            from = at;
        }
    }

    fn reach(&mut self, from: Point, to: Point, drawn: bool) {
        if drawn {
            if !std::mem::replace(&mut self.down, true) {
                (self.sink)(PathEl::MoveTo(from));
            }
            (self.sink)(PathEl::LineTo(to));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::path::{Cap, Path, PathIterator, Stroke};

    fn pieces(path: &Path, dash: &Dash) -> Vec<Vec<f64>> {
        let mut pieces: Vec<Vec<f64>> = Vec::new();
        path.elements()
            .dashed(dash)
            .for_each(|element| match element {
                PathEl::MoveTo(p) => pieces.push(vec![p.x + p.y]),
                other => pieces
                    .last_mut()
                    .unwrap()
                    .extend(other.end().map(|p| p.x + p.y)),
            });
        pieces
    }

    fn line() -> Path {
        Path::polyline([(0.0, 0.0), (10.0, 0.0)])
    }

    #[test]
    fn offsets_start_inside_the_pattern() {
        let at = |offset| pieces(&line(), &Dash::new(offset, &[3.0, 2.0]));
        assert_eq!(at(0.0), [[0.0, 3.0], [5.0, 8.0]]);
        assert_eq!(at(4.0), [[1.0, 4.0], [6.0, 9.0]]);
        assert_eq!(at(-1.0), [[1.0, 4.0], [6.0, 9.0]]);
        assert_eq!(at(5.0e9 + 4.0), [[1.0, 4.0], [6.0, 9.0]]);
        // With a dash of no length, in which the offset ends.
        assert_eq!(at(3.0), [[0.0, 0.0], [2.0, 5.0], [7.0, 10.0]]);
    }

    /// The corners of the pen reach 50 000 to the left, its caps 10.
    #[test]
    fn a_miter_limit_does_not_make_dashes_that_only_corners_could_reach() {
        let line = Path::polyline([(-1e5, 0.0), (1e5, 0.0), (1e5, 2.0)]);
        let dash = Dash::new(1.0, &[2.0, 3.0]);
        let all = Rect::new(-5e4, -10.0, 1e6, 10.0);
        let seen = Straight {
            visible: Rect::new(0.0, 0.0, 10.0, 10.0),
            aside: 10.0,
            beyond: 10.0,
        };
        let elements = line.elements().dashed(&dash).within(all);
        let (many, few): (Vec<_>, Vec<_>) = (
            elements.clone().collect(),
            elements.straight_within(seen).collect(),
        );
        assert!(
            many.len() > 60_000 && few.len() < 40,
            "{} {}",
            many.len(),
            few.len()
        );
        let near = |elements: &[PathEl]| -> Vec<_> {
            let ends = elements.iter().filter_map(PathEl::end).map(|p| (p.x, p.y));
            let near = ends.filter(|&(x, _)| (-9.0..19.0).contains(&x) || x > 1e5 - 3.0);
            near.map(|(x, y)| (x.round(), y.round())).collect()
        };
        assert_eq!(near(&many), near(&few));
        assert_eq!(near(&few).len(), 14);
    }

    #[test]
    fn a_line_whose_corner_is_seen_and_whose_straight_is_not_has_its_corner() {
        let line = Path::polyline([(0.0, 0.0), (1e5, 0.0), (1e5, 2.0)]);
        let dash = Dash::new(0.0, &[2.0, 3.0]);
        let elements = line.elements().dashed(&dash);
        let elements = elements.within(Rect::new(-1e6, -1e6, 1e6, 1e6));
        let elements = elements.straight_within(Straight {
            visible: Rect::new(0.0, 10.0, 1.0, 11.0),
            aside: 1.0,
            beyond: 1.0,
        });
        let ends: Vec<_> = elements
            .filter_map(|e| e.end())
            .map(|p| (p.x, p.y))
            .collect();
        let corner = [(99_995.0, 0.0), (99_997.0, 0.0), (1e5, 0.0), (1e5, 2.0)];
        assert_eq!(ends[..2], [(0.0, 0.0), (2.0, 0.0)]);
        assert_eq!(ends[2..], corner);
    }

    /// A pen so wide covers the rectangle from everywhere, but each dash without caps only what is
    /// beside it.
    #[test]
    fn straight_dashes_of_a_wide_pen_are_those_in_the_shadow_of_what_is_seen() {
        let dash = Dash::new(0.0, &[1.0, 1.0]);
        let visible = Rect::new(-5.0, -5.0, 5.0, 5.0);
        let dashes = |(x, y): (f64, f64), cap| {
            let line = Path::polyline([(-x, -y), (x, y)]);
            let seen = Stroke::new(8000.0).with_cap(cap).straight_within(visible);
            let dashes = line.elements().dashed(&dash).within(visible.inflated(1e6));
            dashes.straight_within(seen).count() / 2
        };
        // Ten units of shadow, and a period at both ends.
        assert!((5..=9).contains(&dashes((10_000.0, 0.0), Cap::Butt)));
        assert!((5..=9).contains(&dashes((0.0, 10_000.0), Cap::Butt)));
        // The shadow of a square along its diagonal.
        assert!((7..=11).contains(&dashes((7000.0, 7000.0), Cap::Butt)));
        // Round caps reach it from half the width, at least.
        assert!((4000..7000).contains(&dashes((10_000.0, 0.0), Cap::Round)));
    }

    #[test]
    fn straight_dashes_too_far_aside_are_not_seen() {
        let way = Straight {
            visible: Rect::new(0.0, 10.0, 4.0, 12.0),
            aside: 3.0,
            beyond: 0.5,
        };
        let along = |y: f64| way.seen_along(Point::new(-9.0, y), Point::new(11.0, y), 20.0);
        for y in [7.0, 10.0, 15.0] {
            assert_eq!(along(y), Some((8.5, 13.5)), "{y}");
        }
        for y in [6.9, 15.1] {
            assert_eq!(along(y), None, "{y}");
        }
    }

    #[test]
    fn more_pieces_than_can_be_told_apart_are_a_solid_line() {
        let dashes = |length: f64| {
            let line = Path::polyline([(0.0, 0.0), (length, 0.0)]);
            line.elements().dashed(&Dash::new(0.0, &[1.0, 1.0])).count() / 2
        };
        assert_eq!(dashes(MOST_PIECES), MOST_PIECES as usize / 2);
        assert_eq!(dashes(MOST_PIECES + 2.0), 1);
    }

    /// All of them would be half a million, and they lie within a pixel.
    #[test]
    fn dashes_along_what_a_map_makes_short_are_few() {
        let corners = [(0.0, 0.0), (0.0, 4e4), (10.0, 4e4)];
        let line = Path::polyline(corners);
        let dash = Dash::new(0.0, &[0.05, 0.05]);
        let dashes = |map: Affine| {
            let dashes = line
                .elements()
                .dashed(&dash)
                .no_finer_than_mapped(0.01, map);
            dashes.filter(|e| matches!(e, PathEl::MoveTo(_))).count()
        };
        assert_eq!(dashes(Affine::scale(2.0)), 400_100);
        // The first segment has a 200th of a pixel, the second one all of its dashes.
        assert!((100..110).contains(&dashes(Affine::scale_xy(2.0, 1e-7))));
        assert!((100..110).contains(&dashes(Affine::scale_xy(2.0, 0.0))));
        // A dash and its gap are 20 units long, which is what 0.01 of the other direction become.
        let fine = Dash::new(0.0, &[0.01, 0.01]);
        let dashes = line.elements().dashed(&fine);
        let dashes = dashes.no_finer_than_mapped(0.01, Affine::scale_xy(2.0, 1e-3));
        let count = dashes.filter(|e| matches!(e, PathEl::MoveTo(_))).count();
        assert!((2500..=2510).contains(&count), "{count}"); // 2000, and 500 beside them
    }

    #[test]
    fn vertices_within_a_distance_are_one_for_dashes_too() {
        let line = Path::polyline([(0.0, 0.0), (5.0, 0.0), (5.25, 0.0), (10.0, 0.0)]);
        let dash = Dash::new(0.0, &[20.0, 1.0]);
        assert_eq!(pieces(&line, &dash), [[0.0, 5.0, 5.25, 10.0]]);
        let dash = dash.with_coincident_within(0.5);
        assert_eq!(pieces(&line, &dash), [[0.0, 5.0, 10.0]]);
    }

    #[test]
    fn a_closed_path_stays_closed_by_a_pattern_without_length() {
        let triangle = Path::polygon([(0.0, 0.0), (8.0, 0.0), (0.0, 8.0)]);
        let solid = triangle
            .elements()
            .dashed(&Dash::new(0.0, &[0.0, 0.0]))
            .last();
        assert_eq!(solid, Some(PathEl::Close));
    }

    #[test]
    fn a_dash_says_where_it_starts() {
        assert_eq!(Dash::new(2.5, &[3.0, 2.0]).offset(), 2.5);
    }

    #[test]
    fn a_dash_bends_around_a_vertex() {
        let corner = Path::polyline([(0.0, 0.0), (4.0, 0.0), (4.0, 4.0)]);
        assert_eq!(
            pieces(&corner, &Dash::new(0.0, &[6.0, 1.0])),
            [vec![0.0, 4.0, 6.0], vec![7.0, 8.0]]
        );
    }

    #[test]
    fn odd_patterns_repeat() {
        assert_eq!(
            Dash::new(0.0, &[1.0, 2.0, 3.0]).lengths(),
            [1.0, 2.0, 3.0, 1.0, 2.0, 3.0]
        );
    }

    #[test]
    fn negative_lengths_are_none() {
        let dash = Dash::new(2.5, &[-1.0, 5.0]);
        assert_eq!((dash.lengths(), dash.offset()), (&[0.0, 5.0][..], 2.5));
    }

    #[test]
    fn zero_patterns_are_solid_and_non_finite_ones_draw_nothing() {
        assert_eq!(pieces(&line(), &Dash::new(0.0, &[0.0, 0.0])), [[0.0, 10.0]]);
        assert_eq!(pieces(&line(), &Dash::new(0.0, &[])), [[0.0, 10.0]]);
        assert_eq!(
            pieces(&line(), &Dash::new(f64::INFINITY, &[1.0])),
            [[0.0; 0]; 0]
        );
        assert_eq!(
            pieces(&line(), &Dash::new(0.0, &[f64::NAN, 1.0])),
            [[0.0; 0]; 0]
        );
    }

    #[test]
    fn patterns_too_fine_to_see_are_solid() {
        assert_eq!(
            pieces(&line(), &Dash::new(0.0, &[1e-30, 1e-30])),
            [[0.0, 10.0]]
        );
    }

    #[test]
    fn dashes_finer_than_wanted_are_added_up_with_their_gaps() {
        let longer = |lengths: &[f64], least| {
            let dash = Dash::new(0.0, lengths).no_finer_than(least)?;
            Some(dash.lengths().to_vec())
        };
        assert_eq!(longer(&[3.0, 1.0], 4.0), None);
        assert_eq!(longer(&[3.0, 1.0], 4.5), Some(vec![6.0, 2.0]));
        assert_eq!(longer(&[0.25, 0.0], 1.0), Some(vec![1.0, 0.0]));
        // A few that are short among longer ones stay.
        assert_eq!(longer(&[8.0, 2.0, 0.5, 0.5], 5.0), None);
        let many = [1.0, 2.0, 3.0, 0.0, 1.0, 1.0, 0.5, 0.5];
        assert_eq!(longer(&many, 3.0), Some(vec![1.0, 2.0, 3.0, 0.0, 1.5, 1.5]));
        assert_eq!(longer(&many, 4.0), Some(vec![5.5, 3.5]));
        for nothing in [f64::NAN, f64::INFINITY, 0.0, -1.0] {
            assert_eq!(longer(&[1.0, 1.0], nothing), None, "{nothing}");
        }
        assert_eq!(longer(&[f64::from_bits(1), 0.0], 1.0), None);
        assert_eq!(longer(&[0.0, 0.0], 1.0), None);
    }

    /// Each of 600 000 dashes used to be drawn with both its caps, in seconds. Found by the fuzz
    /// target `pipeline`; AGG takes three times as long and leaves out what its cells do not hold.
    #[test]
    fn dashes_that_a_wide_pen_cannot_tell_apart_cost_what_is_seen_of_it() {
        let line = Path::polyline([(-1e9, 100.0), (1e9, 100.0)]);
        let seen = Rect::new(-400.0, -400.0, 656.0, 656.0);
        let outline = |width, cap, lengths: &[f64]| {
            let pen = Stroke::new(width).with_cap(cap);
            let dash = Dash::new(0.0, lengths);
            let dashes = line.elements().dashed(&dash).within(seen);
            let dashes = dashes.no_finer_than(pen.finest_dash(1.0));
            dashes.stroked(&pen).fold(0, |count, _| count + 1)
        };
        for lengths in [&[5e-4, 0.0][..], &[5e-4, 1e-5], &[1e-9, 1e-9, 2e-9]] {
            for cap in [Cap::Butt, Cap::Square, Cap::Round] {
                let count = outline(260.0, cap, lengths);
                assert!((1000..700_000).contains(&count), "{cap:?}: {count}");
            }
        }
        // What can be told apart is not touched: 1056 dashes of four corners.
        assert_eq!(outline(260.0, Cap::Butt, &[0.5, 0.5]), 1056 * 5);
    }

    #[test]
    fn a_sum_that_overflows_is_one_long_dash() {
        assert_eq!(pieces(&line(), &Dash::new(0.0, &[1e308; 4])), [[0.0, 10.0]]);
    }

    #[test]
    fn what_is_seen_of_a_culled_line_is_the_same() {
        let path = Path::polygon([(-50.0, -30.0), (400.0, 10.0), (60.0, 350.0), (20.0, 30.0)]);
        let rect = Rect::new(0.0, 0.0, 90.0, 60.0);
        let dash = Dash::new(3.5, &[3.0, 2.0, 1.0, 2.0]);
        let inside = |p: &Point| {
            (rect.x0 + 0.1..rect.x1 - 0.1).contains(&p.x)
                && (rect.y0 + 0.1..rect.y1 - 0.1).contains(&p.y)
        };
        let ends = |elements: &mut dyn Iterator<Item = PathEl>| -> Vec<Point> {
            elements.filter_map(|e| e.end()).filter(inside).collect()
        };
        let all = ends(&mut path.elements().dashed(&dash));
        let seen = ends(&mut path.elements().dashed(&dash).within(rect));
        assert_eq!(all.len(), seen.len());
        assert!(all.len() > 20);
        for (a, b) in all.iter().zip(&seen) {
            assert!(a.distance(*b) < 1e-10, "{a:?} {b:?}");
        }
        let total = path.elements().dashed(&dash).count();
        assert!(path.elements().dashed(&dash).within(rect).count() < total / 2);
    }

    #[test]
    fn a_line_of_1e30_costs_what_is_seen_of_it() {
        let rect = Rect::new(0.0, 0.0, 256.0, 256.0);
        let dash = Dash::new(0.0, &[2.0, 1.0]);
        for far in [1e8, 1e30, 1e300] {
            let line = Path::polyline([(-far, 100.0), (far, 100.0)]);
            let seen: Path = line.elements().dashed(&dash).within(rect).collect();
            assert!((160..=176).contains(&seen.len()), "{far}: {}", seen.len());
            let length: f64 = seen.elements().measured(0.1).length();
            assert!((length - 256.0 * 2.0 / 3.0).abs() < 2.0, "{far}: {length}");
        }
    }

    #[test]
    fn a_negative_offset_gives_the_same_dashes_every_time() {
        // AGG goes on with the phase that the line before ended with.
        let mut path = line();
        path.extend(line().elements());
        let dash = Dash::new(-1.0, &[3.0, 2.0]);
        let once = [[1.0, 4.0], [6.0, 9.0]];
        assert_eq!(pieces(&path, &dash), [once, once].concat());
        assert_eq!(pieces(&path, &dash), pieces(&path, &dash));
    }

    #[test]
    fn patterns_may_be_longer_than_thirty_two_entries() {
        // AGG ignores what is beyond.
        let lengths: Vec<f64> = (1..=40).map(f64::from).collect();
        let path = Path::polyline([(0.0, 0.0), (820.0, 0.0)]);
        assert_eq!(pieces(&path, &Dash::new(0.0, &lengths)).len(), 20);
    }
}
