//! The formatter that axes start with: plain decimals, a common offset and a common power of ten
//! split off.
//!
//! ```text
//! label = (tick − offset) / 10^order, with as many digits as tell the ticks apart
//! offset text = "1e" order, "+" offset                    e.g.  1e−5+1.234e3
//! ```
//!
//! 1. *Offset*: the leading digits that all visible ticks share, if there are at least four of
//!    them.
//! 2. *Order of magnitude*: of the largest visible tick (of the view's length under an offset), if
//!    it lies at or beyond a power limit; else 0.
//! 3. *Digits*: the fewest places that keep all scaled ticks within a thousandth of their range's
//!    decade.

use super::context::AxisContext;
use super::number::{decade, floor_divide, log10, nearest_pow10, pow10, round_decimals};
use super::spec::{fixed, general};
use super::text::{Formatter, Minus, TickLabels};

/// Scaled ticks smaller than this are the rounding of zero.
const ZERO: f64 = 1e-8;
/// Below every decade of a double: where the search for shared digits ends.
const LOWEST_DECADE: i32 = -330;

/// The constant that is subtracted from all ticks and shown once, at the end of the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Offset {
    /// The digits that all visible ticks share, where that saves enough of them.
    Auto,
    /// None.
    Never,
    /// This value; 0, NaN and infinite values mean none.
    Value(f64),
}

/// Whether a common power of ten may be split off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notation {
    /// Beyond the power limits, as `1e6` at the end of the axis.
    Scientific,
    /// Never.
    Plain,
}

/// How labels are set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Script {
    /// As text: `1e6`.
    #[default]
    Plain,
    /// As mathematics: ×10⁶.
    Mathematics,
}

/// Plain decimal labels, with a shared offset and power of ten split off where that shortens them.
///
/// # Examples
///
/// ```
/// use figure::ticker::{AxisContext, Formatter, ScalarFormatter};
///
/// let axis = AxisContext::x((0.0, 3e6));
/// let text = ScalarFormatter::new().format(&[0.0, 1e6, 2e6, 3e6], &axis);
/// assert_eq!(text.labels, ["0", "1", "2", "3"]);
/// assert_eq!(text.offset, "1e6");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct ScalarFormatter {
    offset: Offset,
    offset_threshold: i32,
    notation: Notation,
    power_limits: (i32, i32),
    minus: Minus,
    script: Script,
}

impl ScalarFormatter {
    /// matplotlib's defaults: automatic offset from 4 shared digits on, powers of ten from 1e5 up
    /// and 1e−5 down (precisely: exponents ≤ −5 or ≥ 6), Unicode minus.
    #[must_use]
    pub fn new() -> Self {
        Self {
            offset: Offset::Auto,
            offset_threshold: 4,
            notation: Notation::Scientific,
            power_limits: (-5, 6),
            minus: Minus::Unicode,
            script: Script::Plain,
        }
    }

    /// The same formatter with labels set as text or as mathematics.
    ///
    /// ```
    /// use figure::ticker::{AxisContext, Formatter, ScalarFormatter, Script};
    ///
    /// let axis = AxisContext::x((0.0, 3e6));
    /// let formatter = ScalarFormatter::new().with_script(Script::Mathematics);
    /// let text = formatter.format(&[0.0, 1e6], &axis);
    /// assert_eq!(text.labels, ["$\\mathdefault{0}$", "$\\mathdefault{1}$"]);
    /// assert_eq!(text.offset, "$\\times\\mathdefault{10^{6}}\\mathdefault{}$");
    /// ```
    #[must_use]
    pub fn with_script(self, script: Script) -> Self {
        Self { script, ..self }
    }

    /// The same formatter with another offset.
    #[must_use]
    pub fn with_offset(self, offset: Offset) -> Self {
        Self { offset, ..self }
    }

    /// The same formatter with another number of shared digits from which on an automatic offset is
    /// used.
    #[must_use]
    pub fn with_offset_threshold(self, offset_threshold: i32) -> Self {
        Self {
            offset_threshold,
            ..self
        }
    }

    /// The same formatter with powers of ten split off, or not.
    #[must_use]
    pub fn with_notation(self, notation: Notation) -> Self {
        Self { notation, ..self }
    }

    /// The same formatter with other exponents at or beyond which a power of ten is split off. Two
    /// equal limits other than 0 fix the exponent.
    #[must_use]
    pub fn with_power_limits(self, low: i32, high: i32) -> Self {
        Self {
            power_limits: (low, high),
            ..self
        }
    }

    /// The same formatter with another minus sign.
    #[must_use]
    pub fn with_minus(self, minus: Minus) -> Self {
        Self { minus, ..self }
    }

    fn offset(&self, visible: &[f64]) -> f64 {
        match self.offset {
            Offset::Auto => shared_offset(visible, self.offset_threshold),
            Offset::Value(value) if value.is_finite() => value,
            Offset::Value(_) | Offset::Never => 0.0,
        }
    }

    /// Exponent of the power of ten that all labels are divided by.
    fn order(&self, visible: &[f64], offset: f64, (low, high): (f64, f64)) -> i32 {
        let limits = self.power_limits;
        if self.notation == Notation::Plain {
            return 0;
        }
        if limits.0 == limits.1 && limits.0 != 0 {
            return limits.0;
        }
        let size = if visible.is_empty() {
            0.0
        } else if offset != 0.0 {
            high - low
        } else {
            largest(visible)
        };
        decade(size)
            .filter(|order| *order <= limits.0 || *order >= limits.1)
            .unwrap_or(0)
    }

    fn offset_text(&self, offset: f64, order: i32) -> String {
        if order == 0 && offset == 0.0 {
            return String::new();
        }
        let constant = match offset {
            0.0 => String::new(),
            _ if offset > 0.0 => format!("+{}", self.compact(offset)),
            _ => self.compact(offset),
        };
        let text = match (self.script, order) {
            (Script::Plain, 0) => constant,
            (Script::Plain, order) => format!("1e{order}{constant}"),
            (Script::Mathematics, 0) => format!("$\\mathdefault{{{constant}}}$"),
            (Script::Mathematics, order) => {
                let power = self.compact(nearest_or_pow10(order));
                format!("$\\times\\mathdefault{{{power}}}\\mathdefault{{{constant}}}$")
            }
        };
        self.minus.write(text)
    }

    /// `±d.ddde±n`, as few digits as needed and at most eleven.
    fn compact(&self, value: f64) -> String {
        let order = decade(value.abs()).unwrap_or(0);
        let scaled = value / nearest_or_pow10(order);
        let significand = match self.offset {
            // An offset of ours was made by scaling and rounds that way; a given one rounds by its
            // decimal digits.
            Offset::Auto => round_decimals(scaled, 10),
            _ => fixed(scaled, 10).parse().unwrap_or(scaled),
        };
        let digits = if significand % 1.0 == 0.0 {
            fixed(significand, 0)
        } else {
            general(significand, 10)
        };
        match (self.script, order) {
            (_, 0) => digits,
            (Script::Plain, order) => format!("{digits}e{order}"),
            (Script::Mathematics, order) if significand == 1.0 => format!("10^{{{order}}}"),
            (Script::Mathematics, order) => format!("{digits} \\times 10^{{{order}}}"),
        }
    }
}

impl Default for ScalarFormatter {
    fn default() -> Self {
        Self::new()
    }
}

impl Formatter for ScalarFormatter {
    fn format(&self, ticks: &[f64], axis: &AxisContext<'_>) -> TickLabels {
        if ticks.is_empty() {
            return TickLabels::default();
        }
        let view = axis.sorted_view();
        let visible = inside(ticks, view);
        let offset = self.offset(&visible);
        let order = self.order(&visible, offset, view);
        let scaled = Scaled {
            offset,
            scale: pow10(order),
        };
        let places = scaled.places(ticks, axis.view);
        let label = |&tick: &f64| {
            let number = fixed(scaled.snapped(tick), places);
            self.minus.write(match self.script {
                Script::Plain => number,
                Script::Mathematics => format!("$\\mathdefault{{{number}}}$"),
            })
        };
        TickLabels {
            labels: ticks.iter().map(label).collect(),
            offset: self.offset_text(offset, order),
        }
    }
}

/// Ticks after the offset and the power of ten were taken out.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scaled {
    pub(super) offset: f64,
    pub(super) scale: f64,
}

impl Scaled {
    fn of(self, tick: f64) -> f64 {
        (tick - self.offset) / self.scale
    }

    /// The number that a label shows; what only rounding keeps from zero is zero.
    pub(super) fn snapped(self, tick: f64) -> f64 {
        let scaled = self.of(tick);
        if scaled.abs() < ZERO { 0.0 } else { scaled }
    }

    /// Digits after the point that tell the scaled ticks apart. A single tick is measured against
    /// the view.
    pub(super) fn places(self, ticks: &[f64], view: (f64, f64)) -> usize {
        let scaled: Vec<f64> = ticks.iter().map(|&tick| self.of(tick)).collect();
        let ends = [self.of(view.0), self.of(view.1)];
        let measured = || {
            scaled
                .iter()
                .copied()
                .chain(ends.into_iter().filter(|_| ticks.len() < 2))
        };
        let range = match measured().fold(f64::NEG_INFINITY, f64::max)
            - measured().fold(f64::INFINITY, f64::min)
        {
            0.0 => measured().map(f64::abs).fold(0.0, f64::max),
            range => range,
        };
        let order = decade(if range == 0.0 { 1.0 } else { range }).unwrap_or(0);
        let tolerance = 1e-3 * nearest_or_pow10(order);
        let error = |places: i32| largest_error(&scaled, places);
        let mut places = (3 - order).max(0);
        while places >= 0 && error(places) < tolerance {
            places -= 1;
        }
        // The last number of places that was still exact enough; the loop leaves -1 at the least.
        usize::try_from(places + 1).unwrap_or(0)
    }
}

/// Largest change when `values` are rounded to `places`; NaN if any is NaN, so that no comparison
/// holds.
fn largest_error(values: &[f64], places: i32) -> f64 {
    values
        .iter()
        .map(|&value| (value - round_decimals(value, places)).abs())
        .fold(0.0, |a: f64, b| {
            if a.is_nan() || b.is_nan() {
                f64::NAN
            } else {
                a.max(b)
            }
        })
}

/// 10ⁿ as an integer power for n ≥ 0 (exact until it is rounded) and as C's `pow` below.
fn nearest_or_pow10(n: i32) -> f64 {
    if n < 0 { pow10(n) } else { nearest_pow10(n) }
}

/// The ticks inside the view, without any slack.
pub(super) fn inside(ticks: &[f64], (low, high): (f64, f64)) -> Vec<f64> {
    ticks
        .iter()
        .copied()
        .filter(|&tick| low <= tick && tick <= high)
        .collect()
}

fn largest(values: &[f64]) -> f64 {
    values.iter().map(|value| value.abs()).fold(0.0, f64::max)
}

/// The leading digits that all values share, as a number; 0 where they are fewer than `threshold`
/// digits.
pub(super) fn shared_offset(values: &[f64], threshold: i32) -> f64 {
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let one_sign = low > 0.0 || high < 0.0;
    let differ = low < high && (high - low).is_finite();
    if !(one_sign && differ) {
        return 0.0;
    }
    let (small, large) = super::increasing((low.abs(), high.abs()));
    let Some(order) = shared_order(small, large) else {
        return 0.0;
    };
    let digits = floor_divide(large, pow10(order));
    if digits >= nearest_pow10(threshold.saturating_sub(1)) {
        1.0_f64.copysign(low) * digits * pow10(order)
    } else {
        0.0
    }
}

/// The decade of the last digit that `small < large` have in common.
fn shared_order(small: f64, large: f64) -> Option<i32> {
    let digits = |value: f64, order: i32| floor_divide(value, pow10(order));
    let top = log10(large).ceil();
    let orders = || (LOWEST_DECADE..=top as i32).rev();
    let order = 1 + orders().find(|&order| digits(small, order) != digits(large, order))?;
    if (large - small) / pow10(order) > 1e-2 {
        return Some(order);
    }
    // The values straddle a multiple of a power of ten that is large beside their span: 999.9 and
    // 1000.1 share no digit, but allow their digits to differ by one and they do.
    orders()
        .find(|&order| digits(large, order) - digits(small, order) > 1.0)
        .map(|order| 1 + order)
}
