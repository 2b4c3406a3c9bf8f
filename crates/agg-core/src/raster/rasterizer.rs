//! The rasterizer: takes paths, gives spans.

mod read;
mod stored;

use crate::geometry::{IntRect, Point};
use crate::limits::{Limit, Meter};
use crate::path::PathEl;
use crate::path::SubpathReader;
use crate::raster::bands::{Area, Bounds, sweep_bands};
use crate::raster::cells::Cells;
use crate::raster::clip::Clipper;
use crate::raster::count::CellCount;
use crate::raster::edge::{Edge, WIDEST};
use crate::raster::span::{FillRule, Span};
use crate::raster::spans::Spans;
use crate::raster::squeeze::Squeezer;
use crate::raster::sweep::Swept;
use crate::raster::upright::{Upright, for_some_rows};
use fearless_simd::Level;
use std::ops::Range;
use stored::Stored;

pub use stored::Sweep;

/// Collects paths and sweeps them into spans of coverage.
///
/// Several paths added together are one shape. Every subpath is closed. A non-finite coordinate
/// breaks a path at that point. Curves are flattened to within half a pixel of their control
/// polygon ([`Flatten::default`](crate::Flatten::default)); flatten them yourself for anything else.
///
/// Memory: 16 bytes an edge; from a million edges on 8 bytes a pixel of the clip box instead, where
/// that is no more than 2²⁵ pixels.
///
/// ```
/// use agg_core::{Coverage, FillRule, Path, Rasterizer, Rect};
///
/// let mut rasterizer = Rasterizer::new(40, 30);
/// rasterizer.add(&Path::rectangle(Rect::new(10.0, 5.0, 20.5, 6.0)));
/// let spans: Vec<_> = rasterizer.sweep(FillRule::NonZero).collect();
/// assert_eq!((spans[0].x(), spans[0].y()), (10, 5));
/// assert_eq!(spans.iter().map(|s| s.len()).sum::<usize>(), 11);
/// ```
#[derive(Clone, Debug)]
pub struct Rasterizer {
    clip: IntRect,
    clipper: Clipper,
    /// Level ones are left out, or leave nothing.
    edges: Vec<Edge>,
    /// How many of the first edges have which bounds, as far as that is known already.
    known: (usize, Bounds),
    narrow: Cells<i32>,
    wide: Cells<i64>,
    /// Of shapes that need no cells.
    swept: Swept,
    squeezer: Squeezer,
    level: Level,
    /// Whether edges have been poured into `wide` already, over the whole clip box.
    poured: bool,
    /// Whether the clip box is small enough for that.
    is_pourable: bool,
    /// Points of the contour being read that are still to be rounded.
    ahead: Vec<Point>,
    /// Memory for the line that a pen follows.
    stroked: SubpathReader,
    stored: Stored,
    /// Says when to stop, if someone wants to know.
    meter: Option<Meter>,
    /// Counts the cells that AGG would keep, if someone wants to know.
    count: Option<CellCount>,
}

/// So many edges are kept before they are poured into cells of the whole clip box.
const MOST_EDGES: usize = 1 << 20;
/// So many pixels the clip box may have for that: 256 MB of cells. Beyond, keeping edges costs less.
const MOST_POURED: u64 = 1 << 25;
/// So many windings, each 2¹⁷, are certain to fit an `i32` cell.
const MOST_WINDINGS: usize = 16_383;
/// The largest surface: one more, and 24.8 coordinates do not fit 32 bits.
const FARTHEST: i32 = (1 << 23) - 1;

impl Rasterizer {
    /// A rasterizer for a surface of so many pixels; sides beyond 2²³ − 1 are cut to it.
    #[must_use]
    pub fn new(width: u32, height: u32) -> Self {
        let side = |v: u32| i32::try_from(v).unwrap_or(FARTHEST);
        Self::with_clip_box(IntRect::new(0, 0, side(width), side(height)))
    }

    /// A rasterizer for the pixels of a rectangle anywhere within ±(2²³ − 1).
    #[must_use]
    pub fn with_clip_box(clip: IntRect) -> Self {
        let near = |v: i32| v.clamp(-FARTHEST, FARTHEST);
        let (x0, y0) = (near(clip.x0), near(clip.y0));
        let clip = IntRect::new(x0, y0, near(clip.x1).max(x0), near(clip.y1).max(y0));
        Self {
            clip,
            clipper: Clipper::new(clip),
            edges: Vec::new(),
            known: (0, Bounds::NONE),
            narrow: Cells::default(),
            wide: Cells::default(),
            swept: Swept::default(),
            squeezer: Squeezer::default(),
            level: Level::new(),
            poured: false,
            is_pourable: clip.area() <= MOST_POURED,
            ahead: Vec::new(),
            stroked: SubpathReader::default(),
            stored: Stored::default(),
            count: None,
            meter: None,
        }
    }

    /// Counts the straight pieces of shapes on a meter from now on. Once its limits are reached,
    /// pieces are left out and no more spans come; `None` stops it.
    pub fn set_meter(&mut self, meter: Option<&Meter>) {
        self.meter = meter.cloned();
    }

    fn is_over(&self) -> bool {
        self.meter.as_ref().is_some_and(Meter::is_over)
    }

    /// Counts cells as AGG keeps them, from the next shape on, to tell whether there are more than
    /// a limit, at which AGG gives up; `None` stops it.
    pub fn set_cell_limit(&mut self, limit: Option<usize>) {
        self.count = limit.map(CellCount::new);
    }

    /// Whether the shape so far takes more cells than the limit. The shape is there all the same.
    #[must_use]
    pub fn exceeds_cell_limit(&self) -> bool {
        self.count.as_ref().is_some_and(CellCount::is_exceeded)
    }

    /// How many edges are kept for the shape so far.
    #[must_use]
    pub fn edge_count(&self) -> usize {
        self.edges.len()
    }

    /// The pixels that can be covered.
    #[must_use]
    pub fn clip_box(&self) -> IntRect {
        self.clip
    }

    /// Forgets the shape and restricts the next ones to the pixels of a rectangle; the memory is
    /// kept.
    pub fn set_clip_box(&mut self, clip: IntRect) {
        self.reset();
        let fresh = Self::with_clip_box(clip);
        (self.clip, self.clipper) = (fresh.clip, fresh.clipper);
        self.is_pourable = fresh.is_pourable;
    }

    /// Forgets the shape; the memory is kept.
    pub fn reset(&mut self) {
        if std::mem::take(&mut self.poured) {
            self.wide = Cells::default();
        }
        self.edges.clear();
        self.known = (0, Bounds::NONE);
        if let Some(count) = &mut self.count {
            count.reset();
        }
    }

    /// Adds a closed contour whose corners are known in steps of 1/256 pixel, without rounding
    /// anything. Cheapest where all of it lies within the clip box.
    pub fn add_fixed(&mut self, corners: &[[i32; 2]]) {
        let [first, rest @ ..] = corners else {
            return;
        };
        let edge = |&[x1, y1]: &[i32; 2], &[x2, y2]: &[i32; 2]| Edge { x1, y1, x2, y2 };
        let closing = corners.last().map(|last| edge(last, first));
        let edges = corners.iter().zip(rest).map(|(a, b)| edge(a, b));
        let first = self.edges.len();
        self.edges.extend(closing);
        self.edges.extend(edges);
        let bounds = Bounds::of_corners(self.level, corners);
        if !self.holds(bounds) {
            self.edges.truncate(first);
            let pixels = |v: i32| f64::from(v) / 256.0;
            let points = corners
                .iter()
                .map(|&[x, y]| Point::new(pixels(x), pixels(y)));
            let lines = points.enumerate().map(|(i, p)| match i {
                0 => PathEl::MoveTo(p),
                _ => PathEl::LineTo(p),
            });
            return self.add(lines);
        }
        if let Some(meter) = &self.meter
            && !meter.spend(Limit::Elements, corners.len() as u64)
        {
            return self.edges.truncate(first);
        }
        if let Some(count) = &mut self.count {
            let new = self.edges.get(first..).unwrap_or_default();
            let steep = new.iter().filter(|edge| !edge.is_level());
            steep.for_each(|edge| count.add(edge));
        }
        if self.known.0 == first {
            self.known = (self.edges.len(), self.known.1.with(bounds));
        }
        self.pour_if_many();
    }

    /// Whether edges with these bounds lie within the clip box, and need no splitting.
    fn holds(&self, Bounds { x, y }: Bounds) -> bool {
        let IntRect { x0, y0, x1, y1 } = self.clip;
        let inside = x.0 >= x0 << 8 && x.1 <= x1 << 8 && y.0 >= y0 << 8 && y.1 <= y1 << 8;
        inside && i64::from(x.1) - i64::from(x.0) < WIDEST
    }

    #[cold]
    fn line_across(&mut self, p: Point) {
        let mut clipper = self.clipper.clone();
        clipper.line_to(p, &mut |edge| self.keep(edge));
        self.clipper = clipper;
    }

    #[inline(always)]
    fn keep(&mut self, edge: Edge) {
        if edge.is_level() {
            return;
        }
        if let Some(count) = &mut self.count {
            count.add(&edge);
        }
        self.edges.push(edge);
        self.pour_if_many();
    }

    #[inline]
    fn pour_if_many(&mut self) {
        if self.edges.len() >= MOST_EDGES && self.is_pourable {
            self.pour();
        }
    }

    /// Turns the edges kept so far into cells of the whole clip box.
    fn pour(&mut self) {
        let IntRect { x0, y0, x1, y1 } = self.clip;
        let rows = y0..y1.saturating_add(1);
        if !std::mem::replace(&mut self.poured, true) {
            self.wide.prepare(&(x0..x1), &rows);
        }
        self.wide.add(&self.edges, &rows);
        self.edges.clear();
    }

    /// The spans of the shape, top to bottom and left to right.
    ///
    /// They are stored in the rasterizer first, one byte a pixel where coverage varies; see
    /// [`for_each_span`](Self::for_each_span) for the way without. The shape stays until
    /// [`reset`](Self::reset).
    pub fn sweep(&mut self, rule: FillRule) -> Sweep<'_> {
        let mut stored = std::mem::take(&mut self.stored);
        stored.clear();
        self.for_each_span(rule, |span| stored.push(span));
        self.stored = stored;
        self.stored.sweep()
    }

    /// Hands each span of the shape to `visit`, top to bottom and left to right. The shape stays
    /// until [`reset`](Self::reset).
    pub fn for_each_span(&mut self, rule: FillRule, visit: impl FnMut(Span<'_>)) {
        self.for_each_span_in(self.clip.y0..self.clip.y1, rule, visit);
    }

    /// The same for some of the rows only; the others cost little.
    pub fn for_each_span_in(
        &mut self,
        rows: Range<i32>,
        rule: FillRule,
        mut visit: impl FnMut(Span<'_>),
    ) {
        self.for_each_band_in(rows, rule, |spans| spans.for_each(&mut visit));
    }

    /// Hands on the spans of the shape, those of many rows at once: what
    /// [`Blender::lay_spans`](crate::Blender::lay_spans) takes, which is quicker than span by span.
    pub fn for_each_band(&mut self, rule: FillRule, visit: impl FnMut(Spans<'_>)) {
        self.for_each_band_in(self.clip.y0..self.clip.y1, rule, visit);
    }

    /// The same for some of the rows only; the others cost little.
    pub fn for_each_band_in(
        &mut self,
        rows: Range<i32>,
        rule: FillRule,
        mut visit: impl FnMut(Spans<'_>),
    ) {
        let IntRect { x0, y0, x1, y1 } = self.clip;
        let seen = rows.start.max(y0)..rows.end.min(y1);
        let how = (self.level, rule);
        if self.is_over() {
            return;
        }
        let meter = self.meter.clone();
        let is_over = || meter.as_ref().is_some_and(Meter::is_over);
        if self.poured {
            self.pour();
            for row in seen.take_while(|_| !is_over()) {
                let mut cells = self.wide.row(row);
                visit(cells.sweep(&(row..row + 1), x1, how));
            }
            return;
        }
        if let Some(upright) = Upright::new(&self.edges, self.clip) {
            let swept = &mut self.swept;
            return for_some_rows(&upright.rows(&seen), is_over, |rows| {
                visit(upright.sweep(&rows, rule, swept));
            });
        }
        let bounds = if self.known.0 == self.edges.len() {
            self.known.1
        } else {
            Bounds::of(self.level, &self.edges)
        };
        let area = Area {
            columns: Bounds::pixels(bounds.x, (x0, x1)),
            rows: Bounds::pixels(bounds.y, (seen.start, seen.end)),
            limit: x1,
        };
        if area.rows.is_empty() || self.edges.is_empty() {
            return;
        }
        let how = (how, &is_over);
        if Squeezer::may_pay(&self.edges, &area) {
            let (squeezer, cells) = (&mut self.squeezer, &mut self.narrow);
            let how = (how.0, &is_over as &dyn Fn() -> bool);
            if squeezer.sweep(&self.edges, cells, &area, how, &mut visit) {
                return;
            }
        }
        if self.windings_fit(&area.rows) {
            sweep_bands(&self.edges, &mut self.narrow, &area, how, &mut visit);
        } else {
            sweep_bands(&self.edges, &mut self.wide, &area, how, &mut visit);
        }
    }

    /// Hands the shape's shares of pixels to `visit`: column, row, the signed height that the
    /// outline crosses there, and twice the signed area between it and the pixel's left side, in
    /// 1/256 and 1/256² of a pixel. A pixel has as many as edges cross it, in any order, also left
    /// of the clip box and right of it. A shape of a million edges or more may have none.
    pub fn for_each_cell(&self, mut visit: impl FnMut(i32, i32, i32, i32)) {
        if self.poured {
            return;
        }
        let rows = Bounds::pixels(
            Bounds::of(self.level, &self.edges).y,
            (self.clip.y0, self.clip.y1),
        );
        for edge in self.edges.iter().filter(|edge| !edge.is_level()) {
            for (y, piece) in edge.walk_in(&rows) {
                piece.walk(&mut |x, cover, area| visit(x, y, cover, area));
            }
        }
    }

    /// Whether an `i32` cell tells how often a pixel is wound around.
    ///
    /// Of closed contours, at most half the edges in a row go one way, and all sums fit. Where parts to
    /// the right of the clip box are left out they may go on all one way; then a sum that does not
    /// fit wraps around, and is still two windings or more, which is all that matters of so many.
    fn windings_fit(&self, rows: &Range<i32>) -> bool {
        const MOST: usize = 2 * MOST_WINDINGS;
        if self.edges.len() <= MOST {
            return true;
        }
        // Edges that follow each other are near each other: in no row are there more than where each
        // counts in all rows of its neighbours.
        let roughly = self.edges.chunks(TOGETHER).map(|some| {
            let (top, bottom) = Bounds::of(self.level, some).y;
            ((top >> 8)..(bottom >> 8) + 1, some.len())
        });
        most_in_a_row(roughly, rows) <= MOST
            || most_in_a_row(self.edges.iter().map(|e| (e.rows(), 1)), rows) <= MOST
    }
}

/// So many edges are counted together.
const TOGETHER: usize = 64;

/// Of numbers of edges and the rows they touch, the largest sum of a row among `rows`.
fn most_in_a_row(edges: impl Iterator<Item = (Range<i32>, usize)>, rows: &Range<i32>) -> usize {
    let mut change = vec![0_usize; rows.len()];
    let at = |row: i32| usize::try_from(row - rows.start).unwrap_or(0);
    for (touched, count) in edges.filter(|(touched, _)| touched.end > rows.start) {
        if let Some(starts) = change.get_mut(at(touched.start)) {
            *starts = starts.wrapping_add(count);
        }
        if let Some(ends) = change.get_mut(at(touched.end)) {
            *ends = ends.wrapping_sub(count);
        }
    }
    let mut sum = 0_usize;
    let sums = change.iter().map(|by| {
        sum = sum.wrapping_add(*by);
        sum
    });
    sums.max().unwrap_or(0)
}

#[cfg(test)]
mod tests;
