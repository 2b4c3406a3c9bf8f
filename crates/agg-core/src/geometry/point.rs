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
        const SCALE: f64 = 1.0 / (1u64 << 32) as f64 / (1u64 << 32) as f64;
        let squared = self.distance_squared(other);
        if squared.is_finite() {
            squared.sqrt()
        } else {
            let (a, b) = (self * (SCALE * SCALE), other * (SCALE * SCALE));
            // 2¹²⁸ times the scaled distance, in two steps.
            a.distance_squared(b).sqrt() / SCALE / SCALE
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
    #[must_use]
    pub fn is_finite(self) -> bool {
        self.x.is_finite() && self.y.is_finite()
    }
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
