//! Settings of ticks and their labels.

use agg_core::Color;

use crate::artist::{HAlign, TextSize, VAlign};
use crate::color::ColorSpec;
use crate::ticker::DateFormats;

/// `xtick.*` and `ytick.*`
#[non_exhaustive]
#[derive(Clone, Debug)]
pub struct TickStyle {
    /// Major ticks.
    pub major: TickSizes,
    /// Minor ticks.
    pub minor: TickSizes,
    /// Whether there are minor ticks without being asked for.
    pub minor_visible: bool,
    /// The marks.
    pub color: ColorSpec,
    /// The labels; unset, the marks' colour.
    pub labelcolor: Option<ColorSpec>,
    /// The labels.
    pub labelsize: TextSize,
    /// Which way the marks point.
    pub direction: TickDirection,
    /// Where marks are.
    pub marks: Sides,
    /// Where labels are.
    pub labels: Sides,
    /// Where major marks can be.
    pub major_marks: Sides,
    /// Where minor marks can be.
    pub minor_marks: Sides,
    /// Into how many parts minor ticks divide what is between major ones; unset, as it suits.
    pub minor_ndivs: Option<u32>,
    /// How labels hang across; unset, as suits their side.
    pub halign: Option<HAlign>,
    /// How labels hang upwards; unset, as suits their side.
    pub valign: Option<VAlign>,
}

/// On which sides of the frame something is drawn: the first is the bottom for the horizontal
/// axis and the left for the vertical one, the second is the top or the right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sides {
    /// Nowhere.
    Neither,
    /// At the bottom or left.
    First,
    /// At the top or right.
    Second,
    /// On both.
    Both,
}

impl Sides {
    /// Those that both have.
    pub(crate) fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Both, some) | (some, Self::Both) => some,
            (one, other) if one == other => one,
            _ => Self::Neither,
        }
    }

    /// Whether the bottom or left is one of them.
    #[must_use]
    pub fn has_first(self) -> bool {
        matches!(self, Self::First | Self::Both)
    }

    /// Whether the top or right is one of them.
    #[must_use]
    pub fn has_second(self) -> bool {
        matches!(self, Self::Second | Self::Both)
    }
}

/// `xtick.major.*` and its kin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TickSizes {
    /// How long a mark is.
    pub size: f64,
    /// How wide.
    pub width: f64,
    /// From the mark to its label.
    pub pad: f64,
}

/// Which way tick marks point from the frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TickDirection {
    /// Into the plot.
    In,
    /// Out of it.
    Out,
    /// Half of each.
    InOut,
}

impl Default for TickStyle {
    fn default() -> Self {
        Self {
            major: TickSizes {
                size: 3.5,
                width: 0.8,
                pad: 3.5,
            },
            minor: TickSizes {
                size: 2.0,
                width: 0.6,
                pad: 3.4,
            },
            minor_visible: false,
            color: Color::BLACK.into(),
            labelcolor: None,
            labelsize: TextSize::MEDIUM,
            direction: TickDirection::Out,
            marks: Sides::First,
            labels: Sides::First,
            major_marks: Sides::Both,
            minor_marks: Sides::Both,
            minor_ndivs: None,
            halign: None,
            valign: None,
        }
    }
}

/// `date.*`
#[non_exhaustive]
#[derive(Clone, Debug, Default)]
pub struct DateStyle {
    /// What ticks of axes of dates say.
    pub autoformatter: DateFormats,
}
