//! The page that plots are put on.

mod colorbar;
mod fit;
mod mosaic;
mod subplots;
mod words;

pub use fit::{ConstrainedLayout, TightLayout};
pub use mosaic::{Mosaic, NamedAxes};
pub use subplots::{Share, Subplots};
pub(crate) use words::{FigureText, Super};

use std::sync::Arc;

use crate::axes::{Axes, AxesId, Legend};
use crate::axis::Clock;
use crate::color::ColorSpec;
use crate::error::{Error, Result};
use crate::style::{Style, SubplotParams};

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
    style: Arc<Style>,
    pub(crate) clock: Clock,
    pub(crate) axes: Vec<Axes>,
    pub(crate) facecolor: Option<ColorSpec>,
    pub(crate) tight: Option<TightLayout>,
    pub(crate) constrained: Option<ConstrainedLayout>,
    pub(crate) legend: Option<Legend>,
    pub(crate) texts: Vec<FigureText>,
    /// Whether the labels of x, and of y, are in line with those of other plots.
    pub(crate) aligned: [bool; 2],
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
            style: Arc::default(),
            clock: Clock::new(),
            axes: Vec::new(),
            facecolor: None,
            tight: None,
            constrained: None,
            legend: None,
            texts: Vec::new(),
            aligned: [false; 2],
            subplot: None,
        }
    }

    /// An empty figure in a style, of the size and resolution that the style asks for.
    ///
    /// ```
    /// use figure::{Figure, Style};
    ///
    /// let fig = Figure::styled(Style::sheet("seaborn-v0_8-talk")?);
    /// assert_eq!(fig.size(), (10.4, 7.15));
    /// # Ok::<(), figure::Error>(())
    /// ```
    #[must_use]
    pub fn styled(style: Style) -> Self {
        Self::new(style.figure.figsize, style.figure.dpi).with_style(style)
    }

    /// The same figure with another style; its size stays. What plots read when they are made
    /// (`hist.bins`, for one), those there are keep.
    #[must_use]
    pub fn with_style(mut self, style: Style) -> Self {
        self.style = Arc::new(style);
        for axes in &mut self.axes {
            axes.set_style(&self.style);
        }
        self
    }

    /// The style, to be shared with plots.
    pub(crate) fn shared_style(&self) -> Arc<Style> {
        Arc::clone(&self.style)
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

    /// A plot that was added before, to this figure or to another plot of it.
    ///
    /// # Errors
    ///
    /// [`Error::Handle`] where the figure has no such plot.
    pub fn ax(&mut self, id: AxesId) -> Result<&mut Axes> {
        let found = self.axes.iter_mut().find_map(|axes| axes.find_mut(id.0));
        found.ok_or(Error::Handle)
    }

    /// Puts the labels of plots in one row at the same height, and those of plots in one column at
    /// the same distance.
    pub fn align_labels(&mut self) -> &mut Self {
        self.align_xlabels().align_ylabels()
    }

    /// Puts the labels of x of plots in one row at the same height.
    pub fn align_xlabels(&mut self) -> &mut Self {
        self.aligned[0] = true;
        self
    }

    /// Puts the labels of y of plots in one column at the same distance.
    pub fn align_ylabels(&mut self) -> &mut Self {
        self.aligned[1] = true;
        self
    }

    /// The plots, in the order in which they were added; twins and insets are within theirs.
    #[must_use]
    pub fn axes(&self) -> &[Axes] {
        &self.axes
    }

    /// The plots, to be changed.
    pub fn axes_mut(&mut self) -> &mut [Axes] {
        &mut self.axes
    }
}
