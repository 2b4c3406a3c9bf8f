//! Lines of text broken where they would leave the page.

use agg_core::Point;

use crate::artist::{Artist, HAlign, RotationMode, Text};
use crate::error::Result;
use crate::layout::text::TextLook;
use crate::layout::{Page, PlacedText, Typesetter};

impl Typesetter<'_> {
    /// A text, hung on an anchor, its lines broken if it asks for that.
    pub(super) fn set_text(
        &mut self,
        text: &Artist<Text>,
        look: TextLook,
        anchor: Point,
        page: Page,
    ) -> Result<PlacedText> {
        if !text.wrapped {
            return self.set(&text.string, look, anchor);
        }
        let (string, look) = self.wrapped(text, look, anchor, page)?;
        self.set(&string, look, anchor)
    }

    /// The lines of a text, and its look, which is aligned before it is turned.
    pub(super) fn wrapped(
        &mut self,
        text: &Artist<Text>,
        look: TextLook,
        anchor: Point,
        page: Page,
    ) -> Result<(String, TextLook)> {
        if !text.wrapped {
            return Ok((text.string.clone(), look));
        }
        let look = TextLook {
            rotation_mode: RotationMode::Anchor,
            ..look
        };
        let room = room(&look, anchor, page);
        let mut lines: Vec<String> = Vec::new();
        for line in text.string.split('\n') {
            let mut words: &[&str] = &line.split(' ').collect::<Vec<_>>();
            while !words.is_empty() {
                let count = self.fitting(words, room, &look)?;
                let (line, rest) = words.split_at(count);
                lines.push(line.join(" "));
                words = rest;
            }
        }
        Ok((lines.join("\n"), look))
    }

    /// How many words fit into one line; one at least.
    fn fitting(&mut self, words: &[&str], room: f64, look: &TextLook) -> Result<usize> {
        for count in 2..=words.len() {
            let line = words.get(..count).unwrap_or_default().join(" ");
            if self.width_of(&line, look)? > room {
                return Ok(count - 1);
            }
        }
        Ok(words.len())
    }
}

/// How long lines may be.
fn room(look: &TextLook, at: Point, page: Page) -> f64 {
    let forwards = distance(look.angle, at, page);
    let backwards = distance((180.0 + look.angle) % 360.0, at, page);
    match look.halign {
        HAlign::Left => forwards,
        HAlign::Right => backwards,
        HAlign::Center => 2.0 * forwards.min(backwards),
    }
}

/// From a point to the edge of the page, in a direction in degrees.
fn distance(angle: f64, at: Point, page: Page) -> f64 {
    let (left, right) = (at.x, page.width - at.x);
    let (below, above) = (at.y, page.height - at.y);
    let (quarter, first, second) = if angle > 270.0 {
        (angle - 270.0, below, right)
    } else if angle > 180.0 {
        (angle - 180.0, left, below)
    } else if angle > 90.0 {
        (angle - 90.0, above, left)
    } else {
        (angle, right, above)
    };
    let along = |distance: f64, degrees: f64| distance / libm::cos(degrees.to_radians());
    along(first, quarter).min(along(second, 90.0 - quarter))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Figure;

    #[test]
    fn the_edge_of_the_page_is_found_in_every_direction() {
        let page = Page::new(&Figure::new((2.0, 1.0), 100.0)).unwrap();
        let at = Point::new(50.0, 30.0);
        let far = |angle: f64| distance(angle, at, page);
        let is = |angle: f64, edge: f64, lean: f64| {
            let expected = edge / libm::cos(lean.to_radians());
            assert!(
                (far(angle) - expected).abs() < 1e-9,
                "{angle}: {} is not {expected}",
                far(angle)
            );
        };
        is(0.0, 150.0, 0.0); // right
        is(20.0, 150.0, 20.0);
        is(60.0, 70.0, 30.0); // above
        is(90.0, 70.0, 0.0);
        is(100.0, 70.0, 10.0);
        is(160.0, 50.0, 20.0); // left
        is(180.0, 50.0, 0.0);
        is(200.0, 50.0, 20.0);
        is(250.0, 30.0, 20.0); // below
        is(270.0, 30.0, 0.0);
        is(300.0, 30.0, 30.0);
        is(355.0, 150.0, 5.0); // right again
    }
}
