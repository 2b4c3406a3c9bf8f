//! Whole multiples of a tick step that enclose a value, forgiving the rounding of values that
//! should be multiples.

use super::number::{divmod, log10};

/// Counts steps from a value, treating a value within a small tolerance of a multiple as that
/// multiple.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edge {
    step: f64,
    tolerance: f64,
}

impl Edge {
    /// Multiples of `step` for values from which `offset` was subtracted: the larger the offset in
    /// steps, the fewer digits are left in the value, so the tolerance grows with it, from 1e-10 up
    /// to just under half a step.
    pub(super) fn new(step: f64, offset: f64) -> Self {
        let tolerance = if offset == 0.0 {
            1e-10
        } else {
            let digits = log10(offset.abs() / step);
            libm::pow(10.0, digits - 12.0).clamp(1e-10, 0.4999)
        };
        Self { step, tolerance }
    }

    /// The largest whole `n` with `n · step ≤ x`.
    pub(super) fn at_or_below(&self, x: f64) -> f64 {
        let (quotient, remainder) = divmod(x, self.step);
        let nearly_next = (remainder / self.step - 1.0).abs() < self.tolerance;
        if nearly_next {
            quotient + 1.0
        } else {
            quotient
        }
    }

    /// The smallest whole `n` with `n · step ≥ x`.
    pub(super) fn at_or_above(&self, x: f64) -> f64 {
        let (quotient, remainder) = divmod(x, self.step);
        let nearly_exact = (remainder / self.step).abs() < self.tolerance;
        if nearly_exact {
            quotient
        } else {
            quotient + 1.0
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_errors_do_not_skip_a_multiple() {
        let edge = Edge::new(0.1, 0.0);
        assert_eq!(edge.at_or_below(0.3), 3.0);
        assert_eq!(edge.at_or_above(0.1 + 0.2), 3.0);
        assert_eq!(edge.at_or_below(0.299), 2.0);
        assert_eq!(edge.at_or_above(0.301), 4.0);
    }

    #[test]
    fn a_large_offset_widens_the_tolerance() {
        assert_eq!(Edge::new(1.0, 0.0).at_or_above(1e-6), 1.0);
        assert_eq!(Edge::new(1.0, 1e8).at_or_above(1e-6), 0.0);
    }
}
