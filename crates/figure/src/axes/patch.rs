//! Shapes of one's own.

use crate::artist::{Artist, Patch};
use crate::axes::Axes;
use crate::error::Result;

impl Axes {
    /// Adds a shape. Limits include it once something else lets them follow the data.
    ///
    /// # Errors
    ///
    /// None yet; as for the plots.
    ///
    /// ```
    /// use figure::{Artist, Shape};
    ///
    /// # let mut figure = figure::Figure::default();
    /// let ax = figure.add_subplot(1, 1, 1)?;
    /// let shape = Shape::rectangle((0.2, 0.3), 0.5, 0.4);
    /// ax.add_patch(Artist::patch(shape))?.facecolor("C2").alpha(0.5);
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn add_patch(&mut self, patch: Artist<Patch>) -> Result<&mut Artist<Patch>> {
        self.add_artist(patch)
    }
}
