//! Text set in type: lines of glyphs, stacked, aligned, turned, and hung on an anchor.
//!
//! ```text
//!   ┌──────────────┐ ─┬─ ymax = 0
//!   │ first line   │  │ ascent of the line, or of the font if that is more
//!   ├──────────────┤ ─┴─ baseline ─┬─
//!   │              │               │ descent, likewise
//!   │ last line    │               ┴ …
//!   └──────────────┘ ymin
//!   0             width = the widest line's advance
//! ```
//!
//! The box is turned, and then moved so that the point named by the two alignments lies on the
//! anchor.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

use agg_core::{Color, Point, Rect};
use agg_text::{FontSize, GlyphCache, Line};

use crate::artist::{HAlign, RotationMode, VAlign};
use crate::error::Result;
use crate::layout::math::{self, Faces};
use crate::style::Style;
use crate::typeface::{self, Face};

/// How a string is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct TextLook {
    pub(crate) face: Face,
    /// Points.
    pub(crate) size: f64,
    pub(crate) color: Color,
    /// Degrees, counter-clockwise.
    pub(crate) angle: f64,
    pub(crate) halign: HAlign,
    pub(crate) valign: VAlign,
    pub(crate) rotation_mode: RotationMode,
    /// How shorter lines stand under longer ones; as the text, unless set.
    pub(crate) multialignment: Option<HAlign>,
    /// Baseline distance in font heights; `None` as the font asks.
    pub(crate) linespacing: Option<f64>,
    pub(crate) zorder: f64,
}

/// A string in its place.
#[derive(Clone, Debug)]
pub(crate) struct PlacedText {
    /// The lines that are not empty, from top to bottom.
    pub(crate) lines: Vec<PlacedLine>,
    /// Around the whole, upright. Of no extent, at the anchor, for the empty string.
    pub(crate) bounds: Rect,
    /// The lower left corner of the text as it is read, and its size.
    pub(crate) corner: Point,
    pub(crate) extent: (f64, f64),
    pub(crate) look: TextLook,
}

/// A line of glyphs, or a part of one, in its place.
#[derive(Clone, Debug)]
pub(crate) struct PlacedLine {
    pub(crate) ink: Ink,
    /// Where the baseline of the whole line starts.
    pub(crate) origin: Point,
}

/// What a line is made of.
#[derive(Clone, Debug)]
pub(crate) enum Ink {
    /// Shaped glyphs, and what they say.
    Glyphs(Arc<Line>, Arc<str>),
    /// A character of mathematics.
    Character(Arc<math::Placed>),
    /// A bar of mathematics.
    Bar(math::Bar),
}

impl PlacedText {
    /// The same text moved by some pixels.
    pub(crate) fn moved(mut self, x: f64, y: f64) -> Self {
        for line in &mut self.lines {
            line.origin = Point::new(line.origin.x + x, line.origin.y + y);
        }
        self.corner = Point::new(self.corner.x + x, self.corner.y + y);
        let Rect { x0, y0, x1, y1 } = self.bounds;
        self.bounds = Rect {
            x0: x0 + x,
            y0: y0 + y,
            x1: x1 + x,
            y1: y1 + y,
        };
        self
    }
}

/// Sets strings at one resolution, each distinct string once.
#[derive(Debug)]
pub(crate) struct Typesetter<'c> {
    dpi: f64,
    cache: &'c mut GlyphCache,
    /// The faces of text and mathematics.
    faces: Faces,
    /// Lines of mathematics, by the face, the bits of the size in points, and the string.
    formulas: HashMap<(Face, u64, String), Row>,
    /// By the face, the bits of the size in points, and the string.
    lines: HashMap<(Face, u64, Arc<str>), Arc<Line>>,
}

impl<'c> Typesetter<'c> {
    /// With the faces that the style brings.
    pub(crate) fn new(style: &Style, dpi: f64, cache: &'c mut GlyphCache) -> Self {
        Self {
            faces: Faces::new(typeface::Faces::new(&style.font.added)),
            formulas: HashMap::new(),
            dpi,
            cache,
            lines: HashMap::new(),
        }
    }

    /// The string, hung on the anchor.
    pub(crate) fn set(
        &mut self,
        string: &str,
        look: TextLook,
        anchor: Point,
    ) -> Result<PlacedText> {
        if string.is_empty() {
            let bounds = Rect {
                x0: anchor.x,
                y0: anchor.y,
                x1: anchor.x,
                y1: anchor.y,
            };
            return Ok(PlacedText {
                lines: Vec::new(),
                bounds,
                corner: anchor,
                extent: (0.0, 0.0),
                look,
            });
        }
        let size = FontSize::from_points(look.size.max(1.0), self.dpi)?;
        let stack = self.stack(string, size, &look)?;
        Ok(stack.hung(look).moved(anchor.x, anchor.y))
    }

    /// How wide one line is, in whole pixels.
    pub(super) fn width_of(&mut self, line: &str, look: &TextLook) -> Result<f64> {
        let size = FontSize::from_points(look.size.max(1.0), self.dpi)?;
        Ok(self.line(line, (look.face, size))?.width.ceil())
    }

    /// How high a line of ordinary letters is, from its lowest to its highest point, and how much
    /// of that is below the baseline.
    pub(crate) fn usual_extent(&mut self, look: &TextLook) -> Result<(f64, f64)> {
        let size = FontSize::from_points(look.size.max(1.0), self.dpi)?;
        let line = self.line("lp", (look.face, size))?;
        Ok((line.height, line.descent))
    }

    /// The lines of a string, one below the other.
    fn stack(&mut self, string: &str, size: FontSize, look: &TextLook) -> Result<Stack> {
        let metrics = self.faces.font(look.face)?.line_metrics(size);
        let several = string.contains('\n');
        let gap = if several { metrics.line_gap } else { 0.0 };
        let mut stack = Stack::default();
        let mut y = 0.0;
        for string in string.split('\n') {
            let mut row = self.line(string, (look.face, size))?;
            let own = (row.height - row.descent, row.descent);
            let (ascent, descent) = match look.linespacing {
                None => (
                    own.0.max(metrics.ascent) + gap / 2.0,
                    own.1.max(metrics.descent) + gap / 2.0,
                ),
                Some(spacing) => {
                    let leading = spacing * (metrics.ascent + metrics.descent) - (own.0 + own.1);
                    (own.0 + leading / 2.0, own.1 + leading / 2.0)
                }
            };
            stack.baseline = ascent - y;
            y -= ascent;
            row.y = y;
            stack.rows.push(row);
            y -= descent;
            stack.descent = descent;
        }
        stack.width = stack
            .rows
            .iter()
            .fold(0.0, |widest, row| row.width.max(widest));
        Ok(stack)
    }

    /// One line of text or mathematics.
    fn line(&mut self, string: &str, (face, size): (Face, FontSize)) -> Result<Row> {
        if string.is_empty() {
            return Ok(Row::default());
        }
        if math::is_math(string) {
            let key = (face, size.points().to_bits(), string.to_owned());
            if let Some(known) = self.formulas.get(&key) {
                return Ok(known.clone());
            }
            let formula = math::set(string, &mut self.faces, (face, size))?;
            let characters = formula.characters.into_iter();
            let characters = characters.map(|c| Ink::Character(Arc::new(c)));
            let row = Row {
                pieces: characters
                    .chain(formula.bars.into_iter().map(Ink::Bar))
                    .collect(),
                width: formula.width,
                height: formula.height,
                descent: formula.descent,
                y: 0.0,
            };
            self.formulas.insert(key, row.clone());
            return Ok(row);
        }
        let (glyphs, string) = self.glyphs(string.replace("\\$", "$"), (face, size))?;
        Ok(Row {
            width: glyphs.width(),
            height: glyphs.height(),
            descent: glyphs.descent(),
            pieces: vec![Ink::Glyphs(glyphs, string)],
            y: 0.0,
        })
    }

    /// Shaped glyphs, and what they say.
    fn glyphs(
        &mut self,
        string: String,
        (face, size): (Face, FontSize),
    ) -> Result<(Arc<Line>, Arc<str>)> {
        let string: Arc<str> = string.into();
        let line = match self
            .lines
            .entry((face, size.points().to_bits(), Arc::clone(&string)))
        {
            Entry::Occupied(entry) => Arc::clone(entry.get()),
            Entry::Vacant(entry) => {
                let font = self.faces.font(face)?;
                let line = self.cache.shape(&font, &string, size)?;
                Arc::clone(entry.insert(Arc::new(line)))
            }
        };
        Ok((line, string))
    }
}

/// Lines one below the other, the first one's upper edge at y = 0.
#[derive(Debug, Default)]
struct Stack {
    rows: Vec<Row>,
    width: f64,
    /// From the upper edge down to the last baseline.
    baseline: f64,
    /// Of the last line.
    descent: f64,
}

/// A line, its upper edge at `y`.
#[derive(Clone, Debug, Default)]
struct Row {
    pieces: Vec<Ink>,
    width: f64,
    height: f64,
    descent: f64,
    y: f64,
}

impl Stack {
    /// The lines turned and moved so that the aligned point is the origin.
    fn hung(self, look: TextLook) -> PlacedText {
        let turn = Turn::new(look.angle);
        let bottom = self.rows.last().map_or(0.0, |row| row.y) - self.descent;
        let corners = [
            (0.0, bottom),
            (0.0, 0.0),
            (self.width, 0.0),
            (self.width, bottom),
        ]
        .map(|(x, y)| turn.apply(x, y));
        let around = |pick: fn(&Point) -> f64, best: fn(f64, f64) -> f64| {
            corners.iter().map(pick).reduce(best).unwrap_or_default()
        };
        let (x0, x1) = (around(|p| p.x, f64::min), around(|p| p.x, f64::max));
        let (y0, y1) = (around(|p| p.y, f64::min), around(|p| p.y, f64::max));
        let (width, height) = (x1 - x0, y1 - y0);
        let [first, ..] = corners;
        let at = match look.rotation_mode {
            RotationMode::Default => Point::new(
                across(look.halign, x0, x1),
                match look.valign {
                    VAlign::Bottom => y0,
                    VAlign::Top => y1,
                    VAlign::Center => (y0 + y1) / 2.0,
                    VAlign::Baseline => y0 + self.descent,
                    VAlign::CenterBaseline => y0 + height - self.baseline / 2.0,
                },
            ),
            RotationMode::Anchor => turn.apply(
                across(look.halign, 0.0, self.width),
                match look.valign {
                    VAlign::Bottom => bottom,
                    VAlign::Top => 0.0,
                    VAlign::Center => bottom / 2.0,
                    VAlign::Baseline => 0.0 - self.baseline,
                    VAlign::CenterBaseline => 0.0 - self.baseline / 2.0,
                },
            ),
        };
        let (left, low) = (x0 - at.x, y0 - at.y);
        let bounds = Rect {
            x0: left,
            y0: low,
            x1: left + width,
            y1: low + height,
        };
        let widest = self.width;
        let lines = self.rows.into_iter().flat_map(|row| {
            let indent = match look.multialignment.unwrap_or(look.halign) {
                HAlign::Left => 0.0,
                HAlign::Center => widest / 2.0 - row.width / 2.0,
                HAlign::Right => widest - row.width,
            };
            let start = turn.apply(indent, row.y);
            row.pieces.into_iter().map(move |ink| PlacedLine {
                ink,
                origin: Point::new(start.x - at.x, start.y - at.y),
            })
        });
        let lines = lines.collect();
        PlacedText {
            lines,
            bounds,
            corner: Point::new(first.x - at.x, first.y - at.y),
            extent: (widest, 0.0 - bottom),
            look,
        }
    }
}

fn across(align: HAlign, left: f64, right: f64) -> f64 {
    match align {
        HAlign::Left => left,
        HAlign::Right => right,
        HAlign::Center => (left + right) / 2.0,
    }
}

/// A rotation by degrees, counter-clockwise; by 0 it changes no bit.
#[derive(Clone, Copy)]
struct Turn(Option<(f64, f64)>);

impl Turn {
    fn new(degrees: f64) -> Self {
        Self((degrees != 0.0).then(|| libm::sincos(degrees.to_radians())))
    }

    fn apply(self, x: f64, y: f64) -> Point {
        match self.0 {
            None => Point::new(x, y),
            Some((sin, cos)) => Point::new(cos * x - sin * y, sin * x + cos * y),
        }
    }
}
