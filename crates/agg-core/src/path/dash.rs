//! Dash patterns: which pieces of a line are drawn.
//!
//! The pattern is walked along each subpath from the same offset. A dash that spans a vertex
//! bends with it; a closed subpath is walked once around, and its last dash is not joined to the
//! first.

use crate::geometry::Point;
use crate::path::PathEl;
use crate::path::subpath::{Subpath, SubpathReader, Vertex, fold_through};

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
}

/// Where in the pattern the pen is: an entry, and how much of it is used up.
#[derive(Clone, Copy, Debug, Default)]
struct Phase {
    entry: usize,
    used: f64,
}

/// A segment cut into more pieces than this is drawn solid: they could not be told apart.
const MOST_PIECES: f64 = 1_048_576.0;

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
        }
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
        if !rest.is_finite() {
            rest = 0.0;
        }
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
#[derive(Debug)]
pub struct Dashed<'a, I> {
    elements: I,
    reader: SubpathReader,
    dash: &'a Dash,
    mode: Mode,
    pending: std::vec::IntoIter<PathEl>,
    done: bool,
}

impl<'a, I: Iterator<Item = PathEl>> Dashed<'a, I> {
    pub(crate) fn new(elements: I, dash: &'a Dash) -> Self {
        let mode = if !dash.is_finite() {
            Mode::Nothing
        } else if dash.period() > 0.0 {
            Mode::Pattern(dash.phase())
        } else {
            Mode::Solid
        };
        let (reader, pending) = (SubpathReader::default(), Vec::new().into_iter());
        Self {
            elements,
            reader,
            dash,
            mode,
            pending,
            done: false,
        }
    }

    fn refill(&mut self) {
        let mut dashes = Vec::new();
        while dashes.is_empty() && !self.done {
            let each = |s: &mut Subpath| cut(self.dash, self.mode, s, &mut |e| dashes.push(e));
            match self.elements.next() {
                Some(element) => self.reader.take(element, each),
                None => {
                    self.reader.finish(each);
                    self.done = true;
                }
            }
        }
        self.pending = dashes.into_iter();
    }
}

impl<I: Iterator<Item = PathEl>> Iterator for Dashed<'_, I> {
    type Item = PathEl;

    fn next(&mut self) -> Option<PathEl> {
        if let Some(element) = self.pending.next() {
            return Some(element);
        }
        self.refill();
        self.pending.next()
    }

    fn fold<B, F: FnMut(B, PathEl) -> B>(self, init: B, f: F) -> B {
        let Self {
            elements,
            mut reader,
            dash,
            mode,
            pending,
            done,
        } = self;
        fold_through(init, f, |mut sink| {
            pending.for_each(&mut sink);
            if !done {
                elements.for_each(|e| reader.take(e, |s| cut(dash, mode, s, &mut sink)));
                reader.finish(|s| cut(dash, mode, s, &mut sink));
            }
        })
    }
}

/// Emits the drawn pieces of one subpath.
fn cut(dash: &Dash, mode: Mode, subpath: &mut Subpath, sink: &mut impl FnMut(PathEl)) {
    let vertices = subpath.vertices();
    match mode {
        Mode::Nothing => {}
        Mode::Solid => solid(vertices, subpath.is_closed(1), sink),
        Mode::Pattern(phase) => {
            let mut walk = Walk {
                dash,
                phase,
                down: false,
                sink,
            };
            for (a, b) in segments(vertices, subpath.is_closed(2)) {
                walk.along(a, b);
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

fn segments(vertices: &[Vertex], closed: bool) -> impl Iterator<Item = (Vertex, Vertex)> + '_ {
    let back = match vertices {
        [first, .., last] if closed => Some((*last, *first)),
        _ => None,
    };
    vertices
        .windows(2)
        .filter_map(|pair| Some((*pair.first()?, *pair.get(1)?)))
        .chain(back)
}

/// The pen on its way along one subpath.
struct Walk<'a, S> {
    dash: &'a Dash,
    phase: Phase,
    /// Whether a dash has been started and goes on.
    down: bool,
    sink: &'a mut S,
}

impl<S: FnMut(PathEl)> Walk<'_, S> {
    fn along(&mut self, a: Vertex, b: Vertex) {
        let length = a.length;
        if length / self.dash.period() * self.dash.lengths.len() as f64 > MOST_PIECES {
            return self.reach(a.at, b.at, true);
        }
        let mut rest = length;
        let mut from = a.at;
        loop {
            let drawn = self.phase.entry % 2 == 0;
            let entry_rest = self.dash.length(self.phase.entry) - self.phase.used;
            if rest <= entry_rest {
                self.phase.used += rest;
                return self.reach(from, b.at, drawn);
            }
            rest -= entry_rest;
            let at = Point::new(
                b.at.x - (b.at.x - a.at.x) * rest / length,
                b.at.y - (b.at.y - a.at.y) * rest / length,
            );
            self.reach(from, at, drawn);
            self.down = false;
            self.phase = Phase {
                entry: self.dash.following(self.phase.entry),
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
    use crate::path::{Path, PathIterator};

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
    fn a_sum_that_overflows_is_one_long_dash() {
        assert_eq!(pieces(&line(), &Dash::new(0.0, &[1e308; 4])), [[0.0, 10.0]]);
    }

    #[test]
    fn next_and_fold_give_the_same_elements() {
        let mut path = line();
        path.close().move_to((1.0, 1.0)).line_to((9.0, 9.0));
        let dash = Dash::new(1.0, &[2.0, 0.5]);
        let mut by_next = Vec::new();
        let mut dashed = path.elements().dashed(&dash);
        while let Some(element) = dashed.next() {
            by_next.push(element);
        }
        let mut by_fold = Vec::new();
        path.elements().dashed(&dash).for_each(|e| by_fold.push(e));
        assert_eq!(by_next, by_fold);
        assert!(by_next.len() > 10);
    }
}
