//! The settings that a figure takes its looks from: a value, passed in, never a global.
//!
//! The groups and fields bear matplotlib's names (`axes.linewidth` is [`Style::axes`]
//! `.linewidth`), and the default is its default style. Lengths are in points (1/72 inch) unless
//! a field says otherwise.
//!
//! The file is long because it is a table: a struct for each group, a field for each setting, and
//! its default.

mod cycler;
mod keys;
mod sheet;

pub use sheet::Unread;

use agg_core::{Cap, Color, Join};
use agg_text::Font;

use crate::artist::{
    HAlign, Interpolation, LabelColor, LineStyle, Location, Marker, Origin, PropCycle, TextSize,
};
use crate::color::ColorSpec;
use crate::colormap::Colormap;
use crate::error::{Error, Result};
use crate::name::ByName;
use crate::typeface::{Added, Face, Slant, Weight, carried, nearest};

/// A full set of settings.
///
/// ```
/// use figure::{Figure, Style};
///
/// let mut style = Style::default();
/// style.lines.linewidth = 3.0;
/// style.axes.grid = true;
/// let figure = Figure::default().with_style(style);
/// ```
#[non_exhaustive]
#[derive(Clone, Debug, Default)]
pub struct Style {
    /// The figure's page.
    pub figure: FigureStyle,
    /// The frame of a plot and what is written around it.
    pub axes: AxesStyle,
    /// Lines through data and their markers.
    pub lines: LineDefaults,
    /// Grid lines.
    pub grid: GridStyle,
    /// The horizontal axis.
    pub xaxis: AxisStyle,
    /// The vertical axis.
    pub yaxis: AxisStyle,
    /// Ticks of the horizontal axis.
    pub xtick: TickStyle,
    /// Ticks of the vertical axis.
    pub ytick: TickStyle,
    /// Type.
    pub font: FontStyle,
    /// Text that is not said otherwise.
    pub text: TextStyle,
    /// How paths are turned into pixels.
    pub path: PathStyle,
    /// Shapes.
    pub patch: PatchStyle,
    /// Scatter plots.
    pub scatter: ScatterStyle,
    /// Pictures in plots.
    pub image: ImageStyle,
    /// Patterns over faces.
    pub hatch: HatchStyle,
    /// Meshes.
    pub pcolormesh: MeshStyle,
    /// Legends.
    pub legend: LegendStyle,
    /// Contour lines.
    pub contour: ContourStyle,
    /// Box plots.
    pub boxplot: BoxStyle,
    /// Files.
    pub savefig: SaveStyle,
}

impl Style {
    /// Adds a face from the bytes of a font (TrueType or OpenType), for text of that family, weight
    /// and slant.
    ///
    /// # Errors
    ///
    /// [`Error::Text`] where the bytes are no font.
    ///
    /// ```
    /// use figure::{Slant, Style, Weight};
    ///
    /// let mut style = Style::default();
    /// assert!(style.add_font("Mine", (Weight::Bold, Slant::Upright), *b"no font").is_err());
    /// ```
    pub fn add_font(
        &mut self,
        family: impl Into<String>,
        (weight, slant): (Weight, Slant),
        bytes: impl Into<Vec<u8>>,
    ) -> Result<&mut Self> {
        self.font.added.push(Added {
            family: family.into(),
            weight,
            slant,
            font: Font::from_bytes(bytes, 0)?,
        });
        Ok(self)
    }
}

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

/// `savefig.*`: how figures are saved by [`savefig`](crate::Figure::savefig).
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SaveStyle {
    /// Dots per inch; unset, the figure's.
    pub dpi: Option<f64>,
    /// Without what is behind the data.
    pub transparent: bool,
    /// No more of the page than what is seen.
    pub tight: bool,
    /// Inches around that.
    pub pad_inches: f64,
}

impl Default for SaveStyle {
    fn default() -> Self {
        Self {
            dpi: None,
            transparent: false,
            tight: false,
            pad_inches: 0.1,
        }
    }
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
}

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

/// `font.*`
#[non_exhaustive]
#[derive(Clone, Debug)]
pub struct FontStyle {
    /// The base size that relative sizes multiply.
    pub size: f64,
    /// The families of letters; the first one that is known is taken.
    pub family: Vec<String>,
    /// How heavy letters are.
    pub weight: Weight,
    /// Whether letters lean.
    pub style: Slant,
    /// What the family `"sans-serif"` stands for; the first one that is known.
    pub sans_serif: Vec<String>,
    /// What the family `"serif"` stands for.
    pub serif: Vec<String>,
    /// What the family `"monospace"` stands for.
    pub monospace: Vec<String>,
    pub(crate) added: Vec<Added>,
}

impl FontStyle {
    /// The face of a family, or of the style's, that is nearest to a weight and slant.
    pub(crate) fn face(&self, family: Option<&str>, cut: (Weight, Slant)) -> Result<Face> {
        let named = |name: &str| nearest(&self.added, name, cut).or_else(|| carried(name, cut));
        let found = |name: &str| {
            let generic = match name {
                "sans-serif" | "sans serif" | "sans" => &self.sans_serif,
                "serif" => &self.serif,
                "monospace" => &self.monospace,
                name => return named(name),
            };
            generic.iter().find_map(|name| named(name))
        };
        let face = match family {
            Some(family) => found(family),
            None => self.family.iter().find_map(|family| found(family)),
        };
        face.ok_or_else(|| {
            let family = family.map(str::to_owned);
            Error::UnknownFont(family.unwrap_or_else(|| self.family.join(", ")))
        })
    }
}

/// `text.*`
#[non_exhaustive]
#[derive(Clone, Debug)]
pub struct TextStyle {
    /// The colour.
    pub color: ColorSpec,
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
}

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

/// `legend.*`; lengths are multiples of the font's size.
#[non_exhaustive]
#[derive(Clone, Debug)]
pub struct LegendStyle {
    /// Where it goes.
    pub loc: ByName<Location>,
    /// The size of the entries' text.
    pub fontsize: TextSize,
    /// The size of the title; unset, as the entries.
    pub title_fontsize: Option<TextSize>,
    /// The colour of the text; unset, the text's.
    pub labelcolor: Option<LabelColor>,
    /// Whether there is a box around it.
    pub frameon: bool,
    /// The opacity of the box; unset, its colour's own.
    pub framealpha: Option<f64>,
    /// Whether the box has round corners.
    pub fancybox: bool,
    /// Whether the box casts a shadow.
    pub shadow: bool,
    /// The box; unset, as the axes.
    pub facecolor: Option<ColorSpec>,
    /// Its edge; unset, as the axes.
    pub edgecolor: Option<ColorSpec>,
    /// Its edge's width; unset, as patches.
    pub linewidth: Option<f64>,
    /// How many markers show a line.
    pub numpoints: usize,
    /// How many markers show a scatter plot.
    pub scatterpoints: usize,
    /// The size of markers, to those of the plot.
    pub markerscale: f64,
    /// From the box to what is in it.
    pub borderpad: f64,
    /// Between entries.
    pub labelspacing: f64,
    /// How long the samples are.
    pub handlelength: f64,
    /// How high.
    pub handleheight: f64,
    /// From a sample to its text.
    pub handletextpad: f64,
    /// From the frame of the plot to the box.
    pub borderaxespad: f64,
    /// Between columns.
    pub columnspacing: f64,
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

impl Default for LegendStyle {
    fn default() -> Self {
        Self {
            loc: Location::Best.into(),
            fontsize: TextSize::MEDIUM,
            title_fontsize: None,
            labelcolor: None,
            frameon: true,
            framealpha: Some(0.8),
            fancybox: true,
            shadow: false,
            facecolor: None,
            edgecolor: Some(ColorSpec::from("0.8")),
            linewidth: None,
            numpoints: 1,
            scatterpoints: 1,
            markerscale: 1.0,
            borderpad: 0.4,
            labelspacing: 0.5,
            handlelength: 2.0,
            handleheight: 0.7,
            handletextpad: 0.8,
            borderaxespad: 0.5,
            columnspacing: 2.0,
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
        }
    }
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
        }
    }
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
        }
    }
}

impl Default for FontStyle {
    fn default() -> Self {
        let one = |name: &str| vec![name.to_owned()];
        Self {
            size: 10.0,
            family: one("sans-serif"),
            weight: Weight::Normal,
            style: Slant::Upright,
            sans_serif: one("DejaVu Sans"),
            serif: one("DejaVu Serif"),
            monospace: one("DejaVu Sans Mono"),
            added: Vec::new(),
        }
    }
}

impl Default for TextStyle {
    fn default() -> Self {
        Self {
            color: Color::BLACK.into(),
        }
    }
}

impl Default for PathStyle {
    fn default() -> Self {
        Self {
            simplify: true,
            simplify_threshold: 0.111_111_111_111,
            snap: true,
        }
    }
}
