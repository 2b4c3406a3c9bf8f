//! Rectangles: real ones for geometry, half-open pixel ones for clip boxes.

use crate::geometry::Point;

/// An axis-aligned rectangle with real corners.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// The smaller x.
    pub x0: f64,
    /// The smaller y (the top, where y points down).
    pub y0: f64,
    /// The larger x.
    pub x1: f64,
    /// The larger y.
    pub y1: f64,
}

impl Rect {
    /// The rectangle between two opposite corners, in either order.
    ///
    /// ```
    /// use agg_core::Rect;
    ///
    /// let r = Rect::new(10.0, 8.0, 2.0, 4.0);
    /// assert_eq!((r.x0, r.y0, r.width(), r.height()), (2.0, 4.0, 8.0, 4.0));
    /// ```
    #[must_use]
    pub fn new(x0: f64, y0: f64, x1: f64, y1: f64) -> Self {
        Self {
            x0: x0.min(x1),
            y0: y0.min(y1),
            x1: x0.max(x1),
            y1: y0.max(y1),
        }
    }

    /// The extent along x.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.x1 - self.x0
    }

    /// The extent along y.
    #[must_use]
    pub fn height(&self) -> f64 {
        self.y1 - self.y0
    }

    /// The corners, from (x0, y0) along x first.
    #[must_use]
    pub fn corners(&self) -> [Point; 4] {
        let Self { x0, y0, x1, y1 } = *self;
        [(x0, y0), (x1, y0), (x1, y1), (x0, y1)].map(Point::from)
    }

    /// The smallest rectangle that holds all finite points of an iterator, or `None` without any.
    #[must_use]
    pub fn bounding(points: impl IntoIterator<Item = Point>) -> Option<Self> {
        points
            .into_iter()
            .filter(|p| p.is_finite())
            .fold(None, |bounds, p| {
                let r = bounds.unwrap_or(Self {
                    x0: p.x,
                    y0: p.y,
                    x1: p.x,
                    y1: p.y,
                });
                Some(Self {
                    x0: r.x0.min(p.x),
                    y0: r.y0.min(p.y),
                    x1: r.x1.max(p.x),
                    y1: r.y1.max(p.y),
                })
            })
    }

    /// The rectangle grown by `by` on each side.
    #[must_use]
    pub fn inflated(&self, by: f64) -> Self {
        Self {
            x0: self.x0 - by,
            y0: self.y0 - by,
            x1: self.x1 + by,
            y1: self.y1 + by,
        }
    }
}

/// A half-open rectangle of pixels: columns `x0..x1`, rows `y0..y1`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct IntRect {
    /// The first column.
    pub x0: i32,
    /// The first row.
    pub y0: i32,
    /// The column after the last.
    pub x1: i32,
    /// The row after the last.
    pub y1: i32,
}

impl IntRect {
    /// The pixels from (x0, y0) up to but not including (x1, y1); empty where x1 ≤ x0 or y1 ≤ y0.
    #[must_use]
    pub const fn new(x0: i32, y0: i32, x1: i32, y1: i32) -> Self {
        Self { x0, y0, x1, y1 }
    }

    /// The pixels that both rectangles hold.
    #[must_use]
    pub fn intersection(&self, other: Self) -> Self {
        Self {
            x0: self.x0.max(other.x0),
            y0: self.y0.max(other.y0),
            x1: self.x1.min(other.x1),
            y1: self.y1.min(other.y1),
        }
    }

    /// The least rectangle that holds both, of which neither is empty.
    pub(crate) fn union(&self, other: Self) -> Self {
        Self {
            x0: self.x0.min(other.x0),
            y0: self.y0.min(other.y0),
            x1: self.x1.max(other.x1),
            y1: self.y1.max(other.y1),
        }
    }

    /// Whether it holds `len` pixels of row `y` from column `x` on.
    pub(crate) fn holds_row(&self, x: i32, y: i32, len: usize) -> bool {
        let room = i64::from(self.x1) - i64::from(x);
        x >= self.x0 && (self.y0..self.y1).contains(&y) && room >= 0 && len as i64 <= room
    }

    /// How many pixels it holds.
    #[must_use]
    pub fn area(&self) -> u64 {
        let side = |low: i32, high: i32| u64::from(high.max(low).abs_diff(low));
        side(self.x0, self.x1) * side(self.y0, self.y1)
    }

    /// Whether there is no pixel in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.x1 <= self.x0 || self.y1 <= self.y0
    }
}
