//! Shapes placed along a path: arrowheads, ticks, dots.

use crate::geometry::number::atan2;
use crate::geometry::{Affine, Point, Transform};
use crate::path::reshape::{Reshape, Reshaped};
use crate::path::subpath::{Subpath, Vertex};
use crate::path::{Path, PathEl};

/// Where along each subpath a marker stands, and where its x axis points.
///
/// A subpath without length has no direction and no markers.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Place {
    /// At the first vertex, pointing along the line.
    Start,
    /// At the last vertex, pointing back along the line, so that one shape with its tip towards
    /// negative x serves both ends.
    End,
    /// At every vertex, pointing half way between the segments that meet there.
    Vertices,
    /// At equal distances along the line, pointing along it.
    Every {
        /// From one marker to the next.
        step: f64,
        /// From the start to the first marker.
        offset: f64,
    },
}

/// The adaptor behind [`PathIterator::marked`](crate::PathIterator::marked).
///
/// Yields the markers alone, not the line.
pub type Marked<'a, I> = Reshaped<I, Marker<'a>>;

/// A shape and where it goes.
#[derive(Clone, Copy, Debug)]
pub struct Marker<'a> {
    place: Place,
    shape: &'a Path,
}

/// A subpath gets no more markers at equal distances than this.
const MOST_MARKERS: f64 = 1_048_576.0;

impl<'a> Marker<'a> {
    pub(crate) fn new(place: Place, shape: &'a Path) -> Self {
        Self { place, shape }
    }

    fn put(&self, at: Point, direction: Point, sink: &mut impl FnMut(PathEl)) {
        let angle = atan2(direction.y, direction.x);
        let map = Affine::rotate(angle).then(Affine::translate(at.x, at.y));
        let placed = self.shape.elements().map(|e| e.map(|p| map.apply(p)));
        placed.for_each(sink);
    }

    fn put_on_vertices(&self, subpath: &Subpath, sink: &mut impl FnMut(PathEl)) {
        let vertices = subpath.vertices();
        let n = vertices.len();
        let closed = subpath.is_closed(2);
        for (i, vertex) in vertices.iter().enumerate() {
            let before = (i > 0 || closed).then(|| unit(vertices[(i + n - 1) % n], *vertex));
            let after = (i + 1 < n || closed).then(|| unit(*vertex, vertices[(i + 1) % n]));
            let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
            self.put(vertex.at, before + after, sink);
        }
    }

    fn put_along(&self, subpath: &Subpath, step: f64, offset: f64, sink: &mut impl FnMut(PathEl)) {
        let length: f64 = subpath.segments().map(|(a, _)| a.length).sum();
        if !(step > 0.0 && offset.is_finite() && length / step < MOST_MARKERS) {
            return;
        }
        let first = if offset < 0.0 {
            offset.rem_euclid(step)
        } else {
            offset
        };
        let (mut next, mut passed) = (first, 0.0);
        for (a, b) in subpath.segments() {
            while next - passed <= a.length {
                let along = (next - passed) / a.length;
                self.put(a.at + (b.at - a.at) * along, b.at - a.at, sink);
                next += step;
            }
            passed += a.length;
        }
    }
}

impl Reshape for Marker<'_> {
    fn reshape(&self, subpath: &mut Subpath, sink: &mut impl FnMut(PathEl)) {
        let vertices = subpath.vertices();
        let ([first, second, ..], [.., before, last]) = (vertices, vertices) else {
            return;
        };
        match self.place {
            Place::Start => self.put(first.at, second.at - first.at, sink),
            Place::End => self.put(last.at, before.at - last.at, sink),
            Place::Vertices => self.put_on_vertices(subpath, sink),
            Place::Every { step, offset } => self.put_along(subpath, step, offset, sink),
        }
    }
}

/// The direction from a vertex to the next.
fn unit(from: Vertex, to: Vertex) -> Point {
    (to.at - from.at) * from.length.recip()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::path::PathIterator;

    fn tips(path: &Path, place: Place) -> Vec<(f64, f64)> {
        let tip = Path::polyline([(0.0, 0.0), (1.0, 0.0)]);
        let round = |v: f64| (v * 1000.0).round() / 1000.0 + 0.0;
        path.elements()
            .marked(place, &tip)
            .filter_map(|e| e.end())
            .map(|p| (round(p.x), round(p.y)))
            .collect()
    }

    fn corner() -> Path {
        Path::polyline([(0.0, 0.0), (0.0, 0.0), (10.0, 0.0), (10.0, 10.0)])
    }

    #[test]
    fn markers_at_the_ends_point_inwards() {
        assert_eq!(tips(&corner(), Place::Start), [(0.0, 0.0), (1.0, 0.0)]);
        assert_eq!(tips(&corner(), Place::End), [(10.0, 10.0), (10.0, 9.0)]);
    }

    #[test]
    fn markers_at_vertices_point_half_way() {
        let diagonal = (10.707, 0.707);
        assert_eq!(
            tips(&corner(), Place::Vertices)[2..4],
            [(10.0, 0.0), diagonal]
        );
    }

    #[test]
    fn markers_at_distances_follow_the_line() {
        let every = |step, offset| tips(&corner(), Place::Every { step, offset });
        let places: Vec<_> = every(6.0, 2.0).into_iter().step_by(2).collect();
        assert_eq!(places, [(2.0, 0.0), (8.0, 0.0), (10.0, 4.0), (10.0, 10.0)]);
        assert_eq!(every(6.0, -4.0), every(6.0, 2.0));
        for step in [0.0, -1.0, f64::NAN, 1e-300] {
            assert_eq!(every(step, 0.0), []);
        }
    }

    #[test]
    fn a_point_has_no_direction() {
        let point = Path::polyline([(1.0, 1.0), (1.0, 1.0)]);
        assert_eq!(tips(&point, Place::Start), []);
    }
}
