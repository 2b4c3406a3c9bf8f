//! A point of the plane.

use std::ops::{Add, Mul, Sub};

/// A point, or the vector to it from the origin.
///
/// ```
/// use agg_core::Point;
///
/// let p: Point = (3.0, 4.0).into();
/// assert_eq!(p.distance(Point::ORIGIN), 5.0);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Downwards, where direction matters.
    pub y: f64,
}

impl Point {
    /// (0, 0).
    pub const ORIGIN: Self = Self::new(0.0, 0.0);

    /// The point (x, y).
    #[must_use]
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// The distance to another point: `sqrt(dx² + dy²)`, in that form (no `hypot`), so that it is
    /// the same to the last bit everywhere; scaled first only where the squares overflow.
    #[must_use]
    pub fn distance(self, other: Self) -> f64 {
        /// 2⁻⁶⁰⁰, which brings the square of every difference into range.
        const SMALL: f64 = f64::from_bits((1023 - 600) << 52);
        let squared = self.distance_squared(other);
        if squared.is_finite() {
            squared.sqrt()
        } else {
            (self * SMALL).distance_squared(other * SMALL).sqrt() / SMALL
        }
    }

    /// The square of the distance to another point.
    #[must_use]
    pub fn distance_squared(self, other: Self) -> f64 {
        let d = other - self;
        d.x * d.x + d.y * d.y
    }

    /// The point half way to another.
    #[must_use]
    pub fn midpoint(self, other: Self) -> Self {
        Self::new((self.x + other.x) / 2.0, (self.y + other.y) / 2.0)
    }

    /// Whether neither coordinate is infinite or NaN.
    #[inline]
    #[must_use]
    pub fn is_finite(self) -> bool {
        // Nothing finite times zero is anything but zero: one comparison for both.
        self.x * 0.0 + self.y * 0.0 == 0.0
    }
}

/// Whether all points are finite; all are looked at, several at a time.
#[inline]
pub(crate) fn all_finite(points: &[Point]) -> bool {
    points.iter().fold(true, |all, p| all & p.is_finite())
}

impl From<(f64, f64)> for Point {
    fn from((x, y): (f64, f64)) -> Self {
        Self::new(x, y)
    }
}

impl From<[f64; 2]> for Point {
    fn from([x, y]: [f64; 2]) -> Self {
        Self::new(x, y)
    }
}

impl Add for Point {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self::new(self.x + other.x, self.y + other.y)
    }
}

impl Sub for Point {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self::new(self.x - other.x, self.y - other.y)
    }
}

impl Mul<f64> for Point {
    type Output = Self;
    fn mul(self, k: f64) -> Self {
        Self::new(self.x * k, self.y * k)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_distances_do_not_overflow() {
        // The square of 1e300 has no f64.
        let (a, b) = (Point::new(-3e300, 0.0), Point::new(0.0, 4e300));
        assert!((a.distance(b) / 5e300 - 1.0).abs() < 1e-15);
        assert_eq!(Point::new(f64::INFINITY, 0.0).distance(b), f64::INFINITY);
    }
}
