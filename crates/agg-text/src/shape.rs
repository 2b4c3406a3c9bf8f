//! Runs of characters become glyphs with positions, by HarfBuzz's rules and hinted advances.
//!
//! Positions are 26.6 integers throughout: the shaper works at `pixels per em · 64` units per em,
//! fraction kept, and rounds kerning to whole units; hinted advances are whole pixels.

use std::cell::RefCell;

use harfrust::{Buffer, BufferFlags, ShapeOptions, ShapePlan, ShapePlanKey, ShaperFont};

use crate::Error;
use crate::face::{Face, Glyphs, HintedMetrics};
use crate::font::{Font, GlyphId};
use crate::itemize::{Direction, Run};

/// The longest line that is shaped: 16 MiB of UTF-8.
pub const MAX_TEXT_BYTES: usize = 1 << 24;

/// More plans than scripts in any text; beyond it the list starts afresh.
const MAX_PLANS: usize = 64;

/// A shaped glyph, in 26.6: where it stands, and how far the pen moves.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ShapedGlyph {
    pub(crate) id: GlyphId,
    /// Byte of the text that this glyph (with others, perhaps) stands for.
    pub(crate) cluster: usize,
    pub(crate) advance: i32,
    pub(crate) x_offset: i32,
    pub(crate) y_offset: i32,
}

/// What shaping keeps from run to run.
pub(crate) struct Shaper {
    /// Rules compiled for one font, script and direction. The font is held so that its identity
    /// cannot pass to another one.
    plans: Vec<(Font, ShapePlan)>,
    buffer: Buffer,
}

impl Default for Shaper {
    fn default() -> Self {
        Self {
            plans: Vec::new(),
            buffer: Buffer::new(),
        }
    }
}

impl Shaper {
    /// Appends the glyphs of `run`, in visual order, to `shaped`.
    pub(crate) fn shape(
        &mut self,
        (text, run): (&str, &Run),
        face: &Face,
        glyphs: &mut Glyphs,
        shaped: &mut Vec<ShapedGlyph>,
    ) -> Result<(), Error> {
        self.fill_buffer(text, run);
        let at = self.plan(face.font(), run)?;
        let (_, plan) = self.plans.get(at).ok_or(Error::Shaping)?;
        let metrics = HintedMetrics {
            face,
            glyphs: RefCell::new(glyphs),
        };
        let font = ShaperFont::new(face.font().parsed()?)
            .with_scale(face.shaping_scale())
            .with_font_funcs(Some(&metrics));
        let options = ShapeOptions::new().plan(Some(plan));
        harfrust::shape(&font, &mut self.buffer, options).map_err(|_| Error::Shaping)?;
        if !self.buffer.allocation_successful() {
            return Err(Error::Shaping);
        }
        self.read_buffer(shaped);
        Ok(())
    }

    /// Puts the run's characters, and its neighbours as context, into the buffer.
    fn fill_buffer(&mut self, text: &str, run: &Run) {
        let (before, rest) = text.split_at_checked(run.bytes.start).unwrap_or((text, ""));
        let (inside, behind) = rest.split_at_checked(run.bytes.len()).unwrap_or((rest, ""));
        let buffer = &mut self.buffer;
        buffer.reset();
        buffer.set_flags(BufferFlags::BEGINNING_OF_TEXT | BufferFlags::END_OF_TEXT);
        buffer.set_pre_context(before);
        for (at, c) in inside.char_indices() {
            buffer.push(u32::from(c), (run.bytes.start + at) as u32);
        }
        buffer.set_post_context(behind);
        buffer.set_script(Some(run.script));
        buffer.set_direction(direction(run.direction));
    }

    /// Where the plan for this font, script and direction stands, compiled if it is new.
    fn plan(&mut self, font: &Font, run: &Run) -> Result<usize, Error> {
        let parsed = font.parsed()?;
        let (script, direction) = (Some(run.script), direction(run.direction));
        let key = ShapePlanKey::new(parsed, script, direction);
        let is_it =
            |(of, plan): &(Font, ShapePlan)| of.identity() == font.identity() && key.matches(plan);
        if let Some(at) = self.plans.iter().position(is_it) {
            return Ok(at);
        }
        if self.plans.len() >= MAX_PLANS {
            self.plans.clear();
        }
        self.plans.push((
            font.clone(),
            ShapePlan::new(parsed, direction, script, None, &[]),
        ));
        Ok(self.plans.len() - 1)
    }

    fn read_buffer(&self, shaped: &mut Vec<ShapedGlyph>) {
        let (infos, positions) = (self.buffer.glyph_infos(), self.buffer.glyph_positions());
        shaped.extend(
            infos
                .iter()
                .zip(positions)
                .map(|(info, position)| ShapedGlyph {
                    id: GlyphId(info.glyph_id),
                    cluster: info.cluster as usize,
                    advance: position.x_advance,
                    x_offset: position.x_offset,
                    y_offset: position.y_offset,
                }),
        );
    }
}

fn direction(direction: Direction) -> harfrust::Direction {
    match direction {
        Direction::LeftToRight => harfrust::Direction::LeftToRight,
        Direction::RightToLeft => harfrust::Direction::RightToLeft,
    }
}
