//! What stands outside of frames and in each other's way: the labels of axes, in line with those of
//! other plots, and titles above all that is there.

use agg_core::Rect;

use crate::axes::{Axes, Place};
use crate::axis::End;
use crate::error::Result;
use crate::layout::family::Node;
use crate::layout::sheet::{Plan, Views};
use crate::layout::{AxesLayout, Frame, Typesetter, axis, titles};
use crate::ticker::Direction;

impl Plan<'_, '_> {
    /// Labels, beyond the tick labels of all axes that they are aligned with.
    pub(super) fn place_labels(
        &self,
        layouts: &mut [AxesLayout],
        frames: &[Frame],
        views: &Views,
        typesetter: &mut Typesetter<'_>,
    ) -> Result<()> {
        for direction in [Direction::X, Direction::Y] {
            let boxes: Vec<[Vec<Rect>; 2]> = layouts
                .iter()
                .map(|layout| layout.axis(direction).label_boxes())
                .collect();
            for (i, node) in self.nodes.iter().enumerate() {
                let (Some(frame), Some(view)) = (frames.get(i), views.get(i)) else {
                    continue;
                };
                let site = self.axis_site(node, direction, frames, frame, *view)?;
                let end = node.axes.axis(direction).label_at;
                let aligned = self.aligned(node, direction);
                let aligned = aligned.iter().filter_map(|other| boxes.get(*other));
                let peers: Vec<Rect> = aligned
                    .flat_map(|both| &both[end as usize])
                    .copied()
                    .collect();
                if let Some(layout) = layouts.get_mut(i) {
                    let layout = layout.axis_mut(direction);
                    axis::place_texts(&site, layout, &peers, &self.looks, typesetter)?;
                }
            }
        }
        Ok(())
    }

    /// The numbers of the other plots whose labels are in one line with a plot's.
    fn aligned(&self, node: &Node<'_>, direction: Direction) -> Vec<usize> {
        let edge = |axes: &Axes| {
            let Place::Cells(cells) = &axes.place else {
                return None;
            };
            let at = axes.axis(direction).label_at;
            let place = match (direction, at) {
                (Direction::X, End::First) => cells.rows.end,
                (Direction::X, End::Second) => cells.rows.start,
                (Direction::Y, End::First) => cells.columns.start,
                (Direction::Y, End::Second) => cells.columns.end,
            };
            Some((at, place))
        };
        if !self.figure.aligned[direction as usize] || edge(node.axes).is_none() {
            return Vec::new();
        }
        let alike =
            |other: &Node<'_>| other.axes.id != node.axes.id && edge(other.axes) == edge(node.axes);
        let nodes = self.nodes.iter().enumerate();
        nodes
            .filter(|(_, other)| alike(other))
            .map(|(i, _)| i)
            .collect()
    }

    /// Titles, above what their plots, the twins and the insets of these have at the top.
    pub(super) fn place_titles(
        &self,
        layouts: &mut [AxesLayout],
        typesetter: &mut Typesetter<'_>,
    ) -> Result<()> {
        for (i, node) in self.nodes.iter().enumerate() {
            let Some(frame) = layouts.get(i).map(|layout| layout.frame) else {
                continue;
            };
            if node.axes.titles.iter().all(|title| title.string.is_empty()) {
                continue;
            }
            let mut around = self.twins(node);
            let insets = self.nodes.iter().enumerate().filter(|(_, other)| {
                other.parent == Some(i) && matches!(other.axes.place, Place::Inset(..))
            });
            around.extend(insets.map(|(i, _)| i));
            let around: Vec<(&Axes, &AxesLayout)> = around
                .iter()
                .filter_map(|i| Some((self.nodes.get(*i)?.axes, layouts.get(*i)?)))
                .collect();
            let titles = titles::lay_out(
                node.axes,
                &frame,
                &around,
                self.page,
                &self.looks,
                typesetter,
            )?;
            if let Some(layout) = layouts.get_mut(i) {
                layout.titles = titles;
            }
        }
        Ok(())
    }
}
