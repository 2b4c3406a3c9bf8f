//! An axis placed: ticks, their labels, the axis label beyond them, and the offset text.
//!
//! ```text
//!      │                                  ▲ y
//!   ───┴──────┬──────┬── spine          3 ┤
//!      ╷      ╷      ╷   mark, out          2 ┤      the vertical axis is the same, turned:
//!     0.0    0.5    1.0  label, below    1 ┤       marks to the left, labels left of them,
//!          label         below all       ─┴─       label turned, left of all
//!                  1e6   offset text
//! ```

use std::sync::Arc;

use agg_core::{Point, Rect};

use crate::artist::{HAlign, RotationMode, VAlign};
use crate::axes::{Axes, Side};
use crate::axis::{Axis, Which};
use crate::error::Result;
use crate::layout::text::TextLook;
use crate::layout::{Frame, Linear, Looks, Page, PlacedText, TickLook, Typesetter};
use crate::limits::Scale;
use crate::style::Sides;
use crate::ticker::{
    AutoLocator, AutoMinorLocator, AxisContext, Direction, Formatter, Locator, Minus,
    NullFormatter, Offset, ScalarFormatter, TickLabels, without_overlaps,
};

/// From the tick labels or the frame to the offset text, in points.
const OFFSET_TEXT_PAD: f64 = 3.0;

/// An axis, placed.
#[derive(Debug)]
pub(crate) struct AxisLayout {
    pub(crate) limits: (f64, f64),
    /// `None` for values in proportion.
    pub(crate) scale: Option<Arc<dyn Scale>>,
    /// From data to pixels along the axis.
    pub(crate) map: Linear,
    /// From across the first side (at 0) and the second side (at 1) to pixels; the frame's own
    /// map unless the spines were moved.
    pub(crate) across: (Linear, Linear),
    pub(crate) major: TickLook,
    pub(crate) minor: TickLook,
    pub(crate) ticks: Vec<TickLayout>,
    pub(crate) label: Option<PlacedText>,
    pub(crate) offset: Option<PlacedText>,
}

/// A tick, placed.
#[derive(Debug)]
pub(crate) struct TickLayout {
    pub(crate) which: Which,
    /// In data units.
    pub(crate) value: f64,
    /// On the first and on the second side.
    pub(crate) labels: (Option<PlacedText>, Option<PlacedText>),
}

impl AxisLayout {
    /// A value as a distance along the axis, which `map` takes to pixels.
    pub(crate) fn forward(&self, value: f64) -> f64 {
        match &self.scale {
            Some(scale) => scale.forward(value),
            None => value,
        }
    }

    /// The scale, if values have to be mapped before the straight-line map.
    pub(crate) fn bent(&self) -> Option<&dyn Scale> {
        self.scale.as_deref().filter(|scale| !scale.is_linear())
    }

    /// A value in pixels.
    pub(crate) fn pixel(&self, value: f64) -> f64 {
        self.map.apply(self.forward(value))
    }

    /// How the ticks of a kind look.
    pub(crate) fn look(&self, which: Which) -> &TickLook {
        match which {
            Which::Major => &self.major,
            Which::Minor => &self.minor,
        }
    }
}

/// Where an axis goes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Site<'a> {
    pub(crate) axes: &'a Axes,
    pub(crate) direction: Direction,
    /// The limits, first end first.
    pub(crate) view: (f64, f64),
    pub(crate) scale: &'a dyn Scale,
    pub(crate) frame: &'a Frame,
    /// The upper edge of the frame, or of what sits on it.
    pub(crate) top: f64,
    pub(crate) page: Page,
}

impl Site<'_> {
    fn axis(&self) -> &Axis {
        match self.direction {
            Direction::X => &self.axes.x,
            Direction::Y => &self.axes.y,
        }
    }

    /// The map from fractions of the frame to pixels, along the axis.
    fn along(&self) -> Linear {
        match self.direction {
            Direction::X => self.frame.x,
            Direction::Y => self.frame.y,
        }
    }

    fn sides(&self) -> (Side, Side) {
        match self.direction {
            Direction::X => (Side::Bottom, Side::Top),
            Direction::Y => (Side::Left, Side::Right),
        }
    }

    /// The map across the axis, as one side's ticks see it.
    fn across(&self, side: Side) -> Linear {
        self.frame
            .across(side, self.axes.spine_ref(side).outward, self.page)
    }

    /// A point from its coordinates along and across the axis.
    fn point(&self, along: f64, across: f64) -> Point {
        match self.direction {
            Direction::X => Point::new(along, across),
            Direction::Y => Point::new(across, along),
        }
    }

    /// The axis as locators and formatters see it.
    fn context(&self, label_size: f64, data: (f64, f64)) -> AxisContext<'static> {
        let context = match self.direction {
            Direction::X => AxisContext::x(self.view),
            Direction::Y => AxisContext::y(self.view),
        };
        context
            .with_length(self.length())
            .with_label_size(label_size)
            .with_data(data)
    }

    /// The axis's length in points. Its ends go to inches and back one by one, because the number
    /// of labels that fit is cut to a whole one.
    fn length(&self) -> f64 {
        let (along, inch) = (self.along(), 1.0 / self.page.dpi);
        let (factor, shift) = (along.factor * inch, along.shift * inch);
        ((factor + shift) - shift) * 72.0
    }
}

/// Places an axis.
pub(crate) fn lay_out(
    site: &Site<'_>,
    looks: &Looks<'_>,
    typesetter: &mut Typesetter<'_>,
) -> Result<AxisLayout> {
    let axis = site.axis();
    let major = looks.ticks(axis, site.direction, Which::Major)?;
    let minor = looks.ticks(axis, site.direction, Which::Minor)?;
    let (first, second) = site.sides();
    let mut layout = AxisLayout {
        limits: site.view,
        map: site.along().after_limits((
            site.scale.forward(site.view.0),
            site.scale.forward(site.view.1),
        )),
        scale: site.axis().scale.clone(),
        across: (site.across(first), site.across(second)),
        major,
        minor,
        ticks: Vec::new(),
        label: None,
        offset: None,
    };
    if axis.hidden || site.axes.frameless {
        return Ok(layout);
    }
    let offset = place_ticks(site, looks, &mut layout, typesetter)?;
    layout.label = place_label(site, looks, &layout, typesetter)?;
    layout.offset = place_offset(site, looks, &layout, &offset, typesetter)?;
    Ok(layout)
}

/// Finds the ticks in view, sets their labels, and gives back the offset text.
fn place_ticks(
    site: &Site<'_>,
    looks: &Looks<'_>,
    layout: &mut AxisLayout,
    typesetter: &mut Typesetter<'_>,
) -> Result<String> {
    let context = site.context(layout.major.labelsize, (f64::INFINITY, f64::NEG_INFINITY));
    let mut offset = String::new();
    let mut places = Vec::new();
    if layout.major.shows_anything() {
        places = major_places(site, &context)?;
        let texts = major_texts(site, looks, &places, &context);
        offset = texts.offset;
        place_set(
            site,
            layout,
            Which::Major,
            places.iter().copied().zip(texts.labels),
            typesetter,
        )?;
    }
    if layout.minor.shows_anything() {
        let context = context.with_major(&places);
        let minor = minor_places(site, looks, &context)?;
        let own = || site.scale.minor_formatter();
        let texts = match site.axis().minor.formatter.clone().or_else(own) {
            Some(formatter) => formatter.format(&minor, &context),
            None => NullFormatter.format(&minor, &context),
        };
        place_set(
            site,
            layout,
            Which::Minor,
            minor.into_iter().zip(texts.labels),
            typesetter,
        )?;
    }
    Ok(offset)
}

fn major_places(site: &Site<'_>, context: &AxisContext<'_>) -> Result<Vec<f64>> {
    let own = || site.scale.major_locator();
    match site.axis().major.locator.clone().or_else(own) {
        Some(locator) => locator.ticks(context),
        None => AutoLocator::new().ticks(context),
    }
}

fn minor_places(site: &Site<'_>, looks: &Looks<'_>, context: &AxisContext<'_>) -> Result<Vec<f64>> {
    let own = || site.scale.minor_locator();
    let places = match site.axis().minor.locator.clone().or_else(own) {
        Some(locator) => locator.ticks(context)?,
        None if looks.tick_style(site.direction).minor_visible => {
            AutoMinorLocator::new().ticks(context)?
        }
        None => Vec::new(),
    };
    Ok(without_overlaps(places, context))
}

fn major_texts(
    site: &Site<'_>,
    looks: &Looks<'_>,
    places: &[f64],
    context: &AxisContext<'_>,
) -> TickLabels {
    let own = || site.scale.major_formatter();
    match site.axis().major.formatter.clone().or_else(own) {
        Some(formatter) => formatter.format(places, context),
        None => scalar_formatter(looks).format(places, context),
    }
}

/// The formatter of an axis that was given none.
fn scalar_formatter(looks: &Looks<'_>) -> ScalarFormatter {
    let style = &looks.style.axes;
    let offset = if style.formatter.useoffset {
        Offset::Auto
    } else {
        Offset::Never
    };
    let minus = if style.unicode_minus {
        Minus::Unicode
    } else {
        Minus::Hyphen
    };
    ScalarFormatter::new()
        .with_power_limits(style.formatter.limits.0, style.formatter.limits.1)
        .with_offset_threshold(style.formatter.offset_threshold)
        .with_offset(offset)
        .with_minus(minus)
}

/// Adds the ticks of one kind that are in view, with their labels.
fn place_set(
    site: &Site<'_>,
    layout: &mut AxisLayout,
    which: Which,
    ticks: impl Iterator<Item = (f64, String)>,
    typesetter: &mut Typesetter<'_>,
) -> Result<()> {
    let context = site.context(0.0, (f64::INFINITY, f64::NEG_INFINITY));
    for (value, text) in ticks.filter(|(value, _)| context.shows(*value)) {
        let look = layout.look(which);
        let mut label = |shown: bool, second: bool| -> Result<Option<PlacedText>> {
            if !shown {
                return Ok(None);
            }
            let across = if second {
                layout.across.1
            } else {
                layout.across.0
            };
            let at = label_place(site, look, across, second);
            let anchor = site.point(layout.pixel(value), at);
            typesetter
                .set(&text, label_look(site.direction, look, second), anchor)
                .map(Some)
        };
        let labels = (
            label(look.labels.has_first(), false)?,
            label(look.labels.has_second(), true)?,
        );
        layout.ticks.push(TickLayout {
            which,
            value,
            labels,
        });
    }
    Ok(())
}

/// Where labels hang, across the axis: away from the frame's first or second side.
fn label_place(site: &Site<'_>, look: &TickLook, across: Linear, second: bool) -> f64 {
    let distance = look.label_distance();
    if second {
        across.shifted(site.page.shift(distance)).apply(1.0)
    } else {
        across.shifted(site.page.shift(-distance)).apply(0.0)
    }
}

fn label_look(direction: Direction, look: &TickLook, second: bool) -> TextLook {
    let (halign, valign) = match (direction, second) {
        (Direction::X, false) => (HAlign::Center, VAlign::Top),
        (Direction::X, true) => (HAlign::Center, VAlign::Bottom),
        (Direction::Y, false) => (HAlign::Right, VAlign::CenterBaseline),
        (Direction::Y, true) => (HAlign::Left, VAlign::CenterBaseline),
    };
    TextLook {
        size: look.labelsize,
        color: look.labelcolor,
        angle: look.labelrotation,
        halign,
        valign,
        rotation_mode: RotationMode::Default,
        linespacing: None,
        zorder: 3.0,
    }
}

/// The axis label, beyond the labels and marks of its side.
fn place_label(
    site: &Site<'_>,
    looks: &Looks<'_>,
    layout: &AxisLayout,
    typesetter: &mut Typesetter<'_>,
) -> Result<Option<PlacedText>> {
    let axis = site.axis();
    if axis.label.string.is_empty() || axis.label.common.hidden {
        return Ok(None);
    }
    let pad = site
        .page
        .px(axis.labelpad.unwrap_or(looks.style.axes.labelpad));
    let edges = label_boxes(layout, axis.label_second)
        .map(|bounds| outer_edge(site.direction, axis.label_second, &bounds));
    let edge = spine_edge(site, layout, axis.label_second);
    let at = if axis.label_second {
        edges.fold(edge, f64::max) + pad
    } else {
        edges.fold(edge, f64::min) - pad
    };
    let anchor = site.point(site.along().apply(0.5), at);
    let mut look = looks.axis_label(&axis.label, site.direction)?;
    if axis.label_second && axis.label.valign.is_none() {
        look.valign = match site.direction {
            Direction::X => VAlign::Baseline,
            Direction::Y => VAlign::Top,
        };
    }
    typesetter.set(&axis.label.string, look, anchor).map(Some)
}

/// The outer edge of a side's spine with its marks, if it has any.
fn spine_edge(site: &Site<'_>, layout: &AxisLayout, second: bool) -> f64 {
    let looks = layout.ticks.iter().map(|tick| layout.look(tick.which));
    let mark = |look: &TickLook| look.outside() * look.size / 72.0 * site.page.dpi;
    if second {
        let edge = layout.across.1.apply(1.0);
        let marks = looks.filter(|look| look.marks.has_second());
        marks.map(|look| edge + mark(look)).fold(edge, f64::max)
    } else {
        let edge = layout.across.0.apply(0.0);
        let marks = looks.filter(|look| look.marks.has_first());
        marks.map(|look| edge - mark(look)).fold(edge, f64::min)
    }
}

/// The boxes of the tick labels on a side.
fn label_boxes(layout: &AxisLayout, second: bool) -> impl Iterator<Item = Rect> {
    let ticks = layout.ticks.iter();
    ticks
        .filter_map(move |tick| {
            if second {
                tick.labels.1.as_ref()
            } else {
                tick.labels.0.as_ref()
            }
        })
        .map(|label| label.bounds)
}

/// The edge of a box that faces away from the frame on a side.
fn outer_edge(direction: Direction, second: bool, bounds: &Rect) -> f64 {
    match (direction, second) {
        (Direction::X, false) => bounds.y0,
        (Direction::X, true) => bounds.y1,
        (Direction::Y, false) => bounds.x0,
        (Direction::Y, true) => bounds.x1,
    }
}

/// The offset text: beyond the right end of the horizontal axis's labels, or above an end of the
/// frame for the vertical axis.
fn place_offset(
    site: &Site<'_>,
    looks: &Looks<'_>,
    layout: &AxisLayout,
    text: &str,
    typesetter: &mut Typesetter<'_>,
) -> Result<Option<PlacedText>> {
    let labeled = layout.major.labels != Sides::Neither;
    if text.is_empty() || !labeled {
        return Ok(None);
    }
    let pad = site.page.px(OFFSET_TEXT_PAD);
    let second = site.axis().offset_second;
    let edges = label_boxes(layout, second).map(|b| outer_edge(site.direction, second, &b));
    let mut look = looks.offset_text(site.direction)?;
    let anchor = match (site.direction, second) {
        (Direction::X, false) => {
            let lowest = edges.reduce(f64::min).unwrap_or(site.frame.edges.y0);
            Point::new(site.frame.x.apply(1.0), lowest - pad)
        }
        (Direction::X, true) => {
            look.valign = VAlign::Bottom;
            let highest = edges.reduce(f64::max).unwrap_or(site.frame.edges.y1);
            Point::new(site.frame.x.apply(1.0), highest + pad)
        }
        (Direction::Y, false) => Point::new(site.frame.x.apply(0.0), site.top + pad),
        (Direction::Y, true) => {
            look.halign = HAlign::Right;
            Point::new(site.frame.x.apply(1.0), site.top + pad)
        }
    };
    typesetter.set(text, look, anchor).map(Some)
}
