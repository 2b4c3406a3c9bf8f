//! Text as paths: outlines for filling, stroking and clipping with `agg-core`, y **down**.
//!
//! Paths of hinted glyphs have the very points that coverage is made of (in steps of 1/64 px);
//! paths of unhinted glyphs have the font's own shapes, which is what large or transformed text,
//! and vector output, want. Either way the glyphs stand where the line places them.

use agg_core::Path;
use skrifa::{DrawMemory, PathSink, ScalerFont};

use crate::cache::GlyphCache;
use crate::font::{Font, GlyphId};
use crate::line::Line;
use crate::load::load;
use crate::outline::{Command, Outline};
use crate::{Error, FontSize};

/// Whose shape a glyph's path has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Hinting {
    /// The outline as the font's hinting program fits it to the pixel grid at this size.
    #[default]
    Full,
    /// The designer's outline, scaled.
    None,
}

impl Line {
    /// The outlines of all glyphs as one path, with the line's start at the origin and y **down**.
    ///
    /// Fill it by the non-zero rule. Glyphs without ink add nothing; an empty line gives an empty
    /// path. Turn and move it with an `Affine`.
    ///
    /// # Errors
    ///
    /// [`Error::Glyph`] when the font is damaged at one of the glyphs.
    ///
    /// # Examples
    ///
    /// ```
    /// use agg_text::{Font, FontSize, GlyphCache, Hinting};
    ///
    /// let mut cache = GlyphCache::new();
    /// let line = cache.shape(&Font::dejavu_sans(), "I", FontSize::from_points(20.0, 72.0)?)?;
    /// let path = line.path(Hinting::None, &mut cache)?;
    /// let ink = path.control_box().ok_or("no ink")?;
    /// assert_eq!((ink.y0, ink.y1), (-20.0 * 1493.0 / 2048.0, 0.0)); // a capital stands on the baseline
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn path(&self, hinting: Hinting, cache: &mut GlyphCache) -> Result<Path, Error> {
        let mut path = Path::new();
        match hinting {
            Hinting::Full => {
                for glyph in self.glyphs() {
                    let outline = cache.outline((self.font(), self.size()), glyph.id)?;
                    add_stored(&outline.scaled.outline, (glyph.x, -glyph.y), &mut path);
                }
            }
            Hinting::None => {
                let scaler = ScalerFont::force_unhinted(self.font().parsed()?.clone(), None);
                let scale = unit(self.font().units_per_em(), self.size());
                for glyph in self.glyphs() {
                    add_unhinted(&scaler, glyph.id, (scale, glyph.x, -glyph.y), &mut path)?;
                }
            }
        }
        Ok(path)
    }
}

impl Font {
    /// The outline of one glyph without hinting, its origin at (0, 0) and y **down**; empty for a
    /// glyph without ink, or one that the font does not have.
    ///
    /// # Errors
    ///
    /// [`Error::Glyph`] when the font is damaged there.
    ///
    /// ```
    /// use agg_text::{Font, FontSize};
    ///
    /// let font = Font::dejavu_sans();
    /// let glyph = font.glyph_for('I').unwrap_or_default();
    /// let path = font.glyph_path(glyph, FontSize::from_points(20.48, 72.0)?)?;
    /// assert_eq!(path.control_box().map(|ink| ink.y1), Some(0.0));
    /// # Ok::<(), agg_text::Error>(())
    /// ```
    pub fn glyph_path(&self, glyph: GlyphId, size: FontSize) -> Result<Path, Error> {
        let scaler = ScalerFont::force_unhinted(self.parsed()?.clone(), None);
        let scale = unit(self.units_per_em(), size);
        let mut path = Path::new();
        add_unhinted(&scaler, glyph, (scale, 0.0, 0.0), &mut path)?;
        Ok(path)
    }
}

impl Font {
    /// The same with its points in steps of 1/64 px, where FreeType puts them without hinting: for a
    /// picture that must equal one that was drawn by it. Curves are the font's own; y **down**.
    ///
    /// # Errors
    ///
    /// As for [`glyph_path`](Self::glyph_path).
    ///
    /// ```
    /// use agg_text::{Font, FontSize};
    ///
    /// let font = Font::dejavu_sans();
    /// let glyph = font.glyph_for('I').unwrap_or_default();
    /// let path = font.glyph_path_in_64ths(glyph, FontSize::from_points(10.0, 72.0)?)?;
    /// let top = path.control_box().map(|ink| -ink.y0);
    /// assert_eq!(top, Some(467.0 / 64.0)); // 1493 of 2048 units are 466.6
    /// # Ok::<(), agg_text::Error>(())
    /// ```
    pub fn glyph_path_in_64ths(&self, glyph: GlyphId, size: FontSize) -> Result<Path, Error> {
        let ppem = size.pixels_per_em() as f32;
        let scaler = ScalerFont::force_unhinted(self.parsed()?.clone(), Some(ppem));
        let mut path = Path::new();
        add_stored(&load(&scaler, glyph)?.outline, (0.0, 0.0), &mut path);
        Ok(path)
    }
}

/// Pixels per font unit at the size that glyphs are scaled by.
fn unit(units_per_em: u16, size: FontSize) -> f64 {
    size.pixels_per_em() / f64::from(units_per_em.max(1))
}

fn add_stored(outline: &Outline, (x, y): (f64, f64), path: &mut Path) {
    let at = |p: (i32, i32)| (x + f64::from(p.0) / 64.0, y - f64::from(p.1) / 64.0);
    let mut is_open = false;
    outline.decompose(|command| match command {
        Command::Move(to) => {
            if std::mem::replace(&mut is_open, true) {
                path.close();
            }
            path.move_to(at(to));
        }
        Command::Line(to) => {
            path.line_to(at(to));
        }
        Command::Quad(a, to) => {
            path.quad_to(at(a), at(to));
        }
        Command::Cubic(a, b, to) => {
            path.cubic_to(at(a), at(b), at(to));
        }
    });
    if is_open {
        path.close();
    }
}

fn add_unhinted(
    scaler: &ScalerFont,
    id: GlyphId,
    (scale, x, y): (f64, f64, f64),
    path: &mut Path,
) -> Result<(), Error> {
    let Some(glyph) = scaler.outline(skrifa::GlyphId::new(id.0)) else {
        return Ok(());
    };
    let mut sink = Sink { path, scale, x, y };
    glyph
        .draw(DrawMemory::Scratch, &mut sink)
        .map_err(|_| Error::Glyph { id: id.0 })?;
    Ok(())
}

/// Writes font units, y up, into a path in pixels, y down.
struct Sink<'a> {
    path: &'a mut Path,
    scale: f64,
    x: f64,
    y: f64,
}

impl Sink<'_> {
    fn at(&self, x: f32, y: f32) -> (f64, f64) {
        (
            self.x + f64::from(x) * self.scale,
            self.y - f64::from(y) * self.scale,
        )
    }
}

impl PathSink for Sink<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        let to = self.at(x, y);
        self.path.move_to(to);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let to = self.at(x, y);
        self.path.line_to(to);
    }

    fn quad_to(&mut self, ax: f32, ay: f32, x: f32, y: f32) {
        let (a, to) = (self.at(ax, ay), self.at(x, y));
        self.path.quad_to(a, to);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        let (a, b, to) = (self.at(ax, ay), self.at(bx, by), self.at(x, y));
        self.path.cubic_to(a, b, to);
    }

    fn close(&mut self) {
        self.path.close();
    }
}
