#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

pub mod geometry;
pub mod path;
pub mod raster;

pub use geometry::{Affine, IntRect, Point, Rect, Transform};
pub use path::{
    Arc, Cap, Dash, Ellipse, Flatten, InnerJoin, Join, Path, PathEl, PathIterator, RoundedRect,
    Stroke,
};
pub use raster::{Coverage, FillRule, Rasterizer, Span, Sweep};
