//! The page that plots are put on.

mod colorbar;

use crate::axes::{Axes, Place};
use crate::color::ColorSpec;
use crate::error::{Error, Result};
use crate::style::{Style, SubplotParams};

/// The most rows and columns of a grid of subplots: more would be narrower than a pixel on any
/// surface that can be drawn.
const MOST_CELLS: usize = 1 << 16;

/// A page of plots.
///
/// A figure is data and settings; drawing reads it and changes nothing, so one figure can be
/// drawn from many threads. Its size is checked when it is drawn.
///
/// ```
/// use figure::Figure;
///
/// let mut fig = Figure::new((5.0, 4.0), 100.0); // inches, dots per inch
/// let ax = fig.add_subplot(1, 1, 1)?;
/// ax.plot_y([1, 2, 3])?;
/// let png = fig.to_png()?;
/// assert!(png.starts_with(b"\x89PNG"));
/// # Ok::<(), figure::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Figure {
    size: (f64, f64),
    dpi: f64,
    style: Style,
    pub(crate) axes: Vec<Axes>,
    pub(crate) facecolor: Option<ColorSpec>,
    pub(crate) subplot: Option<SubplotParams>,
}

impl Default for Figure {
    /// A figure of 6.4 × 4.8 inches at 100 dots per inch.
    fn default() -> Self {
        Self::new((6.4, 4.8), 100.0)
    }
}

impl Figure {
    /// An empty figure of a size in inches, width first, at a resolution in dots per inch, in the
    /// default style.
    ///
    /// In pixels the size is rounded down. A size that cannot be drawn is reported when drawing.
    #[must_use]
    pub fn new(size: (f64, f64), dpi: f64) -> Self {
        Self {
            size,
            dpi,
            style: Style::default(),
            axes: Vec::new(),
            facecolor: None,
            subplot: None,
        }
    }

    /// The same figure with another style.
    #[must_use]
    pub fn with_style(self, style: Style) -> Self {
        Self { style, ..self }
    }

    /// The settings that it takes its looks from.
    #[must_use]
    pub fn style(&self) -> &Style {
        &self.style
    }

    /// Its width and height in inches.
    #[must_use]
    pub fn size(&self) -> (f64, f64) {
        self.size
    }

    /// Its resolution in dots per inch.
    #[must_use]
    pub fn dpi(&self) -> f64 {
        self.dpi
    }

    /// Sets the width and height in inches.
    pub fn set_size(&mut self, width: f64, height: f64) -> &mut Self {
        self.size = (width, height);
        self
    }

    /// Sets the resolution in dots per inch.
    pub fn set_dpi(&mut self, dpi: f64) -> &mut Self {
        self.dpi = dpi;
        self
    }

    /// Sets the colour of the page.
    pub fn set_facecolor(&mut self, color: impl Into<ColorSpec>) -> &mut Self {
        self.facecolor = Some(color.into());
        self
    }

    /// Sets where subplots go, those already added too.
    ///
    /// # Errors
    ///
    /// [`Error::SubplotParams`] where an edge or gap is not finite, or the edges enclose nothing.
    pub fn subplots_adjust(&mut self, params: SubplotParams) -> Result<&mut Self> {
        let SubplotParams {
            left,
            right,
            bottom,
            top,
            wspace,
            hspace,
        } = params;
        let values = [left, bottom, right, top, wspace, hspace];
        if !values.iter().all(|v| v.is_finite()) || left >= right || bottom >= top {
            return Err(Error::SubplotParams { values });
        }
        self.subplot = Some(params);
        Ok(self)
    }

    /// Adds a plot at a place in a grid of `nrows` × `ncols`; places count from 1 at the top
    /// left, row by row.
    ///
    /// # Errors
    ///
    /// [`Error::SubplotIndex`] where there is no such place, or more than 65 536 rows or columns.
    ///
    /// ```
    /// let mut fig = figure::Figure::default();
    /// fig.add_subplot(2, 1, 1)?.plot_y([1, 2])?;
    /// fig.add_subplot(2, 1, 2)?.plot_y([2, 1])?;
    /// assert!(fig.add_subplot(2, 1, 3).is_err());
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn add_subplot(&mut self, nrows: usize, ncols: usize, index: usize) -> Result<&mut Axes> {
        let error = Error::SubplotIndex {
            nrows,
            ncols,
            index,
        };
        let cells = 1..=MOST_CELLS;
        if !(cells.contains(&nrows)
            && cells.contains(&ncols)
            && (1..=nrows * ncols).contains(&index))
        {
            return Err(error);
        }
        let (row, column) = ((index - 1) / ncols, (index - 1) % ncols);
        let number = self.axes.len();
        let place = Place::Cell {
            nrows,
            ncols,
            row,
            column,
        };
        self.axes.push(Axes::new(place, number as u64));
        self.axes.get_mut(number).ok_or(error)
    }

    /// The plots, in the order in which they were added.
    #[must_use]
    pub fn axes(&self) -> &[Axes] {
        &self.axes
    }

    /// The plots, to be changed.
    pub fn axes_mut(&mut self) -> &mut [Axes] {
        &mut self.axes
    }
}
