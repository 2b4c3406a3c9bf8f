//! Scatter plots.

use crate::artist::{Artist, Collection};
use crate::axes::Axes;
use crate::data::Series;
use crate::error::Result;

impl Axes {
    /// Adds a marker at each point (x, y). Points with a missing coordinate are left out.
    ///
    /// ![Points with sizes and colours of their own](../../../docs/gallery/figure/scatter.png)
    ///
    /// Sizes are areas in square points: the style's marker size squared by default.
    ///
    /// # Errors
    ///
    /// [`Error::LengthMismatch`](crate::Error::LengthMismatch) where there are more of one
    /// coordinate than of the other.
    ///
    /// ```
    /// # let mut figure = figure::Figure::default();
    /// let ax = figure.add_subplot(1, 1, 1)?;
    /// let points = ax.scatter([1, 2, 3], [4, 1, 2])?;
    /// points.sizes([20.0, 80.0, 320.0])?.values([0.1, 0.5, 0.9])?.cmap("plasma").alpha(0.8);
    /// assert!(ax.scatter([1], [2])?.sizes([1, 2]).is_err());
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn scatter(&mut self, xs: impl Series, ys: impl Series) -> Result<&mut Artist<Collection>> {
        let (xs, ys) = self.pair(xs, ys)?;
        self.autoscale().add(Collection::scatter(xs, ys))
    }
}
