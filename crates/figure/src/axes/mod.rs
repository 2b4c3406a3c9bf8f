//! A plot: the rectangle that data is drawn into, with its two axes, spines and titles.
//!
//! What is drawn into it is added by methods in a file for each kind of plot beside this one; all
//! of them end in [`Axes::add`], and most in [`Axes::autoscale`] too.

mod bar;
mod bundle;
mod colorbar;
mod errorbar;
mod fill;
mod hist;
mod image;
mod legend;
mod mesh;
mod patch;
mod pie;
mod plot;
mod reference;
mod scatter;
mod stairs;
mod stem;

pub(crate) use colorbar::EndLength;
pub use colorbar::{Colorbar, Spacing};
pub use errorbar::Errors;
pub use fill::Between;
pub use hist::{Bins, Histogram};
pub use legend::{Legend, Location};
pub use pie::{Pie, PieParts};
pub use stem::Stems;

use crate::artist::{self, AnyArtist, Artist, Handle, Kind, Text};
use crate::axis::{Axis, Which};
use crate::color::ColorSpec;
use crate::data::Coord;
use crate::error::{Error, Result};
use crate::limits::Fit;
use crate::style::AxisBelow;
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
    /// Beside the plots that its colorbar belongs to.
    Bar,
}

/// What decides the limits that are not set by hand.
#[derive(Clone, Debug, Default)]
pub(crate) struct View {
    /// What was asked for, in order, each with the number of artists that there were.
    pub(crate) wishes: Vec<(usize, Wish)>,
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

impl View {
    /// Notes a wish, unless nothing changed since the same one.
    fn wish(&mut self, count: usize, wish: Wish) {
        let again = matches!(wish, Wish::Follow(_))
            && self.wishes.last().is_some_and(|(_, last)| *last == wish);
        if !again {
            self.wishes.push((count, wish));
        }
    }
}

/// How long a unit of y is, in units of x.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Aspect {
    /// Whatever fills the frame.
    Auto,
    /// So many times as long; the frame becomes smaller for it.
    Ratio(f64),
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
    /// In the order in which they were added.
    pub(crate) artists: Vec<AnyArtist>,
    pub(crate) view: View,
    pub(crate) aspect: Option<Aspect>,
    pub(crate) x: Axis,
    pub(crate) y: Axis,
    pub(crate) spines: [Spine; 4],
    pub(crate) titles: [Artist<Text>; 3],
    pub(crate) titlepad: Option<f64>,
    pub(crate) legend: Option<Legend>,
    /// What it holds instead of data.
    pub(crate) colorbar: Option<Box<Colorbar>>,
    pub(crate) fit: Fit,
    pub(crate) facecolor: Option<ColorSpec>,
    pub(crate) axisbelow: Option<AxisBelow>,
    pub(crate) zorder: f64,
    pub(crate) hidden: bool,
    pub(crate) frameless: bool,
}

impl Axes {
    pub(crate) fn new(place: Place, id: u64) -> Self {
        Self {
            place,
            id,
            artists: Vec::new(),
            view: View::default(),
            aspect: None,
            x: Axis::default(),
            y: Axis::default(),
            spines: Default::default(),
            titles: Default::default(),
            titlepad: None,
            legend: None,
            colorbar: None,
            fit: Fit::Loose,
            facecolor: None,
            axisbelow: None,
            zorder: 0.0,
            hidden: false,
            frameless: false,
        }
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
        self.view.wish(self.artists.len(), Wish::Follow(axes));
        self
    }

    /// Lets the limits along an axis follow the data if they do not show a value.
    pub(crate) fn show(&mut self, direction: Direction, value: f64) -> &mut Self {
        self.view
            .wish(self.artists.len(), Wish::Show(direction, value));
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

    /// Sets how long a unit of y is in units of x; unset, the frame is filled, but images have
    /// square pixels.
    pub fn set_aspect(&mut self, aspect: Aspect) -> &mut Self {
        self.aspect = Some(aspect);
        self
    }

    /// Adds text at a point, its baseline's start there unless it is aligned otherwise.
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
        let text = Text::placed((x.to_coord(), y.to_coord()), string);
        let artist = self.add(text)?;
        artist.common.unclipped = true;
        Ok(artist)
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
    pub fn set_title(&mut self, string: impl Into<String>) -> &mut Artist<Text> {
        self.set_title_at(TitleSide::Center, string)
    }

    /// Sets one of the three titles.
    pub fn set_title_at(
        &mut self,
        side: TitleSide,
        string: impl Into<String>,
    ) -> &mut Artist<Text> {
        self.titles[side as usize].set_text(string)
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
