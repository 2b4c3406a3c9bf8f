//! Pictures in data coordinates.

use crate::artist::{Artist, Image, Mapped, Pixels};
use crate::axes::{Aspect, Axes, Wish};
use crate::data::IntoMatrix;
use crate::error::{Error, Result};

impl Axes {
    /// Shows values as a picture, one square pixel each, through a colormap; the first row on top.
    ///
    /// ![A matrix with hard and with smooth pixels](../../../docs/gallery/figure/imshow.png)
    ///
    /// The limits become the picture's edges, and units of x and y equally long.
    ///
    /// # Errors
    ///
    /// [`Error::Shape`] where rows differ in length.
    ///
    /// ```
    /// # let mut figure = figure::Figure::default();
    /// let ax = figure.add_subplot(1, 1, 1)?;
    /// ax.imshow([[1, 2, 3], [4, 5, 6]])?.cmap("gray").interpolation("nearest");
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn imshow(&mut self, values: impl IntoMatrix) -> Result<&mut Artist<Image>> {
        let matrix = values.into_matrix()?;
        let (rows, columns) = (matrix.rows(), matrix.columns());
        let mapped = Mapped::new(matrix.into_values());
        self.add_image(rows, columns, Pixels::Values, mapped)
    }

    /// Shows colours as a picture: red, green, blue and straight alpha, row after row.
    ///
    /// # Errors
    ///
    /// [`Error::Shape`] unless all rows of `columns` pixels are full.
    pub fn imshow_rgba(
        &mut self,
        pixels: &[[u8; 4]],
        columns: usize,
    ) -> Result<&mut Artist<Image>> {
        let rows = pixels.len().checked_div(columns).unwrap_or(0);
        if rows * columns != pixels.len() {
            return Err(Error::Shape {
                count: pixels.len(),
                rows,
                columns,
            });
        }
        let pixels = Pixels::Rgba(pixels.to_vec());
        self.add_image(rows, columns, pixels, Mapped::default())
    }

    /// Shows a picture of the crate `image`, in its own colours.
    ///
    /// # Errors
    ///
    /// None yet; as for [`imshow_rgba`](Self::imshow_rgba).
    #[cfg(feature = "image")]
    pub fn imshow_picture(&mut self, picture: &image::DynamicImage) -> Result<&mut Artist<Image>> {
        let rgba = picture.to_rgba8();
        let (pixels, _) = rgba.as_raw().as_chunks::<4>();
        self.imshow_rgba(pixels, rgba.width() as usize)
    }

    fn add_image(
        &mut self,
        rows: usize,
        columns: usize,
        pixels: Pixels,
        mapped: Mapped,
    ) -> Result<&mut Artist<Image>> {
        let number = self.artists.len();
        self.wish(Wish::Image(number));
        let usual = self.style.image.aspect.map_or(Aspect::Auto, Aspect::Ratio);
        self.aspect.get_or_insert(usual);
        self.add(Image {
            rows,
            columns,
            pixels,
            mapped,
            interpolation: None,
            stage: None,
            origin: None,
            extent: None,
            alphas: Vec::new(),
        })
    }
}
