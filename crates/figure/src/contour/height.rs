//! How high the points of a grid lie among levels, looked up once for all of them.

use std::ops::Range;

use crate::contour::grid::Grid;

/// So many levels are looked at together at most: a height is a byte.
pub(super) const MOST: usize = u8::MAX as usize;

/// How many of some levels each point of a grid is above.
#[derive(Debug)]
pub(super) struct Heights(Vec<u8>);

impl Heights {
    /// The heights among levels, lowest first, of which there are at most [`MOST`].
    pub(super) fn new(grid: &Grid, levels: &[f64]) -> Self {
        let mut last = 0;
        let height = |&value: &f64| {
            // Most points are as high as the one before them.
            let below = |&level: &f64| value > level;
            let (under, over) = levels.split_at_checked(last).unwrap_or_default();
            let is_same = under.last().is_none_or(below) && !over.first().is_some_and(below);
            if !is_same {
                last = levels.partition_point(below);
            }
            last as u8
        };
        Self(grid.values().iter().map(height).collect())
    }

    /// The height of a point.
    #[inline]
    pub(super) fn of(&self, point: usize) -> u8 {
        self.0.get(point).copied().unwrap_or(0)
    }

    /// For each of `count` searches the cells that it is to look at, in order. `searches` gives the
    /// numbers of those that a cell is for, by its lowest and its highest corner.
    pub(super) fn sorted(
        &self,
        grid: &Grid,
        count: usize,
        searches: impl Fn(usize, u8, u8) -> Range<u8>,
    ) -> Vec<Vec<usize>> {
        let columns = grid.columns().max(1);
        let mut cells = vec![Vec::new(); count];
        let rows = self.0.chunks(columns);
        for (row, (low, high)) in rows.clone().zip(rows.skip(1)).enumerate() {
            let low = low.iter().zip(low.iter().skip(1));
            let high = high.iter().zip(high.iter().skip(1));
            for (cell, ((sw, se), (nw, ne))) in (row * columns..).zip(low.zip(high)) {
                let lowest = *sw.min(se).min(nw.min(ne));
                let highest = *sw.max(se).max(nw.max(ne));
                for number in searches(cell, lowest, highest) {
                    if let Some(cells) = cells.get_mut(usize::from(number)) {
                        cells.push(cell);
                    }
                }
            }
        }
        cells
    }
}
