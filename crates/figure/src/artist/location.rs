//! Places of legends.

use crate::artist::{HAlign, VAlign};
use crate::name::Named;

/// Where in the plot the legend goes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Location {
    /// Where it covers the least; the search takes time for very many points.
    #[default]
    Best,
    /// The upper right corner.
    UpperRight,
    /// The upper left corner.
    UpperLeft,
    /// The lower left corner.
    LowerLeft,
    /// The lower right corner.
    LowerRight,
    /// Half way up the left side.
    CenterLeft,
    /// Half way up the right side.
    CenterRight,
    /// The middle of the lower side.
    LowerCenter,
    /// The middle of the upper side.
    UpperCenter,
    /// The middle.
    Center,
    /// Its lower left corner here, in shares of the plot's width and height.
    At(f64, f64),
    /// Of a figure's legend: above all plots, at the left, in the middle or at the right. Here and
    /// at the other three sides, [constrained layout](crate::Figure::constrained_layout) makes
    /// room for it; without that it lies at the same side of the page.
    Above(HAlign),
    /// Below all plots.
    Below(HAlign),
    /// To the left of all plots, at the top, at the bottom or in the middle (as all else is).
    LeftOf(VAlign),
    /// To the right of all plots.
    RightOf(VAlign),
}

impl Named for Location {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "best" => Self::Best,
            "upper right" => Self::UpperRight,
            "upper left" => Self::UpperLeft,
            "lower left" => Self::LowerLeft,
            "lower right" => Self::LowerRight,
            "center left" => Self::CenterLeft,
            "center right" | "right" => Self::CenterRight,
            "lower center" => Self::LowerCenter,
            "upper center" => Self::UpperCenter,
            "center" => Self::Center,
            "outside upper left" => Self::Above(HAlign::Left),
            "outside upper center" => Self::Above(HAlign::Center),
            "outside upper right" => Self::Above(HAlign::Right),
            "outside lower left" => Self::Below(HAlign::Left),
            "outside lower center" => Self::Below(HAlign::Center),
            "outside lower right" => Self::Below(HAlign::Right),
            "outside left upper" => Self::LeftOf(VAlign::Top),
            "outside left center" | "outside center left" => Self::LeftOf(VAlign::Center),
            "outside left lower" => Self::LeftOf(VAlign::Bottom),
            "outside right upper" => Self::RightOf(VAlign::Top),
            "outside right" | "outside right center" | "outside center right" => {
                Self::RightOf(VAlign::Center)
            }
            "outside right lower" => Self::RightOf(VAlign::Bottom),
            _ => return None,
        })
    }
}

impl Location {
    /// The places that the search for the best goes through, the first one first.
    pub(crate) const CANDIDATES: [Self; 10] = [
        Self::UpperRight,
        Self::UpperLeft,
        Self::LowerLeft,
        Self::LowerRight,
        Self::CenterRight,
        Self::CenterLeft,
        Self::CenterRight,
        Self::LowerCenter,
        Self::UpperCenter,
        Self::Center,
    ];

    /// Which shares of the free width and height are to the left and below.
    pub(crate) fn shares(self) -> Option<(f64, f64)> {
        Some(match self {
            Self::Best | Self::At(..) => return None,
            Self::UpperRight => (1.0, 1.0),
            Self::UpperLeft => (0.0, 1.0),
            Self::LowerLeft => (0.0, 0.0),
            Self::LowerRight => (1.0, 0.0),
            Self::CenterLeft => (0.0, 0.5),
            Self::CenterRight => (1.0, 0.5),
            Self::LowerCenter => (0.5, 0.0),
            Self::UpperCenter => (0.5, 1.0),
            Self::Center => (0.5, 0.5),
            Self::Above(align) => (across(align), 1.0),
            Self::Below(align) => (across(align), 0.0),
            Self::LeftOf(align) => (0.0, upwards(align)),
            Self::RightOf(align) => (1.0, upwards(align)),
        })
    }

    /// Whether it is beside all plots of a figure.
    pub(crate) fn is_outside(self) -> bool {
        matches!(
            self,
            Self::Above(_) | Self::Below(_) | Self::LeftOf(_) | Self::RightOf(_)
        )
    }
}

fn across(align: HAlign) -> f64 {
    match align {
        HAlign::Left => 0.0,
        HAlign::Center => 0.5,
        HAlign::Right => 1.0,
    }
}

fn upwards(align: VAlign) -> f64 {
    match align {
        VAlign::Top => 1.0,
        VAlign::Bottom => 0.0,
        _ => 0.5,
    }
}
