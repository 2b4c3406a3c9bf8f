//! The limits of both axes: those that were set, or those that the data asks for.

use crate::artist::{Image, Kind};
use crate::axes::{Axes, Wish};
use crate::axis::Axis;
use crate::error::Result;
use crate::layout::Looks;
use crate::limits::{Autoscale, DataLimits, Extent, LinearScale, Scale, set_limits};
use crate::ticker::{AutoLocator, Direction, Locator, increasing};

/// The view of an axis that nothing was said about.
const UNIT: (f64, f64) = (0.0, 1.0);

/// What the data of a plot covers, and where its margins stop; hidden artists count too.
#[derive(Debug, Default)]
pub(crate) struct Data {
    limits: DataLimits,
    sticky: [Vec<f64>; 2],
}

impl Data {
    pub(crate) fn of(axes: &Axes) -> Self {
        Self::of_first(axes, axes.artists.len())
    }

    /// Of the artists that were added first.
    fn of_first(axes: &Axes, count: usize) -> Self {
        let mut data = Self::default();
        for artist in axes.artists.iter().take(count) {
            artist.add_limits(&mut data.limits);
            for (all, own) in data.sticky.iter_mut().zip(artist.sticky()) {
                all.extend(own);
            }
        }
        data
    }

    fn along(&self, direction: Direction) -> (Extent, &[f64]) {
        let [x, y] = &self.sticky;
        match direction {
            Direction::X => (self.limits.x, x),
            Direction::Y => (self.limits.y, y),
        }
    }
}

/// The scale of an axis.
pub(crate) fn scale(axis: &Axis) -> &dyn Scale {
    axis.scale.as_deref().unwrap_or(&LinearScale)
}

/// The limits of one axis, the left or bottom one first.
pub(crate) fn limits(
    axes: &Axes,
    direction: Direction,
    data: &Data,
    looks: &Looks<'_>,
) -> Result<(f64, f64)> {
    let style = &looks.style.axes;
    let (axis, margin) = match direction {
        Direction::X => (&axes.x, style.xmargin),
        Direction::Y => (&axes.y, style.ymargin),
    };
    let scale = scale(axis);
    let own = scale.major_locator();
    let automatic = AutoLocator::new();
    let locator: &dyn Locator = match axis.major.locator.as_ref().or(own.as_ref()) {
        Some(locator) => &**locator,
        None => &automatic,
    };
    let positive = data.along(direction).0.min_positive;
    if let Some(limits) = axis.limits {
        let ends = scale.limit_range(limits, positive);
        return set_limits((Some(ends.0), Some(ends.1)), UNIT, locator);
    }
    let follow = |data: &Data, view: (f64, f64)| {
        let (extent, sticky) = data.along(direction);
        let rule = Autoscale {
            fit: axes.fit,
            scale,
            sticky,
            ..Autoscale::new(extent, locator)
        };
        rule.with_margin(axis.margin.unwrap_or(margin))?
            .limits(inverted(axis, view))
    };
    let (mut view, mut follows) = (UNIT, false);
    for &(count, wish) in &axes.view.wishes {
        match wish {
            Wish::Follow([x, y]) => follows |= if direction == Direction::X { x } else { y },
            Wish::Image(number) => {
                if let Some(edges) = image_edges(axes, number, direction, looks, locator)? {
                    (view, follows) = (edges, false);
                }
            }
            // To know what is shown, the limits are made up so far.
            Wish::Show(along, value) => {
                if follows {
                    (view, follows) = (follow(&Data::of_first(axes, count), view)?, false);
                }
                let (low, high) = increasing(view);
                follows |= along == direction && (value < low || value > high);
            }
        }
    }
    if follows || axis.margin.is_some() {
        return follow(data, view);
    }
    Ok(scale.limit_range(inverted(axis, view), positive))
}

/// A view in the direction that was asked for.
fn inverted(axis: &Axis, (start, end): (f64, f64)) -> (f64, f64) {
    match axis.inverted {
        Some(inverted) if inverted != (end < start) => (end, start),
        _ => (start, end),
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
