//! Scales other than the linear one: how values become distances along an axis.
//!
//! ```text
//!  log      1     10    100    1000       equal ratios, equal distances
//!  symlog  -100 -10 -1 0 1 10 100         linear around zero, logarithmic beyond
//!  asinh                                  the same without a corner
//!  logit    0.01 0.1   0.5   0.9 0.99     shares: the ends are infinitely far away
//! ```
//!
//! A [`Scale`] is an open trait (it stands in [`limits`](crate::limits), where the limits need
//! it); each scale here brings the locators and formatters that suit it.

use std::fmt;
use std::sync::Arc;

use crate::error::{Error, Result};
use crate::limits::Scale;
use crate::norm::SymLog;
use crate::ticker::{
    AsinhLocator, Formatter, Locator, LogFormatter, LogLocator, LogitFormatter, LogitLocator, Subs,
    SymmetricalLogLocator, checked_base, log_to,
};

/// Where the logarithm of what has none is put: far below everything that has one.
const FAR_BELOW: f64 = -1000.0;
/// The smallest positive value, where there is none in the data.
const SMALL: f64 = 1e-300;

/// What a logarithmic scale does with values of zero and below.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Nonpositive {
    /// They are far below the axis: lines run out of it, bars stand on nothing.
    #[default]
    Clip,
    /// They are gaps.
    Mask,
}

/// Equal ratios are equal distances; only positive values can be shown.
///
/// ```
/// use figure::scale::LogScale;
///
/// # let mut figure = figure::Figure::default();
/// let ax = figure.add_subplot(1, 1, 1)?;
/// ax.plot([1, 2, 3], [10.0, 1e3, 1e6])?;
/// ax.set_yscale(LogScale::default());
/// ax.set_xscale(LogScale::new(2.0)?);
/// assert!(LogScale::new(1.0).is_err());
/// # Ok::<(), figure::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct LogScale {
    base: f64,
    subs: Option<Vec<f64>>,
    nonpositive: Nonpositive,
}

impl LogScale {
    /// Logarithms to a base.
    ///
    /// # Errors
    ///
    /// [`Error::LogBase`] unless the base is positive, finite and not 1.
    pub fn new(base: f64) -> Result<Self> {
        Ok(Self {
            base: checked_base(base)?,
            ..Self::default()
        })
    }

    /// The same with minor ticks, which have no labels then, at these multiples of the powers.
    #[must_use]
    pub fn with_subs(self, subs: impl Into<Vec<f64>>) -> Self {
        let subs = Some(subs.into());
        Self { subs, ..self }
    }

    /// The same with another rule for values of zero and below.
    #[must_use]
    pub fn with_nonpositive(self, nonpositive: Nonpositive) -> Self {
        Self {
            nonpositive,
            ..self
        }
    }
}

impl Default for LogScale {
    /// To the base 10; values of zero and below lie far below.
    fn default() -> Self {
        Self {
            base: 10.0,
            subs: None,
            nonpositive: Nonpositive::Clip,
        }
    }
}

impl Scale for LogScale {
    fn forward(&self, value: f64) -> f64 {
        match self.nonpositive {
            Nonpositive::Clip if value <= 0.0 => FAR_BELOW,
            _ => log_to(self.base, value),
        }
    }

    fn inverse(&self, distance: f64) -> f64 {
        if self.base == 2.0 {
            libm::exp2(distance)
        } else {
            libm::exp(distance * libm::log(self.base))
        }
    }

    fn limit_range(&self, (low, high): (f64, f64), min_positive: f64) -> (f64, f64) {
        let small = if min_positive.is_finite() {
            min_positive
        } else {
            SMALL
        };
        let positive = |end: f64| if end <= 0.0 { small } else { end };
        (positive(low), positive(high))
    }

    fn shows(&self, value: f64) -> bool {
        value > 0.0 && value.is_finite()
    }

    fn major_locator(&self) -> Option<Arc<dyn Locator>> {
        LogLocator::new(self.base).ok().map(shared)
    }

    fn minor_locator(&self) -> Option<Arc<dyn Locator>> {
        let subs = self.subs.clone().map_or(Subs::Auto, Subs::Each);
        let locator = LogLocator::new(self.base).ok()?;
        Some(shared(locator.with_subs(subs)))
    }

    fn major_formatter(&self) -> Option<Arc<dyn Formatter>> {
        Some(Arc::new(LogFormatter::scientific(self.base).ok()?))
    }

    fn minor_formatter(&self) -> Option<Arc<dyn Formatter>> {
        let formatter = LogFormatter::scientific(self.base).ok()?;
        Some(Arc::new(match self.subs {
            Some(_) => formatter.only_powers(),
            None => formatter,
        }))
    }
}

fn shared(locator: impl Locator + 'static) -> Arc<dyn Locator> {
    Arc::new(locator)
}

/// Linear around zero, logarithmic beyond in both directions.
///
/// ```
/// use figure::scale::SymmetricalLogScale;
///
/// # let mut figure = figure::Figure::default();
/// let ax = figure.add_subplot(1, 1, 1)?;
/// ax.plot_y([-1e4, -3.0, 0.0, 0.5, 1e5])?;
/// ax.set_yscale(SymmetricalLogScale::new(1.0)?.with_linear_decades(0.5)?);
/// # Ok::<(), figure::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct SymmetricalLogScale {
    rule: SymLog,
    subs: Option<Vec<f64>>,
}

impl SymmetricalLogScale {
    /// Linear from −`threshold` to `threshold`; logarithms to the base 10.
    ///
    /// # Errors
    ///
    /// [`Error::LogThreshold`] unless the threshold is positive and finite.
    pub fn new(threshold: f64) -> Result<Self> {
        let rule = SymLog {
            threshold: positive(threshold)?,
            scale: 1.0,
            base: 10.0,
        };
        Ok(Self { rule, subs: None })
    }

    /// The same with logarithms to another base.
    ///
    /// # Errors
    ///
    /// [`Error::LogBase`] unless the base is finite and above 1.
    pub fn with_base(mut self, base: f64) -> Result<Self> {
        if !(base > 1.0 && base.is_finite()) {
            return Err(Error::LogBase(base));
        }
        self.rule.base = base;
        Ok(self)
    }

    /// The same with each half of the linear part as long as so many decades; 1 unless set.
    ///
    /// # Errors
    ///
    /// [`Error::LogThreshold`] unless the number is positive and finite.
    pub fn with_linear_decades(mut self, decades: f64) -> Result<Self> {
        self.rule.scale = positive(decades)?;
        Ok(self)
    }

    /// The same with minor ticks at these multiples of the powers; there are none unless set.
    #[must_use]
    pub fn with_subs(self, subs: impl Into<Vec<f64>>) -> Self {
        let subs = Some(subs.into());
        Self { subs, ..self }
    }

    fn locator(&self) -> Option<SymmetricalLogLocator> {
        SymmetricalLogLocator::new(self.rule.base, self.rule.threshold).ok()
    }
}

impl Default for SymmetricalLogScale {
    /// Linear from −2 to 2.
    fn default() -> Self {
        let rule = SymLog {
            threshold: 2.0,
            scale: 1.0,
            base: 10.0,
        };
        Self { rule, subs: None }
    }
}

fn positive(value: f64) -> Result<f64> {
    if value > 0.0 && value.is_finite() {
        Ok(value)
    } else {
        Err(Error::LogThreshold(value))
    }
}

impl Scale for SymmetricalLogScale {
    fn forward(&self, value: f64) -> f64 {
        self.rule.forward(value)
    }

    fn inverse(&self, distance: f64) -> f64 {
        let SymLog {
            threshold,
            scale,
            base,
        } = self.rule;
        let linear = scale / (1.0 - 1.0 / base);
        if distance.abs() <= self.rule.forward(threshold) {
            return distance / linear;
        }
        let decades = distance.abs() / threshold - linear;
        distance.signum() * threshold * libm::exp(decades * libm::log(base))
    }

    fn major_locator(&self) -> Option<Arc<dyn Locator>> {
        self.locator().map(shared)
    }

    fn minor_locator(&self) -> Option<Arc<dyn Locator>> {
        let subs = self.subs.clone().unwrap_or_default();
        self.locator()
            .map(|locator| shared(locator.with_subs(subs)))
    }

    fn major_formatter(&self) -> Option<Arc<dyn Formatter>> {
        let formatter = LogFormatter::scientific(self.rule.base).ok()?;
        Some(Arc::new(
            formatter.with_linear_threshold(self.rule.threshold),
        ))
    }
}

/// Linear around zero, logarithmic far from it in both directions, without a corner between.
///
/// ```
/// use figure::scale::AsinhScale;
///
/// # let mut figure = figure::Figure::default();
/// let ax = figure.add_subplot(1, 1, 1)?;
/// ax.plot_y([-1e4, -3.0, 0.0, 0.5, 1e5])?;
/// ax.set_yscale(AsinhScale::new(2.0)?);
/// # Ok::<(), figure::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AsinhScale {
    width: f64,
}

impl AsinhScale {
    /// About linear from −`width` to `width`.
    ///
    /// # Errors
    ///
    /// [`Error::LogThreshold`] unless the width is positive and finite.
    pub fn new(width: f64) -> Result<Self> {
        Ok(Self {
            width: positive(width)?,
        })
    }
}

impl Scale for AsinhScale {
    fn forward(&self, value: f64) -> f64 {
        self.width * libm::asinh(value / self.width)
    }

    fn inverse(&self, distance: f64) -> f64 {
        self.width * libm::sinh(distance / self.width)
    }

    fn major_locator(&self) -> Option<Arc<dyn Locator>> {
        AsinhLocator::new(self.width).ok().map(shared)
    }

    fn minor_locator(&self) -> Option<Arc<dyn Locator>> {
        let locator = AsinhLocator::new(self.width).ok()?;
        Some(shared(locator.with_subs([2.0, 5.0])))
    }

    fn major_formatter(&self) -> Option<Arc<dyn Formatter>> {
        Some(Arc::new(LogFormatter::scientific(10.0).ok()?))
    }
}

/// Shares between 0 and 1, which are infinitely far away: in the middle nearly in proportion, near the
/// ends as logarithms of the distance from them.
///
/// ```
/// use figure::scale::LogitScale;
///
/// # let mut figure = figure::Figure::default();
/// let ax = figure.add_subplot(1, 1, 1)?;
/// ax.plot([1, 2, 3], [0.001, 0.5, 0.99])?;
/// ax.set_yscale(LogitScale::new());
/// # Ok::<(), figure::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LogitScale {
    nonpositive: Nonpositive,
}

impl LogitScale {
    /// With gaps where values are not between 0 and 1.
    #[must_use]
    pub fn new() -> Self {
        Self {
            nonpositive: Nonpositive::Mask,
        }
    }

    /// The same with another rule for values that are not.
    #[must_use]
    pub fn with_nonpositive(self, nonpositive: Nonpositive) -> Self {
        Self { nonpositive }
    }
}

/// The nearest to 0 and to 1 that limits are, where there is no positive value in the data.
const NEAREST_SHARE: f64 = 1e-7;

impl Scale for LogitScale {
    fn forward(&self, value: f64) -> f64 {
        match self.nonpositive {
            Nonpositive::Clip if value <= 0.0 => FAR_BELOW,
            Nonpositive::Clip if value >= 1.0 => -FAR_BELOW,
            _ => log_to(10.0, value / (1.0 - value)),
        }
    }

    fn inverse(&self, distance: f64) -> f64 {
        1.0 / (1.0 + libm::pow(10.0, -distance))
    }

    fn limit_range(&self, (low, high): (f64, f64), min_positive: f64) -> (f64, f64) {
        let small = if min_positive.is_finite() {
            min_positive
        } else {
            NEAREST_SHARE
        };
        (
            if low <= 0.0 { small } else { low },
            if high >= 1.0 { 1.0 - small } else { high },
        )
    }

    fn shows(&self, value: f64) -> bool {
        value > 0.0 && value < 1.0
    }

    fn major_locator(&self) -> Option<Arc<dyn Locator>> {
        Some(shared(LogitLocator::new()))
    }

    fn minor_locator(&self) -> Option<Arc<dyn Locator>> {
        Some(shared(LogitLocator::minor()))
    }

    fn major_formatter(&self) -> Option<Arc<dyn Formatter>> {
        Some(Arc::new(LogitFormatter::new()))
    }

    fn minor_formatter(&self) -> Option<Arc<dyn Formatter>> {
        Some(Arc::new(LogitFormatter::minor()))
    }
}

/// Distances by a function of one's own, which must not decrease, and its inverse. Ticks are those
/// of a linear axis.
///
/// ```
/// use figure::scale::FuncScale;
///
/// # let mut figure = figure::Figure::default();
/// let ax = figure.add_subplot(1, 1, 1)?;
/// ax.plot([0, 1, 4, 9], [0, 1, 2, 3])?;
/// ax.set_xscale(FuncScale::new(f64::sqrt, |root| root * root));
/// # Ok::<(), figure::Error>(())
/// ```
#[derive(Clone, Copy)]
pub struct FuncScale<F, G> {
    forward: F,
    inverse: G,
}

impl<F, G> FuncScale<F, G>
where
    F: Fn(f64) -> f64 + Send + Sync,
    G: Fn(f64) -> f64 + Send + Sync,
{
    /// The scale of a function and its inverse.
    pub fn new(forward: F, inverse: G) -> Self {
        Self { forward, inverse }
    }
}

impl<F, G> fmt::Debug for FuncScale<F, G> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FuncScale(..)")
    }
}

impl<F, G> Scale for FuncScale<F, G>
where
    F: Fn(f64) -> f64 + Send + Sync,
    G: Fn(f64) -> f64 + Send + Sync,
{
    fn forward(&self, value: f64) -> f64 {
        (self.forward)(value)
    }

    fn inverse(&self, distance: f64) -> f64 {
        (self.inverse)(distance)
    }
}
