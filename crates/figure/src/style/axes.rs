//! Settings of the frame of a plot, of what is written around it, and of its grid.

use agg_core::Color;

use crate::artist::{HAlign, LineStyle, PropCycle, TextSize};
use crate::color::ColorSpec;
use crate::name::ByName;
use crate::typeface::Weight;

/// `axes.*`
#[non_exhaustive]
#[derive(Clone, Debug)]
pub struct AxesStyle {
    /// Behind the data.
    pub facecolor: ColorSpec,
    /// The spines.
    pub edgecolor: ColorSpec,
    /// The spines' width.
    pub linewidth: f64,
    /// Whether major grid lines are drawn without being asked for.
    pub grid: bool,
    /// Where ticks and grid go in the drawing order.
    pub axisbelow: AxisBelow,
    /// The axis labels.
    pub labelcolor: ColorSpec,
    /// From the tick labels to the axis label.
    pub labelpad: f64,
    /// The axis labels.
    pub labelsize: TextSize,
    /// The axis labels.
    pub labelweight: Weight,
    /// The titles.
    pub titleweight: Weight,
    /// The title; unset, the text colour.
    pub titlecolor: Option<ColorSpec>,
    /// From the frame to the title's baseline.
    pub titlepad: f64,
    /// Where titles go that are not put elsewhere.
    pub titlelocation: HAlign,
    /// How high titles are, in heights of the frame; unset, above all that is there.
    pub titley: Option<f64>,
    /// Which ticks have the grid lines of [`grid`](Self::grid).
    pub grid_which: GridWhich,
    /// Which axes have them.
    pub grid_axis: GridAxis,
    /// The title.
    pub titlesize: TextSize,
    /// What is added to the data's range on each side, as a share of it.
    pub xmargin: f64,
    /// The same for y.
    pub ymargin: f64,
    /// What lines take in turn, and the colours that all else does.
    pub prop_cycle: PropCycle,
    /// Which spines are drawn.
    pub spines: SpinesShown,
    /// How numbers are written.
    pub formatter: FormatterStyle,
    /// Where automatic limits end.
    pub autolimit_mode: AutolimitMode,
    /// Whether negative numbers bear a minus sign (U+2212), not a hyphen.
    pub unicode_minus: bool,
}

/// `xaxis.*` and `yaxis.*`
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AxisStyle {
    /// Where along the axis its label is: at its start, in the middle, at its end.
    pub labellocation: HAlign,
}

impl Default for AxisStyle {
    fn default() -> Self {
        Self {
            labellocation: HAlign::Center,
        }
    }
}

/// `axes.spines.*`: which of the frame's sides are drawn.
#[expect(
    clippy::struct_excessive_bools,
    reason = "four sides, each drawn or not"
)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpinesShown {
    /// The left side.
    pub left: bool,
    /// The right side.
    pub right: bool,
    /// The bottom.
    pub bottom: bool,
    /// The top.
    pub top: bool,
}

/// `axes.formatter.*`: when numbers are written with a common power of ten or offset.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FormatterStyle {
    /// Powers of ten at or below the first, and at or above the second, are factored out.
    pub limits: (i32, i32),
    /// How many digits an offset has to save.
    pub offset_threshold: i32,
    /// Whether offsets are used at all.
    pub useoffset: bool,
    /// Whether numbers are set as mathematics, with 10⁶ in place of 1e6.
    pub use_mathtext: bool,
    /// Powers on logarithmic axes whose exponents are smaller are written out.
    pub min_exponent: u32,
}

/// Where automatic limits end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AutolimitMode {
    /// At the data's margins.
    #[default]
    Data,
    /// At the ticks beyond these.
    RoundNumbers,
}

/// Ticks that have grid lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GridWhich {
    /// Those with labels.
    Major,
    /// The shorter ones.
    Minor,
    /// All.
    Both,
}

/// Axes whose ticks have grid lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GridAxis {
    /// The horizontal one: its lines are upright.
    X,
    /// The vertical one.
    Y,
    /// Both.
    Both,
}

/// Where ticks and grid lines go in the drawing order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AxisBelow {
    /// Below everything but images (0.5).
    All,
    /// Above patches, below lines (1.5).
    Lines,
    /// Above patches and lines (2.5).
    Nothing,
}

impl AxisBelow {
    pub(crate) fn zorder(self) -> f64 {
        match self {
            Self::All => 0.5,
            Self::Lines => 1.5,
            Self::Nothing => 2.5,
        }
    }
}

/// `grid.*`
#[non_exhaustive]
#[derive(Clone, Debug)]
pub struct GridStyle {
    /// The colour.
    pub color: ColorSpec,
    /// The style.
    pub linestyle: ByName<LineStyle>,
    /// The width.
    pub linewidth: f64,
    /// The opacity, 0 to 1.
    pub alpha: f64,
    /// What is different at major ticks.
    pub major: GridChanges,
    /// What is different at minor ticks.
    pub minor: GridChanges,
}

/// `grid.major.*` and `grid.minor.*`; what is unset is as for all.
#[non_exhaustive]
#[derive(Clone, Debug, Default)]
pub struct GridChanges {
    /// The colour.
    pub color: Option<ColorSpec>,
    /// The style.
    pub linestyle: Option<ByName<LineStyle>>,
    /// The width.
    pub linewidth: Option<f64>,
    /// The opacity, 0 to 1.
    pub alpha: Option<f64>,
}

impl Default for AxesStyle {
    fn default() -> Self {
        Self {
            facecolor: Color::WHITE.into(),
            edgecolor: Color::BLACK.into(),
            linewidth: 0.8,
            grid: false,
            axisbelow: AxisBelow::Lines,
            labelcolor: Color::BLACK.into(),
            labelpad: 4.0,
            labelsize: TextSize::MEDIUM,
            labelweight: Weight::Normal,
            titleweight: Weight::Normal,
            titlecolor: None,
            titlepad: 6.0,
            titlelocation: HAlign::Center,
            titley: None,
            grid_which: GridWhich::Major,
            grid_axis: GridAxis::Both,
            titlesize: TextSize::LARGE,
            xmargin: 0.05,
            ymargin: 0.05,
            prop_cycle: TAB10.into(),
            spines: SpinesShown {
                left: true,
                right: true,
                bottom: true,
                top: true,
            },
            formatter: FormatterStyle::default(),
            autolimit_mode: AutolimitMode::Data,
            unicode_minus: true,
        }
    }
}

/// Ten colours that can be told apart.
const TAB10: [Color; 10] = [
    Color::from_rgb8(31, 119, 180),
    Color::from_rgb8(255, 127, 14),
    Color::from_rgb8(44, 160, 44),
    Color::from_rgb8(214, 39, 40),
    Color::from_rgb8(148, 103, 189),
    Color::from_rgb8(140, 86, 75),
    Color::from_rgb8(227, 119, 194),
    Color::from_rgb8(127, 127, 127),
    Color::from_rgb8(188, 189, 34),
    Color::from_rgb8(23, 190, 207),
];

impl Default for FormatterStyle {
    fn default() -> Self {
        Self {
            limits: (-5, 6),
            offset_threshold: 4,
            useoffset: true,
            use_mathtext: false,
            min_exponent: 0,
        }
    }
}

impl Default for GridStyle {
    fn default() -> Self {
        Self {
            color: Color::from_rgb8(176, 176, 176).into(),
            linestyle: LineStyle::Solid.into(),
            linewidth: 0.8,
            alpha: 1.0,
            major: GridChanges::default(),
            minor: GridChanges::default(),
        }
    }
}
