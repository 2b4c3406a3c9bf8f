//! Where a line of text goes: a pen position, an angle, and what they become in fixed point.
//!
//! ```text
//!            y up
//!            │        ╱ advance direction, turned counter-clockwise by `degrees`
//!            │   ●───╱
//!            │  pen position (x, y), on the baseline
//!            └──────────── x
//! ```
//!
//! A glyph at offset (dx, dy) along and above the baseline gets the matrix
//! `[cos −sin; sin cos]`, each entry rounded to 16.16, and is then moved by
//! `(x + dx·cos − dy·sin, y + dx·sin + dy·cos)`, rounded to 26.6 (halves to even). Both axes keep
//! their fraction: nothing snaps to whole pixels.

use crate::Error;

/// Pen positions beyond this many pixels are refused; FreeType's own limit is 2^24.
const MAX_DISTANCE: f64 = 8_388_608.0;

/// Where a line starts and how it is turned, in pixels with y **up**.
///
/// y counts from the bottom edge of the picture, as matplotlib's does: for a picture of height `h`
/// the pixel row `r`, counted from the top, lies between `y = h − r − 1` and `y = h − r`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placement {
    x: f64,
    y: f64,
    degrees: f64,
    cos: f64,
    sin: f64,
}

impl Placement {
    /// The pen at (`x`, `y`), in pixels, y up, and text that runs to the right.
    ///
    /// # Errors
    ///
    /// [`Error::Placement`] when a coordinate is not finite or beyond 2^23 pixels.
    pub fn at(x: f64, y: f64) -> Result<Self, Error> {
        Self::rotated(x, y, 0.0)
    }

    /// The pen at (`x`, `y`), and text turned counter-clockwise by `degrees` around it.
    ///
    /// # Errors
    ///
    /// [`Error::Placement`] when a number is not finite or a coordinate is beyond 2^23 pixels.
    pub fn rotated(x: f64, y: f64, degrees: f64) -> Result<Self, Error> {
        let near = x.abs() <= MAX_DISTANCE && y.abs() <= MAX_DISTANCE;
        if !near || !degrees.is_finite() {
            return Err(Error::Placement { x, y, degrees });
        }
        let (sin, cos) = libm::sincos(degrees.to_radians());
        Ok(Self {
            x,
            y,
            degrees,
            cos,
            sin,
        })
    }

    /// The error for a glyph that this placement puts out of reach.
    pub(crate) fn refused(&self) -> Error {
        Error::Placement {
            x: self.x,
            y: self.y,
            degrees: self.degrees,
        }
    }

    /// The rotation in 16.16.
    pub(crate) fn matrix(&self) -> Matrix {
        let fixed = |v: f64| (v * 65536.0).round_ties_even() as i32;
        Matrix {
            xx: fixed(self.cos),
            xy: fixed(-self.sin),
            yx: fixed(self.sin),
            yy: fixed(self.cos),
        }
    }

    /// Where a glyph at (`dx`, `dy`) from the pen ends up, in 26.6.
    pub(crate) fn delta(&self, dx: f64, dy: f64) -> (i64, i64) {
        let fixed = |v: f64| (64.0 * v).round_ties_even() as i64;
        (
            fixed(self.x + dx * self.cos - dy * self.sin),
            fixed(self.y + dx * self.sin + dy * self.cos),
        )
    }
}

/// Whether a glyph's stems will stand along the rows and columns of pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Grid {
    On,
    Off,
}

/// A linear map in 16.16 fixed point: `x' = xx·x + xy·y`, `y' = yx·x + yy·y`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Matrix {
    pub(crate) xx: i32,
    pub(crate) xy: i32,
    pub(crate) yx: i32,
    pub(crate) yy: i32,
}

impl Matrix {
    /// Leaves every point where it is.
    pub(crate) const IDENTITY: Self = Self {
        xx: 0x1_0000,
        xy: 0,
        yx: 0,
        yy: 0x1_0000,
    };

    /// Whether glyphs fitted to the pixel grid still are after this map.
    pub(crate) fn grid(self) -> Grid {
        let upright = self.yx == 0 && self.xx != 0;
        let sideways = self.xx == 0 && self.yx != 0;
        if upright || sideways {
            Grid::On
        } else {
            Grid::Off
        }
    }

    /// The image of a 26.6 point, each product rounded on its own (halves away from zero).
    pub(crate) fn apply(self, x: i32, y: i32) -> (i32, i32) {
        (
            mul_16_16(x, self.xx).wrapping_add(mul_16_16(y, self.xy)),
            mul_16_16(x, self.yx).wrapping_add(mul_16_16(y, self.yy)),
        )
    }
}

/// `a·b / 65536`, rounded to the nearest integer, halves away from zero.
fn mul_16_16(a: i32, b: i32) -> i32 {
    let product = i64::from(a) * i64::from(b);
    ((product + 0x8000 + (product >> 63)) >> 16) as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fixed_point_products_round_halves_away_from_zero() {
        assert_eq!(mul_16_16(1, 0x8000), 1);
        assert_eq!(mul_16_16(-1, 0x8000), -1);
        assert_eq!(mul_16_16(3, 0x8000), 2);
        assert_eq!(mul_16_16(-3, 0x8000), -2);
        assert_eq!(mul_16_16(-3, 0x7FFF), -1);
    }

    #[test]
    fn no_turn_is_the_identity_and_a_right_angle_has_no_cosine() {
        let at = |degrees| Placement::rotated(0.0, 0.0, degrees).unwrap().matrix();
        assert_eq!(at(0.0), Matrix::IDENTITY);
        assert_eq!(
            at(90.0),
            Matrix {
                xx: 0,
                xy: -0x1_0000,
                yx: 0x1_0000,
                yy: 0
            }
        );
    }

    #[test]
    fn what_is_not_finite_or_far_away_is_refused() {
        assert!(Placement::rotated(0.0, 0.0, f64::NAN).is_err());
        assert!(Placement::rotated(0.0, 0.0, f64::INFINITY).is_err());
        assert!(Placement::at(f64::NAN, 0.0).is_err());
        assert!(Placement::at(0.0, 1e300).is_err());
        assert!(Placement::rotated(0.0, 0.0, 1e300).is_ok());
    }
}
