//! Meshes of coloured cells.

use agg_core::Point;

use crate::artist::{Artist, Colors, Mapped, Mesh, Paint, Shading};
use crate::axes::Axes;
use crate::data::{IntoMatrix, Matrix, Series};
use crate::error::{Error, Result};

impl Axes {
    /// Colours the cells of a grid by values, through a colormap. The coordinates are the lines
    /// between cells, if there is one more each way than values, else the cells' middles; see
    /// [`pcolormesh_shaded`](Self::pcolormesh_shaded) to mix colours instead.
    ///
    /// ![Cells of many widths, flat and mixed](../../../docs/gallery/figure/pcolormesh.png)
    ///
    /// Margins stop at the mesh's edges.
    ///
    /// # Errors
    ///
    /// [`Error::Shape`] where rows differ in length, [`Error::LengthMismatch`] where coordinates do
    /// not fit the values.
    ///
    /// ```
    /// # let mut figure = figure::Figure::default();
    /// let ax = figure.add_subplot(1, 1, 1)?;
    /// ax.pcolormesh([0, 1, 3], [0.0, 0.5, 1.5], [[1, 2], [3, 4]])?.cmap("magma");
    /// assert!(ax.pcolormesh([0, 1, 3, 4], [0, 1, 2], [[1, 2], [3, 4]]).is_err());
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn pcolormesh(
        &mut self,
        xs: impl Series,
        ys: impl Series,
        values: impl IntoMatrix,
    ) -> Result<&mut Artist<Mesh>> {
        let usual = self.style.pcolor.shading;
        self.pcolormesh_shaded(xs, ys, values, usual)
    }

    /// Colours a grid by values, and says what the values colour.
    ///
    /// ![Cells of many widths, flat and mixed](../../../docs/gallery/figure/pcolormesh.png)
    ///
    /// # Errors
    ///
    /// As for [`pcolormesh`](Self::pcolormesh).
    pub fn pcolormesh_shaded(
        &mut self,
        xs: impl Series,
        ys: impl Series,
        values: impl IntoMatrix,
        shading: Shading,
    ) -> Result<&mut Artist<Mesh>> {
        let (xs, ys) = (xs.into_column(), ys.into_column());
        let values = values.into_matrix()?;
        let (xs, shading) = lines(xs, values.columns(), shading)?;
        let (ys, shading) = lines(ys, values.rows(), shading)?;
        let corners = ys
            .iter()
            .flat_map(|&y| xs.iter().map(move |&x| Point::new(x, y)));
        let mesh = mesh(corners.collect(), (xs.len(), ys.len()), values, shading);
        self.autoscale().add(mesh)
    }

    /// Colours the cells of a distorted grid by values: a matrix for x and one for y, with a row
    /// and a column more than values, or as many as values for the cells' corners with
    /// [`Shading::Gouraud`].
    ///
    /// # Errors
    ///
    /// [`Error::Shape`] where rows differ in length, [`Error::LengthMismatch`] where coordinates do
    /// not fit the values.
    pub fn pcolormesh_distorted(
        &mut self,
        xs: impl IntoMatrix,
        ys: impl IntoMatrix,
        values: impl IntoMatrix,
        shading: Shading,
    ) -> Result<&mut Artist<Mesh>> {
        let (xs, ys, values) = (xs.into_matrix()?, ys.into_matrix()?, values.into_matrix()?);
        let more = usize::from(shading != Shading::Gouraud);
        let expected = (values.rows() + more) * (values.columns() + more);
        for matrix in [&xs, &ys] {
            if matrix.columns() != values.columns() + more || matrix.values().len() != expected {
                return Err(Error::LengthMismatch {
                    x: expected,
                    y: matrix.values().len(),
                });
            }
        }
        let size = (xs.columns(), xs.rows());
        let points = xs.values().iter().zip(ys.values());
        let corners = points.map(|(&x, &y)| Point::new(x, y)).collect();
        let shading = match shading {
            Shading::Gouraud => shading,
            _ => Shading::Flat,
        };
        let mesh = mesh(corners, size, values, shading);
        self.autoscale().add(mesh)
    }
}

fn mesh(corners: Vec<Point>, size: (usize, usize), values: Matrix, shading: Shading) -> Mesh {
    let paint = Paint {
        edge: Colors::none(),
        ..Paint::default()
    };
    Mesh {
        columns: size.0.saturating_sub(1),
        rows: size.1.saturating_sub(1),
        corners,
        shading,
        mapped: Mapped::new(values.into_values()),
        paint,
    }
}

/// The lines between cells along one side, from what was given for `count` values.
fn lines(column: Vec<f64>, count: usize, shading: Shading) -> Result<(Vec<f64>, Shading)> {
    let given = column.len();
    match shading {
        Shading::Auto | Shading::Flat if given == count + 1 => Ok((column, Shading::Flat)),
        Shading::Auto | Shading::Nearest if given == count => {
            Ok((around(&column), Shading::Nearest))
        }
        Shading::Gouraud if given == count => Ok((column, shading)),
        _ => Err(Error::LengthMismatch { x: count, y: given }),
    }
}

/// The lines half way between middles, and as far out at the ends.
fn around(middles: &[f64]) -> Vec<f64> {
    let [first, .., last] = middles else {
        return middles.iter().flat_map(|&x| [x, x]).collect();
    };
    let half: Vec<f64> = middles.windows(2).map(|w| (w[1] - w[0]) / 2.0).collect();
    let (Some(start), Some(end)) = (half.first(), half.last()) else {
        return Vec::new();
    };
    let between = middles.iter().zip(&half).map(|(x, half)| x + half);
    std::iter::once(first - start)
        .chain(between)
        .chain([last + end])
        .collect()
}
