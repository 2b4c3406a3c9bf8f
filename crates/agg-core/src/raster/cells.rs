//! The cells of a band of rows: where edges leave what they cover.
//!
//! One number a pixel column, and one mark for every eight columns that says whether any of them
//! was touched. What an edge leaves in a pixel, `cover` and `area`, is kept as a difference: the
//! sum of a row from the left up to a column is the coverage there.
//!
//! ```text
//!   edge in column x         ┆ x         ┆ x + 1  ┆
//!                            ┆ 512·cover ┆        ┆      the sum of a row is 512·Σcover − area
//!                            ┆  − area   ┆ + area ┆      at every x, which is what is swept
//! ```

use crate::raster::edge::{Edge, FullRows, Piece};
use crate::raster::span::{FillRule, Span};
use crate::raster::sum::Sum;
use crate::raster::sweep::Band;
use fearless_simd::Level;
use std::ops::Range;

/// Columns that share a mark.
pub(super) const GROUP: usize = 8;

/// The cells of a rectangle of pixels.
#[derive(Clone, Debug, Default)]
pub(super) struct Cells<T> {
    x0: i32,
    y0: i32,
    /// Cells in a row, a multiple of [`GROUP`].
    stride: usize,
    values: Vec<T>,
    touched: Marks,
    /// Of one row.
    covers: Vec<u8>,
}

impl<T: Sum> Cells<T> {
    /// Makes room for the given columns and rows, all empty. What was there must have been swept.
    ///
    /// Edges may reach one column further: what falls on the right border is kept and not seen.
    pub(super) fn prepare(&mut self, columns: &Range<i32>, rows: &Range<i32>) {
        let extent =
            |r: &Range<i32>| usize::try_from(i64::from(r.end) - i64::from(r.start)).unwrap_or(0);
        (self.x0, self.y0) = (columns.start, rows.start);
        self.stride = (extent(columns) + 2).next_multiple_of(GROUP);
        let cells = self.stride * extent(rows);
        grow(&mut self.values, cells);
        self.touched.grow(cells / GROUP);
        grow(&mut self.covers, self.stride);
    }

    /// Adds the cells of an edge in the given rows.
    #[inline]
    pub(super) fn add(&mut self, edge: &Edge, rows: &Range<i32>) {
        self.add_times::<1>(edge, rows);
    }

    /// Takes the cells of an edge in the given rows away.
    pub(super) fn subtract(&mut self, edge: &Edge, rows: &Range<i32>) {
        self.add_times::<-1>(edge, rows);
    }

    fn add_times<const SIGN: i32>(&mut self, edge: &Edge, rows: &Range<i32>) {
        let shift = self.x0 << 8;
        let near = Edge {
            x1: edge.x1 - shift,
            x2: edge.x2 - shift,
            ..*edge
        };
        let way = near.walk(rows);
        let mut ink = Ink::<SIGN, T> {
            values: &mut self.values,
            touched: &mut self.touched,
        };
        let start = |row: i32| ((row - self.y0) as usize).wrapping_mul(self.stride);
        if let Some((row, piece)) = way.head {
            ink.add(start(row), &piece);
        }
        let first = start(way.full.row);
        let x1 = if way.full.down > 0 {
            ink.add_full::<256>(first, self.stride as isize, way.full)
        } else {
            ink.add_full::<-256>(first, -(self.stride as isize), way.full)
        };
        if let Some((row, piece)) = way.tail {
            ink.add(start(row), &Piece { x1, ..piece });
        }
    }

    /// Hands the spans of all rows to `emit`, top to bottom and left to right, as far as column
    /// `limit`, and empties the cells.
    pub(super) fn sweep(
        &mut self,
        rows: &Range<i32>,
        limit: i32,
        how: (Level, FillRule),
        emit: &mut impl FnMut(Span<'_>),
    ) {
        let cells = self.stride * rows.len();
        if let Some(values) = self.values.get_mut(..cells) {
            let band = Band {
                x0: self.x0,
                y0: rows.start,
                limit: usize::try_from(i64::from(limit) - i64::from(self.x0)).unwrap_or(0),
                stride: self.stride,
                values,
                touched: &self.touched,
                covers: &mut self.covers,
            };
            band.sweep(how, emit);
        }
        self.touched.clear(cells / GROUP);
    }

    /// The cells of one row, by themselves.
    pub(super) fn row(&self, y: i32) -> Self {
        let row = usize::try_from(i64::from(y) - i64::from(self.y0)).unwrap_or(usize::MAX);
        let part = |len: usize| row.saturating_mul(len)..row.saturating_add(1).saturating_mul(len);
        let values = self.values.get(part(self.stride)).unwrap_or_default();
        Self {
            y0: y,
            values: values.to_vec(),
            touched: self.touched.part(part(self.stride / GROUP)),
            covers: vec![0; self.stride],
            ..*self
        }
    }
}

/// Grows a buffer whose contents are all zero.
fn grow<T: Clone + Default>(buffer: &mut Vec<T>, len: usize) {
    if buffer.len() < len {
        buffer.resize(len, T::default());
    }
}

/// Where edges leave what they cover, `SIGN` times.
struct Ink<'a, const SIGN: i32, T> {
    values: &'a mut [T],
    touched: &'a mut Marks,
}

impl<const SIGN: i32, T: Sum> Ink<'_, SIGN, T> {
    /// Adds one piece to its row, which begins at cell `start`.
    fn add(&mut self, start: usize, piece: &Piece) {
        let (first, last) = (piece.x1 >> 8, piece.x2 >> 8);
        let at = start.wrapping_add_signed(first.min(last) as isize);
        match last - first {
            0 => self.add_one(at, piece.in_one_column()),
            1 | -1 => self.add_two(at, piece.in_two_columns()),
            _ => self.add_many(at, piece),
        }
    }

    /// Adds pieces that cross whole rows, `HEIGHT` being 256 downwards and −256 upwards, and
    /// returns where the last one ends. Most of the time of large shapes goes here.
    #[inline(always)]
    fn add_full<const HEIGHT: i32>(
        &mut self,
        start: usize,
        stride: isize,
        mut full: FullRows,
    ) -> i32 {
        let (y1, y2) = if HEIGHT > 0 { (0, 256) } else { (256, 0) };
        let (mut start, mut x1) = (start, full.x);
        let mut first = x1 >> 8;
        for _ in 0..full.count {
            let x2 = full.next_x(x1);
            let last = x2 >> 8;
            let at = start.wrapping_add_signed(first.min(last) as isize);
            let piece = Piece { x1, y1, x2, y2 };
            match last - first {
                0 => self.add_one(at, piece.in_one_column()),
                1 | -1 => self.add_two(at, piece.in_two_columns()),
                _ => self.add_many(at, &piece),
            }
            start = start.wrapping_add_signed(stride);
            (x1, first) = (x2, last);
        }
        x1
    }

    #[inline(always)]
    fn add_one(&mut self, at: usize, shares: [i32; 2]) {
        if let Some(cells) = self.values.get_mut(at..).and_then(<[T]>::first_chunk_mut) {
            add_each::<SIGN, T, 2>(cells, shares);
            self.touched.set(at / GROUP);
            self.touched.set((at + 1) / GROUP);
        }
    }

    #[inline(always)]
    fn add_two(&mut self, at: usize, shares: [i32; 3]) {
        if let Some(cells) = self.values.get_mut(at..).and_then(<[T]>::first_chunk_mut) {
            add_each::<SIGN, T, 3>(cells, shares);
            self.touched.set(at / GROUP);
            self.touched.set((at + 2) / GROUP);
        }
    }

    #[inline(never)]
    fn add_many(&mut self, at: usize, piece: &Piece) {
        let steps = (piece.x2 >> 8) - (piece.x1 >> 8);
        let len = steps.unsigned_abs() as usize + 2;
        let add = |cell: &mut T, share| *cell = cell.add(SIGN * share);
        if let Some(cells) = self.values.get_mut(at..at.saturating_add(len)) {
            if steps > 0 {
                piece.in_many_columns(cells.iter_mut(), add);
            } else {
                piece.in_many_columns(cells.iter_mut().rev(), add);
            }
            self.touched.set_all(at / GROUP..(at + len - 1) / GROUP + 1);
        }
    }
}

#[inline(always)]
fn add_each<const SIGN: i32, T: Sum, const N: usize>(cells: &mut [T; N], shares: [i32; N]) {
    for (cell, share) in cells.iter_mut().zip(shares) {
        *cell = cell.add(SIGN * share);
    }
}

/// Which groups of columns were touched, row after row without a gap: a byte each, 0 or 1, so
/// that setting one needs no reading and eight are looked at together.
#[derive(Clone, Debug, Default)]
pub(super) struct Marks {
    /// Seven more than there are groups, so that eight can be read from each.
    bytes: Vec<u8>,
}

impl Marks {
    fn grow(&mut self, groups: usize) {
        grow(&mut self.bytes, groups + 7);
    }

    #[inline(always)]
    fn set(&mut self, group: usize) {
        if let Some(mark) = self.bytes.get_mut(group) {
            *mark = 1;
        }
    }

    #[inline(always)]
    fn set_all(&mut self, groups: Range<usize>) {
        for mark in self.bytes.get_mut(groups).into_iter().flatten() {
            *mark = 1;
        }
    }

    fn clear(&mut self, groups: usize) {
        if let Some(bytes) = self.bytes.get_mut(..groups) {
            bytes.fill(0);
        }
    }

    fn part(&self, groups: Range<usize>) -> Self {
        let mut part = Self {
            bytes: self.bytes.get(groups).unwrap_or_default().to_vec(),
        };
        part.grow(part.bytes.len());
        part
    }

    /// The first group that was touched at or after `from`, or `end`.
    #[inline(always)]
    pub(super) fn next_set(&self, from: usize, end: usize) -> usize {
        self.next::<0>(from, end)
    }

    /// The first group that was not touched at or after `from`, or `end`.
    #[inline(always)]
    pub(super) fn next_clear(&self, from: usize, end: usize) -> usize {
        self.next::<1>(from, end)
    }

    /// The first group at or after `from` whose mark is not `MARK`, or `end`.
    #[inline(always)]
    fn next<const MARK: u8>(&self, from: usize, end: usize) -> usize {
        const EACH: u64 = 0x0101_0101_0101_0101;
        let mut from = from;
        while from < end {
            let eight = self.bytes.get(from..).and_then(<[u8]>::first_chunk);
            let other = eight.map_or(0, |&e| u64::from_le_bytes(e)) ^ (EACH * u64::from(MARK));
            if other != 0 {
                return (from + other.trailing_zeros() as usize / 8).min(end);
            }
            from += 8;
        }
        end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_marks_are_found() {
        for (from, to) in [(0, 1), (3, 7), (0, 64), (7, 9), (60, 69), (10, 160)] {
            let mut marks = Marks::default();
            marks.grow(200);
            (from..to).for_each(|group| marks.set(group));
            assert_eq!(marks.next_set(0, 200), from, "{from} {to}");
            assert_eq!(marks.next_clear(from, 200), to);
            assert_eq!(marks.next_clear(from, to), to);
            assert_eq!(marks.next_set(to, 200), 200);
            assert_eq!(marks.next_set(0, from), from);
            let part = marks.part(from..200);
            assert_eq!(
                (part.next_set(0, 5), part.next_clear(0, 200 - from)),
                (0, to - from)
            );
            marks.clear(200);
            assert_eq!(marks.next_set(0, 200), 200);
        }
    }
}
