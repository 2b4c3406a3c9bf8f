//! Points counted in hexagons, and in rectangles.

use std::sync::Arc;

use agg_core::Path;

use crate::artist::{Artist, Bins, Collection, Colors, Coords, Mapped, Mesh, Role, Shapes, Unit};
use crate::axes::{Axes, Histogram};
use crate::data::{Matrix, Series, pair, pairwise_sum};
use crate::error::{Error, Result};
use crate::limits::{DataLimits, Fit};
use crate::scale::LogScale;
use crate::ticker::{Direction, Expansion, log10, nonsingular};

/// More hexagons or rectangles than can be told apart on any surface.
const MOST_CELLS: usize = 1 << 24;
/// How far hexagons reach beyond the points, so that rounding leaves none out.
const PADDING: f64 = 1e-9;

/// What a number for the values in one hexagon is.
type Reduce = Arc<dyn Fn(&[f64]) -> f64 + Send + Sync>;

/// How points are gathered in hexagons.
///
/// ```
/// use figure::Hexbin;
///
/// # let mut figure = figure::Figure::default();
/// let ax = figure.add_subplot(1, 1, 1)?;
/// let how = Hexbin::new().gridsize(20).mincnt(1);
/// ax.hexbin([1.0, 1.1, 3.0], [2.0, 2.1, 0.5], &how)?.cmap("magma");
/// let mean = Hexbin::new().gridsize_xy(10, 4).values([5, 7, 9]);
/// let largest = mean.clone().reduce(|all| all.iter().copied().fold(0.0, f64::max));
/// ax.hexbin([1.0, 1.1, 3.0], [2.0, 2.1, 0.5], &largest)?;
/// assert!(ax.hexbin([1.0], [2.0], &mean).is_err());
/// # Ok::<(), figure::Error>(())
/// ```
#[derive(Clone)]
pub struct Hexbin {
    size: (usize, Option<usize>),
    extent: Option<[f64; 4]>,
    mincnt: Option<usize>,
    values: Option<Vec<f64>>,
    reduce: Option<Reduce>,
    levels: Option<usize>,
    marginals: bool,
    /// Whether x, and y, are logarithmic.
    logarithmic: [bool; 2],
}

impl std::fmt::Debug for Hexbin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Hexbin")
            .field("size", &self.size)
            .field("extent", &self.extent)
            .field("mincnt", &self.mincnt)
            .field("values", &self.values)
            .field("levels", &self.levels)
            .finish_non_exhaustive()
    }
}

impl Default for Hexbin {
    fn default() -> Self {
        Self::new()
    }
}

impl Hexbin {
    /// A hundred hexagons across, and all of them shown with the number of points in them.
    #[must_use]
    pub fn new() -> Self {
        Self {
            size: (100, None),
            extent: None,
            mincnt: None,
            values: None,
            reduce: None,
            levels: None,
            marginals: false,
            logarithmic: [false; 2],
        }
    }

    /// On a logarithmic axis of x; an extent is in powers of ten then.
    #[must_use]
    pub fn logarithmic_x(mut self) -> Self {
        self.logarithmic[0] = true;
        self
    }

    /// On a logarithmic axis of y; an extent is in powers of ten then.
    #[must_use]
    pub fn logarithmic_y(mut self) -> Self {
        self.logarithmic[1] = true;
        self
    }

    /// So many hexagons across, and as many upwards as make them regular on a square page.
    #[must_use]
    pub fn gridsize(mut self, across: usize) -> Self {
        self.size = (across, None);
        self
    }

    /// So many hexagons across and upwards.
    #[must_use]
    pub fn gridsize_xy(mut self, across: usize, up: usize) -> Self {
        self.size = (across, Some(up));
        self
    }

    /// Hexagons from `left` to `right` and `bottom` to `top`, in place of all points.
    #[must_use]
    pub fn extent(mut self, left: f64, right: f64, bottom: f64, top: f64) -> Self {
        self.extent = Some([left, right, bottom, top]);
        self
    }

    /// Only hexagons with so many points at least.
    #[must_use]
    pub fn mincnt(mut self, count: usize) -> Self {
        self.mincnt = Some(count);
        self
    }

    /// A value for each point; hexagons show the mean of theirs in place of the number of points.
    #[must_use]
    pub fn values(mut self, values: impl Series) -> Self {
        self.values = Some(values.into_column());
        self
    }

    /// What hexagons show of their points' values in place of the mean; NaN leaves a hexagon out.
    #[must_use]
    pub fn reduce(mut self, reduce: impl Fn(&[f64]) -> f64 + Send + Sync + 'static) -> Self {
        self.reduce = Some(Arc::new(reduce));
        self
    }

    /// Bars along the lower and the left edge, too, coloured by the mean (or what else it is) of their
    /// points' values. Without values, as in matplotlib, all points count as 1 there.
    #[must_use]
    pub fn marginals(mut self) -> Self {
        self.marginals = true;
        self
    }

    /// Only so many levels of what hexagons show: they are numbered in equal steps.
    #[must_use]
    pub fn bins(mut self, levels: usize) -> Self {
        self.levels = Some(levels);
        self
    }
}

/// Two grids of hexagons, the second half a hexagon up and to the right of the first.
struct Hive {
    /// Lower left corner.
    corner: (f64, f64),
    /// The distance of hexagons in a row, and of rows in one of the grids.
    step: (f64, f64),
    count: (usize, usize),
}

impl Hive {
    /// How many hexagons the first grid has across and up.
    fn first(&self) -> (usize, usize) {
        (self.count.0 + 1, self.count.1 + 1)
    }

    /// The number of the hexagon that a point is in.
    fn cell(&self, (x, y): (f64, f64)) -> Option<usize> {
        let (x, y) = (
            (x - self.corner.0) / self.step.0,
            (y - self.corner.1) / self.step.1,
        );
        let (i1, j1) = (x.round_ties_even(), y.round_ties_even());
        let (i2, j2) = (x.floor(), y.floor());
        let square = |v: f64| v * v;
        let near = square(x - i1) + 3.0 * square(y - j1);
        let far = square(x - i2 - 0.5) + 3.0 * square(y - j2 - 0.5);
        let (first, second) = (self.first(), self.count);
        let number = |i: f64, j: f64, (columns, rows): (usize, usize)| {
            let inside = i >= 0.0 && j >= 0.0 && i < columns as f64 && j < rows as f64;
            inside.then_some(i as usize * rows + j as usize)
        };
        if near < far {
            number(i1, j1, first)
        } else {
            number(i2, j2, second).map(|n| n + first.0 * first.1)
        }
    }

    /// The middles of all hexagons, by number.
    fn middles(&self) -> Vec<(f64, f64)> {
        let grid = |(columns, rows): (usize, usize), shift: f64| {
            (0..columns)
                .flat_map(move |i| (0..rows).map(move |j| (i as f64 + shift, j as f64 + shift)))
        };
        let all = grid(self.first(), 0.0).chain(grid(self.count, 0.5));
        all.map(|(i, j)| {
            (
                i * self.step.0 + self.corner.0,
                j * self.step.1 + self.corner.1,
            )
        })
        .collect()
    }

    /// The corners of a hexagon about the origin.
    fn corners(&self) -> [(f64, f64); 6] {
        let (x, y) = (self.step.0, self.step.1 / 3.0);
        let corners = [
            (0.5, -0.5),
            (0.5, 0.5),
            (0.0, 1.0),
            (-0.5, 0.5),
            (-0.5, -0.5),
            (0.0, -1.0),
        ];
        corners.map(|(a, b)| (x * a, y * b))
    }
}

/// Bars along an edge, coloured by the points that are above or beside them.
struct Marginal {
    direction: Direction,
    edges: Vec<f64>,
}

impl Marginal {
    /// How high bars are, in heights of the frame.
    const HEIGHT: f64 = 0.05;

    fn new(direction: Direction, (low, high, count): (f64, f64, usize), how: &Hexbin) -> Self {
        let is_log = how.logarithmic[direction as usize];
        let (start, end) = if is_log {
            (log10(low), log10(high))
        } else {
            (low, high)
        };
        let step = (end - start) / count as f64;
        let edge = |i: usize| match i {
            0 => low,
            i if i == count => high,
            i if is_log => libm::pow(10.0, i as f64 * step + start),
            i => i as f64 * step + start,
        };
        Self {
            direction,
            edges: (0..=count).map(edge).collect(),
        }
    }

    fn coords(&self) -> Coords {
        let along = |direction| {
            if direction == self.direction {
                Unit::Data
            } else {
                Unit::Axes
            }
        };
        Coords {
            x: along(Direction::X),
            y: along(Direction::Y),
        }
    }

    fn bars(&self, points: &[Weighed], how: &Hexbin) -> Collection {
        let mut gathered = vec![Vec::new(); self.edges.len().saturating_sub(1)];
        for ((x, y), value) in points {
            let place = match self.direction {
                Direction::X => x,
                Direction::Y => y,
            };
            let above = self.edges.partition_point(|edge| edge < place);
            if let Some(values) = above.checked_sub(1).and_then(|i| gathered.get_mut(i)) {
                values.push(*value);
            }
        }
        let (mut paths, mut shown) = (Vec::new(), Vec::new());
        for (ends, values) in self.edges.windows(2).zip(gathered) {
            let value = if values.is_empty() {
                f64::NAN
            } else {
                how.value(&values)
            };
            if let (&[start, end], false) = (ends, value.is_nan()) {
                let corners = [
                    (start, 0.0),
                    (start, Self::HEIGHT),
                    (end, Self::HEIGHT),
                    (end, 0.0),
                ];
                paths.push(Path::polygon(match self.direction {
                    Direction::X => corners,
                    Direction::Y => corners.map(|(along, up)| (up, along)),
                }));
                shown.push(value);
            }
        }
        let mut bars = Collection::paths(paths, Role::Areas);
        bars.mapped = Some(Mapped::new(shown));
        bars.paint.edge = Colors::Face;
        bars.limits = Some(DataLimits::default());
        bars
    }
}

impl Hexbin {
    /// What is shown of the values of some points.
    fn value(&self, values: &[f64]) -> f64 {
        match &self.reduce {
            Some(reduce) => reduce(values),
            None => pairwise_sum(values) / values.len() as f64,
        }
    }
}

impl Axes {
    /// Counts points (x, y) in hexagons, which are coloured by how many each holds, or by the mean
    /// of values that the points have. Points with a missing coordinate or value are left out.
    ///
    /// ![Hexagons coloured by how many points they hold](../../../docs/gallery/figure/hexbin.png)
    ///
    /// # Errors
    ///
    /// [`Error::LengthMismatch`] where there are more of one coordinate than of the other, or not as
    /// many values; [`Error::LogRange`] for a point that is not positive along a logarithmic axis;
    /// [`Error::BinCount`] for no hexagons, or more than 2²⁴; [`Error::BinRange`] for
    /// an extent that ends before it starts.
    pub fn hexbin(
        &mut self,
        xs: impl Series,
        ys: impl Series,
        how: &Hexbin,
    ) -> Result<&mut Artist<Collection>> {
        let (xs, ys) = pair(xs, ys)?;
        let values = how.values.as_deref();
        if let Some(values) = values.filter(|values| values.len() != xs.len()) {
            return Err(Error::LengthMismatch {
                x: xs.len(),
                y: values.len(),
            });
        }
        let value = |i: usize| values.map_or(Some(1.0), |values| values.get(i).copied());
        let points = xs.into_iter().zip(ys).enumerate();
        let points: Vec<Weighed> = points
            .filter_map(|(i, point)| Some((point, value(i)?)))
            .filter(|((x, y), v)| x.is_finite() && y.is_finite() && v.is_finite())
            .collect();
        let points = places(points, how.logarithmic)?;
        let (hive, limits) = hive(&points, how)?;
        let back = |(x, y): (f64, f64)| {
            let power = |v: f64, is_power: bool| if is_power { libm::pow(10.0, v) } else { v };
            let [log_x, log_y] = how.logarithmic;
            (power(x, log_x), power(y, log_y))
        };
        let shown = shown(&hive, &points, how);
        let bars = if how.marginals {
            let [low, high] = limits.map(back);
            let count = (hive.count.0, 2 * hive.count.1);
            let placed: Vec<Weighed> = points.iter().map(|(at, v)| (back(*at), *v)).collect();
            let x = Marginal::new(Direction::X, (low.0, high.0, count.0), how);
            let y = Marginal::new(Direction::Y, (low.1, high.1, count.1), how);
            vec![
                (x.bars(&placed, how), x.coords()),
                (y.bars(&placed, how), y.coords()),
            ]
        } else {
            Vec::new()
        };
        let (offsets, values): (Vec<(f64, f64)>, Vec<f64>) = hive
            .middles()
            .into_iter()
            .zip(shown)
            .filter(|(_, shown)| !shown.is_nan())
            .map(|(middle, shown)| (back(middle), shown))
            .unzip();
        let values = how.levels.map_or(values.clone(), |n| numbered(&values, n));
        let corners = hive.corners().map(back);
        let mut collection = Collection::paths([Path::polygon(corners)], Role::Areas);
        if let Shapes::Data(paths) = collection.shapes {
            collection.shapes = Shapes::Around(paths);
        }
        collection.offsets = Some(offsets.into_iter().unzip());
        collection.mapped = Some(Mapped::new(values));
        collection.paint.edge = Colors::Face;
        let mut covered = DataLimits::default();
        covered.update(limits.map(back));
        collection.limits = Some(covered);
        if how.logarithmic[0] {
            self.set_xscale(LogScale::default());
        }
        if how.logarithmic[1] {
            self.set_yscale(LogScale::default());
        }
        self.fit = Fit::Tight;
        let hexagons = self.autoscale().add(collection)?.handle();
        for (bars, coords) in bars {
            let bars = self.add(bars)?;
            bars.kind.mapped_like = Some(hexagons.place.index);
            bars.coords(coords);
        }
        self.artist(hexagons)
    }

    /// Counts points (x, y) in rectangles, which are coloured by how many each holds.
    ///
    /// ![Rectangles coloured by how many points they hold](../../../docs/gallery/figure/hist2d.png)
    ///
    /// # Errors
    ///
    /// [`Error::LengthMismatch`] where there are more of one coordinate than of the other, or not as
    /// many weights, and as for [`Histogram::new`].
    ///
    /// ```
    /// use figure::Hist2d;
    ///
    /// # let mut figure = figure::Figure::default();
    /// let ax = figure.add_subplot(1, 1, 1)?;
    /// let how = Hist2d::new().bins(10, [0.0, 1.0, 3.0]).cmin(1.0);
    /// ax.hist2d([1.0, 1.5, 3.0], [2.0, 2.5, 0.5], &how)?.cmap("Blues");
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn hist2d(
        &mut self,
        xs: impl Series,
        ys: impl Series,
        how: &Hist2d,
    ) -> Result<&mut Artist<Mesh>> {
        let (xs, ys) = pair(xs, ys)?;
        let weights = how.weights.as_deref();
        if let Some(weights) = weights.filter(|weights| weights.len() != xs.len()) {
            return Err(Error::LengthMismatch {
                x: xs.len(),
                y: weights.len(),
            });
        }
        let [across, up] = [(&xs, 0), (&ys, 1)].map(|(column, i)| how.edges(column, i));
        let (across, up) = (across?, up?);
        let (columns, rows) = (across.len().saturating_sub(1), up.len().saturating_sub(1));
        let cells = columns
            .checked_mul(rows)
            .filter(|cells| *cells <= MOST_CELLS);
        let mut counts = vec![0.0; cells.ok_or(Error::BinCount(columns))?];
        for (number, (&x, &y)) in xs.iter().zip(&ys).enumerate() {
            let (Some(i), Some(j)) = (bin(&across, x), bin(&up, y)) else {
                continue;
            };
            let weight = weights.and_then(|weights| weights.get(number));
            if let Some(count) = counts.get_mut(j * columns + i) {
                *count += weight.copied().unwrap_or(1.0);
            }
        }
        if how.density {
            let total: f64 = counts.iter().sum();
            let lengths = |edges: &[f64]| -> Vec<f64> {
                let pairs = edges.iter().zip(edges.iter().skip(1));
                pairs.map(|(start, end)| end - start).collect()
            };
            let (wide, high) = (lengths(&across), lengths(&up));
            for (count, (high, wide)) in counts.iter_mut().zip(
                high.iter()
                    .flat_map(|high| wide.iter().map(move |wide| (high, wide))),
            ) {
                *count = *count / wide / high / total;
            }
        }
        let shown = |count: f64| {
            let few = how.cmin.is_some_and(|least| count < least);
            let many = how.cmax.is_some_and(|most| count > most);
            if few || many { f64::NAN } else { count }
        };
        let counts = Matrix::new(counts.into_iter().map(shown), columns)?;
        self.pcolormesh(across, up, counts)
    }
}

/// How points are counted in rectangles.
#[derive(Clone, Debug)]
pub struct Hist2d {
    bins: [Bins; 2],
    ranges: [Option<(f64, f64)>; 2],
    weights: Option<Vec<f64>>,
    density: bool,
    cmin: Option<f64>,
    cmax: Option<f64>,
}

impl Default for Hist2d {
    fn default() -> Self {
        Self::new()
    }
}

impl Hist2d {
    /// Ten bins of equal width along each axis, over all points.
    #[must_use]
    pub fn new() -> Self {
        Self {
            bins: [Bins::Count(10), Bins::Count(10)],
            ranges: [None, None],
            weights: None,
            density: false,
            cmin: None,
            cmax: None,
        }
    }

    /// Bins along x and y: so many of equal width, or between edges.
    #[must_use]
    pub fn bins(mut self, x: impl Into<Bins>, y: impl Into<Bins>) -> Self {
        self.bins = [x.into(), y.into()];
        self
    }

    /// Only points from one value to another, along x and y.
    #[must_use]
    pub fn range(mut self, x: (f64, f64), y: (f64, f64)) -> Self {
        self.ranges = [Some(x), Some(y)];
        self
    }

    /// How much each point counts.
    #[must_use]
    pub fn weights(mut self, weights: impl Series) -> Self {
        self.weights = Some(weights.into_column());
        self
    }

    /// Shares of all points to a unit of area, in place of numbers.
    #[must_use]
    pub fn density(mut self) -> Self {
        self.density = true;
        self
    }

    /// Rectangles with less stay empty.
    #[must_use]
    pub fn cmin(mut self, least: f64) -> Self {
        self.cmin = Some(least);
        self
    }

    /// Rectangles with more stay empty.
    #[must_use]
    pub fn cmax(mut self, most: f64) -> Self {
        self.cmax = Some(most);
        self
    }

    /// The edges of the bins along an axis.
    fn edges(&self, column: &[f64], axis: usize) -> Result<Vec<f64>> {
        let bins = self.bins.get(axis).cloned().unwrap_or(Bins::Count(10));
        let counted = match self.ranges.get(axis).copied().flatten() {
            Some(range) => Histogram::within(column, bins, range)?,
            None => Histogram::new(column, bins)?,
        };
        Ok(counted.edges().to_vec())
    }
}

/// The bin between edges that a value is in; the last one has its upper edge too.
fn bin(edges: &[f64], value: f64) -> Option<usize> {
    let after = edges.partition_point(|edge| *edge <= value);
    if Some(&value) == edges.last() {
        return edges.len().checked_sub(2);
    }
    after
        .checked_sub(1)
        .filter(|_| after < edges.len() && !value.is_nan())
}

/// A point and its value.
type Weighed = ((f64, f64), f64);

/// Points as they are counted: by their logarithms along logarithmic axes.
fn places(points: Vec<Weighed>, [log_x, log_y]: [bool; 2]) -> Result<Vec<Weighed>> {
    let place = |v: f64, is_power: bool| {
        if !is_power {
            Ok(v)
        } else if v > 0.0 {
            Ok(log10(v))
        } else {
            Err(Error::LogRange { low: v, high: v })
        }
    };
    let placed = points
        .into_iter()
        .map(|((x, y), value)| Ok(((place(x, log_x)?, place(y, log_y)?), value)));
    placed.collect()
}

/// The hexagons for points, and the corners of what they cover.
fn hive(points: &[Weighed], how: &Hexbin) -> Result<(Hive, [(f64, f64); 2])> {
    let across = how.size.0;
    let up = how
        .size
        .1
        .unwrap_or((across as f64 / 3.0_f64.sqrt()) as usize);
    let cells = across.checked_mul(up).filter(|cells| *cells <= MOST_CELLS);
    if cells.is_none_or(|cells| cells == 0) {
        return Err(Error::BinCount(across.min(up)));
    }
    let ends = |of: fn(&(f64, f64)) -> f64| {
        let all = || points.iter().map(|(point, _)| of(point));
        let ends = all().reduce(f64::min).zip(all().reduce(f64::max));
        let tenth = Expansion {
            share: 0.1,
            tiny: 1e-15,
        };
        nonsingular(ends.unwrap_or((0.0, 1.0)), tenth)
    };
    let [left, right, bottom, top] = match how.extent {
        Some(extent) => extent,
        None => {
            let (x, y) = (ends(|p| p.0), ends(|p| p.1));
            [x.0, x.1, y.0, y.1]
        }
    };
    for (low, high) in [(left, right), (bottom, top)] {
        if !(low <= high && (high - low).is_finite()) {
            return Err(Error::BinRange { low, high });
        }
    }
    let padding = PADDING * (right - left);
    let (left, right) = (left - padding, right + padding);
    let limits = [(left, bottom), (right, top)];
    let hive = Hive {
        corner: (left, bottom),
        step: ((right - left) / across as f64, (top - bottom) / up as f64),
        count: (across, up),
    };
    Ok((hive, limits))
}

/// What each hexagon shows; NaN for those that are left out.
fn shown(hive: &Hive, points: &[Weighed], how: &Hexbin) -> Vec<f64> {
    let (first, second) = (hive.first(), hive.count);
    let count = first.0 * first.1 + second.0 * second.1;
    if how.values.is_none() {
        let mut counts = vec![0.0; count];
        for (point, _) in points {
            if let Some(count) = hive.cell(*point).and_then(|n| counts.get_mut(n)) {
                *count += 1.0;
            }
        }
        let least = how.mincnt.unwrap_or(0) as f64;
        let shown = |count: f64| if count < least { f64::NAN } else { count };
        return counts.into_iter().map(shown).collect();
    }
    let mut gathered = vec![Vec::new(); count];
    for (point, value) in points {
        if let Some(values) = hive.cell(*point).and_then(|n| gathered.get_mut(n)) {
            values.push(*value);
        }
    }
    let least = how.mincnt.unwrap_or(1);
    let shown = |values: Vec<f64>| {
        if values.len() < least {
            f64::NAN
        } else {
            how.value(&values)
        }
    };
    gathered.into_iter().map(shown).collect()
}

/// Values as the numbers of levels, of which there are so many from the smallest to the largest.
fn numbered(values: &[f64], levels: usize) -> Vec<f64> {
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let steps = levels.saturating_sub(1);
    let edge = |i: usize| low + (high - low) * i as f64 / steps as f64;
    let edges: Vec<f64> = (0..steps).map(edge).collect();
    let number = |value: &f64| edges.partition_point(|edge| edge < value) as f64;
    values.iter().map(number).collect()
}
