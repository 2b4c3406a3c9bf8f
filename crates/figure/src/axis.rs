//! One axis of a plot as it is asked for: its limits, ticks, labels and grid.

use std::sync::Arc;

use crate::artist::{Artist, LineStyle, Text, TextSize};
use crate::color::ColorSpec;
use crate::data::{Coord, Series};
use crate::error::{Error, Result};
use crate::limits::Scale;
use crate::name::ByName;
use crate::style::{Sides, TickDirection};
use crate::ticker::{FixedFormatter, FixedLocator, Formatter, Locator};

/// Which ticks a setting is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// Those with labels.
    Major,
    /// The shorter ones between them.
    Minor,
}

/// The horizontal or the vertical axis of a plot.
///
/// Where limits, ticks and labels go is worked out each time the figure is drawn; an axis holds
/// only what was asked for.
#[derive(Clone, Debug, Default)]
pub struct Axis {
    pub(crate) label: Artist<Text>,
    pub(crate) labelpad: Option<f64>,
    pub(crate) limits: Option<(f64, f64)>,
    pub(crate) inverted: Option<bool>,
    pub(crate) scale: Option<Arc<dyn Scale>>,
    pub(crate) margin: Option<f64>,
    pub(crate) hidden: bool,
    /// Whether the label, and the text that the tick labels share, are on the second side (on top
    /// or right).
    pub(crate) label_second: bool,
    pub(crate) offset_second: bool,
    pub(crate) major: TickSet,
    pub(crate) minor: TickSet,
}

/// What is set for the major or for the minor ticks.
#[derive(Clone, Debug, Default)]
pub(crate) struct TickSet {
    pub(crate) locator: Option<Arc<dyn Locator>>,
    pub(crate) formatter: Option<Arc<dyn Formatter>>,
    pub(crate) params: TickParams,
    pub(crate) grid: GridParams,
}

impl Axis {
    /// The axis label.
    pub fn label(&mut self) -> &mut Artist<Text> {
        &mut self.label
    }

    /// Sets the axis label's string and returns the label.
    pub fn set_label(&mut self, string: impl Into<String>) -> &mut Artist<Text> {
        self.label.set_text(string)
    }

    /// Sets the distance from the tick labels to the axis label, in points.
    pub fn set_labelpad(&mut self, points: f64) -> &mut Self {
        self.labelpad = Some(points);
        self
    }

    /// Sets the limits, left or bottom first; the larger first turns the axis around. Limits that
    /// are equal, or too close to tell apart, are moved apart.
    ///
    /// # Errors
    ///
    /// [`Error::Limits`] where one of them is NaN or infinite.
    pub fn set_limits(&mut self, start: impl Coord, end: impl Coord) -> Result<&mut Self> {
        let (low, high) = (start.to_coord(), end.to_coord());
        if !(low.is_finite() && high.is_finite()) {
            return Err(Error::Limits { low, high });
        }
        self.limits = Some((low, high));
        Ok(self)
    }

    /// Takes the limits from the data again.
    pub fn autoscale(&mut self) -> &mut Self {
        self.limits = None;
        self
    }

    /// Lets values grow leftwards or downwards, or the usual way.
    pub fn set_inverted(&mut self, inverted: bool) -> &mut Self {
        self.inverted = Some(inverted);
        if let Some((low, high)) = self.limits
            && (high < low) != inverted
        {
            self.limits = Some((high, low));
        }
        self
    }

    /// Sets how values map to distances along the axis; unset, in proportion. Locators and
    /// formatters that are not set come from the scale.
    pub fn set_scale(&mut self, scale: impl Scale + 'static) -> &mut Self {
        self.scale = Some(Arc::new(scale));
        self
    }

    /// Sets what is added to the data's range on each side, as a share of it; a negative share
    /// cuts.
    ///
    /// # Errors
    ///
    /// [`Error::Margin`] at −0.5 and below, and for NaN and infinity.
    pub fn set_margin(&mut self, share: f64) -> Result<&mut Self> {
        if !(share > -0.5 && share.is_finite()) {
            return Err(Error::Margin(share));
        }
        self.margin = Some(share);
        Ok(self)
    }

    /// Shows or hides ticks, labels and grid lines together.
    pub fn set_visible(&mut self, visible: bool) -> &mut Self {
        self.hidden = !visible;
        self
    }

    /// Sets where the major ticks go.
    pub fn set_major_locator(&mut self, locator: impl Locator + 'static) -> &mut Self {
        self.major.locator = Some(Arc::new(locator));
        self
    }

    /// Sets what the major ticks say.
    pub fn set_major_formatter(&mut self, formatter: impl Formatter + 'static) -> &mut Self {
        self.major.formatter = Some(Arc::new(formatter));
        self
    }

    /// Sets where the minor ticks go; there are none by default.
    pub fn set_minor_locator(&mut self, locator: impl Locator + 'static) -> &mut Self {
        self.minor.locator = Some(Arc::new(locator));
        self
    }

    /// Sets what the minor ticks say: nothing by default.
    pub fn set_minor_formatter(&mut self, formatter: impl Formatter + 'static) -> &mut Self {
        self.minor.formatter = Some(Arc::new(formatter));
        self
    }

    /// Puts major ticks at these values, and nowhere else.
    pub fn set_ticks(&mut self, values: impl Series) -> &mut Self {
        self.set_major_locator(FixedLocator::new(values.into_column()))
    }

    /// Puts major ticks at these values and gives each its text, in order.
    ///
    /// # Errors
    ///
    /// [`Error::LengthMismatch`] where there are more or fewer texts than values.
    pub fn set_ticks_labeled<S: Into<String>>(
        &mut self,
        values: impl Series,
        labels: impl IntoIterator<Item = S>,
    ) -> Result<&mut Self> {
        let values = values.into_column();
        let labels: Vec<String> = labels.into_iter().map(Into::into).collect();
        if values.len() != labels.len() {
            return Err(Error::LengthMismatch {
                x: values.len(),
                y: labels.len(),
            });
        }
        Ok(self
            .set_ticks(values)
            .set_major_formatter(FixedFormatter::new(labels)))
    }

    /// How ticks and their labels look.
    pub fn tick_params(&mut self, which: Which) -> &mut TickParams {
        &mut self.set_mut(which).params
    }

    /// The grid lines at the ticks, shown.
    pub fn grid(&mut self, which: Which) -> &mut GridParams {
        self.set_mut(which).grid.set_visible(true)
    }

    fn set_mut(&mut self, which: Which) -> &mut TickSet {
        match which {
            Which::Major => &mut self.major,
            Which::Minor => &mut self.minor,
        }
    }
}

/// How the ticks of an axis look, where it differs from the style.
#[derive(Clone, Debug, Default)]
pub struct TickParams {
    pub(crate) size: Option<f64>,
    pub(crate) width: Option<f64>,
    pub(crate) pad: Option<f64>,
    pub(crate) color: Option<ColorSpec>,
    pub(crate) direction: Option<TickDirection>,
    pub(crate) labelsize: Option<TextSize>,
    pub(crate) labelcolor: Option<ColorSpec>,
    pub(crate) labelrotation: Option<f64>,
    pub(crate) marks: Option<Sides>,
    pub(crate) labels: Option<Sides>,
}

impl TickParams {
    /// Sets the length of the marks in points.
    pub fn length(&mut self, points: f64) -> &mut Self {
        self.size = Some(points);
        self
    }

    /// Sets the width of the marks in points.
    pub fn width(&mut self, points: f64) -> &mut Self {
        self.width = Some(points);
        self
    }

    /// Sets the distance from mark to label in points.
    pub fn pad(&mut self, points: f64) -> &mut Self {
        self.pad = Some(points);
        self
    }

    /// Sets the colour of the marks.
    pub fn color(&mut self, color: impl Into<ColorSpec>) -> &mut Self {
        self.color = Some(color.into());
        self
    }

    /// Sets which way the marks point.
    pub fn direction(&mut self, direction: TickDirection) -> &mut Self {
        self.direction = Some(direction);
        self
    }

    /// Sets the size of the labels: points, or a [`TextSize`].
    pub fn labelsize(&mut self, size: impl Into<TextSize>) -> &mut Self {
        self.labelsize = Some(size.into());
        self
    }

    /// Sets the colour of the labels.
    pub fn labelcolor(&mut self, color: impl Into<ColorSpec>) -> &mut Self {
        self.labelcolor = Some(color.into());
        self
    }

    /// Turns the labels, counter-clockwise, in degrees. A non-finite angle counts as 0.
    pub fn labelrotation(&mut self, degrees: f64) -> &mut Self {
        self.labelrotation = Some(if degrees.is_finite() {
            degrees.rem_euclid(360.0)
        } else {
            0.0
        });
        self
    }

    /// Sets on which sides marks are drawn.
    pub fn marks(&mut self, sides: Sides) -> &mut Self {
        self.marks = Some(sides);
        self
    }

    /// Sets on which sides labels are drawn.
    pub fn labels(&mut self, sides: Sides) -> &mut Self {
        self.labels = Some(sides);
        self
    }
}

/// How grid lines look, where it differs from the style.
#[derive(Clone, Debug, Default)]
pub struct GridParams {
    pub(crate) visible: Option<bool>,
    pub(crate) color: Option<ColorSpec>,
    pub(crate) linestyle: Option<ByName<LineStyle>>,
    pub(crate) linewidth: Option<f64>,
    pub(crate) alpha: Option<f64>,
}

impl GridParams {
    /// Shows or hides the grid lines.
    pub fn set_visible(&mut self, visible: bool) -> &mut Self {
        self.visible = Some(visible);
        self
    }

    /// Sets the colour; its own opacity, where it has one, replaces the style's.
    pub fn color(&mut self, color: impl Into<ColorSpec>) -> &mut Self {
        self.color = Some(color.into());
        self
    }

    /// Sets the line style: a [`LineStyle`] or its name.
    pub fn linestyle(&mut self, style: impl Into<ByName<LineStyle>>) -> &mut Self {
        self.linestyle = Some(style.into());
        self
    }

    /// Sets the width in points.
    pub fn linewidth(&mut self, points: f64) -> &mut Self {
        self.linewidth = Some(points);
        self
    }

    /// Sets the opacity, 0 to 1.
    pub fn alpha(&mut self, alpha: f64) -> &mut Self {
        self.alpha = Some(alpha);
        self
    }
}
