//! Which pixels an outline passes through, and which lie between.
//!
//! matplotlib hands markers and hatches to a clip path's mask as cells, the pixels in which the
//! outline leaves an area, and runs of equal coverage between them. Of a run the mask drops the
//! coverage and keeps its own: a run along a border that lies off the pixel grid is drawn whole.
//! That cannot be told from coverage, so it takes the cells themselves.

use agg_core::Rasterizer;
use std::collections::{HashMap, HashSet};

/// The pixels in which the shape in a rasterizer has an edge.
#[derive(Debug, Default)]
pub(super) struct EdgePixels(HashSet<(i32, i32)>);

impl EdgePixels {
    pub(super) fn of(rasterizer: &Rasterizer) -> Self {
        let mut areas: HashMap<(i32, i32), i64> = HashMap::new();
        rasterizer.for_each_cell(|x, y, _, area| {
            *areas.entry((x, y)).or_default() += i64::from(area);
        });
        areas.retain(|_, area| *area != 0);
        Self(areas.into_keys().collect())
    }

    /// Whether the outline leaves an area in a pixel.
    pub(super) fn contains(&self, at: (i32, i32)) -> bool {
        self.0.contains(&at)
    }

    /// The coverage that is drawn of a pixel that is covered by `cover`, where the mask lets
    /// `mask` through.
    pub(super) fn masked(&self, at: (i32, i32), cover: u8, mask: u8) -> u8 {
        if cover == 0 {
            0
        } else if self.contains(at) {
            super::ink::both(cover, mask)
        } else {
            mask
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use agg_core::{Path, Rect};

    #[test]
    fn runs_take_the_mask_alone_and_edges_both() {
        let mut rasterizer = Rasterizer::new(20, 20);
        rasterizer.add(&Path::rectangle(Rect::new(2.5, 2.5, 12.0, 8.0)));
        let edges = EdgePixels::of(&rasterizer);
        assert_eq!(edges.masked((2, 5), 128, 255), 128);
        assert_eq!(edges.masked((6, 2), 128, 255), 255);
        assert_eq!(edges.masked((6, 2), 128, 100), 100);
        assert_eq!(edges.masked((6, 2), 0, 100), 0);
    }
}
