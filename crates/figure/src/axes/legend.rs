//! The legend: a box with a sample and the label of each artist that has one.

use crate::artist::TextSize;
use crate::axes::Axes;
use crate::color::ColorSpec;

/// Where in the plot the legend goes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Location {
    /// Where it covers the least; the search takes time for very many points.
    #[default]
    Best,
    /// The upper right corner.
    UpperRight,
    /// The upper left corner.
    UpperLeft,
    /// The lower left corner.
    LowerLeft,
    /// The lower right corner.
    LowerRight,
    /// Half way up the left side.
    CenterLeft,
    /// Half way up the right side.
    CenterRight,
    /// The middle of the lower side.
    LowerCenter,
    /// The middle of the upper side.
    UpperCenter,
    /// The middle.
    Center,
    /// Its lower left corner here, in shares of the plot's width and height.
    At(f64, f64),
}

impl Location {
    /// The places that the search for the best goes through, the first one first.
    pub(crate) const CANDIDATES: [Self; 10] = [
        Self::UpperRight,
        Self::UpperLeft,
        Self::LowerLeft,
        Self::LowerRight,
        Self::CenterRight,
        Self::CenterLeft,
        Self::CenterRight,
        Self::LowerCenter,
        Self::UpperCenter,
        Self::Center,
    ];

    /// Which shares of the free width and height are to the left and below.
    pub(crate) fn shares(self) -> Option<(f64, f64)> {
        Some(match self {
            Self::Best | Self::At(..) => return None,
            Self::UpperRight => (1.0, 1.0),
            Self::UpperLeft => (0.0, 1.0),
            Self::LowerLeft => (0.0, 0.0),
            Self::LowerRight => (1.0, 0.0),
            Self::CenterLeft => (0.0, 0.5),
            Self::CenterRight => (1.0, 0.5),
            Self::LowerCenter => (0.5, 0.0),
            Self::UpperCenter => (0.5, 1.0),
            Self::Center => (0.5, 0.5),
        })
    }
}

/// The legend of a plot; what is not set comes from the style.
#[derive(Clone, Debug, Default)]
pub struct Legend {
    pub(crate) location: Location,
    pub(crate) anchor: Option<[f64; 4]>,
    pub(crate) columns: usize,
    pub(crate) title: String,
    pub(crate) fontsize: Option<TextSize>,
    pub(crate) frame: Option<bool>,
    pub(crate) framealpha: Option<f64>,
    pub(crate) facecolor: Option<ColorSpec>,
    pub(crate) edgecolor: Option<ColorSpec>,
    pub(crate) labelcolor: Option<ColorSpec>,
    pub(crate) shadow: Option<bool>,
}

impl Legend {
    /// Sets where it goes.
    pub fn location(&mut self, location: Location) -> &mut Self {
        self.location = location;
        self
    }

    /// Sets what it is placed in, in place of the whole plot: left, bottom, width and height, in
    /// shares of the plot's. With no width and no height, its corner or side goes to a point.
    pub fn anchor(&mut self, [left, bottom, width, height]: [f64; 4]) -> &mut Self {
        self.anchor = Some([left, bottom, width, height]);
        self
    }

    /// Puts a shadow below the box, or none. A box with a shadow is opaque unless its opacity is set.
    pub fn shadow(&mut self, shadow: bool) -> &mut Self {
        self.shadow = Some(shadow);
        self
    }

    /// Sets how many entries stand beside each other; 0 counts as 1.
    pub fn columns(&mut self, columns: usize) -> &mut Self {
        self.columns = columns;
        self
    }

    /// Sets what stands above the entries.
    pub fn title(&mut self, title: impl Into<String>) -> &mut Self {
        self.title = title.into();
        self
    }

    /// Sets the size of the text, which all distances follow.
    pub fn fontsize(&mut self, size: impl Into<TextSize>) -> &mut Self {
        self.fontsize = Some(size.into());
        self
    }

    /// Draws the box around it, or does not.
    pub fn set_frame_on(&mut self, on: bool) -> &mut Self {
        self.frame = Some(on);
        self
    }

    /// Sets the opacity of the box.
    pub fn framealpha(&mut self, alpha: f64) -> &mut Self {
        self.framealpha = Some(alpha);
        self
    }

    /// Sets what the box is filled with.
    pub fn facecolor(&mut self, color: impl Into<ColorSpec>) -> &mut Self {
        self.facecolor = Some(color.into());
        self
    }

    /// Sets the colour of the box's edge.
    pub fn edgecolor(&mut self, color: impl Into<ColorSpec>) -> &mut Self {
        self.edgecolor = Some(color.into());
        self
    }

    /// Sets the colour of the text.
    pub fn labelcolor(&mut self, color: impl Into<ColorSpec>) -> &mut Self {
        self.labelcolor = Some(color.into());
        self
    }
}

impl Axes {
    /// Shows a legend of the artists that have a label, bars after all others. Labels that start
    /// with an underscore are left out, as are images, meshes and text.
    ///
    /// ![Names in two columns, with a title](../../../docs/gallery/figure/legend.png)
    ///
    /// ```
    /// use figure::Location;
    ///
    /// # let mut figure = figure::Figure::default();
    /// let ax = figure.add_subplot(1, 1, 1)?;
    /// ax.plot_y([1, 3, 2])?.label("measured");
    /// ax.plot_y([1, 2, 3])?.label("expected").linestyle("--");
    /// ax.legend().location(Location::UpperLeft).title("volts");
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn legend(&mut self) -> &mut Legend {
        self.legend.insert(Legend::default())
    }
}
