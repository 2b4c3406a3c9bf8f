//! Long edges that hardly lean: what they leave in many rows alike.
//!
//! Such an edge stays at one place, to 1/256 of a pixel, for some rows, and leaves the same in each of
//! them. Only what changes from row to row is noted; what the changes come to, row after row, is
//! added to the cells in one pass:
//!
//! ```text
//!            changes     cells
//!   row 7      + s       s
//!       8                s            an edge that stays where it is in rows 7 to 9,
//!       9                s            moves in row 10, and ends with row 11
//!      10      + d       s + d
//!      11      + d       s + 2·d
//!      12      − s − 2·d
//! ```
//!
//! For many long edges, as the sides of a noisy line are, this is several times as fast as row by row.

use crate::raster::cells::{GROUP, Marks};
use crate::raster::edge::Edge;
use crate::raster::sum::Sum;

/// Fewer edges are added row by row.
const MANY: usize = 64;
/// The pass over all cells takes as long as to add so many of them in single rows: one in eight.
const SHARE: u64 = 8;
/// One of so many edges is looked at.
const SAMPLE: usize = 16;

/// Changes from row to row, of the same shape as cells and a row more.
#[derive(Clone, Debug, Default)]
pub(super) struct Falls<T> {
    /// All zero but while edges are added.
    changes: Vec<T>,
}

impl<T: Sum> Falls<T> {
    /// Whether it takes less time to note changes than to add row by row to so many cells.
    pub(super) fn pay(edges: &[Edge], cells: usize) -> bool {
        if edges.len() < MANY {
            return false;
        }
        let leans_little = |e: &&Edge| u64::from(e.x1.abs_diff(e.x2)) << 8 < height(e);
        let some = edges.iter().step_by(SAMPLE).filter(leans_little);
        let rows = some.map(|e| height(e) >> 8).sum::<u64>();
        rows * SAMPLE as u64 > cells as u64 / SHARE
    }

    /// Makes room beside rows of cells.
    pub(super) fn prepare(&mut self, cells: usize, stride: usize) {
        if self.changes.len() < cells + stride {
            self.changes.resize(cells + stride, T::default());
        }
    }

    /// Notes that two neighbouring cells change by these shares, as compared with the row above.
    #[inline(always)]
    pub(super) fn change(&mut self, at: usize, shares: [i32; 2]) {
        if let Some(changes) = self.changes.get_mut(at..at.wrapping_add(2)) {
            for (change, share) in changes.iter_mut().zip(shares) {
                *change = change.add(share);
            }
        }
    }

    /// Adds what was noted to the cells, and marks what it touched.
    pub(super) fn settle(
        &mut self,
        stride: usize,
        cells: &mut [T],
        mut touched: Option<&mut Marks>,
    ) {
        let mut sums = vec![T::default(); stride];
        let groups = cells.chunks_exact_mut(GROUP);
        let changes = self.changes.chunks_exact_mut(GROUP);
        let columns = (0..stride / GROUP).cycle();
        for (i, ((cells, changes), column)) in groups.zip(changes).zip(columns).enumerate() {
            let Some(sums) = sums.get_mut(column * GROUP..(column + 1) * GROUP) else {
                return;
            };
            let mut any = false;
            for ((sum, change), cell) in sums.iter_mut().zip(changes).zip(cells) {
                *sum = sum.plus(std::mem::take(change));
                *cell = cell.plus(*sum);
                any |= *sum != T::default();
            }
            if let Some(touched) = touched.as_mut().filter(|_| any) {
                touched.set(i);
            }
        }
        // What ends with the last row.
        let below = self.changes.get_mut(cells.len()..cells.len() + stride);
        below
            .into_iter()
            .flatten()
            .for_each(|change| *change = T::default());
    }
}

fn height(edge: &Edge) -> u64 {
    u64::from(edge.y1.abs_diff(edge.y2))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::raster::FillRule;
    use crate::raster::cells::Cells;
    use fearless_simd::Level;
    use proptest::prelude::*;
    use std::ops::Range;

    const ROWS: Range<i32> = 3..90;

    /// The coverage of all pixels, of edges that are added together or one by one, which is too few to
    /// note changes.
    fn covers(edges: &[Edge], columns: i32, together: bool) -> Vec<u8> {
        let mut cells = Cells::<i32>::default();
        cells.prepare(&(0..columns), &ROWS);
        if together {
            cells.add(edges, &ROWS);
        } else {
            edges.iter().for_each(|edge| cells.add(&[*edge], &ROWS));
        }
        let how = (Level::new(), FillRule::NonZero);
        let mut covers = vec![0; columns as usize * ROWS.len()];
        cells.sweep(&ROWS, columns, how).for_each(|span| {
            for x in span.x()..span.x() + span.len() as i32 {
                covers[((span.y() - ROWS.start) * columns + x) as usize] = span.cover(x);
            }
        });
        covers
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn changes_are_the_same_as_single_rows(
            sides in prop::collection::vec((0..0x2000_i32, -25..25_i32, 0..0x6000_i32, 0..0x6000_i32), 400),
            columns in prop::sample::select(vec![40, 200]),
        ) {
            let edges: Vec<Edge> = sides
                .iter()
                .map(|&(x1, dx, y1, y2)| Edge { x1, y1, x2: (x1 + dx).max(0), y2 })
                .collect();
            let cells = (columns + 2) as usize * ROWS.len();
            prop_assert!(Falls::<i32>::pay(&edges, cells));
            let together = covers(&edges, columns, true);
            prop_assert!(together.iter().any(|&cover| cover > 0));
            prop_assert!(together == covers(&edges, columns, false));
        }
    }

    #[test]
    fn there_is_a_row_more_than_cells_and_it_is_left_empty() {
        const STRIDE: usize = 2 * GROUP;
        let mut falls = Falls::<i32>::default();
        for rows in [1, 2, 5] {
            let mut cells = vec![0; rows * STRIDE];
            falls.prepare(cells.len(), STRIDE);
            assert_eq!(falls.changes.len(), cells.len() + STRIDE);
            falls.change(3, [5, 7]);
            falls.change(cells.len() + 3, [-5, -7]);
            falls.settle(STRIDE, &mut cells, None);
            assert!(cells.chunks(STRIDE).all(|row| row[3..5] == [5, 7]));
            assert!(falls.changes.iter().all(|&change| change == 0));
        }
    }

    #[test]
    fn short_and_leaning_edges_are_not_worth_a_pass() {
        let edges = |count: i32, dx: i32, height: i32| -> Vec<Edge> {
            let edge = |i| Edge {
                x1: i,
                y1: 0,
                x2: i + dx,
                y2: height << 8,
            };
            (0..count).map(edge).collect()
        };
        for (many, pays) in [
            (edges(100, 20, 80), true),
            (edges(63, 20, 80), false),
            (edges(100, 20, 9), false),
            (edges(100, 160, 80), false),
        ] {
            assert_eq!(Falls::<i32>::pay(&many, 40_000), pays, "{:?}", many.last());
        }
    }
}
