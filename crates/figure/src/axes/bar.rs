//! Bar charts.

use crate::artist::{Artist, Bars, Orientation};
use crate::axes::Axes;
use crate::data::{Series, one_or_all};
use crate::error::Result;

impl Axes {
    /// Adds a bar of each height, side by side, its middle at each x. One height may stand for all.
    ///
    /// ![Stacked bars for names](../../../docs/gallery/figure/bar.png)
    ///
    /// Margins stop at the line that the bars stand on.
    ///
    /// ![Names as coordinates of bars and points](../../../docs/gallery/figure/categories.png)
    ///
    /// # Errors
    ///
    /// [`Error::LengthMismatch`](crate::Error::LengthMismatch) where there are more or fewer heights
    /// than places.
    ///
    /// ```
    /// # let mut figure = figure::Figure::default();
    /// let ax = figure.add_subplot(1, 1, 1)?;
    /// let lower = [3.0, 1.0, 2.0];
    /// ax.bar([1, 2, 3], lower)?.label("lower");
    /// ax.bar([1, 2, 3], [1, 2, 3])?.bottoms(lower)?.label("upper");
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn bar(&mut self, xs: impl Series, heights: impl Series) -> Result<&mut Artist<Bars>> {
        self.bars(Orientation::Vertical, xs, heights)
    }

    /// Adds a bar of each width, one above the other, its middle at each y; see [`bar`](Self::bar).
    ///
    /// ![Bars that lie, two for each name](../../../docs/gallery/figure/barh.png)
    ///
    /// # Errors
    ///
    /// As for [`bar`](Self::bar).
    pub fn barh(&mut self, ys: impl Series, widths: impl Series) -> Result<&mut Artist<Bars>> {
        self.bars(Orientation::Horizontal, ys, widths)
    }

    fn bars(
        &mut self,
        orientation: Orientation,
        places: impl Series,
        values: impl Series,
    ) -> Result<&mut Artist<Bars>> {
        let (across, along) = match orientation {
            Orientation::Vertical => (&mut self.x, &mut self.y),
            Orientation::Horizontal => (&mut self.y, &mut self.x),
        };
        let places = across.column(places);
        let values = one_or_all(along.column(values), places.len())?;
        self.autoscale().add(Bars::new(orientation, places, values))
    }
}
