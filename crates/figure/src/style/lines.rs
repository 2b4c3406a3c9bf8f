//! Settings of lines and their markers, and of how paths become pixels.

use agg_core::{Cap, Join};
use agg_plot::Sketch;

use crate::artist::{FillStyle, LineStyle, Marker};
use crate::color::ColorSpec;
use crate::name::ByName;

/// `lines.*`
#[non_exhaustive]
#[derive(Clone, Debug)]
pub struct LineDefaults {
    /// The colour of lines that take none from the cycle.
    pub color: ColorSpec,
    /// The width.
    pub linewidth: f64,
    /// The style.
    pub linestyle: ByName<LineStyle>,
    /// The marker.
    pub marker: ByName<Marker>,
    /// The markers' diameter.
    pub markersize: f64,
    /// The width of their outline.
    pub markeredgewidth: f64,
    /// What fills them; unset, the line's colour.
    pub markerfacecolor: Option<ColorSpec>,
    /// Their outline; unset, the line's colour.
    pub markeredgecolor: Option<ColorSpec>,
    /// The lengths of `"--"`, in line widths.
    pub dashed_pattern: Vec<f64>,
    /// The lengths of `"-."`.
    pub dashdot_pattern: Vec<f64>,
    /// The lengths of `":"`.
    pub dotted_pattern: Vec<f64>,
    /// Whether dash lengths are multiples of the line width, or points.
    pub scale_dashes: bool,
    /// The ends of solid lines.
    pub solid_capstyle: Cap,
    /// The corners of solid lines.
    pub solid_joinstyle: Join,
    /// The ends of dashes.
    pub dash_capstyle: Cap,
    /// The corners inside dashes.
    pub dash_joinstyle: Join,
    /// Whether edges are smoothed.
    pub antialiased: bool,
}

/// `markers.*`
#[non_exhaustive]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MarkerStyle {
    /// Which part of lines' markers is filled.
    pub fillstyle: FillStyle,
}

/// `path.*`
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PathStyle {
    /// Whether points that change nothing to the eye are left out of long lines.
    pub simplify: bool,
    /// How far, in pixels, a line may be moved by leaving points out; 0 leaves out only points
    /// exactly on the line. Beyond 1 it shows.
    pub simplify_threshold: f64,
    /// Whether straight horizontal and vertical edges are fitted to the pixel grid.
    pub snap: bool,
    /// How all paths are drawn as by a shaky hand, unless an artist says otherwise.
    pub sketch: Option<Sketch>,
}

impl Default for LineDefaults {
    fn default() -> Self {
        Self {
            color: ColorSpec::from("C0"),
            linewidth: 1.5,
            linestyle: LineStyle::Solid.into(),
            marker: Marker::None.into(),
            markersize: 6.0,
            markeredgewidth: 1.0,
            markerfacecolor: None,
            markeredgecolor: None,
            dashed_pattern: vec![3.7, 1.6],
            dashdot_pattern: vec![6.4, 1.6, 1.0, 1.6],
            dotted_pattern: vec![1.0, 1.65],
            scale_dashes: true,
            solid_capstyle: Cap::Square,
            solid_joinstyle: Join::Round,
            dash_capstyle: Cap::Butt,
            dash_joinstyle: Join::Round,
            antialiased: true,
        }
    }
}

impl Default for PathStyle {
    fn default() -> Self {
        Self {
            simplify: true,
            simplify_threshold: 0.111_111_111_111,
            snap: true,
            sketch: None,
        }
    }
}
