//! Blending into straight RGBA8, as matplotlib does it.
//!
//! With α = alpha·cover of the colour and A of the pixel, the new alpha is `α + A − α·A`, kept
//! with 8 more bits so that faint colours on an empty surface come out right, and each channel is
//! the mean of the two colours, weighted by what each contributes to that alpha.

use crate::blend::rgba8::premultiply;
use crate::blend::{Blend, LayerPixel, SimdLevel, kernel, mul8};
use crate::pixel::{Color, PixelFormat, PixmapMut, Rgba8, StraightRgba8};
use crate::raster::Spans;

impl Blend for StraightRgba8 {
    /// Straight red, green, blue and alpha.
    type Solid = [u8; 4];
    type Layer = Rgba8;

    fn solid(color: Color) -> [u8; 4] {
        color.to_rgba8()
    }

    #[inline]
    fn over(pixel: Self::Pixel, &[r, g, b, a]: &[u8; 4], cover: u8) -> Self::Pixel {
        if a == 255 && cover == 255 {
            return [r, g, b, a];
        }
        let alpha = u32::from(mul8(a, cover));
        if alpha == 0 {
            return pixel;
        }
        let [pr, pg, pb, pa] = pixel;
        let old = u32::from(pa);
        // 1 to 255·256: alpha is not 0, so neither is this.
        let total = ((alpha + old) << 8) - alpha * old;
        let mix = |p: u8, c: u8| {
            let held = u32::from(p) * old;
            // The difference may be negative; the sum is not, so wrapping arithmetic is exact.
            let toward = (u32::from(c) << 8).wrapping_sub(held).wrapping_mul(alpha);
            (toward.wrapping_add(held << 8) / total) as u8
        };
        [mix(pr, r), mix(pg, g), mix(pb, b), (total >> 8) as u8]
    }

    fn opaque(solid: &[u8; 4], cover: u8) -> Option<<Self as PixelFormat>::Pixel> {
        (solid[3] == 255 && cover == 255).then_some(*solid)
    }

    fn layer_pixel(solid: &[u8; 4]) -> LayerPixel<Self> {
        premultiply(*solid)
    }

    fn blend_spans(
        level: SimdLevel,
        surface: &mut PixmapMut<'_, Self>,
        solid: &[u8; 4],
        spans: Spans<'_>,
    ) {
        kernel::straight_spans(level, surface, solid, spans);
    }

    #[inline]
    fn blend_run(level: SimdLevel, pixels: &mut [[u8; 4]], solid: &[u8; 4], cover: u8) {
        kernel::straight_run(level, pixels, solid, cover);
    }

    #[inline]
    fn blend_covers(level: SimdLevel, pixels: &mut [[u8; 4]], solid: &[u8; 4], covers: &[u8]) {
        kernel::straight_covers(level, pixels, solid, covers);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_on_an_empty_pixel_keeps_its_hue() {
        let [r, g, b, a] = StraightRgba8::over([255, 255, 255, 0], &[200, 100, 50, 3], 255);
        assert_eq!((r, g, b, a), (200, 100, 50, 3));
    }

    #[test]
    fn zero_coverage_changes_nothing() {
        assert_eq!(
            StraightRgba8::over([9, 8, 7, 6], &[1, 2, 3, 255], 0),
            [9, 8, 7, 6]
        );
    }

    #[test]
    fn an_opaque_colour_that_covers_all_is_stored() {
        let solid = [10, 20, 30, 255];
        assert_eq!(StraightRgba8::opaque(&solid, 255), Some(solid));
        assert_eq!(StraightRgba8::opaque(&solid, 254), None);
        assert_eq!(StraightRgba8::opaque(&[10, 20, 30, 254], 255), None);
    }

    /// A pixel that nothing is seen of keeps the colour that it would show.
    #[test]
    fn a_layer_that_is_nothing_changes_nothing() {
        let pixel = [9, 8, 7, 0];
        assert_eq!(StraightRgba8::composite(pixel, [0; 4], 255), pixel);
        assert_eq!(StraightRgba8::composite(pixel, [1, 2, 3, 255], 0), pixel);
        let light = StraightRgba8::composite([10, 20, 30, 255], [50, 0, 0, 0], 255);
        assert_eq!(light, [60, 20, 30, 255]);
    }

    #[test]
    fn half_black_on_white_is_middle_gray() {
        assert_eq!(
            StraightRgba8::over([255; 4], &[0, 0, 0, 255], 128),
            [127, 127, 127, 255]
        );
    }
}
