//! Settings of the page, of the places of plots on it, and of files.

use agg_core::Color;

use crate::artist::TextSize;
use crate::color::ColorSpec;
use crate::typeface::Weight;

/// `figure.*`
#[non_exhaustive]
#[derive(Clone, Debug)]
pub struct FigureStyle {
    /// Width and height in inches, of figures that are made [for the style](crate::Figure::styled).
    pub figsize: (f64, f64),
    /// Dots per inch of such figures.
    pub dpi: f64,
    /// The page.
    pub facecolor: ColorSpec,
    /// Its edge.
    pub edgecolor: ColorSpec,
    /// The title over all plots.
    pub titlesize: TextSize,
    /// The same.
    pub titleweight: Weight,
    /// The labels of all plots together.
    pub labelsize: TextSize,
    /// The same.
    pub labelweight: Weight,
    /// Where subplots go.
    pub subplot: SubplotParams,
    /// Whether the page is painted.
    pub frameon: bool,
    /// Whether figures that ask for no layout have a [tight](crate::Figure::tight_layout) one.
    pub autolayout: bool,
    /// The constrained layout.
    pub constrained_layout: ConstrainedStyle,
}

/// `figure.constrained_layout.*`: see [`ConstrainedLayout`](crate::ConstrainedLayout).
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ConstrainedStyle {
    /// Whether figures that ask for no layout have a constrained one.
    pub used: bool,
    /// To the left and right of plots, in inches.
    pub w_pad: f64,
    /// Above and below plots, in inches.
    pub h_pad: f64,
    /// Between columns, as a share of the width.
    pub wspace: f64,
    /// Between rows, as a share of the height.
    pub hspace: f64,
}

impl Default for ConstrainedStyle {
    fn default() -> Self {
        Self {
            used: false,
            w_pad: 0.04167,
            h_pad: 0.04167,
            wspace: 0.02,
            hspace: 0.02,
        }
    }
}

/// The share of the figure that subplots fill, and the gaps between them.
///
/// Edges are fractions of the figure's width or height, from the left and from the bottom; gaps
/// are fractions of the average subplot's width or height.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SubplotParams {
    /// The left edge of the leftmost subplots.
    pub left: f64,
    /// The right edge of the rightmost.
    pub right: f64,
    /// The bottom edge of the lowest.
    pub bottom: f64,
    /// The top edge of the highest.
    pub top: f64,
    /// The gap between columns.
    pub wspace: f64,
    /// The gap between rows.
    pub hspace: f64,
}

/// `savefig.*`: how figures are saved by [`savefig`](crate::Figure::savefig).
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq)]
pub struct SaveStyle {
    /// Dots per inch; unset, the figure's.
    pub dpi: Option<f64>,
    /// Without what is behind the data.
    pub transparent: bool,
    /// No more of the page than what is seen.
    pub tight: bool,
    /// Inches around that.
    pub pad_inches: f64,
    /// The page; unset, as the figure's.
    pub facecolor: Option<ColorSpec>,
}

impl Default for SaveStyle {
    fn default() -> Self {
        Self {
            dpi: None,
            transparent: false,
            tight: false,
            pad_inches: 0.1,
            facecolor: None,
        }
    }
}

impl Default for FigureStyle {
    fn default() -> Self {
        Self {
            figsize: (6.4, 4.8),
            dpi: 100.0,
            facecolor: Color::WHITE.into(),
            edgecolor: Color::WHITE.into(),
            titlesize: TextSize::LARGE,
            titleweight: Weight::Normal,
            labelsize: TextSize::LARGE,
            labelweight: Weight::Normal,
            subplot: SubplotParams::default(),
            frameon: true,
            autolayout: false,
            constrained_layout: ConstrainedStyle::default(),
        }
    }
}

impl Default for SubplotParams {
    fn default() -> Self {
        Self {
            left: 0.125,
            right: 0.9,
            bottom: 0.11,
            top: 0.88,
            wspace: 0.2,
            hspace: 0.2,
        }
    }
}
