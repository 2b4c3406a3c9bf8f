//! Text in a plot: its arrow, the box around it, the words.

use agg_core::{Affine, Cap, Join, Path, Rect};
use agg_plot::GraphicsContext;

use crate::artist::{Artist, Text, TextBox};
use crate::draw_list::axis::text_items;
use crate::draw_list::build::{Plot, path_gc};
use crate::draw_list::{Item, Outline};
use crate::error::Result;
use crate::layout::{Looks, Page, PlacedNote};

impl<'a> Plot<'a, '_> {
    pub(super) fn draw_note(
        &self,
        items: &mut Vec<Item<'a>>,
        text: &Artist<Text>,
        placed: &PlacedNote,
        clip: Option<Rect>,
    ) -> Result<()> {
        Words {
            looks: self.looks,
            page: self.page,
        }
        .draw(items, text, placed, clip)
    }
}

/// What text is drawn by.
pub(super) struct Words<'p> {
    pub(super) looks: Looks<'p>,
    pub(super) page: Page,
}

impl Words<'_> {
    pub(super) fn draw<'a>(
        &self,
        items: &mut Vec<Item<'a>>,
        text: &Artist<Text>,
        placed: &PlacedNote,
        clip: Option<Rect>,
    ) -> Result<()> {
        if let Some(arrow) = text.note.as_deref().and_then(|note| note.arrow.as_ref()) {
            let (face, pen) = self.looks.edged(&arrow.paint, arrow.common.alpha)?;
            let pen = GraphicsContext {
                cap: arrow.paint.cap.unwrap_or(Cap::Round),
                join: arrow.paint.join.unwrap_or(Join::Round),
                ..pen
            };
            for (path, filled) in &placed.arrow {
                let face = face.filter(|_| *filled);
                let path = (path, Affine::IDENTITY);
                items.push(self.outline(path, pen.clone(), face, None));
            }
        }
        if let (Some(place), Some(boxed)) = (&placed.boxed, text.boxed.as_deref()) {
            self.draw_box(items, boxed, place, clip)?;
        }
        text_items(items, &placed.text, clip, self.page);
        Ok(())
    }

    /// The box around a text, from its outline and the map from there to pixels.
    pub(super) fn draw_box<'a>(
        &self,
        items: &mut Vec<Item<'a>>,
        boxed: &Artist<TextBox>,
        (path, place): &(Path, Affine),
        clip: Option<Rect>,
    ) -> Result<()> {
        let (face, pen) = self.looks.edged(&boxed.paint, boxed.common.alpha)?;
        items.push(self.outline((path, *place), pen, face, clip));
        Ok(())
    }

    /// A path and the map from there to pixels.
    fn outline<'a>(
        &self,
        (path, transform): (&Path, Affine),
        pen: GraphicsContext,
        face: Option<agg_core::Color>,
        clip_rect: Option<Rect>,
    ) -> Item<'a> {
        let usual = path_gc(self.looks);
        Item::Path {
            gc: GraphicsContext {
                clip_rect,
                snap: usual.snap,
                sketch: usual.sketch,
                ..pen
            },
            outline: Outline::Path(path.clone()),
            transform,
            face,
        }
    }
}
