//! Lines and bands to compare with: across the whole plot, or between two values.

use std::sync::Arc;

use agg_core::Path;

use crate::artist::{Artist, Collection, Coords, Line, Line2D, Patch, Role, Shape, Unit};
use crate::axes::Axes;
use crate::data::{Coord, Series, one_or_all};
use crate::error::Result;
use crate::ticker::Direction;

/// x in shares of the width, y in data coordinates.
const ACROSS: Coords = Coords {
    x: Unit::Axes,
    y: Unit::Data,
};

/// x in data coordinates, y in shares of the height.
const UPWARDS: Coords = Coords {
    x: Unit::Data,
    y: Unit::Axes,
};

impl Axes {
    /// Adds a line across the whole width. Limits change for it only where they do not show it.
    ///
    /// # Errors
    ///
    /// None yet; as for the plots.
    ///
    /// ```
    /// # let mut figure = figure::Figure::default();
    /// let ax = figure.add_subplot(1, 1, 1)?;
    /// ax.plot_y([1, 4, 2])?;
    /// ax.axhline(3)?.linestyle("--").color("C3");
    /// ax.axvspan(0.5, 1.5)?.alpha(0.2);
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn axhline(&mut self, y: impl Coord) -> Result<&mut Line2D> {
        self.axhline_between(y, 0.0, 1.0)
    }

    /// Adds a line across a part of the width: between shares of it.
    ///
    /// # Errors
    ///
    /// None yet; as for the plots.
    pub fn axhline_between(&mut self, y: impl Coord, xmin: f64, xmax: f64) -> Result<&mut Line2D> {
        let y = y.to_coord();
        let line = Line::new(Some(vec![xmin, xmax]), vec![y, y]);
        let line = self.show(Direction::Y, y).add(line.outside_the_cycle())?;
        Ok(line.coords(ACROSS))
    }

    /// Adds a line up the whole height. Limits change for it only where they do not show it.
    ///
    /// # Errors
    ///
    /// None yet; as for the plots.
    pub fn axvline(&mut self, x: impl Coord) -> Result<&mut Line2D> {
        self.axvline_between(x, 0.0, 1.0)
    }

    /// Adds a line up a part of the height: between shares of it.
    ///
    /// # Errors
    ///
    /// None yet; as for the plots.
    pub fn axvline_between(&mut self, x: impl Coord, ymin: f64, ymax: f64) -> Result<&mut Line2D> {
        let x = x.to_coord();
        let line = Line::new(Some(vec![x, x]), vec![ymin, ymax]);
        let line = self.show(Direction::X, x).add(line.outside_the_cycle())?;
        Ok(line.coords(UPWARDS))
    }

    /// Adds a band across the whole width, from one y to another.
    ///
    /// # Errors
    ///
    /// None yet; as for the plots.
    pub fn axhspan(&mut self, ymin: impl Coord, ymax: impl Coord) -> Result<&mut Artist<Patch>> {
        let (ymin, ymax) = (ymin.to_coord(), ymax.to_coord());
        let shape = Shape::rectangle((0.0, ymin), 1.0, ymax - ymin);
        let band = self.autoscale_along([false, true]).add(Patch::new(shape))?;
        Ok(band.coords(ACROSS))
    }

    /// Adds a band up the whole height, from one x to another.
    ///
    /// # Errors
    ///
    /// None yet; as for the plots.
    pub fn axvspan(&mut self, xmin: impl Coord, xmax: impl Coord) -> Result<&mut Artist<Patch>> {
        let (xmin, xmax) = (xmin.to_coord(), xmax.to_coord());
        let shape = Shape::rectangle((xmin, 0.0), xmax - xmin, 1.0);
        let band = self.autoscale_along([true, false]).add(Patch::new(shape))?;
        Ok(band.coords(UPWARDS))
    }

    /// Adds a line at each y, from one x to another; columns of one stand for all.
    ///
    /// # Errors
    ///
    /// [`Error::LengthMismatch`](crate::Error::LengthMismatch) where columns differ in length.
    ///
    /// ```
    /// # let mut figure = figure::Figure::default();
    /// let ax = figure.add_subplot(1, 1, 1)?;
    /// ax.hlines([1, 2, 3], [0], [4, 2, 5])?.linewidth(3.0).edgecolors(["r", "g", "b"]);
    /// assert!(ax.vlines([1, 2, 3], [0], [4, 2]).is_err());
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn hlines(
        &mut self,
        ys: impl Series,
        xmins: impl Series,
        xmaxs: impl Series,
    ) -> Result<&mut Artist<Collection>> {
        let lines = segments(ys, xmins, xmaxs, |y, x| (x, y))?;
        Ok(self.autoscale().add(lines)?.zorder(2.0))
    }

    /// Adds a line at each x, from one y to another; columns of one stand for all.
    ///
    /// # Errors
    ///
    /// [`Error::LengthMismatch`](crate::Error::LengthMismatch) where columns differ in length.
    pub fn vlines(
        &mut self,
        xs: impl Series,
        ymins: impl Series,
        ymaxs: impl Series,
    ) -> Result<&mut Artist<Collection>> {
        let lines = segments(xs, ymins, ymaxs, |x, y| (x, y))?;
        Ok(self.autoscale().add(lines)?.zorder(2.0))
    }
}

/// A line at each place, from start to end.
fn segments(
    at: impl Series,
    starts: impl Series,
    ends: impl Series,
    point: fn(f64, f64) -> (f64, f64),
) -> Result<Collection> {
    let (at, starts, ends) = (at.into_column(), starts.into_column(), ends.into_column());
    let count = at.len().max(starts.len()).max(ends.len());
    let column = |column| one_or_all(column, count);
    let (at, starts, ends) = (column(at)?, column(starts)?, column(ends)?);
    let lines = at
        .iter()
        .cycle()
        .zip(starts.iter().cycle())
        .zip(ends.iter().cycle());
    // What is not known keeps its place, so that lists of colours do not move.
    let segment = |((&at, &start), &end): ((&f64, &f64), &f64)| {
        let known = [at, start, end].iter().all(|v| v.is_finite());
        let at = if known { at } else { f64::NAN };
        Path::polyline([point(at, start), point(at, end)])
    };
    let lines: Arc<[Path]> = lines.take(count).map(segment).collect();
    Ok(Collection::paths(lines, Role::Lines))
}
