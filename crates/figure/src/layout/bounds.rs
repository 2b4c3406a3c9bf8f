//! The boxes around what was placed.

use agg_core::Rect;

use crate::axis::End;
use crate::layout::{AxesLayout, AxisLayout};
use crate::ticker::Direction;

/// The smallest box around boxes; `None` around none.
pub(crate) fn around(boxes: impl IntoIterator<Item = Rect>) -> Option<Rect> {
    boxes.into_iter().reduce(|a, b| Rect {
        x0: a.x0.min(b.x0),
        y0: a.y0.min(b.y0),
        x1: a.x1.max(b.x1),
        y1: a.y1.max(b.y1),
    })
}

impl AxisLayout {
    /// The boxes of the tick labels on each side.
    pub(crate) fn label_boxes(&self) -> [Vec<Rect>; 2] {
        let side = |pick: fn(&super::TickLayout) -> &Option<super::PlacedText>| {
            let labels = self.ticks.iter().filter_map(|tick| pick(tick).as_ref());
            labels.map(|label| label.bounds).collect()
        };
        [side(|tick| &tick.labels.0), side(|tick| &tick.labels.1)]
    }

    /// The box around all of its texts.
    pub(crate) fn bounds(&self) -> Option<Rect> {
        let [first, second] = self.label_boxes();
        let texts = [&self.label, &self.offset].into_iter().flatten();
        let texts = texts.map(|text| text.bounds);
        around(first.into_iter().chain(second).chain(texts))
    }

    /// Whether ticks and labels are at the top or right, or not where they usually are.
    pub(crate) fn is_unusual(&self) -> bool {
        [&self.major, &self.minor].into_iter().any(|look| {
            look.marks.has_second() && look.labels.has_second() || !look.labels.has_first()
        })
    }
}

impl AxesLayout {
    pub(crate) fn axis(&self, direction: Direction) -> &AxisLayout {
        match direction {
            Direction::X => &self.x,
            Direction::Y => &self.y,
        }
    }

    pub(crate) fn axis_mut(&mut self, direction: Direction) -> &mut AxisLayout {
        match direction {
            Direction::X => &mut self.x,
            Direction::Y => &mut self.y,
        }
    }

    /// The upper end of what titles have to be above.
    pub(crate) fn upper_end(&self, label_at: End) -> f64 {
        let counts = label_at == End::Second || self.x.is_unusual();
        let bounds = self.x.bounds().filter(|_| counts);
        bounds.map_or(self.top, |bounds| bounds.y1)
    }
}
