//! Making room for what stands around plots: labels, titles, ticks.

use crate::error::{Error, Result};
use crate::figure::Figure;
use crate::style::ConstrainedStyle;

/// How much room [`Figure::tight_layout`] leaves; distances are multiples of the font's size.
#[derive(Clone, Debug)]
pub struct TightLayout {
    pub(crate) pad: f64,
    pub(crate) w_pad: Option<f64>,
    pub(crate) h_pad: Option<f64>,
    /// Left, bottom, right and top.
    pub(crate) rect: Option<[f64; 4]>,
}

impl Default for TightLayout {
    fn default() -> Self {
        Self {
            pad: 1.08,
            w_pad: None,
            h_pad: None,
            rect: None,
        }
    }
}

impl TightLayout {
    /// Sets the distance to the edge of the figure, and between plots unless that is set.
    pub fn pad(&mut self, fontsizes: f64) -> &mut Self {
        self.pad = fontsizes;
        self
    }

    /// Sets the distance between columns.
    pub fn w_pad(&mut self, fontsizes: f64) -> &mut Self {
        self.w_pad = Some(fontsizes);
        self
    }

    /// Sets the distance between rows.
    pub fn h_pad(&mut self, fontsizes: f64) -> &mut Self {
        self.h_pad = Some(fontsizes);
        self
    }

    /// Sets what plots with all around them fit into: left, bottom, right and top, in shares of the
    /// figure.
    ///
    /// # Errors
    ///
    /// [`Error::Interval`] unless left is below right and bottom below top.
    pub fn rect(&mut self, [left, bottom, right, top]: [f64; 4]) -> Result<&mut Self> {
        for (low, high) in [(left, right), (bottom, top)] {
            if !(low < high && low.is_finite() && high.is_finite()) {
                return Err(Error::Interval { low, high });
            }
        }
        self.rect = Some([left, bottom, right, top]);
        Ok(self)
    }
}

/// How much room [`Figure::constrained_layout`] leaves.
#[derive(Clone, Debug)]
pub struct ConstrainedLayout {
    pub(crate) w_pad: f64,
    pub(crate) h_pad: f64,
    pub(crate) wspace: f64,
    pub(crate) hspace: f64,
    /// Left, bottom, width and height.
    pub(crate) rect: [f64; 4],
}

impl ConstrainedLayout {
    /// As the style has it.
    fn of(style: &ConstrainedStyle) -> Self {
        Self {
            w_pad: style.w_pad,
            h_pad: style.h_pad,
            wspace: style.wspace,
            hspace: style.hspace,
            rect: [0.0, 0.0, 1.0, 1.0],
        }
    }

    /// Sets the distance to the left and right of plots, in inches.
    pub fn w_pad(&mut self, inches: f64) -> &mut Self {
        self.w_pad = inches;
        self
    }

    /// Sets the distance above and below plots, in inches.
    pub fn h_pad(&mut self, inches: f64) -> &mut Self {
        self.h_pad = inches;
        self
    }

    /// Sets the share of the width that lies between columns, if that is more than their pads.
    pub fn wspace(&mut self, share: f64) -> &mut Self {
        self.wspace = share;
        self
    }

    /// Sets the share of the height that lies between rows, if that is more than their pads.
    pub fn hspace(&mut self, share: f64) -> &mut Self {
        self.hspace = share;
        self
    }

    /// Sets what plots with all around them fit into: left, bottom, width and height, in shares of
    /// the figure.
    ///
    /// # Errors
    ///
    /// [`Error::Rectangle`] unless all are finite and the sides positive.
    pub fn rect(&mut self, rect: [f64; 4]) -> Result<&mut Self> {
        let [_, _, width, height] = rect;
        if !(rect.iter().all(|v| v.is_finite()) && width > 0.0 && height > 0.0) {
            return Err(Error::Rectangle(rect));
        }
        self.rect = rect;
        Ok(self)
    }
}

impl Figure {
    /// Moves the grid of plots so that labels and titles have room: the same edges and gaps for all.
    /// Where there is too little of it, plots stay.
    ///
    /// ![Four plots with labels that do not overlap](../../../docs/gallery/figure/tight_layout.png)
    ///
    /// It is done whenever the figure is drawn, for all that was added before and after. Plots in
    /// grids with edges or gaps of their own stay.
    ///
    /// ```
    /// use figure::{Figure, Subplots};
    ///
    /// let mut fig = Figure::default();
    /// for ax in fig.subplots(Subplots::new(2, 2)?)? {
    ///     ax.set_title("title");
    ///     ax.set_xlabel("x");
    /// }
    /// fig.tight_layout().pad(0.5);
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn tight_layout(&mut self) -> &mut TightLayout {
        self.constrained = None;
        self.tight.insert(TightLayout::default())
    }

    /// Moves plots so that labels and titles have room: each row and column gets what it needs, and
    /// frames of equal ratios stay equal. Where there is too little room, plots stay.
    ///
    /// ![Plots and colorbars that have room](../../../docs/gallery/figure/norms.png)
    ///
    /// It is done whenever the figure is drawn, for all that was added before and after.
    ///
    /// ```
    /// use figure::{Figure, Mosaic};
    ///
    /// let mut fig = Figure::default();
    /// let mut plots = fig.subplot_mosaic(&Mosaic::new("AAB;C.B")?)?;
    /// plots.axes("A")?.set_title("a title");
    /// fig.suptitle("over all");
    /// fig.constrained_layout().wspace(0.1);
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn constrained_layout(&mut self) -> &mut ConstrainedLayout {
        self.tight = None;
        let usual = ConstrainedLayout::of(&self.style().figure.constrained_layout);
        self.constrained.insert(usual)
    }

    /// The tight layout that was asked for, or that the style wants where none was.
    pub(crate) fn tight_wish(&self) -> Option<TightLayout> {
        let style = self.constrained.is_none() && self.style().figure.autolayout;
        let usual = || style.then(TightLayout::default);
        self.tight.clone().or_else(usual)
    }

    /// The constrained layout that was asked for, or that the style wants where none was.
    pub(crate) fn constrained_wish(&self) -> Option<ConstrainedLayout> {
        let style = &self.style().figure.constrained_layout;
        let free = self.tight_wish().is_none() && style.used;
        let usual = || free.then(|| ConstrainedLayout::of(style));
        self.constrained.clone().or_else(usual)
    }
}
