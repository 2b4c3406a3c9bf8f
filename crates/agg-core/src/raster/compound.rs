//! Many styles in one pass, each edge with a style on its left and one on its right.
//!
//! ```text
//!          ╱│            edges 1 and 2 bound style 0, edges 2 and 3 style 1;
//!       1╱  │╲ 3         edge 2 has style 0 on one side and style 1 on the other
//!      ╱  0 2 1╲
//!     ╱_____│____╲
//! ```
//!
//! An edge is walked once for each of its sides, and its cells are added for the left style and
//! taken away, the very same cells, for the right one. So two styles along a shared edge miss
//! nothing between them: what one has of a pixel, the other has not.
//!
//! Each coverage is rounded down, though, and where three styles meet in a pixel they may add up
//! to 254. [`CompoundRasterizer::for_each_layered_span`] makes up for it: there the coverages of
//! the styles in a pixel never exceed 255, and where they should be the whole pixel they are.
//! (AGG leaves the seam.)

use crate::geometry::{IntRect, Point};
use crate::path::{Flatten, Flattener, PathEl, Pen, Step};
use crate::raster::cells::Cells;
use crate::raster::clip::Clipper;
use crate::raster::edge::Edge;
use crate::raster::rasterizer::Rasterizer;
use crate::raster::scanlines::Scanlines;
use crate::raster::span::{Coverage, FillRule, Span};
use crate::raster::sum::Sum;
use fearless_simd::Level;
use std::ops::Range;

/// The styles beside an edge, as seen when walking along it with y pointing down; `None` is the
/// outside, where nothing is drawn.
///
/// A polygon drawn so that it turns right (clockwise to the eye) has its inside on the right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Sides {
    /// The style on the left.
    pub left: Option<u32>,
    /// The style on the right.
    pub right: Option<u32>,
}

/// In which order the styles of a row come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum LayerOrder {
    /// As they appear in the row from left to right; lower numbers first where two start together.
    Unsorted,
    /// Higher numbers first: they lie on top.
    #[default]
    Direct,
    /// Lower numbers first: they lie on top.
    Inverse,
}

/// Collects edges between styles and sweeps them into spans, each with its style.
///
/// Unlike in [`Rasterizer`], open subpaths stay open, because a boundary between styles is often
/// drawn in several pieces; each style must be bounded all around by the edges together.
///
/// Memory: 32 bytes an edge, and the coverage of a band of rows.
///
/// ```
/// use agg_core::{CompoundRasterizer, FillRule, LayerOrder, Path, Sides};
///
/// let mut compound = CompoundRasterizer::new(30, 20);
/// let side = |left, right| Sides { left, right };
/// compound.add(&Path::polyline([(15.3, 20.0), (5.0, 20.0), (5.0, 0.0), (15.3, 0.0)]), side(None, Some(0)));
/// compound.add(&Path::polyline([(15.3, 0.0), (15.3, 20.0)]), side(Some(1), Some(0)));
/// compound.add(&Path::polyline([(15.3, 0.0), (25.0, 0.0), (25.0, 20.0), (15.3, 20.0)]), side(None, Some(1)));
/// let mut area = [0; 2];
/// compound.for_each_layered_span(FillRule::NonZero, LayerOrder::Direct, |style, span| {
///     area[style as usize] += (span.x()..).zip(0..span.len()).count();
/// });
/// assert_eq!(area, [11 * 20, 10 * 20]);       // both touch the column of the shared edge
/// ```
#[derive(Clone, Debug)]
pub struct CompoundRasterizer {
    clip: IntRect,
    clipper: Clipper,
    edges: Vec<StyledEdge>,
    narrow: Cells<i32>,
    wide: Cells<i64>,
}

#[derive(Clone, Copy, Debug)]
struct StyledEdge {
    edge: Edge,
    sides: Sides,
}

/// What an edge does to a style: the left one gets its cells, the right one loses them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Share {
    Gains,
    Loses,
}

/// Whose cells are added up; the outline around all styles comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Layer {
    Outline,
    Style(u32),
}

/// What to sweep beside the styles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Extent {
    Styles,
    StylesAndOutline,
}

/// So many cells, and no more unless one row has them, make a band.
const BAND_CELLS: usize = 32 * 1024;
/// So many edges, each at most 2¹⁷ in a row, are certain to fit an `i32` cell.
const MOST_NARROW: usize = 16_383;

impl CompoundRasterizer {
    /// A rasterizer for a surface of so many pixels; sides beyond 2²³ − 1 are cut to it.
    #[must_use]
    pub fn new(width: u32, height: u32) -> Self {
        Self::with_clip_box(Rasterizer::new(width, height).clip_box())
    }

    /// A rasterizer for the pixels of a rectangle anywhere within ±(2²³ − 1).
    #[must_use]
    pub fn with_clip_box(clip: IntRect) -> Self {
        let clip = Rasterizer::with_clip_box(clip).clip_box();
        Self {
            clip,
            clipper: Clipper::new(clip),
            edges: Vec::new(),
            narrow: Cells::default(),
            wide: Cells::default(),
        }
    }

    /// The pixels that can be covered.
    #[must_use]
    pub fn clip_box(&self) -> IntRect {
        self.clip
    }

    /// Forgets all edges; the memory is kept.
    pub fn reset(&mut self) {
        self.edges.clear();
    }

    /// Adds a path whose every edge has these styles at its sides. Curves are flattened as by
    /// [`Flatten::default`]; a non-finite coordinate breaks the path at that point.
    pub fn add(&mut self, path: impl IntoIterator<Item = PathEl>, sides: Sides) {
        if self.clip.is_empty() || sides.left == sides.right {
            return;
        }
        let flattener = Flattener::new(&Flatten::default());
        let mut pen = Pen::default();
        let mut open: Option<(Point, Point)> = None;
        path.into_iter()
            .for_each(|element| match pen.step(element) {
                Step::Start(p) => {
                    open = None;
                    self.clipper.move_to(p);
                }
                Step::Segment(from, segment) => {
                    let start = open.map_or(from, |(start, _)| start);
                    flattener.segment(from, segment, &mut |p| self.line_to(p, sides));
                    open = segment.end().map(|end| (start, end));
                }
                Step::Close => {
                    if let Some((start, end)) = open.take()
                        && start != end
                    {
                        self.line_to(start, sides);
                    }
                }
                Step::Lift => open = None,
            });
    }

    fn line_to(&mut self, p: Point, sides: Sides) {
        let edges = &mut self.edges;
        let mut keep = |edge| edges.push(StyledEdge { edge, sides });
        match self.clipper.line_inside(p) {
            Some(edge) if edge.is_level() => {}
            Some(edge) => keep(edge),
            None => self.clipper.line_to(p, &mut keep),
        }
    }

    /// Hands each style with its spans to `visit`: row after row, in a row style after style, in
    /// a style from left to right. Coverages of different styles are independent of each other.
    pub fn for_each_span(
        &mut self,
        rule: FillRule,
        order: LayerOrder,
        mut visit: impl FnMut(u32, Span<'_>),
    ) {
        self.for_each_row(rule, order, Extent::Styles, &mut |row| {
            row.layers.iter().for_each(|&(style, layer)| {
                layer.row_spans(row.y).for_each(|span| visit(style, span));
            });
        });
    }

    /// As [`for_each_span`](Self::for_each_span), but the styles of a pixel share it: each gets
    /// at most what those before it have left, so that the sum is at most 255; and where the
    /// styles together fill the pixel, the sum is 255.
    pub fn for_each_layered_span(
        &mut self,
        rule: FillRule,
        order: LayerOrder,
        mut visit: impl FnMut(u32, Span<'_>),
    ) {
        let columns = self.clip.x0..self.clip.x1;
        let mut shares = Shares::new(columns);
        self.for_each_row(rule, order, Extent::StylesAndOutline, &mut |row| {
            shares.begin(row);
            for &(style, layer) in &row.layers {
                for span in layer.row_spans(row.y) {
                    shares.take(span, &mut |span| visit(style, span));
                }
            }
        });
    }

    /// Whether the pixel is covered by any style, however little.
    pub fn hit_test(&mut self, x: i32, y: i32, rule: FillRule) -> bool {
        let mut hit = false;
        self.for_each_span(rule, LayerOrder::Unsorted, |_, span| {
            hit |= span.y() == y && span.cover(x) > 0;
        });
        hit
    }

    fn for_each_row(
        &mut self,
        rule: FillRule,
        order: LayerOrder,
        extent: Extent,
        visit: &mut impl FnMut(&LayeredRow<'_>),
    ) {
        let Some((columns, rows)) = self.touched() else {
            return;
        };
        let height = (BAND_CELLS / (columns.len() + 2)).max(1).min(rows.len()) as i32;
        let mut waiting: Vec<u32> = (0..self.edges.len() as u32).collect();
        let top = |edges: &[StyledEdge], i: u32| {
            edges
                .get(i as usize)
                .map_or(i32::MAX, |e| e.edge.rows().start)
        };
        waiting.sort_unstable_by_key(|&i| std::cmp::Reverse(top(&self.edges, i)));
        let mut active: Vec<StyledEdge> = Vec::new();
        let mut start = rows.start;
        while start < rows.end {
            let band = start..(start + height).min(rows.end);
            while let Some(i) = waiting.pop_if(|i| top(&self.edges, *i) < band.end) {
                active.extend(self.edges.get(i as usize));
            }
            let layers = self.layers(&active, (&columns, &band), rule, extent);
            emit_rows(&layers, &band, order, visit);
            active.retain(|e| e.edge.rows().end > band.end);
            start = band.end;
        }
    }

    /// The columns and the rows where something may be covered.
    fn touched(&self) -> Option<(Range<i32>, Range<i32>)> {
        let x0 = self.edges.iter().map(|e| e.edge.x1.min(e.edge.x2)).min()? >> 8;
        let rows = self.edges.iter().map(|e| e.edge.rows());
        let (y0, y1) = rows.fold((i32::MAX, i32::MIN), |(y0, y1), rows| {
            (y0.min(rows.start), y1.max(rows.end))
        });
        let columns = x0.max(self.clip.x0)..self.clip.x1;
        let rows = y0.max(self.clip.y0)..y1.min(self.clip.y1);
        (!columns.is_empty() && !rows.is_empty()).then_some((columns, rows))
    }

    /// The coverage of each layer in a band, by number.
    fn layers(
        &mut self,
        edges: &[StyledEdge],
        place: (&Range<i32>, &Range<i32>),
        rule: FillRule,
        extent: Extent,
    ) -> Vec<(Layer, Scanlines)> {
        let mut work: Vec<(Layer, Share, Edge)> = Vec::new();
        for StyledEdge { edge, sides } in edges {
            let left = sides.left.map(|style| (Layer::Style(style), Share::Gains));
            let right = sides.right.map(|style| (Layer::Style(style), Share::Loses));
            let share = match (left, right) {
                (Some((_, share)), None) | (None, Some((_, share))) => Some(share),
                _ => None,
            };
            let outline = share.filter(|_| extent == Extent::StylesAndOutline);
            let outline = outline.map(|share| (Layer::Outline, share));
            let all = [left, right, outline].into_iter().flatten();
            work.extend(all.map(|(layer, share)| (layer, share, *edge)));
        }
        work.sort_by_key(|&(layer, ..)| layer);
        work.chunk_by(|a, b| a.0 == b.0)
            .filter_map(|work| {
                let (layer, ..) = work.first()?;
                let scanlines = if work.len() <= MOST_NARROW {
                    sweep(&mut self.narrow, work, place, rule)
                } else {
                    sweep(&mut self.wide, work, place, rule)
                };
                Some((*layer, scanlines))
            })
            .collect()
    }
}

fn sweep<T: Sum>(
    cells: &mut Cells<T>,
    work: &[(Layer, Share, Edge)],
    (columns, band): (&Range<i32>, &Range<i32>),
    rule: FillRule,
) -> Scanlines {
    cells.prepare(columns, band);
    for (_, share, edge) in work {
        match share {
            Share::Gains => cells.add(std::slice::from_ref(edge), band),
            Share::Loses => cells.subtract(std::slice::from_ref(edge), band),
        }
    }
    let how = (Level::new(), rule);
    Scanlines::record(|keep| cells.sweep(band, columns.end, how).for_each(keep))
}

/// The layers of one row, in their order.
struct LayeredRow<'a> {
    y: i32,
    layers: Vec<(u32, &'a Scanlines)>,
    outline: Option<&'a Scanlines>,
}

fn emit_rows(
    layers: &[(Layer, Scanlines)],
    band: &Range<i32>,
    order: LayerOrder,
    visit: &mut impl FnMut(&LayeredRow<'_>),
) {
    let mut row = LayeredRow {
        y: band.start,
        layers: Vec::new(),
        outline: None,
    };
    for (layer, scanlines) in layers {
        match layer {
            Layer::Outline => row.outline = Some(scanlines),
            Layer::Style(style) => row.layers.push((*style, scanlines)),
        }
    }
    if order == LayerOrder::Direct {
        row.layers.reverse();
    }
    for y in band.clone() {
        row.y = y;
        if order == LayerOrder::Unsorted {
            let start = |layer: &Scanlines| layer.row_spans(y).next().map(|span| span.x());
            row.layers
                .sort_by_key(|&(style, layer)| (start(layer), style));
        }
        visit(&row);
    }
}

/// How much of each pixel of a row is still to be had, and how much is due to rounding.
struct Shares {
    x0: i32,
    left: Vec<u8>,
    owed: Vec<u8>,
    scratch: Vec<u8>,
}

impl Shares {
    fn new(columns: Range<i32>) -> Self {
        Self {
            x0: columns.start,
            left: vec![255; columns.len()],
            owed: vec![0; columns.len()],
            scratch: Vec::new(),
        }
    }

    fn begin(&mut self, row: &LayeredRow<'_>) {
        self.left.fill(255);
        self.owed.fill(0);
        let outline = row.outline.into_iter();
        for span in outline.flat_map(|outline| outline.row_spans(row.y)) {
            let (owed, covers) = (part(&mut self.owed, self.x0, span), covers(span));
            owed.iter_mut().zip(covers).for_each(|(o, c)| *o = c);
        }
        for &(_, layer) in &row.layers {
            for span in layer.row_spans(row.y) {
                let (owed, covers) = (part(&mut self.owed, self.x0, span), covers(span));
                owed.iter_mut()
                    .zip(covers)
                    .for_each(|(o, c)| *o = o.saturating_sub(c));
            }
        }
    }

    /// Hands on a span with what it gets of each pixel.
    fn take(&mut self, span: Span<'_>, emit: &mut impl FnMut(Span<'_>)) {
        let left = part(&mut self.left, self.x0, span);
        let owed = part(&mut self.owed, self.x0, span);
        let shares = left.iter_mut().zip(owed).zip(covers(span));
        let shares = shares.map(|((left, owed), cover)| {
            let due = if cover > 0 { std::mem::take(owed) } else { 0 };
            let share = cover.saturating_add(due).min(*left);
            *left -= share;
            share
        });
        self.scratch.clear();
        self.scratch.extend(shares);
        let all = self.scratch.iter().all(|&share| share == 255);
        let shared = match span.coverage() {
            Coverage::Uniform { .. } if all => Some(span),
            _ => Span::trimmed(span.x(), span.y(), &self.scratch),
        };
        shared.into_iter().for_each(emit);
    }
}

/// The part of a row under a span.
fn part<'a>(row: &'a mut [u8], x0: i32, span: Span<'_>) -> &'a mut [u8] {
    let start = usize::try_from(span.x() - x0).unwrap_or(0);
    row.get_mut(start..start + span.len()).unwrap_or_default()
}

/// One cover for each pixel of a span.
fn covers<'a>(span: Span<'a>) -> impl Iterator<Item = u8> + 'a {
    let (run, pixels) = match span.coverage() {
        Coverage::Uniform { len, cover } => (std::iter::repeat_n(cover, len), &[][..]),
        Coverage::PerPixel(covers) => (std::iter::repeat_n(0, 0), covers),
    };
    run.chain(pixels.iter().copied())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::path::Path;
    use proptest::prelude::*;

    const SIZE: u32 = 24;
    type Picture = Vec<[u32; 4]>;

    fn sides(left: Option<u32>, right: Option<u32>) -> Sides {
        Sides { left, right }
    }

    fn put(picture: &mut Picture, style: u32, span: Span<'_>) {
        for (i, cover) in covers(span).enumerate() {
            let at = span.y() as usize * SIZE as usize + span.x() as usize + i;
            picture[at][style as usize] += u32::from(cover);
        }
    }

    fn each(compound: &mut CompoundRasterizer) -> Picture {
        let mut picture = vec![[0; 4]; (SIZE * SIZE) as usize];
        compound.for_each_span(FillRule::NonZero, LayerOrder::Direct, |style, span| {
            put(&mut picture, style, span);
        });
        picture
    }

    fn layered(compound: &mut CompoundRasterizer, order: LayerOrder) -> Picture {
        let mut picture = vec![[0; 4]; (SIZE * SIZE) as usize];
        compound.for_each_layered_span(FillRule::NonZero, order, |style, span| {
            put(&mut picture, style, span);
        });
        picture
    }

    /// The surface cut into four by lines from a point to the middles of its sides.
    fn four_parts(x: f64, y: f64, (dx, dy): (f64, f64)) -> CompoundRasterizer {
        let size = f64::from(SIZE);
        let (top, right) = ((x + dx, -9.0), (size + 9.0, y + dy));
        let (bottom, left) = ((x - dx, size + 9.0), (-9.0, y - dy));
        let mut compound = CompoundRasterizer::new(SIZE, SIZE);
        let mut spoke = |end, left, right| {
            compound.add(
                &Path::polyline([(x, y), end]),
                sides(Some(left), Some(right)),
            );
        };
        spoke(top, 3, 0);
        spoke(right, 0, 1);
        spoke(bottom, 1, 2);
        spoke(left, 2, 3);
        let far = size + 9.0;
        let mut rim = |points: [(f64, f64); 3], right| {
            compound.add(&Path::polyline(points), sides(None, Some(right)));
        };
        rim([top, (far, -9.0), right], 0);
        rim([right, (far, far), bottom], 1);
        rim([bottom, (-9.0, far), left], 2);
        rim([left, (-9.0, -9.0), top], 3);
        compound
    }

    #[test]
    fn a_polygon_that_turns_right_has_its_inside_on_the_right() {
        let square = Path::polygon([(2.0, 2.0), (9.0, 2.0), (9.0, 9.0), (2.0, 9.0)]);
        let mut compound = CompoundRasterizer::new(SIZE, SIZE);
        compound.add(&square, sides(None, Some(2)));
        let picture = each(&mut compound);
        assert_eq!(picture[5 * SIZE as usize + 5], [0, 0, 255, 0]);
        assert_eq!(picture.iter().filter(|p| p[2] > 0).count(), 49);
        assert!(compound.hit_test(8, 8, FillRule::NonZero));
        assert!(!compound.hit_test(9, 8, FillRule::NonZero));
    }

    #[test]
    fn the_first_layer_takes_what_it_covers() {
        let square = |x0: f64, x1: f64| Path::polygon([(x0, 0.0), (x1, 0.0), (x1, 9.0), (x0, 9.0)]);
        let mut compound = CompoundRasterizer::new(SIZE, SIZE);
        compound.add(&square(0.0, 10.0), sides(None, Some(0)));
        compound.add(&square(5.5, 15.0), sides(None, Some(1)));
        let at = |picture: &Picture, x: usize| picture[x];
        let direct = layered(&mut compound, LayerOrder::Direct);
        assert_eq!(at(&direct, 3), [255, 0, 0, 0]);
        assert_eq!(at(&direct, 5), [127, 128, 0, 0]);
        assert_eq!(at(&direct, 7), [0, 255, 0, 0]);
        let inverse = layered(&mut compound, LayerOrder::Inverse);
        assert_eq!(at(&inverse, 7), [255, 0, 0, 0]);
        assert_eq!(at(&inverse, 12), [0, 255, 0, 0]);
        assert_eq!(layered(&mut compound, LayerOrder::Unsorted), inverse);
        assert_eq!(at(&each(&mut compound), 7), [255, 255, 0, 0]);
    }

    #[test]
    fn a_style_swept_alone_is_what_a_rasterizer_gives() {
        let path = Path::circle((11.3, 12.1), 8.4);
        let mut compound = CompoundRasterizer::new(SIZE, SIZE);
        compound.add(&path, sides(Some(3), None));
        let mut rasterizer = Rasterizer::new(SIZE, SIZE);
        rasterizer.add(&path);
        let mut alone = vec![[0; 4]; (SIZE * SIZE) as usize];
        rasterizer.for_each_span(FillRule::NonZero, |span| put(&mut alone, 3, span));
        assert_eq!(each(&mut compound), alone);
    }

    #[test]
    fn windings_whose_sum_is_zero_in_32_bits_do_not_wrap() {
        let mut compound = CompoundRasterizer::new(SIZE, SIZE);
        let square = Path::polygon([(2.0, 2.0), (9.0, 2.0), (9.0, 9.0), (2.0, 9.0)]);
        for _ in 0..1 << 15 {
            compound.add(&square, sides(None, Some(0)));
        }
        assert_eq!(each(&mut compound)[5 * SIZE as usize + 5], [255, 0, 0, 0]);
    }

    #[test]
    fn what_is_reset_is_forgotten_and_the_clip_box_is_kept() {
        let clip = IntRect::new(3, 4, 20, 30);
        let mut compound = CompoundRasterizer::with_clip_box(clip);
        assert_eq!(compound.clip_box(), clip);
        compound.add(&Path::circle((9.0, 9.0), 4.0), sides(None, Some(0)));
        assert!(compound.hit_test(9, 9, FillRule::NonZero));
        compound.reset();
        assert_eq!(compound.clip_box(), clip);
        compound.for_each_span(FillRule::NonZero, LayerOrder::Direct, |_, _| {
            unreachable!("nothing is left");
        });
    }

    #[test]
    fn a_pixel_is_hit_under_two_styles_and_not_beside_their_rows() {
        let square = Path::polygon([(2.0, 2.0), (9.0, 2.0), (9.0, 9.0), (2.0, 9.0)]);
        let mut compound = CompoundRasterizer::new(SIZE, SIZE);
        compound.add(&square, sides(None, Some(0)));
        compound.add(&square, sides(None, Some(1)));
        let mut hits = |x, y| compound.hit_test(x, y, FillRule::NonZero);
        assert_eq!([hits(5, 2), hits(5, 8)], [true; 2]);
        assert_eq!([hits(5, 1), hits(5, 9), hits(1, 5)], [false; 3]);
    }

    #[test]
    fn a_shape_of_many_bands_is_what_a_rasterizer_gives() {
        let path = Path::polygon([(900.0, 3.5), (210.2, 299.0), (105.4, 70.0)]);
        let clip = IntRect::new(100, 0, 1000, 300);
        let mut compound = CompoundRasterizer::with_clip_box(clip);
        compound.add(&path, sides(Some(0), None));
        let of_style = Scanlines::record(|keep| {
            compound.for_each_span(FillRule::NonZero, LayerOrder::Direct, |_, span| keep(span));
        });
        let layered = Scanlines::record(|keep| {
            let order = LayerOrder::Inverse;
            compound.for_each_layered_span(FillRule::NonZero, order, |_, span| keep(span));
        });
        let mut rasterizer = Rasterizer::with_clip_box(clip);
        rasterizer.add(&path);
        let alone: Scanlines = rasterizer.sweep(FillRule::NonZero).collect();
        for (x, y) in (0..300).flat_map(|y| (100..1000).map(move |x| (x, y))) {
            let cover = alone.cover(x, y);
            assert_eq!((of_style.cover(x, y), layered.cover(x, y)), (cover, cover));
        }
    }

    /// Rows of so many columns have runs.
    #[test]
    fn a_run_goes_to_the_first_layer_and_stays_one() {
        let bar = |x0: f64, x1: f64| Path::polygon([(x0, 5.0), (x1, 5.0), (x1, 6.0), (x0, 6.0)]);
        let clip = IntRect::new(100, 0, 400, 10);
        let mut compound = CompoundRasterizer::with_clip_box(clip);
        compound.add(&bar(110.0, 390.0), sides(None, Some(0)));
        compound.add(&bar(150.0, 390.0), sides(None, Some(1)));
        let mut runs = Vec::new();
        let mut area = [0; 2];
        compound.for_each_layered_span(FillRule::NonZero, LayerOrder::Direct, |style, span| {
            area[style as usize] += covers(span).map(u32::from).sum::<u32>();
            if let Coverage::Uniform { cover, .. } = span.coverage() {
                runs.push((style, cover, span.len() > 200));
            }
        });
        assert_eq!(area, [40 * 255, 240 * 255]);
        assert_eq!(runs, [(1, 255, true)]);
    }

    /// Three styles share the upper half of a pixel, and what rounding takes of it is due; a style
    /// that lies on both sides of it was given that.
    #[test]
    fn what_is_due_in_a_pixel_goes_to_a_style_that_is_there() {
        let strip = |x0: i32, x1: i32| {
            let [x0, x1] = [x0, x1].map(|x| f64::from(x) / 256.0);
            Path::polygon([(x0, 0.0), (x1, 0.0), (x1, 0.5), (x0, 0.5)])
        };
        let mut compound = CompoundRasterizer::new(SIZE, SIZE);
        for (style, (x0, x1)) in [(0, (512, 597)), (1, (597, 683)), (2, (683, 768))] {
            compound.add(&strip(x0, x1), sides(None, Some(style)));
        }
        compound.add(&strip(256, 400), sides(None, Some(3)));
        compound.add(&strip(900, 1024), sides(None, Some(3)));
        let shares = layered(&mut compound, LayerOrder::Direct);
        assert_eq!(each(&mut compound)[2], [42, 43, 42, 0]);
        assert_eq!(shares[2], [42, 43, 43, 0]);
    }

    proptest! {
        #[test]
        fn layered_coverages_of_a_partition_sum_to_full(
            x in 1.0..23.0f64, y in 1.0..23.0f64, dx in -9.0..9.0f64, dy in -9.0..9.0f64,
        ) {
            let mut compound = four_parts(x, y, (dx, dy));
            for order in [LayerOrder::Direct, LayerOrder::Inverse, LayerOrder::Unsorted] {
                for pixel in layered(&mut compound, order) {
                    prop_assert_eq!(pixel.iter().sum::<u32>(), 255, "{:?}", pixel);
                }
            }
        }

        #[test]
        fn coverages_of_a_partition_miss_at_most_one_for_each_style(
            x in 1.0..23.0f64, y in 1.0..23.0f64, dx in -9.0..9.0f64, dy in -9.0..9.0f64,
        ) {
            for pixel in each(&mut four_parts(x, y, (dx, dy))) {
                // All four count: a style whose share is rounded down to 0 is missing too.
                let sum: u32 = pixel.iter().sum();
                prop_assert!((255 - 4..=255 + 4).contains(&sum), "{:?}", pixel);
            }
        }

        #[test]
        fn any_edges_are_swept(
            pieces in prop::collection::vec((
                prop::collection::vec((any::<f64>(), any::<f64>()), 0..5),
                prop::option::of(0..4u32), prop::option::of(0..4u32),
            ), 0..6),
        ) {
            let mut compound = CompoundRasterizer::new(SIZE, SIZE);
            for (points, left, right) in pieces {
                compound.add(&Path::polyline(points), sides(left, right));
            }
            for pixel in layered(&mut compound, LayerOrder::Direct) {
                prop_assert!(pixel.iter().sum::<u32>() <= 255);
            }
        }
    }
}
