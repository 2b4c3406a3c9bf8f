//! The frame of every stage that reshapes whole subpaths.
//!
//! A stage such as a stroke needs to see a subpath to its end before it can say anything about
//! it. Here is the waiting; what the stage does with a subpath is its [`Reshape`], a plain
//! function that can be tested alone.

use crate::path::PathEl;
use crate::path::expand::{Expand, fold_through};
use crate::path::subpath::{Merge, Subpath, SubpathReader};

/// What a stage makes of one subpath of straight segments.
pub(crate) trait Reshape {
    /// Which vertices the stage wants to see.
    fn merge(&self) -> Merge {
        Merge::Coincident
    }

    /// Hands the elements that replace a subpath to `sink`.
    fn reshape(&self, subpath: &mut Subpath, sink: &mut impl FnMut(PathEl));
}

/// A stream of elements with every subpath sent through a stage.
///
/// Every adaptor of [`PathIterator`](crate::PathIterator) that needs whole subpaths is one of
/// these. An element with a non-finite coordinate is dropped and ends its subpath; curves are
/// taken as their chords.
#[derive(Clone, Debug)]
pub struct Reshaped<I, R> {
    elements: I,
    stage: R,
    reader: SubpathReader,
    /// Elements being handed out by `next`.
    pending: std::vec::IntoIter<PathEl>,
    done: bool,
}

impl<I, R> Reshaped<I, R> {
    pub(crate) fn new(elements: I, stage: R) -> Self
    where
        R: Reshape,
    {
        Self {
            elements,
            reader: SubpathReader::new(stage.merge()),
            stage,
            pending: Vec::new().into_iter(),
            done: false,
        }
    }

    /// Reads until a subpath has given something, or the end.
    fn refill(&mut self)
    where
        I: Iterator<Item = PathEl>,
        R: Reshape,
    {
        let mut made = Vec::new();
        while made.is_empty() && !self.done {
            let each = |s: &mut Subpath| self.stage.reshape(s, &mut |e| made.push(e));
            match self.elements.next() {
                Some(element) => self.reader.take(element, each),
                None => {
                    self.reader.finish(each);
                    self.done = true;
                }
            }
        }
        self.pending = made.into_iter();
    }

    /// The same stream with the stage changed.
    pub(crate) fn with_stage(mut self, change: impl FnOnce(&mut R)) -> Self {
        change(&mut self.stage);
        self
    }
}

impl<I: Iterator<Item = PathEl>, R: Reshape> Iterator for Reshaped<I, R> {
    type Item = PathEl;

    fn next(&mut self) -> Option<PathEl> {
        if let Some(element) = self.pending.next() {
            return Some(element);
        }
        self.refill();
        self.pending.next()
    }

    #[inline]
    fn fold<B, F: FnMut(B, PathEl) -> B>(self, init: B, f: F) -> B {
        fold_through(self, init, f)
    }
}

impl<I: Iterator<Item = PathEl>, R: Reshape> Expand for Reshaped<I, R> {
    #[inline]
    fn expand(self, sink: &mut impl FnMut(PathEl)) {
        let Self {
            elements,
            stage,
            mut reader,
            pending,
            done,
        } = self;
        pending.for_each(&mut *sink);
        if !done {
            elements.fold(
                (),
                #[inline(always)]
                |(), e| reader.take(e, |s| stage.reshape(s, sink)),
            );
            reader.finish(|s| stage.reshape(s, sink));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::geometry::Rect;
    use crate::path::{Contour, Dash, Path, PathEl, PathIterator, Place, Stroke};

    /// Collects by `next` alone, and by `fold`.
    fn both_ways(elements: impl Iterator<Item = PathEl> + Clone) -> [Vec<PathEl>; 2] {
        let mut stepped = elements.clone();
        let by_next = std::iter::from_fn(|| stepped.next()).collect();
        let by_fold = elements.fold(Vec::new(), |mut v, e| {
            v.push(e);
            v
        });
        [by_next, by_fold]
    }

    #[test]
    fn next_and_fold_give_the_same_elements() {
        let mut path = Path::polyline([(1.0, 1.0), (30.0, 5.0), (12.0, 40.0)]);
        path.close().line_to((-4.0, f64::NAN)).line_to((9.0, 9.0));
        path.line_to((20.0, 9.0)).line_to((25.0, 30.0));
        let (dash, stroke) = (Dash::new(1.0, &[2.0, 0.5]), Stroke::new(3.0));
        let (contour, clip) = (
            Contour::new(Stroke::new(4.0)),
            Rect::new(5.0, 5.0, 20.0, 20.0),
        );
        let shape = Path::circle((0.0, 0.0), 2.0);
        let of = || path.elements();
        let pairs = [
            both_ways(of().dashed(&dash)),
            both_ways(of().stroked(&stroke)),
            both_ways(of().contoured(&contour)),
            both_ways(of().smoothed(1.0)),
            both_ways(of().splined(0.1)),
            both_ways(of().segmented(1.0)),
            both_ways(of().clipped_as_polygon(clip)),
            both_ways(of().clipped_as_polyline(clip)),
            both_ways(of().marked(Place::Vertices, &shape)),
            both_ways(of().closed()),
            both_ways(of().unclosed()),
        ];
        for [by_next, by_fold] in pairs {
            assert_eq!(by_next, by_fold);
            assert!(by_next.len() > 3, "{by_next:?}");
        }
    }
}
