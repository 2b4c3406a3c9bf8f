//! Rows that are alike: one is swept for all of them.
//!
//! Where no edge leans, begins or ends, one row is like the next. Such rows but one are taken out; the
//! shape that is left is accumulated and swept as any other, and its spans are spread again:
//!
//! ```text
//!    ╭──────╮          ╭──────╮
//!    │      │ ─ ─ ─ ─  │      │   one row for four
//!    │      │        ╱ ╰──────╯
//!    │      │      ╱
//!    │      │ ─ ─╱
//!    ╰──────╯
//! ```

use crate::raster::bands::{Area, sweep_bands};
use crate::raster::cells::Cells;
use crate::raster::edge::Edge;
use crate::raster::span::FillRule;
use crate::raster::spans::{Block, BlockCovers, Spans};
use fearless_simd::Level;
use std::ops::Range;

/// Looking for rows that are alike takes longer where there are more edges.
const MOST_EDGES: usize = 64;
/// Fewer rows that are alike stay as they are.
const LEAST_ROWS: usize = 4;
/// So many pixels fewer to be accumulated and swept, for each edge, are worth the way.
const LEAST_PIXELS: usize = 16;
/// So many rows are handed on together: as few as make looking at a clock cost nothing.
const ROWS_AT_ONCE: usize = 256;

/// Memory for a shape without rows that are alike.
#[derive(Clone, Debug, Default)]
pub(super) struct Squeezer {
    /// A bit for each row, set where it need not be like others.
    own: Vec<u64>,
    stretches: Vec<Stretch>,
    edges: Vec<Edge>,
    blocks: Vec<Block>,
}

/// Rows one below the other, counted from the first of the shape that is seen.
#[derive(Clone, Copy, Debug)]
struct Stretch {
    first: usize,
    rows: usize,
    /// The first row for it that the squeezed shape has, and how many: one for all, or one for each.
    squeezed: usize,
    left: usize,
}

impl Squeezer {
    /// Whether a shape has edges that may stand in rows that are alike, and enough of them.
    #[inline]
    pub(super) fn may_pay(edges: &[Edge], area: &Area) -> bool {
        let pay = |rows: usize| rows * area.columns.len() > LEAST_PIXELS * edges.len();
        let rows = |e: &Edge| (e.y1.abs_diff(e.y2) >> 8) as usize;
        edges.len() <= MOST_EDGES
            && pay(area.rows.len())
            && edges.iter().any(|e| pay(rows(e)) && e.x1 == e.x2)
    }

    /// Hands on the spans of a shape, unless so few of its rows are alike that it is better swept as
    /// it is: then it says `false`.
    #[inline(never)]
    pub(super) fn sweep(
        &mut self,
        edges: &[Edge],
        cells: &mut Cells<i32>,
        area: &Area,
        (how, is_over): ((Level, FillRule), &dyn Fn() -> bool),
        visit: &mut dyn FnMut(Spans<'_>),
    ) -> bool {
        let rows = area.rows.len();
        self.mark(edges, &area.rows);
        let left = self.find_stretches(rows);
        if (rows - left).saturating_mul(area.columns.len()) < LEAST_PIXELS * edges.len() {
            return false;
        }
        self.squeeze(edges, area.rows.start);
        let squeezed = Area {
            columns: area.columns.clone(),
            rows: area.rows.start..area.rows.start + left as i32,
            limit: area.limit,
        };
        self.blocks.clear();
        let mut spread = Spread {
            start: area.rows.start,
            stretches: &self.stretches,
            blocks: &mut self.blocks,
            rows: 0,
            visit: |spans: Spans<'_>| {
                if !is_over() {
                    visit(spans);
                }
            },
        };
        let how = (how, &is_over);
        sweep_bands(&self.edges, cells, &squeezed, how, &mut |spans| {
            spread.all(spans);
        });
        true
    }

    /// Marks the rows that edges begin or end in or lean through. An end between two rows marks the
    /// lower one, which need not be like the upper one.
    fn mark(&mut self, edges: &[Edge], rows: &Range<i32>) {
        self.own.clear();
        self.own.resize(rows.len().div_ceil(64), 0);
        let end = rows.len() as i32;
        for edge in edges {
            let [y1, y2] = [edge.y1, edge.y2].map(|y| (y >> 8) - rows.start);
            let (upper, lower) = (y1.min(y2), y1.max(y2));
            if edge.x1 == edge.x2 {
                self.mark_rows(upper.max(0)..(upper + 1).min(end));
                self.mark_rows(lower.max(0)..(lower + 1).min(end));
            } else {
                self.mark_rows(upper.max(0)..(lower + 1).min(end));
            }
        }
    }

    #[inline(always)]
    fn mark_rows(&mut self, rows: Range<i32>) {
        let (mut row, end) = (rows.start, rows.end);
        while row < end {
            // As far as the rows that share a word go.
            let next = ((row | 63) + 1).min(end);
            if let Some(word) = self.own.get_mut(row as usize / 64) {
                *word |= (!0 >> (64 - (next - row))) << (row & 63);
            }
            row = next;
        }
    }

    /// The first row from `row` on that is marked, or is not.
    #[inline(always)]
    fn next(&self, row: usize, is_marked: bool, end: usize) -> usize {
        let flip = if is_marked { 0 } else { !0 };
        let mut first = row;
        while first < end {
            let word = self.own.get(first / 64).map_or(0, |word| word ^ flip);
            let ahead = word >> (first % 64);
            if ahead != 0 {
                return (first + ahead.trailing_zeros() as usize).min(end);
            }
            first = (first | 63) + 1;
        }
        end
    }

    /// Finds the rows that are alike among so many, and tells how many are left.
    fn find_stretches(&mut self, rows: usize) -> usize {
        self.stretches.clear();
        let (mut done, mut row, mut left) = (0, 0, 0);
        let mut add = |stretches: &mut Vec<Stretch>, rows: Range<usize>, remain: usize| {
            if !rows.is_empty() {
                stretches.push(Stretch {
                    first: rows.start,
                    rows: rows.len(),
                    squeezed: left,
                    left: remain,
                });
                left += remain;
            }
        };
        while row < rows {
            let alike = self.next(row, false, rows);
            row = self.next(alike, true, rows);
            if row - alike >= LEAST_ROWS {
                add(&mut self.stretches, done..alike, alike - done);
                add(&mut self.stretches, alike..row, 1);
                done = row;
            }
        }
        add(&mut self.stretches, done..rows, rows - done);
        left
    }

    /// Takes the rows out.
    fn squeeze(&mut self, edges: &[Edge], start: i32) {
        let stretches = self.stretches.as_slice();
        let squeezed = |y: i32| {
            let row = (y >> 8) - start;
            let above = stretches.iter().rev().find(|s| s.first as i32 <= row);
            // No edge ends in a row that is taken out.
            let missing = above.map_or(0, |s| s.first - s.squeezed + s.rows - s.left);
            y - ((missing as i32) << 8)
        };
        self.edges.clear();
        self.edges.extend(edges.iter().map(|edge| Edge {
            y1: squeezed(edge.y1),
            y2: squeezed(edge.y2),
            ..*edge
        }));
    }
}

/// Spreads the spans of a squeezed shape.
struct Spread<'a, V> {
    /// The first row of the shape.
    start: i32,
    /// Those that are not passed yet.
    stretches: &'a [Stretch],
    blocks: &'a mut Vec<Block>,
    /// How many rows `blocks` have.
    rows: usize,
    visit: V,
}

impl<V: FnMut(Spans<'_>)> Spread<'_, V> {
    fn all(&mut self, spans: Spans<'_>) {
        for beside in spans.blocks().chunk_by(|a, b| a.y == b.y) {
            let rows = beside.first().map_or(0..0, |first| {
                let row = (first.y - self.start) as usize;
                row..row + first.rows as usize
            });
            self.rows_beside(spans, beside, rows);
        }
        self.hand_on(spans);
    }

    /// Spreads blocks beside each other, which have these rows of the squeezed shape.
    fn rows_beside(&mut self, spans: Spans<'_>, beside: &[Block], rows: Range<usize>) {
        while let Some((stretch, further)) = self.stretches.split_first() {
            let end = stretch.squeezed + stretch.left;
            let seen = rows.start.max(stretch.squeezed)..rows.end.min(end);
            if !seen.is_empty() {
                let skipped = seen.start - rows.start;
                if stretch.left == stretch.rows {
                    let first = stretch.first + seen.start - stretch.squeezed;
                    self.push(beside, first, seen.len(), |b| b.covers_from(skipped));
                    self.hand_on_if_many(spans);
                } else {
                    for some in (0..stretch.rows).step_by(ROWS_AT_ONCE) {
                        let rows = (stretch.rows - some).min(ROWS_AT_ONCE);
                        let first = stretch.first + some;
                        self.push(beside, first, rows, |b| b.covers_of(skipped));
                        self.hand_on_if_many(spans);
                    }
                }
            }
            if end > rows.end {
                return;
            }
            self.stretches = further;
        }
    }

    #[inline(always)]
    fn push(
        &mut self,
        beside: &[Block],
        first: usize,
        rows: usize,
        covers: impl Fn(&Block) -> BlockCovers,
    ) {
        self.rows += rows;
        self.blocks.extend(beside.iter().map(|block| Block {
            y: self.start + first as i32,
            rows: rows as u32,
            covers: covers(block),
            ..*block
        }));
    }

    fn hand_on_if_many(&mut self, spans: Spans<'_>) {
        if self.rows >= ROWS_AT_ONCE {
            self.hand_on(spans);
        }
    }

    fn hand_on(&mut self, spans: Spans<'_>) {
        if !self.blocks.is_empty() {
            (self.visit)(spans.with_blocks(self.blocks));
        }
        self.blocks.clear();
        self.rows = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::IntRect;
    use proptest::prelude::*;

    const HOW: FillRule = FillRule::NonZero;

    fn edge((x1, y1): (i32, i32), (x2, y2): (i32, i32)) -> Edge {
        Edge { x1, y1, x2, y2 }
    }

    fn area(columns: i32, rows: Range<i32>) -> Area {
        Area {
            columns: 0..columns,
            rows,
            limit: columns,
        }
    }

    /// The coverage of every pixel, and how many rows were handed on at a time.
    fn swept(
        area: &Area,
        sweep: impl FnOnce(&mut Cells<i32>, &mut dyn FnMut(Spans<'_>)),
    ) -> (Vec<u8>, Vec<usize>) {
        let width = area.columns.len();
        let mut covers = vec![0; width * area.rows.len()];
        let mut portions = Vec::new();
        let (mut cells, mut last) = (Cells::default(), (i32::MIN, 0));
        sweep(&mut cells, &mut |spans| {
            let IntRect { y0, y1, .. } = spans.bounds();
            portions.push((y1 - y0) as usize);
            spans.for_each(|span| {
                assert!((span.y(), span.x()) >= last, "in order");
                last = (span.y(), span.x() + span.len() as i32);
                let row = (span.y() - area.rows.start) as usize * width;
                for x in span.x()..last.1 {
                    covers[row + x as usize] = span.cover(x);
                }
            });
        });
        (covers, portions)
    }

    fn as_it_is(edges: &[Edge], area: &Area) -> Vec<u8> {
        let how = (Level::baseline(), HOW);
        let sweep = |cells: &mut Cells<i32>, visit: &mut dyn FnMut(Spans<'_>)| {
            sweep_bands(edges, cells, area, (how, &|| false), &mut |spans| {
                visit(spans);
            });
        };
        swept(area, sweep).0
    }

    /// Nothing where that does not pay.
    fn squeezed(edges: &[Edge], area: &Area) -> Option<(Vec<u8>, Vec<usize>)> {
        let how = (Level::baseline(), HOW);
        let mut has_paid = false;
        let found = swept(area, |cells, visit| {
            has_paid = Squeezer::default().sweep(edges, cells, area, (how, &|| false), visit);
        });
        has_paid.then_some(found)
    }

    /// A house of so many rows with a flat roof that leans a little.
    fn house(left: i32, right: i32, top: i32, bottom: i32) -> [Edge; 3] {
        [
            edge((left, bottom), (left, top + 300)),
            edge((left, top + 300), (right, top)),
            edge((right, top), (right, bottom)),
        ]
    }

    #[test]
    fn rows_alike_are_handed_on_some_at_a_time() {
        let all = area(40, 3..1203);
        let house = house(500, 9000, 5 << 8, 1000 << 8);
        let (covers, portions) = squeezed(&house, &all).unwrap();
        assert!(covers == as_it_is(&house, &all));
        // The rows above and below are handed on with those that are alike.
        assert_eq!(portions, [260, 256, 256, 428]);
    }

    #[test]
    fn what_is_above_and_below_the_rows_that_are_seen_is_left_out() {
        let house = house(500, 9000, -90 << 8, 90 << 8);
        for rows in [0..40, -99..40, -80..40, 20..99, -99..99, 88..93] {
            let all = area(40, rows.clone());
            let covers = squeezed(&house, &all).map(|(covers, _)| covers);
            assert_eq!(covers.is_some(), rows.len() > 9, "{rows:?}");
            if let Some(covers) = covers {
                assert!(covers == as_it_is(&house, &all), "{rows:?}");
            }
        }
    }

    /// More rows are left than are swept at a time, and rows that are swept together are parted.
    #[test]
    fn rows_alike_far_below_others_are_spread_too() {
        let mut right = vec![(9000, 0)];
        for i in 1..40 {
            let (x, y) = (9000 + i % 2 * 300, (i * 300) << 8);
            right.extend([(x, y - (60 << 8)), (9300 - i % 2 * 300, y)]);
        }
        let last = right.last().map_or(0, |p| p.1);
        let corners = [vec![(100, last), (100, 0)], right].concat();
        let next = corners.iter().cycle().skip(1);
        let edges: Vec<_> = corners
            .iter()
            .zip(next)
            .map(|(&a, &b)| edge(a, b))
            .collect();
        let all = area(60, 0..last >> 8);
        let (covers, portions) = squeezed(&edges, &all).unwrap();
        assert!(covers == as_it_is(&edges, &all));
        assert_eq!(portions.iter().sum::<usize>(), all.rows.len());
    }

    #[test]
    fn shapes_whose_rows_are_not_alike_may_not_pay() {
        let all = area(40, 0..40);
        let leans = [edge((0, 0), (9, 9999)), edge((900, 9999), (900, 0))];
        assert!(Squeezer::may_pay(&leans, &all));
        assert_eq!(squeezed(&leans, &all), None);
        assert!(!Squeezer::may_pay(&leans[..1], &all));
        assert!(!Squeezer::may_pay(&leans, &area(1, 0..32)));
        assert!(Squeezer::may_pay(&[leans[1]; MOST_EDGES], &area(40, 0..40)));
        assert!(!Squeezer::may_pay(&[leans[1]; MOST_EDGES + 1], &all));
    }

    #[test]
    fn it_stops_when_it_is_over() {
        let all = area(40, 0..1200);
        let house = house(500, 9000, 5 << 8, 1100 << 8);
        let how = (Level::baseline(), HOW);
        let visits = std::cell::Cell::new(0);
        let is_over = || visits.get() == 2;
        let mut count = |_: Spans<'_>| visits.set(visits.get() + 1);
        let mut cells = Cells::default();
        assert!(Squeezer::default().sweep(&house, &mut cells, &all, (how, &is_over), &mut count));
        assert_eq!(visits.get(), 2);
    }

    /// Corners of which most have the column of the one before.
    fn corners() -> impl Strategy<Value = Vec<(i32, i32)>> {
        let y = prop_oneof![-9000..90_000, (-30..300).prop_map(|y| y << 8)];
        let corner = (
            prop_oneof![3 => Just(None), 1 => (0..100_000).prop_map(Some)],
            y,
        );
        proptest::collection::vec(corner, 3..12).prop_map(|corners| {
            let mut before = 3000;
            let placed = corners.into_iter().map(|(x, y)| {
                before = x.unwrap_or(before);
                (before, y)
            });
            placed.collect()
        })
    }

    proptest! {
        #[test]
        fn a_squeezed_shape_covers_what_it_covers_as_it_is(
            corners in corners(),
            narrow: bool,
            top in -20..50,
        ) {
            let shrink = if narrow { 8 } else { 1 };
            let corners: Vec<_> = corners.into_iter().map(|(x, y)| (x / shrink, y)).collect();
            let next = corners.iter().cycle().skip(1);
            let edges: Vec<_> = corners.iter().zip(next).map(|(&a, &b)| edge(a, b)).collect();
            let all = area(if narrow { 60 } else { 400 }, top..top + 300);
            if let Some((covers, _)) = squeezed(&edges, &all) {
                prop_assert!(covers == as_it_is(&edges, &all));
            }
        }
    }
}
