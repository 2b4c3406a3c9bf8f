//! What all artists have in common: a place in the drawing order, opacity, a name, a clip, and the
//! coordinates that they are given in.
//!
//! An [`Artist`] is a kind of thing (a [`Line`](crate::Line), a [`Patch`](crate::Patch) …) and
//! these settings around it, so each of their setters stands once and returns the artist it was
//! called on: `ax.plot_y([1, 3, 2])?.alpha(0.5).color("C1");`.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use agg_plot::Sketch;

/// Something that can be seen in a plot, of the kind `T`.
///
/// What is not set comes from the figure's style.
#[derive(Clone, Debug, Default)]
pub struct Artist<T> {
    pub(crate) common: Common,
    pub(crate) kind: T,
}

/// Which numbers a coordinate is given in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unit {
    /// The data's own.
    #[default]
    Data,
    /// Shares of the plot's width or height, from the left or bottom.
    Axes,
    /// Shares of the figure's width or height.
    Figure,
    /// Pixels from the left or bottom edge of the page.
    Pixels,
}

/// The units of x and of y.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coords {
    /// Of x.
    pub x: Unit,
    /// Of y.
    pub y: Unit,
}

impl From<Unit> for Coords {
    fn from(unit: Unit) -> Self {
        Self { x: unit, y: unit }
    }
}

/// The settings that every artist has.
#[derive(Clone, Debug, Default)]
pub(crate) struct Common {
    pub(crate) place: Place,
    /// When it was added.
    pub(crate) time: u64,
    pub(crate) label: Option<String>,
    pub(crate) alpha: Option<f64>,
    pub(crate) zorder: Option<f64>,
    pub(crate) hidden: bool,
    pub(crate) unclipped: bool,
    pub(crate) coords: Coords,
    pub(crate) snap: Option<bool>,
    pub(crate) sketch: Option<Sketch>,
    /// The artist, by its number in the plot, whose colour it takes.
    pub(crate) color_of: Option<usize>,
    /// How many turns later (or earlier) than its own the colour is that it takes from its cycle.
    pub(crate) turn: isize,
}

/// Where an artist is kept: the plot, and its number in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Place {
    pub(crate) axes: u64,
    pub(crate) index: usize,
}

/// A name for an artist that stays good while others are added: [`Artist::handle`] gives one,
/// [`Axes::artist`](crate::Axes::artist) takes it.
pub struct Handle<T> {
    pub(crate) place: Place,
    kind: PhantomData<fn() -> T>,
}

impl<T> Clone for Handle<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Handle<T> {}

impl<T> fmt::Debug for Handle<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Place { axes, index } = self.place;
        write!(f, "Handle({axes}, {index})")
    }
}

impl<T> PartialEq for Handle<T> {
    fn eq(&self, other: &Self) -> bool {
        self.place == other.place
    }
}

impl<T> Eq for Handle<T> {}

impl<T> Artist<T> {
    /// The kind with nothing set around it.
    pub(crate) fn of(kind: T) -> Self {
        Self {
            common: Common::default(),
            kind,
        }
    }

    /// A name for this artist, to give to what belongs to it.
    #[must_use]
    pub fn handle(&self) -> Handle<T> {
        Handle {
            place: self.common.place,
            kind: PhantomData,
        }
    }

    /// Names it for the legend. A name that starts with an underscore is left out there.
    pub fn label(&mut self, label: impl Into<String>) -> &mut Self {
        self.common.label = Some(label.into());
        self
    }

    /// Sets the opacity, 0 to 1, in place of the colours' own.
    pub fn alpha(&mut self, alpha: f64) -> &mut Self {
        self.common.alpha = Some(alpha);
        self
    }

    /// Sets the place in the drawing order; unset, images are drawn at 0, patches and collections
    /// at 1, lines at 2, text at 3.
    pub fn zorder(&mut self, zorder: f64) -> &mut Self {
        self.common.zorder = Some(zorder);
        self
    }

    /// Shows or hides it; hidden or not, it counts for the limits.
    pub fn set_visible(&mut self, visible: bool) -> &mut Self {
        self.common.hidden = !visible;
        self
    }

    /// Keeps it inside its plot, or lets it run out of it.
    pub fn set_clip_on(&mut self, clip: bool) -> &mut Self {
        self.common.unclipped = !clip;
        self
    }

    /// Sets what numbers its coordinates are given in: a [`Unit`] for both, or [`Coords`].
    pub fn coords(&mut self, coords: impl Into<Coords>) -> &mut Self {
        self.common.coords = coords.into();
        self
    }

    /// Fits straight edges to the pixel grid, or never does; unset, as the style says.
    pub fn set_snap(&mut self, snap: bool) -> &mut Self {
        self.common.snap = Some(snap);
        self
    }

    /// Draws it as if by hand.
    pub fn sketch(&mut self, sketch: Sketch) -> &mut Self {
        self.common.sketch = Some(sketch);
        self
    }
}

impl<T> Deref for Artist<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.kind
    }
}
