//! The cells of a band of rows, and the sweep that turns them into spans.
//!
//! One number a pixel column, and one bit for every eight columns that says whether any of them
//! was touched. The sweep visits touched groups only: between two of them the running sum, and so
//! the coverage, does not change. It clears what it reads, so a band is empty again when swept.

use crate::raster::edge::{Edge, Piece};
use crate::raster::span::{Coverage, FillRule, Span};
use crate::raster::sum::Sum;
use fearless_simd::Level;
use std::ops::Range;

/// Columns that share a touched bit.
const GROUP: usize = 8;

/// The cells of a rectangle of pixels.
#[derive(Clone, Debug, Default)]
pub(super) struct Cells<T> {
    x0: i32,
    y0: i32,
    stride: usize,
    words: usize,
    values: Vec<T>,
    touched: Vec<u64>,
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
        self.words = (self.stride / GROUP).div_ceil(64);
        let rows = extent(rows);
        grow(&mut self.values, self.stride * rows);
        grow(&mut self.touched, self.words * rows);
        grow(&mut self.covers, self.stride * rows);
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

    #[inline]
    fn add_times<const SIGN: i32>(&mut self, edge: &Edge, rows: &Range<i32>) {
        let Self {
            x0,
            y0,
            stride,
            words,
            values,
            touched,
            ..
        } = self;
        let shift = *x0 << 8;
        let near = Edge {
            x1: edge.x1 - shift,
            x2: edge.x2 - shift,
            ..*edge
        };
        near.for_each_piece(rows, |row, piece| {
            let row = (row - *y0) as usize;
            let (cells, bits) = (row * *stride, row * *words);
            if let (Some(cells), Some(bits)) = (
                values.get_mut(cells..cells + *stride),
                touched.get_mut(bits..bits + *words),
            ) {
                add_piece::<SIGN, T>(&piece, cells, bits);
            }
        });
    }

    /// Hands the spans of all rows to `emit`, top to bottom and left to right, as far as column
    /// `limit`, and empties the cells.
    pub(super) fn sweep(
        &mut self,
        rows: &Range<i32>,
        limit: i32,
        (level, rule): (Level, FillRule),
        emit: &mut impl FnMut(Span<'_>),
    ) {
        self.resolve(rows.len(), level, rule);
        let Self {
            x0,
            stride,
            words,
            touched,
            covers,
            ..
        } = self;
        let limit = usize::try_from(i64::from(limit) - i64::from(*x0)).unwrap_or(0);
        let rows_of_covers = covers
            .chunks_exact(*stride)
            .zip(touched.chunks_exact_mut(*words));
        for (y, (covers, touched)) in rows.clone().zip(rows_of_covers) {
            Row {
                x0: *x0,
                y,
                limit,
                emit,
            }
            .sweep(covers, touched);
        }
    }

    /// The cells of one row, by themselves.
    pub(super) fn row(&self, y: i32) -> Self {
        let row = usize::try_from(i64::from(y) - i64::from(self.y0)).unwrap_or(usize::MAX);
        let part = |len: usize| row.saturating_mul(len)..row.saturating_add(1).saturating_mul(len);
        Self {
            y0: y,
            values: self
                .values
                .get(part(self.stride))
                .unwrap_or_default()
                .to_vec(),
            touched: self
                .touched
                .get(part(self.words))
                .unwrap_or_default()
                .to_vec(),
            covers: vec![0; self.stride],
            ..*self
        }
    }

    /// Turns touched cells into covers and empties them.
    fn resolve(&mut self, rows: usize, level: Level, rule: FillRule) {
        let Self {
            stride,
            words,
            values,
            touched,
            covers,
            ..
        } = self;
        let (used, bits) = (rows * *stride, rows * *words);
        if let (Some(values), Some(covers), Some(touched)) = (
            values.get_mut(..used),
            covers.get_mut(..used),
            touched.get(..bits),
        ) {
            T::resolve(
                level,
                rule,
                Touched {
                    values,
                    covers,
                    touched,
                    stride: *stride,
                    words: *words,
                },
            );
        }
    }
}

/// Cells, the covers to be made of them, and which of them were touched.
#[derive(Debug)]
pub(super) struct Touched<'a, T> {
    values: &'a mut [T],
    covers: &'a mut [u8],
    touched: &'a [u64],
    stride: usize,
    words: usize,
}

impl<T: Sum> Touched<'_, T> {
    /// Calls `group` for each touched group of eight columns with its cells, its covers, and the
    /// sum of the row so far, which it returns brought up to date.
    #[inline(always)]
    pub(super) fn for_each_group(
        self,
        mut group: impl FnMut(&mut [T; GROUP], &mut [u8; GROUP], T) -> T,
    ) {
        let rows = self
            .values
            .chunks_exact_mut(self.stride)
            .zip(self.covers.chunks_exact_mut(self.stride));
        for ((values, covers), touched) in rows.zip(self.touched.chunks_exact(self.words)) {
            let (values, covers) = (
                values.as_chunks_mut::<GROUP>().0,
                covers.as_chunks_mut::<GROUP>().0,
            );
            let mut sum = T::default();
            for (i, &word) in touched.iter().enumerate() {
                let mut bits = word;
                while bits != 0 {
                    let at = i * 64 + bits.trailing_zeros() as usize;
                    bits &= bits - 1;
                    if let (Some(values), Some(covers)) = (values.get_mut(at), covers.get_mut(at)) {
                        sum = group(values, covers, sum);
                    }
                }
            }
        }
    }
}

/// Grows a buffer whose contents are all zero.
fn grow<T: Clone + Default>(buffer: &mut Vec<T>, len: usize) {
    if buffer.len() < len {
        buffer.resize(len, T::default());
    }
}

/// Adds the cells of one piece to its row, `SIGN` times. Columns count from the first cell of the row.
#[inline]
fn add_piece<const SIGN: i32, T: Sum>(piece: &Piece, cells: &mut [T], touched: &mut [u64]) {
    let (first, last) = (piece.x1 >> 8, piece.x2 >> 8);
    piece.walk(&mut |column, cover, area| add_cell(cells, column, SIGN * cover, SIGN * area));
    mark(touched, first.min(last), first.max(last) + 1);
}

#[inline]
fn add_cell<T: Sum>(cells: &mut [T], column: i32, cover: i32, area: i32) {
    if let Some([here, next]) = cells
        .get_mut(column as usize..)
        .and_then(<[T]>::first_chunk_mut)
    {
        *here = here.add((cover << 9) - area);
        *next = next.add(area);
    }
}

/// Marks the groups of columns from one up to and with another.
#[inline]
fn mark(touched: &mut [u64], first: i32, last: i32) {
    let (mut group, last) = (first as usize / GROUP, last as usize / GROUP);
    loop {
        if let Some(word) = touched.get_mut(group / 64) {
            *word |= 1 << (group % 64);
        }
        if group >= last {
            return;
        }
        group += 1;
    }
}

/// One row on its way to spans.
struct Row<'a, E> {
    x0: i32,
    y: i32,
    /// The column after the last that can be seen.
    limit: usize,
    emit: &'a mut E,
}

impl<E: FnMut(Span<'_>)> Row<'_, E> {
    fn sweep(&mut self, covers: &[u8], touched: &mut [u64]) {
        let (mut done, mut cover) = (0, 0);
        while let Some(groups) = next_run(touched, done / GROUP) {
            let (start, end) = (groups.start * GROUP, groups.end * GROUP);
            self.uniform(done..start, cover);
            self.per_pixel(covers, start..end);
            // Nothing was touched beyond, so coverage stays what it is in the last column.
            cover = covers.get(end - 1).copied().unwrap_or(0);
            done = end;
        }
        if done > 0 {
            touched.fill(0);
            self.uniform(done..self.limit, cover);
        }
    }

    fn uniform(&mut self, columns: Range<usize>, cover: u8) {
        let end = columns.end.min(self.limit);
        if columns.start < end && cover > 0 {
            let coverage = Coverage::Uniform {
                len: end - columns.start,
                cover,
            };
            (self.emit)(Span::new(self.x0 + columns.start as i32, self.y, coverage));
        }
    }

    fn per_pixel(&mut self, covers: &[u8], columns: Range<usize>) {
        let end = columns.end.min(self.limit);
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
