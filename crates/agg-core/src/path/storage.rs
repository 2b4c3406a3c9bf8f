//! The stored path.

use crate::geometry::{Point, Rect, Transform};
use crate::path::PathEl;
use std::ops::RangeBounds;

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
    /// Where in `points` the last subpath starts.
    start: usize,
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

impl Verb {
    /// How many points its element has.
    fn points(self) -> usize {
        match self {
            Self::Move | Self::Line => 1,
            Self::Quad => 2,
            Self::Cubic => 3,
            Self::Close => 0,
        }
    }
}

impl Path {
    /// A path with nothing in it.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            verbs: Vec::new(),
            points: Vec::new(),
            start: 0,
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
            (false, PathEl::MoveTo(p)) => {
                self.start = self.points.len();
                self.store(Verb::Move, [p]);
            }
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

    /// Hands on the elements, straight segments that follow each other together.
    #[inline(always)]
    pub(crate) fn for_each_run(&self, mut visit: impl FnMut(Run<'_>)) {
        let mut elements = self.elements();
        let mut verbs = self.verbs.as_slice();
        while let [verb, rest @ ..] = verbs {
            verbs = rest;
            match verb {
                Verb::Line => {
                    let more = rest.iter().take_while(|&&verb| verb == Verb::Line).count();
                    let Some((ends, points)) = elements.points.split_at_checked(more + 1) else {
                        return;
                    };
                    (verbs, elements.points) = (rest.get(more..).unwrap_or_default(), points);
                    visit(Run::Lines(ends));
                }
                Verb::Quad => match elements.next_points() {
                    Some([a, p]) => visit(Run::Element(PathEl::QuadTo(a, p))),
                    None => return,
                },
                Verb::Cubic => match elements.next_points() {
                    Some([a, b, p]) => visit(Run::Element(PathEl::CurveTo(a, b, p))),
                    None => return,
                },
                Verb::Move => match elements.next_points() {
                    Some([p]) => visit(Run::Element(PathEl::MoveTo(p))),
                    None => return,
                },
                Verb::Close => visit(Run::Element(PathEl::Close)),
            }
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
        self.start = 0;
    }

    /// Where the next segment starts: the end of the last one, or the start of a subpath that has
    /// been closed. `None` for an empty path.
    #[must_use]
    pub fn current_point(&self) -> Option<Point> {
        match self.verbs.last()? {
            Verb::Close => self.points.get(self.start).copied(),
            _ => self.points.last().copied(),
        }
    }

    /// The last element.
    pub(crate) fn last_element(&self) -> Option<PathEl> {
        let verbs = self
            .verbs
            .split_at_checked(self.verbs.len().checked_sub(1)?)?;
        let points = self.points.len().checked_sub(verbs.1.first()?.points())?;
        Elements {
            verbs: verbs.1.iter(),
            points: self.points.get(points..)?,
        }
        .next()
    }

    /// The subpaths, each as elements that begin with a move: also where one goes on from a
    /// closed one without any.
    ///
    /// ```
    /// use agg_core::Path;
    ///
    /// let path: Path = "M0 0L1 1ZL2 2M5 5".parse()?;
    /// let parts: Vec<String> = path.subpaths().map(|s| s.collect::<Path>().to_svg()).collect();
    /// assert_eq!(parts, ["M0 0L1 1Z", "M0 0L2 2", "M5 5"]);
    /// # Ok::<(), agg_core::Error>(())
    /// ```
    #[must_use]
    pub fn subpaths(&self) -> Subpaths<'_> {
        Subpaths {
            verbs: &self.verbs,
            points: &self.points,
            start: None,
        }
    }

    /// Changes the points of some elements.
    pub(crate) fn map_points(
        &mut self,
        elements: impl RangeBounds<usize>,
        mut map: impl FnMut(Point) -> Point,
    ) {
        let mut at = 0;
        for (i, verb) in self.verbs.iter().enumerate() {
            let end = at + verb.points();
            if elements.contains(&i) {
                let points = self.points.get_mut(at..end).unwrap_or_default();
                points.iter_mut().for_each(|p| *p = map(*p));
            }
            at = end;
        }
    }

    /// Sends every point through a transform.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "transforms are small, and reads like `transformed`"
    )]
    pub fn transform(&mut self, transform: impl Transform) {
        for point in &mut self.points {
            *point = transform.apply(*point);
        }
    }

    /// The rectangle around all finite points, control points too: it holds the path, and may be
    /// larger than it; see [`bounding_box`](crate::PathIterator::bounding_box) for the exact one. `None` for a path without a finite point.
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
    fn next_points<const N: usize>(&mut self) -> Option<[Point; N]> {
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
            Verb::Move => self.next_points().map(|[p]| PathEl::MoveTo(p))?,
            Verb::Line => self.next_points().map(|[p]| PathEl::LineTo(p))?,
            Verb::Quad => self.next_points().map(|[a, p]| PathEl::QuadTo(a, p))?,
            Verb::Cubic => self
                .next_points()
                .map(|[a, b, p]| PathEl::CurveTo(a, b, p))?,
            Verb::Close => PathEl::Close,
        })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.verbs.size_hint()
    }

    /// A call for each kind of element, each of which the compiler makes ready for its kind.
    #[inline]
    fn fold<B, F: FnMut(B, PathEl) -> B>(mut self, init: B, mut f: F) -> B {
        let mut folded = init;
        while let Some(verb) = self.verbs.next() {
            folded = match verb {
                Verb::Line => match self.next_points() {
                    Some([p]) => f(folded, PathEl::LineTo(p)),
                    None => break,
                },
                Verb::Quad => match self.next_points() {
                    Some([a, p]) => f(folded, PathEl::QuadTo(a, p)),
                    None => break,
                },
                Verb::Cubic => match self.next_points() {
                    Some([a, b, p]) => f(folded, PathEl::CurveTo(a, b, p)),
                    None => break,
                },
                Verb::Move => match self.next_points() {
                    Some([p]) => f(folded, PathEl::MoveTo(p)),
                    None => break,
                },
                Verb::Close => f(folded, PathEl::Close),
            };
        }
        folded
    }
}

impl ExactSizeIterator for Elements<'_> {}

/// Elements of a [`Path`] that can be worked on together.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Run<'a> {
    /// The ends of straight segments, one after the other.
    Lines(&'a [Point]),
    /// One element of another kind.
    Element(PathEl),
}

/// The subpaths of a [`Path`]; see [`Path::subpaths`].
#[derive(Clone, Debug)]
pub struct Subpaths<'a> {
    verbs: &'a [Verb],
    points: &'a [Point],
    /// Where the subpath before started.
    start: Option<Point>,
}

impl<'a> Iterator for Subpaths<'a> {
    type Item = std::iter::Chain<std::option::IntoIter<PathEl>, Elements<'a>>;

    fn next(&mut self) -> Option<Self::Item> {
        let (first, rest) = self.verbs.split_first()?;
        let length = match first {
            Verb::Close => 1,
            _ => {
                1 + rest
                    .iter()
                    .position(|v| matches!(v, Verb::Move | Verb::Close))
                    .map_or(rest.len(), |i| {
                        i + usize::from(rest.get(i) == Some(&Verb::Close))
                    })
            }
        };
        let (verbs, later) = self.verbs.split_at_checked(length)?;
        let count = verbs.iter().map(|v| v.points()).sum();
        let (points, later_points) = self.points.split_at_checked(count)?;
        let implied = match first {
            Verb::Move => {
                self.start = points.first().copied();
                None
            }
            _ => self.start.map(PathEl::MoveTo),
        };
        (self.verbs, self.points) = (later, later_points);
        let verbs = verbs.iter();
        Some(implied.into_iter().chain(Elements { verbs, points }))
    }
}

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
