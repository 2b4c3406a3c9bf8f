//! Settings of what is filled, scattered, meshed or contoured.

use agg_core::Color;

use crate::artist::{Interpolation, LineStyle, Marker, Origin};
use crate::color::ColorSpec;
use crate::colormap::Colormap;
use crate::name::ByName;

/// `patch.*`
#[non_exhaustive]
#[derive(Clone, Debug)]
pub struct PatchStyle {
    /// What faces are filled with.
    pub facecolor: ColorSpec,
    /// The edges, where they are drawn.
    pub edgecolor: ColorSpec,
    /// The width of edges.
    pub linewidth: f64,
    /// Whether edges are drawn without being asked for.
    pub force_edgecolor: bool,
    /// Whether edges are smoothed.
    pub antialiased: bool,
}

/// `scatter.*`
#[non_exhaustive]
#[derive(Clone, Debug)]
pub struct ScatterStyle {
    /// The marker.
    pub marker: ByName<Marker>,
    /// The markers' outline; unset, as their faces.
    pub edgecolors: Option<ColorSpec>,
}

/// `image.*`
#[non_exhaustive]
#[derive(Clone, Debug)]
pub struct ImageStyle {
    /// The colormap, of meshes and points too.
    pub cmap: ByName<Colormap>,
    /// How colours between pixels are found.
    pub interpolation: ByName<Interpolation>,
    /// Where the first row is.
    pub origin: Origin,
}

/// `hatch.*`
#[non_exhaustive]
#[derive(Clone, Debug)]
pub struct HatchStyle {
    /// The lines; unset, as the edges.
    pub color: Option<ColorSpec>,
    /// The width of the lines.
    pub linewidth: f64,
}

/// `pcolormesh.*`
#[non_exhaustive]
#[derive(Clone, Copy, Debug)]
pub struct MeshStyle {
    /// Whether cells are fitted to the pixel grid.
    pub snap: bool,
}

/// `boxplot.*`: the colours of the parts.
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
}

impl Default for BoxStyle {
    fn default() -> Self {
        let black = ColorSpec::from(Color::BLACK);
        Self {
            boxcolor: black.clone(),
            whiskercolor: black.clone(),
            capcolor: black.clone(),
            fliercolor: black,
            mediancolor: ColorSpec::from("C1"),
            meancolor: ColorSpec::from("C2"),
        }
    }
}

impl Default for PatchStyle {
    fn default() -> Self {
        Self {
            facecolor: ColorSpec::from("C0"),
            edgecolor: Color::BLACK.into(),
            linewidth: 1.0,
            force_edgecolor: false,
            antialiased: true,
        }
    }
}

impl Default for ScatterStyle {
    fn default() -> Self {
        Self {
            marker: Marker::Circle.into(),
            edgecolors: None,
        }
    }
}

impl Default for ImageStyle {
    fn default() -> Self {
        Self {
            cmap: ByName::from("viridis"),
            interpolation: Interpolation::Auto.into(),
            origin: Origin::Upper,
        }
    }
}

impl Default for HatchStyle {
    fn default() -> Self {
        Self {
            color: None,
            linewidth: 1.0,
        }
    }
}

/// `contour.*`
#[non_exhaustive]
#[derive(Clone, Debug)]
pub struct ContourStyle {
    /// The width; unset, that of lines.
    pub linewidth: Option<f64>,
    /// The style of lines below zero, where all have one colour.
    pub negative_linestyle: ByName<LineStyle>,
}

impl Default for ContourStyle {
    fn default() -> Self {
        Self {
            linewidth: None,
            negative_linestyle: LineStyle::Dashed.into(),
        }
    }
}

impl Default for MeshStyle {
    fn default() -> Self {
        Self { snap: true }
    }
}
