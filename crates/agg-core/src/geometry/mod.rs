//! Points, rectangles and transforms, in `f64`. Nothing here knows a path or a pixel.
//!
//! The y axis points down wherever a direction matters: (0, 0) is the top left corner of a
//! surface. A transform with a negative determinant mirrors; nothing else depends on the choice.

pub(crate) mod number;

mod point;
mod rect;

mod affine;
mod bilinear;
mod perspective;
mod viewport;
mod warp;

mod clip;
mod spline;

pub use affine::{Affine, Transform};
pub use bilinear::Bilinear;
pub(crate) use clip::{ClipPlace, clip_segment};
pub use perspective::Perspective;
pub use point::Point;
pub(crate) use point::all_finite;
pub use rect::{IntRect, Rect};
pub use spline::Spline;
pub use viewport::{Aspect, Viewport};
pub use warp::{Magnifier, Polar};
