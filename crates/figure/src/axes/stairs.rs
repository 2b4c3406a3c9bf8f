//! Steps over given edges: histograms that are counted already, and step lines.

use std::sync::Arc;

use agg_core::{Affine, Path};

use crate::artist::{Artist, Cycle, Patch, Shape};
use crate::axes::Axes;
use crate::data::Series;
use crate::error::{Error, Result};

impl Axes {
    /// Adds the outline of steps on zero: each value from one edge to the next, so there is one
    /// edge more than values. A missing value leaves a gap.
    ///
    /// ![Counts between edges, outlined and filled](../../../docs/gallery/figure/stairs.png)
    ///
    /// # Errors
    ///
    /// [`Error::LengthMismatch`] unless there is one edge more than values, or where an edge is
    /// NaN.
    ///
    /// ```
    /// # let mut figure = figure::Figure::default();
    /// let ax = figure.add_subplot(1, 1, 1)?;
    /// ax.stairs([3, 1, 2], [0.0, 1.0, 2.5, 4.0])?.linewidth(2.0);
    /// assert!(ax.stairs([3, 1, 2], [0.0, 1.0]).is_err());
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn stairs(
        &mut self,
        values: impl Series,
        edges: impl Series,
    ) -> Result<&mut Artist<Patch>> {
        let mut patch = steps(&values.into_column(), &edges.into_column())?;
        patch.hollow = true;
        self.autoscale().add(patch)
    }

    /// Adds filled steps; see [`stairs`](Self::stairs).
    ///
    /// ![Counts between edges, outlined and filled](../../../docs/gallery/figure/stairs.png)
    ///
    /// # Errors
    ///
    /// As for [`stairs`](Self::stairs).
    pub fn stairs_filled(
        &mut self,
        values: impl Series,
        edges: impl Series,
    ) -> Result<&mut Artist<Patch>> {
        let patch = steps(&values.into_column(), &edges.into_column())?;
        Ok(self.autoscale().add(patch)?.linewidth(0.0))
    }
}

/// The shape of steps on zero, where margins stop.
fn steps(values: &[f64], edges: &[f64]) -> Result<Patch> {
    if edges.len() != values.len() + 1 || edges.iter().any(|edge| edge.is_nan()) {
        return Err(Error::LengthMismatch {
            x: values.len() + 1,
            y: edges.iter().filter(|edge| !edge.is_nan()).count(),
        });
    }
    let path = outline(values, edges);
    let mut patch = Patch::new(Shape::Path(Arc::new(path), Affine::IDENTITY));
    patch.cycles = Some(Cycle::Lines);
    patch.sticky = [Vec::new(), vec![0.0]];
    Ok(patch)
}

/// Up, along and down again over each run of values that are known.
fn outline(values: &[f64], edges: &[f64]) -> Path {
    let mut path = Path::new();
    let mut open = false;
    for (value, ends) in values.iter().zip(edges.windows(2)) {
        let [left, right] = [ends.first(), ends.last()].map(|end| end.copied().unwrap_or(f64::NAN));
        if value.is_nan() {
            if open {
                path.line_to((left, 0.0));
            }
            open = false;
            continue;
        }
        if !open {
            path.move_to((left, 0.0));
        }
        path.line_to((left, *value)).line_to((right, *value));
        open = true;
    }
    if let Some(&last) = edges.last()
        && open
    {
        path.line_to((last, 0.0));
    }
    path
}
