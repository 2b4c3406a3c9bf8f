//! A string becomes placed glyphs, and glyphs become grey coverage: never pixels.
//!
//! ```text
//! string ─► runs (bidi, script) ─► shaped glyphs ─► Line ─► hinted outlines, turned and moved ─► coverage
//! ```
//!
//! The results are those of matplotlib 3.11 (HarfBuzz shaping over FreeType's hinted advances,
//! FreeType's smooth rasterizer), bit for bit; the README says how that was checked.
//!
//! # Examples
//!
//! ```
//! use agg_text::{Font, FontSize, GlyphCache, Placement};
//!
//! let mut cache = GlyphCache::new();
//! let font = Font::dejavu_sans();
//! let line = cache.shape(&font, "volts", FontSize::from_points(12.0, 100.0)?)?;
//!
//! // Centred on x = 250, baseline 40 pixels above the bottom of the picture.
//! let pen = Placement::at(250.0 - line.width() / 2.0, 40.0)?;
//! for glyph in line.coverage(pen, &mut cache) {
//!     let glyph = glyph?;
//!     for row in glyph.covers().chunks(glyph.width().max(1) as usize) {
//!         // blend one row of coverage at column glyph.left ...
//!         let _ = row;
//!     }
//! }
//! # Ok::<(), agg_text::Error>(())
//! ```
#![forbid(unsafe_code)]

mod error;
mod size;

mod font;
mod generations;
mod placement;

mod outline;

mod load;
mod raster;

mod face;
mod itemize;

mod coverage;
mod shape;

mod line;

mod cache;

mod draw;
mod path;
mod subset;

pub use cache::{GlyphCache, GlyphMeasures};
pub use coverage::{GlyphCoverage, MAX_GLYPH_PIXELS};
pub use error::Error;
pub use font::{Font, GlyphBox, GlyphId, LineMetrics};
pub use line::{Extent, Line, PlacedGlyph};
pub use path::Hinting;
pub use placement::Placement;
pub use shape::MAX_TEXT_BYTES;
pub use size::FontSize;
pub use subset::Subset;

/// The README's examples, so that they cannot rot.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
