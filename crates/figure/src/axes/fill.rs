//! Areas between curves.

use agg_core::{Path, Point};

use crate::artist::{Artist, Collection, DrawStyle, Role};
use crate::axes::Axes;
use crate::data::{Series, one_or_all};
use crate::error::{Error, Result};
use crate::limits::DataLimits;

/// How the area between two curves is filled.
///
/// ```
/// use figure::{Between, DrawStyle};
///
/// # let mut figure = figure::Figure::default();
/// let ax = figure.add_subplot(1, 1, 1)?;
/// let (x, y) = ([0, 1, 2, 3], [1.0, -1.0, 2.0, 1.5]);
/// let above = y.map(|y| y > 0.0);
/// ax.fill_between_as(x, y, [0], &Between::all().only(above).interpolated())?;
/// ax.fill_between_as(x, y, [0], &Between::all().in_steps(DrawStyle::StepsMid))?.alpha(0.2);
/// # Ok::<(), figure::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Between {
    only: Option<Vec<bool>>,
    interpolated: bool,
    steps: DrawStyle,
}

impl Between {
    /// Everywhere, with straight edges.
    #[must_use]
    pub fn all() -> Self {
        Self::default()
    }

    /// Only between neighbours that are both marked.
    #[must_use]
    pub fn only(mut self, marks: impl IntoIterator<Item = bool>) -> Self {
        self.only = Some(marks.into_iter().collect());
        self
    }

    /// On to where the curves meet, at the ends of what is filled.
    #[must_use]
    pub fn interpolated(mut self) -> Self {
        self.interpolated = true;
        self
    }

    /// With edges in steps; they go before interpolation.
    #[must_use]
    pub fn in_steps(mut self, steps: DrawStyle) -> Self {
        self.steps = steps;
        self
    }
}

impl Axes {
    /// Fills between two curves over the same x, or between a curve and a constant (a column of
    /// one). Points with a missing coordinate interrupt the area.
    ///
    /// ![The areas between two curves, by which is above](../../../docs/gallery/figure/fill_between.png)
    ///
    /// # Errors
    ///
    /// [`Error::LengthMismatch`] where the columns differ in length.
    ///
    /// ```
    /// # let mut figure = figure::Figure::default();
    /// let ax = figure.add_subplot(1, 1, 1)?;
    /// ax.fill_between([0, 1, 2], [1, 3, 2], [0])?.alpha(0.3);
    /// assert!(ax.fill_between([0, 1, 2], [1, 3], [0]).is_err());
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn fill_between(
        &mut self,
        xs: impl Series,
        y1: impl Series,
        y2: impl Series,
    ) -> Result<&mut Artist<Collection>> {
        self.fill_between_as(xs, y1, y2, &Between::all())
    }

    /// Fills between two curves, with more to say about it.
    ///
    /// ![The areas between two curves, by which is above](../../../docs/gallery/figure/fill_between.png)
    ///
    /// # Errors
    ///
    /// [`Error::LengthMismatch`] where columns or marks differ in length.
    pub fn fill_between_as(
        &mut self,
        xs: impl Series,
        y1: impl Series,
        y2: impl Series,
        how: &Between,
    ) -> Result<&mut Artist<Collection>> {
        let (y1, y2) = (self.y.column(y1), self.y.column(y2));
        let band = Band::new(self.x.column(xs), y1, y2, how)?;
        self.autoscale().add(band.collection(Role::Between, |p| p))
    }

    /// Fills between two curves over the same y; see [`fill_between`](Self::fill_between).
    ///
    /// ![A band about a curve that runs upwards](../../../docs/gallery/figure/fill_betweenx.png)
    ///
    /// # Errors
    ///
    /// As for [`fill_between`](Self::fill_between).
    pub fn fill_betweenx(
        &mut self,
        ys: impl Series,
        x1: impl Series,
        x2: impl Series,
    ) -> Result<&mut Artist<Collection>> {
        self.fill_betweenx_as(ys, x1, x2, &Between::all())
    }

    /// Fills between two curves over the same y, with more to say about it.
    ///
    /// # Errors
    ///
    /// As for [`fill_between_as`](Self::fill_between_as).
    pub fn fill_betweenx_as(
        &mut self,
        ys: impl Series,
        x1: impl Series,
        x2: impl Series,
        how: &Between,
    ) -> Result<&mut Artist<Collection>> {
        let (x1, x2) = (self.x.column(x1), self.x.column(x2));
        let band = Band::new(self.y.column(ys), x1, x2, how)?;
        let swapped = |p: Point| Point::new(p.y, p.x);
        self.autoscale()
            .add(band.collection(Role::Between, swapped))
    }

    /// Fills areas on top of one another, the first on zero: for each column of values a band over
    /// the same x. Margins stop at zero.
    ///
    /// ![Areas on top of each other](../../../docs/gallery/figure/stackplot.png)
    ///
    /// # Errors
    ///
    /// [`Error::LengthMismatch`] where a column is not as long as that of x.
    ///
    /// ```
    /// # let mut figure = figure::Figure::default();
    /// let ax = figure.add_subplot(1, 1, 1)?;
    /// let bands = ax.stackplot([0, 1, 2], [[1, 2, 1], [2, 1, 3]])?;
    /// ax.artist(bands[1])?.label("upper");
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn stackplot<Y: Series>(
        &mut self,
        xs: impl Series,
        columns: impl IntoIterator<Item = Y>,
    ) -> Result<Vec<crate::artist::Handle<Collection>>> {
        let xs = self.x.column(xs);
        let mut lower = vec![0.0; xs.len()];
        let (everywhere, mut handles) = (Between::all(), Vec::new());
        for column in columns {
            let column = column.into_column();
            if column.len() != xs.len() {
                return Err(Error::LengthMismatch {
                    x: xs.len(),
                    y: column.len(),
                });
            }
            let upper: Vec<f64> = lower.iter().zip(&column).map(|(a, b)| a + b).collect();
            let band = Band::new(&xs, &lower, &upper, &everywhere)?;
            let area = self.autoscale().add(band.collection(Role::Stack, |p| p))?;
            if handles.is_empty() {
                area.kind.sticky = [Vec::new(), vec![0.0]];
            }
            handles.push(area.handle());
            lower = upper;
        }
        Ok(handles)
    }
}

/// Two curves over the same places, and which of their points count.
pub(super) struct Band<'h> {
    first: Vec<Point>,
    second: Vec<Point>,
    counts: Vec<bool>,
    how: &'h Between,
}

impl<'h> Band<'h> {
    pub(super) fn new(
        at: impl Series,
        first: impl Series,
        second: impl Series,
        how: &'h Between,
    ) -> Result<Self> {
        let at = at.into_column();
        let curve = |values: Vec<f64>| -> Result<Vec<Point>> {
            let values = one_or_all(values, at.len())?;
            let points = at.iter().zip(values.iter().cycle());
            Ok(points.map(|(&x, &y)| Point::new(x, y)).collect())
        };
        let (first, second) = (curve(first.into_column())?, curve(second.into_column())?);
        let marks = how.only.clone().unwrap_or_else(|| vec![true; at.len()]);
        if marks.len() != at.len() {
            return Err(Error::LengthMismatch {
                x: at.len(),
                y: marks.len(),
            });
        }
        let known = |p: &Point| p.x.is_finite() && p.y.is_finite();
        let points = first.iter().zip(&second).zip(marks);
        let counts = points.map(|((a, b), mark)| mark && known(a) && known(b));
        Ok(Self {
            counts: counts.collect(),
            first,
            second,
            how,
        })
    }

    /// The areas as one artist, each point where a function puts it.
    pub(super) fn collection(&self, role: Role, place: impl Fn(Point) -> Point) -> Collection {
        let paths = self.polygons().into_iter();
        let paths: Vec<Path> = paths
            .map(|points| Path::polygon(points.into_iter().map(&place)))
            .collect();
        let mut limits = DataLimits::default();
        for curve in [&self.first, &self.second] {
            let counted = curve
                .iter()
                .zip(&self.counts)
                .filter(|(_, counts)| **counts);
            limits.update(counted.map(|(p, _)| {
                let p = place(*p);
                (p.x, p.y)
            }));
        }
        let mut collection = Collection::paths(paths, role);
        collection.limits = Some(limits);
        collection
    }

    /// A polygon around each run of points that count.
    fn polygons(&self) -> Vec<Vec<Point>> {
        let mut polygons = Vec::new();
        let mut start = 0;
        for run in self.counts.chunk_by(|a, b| a == b) {
            let end = start + run.len();
            if run.first() == Some(&true) {
                polygons.extend(self.polygon(start, end));
            }
            start = end;
        }
        polygons
    }

    fn polygon(&self, start: usize, end: usize) -> Option<Vec<Point>> {
        let first = self.how.steps.corners(self.first.get(start..end)?);
        let second = self.how.steps.corners(self.second.get(start..end)?);
        let (begin, finish) = if self.how.interpolated {
            (self.meeting(start)?, self.meeting(end)?)
        } else {
            (*second.first()?, *second.last()?)
        };
        let there = std::iter::once(begin).chain(first);
        let back = std::iter::once(finish).chain(second.into_iter().rev());
        Some(there.chain(back).collect())
    }

    /// Where the curves meet between the point before `index` and that point; the nearer end where
    /// they do not.
    fn meeting(&self, index: usize) -> Option<Point> {
        let before = index.saturating_sub(1);
        let difference = |i: usize| Some(self.first.get(i)?.y - self.second.get(i)?.y);
        let from = *self.first.get(before)?;
        let Some(to) = self.first.get(index).copied().filter(|_| index > before) else {
            return Some(from);
        };
        let (d0, d1) = (difference(before)?, difference(index)?);
        if d1.is_nan() {
            return Some(from);
        }
        if d0.is_nan() {
            return Some(to);
        }
        let x = between(0.0, (d0, from.x), (d1, to.x));
        let y = between(x, (from.x, from.y), (to.x, to.y));
        Some(Point::new(x, y))
    }
}

/// The value at `x` on the straight line through two points, which ends at them.
fn between(x: f64, a: (f64, f64), b: (f64, f64)) -> f64 {
    let ((x0, y0), (x1, y1)) = if b.0 < a.0 { (b, a) } else { (a, b) };
    if x >= x1 {
        y1
    } else if x < x0 {
        y0
    } else {
        (y1 - y0) / (x1 - x0) * (x - x0) + y0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn polygons(ys: [f64; 4], how: &Between) -> Vec<Vec<(f64, f64)>> {
        let band = Band::new([0, 1, 2, 3], ys, [0], how);
        let polygons = band.map(|band| band.polygons()).unwrap_or_default();
        let pairs = |polygon: Vec<Point>| polygon.iter().map(|p| (p.x, p.y)).collect();
        polygons.into_iter().map(pairs).collect()
    }

    #[test]
    fn a_gap_makes_two_areas() {
        let areas = polygons([1.0, 2.0, f64::NAN, 4.0], &Between::all());
        let first = [
            (0.0, 0.0),
            (0.0, 1.0),
            (1.0, 2.0),
            (1.0, 0.0),
            (1.0, 0.0),
            (0.0, 0.0),
        ];
        let second = [(3.0, 0.0), (3.0, 4.0), (3.0, 0.0), (3.0, 0.0)];
        assert_eq!(areas, [first.to_vec(), second.to_vec()]);
    }

    #[test]
    fn an_interpolated_area_ends_where_the_curves_meet() {
        let how = Between::all()
            .only([true, true, false, false])
            .interpolated();
        let areas = polygons([1.0, 1.0, -1.0, -1.0], &how);
        assert_eq!(areas.len(), 1);
        assert_eq!(areas[0][3], (1.5, 0.0));
    }
}
