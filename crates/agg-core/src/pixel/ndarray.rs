//! Surfaces as arrays of the crate `ndarray`: views, not copies.

use ndarray::{ArrayView3, ArrayViewMut3, ShapeError};

use crate::pixel::{FourBytes, Pixmap};

impl<F: FourBytes> Pixmap<F> {
    /// The bytes as an array of rows, columns and channels.
    ///
    /// ```
    /// use agg_core::Pixmap;
    ///
    /// let mut pixmap = Pixmap::new(4, 3)?;
    /// pixmap.view_mut()?.slice_mut(ndarray::s![1, .., 3]).fill(255);
    /// let view = pixmap.view()?;
    /// assert_eq!(view.dim(), (3, 4, 4));
    /// assert_eq!(view[[1, 0, 3]], 255);
    /// assert_eq!(pixmap.pixel(3, 1), Some([0, 0, 0, 255]));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ShapeError`] for more bytes than an array can count, which no machine has in memory.
    pub fn view(&self) -> Result<ArrayView3<'_, u8>, ShapeError> {
        ArrayView3::from_shape(self.shape(), self.bytes())
    }

    /// The same, to be changed.
    ///
    /// # Errors
    ///
    /// As for [`view`](Self::view).
    pub fn view_mut(&mut self) -> Result<ArrayViewMut3<'_, u8>, ShapeError> {
        ArrayViewMut3::from_shape(self.shape(), self.bytes_mut())
    }

    fn shape(&self) -> (usize, usize, usize) {
        (self.height() as usize, self.width() as usize, 4)
    }
}
