//! How many cells AGG would keep for a shape.
//!
//! AGG stores a cell each time the outline leaves a pixel in which it has left something, and
//! gives up beyond a limit. Nothing is stored here; this counts what would be.

use crate::raster::edge::Edge;

/// Counts cells along edges, in the order in which they are drawn.
#[derive(Clone, Debug)]
pub(super) struct CellCount {
    limit: usize,
    /// Cells that were left.
    left: usize,
    /// The pixel that the outline is in, and what it has left there so far.
    at: (i32, i32),
    cover: i32,
    area: i32,
}

impl CellCount {
    pub(super) fn new(limit: usize) -> Self {
        Self {
            limit,
            left: 0,
            at: (i32::MAX, i32::MAX),
            cover: 0,
            area: 0,
        }
    }

    /// Begins again, for another shape.
    pub(super) fn reset(&mut self) {
        *self = Self::new(self.limit);
    }

    pub(super) fn add(&mut self, edge: &Edge) {
        for (y, piece) in edge.walk() {
            piece.walk(&mut |x, cover, area| self.enter((x, y), cover, area));
        }
    }

    fn enter(&mut self, at: (i32, i32), cover: i32, area: i32) {
        if self.at != at {
            self.left += self.current();
            (self.at, self.cover, self.area) = (at, 0, 0);
        }
        self.cover += cover;
        self.area += area;
    }

    fn current(&self) -> usize {
        usize::from(self.cover | self.area != 0)
    }

    /// Whether there are more cells than the limit.
    pub(super) fn is_exceeded(&self) -> bool {
        self.left + self.current() > self.limit
    }
}
