//! Places of legends.

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
        })
    }
}
