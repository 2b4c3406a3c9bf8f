//! Plots whose axes are not linear.

use crate::artist::Line2D;
use crate::axes::Axes;
use crate::data::Series;
use crate::error::Result;
use crate::limits::Scale;
use crate::scale::LogScale;

impl Axes {
    /// Sets how values of x map to distances: a scale of [`scale`](crate::scale), or one's own.
    pub fn set_xscale(&mut self, scale: impl Scale + 'static) -> &mut Self {
        self.x.set_scale(scale);
        self
    }

    /// Sets how values of y map to distances.
    pub fn set_yscale(&mut self, scale: impl Scale + 'static) -> &mut Self {
        self.y.set_scale(scale);
        self
    }

    /// Adds a line, and makes the axis of x logarithmic; for other bases than 10, set the
    /// [scale](Self::set_xscale).
    ///
    /// ![Logarithmic, symmetrical and own scales](../../../docs/gallery/figure/log.png)
    ///
    /// # Errors
    ///
    /// As for [`plot`](Self::plot).
    pub fn semilogx(&mut self, xs: impl Series, ys: impl Series) -> Result<&mut Line2D> {
        self.set_xscale(LogScale::default()).plot(xs, ys)
    }

    /// Adds a line, and makes the axis of y logarithmic.
    ///
    /// ![Logarithmic, symmetrical and own scales](../../../docs/gallery/figure/log.png)
    ///
    /// # Errors
    ///
    /// As for [`plot`](Self::plot).
    ///
    /// ```
    /// # let mut figure = figure::Figure::default();
    /// let ax = figure.add_subplot(1, 1, 1)?;
    /// ax.semilogy([1, 2, 3, 4], [1.0, 40.0, 900.0, 3e4])?.marker("o");
    /// ax.grid(true);
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn semilogy(&mut self, xs: impl Series, ys: impl Series) -> Result<&mut Line2D> {
        self.set_yscale(LogScale::default()).plot(xs, ys)
    }

    /// Adds a line, and makes both axes logarithmic.
    ///
    /// ![Logarithmic, symmetrical and own scales](../../../docs/gallery/figure/log.png)
    ///
    /// # Errors
    ///
    /// As for [`plot`](Self::plot).
    pub fn loglog(&mut self, xs: impl Series, ys: impl Series) -> Result<&mut Line2D> {
        self.set_yscale(LogScale::default()).semilogx(xs, ys)
    }
}
