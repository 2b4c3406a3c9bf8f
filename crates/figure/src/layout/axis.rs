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

use agg_core::{Affine, Path, Point, Rect};

use crate::artist::{HAlign, VAlign};
use crate::axes::{Axes, Side};
use crate::axis::{Axis, End, Which};
use crate::error::Result;
use crate::layout::frame::{DataMap, scaled_limits};
use crate::layout::note::boxed;
use crate::layout::text::TextLook;
use crate::layout::view::Group;
use crate::layout::{Frame, Linear, Looks, Page, PlacedText, TickLook, Typesetter};
use crate::limits::Scale;
use crate::style::Sides;
use crate::ticker::{
    AutoMinorLocator, AxisContext, Direction, Formatter, Locator, Minus, NullFormatter, Offset,
    ScalarFormatter, Script, TickLabels, contains_close, without_overlaps,
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
    /// Whether there may be major ticks, and minor ones.
    pub(crate) located: (bool, bool),
    pub(crate) ticks: Vec<TickLayout>,
    /// What the tick labels have in common: an offset, a power of ten.
    pub(crate) common: String,
    pub(crate) label: Option<PlacedText>,
    /// The box around it, and the map from there to pixels.
    pub(crate) label_box: Option<(Path, Affine)>,
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

    /// The value at a distance along the axis.
    pub(crate) fn backward(&self, distance: f64) -> f64 {
        match &self.scale {
            Some(scale) => scale.inverse(distance),
            None => distance,
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
    /// It and those that it shares limits and ticks with.
    pub(crate) group: &'a Group<'a>,
    /// The frame of the one that the ticks are made for.
    pub(crate) root: &'a Frame,
    pub(crate) frame: &'a Frame,
    /// The upper edge of the frame, or of what sits on it.
    pub(crate) top: f64,
    /// The other axis's data.
    pub(crate) across: DataMap<'a>,
    pub(crate) page: Page,
}

impl Site<'_> {
    fn axis(&self) -> &Axis {
        self.axes.axis(self.direction)
    }

    fn scale(&self) -> &dyn Scale {
        self.group.known_scale()
    }

    /// The map from fractions of the frame to pixels, along the axis.
    fn along(&self) -> Linear {
        self.frame.along(self.direction)
    }

    fn sides(&self) -> (Side, Side) {
        match self.direction {
            Direction::X => (Side::Bottom, Side::Top),
            Direction::Y => (Side::Left, Side::Right),
        }
    }

    /// The map across the axis, as one side's ticks see it.
    fn across(&self, side: Side) -> Linear {
        let at = self.axes.spine_ref(side).position;
        self.frame.across(side, at, &self.across, self.page)
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

    /// The length in points of the axis that the ticks are made for. Its ends go to inches and back
    /// one by one, because the number of labels that fit is cut to a whole one.
    fn length(&self) -> f64 {
        let (along, inch) = (self.root.along(self.direction), 1.0 / self.page.dpi);
        let (factor, shift) = (along.factor * inch, along.shift * inch);
        ((factor + shift) - shift) * 72.0
    }

    /// The size of its tick labels.
    fn label_size(&self, looks: &Looks<'_>) -> f64 {
        let size = self
            .group
            .axes()
            .next()
            .and_then(|axis| axis.major.params.labelsize);
        looks.points(size.unwrap_or(looks.tick_style(self.direction).labelsize))
    }
}

/// Places an axis, but for its label and the offset text.
pub(crate) fn lay_out(
    site: &Site<'_>,
    looks: &Looks<'_>,
    typesetter: &mut Typesetter<'_>,
) -> Result<AxisLayout> {
    let axis = site.axis();
    let major = looks.ticks(axis, site.direction, Which::Major)?;
    let minor = looks.ticks(axis, site.direction, Which::Minor)?;
    let (first, second) = site.sides();
    let scale = site.scale();
    let mut layout = AxisLayout {
        limits: site.view,
        map: site.along().after_limits(scaled_limits(scale, site.view)),
        scale: site.group.scale().cloned(),
        across: (site.across(first), site.across(second)),
        major,
        minor,
        located: (
            site.group
                .major_locator()
                .is_none_or(|locator| !locator.is_null()),
            minor_locator(site, looks).is_some_and(|locator| !locator.is_null()),
        ),
        ticks: Vec::new(),
        common: String::new(),
        label: None,
        label_box: None,
        offset: None,
    };
    if !(axis.hidden || site.axes.frameless) {
        layout.common = place_ticks(site, looks, &mut layout, typesetter)?;
    }
    Ok(layout)
}

/// Places the label, beyond its own tick labels and those of `peers`, and the offset text.
pub(crate) fn place_texts(
    site: &Site<'_>,
    layout: &mut AxisLayout,
    peers: &[Rect],
    looks: &Looks<'_>,
    typesetter: &mut Typesetter<'_>,
) -> Result<()> {
    if site.axis().hidden || site.axes.frameless {
        return Ok(());
    }
    layout.label = place_label(site, looks, layout, peers, typesetter)?;
    if let Some(label) = &layout.label {
        layout.label_box = boxed(&site.axis().label, label, site.page)?;
    }
    layout.offset = place_offset(site, looks, layout, typesetter)?;
    Ok(())
}

/// Finds the ticks in view, sets their labels, and gives back the offset text.
fn place_ticks(
    site: &Site<'_>,
    looks: &Looks<'_>,
    layout: &mut AxisLayout,
    typesetter: &mut Typesetter<'_>,
) -> Result<String> {
    let context = site.context(site.label_size(looks), (f64::INFINITY, f64::NEG_INFINITY));
    let least = looks.style.axes.formatter.min_exponent;
    let context = AxisContext {
        min_exponent: least,
        rounded: looks.rounds(),
        ..context
    };
    let mut offset = String::new();
    let mut places = Vec::new();
    if layout.major.shows_anything() {
        places = major_places(site, looks, &context)?;
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
        let own = || site.scale().minor_formatter();
        let texts = match site.group.formatter(Which::Minor).cloned().or_else(own) {
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

fn major_places(site: &Site<'_>, looks: &Looks<'_>, context: &AxisContext<'_>) -> Result<Vec<f64>> {
    match site.group.major_locator() {
        Some(locator) => locator.ticks(context),
        None => looks.auto_locator().ticks(context),
    }
}

/// What finds the minor ticks, where there are any.
fn minor_locator(site: &Site<'_>, looks: &Looks<'_>) -> Option<Arc<dyn Locator>> {
    let own = || site.scale().minor_locator();
    let style = looks.tick_style(site.direction);
    let usual = || {
        style.minor_visible.then(|| {
            let locator = AutoMinorLocator::new();
            Arc::new(match style.minor_ndivs {
                Some(parts) => locator.with_divisions(parts),
                None => locator,
            }) as Arc<dyn Locator>
        })
    };
    let set = site.group.locator(Which::Minor).cloned();
    set.or_else(own).or_else(usual)
}

fn minor_places(site: &Site<'_>, looks: &Looks<'_>, context: &AxisContext<'_>) -> Result<Vec<f64>> {
    let places = match minor_locator(site, looks) {
        Some(locator) => locator.ticks(context)?,
        None => Vec::new(),
    };
    let scale = site.scale();
    if scale.is_linear() {
        return Ok(without_overlaps(places, context));
    }
    let (start, end) = (scale.forward(site.view.0), scale.forward(site.view.1));
    let tolerance = (end - start).abs() * 1e-5;
    let major: Vec<f64> = context.major.iter().map(|&v| scale.forward(v)).collect();
    let free = |place: f64| major.iter().all(|major| (place - major).abs() > tolerance);
    let kept = places.into_iter().filter(|&v| free(scale.forward(v)));
    Ok(kept.collect())
}

fn major_texts(
    site: &Site<'_>,
    looks: &Looks<'_>,
    places: &[f64],
    context: &AxisContext<'_>,
) -> TickLabels {
    match site.group.major_formatter(looks.style) {
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
    let script = if style.formatter.use_mathtext {
        Script::Mathematics
    } else {
        Script::Plain
    };
    ScalarFormatter::new()
        .with_power_limits(style.formatter.limits.0, style.formatter.limits.1)
        .with_offset_threshold(style.formatter.offset_threshold)
        .with_offset(offset)
        .with_minus(minus)
        .with_script(script)
}

/// Adds the ticks of one kind that are in view, with their labels.
fn place_set(
    site: &Site<'_>,
    layout: &mut AxisLayout,
    which: Which,
    ticks: impl Iterator<Item = (f64, String)>,
    typesetter: &mut Typesetter<'_>,
) -> Result<()> {
    let place = |value| site.scale().forward(value);
    let ends = (place(site.view.0), place(site.view.1));
    for (value, text) in ticks.filter(|(value, _)| contains_close(ends, place(*value))) {
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
    let (asked_halign, asked_valign) = look.label_align;
    TextLook {
        halign: asked_halign.unwrap_or(halign),
        valign: asked_valign.unwrap_or(valign),
        ..look.label
    }
}

/// The axis label, beyond the labels and marks of its side, and beyond other labels that it is
/// aligned with.
fn place_label(
    site: &Site<'_>,
    looks: &Looks<'_>,
    layout: &AxisLayout,
    peers: &[Rect],
    typesetter: &mut Typesetter<'_>,
) -> Result<Option<PlacedText>> {
    let axis = site.axis();
    if axis.label.string.is_empty() || axis.label.common.hidden {
        return Ok(None);
    }
    let pad = axis.labelpad.unwrap_or(looks.style.axes.labelpad);
    let boxes = layout.label_boxes();
    let boxes = boxes[axis.label_at as usize].iter().chain(peers);
    let edge = spine_edge(site, layout, axis.label_at);
    let at = match (site.direction, axis.label_at) {
        (Direction::X, End::First) => boxes.map(|b| b.y0).fold(edge, f64::min) - site.page.px(pad),
        (Direction::Y, End::First) => boxes.map(|b| b.x0).fold(edge, f64::min) - site.page.px(pad),
        (Direction::X, End::Second) => boxes.map(|b| b.y1).fold(edge, f64::max) + site.page.px(pad),
        (Direction::Y, End::Second) => boxes.map(|b| b.x1).fold(edge, f64::max) + site.page.px(pad),
    };
    let place = axis.label_place.unwrap_or(match site.direction {
        Direction::X => looks.style.xaxis.labellocation,
        Direction::Y => looks.style.yaxis.labellocation,
    });
    let share = match place {
        HAlign::Left => 0.0,
        HAlign::Center => 0.5,
        HAlign::Right => 1.0,
    };
    let anchor = site.point(site.along().apply(share), at);
    let look = looks.axis_label(&axis.label, site.direction, axis.label_at)?;
    let look = TextLook {
        halign: axis.label.halign.unwrap_or(place),
        ..look
    };
    let placed = typesetter.set_text(&axis.label, look, anchor, site.page);
    placed.map(Some)
}

/// The outer edge of a side's spine with its marks, if it has any.
fn spine_edge(site: &Site<'_>, layout: &AxisLayout, end: End) -> f64 {
    let (edge, sign) = match end {
        End::First => (layout.across.0.apply(0.0), -1.0),
        End::Second => (layout.across.1.apply(1.0), 1.0),
    };
    let marked = |look: &&TickLook| match end {
        End::First => look.marks.has_first(),
        End::Second => look.marks.has_second(),
    };
    let looks = layout.ticks.iter().map(|tick| layout.look(tick.which));
    let edges = looks
        .filter(marked)
        .map(|look| edge + sign * (look.outside() * look.size / 72.0 * site.page.dpi));
    match end {
        End::First => edges.fold(edge, f64::min),
        End::Second => edges.fold(edge, f64::max),
    }
}

/// The offset text: beyond the right end of the horizontal axis's labels, or above the left or
/// right end of the frame for the vertical axis.
fn place_offset(
    site: &Site<'_>,
    looks: &Looks<'_>,
    layout: &AxisLayout,
    typesetter: &mut Typesetter<'_>,
) -> Result<Option<PlacedText>> {
    let axis = site.axis();
    let labeled = layout.major.labels != Sides::Neither;
    if layout.common.is_empty() || !labeled || axis.offset_hidden {
        return Ok(None);
    }
    let (frame, pad) = (site.frame, site.page.px(OFFSET_TEXT_PAD));
    let [first, second] = layout.label_boxes();
    let anchor = match (site.direction, axis.offset_at) {
        (Direction::X, End::First) => {
            let lowest = first.iter().map(|bounds| bounds.y0).reduce(f64::min);
            let lowest = lowest.unwrap_or(frame.edges.y0);
            Point::new(frame.x.apply(1.0), lowest - pad)
        }
        (Direction::X, End::Second) => {
            let highest = second.iter().map(|bounds| bounds.y1).reduce(f64::max);
            let highest = highest.unwrap_or(frame.edges.y1);
            Point::new(frame.x.apply(1.0), highest + pad)
        }
        (Direction::Y, End::First) => Point::new(frame.x.apply(0.0), site.top + pad),
        (Direction::Y, End::Second) => Point::new(frame.x.apply(1.0), site.top + pad),
    };
    typesetter
        .set(
            &layout.common,
            looks.offset_text(site.direction, axis.offset_at)?,
            anchor,
        )
        .map(Some)
}
