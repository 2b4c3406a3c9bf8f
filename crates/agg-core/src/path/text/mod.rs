//! Text as strokes: a font of single lines, for labels that a pen draws.
//!
//! The shapes are those of AGG's GSV font, which go back to a plotter font; `strokes.txt` was
//! written by `tools/oracle/agg/stroke-font`. Its characters are printable ASCII and the Russian
//! letters.
//!
//! Anti-Grain Geometry, copyright © 2002–2005 Maxim Shemanarev (`McSeem`). Permission to copy, use,
//! modify, sell and distribute it is granted provided this notice appears in all copies. It is
//! provided "as is" without express or implied warranty, and with no claim as to its suitability
//! for any purpose.

use crate::geometry::Point;
use crate::path::Path;
use std::str::SplitAsciiWhitespace;

/// The height of the unit square, then for each character a line: itself, and moves (`m`) and
/// lines (`l`) by whole units, y upwards. Where the last one ends the next character starts.
const STROKES: &str = include_str!("strokes.txt");

/// A font of single strokes.
///
/// ```
/// use agg_core::{PathIterator, StrokeFont};
///
/// let label = StrokeFont::new(21.0).path("HELLO", (100.0, 50.0));
/// let bounds = label.elements().bounding_box().unwrap();
/// assert_eq!((bounds.y0, bounds.y1), (29.0, 50.0), "on the baseline, y down");
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StrokeFont {
    height: f64,
    width: f64,
    spacing: f64,
    line_spacing: f64,
}

impl StrokeFont {
    /// The font with capitals of a height, upright where y points down; upright where y points up
    /// for a negative height.
    #[must_use]
    pub fn new(height: f64) -> Self {
        Self {
            height,
            width: height.abs(),
            spacing: 0.0,
            line_spacing: 0.0,
        }
    }

    /// Narrower or wider: as wide as a font of the given height has it.
    #[must_use]
    pub fn with_width(mut self, width: f64) -> Self {
        self.width = width;
        self
    }

    /// With so much more room after each character.
    #[must_use]
    pub fn with_spacing(mut self, spacing: f64) -> Self {
        self.spacing = spacing;
        self
    }

    /// With so much more room than the height from line to line.
    #[must_use]
    pub fn with_line_spacing(mut self, spacing: f64) -> Self {
        self.line_spacing = spacing;
        self
    }

    /// The text as open polylines, from a point on its first baseline. A line feed starts a new
    /// line; a character that the font lacks takes no room.
    #[must_use]
    pub fn path(&self, text: &str, start: impl Into<Point>) -> Path {
        let start = start.into();
        let mut path = Path::new();
        let mut pen = start;
        for character in text.chars() {
            if character == '\n' {
                let down = self.height.abs() + self.line_spacing;
                pen = Point::new(start.x, pen.y + down.copysign(self.height));
            } else if let Some(strokes) = strokes(character) {
                pen = self.draw(strokes, pen, &mut path);
                pen.x += self.spacing;
            }
        }
        path
    }

    /// Draws a character and gives back where the next one starts.
    fn draw(&self, strokes: SplitAsciiWhitespace<'_>, start: Point, path: &mut Path) -> Point {
        let unit = units();
        let (x, y) = (self.width / unit, -self.height / unit);
        let mut at = start;
        let mut down = false;
        for (draws, dx, dy) in strokes.filter_map(stroke) {
            let from = at;
            at = Point::new(at.x + dx * x, at.y + dy * y);
            if draws && !down {
                path.move_to(from);
            }
            if draws {
                path.line_to(at);
            }
            down = draws;
        }
        at
    }
}

/// How many units high capitals are.
fn units() -> f64 {
    let first = STROKES.lines().next();
    first.and_then(|line| line.parse().ok()).unwrap_or(1.0)
}

fn strokes(character: char) -> Option<SplitAsciiWhitespace<'static>> {
    let of_line = |line: &'static str| line.strip_prefix(character)?.strip_prefix(' ');
    let line = STROKES.lines().skip(1).find_map(of_line)?;
    Some(line.split_ascii_whitespace())
}

/// A word like `l-3,14`: whether it draws, and how far it goes.
fn stroke(word: &str) -> Option<(bool, f64, f64)> {
    let (draws, numbers) = match word.split_at_checked(1)? {
        ("l", numbers) => (true, numbers),
        ("m", numbers) => (false, numbers),
        _ => return None,
    };
    let (dx, dy) = numbers.split_once(',')?;
    Some((draws, dx.parse().ok()?, dy.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::path::PathIterator;

    #[test]
    fn every_printable_character_has_strokes_and_room() {
        let font = StrokeFont::new(21.0);
        for character in ('!'..='~').chain('А'..='я') {
            let words: Vec<_> = strokes(character).unwrap().collect();
            assert!(words.iter().all(|w| stroke(w).is_some()), "{character}");
            // The font has room for a capital hard sign, but no strokes.
            let empty = font.path(&character.to_string(), (0.0, 0.0)).is_empty();
            assert_eq!(empty, character == 'Ъ', "{character}");
        }
        assert!(font.path(" ", (0.0, 0.0)).is_empty());
    }

    #[test]
    fn lines_go_down_and_characters_right() {
        let font = StrokeFont::new(10.0)
            .with_spacing(1.0)
            .with_line_spacing(5.0);
        let lower = font.path("i\nl", (3.0, 50.0));
        let bounds = lower.elements().bounding_box().unwrap();
        assert!((bounds.y1 - 65.0).abs() < 1e-9);
        let up = StrokeFont::new(-10.0).path("l", (3.0, 50.0));
        assert!((up.elements().bounding_box().unwrap().y1 - 60.0).abs() < 1e-9);
        let twice = font
            .path("ll", (0.0, 0.0))
            .elements()
            .bounding_box()
            .unwrap();
        let once = font
            .path("l", (0.0, 0.0))
            .elements()
            .bounding_box()
            .unwrap();
        assert!((twice.x1 - once.x1 - (8.0 * 10.0 / 21.0 + 1.0)).abs() < 1e-9);
    }

    #[test]
    fn unknown_characters_take_no_room() {
        let font = StrokeFont::new(10.0);
        assert_eq!(font.path("a☂b", (0.0, 0.0)), font.path("ab", (0.0, 0.0)));
    }
}
