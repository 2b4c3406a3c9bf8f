//! A mesh of quadrilaterals, coloured by values.

use agg_core::Point;

use crate::artist::{Content, Mappable, Mapped, Paint, Painted};
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
