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

#[cfg(test)]
mod tests {
    use super::*;

    /// How many cells edges take, each from one corner to another in 1/256 pixel.
    fn cells(edges: &[[i32; 4]]) -> usize {
        let exceeds = |limit: &usize| {
            let mut count = CellCount::new(*limit);
            for &[x1, y1, x2, y2] in edges {
                count.add(&Edge { x1, y1, x2, y2 });
            }
            count.is_exceeded()
        };
        (0..).take_while(exceeds).count()
    }

    #[test]
    fn each_pixel_that_is_entered_takes_a_cell() {
        assert_eq!(cells(&[]), 0);
        assert_eq!(cells(&[[10, 0, 10, 768]]), 3);
        assert_eq!(cells(&[[10, 0, 10, 700], [10, 700, 300, 520]]), 4);
        assert_eq!(
            cells(&[[10, 9, 10, 99], [300, 9, 300, 99], [10, 9, 10, 99]]),
            3
        );
    }

    #[test]
    fn a_pixel_in_which_nothing_is_left_takes_none() {
        assert_eq!(cells(&[[10, 10, 10, 60], [10, 60, 10, 10]]), 0);
        assert_eq!(cells(&[[10, 10, 10, 60], [50, 60, 50, 10]]), 1, "an area");
        assert_eq!(cells(&[[256, 10, 256, 60]]), 1, "a height");
        assert_eq!(cells(&[[256, 10, 257, 60]]), 1, "both alike");
    }

    #[test]
    fn another_shape_is_counted_by_itself() {
        let mut count = CellCount::new(1);
        let edge = Edge {
            x1: 10,
            y1: 0,
            x2: 10,
            y2: 512,
        };
        count.add(&edge);
        assert!(count.is_exceeded());
        count.reset();
        assert!(!count.is_exceeded());
        count.add(&edge);
        assert!(count.is_exceeded());
    }
}
