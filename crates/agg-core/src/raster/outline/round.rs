//! Caps and round joins: discs, cut by lines through their middle.
//!
//! A cap is the half of a disc beyond the end of a line, a join the wedge between the ends of two.
//! The rows of a disc are those of an integer circle; in a row, the distance from the middle gives
//! the coverage.

use super::line::Dot;
use super::profile::Profile;
use super::walk::{Ink, Place};
use crate::raster::primitive::Oval;

/// Which part of a disc to draw: for each centre of a pixel, on which sides it lies of lines from
/// the middle through one or two points.
#[derive(Clone, Copy, Debug)]
pub(super) enum Part {
    /// The half before the start of a line; the point is beside it.
    Before(Dot),
    /// The half after the end of a line; the point is beside it.
    After(Dot),
    /// From one point to the other.
    Wedge(Dot, Dot),
}

impl Part {
    /// Whether the part holds a pixel, whose corner is given in 1/256 pixel.
    pub(super) fn holds(&self, middle: Dot, corner: Dot) -> bool {
        let side = |through| side(middle, through, corner);
        match *self {
            Self::Before(beside) => side(beside) > 0,
            Self::After(beside) => side(beside) <= 0,
            Self::Wedge(from, to) => side(from) <= 0 && side(to) > 0,
        }
    }
}

/// On which side of a line the centre of a pixel lies, in 1/16 pixel.
fn side(from: Dot, through: Dot, corner: Dot) -> i64 {
    let low = |v: i64| v >> 4;
    let (dx, dy) = (low(through.x) - low(from.x), low(through.y) - low(from.y));
    (low(corner.x + 128) - low(through.x)) * dy - (low(corner.y + 128) - low(through.y)) * dx
}

/// Draws a part of the disc that a line of this profile makes around a point.
pub(super) fn disc(middle: Dot, part: Part, profile: &Profile, ink: &mut impl Ink) {
    let radius = ((profile.width() + 255) >> 8).max(1);
    let (x, y) = (middle.x >> 8, middle.y >> 8);
    let mut row = |y: i64, half: i64| {
        for x in x - half..=x + half {
            pixel(middle, part, profile, (x, y), ink);
        }
    };
    let mut circle = Oval::new(radius, radius);
    let (mut dx, mut dy) = (0, -radius);
    loop {
        let (half, above) = (dx, dy);
        let (step_x, step_y) = circle.step();
        dx += step_x;
        dy += step_y;
        if dy != above {
            row(y + above, half);
            row(y - above, half);
        }
        if dy >= 0 {
            row(y + dy, dx);
            return;
        }
    }
}

fn pixel(middle: Dot, part: Part, profile: &Profile, at: (i64, i64), ink: &mut impl Ink) {
    let corner = Dot::new(at.0 << 8, at.1 << 8);
    let (dx, dy) = (corner.x + 128 - middle.x, corner.y + 128 - middle.y);
    let distance = root((dx * dx + dy * dy) as u64);
    if distance <= profile.width() && part.holds(middle, corner) {
        let place = Place {
            distance,
            across: distance,
            along: 0,
        };
        ink.pixel(at.0, at.1, place);
    }
}

/// The square root by the first 9 or 10 bits of a number, rounded to 11 bits of fraction before
/// it is scaled back and cut off. Exact enough, and AGG's to the bit.
fn root(v: u64) -> i64 {
    let bits = 64 - v.leading_zeros();
    let half = bits.saturating_sub(10).div_ceil(2);
    let table = ((v >> (2 * half)) as f64).sqrt() * 2048.0 + 0.5;
    if half <= 11 {
        (table as i64) >> (11 - half)
    } else {
        (v as f64).sqrt() as i64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roots_are_right_to_four_thousandths() {
        for v in (0..3_000_000_000_u64).step_by(9_973) {
            let exact = (v as f64).sqrt();
            let off = exact - root(v) as f64;
            assert!(off.abs() <= 1.0 + 0.004 * exact, "{v}: {off}");
        }
        assert_eq!(
            [0, 1, 3, 4, 1023, 1 << 20].map(root),
            [0, 1, 1, 2, 31, 1024]
        );
    }
}
