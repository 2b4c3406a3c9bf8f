//! Lines of a pattern: for each pixel, which place of an image lies there.
//!
//! ```text
//!     v │ ┌─────┐┌─────┐┌─────┐┌──       u runs along the line, and starts again after a
//!       │ │ ▲▼▲ ││ ▲▼▲ ││ ▲▼▲ ││         pattern's width; v runs across it, from one side of
//!       ▼ └─────┘└─────┘└─────┘└──       the pattern to the other
//!         u ──►
//! ```
//!
//! Colours come later: here it is said only where to look them up.

use super::line::{Dot, LONGEST, Line, round};
use super::profile::{WIDEST_LINE, limited};
use super::round::Part;
use super::trace::{Nib, Style};
use super::walk::{Ink, Place, Walk};
use super::wide::{self, WIDEST_WALK};
use super::{OutlineCap, OutlineJoin, Piece, far, in_pieces, is_seen, mended, seen_pixel};
use crate::geometry::IntRect;
use crate::path::PathEl;

/// A pattern that is repeated along lines.
///
/// Segments are joined along the bisectors of their angles, and ends are straight.
///
/// ```
/// use agg_core::{IntRect, LinePattern, Path};
///
/// let pattern = LinePattern::new(16.0, 8.0);
/// let path = Path::polyline([(5.0, 10.0), (60.0, 10.0)]);
/// pattern.for_each_pixel(&path, IntRect::new(0, 0, 80, 20), |pixel| {
///     assert!((0..16 * 256).contains(&pixel.u));
/// });
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct LinePattern {
    width: i64,
    half_height: i64,
    scale: f64,
    start: i64,
}

/// A pixel of a line, and the place in the pattern that lies on its centre.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PatternPixel {
    /// The column.
    pub x: i32,
    /// The row.
    pub y: i32,
    /// Along the pattern, in 1/256 of its pixels, from 0 to its width. 0 is the centre of its
    /// first column.
    pub u: i32,
    /// Across the pattern, in 1/256 of its pixels. 0 is the centre of its first row. It goes one
    /// pixel beyond the pattern on both sides, where the pattern is to be taken as transparent;
    /// that gives a smooth edge.
    pub v: i32,
}

impl LinePattern {
    /// A pattern of a width and a height in pixels, each at least 1/256 and at most 2²².
    #[must_use]
    pub fn new(width: f64, height: f64) -> Self {
        let side = |v| limited(v, (1.0 / 256.0, WIDEST_LINE));
        Self {
            width: round(side(width) * 256.0),
            half_height: round(side(height) * 128.0),
            scale: 1.0,
            start: 0,
        }
    }

    /// Stretches the pattern along the line by a factor, from 1/4096 to 4096.
    #[must_use]
    pub fn with_scale(mut self, scale: f64) -> Self {
        self.scale = limited(scale, (1.0 / 4096.0, 4096.0));
        self
    }

    /// Starts so many of its pixels within the pattern; NaN counts as 0.
    #[must_use]
    pub fn with_start(mut self, start: f64) -> Self {
        self.start = round(start * 256.0) % self.width;
        self
    }

    /// Hands each pixel of a path's lines within the clip box to `visit`: segment by segment, and
    /// where segments overlap, more than once. Each subpath goes on in the pattern where the one
    /// before it ended.
    ///
    /// Points, curves and non-finite coordinates are treated as by
    /// [`Outline::for_each_span`](super::Outline::for_each_span).
    pub fn for_each_pixel(
        &self,
        path: impl IntoIterator<Item = PathEl>,
        clip: IntRect,
        visit: impl FnMut(PatternPixel),
    ) {
        let style = Style {
            join: OutlineJoin::MiterAccurate,
            cap: OutlineCap::Butt,
        };
        let mut nib = PatternNib {
            pattern: self,
            clip,
            start: self.start,
            visit,
        };
        far::draw(path, clip, style, &mut nib);
    }

    /// How much of the pattern a line of a length takes.
    fn used(&self, length: i64) -> i64 {
        round(length as f64 / self.scale)
    }
}

struct PatternNib<'a, V> {
    pattern: &'a LinePattern,
    clip: IntRect,
    start: i64,
    visit: V,
}

impl<V: FnMut(PatternPixel)> PatternNib<'_, V> {
    fn go_on(&mut self, by: i64) {
        self.start = (self.start + by) % self.pattern.width;
    }

    /// Goes on by what the pieces of a line take, each for itself.
    fn skip(&mut self, line: &Line) {
        let (mut length, mut pieces) = (line.length, 1);
        while length > LONGEST {
            (length, pieces) = (length >> 1, pieces * 2);
        }
        self.go_on(self.pattern.used(length) * pieces);
    }
}

impl<V: FnMut(PatternPixel)> Nib for PatternNib<'_, V> {
    fn line(&mut self, line: &Line, limits: (Option<Dot>, Option<Dot>)) {
        let width = self.pattern.half_height + 128;
        let (scale, clip) = (self.pattern.scale, self.clip);
        if width > WIDEST_WALK {
            wide::line(line, mended(line, limits), (width, scale), clip, self);
            return self.skip(line);
        }
        in_pieces(line, limits, &mut |piece, limits| {
            if !is_seen(piece, width, clip) {
                self.skip(piece);
                return Piece::Done;
            }
            if piece.length > LONGEST {
                return Piece::TooLong;
            }
            let extent = (width + 256) >> 8;
            Walk::new(piece, mended(piece, limits), (width, extent))
                .with_way(scale)
                .run(self);
            self.skip(piece);
            Piece::Done
        });
    }

    fn disc(&mut self, _: Dot, _: Part) {}
}

impl<V: FnMut(PatternPixel)> Ink for PatternNib<'_, V> {
    fn pixel(&mut self, x: i64, y: i64, place: Place) {
        let Some((x, y)) = seen_pixel(x, y, self.clip) else {
            return;
        };
        let u = (place.along + self.start).rem_euclid(self.pattern.width);
        let v = place.across + self.pattern.half_height - 128;
        // Both are far within `i32`: no side of a pattern is longer than 2³⁰.
        (self.visit)(PatternPixel {
            x,
            y,
            u: u as i32,
            v: v as i32,
        });
    }
}
