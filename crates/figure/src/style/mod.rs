//! The settings that a figure takes its looks from: a value, passed in, never a global.
//!
//! The groups and fields bear matplotlib's names (`axes.linewidth` is [`Style::axes`]
//! `.linewidth`), and the default is its default style. Lengths are in points (1/72 inch) unless
//! a field says otherwise.

mod axes;
mod cycler;
mod keys;
mod legend;
mod letters;
mod lines;
mod page;
mod read;
mod shapes;
mod sheet;
mod statistics;
mod ticks;

pub use axes::{
    AutolimitMode, AxesStyle, AxisBelow, AxisStyle, FormatterStyle, GridAxis, GridChanges,
    GridStyle, GridWhich, SpinesShown,
};
pub use legend::LegendStyle;
pub use letters::{FontStyle, TextStyle};
pub use lines::{LineDefaults, MarkerStyle, PathStyle};
pub use page::{ConstrainedStyle, FigureStyle, SaveStyle, SubplotParams};
pub use shapes::{
    ColorMeshStyle, ContourStyle, HatchStyle, ImageStyle, MeshStyle, PatchStyle, ScatterStyle,
};
pub use sheet::Unread;
pub use statistics::{BoxLineStyle, BoxMarkStyle, BoxStyle, ErrorStyle, HistStyle};
pub use ticks::{DateStyle, Sides, TickDirection, TickSizes, TickStyle};

use agg_text::Font;

use crate::error::Result;
use crate::typeface::{Added, Slant, Weight};

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
    /// Histograms.
    pub hist: HistStyle,
    /// Error bars.
    pub errorbar: ErrorStyle,
    /// Markers of lines.
    pub markers: MarkerStyle,
    /// What values of meshes colour.
    pub pcolor: ColorMeshStyle,
    /// Axes of dates.
    pub date: DateStyle,
    /// Files.
    pub savefig: SaveStyle,
    /// Whether what no setting says is as in matplotlib 1: the sheet `classic` sets it.
    pub(crate) classic: bool,
}

impl Style {
    /// Adds a face from the bytes of a font (TrueType or OpenType), for text of that family, weight
    /// and slant.
    ///
    /// # Errors
    ///
    /// [`Error::Text`](crate::Error::Text) where the bytes are no font.
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
