//! Where everything goes: from a figure to placed axes, ticks and text. Pure; nothing is drawn.
//!
//! ```text
//!  figure ─► limits ─► frames on the page ─► ticks ─► labels set in type ─► axis labels ─► titles
//!            view.rs   sheet.rs, frame.rs    axis.rs  text.rs               axis.rs        titles.rs
//! ```
//!
//! Each step is taken for all plots of the figure before the next one, because plots share axes,
//! stand in each other's way and are aligned with each other.
//!
//! All coordinates are pixels with y **up** from the bottom of the page. Each number is computed
//! in matplotlib's order of operations, because a tick that sits half a unit in the last place to
//! the left may snap to another pixel.

mod area;
mod arrow;
mod aspect;
mod axis;
mod bars;
mod bezier;
mod bounds;
mod clabel;
mod colorbar;
mod constrained;
mod contours;
mod cycle;
mod family;
mod fitted;
mod frame;
mod label_color;
mod legend;
mod look;
mod mark;
mod math;
mod note;
mod obstacle;
mod outside;
mod paint;
mod place;
mod sheet;
mod text;
mod tight;
mod titles;
mod view;
mod wrap;

pub use area::Area;
pub(crate) use axis::{AxisLayout, TickLayout};
pub(crate) use clabel::LabelsLayout;
pub(crate) use colorbar::ColorbarLayout;
pub(crate) use cycle::{Turns, automatic_colors};
pub(crate) use frame::{Extent, Frame, Ground, Linear, Page};
pub(crate) use legend::{LegendLayout, Parent};
pub(crate) use look::{Looks, MarkerLook, StrokeLook, TickLook, known};
pub(crate) use math::Bar;
pub(crate) use note::PlacedNote;
pub(crate) use paint::{Defaults, PaintLook};
pub(crate) use sheet::{Placed, Sheet};
pub(crate) use text::{Ink, PlacedLine, PlacedText, Typesetter};

use agg_core::{Path, Point};

use crate::artist::{Artist, Coords, HAlign, Kind, LabelPos, QuiverKey, Text, Unit, VAlign};
use crate::axes::Axes;
use crate::error::Result;
use crate::limits::{LinearScale, Scale};

/// A plot, placed.
#[derive(Debug)]
pub(crate) struct AxesLayout {
    pub(crate) frame: Frame,
    pub(crate) x: AxisLayout,
    pub(crate) y: AxisLayout,
    /// By their numbers.
    pub(crate) titles: Vec<(usize, PlacedNote)>,
    /// The texts among the artists, by the artist's number.
    pub(crate) texts: Vec<(usize, PlacedNote)>,
    pub(crate) legend: Option<LegendLayout>,
    pub(crate) colorbar: Option<ColorbarLayout>,
    /// The upper edge of the frame, or of what sits on it.
    pub(crate) top: f64,
    pub(crate) contour_labels: Vec<LabelsLayout>,
    /// The outlines of marks around what insets show, by the artist's number.
    pub(crate) marks: Vec<(usize, Path)>,
}

impl AxesLayout {
    /// Places what is within the frame.
    fn place_contents(
        &mut self,
        axes: &Axes,
        page: Page,
        looks: &Looks<'_>,
        typesetter: &mut Typesetter<'_>,
    ) -> Result<()> {
        self.texts = self.place_texts(axes, page, looks, typesetter)?;
        self.place_keys(axes, page, looks, typesetter)?;
        if let Some(legend) = &axes.legend {
            let parent = Parent {
                plots: vec![axes],
                edges: self.frame.edges,
                layout: Some(self),
            };
            let placed = LegendLayout::new(legend, &parent, page, looks, typesetter)?;
            self.legend = Some(placed);
        }
        Ok(())
    }

    /// Places the labels of contour lines, one set after the other; `before` is the frame as it was
    /// when the plot got an artist.
    fn label_contours(
        &mut self,
        axes: &Axes,
        looks: &Looks<'_>,
        typesetter: &mut Typesetter<'_>,
        before: impl Fn(usize) -> Frame,
    ) -> Result<()> {
        for (number, labels) in clabel::labels_of(axes) {
            let then = before(number);
            let along = |axis: &AxisLayout, frame: Linear| {
                let scale = axis.scale.as_deref().unwrap_or(&LinearScale);
                frame.after_limits(frame::scaled_limits(scale, axis.limits))
            };
            let x = clabel::Along {
                axis: &self.x,
                then: along(&self.x, then.x),
            };
            let y = clabel::Along {
                axis: &self.y,
                then: along(&self.y, then.y),
            };
            let mut labeler = clabel::Labeler {
                axes,
                looks,
                typesetter,
            };
            let placed = labeler.lay_out(number, labels, &self.contour_labels, (x, y))?;
            self.contour_labels.extend(placed);
        }
        Ok(())
    }

    /// Places the labels of the keys to arrows.
    fn place_keys(
        &mut self,
        axes: &Axes,
        page: Page,
        looks: &Looks<'_>,
        typesetter: &mut Typesetter<'_>,
    ) -> Result<()> {
        let artists = axes.artists.iter().enumerate();
        let keys = artists.filter_map(|(i, artist)| Some((i, QuiverKey::find(artist)?)));
        for (number, key) in keys.filter(|(_, key)| !key.common.hidden) {
            let by = key.labelsep * page.dpi;
            let ((x, y), (halign, valign)) = match key.labelpos {
                LabelPos::N => ((0.0, by), (HAlign::Center, VAlign::Bottom)),
                LabelPos::S => ((0.0, -by), (HAlign::Center, VAlign::Top)),
                LabelPos::E => ((by, 0.0), (HAlign::Left, VAlign::Center)),
                LabelPos::W => ((-by, 0.0), (HAlign::Right, VAlign::Center)),
            };
            let at = self.point(key.place, key.at, page);
            let mut text = Artist::of(Text::placed(key.at, key.label.clone()));
            text.kind.color = key.labelcolor.clone();
            text.kind.size = key.fontsize;
            (text.kind.halign, text.kind.valign) = (Some(halign), Some(valign));
            let look = looks.loose_text(&text)?;
            let anchor = Point::new(at.x + x, at.y + y);
            let placed = typesetter.set(&key.label, look, anchor)?;
            self.texts.push((number, placed.into()));
        }
        Ok(())
    }

    fn place_texts(
        &self,
        axes: &Axes,
        page: Page,
        looks: &Looks<'_>,
        typesetter: &mut Typesetter<'_>,
    ) -> Result<Vec<(usize, PlacedNote)>> {
        let texts = axes.artists.iter().enumerate();
        let texts = texts.filter_map(|(i, artist)| Some((i, Text::find(artist)?)));
        let mut placed = Vec::new();
        for (i, text) in texts.filter(|(_, text)| !text.common.hidden) {
            let note = self.place_note(text, page, looks, typesetter)?;
            placed.extend(note.map(|note| (i, note)));
        }
        Ok(placed)
    }

    /// Where a text is hung, in pixels.
    fn anchor(&self, text: &Artist<Text>, page: Page) -> Point {
        let Some(corners) = text.within else {
            let at = self.point(text.common.coords, text.at, page);
            let (dx, dy) = text.offset;
            let points = page.dpi / 72.0;
            return Point::new(dx * points + at.x, dy * points + at.y);
        };
        let [a, b] = corners.map(|corner| self.point(text.common.coords, corner, page));
        let clip = self.frame.clip();
        let (x0, x1) = (a.x.min(b.x).max(clip.x0), a.x.max(b.x).min(clip.x1));
        let (y0, y1) = (a.y.min(b.y).max(clip.y0), a.y.max(b.y).min(clip.y1));
        let (dx, dy) = text.offset;
        let points = page.dpi / 72.0;
        Point::new(
            dx * points + (x0 + 0.5 * (x1 - x0)),
            dy * points + (y0 + 0.5 * (y1 - y0)),
        )
    }

    /// Whether a text's point lies inside the frame, or next to it.
    fn has_inside(&self, text: &Artist<Text>, page: Page) -> bool {
        self.is_inside(self.point(text.common.coords, text.at, page))
    }

    /// Whether a point in pixels lies inside the frame, or next to it: matplotlib draws a contour of a
    /// pixel's width around the frame, of which half lies outside.
    fn is_inside(&self, at: Point) -> bool {
        let clip = self.frame.clip();
        let inside = |v: f64, low: f64, high: f64| low - 0.5 <= v && v <= high + 0.5;
        inside(at.x, clip.x0, clip.x1) && inside(at.y, clip.y0, clip.y1)
    }

    /// A point in pixels.
    pub(crate) fn point(&self, coords: Coords, (x, y): (f64, f64), page: Page) -> Point {
        let along = |unit, v: f64, axis: &AxisLayout, frame: &Linear, page: Linear| match unit {
            Unit::Data => axis.pixel(v),
            Unit::Axes => frame.apply(v),
            Unit::Figure => page.apply(v),
            Unit::Pixels => v,
        };
        Point::new(
            along(coords.x, x, &self.x, &self.frame.x, page.across()),
            along(coords.y, y, &self.y, &self.frame.y, page.upwards()),
        )
    }

    /// The straight-line maps from coordinates (of the data: from distances along the axes) to
    /// pixels.
    pub(crate) fn maps(&self, coords: Coords, page: Page) -> (Linear, Linear) {
        let along = |unit, axis: &AxisLayout, frame: Linear, page: Linear| match unit {
            Unit::Data => axis.map,
            Unit::Axes => frame,
            Unit::Figure => page,
            Unit::Pixels => Linear::IDENTITY,
        };
        (
            along(coords.x, &self.x, self.frame.x, page.across()),
            along(coords.y, &self.y, self.frame.y, page.upwards()),
        )
    }

    /// The scales that coordinates go through before the straight-line maps, where there are any.
    pub(crate) fn bends(&self, coords: Coords) -> Option<Bends<'_>> {
        let x = self.x.bent().filter(|_| coords.x == Unit::Data);
        let y = self.y.bent().filter(|_| coords.y == Unit::Data);
        (x.is_some() || y.is_some()).then_some(Bends { x, y })
    }
}

/// The scales of two axes, where they are not linear.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bends<'a> {
    x: Option<&'a dyn Scale>,
    y: Option<&'a dyn Scale>,
}

impl Bends<'_> {
    /// A point as distances along the axes.
    pub(crate) fn apply(&self, point: Point) -> Point {
        Point::new(
            self.x.map_or(point.x, |scale| scale.forward(point.x)),
            self.y.map_or(point.y, |scale| scale.forward(point.y)),
        )
    }
}
