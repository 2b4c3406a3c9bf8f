//! The stages that matplotlib puts between a path and its pen, each a small machine that takes
//! one element and hands on none, one or several.
//!
//! ```text
//!  elements ─► transformed ─► NanRemoval ─► Clip ─► Snap ─► Simplify ─► flattened ─► Sketch ─► pen
//! ```
//!
//! A [`Stage`] knows nothing of iterators; [`Staged`] makes an iterator of any of them. Driven by
//! `for_each`, as the rasterizer drives it, a chain of stages is one loop over the source without
//! a queue; driven by `next`, what an element gave is queued until it is asked for. No stage keeps
//! more than a few points, so data of any length streams through.

mod clip;
mod nan;
mod simplify;
mod sketch;
mod snap;
mod visible;

pub use clip::Clip;
pub use nan::NanRemoval;
pub use simplify::Simplify;
pub use sketch::{Sketch, Sketching};
pub(crate) use snap::is_straight;
pub use snap::{Snap, SnapTo, is_rectilinear};
pub(crate) use visible::Visible;

use agg_core::PathEl;
use agg_core::path::{Expand, fold_through};
use std::collections::VecDeque;

/// A machine that turns a stream of path elements into another.
pub trait Stage {
    /// Takes one element and hands what it gives to `sink`.
    fn take(&mut self, element: PathEl, sink: &mut impl FnMut(PathEl));

    /// Hands on what was held back, when the path is over.
    fn finish(&mut self, sink: &mut impl FnMut(PathEl)) {
        let _ = sink;
    }
}

/// A stage that may be switched off: `None` hands every element on as it is.
impl<S: Stage> Stage for Option<S> {
    #[inline]
    fn take(&mut self, element: PathEl, sink: &mut impl FnMut(PathEl)) {
        match self {
            Some(stage) => stage.take(element, sink),
            None => sink(element),
        }
    }

    fn finish(&mut self, sink: &mut impl FnMut(PathEl)) {
        if let Some(stage) = self {
            stage.finish(sink);
        }
    }
}

/// Sends any iterator of path elements through stages.
pub trait Stages: Iterator<Item = PathEl> + Sized {
    /// The path after one stage.
    ///
    /// ```
    /// use agg_core::{Path, Rect};
    /// use agg_plot::stage::{Clip, Stages};
    ///
    /// let line = Path::polyline([(-50.0, 5.0), (50.0, 5.0)]);
    /// let inside = line.elements().through(Clip::new(Rect::new(0.0, 0.0, 10.0, 10.0)));
    /// assert!(inside.eq(Path::polyline([(0.0, 5.0), (10.0, 5.0)]).elements()));
    /// ```
    fn through<S: Stage>(self, stage: S) -> Staged<Self, S> {
        Staged {
            elements: self,
            stage,
            queue: VecDeque::new(),
            over: false,
        }
    }
}

impl<I: Iterator<Item = PathEl>> Stages for I {}

/// The adaptor behind [`Stages::through`].
#[derive(Clone, Debug)]
pub struct Staged<I, S> {
    elements: I,
    stage: S,
    /// What the last element gave and `next` has not handed out yet.
    queue: VecDeque<PathEl>,
    over: bool,
}

impl<I: Iterator<Item = PathEl>, S: Stage> Iterator for Staged<I, S> {
    type Item = PathEl;

    fn next(&mut self) -> Option<PathEl> {
        while self.queue.is_empty() && !self.over {
            let queue = &mut self.queue;
            match self.elements.next() {
                Some(element) => self.stage.take(element, &mut |e| queue.push_back(e)),
                None => {
                    self.stage.finish(&mut |e| queue.push_back(e));
                    self.over = true;
                }
            }
        }
        self.queue.pop_front()
    }

    #[inline]
    fn fold<B, F: FnMut(B, PathEl) -> B>(self, init: B, f: F) -> B {
        fold_through(self, init, f)
    }
}

impl<I: Iterator<Item = PathEl>, S: Stage> Expand for Staged<I, S> {
    #[inline]
    fn expand(self, sink: &mut impl FnMut(PathEl)) {
        let Self {
            elements,
            mut stage,
            queue,
            over,
        } = self;
        queue.into_iter().for_each(&mut *sink);
        if !over {
            elements.for_each(|element| stage.take(element, sink));
            stage.finish(sink);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use agg_core::{Path, Rect};

    /// Hands on every element twice, and one more at the end.
    struct Doubling;

    impl Stage for Doubling {
        fn take(&mut self, element: PathEl, sink: &mut impl FnMut(PathEl)) {
            sink(element);
            sink(element);
        }

        fn finish(&mut self, sink: &mut impl FnMut(PathEl)) {
            sink(PathEl::Close);
        }
    }

    #[test]
    fn next_and_fold_give_the_same_elements() {
        let path = Path::polyline([(1.0, 2.0), (3.0, 4.0)]);
        let mut staged = path.elements().through(Doubling);
        let by_next: Vec<PathEl> = std::iter::from_fn(|| staged.next()).collect();
        let mut by_fold = Vec::new();
        path.elements()
            .through(Doubling)
            .for_each(|e| by_fold.push(e));
        assert_eq!(by_next.len(), 5);
        assert_eq!(by_next, by_fold);
    }

    #[test]
    fn fold_goes_on_where_next_stopped() {
        let path = Path::polyline([(1.0, 2.0), (3.0, 4.0)]);
        let mut staged = path.elements().through(Doubling);
        assert!(staged.next().is_some());
        assert_eq!(staged.fold(0, |n, _| n + 1), 4);
    }

    #[test]
    fn a_stage_that_is_off_changes_nothing() {
        let path = Path::polyline([(-9.0, 2.0), (30.0, 4.0)]);
        let clip: Option<Clip> = None;
        assert!(path.elements().through(clip).eq(path.elements()));
        let clip = Some(Clip::new(Rect::new(0.0, 0.0, 5.0, 5.0)));
        assert!(!path.elements().through(clip).eq(path.elements()));
    }
}
