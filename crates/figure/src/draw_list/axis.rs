//! What frames a plot: spines, and axes with their ticks, grid lines and texts.

use std::sync::Arc;

use agg_core::{Affine, Cap, Color, Join, Path, Point, Rect};
use agg_plot::GraphicsContext;

use crate::artist::Marker;
use crate::axes::Side;
use crate::draw_list::build::{Plot, path_gc};
use crate::draw_list::note::Words;
use crate::draw_list::{Item, Outline};
use crate::error::Result;
use crate::layout::{
    AxisLayout, Bar, Ink, Linear, MarkerLook, Page, PlacedLine, PlacedText, StrokeLook, TickLayout,
    TickLook,
};
use crate::ticker::Direction;

impl<'a> Plot<'a, '_> {
    /// A side of the frame, from one end of the view to the other; `None` where it is hidden.
    pub(super) fn spine(&self, side: Side) -> Result<Option<Item<'a>>> {
        let look = self.looks.spine(self.axes, side)?;
        if !look.visible {
            return Ok(None);
        }
        let gc = GraphicsContext {
            line_width: if look.color.a == 0.0 { 0.0 } else { look.width },
            color: look.color,
            cap: Cap::Square,
            join: Join::MiterRevert,
            ..path_gc(self.looks)
        };
        let (x, y) = (&self.layout.x, &self.layout.y);
        let (axis, across, at) = match side {
            Side::Left => (y, y.across.0, 0.0),
            Side::Right => (y, y.across.1, 1.0),
            Side::Bottom => (x, x.across.0, 0.0),
            Side::Top => (x, x.across.1, 1.0),
        };
        let (start, end) = self.axes.spine_ref(side).bounds.unwrap_or(axis.limits);
        let (start, end) = (axis.forward(start), axis.forward(end));
        let (ends, transform) = match side {
            Side::Left | Side::Right => ([(at, start), (at, end)], Linear::plane(across, y.map)),
            Side::Bottom | Side::Top => ([(start, at), (end, at)], Linear::plane(x.map, across)),
        };
        let outline = Outline::Path(Path::polyline(ends));
        Ok(Some(Item::Path {
            gc,
            outline,
            transform,
            face: None,
        }))
    }

    /// An axis: for each tick its grid line, marks and labels; then its label and offset text.
    pub(super) fn draw_axis(&self, items: &mut Vec<Item<'a>>, direction: Direction) -> Result<()> {
        let axis = match direction {
            Direction::X => &self.layout.x,
            Direction::Y => &self.layout.y,
        };
        for tick in &axis.ticks {
            let look = axis.look(tick.which);
            items.extend(
                look.grid
                    .as_ref()
                    .map(|grid| self.grid_line(direction, axis, tick, grid)),
            );
            items.extend(
                self.marks(direction, axis, tick, look)
                    .into_iter()
                    .flatten(),
            );
            let labels = [&tick.labels.0, &tick.labels.1];
            labels
                .into_iter()
                .flatten()
                .for_each(|label| self.draw_text(items, label));
        }
        let label = &self.axes.axis(direction).label;
        if let (Some(boxed), Some(place)) = (label.boxed.as_deref(), &axis.label_box) {
            let words = Words {
                looks: self.looks,
                page: self.page,
            };
            words.draw_box(items, boxed, place, None)?;
        }
        let texts = [&axis.label, &axis.offset];
        texts
            .into_iter()
            .flatten()
            .for_each(|text| self.draw_text(items, text));
        Ok(())
    }

    fn grid_line(
        &self,
        direction: Direction,
        axis: &AxisLayout,
        tick: &TickLayout,
        look: &StrokeLook,
    ) -> Item<'a> {
        let (frame, value) = (&self.layout.frame, axis.forward(tick.value));
        let (ends, transform) = match direction {
            Direction::X => (
                [(value, 0.0), (value, 1.0)],
                Linear::plane(axis.map, frame.y),
            ),
            Direction::Y => (
                [(0.0, value), (1.0, value)],
                Linear::plane(frame.x, axis.map),
            ),
        };
        let gc = GraphicsContext {
            clip_rect: Some(frame.clip()),
            ..self.pen(look)
        };
        Item::Path {
            gc,
            outline: Outline::Path(Path::polyline(ends)),
            transform,
            face: None,
        }
    }

    /// The marks of a tick on the first and on the second side.
    fn marks(
        &self,
        direction: Direction,
        axis: &AxisLayout,
        tick: &TickLayout,
        look: &TickLook,
    ) -> [Option<Item<'a>>; 2] {
        let (first, second) = look.mark_shapes(direction);
        let value = axis.forward(tick.value);
        let mark = |marker: Marker, across: Linear, at: f64| {
            let shape = marker.shape().filter(|_| look.size > 0.0)?;
            let (size, edgewidth) = (look.size, look.width);
            let (face, edge) = (look.color, look.color);
            let (point, transform) = match direction {
                Direction::X => (Point::new(value, at), Linear::plane(axis.map, across)),
                Direction::Y => (Point::new(at, value), Linear::plane(across, axis.map)),
            };
            let look = MarkerLook {
                marker,
                shape,
                alt: None,
                size,
                face,
                edge,
                edgewidth,
            };
            let outline = Outline::Path(Path::polyline([point]));
            Some(self.stamp(
                (&look, &look.shape, look.face),
                GraphicsContext::default(),
                outline,
                transform,
            ))
        };
        let first = look
            .marks
            .has_first()
            .then(|| mark(first, axis.across.0, 0.0));
        let second = look
            .marks
            .has_second()
            .then(|| mark(second, axis.across.1, 1.0));
        [first.flatten(), second.flatten()]
    }

    /// The lines of a text. matplotlib turns y upside down for its text calls, and back up again
    /// below them; the last bit may change on the way.
    pub(super) fn draw_text(&self, items: &mut Vec<Item<'a>>, text: &PlacedText) {
        self.draw_clipped_text(items, text, None);
    }

    /// The same, cut to a rectangle.
    pub(super) fn draw_clipped_text(
        &self,
        items: &mut Vec<Item<'a>>,
        text: &PlacedText,
        clip: Option<Rect>,
    ) {
        text_items(items, text, clip, self.page);
    }
}

/// The lines of a text, cut to a rectangle.
pub(super) fn text_items(
    items: &mut Vec<Item<'_>>,
    text: &PlacedText,
    clip: Option<Rect>,
    page: Page,
) {
    let height = f64::from(page.pixels().1);
    let seen = |line: &&PlacedLine| line.origin.is_finite();
    let (angle, color) = (text.look.angle, text.look.color);
    items.extend(text.lines.iter().filter(seen).map(|line| {
        let (x, y) = (line.origin.x, height - (height - line.origin.y));
        match &line.ink {
            Ink::Glyphs(line, string) => Item::Text {
                line: Arc::clone(line),
                string: Arc::clone(string),
                x,
                y,
                angle,
                color,
                clip,
            },
            Ink::Character(c) => Item::Character {
                character: c.character,
                glyph: c.glyph,
                font: c.font.clone(),
                size: c.size,
                offset: (c.x, c.y),
                x,
                y,
                angle,
                color,
                clip,
            },
            Ink::Bar(bar) => bar_item(*bar, (x, y), angle, color),
        }
    }));
}

/// A bar of mathematics: at least a pixel thick, and cut to nothing.
fn bar_item<'a>(bar: Bar, (x, y): (f64, f64), angle: f64, color: Color) -> Item<'a> {
    let thick = |start: f64, length: f64| {
        if length < 1.0 {
            (start - (1.0 - length) / 2.0, 1.0)
        } else {
            (start, length)
        }
    };
    let (left, width) = thick(bar.x, bar.width);
    let (low, height) = thick(bar.y, bar.height);
    let corners = [
        (left, low),
        (left + width, low),
        (left + width, low + height),
        (left, low + height),
    ];
    let turned = Affine::rotate(angle.to_radians());
    Item::Path {
        gc: GraphicsContext {
            line_width: 0.0,
            ..GraphicsContext::default()
        },
        outline: Outline::Path(Path::polygon(corners)),
        transform: turned.then(Affine::translate(x, y)),
        face: Some(color),
    }
}
