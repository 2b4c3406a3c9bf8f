//! Plots within a plot.

use std::sync::Arc;

use crate::artist::{Artist, InsetMark, Marked, Paint, Unit};
use crate::axes::{Axes, AxesId, Place};
use crate::error::{Error, Result};
use crate::grid::rectangle;

/// Where insets go in the drawing order: above text, below the legend.
const ZORDER: f64 = 5.0;

impl Axes {
    /// Adds a plot within this one: left, bottom, width and height in shares of this one's.
    ///
    /// ![A part of a curve, larger, in the plot itself](../../../docs/gallery/figure/inset_axes.png)
    ///
    /// # Errors
    ///
    /// [`Error::Rectangle`](crate::Error::Rectangle) unless all of them are finite, and width and
    /// height are not negative.
    ///
    /// ```
    /// let mut fig = figure::Figure::default();
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// ax.plot_y([1, 9, 2, 8, 3])?;
    /// let detail = ax.inset_axes([0.6, 0.6, 0.35, 0.35])?;
    /// detail.plot_y([1, 9, 2, 8, 3])?;
    /// detail.set_xlim(0.9, 1.1)?.set_ylim(8, 9.5)?;
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn inset_axes(&mut self, bounds: [f64; 4]) -> Result<&mut Self> {
        self.inset_axes_in(bounds, Unit::Axes)
    }

    /// Adds a plot within this one: left, bottom, width and height in these units.
    ///
    /// # Errors
    ///
    /// As for [`inset_axes`](Self::inset_axes).
    pub fn inset_axes_in(&mut self, bounds: [f64; 4], unit: Unit) -> Result<&mut Self> {
        let place = Place::Inset(rectangle(bounds)?, unit);
        let mut inset = Self::new(place, self.clock.clone(), Arc::clone(&self.style));
        inset.zorder = ZORDER;
        let number = self.insets.len();
        self.insets.push(inset);
        // What was just pushed is there.
        Ok(&mut self.insets[number])
    }

    /// Marks a rectangle of the data: left, bottom, width and height.
    ///
    /// # Errors
    ///
    /// None yet; as for the plots.
    pub fn indicate_inset(&mut self, bounds: [f64; 4]) -> Result<&mut Artist<InsetMark>> {
        self.add_mark(Marked::Bounds(bounds))
    }

    /// Marks the part of the plot that one of its insets shows, and joins the two.
    ///
    /// ![A part of a curve, larger, in the plot itself](../../../docs/gallery/figure/inset_axes.png)
    ///
    /// # Errors
    ///
    /// [`Error::Handle`] where the plot is no inset of this one.
    ///
    /// ```
    /// # let mut figure = figure::Figure::default();
    /// let ax = figure.add_subplot(1, 1, 1)?;
    /// let inset = ax.inset_axes([0.5, 0.5, 0.4, 0.4])?;
    /// inset.set_xlim(0.1, 0.2)?.set_ylim(0.1, 0.2)?;
    /// let inset = inset.id();
    /// ax.indicate_inset_zoom(inset)?.edgecolor("k");
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn indicate_inset_zoom(&mut self, inset: AxesId) -> Result<&mut Artist<InsetMark>> {
        if !self.insets.iter().any(|own| own.id == inset.0) {
            return Err(Error::Handle);
        }
        self.add_mark(Marked::Inset(inset.0))
    }

    fn add_mark(&mut self, part: Marked) -> Result<&mut Artist<InsetMark>> {
        let mark = self.add(InsetMark {
            part,
            paint: Paint::default(),
        })?;
        mark.facecolor("none").edgecolor("0.5").alpha(0.5);
        Ok(mark.set_clip_on(false))
    }
}
