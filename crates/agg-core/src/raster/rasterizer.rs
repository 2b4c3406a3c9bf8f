//! The rasterizer: takes paths, gives spans.

use crate::geometry::{Affine, IntRect, Point, Transform};
use crate::limits::{Limit, Meter};
use crate::path::{Flatten, Flattener, Path, PathEl, PathIterator, Pen, Run, Step};
use crate::raster::bands::{Area, Bounds, sweep_bands};
use crate::raster::cells::Cells;
use crate::raster::clip::Clipper;
use crate::raster::count::CellCount;
use crate::raster::edge::{Edge, WIDEST};
use crate::raster::span::{Coverage, FillRule, Span};
use crate::raster::spans::Spans;
use crate::raster::sweep::Swept;
use crate::raster::upright::{Upright, are_upright, for_some_rows, sweep_upright};
use fearless_simd::Level;
use std::ops::Range;

/// Collects paths and sweeps them into spans of coverage.
///
/// Several paths added together are one shape. Every subpath is closed. A non-finite coordinate
/// breaks a path at that point. Curves are flattened to within half a pixel of their control
/// polygon ([`Flatten::default`]); flatten them yourself for anything else.
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
    level: Level,
    /// Whether edges have been poured into `wide` already, over the whole clip box.
    poured: bool,
    /// Whether the clip box is small enough for that.
    is_pourable: bool,
    spans: Vec<Record>,
    covers: Vec<u8>,
    /// Says when to stop, if someone wants to know.
    meter: Option<Meter>,
    /// Counts the cells that AGG would keep, if someone wants to know.
    count: Option<CellCount>,
}

/// So many lines are looked at at once, so that edges are poured in time.
const MOST_INSIDE: usize = 1 << 12;
/// Paths of fewer elements are not looked through for lines that could be added together.
const SHORT: usize = 16;
/// Fewer lines are added one by one, and so many where some are not inside.
const MANY: usize = 8;
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
            level: Level::new(),
            poured: false,
            is_pourable: clip.area() <= MOST_POURED,
            spans: Vec::new(),
            covers: Vec::new(),
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

    /// Adds a path to the shape.
    pub fn add(&mut self, path: impl IntoIterator<Item = PathEl>) {
        if self.clip.is_empty() {
            return;
        }
        let mut reader = Reader::default();
        path.into_iter()
            .for_each(|element| self.read(&mut reader, element));
        self.close(reader.pen.subpath());
    }

    /// Adds a path sent through a map: what [`add`](Self::add) does for its elements, in less time.
    pub(crate) fn add_mapped(&mut self, path: &Path, map: Affine) {
        if path.len() < SHORT {
            return self.add(path.elements().transformed(map));
        }
        if self.clip.is_empty() {
            return;
        }
        let mut reader = Reader::default();
        for run in path.runs() {
            match run {
                Run::Lines(points) => self.read_lines(&mut reader, points, map),
                Run::Element(element) => {
                    self.read(&mut reader, element.map(|p| map.apply(p)));
                }
            }
        }
        self.close(reader.pen.subpath());
    }

    /// Adds a polygon: what [`add`](Self::add) does for a path of straight lines, in less time. One
    /// with a corner that is not finite is left out.
    pub fn add_polygon(&mut self, corners: &[Point]) {
        let [.., last] = corners else {
            return;
        };
        if self.clip.is_empty() || !corners.iter().all(|p| p.is_finite()) {
            return;
        }
        self.clipper.move_to(*last);
        corners.iter().for_each(|&p| self.line_to(p));
    }

    /// Adds an element that is read.
    #[inline(always)]
    fn read(&mut self, reader: &mut Reader, element: PathEl) {
        if let PathEl::LineTo(p) = element
            && reader.pen.draws_to(p)
        {
            return self.line_to(p);
        }
        let subpath = reader.pen.subpath();
        match reader.pen.step(element) {
            Step::Start(p) => {
                self.close(subpath);
                self.clipper.move_to(p);
            }
            Step::Segment(from, segment) => {
                let flattener = &reader.flattener;
                flattener.segment(from, segment, &mut |p| self.line_to(p));
            }
            Step::Close | Step::Lift => self.close(subpath),
        }
    }

    /// Adds straight segments to points that are sent through a map.
    fn read_lines(&mut self, reader: &mut Reader, points: &[Point], map: Affine) {
        let mut rest = points;
        while !rest.is_empty() {
            if reader.pen.subpath().is_some() && rest.len() >= MANY {
                let (inside, others) = rest.split_at(self.lines_inside(rest, map));
                if let Some(&last) = inside.last() {
                    reader.pen.draws_to(map.apply(last));
                }
                rest = others;
            }
            let (few, others) = rest.split_at(rest.len().min(MANY));
            for &p in few {
                self.read(reader, PathEl::LineTo(map.apply(p)));
            }
            rest = others;
        }
    }

    /// Adds lines to points sent through a map, as long as all of the way is inside of the clip box;
    /// returns how many points that were. Where lines are counted it may be none.
    fn lines_inside(&mut self, points: &[Point], map: Affine) -> usize {
        if self.meter.is_some() || self.count.is_some() {
            return 0;
        }
        let points = points.get(..MOST_INSIDE).unwrap_or(points);
        let edges = &mut self.edges;
        let inside = self.clipper.lines_inside(self.level, (points, map), edges);
        self.pour_if_many();
        inside
    }

    /// Adds a closed contour whose corners are known in steps of 1/256 pixel, without rounding
    /// anything. Cheapest where all of it lies within the clip box.
    pub fn add_fixed(&mut self, corners: &[[i32; 2]]) {
        let [.., last] = corners else {
            return;
        };
        let mut from = *last;
        let edges = corners.iter().map(|&to| {
            let ([x1, y1], [x2, y2]) = (std::mem::replace(&mut from, to), to);
            Edge { x1, y1, x2, y2 }
        });
        let first = self.edges.len();
        self.edges.extend(edges);
        let new = self.edges.get(first..).unwrap_or_default();
        let bounds = Bounds::of(self.level, new);
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

    /// Closes a subpath, given its start and where it has come to.
    fn close(&mut self, subpath: Option<(Point, Point)>) {
        if let Some((start, end)) = subpath
            && start != end
        {
            self.line_to(start);
        }
    }

    #[inline]
    fn line_to(&mut self, p: Point) {
        if let Some(meter) = &self.meter
            && !meter.spend(Limit::Elements, 1)
        {
            return;
        }
        match self.clipper.line_inside(p) {
            Some(edge) => self.keep(edge),
            None => self.line_across(p),
        }
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
        let (mut spans, mut covers) = (
            std::mem::take(&mut self.spans),
            std::mem::take(&mut self.covers),
        );
        spans.clear();
        covers.clear();
        self.for_each_span(rule, |span| {
            let kept = match span.coverage() {
                Coverage::Uniform { len, cover } => Kept::Uniform { len, cover },
                Coverage::PerPixel(values) => {
                    covers.extend_from_slice(values);
                    Kept::PerPixel(covers.len() - values.len()..covers.len())
                }
            };
            spans.push(Record {
                x: span.x(),
                y: span.y(),
                kept,
            });
        });
        (self.spans, self.covers) = (spans, covers);
        Sweep {
            records: self.spans.iter(),
            covers: &self.covers,
        }
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
        if are_upright(&self.edges) {
            let how = (how, &is_over);
            sweep_upright(&self.edges, &mut self.narrow, &area, how, &mut visit);
        } else if self.windings_fit(&area.rows) {
            sweep_bands(
                &self.edges,
                &mut self.narrow,
                &area,
                (how, &is_over),
                &mut visit,
            );
        } else {
            sweep_bands(
                &self.edges,
                &mut self.wide,
                &area,
                (how, &is_over),
                &mut visit,
            );
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

    /// Whether no pixel can be wound around so often that an `i32` cell overflows.
    ///
    /// A sum is at most half the heights of all edges in its row, because contours are closed.
    fn windings_fit(&self, rows: &Range<i32>) -> bool {
        if self.edges.len() <= MOST_WINDINGS {
            return true;
        }
        let mut change = vec![0_i64; rows.len() + 1];
        for edge in &self.edges {
            let touched = edge.rows();
            if touched.end <= rows.start {
                continue;
            }
            for (row, by) in [(touched.start, 1), (touched.end, -1)] {
                let at = usize::try_from(row - rows.start).unwrap_or(0);
                if let Some(count) = change.get_mut(at) {
                    *count += by;
                }
            }
        }
        let mut edges = 0;
        change.iter().all(|by| {
            edges += by;
            edges <= MOST_WINDINGS as i64
        })
    }
}

/// Follows a path that is added.
struct Reader {
    flattener: Flattener,
    pen: Pen,
}

impl Default for Reader {
    fn default() -> Self {
        Self {
            flattener: Flattener::new(&Flatten::default()),
            pen: Pen::default(),
        }
    }
}

/// A stored span: like [`Span`], its covers as a range.
#[derive(Clone, Debug)]
struct Record {
    x: i32,
    y: i32,
    kept: Kept,
}

#[derive(Clone, Debug)]
enum Kept {
    Uniform { len: usize, cover: u8 },
    PerPixel(Range<usize>),
}

/// The spans of a shape; see [`Rasterizer::sweep`].
#[derive(Clone, Debug)]
pub struct Sweep<'a> {
    records: std::slice::Iter<'a, Record>,
    covers: &'a [u8],
}

impl<'a> Iterator for Sweep<'a> {
    type Item = Span<'a>;

    fn next(&mut self) -> Option<Span<'a>> {
        let record = self.records.next()?;
        let coverage = match &record.kept {
            Kept::Uniform { len, cover } => Coverage::Uniform {
                len: *len,
                cover: *cover,
            },
            Kept::PerPixel(range) => Coverage::PerPixel(self.covers.get(range.clone())?),
        };
        Some(Span::new(record.x, record.y, coverage))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.records.size_hint()
    }
}

impl ExactSizeIterator for Sweep<'_> {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Rect;
    use proptest::prelude::*;

    /// The coverage of every pixel, row after row.
    fn picture(rasterizer: &mut Rasterizer, rule: FillRule) -> Vec<u8> {
        let clip = rasterizer.clip_box();
        let width = (clip.x1 - clip.x0) as usize;
        let mut covers = vec![0; width * (clip.y1 - clip.y0) as usize];
        rasterizer.for_each_span(rule, |span| {
            let at = (span.y() - clip.y0) as usize * width + (span.x() - clip.x0) as usize;
            let row = &mut covers[at..at + span.len()];
            match span.coverage() {
                Coverage::Uniform { cover, .. } => row.fill(cover),
                Coverage::PerPixel(values) => row.copy_from_slice(values),
            }
        });
        covers
    }

    fn filled(path: &Path, rule: FillRule) -> Vec<u8> {
        let mut rasterizer = Rasterizer::new(20, 10);
        rasterizer.add(path);
        picture(&mut rasterizer, rule)
    }

    #[test]
    fn a_quarter_pixel_covers_a_quarter_squared() {
        let covers = filled(
            &Path::rectangle(Rect::new(3.0, 2.0, 3.25, 2.25)),
            FillRule::NonZero,
        );
        assert_eq!(covers[2 * 20 + 3], 16);
        assert_eq!(covers.iter().filter(|&&c| c > 0).count(), 1);
    }

    #[test]
    fn cells_add_up_to_the_area_of_the_shape() {
        let mut rasterizer = Rasterizer::new(20, 10);
        rasterizer.add(&Path::rectangle(Rect::new(3.0, 2.0, 5.5, 2.5)));
        let mut area = 0;
        rasterizer.for_each_cell(|x, y, cover, own| {
            assert_eq!(y, 2);
            area += 512 * x * cover + own;
        });
        assert_eq!(area.abs(), 512 * 5 * 128 / 2);
    }

    #[test]
    fn a_shape_around_the_surface_covers_all_of_it() {
        for far in [1e3, 1e9, 1e30, 1e300] {
            let covers = filled(
                &Path::rectangle(Rect::new(-far, -far, far, far)),
                FillRule::NonZero,
            );
            assert!(covers.iter().all(|&c| c == 255), "{far}");
        }
    }

    #[test]
    fn even_odd_leaves_a_hole_where_non_zero_does_not() {
        let mut path = Path::rectangle(Rect::new(1.0, 1.0, 9.0, 9.0));
        path.extend(Path::rectangle(Rect::new(3.0, 3.0, 7.0, 7.0)).elements());
        assert_eq!(filled(&path, FillRule::EvenOdd)[5 * 20 + 5], 0);
        assert_eq!(filled(&path, FillRule::NonZero)[5 * 20 + 5], 255);
    }

    #[test]
    fn sweep_and_visit_give_the_same_spans_again_and_again() {
        let mut rasterizer = Rasterizer::new(20, 10);
        rasterizer.add(&Path::circle((9.0, 5.0), 4.3));
        let mut visited = Vec::new();
        rasterizer.for_each_span(FillRule::NonZero, |s| visited.push(format!("{s:?}")));
        for _ in 0..2 {
            let swept: Vec<_> = rasterizer
                .sweep(FillRule::NonZero)
                .map(|s| format!("{s:?}"))
                .collect();
            assert_eq!(swept, visited);
        }
        rasterizer.reset();
        assert_eq!(rasterizer.sweep(FillRule::NonZero).count(), 0);
    }

    /// Of so many, a row has half below the surface, and a 32-bit sum of the others is 0.
    #[test]
    fn windings_beyond_the_rows_of_the_surface_do_not_wrap_either() {
        let rect = Path::rectangle(Rect::new(2.0, 90.0, 8.0, 120.0));
        let mut rasterizer = Rasterizer::with_clip_box(IntRect::new(0, 100, 20, 110));
        for _ in 0..65_536 {
            rasterizer.add(&rect);
        }
        let covers = picture(&mut rasterizer, FillRule::NonZero);
        assert_eq!([covers[5], covers[9 * 20 + 5]], [255; 2]);
        let inside = Path::rectangle(Rect::new(2.0, 103.0, 8.0, 105.0));
        rasterizer.reset();
        for _ in 0..65_536 {
            rasterizer.add(&inside);
        }
        let covers = picture(&mut rasterizer, FillRule::NonZero);
        assert_eq!([covers[2 * 20 + 5], covers[3 * 20 + 5]], [0, 255]);
    }

    #[test]
    fn a_full_meter_leaves_out_pieces_and_spans() {
        let meter = Meter::new(&crate::limits::Limits {
            elements: Some(3),
            ..Default::default()
        });
        let circle = Path::circle((9.0, 5.0), 4.0);
        let zigzag = Path::polygon((0..40).map(|i| (f64::from(i) / 2.0, f64::from(i % 2) * 9.0)));
        let mut rasterizer = Rasterizer::new(20, 10);
        rasterizer.set_meter(Some(&meter));
        rasterizer.add(&circle);
        assert_eq!((rasterizer.edge_count(), meter.is_over()), (3, true));
        rasterizer.add_mapped(&zigzag, Affine::IDENTITY);
        rasterizer.add_polygon(&[(1.0, 1.0), (5.0, 1.0), (5.0, 5.0)].map(Point::from));
        rasterizer.add_fixed(&[[256, 256], [900, 256], [900, 900]]);
        assert_eq!(rasterizer.edge_count(), 3);
        assert_eq!(rasterizer.sweep(FillRule::NonZero).count(), 0);
        rasterizer.set_meter(None);
        rasterizer.reset();
        rasterizer.add(&circle);
        assert_eq!(
            picture(&mut rasterizer, FillRule::NonZero),
            filled(&circle, FillRule::NonZero)
        );
    }

    #[test]
    fn cells_are_counted_however_a_shape_is_added() {
        let corners: Vec<[i32; 2]> = (0..40).map(|i| [128 * i, i % 2 * 2304]).collect();
        let point = |&[x, y]: &[i32; 2]| Point::new(f64::from(x) / 256.0, f64::from(y) / 256.0);
        let points: Vec<Point> = corners.iter().map(point).collect();
        let path = Path::polygon(points.iter().copied());
        let exceeds = |limit, add: &dyn Fn(&mut Rasterizer)| {
            let mut rasterizer = Rasterizer::new(20, 10);
            rasterizer.set_cell_limit(Some(limit));
            add(&mut rasterizer);
            rasterizer.exceeds_cell_limit()
        };
        let cells = |add: &dyn Fn(&mut Rasterizer)| (0..).take_while(|&n| exceeds(n, add)).count();
        let one_by_one = cells(&|r| r.add(&path));
        assert_eq!(
            cells(&|r| r.add_mapped(&path, Affine::IDENTITY)),
            one_by_one
        );
        // These begin at the last corner.
        let from_last = cells(&|r| r.add_polygon(&points));
        assert_eq!(cells(&|r| r.add_fixed(&corners)), from_last);
        assert_eq!((one_by_one, from_last), (378, 377));
    }

    #[test]
    fn corners_in_fixed_point_or_floats_are_those_of_a_path() {
        let inside = [[256, 300], [2000, 256], [4000, 2001], [700, 2560]];
        let beyond = [[-900, 300], [2000, -256], [9000, 2001], [700, 9560]];
        for corners in [inside, beyond] {
            let points =
                corners.map(|[x, y]| Point::new(f64::from(x) / 256.0, f64::from(y) / 256.0));
            let expected = filled(&Path::polygon(points), FillRule::NonZero);
            let mut rasterizer = Rasterizer::new(20, 10);
            rasterizer.add_fixed(&corners);
            assert_eq!(picture(&mut rasterizer, FillRule::NonZero), expected);
            rasterizer.reset();
            rasterizer.add_polygon(&points);
            assert_eq!(picture(&mut rasterizer, FillRule::NonZero), expected);
        }
    }

    #[test]
    fn a_fixed_contour_beside_a_path_is_bounded_with_it() {
        let triangle = Path::polygon([(1.0, 1.0), (6.0, 2.0), (2.0, 5.0)]);
        let other = [[3000, 1300], [4500, 1400], [3300, 2200]];
        let mut both = triangle.clone();
        let corner = |[x, y]: [i32; 2]| (f64::from(x) / 256.0, f64::from(y) / 256.0);
        both.extend(Path::polygon(other.map(corner)).elements());
        let mut rasterizer = Rasterizer::new(20, 10);
        rasterizer.add(&triangle);
        rasterizer.add_fixed(&other);
        let covers = picture(&mut rasterizer, FillRule::NonZero);
        assert_eq!(covers, filled(&both, FillRule::NonZero));
    }

    #[test]
    fn a_polygon_with_a_corner_that_is_not_finite_is_left_out() {
        let mut rasterizer = Rasterizer::new(20, 10);
        rasterizer.add_polygon(&[(1.0, 1.0), (9.0, 1.0), (f64::NAN, 9.0)].map(Point::from));
        assert_eq!(rasterizer.edge_count(), 0);
        let mut none = Rasterizer::new(0, 10);
        none.add_polygon(&[(1.0, 1.0), (9.0, 1.0), (5.0, 9.0)].map(Point::from));
        assert_eq!(none.edge_count(), 0);
    }

    #[test]
    fn the_clip_box_holds_what_lies_on_its_borders_and_is_not_too_wide() {
        let holds = |clip, x, y| Rasterizer::with_clip_box(clip).holds(Bounds { x, y });
        let clip = IntRect::new(-3, 2, 20, 10);
        let (x, y) = ((-768, 5120), (512, 2560));
        assert!(holds(clip, x, y));
        for (x, y) in [
            ((-769, 5120), y),
            ((-768, 5121), y),
            (x, (511, 2560)),
            (x, (512, 2561)),
        ] {
            assert!(!holds(clip, x, y), "{x:?} {y:?}");
        }
        let wide = IntRect::new(-20_000, 0, 20_000, 10);
        let most = WIDEST as i32 - 1;
        assert!(holds(wide, (-9, most - 9), (0, 9)));
        assert!(!holds(wide, (-9, most - 8), (0, 9)));
    }

    /// A run may end where it begins: then it is none.
    #[test]
    fn no_span_is_empty() {
        let mut rasterizer = Rasterizer::new(198, 60);
        rasterizer.add(&Path::polygon([
            (3.0, 0.0),
            (150.0, 9.0),
            (999.0, 9.0),
            (999.0, 0.0),
        ]));
        for (i, y) in (0..12).map(|i| (f64::from(i), f64::from(10 + 4 * i))) {
            let right = 40.0 + i * 8.0;
            rasterizer.add(&Path::rectangle(Rect::new(8.0, y, right, y + 1.5)));
            rasterizer.for_each_span(FillRule::NonZero, |span| assert!(!span.is_empty()));
        }
        let count = rasterizer.sweep(FillRule::NonZero).count();
        assert_eq!(rasterizer.sweep(FillRule::NonZero).len(), count);
    }

    #[test]
    fn seventy_thousand_windings_do_not_wrap() {
        let rect = Path::rectangle(Rect::new(2.0, 2.0, 8.0, 8.0));
        let mut rasterizer = Rasterizer::new(20, 10);
        for _ in 0..65_536 {
            rasterizer.add(&rect);
        }
        assert_eq!(picture(&mut rasterizer, FillRule::NonZero)[5 * 20 + 5], 255);
        assert_eq!(picture(&mut rasterizer, FillRule::EvenOdd)[5 * 20 + 5], 0);
        rasterizer.add(&rect);
        assert_eq!(picture(&mut rasterizer, FillRule::EvenOdd)[5 * 20 + 5], 255);
    }

    #[test]
    fn edges_beyond_the_limit_are_poured_and_stay_right() {
        let rect = Path::rectangle(Rect::new(2.5, 2.0, 8.0, 8.0));
        let mut rasterizer = Rasterizer::new(20, 10);
        rasterizer.add(&Path::rectangle(Rect::new(12.0, 2.0, 14.0, 8.0)));
        for _ in 0..MOST_EDGES / 2 + 3 {
            rasterizer.add(&rect);
        }
        assert!(rasterizer.poured);
        let once = picture(&mut rasterizer, FillRule::EvenOdd);
        assert_eq!(once[5 * 20 + 12], 255, "what was added first");
        assert_eq!(
            once,
            picture(&mut rasterizer, FillRule::EvenOdd),
            "sweeping keeps the shape"
        );
        assert_eq!(once[5 * 20 + 5], 255, "an odd number of rectangles");
        rasterizer.reset();
        rasterizer.add(&rect);
        assert_eq!(picture(&mut rasterizer, FillRule::NonZero)[5 * 20 + 2], 128);
    }

    /// Cells of the whole clip box would take 2⁴⁹ bytes.
    #[test]
    fn edges_beyond_the_limit_are_kept_where_the_clip_box_is_huge() {
        let rect = Path::rectangle(Rect::new(2.0, 2.0, 8.0, 8.0));
        let mut rasterizer = Rasterizer::new(u32::MAX, u32::MAX);
        for _ in 0..MOST_EDGES / 2 + 3 {
            rasterizer.add(&rect);
        }
        assert!(!rasterizer.poured);
        let mut area = 0;
        rasterizer.for_each_span(FillRule::EvenOdd, |span| area += span.len());
        assert_eq!(area, 36, "an odd number of rectangles");
    }

    #[test]
    fn non_finite_points_break_the_path_there() {
        let mut path = Path::new();
        path.move_to((1.0, 1.0))
            .line_to((f64::NAN, 5.0))
            .line_to((2.0, 2.0))
            .line_to((6.0, 2.0));
        path.line_to((6.0, 6.0)).line_to((2.0, f64::INFINITY));
        assert_eq!(filled(&path, FillRule::NonZero)[3 * 20 + 5], 255);
    }

    #[test]
    fn bands_give_the_same_as_one() {
        let mut star = Path::new();
        for i in 0..9 {
            let angle = f64::from(i) * 2.7;
            star.line_to((300.0 + 290.0 * angle.cos(), 400.0 + 390.0 * angle.sin()));
        }
        let whole = IntRect::new(0, 0, 600, 800);
        let mut rasterizer = Rasterizer::with_clip_box(whole);
        rasterizer.add(&star);
        let banded = picture(&mut rasterizer, FillRule::NonZero);
        let mut single = Cells::<i64>::default();
        let mut plain = vec![0; banded.len()];
        single.prepare(&(0..600), &(0..800));
        single.add(&rasterizer.edges, &(0..800));
        let how = (Level::baseline(), FillRule::NonZero);
        single.sweep(&(0..800), 600, how).for_each(|span| {
            let row = &mut plain[span.y() as usize * 600 + span.x() as usize..][..span.len()];
            match span.coverage() {
                Coverage::Uniform { cover, .. } => row.fill(cover),
                Coverage::PerPixel(values) => row.copy_from_slice(values),
            }
        });
        assert!(banded == plain);
    }

    proptest! {
        #[test]
        fn a_path_through_a_map_is_its_elements_through_the_map(
            points in prop::collection::vec((-5.0..45.0f64, -5.0..25.0f64), 16..60),
            odd in 0..16usize,
            scale in 0.3..1.2f64,
        ) {
            let mut path = Path::new();
            for (i, &(x, y)) in points.iter().enumerate() {
                match i % 23 {
                    n if n == odd => path.line_to((f64::NAN, y)),
                    n if n == odd + 1 => path.quad_to((y, x), (x, y)),
                    n if n == odd + 7 => path.close().line_to((x, y)),
                    _ => path.line_to((x, y)),
                };
            }
            let map = Affine::scale(scale).then(Affine::translate(1.5, 0.25));
            let (mut mapped, mut one_by_one) = (Rasterizer::new(40, 20), Rasterizer::new(40, 20));
            mapped.add_mapped(&path, map);
            one_by_one.add(path.elements().transformed(map));
            prop_assert_eq!(mapped.edges, one_by_one.edges);
        }

        #[test]
        fn any_polygon_is_drawn_within_the_clip_box(
            points in prop::collection::vec((-1e3..1e3f64, -1e3..1e3f64), 0..12),
            (x, y) in (-50..50i32, -50..50i32),
        ) {
            let mut rasterizer = Rasterizer::with_clip_box(IntRect::new(x, y, x + 30, y + 20));
            rasterizer.add(&Path::polygon(points));
            picture(&mut rasterizer, FillRule::NonZero);
        }
    }
}
