//! The cells of a band of rows, and the sweep that turns them into spans.
//!
//! One number a pixel column, and one bit for every eight columns that says whether any of them
//! was touched. The sweep visits touched groups only: between two of them the running sum, and so
//! the coverage, does not change. It clears what it reads, so a band is empty again when swept.

use crate::raster::edge::CellSink;
use crate::raster::span::{Coverage, FillRule, Span, Sum, coverage};
use std::ops::Range;

/// Columns that share a touched bit.
const GROUP: usize = 8;

/// The cells of a rectangle of pixels.
#[derive(Clone, Debug, Default)]
pub(super) struct Cells<T> {
    x0: i32,
    y0: i32,
    /// Columns that can be seen. Two more take what falls on the right border.
    columns: usize,
    stride: usize,
    words: usize,
    values: Vec<T>,
    touched: Vec<u64>,
    covers: Vec<u8>,
}

impl<T: Sum> Cells<T> {
    /// Makes room for the given columns and rows, all empty. What was there must have been swept.
    pub(super) fn prepare(&mut self, columns: Range<i32>, rows: Range<i32>) {
        let extent =
            |r: &Range<i32>| usize::try_from(i64::from(r.end) - i64::from(r.start)).unwrap_or(0);
        (self.x0, self.y0) = (columns.start, rows.start);
        self.columns = extent(&columns);
        self.stride = (self.columns + 2).next_multiple_of(GROUP);
        self.words = (self.stride / GROUP).div_ceil(64);
        let rows = extent(&rows);
        grow(&mut self.values, self.stride * rows);
        grow(&mut self.touched, self.words * rows);
        grow(&mut self.covers, self.stride);
    }

    /// Hands the spans of all rows to `emit`, top to bottom and left to right, and empties the
    /// cells.
    pub(super) fn sweep(
        &mut self,
        rows: &Range<i32>,
        rule: FillRule,
        emit: &mut impl FnMut(Span<'_>),
    ) {
        let Self {
            x0,
            columns,
            stride,
            words,
            values,
            touched,
            covers,
            ..
        } = self;
        let rows_of_cells = values
            .chunks_exact_mut(*stride)
            .zip(touched.chunks_exact_mut(*words));
        for (y, (cells, touched)) in rows.clone().zip(rows_of_cells) {
            let mut row = Row {
                x0: *x0,
                y,
                rule,
                columns: *columns,
                emit,
            };
            row.sweep(cells, touched, covers);
        }
    }
}

/// Grows a buffer whose contents are all zero.
fn grow<T: Clone + Default>(buffer: &mut Vec<T>, len: usize) {
    if buffer.len() < len {
        buffer.resize(len, T::default());
    }
}

impl<T: Sum> CellSink for Cells<T> {
    #[inline]
    fn cell(&mut self, x: i32, y: i32, cover: i32, area: i32) {
        let (column, row) = ((x - self.x0) as usize, (y - self.y0) as usize);
        if column > self.columns {
            return;
        }
        let at = row * self.stride + column;
        if let Some([here, next]) = self.values.get_mut(at..at + 2) {
            *here = here.add((cover << 9) - area);
            *next = next.add(area);
        }
        let first = row * self.words;
        for group in [column / GROUP, (column + 1) / GROUP] {
            if let Some(word) = self.touched.get_mut(first + group / 64) {
                *word |= 1 << (group % 64);
            }
        }
    }
}

/// One row on its way to spans.
struct Row<'a, E> {
    x0: i32,
    y: i32,
    rule: FillRule,
    columns: usize,
    emit: &'a mut E,
}

impl<E: FnMut(Span<'_>)> Row<'_, E> {
    fn sweep<T: Sum>(&mut self, cells: &mut [T], touched: &mut [u64], covers: &mut [u8]) {
        let mut sum = T::default();
        let mut done = 0;
        while let Some(groups) = next_run(touched, done / GROUP) {
            let (start, end) = (groups.start * GROUP, groups.end * GROUP);
            self.uniform(done..start, sum);
            if let (Some(cells), Some(covers)) =
                (cells.get_mut(start..end), covers.get_mut(start..end))
            {
                for (cell, cover) in cells.iter_mut().zip(covers.iter_mut()) {
                    sum = sum.plus(std::mem::take(cell));
                    *cover = coverage(sum.area(), self.rule);
                }
            }
            self.per_pixel(covers, start..end);
            done = end;
        }
        if done > 0 {
            touched.fill(0);
            self.uniform(done..self.columns, sum);
        }
    }

    fn uniform<T: Sum>(&mut self, columns: Range<usize>, sum: T) {
        let end = columns.end.min(self.columns);
        let cover = coverage(sum.area(), self.rule);
        if columns.start < end && cover > 0 {
            let coverage = Coverage::Uniform {
                len: end - columns.start,
                cover,
            };
            (self.emit)(Span::new(self.x0 + columns.start as i32, self.y, coverage));
        }
    }

    fn per_pixel(&mut self, covers: &[u8], columns: Range<usize>) {
        let end = columns.end.min(self.columns);
        let Some(covers) = covers.get(columns.start..end) else {
            return;
        };
        let Some(first) = covers.iter().position(|&c| c > 0) else {
            return;
        };
        let last = covers.iter().rposition(|&c| c > 0).unwrap_or(first);
        if let Some(covers) = covers.get(first..=last) {
            let x = self.x0 + (columns.start + first) as i32;
            (self.emit)(Span::new(x, self.y, Coverage::PerPixel(covers)));
        }
    }
}

/// The next run of set bits, at or after bit `from`.
fn next_run(words: &[u64], from: usize) -> Option<Range<usize>> {
    let start = next_bit(words, from, |word| word)?;
    let end = next_bit(words, start, |word| !word).unwrap_or(words.len() * 64);
    Some(start..end)
}

/// The first bit at or after `from` that is set in `view` of the words.
fn next_bit(words: &[u64], from: usize, view: impl Fn(u64) -> u64) -> Option<usize> {
    let first = from / 64;
    let mut keep = u64::MAX << (from % 64);
    for (i, &word) in words.iter().enumerate().skip(first) {
        let bits = view(word) & keep;
        if bits != 0 {
            return Some(i * 64 + bits.trailing_zeros() as usize);
        }
        keep = u64::MAX;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_bits_cross_words() {
        let words = [0x8000_0000_0000_0001, 0x3, 0];
        assert_eq!(next_run(&words, 0), Some(0..1));
        assert_eq!(next_run(&words, 1), Some(63..66));
        assert_eq!(next_run(&words, 66), None);
        assert_eq!(next_run(&[u64::MAX], 5), Some(5..64));
    }
}
