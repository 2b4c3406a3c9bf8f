//! Coverage for screens whose pixels are three stripes side by side.
//!
//! ```text
//!   pixel    │  R   G   B  │  R   G   B  │       three times the columns are rasterized,
//!   stripes  │ 0 │40 │255│255│255│90 │            and each stripe takes from two
//!   filter       └─┴─╨─┴─┘                        neighbours on each side
//! ```
//!
//! Without a filter, edges have coloured fringes; the wider the filter, the softer the edge.

use crate::geometry::{Affine, IntRect};
use crate::path::{PathEl, PathIterator};
use crate::raster::rasterizer::Rasterizer;
use crate::raster::span::{Coverage, FillRule, Span};

/// How a stripe's coverage is spread over itself and two neighbours on each side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LcdFilter {
    weights: [u16; 5],
}

impl Default for LcdFilter {
    fn default() -> Self {
        Self::SOFT
    }
}

impl LcdFilter {
    /// Each stripe for itself: the sharpest, with the strongest fringes.
    pub const NONE: Self = Self::from_weights([0, 0, 1, 0, 0]);
    /// Over three stripes, alike.
    pub const LIGHT: Self = Self::from_weights([0, 85, 86, 85, 0]);
    /// Over five stripes, nearly all within three: what FreeType takes if not told otherwise.
    pub const SOFT: Self = Self::from_weights([8, 77, 86, 77, 8]);
    /// Over five stripes in the ratio 1 : 2 : 3 : 2 : 1, as AGG's demonstration does.
    pub const TRIANGLE: Self = Self::from_weights([1, 2, 3, 2, 1]);

    /// A filter by the weights of the five stripes; only their ratio matters. With all 0, nothing
    /// is covered.
    #[must_use]
    pub const fn from_weights(weights: [u16; 5]) -> Self {
        Self { weights }
    }

    /// The coverage of the middle one of five stripes, rounded down.
    fn apply(&self, covers: &[u8]) -> u8 {
        let pairs = self.weights.iter().zip(covers);
        let sum: u32 = pairs.map(|(&w, &c)| u32::from(w) * u32::from(c)).sum();
        let whole: u32 = self.weights.iter().map(|&w| u32::from(w)).sum();
        sum.checked_div(whole)
            .map_or(0, |cover| cover.min(255) as u8)
    }
}

/// A horizontal run of pixels with a coverage for each of their three stripes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LcdSpan<'a> {
    /// The first column.
    pub x: i32,
    /// The row.
    pub y: i32,
    /// The coverages of each pixel, the left stripe first; not all 0 in the first and the last.
    pub covers: &'a [[u8; 3]],
}

/// Collects paths like a [`Rasterizer`], and sweeps them into spans with three coverages a pixel.
///
/// ```
/// use agg_core::{FillRule, LcdFilter, LcdRasterizer, Path, Rect};
///
/// let mut rasterizer = LcdRasterizer::new(20, 10);
/// rasterizer.add(&Path::rectangle(Rect::new(5.0, 2.0, 8.0 + 1.0 / 3.0, 3.0)));
/// rasterizer.for_each_span(FillRule::NonZero, LcdFilter::NONE, |span| {
///     assert_eq!((span.x, span.y), (5, 2));
///     assert_eq!(span.covers.last(), Some(&[255, 0, 0]));
/// });
/// ```
#[derive(Clone, Debug)]
pub struct LcdRasterizer {
    clip: IntRect,
    stripes: Rasterizer,
}

/// Stripes that a filter takes from on each side.
const REACH: usize = 2;
/// The widest surface: its stripes still fit the rasterizer below.
const WIDEST: i32 = ((1 << 23) - 1) / 3;

impl LcdRasterizer {
    /// A rasterizer for a surface of so many pixels; its width is cut to 2 796 202, its height to
    /// 2²³ − 1.
    #[must_use]
    pub fn new(width: u32, height: u32) -> Self {
        Self::with_clip_box(Rasterizer::new(width, height).clip_box())
    }

    /// A rasterizer for the pixels of a rectangle within ±2 796 202 columns and ±(2²³ − 1) rows.
    #[must_use]
    pub fn with_clip_box(clip: IntRect) -> Self {
        let near = |v: i32| v.clamp(-WIDEST, WIDEST);
        let (x0, x1) = (near(clip.x0), near(clip.x1));
        let stripes = IntRect::new(3 * x0, clip.y0, 3 * x1, clip.y1);
        let stripes = Rasterizer::with_clip_box(stripes);
        let rows = stripes.clip_box();
        Self {
            clip: IntRect::new(x0, rows.y0, x1.max(x0), rows.y1),
            stripes,
        }
    }

    /// The pixels that can be covered.
    #[must_use]
    pub fn clip_box(&self) -> IntRect {
        self.clip
    }

    /// Forgets the shape; the memory is kept.
    pub fn reset(&mut self) {
        self.stripes.reset();
    }

    /// Adds a path to the shape, given in whole pixels. Curves are flattened after x was tripled,
    /// so they are finer across than down.
    pub fn add(&mut self, path: impl IntoIterator<Item = PathEl>) {
        let tripled = Affine::scale_xy(3.0, 1.0);
        self.stripes.add(path.into_iter().transformed(tripled));
    }

    /// Hands each span of the shape to `visit`, top to bottom, one a row. The filter may cover a
    /// pixel beside the shape too.
    pub fn for_each_span(
        &mut self,
        rule: FillRule,
        filter: LcdFilter,
        mut visit: impl FnMut(LcdSpan<'_>),
    ) {
        let mut row = Row::new(self.clip, filter);
        self.stripes.for_each_span(rule, |span| {
            if span.y() != row.y {
                row.flush(&mut visit);
                row.y = span.y();
            }
            row.add(span);
        });
        row.flush(&mut visit);
    }
}

/// The stripes of one row.
struct Row {
    y: i32,
    x0: i32,
    filter: LcdFilter,
    /// All stripes of the clip box, and those that a filter may ask for on both sides.
    stripes: Vec<u8>,
    /// The first and the last pixel with a covered stripe.
    touched: Option<(usize, usize)>,
    covers: Vec<[u8; 3]>,
}

impl Row {
    fn new(clip: IntRect, filter: LcdFilter) -> Self {
        let width = usize::try_from(clip.x1 - clip.x0).unwrap_or(0);
        Self {
            y: clip.y0,
            x0: clip.x0,
            filter,
            stripes: vec![0; 3 * width + 2 * REACH],
            touched: None,
            covers: Vec::new(),
        }
    }

    fn add(&mut self, span: Span<'_>) {
        let start = usize::try_from(span.x() - 3 * self.x0).unwrap_or(0);
        let end = start + span.len();
        let Some(stripes) = self.stripes.get_mut(start + REACH..end + REACH) else {
            return;
        };
        match span.coverage() {
            Coverage::Uniform { cover, .. } => stripes.fill(cover),
            Coverage::PerPixel(covers) => stripes.copy_from_slice(covers),
        }
        let last = (end - 1) / 3;
        let (first, before) = self.touched.unwrap_or((start / 3, last));
        self.touched = Some((first.min(start / 3), before.max(last)));
    }

    /// Emits the row and clears it.
    fn flush(&mut self, visit: &mut impl FnMut(LcdSpan<'_>)) {
        let Some((first, last)) = self.touched.take() else {
            return;
        };
        let pixels = (self.stripes.len() - 2 * REACH) / 3;
        let (first, end) = (first.saturating_sub(1), (last + 2).min(pixels));
        let filter = self.filter;
        let around = self.stripes.get(3 * first..3 * end + 2 * REACH);
        let filtered = around.unwrap_or_default().windows(2 * REACH + 1);
        let filtered: Vec<u8> = filtered.map(|covers| filter.apply(covers)).collect();
        self.covers.clear();
        let (chunks, _) = filtered.as_chunks::<3>();
        self.covers.extend_from_slice(chunks);
        self.stripes.fill(0);
        let covered = |pixel: &[u8; 3]| pixel.iter().any(|&c| c > 0);
        let from = self.covers.iter().position(covered);
        let to = self.covers.iter().rposition(covered);
        let range = from.zip(to).map(|(from, to)| from..=to);
        if let Some(range) = range
            && let Some(covers) = self.covers.get(range.clone())
        {
            let x = self.x0 + (first + range.start()) as i32;
            visit(LcdSpan {
                x,
                y: self.y,
                covers,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Rect;
    use crate::path::Path;

    fn rows(x0: f64, x1: f64, filter: LcdFilter) -> Vec<(i32, Vec<[u8; 3]>)> {
        let mut rasterizer = LcdRasterizer::new(8, 4);
        rasterizer.add(&Path::rectangle(Rect::new(x0, 1.0, x1, 2.0)));
        let mut rows = Vec::new();
        rasterizer.for_each_span(FillRule::NonZero, filter, |span| {
            rows.push((span.x, span.covers.to_vec()));
        });
        rows
    }

    #[test]
    fn stripes_without_a_filter_are_thirds_of_pixels() {
        let third = 1.0 / 3.0;
        let covers = vec![[0, 255, 255], [255, 0, 0]];
        assert_eq!(
            rows(2.0 + third, 3.0 + third, LcdFilter::NONE),
            [(2, covers)]
        );
    }

    #[test]
    fn filters_spread_a_stripe_and_keep_its_sum() {
        let third = 1.0 / 3.0;
        let spread = rows(3.0, 3.0 + third, LcdFilter::SOFT);
        assert_eq!(spread, [(2, vec![[0, 7, 76], [85, 76, 7]])]);
        let all = rows(-5.0, 20.0, LcdFilter::TRIANGLE);
        let covers = &all[0].1;
        assert_eq!(
            covers[0],
            [170, 226, 255],
            "nothing is known left of the surface"
        );
        assert_eq!(covers[4], [255; 3]);
    }

    /// Every stripe of a surface, by a rasterizer of three times the columns.
    fn stripes(path: &Path, clip: IntRect) -> Vec<Vec<u8>> {
        let tripled = IntRect::new(3 * clip.x0, clip.y0, 3 * clip.x1, clip.y1);
        let mut rasterizer = Rasterizer::with_clip_box(tripled);
        rasterizer.add(path.elements().transformed(Affine::scale_xy(3.0, 1.0)));
        let width = (tripled.x1 - tripled.x0) as usize;
        let mut rows = vec![vec![0; width + 2 * REACH]; (clip.y1 - clip.y0) as usize];
        rasterizer.for_each_span(FillRule::NonZero, |span| {
            let row = &mut rows[(span.y() - clip.y0) as usize];
            for x in (span.x()..).take(span.len()) {
                row[(x - tripled.x0) as usize + REACH] = span.cover(x);
            }
        });
        rows
    }

    #[test]
    fn each_stripe_is_the_filter_of_five_stripes() {
        let clip = IntRect::new(10, 5, 90, 17);
        let mut path = Path::polygon([(12.3, 4.0), (33.4, 11.2), (9.0, 16.5)]);
        path.extend(Path::rectangle(Rect::new(40.1, 6.5, 80.7, 14.0)).elements());
        path.extend(Path::polygon([(84.0, 5.0), (99.0, 9.0), (85.2, 30.0)]).elements());
        for filter in [LcdFilter::NONE, LcdFilter::LIGHT, LcdFilter::TRIANGLE] {
            let mut rasterizer = LcdRasterizer::with_clip_box(clip);
            rasterizer.add(&path);
            let mut drawn = vec![vec![0; 3 * 80]; 12];
            rasterizer.for_each_span(FillRule::NonZero, filter, |span| {
                let row = &mut drawn[(span.y - clip.y0) as usize];
                let start = 3 * (span.x - clip.x0) as usize;
                row[start..start + 3 * span.covers.len()]
                    .copy_from_slice(span.covers.as_flattened());
            });
            let each = stripes(&path, clip).into_iter().map(|row| {
                let around = row.windows(2 * REACH + 1);
                around.map(|five| filter.apply(five)).collect::<Vec<_>>()
            });
            assert_eq!(drawn, each.collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_filter_reaches_the_pixel_after_the_first() {
        let third = 1.0 / 3.0;
        let spread = rows(2.0 * third, 1.0, LcdFilter::SOFT);
        assert_eq!(spread, [(0, vec![[7, 76, 85], [76, 7, 0]])]);
        let spread = rows(1.0 + 2.0 * third, 2.0, LcdFilter::SOFT);
        assert_eq!(spread, [(1, vec![[7, 76, 85], [76, 7, 0]])]);
    }

    #[test]
    fn what_is_reset_is_forgotten_and_the_clip_box_is_kept() {
        let clip = IntRect::new(-3, 4, 20, 30);
        let mut rasterizer = LcdRasterizer::with_clip_box(clip);
        rasterizer.add(&Path::rectangle(Rect::new(0.0, 0.0, 50.0, 50.0)));
        rasterizer.reset();
        assert_eq!(rasterizer.clip_box(), clip);
        rasterizer.for_each_span(FillRule::NonZero, LcdFilter::default(), |span| {
            unreachable!("{span:?}");
        });
    }

    #[test]
    fn the_soft_filter_is_what_is_taken_if_none_is_told() {
        assert_eq!(LcdFilter::default(), LcdFilter::SOFT);
    }

    #[test]
    fn a_filter_of_no_weight_covers_nothing() {
        assert_eq!(rows(2.0, 4.0, LcdFilter::from_weights([0; 5])), []);
    }
}
