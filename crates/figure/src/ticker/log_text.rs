//! What the ticks of logarithmic axes say: `10³`, and `2×10³` where few decades leave room.

use super::context::AxisContext;
use super::interval::{Expansion, nonsingular};
use super::log::checked_base;
use super::spec::{Presentation, Spec, fixed, general};
use super::text::{Formatter, Minus, TickLabels, each};
use crate::Error;

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Writing {
    /// `1000`, `1e+05`.
    Plain,
    /// `3`.
    Exponent,
    /// `10^3`, `10^{3.3}`.
    Power,
    /// `10^3`, `2×10^3`.
    Scientific,
}

/// Labels of logarithmic axes: for every power of the base; for the ticks between them where less
/// than a decade or two is in view.
///
/// # Examples
///
/// ```
/// use figure::ticker::{AxisContext, Formatter, LogFormatter};
///
/// let decades = LogFormatter::scientific(10.0)?;
/// let text = decades.format(&[1.0, 2.0, 1000.0], &AxisContext::x((1.0, 1e4)));
/// assert_eq!(text.labels, ["$\\mathdefault{10^{0}}$", "", "$\\mathdefault{10^{3}}$"]);
/// let text = LogFormatter::plain(10.0)?.format(&[2.0, 3.0], &AxisContext::x((2.0, 4.0)));
/// assert_eq!(text.labels, ["2", "3"]);
/// # Ok::<(), figure::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct LogFormatter {
    base: f64,
    writing: Writing,
    only_powers: bool,
    thresholds: (f64, f64),
    linear: Option<f64>,
    min_exponent: f64,
    minus: Minus,
}

impl LogFormatter {
    fn new(base: f64, writing: Writing) -> Result<Self, Error> {
        Ok(Self {
            base: checked_base(base)?,
            writing,
            only_powers: false,
            thresholds: (1.0, 0.4),
            linear: None,
            min_exponent: 0.0,
            minus: Minus::Unicode,
        })
    }

    /// Plain numbers from 1 to 10 000, and beyond one digit with an exponent.
    ///
    /// # Errors
    ///
    /// [`Error::LogBase`] unless the base is positive, finite and not 1.
    pub fn plain(base: f64) -> Result<Self, Error> {
        Self::new(base, Writing::Plain)
    }

    /// The logarithms themselves.
    ///
    /// # Errors
    ///
    /// As for [`plain`](Self::plain).
    pub fn exponent(base: f64) -> Result<Self, Error> {
        Self::new(base, Writing::Exponent)
    }

    /// Powers of the base, with fractions in the exponent between them.
    ///
    /// # Errors
    ///
    /// As for [`plain`](Self::plain).
    pub fn powers(base: f64) -> Result<Self, Error> {
        Self::new(base, Writing::Power)
    }

    /// Whole powers of the base, with a factor before them between them: what logarithmic axes
    /// start with.
    ///
    /// # Errors
    ///
    /// As for [`plain`](Self::plain).
    pub fn scientific(base: f64) -> Result<Self, Error> {
        Self::new(base, Writing::Scientific)
    }

    /// The same with labels at powers of the base only.
    #[must_use]
    pub fn only_powers(self) -> Self {
        Self {
            only_powers: true,
            ..self
        }
    }

    /// The same with other bounds for labels between the powers: some as long as no more than
    /// `powers` powers are in view, all as long as the view is no longer than `decades`. 1 and 0.4
    /// unless set; infinity labels all ticks.
    #[must_use]
    pub fn with_minor_thresholds(self, powers: f64, decades: f64) -> Self {
        Self {
            thresholds: (powers, decades),
            ..self
        }
    }

    /// The same for an axis that is linear from −`threshold` to `threshold`.
    #[must_use]
    pub fn with_linear_threshold(self, threshold: f64) -> Self {
        Self {
            linear: Some(threshold),
            ..self
        }
    }

    /// The same with numbers whose exponent is smaller written out.
    #[must_use]
    pub fn with_min_exponent(self, exponent: f64) -> Self {
        Self {
            min_exponent: exponent,
            ..self
        }
    }

    /// The same with another minus sign; within powers it is always the wide one.
    #[must_use]
    pub fn with_minus(self, minus: Minus) -> Self {
        Self { minus, ..self }
    }

    fn log(&self, x: f64) -> f64 {
        libm::log(x) / libm::log(self.base)
    }

    /// Which factors of the powers have labels.
    fn factors(&self, (low, high): (f64, f64)) -> Factors {
        if self.thresholds.0 == f64::INFINITY {
            return Factors::All;
        }
        if self.linear.is_none() && low <= 0.0 {
            return Factors::One;
        }
        let decades_from = |n: f64| self.log(n).next_down().floor();
        let (mut powers, mut decades) = (0.0, 0.0);
        match self.linear {
            None => {
                powers = self.log(high).floor() - decades_from(low);
                decades = (self.log(high) - self.log(low)).abs();
            }
            Some(threshold) => {
                if low < -threshold {
                    // Counted the wrong way around, and so never too many, as in matplotlib.
                    let near = high.min(-threshold).abs();
                    powers += self.log(near).floor() - decades_from(low.abs());
                    decades += self.log(low.abs() / near);
                }
                if high > threshold {
                    let near = low.max(threshold);
                    powers += self.log(high).floor() - decades_from(near);
                    decades += self.log(high / near);
                }
            }
        }
        if powers > self.thresholds.0 {
            Factors::One
        } else if decades > self.thresholds.1 {
            Factors::Some
        } else {
            Factors::All
        }
    }

    fn label(&self, tick: f64, factors: Factors, view: (f64, f64), least: u32) -> String {
        let math = matches!(self.writing, Writing::Power | Writing::Scientific);
        if tick == 0.0 {
            return if math { "$\\mathdefault{0}$" } else { "0" }.to_owned();
        }
        let (sign, x) = (if tick < 0.0 { "-" } else { "" }, tick.abs());
        let log = self.log(x);
        if !log.is_finite() {
            return String::new();
        }
        let whole = is_whole(log);
        let exponent = if whole {
            log.round_ties_even()
        } else {
            log.floor()
        };
        let factor = libm::pow(self.base, log - exponent).round_ties_even();
        if (self.only_powers && !whole) || !factors.has(factor, self.base) {
            return String::new();
        }
        match self.writing {
            Writing::Plain => self.minus.write(plain(x, view.1 - view.0)),
            Writing::Exponent => {
                let text = if (1.0..=1e4).contains(&log.abs()) {
                    pretty(log, self.log(view.1 - view.0))
                } else {
                    general(log, 1)
                };
                self.minus.write(text)
            }
            Writing::Power | Writing::Scientific => {
                format!(
                    "$\\mathdefault{{{sign}{}}}$",
                    self.power(x, log, whole, least)
                )
            }
        }
    }

    /// A power of the base, without its sign.
    fn power(&self, x: f64, log: f64, whole: bool, least: u32) -> String {
        let base = if self.base % 1.0 == 0.0 {
            fixed(self.base, 0)
        } else {
            format!("{}", self.base)
        };
        let rounded = if whole { log.round_ties_even() } else { log };
        let least = self.min_exponent.max(f64::from(least));
        if rounded.abs() < least {
            return general(x, 6);
        }
        if whole {
            return format!("{base}^{{{rounded:.0}}}");
        }
        if self.writing == Writing::Power {
            return format!("{base}^{{{}}}", fixed(log, 2));
        }
        let exponent = log.floor();
        let factor = libm::pow(self.base, log - exponent);
        let factor = if is_whole(factor) {
            factor.round_ties_even()
        } else {
            factor
        };
        format!("{}\\times{base}^{{{exponent:.0}}}", general(factor, 6))
    }
}

/// The factors before powers that have labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Factors {
    One,
    /// Those at about equal distances.
    Some,
    All,
}

impl Factors {
    fn has(self, factor: f64, base: f64) -> bool {
        match self {
            Self::One => factor == 1.0,
            Self::Some => {
                let count = (base as i64 / 2).clamp(0, 100_000);
                let at = |i: i64| libm::pow(base, i as f64 / count as f64).round_ties_even();
                factor == 1.0
                    || factor == base.round_ties_even()
                    || (0..=count).any(|i| at(i) == factor)
            }
            Self::All => true,
        }
    }
}

/// Whether a number is whole up to its ninth digit.
fn is_whole(x: f64) -> bool {
    let whole = x.round_ties_even();
    (x - whole).abs() <= 1e-9 * x.abs().max(whole.abs())
}

fn plain(x: f64, length: f64) -> String {
    if (1.0..=1e4).contains(&x) {
        pretty(x, length)
    } else {
        Spec::plain(Presentation::Exponent, Some(0)).format(x)
    }
}

/// A number with as many digits as a view of some length needs.
fn pretty(x: f64, length: f64) -> String {
    if x.abs() < 1e4 && x == x.trunc() {
        return fixed(x, 0);
    }
    let places = match length {
        l if l < 1e-2 => None,
        l if l <= 1.0 => Some(3),
        l if l <= 10.0 => Some(2),
        l if l <= 1e5 => Some(1),
        _ => None,
    };
    if let Some(places) = places {
        let text = fixed(x, places);
        return text.trim_end_matches('0').trim_end_matches('.').to_owned();
    }
    let precision = if length < 1e-2 { 3 } else { 1 };
    let text = Spec::plain(Presentation::Exponent, Some(precision)).format(x);
    let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let digits = digits.trim_end_matches('0').trim_end_matches('.');
    match exponent.parse::<i32>() {
        Ok(0) | Err(_) => digits.to_owned(),
        Ok(exponent) => format!("{digits}e{exponent}"),
    }
}

impl Formatter for LogFormatter {
    fn format(&self, ticks: &[f64], axis: &AxisContext<'_>) -> TickLabels {
        let view = axis.sorted_view();
        let factors = self.factors(view);
        let view = nonsingular(view, Expansion::LIMITS);
        each(ticks, |_, tick| {
            self.label(tick, factors, view, axis.min_exponent)
        })
    }
}
