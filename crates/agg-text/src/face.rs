//! A font at one size: its hinting program has run, glyphs can be scaled and advances asked for.

use std::cell::RefCell;
use std::fmt;
use std::sync::Arc;

use harfrust::{FontFuncs, GlyphExtents, ShaperFont};
use skrifa::{HintEngine, HintOptions, ScalerFont};

use crate::font::{Font, GlyphId};
use crate::generations::Generations;
use crate::load::{self, ScaledGlyph};
use crate::outline::ControlBox;
use crate::placement::Grid;
use crate::{Error, FontSize};

/// A hinted glyph and the box around its points.
#[derive(Debug)]
pub(crate) struct Glyph {
    pub(crate) scaled: ScaledGlyph,
    pub(crate) control_box: ControlBox,
}

/// Hinted glyphs by face, glyph number and grid; `None` remembers that the glyph is broken.
pub(crate) type Glyphs = Generations<(u64, u32, Grid), Option<Arc<Glyph>>>;

/// A font, set up to be drawn at one size.
pub(crate) struct Face {
    /// Never used for another face of the same cache.
    pub(crate) serial: u64,
    font: Font,
    ppem_26_6: u32,
    scaler: ScalerFont,
    /// How glyphs are scaled that will not stand on the pixel grid, if differently: as in
    /// FreeType, the automatic hinter then stands back, while a font's own program does not.
    off_grid: Option<ScalerFont>,
    /// Whether glyphs have no programs although the font has one: only advances are fitted.
    unfitted: bool,
}

impl Face {
    /// Runs the font's setup programs for `size`.
    ///
    /// A font whose programs fail is drawn without hinting.
    pub(crate) fn new(serial: u64, font: &Font, size: FontSize) -> Result<Self, Error> {
        let parsed = font.parsed()?;
        let ppem = size.pixels_per_em() as f32;
        let hinted = ScalerFont::hinted(parsed.clone(), ppem, HintOptions::default());
        let at = |ppem| ScalerFont::force_unhinted(parsed.clone(), ppem);
        let has_program = hinted.hint_engine() == Some(HintEngine::TrueType);
        // FreeType rounds the size and the advances of a font that wants whole sizes before it
        // finds that no glyph has a program.
        let unfitted = has_program && !hinted.is_hinted();
        let scaler = match hinted.hinting_error() {
            Some(_) => at(Some(ppem)),
            None if unfitted => at(hinted.hinted_ppem().or(Some(ppem))),
            None => hinted,
        };
        let off_grid = (scaler.hint_engine() == Some(HintEngine::Auto)).then(|| {
            // Not hinted, but scaled to whole pixels per em if the font wants that.
            let program = ScalerFont::hinted(parsed.clone(), ppem, HintOptions::interpreter());
            let ppem = program.hinted_ppem().or(Some(ppem));
            ScalerFont::force_unhinted(parsed.clone(), ppem)
        });
        Ok(Self {
            serial,
            font: font.clone(),
            ppem_26_6: size.ppem_26_6(),
            scaler,
            off_grid,
            unfitted,
        })
    }

    /// The font this face draws.
    pub(crate) fn font(&self) -> &Font {
        &self.font
    }

    /// True when this face draws `font` at `size`.
    pub(crate) fn is(&self, font: &Font, size: FontSize) -> bool {
        self.ppem_26_6 == size.ppem_26_6() && self.font.identity() == font.identity()
    }

    /// Pixels per em after the font's wish for whole sizes; glyphs span up to sixteen of them.
    pub(crate) fn ppem(&self) -> f32 {
        self.scaler.hinted_ppem().unwrap_or(1.0)
    }

    /// Pixels per em in 1/64 px, the scale of kerning and of mark positions.
    ///
    /// It keeps its fraction even in a font that wants whole sizes: only outlines and advances
    /// are hinted, and only they are rounded.
    pub(crate) fn shaping_scale(&self) -> i32 {
        i32::try_from(self.ppem_26_6).unwrap_or(i32::MAX)
    }

    /// The hinted glyph, from `glyphs` or freshly scaled into it.
    pub(crate) fn glyph(
        &self,
        id: GlyphId,
        grid: Grid,
        glyphs: &mut Glyphs,
    ) -> Result<Arc<Glyph>, Error> {
        let broken = Error::Glyph { id: id.0 };
        let (grid, scaler) = match (grid, &self.off_grid) {
            (Grid::Off, Some(scaler)) => (Grid::Off, scaler),
            _ => (Grid::On, &self.scaler),
        };
        let key = (self.serial, id.0, grid);
        if let Some(known) = glyphs.get(&key) {
            return known.ok_or(broken);
        }
        let loaded = load::load(scaler, id).ok().map(|mut scaled| {
            if self.unfitted {
                scaled.advance = scaled.advance.map(|advance| (advance + 32) & !63);
            }
            let control_box = scaled.outline.control_box();
            Arc::new(Glyph {
                scaled,
                control_box,
            })
        });
        let bytes = loaded
            .as_ref()
            .map_or(0, |glyph| glyph.scaled.outline.heap_bytes());
        glyphs.insert(key, loaded.clone(), bytes + size_of::<Glyph>());
        loaded.ok_or(broken)
    }

    /// The advance and the control box of a hinted glyph.
    pub(crate) fn measure(
        &self,
        id: GlyphId,
        glyphs: &mut Glyphs,
    ) -> Result<(i32, ControlBox), Error> {
        let glyph = self.glyph(id, Grid::On, glyphs)?;
        let advance = glyph
            .scaled
            .advance
            .unwrap_or_else(|| self.linear_advance(id));
        Ok((advance, glyph.control_box))
    }

    /// The advance that the font's tables state, in whole pixels, for glyphs without an outline.
    fn linear_advance(&self, id: GlyphId) -> i32 {
        let pixels = self
            .scaler
            .linear_glyph_metrics()
            .h_advance(skrifa::GlyphId::new(id.0));
        (pixels.round() * 64.0) as i32
    }
}

impl fmt::Debug for Face {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Face")
            .field("font", &self.font)
            .field("ppem", &self.ppem())
            .finish_non_exhaustive()
    }
}

/// Answers the shaper's questions about glyphs with their hinted measures.
pub(crate) struct HintedMetrics<'a> {
    pub(crate) face: &'a Face,
    pub(crate) glyphs: RefCell<&'a mut Glyphs>,
}

impl HintedMetrics<'_> {
    fn glyph(&self, id: skrifa::GlyphId) -> Option<Arc<Glyph>> {
        self.face
            .glyph(
                GlyphId(id.to_u32()),
                Grid::On,
                &mut self.glyphs.borrow_mut(),
            )
            .ok()
    }
}

impl FontFuncs for HintedMetrics<'_> {
    fn glyph_h_advance(&self, _: &ShaperFont<'_, '_>, glyph: skrifa::GlyphId) -> i32 {
        let hinted = self.glyph(glyph).and_then(|glyph| glyph.scaled.advance);
        hinted.unwrap_or_else(|| self.face.linear_advance(GlyphId(glyph.to_u32())))
    }

    /// The box of the hinted outline, grown to whole pixels.
    fn glyph_extents(
        &self,
        _: &ShaperFont<'_, '_>,
        glyph: skrifa::GlyphId,
    ) -> Option<GlyphExtents> {
        let b = self.glyph(glyph)?.control_box;
        let (x_min, y_min) = (b.x_min & !63, b.y_min & !63);
        let (x_max, y_max) = ((b.x_max + 63) & !63, (b.y_max + 63) & !63);
        Some(GlyphExtents {
            x_bearing: x_min,
            y_bearing: y_max,
            width: x_max - x_min,
            height: y_min - y_max,
        })
    }
}
