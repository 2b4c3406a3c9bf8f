//! Paths cut to a rectangle.
//!
//! A polyline loses what is outside and falls into pieces. A polygon stays one polygon: where it
//! leaves the rectangle its outline goes on along the sides, by way of the corners it passes
//! (Liang and Barsky, *An Analysis and Algorithm for Polygon Clipping*, 1983). The area inside is
//! the same; the outline may run along a side and back.

use crate::geometry::{ClipPlace, Point, Rect, clip_segment};
use crate::path::PathEl;
use crate::path::reshape::{Reshape, Reshaped};
use crate::path::subpath::{Merge, Subpath};

/// The adaptor behind [`PathIterator::clipped_as_polyline`](crate::PathIterator::clipped_as_polyline).
///
/// Yields open subpaths of straight segments.
pub type ClippedPolyline<I> = Reshaped<I, PolylineClipper>;

/// The adaptor behind [`PathIterator::clipped_as_polygon`](crate::PathIterator::clipped_as_polygon).
///
/// Yields closed subpaths of straight segments.
pub type ClippedPolygon<I> = Reshaped<I, PolygonClipper>;

/// Cuts polylines.
#[derive(Clone, Copy, Debug)]
pub struct PolylineClipper {
    pub(crate) rect: Rect,
}

impl Reshape for PolylineClipper {
    fn merge(&self) -> Merge {
        Merge::Nothing
    }

    fn reshape(&self, subpath: &mut Subpath, sink: &mut impl FnMut(PathEl)) {
        let closed = subpath.is_closed(3);
        let mut points = subpath.vertices().iter().map(|v| v.at);
        let Some(first) = points.next() else { return };
        let mut from = first;
        let mut down = false;
        for to in points.chain(closed.then_some(first)) {
            if let Some(part) = clip_segment(&self.rect, from, to) {
                if part.entered || !down {
                    sink(PathEl::MoveTo(part.from));
                }
                sink(PathEl::LineTo(part.to));
                down = !part.left;
            }
            from = to;
        }
    }
}

/// Cuts polygons.
#[derive(Clone, Copy, Debug)]
pub struct PolygonClipper {
    pub(crate) rect: Rect,
}

impl Reshape for PolygonClipper {
    fn merge(&self) -> Merge {
        Merge::Nothing
    }

    fn reshape(&self, subpath: &mut Subpath, sink: &mut impl FnMut(PathEl)) {
        let closed = subpath.is_closed(1);
        let vertices = subpath.vertices();
        let mut points = vertices.iter().map(|v| v.at);
        let Some(first) = points.next() else { return };
        let back = (vertices.len() > 2).then_some(first);
        let mut drawn = false;
        let mut emit = |p: Point| {
            sink(if std::mem::replace(&mut drawn, true) {
                PathEl::LineTo(p)
            } else {
                PathEl::MoveTo(p)
            });
        };
        let mut place = ClipPlace::of(&self.rect, first);
        if place.is_inside() {
            emit(first);
        }
        let mut from = first;
        for to in points.chain(back) {
            let there = ClipPlace::of(&self.rect, to);
            if place != there {
                self.pass_sides(from, to, &mut emit);
            } else if place.is_inside() {
                emit(to);
            }
            (from, place) = (to, there);
        }
        if drawn && (closed || back.is_some()) {
            sink(PathEl::Close);
        }
    }
}

impl PolygonClipper {
    /// What is left of a segment whose ends are in different places: a corner that it goes
    /// round, where it enters, where it leaves or ends.
    ///
    /// Everything is in terms of how far along the segment (0 to 1) each of the four sides is
    /// reached: first one axis is entered, then the other, then one is left.
    fn pass_sides(&self, a: Point, b: Point, emit: &mut impl FnMut(Point)) {
        let Rect { x0, y0, x1, y1 } = self.rect;
        let x = Axis::new(a.x, b.x, x0, x1);
        let y = Axis::new(a.y, b.y, y0, y1);
        let (first, second) = if x.enter < y.enter {
            (x.enter, y.enter)
        } else {
            (y.enter, x.enter)
        };
        if first > 1.0 {
            return;
        }
        if first > 0.0 {
            emit(Point::new(x.near, y.near));
        }
        if second > 1.0 {
            return;
        }
        let leave = if x.leave < y.leave { x.leave } else { y.leave };
        if second <= 0.0 && leave <= 0.0 {
            return;
        }
        if second > leave {
            return emit(if x.enter > y.enter {
                Point::new(x.near, y.far)
            } else {
                Point::new(x.far, y.near)
            });
        }
        if second > 0.0 {
            emit(if x.enter > y.enter {
                Point::new(x.near, y.at(x.enter))
            } else {
                Point::new(x.at(y.enter), y.near)
            });
        }
        emit(if leave >= 1.0 {
            b
        } else if x.leave < y.leave {
            Point::new(x.far, y.at(x.leave))
        } else {
            Point::new(x.at(y.leave), y.far)
        });
    }
}

/// A segment along one axis, and when it reaches the two sides across it.
#[derive(Clone, Copy, Debug)]
struct Axis {
    start: f64,
    way: f64,
    /// The side it comes to first, and the other.
    near: f64,
    far: f64,
    enter: f64,
    leave: f64,
}

impl Axis {
    fn new(start: f64, end: f64, low: f64, high: f64) -> Self {
        /// Stands for no way at all, in the direction out of the rectangle.
        const NONE: f64 = 1e-30;
        let way = match end - start {
            0.0 if start > low => -NONE,
            0.0 => NONE,
            way => way,
        };
        let (near, far) = if way > 0.0 { (low, high) } else { (high, low) };
        Self {
            start,
            way,
            near,
            far,
            enter: (near - start) / way,
            leave: (far - start) / way,
        }
    }

    fn at(&self, along: f64) -> f64 {
        self.start + along * self.way
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::path::{Path, PathIterator};

    const RECT: Rect = Rect {
        x0: 0.0,
        y0: 0.0,
        x1: 10.0,
        y1: 10.0,
    };

    #[test]
    fn a_polygon_around_the_rectangle_becomes_the_rectangle() {
        let around = Path::rectangle(Rect::new(-5.0, -7.0, 12.0, 99.0));
        let clipped: Path = around.elements().clipped_as_polygon(RECT).collect();
        assert_eq!(clipped.elements().area(), 100.0);
        assert_eq!(clipped.elements().bounding_box(), Some(RECT));
    }

    #[test]
    fn a_polygon_keeps_its_area_inside() {
        let triangle = Path::polygon([(5.0, -5.0), (15.0, 5.0), (5.0, 15.0)]);
        let clipped: Path = triangle.elements().clipped_as_polygon(RECT).collect();
        // The right half of the rectangle.
        assert_eq!(clipped.elements().area(), 50.0);
    }

    #[test]
    fn a_polyline_falls_into_pieces() {
        let zigzag = Path::polyline([(5.0, 5.0), (15.0, 5.0), (15.0, 8.0), (5.0, 8.0), (5.0, 9.0)]);
        let pieces: Path = zigzag.elements().clipped_as_polyline(RECT).collect();
        let mut expected = Path::polyline([(5.0, 5.0), (10.0, 5.0)]);
        expected
            .move_to((10.0, 8.0))
            .line_to((5.0, 8.0))
            .line_to((5.0, 9.0));
        assert_eq!(pieces, expected);
    }

    #[test]
    fn far_outside_nothing_is_left_of_a_polyline() {
        let far = Path::polygon([(1e300, 1e300), (2e300, 1e300), (2e300, -1e300)]);
        assert_eq!(far.elements().clipped_as_polyline(RECT).count(), 0);
    }
}
