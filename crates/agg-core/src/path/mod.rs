//! Paths: what is drawn, before any pixel.
//!
//! A [`Path`] stores elements; everything else here is a stream of elements turned into another
//! stream: [`Flatten`] removes curves, [`Dash`] cuts pieces out, [`Stroke`] turns a line into the
//! outline of a pen stroke. To start again, ask the path for its elements again.
//!
//! ```text
//!  elements() ─► flattened ─► dashed ─► stroked ─► transformed ─► Rasterizer::add
//! ```

mod dash;
mod element;
mod flatten;
mod shapes;
mod storage;
mod stroke;
mod subpath;

pub use dash::{Dash, Dashed};
pub use element::{PathEl, PathIterator, Transformed};
pub(crate) use flatten::Flattener;
pub use flatten::{Flatten, Flattened};
pub use shapes::{Arc, Ellipse, RoundedRect};
pub use storage::{Elements, Path};
pub use stroke::{Cap, InnerJoin, Join, Stroke, Stroked};
pub(crate) use subpath::{Pen, Step};
