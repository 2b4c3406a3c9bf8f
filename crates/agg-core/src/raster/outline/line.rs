//! Segments in 1/256 pixel, and the points that say where one ends and the next begins.

/// A point in 1/256 pixel. Far points are cut off before they get here, so that products of two
/// differences fit 64 bits with room to spare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Dot {
    pub(super) x: i64,
    pub(super) y: i64,
}

impl Dot {
    pub(super) const fn new(x: i64, y: i64) -> Self {
        Self { x, y }
    }

    /// The distance to another, rounded to the nearest.
    pub(super) fn distance(self, other: Self) -> i64 {
        let (dx, dy) = ((other.x - self.x) as f64, (other.y - self.y) as f64);
        ((dx * dx + dy * dy).sqrt() + 0.5) as i64
    }

    pub(super) const fn midpoint(self, other: Self) -> Self {
        Self::new((self.x + other.x) >> 1, (self.y + other.y) >> 1)
    }
}

/// The axis along which a segment is drawn, pixel by pixel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Axis {
    X,
    Y,
}

/// A segment of positive length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) a: Dot,
    pub(super) b: Dot,
    pub(super) length: i64,
    pub(super) axis: Axis,
    /// +1 or −1: the way along the axis.
    pub(super) way: i64,
    quadrant: Quadrant,
}

/// Which way a segment heads, within 45° to each side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Quadrant {
    Right,
    Down,
    Left,
    Up,
}

/// Segments longer than this are halved, and halved again: 1024 pixels.
pub(super) const LONGEST: i64 = 1 << 18;

impl Line {
    /// The segment between two points, which must be different.
    pub(super) fn new(a: Dot, b: Dot) -> Self {
        let (dx, dy) = (b.x - a.x, b.y - a.y);
        let (axis, along) = if dy.abs() >= dx.abs() {
            (Axis::Y, dy)
        } else {
            (Axis::X, dx)
        };
        let quadrant = match (axis, along > 0) {
            (Axis::X, true) => Quadrant::Right,
            (Axis::X, false) => Quadrant::Left,
            (Axis::Y, true) => Quadrant::Down,
            (Axis::Y, false) => Quadrant::Up,
        };
        Self {
            a,
            b,
            length: a.distance(b).max(1),
            axis,
            way: if along > 0 { 1 } else { -1 },
            quadrant,
        }
    }

    /// Both halves. They keep the axis, although rounding might turn a half a little.
    pub(super) fn halves(&self) -> (Self, Self) {
        let (middle, length) = (self.a.midpoint(self.b), self.length >> 1);
        let first = Self {
            b: middle,
            length,
            ..*self
        };
        let second = Self {
            a: middle,
            length,
            ..*self
        };
        (first, second)
    }

    /// Whether the next segment goes on so nearly in the same way that the join needs no care.
    pub(super) fn runs_on_into(&self, next: &Self) -> bool {
        self.quadrant == next.quadrant
    }

    /// Beside the start, at a right angle: on the right with y up, on the left with y down.
    pub(super) const fn beside_start(&self) -> Dot {
        Dot::new(
            self.a.x + (self.b.y - self.a.y),
            self.a.y - (self.b.x - self.a.x),
        )
    }

    /// Beside the end, at a right angle.
    pub(super) const fn beside_end(&self) -> Dot {
        Dot::new(
            self.b.x + (self.b.y - self.a.y),
            self.b.y - (self.b.x - self.a.x),
        )
    }

    /// A limit at the start, unless it lies so askew that it would cut the segment away.
    pub(super) fn mended_start(&self, limit: Dot) -> Dot {
        if self.is_askew(limit) {
            self.beside_start()
        } else {
            limit
        }
    }

    /// A limit at the end, unless it lies so askew that it would cut the segment away.
    pub(super) fn mended_end(&self, limit: Dot) -> Dot {
        if self.is_askew(limit) {
            self.beside_end()
        } else {
            limit
        }
    }

    /// Whether a limit is less than half a pixel beside the line, or on its other side.
    fn is_askew(&self, limit: Dot) -> bool {
        let cross = (limit.x - self.b.x) as f64 * (self.b.y - self.a.y) as f64
            - (limit.y - self.b.y) as f64 * (self.b.x - self.a.x) as f64;
        round(cross / self.length as f64) < 128
    }
}

/// The point through which the bisector of the angle between two segments that meet passes.
pub(super) fn bisector(first: &Line, second: &Line) -> Dot {
    let corner = second.a;
    let ratio = second.length as f64 / first.length as f64;
    let (in_x, in_y) = ((corner.x - first.a.x) as f64, (corner.y - first.a.y) as f64);
    let (out_x, out_y) = (
        (second.b.x - corner.x) as f64,
        (second.b.y - corner.y) as f64,
    );
    let (mut x, mut y) = (
        second.b.x as f64 - in_x * ratio,
        second.b.y as f64 - in_y * ratio,
    );
    // Every limit lies on the same side of its line, so at a turn the other way it is mirrored.
    if out_x * in_y < out_y * in_x + 100.0 {
        x -= (x - corner.x as f64) * 2.0;
        y -= (y - corner.y as f64) * 2.0;
    }
    let (dx, dy) = (x - corner.x as f64, y - corner.y as f64);
    if ((dx * dx + dy * dy).sqrt() as i64) < 256 {
        // Too near to tell the direction: nearly straight on.
        let (dx, dy) = (second.b.x - first.a.x, second.b.y - first.a.y);
        return Dot::new((2 * corner.x + dy) >> 1, (2 * corner.y - dx) >> 1);
    }
    Dot::new(round(x), round(y))
}

/// The nearest integer, halves away from zero.
pub(super) fn round(v: f64) -> i64 {
    (if v < 0.0 { v - 0.5 } else { v + 0.5 }) as i64
}

/// A number that grows by a ratio of integers, step by step, without rounding errors adding up.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ratio {
    count: i64,
    lift: i64,
    rest: i64,
    carry: i64,
    pub(super) value: i64,
}

impl Ratio {
    /// From 0 on, `total / count` a step; the remainder counts as used up from the start.
    pub(super) fn new(total: i64, count: i64) -> Self {
        let count = count.max(1);
        let (mut lift, mut rest) = (total / count, total % count);
        if rest <= 0 {
            rest += count;
            lift -= 1;
        }
        Self {
            count,
            lift,
            rest,
            carry: rest,
            value: 0,
        }
    }

    /// Forgets the remainder that was used up.
    pub(super) fn settle(&mut self) {
        self.carry -= self.count;
    }

    pub(super) fn forward(&mut self) {
        self.carry += self.rest;
        self.value += self.lift;
        if self.carry > 0 {
            self.carry -= self.count;
            self.value += 1;
        }
    }

    pub(super) fn back(&mut self) {
        if self.carry <= self.rest {
            self.carry += self.count;
            self.value -= 1;
        }
        self.carry -= self.rest;
        self.value -= self.lift;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ratio_goes_forward_and_back_again() {
        let steps = |ratio: &mut Ratio| {
            let step = |_| {
                ratio.forward();
                ratio.value
            };
            (0..7).map(step).collect::<Vec<i64>>()
        };
        let mut settled = Ratio::new(1000, 7);
        settled.settle();
        assert_eq!(steps(&mut settled), [143, 286, 429, 572, 715, 857, 1000]);
        let mut ratio = Ratio::new(-1000, 7);
        steps(&mut ratio);
        (0..7).for_each(|_| ratio.back());
        assert_eq!(ratio.value, 0);
    }

    #[test]
    fn the_bisector_of_a_right_angle_goes_through_the_corner_outwards() {
        let dots = [(0, 0), (2560, 0), (2560, 2560)].map(|(x, y)| Dot::new(x, y));
        let (first, second) = (Line::new(dots[0], dots[1]), Line::new(dots[1], dots[2]));
        assert_eq!(bisector(&first, &second), Dot::new(5120, -2560));
        assert!(!first.runs_on_into(&second));
    }
}
