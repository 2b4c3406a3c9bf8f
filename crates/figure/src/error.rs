//! What can go wrong, as facts with the values that caused it.

use agg_core::Limit;
use std::fmt;
use std::io;
use std::ops::Range;
use std::path::PathBuf;

/// Why a figure could not be built, drawn or saved.
///
/// Errors in the data come from the call that received it; unknown names of colours, markers and
/// line styles, an unusable figure size, and everything about text, pixels and files come when
/// the figure is drawn or saved.
#[non_exhaustive]
#[derive(Debug)]
pub enum Error {
    /// The figure has no pixels, or more than can be drawn: a size or resolution that is zero,
    /// negative, NaN or infinite, fewer than one pixel, or 2²³ and more of them along a side.
    FigureSize {
        /// Inches across.
        width: f64,
        /// Inches down.
        height: f64,
        /// Pixels to the inch.
        dpi: f64,
    },
    /// Two columns of data that belong together differ in length.
    LengthMismatch {
        /// Numbers in the first column.
        x: usize,
        /// Numbers in the second.
        y: usize,
    },
    /// Numbers that do not fill rows and columns.
    Shape {
        /// How many numbers there are.
        count: usize,
        /// How many rows they were to fill.
        rows: usize,
        /// How many each row was to hold.
        columns: usize,
    },
    /// A colormap needs one colour at least.
    EmptyColormap,
    /// No colormap has this name.
    UnknownColormap(String),
    /// A norm's own numbers (boundaries, thresholds) are not in order or out of range.
    Norm(Vec<f64>),
    /// The range that a norm is to cover has no place on it: it ends before it starts, or reaches
    /// zero on a logarithmic norm.
    NormRange {
        /// The start of the range.
        low: f64,
        /// Its end.
        high: f64,
    },
    /// The handle belongs to another plot or figure.
    Handle,
    /// A field needs two rows and two columns at least to have contours.
    FieldSize {
        /// The rows that there are.
        rows: usize,
        /// The columns that there are.
        columns: usize,
    },
    /// These are no levels of contours: they do not increase, are too few for layers between them,
    /// or are not finite; or labels are wanted on lines that there are not.
    ContourLevels(Vec<f64>),
    /// There is no colorbar for an artist that takes no colours from a colormap.
    Unmapped,
    /// The ends of a colorbar cannot be so long: NaN or negative, to the length of the bar.
    BarEnds {
        /// The lower or left end.
        low: f64,
        /// The upper or right end.
        high: f64,
    },
    /// The boundaries between a colorbar's blocks are fewer than two, or do not increase.
    BarBoundaries(Vec<f64>),
    /// There is no such place in the grid of subplots; places count from 1, row by row.
    SubplotIndex {
        /// Rows of the grid.
        nrows: usize,
        /// Columns of the grid.
        ncols: usize,
        /// The place asked for.
        index: usize,
    },
    /// A grid needs 1 to 65 536 rows and columns.
    Grid {
        /// Rows.
        nrows: usize,
        /// Columns.
        ncols: usize,
    },
    /// A grid has no such cells.
    Cells {
        /// The rows asked for.
        rows: Range<usize>,
        /// The columns asked for.
        columns: Range<usize>,
    },
    /// Widths or heights of a grid's cells are not as many positive numbers as there are columns or
    /// rows.
    Ratios {
        /// The numbers.
        ratios: Vec<f64>,
        /// How many there are to be.
        count: usize,
    },
    /// The start of something is not below its end, or one of them is not finite.
    Interval {
        /// The start.
        low: f64,
        /// The end.
        high: f64,
    },
    /// Left, bottom, width and height are not those of a rectangle.
    Rectangle([f64; 4]),
    /// A mosaic's rows differ in length, or the cells of a name are no rectangle of their own.
    Mosaic(String),
    /// No plot has this name.
    UnknownAxes(String),
    /// A height in units of the width, or a unit of y in units of x, that is not positive or not
    /// finite.
    Aspect(f64),
    /// Nothing can give way for an aspect: the frame of twins is fixed, and so are limits that are
    /// shared along both axes.
    Adjustable,
    /// The axis shares its limits and ticks with another plot's already.
    Shared,
    /// An axis limit is NaN or infinite.
    Limits {
        /// The limit at the start of the axis.
        low: f64,
        /// The limit at its end.
        high: f64,
    },
    /// A margin of −0.5 or less would leave nothing of the data in view (or is NaN).
    Margin(f64),
    /// The view is too long to divide: its ends are representable, their distance is not.
    TickRange {
        /// The lower end of the view.
        low: f64,
        /// The upper end.
        high: f64,
    },
    /// A locator would make more ticks than any axis can show.
    TooManyTicks {
        /// How many; NaN where they cannot even be counted.
        count: f64,
    },
    /// The distance between ticks is not a positive, finite number.
    TickStep(f64),
    /// Nice steps are not increasing numbers from 1 to 10.
    TickSteps(Vec<f64>),
    /// An axis cannot be divided into no intervals.
    TickBins,
    /// No logarithms have this base: they need a positive, finite number other than 1, and around
    /// zero one above 1.
    LogBase(f64),
    /// A scale cannot be linear up to here: the place is not above zero, or not finite.
    LogThreshold(f64),
    /// A view that has no logarithm: it starts at zero or below, or ends nowhere.
    LogRange {
        /// The lower end of the view.
        low: f64,
        /// The upper end.
        high: f64,
    },
    /// The calendar has no such day in the years 1 to 9999.
    Date {
        /// The year.
        year: i64,
        /// The month, counted from 1.
        month: u32,
        /// The day of the month.
        day: u32,
    },
    /// No clock shows this time.
    TimeOfDay {
        /// The hour, 0 to 23.
        hour: u32,
        /// The minute, 0 to 59.
        minute: u32,
        /// The second, below 60.
        second: f64,
    },
    /// So many seconds after 1970 is no time in the years 1 to 9999.
    UnixSeconds(f64),
    /// A format string for tick labels is not understood.
    TickFormat(String),
    /// The subplot's edges do not enclose anything, or are not finite.
    SubplotParams {
        /// The offending edges or gaps: left, bottom, right, top, wspace, hspace.
        values: [f64; 6],
    },
    /// No colour has this name.
    UnknownColor(String),
    /// A colour channel lies outside 0 to 1 (or is NaN).
    ColorChannel(f64),
    /// The second axis of a plot whose own axis is not in proportion has no scale of its own.
    Secondary,
    /// Mathematics that is not understood, or has a character that no face has.
    Mathematics {
        /// The line that it is in.
        text: String,
        /// The byte from which on it is not understood.
        at: usize,
    },
    /// No family of typefaces has this name.
    UnknownFont(String),
    /// No weight or slant of letters has this name.
    UnknownFontStyle(String),
    /// A face that comes with the feature `fonts` is asked for without it.
    MissingFace(&'static str),
    /// No place of a legend has this name.
    UnknownLocation(String),
    /// Two cycles that are joined give lines the same property, or both have colours.
    PropCycle,
    /// A plot's own legend cannot be outside of all plots.
    OutsideLegend,
    /// No marker has this name.
    UnknownMarker(String),
    /// No interpolation has this name.
    UnknownInterpolation(String),
    /// A format string of a line has a character that means nothing, or two that mean the same.
    PlotFormat(String),
    /// No line style has this name.
    UnknownLineStyle(String),
    /// No style sheet has this name.
    UnknownStyle(String),
    /// No setting that a drawing reads has this name.
    UnknownSetting(String),
    /// A setting cannot have this value.
    Setting {
        /// The line of the style sheet, counted from 1; 0 for a setting by itself.
        line: usize,
        /// The setting's name.
        key: String,
        /// The value.
        value: String,
    },
    /// A line of a style sheet is no `name: value`.
    StyleLine {
        /// The line, counted from 1.
        line: usize,
        /// What stands there.
        text: String,
    },
    /// No arrow style has this name, or not with these numbers.
    UnknownArrowStyle(String),
    /// No connection style has this name, or not with these numbers.
    UnknownConnection(String),
    /// No box style has this name, or not with these numbers.
    UnknownBoxStyle(String),
    /// An arrow of this shape needs a single curve to follow, or the curve has angles that never
    /// meet.
    ArrowPath,
    /// No hatch is drawn for this character.
    UnknownHatch(char),
    /// A line without ends needs two points that differ, or a point and a slope on linear axes; all
    /// of them known.
    Axline,
    /// The length of an error bar is below zero.
    NegativeError(f64),
    /// The wedges of a pie cannot have these sizes: one is negative or not finite, all are zero,
    /// or the pie's radius is not positive.
    Wedges(Vec<f64>),
    /// A quantile outside its range, a reach that is NaN, or a bandwidth that is not positive.
    Quantile(f64),
    /// A histogram cannot have so many bins: none, or more than its range can be divided into.
    BinCount(usize),
    /// No rule finds bins for values that have weights.
    WeighedBins,
    /// The edges of bins are fewer than two, or do not increase.
    BinEdges(Vec<f64>),
    /// Bins cannot cover a range that is infinite or ends before it starts.
    BinRange {
        /// The smallest value.
        low: f64,
        /// The largest value.
        high: f64,
    },
    /// A dash pattern that cannot be walked: empty, all zero, negative or not finite.
    Dashes(Vec<f64>),
    /// Drawing was stopped by who asked for it.
    Cancelled {
        /// Items that were drawn.
        done: usize,
        /// All items.
        total: usize,
    },
    /// An encoder other than the crate's own failed.
    Encoding(String),
    /// The file name ends in no extension that a figure can be saved as.
    UnknownExtension(PathBuf),
    /// The text could not be set.
    Text(agg_text::Error),
    /// The surface could not be made or drawn on.
    Render(agg_plot::Error),
    /// A limit of the canvas has been reached.
    Limit(Limit),
    /// Writing failed.
    Io {
        /// The file, where there is one.
        path: Option<PathBuf>,
        /// What the system said.
        source: io::Error,
    },
}

/// A result with this crate's [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::FigureSize { width, height, dpi } => write!(
                f,
                "a figure of {width} × {height} inches at {dpi} dots per inch cannot be drawn: \
                 each side needs 1 to 8388607 pixels"
            ),
            Self::LengthMismatch { x, y } => {
                write!(f, "x and y must have the same length, but have {x} and {y}")
            }
            Self::Shape {
                count,
                rows,
                columns,
            } => {
                write!(f, "{count} numbers do not fill {rows} rows of {columns}")
            }
            Self::EmptyColormap => f.write_str("a colormap needs at least one color"),
            Self::UnknownColormap(name) => write!(f, "unknown colormap {name:?}"),
            Self::Norm(numbers) => write!(f, "{numbers:?} make no norm"),
            Self::NormRange { low, high } => {
                write!(f, "a norm cannot cover the range from {low} to {high}")
            }
            Self::Handle => f.write_str("the handle belongs to another plot"),
            Self::FieldSize { rows, columns } => {
                write!(f, "{rows} rows of {columns} values have no contours")
            }
            Self::ContourLevels(levels) => write!(f, "there are no contours at {levels:?}"),
            Self::Unmapped => f.write_str("the artist takes no colors from a colormap"),
            Self::BarEnds { low, high } => {
                write!(
                    f,
                    "a colorbar cannot have ends of {low} and {high} of its length"
                )
            }
            Self::BarBoundaries(values) => {
                write!(
                    f,
                    "a colorbar needs two boundaries or more that increase, not {values:?}"
                )
            }
            Self::SubplotIndex {
                nrows,
                ncols,
                index,
            } => {
                write!(
                    f,
                    "there is no subplot {index} in a grid of {nrows} × {ncols}"
                )
            }
            Self::Grid { nrows, ncols } => {
                write!(
                    f,
                    "a grid needs 1 to 65536 rows and columns, not {nrows} × {ncols}"
                )
            }
            Self::Cells { rows, columns } => {
                write!(
                    f,
                    "the grid has no cells in rows {rows:?} and columns {columns:?}"
                )
            }
            Self::Ratios { ratios, count } => {
                write!(f, "ratios must be {count} positive numbers, not {ratios:?}")
            }
            Self::Interval { low, high } => {
                write!(
                    f,
                    "{low} and {high} must be finite, the first one the smaller"
                )
            }
            Self::Rectangle(bounds) => {
                write!(
                    f,
                    "{bounds:?} are no left, bottom, width and height of a rectangle"
                )
            }
            Self::Mosaic(part) => write!(f, "{part:?} is no rectangle of the mosaic"),
            Self::UnknownAxes(name) => write!(f, "no plot is named {name:?}"),
            Self::Aspect(ratio) => write!(f, "an aspect must be positive and finite, not {ratio}"),
            Self::Adjustable => f.write_str(
                "neither the frame nor the limits can give way for the aspect of this plot",
            ),
            Self::Shared => f.write_str("the axis is shared with another plot already"),
            Self::Limits { low, high } => {
                write!(f, "axis limits must be finite, not {low} and {high}")
            }
            Self::Margin(margin) => write!(f, "a margin must be greater than -0.5, not {margin}"),
            Self::TickRange { low, high } => {
                write!(
                    f,
                    "the view from {low} to {high} is too long to be divided by ticks"
                )
            }
            Self::TooManyTicks { count } => {
                write!(f, "{count} ticks are more than an axis can show")
            }
            Self::TickStep(step) => {
                write!(f, "ticks must be a positive distance apart, not {step}")
            }
            Self::TickSteps(steps) => {
                write!(
                    f,
                    "tick steps must be increasing numbers from 1 to 10, not {steps:?}"
                )
            }
            Self::TickBins => f.write_str("an axis needs at least one interval between ticks"),
            Self::LogBase(base) => write!(f, "there are no logarithms to the base {base}"),
            Self::LogThreshold(threshold) => write!(
                f,
                "a scale cannot be linear around zero up to {threshold}: that must be positive"
            ),
            Self::LogRange { low, high } => {
                write!(f, "the view from {low} to {high} has no logarithms")
            }
            Self::Date { year, month, day } => {
                write!(
                    f,
                    "the calendar has no day {day} in month {month} of the year {year}"
                )
            }
            Self::TimeOfDay {
                hour,
                minute,
                second,
            } => write!(f, "no clock shows {hour}:{minute}:{second}"),
            Self::UnixSeconds(seconds) => {
                write!(
                    f,
                    "{seconds} seconds after 1970 is not in the years 1 to 9999"
                )
            }
            Self::TickFormat(format) => write!(f, "{format:?} is no format for tick labels"),
            Self::SubplotParams { values } => {
                write!(
                    f,
                    "subplots cannot be placed by {values:?} (left, bottom, right, top, wspace, hspace)"
                )
            }
            Self::UnknownColor(name) => write!(f, "unknown color {name:?}"),
            Self::ColorChannel(value) => {
                write!(f, "a color channel must lie in 0 to 1, not {value}")
            }
            Self::Secondary => f.write_str(
                "a second axis needs a scale of its own where the plot's axis is not linear",
            ),
            Self::Mathematics { text, at } => {
                let (excerpt, at) = (excerpt(text, *at), *at);
                write!(f, "{excerpt:?} is not understood from byte {at} on")
            }
            Self::UnknownFont(name) => write!(
                f,
                "no font family {name:?} is known; Style::add_font adds one"
            ),
            Self::UnknownFontStyle(name) => write!(f, "unknown weight or slant {name:?}"),
            Self::MissingFace(name) => {
                write!(f, "the font {name} comes with the feature \"fonts\"")
            }
            Self::UnknownLocation(name) => write!(f, "unknown location {name:?}"),
            Self::PropCycle => f.write_str("both cycles have the same property"),
            Self::OutsideLegend => {
                f.write_str("only a figure's legend can be outside of all plots")
            }
            Self::UnknownMarker(name) => write!(f, "unknown marker {name:?}"),
            Self::UnknownInterpolation(name) => write!(f, "unknown interpolation {name:?}"),
            Self::PlotFormat(format) => write!(f, "{format:?} is no format of a line"),
            Self::UnknownLineStyle(name) => write!(f, "unknown line style {name:?}"),
            Self::UnknownStyle(name) => write!(f, "unknown style sheet {name:?}"),
            Self::UnknownSetting(name) => write!(f, "no drawing reads a setting {name:?}"),
            Self::Setting {
                line: 0,
                key,
                value,
            } => {
                write!(f, "the setting {key} cannot be {value:?}")
            }
            Self::Setting { line, key, value } => {
                write!(f, "line {line}: the setting {key} cannot be {value:?}")
            }
            Self::StyleLine { line, text } => {
                write!(f, "line {line}: {text:?} does not say \"name: value\"")
            }
            Self::UnknownArrowStyle(name) => write!(f, "unknown arrow style {name:?}"),
            Self::UnknownConnection(name) => write!(f, "unknown connection style {name:?}"),
            Self::UnknownBoxStyle(name) => write!(f, "unknown box style {name:?}"),
            Self::ArrowPath => f.write_str("the arrow has no single curve to follow"),
            Self::UnknownHatch(character) => write!(f, "unknown hatch {character:?}"),
            Self::Axline => f.write_str(
                "a line without ends needs two points that differ, or a slope on linear axes",
            ),
            Self::NegativeError(length) => {
                write!(f, "error bars must not be negative, but one is {length}")
            }
            Self::Wedges(sizes) => write!(f, "no pie can be cut into {sizes:?}"),
            Self::Quantile(value) => write!(f, "{value} is no quantile, reach or bandwidth"),
            Self::BinCount(count) => write!(f, "the range cannot be divided into {count} bins"),
            Self::WeighedBins => f.write_str("no rule finds bins for values that have weights"),
            Self::BinEdges(edges) => {
                write!(
                    f,
                    "bins need two edges or more that increase, not {edges:?}"
                )
            }
            Self::BinRange { low, high } => {
                write!(f, "bins cannot cover the range from {low} to {high}")
            }
            Self::Dashes(lengths) => write!(f, "{lengths:?} is no dash pattern"),
            Self::Cancelled { done, total } => {
                write!(f, "drawing was stopped after {done} of {total} items")
            }
            Self::Encoding(problem) => write!(f, "the picture could not be encoded: {problem}"),
            Self::UnknownExtension(path) => {
                let more = if cfg!(feature = "image") {
                    ", .jpg, .webp, .tif"
                } else {
                    ""
                };
                write!(
                    f,
                    "{}: a figure is saved as .png{more}, .bmp, .ppm or .rgba",
                    path.display()
                )
            }
            Self::Text(_) => f.write_str("the text could not be set"),
            Self::Render(_) => f.write_str("the figure could not be drawn"),
            Self::Limit(limit) => write!(f, "{limit}"),
            Self::Io {
                path: Some(path), ..
            } => write!(f, "{} could not be written", path.display()),
            Self::Io { path: None, .. } => f.write_str("the picture could not be written"),
        }
    }
}

/// What of a text stands about a byte of it, for it to be found again.
fn excerpt(text: &str, at: usize) -> String {
    const BEFORE: usize = 30;
    const ALL: usize = 60;
    let before = text.char_indices().take_while(|(i, _)| *i < at).count();
    let start = before.saturating_sub(BEFORE);
    let count = text.chars().count();
    let shown: String = text.chars().skip(start).take(ALL).collect();
    let (first, last) = (
        if start > 0 { "…" } else { "" },
        if start + ALL < count { "…" } else { "" },
    );
    format!("{first}{shown}{last}")
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Text(source) => Some(source),
            Self::Render(source) => Some(source),
            Self::Io { source, .. } => Some(source),
            _ => None,
        }
    }
}

impl From<agg_text::Error> for Error {
    fn from(source: agg_text::Error) -> Self {
        match source {
            agg_text::Error::Limit(limit) => Self::Limit(limit),
            other => Self::Text(other),
        }
    }
}

impl From<agg_plot::Error> for Error {
    fn from(source: agg_plot::Error) -> Self {
        match source {
            agg_plot::Error::Limit(limit) => Self::Limit(limit),
            other => Self::Render(other),
        }
    }
}

impl From<Limit> for Error {
    fn from(limit: Limit) -> Self {
        Self::Limit(limit)
    }
}

impl From<io::Error> for Error {
    fn from(source: io::Error) -> Self {
        Self::Io { path: None, source }
    }
}
