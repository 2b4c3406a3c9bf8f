//! Clipping spans to many rectangles at once.
//!
//! ```text
//!   ┌──────┐        a span:     ━━━━━━━━━━━━━━━━━━━━
//!   │   ┌──┼────┐   what is     ─━━━━━━━━━━━─━━━━━──
//!   │   └──┼────┘   left of it
//!   └──────┘  ┌───┐
//! ```
//!
//! The rectangles of one row are merged into columns first, so a pixel under two of them is drawn
//! once.

use crate::geometry::IntRect;
use crate::raster::span::Span;
use std::ops::Range;

/// The pixels of any number of rectangles, which may overlap.
///
/// ```
/// use agg_core::{FillRule, IntRect, Path, Rasterizer, Rect, Region};
///
/// let region: Region = [IntRect::new(0, 0, 5, 10), IntRect::new(3, 2, 8, 6)].into_iter().collect();
/// let mut rasterizer = Rasterizer::new(20, 10);
/// rasterizer.add(&Path::rectangle(Rect::new(0.0, 0.0, 20.0, 10.0)));
/// let mut pixels = 0;
/// rasterizer.for_each_span(FillRule::NonZero, region.before(|span| pixels += span.len()));
/// assert_eq!(pixels, 5 * 10 + 3 * 4);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Region {
    /// By first row, none of them empty.
    rects: Vec<IntRect>,
}

impl FromIterator<IntRect> for Region {
    fn from_iter<I: IntoIterator<Item = IntRect>>(rects: I) -> Self {
        let mut rects: Vec<_> = rects.into_iter().filter(|rect| !rect.is_empty()).collect();
        rects.sort_unstable_by_key(|rect| (rect.y0, rect.x0));
        Self { rects }
    }
}

impl Region {
    /// Whether a pixel is in one of the rectangles.
    #[must_use]
    pub fn contains(&self, x: i32, y: i32) -> bool {
        self.rows_at(y).any(|rect| (rect.x0..rect.x1).contains(&x))
    }

    /// The smallest rectangle that holds all of them; empty without any.
    #[must_use]
    pub fn bounds(&self) -> IntRect {
        self.rects
            .iter()
            .copied()
            .reduce(|a, b| {
                IntRect::new(
                    a.x0.min(b.x0),
                    a.y0.min(b.y0),
                    a.x1.max(b.x1),
                    a.y1.max(b.y1),
                )
            })
            .unwrap_or_default()
    }

    /// A visitor of spans that hands on their parts within the region, left to right.
    ///
    /// Cost: as many steps as there are rectangles for each change of row, and a search of them
    /// for each span.
    pub fn before<'a>(&'a self, mut emit: impl FnMut(Span<'_>) + 'a) -> impl FnMut(Span<'_>) + 'a {
        let mut row = None;
        let mut columns: Vec<Range<i64>> = Vec::new();
        move |span| {
            if row.replace(span.y()) != Some(span.y()) {
                self.columns(span.y(), &mut columns);
            }
            let first = columns.partition_point(|c| c.end <= i64::from(span.x()));
            for part in columns.iter().skip(first) {
                if part.start >= span.end() {
                    break;
                }
                if let Some(part) = span.within(part.clone()) {
                    emit(part);
                }
            }
        }
    }

    fn rows_at(&self, y: i32) -> impl Iterator<Item = &IntRect> {
        let until = self.rects.partition_point(|rect| rect.y0 <= y);
        self.rects
            .iter()
            .take(until)
            .filter(move |rect| y < rect.y1)
    }

    /// The columns of a row, left to right, apart from each other.
    fn columns(&self, y: i32, columns: &mut Vec<Range<i64>>) {
        let mut all: Vec<_> = self
            .rows_at(y)
            .map(|rect| i64::from(rect.x0)..i64::from(rect.x1))
            .collect();
        all.sort_unstable_by_key(|c| c.start);
        columns.clear();
        for next in all {
            match columns.last_mut() {
                Some(last) if next.start <= last.end => last.end = last.end.max(next.end),
                _ => columns.push(next),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::raster::span::Coverage;
    use proptest::prelude::*;

    fn parts(rects: &[IntRect], span: Span<'_>) -> Vec<(i32, usize)> {
        let region: Region = rects.iter().copied().collect();
        let mut parts = Vec::new();
        region.before(|part| parts.push((part.x(), part.len())))(span);
        parts
    }

    #[test]
    fn nothing_is_left_without_rectangles() {
        let run = Span::new(0, 0, Coverage::Uniform { len: 9, cover: 7 });
        assert_eq!(parts(&[], run), []);
        assert_eq!(parts(&[IntRect::new(5, 5, 1, 9)], run), []);
    }

    #[test]
    fn rectangles_that_touch_are_one_part_and_are_bounded_together() {
        let rects = [IntRect::new(0, 1, 5, 3), IntRect::new(5, -4, 10, 2)];
        let run = Span::new(-3, 1, Coverage::Uniform { len: 99, cover: 7 });
        assert_eq!(parts(&rects, run), [(0, 10)]);
        let region: Region = rects.into_iter().collect();
        assert_eq!(region.bounds(), IntRect::new(0, -4, 10, 3));
    }

    #[test]
    fn the_farthest_columns_can_be_clipped_to() {
        let all = IntRect::new(i32::MIN, i32::MIN, i32::MAX, i32::MAX);
        let run = Span::new(i32::MAX - 3, 0, Coverage::Uniform { len: 3, cover: 7 });
        assert_eq!(parts(&[all, all], run), [(i32::MAX - 3, 3)]);
    }

    proptest! {
        #[test]
        fn each_pixel_of_the_region_is_handed_on_once(
            rects in prop::collection::vec((0..20i32, 0..4i32, 0..12i32, 0..4i32), 0..9),
            x in -3..20i32, len in 1..30usize, y in 0..6i32,
        ) {
            let region: Region = rects.iter()
                .map(|&(x, y, w, h)| IntRect::new(x, y, x + w, y + h))
                .collect();
            let mut seen = Vec::new();
            let mut visit = region.before(|part| {
                seen.extend(part.x()..part.x() + part.len() as i32);
            });
            visit(Span::new(x, y, Coverage::Uniform { len, cover: 255 }));
            drop(visit);
            let expected: Vec<i32> = (x..x + len as i32).filter(|&x| region.contains(x, y)).collect();
            prop_assert_eq!(seen, expected);
        }
    }
}
