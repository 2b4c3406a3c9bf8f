//! Fields of arrows.

use crate::artist::{Artist, Handle, Quiver, QuiverKey};
use crate::axes::Axes;
use crate::data::{Coord, Series};
use crate::error::{Error, Result};

impl Axes {
    /// Draws an arrow at each point (x, y) that is as long, and points where, the vector (u, v) says.
    /// With as many vectors as columns at `xs` times rows at `ys`, they are those of a grid, row
    /// after row.
    ///
    /// ![Arrows around a pole, and the one that says how long they are](../../../docs/gallery/figure/quiver.png)
    ///
    /// Vectors with a missing part are left out. Arrows shorter than their shaft is wide are dots.
    ///
    /// # Errors
    ///
    /// [`Error::LengthMismatch`] where numbers of points and vectors do not fit.
    ///
    /// ```
    /// use figure::{ArrowUnits, Angles, Pivot};
    ///
    /// # let mut figure = figure::Figure::default();
    /// let ax = figure.add_subplot(1, 1, 1)?;
    /// let arrows = ax.quiver([0, 1], [0, 1], [1, 0, 2, 1], [1, 1, 0, 2])?;
    /// arrows.pivot(Pivot::Middle).scale(1.0).scale_units(ArrowUnits::Xy);
    /// let arrows = arrows.angles(Angles::Xy)?.handle();
    /// ax.quiverkey(arrows, (0.9, 0.95), 1.0, "1 m/s")?;
    /// assert!(ax.quiver([0, 1], [0, 1], [1, 0, 2], [1, 1, 0]).is_err());
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn quiver(
        &mut self,
        xs: impl Series,
        ys: impl Series,
        us: impl Series,
        vs: impl Series,
    ) -> Result<&mut Artist<Quiver>> {
        let (xs, ys) = (xs.into_column(), ys.into_column());
        let (us, vs) = (us.into_column(), vs.into_column());
        let points: Vec<(f64, f64)> = if xs.len() == ys.len() && xs.len() == us.len() {
            xs.into_iter().zip(ys).collect()
        } else if xs.len().checked_mul(ys.len()) == Some(us.len()) {
            let row = |&y: &f64| xs.iter().map(move |&x| (x, y));
            ys.iter().flat_map(row).collect()
        } else {
            return Err(Error::LengthMismatch {
                x: xs.len(),
                y: us.len(),
            });
        };
        if us.len() != vs.len() {
            return Err(Error::LengthMismatch {
                x: us.len(),
                y: vs.len(),
            });
        }
        let vectors = us.into_iter().zip(vs).collect();
        self.autoscale().add(Quiver::new(points, vectors))
    }

    /// Adds an arrow with a label that says how long a length of arrows is, at a place in shares of
    /// the plot's width and height.
    ///
    /// # Errors
    ///
    /// [`Error::Handle`] where the arrows are another plot's.
    pub fn quiverkey(
        &mut self,
        of: Handle<Quiver>,
        at: (impl Coord, impl Coord),
        length: f64,
        label: impl Into<String>,
    ) -> Result<&mut Artist<QuiverKey>> {
        let zorder = self.artist(of)?.common.zorder;
        let at = (at.0.to_coord(), at.1.to_coord());
        let key = self.add(QuiverKey::new(of, at, length, label.into()))?;
        key.common.zorder = zorder.map(|zorder| zorder + 0.1);
        Ok(key)
    }
}
