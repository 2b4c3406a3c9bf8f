//! The sweep: from the cells of a band of rows to spans.
//!
//! It visits touched groups of columns, and what lies between two that are near each other: over a wider
//! gap the running sum, and so the coverage, is known not to change. It clears what it reads, so a band
//! is empty again when swept.

use crate::raster::cells::{GROUP, Marks};
use crate::raster::span::FillRule;
use crate::raster::spans::{Block, BlockCovers};
use crate::raster::sum::{Resolve, Sum, WithResolve};
use fearless_simd::Level;
use std::ops::Range;

/// Memory for what a band of rows becomes.
#[derive(Clone, Debug, Default)]
pub(super) struct Swept {
    pub(super) covers: Vec<u8>,
    pub(super) blocks: Vec<Block>,
}

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
    /// What was touched, unless rows are swept whole.
    pub(super) touched: Option<&'a Marks>,
    /// With a cover for each cell.
    pub(super) swept: &'a mut Swept,
}

impl<T: Sum> Band<'_, T> {
    /// Makes spans of all rows.
    pub(super) fn sweep(self, how: (Level, FillRule)) {
        match self.touched {
            Some(touched) => T::with_resolve(how, Marked(self, touched)),
            None => T::with_resolve(how, Whole(self)),
        }
    }

    fn row(&mut self) -> Row<'_> {
        Row {
            x0: self.x0,
            y: self.y0,
            limit: self.limit,
            blocks: &mut self.swept.blocks,
        }
    }
}

/// A band whose rows are swept whole, whatever was touched: it becomes one block.
struct Whole<'a, T>(Band<'a, T>);

impl<T: Sum> WithResolve<T> for Whole<'_, T> {
    #[inline(always)]
    fn run(self, resolve: impl Resolve<T>) {
        let Self(mut band) = self;
        let stride = band.stride.max(1);
        let mut further = false;
        let rows = band.values.chunks_exact_mut(stride);
        for (values, covers) in rows.zip(band.swept.covers.chunks_exact_mut(stride)) {
            resolve.resolve(values, covers, T::default());
            further |= covers.last().is_some_and(|&cover| cover > 0);
        }
        let rows = band.values.len() / stride;
        if !further {
            return band.row().block(0, stride, rows, (0, stride));
        }
        let (first, mut at) = (band.y0, 0);
        for y in (first..).take(rows) {
            let end = band.swept.covers.get(at + stride - 1).copied();
            let limit = band.limit;
            let mut row = Row { y, ..band.row() };
            row.block(0, stride, 1, (at, 0));
            row.uniform(stride..limit, end.unwrap_or(0));
            at += stride;
        }
    }
}

/// A band of which only that is swept which was touched.
struct Marked<'a, T>(Band<'a, T>, &'a Marks);

impl<T: Sum> WithResolve<T> for Marked<'_, T> {
    #[inline(always)]
    fn run(self, resolve: impl Resolve<T>) {
        let Self(band, touched) = self;
        let groups = band.stride / GROUP;
        let Swept { covers, blocks } = band.swept;
        let mut row = Row {
            x0: band.x0,
            y: band.y0,
            limit: band.limit,
            blocks,
        };
        let (mut base, mut at) = (0, 0);
        for values in band.values.chunks_exact_mut(band.stride) {
            let (mut done, mut cover, mut sum) = (base, 0, T::default());
            let next_row = base + groups;
            loop {
                let start = touched.next_set(done, next_row);
                row.uniform((done - base) * GROUP..(start - base) * GROUP, cover);
                if start == next_row {
                    break;
                }
                done = touched.next_gap(start + 1, next_row);
                let columns = (start - base) * GROUP..(done - base) * GROUP;
                let len = columns.len();
                if let (Some(covers), Some(values)) = (
                    covers.get_mut(at..at + len),
                    values.get_mut(columns.clone()),
                ) {
                    sum = resolve.resolve(values, covers, sum);
                    // Nothing was touched in the gap, so coverage stays what it is in the last column.
                    cover = covers.last().copied().unwrap_or(0);
                    row.block(columns.start, len, 1, (at, 0));
                    at += len;
                }
            }
            row.uniform(band.stride..row.limit, cover);
            row.y += 1;
            base = next_row;
        }
    }
}

/// One row on its way to spans.
struct Row<'a> {
    x0: i32,
    y: i32,
    limit: usize,
    blocks: &'a mut Vec<Block>,
}

impl Row<'_> {
    #[inline(always)]
    fn uniform(&mut self, columns: Range<usize>, cover: u8) {
        if cover > 0 {
            self.push(columns, 1, BlockCovers::Same(cover));
        }
    }

    /// So many columns and rows from column `start` on, whose covers stand from an index on, and so
    /// many further on for the next row.
    #[inline(always)]
    fn block(&mut self, start: usize, len: usize, rows: usize, (at, pitch): (usize, usize)) {
        let (at, pitch) = (at as u32, pitch as u32);
        self.push(start..start + len, rows, BlockCovers::Each { at, pitch });
    }

    #[inline(always)]
    fn push(&mut self, columns: Range<usize>, rows: usize, covers: BlockCovers) {
        let end = columns.end.min(self.limit);
        if columns.start < end {
            self.blocks.push(Block {
                x: self.x0 + columns.start as i32,
                y: self.y,
                rows: rows as u32,
                len: (end - columns.start) as u32,
                covers,
            });
        }
    }
}
