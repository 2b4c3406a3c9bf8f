//! Subpaths cut to where numbers are safe, far around what is seen.
//!
//! Only what lies more than 65 536 pixels outside of the clip box is cut off. Caps and joins that
//! arise or vanish there are never seen.

use super::line::{Axis, Dot, round};
use super::profile::WIDEST_LINE;
use super::trace::{Nib, Points, Shut, Style};
use crate::geometry::{IntRect, Point, Rect};
use crate::path::{Flatten, Flattener, PathEl, Pen, Step};

/// How far outside of the clip box points stay where they are, in pixels, and beyond it half the
/// widest line.
const FAR: f64 = 65_536.0 + WIDEST_LINE / 2.0;

/// Draws every subpath of a path.
pub(super) fn draw(
    path: impl IntoIterator<Item = PathEl>,
    clip: IntRect,
    style: Style,
    nib: &mut impl Nib,
) {
    let flattener = Flattener::new(&Flatten::default());
    let mut pen = Pen::default();
    let mut drawer = Drawer::new(clip, style);
    path.into_iter()
        .for_each(|element| match pen.step(element) {
            Step::Start(p) => {
                drawer.end(Shut::Open, nib);
                drawer.points.push(p);
            }
            Step::Segment(from, segment) => {
                if drawer.points.is_empty() {
                    drawer.points.push(from);
                }
                flattener.segment(from, segment, &mut |p| drawer.points.push(p));
            }
            Step::Close => drawer.end(Shut::Closed, nib),
            Step::Lift => drawer.end(Shut::Open, nib),
        });
    drawer.end(Shut::Open, nib);
}

struct Drawer {
    style: Style,
    safe: Rect,
    points: Vec<Point>,
    dots: Points,
}

impl Drawer {
    fn new(clip: IntRect, style: Style) -> Self {
        let safe = Rect {
            x0: f64::from(clip.x0),
            y0: f64::from(clip.y0),
            x1: f64::from(clip.x1),
            y1: f64::from(clip.y1),
        };
        Self {
            style,
            safe: safe.inflated(FAR),
            points: Vec::new(),
            dots: Points::default(),
        }
    }

    fn end(&mut self, shut: Shut, nib: &mut impl Nib) {
        let points = std::mem::take(&mut self.points);
        if points.len() > 1 {
            if points.iter().all(|&p| self.holds(p)) {
                self.run(points.iter().copied(), shut, nib);
            } else {
                for run in self.runs(&points, shut) {
                    self.run(run.into_iter(), Shut::Open, nib);
                }
            }
        }
        self.points = points;
        self.points.clear();
    }

    fn run(&mut self, points: impl Iterator<Item = Point>, shut: Shut, nib: &mut impl Nib) {
        points.for_each(|p| {
            self.dots
                .add(Dot::new(round(p.x * 256.0), round(p.y * 256.0)));
        });
        self.dots.draw(shut, self.style, nib);
    }

    fn holds(&self, p: Point) -> bool {
        (self.safe.x0..=self.safe.x1).contains(&p.x) && (self.safe.y0..=self.safe.y1).contains(&p.y)
    }

    /// The parts of a subpath that are not cut off.
    fn runs(&self, points: &[Point], shut: Shut) -> Vec<Vec<Point>> {
        let closing = points.first().filter(|_| shut == Shut::Closed);
        let ends = points.iter().skip(1).chain(closing);
        let mut runs: Vec<Vec<Point>> = Vec::new();
        for (&a, &b) in points.iter().zip(ends) {
            let Some((start, end)) = cut((a, b), self.safe) else {
                continue;
            };
            match runs.last_mut() {
                Some(run) if run.last() == Some(&start) => run.push(end),
                _ => runs.push(vec![start, end]),
            }
        }
        // The part before the start of a closed subpath goes on into the one after it.
        if shut == Shut::Closed && runs.len() > 1 {
            let starts_there = runs.first().and_then(|run| run.first()) == points.first();
            let ends_there = runs.last().and_then(|run| run.last()) == points.first();
            if starts_there
                && ends_there
                && let Some(mut run) = runs.pop()
            {
                run.extend(runs.remove(0).into_iter().skip(1));
                runs.push(run);
            }
        }
        runs
    }
}

/// The part of a segment within a rectangle.
fn cut((a, b): (Point, Point), bounds: Rect) -> Option<(Point, Point)> {
    // Differences of farther coordinates might not be finite.
    const FARTHEST: f64 = 1e150;
    let near = |p: Point| {
        Point::new(
            p.x.clamp(-FARTHEST, FARTHEST),
            p.y.clamp(-FARTHEST, FARTHEST),
        )
    };
    let a_b = (near(a), near(b));
    let (x, y) = (Axis::X, Axis::Y);
    let kept = above(a_b, x, bounds.x0).and_then(|a_b| above(a_b, y, bounds.y0))?;
    // The other two sides are the same ones after a turn.
    let turned = |(a, b): (Point, Point)| (a * -1.0, b * -1.0);
    let kept = above(turned(kept), x, -bounds.x1).and_then(|a_b| above(a_b, y, -bounds.y1))?;
    // Crossings of very far segments are inexact, so they might lie outside.
    let inside = |p: Point| {
        Point::new(
            p.x.clamp(bounds.x0, bounds.x1),
            p.y.clamp(bounds.y0, bounds.y1),
        )
    };
    let (a, b) = turned(kept);
    Some((inside(a), inside(b)))
}

/// The part of a segment where a coordinate is at least so much.
fn above((a, b): (Point, Point), axis: Axis, least: f64) -> Option<(Point, Point)> {
    let along = |p: Point| match axis {
        Axis::X => p.x,
        Axis::Y => p.y,
    };
    let crossing = || match axis {
        Axis::X => Point::new(least, a.y + (least - a.x) * ((b.y - a.y) / (b.x - a.x))),
        Axis::Y => Point::new(a.x + (least - a.y) * ((b.x - a.x) / (b.y - a.y)), least),
    };
    match (along(a) >= least, along(b) >= least) {
        (true, true) => Some((a, b)),
        (true, false) => Some((a, crossing())),
        (false, true) => Some((crossing(), b)),
        (false, false) => None,
    }
}
