//! Contours.

use std::sync::Arc;

use crate::artist::{Artist, ContourLabels, Contours, Handle};
use crate::axes::Axes;
use crate::contour::Field;
use crate::data::{IntoMatrix, Series};
use crate::error::Result;
use crate::limits::Fit;

impl Axes {
    /// Draws lines along which a field has the same value, given at the points of a grid: columns
    /// at `xs`, rows at `ys`. Where a value is missing (NaN, infinity), the lines end.
    ///
    /// ![Lines with numbers on them, over coloured layers](../../../docs/gallery/figure/contour.png)
    ///
    /// # Errors
    ///
    /// [`Error::Shape`](crate::Error::Shape) where rows differ in length,
    /// [`Error::LengthMismatch`](crate::Error::LengthMismatch) where coordinates do not fit the
    /// values, [`Error::FieldSize`](crate::Error::FieldSize) for fewer than two rows or columns.
    ///
    /// ```
    /// # let mut figure = figure::Figure::default();
    /// let ax = figure.add_subplot(1, 1, 1)?;
    /// let lines = ax.contour(0..3, 0..2, [[0, 1, 2], [1, 2, 3]])?;
    /// let lines = lines.levels([0.5, 1.5]).colors("k").linewidths(0.7).handle();
    /// ax.clabel(lines)?.fmt("%g h").fontsize(8.0);
    /// assert!(ax.contour(0..3, 0..3, [[0, 1, 2], [1, 2, 3]]).is_err());
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn contour(
        &mut self,
        xs: impl Series,
        ys: impl Series,
        values: impl IntoMatrix,
    ) -> Result<&mut Artist<Contours>> {
        self.contour_field(field(xs, ys, values)?)
    }

    /// Fills the layers between values of a field that is given at the points of a grid: columns at
    /// `xs`, rows at `ys`. Where a value is missing, nothing is filled.
    ///
    /// ![Layers with patterns, and a bar that names them](../../../docs/gallery/figure/contourf.png)
    ///
    /// # Errors
    ///
    /// As for [`contour`](Self::contour).
    ///
    /// ```
    /// # let mut figure = figure::Figure::default();
    /// let ax = figure.add_subplot(1, 1, 1)?;
    /// let layers = ax.contourf(0..3, 0..2, [[0, 1, 2], [1, 2, 3]])?;
    /// let layers = layers.level_count(4).cmap("magma").handle();
    /// figure.colorbar(layers)?.set_label("hours");
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn contourf(
        &mut self,
        xs: impl Series,
        ys: impl Series,
        values: impl IntoMatrix,
    ) -> Result<&mut Artist<Contours>> {
        self.contourf_field(field(xs, ys, values)?)
    }

    /// Draws lines along which a field has the same value, at points of any kind; a [`Field`] in an
    /// [`Arc`] is not copied.
    ///
    /// # Errors
    ///
    /// None: a [`Field`] is sound when it is made. As for the other plots, so that calls look alike.
    ///
    /// ```
    /// use figure::contour::Field;
    /// use figure::Matrix;
    ///
    /// # let mut figure = figure::Figure::default();
    /// let ax = figure.add_subplot(1, 1, 1)?;
    /// let heights = Matrix::new([0, 1, 2, 1, 2, 3], 3)?;
    /// ax.contour_field(Field::over_indices(heights)?)?;
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn contour_field(&mut self, field: impl Into<Arc<Field>>) -> Result<&mut Artist<Contours>> {
        Ok(self
            .add_contours(Contours::new(field.into(), false))?
            .zorder(2.0))
    }

    /// Fills the layers between values of a field at points of any kind.
    ///
    /// # Errors
    ///
    /// None, as for [`contour_field`](Self::contour_field).
    pub fn contourf_field(
        &mut self,
        field: impl Into<Arc<Field>>,
    ) -> Result<&mut Artist<Contours>> {
        self.add_contours(Contours::new(field.into(), true))
    }

    fn add_contours(&mut self, contours: Contours) -> Result<&mut Artist<Contours>> {
        let cut = self.style.contour.corner_mask;
        let contours = if cut {
            contours
        } else {
            Contours {
                field: Arc::new(contours.field.with_corners_cut(cut)),
                ..contours
            }
        };
        self.fit = Fit::Tight;
        self.autoscale().add(contours)
    }

    /// Writes the levels on contour lines, where they are straight and long enough, and cuts the
    /// lines there.
    ///
    /// Room for a label is found where the line is when all limits are final, but before the plot
    /// makes room for colorbars that are added later.
    ///
    /// # Errors
    ///
    /// [`Error::Handle`](crate::Error::Handle) where the lines are another plot's.
    pub fn clabel(&mut self, of: Handle<Contours>) -> Result<&mut Artist<ContourLabels>> {
        self.artist(of)?;
        let labels = self.add(ContourLabels::new(of))?;
        Ok(labels)
    }
}

/// The field over a grid of columns and rows.
fn field(xs: impl Series, ys: impl Series, values: impl IntoMatrix) -> Result<Field> {
    let (xs, ys, values) = (xs.into_column(), ys.into_column(), values.into_matrix()?);
    Field::over(&xs, &ys, values)
}
