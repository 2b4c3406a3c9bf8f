//! A plot: the rectangle that data is drawn into, with its two axes, spines and titles.
//!
//! What is drawn into it is added by methods in a file for each kind of plot beside this one; all
//! of them end in [`Axes::add`], and most in [`Axes::autoscale`] too.

mod annotate;
mod aspect;
mod bar;
mod bar_label;
mod boxplot;
mod bundle;
mod colorbar;
mod contour;
mod errorbar;
mod events;
mod fill;
mod hexbin;
mod hist;
mod hist_plot;
mod image;
mod inset;
mod legend;
mod matshow;
mod mesh;
mod patch;
mod pie;
mod plot;
mod quiver;
mod reference;
mod scale;
mod scatter;
mod secondary;
mod shared;
mod spine;
mod stairs;
mod statistics;
mod stem;
mod violin;

pub use aspect::{Adjustable, Anchor, Aspect, AxisMode};
pub use bar_label::BarLabels;
pub use boxplot::{BoxPart, BoxParts, BoxPlot, BoxStats, MeanMark, Whiskers};
pub use colorbar::{Colorbar, Spacing};
pub(crate) use colorbar::{EndLength, Parent};
pub use errorbar::Errors;
pub use events::Events;
pub use fill::Between;
pub use hexbin::{Hexbin, Hist2d};
pub use hist::Histogram;
pub use hist_plot::{Cumulative, Hist, HistAlign, HistParts, HistType};
pub use legend::Legend;
pub(crate) use legend::Sample;
pub use pie::{Pie, PieParts};
pub(crate) use secondary::Secondary;
pub use spine::{Spine, SpinePosition};
pub use stem::Stems;
pub use violin::{Bandwidth, ViolinMark, ViolinParts, ViolinPlot, ViolinSide};

use std::sync::Arc;

use agg_core::Rect;

use crate::artist::{self, AnyArtist, Artist, Handle, Kind, PropCycle, Text, Unit};
use crate::axis::{Axis, Clock, Which};
use crate::color::ColorSpec;
use crate::data::{Coord, Series, pair};
use crate::error::{Error, Result};
use crate::grid::SubplotSpec;
use crate::limits::Fit;
use crate::style::{AxisBelow, Style};
use crate::ticker::Direction;

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

/// How a plot finds its place on the page.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Place {
    /// In a grid of subplots.
    Cells(SubplotSpec),
    /// Over a share of the page.
    Share(Rect),
    /// Over the plot that it belongs to.
    Twin,
    /// In the plot that it belongs to, in these units of it.
    Inset(Rect, Unit),
    /// Beside the plots that its colorbar belongs to.
    Bar,
}

/// What a figure knows a plot by: [`Axes::id`] gives it, [`Figure::ax`](crate::Figure::ax) and
/// [`Axes::sharex`] take it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AxesId(pub(crate) u64);

/// What decides the limits that are not set by hand.
#[derive(Clone, Debug, Default)]
pub(crate) struct View {
    /// What was asked for, in order, each with the time.
    pub(crate) wishes: Vec<(u64, Wish)>,
}

/// What a plot wants of the limits when it is added.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Wish {
    /// To follow all of the data, along x and along y.
    Follow([bool; 2]),
    /// To be the edges of an image, given by its number.
    Image(usize),
    /// To follow all of the data along an axis if they do not show a value so far.
    Show(Direction, f64),
}

/// The plot whose limits and ticks an axis has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Master {
    pub(crate) axes: u64,
    /// Since when; what was asked of the axis before does not count.
    pub(crate) since: u64,
}

/// A plot of x against y.
///
/// Everything drawn into it is added by methods that return what they added, so that its looks
/// can be set in the same line. Limits follow the data until they are set.
#[derive(Clone, Debug)]
pub struct Axes {
    pub(crate) place: Place,
    /// Its name in handles.
    pub(crate) id: u64,
    pub(crate) clock: Clock,
    /// What plots read when they are made; all else is read from the figure's when it is drawn.
    style: Arc<Style>,
    /// Of x and of y.
    pub(crate) masters: [Option<Master>; 2],
    /// Plots over this one, which have one axis of their own.
    pub(crate) twins: Vec<Self>,
    /// Plots in this one.
    pub(crate) insets: Vec<Self>,
    /// In the order in which they were added.
    pub(crate) artists: Vec<AnyArtist>,
    pub(crate) view: View,
    pub(crate) aspect: Option<Aspect>,
    pub(crate) x: Axis,
    pub(crate) y: Axis,
    pub(crate) spines: [Spine; 4],
    pub(crate) titles: [Artist<Text>; 3],
    pub(crate) titlepad: Option<f64>,
    /// Where the middle title is, to the height of the frame; unset, above all that is there.
    pub(crate) title_y: Option<f64>,
    pub(crate) legend: Option<Legend>,
    /// What it holds instead of data.
    pub(crate) colorbar: Option<Box<Colorbar>>,
    pub(crate) fit: Fit,
    pub(crate) facecolor: Option<ColorSpec>,
    pub(crate) axisbelow: Option<AxisBelow>,
    pub(crate) zorder: f64,
    pub(crate) hidden: bool,
    pub(crate) frameless: bool,
    pub(crate) frame_hidden: bool,
    /// Whether margins go on where artists want them to stop.
    pub(crate) unsticky: bool,
    pub(crate) box_aspect: Option<f64>,
    /// Whether both axes are as long as the longer one.
    pub(crate) square: bool,
    /// Colours that are taken in turn, each with the number of the first artist.
    pub(crate) cycles: Vec<(usize, PropCycle)>,
    pub(crate) adjustable: Option<Adjustable>,
    pub(crate) anchor: Anchor,
    /// What it is the second axis of, if it is one.
    pub(crate) secondary: Option<Secondary>,
}

impl Axes {
    pub(crate) fn new(place: Place, clock: Clock, style: Arc<Style>) -> Self {
        let axis = || Axis {
            clock: clock.clone(),
            ..Axis::default()
        };
        Self {
            place,
            id: clock.tick(),
            masters: [None; 2],
            twins: Vec::new(),
            insets: Vec::new(),
            x: axis(),
            y: axis(),
            clock,
            style,
            artists: Vec::new(),
            view: View::default(),
            aspect: None,
            spines: Default::default(),
            titles: Default::default(),
            titlepad: None,
            title_y: None,
            legend: None,
            colorbar: None,
            fit: Fit::Loose,
            facecolor: None,
            axisbelow: None,
            zorder: 0.0,
            hidden: false,
            frameless: false,
            frame_hidden: false,
            unsticky: false,
            box_aspect: None,
            square: false,
            cycles: Vec::new(),
            adjustable: None,
            anchor: Anchor::C,
            secondary: None,
        }
    }

    /// Columns along x and y as places, as many of the one as of the other.
    pub(crate) fn pair(
        &mut self,
        xs: impl Series,
        ys: impl Series,
    ) -> Result<(Vec<f64>, Vec<f64>)> {
        pair(self.x.column(xs), self.y.column(ys))
    }

    /// Adds an artist at the end of those there are.
    pub(crate) fn add<T: Kind>(&mut self, kind: T) -> Result<&mut Artist<T>>
    where
        AnyArtist: From<Artist<T>>,
    {
        self.add_artist(Artist::of(kind))
    }

    /// Adds an artist with its settings at the end of those there are.
    pub(crate) fn add_artist<T: Kind>(&mut self, mut artist: Artist<T>) -> Result<&mut Artist<T>>
    where
        AnyArtist: From<Artist<T>>,
    {
        let index = self.artists.len();
        artist.common.place = artist::Place {
            axes: self.id,
            index,
        };
        artist.common.time = self.clock.tick();
        self.artists.push(artist.into());
        let added = self.artists.get_mut(index).and_then(T::find_mut);
        added.ok_or(Error::Handle)
    }

    /// Lets the limits that are not set follow all of the data from now on.
    pub(crate) fn autoscale(&mut self) -> &mut Self {
        self.autoscale_along([true, true])
    }

    /// Lets the limits of x, of y, follow all of the data from now on.
    pub(crate) fn autoscale_along(&mut self, axes: [bool; 2]) -> &mut Self {
        // Asked for twice in a row, it is asked for once.
        let again = self.view.wishes.last() == Some(&(self.clock.last(), Wish::Follow(axes)));
        if !again {
            self.wish(Wish::Follow(axes));
        }
        self
    }

    /// Lets the limits along an axis follow the data if they do not show a value.
    pub(crate) fn show(&mut self, direction: Direction, value: f64) -> &mut Self {
        self.wish(Wish::Show(direction, value))
    }

    pub(crate) fn wish(&mut self, wish: Wish) -> &mut Self {
        self.view.wishes.push((self.clock.tick(), wish));
        self
    }

    /// The artists of a kind, in the order in which they were added.
    pub fn artists<T: Kind>(&self) -> impl Iterator<Item = &Artist<T>> {
        self.artists.iter().filter_map(T::find)
    }

    /// An artist that was added before.
    ///
    /// # Errors
    ///
    /// [`Error::Handle`] where the handle belongs to another plot.
    ///
    /// ```
    /// # let mut figure = figure::Figure::default();
    /// let ax = figure.add_subplot(1, 1, 1)?;
    /// let line = ax.plot_y([1, 2, 3])?.handle();
    /// ax.plot_y([3, 2, 1])?;
    /// ax.artist(line)?.color("C5");
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn artist<T: Kind>(&mut self, handle: Handle<T>) -> Result<&mut Artist<T>> {
        let own = handle.place.axes == self.id;
        let found = self.artists.get_mut(handle.place.index).filter(|_| own);
        found.and_then(T::find_mut).ok_or(Error::Handle)
    }

    /// Adds text at a point, its baseline's start there unless it is aligned otherwise.
    ///
    /// ![Text that is turned, coloured, boxed](../../../docs/gallery/figure/text.png)
    ///
    /// # Errors
    ///
    /// None yet; as for the other plots.
    pub fn text(
        &mut self,
        x: impl Coord,
        y: impl Coord,
        string: impl Into<String>,
    ) -> Result<&mut Artist<Text>> {
        let text = Text::placed((self.x.place(x), self.y.place(y)), string);
        let artist = self.add(text)?;
        artist.common.unclipped = true;
        Ok(artist)
    }

    pub(crate) fn axis(&self, direction: Direction) -> &Axis {
        match direction {
            Direction::X => &self.x,
            Direction::Y => &self.y,
        }
    }

    /// The horizontal axis.
    pub fn xaxis(&mut self) -> &mut Axis {
        &mut self.x
    }

    /// The vertical axis.
    pub fn yaxis(&mut self) -> &mut Axis {
        &mut self.y
    }

    pub(crate) fn axis_mut(&mut self, direction: Direction) -> &mut Axis {
        match direction {
            Direction::X => &mut self.x,
            Direction::Y => &mut self.y,
        }
    }

    /// One side of the frame.
    pub fn spine(&mut self, side: Side) -> &mut Spine {
        &mut self.spines[side as usize]
    }

    pub(crate) fn spine_ref(&self, side: Side) -> &Spine {
        &self.spines[side as usize]
    }

    /// Sets the title over the middle of the frame.
    pub fn set_title(&mut self, string: impl Into<String>) -> &mut Artist<Text> {
        self.set_title_at(TitleSide::Center, string)
    }

    /// Sets one of the three titles.
    pub fn set_title_at(
        &mut self,
        side: TitleSide,
        string: impl Into<String>,
    ) -> &mut Artist<Text> {
        if side == TitleSide::Center {
            self.title_y = None;
        }
        self.titles[side as usize].set_text(string)
    }

    /// Sets how high the middle title's baseline is, in heights of the frame, in place of above all
    /// that is there.
    pub fn set_title_y(&mut self, y: f64) -> &mut Self {
        self.title_y = Some(y);
        self
    }

    /// Sets the distance from the frame to the titles' baseline, in points.
    pub fn set_titlepad(&mut self, points: f64) -> &mut Self {
        self.titlepad = Some(points);
        self
    }

    /// Sets the label of the horizontal axis.
    pub fn set_xlabel(&mut self, string: impl Into<String>) -> &mut Artist<Text> {
        self.x.set_label(string)
    }

    /// Sets the label of the vertical axis.
    pub fn set_ylabel(&mut self, string: impl Into<String>) -> &mut Artist<Text> {
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

    /// Sets the left limit of x alone; see [`Axis::set_start`].
    ///
    /// # Errors
    ///
    /// [`Error::Limits`] where it is NaN or infinite.
    pub fn set_left(&mut self, left: impl Coord) -> Result<&mut Self> {
        self.x.set_start(left)?;
        Ok(self)
    }

    /// Sets the right limit of x alone; see [`Axis::set_end`].
    ///
    /// # Errors
    ///
    /// [`Error::Limits`] where it is NaN or infinite.
    pub fn set_right(&mut self, right: impl Coord) -> Result<&mut Self> {
        self.x.set_end(right)?;
        Ok(self)
    }

    /// Sets the bottom limit of y alone; see [`Axis::set_start`].
    ///
    /// # Errors
    ///
    /// [`Error::Limits`] where it is NaN or infinite.
    ///
    /// ```
    /// let mut fig = figure::Figure::default();
    /// let ax = fig.add_subplot(1, 1, 1)?;
    /// ax.plot_y([20, 30, 25])?;
    /// ax.set_bottom(0)?; // the top stays where the data wants it
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn set_bottom(&mut self, bottom: impl Coord) -> Result<&mut Self> {
        self.y.set_start(bottom)?;
        Ok(self)
    }

    /// Sets the top limit of y alone; see [`Axis::set_end`].
    ///
    /// # Errors
    ///
    /// [`Error::Limits`] where it is NaN or infinite.
    pub fn set_top(&mut self, top: impl Coord) -> Result<&mut Self> {
        self.y.set_end(top)?;
        Ok(self)
    }

    /// Turns x around.
    pub fn invert_xaxis(&mut self) -> &mut Self {
        self.x.invert();
        self
    }

    /// Turns y around.
    pub fn invert_yaxis(&mut self) -> &mut Self {
        self.y.invert();
        self
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

    /// Lets margins stop at the edges of bars, images and the like, as they do unless told
    /// otherwise, or go on past them.
    pub fn set_sticky_edges(&mut self, stick: bool) -> &mut Self {
        self.unsticky = !stick;
        self
    }

    /// Puts minor ticks between the major ones of both axes.
    pub fn minorticks_on(&mut self) -> &mut Self {
        self.x.minorticks_on();
        self.y.minorticks_on();
        self
    }

    /// Takes the minor ticks of both axes away.
    pub fn minorticks_off(&mut self) -> &mut Self {
        self.x.minorticks_off();
        self.y.minorticks_off();
        self
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

    /// Draws only data and titles: no axes, no spines, no background.
    pub fn set_axis_off(&mut self) -> &mut Self {
        self.set_axis_on(false)
    }

    /// Draws the spines and the background, or only axes and data.
    pub fn set_frame_on(&mut self, on: bool) -> &mut Self {
        self.frame_hidden = !on;
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
