//! What there is to see, as people describe it: plain values that never measure and never draw.
//!
//! An [`Artist`] is a kind (a [`Line`], a [`Patch`] …) with the settings that all have in common.
//! A kind says what it needs to be known for: its place in the drawing order, what it covers, and
//! whether it wants a colour from the cycle ([`Content`]). Setters that several kinds have stand
//! once, on a part that they share: [`Paint`] for what is filled and outlined, [`Mapped`] for what
//! takes its colours from a colormap.

mod any;
mod arrow;
mod bars;
mod base;
mod bins;
mod boxed;
mod collection;
mod contours;
mod fmt;
mod half;
mod image;
mod inset_mark;
mod label_color;
mod line;
mod line_style;
mod location;
mod mapped;
mod marker;
mod mesh;
mod note;
mod paint;
mod patch;
mod prop_cycle;
mod quiver;
mod step;
mod text;

pub use any::{AnyArtist, Kind};
pub use arrow::{Arrow, ArrowEnd, ArrowStyle, Connection, CurveArrow};
pub use bars::{Align, Bars, Orientation};
pub use base::{Artist, Coords, Handle, Unit};
pub(crate) use base::{Common, Place};
pub use bins::Bins;
pub use boxed::{BoxArrow, Teeth, TextBox, TextBoxStyle};
pub(crate) use collection::Role;
pub use collection::{Collection, Shapes};
pub use contours::{ContourLabels, Contours, LabelRotation, OneOrMany};
pub(crate) use contours::{LabelFormat, Layers};
pub use image::{Image, Interpolation, Origin, Pixels, Stage};
pub use inset_mark::InsetMark;
pub(crate) use inset_mark::Marked;
pub use label_color::LabelColor;
pub(crate) use line::{BoxLine, Endless, ErrorParts};
pub use line::{Line, Line2D, Points, PointsIter};
pub use line_style::LineStyle;
pub use location::Location;
pub use mapped::{Mappable, Mapped};
pub use marker::{FillStyle, Marker};
pub(crate) use marker::{GridFit, MarkerShape, unit_circle, unit_square};
pub use mesh::{Mesh, Shading};
pub(crate) use note::Note;
pub use note::{PointUnit, PointUnits};
pub(crate) use paint::{Colors, opacities};
pub use paint::{Paint, Painted};
pub use patch::{Patch, Shape};
pub(crate) use prop_cycle::LineProps;
pub use prop_cycle::PropCycle;
pub(crate) use quiver::Head;
pub use quiver::{Angles, ArrowUnits, LabelPos, Pivot, Quiver, QuiverKey};
pub use step::{DrawStyle, MarkEvery};
pub(crate) use text::Typeface;
pub use text::{HAlign, RotationMode, Text, TextSize, VAlign};

use crate::limits::DataLimits;

/// What a plot has to know of a kind of artist.
pub(crate) trait Content {
    /// The place in the drawing order, unless it is set.
    const ZORDER: f64;

    /// Includes what it covers, in data coordinates.
    fn add_limits(&self, data: &mut DataLimits);

    /// Where margins of x stop.
    fn sticky_x(&self) -> Vec<f64> {
        Vec::new()
    }

    /// Where margins of y stop.
    fn sticky_y(&self) -> Vec<f64> {
        Vec::new()
    }

    /// The cycle that it takes its colour from, while it has none of its own.
    fn cycle(&self) -> Option<Cycle> {
        None
    }
}

/// A colour cycle. A plot has two, so that a bar does not use up a line's colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cycle {
    /// Of lines.
    Lines,
    /// Of what is filled, and of points.
    Fills,
}
