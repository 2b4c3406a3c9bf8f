//! Text: small pictures of coverage.

use crate::error::check_length;
use crate::renderer::Renderer;
use crate::{Error, GraphicsContext};
use agg_core::{Blender, IntRect, StraightRgba8};

/// The coverage of a glyph, and where on the surface it goes.
#[derive(Clone, Copy, Debug)]
pub struct GlyphImage<'a> {
    /// The surface's column of its left column.
    pub left: i32,
    /// The surface's row of its upper row, counted from the top.
    pub top: i32,
    /// Columns.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Row after row, the upper one first: 0 for nothing, 255 for all of the pixel.
    pub covers: &'a [u8],
}

impl GlyphImage<'_> {
    /// The coverage in a column and a row of the glyph; 0 outside.
    pub(super) fn cover(&self, column: i32, row: i32) -> u8 {
        let inside = |v: i32, side: u32| u32::try_from(v).ok().filter(|&v| v < side);
        let (column, row) = (inside(column, self.width), inside(row, self.height));
        let at = row
            .zip(column)
            .map(|(y, x)| y as usize * self.width as usize + x as usize);
        at.and_then(|at| self.covers.get(at)).copied().unwrap_or(0)
    }

    pub(super) fn check(&self) -> Result<(), Error> {
        let (width, height) = (self.width as usize, self.height as usize);
        let expected = width.checked_mul(height);
        check_length("the covers of a glyph", self.covers.len(), expected)
    }

    fn bounds(&self) -> IntRect {
        let side = |v: u32| i32::try_from(v).unwrap_or(i32::MAX);
        let right = self.left.saturating_add(side(self.width));
        let bottom = self.top.saturating_add(side(self.height));
        IntRect::new(self.left, self.top, right, bottom)
    }
}

impl Renderer {
    /// Draws a glyph with the colour of `gc`, inside of its clip rectangle. The clip path and the
    /// antialiasing of `gc` do not matter.
    ///
    /// # Errors
    ///
    /// [`Error::Length`] unless there is one cover a pixel.
    pub fn draw_glyph(&mut self, gc: &GraphicsContext, glyph: GlyphImage<'_>) -> Result<(), Error> {
        glyph.check()?;
        if glyph.width == 0 {
            return Ok(());
        }
        let blender = Blender::<StraightRgba8>::new(gc.color);
        let seen = glyph.bounds().intersection(self.glyph_clip(gc));
        let rows = glyph.covers.chunks_exact(glyph.width as usize);
        for (y, covers) in (glyph.top..).zip(rows) {
            if seen.is_empty() || !(seen.y0..seen.y1).contains(&y) {
                continue;
            }
            let covers = covers.get((seen.x0 - glyph.left) as usize..);
            let (pixels, _) = self
                .surface
                .row_mut(seen.x0, y, (seen.x1 - seen.x0) as usize);
            blender.covers(pixels, covers.unwrap_or_default());
        }
        Ok(())
    }

    /// The pixels text may touch: the clip rectangle, its edges rounded half away from zero.
    fn glyph_clip(&self, gc: &GraphicsContext) -> IntRect {
        let height = f64::from(self.height());
        let clip = gc.clip_rect.map(|r| {
            let edges = [r.x0, height - r.y1, r.x1, height - r.y0];
            let [x0, y0, x1, y1] = edges.map(|v| v.round() as i32);
            IntRect::new(x0, y0, x1, y1)
        });
        let whole = self.surface.bounds();
        clip.map_or(whole, |clip| whole.intersection(clip))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use agg_core::Rect;

    fn drawn(gc: &GraphicsContext, left: i32, top: i32) -> Vec<(usize, usize)> {
        let mut renderer = Renderer::new(4, 3, 72.0).unwrap();
        let glyph = GlyphImage {
            left,
            top,
            width: 2,
            height: 2,
            covers: &[255; 4],
        };
        renderer.draw_glyph(gc, glyph).unwrap();
        let pixels = renderer.pixmap().pixels().iter().enumerate();
        let inked = pixels.filter(|(_, p)| p[3] == 255);
        inked.map(|(i, _)| (i % 4, i / 4)).collect()
    }

    #[test]
    fn a_glyph_goes_where_its_corner_says() {
        let gc = GraphicsContext::default();
        assert_eq!(drawn(&gc, 1, 1), [(1, 1), (2, 1), (1, 2), (2, 2)]);
    }

    #[test]
    fn a_glyph_is_cut_at_the_surface() {
        let gc = GraphicsContext::default();
        assert_eq!(drawn(&gc, -1, -1), [(0, 0)]);
        assert_eq!(drawn(&gc, 3, 2), [(3, 2)]);
        assert_eq!(drawn(&gc, i32::MAX, i32::MIN), []);
    }

    #[test]
    fn a_glyph_is_cut_at_the_clip_rectangle() {
        let gc = GraphicsContext {
            clip_rect: Some(Rect::new(1.6, 0.0, 9.0, 1.4)),
            ..Default::default()
        };
        assert_eq!(drawn(&gc, 1, 1), [(2, 2)]);
    }

    #[test]
    fn covers_that_do_not_fit_are_an_error() {
        let mut renderer = Renderer::new(4, 3, 72.0).unwrap();
        let glyph = GlyphImage {
            left: 0,
            top: 0,
            width: 2,
            height: 2,
            covers: &[255; 3],
        };
        let error = renderer.draw_glyph(&GraphicsContext::default(), glyph);
        assert!(matches!(error, Err(Error::Length { found: 3, .. })));
    }
}
