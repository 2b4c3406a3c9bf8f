//! Where paths come from.

use agg_core::path::{Expand, fold_through};
use agg_core::{Path, PathEl, Point};

/// Something that yields the elements of a path, again and again.
///
/// A drawing call asks several times (to see whether the path can be snapped, to fill it, to
/// stroke it), so nothing needs to be stored in between: data columns of any length stream from
/// where they are.
pub trait PathSource {
    /// The elements from the start. The first should be a move.
    fn elements(&self) -> impl Iterator<Item = PathEl>;

    /// How many vertices there are: one a point, control points included, and one a closing.
    fn vertex_count(&self) -> usize;

    /// Whether this is plain data: a move and then straight segments only. Gaps for NaN are made
    /// in another way then, see [`NanRemoval`](crate::stage::NanRemoval).
    fn is_polyline(&self) -> bool {
        false
    }

    /// The distance in pixels that simplification may move a line by, or `None` for no
    /// simplification. Only lines that are not filled are simplified.
    fn simplify_threshold(&self) -> Option<f64> {
        None
    }
}

impl<P: PathSource + ?Sized> PathSource for &P {
    fn elements(&self) -> impl Iterator<Item = PathEl> {
        (**self).elements()
    }

    fn vertex_count(&self) -> usize {
        (**self).vertex_count()
    }

    fn is_polyline(&self) -> bool {
        (**self).is_polyline()
    }

    fn simplify_threshold(&self) -> Option<f64> {
        (**self).simplify_threshold()
    }
}

/// Any source, with its type forgotten.
///
/// What a source goes through is long, and would be compiled once more for each type of source.
/// A drawing call forgets the type at its door, so that all of it is compiled once, here; that
/// costs a virtual call for each element, or where a path is driven to its end, for many.
#[derive(Clone, Copy)]
pub(crate) struct AnyPath<'a> {
    source: &'a dyn Elements,
    vertex_count: usize,
    is_polyline: bool,
    simplify_threshold: Option<f64>,
}

/// Elements of a path that can be worked on together.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Run<'a> {
    /// The ends of straight segments, one after the other.
    Lines(&'a [Point]),
    /// One element of any kind.
    Element(PathEl),
}

/// So many straight segments are handed over in one call.
const HANDFUL: usize = 64;

/// What can be walked again and again, with its type forgotten.
pub(crate) trait Elements {
    fn boxed(&self) -> Box<dyn Iterator<Item = PathEl> + '_>;

    /// Hands all elements to `sink`, straight segments a handful at a time.
    fn feed(&self, sink: &mut dyn FnMut(Run<'_>));
}

impl<P: PathSource> Elements for P {
    fn boxed(&self) -> Box<dyn Iterator<Item = PathEl> + '_> {
        Box::new(self.elements())
    }

    fn feed(&self, sink: &mut dyn FnMut(Run<'_>)) {
        in_handfuls(self.elements(), sink);
    }
}

/// Hands elements on, straight segments a handful at a time.
pub(crate) fn in_handfuls(elements: impl Iterator<Item = PathEl>, sink: &mut dyn FnMut(Run<'_>)) {
    let mut ends = [Point::ORIGIN; HANDFUL];
    let mut count = 0;
    elements.for_each(|element| {
        let PathEl::LineTo(end) = element else {
            sink(Run::Lines(ends.get(..count).unwrap_or_default()));
            count = 0;
            return sink(Run::Element(element));
        };
        if count == HANDFUL {
            sink(Run::Lines(&ends));
            count = 0;
        }
        if let Some(place) = ends.get_mut(count) {
            *place = end;
        }
        count += 1;
    });
    sink(Run::Lines(ends.get(..count).unwrap_or_default()));
}

/// The elements of what has its type forgotten.
pub(crate) struct AnyElements<'a> {
    source: &'a dyn Elements,
    /// Those that are left, once they are asked for one by one.
    rest: Option<Box<dyn Iterator<Item = PathEl> + 'a>>,
}

impl<'a> AnyElements<'a> {
    pub(crate) fn of(source: &'a dyn Elements) -> Self {
        Self { source, rest: None }
    }
}

impl Iterator for AnyElements<'_> {
    type Item = PathEl;

    fn next(&mut self) -> Option<PathEl> {
        let source = self.source;
        self.rest.get_or_insert_with(|| source.boxed()).next()
    }

    #[inline]
    fn fold<B, F: FnMut(B, PathEl) -> B>(self, init: B, f: F) -> B {
        match self.rest {
            Some(rest) => rest.fold(init, f),
            None => fold_through(self, init, f),
        }
    }
}

impl Expand for AnyElements<'_> {
    #[inline]
    fn expand(self, sink: &mut impl FnMut(PathEl)) {
        self.source.feed(&mut |run| match run {
            Run::Lines(ends) => ends.iter().for_each(|&end| sink(PathEl::LineTo(end))),
            Run::Element(element) => sink(element),
        });
    }
}

impl<'a> AnyPath<'a> {
    pub(crate) fn new<P: PathSource>(source: &'a P) -> Self {
        Self {
            source,
            vertex_count: source.vertex_count(),
            is_polyline: source.is_polyline(),
            simplify_threshold: source.simplify_threshold(),
        }
    }

    pub(crate) fn any_elements(&self) -> AnyElements<'a> {
        AnyElements::of(self.source)
    }

    /// Hands all elements to `sink`, straight segments many at a time.
    pub(crate) fn for_each_run(&self, sink: &mut dyn FnMut(Run<'_>)) {
        self.source.feed(sink);
    }
}

impl PathSource for AnyPath<'_> {
    fn elements(&self) -> impl Iterator<Item = PathEl> {
        self.any_elements()
    }

    fn vertex_count(&self) -> usize {
        self.vertex_count
    }

    fn is_polyline(&self) -> bool {
        self.is_polyline
    }

    fn simplify_threshold(&self) -> Option<f64> {
        self.simplify_threshold
    }
}

/// What can be drawn as a path whose type is forgotten.
pub(crate) trait Forget {
    fn forget(&self) -> AnyPath<'_>;
}

impl Forget for AnyPath<'_> {
    fn forget(&self) -> AnyPath<'_> {
        *self
    }
}

impl PathSource for Path {
    fn elements(&self) -> impl Iterator<Item = PathEl> {
        self.elements()
    }

    fn vertex_count(&self) -> usize {
        let closings = self.elements().filter(|e| *e == PathEl::Close).count();
        self.points().len() + closings
    }
}

/// The line through points given as two columns, without a copy.
///
/// ```
/// use agg_plot::{PathSource, Polyline};
///
/// let (x, y) = ([0.0, 1.0, 2.0], [5.0, f64::NAN, 7.0]);
/// let line = Polyline::new(&x, &y);
/// assert_eq!(line.vertex_count(), 3);
/// assert_eq!(line.simplify_threshold(), None);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Polyline<'a> {
    x: &'a [f64],
    y: &'a [f64],
    simplify_threshold: Option<f64>,
}

/// From so many points on a line is simplified: shorter ones are not worth it.
const WORTH_SIMPLIFYING: usize = 128;

/// The default distance in pixels, which cannot be seen.
const THRESHOLD: f64 = 0.111_111_111_111;

impl<'a> Polyline<'a> {
    /// The line through `(x[0], y[0])`, `(x[1], y[1])` and so on, as far as the shorter column
    /// goes. From 128 points on it is simplified by a ninth of a pixel, matplotlib's default.
    #[must_use]
    pub fn new(x: &'a [f64], y: &'a [f64]) -> Self {
        let len = x.len().min(y.len());
        let simplify_threshold = (len >= WORTH_SIMPLIFYING).then_some(THRESHOLD);
        Self {
            x,
            y,
            simplify_threshold,
        }
    }

    /// With another simplification, whatever the length.
    #[must_use]
    pub const fn with_simplify_threshold(mut self, threshold: Option<f64>) -> Self {
        self.simplify_threshold = threshold;
        self
    }
}

impl PathSource for Polyline<'_> {
    fn elements(&self) -> impl Iterator<Item = PathEl> {
        let points = self.x.iter().zip(self.y).map(|(&x, &y)| (x, y).into());
        points.enumerate().map(|(i, p)| match i {
            0 => PathEl::MoveTo(p),
            _ => PathEl::LineTo(p),
        })
    }

    fn vertex_count(&self) -> usize {
        self.x.len().min(self.y.len())
    }

    fn is_polyline(&self) -> bool {
        true
    }

    fn simplify_threshold(&self) -> Option<f64> {
        self.simplify_threshold
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_become_a_move_and_lines() {
        let line = Polyline::new(&[1.0, 2.0, 3.0], &[4.0, 5.0]);
        let expected = Path::polyline([(1.0, 4.0), (2.0, 5.0)]);
        assert!(PathSource::elements(&line).eq(expected.elements()));
        assert_eq!(line.vertex_count(), 2);
    }

    #[test]
    fn long_lines_are_simplified_and_short_ones_not() {
        let column = [0.0; 200];
        let line = |len: usize| Polyline::new(&column[..len], &column);
        assert_eq!(line(127).simplify_threshold(), None);
        assert_eq!(line(128).simplify_threshold(), Some(THRESHOLD));
        let exact = line(128).with_simplify_threshold(None);
        assert_eq!(exact.simplify_threshold(), None);
    }

    #[test]
    fn a_forgotten_source_gives_the_same_elements() {
        let column: Vec<f64> = (0..100).map(f64::from).collect();
        for count in [0, 1, 2, 63, 64, 65, 66, 100] {
            let line = Polyline::new(&column[..count], &column);
            let any = AnyPath::new(&line);
            assert!(any.elements().eq(PathSource::elements(&line)));
            let mut fed = Vec::new();
            any.elements().for_each(|element| fed.push(element));
            assert!(fed.into_iter().eq(PathSource::elements(&line)));
            let mut started = any.elements();
            started.next();
            assert_eq!(started.fold(0, |n, _| n + 1), count.saturating_sub(1));
        }
    }

    #[test]
    fn a_closing_counts_as_a_vertex() {
        let square = Path::polygon([(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]);
        assert_eq!(square.vertex_count(), 5);
    }
}
