//! The limits of both axes: those that were set, or those that the data asks for.
//!
//! Axes that share theirs are asked together: the data of all counts, and of what was asked of
//! them the last word.

use std::sync::Arc;

use crate::artist::{AnyArtist, Collection, Image, Kind, Role};
use crate::axes::{Axes, Wish};
use crate::axis::{Axis, Names, Request, TickSet, Which};
use crate::error::Result;
use crate::layout::Looks;
use crate::limits::{Autoscale, DataLimits, Extent, LinearScale, Scale, set_limits};
use crate::style::Style;
use crate::ticker::{AutoDateLocator, AxisContext, Direction, Formatter, Locator, increasing};

/// The margin that points have at least in the style `classic`, so that they are seen whole.
const POINT_MARGIN: f64 = 0.05;
/// The view of an axis that nothing was said about.
const UNIT: (f64, f64) = (0.0, 1.0);

/// An axis of one plot, or of several that share it.
#[derive(Clone, Debug)]
pub(crate) struct Group<'a> {
    pub(crate) direction: Direction,
    /// The one that the others share with comes first; each with the time since when.
    pub(crate) members: Vec<Member<'a>>,
}

/// One of the plots that share an axis.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Member<'a> {
    pub(crate) axes: &'a Axes,
    /// Since when; what was asked of its axis before does not count.
    pub(crate) since: u64,
    /// Of all of its artists.
    pub(crate) cover: &'a Cover,
}

/// What artists cover, and where their margins stop; hidden ones count too.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cover {
    pub(crate) limits: DataLimits,
    sticky: [Vec<f64>; 2],
}

impl Cover {
    /// Of the artists of a plot that were added before a time.
    pub(crate) fn before(axes: &Axes, time: u64) -> Self {
        let mut cover = Self::default();
        let before = |artist: &&AnyArtist| artist.common().time < time;
        for artist in axes.artists.iter().filter(before) {
            artist.add_limits(&mut cover.limits);
            for (all, own) in cover.sticky.iter_mut().zip(artist.sticky()) {
                all.extend(own);
            }
        }
        cover
    }
}

/// Something that was asked for.
#[derive(Clone, Copy, Debug)]
enum Event<'a> {
    Wish(&'a Axes, Wish),
    Request(Request),
}

/// The limits while they are made up.
struct State {
    view: (f64, f64),
    /// Whether they are to be taken from the data.
    follows: bool,
    /// Whether they may be.
    auto: bool,
}

impl<'a> Group<'a> {
    /// The axes, the one that they share with first.
    pub(crate) fn axes(&self) -> impl Iterator<Item = &'a Axis> {
        let direction = self.direction;
        self.members
            .iter()
            .map(move |member| member.axes.axis(direction))
    }

    fn sets(&self, which: Which) -> impl Iterator<Item = &'a TickSet> {
        self.axes().map(move |axis| axis.set(which))
    }

    /// The scale.
    pub(crate) fn scale(&self) -> Option<&'a Arc<dyn Scale>> {
        self.axes().find_map(|axis| axis.scale.as_ref())
    }

    /// The scale, linear where none was set.
    pub(crate) fn known_scale(&self) -> &'a dyn Scale {
        self.scale().map_or(&LinearScale, |scale| &**scale)
    }

    /// Where ticks go, where it was set.
    pub(crate) fn locator(&self, which: Which) -> Option<&'a Arc<dyn Locator>> {
        self.sets(which).find_map(|set| set.locator.as_ref())
    }

    /// Where major ticks go, where it was set, or the data or the scale say so.
    pub(crate) fn major_locator(&self) -> Option<Arc<dyn Locator>> {
        let set = self.locator(Which::Major).cloned();
        let named = || Some(self.names()?.locator());
        let dated = || {
            self.has_dates()
                .then(|| Arc::new(AutoDateLocator) as Arc<dyn Locator>)
        };
        set.or_else(named)
            .or_else(dated)
            .or_else(|| self.known_scale().major_locator())
    }

    /// What major ticks say, where it was set, or the data or the scale say so.
    pub(crate) fn major_formatter(&self, style: &Style) -> Option<Arc<dyn Formatter>> {
        let set = self.formatter(Which::Major).cloned();
        let named = || Some(self.names()?.formatter());
        let dated = || {
            self.has_dates()
                .then(|| Arc::new(style.date.autoformatter.clone()) as Arc<dyn Formatter>)
        };
        set.or_else(named)
            .or_else(dated)
            .or_else(|| self.known_scale().major_formatter())
    }

    fn has_dates(&self) -> bool {
        self.axes().any(|axis| axis.dates)
    }

    fn names(&self) -> Option<&'a Names> {
        self.axes().find_map(|axis| axis.names.as_ref())
    }

    /// What ticks say, where it was set.
    pub(crate) fn formatter(&self, which: Which) -> Option<&'a Arc<dyn Formatter>> {
        self.sets(which).find_map(|set| set.formatter.as_ref())
    }

    /// The limits, the left or bottom one first, of an axis of a length in points.
    pub(crate) fn limits(&self, looks: &Looks<'_>, length: f64) -> Result<(f64, f64)> {
        let scale = self.known_scale();
        let own = self.major_locator();
        let automatic = looks.auto_locator();
        let locator: &dyn Locator = match &own {
            Some(locator) => &**locator,
            None => &automatic,
        };
        // A scale with a start of its own takes the place of the view that nothing was said about.
        let nothing = (f64::NEG_INFINITY, f64::INFINITY);
        let own_start = locator.nonsingular(nothing) != automatic.nonsingular(nothing);
        let mut state = State {
            view: UNIT,
            follows: own_start && self.scale().is_some(),
            auto: true,
        };
        let margined = self.axes().any(|axis| axis.margin.is_some());
        for (time, event) in self.events() {
            match event {
                Event::Wish(_, Wish::Follow([x, y])) => {
                    let along = if self.direction == Direction::X { x } else { y };
                    state.follows |= along && state.auto;
                }
                Event::Wish(axes, Wish::Image(number)) if state.auto => {
                    if let Some(edges) = image_edges(axes, number, self.direction, looks, locator)?
                    {
                        (state.view, state.follows) = (edges, false);
                    }
                }
                // To know what is shown, the limits are made up so far.
                Event::Wish(_, Wish::Show(along, value)) if along == self.direction => {
                    self.settle(&mut state, time, locator, (looks, length))?;
                    let (low, high) = increasing(state.view);
                    state.follows |= state.auto && (value < low || value > high);
                }
                Event::Wish(..) => {}
                Event::Request(Request::Ends(start, end)) => {
                    // An end that the scale cannot show stays where it was.
                    let [start, end] = [start, end].map(|end| end.filter(|&end| scale.shows(end)));
                    if start.is_none() || end.is_none() {
                        self.settle(&mut state, time, locator, (looks, length))?;
                    }
                    let positive = self.data(u64::MAX).0.min_positive;
                    let view = (start.unwrap_or(state.view.0), end.unwrap_or(state.view.1));
                    let view = scale.limit_range(view, positive);
                    state.view = set_limits((Some(view.0), Some(view.1)), UNIT, locator)?;
                    (state.follows, state.auto) = (false, false);
                }
                Event::Request(Request::Auto) => (state.follows, state.auto) = (true, true),
                Event::Request(Request::Freeze) => {
                    self.settle(&mut state, time, locator, (looks, length))?;
                    (state.follows, state.auto) = (false, false);
                }
                Event::Request(Request::Ticks(low, high)) => {
                    self.settle(&mut state, time, locator, (looks, length))?;
                    state.view = including(state.view, low, high);
                }
                Event::Request(Request::Inverted(inverted)) => {
                    state.turn(inverted);
                }
                Event::Request(Request::Flip) => {
                    let inverted = state.view.1 < state.view.0;
                    state.turn(!inverted);
                }
            }
        }
        state.follows |= state.auto && margined;
        let positive = self.data(u64::MAX).0.min_positive;
        if !state.follows {
            return Ok(scale.limit_range(state.view, positive));
        }
        self.settle(&mut state, u64::MAX, locator, (looks, length))?;
        Ok(state.view)
    }

    /// All that was asked for, in order.
    fn events(&self) -> Vec<(u64, Event<'a>)> {
        let mut events = Vec::new();
        for &Member { axes, since, .. } in &self.members {
            let wishes = axes.view.wishes.iter();
            events.extend(wishes.map(|(time, wish)| (*time, Event::Wish(axes, *wish))));
            let requests = axes.axis(self.direction).requests.iter();
            let requests = requests.filter(|(time, _)| *time >= since);
            events.extend(requests.map(|(time, request)| (*time, Event::Request(*request))));
        }
        events.sort_by_key(|(time, _)| *time);
        events
    }

    /// Takes the limits from the data that there was at a time, where they are to be.
    fn settle(
        &self,
        state: &mut State,
        time: u64,
        locator: &dyn Locator,
        (looks, length): (&Looks<'_>, f64),
    ) -> Result<()> {
        if !state.follows {
            return Ok(());
        }
        state.follows = false;
        let style = &looks.style.axes;
        let margin = match self.direction {
            Direction::X => style.xmargin,
            Direction::Y => style.ymargin,
        };
        let Some(first) = self.members.first() else {
            return Ok(());
        };
        let (extent, sticky) = self.data(time);
        let rule = Autoscale {
            fit: first.axes.fit,
            scale: self.known_scale(),
            sticky: if first.axes.unsticky { &[] } else { &sticky },
            rounded: looks.rounds().then(|| self.context(looks, length)),
            ..Autoscale::new(extent, locator)
        };
        // Of those that share an axis, the first finds the limits of all.
        let margin = first.axes.axis(self.direction).margin.unwrap_or(margin);
        let margin = if looks.style.classic && self.has_points() {
            margin.max(POINT_MARGIN)
        } else {
            margin
        };
        state.view = rule.with_margin(margin)?.limits(state.view)?;
        Ok(())
    }

    /// The axis as its locator sees it before it has limits.
    fn context(&self, looks: &Looks<'_>, length: f64) -> AxisContext<'static> {
        let context = match self.direction {
            Direction::X => AxisContext::x(UNIT),
            Direction::Y => AxisContext::y(UNIT),
        };
        let size = looks.points(looks.tick_style(self.direction).labelsize);
        context.with_length(length).with_label_size(size).rounded()
    }

    /// Whether there are scatter plots.
    fn has_points(&self) -> bool {
        let artists = self.members.iter().flat_map(|member| &member.axes.artists);
        let mut shapes = artists.filter_map(Collection::find);
        shapes.any(|shapes| shapes.role == Role::Scatter)
    }

    /// What the data before a time covers, and where margins stop.
    fn data(&self, time: u64) -> (Extent, Vec<f64>) {
        let (mut extent, mut sticky) = (Extent::EMPTY, Vec::new());
        for member in &self.members {
            let last = member.axes.artists.last();
            let early = last.is_some_and(|artist| artist.common().time >= time);
            let partial = early.then(|| Cover::before(member.axes, time));
            let cover = partial.as_ref().unwrap_or(member.cover);
            let [x, y] = &cover.sticky;
            let (own, edges) = match self.direction {
                Direction::X => (cover.limits.x, x),
                Direction::Y => (cover.limits.y, y),
            };
            extent = extent.union(own);
            sticky.extend(edges);
        }
        (extent, sticky)
    }
}

impl State {
    /// Lets the view run leftwards or downwards, or the usual way.
    fn turn(&mut self, inverted: bool) {
        let (start, end) = self.view;
        if inverted != (end < start) {
            self.view = (end, start);
        }
    }
}

/// A view made longer to show two values, in its own direction.
fn including((start, end): (f64, f64), low: f64, high: f64) -> (f64, f64) {
    if start < end {
        (start.min(low), end.max(high))
    } else {
        (start.max(high), end.min(low))
    }
}

/// The edges of an image.
fn image_edges(
    axes: &Axes,
    number: usize,
    direction: Direction,
    looks: &Looks<'_>,
    locator: &dyn Locator,
) -> Result<Option<(f64, f64)>> {
    let Some(image) = axes.artists.get(number).and_then(Image::find) else {
        return Ok(None);
    };
    let [left, right, bottom, top] = image.edges(looks.style.image.origin);
    let ends = match direction {
        Direction::X => (left, right),
        Direction::Y => (bottom, top),
    };
    set_limits((Some(ends.0), Some(ends.1)), UNIT, locator).map(Some)
}
