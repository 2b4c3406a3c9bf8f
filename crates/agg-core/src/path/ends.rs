//! Subpaths closed, opened and shortened.

use crate::geometry::Point;
use crate::path::PathEl;
use crate::path::reshape::{Reshape, Reshaped};
use crate::path::subpath::{Pen, Step, Subpath};

/// The adaptor behind [`PathIterator::shortened`](crate::PathIterator::shortened).
///
/// Yields straight segments.
pub type Shortened<I> = Reshaped<I, Shortener>;

/// What is taken off the end of each subpath.
#[derive(Clone, Copy, Debug)]
pub struct Shortener {
    pub(crate) by: f64,
}

impl Reshape for Shortener {
    fn reshape(&self, subpath: &mut Subpath, sink: &mut impl FnMut(PathEl)) {
        subpath.shorten(self.by);
        subpath.emit(sink);
    }
}

/// The adaptor behind [`PathIterator::closed`](crate::PathIterator::closed).
#[derive(Clone, Debug)]
pub struct Closed<I> {
    elements: I,
    pen: Pen,
    /// Whether the subpath has a segment and is not closed.
    open: bool,
    /// What comes after a `Close` that was put in.
    pending: Option<PathEl>,
}

impl<I> Closed<I> {
    pub(crate) fn new(elements: I) -> Self {
        Self {
            elements,
            pen: Pen::default(),
            open: false,
            pending: None,
        }
    }

    /// Ends the subpath: what is due first, before `then`.
    fn end(&mut self, then: Option<PathEl>) -> Option<PathEl> {
        if std::mem::take(&mut self.open) {
            self.pending = then;
            Some(PathEl::Close)
        } else {
            then
        }
    }
}

impl<I: Iterator<Item = PathEl>> Iterator for Closed<I> {
    type Item = PathEl;

    fn next(&mut self) -> Option<PathEl> {
        if let Some(element) = self.pending.take() {
            return Some(element);
        }
        loop {
            let Some(element) = self.elements.next() else {
                return self.end(None);
            };
            let due = match self.pen.step(element) {
                Step::Segment(_, segment) => {
                    self.open = true;
                    Some(segment)
                }
                Step::Start(p) => self.end(Some(PathEl::MoveTo(p))),
                Step::Close => {
                    self.open = false;
                    Some(PathEl::Close)
                }
                Step::Lift => self.end(None),
            };
            if due.is_some() {
                return due;
            }
        }
    }
}

/// The adaptor behind [`PathIterator::unclosed`](crate::PathIterator::unclosed).
#[derive(Clone, Debug)]
pub struct Unclosed<I> {
    elements: I,
    pen: Pen,
    /// Whether a `Close` was left out and the pen is to go back to the start.
    dropped: bool,
    pending: Option<PathEl>,
}

impl<I> Unclosed<I> {
    pub(crate) fn new(elements: I) -> Self {
        Self {
            elements,
            pen: Pen::default(),
            dropped: false,
            pending: None,
        }
    }

    fn segment(&mut self, from: Point, segment: PathEl) -> PathEl {
        if std::mem::take(&mut self.dropped) {
            self.pending = Some(segment);
            PathEl::MoveTo(from)
        } else {
            segment
        }
    }
}

impl<I: Iterator<Item = PathEl>> Iterator for Unclosed<I> {
    type Item = PathEl;

    fn next(&mut self) -> Option<PathEl> {
        if let Some(element) = self.pending.take() {
            return Some(element);
        }
        loop {
            match self.pen.step(self.elements.next()?) {
                Step::Segment(from, segment) => return Some(self.segment(from, segment)),
                Step::Start(p) => {
                    self.dropped = false;
                    return Some(PathEl::MoveTo(p));
                }
                Step::Close => self.dropped = true,
                Step::Lift => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::path::{Path, PathEl, PathIterator};

    fn written(elements: impl Iterator<Item = PathEl>) -> String {
        elements.collect::<Path>().to_svg()
    }

    #[test]
    fn every_open_subpath_with_a_segment_is_closed() {
        let path: Path = "M1 1L2 2M3 3M4 4L5 5Z L6 6M7 7Q8 8 9 9".parse().unwrap();
        assert_eq!(
            written(path.elements().closed()),
            "M1 1L2 2ZM3 3M4 4L5 5ZL6 6ZM7 7Q8 8 9 9Z"
        );
    }

    #[test]
    fn shortening_leaves_the_start() {
        let path: Path = "M0 0L10 0L10 4M5 5L6 5".parse().unwrap();
        let ends = path.elements().shortened(6.0);
        assert_eq!(written(ends), "M0 0L8 0M5 5L0 5");
    }

    #[test]
    fn opening_loses_the_closing_segment_only() {
        let path: Path = "M1 1L2 2L3 1ZL0 0M5 5L6 6Z".parse().unwrap();
        assert_eq!(
            written(path.elements().unclosed()),
            "M1 1L2 2L3 1M1 1L0 0M5 5L6 6"
        );
    }
}
