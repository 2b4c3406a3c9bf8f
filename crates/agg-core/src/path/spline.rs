//! Interpolating splines along a path: one natural cubic spline for x and one for y, over the
//! index of the vertex.

use crate::geometry::{Point, Spline};
use crate::path::PathEl;
use crate::path::reshape::{Reshape, Reshaped};
use crate::path::subpath::{Merge, Subpath};

/// The adaptor behind [`PathIterator::splined`](crate::PathIterator::splined).
///
/// Yields straight segments.
pub type Splined<I> = Reshaped<I, Spliner>;

/// How finely splines are sampled.
#[derive(Clone, Copy, Debug)]
pub struct Spliner {
    step: f64,
}

impl Spliner {
    pub(crate) fn new(step: f64) -> Self {
        /// So fine that nothing finer can be seen, and so coarse that no sum of steps stalls.
        const FINEST: f64 = 1.0 / 4096.0;
        let step = if step.is_nan() { 1.0 / 50.0 } else { step };
        Self {
            step: step.max(FINEST),
        }
    }

    /// The step for so many vertices: no subpath gives more than some 10⁶ points.
    fn step_for(&self, vertices: usize) -> f64 {
        const MOST_POINTS: f64 = 1_048_576.0;
        self.step.max(vertices as f64 / MOST_POINTS)
    }
}

/// How many vertices of the other end continue a closed subpath beyond each of its ends, so that
/// the seam is as smooth as the rest.
const OVERLAP: usize = 4;

impl Reshape for Spliner {
    fn merge(&self) -> Merge {
        Merge::Nothing
    }

    fn reshape(&self, subpath: &mut Subpath, sink: &mut impl FnMut(PathEl)) {
        let closed = subpath.is_closed(3);
        let vertices = subpath.vertices();
        let n = vertices.len();
        let overlap = if closed { OVERLAP } else { 0 };
        let knots =
            (0..n + 2 * overlap).map(|i| (i as f64, vertices[(i + 2 * n - overlap) % n].at));
        let splines = (
            Spline::new(knots.clone().map(|(t, p)| (t, p.x))),
            Spline::new(knots.map(|(t, p)| (t, p.y))),
        );
        let (Some(x), Some(y)) = splines else {
            return straight(subpath, sink);
        };
        let end = (n - 1 + overlap + usize::from(closed)) as f64;
        let mut t = overlap as f64;
        let step = self.step_for(n);
        let (mut in_x, mut in_y) = (None, None);
        let mut to: fn(Point) -> PathEl = PathEl::MoveTo;
        while t < end {
            sink(to(Point::new(
                x.at_from(t, &mut in_x),
                y.at_from(t, &mut in_y),
            )));
            to = PathEl::LineTo;
            t += step;
        }
        match vertices {
            [.., last] if !closed => sink(PathEl::LineTo(last.at)),
            _ => sink(PathEl::Close),
        }
    }
}

/// A line of one segment, or a point.
fn straight(subpath: &Subpath, sink: &mut impl FnMut(PathEl)) {
    if let [first, second] = subpath.vertices() {
        sink(PathEl::MoveTo(first.at));
        sink(PathEl::LineTo(second.at));
    }
}

#[cfg(test)]
mod tests {
    use crate::path::{Path, PathEl, PathIterator};

    #[test]
    fn a_spline_passes_through_every_vertex() {
        let line = Path::polyline([(0.0, 0.0), (10.0, 20.0), (30.0, -5.0), (40.0, 0.0)]);
        let smooth: Path = line.elements().splined(0.25).collect();
        assert_eq!(smooth.len(), 13);
        for (i, vertex) in line.points().iter().enumerate() {
            assert!(smooth.points()[4 * i].distance(*vertex) < 1e-12);
        }
    }

    #[test]
    fn steps_that_mean_nothing_stay_bounded() {
        let line = Path::polyline([(0.0, 0.0), (10.0, 20.0), (30.0, -5.0)]);
        for step in [f64::NAN, 0.0, -1.0, 1e-300] {
            assert!(line.elements().splined(step).count() < 10_000);
        }
        assert_eq!(line.elements().splined(f64::INFINITY).count(), 2);
    }

    #[test]
    fn two_points_stay_a_segment() {
        let line = Path::polygon([(0.0, 0.0), (10.0, 20.0)]);
        let smooth: Vec<PathEl> = line.elements().splined(0.1).collect();
        assert_eq!(smooth.len(), 2);
    }
}
