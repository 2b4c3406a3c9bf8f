//! Formatters that write a number with its unit: percent, and engineering prefixes.

use super::context::AxisContext;
use super::number::{decade, log10, nearest_pow10, pow10, round_decimals};
use super::scalar::{Offset, Scaled, inside, shared_offset};
use super::spec::{fixed, general};
use super::text::{Formatter, Minus, TickLabels, each};

/// Most digits after the point that [`PercentFormatter`] chooses by itself.
const MOST_PERCENT_DECIMALS: f64 = 5.0;

/// Labels as a percentage of a given whole.
///
/// # Examples
///
/// ```
/// use figure::ticker::{AxisContext, Formatter, PercentFormatter};
///
/// let text = PercentFormatter::new(1.0).format(&[-0.5, 0.0, 0.25], &AxisContext::y((-1.0, 1.0)));
/// assert_eq!(text.labels, ["−50%", "0%", "25%"]);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct PercentFormatter {
    whole: f64,
    decimals: Option<u8>,
    symbol: String,
    minus: Minus,
}

impl PercentFormatter {
    /// Percentages of `whole`, the value that is 100 %, with as many decimals as the view's length
    /// calls for: none above 50 %, one more for each decade below, up to five.
    #[must_use]
    pub fn new(whole: f64) -> Self {
        Self {
            whole,
            decimals: None,
            symbol: "%".to_owned(),
            minus: Minus::Unicode,
        }
    }

    /// The same formatter with a fixed number of decimals.
    #[must_use]
    pub fn with_decimals(self, decimals: u8) -> Self {
        Self {
            decimals: Some(decimals),
            ..self
        }
    }

    /// The same formatter with another text after the number; may be empty.
    #[must_use]
    pub fn with_symbol(self, symbol: impl Into<String>) -> Self {
        Self {
            symbol: symbol.into(),
            ..self
        }
    }

    /// The same formatter with another minus sign.
    #[must_use]
    pub fn with_minus(self, minus: Minus) -> Self {
        Self { minus, ..self }
    }

    fn percent(&self, value: f64) -> f64 {
        100.0 * (value / self.whole)
    }

    fn places(&self, (low, high): (f64, f64)) -> usize {
        let range = self.percent((high - low).abs());
        let chosen = if range > 0.0 {
            (2.0 - log10(2.0 * range)).ceil()
        } else {
            0.0
        };
        self.decimals.map_or(
            chosen.clamp(0.0, MOST_PERCENT_DECIMALS) as usize,
            usize::from,
        )
    }
}

impl Default for PercentFormatter {
    /// Values that are percentages already.
    fn default() -> Self {
        Self::new(100.0)
    }
}

impl Formatter for PercentFormatter {
    fn format(&self, ticks: &[f64], axis: &AxisContext<'_>) -> TickLabels {
        let places = self.places(axis.view);
        each(ticks, |_, tick| {
            self.minus
                .write(fixed(self.percent(tick), places) + &self.symbol)
        })
    }
}

/// SI prefixes by exponents from 10⁻³⁰ up, in steps of 10³.
const PREFIXES: [&str; 21] = [
    "q", "r", "y", "z", "a", "f", "p", "n", "\u{b5}", "m", "", "k", "M", "G", "T", "P", "E", "Z",
    "Y", "R", "Q",
];
/// Exponents of the first and last prefix.
const PREFIX_RANGE: (i32, i32) = (-30, 30);

/// Labels with an SI prefix and a unit: `10 MHz` for 1e7.
///
/// # Examples
///
/// ```
/// use figure::ticker::{AxisContext, EngFormatter, Formatter};
///
/// let text = EngFormatter::new("Hz").format(&[0.0, 950.0, 12_300.0], &AxisContext::x((0.0, 2e4)));
/// assert_eq!(text.labels, ["0 Hz", "950 Hz", "12.3 kHz"]);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct EngFormatter {
    unit: String,
    places: Option<u8>,
    separator: String,
    offset: Offset,
    minus: Minus,
}

impl EngFormatter {
    /// Labels in `unit` (which may be empty), a space before the prefix, up to six significant
    /// digits, no offset.
    #[must_use]
    pub fn new(unit: impl Into<String>) -> Self {
        Self {
            unit: unit.into(),
            places: None,
            separator: " ".to_owned(),
            offset: Offset::Never,
            minus: Minus::Unicode,
        }
    }

    /// The same formatter with a fixed number of digits after the point.
    #[must_use]
    pub fn with_places(self, places: u8) -> Self {
        Self {
            places: Some(places),
            ..self
        }
    }

    /// The same formatter with another text between number and prefix.
    #[must_use]
    pub fn with_separator(self, separator: impl Into<String>) -> Self {
        Self {
            separator: separator.into(),
            ..self
        }
    }

    /// The same formatter with an offset at the end of the axis, written with its own prefix.
    #[must_use]
    pub fn with_offset(self, offset: Offset) -> Self {
        Self { offset, ..self }
    }

    /// The same formatter with another minus sign.
    #[must_use]
    pub fn with_minus(self, minus: Minus) -> Self {
        Self { minus, ..self }
    }

    fn digits(&self, mantissa: f64) -> String {
        match self.places {
            Some(places) => fixed(mantissa, usize::from(places)),
            None => general(mantissa, 6),
        }
    }

    /// One number with its prefix and unit, with an ASCII hyphen.
    fn engineered(&self, value: f64) -> String {
        // Negative zero loses its sign.
        let value = if value == 0.0 { 0.0 } else { value };
        let order = decade_of_thousand(value.abs()).clamp(PREFIX_RANGE.0, PREFIX_RANGE.1);
        // numpy's vectorized power is one ulp off at 10⁻³⁰ on some processors, so there the last
        // digit of a tie may differ from matplotlib's; this one is the same everywhere.
        let mantissa = value / nearest_pow10(order);
        // 999.9996 is written as 1000, which is 1 of the next prefix.
        let carries = order < PREFIX_RANGE.1
            && self
                .digits(mantissa)
                .parse::<f64>()
                .is_ok_and(|shown| shown.abs() >= 1000.0);
        let (mantissa, order) = if carries {
            (mantissa / 1000.0, order + 3)
        } else {
            (mantissa, order)
        };
        let index = usize::try_from((order - PREFIX_RANGE.0) / 3).unwrap_or(0);
        let prefix = PREFIXES.get(index).copied().unwrap_or("");
        let number = self.digits(mantissa);
        if prefix.is_empty() && self.unit.is_empty() {
            return number;
        }
        format!("{number}{}{prefix}{}", self.separator, self.unit)
    }

    fn offset(&self, ticks: &[f64], (low, high): (f64, f64)) -> f64 {
        match self.offset {
            // Where an offset pays at all, the middle of the view is it: the labels stay below 1000
            // then.
            Offset::Auto if shared_offset(&inside(ticks, (low, high)), 4) != 0.0 => {
                round_decimals((low + high) / 2.0, 3)
            }
            Offset::Value(value) if value.is_finite() => value,
            _ => 0.0,
        }
    }
}

/// Exponent of the largest power of 1000 at or below `x`; 0 for zero and what is not finite.
fn decade_of_thousand(x: f64) -> i32 {
    if decade(x).is_none() {
        return 0;
    }
    ((log10(x) / 3.0).floor() * 3.0) as i32
}

/// The power of 1000 for labels under an offset, by the view's length; NaN-free because the view is
/// not.
fn order_of_view((low, high): (f64, f64)) -> i32 {
    let order = (libm::log(high - low) / libm::log(1000.0)).floor() * 3.0;
    // A float-to-integer cast makes 0 of NaN, and saturates for an empty or endless view.
    (order as i32).clamp(-330, 309)
}

impl Formatter for EngFormatter {
    fn format(&self, ticks: &[f64], axis: &AxisContext<'_>) -> TickLabels {
        let view = axis.sorted_view();
        let offset = self.offset(ticks, view);
        if offset == 0.0 || ticks.is_empty() {
            return each(ticks, |_, tick| self.minus.write(self.engineered(tick)));
        }
        let scaled = Scaled {
            offset,
            scale: pow10(order_of_view(view)),
        };
        let places = scaled.places(ticks, axis.view);
        let labels = each(ticks, |_, tick| {
            self.minus.write(fixed(scaled.snapped(tick), places))
        });
        let sign = if offset > 0.0 { "+" } else { "" };
        let text = format!(
            "{}{sign}{}",
            self.engineered(scaled.scale),
            self.engineered(offset)
        );
        TickLabels {
            offset: self.minus.write(text),
            ..labels
        }
    }
}
