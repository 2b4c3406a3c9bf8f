//! Coverage through a table: gamma, contrast, and fills without anti-aliasing.
//!
//! ```text
//!  255 ┤      ╭──  power(0.5)        255 ┤     ┌────  threshold(0.5): aliased
//!      │   ╭──╯                          │     │
//!      │ ╭─╯                             │     │
//!    0 ┼─╯────────                     0 ┼─────┘────
//!      0        255                      0        255
//! ```
//!
//! A pixel that is not covered stays so: 0 gives 0 whatever the function says.

use crate::geometry::number::pow;
use crate::raster::span::{Coverage, Span};

/// A function from coverage to coverage, as a table.
///
/// ```
/// use agg_core::{FillRule, Gamma, Path, Rasterizer};
///
/// let mut rasterizer = Rasterizer::new(20, 20);
/// rasterizer.add(&Path::circle((10.0, 10.0), 7.0));
/// let aliased = Gamma::threshold(0.5);
/// rasterizer.for_each_span(FillRule::NonZero, aliased.before(|span| {
///     // every pixel of the span is covered by 0 or by 255
/// }));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gamma {
    table: [u8; 256],
}

impl Default for Gamma {
    fn default() -> Self {
        Self::linear(0.0, 1.0)
    }
}

impl Gamma {
    /// The table as it is, but 0 for 0.
    #[must_use]
    pub const fn from_table(mut table: [u8; 256]) -> Self {
        table[0] = 0;
        Self { table }
    }

    /// A function from 0 to 1 into 0 to 1, rounded to the nearest; what lies outside is cut off,
    /// and NaN is 0.
    #[must_use]
    pub fn from_fn(f: impl Fn(f64) -> f64) -> Self {
        let mut table = [0; 256];
        for (cover, value) in table.iter_mut().enumerate() {
            *value = (f(cover as f64 / 255.0) * 255.0 + 0.5) as u8;
        }
        Self::from_table(table)
    }

    /// `x^exponent`: below 1 edges get fuller, above 1 thinner.
    #[must_use]
    pub fn power(exponent: f64) -> Self {
        Self::from_fn(|x| pow(x, exponent))
    }

    /// Full from a coverage (0 to 1) on and nothing below it: a fill without anti-aliasing. A
    /// good threshold is 0.5; with 0 every pixel counts that has a coverage at all, be it 1/255.
    #[must_use]
    pub fn threshold(from: f64) -> Self {
        Self::from_fn(|x| if x < from { 0.0 } else { 1.0 })
    }

    /// A straight line from nothing at `from` to full at `to`, both coverages from 0 to 1.
    #[must_use]
    pub fn linear(from: f64, to: f64) -> Self {
        Self::from_fn(|x| {
            if x < from {
                0.0
            } else if x > to {
                1.0
            } else {
                (x - from) / (to - from)
            }
        })
    }

    /// `x·factor`, at most full.
    #[must_use]
    pub fn multiply(factor: f64) -> Self {
        Self::from_fn(|x| x * factor)
    }

    /// This function, and then another.
    #[must_use]
    pub fn then(&self, next: &Self) -> Self {
        Self {
            table: self.table.map(|cover| next.apply(cover)),
        }
    }

    /// What a coverage becomes.
    #[must_use]
    pub const fn apply(&self, cover: u8) -> u8 {
        self.table[cover as usize]
    }

    /// A visitor of spans that hands them on with their coverage changed; spans of which nothing
    /// is left are not handed on.
    pub fn before<'a>(&'a self, mut emit: impl FnMut(Span<'_>) + 'a) -> impl FnMut(Span<'_>) + 'a {
        let mut scratch = Vec::new();
        move |span| match span.coverage() {
            Coverage::Uniform { len, cover } => {
                let cover = self.apply(cover);
                if cover > 0 {
                    let coverage = Coverage::Uniform { len, cover };
                    emit(Span::new(span.x(), span.y(), coverage));
                }
            }
            Coverage::PerPixel(covers) => {
                let covers = covers.iter().map(|&cover| self.apply(cover));
                span.mapped(&mut scratch, covers, &mut emit);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(gamma: &Gamma) -> [u8; 5] {
        [0, 1, 127, 128, 255].map(|cover| gamma.apply(cover))
    }

    #[test]
    fn functions_are_rounded_to_the_nearest() {
        assert_eq!(sample(&Gamma::default()), [0, 1, 127, 128, 255]);
        assert_eq!(sample(&Gamma::power(2.0)), [0, 0, 63, 64, 255]);
        assert_eq!(sample(&Gamma::threshold(0.5)), [0, 0, 0, 255, 255]);
        assert_eq!(sample(&Gamma::threshold(0.0)), [0, 255, 255, 255, 255]);
        assert_eq!(sample(&Gamma::linear(0.25, 0.75)), [0, 0, 127, 129, 255]);
        assert_eq!(sample(&Gamma::multiply(2.0)), [0, 2, 254, 255, 255]);
    }

    /// 51 is a fifth.
    #[test]
    fn a_threshold_belongs_to_what_is_full() {
        let around = |gamma: &Gamma| [50, 51, 52].map(|cover| gamma.apply(cover));
        assert_eq!(around(&Gamma::threshold(0.2)), [0, 255, 255]);
        assert_eq!(around(&Gamma::linear(0.2, 0.2 + 1.0 / 255.0)), [0, 0, 255]);
    }

    #[test]
    fn strange_functions_stay_within_a_byte_and_leave_nothing_alone() {
        assert_eq!(sample(&Gamma::from_fn(|x| 1.0 - x)), [0, 254, 128, 127, 0]);
        assert_eq!(sample(&Gamma::power(f64::NAN)), [0, 0, 0, 0, 255]);
        assert_eq!(
            sample(&Gamma::multiply(f64::INFINITY)),
            [0, 255, 255, 255, 255]
        );
        assert_eq!(sample(&Gamma::linear(0.5, 0.5)), [0, 0, 0, 255, 255]);
    }

    #[test]
    fn spans_that_vanish_are_not_handed_on() {
        let mut seen = Vec::new();
        let gamma = Gamma::threshold(0.5);
        let mut visit = gamma.before(|span| seen.push((span.x(), span.len())));
        visit(Span::new(3, 0, Coverage::PerPixel(&[90, 200, 10, 255, 1])));
        visit(Span::new(9, 0, Coverage::PerPixel(&[90, 1])));
        visit(Span::new(20, 0, Coverage::Uniform { len: 4, cover: 100 }));
        visit(Span::new(30, 0, Coverage::Uniform { len: 5, cover: 200 }));
        drop(visit);
        assert_eq!(seen, [(4, 3), (30, 5)]);
    }
}
