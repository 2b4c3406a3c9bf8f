//! The locator trait, and the locators whose step is given: fixed, null, multiple, linear, minor.

use std::fmt;

use super::context::AxisContext;
use super::edge::Edge;
use super::interval::{Expansion, nonsingular};
use super::number::{floor_divide, log10};
use crate::Error;

/// Most ticks that any locator of this crate makes; one more is [`Error::TooManyTicks`].
///
/// matplotlib logs a warning from 1000 ticks on and goes on to make them all, until memory ends. A
/// picture with 100 000 ticks on one axis is solid ink on any paper, so nothing useful is refused.
pub const TICK_LIMIT: usize = 100_000;

/// −2⁶³: a count below this is no count.
const LOWEST_COUNT: f64 = i64::MIN as f64;

/// Where the ticks of an axis sit.
///
/// A new locator is one type with one method; the other two shape how limits are chosen around the
/// data.
///
/// # Examples
///
/// ```
/// use figure::ticker::{AxisContext, Locator};
///
/// /// A tick at each end of the view.
/// #[derive(Debug)]
/// struct Ends;
///
/// impl Locator for Ends {
///     fn ticks(&self, axis: &AxisContext<'_>) -> Result<Vec<f64>, figure::Error> {
///         Ok(vec![axis.view.0, axis.view.1])
///     }
/// }
/// assert_eq!(Ends.ticks(&AxisContext::x((1.0, 3.0)))?, [1.0, 3.0]);
/// # Ok::<(), figure::Error>(())
/// ```
pub trait Locator: fmt::Debug + Send + Sync {
    /// Tick values in data units for an axis; some may lie just outside its view
    /// ([`AxisContext::shows`]).
    ///
    /// # Errors
    ///
    /// [`Error::TickRange`] where the view's span overflows, [`Error::TooManyTicks`] beyond
    /// [`TICK_LIMIT`].
    fn ticks(&self, axis: &AxisContext<'_>) -> Result<Vec<f64>, Error>;

    /// Whether there is never a tick: then nothing on the axis looks at how they would look.
    fn is_null(&self) -> bool {
        false
    }

    /// Usable limits around data limits, in increasing order: `(-∞, ∞)`, which stands for no data,
    /// becomes the default limits, and a point becomes an interval.
    fn nonsingular(&self, limits: (f64, f64)) -> (f64, f64) {
        nonsingular(limits, Expansion::LIMITS)
    }

    /// View limits for data limits to which the margins have been added.
    fn view_limits(&self, limits: (f64, f64)) -> (f64, f64) {
        nonsingular(limits, Expansion::MARGINS)
    }

    /// The same where views end at ticks, for an axis as long as this one. Unless a locator says
    /// otherwise, they end where they do without.
    ///
    /// # Errors
    ///
    /// As for [`ticks`](Self::ticks).
    fn round_limits(
        &self,
        limits: (f64, f64),
        axis: &AxisContext<'_>,
    ) -> Result<(f64, f64), Error> {
        let _ = axis;
        Ok(self.view_limits(limits))
    }
}

/// `start`, `start + 1`, … below `stop`, each as `start + i`, mapped by `place`.
///
/// The count is checked before anything is allocated.
pub(super) fn steps(start: f64, stop: f64, place: impl Fn(f64) -> f64) -> Result<Vec<f64>, Error> {
    let count = (stop - start).ceil();
    // Far below zero, the steps were lost in the rounding of an offset; near it, there are none.
    if !(LOWEST_COUNT..=TICK_LIMIT as f64).contains(&count) {
        return Err(Error::TooManyTicks { count: count.abs() });
    }
    // Where 1 is below the resolution of `start`, all differences are the rounded first one.
    let one = (start + 1.0) - start;
    Ok((0..count.max(0.0) as usize)
        .map(|i| place(start + i as f64 * one))
        .collect())
}

/// No ticks at all.
///
/// # Examples
///
/// ```
/// use figure::ticker::{AxisContext, Locator, NullLocator};
/// assert!(NullLocator.ticks(&AxisContext::x((0.0, 1.0)))?.is_empty());
/// # Ok::<(), figure::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NullLocator;

impl Locator for NullLocator {
    fn ticks(&self, _axis: &AxisContext<'_>) -> Result<Vec<f64>, Error> {
        Ok(Vec::new())
    }

    fn is_null(&self) -> bool {
        true
    }
}

/// Ticks at given values, whatever the view.
///
/// # Examples
///
/// ```
/// use figure::ticker::{AxisContext, FixedLocator, Locator};
///
/// let months = FixedLocator::new([-2.0, -1.0, 0.0, 1.0, 2.0, 3.0]);
/// let axis = AxisContext::x((0.0, 1.0));
/// assert_eq!(months.ticks(&axis)?, [-2.0, -1.0, 0.0, 1.0, 2.0, 3.0]);
/// // Every second one, starting so that the one nearest to zero is among them:
/// assert_eq!(months.with_bins(3).ticks(&axis)?, [-2.0, 0.0, 2.0]);
/// # Ok::<(), figure::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct FixedLocator {
    positions: Vec<f64>,
    bins: Option<usize>,
}

impl FixedLocator {
    /// Ticks at exactly these values, in this order.
    #[must_use]
    pub fn new(positions: impl Into<Vec<f64>>) -> Self {
        Self {
            positions: positions.into(),
            bins: None,
        }
    }

    /// The same values thinned to every n-th, so that at most `bins + 1` remain, among them the one
    /// nearest to zero.
    ///
    /// `bins` below 2 counts as 2.
    #[must_use]
    pub fn with_bins(self, bins: usize) -> Self {
        Self {
            bins: Some(bins.max(2)),
            ..self
        }
    }

    fn every(&self, step: usize, first: usize) -> impl Iterator<Item = f64> {
        self.positions.iter().copied().skip(first).step_by(step)
    }

    /// Distance from zero of the closest of every `step`-th value from `first` on; NaN if any value
    /// is NaN.
    fn distance(&self, step: usize, first: usize) -> f64 {
        self.every(step, first)
            .map(f64::abs)
            .fold(
                f64::INFINITY,
                |a, b| if a.is_nan() || a < b { a } else { b },
            )
    }
}

impl Locator for FixedLocator {
    fn ticks(&self, _axis: &AxisContext<'_>) -> Result<Vec<f64>, Error> {
        let count = self.positions.len();
        let step = self.bins.map_or(1, |bins| count.div_ceil(bins).max(1));
        let closest = (1..step).fold(0, |best, i| {
            if self.distance(step, i) < self.distance(step, best) {
                i
            } else {
                best
            }
        });
        let ticks: Vec<f64> = self.every(step, closest).collect();
        if ticks.len() > TICK_LIMIT {
            return Err(Error::TooManyTicks {
                count: ticks.len() as f64,
            });
        }
        Ok(ticks)
    }
}

/// Ticks at every multiple of a step, plus an offset; one more on each side of the view.
///
/// # Examples
///
/// ```
/// use figure::ticker::{AxisContext, Locator, MultipleLocator};
///
/// let axis = AxisContext::x((0.0, 1.0));
/// let halves = MultipleLocator::new(0.5)?;
/// assert_eq!(halves.ticks(&axis)?, [-0.5, 0.0, 0.5, 1.0, 1.5]);
/// assert_eq!(halves.with_offset(0.25).ticks(&axis)?, [-0.25, 0.25, 0.75, 1.25]);
/// # Ok::<(), figure::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MultipleLocator {
    step: f64,
    offset: f64,
}

impl MultipleLocator {
    /// Ticks `step` data units apart, one of them at 0.
    ///
    /// # Errors
    ///
    /// [`Error::TickStep`] unless `step` is positive and finite.
    pub fn new(step: f64) -> Result<Self, Error> {
        if step > 0.0 && step.is_finite() {
            Ok(Self { step, offset: 0.0 })
        } else {
            Err(Error::TickStep(step))
        }
    }

    /// The same ticks, each moved by `offset` data units.
    #[must_use]
    pub fn with_offset(self, offset: f64) -> Self {
        Self { offset, ..self }
    }
}

impl Locator for MultipleLocator {
    fn ticks(&self, axis: &AxisContext<'_>) -> Result<Vec<f64>, Error> {
        let Self { step, offset } = *self;
        let (low, high) = axis.sorted_view();
        let first = Edge::new(step, 0.0).at_or_above(low - offset) * step;
        let inside = floor_divide(high - offset - first + 0.001 * step, step);
        steps(0.0, inside + 3.0, |i| first - step + i * step + offset)
    }

    fn round_limits(
        &self,
        (low, high): (f64, f64),
        _: &AxisContext<'_>,
    ) -> Result<(f64, f64), Error> {
        let Self { step, offset } = *self;
        let edge = Edge::new(step, 0.0);
        let low = edge.at_or_below(low - offset) * step + offset;
        let high = edge.at_or_above(high - offset) * step + offset;
        let limits = if low == high {
            (low - 1.0, high + 1.0)
        } else {
            (low, high)
        };
        Ok(nonsingular(limits, Expansion::MARGINS))
    }
}

/// A given number of ticks at equal distances, the first and last at the ends of the view.
///
/// # Examples
///
/// ```
/// use figure::ticker::{AxisContext, LinearLocator, Locator};
/// assert_eq!(LinearLocator::new(3).ticks(&AxisContext::x((0.0, 1.0)))?, [0.0, 0.5, 1.0]);
/// # Ok::<(), figure::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LinearLocator {
    count: usize,
}

impl LinearLocator {
    /// `count` ticks; a single one sits at the lower end.
    #[must_use]
    pub fn new(count: usize) -> Self {
        Self { count }
    }
}

impl Default for LinearLocator {
    /// Eleven ticks: ten intervals.
    fn default() -> Self {
        Self::new(11)
    }
}

impl Locator for LinearLocator {
    fn ticks(&self, axis: &AxisContext<'_>) -> Result<Vec<f64>, Error> {
        let (low, high) = nonsingular(axis.view, Expansion::LIMITS);
        let intervals = self.count.saturating_sub(1).max(1) as f64;
        let span = high - low;
        if !span.is_finite() {
            return Err(Error::TickRange { low, high });
        }
        let step = span / intervals;
        let mut ticks = steps(0.0, self.count as f64, |i| {
            // A step that underflows to zero is applied as a share of the span.
            if step == 0.0 {
                i / intervals * span + low
            } else {
                i * step + low
            }
        })?;
        if let [_, .., last] = ticks.as_mut_slice() {
            *last = high;
        }
        Ok(ticks)
    }

    fn view_limits(&self, (low, high): (f64, f64)) -> (f64, f64) {
        let limits = if low == high {
            (low - 1.0, high + 1.0)
        } else {
            (low, high)
        };
        nonsingular(limits, Expansion::MARGINS)
    }
}

/// Minor ticks that divide the interval between major ticks evenly, over the whole view.
///
/// They fall on major ticks too; [`without_overlaps`] takes those out. Needs two distinct major
/// ticks in [`AxisContext::major`], else there are none.
///
/// # Examples
///
/// ```
/// use figure::ticker::{AxisContext, AutoMinorLocator, Locator, without_overlaps};
///
/// let major = [0.0, 2.0];
/// let axis = AxisContext::x((0.0, 2.0)).with_major(&major);
/// let minor = AutoMinorLocator::new().ticks(&axis)?; // steps of 2 divide best by four
/// assert_eq!(minor, [0.0, 0.5, 1.0, 1.5, 2.0]);
/// assert_eq!(without_overlaps(minor, &axis), [0.5, 1.0, 1.5]);
/// # Ok::<(), figure::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AutoMinorLocator {
    divisions: Option<u32>,
}

impl AutoMinorLocator {
    /// Five intervals where major ticks are 1, 2.5, 5 or 10 (times a power of ten) apart, else
    /// four.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// `divisions` intervals between major ticks; 0 counts as 1.
    #[must_use]
    pub fn with_divisions(self, divisions: u32) -> Self {
        Self {
            divisions: Some(divisions.max(1)),
        }
    }
}

/// Intervals that suit a major step: five where its leading digits are 1, 2.5, 5 or 10, else four.
fn divisions_of(step: f64) -> u32 {
    let logarithm = log10(step);
    let mantissa = libm::pow(10.0, logarithm - logarithm.floor());
    let close = |target: f64| (mantissa - target).abs() <= 1e-8 + 1e-5 * target;
    if [1.0, 2.5, 5.0, 10.0].into_iter().any(close) {
        5
    } else {
        4
    }
}

impl Locator for AutoMinorLocator {
    fn ticks(&self, axis: &AxisContext<'_>) -> Result<Vec<f64>, Error> {
        let mut major = axis.major.to_vec();
        major.sort_by(f64::total_cmp);
        major.dedup();
        let [first, second, ..] = major[..] else {
            return Ok(Vec::new());
        };
        let step = (second - first)
            / f64::from(
                self.divisions
                    .unwrap_or_else(|| divisions_of(second - first)),
            );
        let (low, high) = axis.sorted_view();
        let start = ((low - first) / step).round_ties_even();
        let stop = ((high - first) / step).round_ties_even() + 1.0;
        steps(start, stop, |i| i * step + first)
    }
}

/// The minor ticks that lie on no major tick: those at least 1e-5 of the view's length away from
/// each.
#[must_use]
pub fn without_overlaps(minor: Vec<f64>, axis: &AxisContext<'_>) -> Vec<f64> {
    let (low, high) = axis.sorted_view();
    let tolerance = (high - low) * 1e-5;
    let free = |tick: f64| {
        axis.major
            .iter()
            .all(|major| (tick - major).abs() > tolerance)
    };
    minor.into_iter().filter(|&tick| free(tick)).collect()
}
