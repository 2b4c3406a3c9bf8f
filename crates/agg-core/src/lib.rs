#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

// The stations, in the order in which data travels; each imports only those before it.
pub mod geometry;

pub mod limits;

mod error;

pub mod path;

pub mod raster;

pub mod pixel;

pub mod paint;

pub mod blend;

pub mod canvas;

pub use blend::{Blend, BlendMode, Blender, Compose, Mix, SimdLevel};
pub use canvas::{Canvas, Shadow};
pub use error::Error;
pub use geometry::{
    Affine, Aspect, Bilinear, IntRect, Magnifier, Perspective, Point, Polar, Rect, Spline,
    Transform, Viewport,
};
pub use limits::{CancelToken, Limit, Limits, Meter};
pub use paint::{
    ConicGradient, ContourGradient, DiamondGradient, Edge, Filter, FocalGradient, Gradient, Image,
    LinearGradient, Mesh, Paint, PatternStroke, RadialGradient, Sampling, Spread, SqrtXyGradient,
    Texel, Texture, XyGradient,
};
pub use path::{
    AlongPath, Arc, ArcSize, Arrow, BetweenPaths, Cap, Contour, Dash, Ellipse, Flatten, InnerJoin,
    Join, Measure, Orientation, Pace, Path, PathEl, PathIterator, Place, RoundedRect, Stroke,
    StrokeFont,
};
pub use pixel::{
    A8, ChannelOrder, Color, ColorSpace, Gray8, PixelFormat, Pixmap, PixmapMut, Premultiplied,
    Rgb8, Rgb565, Rgba8, Rgba16, RgbaF32, RowOrder, StraightRgba8,
};
pub use raster::{
    BooleanOp, CompoundRasterizer, Coverage, Direction, FillRule, Gamma, LayerOrder, LcdFilter,
    LcdRasterizer, LcdSpan, LinePattern, Marker, MarkerPart, Mask, Outline, OutlineCap,
    OutlineJoin, PatternPixel, Rasterizer, Region, Scanlines, Sides, Span, Spans, Sweep,
};
