//! What lies under a point.

use crate::raster::rasterizer::Rasterizer;
use crate::raster::span::FillRule;

impl Rasterizer {
    /// The coverage of one pixel by the shape; 0 outside of the clip box.
    ///
    /// Costs a look at each edge and a sweep of one row: for many points, keep the shape in
    /// [`Scanlines`](crate::Scanlines) and ask those.
    pub fn cover(&mut self, x: i32, y: i32, rule: FillRule) -> u8 {
        let mut cover = 0;
        self.for_each_span_in(y..y.saturating_add(1), rule, |span| {
            cover = span.cover(x).max(cover);
        });
        cover
    }

    /// Whether a pixel is covered, however little.
    ///
    /// ```
    /// use agg_core::{FillRule, Path, Rasterizer};
    ///
    /// let mut rasterizer = Rasterizer::new(40, 40);
    /// rasterizer.add(&Path::circle((20.0, 20.0), 10.0));
    /// assert!(rasterizer.hit_test(20, 11, FillRule::NonZero));
    /// assert!(!rasterizer.hit_test(12, 12, FillRule::NonZero));
    /// ```
    pub fn hit_test(&mut self, x: i32, y: i32, rule: FillRule) -> bool {
        self.cover(x, y, rule) > 0
    }
}
