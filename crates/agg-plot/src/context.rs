//! How a path is drawn: everything about a drawing call but the path.

use crate::stage::{Sketch, Snap};
use agg_core::{Affine, Cap, Color, Dash, Join, Path, Rect};
use std::sync::Arc;

/// Whether edges are smoothed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Antialiasing {
    /// A pixel takes its share of the colour.
    #[default]
    On,
    /// Every pixel that the shape touches is drawn whole.
    Off,
}

/// The pen, the clip and the options of a drawing call. Lengths are in points, 1/72 inch.
///
/// A plain value: make one by `GraphicsContext { line_width: 2.0, ..Default::default() }`.
#[derive(Clone, Debug)]
pub struct GraphicsContext {
    /// The width of the pen in points; 0 for no stroke.
    pub line_width: f64,
    /// The colour of the pen, and of text.
    pub color: Color,
    /// Whether edges are smoothed. Markers always are.
    pub antialiasing: Antialiasing,
    /// How lines end.
    pub cap: Cap,
    /// How lines are joined. What matplotlib calls miter is [`Join::MiterRevert`].
    pub join: Join,
    /// The dashes in points, or `None` for a solid line.
    pub dashes: Option<Dash>,
    /// The part of the surface to draw on, in pixels with y up; edges are rounded to whole pixels.
    pub clip_rect: Option<Rect>,
    /// A path to draw inside of, as well. Text ignores it.
    pub clip_path: Option<ClipPath>,
    /// Whether paths are moved onto the pixel grid.
    pub snap: Snap,
    /// A pattern over the face of a path.
    pub hatch: Option<Hatch>,
    /// A hand-drawn wiggle.
    pub sketch: Option<Sketch>,
}

impl Default for GraphicsContext {
    /// A solid black pen of one point with butt caps and round joins.
    fn default() -> Self {
        Self {
            line_width: 1.0,
            color: Color::BLACK,
            antialiasing: Antialiasing::On,
            cap: Cap::Butt,
            join: Join::Round,
            dashes: None,
            clip_rect: None,
            clip_path: None,
            snap: Snap::Auto,
            hatch: None,
            sketch: None,
        }
    }
}

/// A path whose inside can be drawn on.
///
/// The coverage of the last one is kept, and used again for the same path (the same allocation,
/// not an equal one) under the same transform.
#[derive(Clone, Debug)]
pub struct ClipPath {
    /// The path.
    pub path: Arc<Path>,
    /// From the path to pixels, y up.
    pub transform: Affine,
    /// The simplification, for a path that is plain data; see
    /// [`PathSource::simplify_threshold`](crate::PathSource::simplify_threshold).
    pub simplify_threshold: Option<f64>,
}

impl ClipPath {
    /// The inside of a path that is not simplified.
    #[must_use]
    pub const fn new(path: Arc<Path>, transform: Affine) -> Self {
        Self {
            path,
            transform,
            simplify_threshold: None,
        }
    }

    /// Whether another clip path covers the same pixels for certain.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.path, &other.path) && self.transform == other.transform
    }
}

/// A pattern of lines or shapes, repeated in squares of an inch.
#[derive(Clone, Debug)]
pub struct Hatch {
    /// What a square holds: the unit square, y up. It is filled and stroked.
    pub path: Arc<Path>,
    /// Its colour.
    pub color: Color,
    /// The width of its lines in points.
    pub line_width: f64,
}
