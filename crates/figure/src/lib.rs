#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod error;

mod data;
mod name;

pub mod color;
pub mod ticker;

pub mod limits;

mod artist;
mod style;

mod axis;

mod axes;
mod figure;
mod layout;

mod draw_list;
mod render;

mod canvas;
mod save;

pub use artist::{
    HAlign, Line2D, LineStyle, Marker, Points, PointsIter, RotationMode, Text, TextSize, VAlign,
};
pub use axes::{Axes, Side, Spine, TitleSide};
pub use axis::{Axis, GridParams, TickParams, Which};
pub use canvas::FigureCanvasAgg;
pub use color::ColorSpec;
pub use data::{Coord, Series};
pub use draw_list::{DrawList, Item, Outline, Polyline};
pub use error::{Error, Result};
pub use figure::Figure;
pub use name::{ByName, Named};
pub use style::{
    AxesStyle, AxisBelow, FigureStyle, FontStyle, FormatterStyle, GridStyle, LineDefaults,
    PathStyle, Sides, SpinesShown, Style, SubplotParams, TextStyle, TickDirection, TickSizes,
    TickStyle,
};
