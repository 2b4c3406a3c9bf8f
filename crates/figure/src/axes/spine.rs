//! The sides of the frame.

use crate::color::ColorSpec;
use crate::data::Coord;

/// Where a side of the frame goes, its ticks and labels with it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum SpinePosition {
    /// So many points out of the frame; negative values move it in.
    Outward(f64),
    /// At a share of the frame's width or height, from the left or bottom.
    Axes(f64),
    /// At a value of the other axis.
    Data(f64),
}

impl SpinePosition {
    /// In the middle of the frame.
    pub const CENTER: Self = Self::Axes(0.5);
    /// At the other axis's 0.
    pub const ZERO: Self = Self::Data(0.0);
}

impl Default for SpinePosition {
    fn default() -> Self {
        Self::Outward(0.0)
    }
}

/// One side of the frame, where it differs from the style.
#[derive(Clone, Debug, Default)]
pub struct Spine {
    pub(crate) color: Option<ColorSpec>,
    pub(crate) linewidth: Option<f64>,
    pub(crate) visible: Option<bool>,
    pub(crate) position: SpinePosition,
    pub(crate) bounds: Option<(f64, f64)>,
}

impl Spine {
    /// Sets the colour.
    pub fn color(&mut self, color: impl Into<ColorSpec>) -> &mut Self {
        self.color = Some(color.into());
        self
    }

    /// Sets the width in points.
    pub fn linewidth(&mut self, points: f64) -> &mut Self {
        self.linewidth = Some(points);
        self
    }

    /// Shows or hides it; the ticks on it stay.
    pub fn set_visible(&mut self, visible: bool) -> &mut Self {
        self.visible = Some(visible);
        self
    }

    /// Moves it out of the frame, with its ticks, by so many points; negative values move it in.
    pub fn outward(&mut self, points: f64) -> &mut Self {
        self.set_position(SpinePosition::Outward(points))
    }

    /// Moves it, with its ticks.
    ///
    /// ```
    /// use figure::{Side, SpinePosition};
    ///
    /// # let mut figure = figure::Figure::default();
    /// let ax = figure.add_subplot(1, 1, 1)?;
    /// ax.plot([-2, 0, 2], [4, -1, 3])?;
    /// ax.spine(Side::Left).set_position(SpinePosition::ZERO);
    /// ax.spine(Side::Bottom).set_position(SpinePosition::ZERO);
    /// ax.spine(Side::Top).set_visible(false);
    /// ax.spine(Side::Right).set_visible(false);
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn set_position(&mut self, position: SpinePosition) -> &mut Self {
        self.position = position;
        self
    }

    /// Draws it from one value of its axis to another, not along the whole of it.
    pub fn set_bounds(&mut self, low: impl Coord, high: impl Coord) -> &mut Self {
        self.bounds = Some((low.to_coord(), high.to_coord()));
        self
    }
}
