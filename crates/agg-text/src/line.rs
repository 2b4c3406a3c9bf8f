//! One line of text: placed glyphs, and the measures that layout needs.

use crate::face::{Face, Glyphs};
use crate::font::{Font, GlyphId, LineMetrics};
use crate::placement::Grid;
use crate::shape::ShapedGlyph;
use crate::{Error, FontSize};

/// A glyph and its origin, relative to the start of the line on the baseline.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlacedGlyph {
    /// Which glyph of the line's font.
    pub id: GlyphId,
    /// Pixels to the right of the line's start, in steps of 1/64.
    pub x: f64,
    /// Pixels **above** the baseline, in steps of 1/64.
    pub y: f64,
    /// First byte of the text that this glyph stands for, alone or with its neighbours.
    pub cluster: usize,
}

/// A box in pixels relative to the line's start, y **up**.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Extent {
    /// Left edge.
    pub left: f64,
    /// Lower edge; negative when something hangs below the baseline.
    pub bottom: f64,
    /// Right edge.
    pub right: f64,
    /// Upper edge.
    pub top: f64,
}

/// A shaped string: its glyphs from left to right, and how much room it takes.
///
/// Measures are unrotated, in pixels in steps of 1/64, from hinted outlines.
#[derive(Clone, Debug)]
pub struct Line {
    font: Font,
    size: FontSize,
    glyphs: Vec<PlacedGlyph>,
    width: f64,
    extent: Extent,
}

impl Line {
    /// Places shaped glyphs one after the other and measures them.
    pub(crate) fn new(
        face: &Face,
        size: FontSize,
        shaped: &[ShapedGlyph],
        glyphs: &mut Glyphs,
    ) -> Result<Self, Error> {
        let mut pen = 0_i64;
        let mut bounds = Bounds::default();
        let mut placed = Vec::with_capacity(shaped.len());
        for glyph in shaped {
            let (x, y) = (pen + i64::from(glyph.x_offset), i64::from(glyph.y_offset));
            bounds.add(face.glyph(glyph.id, Grid::On, glyphs)?.as_ref(), x, y);
            placed.push(PlacedGlyph {
                id: glyph.id,
                x: px(x),
                y: px(y),
                cluster: glyph.cluster,
            });
            pen += i64::from(glyph.advance);
        }
        let font = face.font().clone();
        Ok(Self {
            font,
            size,
            glyphs: placed,
            width: px(pen),
            extent: bounds.extent(),
        })
    }

    /// The glyphs from left to right (marks may stand out of order).
    #[must_use]
    pub fn glyphs(&self) -> &[PlacedGlyph] {
        &self.glyphs
    }

    /// The font that the glyphs belong to.
    #[must_use]
    pub fn font(&self) -> &Font {
        &self.font
    }

    /// The size the line was shaped at.
    #[must_use]
    pub fn size(&self) -> FontSize {
        self.size
    }

    /// How far the pen moves: the sum of all advances.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.width
    }

    /// From the lowest to the highest point of any glyph's control box.
    #[must_use]
    pub fn height(&self) -> f64 {
        self.extent.top - self.extent.bottom
    }

    /// From the baseline **down** to the lowest point; negative when all ink is above it.
    #[must_use]
    pub fn descent(&self) -> f64 {
        -self.extent.bottom
    }

    /// The box around all glyphs' control boxes; zeros for an empty line.
    #[must_use]
    pub fn control_box(&self) -> Extent {
        self.extent
    }

    /// How far lines of this font and size reach, whatever their text.
    #[must_use]
    pub fn font_metrics(&self) -> LineMetrics {
        self.font.line_metrics(self.size)
    }
}

/// 26.6 to pixels.
fn px(fixed: i64) -> f64 {
    fixed as f64 / 64.0
}

/// The box around control boxes, in 26.6; `None` before the first.
#[derive(Default)]
struct Bounds(Option<[i64; 4]>);

impl Bounds {
    /// Takes a glyph at (`x`, `y`). One without ink counts as a point at the line's start.
    fn add(&mut self, glyph: &crate::face::Glyph, x: i64, y: i64) {
        let b = glyph.control_box;
        let (x, y) = if glyph.scaled.outline.is_empty() {
            (0, 0)
        } else {
            (x, y)
        };
        let new = [
            x + i64::from(b.x_min),
            y + i64::from(b.y_min),
            x + i64::from(b.x_max),
            y + i64::from(b.y_max),
        ];
        let [x0, y0, x1, y1] = self.0.unwrap_or(new);
        self.0 = Some([
            x0.min(new[0]),
            y0.min(new[1]),
            x1.max(new[2]),
            y1.max(new[3]),
        ]);
    }

    fn extent(&self) -> Extent {
        let [left, bottom, right, top] = self.0.unwrap_or_default().map(px);
        Extent {
            left,
            bottom,
            right,
            top,
        }
    }
}
