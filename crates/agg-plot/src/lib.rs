#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod error;

mod options;

mod source;

pub mod stage;

mod context;

mod renderer;

pub use context::{Antialiasing, ClipPath, GraphicsContext, Hatch};
pub use error::Error;
pub use options::{MarkerPlaces, Options, Seams};
pub use renderer::{Collection, GlyphImage, Image, QuadMesh, Region, Renderer, Styles};
pub use source::{PathSource, Polyline};
pub use stage::{Sketch, Snap};
