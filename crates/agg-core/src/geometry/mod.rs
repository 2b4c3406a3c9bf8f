//! Points, rectangles and transforms, in `f64`. Nothing here knows a path or a pixel.
//!
//! The y axis points down wherever a direction matters: (0, 0) is the top left corner of a
//! surface. A transform with a negative determinant mirrors; nothing else depends on the choice.

mod affine;
pub(crate) mod number;
mod point;
mod rect;

pub use affine::{Affine, Transform};
pub use point::Point;
pub use rect::{IntRect, Rect};
