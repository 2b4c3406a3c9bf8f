//! Corners to curves: cubics through the vertices of a polygon.
//!
//! Each vertex gets a tangent, parallel to the line between two points that divide the distances
//! to its neighbours' neighbours; the control points lie along it, the further the longer their
//! segment. Source: Maxim Shemanarev, *Interpolation with Bezier Curves* (2005).

use crate::geometry::Point;
use crate::path::PathEl;
use crate::path::reshape::{Reshape, Reshaped};
use crate::path::subpath::{Subpath, Vertex};

/// The adaptor behind [`PathIterator::smoothed`](crate::PathIterator::smoothed).
///
/// Yields curves: flatten after it.
pub type Smoothed<I> = Reshaped<I, Smoother>;

/// How far control points are from their vertices.
#[derive(Clone, Copy, Debug)]
pub struct Smoother {
    amount: f64,
}

impl Smoother {
    /// 1 is a smooth curve, 0 the polygon itself.
    pub(crate) fn new(amount: f64) -> Self {
        Self {
            amount: amount * 0.5,
        }
    }

    /// The control points of the segment b → c, given the vertices around it.
    fn controls(&self, [a, b, c, d]: [Vertex; 4]) -> (Point, Point) {
        let k1 = a.length / (a.length + b.length);
        let k2 = b.length / (b.length + c.length);
        let middle1 = a.at + (c.at - a.at) * k1;
        let middle2 = b.at + (d.at - b.at) * k2;
        (
            b.at + (c.at - middle1) * self.amount,
            c.at + (b.at - middle2) * self.amount,
        )
    }
}

impl Reshape for Smoother {
    fn reshape(&self, subpath: &mut Subpath, sink: &mut impl FnMut(PathEl)) {
        let vertices = subpath.vertices();
        let n = vertices.len();
        let closed = subpath.is_closed(3);
        let [first, .., last] = vertices else {
            return;
        };
        sink(PathEl::MoveTo(first.at));
        if n == 2 {
            return sink(PathEl::LineTo(last.at));
        }
        for i in 0..n - usize::from(!closed) {
            let at = |step: usize| vertices[(i + step) % n];
            let around = [at(n - 1), at(0), at(1), at(2)];
            let (control1, control2) = self.controls(around);
            let end = at(1).at;
            // The ends of an open line have a tangent on one side only.
            sink(if closed || (i > 0 && i + 2 < n) {
                PathEl::CurveTo(control1, control2, end)
            } else if i == 0 {
                PathEl::QuadTo(control2, end)
            } else {
                PathEl::QuadTo(control1, end)
            });
        }
        if closed {
            sink(PathEl::Close);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::path::{Path, PathEl, PathIterator};

    #[test]
    fn a_square_becomes_nearly_a_circle() {
        let square = Path::polygon([(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0)]);
        let smooth: Path = square.elements().smoothed(1.1).collect();
        assert_eq!(smooth.len(), 6);
        let radii = smooth.elements().flattened(0.001).filter_map(|e| e.end());
        for radius in radii.map(|p| p.distance((0.0, 0.0).into())) {
            assert!((radius - 1.0).abs() < 0.01, "{radius}");
        }
    }

    #[test]
    fn an_open_line_ends_in_quadratics() {
        let line = Path::polyline([(0.0, 0.0), (5.0, 5.0), (10.0, 0.0), (15.0, 5.0)]);
        let smooth: Vec<PathEl> = line.elements().smoothed(1.0).collect();
        assert!(matches!(
            smooth.as_slice(),
            [
                PathEl::MoveTo(_),
                PathEl::QuadTo(..),
                PathEl::CurveTo(..),
                PathEl::QuadTo(..)
            ]
        ));
    }

    #[test]
    fn an_amount_of_zero_keeps_the_corners() {
        let line = Path::polygon([(0.0, 0.0), (5.0, 5.0), (10.0, 0.0)]);
        for curve in line.elements().smoothed(0.0).skip(1) {
            if let PathEl::CurveTo(_, control2, end) = curve {
                assert_eq!(control2, end);
            }
        }
    }
}
