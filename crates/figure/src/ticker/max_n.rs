//! The automatic locator: nice steps, few enough to read.
//!
//! ```text
//! scale = 10^floor(log10(span / bins))            the decade of the ideal step
//! candidates = scale × (0.1·nice…, nice…, 10·nice[1])
//! step = the first candidate ≥ span / bins, then smaller ones until min_ticks ticks are in view
//! ticks = floor(low / step) · step + step · (first …= last)
//! ```
//!
//! All of it happens after subtracting an offset where the values are large compared with their
//! span (100 times or more), so that the digits that differ keep their precision.

use super::context::AxisContext;
use super::edge::Edge;
use super::interval::{Expansion, nonsingular};
use super::locate::{Locator, steps};
use super::number::{floor_divide, log10, pow10};
use crate::Error;

/// Length of the ends' mean over the span from which on an offset is split off.
const OFFSET_RATIO: f64 = 100.0;
/// Most intervals that [`Bins::Auto`] chooses, however long the axis.
const MOST_AUTO_BINS: usize = 9;

/// At most how many intervals the ticks divide the view into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bins {
    /// As many as labels fit ([`AxisContext::tick_space`]), up to 9.
    Auto,
    /// This many.
    Fixed(usize),
}

/// Which outermost ticks are left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prune {
    /// The lowest one.
    Lower,
    /// The highest one.
    Upper,
    /// The lowest and the highest one.
    Both,
}

/// Evenly spaced ticks at nice steps, at most `bins + 1` of them in view; one beyond each end where
/// the view does not end on a tick.
///
/// # Examples
///
/// ```
/// use figure::ticker::{AxisContext, Bins, Locator, MaxNLocator};
///
/// let axis = AxisContext::x((0.0, 7.0));
/// assert_eq!(MaxNLocator::new(Bins::Fixed(4))?.ticks(&axis)?, [0.0, 2.0, 4.0, 6.0, 8.0]);
/// let thirds = MaxNLocator::new(Bins::Fixed(4))?.with_steps(&[3.0])?;
/// assert_eq!(thirds.ticks(&axis)?, [0.0, 3.0, 6.0, 9.0]);
/// # Ok::<(), figure::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct MaxNLocator {
    bins: Bins,
    candidates: Vec<f64>,
    whole: bool,
    symmetric: bool,
    prune: Option<Prune>,
    min_ticks: usize,
}

impl MaxNLocator {
    /// At most so many intervals, at steps of 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8 or 10 times a power of
    /// ten.
    ///
    /// # Errors
    ///
    /// [`Error::TickBins`] for zero intervals.
    pub fn new(bins: Bins) -> Result<Self, Error> {
        if bins == Bins::Fixed(0) {
            return Err(Error::TickBins);
        }
        Ok(Self::from_staircase(
            bins,
            &[1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0],
        ))
    }

    fn from_staircase(bins: Bins, nice: &[f64]) -> Self {
        Self {
            bins,
            candidates: staircase(nice),
            whole: false,
            symmetric: false,
            prune: None,
            min_ticks: 2,
        }
    }

    /// The same locator with other nice steps: increasing numbers from 1 to 10, which are added
    /// where missing.
    ///
    /// # Errors
    ///
    /// [`Error::TickSteps`] if the numbers are none, not increasing, or outside 1 to 10.
    pub fn with_steps(self, nice: &[f64]) -> Result<Self, Error> {
        let increasing = nice.windows(2).all(|pair| matches!(pair, [a, b] if a < b));
        let (Some(&first), Some(&last), true) = (nice.first(), nice.last(), increasing) else {
            return Err(Error::TickSteps(nice.to_vec()));
        };
        if !(first >= 1.0 && last <= 10.0) {
            return Err(Error::TickSteps(nice.to_vec()));
        }
        let mut full = nice.to_vec();
        if first != 1.0 {
            full.insert(0, 1.0);
        }
        if last != 10.0 {
            full.push(10.0);
        }
        Ok(Self {
            candidates: staircase(&full),
            ..self
        })
    }

    /// The same locator with ticks at whole numbers only, wherever the view holds at least the
    /// fewest ticks wanted.
    #[must_use]
    pub fn whole_numbers(self) -> Self {
        Self {
            whole: true,
            ..self
        }
    }

    /// The same locator, choosing ticks and limits symmetric about zero.
    #[must_use]
    pub fn symmetric(self) -> Self {
        Self {
            symmetric: true,
            ..self
        }
    }

    /// The same locator without the outermost ticks it would make.
    #[must_use]
    pub fn with_prune(self, prune: Prune) -> Self {
        Self {
            prune: Some(prune),
            ..self
        }
    }

    /// The same locator with another fewest number of ticks in view (2 by default), for which it
    /// gives up the limits on intervals and on whole numbers. 0 counts as 1.
    #[must_use]
    pub fn with_min_ticks(self, min_ticks: usize) -> Self {
        Self {
            min_ticks: min_ticks.max(1),
            ..self
        }
    }

    fn bins(&self, axis: &AxisContext<'_>) -> f64 {
        let bins = match self.bins {
            // The upper bound wins where the two cross.
            Bins::Auto => axis
                .tick_space()
                .max(self.min_ticks.saturating_sub(1).max(1))
                .min(MOST_AUTO_BINS),
            Bins::Fixed(bins) => bins,
        };
        bins as f64
    }

    fn mirrored(&self, (low, high): (f64, f64)) -> (f64, f64) {
        let reach = low.abs().max(high.abs());
        if self.symmetric {
            (-reach, reach)
        } else {
            (low, high)
        }
    }

    /// Steps to try, the best first: the smallest one that is large enough, then ever smaller ones.
    fn steps_from(&self, scale: f64, is_enough: impl Fn(f64) -> bool) -> Vec<f64> {
        let usable = |step: &f64| {
            !self.whole || *step < 1.0 || (step - step.round_ties_even()).abs() < 0.001
        };
        let mut steps: Vec<f64> = self
            .candidates
            .iter()
            .map(|nice| nice * scale)
            .filter(usable)
            .collect();
        let enough = steps.iter().position(|&step| is_enough(step));
        steps.truncate(enough.map_or(steps.len(), |index| index + 1));
        steps.reverse();
        steps
    }

    /// The whole-number rule raises a step below 1 to 1 where that still leaves enough ticks.
    fn raised(&self, step: f64, (low, high): (f64, f64)) -> f64 {
        let enough = high.floor() - low.ceil() >= self.min_ticks as f64 - 1.0;
        if self.whole && enough {
            step.max(1.0)
        } else {
            step
        }
    }

    fn locate(&self, view: (f64, f64), axis: &AxisContext<'_>) -> Result<Vec<f64>, Error> {
        let bins = self.bins(axis);
        let (scale, offset) = scale_and_offset(view, bins)?;
        let (low, high) = (view.0 - offset, view.1 - offset);
        let ideal = (high - low) / bins;
        // Where views end at ticks, so many steps from the tick below have to reach the end.
        let reaches = |step: f64| floor_divide(low, step) * step + step * bins >= high;
        let is_enough = |step| step >= ideal && (!axis.rounded || reaches(step));
        let mut ticks = Vec::new();
        for step in self.steps_from(scale, is_enough) {
            ticks = multiples(self.raised(step, (low, high)), (low, high), offset)?;
            let visible = ticks
                .iter()
                .filter(|&&tick| low <= tick && tick <= high)
                .count();
            if visible >= self.min_ticks {
                break;
            }
        }
        ticks.iter_mut().for_each(|tick| *tick += offset);
        Ok(ticks)
    }
}

/// Candidate steps over three decades, increasing.
fn staircase(nice: &[f64]) -> Vec<f64> {
    let tenths = nice
        .iter()
        .take(nice.len().saturating_sub(1))
        .map(|step| 0.1 * step);
    let above = nice.get(1).map(|step| 10.0 * step);
    tenths.chain(nice.iter().copied()).chain(above).collect()
}

/// The decade of the ideal step, and what to subtract from values that are large compared with
/// their span.
fn scale_and_offset((low, high): (f64, f64), bins: f64) -> Result<(f64, f64), Error> {
    let span = (high - low).abs();
    let mean = (high + low) / 2.0;
    if !(span.is_finite() && span > 0.0 && mean.is_finite()) {
        return Err(Error::TickRange { low, high });
    }
    let decade = |x: f64| pow10(log10(x).floor() as i32);
    let offset = if mean.abs() / span < OFFSET_RATIO {
        0.0
    } else {
        decade(mean.abs()).copysign(mean)
    };
    Ok((decade(span / bins), offset))
}

/// The multiples of `step` from the last at or below the interval to the first at or above it.
fn multiples(step: f64, (low, high): (f64, f64), offset: f64) -> Result<Vec<f64>, Error> {
    let base = floor_divide(low, step) * step;
    let edge = Edge::new(step, offset);
    let (first, last) = (edge.at_or_below(low - base), edge.at_or_above(high - base));
    steps(first, last + 1.0, |i| i * step + base)
}

impl Locator for MaxNLocator {
    fn ticks(&self, axis: &AxisContext<'_>) -> Result<Vec<f64>, Error> {
        let view = nonsingular(
            self.mirrored(axis.view),
            Expansion {
                share: 1e-13,
                tiny: 1e-14,
            },
        );
        let ticks = self.locate(view, axis)?;
        let kept = match (self.prune, ticks.as_slice()) {
            (Some(Prune::Lower), [_, rest @ ..])
            | (Some(Prune::Upper), [rest @ .., _])
            | (Some(Prune::Both), [_, rest @ .., _]) => rest,
            (Some(Prune::Both), [_]) => &[],
            (_, all) => all,
        };
        Ok(kept.to_vec())
    }

    fn view_limits(&self, limits: (f64, f64)) -> (f64, f64) {
        nonsingular(
            self.mirrored(limits),
            Expansion {
                share: 1e-12,
                tiny: 1e-13,
            },
        )
    }

    fn round_limits(
        &self,
        limits: (f64, f64),
        axis: &AxisContext<'_>,
    ) -> Result<(f64, f64), Error> {
        let view = self.view_limits(limits);
        let ticks = self.locate(view, &axis.rounded())?;
        Ok(match ticks.as_slice() {
            [first, .., last] => (*first, *last),
            _ => view,
        })
    }
}

/// The locator that axes start with: steps of 1, 2, 2.5 or 5 times a power of ten, as many as
/// labels fit, up to ten ticks in view.
///
/// # Examples
///
/// ```
/// use figure::ticker::{AutoLocator, AxisContext, Locator};
///
/// let axis = AxisContext::x((-0.1, 2.1));
/// let ticks = AutoLocator::new().ticks(&axis)?;
/// assert_eq!(ticks, [-0.25, 0.0, 0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0, 2.25]);
/// assert_eq!(ticks.iter().filter(|&&tick| axis.shows(tick)).count(), 9);
/// # Ok::<(), figure::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct AutoLocator(MaxNLocator);

impl AutoLocator {
    /// The one of the style `classic`: nine steps at most, of 1, 2 or 5 times a power of ten.
    pub(crate) fn classic() -> Self {
        Self(MaxNLocator::from_staircase(
            Bins::Fixed(9),
            &[1.0, 2.0, 5.0, 10.0],
        ))
    }

    /// The automatic locator; it has nothing to set.
    #[must_use]
    pub fn new() -> Self {
        Self(MaxNLocator::from_staircase(
            Bins::Auto,
            &[1.0, 2.0, 2.5, 5.0, 10.0],
        ))
    }
}

impl Default for AutoLocator {
    fn default() -> Self {
        Self::new()
    }
}

impl Locator for AutoLocator {
    fn ticks(&self, axis: &AxisContext<'_>) -> Result<Vec<f64>, Error> {
        self.0.ticks(axis)
    }

    fn view_limits(&self, limits: (f64, f64)) -> (f64, f64) {
        self.0.view_limits(limits)
    }

    fn round_limits(
        &self,
        limits: (f64, f64),
        axis: &AxisContext<'_>,
    ) -> Result<(f64, f64), Error> {
        self.0.round_limits(limits, axis)
    }
}
