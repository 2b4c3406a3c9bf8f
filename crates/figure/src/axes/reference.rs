//! Lines and bands to compare with: across the whole plot, or between two values.

use std::sync::Arc;

use agg_core::Path;

use crate::artist::{Artist, Collection, Coords, Endless, Line, Line2D, Patch, Role, Shape, Unit};
use crate::axes::Axes;
use crate::data::{Coord, Series, one_or_all};
use crate::error::{Error, Result};
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
    /// ![Lines and bands through a whole plot](../../../docs/gallery/figure/spans.png)
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
        let y = self.y.place(y);
        let line = Line::new(Some(vec![xmin, xmax]), vec![y, y]);
        let line = self.show(Direction::Y, y).add(line.outside_the_cycle())?;
        Ok(line.coords(ACROSS))
    }

    /// Adds a line up the whole height. Limits change for it only where they do not show it.
    ///
    /// ![Lines and bands through a whole plot](../../../docs/gallery/figure/spans.png)
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
        let x = self.x.place(x);
        let line = Line::new(Some(vec![x, x]), vec![ymin, ymax]);
        let line = self.show(Direction::X, x).add(line.outside_the_cycle())?;
        Ok(line.coords(UPWARDS))
    }

    /// Adds a line through two points that goes on in both directions through the whole plot. On
    /// scales that are not linear it is straight on the page.
    ///
    /// ![Lines and bands through a whole plot](../../../docs/gallery/figure/spans.png)
    ///
    /// # Errors
    ///
    /// [`Error::Axline`] where the points are the same, or not finite.
    ///
    /// ```
    /// # let mut figure = figure::Figure::default();
    /// let ax = figure.add_subplot(1, 1, 1)?;
    /// ax.plot_y([1, 4, 2])?;
    /// ax.axline((0.0, 1.0), (1.0, 2.0))?.linestyle(":");
    /// ax.axline_slope((0.0, 4.0), -0.5)?;
    /// assert!(ax.axline((1.0, 1.0), (1.0, 1.0)).is_err());
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn axline(&mut self, a: (f64, f64), b: (f64, f64)) -> Result<&mut Line2D> {
        let finite = [a.0, a.1, b.0, b.1].iter().all(|v| v.is_finite());
        if a == b || !finite {
            return Err(Error::Axline);
        }
        let line = Line::new(Some(vec![a.0, b.0]), vec![a.1, b.1]);
        self.endless(line, Endless::Through(b.into()))
    }

    /// Adds a line through a point that rises so much for each step to the right, through the
    /// whole plot. Where an axis is not linear, drawing fails.
    ///
    /// ![Lines and bands through a whole plot](../../../docs/gallery/figure/spans.png)
    ///
    /// # Errors
    ///
    /// [`Error::Axline`] for coordinates that are not finite, or a slope that is NaN.
    pub fn axline_slope(&mut self, at: (f64, f64), slope: f64) -> Result<&mut Line2D> {
        if !(at.0.is_finite() && at.1.is_finite()) || slope.is_nan() {
            return Err(Error::Axline);
        }
        let line = Line::new(Some(vec![at.0]), vec![at.1]);
        self.endless(line, Endless::Slope(slope))
    }

    fn endless(&mut self, line: Line, direction: Endless) -> Result<&mut Line2D> {
        let mut line = line.outside_the_cycle();
        line.endless = Some(direction);
        self.autoscale().add(line)
    }

    /// Adds a band across the whole width, from one y to another.
    ///
    /// ![Lines and bands through a whole plot](../../../docs/gallery/figure/spans.png)
    ///
    /// # Errors
    ///
    /// None yet; as for the plots.
    pub fn axhspan(&mut self, ymin: impl Coord, ymax: impl Coord) -> Result<&mut Artist<Patch>> {
        let (ymin, ymax) = (self.y.place(ymin), self.y.place(ymax));
        let shape = Shape::rectangle((0.0, ymin), 1.0, ymax - ymin);
        let band = self.autoscale_along([false, true]).add(Patch::new(shape))?;
        Ok(band.coords(ACROSS))
    }

    /// Adds a band up the whole height, from one x to another.
    ///
    /// ![Lines and bands through a whole plot](../../../docs/gallery/figure/spans.png)
    ///
    /// # Errors
    ///
    /// None yet; as for the plots.
    pub fn axvspan(&mut self, xmin: impl Coord, xmax: impl Coord) -> Result<&mut Artist<Patch>> {
        let (xmin, xmax) = (self.x.place(xmin), self.x.place(xmax));
        let shape = Shape::rectangle((xmin, 0.0), xmax - xmin, 1.0);
        let band = self.autoscale_along([true, false]).add(Patch::new(shape))?;
        Ok(band.coords(UPWARDS))
    }

    /// Adds a line at each y, from one x to another; columns of one stand for all.
    ///
    /// ![Lines across and upwards, each with its own ends](../../../docs/gallery/figure/hlines.png)
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
        let (xmins, xmaxs) = (self.x.column(xmins), self.x.column(xmaxs));
        let lines = segments(self.y.column(ys), xmins, xmaxs, |y, x| (x, y))?;
        Ok(self.autoscale().add(lines)?.zorder(2.0))
    }

    /// Adds a line at each x, from one y to another; columns of one stand for all.
    ///
    /// ![Lines across and upwards, each with its own ends](../../../docs/gallery/figure/hlines.png)
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
        let (ymins, ymaxs) = (self.y.column(ymins), self.y.column(ymaxs));
        let lines = segments(self.x.column(xs), ymins, ymaxs, |x, y| (x, y))?;
        Ok(self.autoscale().add(lines)?.zorder(2.0))
    }
}

/// A line at each place, from start to end.
fn segments(
    at: Vec<f64>,
    starts: Vec<f64>,
    ends: Vec<f64>,
    point: fn(f64, f64) -> (f64, f64),
) -> Result<Collection> {
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
