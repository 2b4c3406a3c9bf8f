//! All plots of a figure, placed together: twins and insets with what they belong to, shared axes
//! with each other.

use std::sync::Arc;

use agg_core::Rect;

use crate::artist::Unit;
use crate::axes::{Axes, Colorbar, Place};
use crate::error::{Error, Result};
use crate::figure::{Figure, Super};
use crate::layout::axis;
use crate::layout::family::{Node, all_plots, groups, nodes};
use crate::layout::frame::{DataMap, scaled_limits};
use crate::layout::mark;
use crate::layout::place::{self, Division, Site};
use crate::layout::view::{Cover, Group};
use crate::layout::{
    AxesLayout, ColorbarLayout, Extent, Frame, LegendLayout, Linear, Looks, Page, PlacedNote,
    Turns, Typesetter,
};
use crate::style::SubplotParams;
use crate::ticker::Direction;

/// All plots of a figure, placed, in the order in which they were added.
#[derive(Debug)]
pub(crate) struct Sheet<'a> {
    pub(crate) plots: Vec<Placed<'a>>,
    /// The figure's own legend.
    pub(crate) legend: Option<LegendLayout>,
    /// Texts of the figure itself, by their numbers.
    pub(crate) texts: Vec<(usize, PlacedNote)>,
    /// What of the page is drawn.
    pub(crate) page: Page,
}

/// A plot with its place.
#[derive(Debug)]
pub(crate) struct Placed<'a> {
    pub(crate) axes: &'a Axes,
    pub(crate) layout: AxesLayout,
    /// The plot that it is drawn in, by its number.
    pub(crate) inside: Option<usize>,
    /// Whether there is a background: of twins, only the lowest has one.
    pub(crate) backed: bool,
}

impl<'a> Sheet<'a> {
    pub(crate) fn new(
        figure: &'a Figure,
        page: Page,
        typesetter: &mut Typesetter<'_>,
    ) -> Result<Self> {
        let turns = Turns::new(figure);
        let looks = Looks::new(figure.style()).taking(&turns);
        let plots = all_plots(figure);
        let bars = plots
            .iter()
            .map(|(axes, _)| ColorbarLayout::new(axes, figure, &looks));
        let bars = bars.collect::<Result<Vec<_>>>()?;
        let nodes = nodes(&plots, &bars)?;
        let covers: Vec<Cover> = nodes
            .iter()
            .map(|node| Cover::before(node.axes, u64::MAX))
            .collect();
        let mut plan = Plan {
            figure,
            page,
            looks,
            nodes: &nodes,
            covers: &covers,
            held: None,
            groups: [Direction::X, Direction::Y]
                .map(|direction| groups(&nodes, &covers, direction)),
        };
        let params = figure.subplot.unwrap_or(looks.style.figure.subplot);
        let (mut layouts, shifts) = plan.fitted(&params, typesetter)?;
        let mut texts = plan.words(&shifts, typesetter)?;
        if let Extent::Tight(pad) = page.extent {
            plan.page = plan.trimmed(&layouts, &texts, pad, typesetter)?;
            plan.held = Some(Held::new(&layouts));
            layouts = plan.lay_out(&plan.sites(&params), typesetter)?;
            texts = plan.words(&shifts, typesetter)?;
        }
        let page = plan.page;
        let legend = plan.legend(typesetter)?;
        let placed =
            |((node, (axes, _)), layout): ((&Node<'_>, &(&'a Axes, _)), AxesLayout)| Placed {
                axes,
                layout,
                inside: node
                    .parent
                    .filter(|_| matches!(node.axes.place, Place::Inset(..))),
                backed: plan.is_lowest(node),
            };
        let mut placed: Vec<Placed<'a>> =
            nodes.iter().zip(&plots).zip(layouts).map(placed).collect();
        for (placed, bar) in placed.iter_mut().zip(bars) {
            placed.layout.colorbar = bar;
        }
        let marks: Vec<_> = placed
            .iter()
            .map(|plot| mark::lay_out(&placed, plot, page))
            .collect();
        for (plot, marks) in placed.iter_mut().zip(marks) {
            plot.layout.marks = marks;
        }
        Ok(Self {
            plots: placed,
            legend,
            texts,
            page,
        })
    }
}

/// The upper edge of a frame, or of what sits on it.
fn top(node: &Node<'_>, frame: &Frame) -> f64 {
    let bar = node.bar.map(|(_, layout)| layout.top(frame));
    bar.unwrap_or(frame.edges.y1)
}

/// The places of texts over all plots that moved.
pub(super) type Moved = Vec<(Super, (f64, f64))>;

/// Whether a plot's place on the page is known without those of others.
fn node_has_cell(axes: &Axes) -> bool {
    matches!(axes.place, Place::Cells(_) | Place::Share(_))
}

/// The limits of x and y of each plot.
pub(super) type Views = Vec<[(f64, f64); 2]>;

/// Plots that stay where they are on the page, with the limits that they have.
struct Held {
    shares: Vec<Rect>,
    views: Views,
}

impl Held {
    fn new(layouts: &[AxesLayout]) -> Self {
        let shares = layouts.iter().map(|layout| layout.frame.share);
        let views = layouts
            .iter()
            .map(|layout| [layout.x.limits, layout.y.limits]);
        Self {
            shares: shares.collect(),
            views: views.collect(),
        }
    }
}

/// What is known before anything has a place.
pub(super) struct Plan<'a, 'p> {
    pub(super) figure: &'a Figure,
    pub(super) page: Page,
    pub(super) looks: Looks<'p>,
    pub(super) nodes: &'p [Node<'a>],
    pub(super) covers: &'p [Cover],
    groups: [Vec<Group<'p>>; 2],
    /// What has been worked out before, for a part of the page.
    held: Option<Held>,
}

impl<'p> Plan<'_, 'p> {
    /// The places of the plots on the page, before any of them became smaller; of insets, those of
    /// what they are in.
    pub(super) fn sites(&self, params: &SubplotParams) -> Vec<Site> {
        self.sites_with(params, |_| true)
    }

    /// The same where only some colorbars count.
    fn sites_with(&self, params: &SubplotParams, counts: impl Fn(&Colorbar) -> bool) -> Vec<Site> {
        let mut shares: Vec<Rect> = Vec::with_capacity(self.nodes.len());
        for node in self.nodes {
            let parent = || node.parent.and_then(|parent| shares.get(parent)).copied();
            shares.push(match &node.axes.place {
                Place::Cells(cells) => cells.position(params),
                Place::Share(share) => *share,
                Place::Twin | Place::Inset(..) => parent().unwrap_or_default(),
                Place::Bar => Rect::default(),
            });
        }
        let plots: Vec<&Axes> = self.nodes.iter().map(|node| node.axes).collect();
        let division = match self.figure.constrained_wish() {
            Some(_) => Division::Shares,
            None => Division::Cells,
        };
        place::sites(&plots, &shares, (counts, division))
    }

    /// The shared axis that a plot's is.
    pub(super) fn group(&self, node: &Node<'_>, direction: Direction) -> Option<&Group<'p>> {
        let groups = &self.groups[direction as usize];
        groups.get(node.roots[direction as usize])
    }

    pub(super) fn lay_out(
        &self,
        sites: &[Site],
        typesetter: &mut Typesetter<'_>,
    ) -> Result<Vec<AxesLayout>> {
        let mut views = match &self.held {
            Some(held) => held.views.clone(),
            None => self.views(sites)?,
        };
        let frames = self.frames(sites, &mut views)?;
        let mut layouts = Vec::with_capacity(self.nodes.len());
        for ((node, frame), view) in self.nodes.iter().zip(&frames).zip(&views) {
            let mut axis = |direction| {
                let site = self.axis_site(node, direction, &frames, frame, *view)?;
                axis::lay_out(&site, &self.looks, typesetter)
            };
            let (x, y) = (axis(Direction::X)?, axis(Direction::Y)?);
            layouts.push(AxesLayout {
                frame: *frame,
                x,
                y,
                titles: Vec::new(),
                texts: Vec::new(),
                legend: None,
                colorbar: None,
                contour_labels: Vec::new(),
                marks: Vec::new(),
                top: top(node, frame),
            });
        }
        self.place_labels(&mut layouts, &frames, &views, typesetter)?;
        self.place_titles(&mut layouts, typesetter)?;
        for (i, (node, layout)) in self.nodes.iter().zip(&mut layouts).enumerate() {
            let now = layout.frame;
            let before = |artist| self.frame_before(i, node.axes, artist, now);
            layout.label_contours(node.axes, &self.looks, typesetter, before)?;
            layout.place_contents(node.axes, self.page, &self.looks, typesetter)?;
        }
        Ok(layouts)
    }

    /// The frame that a plot had when it got an artist: without the colorbars that came later, and
    /// before it became smaller for its aspect.
    fn frame_before(&self, number: usize, axes: &Axes, artist: usize, now: Frame) -> Frame {
        let params = self.figure.subplot;
        let params = params.unwrap_or(self.looks.style.figure.subplot);
        let sites = self.sites_with(&params, |bar| bar.seen_of(axes.id) <= artist);
        match sites.get(number).filter(|_| node_has_cell(axes)) {
            Some(site) => Frame::of_share(site.share, self.page),
            None => now,
        }
    }

    /// The limits of all plots; those that share an axis have the same.
    fn views(&self, sites: &[Site]) -> Result<Views> {
        let mut views = vec![[(0.0, 1.0); 2]; self.nodes.len()];
        for (along, groups) in self.groups.iter().enumerate() {
            for (root, group) in groups.iter().enumerate() {
                if !group.members.is_empty() {
                    let share = sites.get(root).map(|site| site.share).unwrap_or_default();
                    let inches = match group.direction {
                        Direction::X => (share.x1 - share.x0) * self.page.width,
                        Direction::Y => (share.y1 - share.y0) * self.page.height,
                    } / self.page.dpi;
                    let view = group.limits(&self.looks, inches * 72.0)?;
                    self.set_view(&mut views, along, root, view);
                }
            }
        }
        for (i, node) in self
            .nodes
            .iter()
            .enumerate()
            .filter(|(_, node)| node.axes.square)
        {
            let Some(&[x, y]) = views.get(i) else {
                continue;
            };
            let edge = f64::max(x.1 - x.0, y.1 - y.0);
            for (along, (start, _)) in [x, y].into_iter().enumerate() {
                self.set_view(&mut views, along, node.roots[along], (start, start + edge));
            }
        }
        Ok(views)
    }

    /// Sets the limits of all that share an axis.
    pub(super) fn set_view(&self, views: &mut Views, along: usize, root: usize, view: (f64, f64)) {
        for (node, views) in self.nodes.iter().zip(views) {
            if node.roots[along] == root {
                views[along] = view;
            }
        }
    }

    /// The frames, and the limits where these give way for an aspect.
    fn frames(&self, sites: &[Site], views: &mut Views) -> Result<Vec<Frame>> {
        let mut frames: Vec<Frame> = Vec::with_capacity(self.nodes.len());
        for (i, (node, site)) in self.nodes.iter().zip(sites).enumerate() {
            self.follow(node, i, views)?;
            let held = self.held.as_ref().and_then(|held| held.shares.get(i));
            let stays = |_: &&Rect| !matches!(node.axes.place, Place::Inset(..));
            if let Some(share) = held.filter(stays) {
                frames.push(Frame::of_share(*share, self.page));
                continue;
            }
            let parent = node.parent.and_then(|number| {
                Some((
                    self.nodes.get(number)?,
                    frames.get(number)?,
                    views.get(number)?,
                ))
            });
            let share = match (&node.axes.place, parent) {
                (Place::Inset(bounds, unit), Some((parent, frame, view))) => {
                    self.inset(*bounds, *unit, parent, frame, *view)
                }
                _ => site.share,
            };
            let share = match node.bar {
                Some((bar, layout)) => layout.share(bar, site, self.page)?,
                None => share,
            };
            let anchor = site.anchor.unwrap_or(node.axes.anchor);
            let share = self.with_aspect(node, i, (share, anchor), views)?;
            frames.push(Frame::of_share(share, self.page));
        }
        Ok(frames)
    }

    /// Gives the second axis of a plot the limits of the plot, in its own units.
    fn follow(&self, node: &Node<'_>, number: usize, views: &mut Views) -> Result<()> {
        let (Some(secondary), Some(parent)) = (&node.axes.secondary, node.parent) else {
            return Ok(());
        };
        let direction = secondary.direction;
        let linear = |node: &Node<'_>| {
            let group = self.group(node, direction);
            group.is_none_or(|group| group.known_scale().is_linear())
        };
        let own = node.axes.axis(direction).scale.as_ref();
        let is_usual = own.is_some_and(|own| Arc::ptr_eq(own, &secondary.scale));
        if is_usual && !self.nodes.get(parent).is_none_or(linear) {
            return Err(Error::Secondary);
        }
        let Some(&view) = views.get(parent) else {
            return Ok(());
        };
        let (start, end) = view[direction as usize];
        let ends = ((secondary.forward)(start), (secondary.forward)(end));
        if !(ends.0.is_finite() && ends.1.is_finite()) {
            return Err(Error::Limits {
                low: ends.0,
                high: ends.1,
            });
        }
        let turned = (start < end) != (ends.0 < ends.1);
        if let Some(views) = views.get_mut(number) {
            views[direction as usize] = if turned { (ends.1, ends.0) } else { ends };
        }
        Ok(())
    }

    /// The share of the page that an inset's bounds in its parent are.
    fn inset(
        &self,
        bounds: Rect,
        unit: Unit,
        parent: &Node<'_>,
        frame: &Frame,
        view: [(f64, f64); 2],
    ) -> Rect {
        let map = |direction: Direction, page: Linear, v: f64| {
            let along = frame.along(direction);
            let (map, v) = match unit {
                Unit::Data => {
                    let data = self.data_map(parent, direction, along, view);
                    (data.map, data.scale.forward(v))
                }
                Unit::Axes => (along, v),
                Unit::Figure => return v,
                Unit::Pixels => return 1.0 / page.factor * (v - page.shift),
            };
            let inverse = 1.0 / page.factor;
            (inverse * map.factor) * v + inverse * (map.shift - page.shift)
        };
        let x = |v| map(Direction::X, self.page.across(), v);
        let y = |v| map(Direction::Y, self.page.upwards(), v);
        Rect {
            x0: x(bounds.x0).min(x(bounds.x1)),
            y0: y(bounds.y0).min(y(bounds.y1)),
            x1: x(bounds.x0).max(x(bounds.x1)),
            y1: y(bounds.y0).max(y(bounds.y1)),
        }
    }

    /// The map of the data along an axis to pixels, in a frame.
    pub(super) fn data_map(
        &self,
        node: &Node<'_>,
        direction: Direction,
        along: Linear,
        view: [(f64, f64); 2],
    ) -> DataMap<'p> {
        let scale = self
            .group(node, direction)
            .map_or(&crate::limits::LinearScale as _, Group::known_scale);
        DataMap {
            scale,
            map: along.after_limits(scaled_limits(scale, view[direction as usize])),
        }
    }

    /// Whether another plot lies over this one for good.
    pub(super) fn is_twin(&self, node: &Node<'_>) -> bool {
        !node.axes.twins.is_empty() || node.axes.place == Place::Twin
    }

    /// The plot that this one is a twin of, or itself.
    pub(super) fn first_twin<'n>(&'n self, node: &'n Node<'p>) -> &'n Node<'p> {
        let mut at = node;
        while at.axes.place == Place::Twin
            && let Some(parent) = at.parent.and_then(|parent| self.nodes.get(parent))
        {
            at = parent;
        }
        at
    }

    /// The numbers of the twins of a plot, its own too.
    pub(super) fn twins(&self, node: &Node<'p>) -> Vec<usize> {
        let first = self.first_twin(node).axes.id;
        let nodes = self.nodes.iter().enumerate();
        nodes
            .filter(|(_, other)| self.first_twin(other).axes.id == first)
            .map(|(i, _)| i)
            .collect()
    }

    /// Whether a plot is the lowest of its twins.
    fn is_lowest(&self, node: &Node<'p>) -> bool {
        if !self.is_twin(node) {
            return true;
        }
        let twins = self.twins(node);
        let twins = twins.iter().filter_map(|i| self.nodes.get(*i));
        let lowest = twins.min_by(|a, b| a.axes.zorder.total_cmp(&b.axes.zorder));
        lowest.is_some_and(|lowest| lowest.axes.id == node.axes.id)
    }

    /// What the layout of an axis has to know.
    pub(super) fn axis_site<'s>(
        &'s self,
        node: &Node<'s>,
        direction: Direction,
        frames: &'s [Frame],
        frame: &'s Frame,
        views: [(f64, f64); 2],
    ) -> Result<axis::Site<'s>> {
        let group = self.group(node, direction).ok_or(Error::Handle)?;
        let root = node.roots[direction as usize];
        let across = match direction {
            Direction::X => Direction::Y,
            Direction::Y => Direction::X,
        };
        Ok(axis::Site {
            axes: node.axes,
            direction,
            view: views[direction as usize],
            group,
            root: frames.get(root).unwrap_or(frame),
            frame,
            top: top(node, frame),
            across: self.data_map(node, across, frame.along(across), views),
            page: self.page,
        })
    }
}
