//! Formatters by a pattern: `%.2f km` with a percent sign, `{x:.2f} km` with braces.
//!
//! A pattern is understood once, when the formatter is made, so a wrong one is an error there.

use super::context::AxisContext;
use super::spec::{Presentation, Spec};
use super::text::{Formatter, Minus, TickLabels, each};
use crate::Error;

/// Labels by a `%` format with one conversion, `%.2f km`.
///
/// Conversions are `d i u e E f F g G`, with Python's flags, width (at most 1000) and precision,
/// and `s` with a width; `%%` is a percent sign. A negative number has an ASCII hyphen. NaN and
/// infinity, which Python's `%d` refuses, are written as names.
///
/// # Examples
///
/// ```
/// use figure::ticker::{AxisContext, FormatStrFormatter, Formatter};
///
/// let km = FormatStrFormatter::new("%.1f km")?;
/// assert_eq!(km.format(&[-0.5, 2.0], &AxisContext::x((-1.0, 3.0))).labels, ["-0.5 km", "2.0 km"]);
/// assert!(FormatStrFormatter::new("km").is_err());
/// # Ok::<(), figure::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct FormatStrFormatter {
    before: String,
    spec: Spec,
    after: String,
}

impl FormatStrFormatter {
    /// The formatter for a format string.
    ///
    /// # Errors
    ///
    /// [`Error::TickFormat`] unless the string holds exactly one conversion of a number.
    pub fn new(format: &str) -> Result<Self, Error> {
        let invalid = || Error::TickFormat(format.to_owned());
        let (before, rest) = until_conversion(format);
        let (spec, rest) = rest.and_then(Spec::parse_percent).ok_or_else(invalid)?;
        match until_conversion(rest) {
            (after, None) => Ok(Self {
                before,
                spec,
                after,
            }),
            (_, Some(_)) => Err(invalid()),
        }
    }
}

/// The text before the first percent sign that is not doubled, and what follows that sign.
fn until_conversion(format: &str) -> (String, Option<&str>) {
    let mut text = String::new();
    let mut rest = format;
    while let Some((before, after)) = rest.split_once('%') {
        text.push_str(before);
        let Some(escaped) = after.strip_prefix('%') else {
            return (text, Some(after));
        };
        text.push('%');
        rest = escaped;
    }
    (text + rest, None)
}

impl Formatter for FormatStrFormatter {
    fn format(&self, ticks: &[f64], _axis: &AxisContext<'_>) -> TickLabels {
        each(ticks, |_, tick| {
            format!("{}{}{}", self.before, self.spec.format(tick), self.after)
        })
    }
}

/// Labels by a format string in braces, `{x:.2f} km`, where `x` is the tick's value and `pos` its
/// index.
///
/// Fields take Python's format specification for numbers (types `e E f F g G n %` or none for `x`,
/// `d` or none for `pos`); `{{` and `}}` are braces. Hyphens that a number brings become minus
/// signs (U+2212).
///
/// # Examples
///
/// ```
/// use figure::ticker::{AxisContext, Formatter, StrMethodFormatter};
///
/// let kelvin = StrMethodFormatter::new("{x:+,.1f} K")?;
/// let text = kelvin.format(&[-1500.0, 20.0], &AxisContext::x((-2e3, 2e3)));
/// assert_eq!(text.labels, ["−1,500.0 K", "+20.0 K"]);
/// # Ok::<(), figure::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct StrMethodFormatter {
    pieces: Vec<Piece>,
    minus: Minus,
}

/// One stretch of a format string in braces.
#[derive(Clone, Debug, PartialEq)]
enum Piece {
    Text(String),
    Value(Spec),
    Position(Spec),
}

impl StrMethodFormatter {
    /// The formatter for a format string.
    ///
    /// # Errors
    ///
    /// [`Error::TickFormat`] for unbalanced braces, other field names, conversions (`!r`), nested
    /// fields, and types that do not write floats.
    pub fn new(format: &str) -> Result<Self, Error> {
        let pieces = pieces(format).ok_or_else(|| Error::TickFormat(format.to_owned()))?;
        Ok(Self {
            pieces,
            minus: Minus::Unicode,
        })
    }

    /// The same formatter with another minus sign.
    #[must_use]
    pub fn with_minus(self, minus: Minus) -> Self {
        Self { minus, ..self }
    }

    fn label(&self, index: usize, tick: f64) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Value(spec) => self.minus.write(spec.format(tick)),
            Piece::Position(spec) => self.minus.write(spec.format(index as f64)),
        };
        self.pieces.iter().map(piece).collect()
    }
}

/// Splits a format string at its fields; `None` where it is not understood.
fn pieces(format: &str) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut rest = format;
    while let Some(at) = rest.find(['{', '}']) {
        let (text, tail) = rest.split_at(at);
        pieces.push(Piece::Text(text.to_owned()));
        if let Some(after) = tail.strip_prefix("{{").or_else(|| tail.strip_prefix("}}")) {
            pieces.push(Piece::Text(tail.chars().take(1).collect()));
            rest = after;
        } else {
            let (inside, after) = tail.strip_prefix('{')?.split_once('}')?;
            pieces.push(field(inside)?);
            rest = after;
        }
    }
    pieces.push(Piece::Text(rest.to_owned()));
    Some(pieces)
}

/// The field between two braces.
fn field(text: &str) -> Option<Piece> {
    let (name, spec) = text.split_once(':').unwrap_or((text, ""));
    match name {
        "x" => Spec::parse(spec).map(Piece::Value),
        "pos" => position(spec).map(Piece::Position),
        _ => None,
    }
}

/// The specification of an index: whole digits unless a type for floats is asked for.
fn position(text: &str) -> Option<Spec> {
    let spec = Spec::parse(text.strip_suffix('d').unwrap_or(text))?;
    match spec.presentation {
        Presentation::Shortest if spec.precision.is_some() => None,
        Presentation::Shortest => Some(Spec {
            presentation: Presentation::Integer,
            ..spec
        }),
        _ if text.ends_with('d') => None,
        _ => Some(spec),
    }
}

impl Formatter for StrMethodFormatter {
    fn format(&self, ticks: &[f64], _axis: &AxisContext<'_>) -> TickLabels {
        each(ticks, |index, tick| self.label(index, tick))
    }
}
