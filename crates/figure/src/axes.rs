//! A plot: the rectangle that data is drawn into, with its two axes, spines and titles.

use crate::artist::{Line2D, Text};
use crate::axis::{Axis, Which};
use crate::color::ColorSpec;
use crate::data::{Coord, Series};
use crate::error::{Error, Result};
use crate::limits::Fit;
use crate::style::AxisBelow;

/// A side of the frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// x at its start.
    Left,
    /// x at its end.
    Right,
    /// y at its start.
    Bottom,
    /// y at its end.
    Top,
}

impl Side {
    /// Every side, in drawing order.
    pub(crate) const ALL: [Self; 4] = [Self::Left, Self::Right, Self::Bottom, Self::Top];
}

/// Where above the frame a title goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TitleSide {
    /// Over the middle.
    Center,
    /// Flush with the left spine.
    Left,
    /// Flush with the right spine.
    Right,
}

/// One side of the frame, where it differs from the style.
#[derive(Clone, Debug, Default)]
pub struct Spine {
    pub(crate) color: Option<ColorSpec>,
    pub(crate) linewidth: Option<f64>,
    pub(crate) visible: Option<bool>,
    pub(crate) outward: f64,
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
        self.outward = points;
        self
    }
}

/// How a plot finds its place on the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Place {
    /// In a grid of subplots: rows, columns, and the row and column counted from 0.
    Cell {
        nrows: usize,
        ncols: usize,
        row: usize,
        column: usize,
    },
}

/// A plot of x against y.
///
/// Everything drawn into it is added by methods that return what they added, so that its looks
/// can be set in the same line. Limits follow the data until they are set.
#[derive(Clone, Debug)]
pub struct Axes {
    pub(crate) place: Place,
    pub(crate) lines: Vec<Line2D>,
    pub(crate) x: Axis,
    pub(crate) y: Axis,
    pub(crate) spines: [Spine; 4],
    pub(crate) titles: [Text; 3],
    pub(crate) titlepad: Option<f64>,
    pub(crate) fit: Fit,
    pub(crate) facecolor: Option<ColorSpec>,
    pub(crate) axisbelow: Option<AxisBelow>,
    pub(crate) zorder: f64,
    pub(crate) hidden: bool,
    pub(crate) frameless: bool,
}

impl Axes {
    pub(crate) fn new(place: Place) -> Self {
        Self {
            place,
            lines: Vec::new(),
            x: Axis::default(),
            y: Axis::default(),
            spines: Default::default(),
            titles: Default::default(),
            titlepad: None,
            fit: Fit::Loose,
            facecolor: None,
            axisbelow: None,
            zorder: 0.0,
            hidden: false,
            frameless: false,
        }
    }

    /// Adds a line through (0, y₀), (1, y₁), (2, y₂) …
    ///
    /// A missing value (`None`, NaN, infinity) leaves a gap. No values at all draw nothing.
    ///
    /// # Errors
    ///
    /// None yet; as for [`plot`](Self::plot), so that data can be refused.
    ///
    /// ```
    /// # let mut figure = figure::Figure::default();
    /// let ax = figure.add_subplot(1, 1, 1)?;
    /// ax.plot_y([1, 2, 3])?.color("C1").linewidth(2.0);
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn plot_y(&mut self, ys: impl Series) -> Result<&mut Line2D> {
        Ok(self.add_line(Line2D::new(None, ys.into_column())))
    }

    /// Adds a line through the points (x, y), in order.
    ///
    /// A point with a missing coordinate leaves a gap. No points at all draw nothing.
    ///
    /// # Errors
    ///
    /// [`Error::LengthMismatch`] where there are more of one coordinate than of the other.
    ///
    /// ```
    /// # let mut figure = figure::Figure::default();
    /// let t: Vec<f64> = (0..200).map(|i| f64::from(i) / 100.0).collect();
    /// let ax = figure.add_subplot(1, 1, 1)?;
    /// ax.plot(&t, t.iter().map(|t| (6.28 * t).sin()))?.linestyle("--").marker("o");
    /// assert!(ax.plot([1, 2], [3.0]).is_err());
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn plot(&mut self, xs: impl Series, ys: impl Series) -> Result<&mut Line2D> {
        let (xs, ys) = (xs.into_column(), ys.into_column());
        if xs.len() != ys.len() {
            return Err(Error::LengthMismatch {
                x: xs.len(),
                y: ys.len(),
            });
        }
        Ok(self.add_line(Line2D::new(Some(xs), ys)))
    }

    fn add_line(&mut self, line: Line2D) -> &mut Line2D {
        let index = self.lines.len();
        self.lines.push(line);
        &mut self.lines[index]
    }

    /// The lines, in the order in which they were added.
    #[must_use]
    pub fn lines(&self) -> &[Line2D] {
        &self.lines
    }

    /// The horizontal axis.
    pub fn xaxis(&mut self) -> &mut Axis {
        &mut self.x
    }

    /// The vertical axis.
    pub fn yaxis(&mut self) -> &mut Axis {
        &mut self.y
    }

    /// One side of the frame.
    pub fn spine(&mut self, side: Side) -> &mut Spine {
        &mut self.spines[side as usize]
    }

    pub(crate) fn spine_ref(&self, side: Side) -> &Spine {
        &self.spines[side as usize]
    }

    /// Sets the title over the middle of the frame.
    pub fn set_title(&mut self, string: impl Into<String>) -> &mut Text {
        self.set_title_at(TitleSide::Center, string)
    }

    /// Sets one of the three titles.
    pub fn set_title_at(&mut self, side: TitleSide, string: impl Into<String>) -> &mut Text {
        self.titles[side as usize].set_text(string)
    }

    /// Sets the distance from the frame to the titles' baseline, in points.
    pub fn set_titlepad(&mut self, points: f64) -> &mut Self {
        self.titlepad = Some(points);
        self
    }

    /// Sets the label of the horizontal axis.
    pub fn set_xlabel(&mut self, string: impl Into<String>) -> &mut Text {
        self.x.set_label(string)
    }

    /// Sets the label of the vertical axis.
    pub fn set_ylabel(&mut self, string: impl Into<String>) -> &mut Text {
        self.y.set_label(string)
    }

    /// Shows or hides the grid lines at the major ticks of both axes.
    pub fn grid(&mut self, visible: bool) -> &mut Self {
        for axis in [&mut self.x, &mut self.y] {
            axis.grid(Which::Major).set_visible(visible);
        }
        self
    }

    /// Sets the limits of x; see [`Axis::set_limits`].
    ///
    /// # Errors
    ///
    /// [`Error::Limits`] where one of them is NaN or infinite.
    pub fn set_xlim(&mut self, left: impl Coord, right: impl Coord) -> Result<&mut Self> {
        self.x.set_limits(left, right)?;
        Ok(self)
    }

    /// Sets the limits of y; see [`Axis::set_limits`].
    ///
    /// # Errors
    ///
    /// [`Error::Limits`] where one of them is NaN or infinite.
    pub fn set_ylim(&mut self, bottom: impl Coord, top: impl Coord) -> Result<&mut Self> {
        self.y.set_limits(bottom, top)?;
        Ok(self)
    }

    /// Sets what is added to the data's range on each side, as a share of it, and that the limits
    /// are no wider than that.
    ///
    /// # Errors
    ///
    /// [`Error::Margin`] at −0.5 and below, and for NaN and infinity.
    pub fn margins(&mut self, x: f64, y: f64) -> Result<&mut Self> {
        self.x.set_margin(x)?;
        self.y.set_margin(y)?;
        self.fit = Fit::Tight;
        Ok(self)
    }

    /// Sets what is behind the data.
    pub fn set_facecolor(&mut self, color: impl Into<ColorSpec>) -> &mut Self {
        self.facecolor = Some(color.into());
        self
    }

    /// Sets where ticks and grid lines go in the drawing order.
    pub fn set_axisbelow(&mut self, below: AxisBelow) -> &mut Self {
        self.axisbelow = Some(below);
        self
    }

    /// Draws only data and titles, or the axes, spines and background too.
    pub fn set_axis_on(&mut self, on: bool) -> &mut Self {
        self.frameless = !on;
        self
    }

    /// Shows or hides the whole plot.
    pub fn set_visible(&mut self, visible: bool) -> &mut Self {
        self.hidden = !visible;
        self
    }

    /// Sets the place in the figure's drawing order, 0 by default.
    pub fn zorder(&mut self, zorder: f64) -> &mut Self {
        self.zorder = zorder;
        self
    }
}
