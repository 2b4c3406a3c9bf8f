//! Frames, or limits, that give way for an aspect.

use agg_core::Rect;

use crate::axes::{Adjustable, Anchor, Aspect};
use crate::error::{Error, Result};
use crate::layout::Linear;
use crate::layout::family::Node;
use crate::layout::frame::shrunk;
use crate::layout::sheet::{Plan, Views};
use crate::layout::view::Group;
use crate::ticker::Direction;

/// Aspects that are as near to what is asked for leave the limits alone.
const NEAR: f64 = 0.005;
/// The share of data and margins that the limits of a plot with an aspect are compared with.
const WITH_MARGINS: f64 = 1.05;
/// What stands in for the length of an empty view.
const NO_LENGTH: f64 = 1e-30;

impl Plan<'_, '_> {
    /// The place of a plot after it, or its limits, gave way for its aspect.
    pub(super) fn with_aspect(
        &self,
        node: &Node<'_>,
        number: usize,
        (share, anchor): (Rect, Anchor),
        views: &mut Views,
    ) -> Result<Rect> {
        let (axes, page) = (node.axes, self.page);
        let ratio = match axes.aspect {
            Some(Aspect::Ratio(ratio)) if !(ratio > 0.0 && ratio.is_finite()) => {
                return Err(Error::Aspect(ratio));
            }
            Some(Aspect::Ratio(ratio)) => Some(ratio),
            _ => None,
        };
        let ends = |views: &Views, direction: Direction| {
            let view = views.get(number).copied().unwrap_or_default();
            let map = self.data_map(node, direction, Linear::IDENTITY, view);
            let (start, end) = view[direction as usize];
            let (start, end) = (map.scale.forward(start), map.scale.forward(end));
            (start.min(end), start.max(end))
        };
        let length = |(low, high): (f64, f64)| (high - low).abs().max(NO_LENGTH);
        match (axes.gives_way(), ratio, axes.box_aspect) {
            (_, None, None) => Ok(share),
            (Adjustable::Box, Some(ratio), _) => {
                if self.is_twin(node) {
                    return Err(Error::Adjustable);
                }
                let (x, y) = (ends(views, Direction::X), ends(views, Direction::Y));
                shrunk(share, ratio * (length(y) / length(x)), anchor, page)
            }
            (_, None, Some(aspect)) => shrunk(share, aspect, anchor, page),
            (Adjustable::Datalim, Some(ratio), aspect) => {
                let share = match aspect {
                    Some(aspect) => shrunk(share, aspect, anchor, page)?,
                    None => share,
                };
                let (x, y) = (ends(views, Direction::X), ends(views, Direction::Y));
                let Rect { x0, y0, x1, y1 } = share;
                let box_aspect = page.height / page.width * ((y1 - y0) / (x1 - x0));
                let given = self.stretched(node, number, box_aspect / ratio, [x, y])?;
                if let Some((direction, low, high)) = given {
                    self.set_bound(node, direction, (low, high), views);
                }
                Ok(share)
            }
        }
    }

    /// The axis that gives way for lengths of y to be so many times those of x, and its new ends
    /// as distances along it; `None` where they nearly are.
    fn stretched(
        &self,
        node: &Node<'_>,
        number: usize,
        data_ratio: f64,
        [(xmin, xmax), (ymin, ymax)]: [(f64, f64); 2],
    ) -> Result<Option<(Direction, f64, f64)>> {
        let xsize = (xmax - xmin).abs().max(NO_LENGTH);
        let ysize = (ymax - ymin).abs().max(NO_LENGTH);
        let expander = data_ratio * xsize / ysize - 1.0;
        if expander.abs() < NEAR || expander.is_nan() {
            return Ok(None);
        }
        let data = self
            .covers
            .get(number)
            .map(|cover| cover.limits)
            .unwrap_or_default();
        let along = |direction, low, high| {
            let scale = self.group(node, direction).map(Group::known_scale);
            let forward = |v| scale.map_or(v, |scale| scale.forward(v));
            WITH_MARGINS * (forward(high) - forward(low))
        };
        let xr = along(Direction::X, data.x.min, data.x.max);
        let yr = along(Direction::Y, data.y.min, data.y.max);
        let (new_y, new_x) = (data_ratio * xsize, ysize / data_ratio);
        let shared = [Direction::X, Direction::Y].map(|direction| {
            let group = self.group(node, direction);
            group.is_some_and(|group| group.members.len() > 1)
        });
        let adjust_y = match shared {
            [true, true] => return Err(Error::Adjustable),
            [_, true] => false,
            [true, _] => true,
            _ if xsize - xr > 0.0 && ysize - yr > 0.0 => {
                (new_y - yr > 0.0 && expander < 0.0) || (new_x - xr < 0.0 && expander > 0.0)
            }
            _ => expander > 0.0,
        };
        Ok(Some(if adjust_y {
            let middle = 0.5 * (ymin + ymax);
            (Direction::Y, middle - new_y / 2.0, middle + new_y / 2.0)
        } else {
            let middle = 0.5 * (xmin + xmax);
            (Direction::X, middle - new_x / 2.0, middle + new_x / 2.0)
        }))
    }

    /// Sets the lower and the upper end of an axis, in the direction that it has.
    fn set_bound(
        &self,
        node: &Node<'_>,
        direction: Direction,
        (low, high): (f64, f64),
        views: &mut Views,
    ) {
        let root = node.roots[direction as usize];
        let scale = self.group(node, direction).map(Group::known_scale);
        let inverse = |v| scale.map_or(v, |scale| scale.inverse(v));
        let (low, high) = (inverse(low), inverse(high));
        let before = views
            .get(root)
            .map_or((0.0, 1.0), |views| views[direction as usize]);
        let view = if before.1 < before.0 {
            (high, low)
        } else {
            (low, high)
        };
        self.set_view(views, direction as usize, root, view);
    }
}
