//! The number conversions and the transcendental functions that geometry uses.
//!
//! The functions come from the `libm` crate, not from the platform, so that every machine makes
//! the same bits. Square roots are correctly rounded everywhere and stay with `std`.

pub(crate) use libm::{acos, atan2, cos, pow, sincos as sin_cos, tan};

/// The nearest integer, halves away from zero; saturated, and 0 for NaN.
#[inline]
pub(crate) fn round_half_away(v: f64) -> i32 {
    (v + 0.5_f64.copysign(v)) as i32
}

/// The step in radians between points on an arc of the given radius such that the chord stays
/// within 1/8 unit (at scale 1) of it.
///
/// Never less than 2π/2¹⁵: beyond a radius of some millions a finer step only costs memory, and
/// from 2⁵² on the formula would give 0.
pub(crate) fn arc_step(radius: f64, scale: f64) -> f64 {
    const FINEST: f64 = std::f64::consts::TAU / 32_768.0;
    (acos(radius / (radius + 0.125 / scale)) * 2.0).max(FINEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sine_and_cosine_together_are_the_two_alone() {
        let angles = (0..200_000).map(|i| f64::from(i) * 7.3e-5 - 7.0);
        let tiny = (-60..0).map(|exponent| 1.37 * f64::from(exponent).exp2());
        for angle in angles.chain(tiny) {
            let alone = (libm::sin(angle), libm::cos(angle));
            assert_eq!(sin_cos(angle), alone, "{angle}");
        }
    }

    #[test]
    fn halves_round_away_from_zero() {
        assert_eq!(
            [2.5, -2.5, 2.4999, -0.5, 0.49].map(round_half_away),
            [3, -3, 2, -1, 0]
        );
        assert_eq!(
            [f64::NAN, 1e300, -1e300].map(round_half_away),
            [0, i32::MAX, i32::MIN]
        );
    }

    #[test]
    fn arc_step_is_bounded_below_and_survives_nan() {
        assert!(arc_step(1e300, 1.0) > 1e-4);
        assert!(arc_step(f64::NAN, 1.0) > 1e-4);
    }
}
