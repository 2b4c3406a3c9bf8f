//! The stored path.

use crate::geometry::{Point, Rect, Transform};
use crate::path::PathEl;

/// A sequence of subpaths, each of straight, quadratic and cubic segments.
///
/// Coordinates are kept as given, non-finite ones too: what they mean is decided where the path
/// is used (they break it there). A segment added before any [`move_to`](Self::move_to) only
/// moves to its end.
///
/// ```
/// use agg_core::{Path, PathEl};
///
/// let mut path = Path::new();
/// path.move_to((10.0, 10.0)).line_to((20.0, 10.0)).close();
/// assert_eq!(path.elements().last(), Some(PathEl::Close));
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Path {
    verbs: Vec<Verb>,
    points: Vec<Point>,
}

/// What an element is, apart from its points: one byte an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verb {
    Move,
    Line,
    Quad,
    Cubic,
    Close,
}

impl Path {
    /// A path with nothing in it.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            verbs: Vec::new(),
            points: Vec::new(),
        }
    }

    /// The open polyline through points, in order; empty without any.
    ///
    /// ```
    /// use agg_core::Path;
    ///
    /// let path = Path::polyline([(0.0, 0.0), (10.0, 5.0), (20.0, 0.0)]);
    /// assert_eq!(path.elements().count(), 3);
    /// ```
    #[must_use]
    pub fn polyline<P: Into<Point>>(points: impl IntoIterator<Item = P>) -> Self {
        let mut path = Self::new();
        for point in points {
            path.line_to(point);
        }
        path
    }

    /// The closed polygon through points, in order; empty without any.
    #[must_use]
    pub fn polygon<P: Into<Point>>(points: impl IntoIterator<Item = P>) -> Self {
        let mut path = Self::polyline(points);
        path.close();
        path
    }

    /// Starts a new subpath at a point.
    pub fn move_to(&mut self, point: impl Into<Point>) -> &mut Self {
        self.push(PathEl::MoveTo(point.into()))
    }

    /// Adds a straight segment.
    pub fn line_to(&mut self, point: impl Into<Point>) -> &mut Self {
        self.push(PathEl::LineTo(point.into()))
    }

    /// Adds a quadratic Bézier segment.
    pub fn quad_to(&mut self, control: impl Into<Point>, end: impl Into<Point>) -> &mut Self {
        self.push(PathEl::QuadTo(control.into(), end.into()))
    }

    /// Adds a cubic Bézier segment.
    pub fn cubic_to(
        &mut self,
        control1: impl Into<Point>,
        control2: impl Into<Point>,
        end: impl Into<Point>,
    ) -> &mut Self {
        self.push(PathEl::CurveTo(
            control1.into(),
            control2.into(),
            end.into(),
        ))
    }

    /// Closes the current subpath; does nothing on an empty path.
    pub fn close(&mut self) -> &mut Self {
        self.push(PathEl::Close)
    }

    /// Adds one element.
    pub fn push(&mut self, element: PathEl) -> &mut Self {
        match (self.verbs.is_empty(), element) {
            (true, PathEl::Close) => return self,
            (true, segment) => {
                self.verbs.push(Verb::Move);
                self.points.extend(segment.end());
            }
            (false, PathEl::MoveTo(p)) => self.store(Verb::Move, [p]),
            (false, PathEl::LineTo(p)) => self.store(Verb::Line, [p]),
            (false, PathEl::QuadTo(a, p)) => self.store(Verb::Quad, [a, p]),
            (false, PathEl::CurveTo(a, b, p)) => self.store(Verb::Cubic, [a, b, p]),
            (false, PathEl::Close) => self.verbs.push(Verb::Close),
        }
        self
    }

    fn store<const N: usize>(&mut self, verb: Verb, points: [Point; N]) {
        self.verbs.push(verb);
        self.points.extend(points);
    }

    /// The elements, in order.
    #[must_use]
    pub fn elements(&self) -> Elements<'_> {
        Elements {
            verbs: self.verbs.iter(),
            points: &self.points,
        }
    }

    /// Every point stored, control points too, in order.
    #[must_use]
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// How many elements there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.verbs.len()
    }

    /// Whether there is no element.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.verbs.is_empty()
    }

    /// Removes every element and keeps the memory.
    pub fn clear(&mut self) {
        self.verbs.clear();
        self.points.clear();
    }

    /// Sends every point through a transform.
    pub fn transform(&mut self, transform: impl Transform) {
        for point in &mut self.points {
            *point = transform.apply(*point);
        }
    }

    /// The rectangle around all finite points, control points too: it holds the path, and may be
    /// larger than it. `None` for a path without a finite point.
    #[must_use]
    pub fn control_box(&self) -> Option<Rect> {
        Rect::bounding(self.points.iter().copied())
    }
}

impl Extend<PathEl> for Path {
    fn extend<I: IntoIterator<Item = PathEl>>(&mut self, elements: I) {
        elements.into_iter().for_each(|element| {
            self.push(element);
        });
    }
}

impl FromIterator<PathEl> for Path {
    fn from_iter<I: IntoIterator<Item = PathEl>>(elements: I) -> Self {
        let mut path = Self::new();
        path.extend(elements);
        path
    }
}

impl<'a> IntoIterator for &'a Path {
    type Item = PathEl;
    type IntoIter = Elements<'a>;
    fn into_iter(self) -> Elements<'a> {
        self.elements()
    }
}

/// The elements of a [`Path`], in order.
#[derive(Clone, Debug)]
pub struct Elements<'a> {
    verbs: std::slice::Iter<'a, Verb>,
    points: &'a [Point],
}

impl Elements<'_> {
    #[inline]
    fn take<const N: usize>(&mut self) -> Option<[Point; N]> {
        let (points, rest) = self.points.split_first_chunk::<N>()?;
        self.points = rest;
        Some(*points)
    }
}

impl Iterator for Elements<'_> {
    type Item = PathEl;

    #[inline]
    fn next(&mut self) -> Option<PathEl> {
        Some(match self.verbs.next()? {
            Verb::Move => self.take().map(|[p]| PathEl::MoveTo(p))?,
            Verb::Line => self.take().map(|[p]| PathEl::LineTo(p))?,
            Verb::Quad => self.take().map(|[a, p]| PathEl::QuadTo(a, p))?,
            Verb::Cubic => self.take().map(|[a, b, p]| PathEl::CurveTo(a, b, p))?,
            Verb::Close => PathEl::Close,
        })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.verbs.size_hint()
    }
}

impl ExactSizeIterator for Elements<'_> {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_come_back_as_they_were_pushed() {
        let pushed = [
            PathEl::MoveTo((1.0, 2.0).into()),
            PathEl::QuadTo((3.0, 4.0).into(), (5.0, 6.0).into()),
            PathEl::CurveTo(
                (7.0, 8.0).into(),
                (9.0, 10.0).into(),
                (f64::NAN, 12.0).into(),
            ),
            PathEl::Close,
            PathEl::LineTo((0.0, -1.0).into()),
        ];
        let path: Path = pushed.into_iter().collect();
        assert_eq!(
            format!("{:?}", path.elements().collect::<Vec<_>>()),
            format!("{pushed:?}")
        );
    }

    #[test]
    fn a_segment_before_any_move_only_moves() {
        let mut path = Path::new();
        path.close().quad_to((1.0, 1.0), (2.0, 3.0));
        assert_eq!(
            path.elements().collect::<Vec<_>>(),
            [PathEl::MoveTo((2.0, 3.0).into())]
        );
    }
}
