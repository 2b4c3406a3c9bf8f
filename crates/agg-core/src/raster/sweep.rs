//! The sweep: from the cells of a band of rows to spans.
//!
//! It visits touched groups of columns only: between two of them the running sum, and so the
//! coverage, does not change. It clears what it reads, so a band is empty again when swept. Covers
//! are made for one run of groups at a time and handed on while they are in the nearest cache.

use crate::raster::cells::{GROUP, Marks};
use crate::raster::span::{Coverage, FillRule, Span};
use crate::raster::sum::Sum;
use fearless_simd::Level;
use std::ops::Range;

/// A band of rows to be swept.
#[derive(Debug)]
pub(super) struct Band<'a, T> {
    pub(super) x0: i32,
    pub(super) y0: i32,
    /// The column after the last that can be seen, from `x0`.
    pub(super) limit: usize,
    pub(super) stride: usize,
    /// Whole rows of cells.
    pub(super) values: &'a mut [T],
    pub(super) touched: &'a Marks,
    /// Room for a row, or for all.
    pub(super) covers: &'a mut [u8],
}

impl<T: Sum> Band<'_, T> {
    /// Hands the spans of all rows to `emit`, one span a row, whatever was touched. It takes covers
    /// for all rows.
    pub(super) fn sweep_all(self, how: (Level, FillRule), emit: &mut impl FnMut(Span<'_>)) {
        let mut row = self.row(emit);
        let Some(covers) = self.covers.get_mut(..self.values.len()) else {
            return;
        };
        T::resolve(how, self.values, covers, self.stride, T::default());
        for covers in covers.chunks_exact(self.stride) {
            row.per_pixel(covers, 0);
            let cover = covers.last().copied().unwrap_or(0);
            row.uniform(self.stride..row.limit, cover);
            row.y += 1;
        }
    }

    fn row<'e, E>(&self, emit: &'e mut E) -> Row<'e, E> {
        Row {
            x0: self.x0,
            y: self.y0,
            limit: self.limit,
            emit,
        }
    }

    /// Hands the spans of all rows to `emit`.
    pub(super) fn sweep(self, how: (Level, FillRule), emit: &mut impl FnMut(Span<'_>)) {
        let groups = self.stride / GROUP;
        let mut row = self.row(emit);
        let mut base = 0;
        for values in self.values.chunks_exact_mut(self.stride) {
            let (mut done, mut cover, mut sum) = (base, 0, T::default());
            let next_row = base + groups;
            loop {
                let start = self.touched.next_set(done, next_row);
                row.uniform((done - base) * GROUP..(start - base) * GROUP, cover);
                if start == next_row {
                    break;
                }
                done = self.touched.next_clear(start, next_row);
                let columns = (start - base) * GROUP..(done - base) * GROUP;
                if let (Some(covers), Some(values)) = (
                    self.covers.get_mut(..columns.len()),
                    values.get_mut(columns.clone()),
                ) {
                    let len = values.len();
                    sum = T::resolve(how, values, covers, len, sum);
                    row.per_pixel(covers, columns.start);
                    // Nothing was touched beyond, so coverage stays what it is in the last column.
                    cover = covers.last().copied().unwrap_or(0);
                }
            }
            row.uniform(self.stride..row.limit, cover);
            row.y += 1;
            base = next_row;
        }
    }
}

/// One row on its way to spans.
struct Row<'a, E> {
    x0: i32,
    y: i32,
    limit: usize,
    emit: &'a mut E,
}

impl<E: FnMut(Span<'_>)> Row<'_, E> {
    #[inline(always)]
    fn uniform(&mut self, columns: Range<usize>, cover: u8) {
        let end = columns.end.min(self.limit);
        if cover > 0 && columns.start < end {
            let coverage = Coverage::Uniform {
                len: end - columns.start,
                cover,
            };
            (self.emit)(Span::new(self.x0 + columns.start as i32, self.y, coverage));
        }
    }

    /// Hands on covers from column `start` on, without the zeros at both ends.
    #[inline(always)]
    fn per_pixel(&mut self, covers: &[u8], start: usize) {
        let covers = if start + covers.len() <= self.limit {
            covers
        } else {
            let seen = self.limit.saturating_sub(start);
            covers.get(..seen).unwrap_or_default()
        };
        if let Some(span) = Span::trimmed(self.x0 + start as i32, self.y, covers) {
            (self.emit)(span);
        }
    }
}
