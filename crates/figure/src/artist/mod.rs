//! What there is to see, as people describe it: plain values that never measure and never draw.

mod line;
mod line_style;
mod marker;
mod text;

pub use line::{Line2D, Points, PointsIter};
pub use line_style::LineStyle;
pub use marker::Marker;
pub(crate) use marker::{GridFit, MarkerShape, unit_square};
pub use text::{HAlign, RotationMode, Text, TextSize, VAlign};
