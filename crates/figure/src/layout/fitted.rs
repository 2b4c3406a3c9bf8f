//! Plots and the figure's own texts, moved to have room where that was asked for.

use agg_core::{Point, Rect};

use crate::artist::Unit;
use crate::axes::Place;
use crate::error::Result;
use crate::figure::{FigureText, Super};
use crate::grid::SubplotSpec;
use crate::layout::bounds::{self, Purpose, around};
use crate::layout::family::Node;
use crate::layout::sheet::{Moved, Plan};
use crate::layout::{
    AxesLayout, LegendLayout, Linear, Page, Parent, PlacedNote, PlacedText, Typesetter,
};
use crate::style::SubplotParams;

impl<'p> Plan<'_, 'p> {
    /// All plots, moved to have room if that was asked for; and the places of the figure's texts
    /// that moved.
    pub(super) fn fitted(
        &self,
        params: &SubplotParams,
        typesetter: &mut Typesetter<'_>,
    ) -> Result<(Vec<AxesLayout>, Moved)> {
        if let Some(tight) = &self.figure.tight_wish() {
            let params = self.tight(tight, params, typesetter)?;
            let layouts = self.lay_out(&self.sites(&params), typesetter)?;
            return Ok((layouts, Moved::new()));
        }
        let mut sites = self.sites(params);
        let mut moved = Moved::new();
        if let Some(constrained) = &self.figure.constrained_wish() {
            (sites, moved) = self.constrained(constrained, sites, typesetter)?;
        }
        Ok((self.lay_out(&sites, typesetter)?, moved))
    }

    /// The part of the page that holds all that is seen, with so many inches around it; the whole
    /// page where nothing is.
    pub(super) fn trimmed(
        &self,
        layouts: &[AxesLayout],
        texts: &[(usize, PlacedNote)],
        pad: f64,
        typesetter: &mut Typesetter<'_>,
    ) -> Result<Page> {
        let mut boxes: Vec<Rect> = texts.iter().map(|(_, text)| text.text.bounds).collect();
        boxes.extend(self.legend(typesetter)?.map(|legend| legend.bounds));
        for (number, node) in self.nodes.iter().enumerate() {
            if !matches!(node.axes.place, Place::Inset(..)) {
                boxes.extend(self.tight_box(number, layouts, Purpose::All)?);
            }
        }
        let whole = Rect::new(0.0, 0.0, self.page.width, self.page.height);
        let all = around(boxes.into_iter().filter(bounds::is_seen)).unwrap_or(whole);
        self.page.cropped(all, pad)
    }

    /// The texts of the figure that are seen, by their numbers.
    pub(super) fn words(
        &self,
        moved: &Moved,
        typesetter: &mut Typesetter<'_>,
    ) -> Result<Vec<(usize, PlacedNote)>> {
        let texts = self.figure.texts.iter().enumerate();
        let texts = texts.filter(|(_, text)| is_seen(text));
        let texts = texts.map(|(number, text)| {
            let placed = self.word(text, moved, typesetter)?;
            Ok((number, PlacedNote::new(&text.text, placed, self.page)?))
        });
        texts.collect()
    }

    /// The figure's own legend, if it has one.
    pub(super) fn legend(&self, typesetter: &mut Typesetter<'_>) -> Result<Option<LegendLayout>> {
        let Some(legend) = &self.figure.legend else {
            return Ok(None);
        };
        let parent = Parent {
            plots: self.nodes.iter().map(|node| node.axes).collect(),
            edges: Rect::new(0.0, 0.0, self.page.width, self.page.height),
            layout: None,
        };
        LegendLayout::new(legend, &parent, self.page, &self.looks, typesetter).map(Some)
    }

    /// The text over all plots, placed.
    pub(super) fn super_text(
        &self,
        role: Super,
        moved: &Moved,
        typesetter: &mut Typesetter<'_>,
    ) -> Result<Option<PlacedText>> {
        let mut texts = self.figure.texts.iter().filter(|text| is_seen(text));
        let found = texts.find(|text| text.role == Some(role));
        found
            .map(|text| self.word(text, moved, typesetter))
            .transpose()
    }

    fn word(
        &self,
        FigureText { role, text }: &FigureText,
        moved: &Moved,
        typesetter: &mut Typesetter<'_>,
    ) -> Result<PlacedText> {
        let shift = moved.iter().find(|(other, _)| Some(*other) == *role);
        let (x, y) = shift.map_or(text.at, |(_, at)| *at);
        let place = |unit, v: f64, page: Linear| match unit {
            Unit::Pixels => v,
            _ => page.apply(v),
        };
        let coords = text.common.coords;
        let anchor = Point::new(
            place(coords.x, x, self.page.across()),
            place(coords.y, y, self.page.upwards()),
        );
        let look = match role {
            None => self.looks.loose_text(text)?,
            Some(role) => self.looks.super_text(text, *role)?,
        };
        typesetter.set_text(text, look, anchor, self.page)
    }

    /// The box around a plot and all that stands around it; `None` for one that is hidden.
    pub(super) fn tight_box(
        &self,
        number: usize,
        layouts: &[AxesLayout],
        purpose: Purpose,
    ) -> Result<Option<Rect>> {
        let (Some(node), Some(layout)) = (self.nodes.get(number), layouts.get(number)) else {
            return Ok(None);
        };
        if node.axes.hidden {
            return Ok(None);
        }
        let mut boxes = vec![layout.tight(node.axes, purpose, &self.looks, self.page)?];
        boxes.extend(node.bar.map(|(_, bar)| bar.bounds(&layout.frame)));
        for (i, inner) in self.nodes.iter().enumerate() {
            if inner.parent == Some(number) && matches!(inner.axes.place, Place::Inset(..)) {
                boxes.extend(self.tight_box(i, layouts, Purpose::All)?);
            }
        }
        Ok(around(boxes))
    }

    /// The cells that a plot is in: its own, those of the plot that it is a twin of.
    pub(super) fn cells<'n>(&'n self, node: &'n Node<'p>) -> Option<&'n SubplotSpec> {
        match &self.first_twin(node).axes.place {
            Place::Cells(cells) => Some(cells),
            _ => None,
        }
    }
}

fn is_seen(FigureText { text, .. }: &FigureText) -> bool {
    !text.common.hidden && !text.string.is_empty()
}
