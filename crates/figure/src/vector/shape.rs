//! What a sheet is asked to draw.

use std::sync::Arc;

use agg_core::{Affine, Cap, Color, Join, Path, Rect, Transform};
use agg_plot::{Antialiasing, GraphicsContext, Hatch};
use agg_text::{Font, GlyphId};

/// Coordinates are cut off so far from the origin: files have no room for more digits.
const FARTHEST: f64 = 1e6;

/// What paths are cut to.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Clip {
    /// Pixels, y down.
    pub(super) rect: Option<Rect>,
    /// The inside of a path, in pixels, y down.
    pub(super) path: Option<Arc<Path>>,
}

/// How a path is painted.
#[derive(Clone, Debug)]
pub(super) struct Look<'a> {
    pub(super) face: Option<Color>,
    pub(super) hatch: Option<&'a Hatch>,
    pub(super) pen: Option<Pen>,
    /// Whether edges are smoothed.
    pub(super) antialiasing: Antialiasing,
}

/// How a path is stroked, in pixels.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pen {
    pub(super) color: Color,
    pub(super) width: f64,
    pub(super) cap: Cap,
    pub(super) join: Join,
    /// The length of a corner's point that becomes a bevel, in widths; 1 and more.
    pub(super) miter_limit: f64,
    /// Lengths on and off, and where in them a line begins; no lengths for a solid line.
    pub(super) dashes: Vec<f64>,
    pub(super) dash_offset: f64,
}

impl<'a> Look<'a> {
    /// The face and the pen of a context, at so many pixels to the point.
    pub(super) fn new(gc: &'a GraphicsContext, face: Option<Color>, scale: f64) -> Self {
        Self {
            face: face.filter(|face| face.a > 0.0),
            hatch: gc.hatch.as_ref(),
            pen: Pen::new(gc, scale),
            antialiasing: gc.antialiasing,
        }
    }

    pub(super) fn is_visible(&self) -> bool {
        self.face.is_some() || self.hatch.is_some() || self.pen.is_some()
    }
}

impl Pen {
    fn new(gc: &GraphicsContext, scale: f64) -> Option<Self> {
        let width = gc.line_width * scale;
        if !(width.is_finite() && width > 0.0 && gc.color.a > 0.0) {
            return None;
        }
        let lengths = gc.dashes.as_ref().map_or(&[][..], |dash| dash.lengths());
        let offset = gc.dashes.as_ref().map_or(0.0, |dash| dash.offset());
        Some(Self {
            color: gc.color,
            width,
            cap: gc.cap,
            join: gc.join,
            miter_limit: width.max(1.0),
            dashes: lengths.iter().map(|length| length * scale).collect(),
            dash_offset: offset * scale,
        })
    }
}

/// A picture in its place: red, green, blue and straight alpha, row 0 on top.
#[derive(Clone, Debug)]
pub(super) struct Raster<'a> {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) pixels: &'a [[u8; 4]],
}

/// A line of glyphs in its place.
#[derive(Clone, Debug)]
pub(super) struct Glyphs<'a> {
    pub(super) font: &'a Font,
    pub(super) glyphs: &'a [Glyph],
    pub(super) string: &'a str,
    /// From the line's own pixels, y down and its start at the origin, to those of the page.
    pub(super) transform: Affine,
    /// Pixels per em.
    pub(super) size: f64,
    pub(super) color: Color,
}

/// A glyph of a line, in pixels from the line's start, y up.
#[derive(Clone, Copy, Debug)]
pub(super) struct Glyph {
    pub(super) id: GlyphId,
    pub(super) x: f64,
    pub(super) y: f64,
    /// First byte of what it stands for.
    pub(super) cluster: usize,
}

/// The path with every coordinate where a file can say it.
pub(super) fn within_reach(path: &mut Path) {
    struct Near;
    impl Transform for Near {
        fn apply(&self, p: agg_core::Point) -> agg_core::Point {
            let near = |v: f64| v.clamp(-FARTHEST, FARTHEST);
            agg_core::Point::new(near(p.x), near(p.y))
        }
    }
    path.transform(Near);
}
