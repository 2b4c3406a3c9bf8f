//! Locators of logarithmic axes: at powers of a base, and between them.
//!
//! ```text
//! decades   … 10⁻¹  10⁰  10¹  10² …     as many as labels fit, evenly strided, one beyond each end
//! minor      2 3 … 9 times each         only while every decade has a major tick
//! ```

use super::context::AxisContext;
use super::interval::{Expansion, nonsingular};
use super::locate::{Locator, TICK_LIMIT};
use super::max_n::AutoLocator;
use super::number::{log10, pow10};
use crate::Error;

/// The view of a logarithmic axis without data.
const UNTOUCHED: (f64, f64) = (1.0, 10.0);
/// Most major ticks that are asked for, however long the axis.
const MOST_TICKS: i64 = 9;
/// Decades from which on nothing is put between them.
const CROWDED: i64 = 10;

/// The multiples of each power of the base that have a tick.
#[derive(Clone, Debug, PartialEq)]
pub enum Subs {
    /// The whole ones between 1 and the base, as far as there is room.
    Auto,
    /// The same and 1.
    All,
    /// These.
    Each(Vec<f64>),
}

/// Ticks at powers of a base, or at multiples of them.
///
/// # Examples
///
/// ```
/// use figure::ticker::{AxisContext, Locator, LogLocator, Subs};
///
/// let axis = AxisContext::x((0.5, 200.0));
/// let decades = LogLocator::new(10.0)?;
/// assert_eq!(decades.ticks(&axis)?, [0.1, 1.0, 10.0, 100.0, 1000.0]);
/// let between = decades.with_subs(Subs::Each(vec![2.0, 5.0])).ticks(&axis)?;
/// assert_eq!(between, [0.2, 0.5, 2.0, 5.0, 20.0, 50.0, 200.0, 500.0]);
/// # Ok::<(), figure::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct LogLocator {
    base: f64,
    subs: Subs,
    count: Option<usize>,
}

/// The logarithm of `x` to a base, exact where the base is 10 or 2.
pub(crate) fn log_to(base: f64, x: f64) -> f64 {
    if base == 10.0 {
        log10(x)
    } else if base == 2.0 {
        libm::log2(x)
    } else {
        libm::log(x) / libm::log(base)
    }
}

/// A whole power of a base.
pub(super) fn power(base: f64, exponent: i64) -> f64 {
    match i32::try_from(exponent) {
        Ok(exponent) if base == 10.0 => pow10(exponent),
        _ => libm::pow(base, exponent as f64),
    }
}

/// A base that has logarithms: positive, not 1.
pub(crate) fn checked_base(base: f64) -> Result<f64, Error> {
    if base > 0.0 && base != 1.0 && base.is_finite() {
        Ok(base)
    } else {
        Err(Error::LogBase(base))
    }
}

impl LogLocator {
    /// A tick at each whole power of `base`.
    ///
    /// # Errors
    ///
    /// [`Error::LogBase`] unless the base is positive, finite and not 1.
    pub fn new(base: f64) -> Result<Self, Error> {
        Ok(Self {
            base: checked_base(base)?,
            subs: Subs::Each(vec![1.0]),
            count: None,
        })
    }

    /// The same with ticks at other multiples of the powers.
    #[must_use]
    pub fn with_subs(self, subs: Subs) -> Self {
        Self { subs, ..self }
    }

    /// The same with at most so many powers in view; unset, as many as labels fit, 2 to 9.
    #[must_use]
    pub fn with_count(self, count: usize) -> Self {
        Self {
            count: Some(count),
            ..self
        }
    }

    /// The multiples, where there are `decades` in view; `None` for no ticks at all.
    fn multiples(&self, decades: i64) -> Result<Option<Vec<f64>>, Error> {
        let first = match &self.subs {
            Subs::Each(subs) => return Ok(Some(subs.clone())),
            Subs::Auto => 2,
            Subs::All => 1,
        };
        if decades >= CROWDED || self.base < 3.0 {
            return Ok((first == 1).then(|| vec![1.0]));
        }
        let count = self.base.ceil() - f64::from(first);
        if count > TICK_LIMIT as f64 {
            return Err(Error::TooManyTicks { count });
        }
        let whole = (0..count.max(0.0) as u32).map(|i| f64::from(first) + f64::from(i));
        Ok(Some(whole.collect()))
    }
}

impl Default for LogLocator {
    fn default() -> Self {
        Self {
            base: 10.0,
            subs: Subs::Each(vec![1.0]),
            count: None,
        }
    }
}

/// The exponents in view.
struct Decades {
    /// Logarithms of the ends of the view.
    ends: (f64, f64),
    first: i64,
    last: i64,
}

impl Decades {
    fn of(base: f64, (low, high): (f64, f64)) -> Self {
        let ends = (log_to(base, low), log_to(base, high));
        Self {
            ends,
            first: ends.0.ceil() as i64,
            last: ends.1.floor() as i64,
        }
    }

    /// Not negative: rounding may put the ends of a short view in the wrong order where the base is
    /// next to 1.
    fn count(&self) -> i64 {
        let count = self.last.saturating_sub(self.first).saturating_add(1);
        count.max(0)
    }

    /// The exponents that get a tick, one beyond each end among them, and their distance.
    fn strided(&self, wanted: i64) -> (Vec<i64>, i64) {
        let count = self.count();
        // The least stride at which no more than `wanted` fit, or one more.
        let stride = count.div_euclid(wanted + 1) + 1;
        let fitting = count.saturating_neg().div_euclid(stride).saturating_neg();
        let wanted = wanted.min(fitting);
        match wanted {
            ..=0 => {
                let ends = vec![self.first.saturating_sub(1), self.last.saturating_add(1)];
                (ends, self.last.saturating_sub(self.first).saturating_add(2))
            }
            1 => {
                let middle = ((self.ends.0 + self.ends.1) / 2.0).round_ties_even() as i64;
                let stride = middle.saturating_sub(self.first).saturating_add(1);
                let stride = stride.max(self.last.saturating_sub(middle).saturating_add(1));
                let ends = [middle.saturating_sub(stride), middle.saturating_add(stride)];
                (vec![ends[0], middle, ends[1]], stride)
            }
            _ => self.evenly(wanted),
        }
    }

    /// `wanted` exponents in view, as far apart as that goes, at multiples of their distance if
    /// possible.
    fn evenly(&self, wanted: i64) -> (Vec<i64>, i64) {
        let count = self.count();
        let widest = (count - 1).div_euclid(wanted - 1);
        let stride = if (widest as f64) < count as f64 / wanted as f64 {
            count.div_euclid(wanted)
        } else {
            widest
        };
        let lowest = count.saturating_sub(stride.saturating_mul(wanted)).max(0);
        let above = count
            .saturating_sub(stride.saturating_mul(wanted - 1))
            .min(stride);
        let at_multiples = self.first.saturating_neg().rem_euclid(stride.max(1));
        let offset = if (lowest..above).contains(&at_multiples) {
            at_multiples
        } else {
            lowest
        };
        let start = self.first.saturating_add(offset).saturating_sub(stride);
        let end = self.last.saturating_add(stride);
        let step = usize::try_from(stride).unwrap_or(1).max(1);
        ((start..=end).step_by(step).collect(), stride)
    }
}

impl Locator for LogLocator {
    fn ticks(&self, axis: &AxisContext<'_>) -> Result<Vec<f64>, Error> {
        let (low, high) = axis.sorted_view();
        if !(low > 0.0 && high.is_finite()) {
            return Err(Error::LogRange { low, high });
        }
        let space = || i64::try_from(axis.tick_space()).unwrap_or(MOST_TICKS);
        let wanted = match self.count {
            Some(count) => i64::try_from(count).unwrap_or(i64::MAX - 1),
            None => space().clamp(2, MOST_TICKS),
        };
        let decades = Decades::of(self.base, (low, high));
        let available = decades.count();
        let Some(subs) = self.multiples(available)? else {
            return Ok(Vec::new());
        };
        if available.min(wanted) > TICK_LIMIT as i64 {
            let count = available as f64;
            return Err(Error::TooManyTicks { count });
        }
        let (exponents, stride) = decades.strided(wanted);
        let minor = !matches!(subs.as_slice(), [] | [1.0]);
        let ticks: Vec<f64> = if !minor {
            exponents.iter().map(|&n| power(self.base, n)).collect()
        } else if stride == 1 || available <= 1 {
            let count = (available as f64 + 1.0) * subs.len() as f64;
            if count > TICK_LIMIT as f64 {
                return Err(Error::TooManyTicks { count });
            }
            let each = |n| subs.iter().map(move |sub| sub * power(self.base, n));
            (decades.first.saturating_sub(1)..=decades.last)
                .flat_map(each)
                .collect()
        } else {
            Vec::new()
        };
        let seen = ticks.iter().filter(|&&tick| low <= tick && tick <= high);
        if subs.len() > 1 && stride == 1 && exponents.len() + seen.count() <= 3 {
            // Too short for its own ticks: those of a linear axis of unlimited length.
            let linear = AxisContext::x((low, high)).with_length(f64::INFINITY);
            return AutoLocator::new().ticks(&linear);
        }
        Ok(ticks)
    }

    fn nonsingular(&self, limits: (f64, f64)) -> (f64, f64) {
        let (low, high) = super::increasing(limits);
        if !(low.is_finite() && high.is_finite() && high > 0.0) {
            return UNTOUCHED;
        }
        if low != high {
            return (low, high);
        }
        let n = log_to(self.base, low);
        let (below, above) = (n.floor(), n.ceil());
        let at = |n: f64| libm::pow(self.base, n);
        (
            at(if below == n { below - 1.0 } else { below }),
            at(if above == n { above + 1.0 } else { above }),
        )
    }

    fn view_limits(&self, limits: (f64, f64)) -> (f64, f64) {
        self.nonsingular(limits)
    }

    fn round_limits(&self, limits: (f64, f64), _: &AxisContext<'_>) -> Result<(f64, f64), Error> {
        let (low, high) = self.nonsingular(limits);
        let log = |x: f64| libm::log(x) / libm::log(self.base);
        let at = |n: f64| libm::pow(self.base, n);
        Ok((at(log(low).floor()), at(log(high).ceil())))
    }
}

/// Ticks at 0 and at positive and negative powers of a base, for axes that are linear around zero.
///
/// # Examples
///
/// ```
/// use figure::ticker::{AxisContext, Locator, SymmetricalLogLocator};
///
/// let locator = SymmetricalLogLocator::new(10.0, 2.0)?;
/// let ticks = locator.ticks(&AxisContext::x((-90.0, 900.0)))?;
/// assert_eq!(ticks, [-10.0, -1.0, 0.0, 1.0, 10.0, 100.0]);
/// # Ok::<(), figure::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct SymmetricalLogLocator {
    base: f64,
    threshold: f64,
    subs: Vec<f64>,
    count: usize,
}

impl SymmetricalLogLocator {
    /// Ticks at powers of `base` beyond `±threshold`.
    ///
    /// # Errors
    ///
    /// [`Error::LogBase`] unless the base is above 1, [`Error::LogThreshold`] unless the threshold
    /// is above 0.
    pub fn new(base: f64, threshold: f64) -> Result<Self, Error> {
        if !(base > 1.0 && base.is_finite()) {
            return Err(Error::LogBase(base));
        }
        if !(threshold > 0.0 && threshold.is_finite()) {
            return Err(Error::LogThreshold(threshold));
        }
        Ok(Self {
            base,
            threshold,
            subs: vec![1.0],
            count: 15,
        })
    }

    /// The same with ticks at other multiples of the powers.
    #[must_use]
    pub fn with_subs(self, subs: impl Into<Vec<f64>>) -> Self {
        let subs: Vec<f64> = subs.into();
        let subs = if subs.is_empty() { vec![1.0] } else { subs };
        Self { subs, ..self }
    }

    /// The same with about so many powers at most, 15 unless set.
    #[must_use]
    pub fn with_count(self, count: usize) -> Self {
        Self {
            count: count.max(2),
            ..self
        }
    }

    /// The exponents around an interval of magnitudes, the second one left out.
    fn exponents(&self, low: f64, high: f64) -> (i64, i64) {
        let log = |x: f64| libm::log(x) / libm::log(self.base);
        (log(low).floor() as i64, log(high).ceil() as i64)
    }
}

impl Locator for SymmetricalLogLocator {
    fn ticks(&self, axis: &AxisContext<'_>) -> Result<Vec<f64>, Error> {
        let ((low, high), threshold) = (axis.sorted_view(), self.threshold);
        if !(low.is_finite() && high.is_finite()) {
            return Err(Error::TickRange { low, high });
        }
        if -threshold <= low && low < high && high <= threshold {
            let mut ticks = vec![low, 0.0, high];
            ticks.sort_by(f64::total_cmp);
            ticks.dedup();
            return Ok(ticks);
        }
        let (below, above) = (low < -threshold, high > threshold);
        let around = (below && high > -threshold) || (above && low < threshold);
        let negative = if below {
            self.exponents((-threshold).min(high).abs(), low.abs() + 1.0)
        } else {
            (0, 0)
        };
        let positive = if above {
            self.exponents(threshold.max(low), high + 1.0)
        } else {
            (0, 0)
        };
        let count = |(first, end): (i64, i64)| end.saturating_sub(first);
        let total = count(negative).saturating_add(count(positive));
        let total = total.saturating_add(i64::from(around));
        let most = i64::try_from(self.count.saturating_sub(1)).unwrap_or(i64::MAX);
        let stride = usize::try_from(total.div_euclid(most.max(1)).max(1)).unwrap_or(1);
        let powers = |(first, end): (i64, i64)| {
            let exponents = (first..end).step_by(stride);
            exponents.map(|n| power(self.base, n)).collect::<Vec<f64>>()
        };
        let count = total as f64 / stride as f64 * self.subs.len() as f64;
        if count > TICK_LIMIT as f64 {
            return Err(Error::TooManyTicks { count });
        }
        let mut ticks = Vec::new();
        let mut add = |power: f64| ticks.extend(self.subs.iter().map(|sub| sub * power));
        powers(negative).iter().rev().for_each(|p| add(-p));
        if around {
            ticks.push(0.0);
        }
        let mut add = |power: f64| ticks.extend(self.subs.iter().map(|sub| sub * power));
        powers(positive).into_iter().for_each(&mut add);
        Ok(ticks)
    }

    fn view_limits(&self, limits: (f64, f64)) -> (f64, f64) {
        nonsingular(limits, Expansion::MARGINS)
    }
}

/// Ticks at about equal distances on a scale that is linear around zero and logarithmic far from
/// it: at 0 and at powers of ten.
///
/// ```
/// use figure::ticker::{AsinhLocator, AxisContext, Locator};
///
/// let ticks = AsinhLocator::new(1.0)?.ticks(&AxisContext::x((-5.0, 500.0)))?;
/// assert_eq!(ticks, [-1.0, -0.1, 0.0, 0.1, 1.0, 10.0, 100.0]);
/// # Ok::<(), figure::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct AsinhLocator {
    width: f64,
    count: usize,
    subs: Vec<f64>,
}

impl AsinhLocator {
    /// For a scale that is about linear from −`width` to `width`.
    ///
    /// # Errors
    ///
    /// [`Error::LogThreshold`] unless the width is positive and finite.
    pub fn new(width: f64) -> Result<Self, Error> {
        if !(width > 0.0 && width.is_finite()) {
            return Err(Error::LogThreshold(width));
        }
        Ok(Self {
            width,
            count: 11,
            subs: Vec::new(),
        })
    }

    /// The same with ticks at multiples of the powers of ten.
    #[must_use]
    pub fn with_subs(self, subs: impl Into<Vec<f64>>) -> Self {
        Self {
            subs: subs.into(),
            ..self
        }
    }

    /// About so many ticks, 11 unless set.
    #[must_use]
    pub fn with_count(self, count: usize) -> Self {
        Self {
            count: count.clamp(2, TICK_LIMIT),
            ..self
        }
    }

    /// So many numbers at even distances.
    fn spread(&self, low: f64, high: f64) -> Vec<f64> {
        let step = (high - low) / (self.count - 1) as f64;
        let mut places: Vec<f64> = (0..self.count).map(|i| i as f64 * step + low).collect();
        if let Some(last) = places.last_mut() {
            *last = high;
        }
        places
    }
}

impl Locator for AsinhLocator {
    fn ticks(&self, axis: &AxisContext<'_>) -> Result<Vec<f64>, Error> {
        // An almost symmetric view gets symmetric ticks.
        let view = axis.view;
        let (low, high) = if view.0 * view.1 < 0.0 && (1.0 + view.1 / view.0).abs() < 0.2 {
            let reach = view.0.abs().max(view.1.abs());
            (-reach, reach)
        } else {
            view
        };
        let place = |value: f64| self.width * libm::asinh(value / self.width);
        let (start, end) = (place(low), place(high));
        if !(end - start).is_finite() {
            return Err(Error::TickRange { low, high });
        }
        let mut places = self.spread(start, end);
        if start * end < 0.0 {
            let apart = 0.5 / self.count as f64;
            places.retain(|place| (place / (end - start)).abs() > apart);
            places.push(0.0);
        }
        let mut ticks = Vec::new();
        for place in places {
            let value = self.width * libm::sinh(place / self.width);
            let sign = if value == 0.0 { 0.0 } else { value.signum() };
            let exponent = (libm::log(value.abs()) / libm::log(10.0)).floor();
            let power = sign * libm::pow(10.0, exponent);
            if self.subs.is_empty() {
                ticks.push(power);
            } else {
                ticks.extend(self.subs.iter().map(|sub| power * sub));
            }
        }
        // A zero has one sign only.
        ticks.iter_mut().for_each(|tick| *tick += 0.0);
        ticks.sort_by(f64::total_cmp);
        ticks.dedup();
        Ok(if ticks.len() >= 2 {
            ticks
        } else {
            self.spread(low, high)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// It divided by zero. Found by the fuzz target `figure`.
    #[test]
    fn a_view_whose_ends_are_swapped_by_rounding_has_no_powers() {
        let decades = Decades {
            ends: (3.4, 1.6),
            first: 4,
            last: 1,
        };
        assert_eq!(decades.count(), 0);
        assert_eq!(decades.strided(2), (vec![3, 2], -1));
    }
}
