//! Walking along a segment, one row or column of pixels across it after the other.
//!
//! ```text
//!             start limit             end limit
//!                  ╲                     │
//!         ┌──┬──┬───╲──┬──┬──┬──┬──┬──┬──│──┬──┐
//!         │  │  │ ▒▒ ╲▓│▓▓│▓▓│▓▓│▓▓│▒▒│▒▒│  │  │      for each column of pixels, from the one
//!   a ────┼──┼──┼─▓▓──╲█──██──██──██──▓▓─┼──┼──┼─ b   on the line upwards and downwards until the
//!         │  │  │ ▒▒ ▓▓╲▓▓│▓▓│▓▓│▒▒│▒▒│▒▒│  │  │      distance is greater than the width
//!         └──┴──┴───────╲─┴──┴──┴──┴──┴──│──┴──┘
//! ```
//!
//! All distances are linear in x and y, so they are kept by adding, in integers. On which side of
//! a limit a pixel lies is decided in 1/16 pixel; the order of roundings is AGG's.

use super::line::{Axis, Dot, Line, Ratio};

/// What gets the pixels of a segment.
pub(super) trait Ink {
    /// A pixel, and where its centre lies.
    fn pixel(&mut self, x: i64, y: i64, place: Place);
}

/// Where a pixel's centre lies, in 1/256 pixel.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// How far from the line: positive, but where the line itself passes through the pixel.
    pub(super) distance: i64,
    /// The same with a sign for each side of the line.
    pub(super) across: i64,
    /// How far along the line, from its start.
    pub(super) along: i64,
}

/// A linear function of the pixel: x counts `per_x`, and so on.
#[derive(Clone, Copy, Debug, Default)]
struct Slope {
    value: i64,
    per_x: i64,
    per_y: i64,
}

impl Slope {
    /// On which side of the line through `on` with the direction (dx, dy) the centre of a pixel
    /// lies. All in 1/256 pixel, the corner of the pixel too.
    fn beside(on: Dot, (dx, dy): (i64, i64), corner: Dot) -> Self {
        Self {
            value: (corner.x + 128 - on.x) * dy - (corner.y + 128 - on.y) * dx,
            per_x: dy << 8,
            per_y: -dx << 8,
        }
    }

    /// The same in 1/16 pixel, for the line from `from` through `on`.
    fn beside_limit(from: Dot, on: Dot, corner: Dot) -> Self {
        let low = |v: i64| v >> 4;
        let (dx, dy) = (low(on.x) - low(from.x), low(on.y) - low(from.y));
        Self {
            value: (low(corner.x + 128) - low(on.x)) * dy - (low(corner.y + 128) - low(on.y)) * dx,
            per_x: dy << 4,
            per_y: -dx << 4,
        }
    }

    fn go(&mut self, dx: i64, dy: i64) {
        self.value += self.per_x * dx + self.per_y * dy;
    }

    /// What one pixel across a line along the axis counts.
    fn per_minor(&self, axis: Axis) -> i64 {
        match axis {
            Axis::X => self.per_y,
            Axis::Y => self.per_x,
        }
    }
}

/// The segment on its way.
#[derive(Debug)]
pub(super) struct Walk<'a> {
    line: &'a Line,
    minor: Ratio,
    x: i64,
    y: i64,
    /// Pixels from the first to the last along the axis.
    count: i64,
    step: i64,
    width: i64,
    /// Pixels to go beyond the ends, at most.
    extent: i64,
    beside: Slope,
    along: Slope,
    start: Option<Slope>,
    end: Option<Slope>,
    /// The distance from the line by the number of pixels across; the last is out of reach.
    reach: Vec<i64>,
}

/// More than any width.
const OUT_OF_REACH: i64 = 1 << 60;

impl<'a> Walk<'a> {
    /// A walk along a line with pixels of up to `width` beside it, between the limits, `extent`
    /// pixels beyond the ends at most.
    pub(super) fn new(
        line: &'a Line,
        limits: (Option<Dot>, Option<Dot>),
        (width, extent): (i64, i64),
    ) -> Self {
        let (a, b) = (line.a, line.b);
        let (dx, dy) = (b.x - a.x, b.y - a.y);
        let corner = Dot::new(a.x & !255, a.y & !255);
        let (total, steps, count) = match line.axis {
            Axis::X => (dy, dx.abs() + 1, (b.x >> 8) - (a.x >> 8)),
            Axis::Y => (dx, dy.abs(), (b.y >> 8) - (a.y >> 8)),
        };
        Self {
            line,
            minor: Ratio::new(total << 8, steps),
            x: a.x >> 8,
            y: a.y >> 8,
            count: count.abs(),
            step: 0,
            width,
            extent,
            beside: Slope::beside(b, (dx, dy), corner),
            along: Slope::default(),
            start: limits.0.map(|limit| Slope::beside_limit(a, limit, corner)),
            end: limits.1.map(|limit| Slope::beside_limit(b, limit, corner)),
            reach: reach(line, width),
        }
    }

    /// Measures the way along the line too, which is stretched by a factor.
    pub(super) fn with_way(mut self, stretch: f64) -> Self {
        let (a, b) = (self.line.a, self.line.b);
        let stretched = self.line.length as f64 * stretch;
        let part = |v: i64| super::line::round((v << 8) as f64 / stretched);
        let (dx, dy) = (part(b.x - a.x), part(b.y - a.y));
        let corner = Dot::new((a.x & !255) + 128, (a.y & !255) + 128);
        self.along = Slope {
            value: ((corner.x - (a.x - dy)) * dx + (corner.y - (a.y + dx)) * dy) >> 8,
            per_x: dx,
            per_y: dy,
        };
        self
    }

    pub(super) fn run(mut self, ink: &mut impl Ink) {
        if self.start.is_some() {
            self.back_up();
        }
        self.minor.settle();
        if self.end.is_some() {
            self.step -= self.extent;
        }
        let bounded = self.start.is_some() || self.end.is_some();
        if self.count == 0 && !bounded {
            return;
        }
        loop {
            self.minor.forward();
            self.place(1);
            let seen = self.draw(ink);
            self.step += 1;
            if self.step >= self.count || (self.end.is_some() && !seen) {
                break;
            }
        }
    }

    /// Goes back beyond the start, as long as there are pixels on the right side of its limit.
    fn back_up(&mut self) {
        let most = self.reach.iter().skip(1).position(|&r| r > self.width);
        let across = most.map_or(1, |at| at as i64 + 1);
        let mut first = true;
        loop {
            self.minor.back();
            self.place(-1);
            // The first row or column counts whatever it holds.
            let over = !std::mem::take(&mut first) && !self.is_before_the_limit(across);
            if !over || self.end.is_none() {
                self.step -= 1;
            }
            if over || self.step < -self.extent {
                break;
            }
        }
    }

    fn is_before_the_limit(&self, across: i64) -> bool {
        self.start.is_some_and(|start| {
            let spread = start.per_minor(self.line.axis).abs() * across;
            start.value - spread < 0
        })
    }

    /// Goes to the pixel of the line in the next or the last row or column.
    fn place(&mut self, by: i64) {
        let along = self.line.way * by;
        let (dx, dy) = match self.line.axis {
            Axis::X => {
                let y = (self.line.a.y + self.minor.value) >> 8;
                let dy = (y - self.y).signum();
                self.y = y;
                self.x += along;
                (along, dy)
            }
            Axis::Y => {
                let x = (self.line.a.x + self.minor.value) >> 8;
                let dx = (x - self.x).signum();
                self.x = x;
                self.y += along;
                (dx, along)
            }
        };
        self.beside.go(dx, dy);
        self.along.go(dx, dy);
        self.start.iter_mut().for_each(|limit| limit.go(dx, dy));
        self.end.iter_mut().for_each(|limit| limit.go(dx, dy));
    }

    /// Draws the pixels across the line, from up or left on; says whether any was between the
    /// limits.
    fn draw(&self, ink: &mut impl Ink) -> bool {
        let axis = self.line.axis;
        let side = match axis {
            Axis::X => self.line.way,
            Axis::Y => -self.line.way,
        };
        let offset = self.beside.value / (side * self.line.length);
        let within = |sign: i64| {
            let reach = self.reach.iter().skip(1);
            reach
                .take_while(|&&r| r + sign * offset <= self.width)
                .count() as i64
        };
        let (before, after) = (within(1), within(-1));
        let at = |slope: &Slope, k: i64| slope.value + slope.per_minor(axis) * k;
        let mut seen = false;
        for (k, &r) in (-before..=after).zip(self.spread(before)) {
            let ended = self.end.is_some_and(|end| at(&end, k) <= 0);
            let begun = self.start.is_none_or(|start| at(&start, k) <= 0);
            seen |= !ended && (begun || k == 0);
            if begun && !ended {
                let distance = match k {
                    0 => offset,
                    1.. => r - offset,
                    _ => r + offset,
                };
                let (x, y) = match axis {
                    Axis::X => (self.x, self.y + k),
                    Axis::Y => (self.x + k, self.y),
                };
                let sign = match k {
                    0 => -side,
                    _ => k.signum() * side,
                };
                ink.pixel(
                    x,
                    y,
                    Place {
                        distance,
                        across: sign * distance,
                        along: at(&self.along, k),
                    },
                );
            }
        }
        seen
    }

    /// The reach of `before` pixels on one side, of the middle, and of those on the other side.
    fn spread(&self, before: i64) -> impl Iterator<Item = &i64> {
        let before = before as usize;
        let side = self.reach.iter().skip(1).take(before);
        let mirrored = side.rev();
        mirrored.chain(&self.reach)
    }
}

fn reach(line: &Line, width: i64) -> Vec<i64> {
    let along = match line.axis {
        Axis::X => (line.b.x - line.a.x).abs(),
        Axis::Y => (line.b.y - line.a.y).abs(),
    };
    let mut ratio = Ratio::new(along << 8, line.length);
    ratio.settle();
    let mut reach = Vec::new();
    while ratio.value < width + 512 {
        reach.push(ratio.value);
        ratio.forward();
    }
    reach.push(OUT_OF_REACH);
    reach
}
