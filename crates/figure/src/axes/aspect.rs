//! How units of x and y compare, and what gives way for it.

use crate::artist::PropCycle;
use crate::axes::Axes;

use crate::limits::Fit;
use crate::name::Named;

/// How long a unit of y is, in units of x.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Aspect {
    /// Whatever fills the frame.
    Auto,
    /// So many times as long: 1 shows circles as circles.
    Ratio(f64),
}

impl Aspect {
    /// Units of x and y of the same length.
    pub const EQUAL: Self = Self::Ratio(1.0);
}

/// What gives way for an aspect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Adjustable {
    /// The frame becomes smaller.
    Box,
    /// The limits of x or y move.
    Datalim,
}

/// Where a plot that became smaller stays in its place: at a corner or side, by the points of the
/// compass, or in the middle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Anchor {
    /// In the middle.
    #[default]
    C,
    /// At the lower left corner.
    SW,
    /// In the middle of the lower side.
    S,
    /// At the lower right corner.
    SE,
    /// In the middle of the right side.
    E,
    /// At the upper right corner.
    NE,
    /// In the middle of the upper side.
    N,
    /// At the upper left corner.
    NW,
    /// In the middle of the left side.
    W,
    /// With these shares of the free width to the left and of the free height below.
    At(f64, f64),
}

impl Anchor {
    /// The shares of what is free to the left and below.
    pub(crate) fn shares(self) -> (f64, f64) {
        match self {
            Self::C => (0.5, 0.5),
            Self::SW => (0.0, 0.0),
            Self::S => (0.5, 0.0),
            Self::SE => (1.0, 0.0),
            Self::E => (1.0, 0.5),
            Self::NE => (1.0, 1.0),
            Self::N => (0.5, 1.0),
            Self::NW => (0.0, 1.0),
            Self::W => (0.0, 0.5),
            Self::At(x, y) => (x, y),
        }
    }
}

/// Settings of limits and aspect that go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AxisMode {
    /// `"auto"`: limits follow the data, and the frame is filled.
    Auto,
    /// `"equal"`: units of x and y of the same length, for which the limits give way.
    Equal,
    /// `"scaled"`: the same, but the frame gives way; limits stay as the data so far wants them.
    Scaled,
    /// `"tight"`: limits of the data so far and its margins.
    Tight,
    /// `"image"`: both of the last two.
    Image,
    /// `"square"`: as scaled, and both axes as long as the longer one, so that the frame is square.
    Square,
}

impl Named for AxisMode {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "auto" => Self::Auto,
            "equal" => Self::Equal,
            "scaled" => Self::Scaled,
            "tight" => Self::Tight,
            "image" => Self::Image,
            "square" => Self::Square,
            _ => return None,
        })
    }
}

impl Axes {
    /// Sets limits and aspect together, as matplotlib's `axis("equal")` does. Limits that were set
    /// before follow the data again; those that are set after hold.
    ///
    /// ```
    /// use figure::AxisMode;
    ///
    /// let mut fig = figure::Figure::default();
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// ax.plot([0, 1, 1, 0, 0], [0, 0, 1, 1, 0])?;
    /// ax.set_axis_mode(AxisMode::Equal);
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn set_axis_mode(&mut self, mode: AxisMode) -> &mut Self {
        self.x.autoscale();
        self.y.autoscale();
        self.aspect = Some(Aspect::Auto);
        let tight = matches!(mode, AxisMode::Tight | AxisMode::Image);
        self.fit = if tight { Fit::Tight } else { Fit::Loose };
        self.square = mode == AxisMode::Square;
        match mode {
            AxisMode::Auto => return self,
            AxisMode::Equal => {
                return self
                    .set_aspect(Aspect::EQUAL)
                    .set_adjustable(Adjustable::Datalim);
            }
            AxisMode::Tight => {}
            AxisMode::Scaled | AxisMode::Image | AxisMode::Square => {
                self.set_aspect(Aspect::EQUAL)
                    .set_adjustable(Adjustable::Box)
                    .set_anchor(Anchor::C);
            }
        }
        self.x.freeze();
        self.y.freeze();
        self
    }

    /// Sets what lines, and what is filled, take in turn from here on, the first first: colours, or a
    /// [`PropCycle`], which has looks of lines, too. An empty one is that of the style again.
    ///
    /// ![Lines in three colours and two styles](../../../docs/gallery/figure/prop_cycle.png)
    ///
    /// ```
    /// let mut fig = figure::Figure::default();
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// ax.set_prop_cycle(["red", "0.5"]);
    /// ax.plot_y([1, 2])?;
    /// ax.plot_y([2, 1])?;
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn set_prop_cycle(&mut self, cycle: impl Into<PropCycle>) -> &mut Self {
        self.cycles.push((self.artists.len(), cycle.into()));
        self
    }

    /// Sets how long a unit of y is in units of x; unset, the frame is filled, but images have
    /// square pixels.
    ///
    /// ```
    /// use figure::{Adjustable, Aspect};
    ///
    /// let mut fig = figure::Figure::default();
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// ax.plot([0, 1, 1, 0, 0], [0, 0, 1, 1, 0])?;
    /// ax.set_aspect(Aspect::EQUAL).set_adjustable(Adjustable::Datalim);
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn set_aspect(&mut self, aspect: Aspect) -> &mut Self {
        self.aspect = Some(aspect);
        self
    }

    /// Sets what gives way for the aspect: the frame, or, unless asked otherwise where twins or a
    /// box aspect fix the frame, the limits.
    pub fn set_adjustable(&mut self, adjustable: Adjustable) -> &mut Self {
        self.adjustable = Some(adjustable);
        self
    }

    /// Sets where the frame stays in its place when it becomes smaller.
    pub fn set_anchor(&mut self, anchor: Anchor) -> &mut Self {
        self.anchor = anchor;
        self
    }

    /// Sets the height of the frame in units of its width, whatever the limits are; it becomes
    /// smaller for it.
    pub fn set_box_aspect(&mut self, ratio: f64) -> &mut Self {
        self.box_aspect = Some(ratio);
        self.adjustable = Some(Adjustable::Datalim);
        self
    }

    /// What gives way for the aspect.
    pub(crate) fn gives_way(&self) -> Adjustable {
        let fixed = !self.twins.is_empty() || self.place == crate::axes::Place::Twin;
        let usual = if fixed {
            Adjustable::Datalim
        } else {
            Adjustable::Box
        };
        self.adjustable.unwrap_or(usual)
    }
}
