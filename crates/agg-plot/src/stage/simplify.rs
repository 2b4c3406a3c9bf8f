//! Simplification: what a dense line loses without looking different.
//!
//! Points that stay within a threshold of a straight line are merged into a *run* along it. Of a
//! run only its extremes matter: how far it went forwards and, where the line came back on itself,
//! backwards. One hundred thousand noisy points in a column of pixels become a few.
//!
//! ```text
//!                     · b ·
//!    backward ●─ ─ origin ══════════════● forward      direction: from the origin to the first
//!                       ╲ p (|p| < t)                  point; p is a point's distance from it
//!                        ·
//! ```
//!
//! A run ends with the first point too far off the line, and the next one starts where the pen
//! then is. The extremes are written in an order that ends at the one reached last, and the last
//! point itself is written too unless it is an extreme.

use crate::stage::Stage;
use agg_core::{PathEl, Point};

/// Merges nearly straight runs of points; meant for open lines. A closing segment becomes a line
/// to the start, and the control points of curves count as vertices.
#[derive(Clone, Debug)]
pub struct Simplify {
    /// The square of the threshold.
    near: f64,
    /// The start of the subpath, if it is finite.
    start: Option<Point>,
    last: Point,
    run: Option<Run>,
    /// Whether nothing was drawn since the last move.
    moved: bool,
    /// Whether a move to `last` must come before the next thing drawn.
    up: bool,
}

#[derive(Clone, Copy, Debug)]
struct Run {
    origin: Point,
    direction: Point,
    /// The squared length of `direction`, not 0.
    norm: f64,
    forward: Extreme,
    backward: Option<Extreme>,
    last_is: Last,
}

/// The farthest point one way, and its squared distance along the direction.
#[derive(Clone, Copy, Debug)]
struct Extreme {
    at: Point,
    reach: f64,
}

/// What the last point of a run is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Last {
    Forward,
    Backward,
    Neither,
}

impl Run {
    /// The run from one point towards another, or `None` where they coincide.
    fn towards(origin: Point, from: Point, to: Point) -> Option<Self> {
        let direction = to - from;
        let norm = dot(direction, direction);
        (norm != 0.0).then_some(Self {
            origin,
            direction,
            norm,
            forward: Extreme {
                at: to,
                reach: norm,
            },
            backward: None,
            last_is: Last::Forward,
        })
    }

    /// Takes points into the run up to the first that is not near its line, and says how many.
    #[inline(always)]
    fn merge(&mut self, points: &[Point], near: f64) -> usize {
        let Self {
            origin,
            direction,
            norm,
            mut forward,
            ..
        } = *self;
        let mut backward = self.backward.unwrap_or(Extreme {
            at: origin,
            reach: 0.0,
        });
        let mut last_is = self.last_is;
        let mut count = 0;
        for &at in points {
            let way = at - origin;
            let along = dot(direction, way);
            let parallel = Point::new(along * direction.x / norm, along * direction.y / norm);
            let off = way - parallel;
            // A distance of NaN is not near.
            let is_near = dot(off, off) < near;
            if !is_near {
                break;
            }
            count += 1;
            last_is = Last::Neither;
            let reach = dot(parallel, parallel);
            // Of a dense line most points are between both.
            if reach > forward.reach || reach > backward.reach {
                let (extreme, which) = if along > 0.0 {
                    (&mut forward, Last::Forward)
                } else {
                    (&mut backward, Last::Backward)
                };
                if reach > extreme.reach {
                    *extreme = Extreme { at, reach };
                    last_is = which;
                }
            }
        }
        (self.forward, self.last_is) = (forward, last_is);
        self.backward = (backward.reach > 0.0).then_some(backward);
        count
    }

    /// Writes the extremes, the one reached last at the end, and gives back where the pen is.
    fn write(&self, sink: &mut impl FnMut(PathEl)) -> Point {
        let forward = self.forward.at;
        let (first, second) = match self.backward.map(|b| b.at) {
            None => (None, forward),
            Some(backward) if self.last_is == Last::Forward => (Some(backward), forward),
            Some(backward) => (Some(forward), backward),
        };
        first.into_iter().for_each(|p| sink(PathEl::LineTo(p)));
        sink(PathEl::LineTo(second));
        second
    }
}

fn dot(a: Point, b: Point) -> f64 {
    a.x * b.x + a.y * b.y
}

impl Simplify {
    /// A stage that merges points within `threshold` pixels of a line; zero and NaN merge nothing.
    #[must_use]
    pub fn new(threshold: f64) -> Self {
        Self {
            near: threshold * threshold,
            start: None,
            last: Point::ORIGIN,
            run: None,
            moved: true,
            up: true,
        }
    }

    fn move_to(&mut self, p: Point, sink: &mut impl FnMut(PathEl)) {
        if let Some(run) = self.run.take() {
            self.end_run(&run, sink);
        }
        self.moved = true;
        self.start = Some(p).filter(|p| p.is_finite());
        self.last = p;
        self.up = true;
    }

    /// Takes the ends of straight segments.
    pub(super) fn points(&mut self, points: &[Point], sink: &mut impl FnMut(PathEl)) {
        let mut rest = points;
        while !rest.is_empty() {
            let merged = self
                .run
                .as_mut()
                .map_or(0, |run| run.merge(rest, self.near));
            let (near, others) = rest.split_at(merged);
            if let [.., last] = near {
                self.last = *last;
            }
            rest = others;
            if let [turn, others @ ..] = rest {
                self.turn(*turn, sink);
                rest = others;
            }
        }
        self.moved &= points.is_empty();
    }

    /// Goes to a point that is not near the run, if there is one.
    fn turn(&mut self, p: Point, sink: &mut impl FnMut(PathEl)) {
        if self.run.is_some() {
            self.next_run(p, sink);
        } else {
            if std::mem::take(&mut self.up) {
                sink(PathEl::MoveTo(self.last));
            }
            self.run = Run::towards(self.last, self.last, p);
        }
        self.last = p;
    }

    /// Ends the run and starts one from the last point towards `p`, measured from the pen.
    fn next_run(&mut self, p: Point, sink: &mut impl FnMut(PathEl)) {
        if let Some(run) = self.run.take() {
            let pen = self.end_run(&run, sink);
            self.run = Run::towards(pen, self.last, p);
        }
    }

    /// Writes a run and, where it is not an extreme, its last point; gives back where the pen is.
    fn end_run(&mut self, run: &Run, sink: &mut impl FnMut(PathEl)) -> Point {
        let pen = run.write(sink);
        if run.last_is != Last::Neither {
            return pen;
        }
        sink(PathEl::LineTo(self.last));
        self.last
    }
}

impl Stage for Simplify {
    #[inline]
    fn take(&mut self, element: PathEl, sink: &mut impl FnMut(PathEl)) {
        match element {
            PathEl::LineTo(p) => self.points(&[p], sink),
            PathEl::MoveTo(p) => self.move_to(p, sink),
            PathEl::QuadTo(a, p) => self.points(&[a, p], sink),
            PathEl::CurveTo(a, b, p) => self.points(&[a, b, p], sink),
            PathEl::Close => {
                self.moved = false;
                let start = self.start;
                self.points(start.as_slice(), sink);
            }
        }
    }

    fn finish(&mut self, sink: &mut impl FnMut(PathEl)) {
        if let Some(run) = self.run.take() {
            sink(PathEl::LineTo(run.forward.at));
            if let Some(backward) = run.backward {
                sink(PathEl::LineTo(backward.at));
            }
        }
        if !self.moved {
            sink(PathEl::LineTo(self.last));
        } else if self.start.is_some() {
            sink(PathEl::MoveTo(self.last));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stage::Stages;
    use PathEl::{LineTo, MoveTo};
    use agg_core::Path;

    const NINTH: f64 = 1.0 / 9.0;

    fn p(x: f64, y: f64) -> Point {
        Point::new(x, y)
    }

    fn simplified(points: &[(f64, f64)]) -> Vec<PathEl> {
        let line = Path::polyline(points.iter().copied());
        line.elements().through(Simplify::new(NINTH)).collect()
    }

    #[test]
    fn a_straight_run_becomes_one_segment() {
        let straight = [
            (0.0, 0.0),
            (9.0, 0.0),
            (20.0, 0.1),
            (30.0, -0.1),
            (40.0, 0.0),
        ];
        assert_eq!(
            simplified(&straight),
            [
                MoveTo(p(0.0, 0.0)),
                LineTo(p(40.0, 0.0)),
                LineTo(p(40.0, 0.0))
            ]
        );
    }

    #[test]
    fn a_corner_starts_a_new_run() {
        let corner = [(0.0, 0.0), (5.0, 0.0), (5.0, 5.0), (5.0, 9.0)];
        assert_eq!(
            simplified(&corner),
            [
                MoveTo(p(0.0, 0.0)),
                LineTo(p(5.0, 0.0)),
                LineTo(p(5.0, 9.0)),
                LineTo(p(5.0, 9.0))
            ]
        );
    }

    #[test]
    fn both_extremes_of_a_run_survive_and_the_last_point_too() {
        let back_and_forth = [(0.0, 0.0), (0.0, 5.0), (0.0, -7.0), (0.0, 2.0), (9.0, 2.0)];
        assert_eq!(
            simplified(&back_and_forth),
            [
                MoveTo(p(0.0, 0.0)),
                LineTo(p(0.0, 5.0)),
                LineTo(p(0.0, -7.0)),
                LineTo(p(0.0, 2.0)),
                LineTo(p(9.0, 2.0)),
                LineTo(p(9.0, 2.0))
            ]
        );
    }

    #[test]
    fn the_extreme_reached_last_is_written_last() {
        let up_last = [(0.0, 0.0), (0.0, 5.0), (0.0, -7.0), (0.0, 8.0), (9.0, 8.0)];
        assert_eq!(
            simplified(&up_last)[..3],
            [
                MoveTo(p(0.0, 0.0)),
                LineTo(p(0.0, -7.0)),
                LineTo(p(0.0, 8.0))
            ]
        );
    }

    #[test]
    fn moves_end_runs() {
        let mut path = Path::polyline([(0.0, 0.0), (5.0, 0.0), (2.0, 0.0)]);
        path.move_to((8.0, 8.0)).line_to((9.0, 9.0));
        let all: Vec<PathEl> = path.elements().through(Simplify::new(NINTH)).collect();
        assert_eq!(
            all,
            [
                MoveTo(p(0.0, 0.0)),
                LineTo(p(5.0, 0.0)),
                LineTo(p(2.0, 0.0)),
                MoveTo(p(8.0, 8.0)),
                LineTo(p(9.0, 9.0)),
                LineTo(p(9.0, 9.0))
            ]
        );
    }

    #[test]
    fn a_threshold_of_zero_keeps_every_turn() {
        let line = Path::polyline([(0.0, 0.0), (1.0, 0.01), (2.0, 0.0), (3.0, 0.01)]);
        let kept = line.elements().through(Simplify::new(0.0)).count();
        assert_eq!(kept, 5);
    }

    #[test]
    fn repeated_points_are_harmless() {
        assert_eq!(
            simplified(&[(1.0, 1.0), (1.0, 1.0), (1.0, 1.0)]),
            [MoveTo(p(1.0, 1.0)), LineTo(p(1.0, 1.0))]
        );
    }

    #[test]
    fn a_lone_move_stays_a_move() {
        assert_eq!(simplified(&[(3.0, 4.0)]), [MoveTo(p(3.0, 4.0))]);
        assert_eq!(simplified(&[]), []);
    }

    #[test]
    fn a_loop_is_led_back_to_its_start() {
        let path = Path::polygon([p(0.0, 0.0), p(9.0, 0.0), p(9.0, 9.0)]);
        let all: Vec<PathEl> = path.elements().through(Simplify::new(NINTH)).collect();
        assert_eq!(all.last(), Some(&LineTo(p(0.0, 0.0))));
    }
}
