//! Grids that plots are placed in: rows and columns with ratios and gaps, cells and spans of cells,
//! grids within spans.
//!
//! ```text
//!  left ┌────┐ gap ┌────────┐ right      a cell's width is its ratio's share of what gaps leave;
//!       │0, 0│     │  0, 1  │            a span reaches from its first cell's start
//!       ├────┤     ├────────┤            to its last cell's end, gaps included
//!       │1, 0│     │  1, 1  │
//!       └────┘     └────────┘
//! ```

use std::ops::{Bound, Range, RangeFrom, RangeFull, RangeInclusive, RangeTo, RangeToInclusive};
use std::sync::Arc;

use agg_core::Rect;

use crate::data::Series;
use crate::error::{Error, Result};
use crate::style::SubplotParams;

/// The most rows and columns of a grid: more would be narrower than a pixel on any surface that
/// can be drawn.
const MOST_CELLS: usize = 1 << 16;

/// A grid of rows and columns that plots are placed in.
///
/// Edges are fractions of the figure's width or height, gaps fractions of the average cell's. What
/// is not set comes from the figure ([`Figure::subplots_adjust`](crate::Figure::subplots_adjust),
/// or its style).
///
/// ```
/// use figure::{Figure, GridSpec};
///
/// let mut fig = Figure::default();
/// let grid = GridSpec::new(2, 2)?.width_ratios([3, 1])?.height_ratios([1, 3])?;
/// fig.add_subplot_at(grid.at(0, 0)?).plot_y([1, 2])?;
/// fig.add_subplot_at(grid.at(1, 0)?).plot_y([2, 1])?;
/// fig.add_subplot_at(grid.at(.., 1)?).plot_y([1, 3])?; // both rows
/// # Ok::<(), figure::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct GridSpec {
    pub(crate) nrows: usize,
    pub(crate) ncols: usize,
    pub(crate) heights: Vec<f64>,
    pub(crate) widths: Vec<f64>,
    pub(crate) edges: Edges,
    pub(crate) wspace: Option<f64>,
    pub(crate) hspace: Option<f64>,
    /// The cells that it fills, for a grid within a grid.
    pub(crate) parent: Option<Arc<SubplotSpec>>,
}

/// The edges of a grid, where they are not the figure's.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Edges {
    left: Option<f64>,
    right: Option<f64>,
    bottom: Option<f64>,
    top: Option<f64>,
}

/// A cell of a [`GridSpec`], or a rectangle of cells.
#[derive(Clone, Debug, PartialEq)]
pub struct SubplotSpec {
    pub(crate) grid: Arc<GridSpec>,
    pub(crate) rows: Range<usize>,
    pub(crate) columns: Range<usize>,
}

/// Which rows or columns: a number, counted from 0 at the top or left, or a range of them.
pub trait Span {
    /// The first one, and the one after the last, of `count`.
    fn bounds(self, count: usize) -> Range<usize>;
}

impl Span for usize {
    fn bounds(self, _: usize) -> Range<usize> {
        self..self.saturating_add(1)
    }
}

macro_rules! spans {
    ($($range:ty)*) => {
        $(impl Span for $range {
            fn bounds(self, count: usize) -> Range<usize> {
                of_range(&self, count)
            }
        })*
    };
}

spans! {
    Range<usize> RangeFrom<usize> RangeFull RangeInclusive<usize> RangeTo<usize>
    RangeToInclusive<usize>
}

fn of_range(range: &impl std::ops::RangeBounds<usize>, count: usize) -> Range<usize> {
    let start = match range.start_bound() {
        Bound::Included(&start) => start,
        Bound::Excluded(&before) => before.saturating_add(1),
        Bound::Unbounded => 0,
    };
    let end = match range.end_bound() {
        Bound::Included(&last) => last.saturating_add(1),
        Bound::Excluded(&end) => end,
        Bound::Unbounded => count,
    };
    start..end
}

impl GridSpec {
    /// A grid of equal cells that fills what the figure leaves for subplots.
    ///
    /// # Errors
    ///
    /// [`Error::Grid`] for no rows or columns, or more than 65 536 of them.
    pub fn new(nrows: usize, ncols: usize) -> Result<Self> {
        let cells = 1..=MOST_CELLS;
        if !(cells.contains(&nrows) && cells.contains(&ncols)) {
            return Err(Error::Grid { nrows, ncols });
        }
        Ok(Self {
            nrows,
            ncols,
            heights: vec![1.0; nrows],
            widths: vec![1.0; ncols],
            edges: Edges::default(),
            wspace: None,
            hspace: None,
            parent: None,
        })
    }

    /// The same with columns as wide as these numbers say, relative to each other.
    ///
    /// # Errors
    ///
    /// [`Error::Ratios`] unless there is a number for each column, all of them positive and
    /// finite.
    pub fn width_ratios(self, ratios: impl Series) -> Result<Self> {
        let widths = checked_ratios(ratios, self.ncols)?;
        Ok(Self { widths, ..self })
    }

    /// The same with rows as high as these numbers say, relative to each other, the upper one
    /// first.
    ///
    /// # Errors
    ///
    /// [`Error::Ratios`] unless there is a number for each row, all of them positive and finite.
    pub fn height_ratios(self, ratios: impl Series) -> Result<Self> {
        let heights = checked_ratios(ratios, self.nrows)?;
        Ok(Self { heights, ..self })
    }

    /// The same with another gap between columns, as a share of the average cell's width.
    #[must_use]
    pub fn wspace(self, share: f64) -> Self {
        let wspace = share.is_finite().then_some(share);
        Self { wspace, ..self }
    }

    /// The same with another gap between rows, as a share of the average cell's height.
    #[must_use]
    pub fn hspace(self, share: f64) -> Self {
        let hspace = share.is_finite().then_some(share);
        Self { hspace, ..self }
    }

    /// The same from another left to another right edge, in shares of the figure's width. A grid
    /// within a grid keeps the edges of its cells.
    ///
    /// # Errors
    ///
    /// [`Error::Interval`] unless the first is below the second, and both are finite.
    pub fn horizontal(mut self, left: f64, right: f64) -> Result<Self> {
        let (left, right) = ordered(left, right)?;
        (self.edges.left, self.edges.right) = (Some(left), Some(right));
        Ok(self)
    }

    /// The same from another bottom to another top edge, in shares of the figure's height. A grid
    /// within a grid keeps the edges of its cells.
    ///
    /// # Errors
    ///
    /// [`Error::Interval`] unless the first is below the second, and both are finite.
    pub fn vertical(mut self, bottom: f64, top: f64) -> Result<Self> {
        let (bottom, top) = ordered(bottom, top)?;
        (self.edges.bottom, self.edges.top) = (Some(bottom), Some(top));
        Ok(self)
    }

    /// A cell, or the rectangle of cells that lie in these rows and columns.
    ///
    /// # Errors
    ///
    /// [`Error::Cells`] for cells that the grid has not, and for none.
    pub fn at(&self, rows: impl Span, columns: impl Span) -> Result<SubplotSpec> {
        let (rows, columns) = (rows.bounds(self.nrows), columns.bounds(self.ncols));
        let within = |range: &Range<usize>, count| range.start < range.end && range.end <= count;
        if !(within(&rows, self.nrows) && within(&columns, self.ncols)) {
            return Err(Error::Cells { rows, columns });
        }
        let grid = Arc::new(self.clone());
        Ok(SubplotSpec {
            grid,
            rows,
            columns,
        })
    }

    /// Whether it has edges or gaps of its own.
    pub(crate) fn is_placed(&self) -> bool {
        let Edges {
            left,
            right,
            bottom,
            top,
        } = self.edges;
        let own = [left, right, bottom, top, self.wspace, self.hspace];
        own.into_iter().flatten().any(|value| value != 0.0)
    }

    /// Where it lies and how far its cells are apart, for a figure whose subplots lie as `page`
    /// says.
    pub(crate) fn params(&self, page: &SubplotParams) -> SubplotParams {
        let (wspace, hspace) = (
            self.wspace.unwrap_or(page.wspace),
            self.hspace.unwrap_or(page.hspace),
        );
        match &self.parent {
            Some(cells) => {
                let Rect { x0, y0, x1, y1 } = cells.position(page);
                SubplotParams {
                    left: x0,
                    right: x1,
                    bottom: y0,
                    top: y1,
                    wspace,
                    hspace,
                }
            }
            None => SubplotParams {
                left: self.edges.left.unwrap_or(page.left),
                right: self.edges.right.unwrap_or(page.right),
                bottom: self.edges.bottom.unwrap_or(page.bottom),
                top: self.edges.top.unwrap_or(page.top),
                wspace,
                hspace,
            },
        }
    }
}

impl SubplotSpec {
    /// A grid of equal cells within these cells.
    ///
    /// # Errors
    ///
    /// As for [`GridSpec::new`].
    pub fn subgridspec(&self, nrows: usize, ncols: usize) -> Result<GridSpec> {
        let parent = Some(Arc::new(self.clone()));
        Ok(GridSpec {
            parent,
            ..GridSpec::new(nrows, ncols)?
        })
    }

    /// The cells of the outermost grid that these are in, or are.
    pub(crate) fn topmost(&self) -> &Self {
        match &self.grid.parent {
            Some(cells) => cells.topmost(),
            None => self,
        }
    }

    /// The rectangle on the page, as shares of its width and height.
    pub(crate) fn position(&self, page: &SubplotParams) -> Rect {
        let grid = &self.grid;
        let own = grid.params(page);
        let columns = starts_and_ends(own.right - own.left, &grid.widths, own.wspace);
        let rows = starts_and_ends(own.top - own.bottom, &grid.heights, own.hspace);
        let (left, right) = over(&columns, &self.columns);
        let (top, bottom) = over(&rows, &self.rows);
        Rect {
            x0: own.left + left,
            y0: own.top - bottom,
            x1: own.left + right,
            y1: own.top - top,
        }
    }
}

fn checked_ratios(ratios: impl Series, count: usize) -> Result<Vec<f64>> {
    let ratios = ratios.into_column();
    let positive = ratios.iter().all(|ratio| *ratio > 0.0 && ratio.is_finite());
    if ratios.len() == count && positive {
        Ok(ratios)
    } else {
        Err(Error::Ratios { ratios, count })
    }
}

fn ordered(low: f64, high: f64) -> Result<(f64, f64)> {
    if low < high && low.is_finite() && high.is_finite() {
        Ok((low, high))
    } else {
        Err(Error::Interval { low, high })
    }
}

/// Where the cells of a row of `total` length start and end, with gaps of `gap` times the average
/// length between them.
fn starts_and_ends(total: f64, ratios: &[f64], gap: f64) -> Vec<(f64, f64)> {
    let cells = ratios.len() as f64;
    let average = total / (cells + gap * (cells - 1.0));
    let gap = gap * average;
    let unit = average * cells / ratios.iter().sum::<f64>();
    // Added up one by one: products round differently.
    let mut at = 0.0;
    let cell = |(i, ratio): (usize, &f64)| {
        let start = if i == 0 { at } else { at + gap };
        at = start + ratio * unit;
        (start, at)
    };
    ratios.iter().enumerate().map(cell).collect()
}

/// From the start of the first to the end of the last of some cells.
fn over(cells: &[(f64, f64)], span: &Range<usize>) -> (f64, f64) {
    let start = cells.get(span.start).map_or(0.0, |cell| cell.0);
    let end = span.end.checked_sub(1).and_then(|last| cells.get(last));
    (start, end.map_or(start, |cell| cell.1))
}

/// A rectangle from its left lower corner and its sides.
pub(crate) fn rectangle([left, bottom, width, height]: [f64; 4]) -> Result<Rect> {
    let finite = [left, bottom, width, height].iter().all(|v| v.is_finite());
    if !finite || width < 0.0 || height < 0.0 {
        return Err(Error::Rectangle([left, bottom, width, height]));
    }
    Ok(Rect {
        x0: left,
        y0: bottom,
        x1: left + width,
        y1: bottom + height,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_reach_over_the_gaps_between_their_cells() {
        let grid = GridSpec::new(1, 3)
            .unwrap()
            .width_ratios([2, 1, 1])
            .unwrap();
        let page = SubplotParams {
            left: 0.0,
            right: 1.0,
            bottom: 0.0,
            top: 1.0,
            wspace: 0.5,
            hspace: 0.0,
        };
        let columns = |span: Range<usize>| {
            let Rect { x0, x1, .. } = grid.at(0, span).unwrap().position(&page);
            (x0, x1)
        };
        assert_eq!(columns(0..1), (0.0, 0.375));
        assert_eq!(columns(1..3), (0.5, 1.0));
        assert_eq!(columns(0..3), (0.0, 1.0));
    }

    #[test]
    fn ranges_of_every_kind_are_spans() {
        assert_eq!(3.bounds(5), 3..4);
        assert_eq!((..).bounds(5), 0..5);
        assert_eq!((2..).bounds(5), 2..5);
        assert_eq!((..=2).bounds(5), 0..3);
        assert_eq!((1..=2).bounds(5), 1..3);
    }
}
