//! Contours of a field that is known at the points of a grid: lines along which it has a value, and
//! the regions between two values. No drawing; this module is of use alone.
//!
//! ```text
//!     nw ──── N ──── ne        A cell has four corners. Where one of them is missing, the triangle of
//!     │   ╲          │         the others is left, and the diagonal is its third edge.
//!     W     line     E
//!     │          ╲   │         A line enters a cell by an edge whose ends lie on both sides of the
//!     sw ──── S ──── se        level, and leaves it by another: to the left, straight on, to the right.
//! ```
//!
//! Lines keep what is above the level on their left. They are followed from cell to cell, first
//! those that start at the border of the field (or of a gap in it), then those that close upon
//! themselves. A cell whose corners are above and below in turn is a saddle: two lines pass
//! through it, and whether they turn left or right the mean of the corners decides.
//!
//! Regions are followed the same way, along the lower level, the upper level and the border in turn,
//! from the lowest row up, so that a hole is always met after the region that it is in.
//!
//! The order of lines, the point each starts at, and the arithmetic are those of contourpy's
//! `mpl2014` algorithm with corner masks, which is matplotlib's default, because joins and pixels
//! depend on them.

mod fill;
mod grid;
mod height;
mod trace;

use agg_core::{Path, Point};

use crate::contour::grid::{Corners, Grid};
use crate::data::Matrix;
use crate::error::{Error, Result};

/// A field over a grid of points, ready to be contoured.
///
/// ```
/// use figure::contour::Field;
/// use figure::Matrix;
///
/// let heights = Matrix::new([0, 0, 0, 0, 2, 0, 0, 0, 0], 3)?;
/// let field = Field::over_indices(heights)?;
/// let lines = field.lines(1.0);
/// assert_eq!(lines.len(), 1);
/// assert!(lines[0].is_closed());
/// assert_eq!(lines[0].points().len(), 5); // the start counts twice
/// # Ok::<(), figure::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Field {
    grid: Grid,
}

/// A line along which a field has the same value.
#[derive(Clone, Debug, PartialEq)]
pub struct Contour {
    points: Vec<Point>,
}

/// A connected part of a field between two values, without its holes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Region {
    outline: Vec<Point>,
    holes: Vec<Vec<Point>>,
}

impl Field {
    /// A field of values at points; where a value is NaN or infinite, the field has a gap.
    ///
    /// # Errors
    ///
    /// [`Error::FieldSize`] for fewer than two rows or columns, [`Error::LengthMismatch`] where there
    /// are more or fewer coordinates than values.
    pub fn new(xs: &Matrix, ys: &Matrix, values: Matrix) -> Result<Self> {
        let size = size(&values)?;
        for coordinates in [xs, ys] {
            if (coordinates.rows(), coordinates.columns()) != size {
                return Err(Error::LengthMismatch {
                    x: coordinates.values().len(),
                    y: values.values().len(),
                });
            }
        }
        let points = xs.values().iter().zip(ys.values());
        let points = points.map(|(&x, &y)| Point::new(x, y)).collect();
        Ok(Self::of_points(points, values))
    }

    /// A field of values at as many points.
    fn of_points(points: Vec<Point>, values: Matrix) -> Self {
        Self {
            grid: Grid::new(values.columns(), points, values.into_values(), Corners::Cut),
        }
    }

    /// A field of values at the points (column, row).
    ///
    /// # Errors
    ///
    /// As for [`new`](Self::new).
    pub fn over_indices(values: Matrix) -> Result<Self> {
        let count = |count: usize| (0..count).map(|i| i as f64).collect::<Vec<f64>>();
        let (xs, ys) = (count(values.columns()), count(values.rows()));
        Self::over(&xs, &ys, values)
    }

    /// A field of values at points that are spread evenly over an extent: left, right, bottom, top.
    ///
    /// # Errors
    ///
    /// As for [`new`](Self::new).
    pub fn over_extent(values: Matrix, [left, right, bottom, top]: [f64; 4]) -> Result<Self> {
        let spread = |start: f64, end: f64, count: usize| {
            let last = count.saturating_sub(1);
            let step = (end - start) / last as f64;
            let at = move |i: usize| {
                if i == last {
                    end
                } else {
                    i as f64 * step + start
                }
            };
            (0..count).map(at).collect::<Vec<f64>>()
        };
        let xs = spread(left, right, values.columns());
        let ys = spread(bottom, top, values.rows());
        Self::over(&xs, &ys, values)
    }

    /// A field of values in the middle of pixels, the first row at the bottom, over an extent (left,
    /// right, bottom, top) or over as many units as there are pixels.
    ///
    /// # Errors
    ///
    /// As for [`new`](Self::new).
    pub fn over_pixels(values: Matrix, extent: Option<[f64; 4]>) -> Result<Self> {
        Self::in_the_middle(values, extent, false)
    }

    /// The same with the first row at the top, as images have it.
    ///
    /// # Errors
    ///
    /// As for [`new`](Self::new).
    pub fn over_image(values: Matrix, extent: Option<[f64; 4]>) -> Result<Self> {
        Self::in_the_middle(values, extent, true)
    }

    fn in_the_middle(values: Matrix, extent: Option<[f64; 4]>, downwards: bool) -> Result<Self> {
        let (columns, rows) = (values.columns(), values.rows());
        let whole = [0.0, columns as f64, 0.0, rows as f64];
        let [left, right, bottom, top] = extent.unwrap_or(whole);
        let middles = |start: f64, end: f64, count: usize| {
            let step = (end - start) / count as f64;
            let middle = move |i: usize| start + (i as f64 + 0.5) * step;
            (0..count).map(middle).collect::<Vec<f64>>()
        };
        let xs = middles(left, right, columns);
        let mut ys = middles(bottom, top, rows);
        if downwards {
            ys.reverse();
        }
        Self::over(&xs, &ys, values)
    }

    /// A field over a grid of columns and rows.
    pub(crate) fn over(xs: &[f64], ys: &[f64], values: Matrix) -> Result<Self> {
        if (ys.len(), xs.len()) != size(&values)? {
            return Err(Error::LengthMismatch {
                x: xs.len() * ys.len(),
                y: values.values().len(),
            });
        }
        let mut points = Vec::with_capacity(values.values().len());
        for &y in ys {
            points.extend(xs.iter().map(|&x| Point::new(x, y)));
        }
        Ok(Self::of_points(points, values))
    }

    /// The same field where nothing is left of a cell that has a gap at one of its corners, or, if
    /// `cut`, the triangle of the other three (as it is unless told otherwise).
    #[must_use]
    pub(crate) fn with_corners_cut(&self, cut: bool) -> Self {
        let corners = if cut { Corners::Cut } else { Corners::Dropped };
        Self {
            grid: self.grid.with_corners(corners),
        }
    }

    /// The smallest and the largest value; `None` where the field is all gaps.
    #[must_use]
    pub fn range(&self) -> Option<(f64, f64)> {
        self.grid.range()
    }

    /// The smallest and the largest x, and y, of the points.
    pub(crate) fn edges(&self) -> [(f64, f64); 2] {
        self.grid.edges()
    }

    /// The same field with gaps where values are zero or below.
    pub(crate) fn positive(&self) -> Self {
        let positive = |&value: &f64| if value > 0.0 { value } else { f64::NAN };
        Self {
            grid: self.grid.with_values(positive),
        }
    }

    /// The smallest value above zero.
    pub(crate) fn least_positive(&self) -> Option<f64> {
        let values = self.grid.values().iter().copied();
        values
            .filter(|v| v.is_finite() && *v > 0.0)
            .reduce(f64::min)
    }

    /// The points that values were given for, gaps too.
    #[must_use]
    pub fn points(&self) -> &[Point] {
        self.grid.points()
    }

    /// The lines along which the field has a value, those that end at its border first.
    #[must_use]
    pub fn lines(&self, level: f64) -> Vec<Contour> {
        self.lines_of(&[level]).pop().unwrap_or_default()
    }

    /// The lines of each of several levels.
    pub(crate) fn lines_of(&self, levels: &[f64]) -> Vec<Vec<Contour>> {
        let contours = |lines: Vec<Vec<Point>>| {
            let lines = lines.into_iter();
            lines.map(|points| Contour { points }).collect()
        };
        let levels = trace::lines(&self.grid, levels).into_iter();
        levels.map(contours).collect()
    }

    /// The parts of the field above one value, and up to another.
    #[must_use]
    pub fn regions(&self, above: f64, up_to: f64) -> Vec<Region> {
        fill::regions(&self.grid, (above, up_to))
    }

    /// The parts of the field above each value, and up to the next.
    pub(crate) fn layers(&self, boundaries: &[f64]) -> Vec<Vec<Region>> {
        fill::layers(&self.grid, boundaries)
    }
}

/// The rows and columns of a field, which has cells.
fn size(values: &Matrix) -> Result<(usize, usize)> {
    let (rows, columns) = (values.rows(), values.columns());
    if rows < 2 || columns < 2 {
        return Err(Error::FieldSize { rows, columns });
    }
    Ok((rows, columns))
}

impl Contour {
    /// A line through points.
    pub(crate) fn open(points: Vec<Point>) -> Self {
        Self { points }
    }

    /// The points, in order; of a closed line, the last is the first again.
    #[must_use]
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// Whether it ends where it starts.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.points.len() > 1 && self.points.first() == self.points.last()
    }
}

impl Region {
    /// The corners of its border; the last is joined to the first.
    #[must_use]
    pub fn outline(&self) -> &[Point] {
        &self.outline
    }

    /// The corners of its holes' borders, which run the other way round.
    #[must_use]
    pub fn holes(&self) -> &[Vec<Point>] {
        &self.holes
    }
}

/// All lines as one path.
#[must_use]
pub fn path_of_lines(lines: &[Contour]) -> Path {
    let mut path = Path::new();
    for line in lines {
        if line.is_closed() {
            let end = line.points.len() - 1;
            add(&mut path, line.points.get(..end).unwrap_or_default());
            path.close();
        } else {
            add(&mut path, &line.points);
        }
    }
    path
}

/// All regions as one path, to be filled by the rule of non-zero winding.
#[must_use]
pub fn path_of_regions(regions: &[Region]) -> Path {
    let mut path = Path::new();
    for region in regions {
        for border in std::iter::once(&region.outline).chain(&region.holes) {
            add(&mut path, border);
            path.close();
        }
    }
    path
}

fn add(path: &mut Path, points: &[Point]) {
    for (i, &point) in points.iter().enumerate() {
        if i == 0 {
            path.move_to(point);
        } else {
            path.line_to(point);
        }
    }
}
