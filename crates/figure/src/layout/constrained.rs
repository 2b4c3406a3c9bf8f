//! Constrained layout: each row and column of a grid gets the margins that its plots need, and what
//! is left is shared out by the grid's ratios.
//!
//! ```text
//!  ┌ pad ┬ labels ┬─────────┬ labels ┬ pad ┬ …      a column: margins that hold what stands around
//!  │     │        │  frame  │        │     │        its plots, and a frame; frames are as wide as
//!  └─────┴────────┴─────────┴────────┴─────┴ …      their ratios say, columns touch
//! ```
//!
//! matplotlib writes this down as constraints for a linear solver. They always hold together unless
//! there is too little room, so the solution is a sum here. It is done twice, because ticks may
//! change with the frames.

use std::sync::Arc;

use agg_core::Rect;

use crate::artist::Location;
use crate::error::Result;
use crate::figure::{ConstrainedLayout, Super};
use crate::grid::{GridSpec, SubplotSpec};
use crate::layout::bounds::Purpose;
use crate::layout::place::Site;
use crate::layout::sheet::{Moved, Plan};
use crate::layout::{AxesLayout, Typesetter};

/// How often all is placed.
const ROUNDS: usize = 2;

/// The margins of one column, or of one row upside down: what stands around plots, and pads.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Margins {
    pub(super) start: f64,
    pub(super) start_pad: f64,
    pub(super) end: f64,
    pub(super) end_pad: f64,
}

impl Margins {
    fn sum(&self) -> f64 {
        self.end + self.end_pad + self.start + self.start_pad
    }

    /// These and others beside them.
    fn with(self, more: Self) -> Self {
        Self {
            start: self.start + more.start,
            start_pad: self.start_pad + more.start_pad,
            end: self.end + more.end,
            end_pad: self.end_pad + more.end_pad,
        }
    }
}

/// A grid with the margins of its columns, and of its rows from the top.
#[derive(Clone)]
pub(super) struct Lattice {
    pub(super) grid: Arc<GridSpec>,
    columns: Vec<Margins>,
    rows: Vec<Margins>,
    /// Where columns start and end, in shares of the page; rows, from the top down.
    across: Vec<(f64, f64)>,
    down: Vec<(f64, f64)>,
}

impl Lattice {
    fn new(grid: &Arc<GridSpec>) -> Self {
        Self {
            grid: Arc::clone(grid),
            columns: vec![Margins::default(); grid.ncols],
            rows: vec![Margins::default(); grid.nrows],
            across: Vec::new(),
            down: Vec::new(),
        }
    }

    /// Shares a rectangle out.
    fn solve(&mut self, bounds: Rect) {
        self.across = divide(bounds.x0, bounds.x1, &self.columns, &self.grid.widths);
        // From the top down, lengths are negative.
        let down = divide(-bounds.y1, -bounds.y0, &self.rows, &self.grid.heights);
        self.down = down
            .into_iter()
            .map(|(top, bottom)| (-top, -bottom))
            .collect();
    }

    /// The rectangle of cells, with their margins.
    fn outer(&self, cells: &SubplotSpec) -> Option<Rect> {
        let last = |end: usize| end.checked_sub(1);
        Some(Rect {
            x0: self.across.get(cells.columns.start)?.0,
            y0: self.down.get(last(cells.rows.end)?)?.1,
            x1: self.across.get(last(cells.columns.end)?)?.1,
            y1: self.down.get(cells.rows.start)?.0,
        })
    }

    /// The rectangle of cells, without the margins around them.
    pub(super) fn inner(&self, cells: &SubplotSpec) -> Option<Rect> {
        let (outer, [left, right, top, bottom]) = (self.outer(cells)?, self.edges(cells)?);
        Some(Rect {
            x0: outer.x0 + left.start + left.start_pad,
            y0: outer.y0 + bottom.end + bottom.end_pad,
            x1: outer.x1 - right.end - right.end_pad,
            y1: outer.y1 - top.start - top.start_pad,
        })
    }

    /// The rectangle of cells, without pads and colorbars around them.
    pub(super) fn beside(&self, cells: &SubplotSpec) -> Option<Rect> {
        let (outer, [left, right, top, bottom]) = (self.outer(cells)?, self.edges(cells)?);
        Some(Rect {
            x0: outer.x0 + left.start_pad,
            y0: outer.y0 + bottom.end_pad,
            x1: outer.x1 - right.end_pad,
            y1: outer.y1 - top.start_pad,
        })
    }

    /// The margins on the left, right, top and bottom of cells.
    fn edges(&self, cells: &SubplotSpec) -> Option<[&Margins; 4]> {
        let last = |end: usize| end.checked_sub(1);
        Some([
            self.columns.get(cells.columns.start)?,
            self.columns.get(last(cells.columns.end)?)?,
            self.rows.get(cells.rows.start)?,
            self.rows.get(last(cells.rows.end)?)?,
        ])
    }

    /// Whether every cell has a frame with area.
    fn is_open(&self) -> bool {
        let open = |spans: &[(f64, f64)], margins: &[Margins]| {
            let mut spans = spans.iter().zip(margins);
            spans.all(|(span, margins)| (span.1 - span.0).abs() - margins.sum() > 0.0)
        };
        open(&self.across, &self.columns) && open(&self.down, &self.rows)
    }
}

/// Where columns start and end: frames in proportion to ratios, between margins.
fn divide(start: f64, end: f64, margins: &[Margins], ratios: &[f64]) -> Vec<(f64, f64)> {
    let taken: f64 = margins.iter().map(Margins::sum).sum();
    let unit = (end - start - taken) / ratios.iter().sum::<f64>();
    let mut at = start;
    let span = |(margins, ratio): (&Margins, &f64)| {
        let from = at;
        at = from + (margins.sum() + unit * ratio);
        (from, at)
    };
    let mut spans: Vec<(f64, f64)> = margins.iter().zip(ratios).map(span).collect();
    if let Some(last) = spans.last_mut() {
        last.1 = end;
    }
    spans
}

impl<'p> Plan<'_, 'p> {
    /// The places with which everything has room, those there are where there is none; and the
    /// places of texts over all plots.
    pub(super) fn constrained(
        &self,
        asked: &ConstrainedLayout,
        mut sites: Vec<Site>,
        typesetter: &mut Typesetter<'_>,
    ) -> Result<(Vec<Site>, Moved)> {
        let (width, height) = self.figure.size();
        let pads = (asked.w_pad / width, asked.h_pad / height);
        let mut lattices = Vec::new();
        for node in self.nodes {
            if let Some(cells) = self.cells(node) {
                add_lattice(&mut lattices, &cells.grid);
            }
        }
        let (page, moved) = self.page_without_texts(asked, pads, typesetter)?;
        if lattices.is_empty() {
            return Ok((sites, Moved::new()));
        }
        let mut open = false;
        for _ in 0..ROUNDS {
            let layouts = self.lay_out(&sites, typesetter)?;
            let solved = lattices.clone();
            for lattice in &mut lattices {
                lattice.columns.fill(Margins::default());
                lattice.rows.fill(Margins::default());
            }
            let placed = (sites.as_slice(), layouts.as_slice(), solved.as_slice());
            self.add_margins(asked, pads, placed, &mut lattices)?;
            self.match_submerged(&mut lattices);
            for i in 0..lattices.len() {
                let bounds = match lattices.get(i).and_then(|l| l.grid.parent.clone()) {
                    None => Some(page),
                    Some(cells) => {
                        let outer = lattices.iter().find(|l| l.grid == cells.grid);
                        outer.and_then(|outer| outer.outer(&cells))
                    }
                };
                if let (Some(lattice), Some(bounds)) = (lattices.get_mut(i), bounds) {
                    lattice.solve(bounds);
                }
            }
            if lattices.iter().all(Lattice::is_open) {
                open = true;
                for (node, site) in self.nodes.iter().zip(&mut sites) {
                    let cells = self.cells(node);
                    let share = cells.and_then(|cells| {
                        lattices.iter().find(|l| l.grid == cells.grid)?.inner(cells)
                    });
                    site.share = share.unwrap_or(site.share);
                }
                self.move_bars(&layouts, &lattices, &mut sites)?;
            }
        }
        Ok((sites, if open { moved } else { Moved::new() }))
    }

    /// What is left of the page, and where the texts over all plots go.
    fn page_without_texts(
        &self,
        asked: &ConstrainedLayout,
        (w_pad, h_pad): (f64, f64),
        typesetter: &mut Typesetter<'_>,
    ) -> Result<(Rect, Moved)> {
        let [left, bottom, width, height] = asked.rect;
        let mut page = Rect {
            x0: left,
            y0: bottom,
            x1: left + width,
            y1: bottom + height,
        };
        let mut moved = Moved::new();
        // A text and a legend at one side share the larger one's room.
        let mut room = self.room_for_legend((w_pad, h_pad), typesetter)?;
        for text in &self.figure.texts {
            let Some(role) = text.role.filter(|_| !text.text.fixed) else {
                continue;
            };
            let at = text.text.at;
            let at = match role {
                Super::Title => (at.0, 1.0 - h_pad),
                Super::XLabel => (at.0, h_pad),
                Super::YLabel => (w_pad, at.1),
            };
            moved.push((role, at));
            let Some(placed) = self.super_text(role, &moved, typesetter)? else {
                continue;
            };
            let bounds = self.share_of(placed.bounds);
            match role {
                Super::Title => widen_to(&mut room.y1, (bounds.y1 - bounds.y0) + 2.0 * h_pad),
                Super::XLabel => widen_to(&mut room.y0, (bounds.y1 - bounds.y0) + 2.0 * h_pad),
                Super::YLabel => widen_to(&mut room.x0, (bounds.x1 - bounds.x0) + 2.0 * w_pad),
            }
        }
        page.x0 += room.x0;
        page.y0 += room.y0;
        page.x1 -= room.x1;
        page.y1 -= room.y1;
        Ok((page, moved))
    }

    /// The room that a legend outside of all plots takes at each side of the page.
    fn room_for_legend(
        &self,
        (w_pad, h_pad): (f64, f64),
        typesetter: &mut Typesetter<'_>,
    ) -> Result<Rect> {
        let mut room = Rect::default();
        let free = self.figure.legend.as_ref();
        if free.is_none_or(|legend| legend.anchor.is_some()) {
            return Ok(room);
        }
        if let Some(legend) = self.legend(typesetter)? {
            let bounds = self.share_of(legend.bounds);
            let across = (bounds.x1 - bounds.x0) + 2.0 * w_pad;
            let upwards = (bounds.y1 - bounds.y0) + 2.0 * h_pad;
            match legend.location {
                Location::Above(_) => room.y1 = upwards,
                Location::Below(_) => room.y0 = upwards,
                Location::LeftOf(_) => room.x0 = across,
                Location::RightOf(_) => room.x1 = across,
                _ => {}
            }
        }
        Ok(room)
    }

    /// Makes the margins around the cells of each plot as large as it needs them.
    fn add_margins(
        &self,
        asked: &ConstrainedLayout,
        pads: (f64, f64),
        (sites, layouts, solved): (&[Site], &[AxesLayout], &[Lattice]),
        lattices: &mut [Lattice],
    ) -> Result<()> {
        for (number, (node, site)) in self.nodes.iter().zip(sites).enumerate() {
            let Some(cells) = self.cells(node) else {
                continue;
            };
            let bounds = self.tight_box(number, layouts, Purpose::Grid)?;
            let bounds = bounds.map_or(site.share, |bounds| self.share_of(bounds));
            let bars = self.room_for_bars(node.axes, (cells, bounds), layouts, solved)?;
            let Some(lattice) = lattices.iter_mut().find(|l| l.grid == cells.grid) else {
                continue;
            };
            let grid = &cells.grid;
            let pad = |space: f64, count: usize, pad: f64| {
                let space = space / 2.0 / count as f64;
                if space > pad {
                    (space, pad)
                } else {
                    (pad, pad)
                }
            };
            let (wide, w_pad) = pad(grid.wspace.unwrap_or(asked.wspace), grid.ncols, pads.0);
            let (high, h_pad) = pad(grid.hspace.unwrap_or(asked.hspace), grid.nrows, pads.1);
            let inside = |inside: bool, gap: f64, edge: f64| if inside { gap } else { edge };
            let share = site.share;
            widen(
                &mut lattice.columns,
                (cells.columns.start, cells.columns.end),
                Margins {
                    start: share.x0 - bounds.x0,
                    start_pad: inside(cells.columns.start > 0, wide, w_pad),
                    end: bounds.x1 - share.x1,
                    end_pad: inside(cells.columns.end < grid.ncols, wide, w_pad),
                }
                .with(bars.across),
            );
            widen(
                &mut lattice.rows,
                (cells.rows.start, cells.rows.end),
                Margins {
                    start: bounds.y1 - share.y1,
                    start_pad: inside(cells.rows.start > 0, high, h_pad),
                    end: share.y0 - bounds.y0,
                    end_pad: inside(cells.rows.end < grid.nrows, high, h_pad),
                }
                .with(bars.down),
            );
        }
        Ok(())
    }

    /// Makes the margins inside of plots that span several cells alike, so that plots that span as
    /// many are as large.
    fn match_submerged(&self, lattices: &mut [Lattice]) {
        let spans: Vec<&SubplotSpec> = self
            .nodes
            .iter()
            .filter_map(|node| self.cells(node))
            .collect();
        for own in &spans {
            for along in [Along::Columns, Along::Rows] {
                if along.span(own).len() < 2 {
                    continue;
                }
                let most = spans.iter().filter(|other| along.span(other).len() > 1);
                let most = most.filter_map(|other| {
                    let lattice = lattices.iter().find(|l| l.grid == other.grid)?;
                    Some(along.submerged(lattice, other))
                });
                let (starts, ends) = most.fold((f64::MIN, f64::MIN), |most, one| {
                    (most.0.max(one.0), most.1.max(one.1))
                });
                let Some(lattice) = lattices.iter_mut().find(|l| l.grid == own.grid) else {
                    continue;
                };
                let span = along.span(own);
                let margins = along.margins_mut(lattice);
                for margins in margins.iter_mut().take(span.end).skip(span.start + 1) {
                    margins.start = margins.start.max(starts - margins.start_pad);
                }
                for margins in margins.iter_mut().take(span.end - 1).skip(span.start) {
                    margins.end = margins.end.max(ends - margins.end_pad);
                }
            }
        }
    }
}

/// The two directions of a grid.
#[derive(Clone, Copy)]
enum Along {
    Columns,
    Rows,
}

impl Along {
    fn span(self, cells: &SubplotSpec) -> std::ops::Range<usize> {
        match self {
            Self::Columns => cells.columns.clone(),
            Self::Rows => cells.rows.clone(),
        }
    }

    fn margins_mut(self, lattice: &mut Lattice) -> &mut [Margins] {
        match self {
            Self::Columns => &mut lattice.columns,
            Self::Rows => &mut lattice.rows,
        }
    }

    /// The largest margins inside of cells, at the starts and at the ends of cells.
    fn submerged(self, lattice: &Lattice, cells: &SubplotSpec) -> (f64, f64) {
        let margins = match self {
            Self::Columns => &lattice.columns,
            Self::Rows => &lattice.rows,
        };
        let span = self.span(cells);
        let inner = margins.get(span).unwrap_or_default();
        let starts = inner.iter().skip(1).map(|m| m.start + m.start_pad);
        let ends = inner.iter().rev().skip(1).map(|m| m.end + m.end_pad);
        (
            starts.fold(f64::MIN, f64::max),
            ends.fold(f64::MIN, f64::max),
        )
    }
}

/// Makes a margin at least so large.
fn widen_to(margin: &mut f64, by: f64) {
    *margin = margin.max(by);
}

/// Makes the outer margins of cells at least as large.
fn widen(all: &mut [Margins], (start, end): (usize, usize), by: Margins) {
    if let Some(first) = all.get_mut(start) {
        first.start = first.start.max(by.start);
        first.start_pad = first.start_pad.max(by.start_pad);
    }
    if let Some(last) = end.checked_sub(1).and_then(|last| all.get_mut(last)) {
        last.end = last.end.max(by.end);
        last.end_pad = last.end_pad.max(by.end_pad);
    }
}

/// Adds a grid after those that it is in, unless it is there.
fn add_lattice(lattices: &mut Vec<Lattice>, grid: &Arc<GridSpec>) {
    if let Some(cells) = &grid.parent {
        add_lattice(lattices, &cells.grid);
    }
    if !lattices.iter().any(|lattice| lattice.grid == *grid) {
        lattices.push(Lattice::new(grid));
    }
}
