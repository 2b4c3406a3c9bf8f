//! Settings of what shows columns of values: box plots, histograms, error bars. Plots read them when
//! they are added.

use agg_core::Color;

use crate::artist::{Bins, LineStyle, Marker};
use crate::color::ColorSpec;
use crate::name::ByName;

/// `hist.*`
#[non_exhaustive]
#[derive(Clone, Debug)]
pub struct HistStyle {
    /// What values are counted in.
    pub bins: Bins,
}

impl Default for HistStyle {
    fn default() -> Self {
        Self {
            bins: Bins::Count(10),
        }
    }
}

/// `errorbar.*`
#[non_exhaustive]
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ErrorStyle {
    /// How far the lines at the ends of bars reach to each side; 0 for none.
    pub capsize: f64,
    /// The width of those lines; unset, as markers' outlines.
    pub capthick: Option<f64>,
    /// The width of bars; unset, as lines.
    pub elinewidth: Option<f64>,
}

/// `boxplot.*`
#[expect(
    clippy::struct_excessive_bools,
    reason = "parts that are drawn or not, as matplotlib has them"
)]
#[non_exhaustive]
#[derive(Clone, Debug)]
pub struct BoxStyle {
    /// The boxes' outlines.
    pub boxcolor: ColorSpec,
    /// The whiskers.
    pub whiskercolor: ColorSpec,
    /// The lines at their ends.
    pub capcolor: ColorSpec,
    /// The outlines of the points beyond them.
    pub fliercolor: ColorSpec,
    /// The medians.
    pub mediancolor: ColorSpec,
    /// The means.
    pub meancolor: ColorSpec,
    /// The boxes' outlines.
    pub boxes: BoxLineStyle,
    /// The whiskers.
    pub whiskers: BoxLineStyle,
    /// The lines at their ends.
    pub caps: BoxLineStyle,
    /// The medians.
    pub medians: BoxLineStyle,
    /// The means, as lines.
    pub means: BoxLineStyle,
    /// The means, as points.
    pub meanmarks: BoxMarkStyle,
    /// The points beyond whiskers; their outline has [`fliercolor`](Self::fliercolor).
    pub fliers: BoxMarkStyle,
    /// How far whiskers reach, in lengths of the box.
    pub reach: f64,
    /// Whether boxes are upright.
    pub vertical: bool,
    /// Whether boxes have a waist.
    pub notch: bool,
    /// Whether boxes are filled.
    pub patchartist: bool,
    /// Whether means are shown.
    pub showmeans: bool,
    /// Whether means are lines.
    pub meanline: bool,
    /// Whether boxes are shown.
    pub showbox: bool,
    /// Whether whiskers have caps.
    pub showcaps: bool,
    /// Whether points beyond whiskers are shown.
    pub showfliers: bool,
}

/// Lines of box plots.
#[derive(Clone, Debug, PartialEq)]
pub struct BoxLineStyle {
    /// The style.
    pub linestyle: ByName<LineStyle>,
    /// The width.
    pub linewidth: f64,
}

/// Points of box plots.
#[derive(Clone, Debug, PartialEq)]
pub struct BoxMarkStyle {
    /// The marker.
    pub marker: ByName<Marker>,
    /// What fills it; unset, the points' colour.
    pub markerfacecolor: Option<ColorSpec>,
    /// Its outline; unset, the points' colour.
    pub markeredgecolor: Option<ColorSpec>,
    /// Its diameter.
    pub markersize: f64,
    /// The width of its outline; unset, as lines have it.
    pub markeredgewidth: Option<f64>,
}

impl Default for BoxStyle {
    fn default() -> Self {
        let black = ColorSpec::from(Color::BLACK);
        let line = |style: LineStyle| BoxLineStyle {
            linestyle: style.into(),
            linewidth: 1.0,
        };
        Self {
            boxcolor: black.clone(),
            whiskercolor: black.clone(),
            capcolor: black.clone(),
            fliercolor: black,
            mediancolor: ColorSpec::from("C1"),
            meancolor: ColorSpec::from("C2"),
            boxes: line(LineStyle::Solid),
            whiskers: line(LineStyle::Solid),
            caps: line(LineStyle::Solid),
            medians: line(LineStyle::Solid),
            means: line(LineStyle::Dashed),
            meanmarks: BoxMarkStyle {
                marker: Marker::TriangleUp.into(),
                markerfacecolor: Some("C2".into()),
                markeredgecolor: Some("C2".into()),
                markersize: 6.0,
                markeredgewidth: None,
            },
            fliers: BoxMarkStyle {
                marker: Marker::Circle.into(),
                markerfacecolor: Some("none".into()),
                markeredgecolor: None,
                markersize: 6.0,
                markeredgewidth: Some(1.0),
            },
            reach: 1.5,
            vertical: true,
            notch: false,
            patchartist: false,
            showmeans: false,
            meanline: false,
            showbox: true,
            showcaps: true,
            showfliers: true,
        }
    }
}
