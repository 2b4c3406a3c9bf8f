//! From a figure to its items: the page, then each plot, part by part in drawing order.

use agg_core::{Affine, Color, Join};
use agg_plot::{Antialiasing, GraphicsContext, Sketch, Snap};
use agg_text::GlyphCache;

use crate::artist::{AnyArtist, Artist, Common, Patch, Text, unit_square};
use crate::axes::{Axes, Colorbar, Legend, Side};
use crate::color::ColorSpec;
use crate::draw_list::colorbar::BarPart;
use crate::draw_list::note::Words;
use crate::draw_list::{Item, Outline};
use crate::error::Result;
use crate::figure::Figure;
use crate::layout::{
    AxesLayout, ColorbarLayout, Ground, LegendLayout, Linear, Looks, Page, Placed, PlacedNote,
    Sheet, Turns, Typesetter, automatic_colors,
};
use crate::ticker::Direction;

/// Where spines go in the drawing order: above lines, below text.
const SPINES: f64 = 2.5;

/// Everything that a figure draws, in order, and the page that it is drawn on.
pub(super) fn items<'a>(
    figure: &'a Figure,
    page: Page,
    cache: &mut GlyphCache,
) -> Result<(Page, Vec<Item<'a>>)> {
    let turns = Turns::new(figure);
    let looks = Looks::new(figure.style()).taking(&turns);
    let mut typesetter = Typesetter::new(figure.style(), page.dpi, cache);
    let sheet = Sheet::new(figure, page, &mut typesetter)?;
    let page = sheet.page;
    let mut items = Vec::new();
    if looks.style.figure.frameon {
        items.push(paper(figure, page, looks)?);
    }
    let plots = sheet.plots.iter().enumerate();
    let plots = plots.filter(|(_, plot)| plot.inside.is_none());
    let plots = plots.map(|(i, plot)| (plot.axes.zorder, Over::Plot(i)));
    let texts = sheet.texts.iter();
    let texts = texts.filter_map(|(number, placed)| {
        let text = &figure.texts.get(*number)?.text;
        Some((placed.text.look.zorder, Over::Text(text, placed)))
    });
    let legend = figure.legend.as_ref().zip(sheet.legend.as_ref());
    let legend =
        legend.map(|(legend, layout)| (LegendLayout::ZORDER, Over::Legend(legend, layout)));
    let mut parts: Vec<(f64, Over<'_>)> = plots.chain(texts).chain(legend).collect();
    parts.sort_by(|a, b| order(a.0).total_cmp(&order(b.0)));
    for (_, part) in parts {
        match part {
            Over::Plot(number) => draw_plot(&mut items, &sheet, number, page, looks)?,
            Over::Text(text, placed) => {
                Words { looks, page }.draw(&mut items, text, placed, None)?;
            }
            Over::Legend(legend, layout) => {
                let plot = |placed| Plot::of(placed, page, looks);
                let plots: Vec<Plot<'_, '_>> = sheet.plots.iter().map(plot).collect();
                if let Some(first) = plots.first() {
                    first.draw_legend(&mut items, legend, layout, &plots)?;
                }
            }
        }
    }
    Ok((page, items))
}

/// Draws a plot with what is in it, unless it is hidden.
fn draw_plot<'a>(
    items: &mut Vec<Item<'a>>,
    sheet: &Sheet<'a>,
    number: usize,
    page: Page,
    looks: Looks<'_>,
) -> Result<()> {
    match sheet.plots.get(number) {
        Some(placed) if !placed.axes.hidden => {
            Plot::of(placed, page, looks).draw(items, sheet, number)
        }
        _ => Ok(()),
    }
}

/// One thing that a figure draws over its page.
enum Over<'p> {
    /// A plot, by its number.
    Plot(usize),
    Text(&'p Artist<Text>, &'p PlacedNote),
    Legend(&'p Legend, &'p LegendLayout),
}

/// A zorder without the sign of zero, which would set −0 before 0.
fn order(zorder: f64) -> f64 {
    zorder + 0.0
}

/// The page's own rectangle, with hard edges.
fn paper<'a>(figure: &Figure, page: Page, looks: Looks<'_>) -> Result<Item<'a>> {
    let style = &looks.style.figure;
    let gc = GraphicsContext {
        color: looks.color(&style.edgecolor, None)?,
        antialiasing: Antialiasing::Off,
        ..patch(looks)
    };
    let face = looks.color(figure.facecolor.as_ref().unwrap_or(&style.facecolor), None)?;
    let face = match page.ground {
        Ground::Of(color) => color,
        _ => grounded(face, page),
    };
    Ok(rectangle(
        gc,
        Affine::scale_xy(page.part.width, page.part.height),
        face,
    ))
}

/// The colour of what is behind everything, unless that is to be clear.
fn grounded(face: Color, page: Page) -> Color {
    match page.ground {
        Ground::Painted | Ground::Of(_) => face,
        Ground::Clear => Color::TRANSPARENT,
    }
}

/// The pen of a filled rectangle: it draws no line.
fn patch(looks: Looks<'_>) -> GraphicsContext {
    GraphicsContext {
        line_width: 0.0,
        join: Join::MiterRevert,
        ..path_gc(looks)
    }
}

/// What the style asks of all paths: grid fitting, and a shaky hand.
pub(super) fn path_gc(looks: Looks<'_>) -> GraphicsContext {
    GraphicsContext {
        snap: snap(looks),
        sketch: looks.style.path.sketch,
        ..GraphicsContext::default()
    }
}

/// Whether paths are fitted to the pixel grid where it helps.
fn snap(looks: Looks<'_>) -> Snap {
    if looks.style.path.snap {
        Snap::Auto
    } else {
        Snap::Off
    }
}

fn rectangle<'a>(gc: GraphicsContext, transform: Affine, face: Color) -> Item<'a> {
    let face = (face.a != 0.0).then_some(face);
    Item::Path {
        gc,
        outline: Outline::Path(unit_square()),
        transform,
        face,
    }
}

/// A plot, with all that is needed to draw its parts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plot<'a, 'p> {
    pub(super) axes: &'a Axes,
    pub(super) layout: &'p AxesLayout,
    /// Whether there is a background.
    pub(super) backed: bool,
    pub(super) page: Page,
    pub(super) looks: Looks<'p>,
}

impl<'a, 'p> Plot<'a, 'p> {
    fn of(placed: &'p Placed<'a>, page: Page, looks: Looks<'p>) -> Self {
        Self {
            axes: placed.axes,
            layout: &placed.layout,
            backed: placed.backed,
            page,
            looks,
        }
    }
}

/// One thing that a plot draws, by its place in the drawing order.
enum Part<'a, 'p> {
    Artist(usize, &'a AnyArtist, Option<ColorSpec>),
    /// Of a shape.
    Shadow(&'a Artist<Patch>, Option<ColorSpec>),
    Spine(Side),
    Axis(Direction),
    Title(&'a Artist<Text>, &'p PlacedNote),
    /// A plot in this one, by its number.
    Inset(usize),
    Legend(&'a Legend, &'p LegendLayout),
    Bar(BarPart, &'a Colorbar, &'p ColorbarLayout),
}

impl<'a, 'p> Plot<'a, 'p> {
    /// The background, then the parts in drawing order.
    fn draw(&self, items: &mut Vec<Item<'a>>, sheet: &Sheet<'a>, number: usize) -> Result<()> {
        if self.backed && !self.axes.frameless && !self.axes.frame_hidden {
            items.push(self.background()?);
        }
        let insets = sheet.plots.iter().enumerate();
        let insets = insets.filter(|(_, plot)| plot.inside == Some(number));
        let insets = insets.map(|(i, plot)| (plot.axes.zorder, Part::Inset(i)));
        for (_, part) in self.parts(insets) {
            match part {
                Part::Artist(i, artist, color) => {
                    self.draw_artist(items, i, artist, color.as_ref())?;
                }
                Part::Shadow(patch, color) => {
                    items.extend(self.patch_shadow(patch, color.as_ref())?);
                }
                Part::Spine(side) => items.extend(self.spine(side)?),
                Part::Axis(direction) => self.draw_axis(items, direction)?,
                Part::Bar(part, bar, layout) => self.draw_bar_part(items, part, (bar, layout))?,
                Part::Title(title, placed) => self.draw_note(items, title, placed, None)?,
                Part::Inset(i) => draw_plot(items, sheet, i, self.page, self.looks)?,
                Part::Legend(legend, layout) => {
                    self.draw_legend(items, legend, layout, std::slice::from_ref(self))?;
                }
            }
        }
        Ok(())
    }

    /// The parts in drawing order; those of one zorder as artists, spines, axes, titles, plots
    /// within.
    fn parts(&self, insets: impl Iterator<Item = (f64, Part<'a, 'p>)>) -> Vec<(f64, Part<'a, 'p>)> {
        let mut parts = self.artists();
        if let Some((bar, layout)) = self
            .axes
            .colorbar
            .as_deref()
            .zip(self.layout.colorbar.as_ref())
        {
            parts.extend(BarPart::ALL.map(|part| (part.zorder(), Part::Bar(part, bar, layout))));
        }
        if !self.axes.frameless {
            let style = &self.looks.style.axes;
            let below = self.axes.axisbelow.unwrap_or(style.axisbelow).zorder();
            if !self.axes.frame_hidden {
                parts.extend(Side::ALL.map(|side| (SPINES, Part::Spine(side))));
            }
            parts.extend([Direction::X, Direction::Y].map(|axis| (below, Part::Axis(axis))));
        }
        let titles = self.layout.titles.iter();
        parts.extend(titles.filter_map(|(number, placed)| {
            let title = self.axes.titles.get(*number)?;
            Some((placed.text.look.zorder, Part::Title(title, placed)))
        }));
        parts.extend(insets);
        if let (Some(legend), Some(layout)) = (&self.axes.legend, &self.layout.legend) {
            parts.push((LegendLayout::ZORDER, Part::Legend(legend, layout)));
        }
        parts.sort_by(|a, b| order(a.0).total_cmp(&order(b.0)));
        parts
    }

    /// The artists that are seen, with the colours that they take where they have none.
    fn artists(&self) -> Vec<(f64, Part<'a, 'p>)> {
        let mut parts = Vec::with_capacity(self.axes.artists.len());
        let colors = automatic_colors(self.axes, self.looks.style);
        for (i, (artist, color)) in self.axes.artists.iter().zip(colors).enumerate() {
            if let AnyArtist::Patch(patch) = artist
                && patch.shadow.is_some()
            {
                let below = order(artist.zorder()).next_down();
                parts.push((below, Part::Shadow(patch, color.clone())));
            }
            if !artist.common().hidden {
                parts.push((artist.zorder(), Part::Artist(i, artist, color)));
            }
        }
        parts
    }

    /// The one place where kinds of artists part ways.
    fn draw_artist(
        &self,
        items: &mut Vec<Item<'a>>,
        number: usize,
        artist: &'a AnyArtist,
        color: Option<&ColorSpec>,
    ) -> Result<()> {
        match artist {
            AnyArtist::Line(line) => self.draw_line(items, line, color),
            AnyArtist::Patch(patch) => self.draw_patch(items, patch, color),
            AnyArtist::Bars(bars) => self.draw_bars(items, bars, color),
            AnyArtist::Collection(collection) => self.draw_collection(items, collection, color),
            AnyArtist::Mesh(mesh) => self.draw_mesh(items, mesh),
            AnyArtist::Image(image) => self.draw_image(items, image),
            AnyArtist::Contours(contours) => self.draw_contours(items, number, contours),
            AnyArtist::Quiver(quiver) => self.draw_quiver(items, quiver),
            AnyArtist::QuiverKey(key) => {
                self.draw_quiver_key(items, key)?;
                let mut placed = self.layout.texts.iter();
                if let Some((_, text)) = placed.find(|(i, _)| *i == number) {
                    self.draw_clipped_text(items, &text.text, None);
                }
                Ok(())
            }
            AnyArtist::ContourLabels(labels) => {
                let clip = (!labels.common.unclipped).then(|| self.layout.frame.clip());
                let mut placed = self.layout.contour_labels.iter();
                let placed = placed.find(|labels| labels.artist == number);
                for text in placed.into_iter().flat_map(|labels| &labels.texts) {
                    self.draw_clipped_text(items, text, clip);
                }
                Ok(())
            }
            AnyArtist::InsetMark(mark) => {
                let mut placed = self.layout.marks.iter();
                let path = placed.find(|(i, _)| *i == number);
                path.map_or(Ok(()), |(_, path)| self.draw_mark(items, mark, path))
            }
            AnyArtist::Text(text) => {
                let placed = self.layout.texts.iter().find(|(i, _)| *i == number);
                let clip = (!text.common.unclipped).then(|| self.layout.frame.clip());
                match placed {
                    Some((_, note)) => self.draw_note(items, text, note, clip),
                    None => Ok(()),
                }
            }
        }
    }

    /// Whether an artist's paths are fitted to the pixel grid.
    pub(super) fn snap_of(&self, common: &Common) -> Snap {
        match common.snap {
            None => snap(self.looks),
            Some(true) => Snap::On,
            Some(false) => Snap::Off,
        }
    }

    /// How shaky a hand draws an artist's paths.
    pub(super) fn sketch_of(&self, common: &Common) -> Option<Sketch> {
        common.sketch.or(self.looks.style.path.sketch)
    }

    fn background(&self) -> Result<Item<'a>> {
        let style = &self.looks.style.axes.facecolor;
        let face = self
            .looks
            .color(self.axes.facecolor.as_ref().unwrap_or(style), None)?;
        let gc = GraphicsContext {
            color: Color::TRANSPARENT,
            ..patch(self.looks)
        };
        let frame = &self.layout.frame;
        let face = grounded(face, self.page);
        Ok(rectangle(gc, Linear::plane(frame.x, frame.y), face))
    }
}
