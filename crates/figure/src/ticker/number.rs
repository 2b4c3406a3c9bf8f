//! The few numeric operations whose last bit decides where a tick sits.
//!
//! Tick arithmetic is full of `floor(log10(x))` and `a // b`, where one ulp moves a tick by a whole
//! step. These functions give the same bits on every platform, and the bits that matplotlib sees on
//! Linux:
//!
//! * `floor_divide`, `divmod`: Python's and numpy's floored division, exact through the remainder;
//! * `log10`: the mantissa's natural logarithm plus a split `log10(2)`, so that powers of ten give
//!   integers;
//! * `pow10`: the nearest double, except for the two exponents where the C library's `pow` is one
//!   ulp high.

use std::f64::consts::LOG10_E;

/// Low and high parts of `log10(2)`; the high part has trailing zeros, so that its product with an
/// exponent is exact.
const LOG10_2: (f64, f64) = (3.694_239_077_158_931e-13, 3.010_299_956_636_117_7e-1);
/// 2⁵⁴, which lifts every subnormal into the normal range.
const TWO_54: f64 = 18_014_398_509_481_984.0;

/// Floored quotient and the remainder that takes the divisor's sign; a zero divisor gives `a / 0`
/// and NaN.
pub(super) fn divmod(a: f64, b: f64) -> (f64, f64) {
    if b == 0.0 {
        return (a / b, f64::NAN);
    }
    let mut remainder = a % b;
    let mut quotient = (a - remainder) / b;
    if remainder == 0.0 {
        remainder = 0.0_f64.copysign(b);
    } else if (b < 0.0) != (remainder < 0.0) {
        remainder += b;
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return (0.0_f64.copysign(a / b), remainder);
    }
    let floor = quotient.floor();
    // The quotient of near-integers may land just below its integer.
    let nudge = if quotient - floor > 0.5 { 1.0 } else { 0.0 };
    (floor + nudge, remainder)
}

/// `a // b`: the largest integer not above the exact quotient.
pub(super) fn floor_divide(a: f64, b: f64) -> f64 {
    divmod(a, b).0
}

/// Decimal logarithm, exact for powers of ten; −∞ at 0, NaN below.
pub(crate) fn log10(x: f64) -> f64 {
    if x <= 0.0 || !x.is_finite() {
        return if x == 0.0 {
            f64::NEG_INFINITY
        } else if x > 0.0 {
            x
        } else {
            f64::NAN
        };
    }
    let (bits, shift) = if x < f64::MIN_POSITIVE {
        ((x * TWO_54).to_bits(), 54)
    } else {
        (x.to_bits(), 0)
    };
    let exponent = ((bits >> 52) & 0x7ff) as i64 - 1023 - shift;
    // Mantissa in [1, 2) from 1 upwards and in [1/2, 1) below 1: the two terms never cancel.
    let below_one = u64::from(exponent < 0);
    let mantissa = f64::from_bits((bits & 0x000f_ffff_ffff_ffff) | ((0x3ff - below_one) << 52));
    let twos = (exponent + below_one as i64) as f64;
    (twos * LOG10_2.0 + LOG10_E * libm::log(mantissa)) + twos * LOG10_2.1
}

/// Exponent of the decade that holds `x`; `None` for zero, negative and non-finite `x`.
pub(super) fn decade(x: f64) -> Option<i32> {
    let floor = log10(x).floor();
    // A finite logarithm lies within ±324.
    floor.is_finite().then_some(floor as i32)
}

/// The double nearest to 10ⁿ; 0 and ∞ beyond the range.
pub(super) fn nearest_pow10(n: i32) -> f64 {
    match n {
        309.. => f64::INFINITY,
        ..=-324 => 0.0,
        _ => format!("1e{n}").parse().unwrap_or(f64::NAN),
    }
}

/// 10ⁿ as C's `pow` gives it: the nearest double, but one ulp above it for n = 23 and n = 210.
pub(super) fn pow10(n: i32) -> f64 {
    let nearest = nearest_pow10(n);
    if matches!(n, 23 | 210) {
        nearest.next_up()
    } else {
        nearest
    }
}

/// `x` rounded half-to-even at `decimals` places by scaling, rounding and scaling back, as numpy
/// does it.
pub(super) fn round_decimals(x: f64, decimals: i32) -> f64 {
    let scale = pow10(decimals);
    (x * scale).round_ties_even() / scale
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floored_division_rounds_towards_minus_infinity() {
        assert_eq!(divmod(7.0, 2.0), (3.0, 1.0));
        assert_eq!(divmod(-7.0, 2.0), (-4.0, 1.0));
        assert_eq!(divmod(7.0, -2.0), (-4.0, -1.0));
        assert_eq!(divmod(0.3, 0.1), (2.0, 0.3 % 0.1));
        assert!(floor_divide(-0.0, 2.0).is_sign_negative());
        assert_eq!(floor_divide(1.0, 0.0), f64::INFINITY);
        assert_eq!(floor_divide(5.0, f64::INFINITY), 0.0);
    }

    #[test]
    fn log10_of_each_power_of_ten_is_its_exponent() {
        for n in -307..=308 {
            assert_eq!(log10(nearest_pow10(n)), f64::from(n));
        }
    }

    #[test]
    fn decade_of_a_number_just_below_a_power_of_ten_rounds_up_like_c() {
        assert_eq!(decade(1000.0_f64.next_down()), Some(3));
        assert_eq!(decade(999.999_999_999), Some(2));
        assert_eq!(decade(1e15_f64.next_down()), Some(15));
        assert_eq!(decade(5e-324), Some(-324));
        assert_eq!(decade(f64::MAX), Some(308));
        assert_eq!(
            [
                decade(0.0),
                decade(-1.0),
                decade(f64::NAN),
                decade(f64::INFINITY)
            ],
            [None; 4]
        );
    }

    #[test]
    fn pow10_follows_c_in_its_two_misrounded_exponents() {
        assert_eq!(pow10(23).to_bits(), 0x44b5_2d02_c7e1_4af7);
        assert_eq!(pow10(210).to_bits(), 0x6b88_557f_3132_6bbc);
        assert_eq!(pow10(-5), 1e-5);
    }
}
