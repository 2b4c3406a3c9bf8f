//! Which share of the page each plot has: the cells of the grid of subplots, less what colorbars
//! take of them.
//!
//! ```text
//!  ┌───────────────┐        ┌──────────┐   ┌┐
//!  │               │        │          │   ││   of the share that the plot had, the bar takes
//!  │     plot      │  ───►  │   plot   │pad││   `fraction`, and the pad goes to no one; the bar is
//!  │               │        │          │   ││   then made narrower by its own aspect
//!  └───────────────┘        └──────────┘   └┘
//! ```
//!
//! Bars take their shares in the order in which they were added. Edges are computed in matplotlib's
//! order of operations.

use agg_core::Rect;

use crate::axes::{Anchor, Axes, Colorbar, Place, Side};
use crate::layout::bars::CONSTRAINED_GAP;

/// How a plot's place is divided between it and its bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Division {
    /// As cells of a grid, if it is in one.
    Cells,
    /// Always by shares, with one gap on all sides: constrained layout starts from there.
    Shares,
}

/// The place of a plot.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Site {
    /// Fractions of the page.
    pub(crate) share: Rect,
    /// Where a plot that became smaller sits in it; `None` leaves that to the plot.
    pub(crate) anchor: Option<Anchor>,
}

/// The places of plots that had these shares of the page before colorbars took theirs; only some
/// bars count.
pub(crate) fn sites(
    plots: &[&Axes],
    shares: &[Rect],
    (counts, division): (impl Fn(&Colorbar) -> bool, Division),
) -> Vec<Site> {
    let whole = |share: &Rect| Site {
        share: *share,
        anchor: None,
    };
    let mut sites: Vec<Site> = shares.iter().map(whole).collect();
    for (number, plot) in plots.iter().enumerate() {
        if let Some(bar) = plot.colorbar.as_deref().filter(|bar| counts(bar)) {
            take(bar, number, plots, (&mut sites, division));
        }
    }
    sites
}

/// Gives a colorbar its place, and its parents what is left of theirs.
fn take(
    bar: &Colorbar,
    number: usize,
    plots: &[&Axes],
    (sites, division): (&mut [Site], Division),
) {
    let is_parent = |(n, axes): &(usize, &&Axes)| *n < number && bar.has_parent(axes.id);
    let numbered = plots.iter().enumerate();
    let parents: Vec<(usize, bool)> = numbered
        .filter(is_parent)
        .map(|(n, axes)| (n, matches!(axes.place, Place::Cells(_))))
        .collect();
    let shares = parents
        .iter()
        .filter_map(|&(n, _)| Some(sites.get(n)?.share));
    let Some(all) = shares.reduce(around) else {
        return;
    };
    // Only what is in a grid is divided as cells of a grid are.
    let alone = matches!(
        (parents.as_slice(), division),
        ([(_, true)], Division::Cells)
    );
    let (bar_share, rest) = if alone {
        grid_split(bar, all)
    } else {
        split(bar, all, division)
    };
    let (anchor, parent_anchor) = anchors(bar.side());
    for (n, _) in parents {
        if let Some(site) = sites.get_mut(n) {
            site.share = if alone {
                rest
            } else {
                moved(site.share, all, rest)
            };
            site.anchor = Some(parent_anchor);
        }
    }
    if let Some(site) = sites.get_mut(number) {
        site.share = bar_share;
        site.anchor = Some(anchor);
    }
}

/// Where a bar sits in its place, and its parents in theirs.
pub(super) fn anchors(side: Side) -> (Anchor, Anchor) {
    match side {
        Side::Left => (Anchor::E, Anchor::W),
        Side::Right => (Anchor::W, Anchor::E),
        Side::Top => (Anchor::S, Anchor::N),
        Side::Bottom => (Anchor::N, Anchor::S),
    }
}

/// The share of a bar and what is left, as cells of a grid.
fn grid_split(bar: &Colorbar, share: Rect) -> (Rect, Rect) {
    let (fraction, shrink, pad) = (bar.fraction, bar.shrink, bar.gap());
    let gap = 2.0 * pad / (1.0 - pad);
    let (left_over, room) = (1.0 - fraction - pad, 1.0 - shrink);
    let side = bar.side();
    let anchor = anchors(side).0.shares();
    let between = |ratios: [f64; 2]| match ratios {
        [a, b] => cells(share.x1 - share.x0, &[a, b], gap),
    };
    let upwards = |ratios: [f64; 2]| cells(share.y1 - share.y0, &ratios, gap);
    let columns = |cells: &[(f64, f64)], from: usize, to: usize| {
        let (first, last) = (cells.get(from).copied(), cells.get(to).copied());
        let (first, last) = (first.unwrap_or_default(), last.unwrap_or_default());
        (share.x0 + first.0, share.x0 + last.1)
    };
    let rows = |cells: &[(f64, f64)], from: usize, to: usize| {
        let (first, last) = (cells.get(from).copied(), cells.get(to).copied());
        let (first, last) = (first.unwrap_or_default(), last.unwrap_or_default());
        (share.y1 - last.1, share.y1 - first.0)
    };
    let rect = |(x0, x1): (f64, f64), (y0, y1): (f64, f64)| Rect { x0, y0, x1, y1 };
    match side {
        Side::Left | Side::Right => {
            let heights = [(1.0 - anchor.1) * room, shrink, anchor.1 * room];
            let high = cells(share.y1 - share.y0, &heights, 0.0);
            let (wide, own, main) = match side {
                Side::Left => (between([fraction, left_over]), 0, 1),
                _ => (between([left_over, fraction]), 1, 0),
            };
            (
                rect(columns(&wide, own, own), rows(&high, 1, 1)),
                rect(columns(&wide, main, main), rows(&high, 0, 2)),
            )
        }
        Side::Top | Side::Bottom => {
            let widths = [anchor.0 * room, shrink, (1.0 - anchor.0) * room];
            let wide = cells(share.x1 - share.x0, &widths, 0.0);
            let (high, own, main) = match side {
                Side::Top => (upwards([fraction, left_over]), 0, 1),
                _ => (upwards([left_over, fraction]), 1, 0),
            };
            (
                rect(columns(&wide, 1, 1), rows(&high, own, own)),
                rect(columns(&wide, 0, 2), rows(&high, main, main)),
            )
        }
    }
}

/// The share of a bar of several plots, and what is left for them.
fn split(bar: &Colorbar, all: Rect, division: Division) -> (Rect, Rect) {
    let pad = match division {
        Division::Cells => bar.gap(),
        Division::Shares => bar.pad.unwrap_or(CONSTRAINED_GAP),
    };
    let fraction = bar.fraction;
    let across = |a: f64, b: f64| {
        let width = all.x1 - all.x0;
        Rect {
            x0: all.x0 + a * width,
            x1: all.x0 + b * width,
            ..all
        }
    };
    let up = |a: f64, b: f64| {
        let height = all.y1 - all.y0;
        Rect {
            y0: all.y0 + a * height,
            y1: all.y0 + b * height,
            ..all
        }
    };
    let near_end = 1.0 - fraction;
    let (place, rest) = match bar.side() {
        Side::Left => (across(0.0, fraction), across(fraction + pad, 1.0)),
        Side::Right => (across(near_end, 1.0), across(0.0, near_end - pad)),
        Side::Bottom => (up(0.0, fraction), up(fraction + pad, 1.0)),
        Side::Top => (up(near_end, 1.0), up(0.0, near_end - pad)),
    };
    let (width, height) = (place.x1 - place.x0, place.y1 - place.y0);
    let anchor = anchors(bar.side()).0.shares();
    let (x1, y1) = match bar.side() {
        Side::Left | Side::Right => (place.x0 + width, place.y0 + bar.shrink * height),
        Side::Top | Side::Bottom => (place.x0 + bar.shrink * width, place.y0 + height),
    };
    let by_x = (place.x0 + anchor.0 * (width - (x1 - place.x0))) - place.x0;
    let by_y = (place.y0 + anchor.1 * (height - (y1 - place.y0))) - place.y0;
    let place = Rect {
        x0: place.x0 + by_x,
        y0: place.y0 + by_y,
        x1: x1 + by_x,
        y1: y1 + by_y,
    };
    (place, rest)
}

/// A rectangle after the map that takes one rectangle to another.
fn moved(rect: Rect, from: Rect, to: Rect) -> Rect {
    let x = (to.x1 - to.x0) / (from.x1 - from.x0);
    let y = (to.y1 - to.y0) / (from.y1 - from.y0);
    let (by_x, by_y) = (to.x0 - from.x0 * x, to.y0 - from.y0 * y);
    Rect {
        x0: x * rect.x0 + by_x,
        y0: y * rect.y0 + by_y,
        x1: x * rect.x1 + by_x,
        y1: y * rect.y1 + by_y,
    }
}

/// The rectangle around two.
fn around(a: Rect, b: Rect) -> Rect {
    Rect {
        x0: a.x0.min(b.x0),
        y0: a.y0.min(b.y0),
        x1: a.x1.max(b.x1),
        y1: a.y1.max(b.y1),
    }
}

/// Where cells with these shares of a total length start and end, with gaps of `gap` times their
/// mean length between them.
fn cells(total: f64, ratios: &[f64], gap: f64) -> Vec<(f64, f64)> {
    let count = ratios.len() as f64;
    let length = total / (count + gap * (count - 1.0));
    let gap = gap * length;
    let norm = length * count / ratios.iter().sum::<f64>();
    let mut end = 0.0;
    let mut cells = Vec::with_capacity(ratios.len());
    for (i, ratio) in ratios.iter().enumerate() {
        let start = end + if i == 0 { 0.0 } else { gap };
        end = start + ratio * norm;
        cells.push((start, end));
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_have_the_lengths_of_their_ratios() {
        assert_eq!(cells(10.0, &[1.0, 3.0], 0.5), [(0.0, 2.0), (4.0, 10.0)]);
        let three = [(0.0, 2.0), (3.0, 5.0), (6.0, 8.0)];
        assert_eq!(cells(8.0, &[1.0, 1.0, 1.0], 0.5), three);
    }
}
