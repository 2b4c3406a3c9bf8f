//! Ticks of axes of shares, and what they say.
//!
//! ```text
//!  number   …  −3    −2    −1    0     1      2       3   …
//!  ideal    … 10⁻³  10⁻²  10⁻¹  1/2  1−10⁻¹ 1−10⁻²  1−10⁻³ …
//! ```
//!
//! The ideal ticks in view are taken, or every second, third … of them; where fewer than two are in
//! view, those of a linear axis are.

use super::context::AxisContext;
use super::interval::increasing;
use super::locate::Locator;
use super::max_n::{Bins, MaxNLocator};
use super::number::{log10, pow10};
use super::spec::fixed;
use super::text::{Formatter, TickLabels, each};
use crate::Error;

/// The nearest to 0 and to 1 that an axis without data shows.
const UNTOUCHED: f64 = 1e-7;
/// As many minor ticks have no labels at all.
const CROWDED: usize = 25;
/// As many minor ticks have labels at most.
const LABELLED: usize = 6;

/// Places of ticks on a scale of shares.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LogitLocator {
    minor: bool,
}

impl LogitLocator {
    /// Of major ticks: at halves, tenths, hundredths … and as far from 1.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Of minor ticks: between them.
    #[must_use]
    pub fn minor() -> Self {
        Self { minor: true }
    }
}

/// The ideal tick of a number.
fn ideal(number: i32) -> f64 {
    match number {
        0 => 0.5,
        below if below < 0 => pow10(below),
        above => 1.0 - pow10(-above),
    }
}

impl Locator for LogitLocator {
    fn ticks(&self, axis: &AxisContext<'_>) -> Result<Vec<f64>, Error> {
        let (low, high) = self.nonsingular(axis.view);
        if !(low > 0.0 && high < 1.0) {
            return Err(Error::LogRange { low, high });
        }
        let first = if low < 0.5 {
            log10(low).floor()
        } else if low < 0.9 {
            0.0
        } else {
            -log10(1.0 - low).ceil()
        } as i32;
        let last = if high <= 0.5 {
            log10(high).ceil()
        } else if high <= 0.9 {
            1.0
        } else {
            -log10(1.0 - high).floor()
        } as i32;
        let count = last - first - 1;
        if count < 2 {
            if self.minor {
                return Ok(Vec::new());
            }
            let linear = MaxNLocator::new(Bins::Auto)?.with_steps(&[1.0, 2.0, 5.0, 10.0])?;
            return linear.ticks(&AxisContext {
                view: (low, high),
                ..*axis
            });
        }
        let wanted = i32::try_from(axis.tick_space().max(2)).unwrap_or(i32::MAX);
        if count > wanted {
            let stride = count / wanted + i32::from(count % wanted != 0);
            let own = |n: &i32| (n.rem_euclid(stride) != 0) == self.minor;
            return Ok((first..=last).filter(own).map(ideal).collect());
        }
        if self.minor {
            return Ok((first..last).flat_map(between).collect());
        }
        Ok((first..=last).map(ideal).collect())
    }

    fn nonsingular(&self, limits: (f64, f64)) -> (f64, f64) {
        let (low, high) = increasing(limits);
        if !(low.is_finite() && high.is_finite()) || high <= 0.0 || low >= 1.0 {
            return (UNTOUCHED, 1.0 - UNTOUCHED);
        }
        let low = if low <= 0.0 { UNTOUCHED } else { low };
        let high = if high >= 1.0 { 1.0 - UNTOUCHED } else { high };
        if low == high {
            (0.1 * low, 1.0 - 0.1 * low)
        } else {
            (low, high)
        }
    }
}

/// Minor ticks from an ideal one to the next.
fn between(number: i32) -> Vec<f64> {
    let digits = |from: i32, to: i32| (from..to).map(f64::from);
    match number {
        0 => digits(6, 9).map(|d| d / 10.0).collect(),
        -1 => digits(2, 5).map(|d| d / 10.0).collect(),
        below if below < -1 => digits(2, 10).map(|d| d * pow10(below)).collect(),
        above => digits(2, 10)
            .rev()
            .map(|d| 1.0 - d * pow10(-above - 1))
            .collect(),
    }
}

/// Labels of a scale of shares: `1/2`, `10⁻³`, `1−10⁻³`.
///
/// ```
/// use figure::ticker::{AxisContext, Formatter, LogitFormatter};
///
/// let axis = AxisContext::x((1e-3, 0.99));
/// let labels = LogitFormatter::new().format(&[0.01, 0.5, 0.9], &axis).labels;
/// assert_eq!(labels[0], "$\\mathdefault{10^{-2}}$");
/// assert_eq!(labels[1], "$\\mathdefault{\\frac{1}{2}}$");
/// assert_eq!(labels[2], "$\\mathdefault{1-10^{-1}}$");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LogitFormatter {
    minor: bool,
}

impl LogitFormatter {
    /// Of major ticks.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Of minor ticks, of which only some have labels, where there are few.
    #[must_use]
    pub fn minor() -> Self {
        Self { minor: true }
    }

    /// Which ticks have labels.
    fn labelled(&self, ticks: &[f64]) -> Vec<bool> {
        if !self.minor {
            return vec![true; ticks.len()];
        }
        let is_ideal = |&x: &f64| is_decade(x) || is_decade(1.0 - x) || is_half(x);
        if ticks.iter().all(is_ideal) || ticks.len() >= CROWDED {
            return vec![false; ticks.len()];
        }
        if ticks.len() < LABELLED {
            return vec![true; ticks.len()];
        }
        // Those with the most room on both sides.
        let place = |x: &f64| -libm::log(1.0 / x - 1.0);
        let gap = |pair: &[f64]| match pair {
            [a, b] => place(b) - place(a),
            _ => 0.0,
        };
        let gaps: Vec<f64> = ticks.windows(2).map(gap).collect();
        let room = |i: usize| {
            let before = i.checked_sub(1).and_then(|i| gaps.get(i)).copied();
            let after = gaps.get(i).copied();
            let least = before
                .unwrap_or(f64::INFINITY)
                .min(after.unwrap_or(f64::INFINITY));
            (least, before.unwrap_or(0.0) + after.unwrap_or(0.0))
        };
        let mut order: Vec<usize> = (0..ticks.len()).collect();
        order.sort_by(|&a, &b| {
            let (a, b) = (room(a), room(b));
            a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1))
        });
        let first = order.len().saturating_sub(LABELLED);
        let chosen = order.get(first..).unwrap_or_default();
        (0..ticks.len()).map(|i| chosen.contains(&i)).collect()
    }
}

/// Whether a number is a power of ten.
fn is_decade(x: f64) -> bool {
    if x == 0.0 {
        return true;
    }
    let n = libm::log(x.abs()) / libm::log(10.0);
    let whole = n.round_ties_even();
    x.is_finite() && (n - whole).abs() <= 1e-8 + 1e-7 * whole.abs()
}

fn is_half(x: f64) -> bool {
    (2.0 * x - 1.0).abs() <= 1e-9
}

/// A number with as many digits as tell it from the other ticks.
fn written(x: f64, ticks: &[f64], of: impl Fn(f64) -> f64, power: bool) -> String {
    let (exponent, least) = if power {
        (log10(x).floor(), 0.0)
    } else {
        (0.0, 1.0)
    };
    let mut distances: Vec<f64> = ticks.iter().map(|&tick| (of(tick) - x).abs()).collect();
    distances.sort_by(f64::total_cmp);
    let precision = match distances.get(1) {
        None => least,
        Some(&distance) => {
            let digits = -log10(distance) + exponent;
            let whole = digits.round_ties_even();
            let near = (digits - whole).abs() <= 1e-9 * digits.abs().max(whole.abs());
            let digits = if near { whole } else { digits.ceil() };
            digits.max(least)
        }
    };
    let mantissa = fixed(
        x * pow10(-(exponent as i32)),
        precision.clamp(0.0, 300.0) as usize,
    );
    if power {
        format!("{mantissa}\\cdot10^{{{}}}", exponent as i32)
    } else {
        mantissa
    }
}

impl Formatter for LogitFormatter {
    fn format(&self, ticks: &[f64], _: &AxisContext<'_>) -> TickLabels {
        let labelled = self.labelled(ticks);
        each(ticks, |i, x| {
            let shown = labelled.get(i).is_some_and(|shown| *shown);
            if !(shown && x > 0.0 && x < 1.0) {
                return String::new();
            }
            let decade = |x: f64| format!("10^{{{}}}", log10(x).round_ties_even() as i32);
            let text = if is_half(x) {
                "\\frac{1}{2}".to_owned()
            } else if x < 0.5 && is_decade(x) {
                decade(x)
            } else if x > 0.5 && is_decade(1.0 - x) {
                format!("1-{}", decade(1.0 - x))
            } else if x < 0.1 {
                written(x, ticks, |tick| tick, true)
            } else if x > 0.9 {
                format!("1-{}", written(1.0 - x, ticks, |tick| 1.0 - tick, true))
            } else {
                written(x, ticks, |tick| tick, false)
            };
            format!("$\\mathdefault{{{text}}}$")
        })
    }
}
