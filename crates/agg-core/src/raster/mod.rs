//! Coverage: which share of each pixel a shape holds. Nothing here knows a colour.
//!
//! ```text
//!  elements ─► clip (f64) ─► edges (24.8) ─► cells, a band of rows at a time ─► sweep ─► spans
//! ```
//!
//! An edge leaves in each pixel that it crosses its share of two sums: `cover`, the signed height
//! it crosses there, and `area`, twice the signed area between it and the pixel's left side. With
//! a subpixel of 1/256 the coverage of a pixel is what lies to the left of it plus its own part:
//!
//! ```text
//!     Σ (512·cover of all pixels to the left and of this one) − area of this one, over 512
//! ```
//!
//! Cells are not listed and sorted but added up in place. A cell at x adds `512·cover − area` at x
//! and `area` at x + 1, so that a running sum along the row is that numerator at every x. See
//! `docs/cells.md`.
//!
//! Other ways to spans are [`CompoundRasterizer`] (many styles in one pass), [`LcdRasterizer`]
//! (three coverages a pixel), [`Outline`] (lines by their distance), [`primitive`] and [`Marker`]
//! (whole pixels). On their way to pixels, spans pass through whatever a caller puts before them:
//!
//! ```text
//!  for_each_span(rule, gamma.before(region.before(mask.before(|span| …))))
//! ```
//!
//! [`Scanlines`] keep them, to be drawn again elsewhere, written down or combined.

mod bands;
mod cells;
mod clip;
mod edge;
mod falls;
mod rasterizer;
mod span;
mod spans;
mod squeeze;
mod sum;
mod sweep;
mod upright;

mod compound;
mod count;
mod cut;
mod gamma;
mod hit;
mod lcd;
mod marker;
mod mask;
mod outline;
pub mod primitive;
mod region;
mod scanlines;

pub use compound::{CompoundRasterizer, LayerOrder, Sides};
pub use gamma::Gamma;
pub use lcd::{LcdFilter, LcdRasterizer, LcdSpan};
pub use marker::{Direction, Marker, MarkerPart};
pub use mask::Mask;
pub use outline::{LinePattern, Outline, OutlineCap, OutlineJoin, PatternPixel};
pub use rasterizer::{Rasterizer, Sweep};
pub use region::Region;
pub use scanlines::{BooleanOp, Scanlines, StoredSpans};
pub(crate) use spans::{Block, BlockCovers};

pub use span::{Coverage, FillRule, Span};
pub use spans::Spans;
