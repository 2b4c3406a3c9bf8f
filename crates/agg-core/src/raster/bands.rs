//! Bands: so many rows at a time as have room in the nearer caches.
//!
//! A shape's edges are put in order by the band in which they begin; then each band is accumulated
//! and swept before the next one. What an edge leaves in a band does not depend on the others, so
//! bands may be of any height.

use crate::raster::cells::Cells;
use crate::raster::edge::Edge;
use crate::raster::span::FillRule;
use crate::raster::spans::Spans;
use crate::raster::sum::Sum;
use fearless_simd::{Level, Simd, dispatch, i32x4, prelude::*};
use std::ops::Range;

/// So many cells, and no more unless one row has them, make a band, in as many rows as a power of
/// two: they stay in the L2 cache.
const BAND_CELLS: usize = 96 * 1024;
/// Where more than one in so many cells begins an edge, to put edges in order costs more than cells
/// further away,
const CROWDED: usize = 64;
/// if they are no more than this: 4 MB.
const MOST_CROWDED: usize = 1 << 20;

/// The pixels that edges touch.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounds {
    pub(super) x: (i32, i32),
    pub(super) y: (i32, i32),
}

impl Bounds {
    /// Those of nothing.
    pub(super) const NONE: Self = Self {
        x: (i32::MAX, i32::MIN),
        y: (i32::MAX, i32::MIN),
    };

    /// What both enclose.
    pub(super) fn with(self, other: Self) -> Self {
        let both = |a: (i32, i32), b: (i32, i32)| (a.0.min(b.0), a.1.max(b.1));
        Self {
            x: both(self.x, other.x),
            y: both(self.y, other.y),
        }
    }

    pub(super) fn of(level: Level, edges: &[Edge]) -> Self {
        let ends = edges.iter().map(|e| [e.x1, e.y1, e.x2, e.y2]);
        dispatch!(level, simd => Self::of_pairs(simd, ends))
    }

    /// Those of edges between corners.
    pub(super) fn of_corners(level: Level, corners: &[[i32; 2]]) -> Self {
        let (pairs, odd) = corners.as_chunks::<2>();
        let pairs = pairs.iter().map(|&[[x1, y1], [x2, y2]]| [x1, y1, x2, y2]);
        let bounds = dispatch!(level, simd => Self::of_pairs(simd, pairs));
        odd.iter().fold(bounds, |bounds, &[x, y]| {
            let (x, y) = ((x, x), (y, y));
            bounds.with(Self { x, y })
        })
    }

    /// Those of points, two by two.
    #[inline(always)]
    fn of_pairs<S: Simd>(simd: S, pairs: impl Iterator<Item = [i32; 4]>) -> Self {
        let [low, high] = simd.vectorize(
            #[inline(always)]
            || {
                let none = [i32::MAX, i32::MIN].map(|v| i32x4::splat(simd, v));
                let ends = pairs.fold(none, |[low, high], pair| {
                    let pair = i32x4::from_slice(simd, &pair);
                    [low.min(pair), high.max(pair)]
                });
                ends.map(|v| <[i32; 4]>::try_from(v.as_slice()).unwrap_or_default())
            },
        );
        Self {
            x: (low[0].min(low[2]), high[0].max(high[2])),
            y: (low[1].min(low[3]), high[1].max(high[3])),
        }
    }

    /// The columns or rows from one coordinate to another, within limits.
    pub(super) fn pixels((low, high): (i32, i32), (start, end): (i32, i32)) -> Range<i32> {
        let low = low >> 8;
        low.max(start)..((high >> 8).saturating_add(1)).min(end).max(low)
    }
}

/// The pixels that edges touch, and the column after the last that can be seen: what lies between
/// the two may be inside the shape.
pub(super) struct Area {
    pub(super) columns: Range<i32>,
    pub(super) rows: Range<i32>,
    pub(super) limit: i32,
}

/// Accumulates and sweeps one band of rows after the other.
pub(super) fn sweep_bands<T: Sum>(
    edges: &[Edge],
    cells: &mut Cells<T>,
    area: &Area,
    (how, is_over): ((Level, FillRule), &impl Fn() -> bool),
    visit: &mut impl FnMut(Spans<'_>),
) {
    let width = area.columns.len() + 2;
    let size = width.saturating_mul(area.rows.len());
    let height = (BAND_CELLS / width).clamp(1, area.rows.len()) as i32;
    let is_crowded = edges.len() > size / CROWDED && size <= MOST_CROWDED;
    if is_crowded || height as usize >= area.rows.len() {
        cells.prepare(&area.columns, &area.rows);
        cells.add(edges, &area.rows);
        return visit(cells.sweep(&area.rows, area.limit, how));
    }
    let bits = height.ilog2();
    let mut by_band = Bands::new(edges, &area.rows, bits);
    let mut start = area.rows.start;
    while start < area.rows.end && !is_over() {
        let band = start..(start + (1 << bits)).min(area.rows.end);
        cells.prepare(&area.columns, &band);
        by_band.next(&band, |edges| cells.add(edges, &band));
        visit(cells.sweep(&band, area.limit, how));
        start = band.end;
    }
}

/// Edges by the band in which they begin.
struct Bands {
    /// Band after band.
    edges: Vec<Edge>,
    /// Where in `edges` each band ends.
    ends: Vec<u32>,
    /// How many bands have been taken up, and how many of `edges`.
    taken: (usize, usize),
    /// Those of bands above that go on.
    active: Vec<Edge>,
}

impl Bands {
    /// Bands of 2 to the power of `bits` rows: counts how many edges begin in each, and puts them
    /// where these counts say.
    fn new(edges: &[Edge], rows: &Range<i32>, bits: u32) -> Self {
        let mut ends = vec![0; rows.len().div_ceil(1 << bits)];
        let last = ends.len().saturating_sub(1);
        let first = rows.start;
        let band = |e: &Edge| (((e.y1.min(e.y2) >> 8) - first).max(0) >> bits) as usize;
        for edge in edges {
            if let Some(count) = ends.get_mut(band(edge).min(last)) {
                *count += 1;
            }
        }
        let mut before = 0;
        for end in &mut ends {
            (*end, before) = (before, before + *end);
        }
        let mut sorted = edges.to_vec();
        for edge in edges {
            if let Some(end) = ends.get_mut(band(edge).min(last)) {
                if let Some(place) = sorted.get_mut(*end as usize) {
                    *place = *edge;
                }
                *end += 1;
            }
        }
        Self {
            edges: sorted,
            ends,
            taken: (0, 0),
            active: Vec::new(),
        }
    }

    /// Hands on the edges that touch the next band, which has these rows.
    fn next(&mut self, band: &Range<i32>, mut visit: impl FnMut(&[Edge])) {
        let (bands, start) = self.taken;
        let end = self.ends.get(bands).map_or(start, |&end| end as usize);
        let begun = self.edges.get(start..end).unwrap_or_default();
        self.taken = (bands + 1, end);
        visit(&self.active);
        visit(begun);
        let goes_on = |edge: &Edge| edge.rows().end > band.end;
        self.active.retain(goes_on);
        let further = begun.iter().filter(|edge| goes_on(edge));
        self.active.extend(further.copied());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The spans of a star whose rows begin at `top`, by bands or by all rows at once.
    fn covers(top: i32, by_bands: bool) -> Vec<u8> {
        let corners = [(300, 0), (590, 700), (10, 250), (595, 240), (15, 699)];
        let edges = (0..5).map(|i| {
            let ((x1, y1), (x2, y2)) = (corners[i], corners[(i + 1) % 5]);
            let [y1, y2] = [y1, y2].map(|y| (top + y) << 8);
            Edge {
                x1: x1 << 8,
                y1,
                x2: x2 << 8,
                y2,
            }
        });
        let edges: Vec<_> = edges.collect();
        let area = Area {
            columns: 0..600,
            rows: top..top + 701,
            limit: 600,
        };
        let mut covers = vec![0; 600 * 701];
        let mut keep = |spans: Spans<'_>| {
            spans.for_each(|span| {
                let at = (span.y() - top) as usize * 600 + span.x() as usize;
                let row = covers[at..at + span.len()].iter_mut().zip(span.x()..);
                row.for_each(|(cover, x)| *cover = span.cover(x));
            });
        };
        let how = (Level::baseline(), FillRule::EvenOdd);
        let mut cells = Cells::<i32>::default();
        if by_bands {
            sweep_bands(&edges, &mut cells, &area, (how, &|| false), &mut keep);
        } else {
            cells.prepare(&area.columns, &area.rows);
            cells.add(&edges, &area.rows);
            keep(cells.sweep(&area.rows, area.limit, how));
        }
        covers
    }

    #[test]
    fn bands_give_the_same_as_one_wherever_they_begin() {
        let whole = covers(0, false);
        assert_eq!(whole[100 * 600 + 300], 255);
        for top in [0, 500, 4000, -500, -4000] {
            assert!(covers(top, true) == whole, "{top}");
        }
    }
}
