#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod error;

mod data;
mod name;
mod typeface;

pub mod color;

pub mod colormap;

pub mod ticker;

pub mod norm;

pub mod limits;

pub mod scale;

pub mod contour;

mod artist;
mod style;

mod grid;

mod axis;

mod axes;
mod figure;
mod layout;

mod draw_list;
mod render;
mod vector;

mod canvas;
mod save;

pub use agg_plot::Sketch;
pub use artist::{
    Align, Angles, AnyArtist, Arrow, ArrowEnd, ArrowStyle, ArrowUnits, Artist, Bars, Bins,
    BoxArrow, Collection, Connection, ContourLabels, Contours, Coords, CurveArrow, DrawStyle,
    FillStyle, HAlign, Handle, Image, InsetMark, Interpolation, Kind, LabelColor, LabelPos,
    LabelRotation, Line, Line2D, LineStyle, Location, Mappable, Mapped, MarkEvery, Marker, Mesh,
    OneOrMany, Orientation, Origin, Paint, Painted, Patch, Pivot, Pixels, PointUnit, PointUnits,
    Points, PointsIter, PropCycle, Quiver, QuiverKey, RotationMode, Shading, Shape, Shapes, Stage,
    Teeth, Text, TextBox, TextBoxStyle, TextSize, Unit, VAlign,
};
pub use axes::{
    Adjustable, Anchor, Aspect, Axes, AxesId, AxisMode, Bandwidth, BarLabels, Between, BoxPart,
    BoxParts, BoxPlot, BoxStats, Colorbar, Cumulative, Errors, Events, Hexbin, Hist, Hist2d,
    HistAlign, HistParts, HistType, Histogram, Legend, MeanMark, Pie, PieParts, Side, Spacing,
    Spine, SpinePosition, Stems, TitleSide, ViolinMark, ViolinParts, ViolinPlot, ViolinSide,
    Whiskers,
};
pub use axis::{Axis, End, GridParams, TickParams, Which};
pub use canvas::FigureCanvasAgg;
pub use color::ColorSpec;
pub use data::{Coord, IntoMatrix, Matrix, Quantity, Series, Values};
pub use draw_list::{Bent, DrawList, Item, Outline, Paths, Picture, Polyline, Quads};
pub use error::{Error, Result};
pub use figure::{ConstrainedLayout, Figure, Mosaic, NamedAxes, Share, Subplots, TightLayout};
pub use grid::{GridSpec, Span, SubplotSpec};
pub use layout::Area;
pub use name::{ByName, Named};
pub use render::Progress;
pub use save::{Compression, Format, SaveOptions};
pub use style::{
    AutolimitMode, AxesStyle, AxisBelow, AxisStyle, BoxLineStyle, BoxMarkStyle, BoxStyle,
    ColorMeshStyle, ConstrainedStyle, ContourStyle, DateStyle, ErrorStyle, FigureStyle, FontStyle,
    FormatterStyle, GridAxis, GridChanges, GridStyle, GridWhich, HatchStyle, HistStyle, ImageStyle,
    LegendStyle, LineDefaults, MarkerStyle, MeshStyle, PatchStyle, PathStyle, SaveStyle,
    ScatterStyle, Sides, SpinesShown, Style, SubplotParams, TextStyle, TickDirection, TickSizes,
    TickStyle, Unread,
};
pub use ticker::DateTime;
pub use typeface::{Slant, Weight};
