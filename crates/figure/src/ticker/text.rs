//! The formatter trait, and the formatters whose text the caller gives: none, fixed, a function.

use std::fmt;

use super::context::AxisContext;

/// The texts of one axis's ticks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TickLabels {
    /// One text for each tick, in the order of the ticks; empty where a tick has none.
    pub labels: Vec<String>,
    /// What is written once at the end of the axis: a factor, an offset, or nothing.
    pub offset: String,
}

/// What the ticks of an axis say.
///
/// # Examples
///
/// ```
/// use figure::ticker::{AxisContext, Formatter, TickLabels};
///
/// /// Counts the ticks.
/// #[derive(Debug)]
/// struct Count;
///
/// impl Formatter for Count {
///     fn format(&self, ticks: &[f64], _axis: &AxisContext<'_>) -> TickLabels {
///         let labels = (1..=ticks.len()).map(|n| n.to_string()).collect();
///         TickLabels { labels, offset: String::new() }
///     }
/// }
/// assert_eq!(Count.format(&[0.5, 1.5], &AxisContext::x((0.0, 2.0))).labels, ["1", "2"]);
/// ```
pub trait Formatter: fmt::Debug + Send + Sync {
    /// One label for each tick, and the text at the end of the axis.
    ///
    /// Total: ticks that are NaN or infinite are written as `nan`, `inf`.
    fn format(&self, ticks: &[f64], axis: &AxisContext<'_>) -> TickLabels;
}

/// The character before negative numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Minus {
    /// U+2212, as wide as a plus sign.
    Unicode,
    /// The ASCII hyphen.
    Hyphen,
}

impl Minus {
    /// `text` with every hyphen written this way.
    pub(super) fn write(self, text: String) -> String {
        match self {
            Self::Unicode => text.replace('-', "\u{2212}"),
            Self::Hyphen => text,
        }
    }
}

/// Labels made tick by tick, with no offset text.
pub(super) fn each(ticks: &[f64], label: impl Fn(usize, f64) -> String) -> TickLabels {
    let labels = ticks
        .iter()
        .enumerate()
        .map(|(index, &tick)| label(index, tick))
        .collect();
    TickLabels {
        labels,
        offset: String::new(),
    }
}

/// Empty labels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NullFormatter;

impl Formatter for NullFormatter {
    fn format(&self, ticks: &[f64], _axis: &AxisContext<'_>) -> TickLabels {
        each(ticks, |_, _| String::new())
    }
}

/// Given labels in the order of the ticks, whatever their values; ticks beyond the last label stay
/// empty.
///
/// # Examples
///
/// ```
/// use figure::ticker::{AxisContext, FixedFormatter, Formatter};
///
/// let axis = AxisContext::x((0.0, 4.0));
/// let text = FixedFormatter::new(["low", "high"]).format(&[1.0, 2.0, 3.0], &axis);
/// assert_eq!(text.labels, ["low", "high", ""]);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FixedFormatter {
    labels: Vec<String>,
    offset: String,
}

impl FixedFormatter {
    /// These labels, no offset text.
    #[must_use]
    pub fn new<S: Into<String>>(labels: impl IntoIterator<Item = S>) -> Self {
        Self {
            labels: labels.into_iter().map(Into::into).collect(),
            offset: String::new(),
        }
    }

    /// The same labels with a text at the end of the axis.
    #[must_use]
    pub fn with_offset_text(self, offset: impl Into<String>) -> Self {
        Self {
            offset: offset.into(),
            ..self
        }
    }
}

impl Formatter for FixedFormatter {
    fn format(&self, ticks: &[f64], _axis: &AxisContext<'_>) -> TickLabels {
        let labels = each(ticks, |index, _| {
            self.labels.get(index).cloned().unwrap_or_default()
        });
        TickLabels {
            offset: self.offset.clone(),
            ..labels
        }
    }
}

/// Names at the whole numbers from 0 on; nothing at others.
///
/// Axes whose data are names have it by themselves.
///
/// ```
/// use figure::ticker::{AxisContext, CategoryFormatter, Formatter};
///
/// let drinks = CategoryFormatter::new(["tea", "coffee"]);
/// let text = drinks.format(&[-1.0, 0.0, 1.2, 2.0], &AxisContext::x((0.0, 1.0)));
/// assert_eq!(text.labels, ["", "tea", "coffee", ""]);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CategoryFormatter {
    names: Vec<String>,
}

impl CategoryFormatter {
    /// These names.
    #[must_use]
    pub fn new<S: Into<String>>(names: impl IntoIterator<Item = S>) -> Self {
        let names = names.into_iter().map(Into::into).collect();
        Self { names }
    }

    fn name(&self, tick: f64) -> Option<&String> {
        let place = tick.round_ties_even();
        // A cast saturates, and makes 0 of NaN; both are told apart here.
        let known = place >= 0.0 && place < self.names.len() as f64;
        known.then(|| self.names.get(place as usize)).flatten()
    }
}

impl Formatter for CategoryFormatter {
    fn format(&self, ticks: &[f64], _axis: &AxisContext<'_>) -> TickLabels {
        each(ticks, |_, tick| {
            self.name(tick).cloned().unwrap_or_default()
        })
    }
}

/// Labels by a function of the tick's value and index.
///
/// # Examples
///
/// ```
/// use figure::ticker::{AxisContext, Formatter, FuncFormatter};
///
/// let kilo = FuncFormatter::new(|x, _| format!("{}k", x / 1000.0));
/// let text = kilo.format(&[1000.0, 2500.0], &AxisContext::y((0.0, 3000.0)));
/// assert_eq!(text.labels, ["1k", "2.5k"]);
/// ```
#[derive(Clone, Copy)]
pub struct FuncFormatter<F>(F);

impl<F: Fn(f64, usize) -> String + Send + Sync> FuncFormatter<F> {
    /// Labels by this function.
    #[must_use]
    pub fn new(function: F) -> Self {
        Self(function)
    }
}

impl<F> fmt::Debug for FuncFormatter<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FuncFormatter(..)")
    }
}

impl<F: Fn(f64, usize) -> String + Send + Sync> Formatter for FuncFormatter<F> {
    fn format(&self, ticks: &[f64], _axis: &AxisContext<'_>) -> TickLabels {
        each(ticks, |index, tick| (self.0)(tick, index))
    }
}
