//! Transforms that bend what stands on a straight line to a path.

use crate::geometry::{Point, Transform};
use crate::path::PathEl;
use crate::path::subpath::{Merge, Pen, Step, Subpath, Vertex};

/// How x is measured out on a path.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Pace {
    /// By its length, so that x keeps its scale.
    #[default]
    Length,
    /// By its vertices, as if all its segments were equally long.
    Vertices,
}

/// A path as a line to stand on: x goes along it, y away from it.
#[derive(Clone, Debug)]
struct Track {
    points: Vec<Point>,
    /// How far from the start each point is.
    distances: Vec<f64>,
    length: f64,
    pace: Pace,
}

/// A place on a track: a point, the segment there, and the length of that.
#[derive(Clone, Copy, Debug)]
struct Spot {
    at: Point,
    way: Point,
    length: f64,
}

impl Track {
    /// `None` for a path without length.
    fn new(elements: impl IntoIterator<Item = PathEl>) -> Option<Self> {
        let mut line = Subpath::new(Merge::Coincident);
        let mut pen = Pen::default();
        let mut started = false;
        for element in elements {
            let p = match pen.step(element) {
                Step::Start(p) if !std::mem::replace(&mut started, true) => {
                    line.restart(p);
                    continue;
                }
                Step::Start(p) => p,
                Step::Segment(from, segment) => segment.end().unwrap_or(from),
                Step::Close | Step::Lift => continue,
            };
            line.add(p);
        }
        line.finish(false);
        let mut vertices = line.vertices().to_vec();
        drop_short_end(&mut vertices);
        let mut length = 0.0;
        let mut distances = Vec::new();
        for v in &vertices {
            distances.push(length);
            length += v.length;
        }
        let length = distances.last().copied()?;
        let fine = vertices.len() > 1 && length.is_finite();
        fine.then(|| Self {
            points: vertices.iter().map(|v| v.at).collect(),
            distances,
            length,
            pace: Pace::Length,
        })
    }

    /// The place at x; before the start and beyond the end the track goes on straight.
    fn at(&self, x: f64) -> Spot {
        let last = self.points.len() - 2;
        let (segment, along) = if x < 0.0 {
            (0, x)
        } else if x > self.length {
            (last, x - self.length)
        } else {
            self.inside(x, last)
        };
        let (a, b) = (self.points[segment], self.points[segment + 1]);
        let length = self.distances[segment + 1] - self.distances[segment];
        let from = if x > self.length { b } else { a };
        let way = b - a;
        Spot {
            at: Point::new(
                from.x + way.x * along / length,
                from.y + way.y * along / length,
            ),
            way,
            length,
        }
    }

    /// Which segment x is in, and how far along it.
    fn inside(&self, x: f64, last: usize) -> (usize, f64) {
        match self.pace {
            Pace::Length => {
                let after = self.distances.partition_point(|d| *d <= x);
                let segment = after.saturating_sub(1).min(last);
                (segment, x - self.distances[segment])
            }
            Pace::Vertices => {
                let index = x * ((self.points.len() - 1) as f64 / self.length);
                let segment = (index as usize).min(last);
                let length = self.distances[segment + 1] - self.distances[segment];
                (segment, (index - segment as f64) * length)
            }
        }
    }
}

/// Gives a last segment that is less than a tenth of the one before to that one: its direction
/// would be chance.
fn drop_short_end(vertices: &mut Vec<Vertex>) {
    if let [.., a, b, c] = vertices.as_mut_slice()
        && b.length * 10.0 < a.length
    {
        a.length += b.length;
        *b = *c;
        vertices.pop();
    }
}

/// What stands on the x axis, bent to stand along a path: x goes along it, y away from it, to the
/// side that the y axis is on.
///
/// ```
/// use agg_core::{AlongPath, Path, Point, Transform};
///
/// let corner = Path::polyline([(10.0, 10.0), (30.0, 10.0), (30.0, 50.0)]);
/// let map = AlongPath::new(&corner).unwrap();
/// assert_eq!(map.apply((25.0, 2.0).into()), Point::new(28.0, 15.0));
/// ```
#[derive(Clone, Debug)]
pub struct AlongPath {
    track: Track,
    base_length: Option<f64>,
}

impl AlongPath {
    /// The map along all of a path's points, in order; curves are taken as straight, so flatten
    /// first. `None` for a path without length.
    #[must_use]
    pub fn new(elements: impl IntoIterator<Item = PathEl>) -> Option<Self> {
        Some(Self {
            track: Track::new(elements)?,
            base_length: None,
        })
    }

    /// With x from 0 to `length` stretched to all of the path. No positive length leaves x as it
    /// is.
    #[must_use]
    pub fn with_base_length(mut self, length: f64) -> Self {
        self.base_length = positive(length);
        self
    }

    /// With x measured out otherwise.
    #[must_use]
    pub fn with_pace(mut self, pace: Pace) -> Self {
        self.track.pace = pace;
        self
    }

    /// The length of the path.
    #[must_use]
    pub fn length(&self) -> f64 {
        self.track.length
    }
}

impl Transform for AlongPath {
    fn apply(&self, p: Point) -> Point {
        let Spot { at, way, length } = self.track.at(stretched(p.x, &self.track, self.base_length));
        Point::new(at.x - p.y * way.y / length, at.y + p.y * way.x / length)
    }
}

/// What stands between two lines, bent to stand between two paths: x goes along both, y from the
/// first to the second.
///
/// ```
/// use agg_core::{BetweenPaths, Path, Point, Transform};
///
/// let top = Path::polyline([(0.0, 0.0), (10.0, 0.0)]);
/// let bottom = Path::polyline([(0.0, 10.0), (20.0, 30.0)]);
/// let map = BetweenPaths::new(&top, &bottom).unwrap().with_base_height(2.0);
/// assert_eq!(map.apply((10.0, 1.0).into()), Point::new(15.0, 15.0));
/// ```
#[derive(Clone, Debug)]
pub struct BetweenPaths {
    first: Track,
    second: Track,
    base_length: Option<f64>,
    base_height: f64,
}

impl BetweenPaths {
    /// The map between two paths; curves are taken as straight, so flatten first. `None` where
    /// one has no length.
    #[must_use]
    pub fn new(
        first: impl IntoIterator<Item = PathEl>,
        second: impl IntoIterator<Item = PathEl>,
    ) -> Option<Self> {
        Some(Self {
            first: Track::new(first)?,
            second: Track::new(second)?,
            base_length: None,
            base_height: 1.0,
        })
    }

    /// With x from 0 to `length` stretched to all of both paths; otherwise x is a length along
    /// the first one.
    #[must_use]
    pub fn with_base_length(mut self, length: f64) -> Self {
        self.base_length = positive(length);
        self
    }

    /// With `height` units of y from the first path to the second instead of 1.
    #[must_use]
    pub fn with_base_height(mut self, height: f64) -> Self {
        self.base_height = height;
        self
    }

    /// With x measured out otherwise, on both paths.
    #[must_use]
    pub fn with_pace(mut self, pace: Pace) -> Self {
        self.first.pace = pace;
        self.second.pace = pace;
        self
    }
}

impl Transform for BetweenPaths {
    fn apply(&self, p: Point) -> Point {
        let x = stretched(p.x, &self.first, self.base_length);
        let a = self.first.at(x).at;
        let b = self
            .second
            .at(x * (self.second.length / self.first.length))
            .at;
        Point::new(
            a.x + p.y * (b.x - a.x) / self.base_height,
            a.y + p.y * (b.y - a.y) / self.base_height,
        )
    }
}

fn positive(length: f64) -> Option<f64> {
    /// Shorter than this is no length.
    const NONE: f64 = 1e-10;
    (length > NONE).then_some(length)
}

fn stretched(x: f64, track: &Track, base_length: Option<f64>) -> f64 {
    base_length.map_or(x, |base| x * (track.length / base))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::path::Path;

    fn corner() -> Path {
        Path::polyline([(0.0, 0.0), (10.0, 0.0), (10.0, 30.0)])
    }

    #[test]
    fn beyond_its_ends_a_path_goes_on_straight() {
        let map = AlongPath::new(&corner()).unwrap();
        assert_eq!(map.apply((-5.0, 1.0).into()), Point::new(-5.0, 1.0));
        assert_eq!(map.apply((45.0, 1.0).into()), Point::new(9.0, 35.0));
    }

    #[test]
    fn the_last_point_can_be_reached_by_vertices() {
        // AGG reads beyond its list there.
        let map = AlongPath::new(&corner()).unwrap().with_pace(Pace::Vertices);
        assert_eq!(map.apply((20.0, 0.0).into()), Point::new(10.0, 0.0));
        assert_eq!(map.apply((40.0, 0.0).into()), Point::new(10.0, 30.0));
    }

    #[test]
    fn a_base_length_is_stretched_to_the_path() {
        let map = AlongPath::new(&corner()).unwrap().with_base_length(4.0);
        assert_eq!(map.apply((2.0, 0.0).into()), Point::new(10.0, 10.0));
        assert_eq!(map.length(), 40.0);
    }

    #[test]
    fn paths_without_length_and_senseless_points_are_survived() {
        let dot = Path::polyline([(1.0, 1.0), (1.0, 1.0)]);
        assert!(AlongPath::new(&dot).is_none());
        assert!(AlongPath::new(&Path::new()).is_none());
        assert!(BetweenPaths::new(&corner(), &dot).is_none());
        let map = AlongPath::new(&corner()).unwrap().with_pace(Pace::Vertices);
        assert!(!map.apply((f64::NAN, 0.0).into()).is_finite());
        assert!(map.apply((1e300, 0.0).into()).is_finite());
    }
}
