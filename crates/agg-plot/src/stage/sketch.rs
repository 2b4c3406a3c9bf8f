//! Sketching: a hand-drawn wiggle.
//!
//! The path is cut into steps of one pixel, and each step's end is pushed sideways by a sine wave
//! along the path. The wave is read at a random pace, so its length varies, from a generator that
//! starts anew for each path: the same path always wiggles the same way.

use crate::stage::Stage;
use agg_core::{PathEl, Point};
use std::f64::consts::PI;

/// How much a line wiggles.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sketch {
    /// The height of the wave in pixels; 0 leaves the path as it is.
    pub scale: f64,
    /// The length of the wave in pixels.
    pub length: f64,
    /// The factor by which that length shrinks and grows at random.
    pub randomness: f64,
}

/// The stage of a [`Sketch`]. Takes straight elements; of a curve it takes the ends.
#[derive(Clone, Debug)]
pub struct Sketching {
    scale: f64,
    /// Radians of the wave per unit of `pace`.
    wave: f64,
    /// Twice the logarithm of the randomness.
    log_randomness: f64,
    steps: Steps,
    random: Random,
    pace: f64,
    /// The last step's end before it was pushed.
    last: Option<Point>,
}

impl Sketch {
    /// The stage, or `None` for a sketch without height.
    #[must_use]
    pub fn stage(&self) -> Option<Sketching> {
        (self.scale != 0.0).then(|| Sketching::new(self))
    }
}

impl Sketching {
    fn new(sketch: &Sketch) -> Self {
        let &Sketch {
            scale,
            length,
            randomness,
        } = sketch;
        // Neither is divided by, nor its logarithm taken, where it is nothing.
        let random = randomness > f64::EPSILON;
        let waving = random && length > f64::EPSILON;
        Self {
            scale,
            wave: if waving {
                2.0 * PI / (length * randomness)
            } else {
                0.0
            },
            log_randomness: if random {
                2.0 * libm::log(randomness)
            } else {
                0.0
            },
            steps: Steps::default(),
            random: Random(0),
            pace: 0.0,
            last: None,
        }
    }

    fn begin(&mut self, at: Point, sink: &mut impl FnMut(PathEl)) {
        self.steps.begin(at);
        self.pace = 0.0;
        self.last = Some(at);
        sink(PathEl::MoveTo(at));
    }

    fn line(&mut self, to: Point, sink: &mut impl FnMut(PathEl)) {
        let mut steps = std::mem::take(&mut self.steps);
        steps.walk(to, |p| sink(PathEl::LineTo(self.pushed(p))));
        self.steps = steps;
    }

    fn close(&mut self, sink: &mut impl FnMut(PathEl)) {
        if let Some(start) = self.steps.return_to() {
            self.line(start, sink);
        }
        // The closing itself counts as a step, to the origin.
        self.pushed(Point::ORIGIN);
        sink(PathEl::Close);
    }

    fn pushed(&mut self, p: Point) -> Point {
        let Some(last) = self.last.replace(p) else {
            return p;
        };
        self.pace += libm::exp(self.random.next() * self.log_randomness);
        let back = last - p;
        let length = back.y * back.y + back.x * back.x;
        if length == 0.0 {
            return p;
        }
        let push = libm::sin(self.pace * self.wave) * self.scale / length.sqrt();
        Point::new(p.x + push * back.y, p.y - push * back.x)
    }
}

impl Stage for Sketching {
    fn take(&mut self, element: PathEl, sink: &mut impl FnMut(PathEl)) {
        match (element, element.end()) {
            (PathEl::Close, _) | (_, None) => self.close(sink),
            (PathEl::MoveTo(_), Some(p)) => self.begin(p, sink),
            (_, Some(p)) => self.line(p, sink),
        }
    }
}

/// Cuts segments into steps of one pixel.
#[derive(Clone, Copy, Debug, Default)]
struct Steps {
    start: Point,
    from: Point,
    /// The way of the segment being walked: its end is `from + way`, rounded as that sum is.
    way: Point,
    /// The vertices of the subpath so far.
    vertices: usize,
}

/// A segment is cut into so many steps at most; beyond, they get longer.
const FINEST: f64 = 1.0 / 1_048_576.0;

impl Steps {
    fn begin(&mut self, at: Point) {
        *self = Self {
            start: at,
            from: at,
            way: Point::ORIGIN,
            vertices: 1,
        };
    }

    fn walk(&mut self, to: Point, mut visit: impl FnMut(Point)) {
        self.vertices += 1;
        self.from = self.from + self.way;
        self.way = to - self.from;
        let length = (self.way.x * self.way.x + self.way.y * self.way.y).sqrt();
        let step = (1.0 / length.max(1e-30)).max(FINEST);
        let mut along = step;
        while along < 1.0 - step {
            visit(self.from + self.way * along);
            along += step;
        }
        visit(self.from + self.way);
    }

    /// Where a closed subpath returns to; one of fewer than three vertices does not.
    fn return_to(&mut self) -> Option<Point> {
        let returns = std::mem::take(&mut self.vertices) > 2;
        returns.then_some(self.start)
    }
}

/// A linear congruential generator of numbers in 0..1.
#[derive(Clone, Debug)]
struct Random(u32);

impl Random {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(214_013).wrapping_add(2_531_011);
        f64::from(self.0) / 4_294_967_296.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stage::Stages;
    use agg_core::Path;

    const XKCD: Sketch = Sketch {
        scale: 1.0,
        length: 100.0,
        randomness: 2.0,
    };

    #[test]
    fn no_height_is_no_stage() {
        assert!(Sketch { scale: 0.0, ..XKCD }.stage().is_none());
    }

    #[test]
    fn a_line_is_cut_into_steps_of_a_pixel() {
        let line = Path::polyline([(0.0, 0.0), (10.0, 0.0)]);
        let xs: Vec<f64> = line
            .elements()
            .through(XKCD.stage())
            .filter_map(|e| e.end())
            .map(|p| p.x)
            .collect();
        assert_eq!(xs.len(), 11);
        assert!(xs.windows(2).all(|w| w[1] > w[0]));
    }

    #[test]
    fn the_wiggle_is_sideways_bounded_and_always_the_same() {
        let line = Path::polyline([(0.0, 5.0), (300.0, 5.0)]);
        let wiggle = || line.elements().through(XKCD.stage()).collect::<Vec<_>>();
        assert_eq!(wiggle(), wiggle());
        let ys: Vec<f64> = wiggle()
            .iter()
            .filter_map(PathEl::end)
            .map(|p| p.y)
            .collect();
        assert!(ys.iter().all(|y| (y - 5.0).abs() <= 1.0));
        assert!(ys.iter().any(|y| (y - 5.0).abs() > 0.5));
    }

    #[test]
    fn the_generator_is_the_well_known_one() {
        let mut random = Random(0);
        assert_eq!(random.next() * 4_294_967_296.0, 2_531_011.0);
        assert_eq!(random.next() * 4_294_967_296.0, 505_908_858.0);
    }

    #[test]
    fn lengths_and_randomness_of_zero_leave_the_path_in_place() {
        let flat = Sketch {
            length: 0.0,
            ..XKCD
        };
        let line = Path::polyline([(0.0, 0.0), (3.0, 0.0)]);
        assert!(
            line.elements()
                .through(flat.stage())
                .all(|e| e.end().unwrap().y == 0.0)
        );
    }

    #[test]
    fn closing_walks_back_to_the_start() {
        let path = Path::polygon([(0.0, 0.0), (4.0, 0.0), (4.0, 4.0)]);
        let all: Vec<PathEl> = path.elements().through(XKCD.stage()).collect();
        assert_eq!(all.last(), Some(&PathEl::Close));
        assert!(all.len() > 12);
    }

    #[test]
    fn a_giant_segment_is_cut_into_a_bounded_number_of_steps() {
        let line = Path::polyline([(0.0, 0.0), (1e200, 0.0)]);
        assert!(line.elements().through(XKCD.stage()).count() < 1_100_000);
    }
}
