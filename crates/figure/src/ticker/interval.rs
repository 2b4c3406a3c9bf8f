//! Intervals of one axis: which values lie inside, and how an empty interval becomes a usable one.

/// How [`nonsingular`] treats an interval that is too short to divide into ticks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Expansion {
    /// Share of each end's magnitude that is added on its side; also the half width of the interval
    /// around zero.
    pub share: f64,
    /// Ratio of length to largest magnitude at or below which an interval counts as a point. About
    /// 1e-15 is the least that makes sense: below it two ends differ by the rounding of one.
    pub tiny: f64,
}

impl Expansion {
    /// For axis limits that are set or autoscaled: a point `v` becomes `v ± 5 %`, no data becomes
    /// ±0.05.
    pub const LIMITS: Self = Self {
        share: 0.05,
        tiny: 1e-15,
    };
    /// For limits after their margins were added: 0.1 % around a point.
    pub const MARGINS: Self = Self {
        share: 0.001,
        tiny: 1e-15,
    };
}

/// Smallest magnitude that ticks can divide at a given [`Expansion::tiny`]: a million steps above
/// the subnormals.
fn smallest_divisible(tiny: f64) -> f64 {
    (1e6 / tiny) * f64::MIN_POSITIVE
}

/// The interval in increasing order, widened where it is too short to hold distinct ticks.
///
/// NaN and infinite ends, and ends too close to zero to divide, give `(-share, share)`. An interval
/// that is a point up to `tiny` grows by `share` of each end's magnitude; any other interval keeps
/// its ends.
///
/// # Examples
///
/// ```
/// use figure::ticker::{Expansion, nonsingular};
///
/// assert_eq!(nonsingular((2.0, 1.0), Expansion::LIMITS), (1.0, 2.0));
/// assert_eq!(nonsingular((100.0, 100.0), Expansion::LIMITS), (95.0, 105.0));
/// assert_eq!(nonsingular((0.0, f64::NAN), Expansion::LIMITS), (-0.05, 0.05));
/// ```
#[must_use]
pub fn nonsingular(interval: (f64, f64), expansion: Expansion) -> (f64, f64) {
    let Expansion { share, tiny } = expansion;
    let (low, high) = increasing(interval);
    let magnitude = low.abs().max(high.abs());
    if !low.is_finite() || !high.is_finite() || magnitude < smallest_divisible(tiny) {
        (-share, share)
    } else if high - low <= magnitude * tiny {
        (low - share * low.abs(), high + share * high.abs())
    } else {
        (low, high)
    }
}

/// The interval with its smaller end first; NaN ends stay where they are.
pub(crate) fn increasing((a, b): (f64, f64)) -> (f64, f64) {
    if b < a { (b, a) } else { (a, b) }
}

/// Whether `value` lies in the interval (in either order) or outside it by at most 1e-10 of its
/// length, which forgives the rounding of a tick that should sit exactly on an end.
pub(crate) fn contains_close(interval: (f64, f64), value: f64) -> bool {
    let (low, high) = increasing(interval);
    let slack = (high - low) * 1e-10;
    low - slack <= value && value <= high + slack
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_too_close_to_zero_become_the_share() {
        assert_eq!(
            nonsingular((1e-300, 2e-300), Expansion::LIMITS),
            (-0.05, 0.05)
        );
        assert_eq!(nonsingular((0.0, 3e-287), Expansion::LIMITS), (0.0, 3e-287));
    }

    #[test]
    fn a_value_one_part_in_1e10_outside_still_counts_as_inside() {
        assert!(contains_close((0.0, 1.0), 1.0 + 0.9e-10));
        assert!(!contains_close((0.0, 1.0), 1.0 + 1.1e-10));
        assert!(contains_close((1.0, 0.0), -0.9e-10));
        assert!(!contains_close((0.0, 1.0), f64::NAN));
    }
}
