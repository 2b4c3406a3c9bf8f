//! Blending into premultiplied RGBA8.

use crate::blend::{Blend, SimdLevel, kernel, layer_kernel, lerp, mul8, prelerp};
use crate::pixel::{Color, PixmapMut, Rgba8};
use crate::raster::Spans;

impl Blend for Rgba8 {
    /// Straight red, green, blue and alpha.
    type Solid = [u8; 4];
    type Layer = Self;

    fn solid(color: Color) -> [u8; 4] {
        color.to_rgba8()
    }

    /// With α = alpha·cover: each channel moves by α from what it is towards the colour, and alpha
    /// towards 1. This is `p·(1 − α) + q·α` rounded once, not a premultiplied sum rounded twice.
    #[inline]
    fn over(pixel: [u8; 4], &[r, g, b, a]: &[u8; 4], cover: u8) -> [u8; 4] {
        let alpha = mul8(a, cover);
        let [pr, pg, pb, pa] = pixel;
        [
            lerp(pr, r, alpha),
            lerp(pg, g, alpha),
            lerp(pb, b, alpha),
            lerp(pa, 255, alpha),
        ]
    }

    #[inline]
    fn opaque(solid: &[u8; 4], cover: u8) -> Option<[u8; 4]> {
        (solid[3] == 255 && cover == 255).then_some(*solid)
    }

    fn layer_pixel(solid: &[u8; 4]) -> [u8; 4] {
        premultiply(*solid)
    }

    /// A sum, because the layer is premultiplied: `p·(1 − α) + q`, q scaled by the coverage first.
    #[inline]
    fn composite(pixel: [u8; 4], layer: [u8; 4], cover: u8) -> [u8; 4] {
        let [r, g, b, a] = layer.map(|v| mul8(v, cover));
        let [pr, pg, pb, pa] = pixel;
        [
            prelerp(pr, r, a),
            prelerp(pg, g, a),
            prelerp(pb, b, a),
            prelerp(pa, a, a),
        ]
    }

    fn blend_spans(
        level: SimdLevel,
        surface: &mut PixmapMut<'_, Self>,
        solid: &[u8; 4],
        spans: Spans<'_>,
    ) {
        kernel::spans(level, surface, solid, spans);
    }

    #[inline]
    fn blend_run(level: SimdLevel, pixels: &mut [[u8; 4]], solid: &[u8; 4], cover: u8) {
        kernel::run(level, pixels, solid, cover);
    }

    #[inline]
    fn blend_colors(level: SimdLevel, pixels: &mut [[u8; 4]], colors: &[[u8; 4]], cover: u8) {
        kernel::colors_run(level, pixels, colors, cover);
    }

    #[inline]
    fn blend_color_covers(
        level: SimdLevel,
        pixels: &mut [[u8; 4]],
        colors: &[[u8; 4]],
        covers: &[u8],
    ) {
        kernel::color_covers(level, pixels, colors, covers);
    }

    #[inline]
    fn composite_run(level: SimdLevel, pixels: &mut [[u8; 4]], layer: &[[u8; 4]], cover: u8) {
        layer_kernel::run(level, pixels, layer, cover);
    }

    #[inline]
    fn composite_covers(
        level: SimdLevel,
        pixels: &mut [[u8; 4]],
        layer: &[[u8; 4]],
        covers: &[u8],
    ) {
        layer_kernel::covers(level, pixels, layer, covers);
    }

    #[inline]
    fn blend_covers(level: SimdLevel, pixels: &mut [[u8; 4]], solid: &[u8; 4], covers: &[u8]) {
        kernel::covers(level, pixels, solid, covers);
    }
}

/// Straight components, red, green and blue multiplied by alpha.
pub(super) fn premultiply([r, g, b, a]: [u8; 4]) -> [u8; 4] {
    [mul8(r, a), mul8(g, a), mul8(b, a), a]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_and_everything_are_exact() {
        let pixel = [10, 20, 30, 40];
        assert_eq!(Rgba8::over(pixel, &[255, 255, 255, 0], 255), pixel);
        assert_eq!(Rgba8::over(pixel, &[255, 255, 255, 255], 0), pixel);
        assert_eq!(Rgba8::over(pixel, &[1, 2, 3, 255], 255), [1, 2, 3, 255]);
        assert_eq!(Rgba8::opaque(&[1, 2, 3, 255], 255), Some([1, 2, 3, 255]));
        assert_eq!(Rgba8::opaque(&[1, 2, 3, 254], 255), None);
    }

    #[test]
    fn a_layer_that_is_nothing_changes_nothing() {
        let pixel = [10, 20, 30, 40];
        assert_eq!(Rgba8::composite(pixel, [0; 4], 255), pixel);
        assert_eq!(Rgba8::composite(pixel, [1, 2, 3, 255], 0), pixel);
        assert_eq!(Rgba8::composite(pixel, [1, 2, 3, 255], 255), [1, 2, 3, 255]);
        assert_eq!(
            Rgba8::composite([200; 4], [255, 255, 255, 0], 255),
            [255, 255, 255, 200],
            "a pixel that is no colour is cut off"
        );
    }
}
