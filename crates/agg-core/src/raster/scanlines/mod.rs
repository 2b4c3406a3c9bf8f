//! Coverage that is kept: to be drawn again elsewhere, written down, or combined with another.
//!
//! ```text
//!  rows   ┌ y 3 ┐┌ y 4 ┐┌ y 7 ┐         each row says where its spans end
//!  spans  [··][■■■][·] [■■■■■] [·]      ■ uniform runs, · one cover a pixel
//!  covers 3 90 200 7 …                  all covers of all rows, one after the other
//! ```
//!
//! Rows are in order from top to bottom, spans from left to right without overlap, so two shapes
//! are combined in one pass over both, and what is written down can be checked while it is read.

mod boolean;
mod bytes;
mod writer;

pub use boolean::BooleanOp;

use crate::geometry::IntRect;
use crate::raster::span::{Coverage, Span};
use std::collections::BTreeMap;
use std::ops::Range;
use writer::Writer;

/// The spans of a shape, kept.
///
/// ```
/// use agg_core::{BooleanOp, FillRule, Path, Rasterizer, Scanlines};
///
/// let mut rasterizer = Rasterizer::new(60, 40);
/// let mut circle = |x| {
///     rasterizer.reset();
///     rasterizer.add(&Path::circle((x, 20.0), 15.0));
///     rasterizer.sweep(FillRule::NonZero).collect::<Scanlines>()
/// };
/// let lens = circle(20.0).combined(&circle(35.0), BooleanOp::And);
/// assert_eq!((lens.cover(27, 20), lens.cover(10, 20)), (255, 0));
///
/// let moved: Vec<_> = lens.spans_at(100, -5).collect();
/// assert_eq!(moved.len(), lens.spans().count());
/// assert_eq!(Scanlines::from_bytes(&lens.to_bytes())?, lens);
/// # Ok::<(), agg_core::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scanlines {
    rows: Vec<Row>,
    spans: Vec<Stored>,
    covers: Vec<u8>,
}

/// A row that has spans.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Row {
    y: i32,
    /// Its spans, as a part of all.
    spans: Range<usize>,
}

/// A span without its row.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Stored {
    x: i32,
    kept: Kept,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kept {
    Uniform { len: usize, cover: u8 },
    PerPixel(Range<usize>),
}

impl Scanlines {
    /// Keeps the spans that are handed to a visitor, in any order; where they overlap, the pixel
    /// is covered as by the union of both ([`BooleanOp::Or`]).
    ///
    /// ```
    /// use agg_core::{FillRule, Gamma, Path, Rasterizer, Scanlines};
    ///
    /// let mut rasterizer = Rasterizer::new(20, 20);
    /// rasterizer.add(&Path::circle((10.0, 10.0), 7.0));
    /// let aliased = Gamma::threshold(0.5);
    /// let disc = Scanlines::record(|keep| {
    ///     rasterizer.for_each_span(FillRule::NonZero, aliased.before(keep));
    /// });
    /// assert_eq!(disc.area() % 255, 0);
    /// ```
    #[must_use]
    pub fn record(visit: impl FnOnce(&mut dyn FnMut(Span<'_>))) -> Self {
        let mut runs = Vec::new();
        visit(&mut |span| append(&mut runs, span));
        united(runs.into_iter().map(Writer::finish).collect())
    }

    /// Keeps the spans of many shapes, each span handed over with its shape's number: the shapes
    /// by their numbers.
    ///
    /// ```
    /// use agg_core::{CompoundRasterizer, FillRule, LayerOrder, Path, Rect, Scanlines, Sides};
    ///
    /// let mut compound = CompoundRasterizer::new(20, 20);
    /// let sides = Sides { left: None, right: Some(7) };
    /// compound.add(&Path::rectangle(Rect::new(2.0, 2.0, 5.0, 9.0)), sides);
    /// let shapes = Scanlines::record_each(|keep| {
    ///     compound.for_each_span(FillRule::NonZero, LayerOrder::Direct, keep);
    /// });
    /// assert_eq!(shapes[&7].area(), 3 * 7 * 255);
    /// ```
    #[must_use]
    pub fn record_each(visit: impl FnOnce(&mut dyn FnMut(u32, Span<'_>))) -> BTreeMap<u32, Self> {
        let mut shapes: BTreeMap<u32, Vec<Writer>> = BTreeMap::new();
        visit(&mut |number, span| append(shapes.entry(number).or_default(), span));
        let finished = |runs: Vec<Writer>| united(runs.into_iter().map(Writer::finish).collect());
        let shapes = shapes.into_iter();
        shapes
            .map(|(number, runs)| (number, finished(runs)))
            .collect()
    }

    /// Whether nothing is covered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The smallest rectangle that holds all covered pixels; empty where there are none.
    #[must_use]
    pub fn bounds(&self) -> IntRect {
        let (Some(first), Some(last)) = (self.rows.first(), self.rows.last()) else {
            return IntRect::default();
        };
        let columns = self.spans().fold((i32::MAX, i64::MIN), |(x0, x1), span| {
            (x0.min(span.x()), x1.max(span.end()))
        });
        let x1 = i32::try_from(columns.1).unwrap_or(i32::MAX);
        IntRect::new(columns.0, first.y, x1, last.y.saturating_add(1))
    }

    /// The sum of the coverages of all pixels: 255 for each that is fully covered.
    #[must_use]
    pub fn area(&self) -> u64 {
        let area = |span: Span<'_>| match span.coverage() {
            Coverage::Uniform { len, cover } => len as u64 * u64::from(cover),
            Coverage::PerPixel(covers) => covers.iter().map(|&cover| u64::from(cover)).sum(),
        };
        self.spans().map(area).sum()
    }

    /// The spans, top to bottom and left to right.
    #[must_use]
    pub fn spans(&self) -> StoredSpans<'_> {
        self.spans_at(0, 0)
    }

    /// The spans, moved by whole pixels; what would lie beyond `i32` is left out.
    #[must_use]
    pub fn spans_at(&self, dx: i32, dy: i32) -> StoredSpans<'_> {
        StoredSpans {
            scanlines: self,
            rows: 0..self.rows.len(),
            row: (0, 0..0),
            offset: (dx, dy),
        }
    }

    /// The spans of one row, from left to right; the row is found by bisection.
    pub fn row_spans(&self, y: i32) -> impl Iterator<Item = Span<'_>> {
        self.row(y).iter().map(move |stored| self.span(stored, y))
    }

    /// The coverage of one pixel, found by bisection.
    #[must_use]
    pub fn cover(&self, x: i32, y: i32) -> u8 {
        let spans = self.row(y);
        let at = spans.partition_point(|stored| stored.x <= x);
        let stored = at.checked_sub(1).and_then(|at| spans.get(at));
        stored.map_or(0, |stored| self.span(stored, y).cover(x))
    }

    /// The stored spans of a row.
    fn row(&self, y: i32) -> &[Stored] {
        let row = self.rows.binary_search_by_key(&y, |row| row.y).ok();
        let row = row.and_then(|at| self.rows.get(at));
        row.and_then(|row| self.spans.get(row.spans.clone()))
            .unwrap_or_default()
    }

    fn span(&self, stored: &Stored, y: i32) -> Span<'_> {
        let coverage = match &stored.kept {
            Kept::Uniform { len, cover } => Coverage::Uniform {
                len: *len,
                cover: *cover,
            },
            Kept::PerPixel(range) => {
                Coverage::PerPixel(self.covers.get(range.clone()).unwrap_or_default())
            }
        };
        Span::new(stored.x, y, coverage)
    }
}

impl<'a> FromIterator<Span<'a>> for Scanlines {
    fn from_iter<I: IntoIterator<Item = Span<'a>>>(spans: I) -> Self {
        Self::record(|keep| spans.into_iter().for_each(keep))
    }
}

/// Adds a span to the last of the runs, or to a new one where it does not come after that.
fn append(runs: &mut Vec<Writer>, span: Span<'_>) {
    let kept = runs.last_mut().is_some_and(|run| run.append(span));
    if !kept {
        let mut run = Writer::default();
        run.append(span);
        runs.push(run);
    }
}

/// The union of many, pair by pair, so that each span is copied only a few times.
fn united(mut all: Vec<Scanlines>) -> Scanlines {
    while all.len() > 1 {
        all = all
            .chunks(2)
            .map(|pair| match pair {
                [a, b] => a.combined(b, BooleanOp::Or),
                rest => rest.first().cloned().unwrap_or_default(),
            })
            .collect();
    }
    all.pop().unwrap_or_default()
}

/// The spans of [`Scanlines`]; see [`Scanlines::spans_at`].
#[derive(Clone, Debug)]
pub struct StoredSpans<'a> {
    scanlines: &'a Scanlines,
    /// Rows to come.
    rows: Range<usize>,
    /// A row, and its spans to come.
    row: (i32, Range<usize>),
    offset: (i32, i32),
}

impl<'a> Iterator for StoredSpans<'a> {
    type Item = Span<'a>;

    fn next(&mut self) -> Option<Span<'a>> {
        let scanlines = self.scanlines;
        loop {
            let Some(at) = self.row.1.next() else {
                let row = scanlines.rows.get(self.rows.next()?)?;
                self.row = (row.y, row.spans.clone());
                continue;
            };
            let span = scanlines.span(scanlines.spans.get(at)?, self.row.0);
            if let Some(span) = span.moved(self.offset.0, self.offset.1) {
                return Some(span);
            }
        }
    }
}

impl<'a> IntoIterator for &'a Scanlines {
    type Item = Span<'a>;
    type IntoIter = StoredSpans<'a>;
    fn into_iter(self) -> StoredSpans<'a> {
        self.spans()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(x: i32, y: i32, len: usize, cover: u8) -> Span<'static> {
        Span::new(x, y, Coverage::Uniform { len, cover })
    }

    #[test]
    fn spans_come_back_as_they_were_kept() {
        let spans = [
            run(-5, -2, 4, 255),
            Span::new(3, -2, Coverage::PerPixel(&[1, 0, 9])),
            run(0, 7, 20, 128),
        ];
        let kept: Scanlines = spans.into_iter().collect();
        assert_eq!(kept.spans().collect::<Vec<_>>(), spans);
        assert_eq!(kept.bounds(), IntRect::new(-5, -2, 20, 8));
        assert_eq!(kept.area(), 4 * 255 + 10 + 20 * 128);
        let covers = [
            (-5, -2),
            (4, -2),
            (5, -2),
            (6, -2),
            (19, 7),
            (20, 7),
            (0, 0),
        ];
        assert_eq!(
            covers.map(|(x, y)| kept.cover(x, y)),
            [255, 0, 9, 0, 128, 0, 0]
        );
    }

    #[test]
    fn spans_in_disorder_are_sorted_and_united() {
        let disorder = [
            run(10, 5, 10, 255),
            run(0, 5, 12, 128),
            run(3, 1, 2, 9),
            run(3, 1, 2, 9),
        ];
        let kept: Scanlines = disorder.into_iter().collect();
        assert_eq!(
            [3, 9, 10, 19].map(|x| kept.cover(x, 5)),
            [128, 128, 255, 255]
        );
        assert_eq!(kept.cover(4, 1), BooleanOp::Or.cover(9, 9));
        assert_eq!(kept.bounds(), IntRect::new(0, 1, 20, 6));
    }

    #[test]
    fn spans_moved_out_of_range_are_left_out() {
        let kept: Scanlines = [run(0, 0, 10, 255), run(0, 1, 10, 255)]
            .into_iter()
            .collect();
        let moved: Vec<_> = kept.spans_at(i32::MAX - 4, i32::MAX).collect();
        assert_eq!(moved, [run(i32::MAX - 4, i32::MAX, 4, 255)]);
        assert_eq!(
            kept.spans_at(i32::MIN, 3).next(),
            Some(run(i32::MIN, 3, 10, 255))
        );
    }

    #[test]
    fn nothing_has_no_bounds_and_no_spans() {
        let nothing = Scanlines::default();
        assert!(nothing.is_empty() && nothing.bounds().is_empty());
        assert_eq!((nothing.spans().next(), nothing.cover(0, 0)), (None, 0));
    }
}
