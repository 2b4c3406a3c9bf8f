//! What the plots of a figure have to do with each other: twins and insets, and axes that are shared.

use crate::axes::{Axes, Colorbar};
use crate::error::{Error, Result};
use crate::figure::Figure;
use crate::layout::ColorbarLayout;
use crate::layout::view::{Cover, Group, Member};
use crate::ticker::Direction;

/// A plot and what it has to do with others, by their numbers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node<'a> {
    /// The plot; of a colorbar, the plot that has the bar's axes.
    pub(super) axes: &'a Axes,
    pub(super) bar: Option<(&'a Colorbar, &'a ColorbarLayout)>,
    /// What it is a twin of or an inset in.
    pub(super) parent: Option<usize>,
    /// The plot whose x, and whose y, it has.
    pub(super) roots: [usize; 2],
}

/// All plots in the order in which they were added, each with what it belongs to.
pub(super) fn all_plots(figure: &Figure) -> Vec<(&Axes, Option<u64>)> {
    let mut found = Vec::new();
    for axes in &figure.axes {
        collect(axes, None, &mut found);
    }
    found.sort_by_key(|(axes, _)| axes.id);
    found
}

fn collect<'a>(axes: &'a Axes, parent: Option<u64>, found: &mut Vec<(&'a Axes, Option<u64>)>) {
    found.push((axes, parent));
    for own in axes.twins.iter().chain(&axes.insets) {
        collect(own, Some(axes.id), found);
    }
}

pub(super) fn nodes<'a>(
    plots: &[(&'a Axes, Option<u64>)],
    bars: &'a [Option<ColorbarLayout>],
) -> Result<Vec<Node<'a>>> {
    let number = |id: u64| plots.binary_search_by_key(&id, |(axes, _)| axes.id).ok();
    let root = |start: usize, direction: Direction| -> Result<usize> {
        let mut at = start;
        // A circle of plots that share with each other ends where it began.
        for _ in 0..plots.len() {
            let master = plots
                .get(at)
                .and_then(|(axes, _)| axes.masters[direction as usize]);
            match master {
                None => return Ok(at),
                Some(master) => at = number(master.axes).ok_or(Error::Handle)?,
            }
            if at == start {
                break;
            }
        }
        Ok(at)
    };
    let mut nodes = Vec::with_capacity(plots.len());
    for (i, (&(axes, parent), bar)) in plots.iter().zip(bars).enumerate() {
        nodes.push(Node {
            axes: bar.as_ref().map_or(axes, |bar| &bar.axes),
            bar: axes.colorbar.as_deref().zip(bar.as_ref()),
            parent: parent.and_then(number),
            roots: [root(i, Direction::X)?, root(i, Direction::Y)?],
        });
    }
    Ok(nodes)
}

/// The axes that are shared, each at the number of its root.
pub(super) fn groups<'a>(
    nodes: &[Node<'a>],
    covers: &'a [Cover],
    direction: Direction,
) -> Vec<Group<'a>> {
    let empty = |_: &Node<'a>| Group {
        direction,
        members: Vec::new(),
    };
    let mut groups: Vec<Group<'a>> = nodes.iter().map(empty).collect();
    for (i, (node, cover)) in nodes.iter().zip(covers).enumerate() {
        let root = node.roots[direction as usize];
        let since = node.axes.masters[direction as usize].map_or(0, |master| master.since);
        let member = Member {
            axes: node.axes,
            since,
            cover,
        };
        if let Some(group) = groups.get_mut(root) {
            // The root goes first, whenever it was added.
            let place = if i == root { 0 } else { group.members.len() };
            group.members.insert(place, member);
        }
    }
    groups
}
