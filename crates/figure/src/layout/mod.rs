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

mod axis;
mod bounds;
mod colorbar;
mod cycle;
mod frame;
mod legend;
mod look;
mod obstacle;
mod paint;
mod place;
mod sheet;
mod text;
mod titles;
mod view;

pub(crate) use axis::{AxisLayout, TickLayout};
pub(crate) use colorbar::ColorbarLayout;
pub(crate) use cycle::automatic_colors;
pub(crate) use frame::{Frame, Linear, Page};
pub(crate) use legend::LegendLayout;
pub(crate) use look::{Looks, MarkerLook, StrokeLook, TickLook, known};
pub(crate) use paint::{Defaults, PaintLook};
pub(crate) use sheet::{Placed, Sheet};
pub(crate) use text::{PlacedLine, PlacedText, Typesetter};

use agg_core::Point;

use crate::artist::{Coords, Kind, Text, Unit};
use crate::axes::Axes;
use crate::error::Result;
use crate::limits::Scale;

/// A plot, placed.
#[derive(Debug)]
pub(crate) struct AxesLayout {
    pub(crate) frame: Frame,
    pub(crate) x: AxisLayout,
    pub(crate) y: AxisLayout,
    pub(crate) titles: Vec<PlacedText>,
    /// The texts among the artists, by the artist's number.
    pub(crate) texts: Vec<(usize, PlacedText)>,
    pub(crate) legend: Option<LegendLayout>,
    pub(crate) colorbar: Option<ColorbarLayout>,
    /// The upper edge of the frame, or of what sits on it.
    pub(crate) top: f64,
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
        self.legend = LegendLayout::new(axes, self, page, looks, typesetter)?;
        Ok(())
    }

    fn place_texts(
        &self,
        axes: &Axes,
        page: Page,
        looks: &Looks<'_>,
        typesetter: &mut Typesetter<'_>,
    ) -> Result<Vec<(usize, PlacedText)>> {
        let texts = axes.artists.iter().enumerate();
        let texts = texts.filter_map(|(i, artist)| Some((i, Text::find(artist)?)));
        texts
            .filter(|(_, text)| !text.common.hidden && !text.string.is_empty())
            .map(|(i, text)| {
                let anchor = self.point(text.common.coords, text.at, page);
                let look = looks.loose_text(text)?;
                Ok((i, typesetter.set(&text.string, look, anchor)?))
            })
            .collect()
    }

    /// A point in pixels.
    pub(crate) fn point(&self, coords: Coords, (x, y): (f64, f64), page: Page) -> Point {
        let along = |unit, v: f64, axis: &AxisLayout, frame: &Linear, length: f64| match unit {
            Unit::Data => axis.pixel(v),
            Unit::Axes => frame.apply(v),
            Unit::Figure => v * length,
            Unit::Pixels => v,
        };
        Point::new(
            along(coords.x, x, &self.x, &self.frame.x, page.width),
            along(coords.y, y, &self.y, &self.frame.y, page.height),
        )
    }

    /// The straight-line maps from coordinates (of the data: from distances along the axes) to
    /// pixels.
    pub(crate) fn maps(&self, coords: Coords, page: Page) -> (Linear, Linear) {
        let along = |unit, axis: &AxisLayout, frame: Linear, length: f64| match unit {
            Unit::Data => axis.map,
            Unit::Axes => frame,
            Unit::Figure => Linear {
                factor: length,
                shift: 0.0,
            },
            Unit::Pixels => Linear {
                factor: 1.0,
                shift: 0.0,
            },
        };
        (
            along(coords.x, &self.x, self.frame.x, page.width),
            along(coords.y, &self.y, self.frame.y, page.height),
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
