//! The page, the frames on it, and the straight-line maps from data to pixels.

use agg_core::{Affine, Rect};

use crate::axes::{Aspect, Place, Side};
use crate::error::{Error, Result};
use crate::figure::Figure;
use crate::style::SubplotParams;

/// Pixels beyond which no surface can be made, along either side.
const MOST_PIXELS: f64 = 8_388_608.0;

/// The page in pixels, not rounded.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Page {
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) dpi: f64,
}

impl Page {
    /// The figure's page, or the error that it cannot be drawn.
    pub(crate) fn new(figure: &Figure) -> Result<Self> {
        let ((width, height), dpi) = (figure.size(), figure.dpi());
        let page = Self {
            width: width * dpi,
            height: height * dpi,
            dpi,
        };
        let drawable = |pixels: f64| (1.0..MOST_PIXELS).contains(&pixels);
        if dpi > 0.0 && dpi.is_finite() && drawable(page.width) && drawable(page.height) {
            Ok(page)
        } else {
            Err(Error::FigureSize { width, height, dpi })
        }
    }

    /// Its size in whole pixels; the page's sides are below 2²³, so the casts only cut off.
    pub(crate) fn pixels(&self) -> (u32, u32) {
        (self.width as u32, self.height as u32)
    }

    /// A length in points, in pixels.
    pub(crate) fn px(&self, points: f64) -> f64 {
        points * self.dpi / 72.0
    }

    /// A shift in points, in pixels: as [`px`](Self::px), but through inches, which rounds
    /// differently.
    pub(crate) fn shift(&self, points: f64) -> f64 {
        self.dpi * (points / 72.0)
    }
}

/// A straight-line map of one coordinate: `factor·v + shift`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Linear {
    pub(crate) factor: f64,
    pub(crate) shift: f64,
}

impl Linear {
    pub(crate) fn apply(&self, v: f64) -> f64 {
        self.factor * v + self.shift
    }

    /// The map that takes `start..end` to where this one takes 0..1.
    pub(crate) fn after_limits(&self, (start, end): (f64, f64)) -> Self {
        let scale = 1.0 / (end - start);
        Self {
            factor: self.factor * scale,
            shift: self.factor * (-start * scale) + self.shift,
        }
    }

    /// The same map, shifted on.
    pub(crate) fn shifted(&self, by: f64) -> Self {
        Self {
            factor: self.factor,
            shift: self.shift + by,
        }
    }

    /// The two maps as one of the plane.
    pub(crate) fn plane(x: Self, y: Self) -> Affine {
        Affine::new([x.factor, 0.0, 0.0, y.factor, x.shift, y.shift])
    }
}

/// The rectangle that data is drawn into.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Frame {
    /// From fractions of the width, 0 at the left, to pixels.
    pub(crate) x: Linear,
    /// From fractions of the height, 0 at the bottom, to pixels.
    pub(crate) y: Linear,
    /// The edges as the grid of subplots gives them. The maps reach the same places, but for the
    /// last bit.
    pub(crate) edges: Rect,
    /// The edges as fractions of the page.
    pub(crate) share: Rect,
}

impl Frame {
    /// The frame of a cell in a grid that fills a share of the page.
    pub(crate) fn new(place: Place, grid: &SubplotParams, page: Page) -> Self {
        let Place::Cell {
            nrows,
            ncols,
            row,
            column,
        } = place;
        let (left, right) = cell(grid.right - grid.left, ncols, column, grid.wspace);
        let (top, bottom) = cell(grid.top - grid.bottom, nrows, row, grid.hspace);
        let share = Rect {
            x0: grid.left + left,
            y0: grid.top - bottom,
            x1: grid.left + right,
            y1: grid.top - top,
        };
        Self::of_share(share, page)
    }

    /// The frame over a share of the page: fractions of its width and height.
    pub(crate) fn of_share(share: Rect, page: Page) -> Self {
        let edges = Rect {
            x0: share.x0 * page.width,
            y0: share.y0 * page.height,
            x1: share.x1 * page.width,
            y1: share.y1 * page.height,
        };
        let map = |start: f64, end: f64| Linear {
            factor: end - start,
            shift: start,
        };
        Self {
            x: map(edges.x0, edges.x1),
            y: map(edges.y0, edges.y1),
            edges,
            share,
        }
    }

    /// The frame made smaller about its middle, so that units of x and y are as long as the plot's
    /// aspect says.
    /// `lengths` are those of the views, along their scales.
    pub(crate) fn with_aspect(self, aspect: Option<Aspect>, lengths: [f64; 2], page: Page) -> Self {
        let Some(Aspect::Ratio(ratio)) = aspect else {
            return self;
        };
        let [x, y] = lengths.map(|length| length.abs().max(1e-30));
        let box_aspect = ratio * (y / x);
        if !(box_aspect > 0.0 && box_aspect.is_finite()) {
            return self;
        }
        let Rect { x0, y0, x1, y1 } = self.share;
        let (width, height, page_aspect) = (x1 - x0, y1 - y0, page.height / page.width);
        let tall = width * box_aspect / page_aspect;
        let (right, top) = if tall <= height {
            (x0 + width, y0 + tall)
        } else {
            (x0 + height * page_aspect / box_aspect, y0 + height)
        };
        let by_x = (x0 + 0.5 * (width - (right - x0))) - x0;
        let by_y = (y0 + 0.5 * (height - (top - y0))) - y0;
        let share = Rect {
            x0: x0 + by_x,
            y0: y0 + by_y,
            x1: right + by_x,
            y1: top + by_y,
        };
        Self::of_share(share, page)
    }

    /// What lines are clipped to.
    pub(crate) fn clip(&self) -> Rect {
        Rect {
            x0: self.x.apply(0.0),
            y0: self.y.apply(0.0),
            x1: self.x.apply(1.0),
            y1: self.y.apply(1.0),
        }
    }

    /// The map across a side, from its inside: 0 and 1 are the near and the far edge, moved out
    /// by so many points.
    pub(crate) fn across(&self, side: Side, outward: f64, page: Page) -> Linear {
        let (map, sign) = match side {
            Side::Left => (self.x, -1.0),
            Side::Right => (self.x, 1.0),
            Side::Bottom => (self.y, -1.0),
            Side::Top => (self.y, 1.0),
        };
        if outward == 0.0 {
            map
        } else {
            map.shifted(page.shift(outward * sign))
        }
    }
}

/// Where cell `index` of `count` in a row of `total` length starts and ends, with gaps of `gap`
/// times the cells' length between them.
fn cell(total: f64, count: usize, index: usize, gap: f64) -> (f64, f64) {
    let cells = count as f64;
    let length = total / (cells + gap * (cells - 1.0));
    let gap = gap * length;
    let length = length * cells / cells;
    // Added up one by one: the product rounds differently.
    let start = (0..index).fold(0.0, |start, _| start + length + gap);
    (start, start + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_only_cell_fills_the_subplot_area() {
        let page = Page {
            width: 500.0,
            height: 400.0,
            dpi: 100.0,
        };
        let place = Place::Cell {
            nrows: 1,
            ncols: 1,
            row: 0,
            column: 0,
        };
        let frame = Frame::new(place, &SubplotParams::default(), page);
        assert_eq!((frame.x.factor, frame.x.shift), (387.5, 62.5));
        assert_eq!((frame.y.factor, frame.y.shift), (308.0, 43.99999999999999));
    }

    #[test]
    fn a_map_takes_limits_to_the_edges() {
        let map = Linear {
            factor: 100.0,
            shift: 10.0,
        }
        .after_limits((-1.0, 3.0));
        assert_eq!([map.apply(-1.0), map.apply(3.0)], [10.0, 110.0]);
    }
}
