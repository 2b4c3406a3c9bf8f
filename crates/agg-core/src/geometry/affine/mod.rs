//! Affine transforms.

mod fit;

use crate::geometry::{Point, number};

/// A map of the plane into itself.
///
/// Implementors are total: any point, also a non-finite one, gives a point (perhaps non-finite,
/// which breaks a path there).
pub trait Transform {
    /// The image of a point.
    fn apply(&self, point: Point) -> Point;
}

/// An affine map:
///
/// ```text
/// x' = sx·x  + shx·y + tx
/// y' = shy·x + sy·y  + ty
/// ```
///
/// Maps are composed in reading order: `a.then(b)` applies `a` first.
///
/// ```
/// use agg_core::{Affine, Point};
///
/// let map = Affine::scale(2.0).then(Affine::translate(10.0, 0.0));
/// assert_eq!(map * Point::new(3.0, 1.0), Point::new(16.0, 2.0));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Affine {
    /// x to x.
    pub sx: f64,
    /// x to y.
    pub shy: f64,
    /// y to x.
    pub shx: f64,
    /// y to y.
    pub sy: f64,
    /// Shift along x.
    pub tx: f64,
    /// Shift along y.
    pub ty: f64,
}

impl Default for Affine {
    fn default() -> Self {
        Self::IDENTITY
    }
}

impl Affine {
    /// The map that changes nothing.
    pub const IDENTITY: Self = Self::new([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// The map with the coefficients `[sx, shy, shx, sy, tx, ty]` (column after column of the
    /// matrix).
    #[must_use]
    pub const fn new([sx, shy, shx, sy, tx, ty]: [f64; 6]) -> Self {
        Self {
            sx,
            shy,
            shx,
            sy,
            tx,
            ty,
        }
    }

    /// A shift.
    #[must_use]
    pub const fn translate(x: f64, y: f64) -> Self {
        Self::new([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// Uniform scaling about the origin.
    #[must_use]
    pub const fn scale(factor: f64) -> Self {
        Self::scale_xy(factor, factor)
    }

    /// Scaling about the origin by a factor for each axis.
    #[must_use]
    pub const fn scale_xy(x: f64, y: f64) -> Self {
        Self::new([x, 0.0, 0.0, y, 0.0, 0.0])
    }

    /// Rotation about the origin by an angle in radians, from the x axis towards the y axis
    /// (clockwise to the eye where y points down).
    #[must_use]
    pub fn rotate(angle: f64) -> Self {
        let (sin, cos) = number::sin_cos(angle);
        Self::new([cos, sin, -sin, cos, 0.0, 0.0])
    }

    /// Skewing by an angle in radians along each axis: `x' = x + y·tan(x_angle)`.
    #[must_use]
    pub fn skew(x_angle: f64, y_angle: f64) -> Self {
        Self::new([
            1.0,
            number::tan(y_angle),
            number::tan(x_angle),
            1.0,
            0.0,
            0.0,
        ])
    }

    /// This map, and then another.
    #[must_use]
    pub fn then(self, m: Self) -> Self {
        Self {
            sx: self.sx * m.sx + self.shy * m.shx,
            shy: self.sx * m.shy + self.shy * m.sy,
            shx: self.shx * m.sx + self.sy * m.shx,
            sy: self.shx * m.shy + self.sy * m.sy,
            tx: self.tx * m.sx + self.ty * m.shx + m.tx,
            ty: self.tx * m.shy + self.ty * m.sy + m.ty,
        }
    }

    /// `sx·sy − shy·shx`: the factor by which areas grow, negative where the map mirrors.
    #[must_use]
    pub fn determinant(&self) -> f64 {
        self.sx * self.sy - self.shy * self.shx
    }

    /// The map back, or `None` where there is none: a determinant of zero, NaN or infinity.
    #[must_use]
    pub fn inverse(&self) -> Option<Self> {
        let d = 1.0 / self.determinant();
        if !d.is_finite() {
            return None;
        }
        let (sx, shy, shx, sy) = (self.sy * d, -self.shy * d, -self.shx * d, self.sx * d);
        let inverse = Self {
            sx,
            shy,
            shx,
            sy,
            tx: -self.tx * sx - self.ty * shx,
            ty: -self.tx * shy - self.ty * sy,
        };
        inverse.is_finite().then_some(inverse)
    }

    /// The scale that a curve approximated before this map should allow for: the length of the
    /// image of (√½, √½).
    #[must_use]
    pub fn mean_scale(&self) -> f64 {
        let x = std::f64::consts::FRAC_1_SQRT_2 * (self.sx + self.shx);
        let y = std::f64::consts::FRAC_1_SQRT_2 * (self.shy + self.sy);
        (x * x + y * y).sqrt()
    }

    /// How many times as long the map makes what it lengthens most; infinite where that is too large
    /// to be reckoned.
    ///
    /// ```
    /// use agg_core::Affine;
    ///
    /// assert_eq!(Affine::scale_xy(3.0, -0.5).max_scale(), 3.0);
    /// assert_eq!(Affine::skew(0.0, 0.0).max_scale(), 1.0);
    /// ```
    #[must_use]
    pub fn max_scale(&self) -> f64 {
        let length = |x: f64, y: f64| (x * x + y * y).sqrt();
        let turned = length(self.sx + self.sy, self.shy - self.shx);
        let mirrored = length(self.sx - self.sy, self.shy + self.shx);
        (turned + mirrored) / 2.0
    }

    /// Whether no coefficient is infinite or NaN.
    #[must_use]
    pub fn is_finite(&self) -> bool {
        [self.sx, self.shy, self.shx, self.sy, self.tx, self.ty]
            .iter()
            .all(|v| v.is_finite())
    }
}

impl Transform for Affine {
    #[inline]
    fn apply(&self, p: Point) -> Point {
        Point::new(
            p.x * self.sx + p.y * self.shx + self.tx,
            p.x * self.shy + p.y * self.sy + self.ty,
        )
    }
}

impl std::ops::Mul<Point> for Affine {
    type Output = Point;
    fn mul(self, p: Point) -> Point {
        self.apply(p)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inverse_undoes_the_map() {
        let m = Affine::rotate(0.3)
            .then(Affine::scale_xy(2.0, -5.0))
            .then(Affine::translate(7.0, -1.0));
        let back = m.inverse().unwrap();
        let p = back * (m * Point::new(12.5, -4.0));
        assert!(p.distance(Point::new(12.5, -4.0)) < 1e-13, "{p:?}");
    }

    #[test]
    fn singular_and_non_finite_maps_have_no_inverse() {
        assert_eq!(Affine::scale_xy(1.0, 0.0).inverse(), None);
        assert_eq!(Affine::scale(f64::NAN).inverse(), None);
        assert_eq!(Affine::translate(f64::INFINITY, 0.0).inverse(), None);
    }

    #[test]
    fn rotation_turns_x_towards_y() {
        let p = Affine::rotate(std::f64::consts::FRAC_PI_2) * Point::new(1.0, 0.0);
        assert!(p.distance(Point::new(0.0, 1.0)) < 1e-15);
    }
}
