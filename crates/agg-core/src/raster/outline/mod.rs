//! Lines drawn directly, without an outline that is filled: coverage by the distance from them.
//!
//! ```text
//!  points ─► segments and their joins ─► pixels beside them ─► distance ─► profile ─► spans
//!            (trace)                     (walk, round, wide)
//! ```
//!
//! The edge may be as soft as one likes, and a pixel knows where along the line it lies, so that a
//! pattern can follow it. The price: every segment and every join is drawn for itself, so where
//! they overlap, a translucent colour is laid on twice. (Let a mask or scanlines unite them where
//! that matters.) A thin line costs about what filling its stroke does; a wide one costs more.
//!
//! Where this departs from AGG's `renderer_outline_aa`:
//! 1. Any width: the walk needs no table of 64 pixels, and wider lines ask each visible pixel.
//! 2. Nothing is dropped: a line that is shorter than 1.5 pixels as a whole is drawn, one of no
//!    length is a dot where caps are round, and a closed line of two points is an open one.
//! 3. [`OutlineJoin::None`] joins nothing; AGG does, where there are just two segments.
//! 4. Any coordinates: what lies far outside is cut off in `f64`, and what is not seen is skipped.

mod far;
mod line;
mod pattern;
mod profile;
mod round;
mod trace;
mod walk;
mod wide;

pub use pattern::{LinePattern, PatternPixel};

use crate::geometry::IntRect;
use crate::path::PathEl;
use crate::raster::gamma::Gamma;
use crate::raster::span::{Coverage, Span};
use line::{Dot, LONGEST, Line};
use profile::{Profile, Shape};
use round::Part;
use trace::{Nib, Style};
use walk::{Ink, Place, Walk};
use wide::WIDEST_WALK;

/// How two segments of an outline meet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum OutlineJoin {
    /// Not at all: neither is cut, and at a turn there may be a notch.
    None,
    /// Along the bisector of their angle, where they turn from one quadrant to another.
    Miter,
    /// Both are cut at a right angle, and a wedge of a disc fills the gap.
    #[default]
    Round,
    /// Along the bisector of their angle, always: the best for lines of a pattern.
    MiterAccurate,
}

/// How an open outline ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum OutlineCap {
    /// Straight, through its last point.
    #[default]
    Butt,
    /// With half a disc.
    Round,
}

/// Draws lines by their profile.
///
/// ```
/// use agg_core::{IntRect, Outline, OutlineCap, Path};
///
/// let line = Outline::new(2.0).with_cap(OutlineCap::Round);
/// let path = Path::polyline([(5.0, 5.0), (30.0, 12.0), (8.0, 20.0)]);
/// let mut pixels = 0;
/// line.for_each_span(&path, IntRect::new(0, 0, 40, 30), |span| pixels += span.len());
/// assert!(pixels > 100);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Outline {
    shape: Shape,
    style: Style,
    profile: Profile,
}

impl Outline {
    /// Lines of a width in pixels, with round joins, butt caps and a smoother of one pixel. Widths
    /// that are negative or NaN count as 0, those above 2²² as 2²².
    #[must_use]
    pub fn new(width: f64) -> Self {
        let shape = Shape {
            width,
            smoother: 1.0,
            least: 1.0,
            gamma: Gamma::default(),
        };
        Self {
            profile: Profile::new(&shape),
            shape,
            style: Style {
                join: OutlineJoin::default(),
                cap: OutlineCap::default(),
            },
        }
    }

    /// How many pixels the edge takes to fall from full to nothing, at most 256: 1 looks like
    /// other anti-aliased edges, more is softer.
    #[must_use]
    pub fn with_smoother_width(self, smoother: f64) -> Self {
        self.reshaped(|shape| shape.smoother = smoother)
    }

    /// The least width in pixels, at most 256: thinner lines are drawn with it, but paler.
    #[must_use]
    pub fn with_least_width(self, least: f64) -> Self {
        self.reshaped(|shape| shape.least = least)
    }

    /// What becomes of the coverages.
    #[must_use]
    pub fn with_gamma(self, gamma: Gamma) -> Self {
        self.reshaped(|shape| shape.gamma = gamma)
    }

    /// How segments are joined.
    #[must_use]
    pub fn with_join(mut self, join: OutlineJoin) -> Self {
        self.style.join = join;
        self
    }

    /// How open lines end.
    #[must_use]
    pub fn with_cap(mut self, cap: OutlineCap) -> Self {
        self.style.cap = cap;
        self
    }

    fn reshaped(mut self, change: impl FnOnce(&mut Shape)) -> Self {
        change(&mut self.shape);
        self.profile = Profile::new(&self.shape);
        self
    }

    /// Hands the spans of a path's lines within the clip box to `visit`: segment by segment, in no
    /// order of rows, and where segments overlap, more than once for a pixel.
    ///
    /// Points nearer to the one before than 1.5 pixels are left out. Curves are flattened as by
    /// [`Flatten::default`](crate::Flatten); a non-finite coordinate breaks the path at that point.
    pub fn for_each_span(
        &self,
        path: impl IntoIterator<Item = PathEl>,
        clip: IntRect,
        visit: impl FnMut(Span<'_>),
    ) {
        let mut nib = CoverNib {
            profile: &self.profile,
            clip,
            run: Run {
                x: 0,
                y: 0,
                covers: Vec::new(),
                visit,
            },
        };
        far::draw(path, clip, self.style, &mut nib);
        nib.run.flush();
    }
}

/// Draws coverage.
struct CoverNib<'a, V> {
    profile: &'a Profile,
    clip: IntRect,
    run: Run<V>,
}

impl<V: FnMut(Span<'_>)> Nib for CoverNib<'_, V> {
    fn line(&mut self, line: &Line, limits: (Option<Dot>, Option<Dot>)) {
        let width = self.profile.width();
        let extent = (width + 255) >> 8;
        let clip = self.clip;
        if width > WIDEST_WALK {
            return wide::line(line, mended(line, limits), (width, 1.0), clip, self);
        }
        in_pieces(line, limits, &mut |piece, limits| {
            if !is_seen(piece, width, clip) {
                return Piece::Done;
            }
            if piece.length > LONGEST {
                return Piece::TooLong;
            }
            Walk::new(piece, mended(piece, limits), (width, extent)).run(self);
            Piece::Done
        });
    }

    fn disc(&mut self, middle: Dot, part: Part) {
        let (profile, clip) = (self.profile, self.clip);
        if profile.width() > WIDEST_WALK {
            wide::disc(middle, part, profile, clip, self);
        } else if is_seen(&Line::new(middle, middle), profile.width(), clip) {
            round::disc(middle, part, profile, self);
        }
    }
}

impl<V: FnMut(Span<'_>)> Ink for CoverNib<'_, V> {
    #[inline]
    fn pixel(&mut self, x: i64, y: i64, place: Place) {
        let Some((x, y)) = seen_pixel(x, y, self.clip) else {
            return;
        };
        let cover = self.profile.cover(place.distance);
        if cover > 0 {
            self.run.push(x, y, cover);
        }
    }
}

/// Pixels that make one span.
struct Run<V> {
    x: i32,
    y: i32,
    covers: Vec<u8>,
    visit: V,
}

impl<V: FnMut(Span<'_>)> Run<V> {
    fn push(&mut self, x: i32, y: i32, cover: u8) {
        let next = i64::from(self.x) + self.covers.len() as i64;
        if y != self.y || i64::from(x) != next {
            self.flush();
            (self.x, self.y) = (x, y);
        }
        self.covers.push(cover);
    }

    fn flush(&mut self) {
        if !self.covers.is_empty() {
            let coverage = Coverage::PerPixel(&self.covers);
            (self.visit)(Span::new(self.x, self.y, coverage));
            self.covers.clear();
        }
    }
}

/// A pixel, if it is in the clip box.
fn seen_pixel(x: i64, y: i64, clip: IntRect) -> Option<(i32, i32)> {
    let (x, y) = (i32::try_from(x).ok()?, i32::try_from(y).ok()?);
    ((clip.x0..clip.x1).contains(&x) && (clip.y0..clip.y1).contains(&y)).then_some((x, y))
}

/// Whether a pixel of a segment may be in the clip box.
fn is_seen(line: &Line, width: i64, clip: IntRect) -> bool {
    // A walk goes up to √2 widths to each side, and one pixel more than it must.
    let reach = 2 * width + 8 * 256;
    let overlaps = |a: i64, b: i64, (start, end): (i32, i32)| {
        a.min(b) - reach < i64::from(end) << 8 && a.max(b) + reach >= i64::from(start) << 8
    };
    overlaps(line.a.x, line.b.x, (clip.x0, clip.x1))
        && overlaps(line.a.y, line.b.y, (clip.y0, clip.y1))
}

/// What became of a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece {
    Done,
    /// Halve it.
    TooLong,
}

/// Hands a segment to `draw`, and its halves where that says so. What was cut at its ends is
/// cut where the halves meet, too: at a right angle.
fn in_pieces(
    line: &Line,
    (start, end): (Option<Dot>, Option<Dot>),
    draw: &mut impl FnMut(&Line, (Option<Dot>, Option<Dot>)) -> Piece,
) {
    if draw(line, (start, end)) == Piece::TooLong {
        let (first, second) = line.halves();
        let beside = first.beside_end();
        let middle = |limit: Option<Dot>| limit.map(|_| beside);
        let first_start = start.map(|limit| line.a.midpoint(limit));
        let second_end = end.map(|limit| line.b.midpoint(limit));
        in_pieces(&first, (first_start, middle(end)), draw);
        in_pieces(&second, (middle(start), second_end), draw);
    }
}

/// Limits that do not cut a segment away.
fn mended(line: &Line, (start, end): (Option<Dot>, Option<Dot>)) -> (Option<Dot>, Option<Dot>) {
    (
        start.map(|limit| line.mended_start(limit)),
        end.map(|limit| line.mended_end(limit)),
    )
}

#[cfg(test)]
mod tests;
