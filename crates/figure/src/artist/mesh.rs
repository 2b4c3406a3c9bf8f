//! A mesh of quadrilaterals, coloured by values.

use agg_core::Point;

use crate::artist::{Artist, Content, Mappable, Mapped, Paint, Painted, opacities};
use crate::data::IntoMatrix;
use crate::error::Result;
use crate::limits::DataLimits;

/// Cells between lines, each coloured by a value; or corners coloured by values, and the colours
/// between them mixed.
#[derive(Clone, Debug)]
pub struct Mesh {
    /// Cells beside each other.
    pub(crate) columns: usize,
    /// Cells above each other.
    pub(crate) rows: usize,
    /// Row after row, one more each way than cells.
    pub(crate) corners: Vec<Point>,
    pub(crate) shading: Shading,
    pub(crate) mapped: Mapped,
    pub(crate) paint: Paint,
}

/// What the values of a [`Mesh`] colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shading {
    /// Cells, if there is one coordinate more than values each way; else cells around the points.
    #[default]
    Auto,
    /// Cells; there is one coordinate more than values each way.
    Flat,
    /// Cells around the points that the coordinates are.
    Nearest,
    /// Corners, with the colours between them mixed.
    Gouraud,
}

impl Content for Mesh {
    const ZORDER: f64 = 1.0;

    fn add_limits(&self, data: &mut DataLimits) {
        let (x, y) = (self.ends(|p| p.x), self.ends(|p| p.y));
        if let (Some(x), Some(y)) = (x, y) {
            data.update([(x[0], y[0]), (x[1], y[1])]);
        }
    }

    fn sticky_x(&self) -> Vec<f64> {
        self.ends(|p| p.x).map_or(Vec::new(), |ends| ends.to_vec())
    }

    fn sticky_y(&self) -> Vec<f64> {
        self.ends(|p| p.y).map_or(Vec::new(), |ends| ends.to_vec())
    }
}

impl Mesh {
    /// The smallest and the largest coordinate.
    fn ends(&self, of: fn(&Point) -> f64) -> Option<[f64; 2]> {
        let finite = || self.corners.iter().map(of).filter(|v| v.is_finite());
        Some([finite().reduce(f64::min)?, finite().reduce(f64::max)?])
    }
}

impl Artist<Mesh> {
    /// Sets the opacity of each value's cell or corner, 0 to 1, in rows as the values, in place of the
    /// colours' own and of that of [`alpha`](Artist::alpha). Edges that have colours take them in
    /// turn.
    ///
    /// # Errors
    ///
    /// [`Error::Shape`] where rows differ in length, [`Error::LengthMismatch`] unless there are as
    /// many as values, [`Error::ColorChannel`] for one outside of 0 to 1.
    ///
    /// ```
    /// # let mut figure = figure::Figure::default();
    /// let ax = figure.add_subplot(1, 1, 1)?;
    /// let mesh = ax.pcolormesh([0, 1, 2], [0, 1], [[1, 2]])?;
    /// mesh.alphas([[0.2, 1.0]])?;
    /// assert!(mesh.alphas([[0.2, 1.5]]).is_err());
    /// # Ok::<(), figure::Error>(())
    /// ```
    ///
    /// [`Error::Shape`]: crate::Error::Shape
    /// [`Error::LengthMismatch`]: crate::Error::LengthMismatch
    /// [`Error::ColorChannel`]: crate::Error::ColorChannel
    pub fn alphas(&mut self, alphas: impl IntoMatrix) -> Result<&mut Self> {
        let alphas = alphas.into_matrix()?.into_values();
        self.kind.paint.alphas = opacities(alphas, self.kind.mapped.values.len())?;
        Ok(self)
    }
}

impl Painted for Mesh {
    fn paint(&self) -> &Paint {
        &self.paint
    }

    fn paint_mut(&mut self) -> &mut Paint {
        &mut self.paint
    }
}

impl Mappable for Mesh {
    fn mapped(&self) -> Option<&Mapped> {
        Some(&self.mapped)
    }

    fn mapped_mut(&mut self) -> &mut Mapped {
        &mut self.mapped
    }
}
