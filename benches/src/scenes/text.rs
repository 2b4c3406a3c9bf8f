//! Text as outlines, a path for each glyph.

use crate::scene::{Paint, Scene, Shape};
use crate::scenes::NON_ZERO;
use agg_core::Affine;
use agg_text::{Font, FontSize};

/// Room for the longest line.
const SIZE: (u32, u32) = (640, 480);
const BLACK: Paint = Paint::Solid([0, 0, 0, 255]);

const LINE: &str = "Sphinx of black quartz, judge my vow 0123456789";

pub(super) fn scenes() -> Vec<Scene> {
    let mut scenes = Vec::new();
    for pixels in [12.0, 24.0] {
        // The size is valid and the font is built in: there is nothing to report.
        if let Ok(scene) = page(pixels) {
            scenes.push(scene.clone().translucent());
            scenes.push(scene);
        }
    }
    scenes
}

/// As many lines of unhinted glyphs as have room, each line a little further to the right, so that
/// no two glyphs lie alike between the pixels.
fn page(pixels: f64) -> Result<Scene, agg_text::Error> {
    let font = Font::dejavu_sans();
    let size = FontSize::from_points(pixels, 72.0)?;
    let unit = size.pixels_per_em() / f64::from(font.units_per_em());
    let mut shapes = Vec::new();
    let lines = (f64::from(SIZE.1) / (1.25 * pixels)) as u32;
    for line in 0..lines {
        let mut x = 2.0 + 0.3 * f64::from(line);
        let y = 1.25 * pixels * f64::from(line + 1) - 0.25 * pixels;
        for character in LINE.chars() {
            let glyph = font.glyph_for(character).unwrap_or_default();
            let mut path = font.glyph_path(glyph, size)?;
            path.transform(Affine::translate(x, y));
            x += unit * f64::from(font.advance(glyph));
            shapes.push(Shape {
                path,
                ink: NON_ZERO,
                paint: BLACK,
            });
        }
    }
    shapes.retain(|shape| !shape.path.is_empty());
    Ok(Scene {
        class: "text",
        name: format!("{pixels} px"),
        size: SIZE,
        shapes,
    })
}
