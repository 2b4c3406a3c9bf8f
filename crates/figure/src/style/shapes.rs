//! Settings of what is filled, scattered, meshed or contoured.

use agg_core::Color;

use crate::artist::{Interpolation, LineStyle, Marker, Origin, Shading, Stage};
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
    /// What is filtered.
    pub interpolation_stage: Stage,
    /// How long a unit of y is in units of x; unset, whatever fills the frame.
    pub aspect: Option<f64>,
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
            interpolation_stage: Stage::Auto,
            aspect: Some(1.0),
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
    /// Whether contours go through the triangles beside gaps.
    pub corner_mask: bool,
}

impl Default for ContourStyle {
    fn default() -> Self {
        Self {
            linewidth: None,
            negative_linestyle: LineStyle::Dashed.into(),
            corner_mask: true,
        }
    }
}

impl Default for MeshStyle {
    fn default() -> Self {
        Self { snap: true }
    }
}

/// `pcolor.*`
#[non_exhaustive]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ColorMeshStyle {
    /// What values of meshes colour that were not told.
    pub shading: Shading,
}
