#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

// The stations, in the order in which data travels; each imports only those before it.
pub mod geometry;

pub mod path;

pub mod raster;

pub mod pixel;

pub mod paint;

pub mod blend;

pub mod canvas;

mod error;

pub use blend::Blend;
pub use canvas::Canvas;
pub use error::Error;
pub use geometry::{Affine, IntRect, Point, Rect, Transform};
pub use paint::Paint;
pub use path::{
    Arc, Cap, Dash, Ellipse, Flatten, InnerJoin, Join, Path, PathEl, PathIterator, RoundedRect,
    Stroke,
};
pub use pixel::{Color, PixelFormat, Pixmap, Rgba8, StraightRgba8};
pub use raster::{
    BooleanOp, CompoundRasterizer, Coverage, FillRule, Gamma, LayerOrder, Mask, Rasterizer, Region,
    Scanlines, Sides, Span, Sweep,
};
