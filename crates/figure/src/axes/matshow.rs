//! Matrices: their values, and where they have any.

use crate::artist::{Artist, Image, Interpolation, Line, Line2D, LineStyle, Marker, Origin};
use crate::axes::{Aspect, Axes};
use crate::axis::End;
use crate::colormap::Colormap;
use crate::data::{IntoMatrix, Matrix};
use crate::error::Result;
use crate::ticker::{Bins, MaxNLocator};

/// The steps between the numbers of rows and columns.
const STEPS: [f64; 4] = [1.0, 2.0, 5.0, 10.0];
/// Where the title is, to the frame's height: above the numbers of columns.
const TITLE: f64 = 1.05;
/// The diameter of the markers for entries, in points.
const MARKER: f64 = 10.0;

impl Axes {
    /// Shows a matrix as it is written: the first row on top, the numbers of its columns above it
    /// and those of rows beside it.
    ///
    /// ![A matrix of values](../../../docs/gallery/figure/matshow.png)
    ///
    /// # Errors
    ///
    /// [`Error::Shape`](crate::Error::Shape) where rows differ in length.
    ///
    /// ```
    /// # let mut figure = figure::Figure::default();
    /// let ax = figure.add_subplot(1, 1, 1)?;
    /// ax.matshow([[1, 2, 3], [4, 5, 6]])?.cmap("Blues");
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn matshow(&mut self, values: impl IntoMatrix) -> Result<&mut Artist<Image>> {
        self.number_matrix()?;
        let image = self.imshow(values)?;
        Ok(image
            .origin(Origin::Upper)
            .interpolation(Interpolation::Nearest))
    }

    /// Shows where a matrix has entries whose magnitude is above `precision`: black there, white
    /// elsewhere.
    ///
    /// ![Where two matrices have entries](../../../docs/gallery/figure/spy.png)
    ///
    /// # Errors
    ///
    /// [`Error::Shape`](crate::Error::Shape) where rows differ in length.
    ///
    /// ```
    /// # let mut figure = figure::Figure::default();
    /// let ax = figure.add_subplot(1, 1, 1)?;
    /// ax.spy([[1.0, 0.0], [1e-9, -2.0]], 1e-6)?;
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn spy(&mut self, values: impl IntoMatrix, precision: f64) -> Result<&mut Artist<Image>> {
        let values = values.into_matrix()?;
        self.number_matrix()?;
        let entries = values.values().iter();
        let entries = entries.map(|value| u8::from(value.abs() > precision));
        let image = self.imshow(Matrix::new(entries, values.columns())?)?;
        image.cmap(Colormap::listed("binary", ["w", "k"])?);
        image.vmin(0.0).vmax(1.0).origin(Origin::Upper);
        Ok(image.interpolation(Interpolation::Nearest))
    }

    /// Puts a marker where a matrix has an entry whose magnitude is above `precision`: squares of
    /// ten points unless set otherwise.
    ///
    /// # Errors
    ///
    /// [`Error::Shape`](crate::Error::Shape) where rows differ in length.
    pub fn spy_markers(&mut self, values: impl IntoMatrix, precision: f64) -> Result<&mut Line2D> {
        let values = values.into_matrix()?;
        self.number_matrix()?;
        let (rows, columns) = (values.rows() as f64, values.columns() as f64);
        let count = values.columns().max(1);
        let entries = values.values().iter().enumerate();
        let entries = entries.filter(|(_, value)| value.abs() > precision);
        let (ys, xs) = entries.map(|(i, _)| (i / count, i % count)).unzip();
        let numbers = |all: Vec<usize>| all.into_iter().map(|n| n as f64).collect();
        self.set_xlim(-0.5, columns - 0.5)?;
        self.set_ylim(rows - 0.5, -0.5)?;
        self.set_aspect(Aspect::Ratio(1.0));
        let line = self.add(Line::new(Some(numbers(xs)), numbers(ys)))?;
        line.linestyle(LineStyle::None).marker(Marker::Square);
        Ok(line.markersize(MARKER))
    }

    /// Numbers rows and columns from the top left.
    fn number_matrix(&mut self) -> Result<()> {
        let locator = MaxNLocator::new(Bins::Fixed(9))?;
        let locator = locator.with_steps(&STEPS)?.whole_numbers();
        self.title_y = Some(TITLE);
        self.x.set_ticks_position(End::Second);
        for set in [&mut self.x.major, &mut self.x.minor] {
            set.params.marks = [Some(true); 2];
        }
        self.x.set_major_locator(locator.clone());
        self.y.set_major_locator(locator);
        Ok(())
    }
}
