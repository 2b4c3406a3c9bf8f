//! Hatching: a pattern over the face of a path.
//!
//! The pattern is drawn once on a tile of one inch, and the tile is repeated over the surface from
//! its upper left corner on, wherever the path is: hatches of neighbours meet without a seam.

use crate::renderer::{CLEAR, Renderer, Surface};
use crate::{Error, Hatch};
use agg_core::blend::blend_span;
use agg_core::{
    Affine, Blend, Cap, FillRule, PathEl, PathIterator, Rasterizer, Stroke, StraightRgba8,
};
