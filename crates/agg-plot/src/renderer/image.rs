//! Images, pixel for pixel.

use crate::error::check_length;
use crate::renderer::Renderer;
use crate::{Error, GraphicsContext};
use agg_core::{Blend, Path, Rect, StraightRgba8};

/// A picture with straight alpha.
#[derive(Clone, Copy, Debug)]
pub struct Image<'a> {
    /// Columns.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Red, green, blue and alpha of each pixel, row after row, the lowest row first.
    pub pixels: &'a [u8],
}

impl<'a> Image<'a> {
    fn check(&self) -> Result<(), Error> {
        let (width, height) = (self.width as usize, self.height as usize);
        let expected = width.checked_mul(height).and_then(|n| n.checked_mul(4));
        check_length("the pixels of an image", self.pixels.len(), expected)
    }

    /// Row `y` from the top, from column `x` on.
    fn row_from(&self, x: i64, y: i64) -> &'a [[u8; 4]] {
        let bytes = self.width as usize * 4;
        let row = i64::from(self.height) - 1 - y;
        let row = usize::try_from(row).ok();
        let row = row.and_then(|row| self.pixels.get(row * bytes..(row + 1) * bytes));
        let (row, _) = row.unwrap_or_default().as_chunks::<4>();
        let x = usize::try_from(x).unwrap_or(usize::MAX);
        row.get(x..).unwrap_or_default()
    }
}

impl Renderer {
    /// Draws an image with its lower left corner at a point, rounded to whole pixels, y up.
    ///
    /// # Errors
    ///
    /// [`Error::Length`] unless there are four bytes a pixel, [`Error::Surface`] where there is no
    /// memory for the mask of a clip path.
    pub fn draw_image(
        &mut self,
        gc: &GraphicsContext,
        (x, y): (f64, f64),
        image: Image<'_>,
    ) -> Result<(), Error> {
        image.check()?;
        let height = f64::from(self.height());
        // `as` cuts off at the ends of the range; neither is anywhere near the surface.
        let left = x.round() as i32;
        let top = (height - (y.round() + f64::from(image.height))) as i32;
        if gc.clip_path.is_some() {
            return self.image_through_mask(gc, (left, top), image);
        }
        let side = |v: u32| i32::try_from(v).unwrap_or(i32::MAX);
        let seen = self.inclusive_clip_box(gc.clip_rect);
        let (x0, x1) = (
            seen.x0.max(left),
            seen.x1.min(left.saturating_add(side(image.width))),
        );
        let (y0, y1) = (
            seen.y0.max(top),
            seen.y1.min(top.saturating_add(side(image.height))),
        );
        let len = usize::try_from(i64::from(x1) - i64::from(x0)).unwrap_or(0);
        for y in y0..y1 {
            let source = image.row_from(
                i64::from(x0) - i64::from(left),
                i64::from(y) - i64::from(top),
            );
            let (pixels, _) = self.surface.row_mut(x0, y, len);
            for (pixel, color) in pixels.iter_mut().zip(source) {
                *pixel = StraightRgba8::over(*pixel, color, 255);
            }
        }
        Ok(())
    }

    fn image_through_mask(
        &mut self,
        gc: &GraphicsContext,
        (left, top): (i32, i32),
        image: Image<'_>,
    ) -> Result<(), Error> {
        self.clip_to(gc)?;
        let (x, y) = (f64::from(left), f64::from(top));
        let (width, height) = (f64::from(image.width), f64::from(image.height));
        let bounds = Rect::new(x, y, x + width, y + height);
        self.rasterizer.add(&Path::rectangle(bounds));
        let (left, top) = (i64::from(left), i64::from(top));
        self.paint(gc, |y| {
            let row = image.row_from(0, i64::from(y) - top);
            move |x| {
                let column = usize::try_from(i64::from(x) - left).ok();
                let color = column.and_then(|column| row.get(column));
                color.copied().unwrap_or_default()
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ClipPath;
    use agg_core::Affine;
    use std::sync::Arc;

    const PIXELS: [u8; 16] = [
        1, 1, 1, 255, 2, 2, 2, 255, //
        3, 3, 3, 255, 4, 4, 4, 255,
    ];

    const IMAGE: Image<'_> = Image {
        width: 2,
        height: 2,
        pixels: &PIXELS,
    };

    fn reds(gc: &GraphicsContext, at: (f64, f64)) -> Vec<u8> {
        let mut renderer = Renderer::new(3, 3, 72.0).unwrap();
        renderer.draw_image(gc, at, IMAGE).unwrap();
        renderer.pixmap().pixels().iter().map(|p| p[0]).collect()
    }

    #[test]
    fn the_first_row_is_the_lowest() {
        let drawn = reds(&GraphicsContext::default(), (0.6, 0.4));
        assert_eq!(drawn, [255, 255, 255, 255, 3, 4, 255, 1, 2]);
    }

    #[test]
    fn an_image_is_cut_at_the_surface() {
        let gc = GraphicsContext::default();
        assert_eq!(reds(&gc, (-1.0, 2.0))[..3], [2, 255, 255]);
        assert_eq!(reds(&gc, (f64::INFINITY, f64::NAN)), [255; 9]);
    }

    #[test]
    fn a_clip_path_that_holds_all_changes_nothing() {
        let whole = Path::rectangle(Rect::new(-9.0, -9.0, 9.0, 9.0));
        let gc = GraphicsContext {
            clip_path: Some(ClipPath::new(Arc::new(whole), Affine::IDENTITY)),
            ..Default::default()
        };
        for at in [(0.0, 0.0), (1.0, 1.0), (-1.0, 2.0)] {
            assert_eq!(reds(&gc, at), reds(&GraphicsContext::default(), at));
        }
    }

    #[test]
    fn pixels_that_do_not_fit_are_an_error() {
        let mut renderer = Renderer::new(3, 3, 72.0).unwrap();
        let short = Image {
            pixels: &PIXELS[..15],
            ..IMAGE
        };
        let error = renderer.draw_image(&GraphicsContext::default(), (0.0, 0.0), short);
        assert!(matches!(error, Err(Error::Length { found: 15, .. })));
    }
}
