//! Colorbars in constrained layout: they stand in the margins that pads are in, outside of what stands
//! around their plots.
//!
//! ```text
//!  ┌ pad ┬ labels ┬─────────┬ labels ┬ gap ┬ bar and its labels ┬ pad ┐
//!  │     │        │  frame  │        │     │                    │     │
//!  └─────┴────────┴─────────┴────────┴─────┴────────────────────┴─────┘
//! ```
//!
//! A bar is as long as the frames of its plots; the gap is a share of their width, which is known
//! from the second round on.

use agg_core::Rect;

use crate::axes::{Axes, Colorbar, Side};
use crate::error::Result;
use crate::grid::SubplotSpec;
use crate::layout::AxesLayout;
use crate::layout::bounds::Purpose;
use crate::layout::constrained::{Lattice, Margins};
use crate::layout::place::{Site, anchors};
use crate::layout::sheet::Plan;

/// What a plot's margins need beside what stands around it: along x, and along y from the top.
#[derive(Default)]
pub(super) struct Extra {
    pub(super) across: Margins,
    pub(super) down: Margins,
}

impl<'p> Plan<'_, 'p> {
    /// The bars that a plot makes room for, by their numbers, in the order in which they were added.
    fn bars_of<'n>(
        &'n self,
        axes: &'n Axes,
    ) -> impl DoubleEndedIterator<Item = (usize, &'n Colorbar)> {
        let bars = self.nodes.iter().enumerate();
        let bars = bars.filter_map(|(number, node)| Some((number, node.bar?.0)));
        bars.filter(|(_, bar)| bar.has_parent(axes.id))
    }

    /// All cells from the first to the last plot that makes room for a bar, if its first plot is in
    /// a grid.
    fn cells_of_bar(&self, bar: &Colorbar) -> Option<SubplotSpec> {
        let cells = |id: u64| {
            let node = self.nodes.iter().find(|node| node.axes.id == id)?;
            self.cells(node)
        };
        let mut all = cells(bar.parents.first()?.id)?.clone();
        for cells in bar.parents.iter().filter_map(|parent| cells(parent.id)) {
            let Some(cells) = Some(cells).filter(|cells| cells.grid == all.grid) else {
                continue;
            };
            all.rows = all.rows.start.min(cells.rows.start)..all.rows.end.max(cells.rows.end);
            all.columns =
                all.columns.start.min(cells.columns.start)..all.columns.end.max(cells.columns.end);
        }
        Some(all)
    }

    /// From a bar to what stands around its plots, in shares of the page.
    fn bar_gap(bar: &Colorbar, cells: &SubplotSpec, solved: &[Lattice]) -> f64 {
        let lattice = solved.iter().find(|lattice| lattice.grid == cells.grid);
        let inner = lattice.and_then(|lattice| lattice.inner(cells));
        let length = inner.map_or(0.0, |inner| {
            if bar.is_upright() {
                inner.x1 - inner.x0
            } else {
                inner.y1 - inner.y0
            }
        });
        bar.pad.unwrap_or(CONSTRAINED_GAP) * length
    }

    /// The room that the bars of a plot take on the edges of its cells; `bounds` is what stands
    /// around the plot itself.
    pub(super) fn room_for_bars(
        &self,
        axes: &Axes,
        (cells, bounds): (&SubplotSpec, Rect),
        layouts: &[AxesLayout],
        solved: &[Lattice],
    ) -> Result<Extra> {
        let mut extra = Extra::default();
        for (number, bar) in self.bars_of(axes) {
            let Some(all) = self.cells_of_bar(bar) else {
                continue;
            };
            let gap = Self::bar_gap(bar, &all, solved);
            let Some(own) = self.tight_box(number, layouts, Purpose::Grid)? else {
                continue;
            };
            let own = self.share_of(own);
            let first_column = all.columns.start == cells.columns.start;
            let last_column = all.columns.end == cells.columns.end;
            let first_row = all.rows.start == cells.rows.start;
            let last_row = all.rows.end == cells.rows.end;
            let (wide, high) = ((own.x1 - own.x0) + gap, (own.y1 - own.y0) + gap);
            match bar.side() {
                Side::Right if last_column => extra.across.end_pad += wide,
                Side::Left if first_column => extra.across.start_pad += wide,
                Side::Top if first_row => extra.down.start_pad += high,
                Side::Bottom if last_row => extra.down.end_pad += high,
                _ => {}
            }
            if bar.is_upright() {
                if last_row && own.y0 < bounds.y0 {
                    extra.down.end += bounds.y0 - own.y0;
                }
                if first_row && own.y1 > bounds.y1 {
                    extra.down.start += own.y1 - bounds.y1;
                }
            } else {
                if first_column && own.x0 < bounds.x0 {
                    extra.across.start += bounds.x0 - own.x0;
                }
                if last_column && own.x1 > bounds.x1 {
                    extra.across.end += own.x1 - bounds.x1;
                }
            }
        }
        Ok(extra)
    }

    /// Puts the bars beside their plots, those that were added last the nearest.
    pub(super) fn move_bars(
        &self,
        layouts: &[AxesLayout],
        lattices: &[Lattice],
        sites: &mut [Site],
    ) -> Result<()> {
        for node in self.nodes {
            // On the left, right, bottom and top.
            let mut offsets = [0.0; 4];
            for (number, bar) in self.bars_of(node.axes).rev() {
                let is_first = bar
                    .parents
                    .first()
                    .is_some_and(|first| first.id == node.axes.id);
                let Some(cells) = self.cells_of_bar(bar).filter(|_| is_first) else {
                    continue;
                };
                let lattice = lattices.iter().find(|lattice| lattice.grid == cells.grid);
                let places = lattice.and_then(|l| Some((l.beside(&cells)?, l.inner(&cells)?)));
                let own = self.tight_box(number, layouts, Purpose::Grid)?;
                let (Some((around, frames)), Some(own), Some(site)) =
                    (places, own, sites.get_mut(number))
                else {
                    continue;
                };
                let gap = Self::bar_gap(bar, &cells, lattices);
                let own = self.share_of(own);
                let (wide, high) = (own.x1 - own.x0, own.y1 - own.y0);
                let margin = (site.share.x0 - own.x0, site.share.y0 - own.y0);
                let place = part(bar, frames);
                let offset = &mut offsets[bar.side() as usize];
                site.share = match bar.side() {
                    Side::Right => {
                        let by = (around.x1 - place.x0 + *offset) + (gap + margin.0);
                        *offset += wide + gap;
                        moved(place, by, 0.0)
                    }
                    Side::Left => {
                        let by = (around.x0 - place.x0) + (-wide - gap + margin.0 - *offset);
                        *offset += wide + gap;
                        moved(place, by, 0.0)
                    }
                    Side::Top => {
                        let by = (around.y1 - place.y0 + *offset) + (gap + margin.1);
                        *offset += high + gap;
                        moved(place, 0.0, by)
                    }
                    Side::Bottom => {
                        let by = (around.y0 - place.y0) + (-high - gap + margin.1 - *offset);
                        *offset += high + gap;
                        moved(place, 0.0, by)
                    }
                };
            }
        }
        Ok(())
    }
}

/// The gap between a bar and its plots, to their width or height, unless it is set.
pub(super) const CONSTRAINED_GAP: f64 = 0.05;

/// A bar's share of the frames that it is beside, where it would be within them.
fn part(bar: &Colorbar, frames: Rect) -> Rect {
    let (x, y) = if bar.is_upright() {
        (bar.fraction, bar.shrink)
    } else {
        (bar.shrink, bar.fraction)
    };
    let (width, height) = (frames.x1 - frames.x0, frames.y1 - frames.y0);
    let (x1, y1) = (frames.x0 + x * width, frames.y0 + y * height);
    let anchor = anchors(bar.side()).0.shares();
    let by_x = (frames.x0 + anchor.0 * (width - (x1 - frames.x0))) - frames.x0;
    let by_y = (frames.y0 + anchor.1 * (height - (y1 - frames.y0))) - frames.y0;
    let place = Rect { x1, y1, ..frames };
    moved(place, by_x, by_y)
}

fn moved(Rect { x0, y0, x1, y1 }: Rect, x: f64, y: f64) -> Rect {
    Rect {
        x0: x0 + x,
        y0: y0 + y,
        x1: x1 + x,
        y1: y1 + y,
    }
}
