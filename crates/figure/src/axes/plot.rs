//! Lines.

use crate::artist::{DrawStyle, Line, Line2D};
use crate::axes::Axes;
use crate::data::Series;
use crate::error::Result;

impl Axes {
    /// Adds a line through (0, y₀), (1, y₁), (2, y₂) …
    ///
    /// ![A line through three points](../../../docs/gallery/figure/lab.png)
    ///
    /// A missing value (`None`, NaN, infinity) leaves a gap. No values at all draw nothing.
    ///
    /// # Errors
    ///
    /// None yet; as for [`plot`](Self::plot), so that data can be refused.
    ///
    /// ```
    /// # let mut figure = figure::Figure::default();
    /// let ax = figure.add_subplot(1, 1, 1)?;
    /// ax.plot_y([1, 2, 3])?.color("C1").linewidth(2.0);
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn plot_y(&mut self, ys: impl Series) -> Result<&mut Line2D> {
        let ys = self.y.column(ys);
        self.autoscale().add(Line::new(None, ys))
    }

    /// Adds a line through the points (x, y), in order.
    ///
    /// ![A line and markers](../../../docs/gallery/figure/hi_mom.png)
    ///
    /// A point with a missing coordinate leaves a gap. No points at all draw nothing.
    ///
    /// # Errors
    ///
    /// [`Error::LengthMismatch`](crate::Error::LengthMismatch) where there are more of one coordinate than of the other.
    ///
    /// ```
    /// # let mut figure = figure::Figure::default();
    /// let t: Vec<f64> = (0..200).map(|i| f64::from(i) / 100.0).collect();
    /// let ax = figure.add_subplot(1, 1, 1)?;
    /// ax.plot(&t, t.iter().map(|t| (6.28 * t).sin()))?.linestyle("--").marker("o");
    /// assert!(ax.plot([1, 2], [3.0]).is_err());
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn plot(&mut self, xs: impl Series, ys: impl Series) -> Result<&mut Line2D> {
        let (xs, ys) = self.pair(xs, ys)?;
        self.autoscale().add(Line::new(Some(xs), ys))
    }

    /// Adds a line in steps: upright at the x of the point that is left; other steps by
    /// [`drawstyle`](crate::Artist::drawstyle).
    ///
    /// ![Lines in steps before, about and after points](../../../docs/gallery/figure/step.png)
    ///
    /// # Errors
    ///
    /// As for [`plot`](Self::plot).
    ///
    /// ```
    /// # let mut figure = figure::Figure::default();
    /// let ax = figure.add_subplot(1, 1, 1)?;
    /// ax.step([1, 2, 3], [1, 3, 2])?.marker("o");
    /// ax.step([1, 2, 3], [2, 4, 3])?.drawstyle(figure::DrawStyle::StepsMid);
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn step(&mut self, xs: impl Series, ys: impl Series) -> Result<&mut Line2D> {
        Ok(self.plot(xs, ys)?.drawstyle(DrawStyle::StepsPre))
    }

    /// The lines, in the order in which they were added.
    #[must_use]
    pub fn lines(&self) -> Vec<&Line2D> {
        self.artists().collect()
    }
}
