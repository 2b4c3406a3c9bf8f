//! Maps that bend the plane: a magnifying glass, and polar coordinates.

use crate::geometry::number::sin_cos;
use crate::geometry::{Point, Transform};
use std::f64::consts::PI;

/// A magnifying glass: everything within a radius is enlarged, and what is outside moves away to
/// make room.
///
/// ```
/// use agg_core::{Magnifier, Point, Transform};
///
/// let glass = Magnifier::new((50.0, 50.0), 10.0, 3.0);
/// assert_eq!(glass.apply((52.0, 50.0).into()), Point::new(56.0, 50.0));
/// assert_eq!(glass.apply((70.0, 50.0).into()), Point::new(90.0, 50.0));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Magnifier {
    center: Point,
    radius: f64,
    magnification: f64,
}

impl Magnifier {
    /// A glass over the disc about `center`.
    #[must_use]
    pub fn new(center: impl Into<Point>, radius: f64, magnification: f64) -> Self {
        Self {
            center: center.into(),
            radius,
            magnification,
        }
    }

    /// Where what is seen at a point really is.
    #[must_use]
    pub fn unapply(&self, p: Point) -> Point {
        let away = p - self.center;
        let r = self.center.distance(p);
        if r < self.radius * self.magnification {
            let m = self.magnification;
            return Point::new(self.center.x + away.x / m, self.center.y + away.y / m);
        }
        if r == 0.0 {
            return p;
        }
        let shorter = r - self.radius * (self.magnification - 1.0);
        Point::new(
            self.center.x + shorter * away.x / r,
            self.center.y + shorter * away.y / r,
        )
    }
}

impl Transform for Magnifier {
    fn apply(&self, p: Point) -> Point {
        let away = p - self.center;
        let r = self.center.distance(p);
        let m = if r < self.radius {
            self.magnification
        } else if r == 0.0 {
            1.0
        } else {
            (r + self.radius * (self.magnification - 1.0)) / r
        };
        self.center + away * m
    }
}

/// Polar coordinates: x becomes the angle, y the distance from a centre.
///
/// ```
/// use agg_core::{Point, Polar, Transform};
///
/// let dial = Polar::new((50.0, 50.0), 12.0);
/// let three = dial.apply((3.0, 40.0).into());
/// assert!(three.distance(Point::new(50.0, 90.0)) < 1e-12, "a quarter of the way round");
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Polar {
    center: Point,
    angle: f64,
    scale: f64,
    offset: Point,
    spiral: f64,
}

impl Polar {
    /// The map about `center` in which `full_circle` units of x go once round, from the right
    /// towards larger y.
    #[must_use]
    pub fn new(center: impl Into<Point>, full_circle: f64) -> Self {
        Self {
            center: center.into(),
            angle: 2.0 * PI / full_circle,
            scale: 1.0,
            offset: Point::ORIGIN,
            spiral: 0.0,
        }
    }

    /// With distances multiplied by a factor.
    #[must_use]
    pub fn with_scale(mut self, scale: f64) -> Self {
        self.scale = scale;
        self
    }

    /// With something added to x and y first.
    #[must_use]
    pub fn with_offset(mut self, offset: impl Into<Point>) -> Self {
        self.offset = offset.into();
        self
    }

    /// With the distance growing by so much for each unit of x.
    #[must_use]
    pub fn with_spiral(mut self, spiral: f64) -> Self {
        self.spiral = spiral;
        self
    }
}

impl Transform for Polar {
    fn apply(&self, p: Point) -> Point {
        let angle = (p.x + self.offset.x) * self.angle;
        let distance = (p.y + self.offset.y) * self.scale + p.x * self.spiral;
        let (sin, cos) = sin_cos(angle);
        Point::new(
            cos * distance + self.center.x,
            sin * distance + self.center.y,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_glass_is_seen_through_both_ways() {
        let glass = Magnifier::new((5.0, 6.0), 4.0, 2.5);
        for p in [(5.0, 6.0), (6.0, 7.0), (9.0, 6.0), (30.0, -20.0)].map(Point::from) {
            assert!(glass.unapply(glass.apply(p)).distance(p) < 1e-13, "{p:?}");
        }
    }

    #[test]
    fn a_glass_without_radius_changes_nothing() {
        // AGG divides by the distance from the centre, which is zero there.
        let glass = Magnifier::new((5.0, 6.0), 0.0, 3.0);
        for p in [(5.0, 6.0), (7.0, 9.0)].map(Point::from) {
            assert_eq!((glass.apply(p), glass.unapply(p)), (p, p));
        }
    }
}
