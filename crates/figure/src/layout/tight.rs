//! Tight layout: one set of edges and gaps for the whole grid, large enough for what stands around
//! any of its plots.
//!
//! ```text
//!   columns:  |      0      |      1      |
//!   gaps:     0             1             2     what plots need to their left and right is added
//!                                               up in the gap there; the widest gap serves for all
//! ```

use agg_core::Rect;

use crate::error::Result;
use crate::figure::{Super, TightLayout};
use crate::grid::SubplotSpec;
use crate::layout::bounds::{Purpose, around};
use crate::layout::sheet::{Moved, Plan};
use crate::layout::{AxesLayout, Typesetter};
use crate::style::SubplotParams;

/// What stands in the gaps of a grid, in shares of the page: by row and gap, and by gap and column.
struct Gaps {
    rows: usize,
    columns: usize,
    /// `rows` × (`columns` + 1).
    across: Vec<f64>,
    /// (`rows` + 1) × `columns`.
    upwards: Vec<f64>,
}

/// A group of plots in the same cells.
struct Cells<'a> {
    at: &'a SubplotSpec,
    /// By their numbers.
    plots: Vec<usize>,
}

/// What the edges of the page have room for besides plots.
#[derive(Clone, Copy, Default)]
struct Beside {
    left: f64,
    top: f64,
    bottom: f64,
}

impl<'p> Plan<'_, 'p> {
    /// The edges and gaps with which everything has room; those there are where there is none.
    pub(super) fn tight(
        &self,
        tight: &TightLayout,
        params: &SubplotParams,
        typesetter: &mut Typesetter<'_>,
    ) -> Result<SubplotParams> {
        let groups = self.groups_of_cells();
        let rows = groups.iter().map(|cells| cells.at.grid.nrows).max();
        let columns = groups.iter().map(|cells| cells.at.grid.ncols).max();
        let (Some(rows), Some(columns)) = (rows, columns) else {
            return Ok(*params);
        };
        let divides = |cells: &Cells<'_>| {
            let grid = &cells.at.grid;
            rows % grid.nrows == 0 && columns % grid.ncols == 0
        };
        if !groups.iter().all(divides) {
            return Ok(*params);
        }
        let layouts = self.lay_out(&self.sites(params), typesetter)?;
        let mut gaps = Gaps::new(rows, columns);
        for cells in &groups {
            if let Some(bounds) = self.group_box(cells, &layouts)? {
                gaps.add(cells.at, cells.at.position(params), bounds);
            }
        }
        let beside = self.beside(typesetter)?;
        let fitted = self.fit(tight, &gaps, beside, [None; 4]);
        let fitted = match (fitted, tight.rect) {
            (Some(first), Some([left, bottom, right, top])) => {
                let inner = [
                    left + first.left,
                    bottom + first.bottom,
                    right - (1.0 - first.right),
                    top - (1.0 - first.top),
                ];
                self.fit(tight, &gaps, beside, inner.map(Some))
            }
            (fitted, _) => fitted,
        };
        let Some(fitted) = fitted else {
            return Ok(*params);
        };
        Ok(SubplotParams {
            wspace: if columns > 1 {
                fitted.wspace
            } else {
                params.wspace
            },
            hspace: if rows > 1 {
                fitted.hspace
            } else {
                params.hspace
            },
            ..fitted
        })
    }

    /// The plots by the cells that they are in.
    fn groups_of_cells(&self) -> Vec<Cells<'_>> {
        let mut groups: Vec<Cells<'_>> = Vec::new();
        for (number, node) in self.nodes.iter().enumerate() {
            let bar_of = node.bar.and_then(|(bar, _)| match bar.parents.as_slice() {
                [parent] => self.nodes.iter().find(|other| other.axes.id == parent.id),
                _ => None,
            });
            let cells = self.cells(bar_of.unwrap_or(node)).map(SubplotSpec::topmost);
            let Some(at) = cells.filter(|cells| !cells.grid.is_placed()) else {
                continue;
            };
            match groups.iter_mut().find(|group| group.at == at) {
                Some(group) => group.plots.push(number),
                None => groups.push(Cells {
                    at,
                    plots: vec![number],
                }),
            }
        }
        groups
    }

    /// The box around plots in the same cells, in shares of the page.
    fn group_box(&self, cells: &Cells<'_>, layouts: &[AxesLayout]) -> Result<Option<Rect>> {
        let mut boxes = Vec::new();
        for &number in &cells.plots {
            boxes.extend(self.tight_box(number, layouts, Purpose::Grid)?);
        }
        Ok(around(boxes).map(|bounds| self.share_of(bounds)))
    }

    /// A box in shares of the page.
    pub(super) fn share_of(&self, Rect { x0, y0, x1, y1 }: Rect) -> Rect {
        let (x, y) = (1.0 / self.page.width, 1.0 / self.page.height);
        Rect {
            x0: x * x0,
            y0: y * y0,
            x1: x * x1,
            y1: y * y1,
        }
    }

    /// The room that titles and labels over all plots take.
    fn beside(&self, typesetter: &mut Typesetter<'_>) -> Result<Beside> {
        let mut share = |role| -> Result<Option<Rect>> {
            let text = self.super_text(role, &Moved::new(), typesetter)?;
            Ok(text.map(|text| self.share_of(text.bounds)))
        };
        let pad = self.tight_pad();
        let (width, height) = self.figure.size();
        let left = share(Super::YLabel)?.map(|b| (b.x1 - b.x0) + pad / width);
        let top = share(Super::Title)?.map(|b| (b.y1 - b.y0) + pad / height);
        let bottom = share(Super::XLabel)?.map(|b| (b.y1 - b.y0) + pad / height);
        Ok(Beside {
            left: left.unwrap_or(0.0),
            top: top.unwrap_or(0.0),
            bottom: bottom.unwrap_or(0.0),
        })
    }

    /// The distance to the edges of the page, in inches.
    fn tight_pad(&self) -> f64 {
        let pad = self.figure.tight_wish().map_or(0.0, |tight| tight.pad);
        pad * (self.looks.style.font.size / 72.0)
    }

    /// The edges and gaps; `None` where there is too little room. Margins are left, bottom, right
    /// edge and top edge, where they are known.
    fn fit(
        &self,
        tight: &TightLayout,
        gaps: &Gaps,
        beside: Beside,
        edges: [Option<f64>; 4],
    ) -> Option<SubplotParams> {
        let font = self.looks.style.font.size / 72.0;
        let (width, height) = self.figure.size();
        let pad = self.tight_pad();
        let (pad_x, pad_y) = (pad / width, pad / height);
        let known = |edge: Option<f64>| edge.filter(|edge| *edge != 0.0);
        let [left, bottom, right, top] = edges;
        let far = |edge| known(known(edge).map(|edge| 1.0 - edge));
        let left = known(left).unwrap_or_else(|| gaps.across_at(0).max(0.0) + pad_x + beside.left);
        let right = far(right).unwrap_or_else(|| gaps.across_at(gaps.columns).max(0.0) + pad_x);
        let top = far(top).unwrap_or_else(|| gaps.upwards_at(0).max(0.0) + pad_y + beside.top);
        let bottom = known(bottom)
            .unwrap_or_else(|| gaps.upwards_at(gaps.rows).max(0.0) + pad_y + beside.bottom);
        // Not numbers at all where something to fit is infinite.
        if !(left + right < 1.0 && bottom + top < 1.0) {
            return None;
        }
        let mut params = SubplotParams {
            left,
            right: 1.0 - right,
            bottom,
            top: 1.0 - top,
            wspace: 0.0,
            hspace: 0.0,
        };
        let (columns, rows) = (gaps.columns as f64, gaps.rows as f64);
        if gaps.columns > 1 {
            let inner = (1..gaps.columns).map(|gap| gaps.across_at(gap));
            let pad = tight.w_pad.map_or(pad, |w_pad| w_pad * font);
            let gap = inner.fold(f64::NEG_INFINITY, f64::max) + pad / width;
            let cell = (1.0 - right - left - gap * (columns - 1.0)) / columns;
            params.wspace = (cell >= 0.0).then_some(gap / cell)?;
        }
        if gaps.rows > 1 {
            let inner = (1..gaps.rows).map(|gap| gaps.upwards_at(gap));
            let pad = tight.h_pad.map_or(pad, |h_pad| h_pad * font);
            let gap = inner.fold(f64::NEG_INFINITY, f64::max) + pad / height;
            let cell = (1.0 - top - bottom - gap * (rows - 1.0)) / rows;
            params.hspace = (cell >= 0.0).then_some(gap / cell)?;
        }
        let finite = params.wspace.is_finite() && params.hspace.is_finite();
        finite.then_some(params)
    }
}

impl Gaps {
    fn new(rows: usize, columns: usize) -> Self {
        Self {
            rows,
            columns,
            across: vec![0.0; rows * (columns + 1)],
            upwards: vec![0.0; (rows + 1) * columns],
        }
    }

    /// Adds what stands around plots in some cells.
    fn add(&mut self, cells: &SubplotSpec, frame: Rect, bounds: Rect) {
        let (down, along) = (
            self.rows / cells.grid.nrows,
            self.columns / cells.grid.ncols,
        );
        let rows = cells.rows.start * down..cells.rows.end * down;
        let columns = cells.columns.start * along..cells.columns.end * along;
        let stride = self.columns + 1;
        for row in rows.clone() {
            if let Some(gap) = self.across.get_mut(row * stride + columns.start) {
                *gap += frame.x0 - bounds.x0;
            }
            if let Some(gap) = self.across.get_mut(row * stride + columns.end) {
                *gap += bounds.x1 - frame.x1;
            }
        }
        for column in columns {
            if let Some(gap) = self.upwards.get_mut(rows.start * self.columns + column) {
                *gap += bounds.y1 - frame.y1;
            }
            if let Some(gap) = self.upwards.get_mut(rows.end * self.columns + column) {
                *gap += frame.y0 - bounds.y0;
            }
        }
    }

    /// The most that stands in a gap between columns.
    fn across_at(&self, gap: usize) -> f64 {
        let gaps = self.across.iter().skip(gap).step_by(self.columns + 1);
        gaps.copied().fold(f64::NEG_INFINITY, f64::max)
    }

    /// The most that stands in a gap between rows.
    fn upwards_at(&self, gap: usize) -> f64 {
        let gaps = self
            .upwards
            .iter()
            .skip(gap * self.columns)
            .take(self.columns);
        gaps.copied().fold(f64::NEG_INFINITY, f64::max)
    }
}
