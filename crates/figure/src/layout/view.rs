//! The limits of both axes: those that were set, or those that the data asks for.

use crate::axes::Axes;
use crate::axis::Axis;
use crate::error::Result;
use crate::layout::Looks;
use crate::limits::{Autoscale, DataLimits, Extent, set_limits};
use crate::ticker::{AutoLocator, Direction, Locator};

/// The view of an axis that nothing was said about.
const UNIT: (f64, f64) = (0.0, 1.0);

/// What the data of a plot covers; hidden lines count too.
pub(crate) fn data(axes: &Axes) -> DataLimits {
    let mut data = DataLimits::default();
    for line in &axes.lines {
        data.update(line.points().iter().map(|point| (point.x, point.y)));
    }
    data
}

/// The limits of one axis, the left or bottom one first.
pub(crate) fn limits(
    axes: &Axes,
    direction: Direction,
    data: &DataLimits,
    looks: &Looks<'_>,
) -> Result<(f64, f64)> {
    let style = &looks.style.axes;
    let (axis, extent, margin) = match direction {
        Direction::X => (&axes.x, data.x, style.xmargin),
        Direction::Y => (&axes.y, data.y, style.ymargin),
    };
    let automatic = AutoLocator::new();
    let locator: &dyn Locator = match &axis.major.locator {
        Some(locator) => &**locator,
        None => &automatic,
    };
    let untouched = if axis.inverted {
        (UNIT.1, UNIT.0)
    } else {
        UNIT
    };
    match axis.limits {
        Some((start, end)) => set_limits((Some(start), Some(end)), UNIT, locator),
        None if axes.lines.is_empty() && axis.margin.is_none() => Ok(untouched),
        None => autoscale(axes, axis, extent, margin, locator)?.limits(untouched),
    }
}

fn autoscale<'a>(
    axes: &Axes,
    axis: &Axis,
    extent: Extent,
    margin: f64,
    locator: &'a dyn Locator,
) -> Result<Autoscale<'a>> {
    let rule = Autoscale {
        fit: axes.fit,
        ..Autoscale::new(extent, locator)
    };
    rule.with_margin(axis.margin.unwrap_or(margin))
}
