//! The elements of a path, and the adaptors that reshape a stream of them.

use crate::geometry::{Point, Rect, Transform};
use crate::limits::{Limit, Meter};
use crate::path::clip::{PolygonClipper, PolylineClipper};
use crate::path::dash::Dasher;
use crate::path::ends::Shortener;
use crate::path::mark::Marker;
use crate::path::measure;
use crate::path::meter::Metered;
use crate::path::reshape::Reshaped;
use crate::path::segment::Segmenter;
use crate::path::smooth::Smoother;
use crate::path::spline::Spliner;
use crate::path::stroke::{Contourer, Stroker};
use crate::path::{
    ClippedPolygon, ClippedPolyline, Closed, Contour, Contoured, Dash, Dashed, Flatten, Flattened,
    Marked, Measure, Path, Place, Segmented, Shortened, Smoothed, Splined, Stroke, Stroked,
    Unclosed,
};

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
    #[inline]
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
    #[inline(always)]
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
    #[inline]
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
        Reshaped::new(self, Dasher::new(dash))
    }

    /// The outline of the path drawn with a pen, to be filled by the non-zero rule; curves are
    /// taken as straight, so flatten first. The stroke's own dashes are not applied: see
    /// [`dashed`](Self::dashed).
    fn stroked(self, stroke: &Stroke) -> Stroked<'_, Self> {
        Reshaped::new(self, Stroker::new(stroke))
    }

    /// The outline of each polygon moved outwards or inwards; curves are taken as straight, so
    /// flatten first.
    fn contoured(self, contour: &Contour) -> Contoured<'_, Self> {
        Reshaped::new(self, Contourer::new(contour))
    }

    /// The path with its corners smoothed into curves that pass through every vertex. An amount
    /// of 1 gives a smooth curve; 0 gives the corners back, and more than 1 loops. Curves of the
    /// path itself are taken as straight.
    fn smoothed(self, amount: f64) -> Smoothed<Self> {
        Reshaped::new(self, Smoother::new(amount))
    }

    /// Interpolating splines through the vertices of the path, as straight segments: so many that
    /// each spans a share `step` of the way from vertex to vertex (1/50 is a good one; no less
    /// than 1/4096, which what is not positive gives too). Smoother than
    /// [`smoothed`](Self::smoothed), but a moved vertex is felt further away.
    fn splined(self, step: f64) -> Splined<Self> {
        Reshaped::new(self, Spliner::new(step))
    }

    /// The path with its segments cut into pieces of 1 unit divided by `scale`, the last of each
    /// up to twice as long, for a transform that bends lines; curves are taken as straight, so
    /// flatten first. A segment gives some 10⁶ pieces at most.
    fn segmented(self, scale: f64) -> Segmented<Self> {
        Reshaped::new(self, Segmenter::new(scale))
    }

    /// What a rectangle leaves of each polygon: polygons again, that follow its sides where they
    /// leave it. Open subpaths are closed; curves are taken as straight, so flatten first.
    fn clipped_as_polygon(self, rect: Rect) -> ClippedPolygon<Self> {
        Reshaped::new(self, PolygonClipper { rect })
    }

    /// The pieces of each line inside a rectangle, its sides included; curves are taken as
    /// straight, so flatten first.
    fn clipped_as_polyline(self, rect: Rect) -> ClippedPolyline<Self> {
        Reshaped::new(self, PolylineClipper { rect })
    }

    /// A shape put at places along each subpath, turned so that its x axis points along it.
    ///
    /// ```
    /// use agg_core::{Arrow, Path, PathIterator, Place};
    ///
    /// let line = Path::polyline([(10.0, 10.0), (50.0, 10.0)]);
    /// let head = Arrow::new(4.0).head();
    /// let tip = line.elements().marked(Place::End, &head);
    /// assert_eq!(tip.bounding_box().unwrap().x1, 54.0);
    /// ```
    fn marked(self, place: Place, shape: &Path) -> Marked<'_, Self> {
        Reshaped::new(self, Marker::new(place, shape))
    }

    /// The path with a length taken off the end of each subpath, to make room for a marker there;
    /// curves are taken as straight, so flatten first. A subpath that is shorter goes on straight
    /// behind its start, as in AGG.
    fn shortened(self, by: f64) -> Shortened<Self> {
        Reshaped::new(self, Shortener { by })
    }

    /// The path with every subpath that has a segment closed.
    fn closed(self) -> Closed<Self> {
        Closed::new(self)
    }

    /// The path with no subpath closed: the segments back to the start are left out.
    fn unclosed(self) -> Unclosed<Self> {
        Unclosed::new(self)
    }

    /// The path with every point sent through a transform.
    fn transformed<T: Transform>(self, transform: T) -> Transformed<Self, T> {
        Transformed {
            elements: self,
            transform,
        }
    }

    /// The path up to where a limit of the meter is reached, each element counted as one of `what`:
    /// its starts as dashes, nothing as time. `None` bounds nothing and costs nothing.
    fn metered(self, meter: Option<&Meter>, what: Limit) -> Metered<Self> {
        Metered::new(self, meter, what)
    }

    /// The smallest rectangle around everything drawn, curves exactly: a control point outside
    /// them does not count. A point that is only moved to does; a non-finite one does not. `None`
    /// where there is nothing.
    fn bounding_box(self) -> Option<Rect> {
        measure::bounding_box(self)
    }

    /// The area inside, with the sign of its orientation: positive where the path turns from the
    /// x axis towards the y axis. Curves count exactly, every subpath as closed, and what is
    /// surrounded twice, twice.
    fn area(self) -> f64 {
        measure::area(self)
    }

    /// The path along its length, to find points and tangents on it.
    ///
    /// `flatten` says how closely curves are followed; the length is too short by about as large
    /// a share as the tolerance is of the curve's size.
    fn measured(self, flatten: impl Into<Flatten>) -> Measure {
        Measure::new(self.flattened(flatten))
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
        self.elements.fold(
            init,
            #[inline(always)]
            |acc, element| f(acc, element.map(|p| transform.apply(p))),
        )
    }
}
