//! The elements of a path, and the adaptors that reshape a stream of them.

use crate::geometry::{Point, Transform};
use crate::path::{Dash, Dashed, Flatten, Flattened, Stroke, Stroked};

/// One step of a path.
///
/// A segment with no current point (the first of a path, or after a non-finite point) only moves
/// to its end. After [`Close`](Self::Close) the current point is the start of the closed subpath.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PathEl {
    /// Starts a new subpath.
    MoveTo(Point),
    /// A straight segment.
    LineTo(Point),
    /// A quadratic Bézier segment: control point, end.
    QuadTo(Point, Point),
    /// A cubic Bézier segment: two control points, end.
    CurveTo(Point, Point, Point),
    /// A straight segment to the start of the subpath, joined there.
    Close,
}

impl PathEl {
    /// Where the pen stands after this element; `None` for [`Close`](Self::Close).
    #[must_use]
    pub fn end(&self) -> Option<Point> {
        match *self {
            Self::MoveTo(p) | Self::LineTo(p) | Self::QuadTo(_, p) | Self::CurveTo(_, _, p) => {
                Some(p)
            }
            Self::Close => None,
        }
    }

    /// The element with every point sent through `map`.
    #[must_use]
    #[inline]
    pub fn map(self, mut map: impl FnMut(Point) -> Point) -> Self {
        match self {
            Self::MoveTo(p) => Self::MoveTo(map(p)),
            Self::LineTo(p) => Self::LineTo(map(p)),
            Self::QuadTo(a, p) => Self::QuadTo(map(a), map(p)),
            Self::CurveTo(a, b, p) => Self::CurveTo(map(a), map(b), map(p)),
            Self::Close => Self::Close,
        }
    }

    /// Whether all its coordinates are finite.
    #[must_use]
    pub fn is_finite(&self) -> bool {
        match *self {
            Self::MoveTo(p) | Self::LineTo(p) => p.is_finite(),
            Self::QuadTo(a, p) => a.is_finite() && p.is_finite(),
            Self::CurveTo(a, b, p) => a.is_finite() && b.is_finite() && p.is_finite(),
            Self::Close => true,
        }
    }
}

/// Adaptors for any iterator of path elements.
///
/// They read in the order in which the data travels:
/// `path.elements().flattened(0.5).stroked(&stroke).transformed(map)`. Each is an ordinary
/// iterator; driven by `for_each` or `fold`, as the rasterizer drives them, they cost what a
/// hand-written loop would.
pub trait PathIterator: Iterator<Item = PathEl> + Sized {
    /// The same path with every curve replaced by segments; see [`Flatten`] for what the number
    /// bounds. A plain `f64` is a tolerance.
    fn flattened(self, options: impl Into<Flatten>) -> Flattened<Self> {
        Flattened::new(self, options.into())
    }

    /// The pieces of the path that a dash pattern keeps; curves are taken as straight, so flatten
    /// first.
    fn dashed(self, dash: &Dash) -> Dashed<'_, Self> {
        Dashed::new(self, dash)
    }

    /// The outline of the path drawn with a pen, to be filled by the non-zero rule; curves are
    /// taken as straight, so flatten first. The stroke's own dashes are not applied: see
    /// [`dashed`](Self::dashed).
    fn stroked(self, stroke: &Stroke) -> Stroked<'_, Self> {
        Stroked::new(self, stroke)
    }

    /// The path with every point sent through a transform.
    fn transformed<T: Transform>(self, transform: T) -> Transformed<Self, T> {
        Transformed {
            elements: self,
            transform,
        }
    }
}

impl<I: Iterator<Item = PathEl>> PathIterator for I {}

/// The adaptor behind [`PathIterator::transformed`].
#[derive(Clone, Debug)]
pub struct Transformed<I, T> {
    elements: I,
    transform: T,
}

impl<I: Iterator<Item = PathEl>, T: Transform> Iterator for Transformed<I, T> {
    type Item = PathEl;

    #[inline]
    fn next(&mut self) -> Option<PathEl> {
        let element = self.elements.next()?;
        Some(element.map(|p| self.transform.apply(p)))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.elements.size_hint()
    }

    #[inline]
    fn fold<B, F: FnMut(B, PathEl) -> B>(self, init: B, mut f: F) -> B {
        let transform = self.transform;
        self.elements.fold(init, |acc, element| {
            f(acc, element.map(|p| transform.apply(p)))
        })
    }
}
