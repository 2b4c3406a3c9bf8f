//! Colorbars, as they are asked for: what each colour of an artist's map stands for.

use crate::artist::{self, Artist, Orientation, Text};
use crate::axes::{Axes, Side, Spine};
use crate::axis::{Axis, End};
use crate::data::Series;
use crate::error::{Error, Result};
use crate::norm::Extend;
use crate::style::Sides;
use crate::ticker::{
    AutoMinorLocator, FixedLocator, FormatStrFormatter, Formatter, NullLocator, StrMethodFormatter,
};

/// The bar beside a plot that shows the colours of an artist and the values they stand for.
///
/// [`Figure::colorbar`](crate::Figure::colorbar) makes one. It follows its artist: the map, the norm
/// and the opacity are those that the artist has when the figure is drawn.
///
/// Its ticks and labels are those of [`axis`](Self::axis).
#[derive(Clone, Debug)]
pub struct Colorbar {
    /// The artist whose colours it shows.
    pub(crate) of: artist::Place,
    /// The plots that make room for it; none where it has a plot's place.
    pub(crate) parents: Vec<Parent>,
    /// The axis along it.
    pub(crate) axis: Axis,
    pub(crate) outline: Spine,
    pub(crate) side: Option<Side>,
    pub(crate) fraction: f64,
    pub(crate) pad: Option<f64>,
    pub(crate) shrink: f64,
    pub(crate) aspect: f64,
    pub(crate) extend: Option<Extend>,
    pub(crate) ends: Ends,
    pub(crate) edges: bool,
    pub(crate) boundaries: Option<Vec<f64>>,
    pub(crate) spacing: Spacing,
}

/// A plot that makes room for a colorbar.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Parent {
    /// Its name.
    pub(crate) id: u64,
    /// How many artists it had then.
    pub(crate) artists: usize,
}

/// The parts of a colorbar that stand for all values beyond its ends.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Ends {
    pub(crate) length: EndLength,
    pub(crate) square: bool,
}

/// How long they are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum EndLength {
    /// To the length of the bar between them.
    Shares(f64, f64),
    /// As the blocks beside them.
    AsBlocks,
}

impl Default for EndLength {
    fn default() -> Self {
        Self::Shares(0.05, 0.05)
    }
}

/// How much room each colour of a colorbar with boundaries has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Spacing {
    /// The same as the others.
    #[default]
    Uniform,
    /// In proportion to the values that it stands for.
    Proportional,
}

impl Colorbar {
    pub(crate) fn new(of: artist::Place, parents: Vec<Parent>) -> Self {
        Self {
            of,
            parents,
            axis: Axis::default(),
            outline: Spine::default(),
            side: None,
            fraction: 0.15,
            pad: None,
            shrink: 1.0,
            aspect: 20.0,
            extend: None,
            ends: Ends::default(),
            edges: false,
            boundaries: None,
            spacing: Spacing::default(),
        }
    }

    /// Whether a plot makes room for it.
    pub(crate) fn has_parent(&self, id: u64) -> bool {
        self.parents.iter().any(|parent| parent.id == id)
    }

    /// How many artists a plot had when it made room for the bar; 0 for other plots.
    pub(crate) fn seen_of(&self, id: u64) -> usize {
        let parent = self.parents.iter().find(|parent| parent.id == id);
        parent.map_or(0, |parent| parent.artists)
    }

    /// Where it is, and where its ticks are.
    pub(crate) fn side(&self) -> Side {
        self.side.unwrap_or(Side::Right)
    }

    /// Whether values grow upwards along it.
    pub(crate) fn is_upright(&self) -> bool {
        matches!(self.side(), Side::Left | Side::Right)
    }

    /// From the bar to its parents, as a share of what they had.
    pub(crate) fn gap(&self) -> f64 {
        self.pad.unwrap_or(match self.side() {
            Side::Left => 0.1,
            Side::Right | Side::Top => 0.05,
            Side::Bottom => 0.15,
        })
    }

    /// Sets its label and returns it.
    pub fn set_label(&mut self, string: impl Into<String>) -> &mut Artist<Text> {
        self.axis.set_label(string)
    }

    /// The axis along it: ticks, locators, formatters, limits, direction.
    pub fn axis(&mut self) -> &mut Axis {
        &mut self.axis
    }

    /// The line around it.
    pub fn outline(&mut self) -> &mut Spine {
        &mut self.outline
    }

    /// Sets the side of its parents that it is on, to the right unless set; above and below them it
    /// lies flat.
    pub fn location(&mut self, side: Side) -> &mut Self {
        self.side = Some(side);
        self
    }

    /// Sets which way values grow: upwards on the right of its parents, or rightwards below them.
    pub fn orientation(&mut self, orientation: Orientation) -> &mut Self {
        self.location(match orientation {
            Orientation::Vertical => Side::Right,
            Orientation::Horizontal => Side::Bottom,
        })
    }

    /// Sets the share of its parents' place that it takes, 0.15 by default.
    pub fn fraction(&mut self, share: f64) -> &mut Self {
        self.fraction = share;
        self
    }

    /// Sets the gap to its parents as a share of their place; unset, 0.05, on the left 0.1, below
    /// 0.15.
    pub fn pad(&mut self, share: f64) -> &mut Self {
        self.pad = Some(share);
        self
    }

    /// Makes it shorter or longer than its parents: so many times as long.
    pub fn shrink(&mut self, factor: f64) -> &mut Self {
        self.shrink = factor;
        self
    }

    /// Sets how many times as long as wide it is, 20 by default.
    pub fn aspect(&mut self, ratio: f64) -> &mut Self {
        self.aspect = ratio;
        self
    }

    /// Sets which ends are pointed, to say that colours go on beyond them; unset, those that the
    /// artist's norm extends.
    pub fn extend(&mut self, extend: Extend) -> &mut Self {
        self.extend = Some(extend);
        self
    }

    /// Sets the length of the pointed ends, lower or left first, as shares of the bar between them;
    /// 0.05 by default.
    ///
    /// # Errors
    ///
    /// [`Error::BarEnds`] where one is negative, NaN or infinite.
    pub fn extendfrac(&mut self, low: f64, high: f64) -> Result<&mut Self> {
        let usable = |share: f64| share >= 0.0 && share.is_finite();
        if !(usable(low) && usable(high)) {
            return Err(Error::BarEnds { low, high });
        }
        self.ends.length = EndLength::Shares(low, high);
        Ok(self)
    }

    /// Makes the pointed ends as long as the blocks beside them.
    pub fn extendfrac_auto(&mut self) -> &mut Self {
        self.ends.length = EndLength::AsBlocks;
        self
    }

    /// Draws rectangles for the pointed ends.
    pub fn extendrect(&mut self) -> &mut Self {
        self.ends.square = true;
        self
    }

    /// Draws a line between neighbouring colours.
    pub fn drawedges(&mut self) -> &mut Self {
        self.edges = true;
        self
    }

    /// Shows only the colours of the values half way between these boundaries.
    ///
    /// # Errors
    ///
    /// [`Error::BarBoundaries`] unless there are two at least, each above the one before.
    pub fn boundaries(&mut self, values: impl Series) -> Result<&mut Self> {
        let values = values.into_column();
        let finite = values.iter().all(|value| value.is_finite());
        if values.len() < 2 || !finite || !values.is_sorted_by(|a, b| a < b) {
            return Err(Error::BarBoundaries(values));
        }
        self.boundaries = Some(values);
        Ok(self)
    }

    /// Sets how much room the colours of a norm with boundaries, of layers between contours, or
    /// between [`boundaries`](Self::boundaries) have.
    pub fn spacing(&mut self, spacing: Spacing) -> &mut Self {
        self.spacing = spacing;
        self
    }

    /// Puts ticks at these values, and nowhere else.
    pub fn set_ticks(&mut self, values: impl Series) -> &mut Self {
        self.axis
            .set_major_locator(FixedLocator::new(values.into_column()));
        self
    }

    /// Writes the ticks' values by a pattern: `"%.2f"`, or `"{x:.2f}"`.
    ///
    /// # Errors
    ///
    /// [`Error::TickFormat`] for a pattern that is neither.
    pub fn format(&mut self, pattern: &str) -> Result<&mut Self> {
        match FormatStrFormatter::new(pattern) {
            Ok(formatter) => self.set_formatter(formatter),
            Err(_) => self.set_formatter(StrMethodFormatter::new(pattern)?),
        }
        Ok(self)
    }

    fn set_formatter(&mut self, formatter: impl Formatter + 'static) {
        self.axis.set_major_formatter(formatter);
    }

    /// Adds minor ticks between the others.
    pub fn minorticks_on(&mut self) -> &mut Self {
        self.axis.set_minor_locator(AutoMinorLocator::new());
        self
    }

    /// Leaves out minor ticks.
    pub fn minorticks_off(&mut self) -> &mut Self {
        self.axis.set_minor_locator(NullLocator);
        self
    }
}

impl Axes {
    /// Makes the plot hold a colorbar: it has that bar's outline, and no spines of its own.
    pub(crate) fn hold(&mut self, bar: Colorbar) -> &mut Colorbar {
        for spine in &mut self.spines {
            spine.visible = Some(false);
        }
        self.colorbar.insert(Box::new(bar))
    }

    /// The plot with the axes that its colorbar has, if it holds one.
    pub(crate) fn with_bar(&self, bar: &Colorbar, axis: Axis) -> Self {
        let mut short = Axis::default();
        short.set_ticks([0.0; 0]);
        let mut axes = self.clone();
        let second = matches!(bar.side(), Side::Right | Side::Top);
        let sides = if second { Sides::Second } else { Sides::First };
        let mut long = axis;
        let end = if second { End::Second } else { End::First };
        (long.label_at, long.offset_at) = (end, end);
        for set in [&mut long.major, &mut long.minor] {
            if set.params.marks == [None; 2] {
                set.params.marks(sides);
            }
            if set.params.labels == [None; 2] {
                set.params.labels(sides);
            }
        }
        for axis in [&mut long, &mut short] {
            axis.major.grid.visible.get_or_insert(false);
            axis.minor.grid.visible.get_or_insert(false);
        }
        short.start_with(0.0, 1.0);
        (axes.x, axes.y) = if bar.is_upright() {
            (short, long)
        } else {
            (long, short)
        };
        axes
    }
}
