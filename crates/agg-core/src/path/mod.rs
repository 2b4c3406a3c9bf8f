//! Paths: what is drawn, before any pixel.
//!
//! A [`Path`] stores elements; everything else here is a stream of elements turned into another
//! stream: [`Flatten`] removes curves, [`Dash`] cuts pieces out, [`Stroke`] turns a line into the
//! outline of a pen stroke. To start again, ask the path for its elements again.
//!
//! ```text
//!  elements() ─► flattened ─► dashed ─► stroked ─► transformed ─► Rasterizer::add
//! ```

mod element;
mod expand;
mod orient;
mod subpath;

mod arc;
mod storage;
mod svg;
mod verbs;

mod shapes;
mod text;

mod reshape;

mod clip;
mod dash;
mod ends;
mod flatten;
mod mark;
mod measure;
mod meter;
mod segment;
mod smooth;
mod spline;
mod stroke;

#[cfg(feature = "kurbo")]
mod kurbo;

mod along;

pub use along::{AlongPath, BetweenPaths, Pace};
pub use arc::ArcSize;
pub use clip::{ClippedPolygon, ClippedPolyline};
pub use dash::{Dash, Dashed};
pub use element::{PathEl, PathIterator, Transformed};
pub use ends::{Closed, Shortened, Unclosed};
pub(crate) use expand::Sink;
pub use expand::{Expand, fold_through};
pub(crate) use flatten::Flattener;
pub use flatten::{Flatten, Flattened};
pub use mark::{Marked, Place};
pub use measure::Measure;
pub use meter::Metered;
pub use orient::Orientation;
pub use reshape::Reshaped;
pub use segment::Segmented;
pub use shapes::{Arc, Arrow, Ellipse, RoundedRect};
pub use smooth::Smoothed;
pub use spline::Splined;
pub(crate) use storage::Run;
pub use storage::{Elements, Path, Subpaths};
pub use stroke::{Cap, Contour, Contoured, InnerJoin, Join, Stroke, Stroked};
pub(crate) use stroke::{FlatLine, Line, stroke_into};
pub(crate) use subpath::{Pen, Step, SubpathReader};
pub use text::StrokeFont;
