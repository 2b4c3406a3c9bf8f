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

use crate::raster::edge::{
    Edge, Lean, Piece, Pieces, whole_in_one_column, whole_in_two_columns, whole_leaning,
};
use crate::raster::falls::Falls;
use crate::raster::span::FillRule;
use crate::raster::spans::Spans;
use crate::raster::sum::Sum;
use crate::raster::sweep::{Band, Swept};
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
    falls: Falls<T>,
    swept: Swept,
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
        if !is_narrow(self.stride) {
            self.touched.grow(cells / GROUP);
        }
    }

    /// Adds the cells of edges in the given rows.
    pub(super) fn add(&mut self, edges: &[Edge], rows: &Range<i32>) {
        self.add_times::<1>(edges, rows);
    }

    /// Takes the cells of edges in the given rows away.
    pub(super) fn subtract(&mut self, edges: &[Edge], rows: &Range<i32>) {
        self.add_times::<-1>(edges, rows);
    }

    fn add_times<const SIGN: i32>(&mut self, edges: &[Edge], rows: &Range<i32>) {
        let rows = u32::try_from(i64::from(rows.end) - i64::from(self.y0)).unwrap_or(0);
        let cells = (rows as usize).saturating_mul(self.stride);
        if Falls::<T>::pay(edges, cells) {
            return self.add_falls::<SIGN>(edges, rows);
        }
        let (mut ink, touched) = self.ink::<SIGN>();
        match touched {
            None => ink.add_all(edges, rows),
            Some(touched) => ink.marking(touched).add_all(edges, rows),
        }
    }

    /// The same where many edges are long and hardly lean.
    #[inline(never)]
    fn add_falls<const SIGN: i32>(&mut self, edges: &[Edge], rows: u32) {
        let stride = self.stride;
        let mut falls = std::mem::take(&mut self.falls);
        falls.prepare((rows as usize).saturating_mul(stride), stride);
        let (mut ink, touched) = self.ink::<SIGN>();
        match touched {
            None => ink.add_all_and_falls(edges, rows, &mut falls),
            Some(touched) => ink
                .marking(touched)
                .add_all_and_falls(edges, rows, &mut falls),
        }
        let cells = (rows as usize)
            .saturating_mul(stride)
            .min(self.values.len());
        if let Some(cells) = self.values.get_mut(..cells) {
            let touched = (!is_narrow(stride)).then_some(&mut self.touched);
            falls.settle(stride, cells, touched);
        }
        self.falls = falls;
    }

    /// What adds to the cells, and the marks unless rows are swept whole.
    #[inline(always)]
    fn ink<const SIGN: i32>(&mut self) -> (Ink<'_, SIGN, T, NoMarks>, Option<&mut Marks>) {
        let ink = Ink {
            x0: self.x0,
            y0: self.y0,
            stride: self.stride,
            values: self.values.as_mut_slice(),
            touched: NoMarks,
        };
        (ink, (!is_narrow(self.stride)).then_some(&mut self.touched))
    }

    /// The spans of all rows, as far as column `limit`. The cells are empty then.
    pub(super) fn sweep(
        &mut self,
        rows: &Range<i32>,
        limit: i32,
        how: (Level, FillRule),
    ) -> Spans<'_> {
        let cells = self.stride * rows.len();
        self.swept.blocks.clear();
        grow(&mut self.swept.covers, cells);
        if let Some(values) = self.values.get_mut(..cells) {
            let band = Band {
                x0: self.x0,
                y0: rows.start,
                limit: usize::try_from(i64::from(limit) - i64::from(self.x0)).unwrap_or(0),
                stride: self.stride,
                values,
                touched: (!is_narrow(self.stride)).then_some(&self.touched),
                swept: &mut self.swept,
            };
            band.sweep(how);
        }
        if !is_narrow(self.stride) {
            self.touched.clear(cells / GROUP);
        }
        Spans::new(&self.swept.blocks, &self.swept.covers)
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
            falls: Falls::default(),
            swept: Swept::default(),
            ..*self
        }
    }
}

/// Rows of so few cells are swept whole: to mark what was touched, and to look for marks, would take
/// longer than to sum up what was not.
fn is_narrow(stride: usize) -> bool {
    stride <= 80
}

/// Grows a buffer whose contents are all zero.
fn grow<T: Clone + Default>(buffer: &mut Vec<T>, len: usize) {
    if buffer.len() < len {
        buffer.resize(len, T::default());
    }
}

/// Where edges leave what they cover, `SIGN` times.
struct Ink<'a, const SIGN: i32, T, M> {
    x0: i32,
    y0: i32,
    stride: usize,
    values: &'a mut [T],
    touched: M,
}

impl<'a, const SIGN: i32, T> Ink<'a, SIGN, T, NoMarks> {
    #[inline(always)]
    fn marking(self, touched: &'a mut Marks) -> Ink<'a, SIGN, T, &'a mut [u8]> {
        Ink {
            x0: self.x0,
            y0: self.y0,
            stride: self.stride,
            values: self.values,
            touched: touched.bytes.as_mut_slice(),
        }
    }
}

impl<const SIGN: i32, T: Sum, M: Touched> Ink<'_, SIGN, T, M> {
    /// Adds all pieces of edges in so many rows. Most of the time of all shapes goes here: edges of
    /// one row or two, as most are, stay in registers, and the others are left to a function.
    fn add_all(&mut self, edges: &[Edge], rows: u32) {
        let (left, top) = (self.x0 << 8, self.y0 << 8);
        for edge in edges {
            let near = edge.counted_from(left, top);
            let (first, last) = (near.y1 >> 8, near.y2 >> 8);
            // A row above is a large number here.
            if (first as u32).max(last as u32) < rows {
                if first == last {
                    if !near.is_level() {
                        self.add(first, near.in_one_row());
                    }
                    continue;
                }
                if let Some([upper, lower]) = near.in_two_rows() {
                    self.add(first, upper);
                    self.add(last, lower);
                    continue;
                }
            }
            let ink = Ink::<SIGN, _, _> {
                x0: 0,
                y0: 0,
                stride: self.stride,
                values: &mut *self.values,
                touched: self.touched.for_now(),
            };
            ink.add_far(near, rows);
        }
    }

    /// Adds the pieces of an edge as far as they lie in so many rows.
    #[inline(never)]
    fn add_far(self, edge: Edge, rows: u32) {
        let rows = 0..rows as i32;
        let touched = edge.rows();
        if edge.is_level() || touched.start >= rows.end || rows.start >= touched.end {
            return;
        }
        let pieces = edge.walk_in(&rows);
        if edge.y1 <= edge.y2 {
            self.add_rows::<1>(pieces);
        } else {
            self.add_rows::<-1>(pieces);
        }
    }

    /// Adds pieces in consecutive rows. In most of the rows of a long edge it goes from border to
    /// border, and nothing depends on its height.
    #[inline(always)]
    fn add_rows<const DOWN: i32>(mut self, mut pieces: Pieces) {
        if let Some((row, piece)) = pieces.first() {
            self.add(row, piece);
        }
        match pieces.lean() {
            Lean::Right => {
                while let Some(whole) = pieces.whole() {
                    self.add_leaning::<true, DOWN>(whole);
                }
            }
            Lean::Left => {
                while let Some(whole) = pieces.whole() {
                    self.add_leaning::<false, DOWN>(whole);
                }
            }
            Lean::Far => {
                while let Some(whole) = pieces.whole() {
                    self.add_whole::<DOWN>(whole);
                }
            }
        }
        if let Some((row, piece)) = pieces.last() {
            self.add(row, piece);
        }
    }

    /// The same for one that is known to lean.
    #[inline(always)]
    fn add_leaning<const RIGHTWARDS: bool, const DOWN: i32>(
        &mut self,
        (row, x1, x2): (i32, i32, i32),
    ) {
        let (back, shares) = whole_leaning::<RIGHTWARDS, DOWN>(x1, x2);
        let at = self.cell(row, x1 >> 8).wrapping_sub(back);
        self.add_few::<DOWN, 3>(at, shares);
    }

    /// Adds a piece that goes through a whole row, given where it crosses its borders.
    #[inline(always)]
    fn add_whole<const DOWN: i32>(&mut self, (row, x1, x2): (i32, i32, i32)) {
        let (first, last) = (x1 >> 8, x2 >> 8);
        let at = self.cell(row, first.min(last));
        match last - first {
            0 => self.add_few::<DOWN, 2>(at, whole_in_one_column(x1, x2)),
            1 => self.add_few::<DOWN, 3>(at, whole_in_two_columns::<true, DOWN>(x1, x2)),
            -1 => self.add_few::<DOWN, 3>(at, whole_in_two_columns::<false, DOWN>(x1, x2)),
            _ => {
                let height = 256 * DOWN;
                let piece = Piece { x1, x2, height };
                add_many::<SIGN, _, _>(self.values, &mut self.touched, at, piece);
            }
        }
    }

    /// Adds edges, and notes only what changes where one is long and hardly leans.
    fn add_all_and_falls(&mut self, edges: &[Edge], rows: u32, falls: &mut Falls<T>) {
        let (left, top) = (self.x0 << 8, self.y0 << 8);
        let seen = 0..rows as i32;
        for edge in edges {
            let near = edge.counted_from(left, top);
            let touched = near.rows();
            if touched.len() > 2 && touched.start < seen.end && seen.start < touched.end {
                let pieces = near.walk_in(&seen);
                if pieces.is_steep() {
                    if near.y1 < near.y2 {
                        self.add_fall::<1>(pieces, falls);
                    } else {
                        self.add_fall::<-1>(pieces, falls);
                    }
                    continue;
                }
            }
            self.add_all(std::slice::from_ref(edge), rows);
        }
    }

    #[inline(always)]
    fn add_fall<const DOWN: i32>(&mut self, mut pieces: Pieces, falls: &mut Falls<T>) {
        if let Some((row, piece)) = pieces.first() {
            self.add(row, piece);
        }
        loop {
            let column = pieces.column();
            pieces.along_column(
                #[inline(always)]
                |row, shares| falls.change(self.cell(row, column), shares.map(|s| SIGN * s)),
            );
            let Some(whole) = pieces.whole() else {
                break;
            };
            self.add_whole::<DOWN>(whole);
        }
        if let Some((row, piece)) = pieces.last() {
            self.add(row, piece);
        }
    }

    #[inline(always)]
    fn add(&mut self, row: i32, piece: Piece) {
        let (first, last) = (piece.x1 >> 8, piece.x2 >> 8);
        let at = self.cell(row, first.min(last));
        match last - first {
            0 => self.add_few::<1, 2>(at, piece.in_one_column()),
            1 => self.add_few::<1, 3>(at, piece.in_two_columns::<true>()),
            -1 => self.add_few::<1, 3>(at, piece.in_two_columns::<false>()),
            _ => add_many::<SIGN, _, _>(self.values, &mut self.touched, at, piece),
        }
    }

    #[inline(always)]
    fn cell(&self, row: i32, column: i32) -> usize {
        let start = (row as usize).wrapping_mul(self.stride);
        start.wrapping_add_signed(column as isize)
    }

    /// Adds to neighbouring cells, `DOWN` times, one by one: neighbouring edges add to almost the same ones, and
    /// what was stored together is slow to be read again in other parts.
    #[inline(always)]
    fn add_few<const DOWN: i32, const N: usize>(&mut self, at: usize, shares: [i32; N]) {
        if let Some(cells) = self.values.get_mut(at..at.wrapping_add(N)) {
            for (cell, share) in cells.iter_mut().zip(shares) {
                *cell = cell.add(SIGN * DOWN * share);
            }
        }
        self.touched.few(at);
    }
}

/// Adds what a piece leaves in three columns or more, of which the leftmost is given.
#[inline(never)]
fn add_many<const SIGN: i32, T: Sum, M: Touched>(
    values: &mut [T],
    touched: &mut M,
    at: usize,
    piece: Piece,
) {
    let steps = (piece.x2 >> 8) - (piece.x1 >> 8);
    let len = steps.unsigned_abs() as usize + 2;
    let add = |cell: &mut T, share| *cell = cell.add(SIGN * share);
    if let Some(cells) = values.get_mut(at..at.saturating_add(len)) {
        piece.in_many_columns(cells, add);
        touched.all(at, at + len - 1);
    }
}

/// Remembers in which cells something was left.
trait Touched {
    type Short<'a>: Touched
    where
        Self: 'a;

    /// The same for a shorter time.
    fn for_now(&mut self) -> Self::Short<'_>;

    /// In a cell and perhaps in some after it, at most a group.
    fn few(&mut self, first: usize);

    /// From one cell to another.
    fn all(&mut self, first: usize, last: usize);
}

/// Remembers nothing: for rows that are swept whole.
struct NoMarks;

impl Touched for NoMarks {
    type Short<'a> = Self;

    #[inline(always)]
    fn for_now(&mut self) -> Self {
        Self
    }

    #[inline(always)]
    fn few(&mut self, _: usize) {}

    #[inline(always)]
    fn all(&mut self, _: usize, _: usize) {}
}

/// The bytes of [`Marks`].
impl Touched for &mut [u8] {
    type Short<'a>
        = &'a mut [u8]
    where
        Self: 'a;

    #[inline(always)]
    fn for_now(&mut self) -> &mut [u8] {
        self
    }

    #[inline(always)]
    fn few(&mut self, first: usize) {
        if let Some(mark) = self.get_mut(first / GROUP) {
            *mark = 1;
        }
    }

    #[inline(always)]
    fn all(&mut self, first: usize, last: usize) {
        let groups = first / GROUP..last / GROUP + 1;
        for mark in self.get_mut(groups).into_iter().flatten() {
            *mark = 1;
        }
    }
}

/// Which groups of columns were touched, row after row without a gap: a byte each, 0 or 1, so
/// that setting one needs no reading and eight are looked at together. The group after one that is
/// marked may have been touched too.
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
    pub(super) fn set(&mut self, group: usize) {
        if let Some(mark) = self.bytes.get_mut(group) {
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
        let mut from = from;
        while from < end {
            let word = self.eight(from);
            if word != 0 {
                return (from + word.trailing_zeros() as usize / 8).min(end);
            }
            from += 8;
        }
        end
    }

    /// The end of what is summed up together from group `from` on, which was touched: up to seven groups
    /// in a row may be without a mark, since to sum them up takes less time than to begin anew after them.
    #[inline(always)]
    pub(super) fn next_gap(&self, from: usize, end: usize) -> usize {
        let mut from = from;
        while from < end {
            let word = self.eight(from);
            if word == 0 {
                return from + 1;
            }
            from += 8 - word.leading_zeros() as usize / 8;
        }
        end
    }

    /// The marks of eight groups, the first in the lowest byte.
    #[inline(always)]
    fn eight(&self, from: usize) -> u64 {
        let eight = self.bytes.get(from..).and_then(<[u8]>::first_chunk);
        eight.map_or(0, |&bytes| u64::from_le_bytes(bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::raster::bands::{Area, sweep_bands};

    fn how() -> (Level, FillRule) {
        (Level::baseline(), FillRule::NonZero)
    }

    fn edge((x1, y1): (i32, i32), (x2, y2): (i32, i32)) -> Edge {
        Edge { x1, y1, x2, y2 }
    }

    /// The coverage in so many columns from 0 on, row after row; what was there is swept.
    fn covers(cells: &mut Cells<i32>, rows: &Range<i32>, columns: usize) -> Vec<Vec<u8>> {
        let mut all = vec![vec![0; columns]; rows.len()];
        cells.sweep(rows, columns as i32, how()).for_each(|span| {
            let row = &mut all[(span.y() - rows.start) as usize];
            let seen = span.x()..span.x() + span.len() as i32;
            seen.for_each(|x| row[x as usize] = span.cover(x));
        });
        all
    }

    /// Rows of few columns have no marks.
    #[test]
    fn marks_miss_no_column_of_an_edge() {
        for first in 0..60 {
            for last in 0..60 {
                let flat = edge((first << 8 | 100, 30), (last << 8 | 50, 200));
                let [few, many] = [70, 300].map(|columns| {
                    let mut cells = Cells::default();
                    cells.prepare(&(0..columns), &(0..1));
                    cells.add(&[flat], &(0..1));
                    covers(&mut cells, &(0..1), columns as usize)
                });
                assert_eq!(few[0][..62], many[0][..62], "{first} {last}");
                assert_eq!(many[0][62..], [170; 238]);
            }
        }
    }

    #[test]
    fn a_row_by_itself_is_that_row_of_all() {
        for columns in [20, 100] {
            let rows = 10..16;
            let mut cells = Cells::default();
            cells.prepare(&(0..columns), &rows);
            let right = (columns - 3) << 8;
            let sides = [
                edge((700, 2600), (900, 4000)),
                edge((right, 4000), (900, 2600)),
            ];
            cells.add(&sides, &rows);
            let alone = rows.clone().flat_map(|y| {
                let mut row = cells.row(y);
                covers(&mut row, &(y..y + 1), columns as usize)
            });
            let alone: Vec<_> = alone.collect();
            assert_eq!(alone, covers(&mut cells, &rows, columns as usize));
            assert!(alone.iter().all(|row| row.iter().any(|&cover| cover > 0)));
        }
    }

    #[test]
    fn what_is_taken_away_is_gone() {
        let mut cells = Cells::default();
        cells.prepare(&(0..20), &(0..3));
        let slope = edge((300, 20), (2500, 700));
        cells.add(&[slope], &(0..3));
        cells.subtract(&[slope], &(0..3));
        assert_eq!(covers(&mut cells, &(0..3), 20), [[0; 20]; 3]);
    }

    /// From row 2¹⁶ on, a place takes more than 24 bits.
    #[test]
    fn edges_far_down_leave_cells_in_their_own_rows() {
        let rows = 0..65_540;
        let rectangle = |top: i32| {
            let (top, bottom) = ((top << 8) - 100, (top << 8) + 300);
            [
                edge((256, top), (256, bottom)),
                edge((640, bottom), (640, top)),
            ]
        };
        let drawn = |edges: &[Edge]| {
            let mut cells = Cells::<i32>::default();
            cells.prepare(&(0..4), &rows);
            cells.add(edges, &rows);
            let mut spans = Vec::new();
            cells.sweep(&rows, 4, how()).for_each(|span| {
                spans.push((span.y(), format!("{:?}", span.coverage())));
            });
            spans
        };
        let near = drawn(&rectangle(2)).into_iter();
        let moved: Vec<_> = near.map(|(y, covers)| (y + 65_534, covers)).collect();
        assert_eq!(moved.len(), 3);
        assert_eq!(drawn(&rectangle(65_536)), moved);
        let side = [
            edge((0, 1 << 24), (0, (1 << 24) + 9)),
            edge((0, (1 << 24) - 9), (0, 1 << 24)),
        ];
        assert_eq!(
            drawn(&side).iter().map(|(y, _)| *y).collect::<Vec<_>>(),
            [65_535, 65_536]
        );
    }

    /// What is left below a band would be seen by the next shape.
    #[test]
    fn edges_below_the_rows_leave_nothing() {
        for columns in [20, 200] {
            let mut cells = Cells::default();
            cells.prepare(&(0..columns), &(0..6));
            cells.prepare(&(0..columns), &(0..2));
            for row in 2..5 {
                let y = row << 8;
                cells.add(&[edge((99, y + 9), (99, y + 99))], &(0..2));
                cells.add(&[edge((99, y - 5), (99, y + 99))], &(0..2));
                cells.add(&[edge((99, y + 300), (99, y + 200))], &(0..2));
            }
            covers(&mut cells, &(0..2), columns as usize);
            cells.prepare(&(0..columns), &(0..6));
            let nothing = vec![vec![0; columns as usize]; 6];
            assert_eq!(covers(&mut cells, &(0..6), columns as usize), nothing);
        }
    }

    /// 98 304 cells are 163 rows of 602, and 128 is the next power of two below.
    #[test]
    fn a_tall_shape_takes_the_cells_of_a_band_and_no_more() {
        let edges = [
            edge((0, 0), (9, 2000 << 8)),
            edge((599 << 8, 2000 << 8), (9, 0)),
        ];
        let area = Area {
            columns: 0..600,
            rows: 0..2000,
            limit: 600,
        };
        let mut cells = Cells::<i32>::default();
        sweep_bands(&edges, &mut cells, &area, (how(), &|| false), &mut |_| {});
        assert_eq!(cells.values.len(), 128 * 608);
        assert_eq!(cells.touched.bytes.len(), 128 * 608 / GROUP + 7);
    }

    #[test]
    fn runs_of_marks_are_found() {
        for (from, to) in [(0, 1), (3, 7), (0, 64), (7, 9), (60, 69), (10, 160)] {
            let mut marks = Marks::default();
            marks.grow(200);
            (from..to).for_each(|group| marks.set(group));
            assert_eq!(marks.next_set(0, 200), from, "{from} {to}");
            assert_eq!(marks.next_gap(from, 200), to + 1);
            assert_eq!(marks.next_gap(from, to), to);
            assert_eq!(marks.next_set(to, 200), 200);
            assert_eq!(marks.next_set(0, from), from);
            let part = marks.part(from..200);
            assert_eq!(
                (part.next_set(0, 5), part.next_gap(0, 200 - from)),
                (0, to - from + 1)
            );
            marks.clear(200);
            assert_eq!(marks.next_set(0, 200), 200);
        }
    }

    #[test]
    fn a_gap_is_eight_groups_or_more() {
        for from in 0..9 {
            for width in 1..20 {
                let mut marks = Marks::default();
                marks.grow(60);
                marks.set(from);
                marks.set(from + width + 1);
                let end = from + if width < 8 { width + 3 } else { 2 };
                assert_eq!(marks.next_gap(from, 60), end, "{from} {width}");
            }
        }
    }
}
