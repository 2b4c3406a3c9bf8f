//! Blending into formats without alpha: RGB8 and RGB565.

use crate::blend::rgba8::premultiply;
use crate::blend::{Blend, LayerPixel, lerp, mul8, prelerp};
use crate::pixel::{Color, PixelFormat, Rgb8, Rgb565, Rgba8};

impl Blend for Rgb8 {
    /// Straight red, green, blue and alpha.
    type Solid = [u8; 4];
    type Layer = Rgba8;

    fn solid(color: Color) -> [u8; 4] {
        color.to_rgba8()
    }

    #[inline]
    fn over([pr, pg, pb]: [u8; 3], &[r, g, b, a]: &[u8; 4], cover: u8) -> [u8; 3] {
        let alpha = mul8(a, cover);
        [lerp(pr, r, alpha), lerp(pg, g, alpha), lerp(pb, b, alpha)]
    }

    fn opaque(&[r, g, b, a]: &[u8; 4], cover: u8) -> Option<[u8; 3]> {
        (a == 255 && cover == 255).then_some([r, g, b])
    }

    fn layer_pixel(solid: &[u8; 4]) -> LayerPixel<Self> {
        premultiply(*solid)
    }

    /// An opaque pixel of a layer is a colour like any other, and its mean with what is there is
    /// rounded once; else a sum, because the layer is premultiplied.
    #[inline]
    fn composite([pr, pg, pb]: [u8; 3], layer: [u8; 4], cover: u8) -> [u8; 3] {
        if layer[3] == 255 {
            return Self::over([pr, pg, pb], &layer, cover);
        }
        let [r, g, b, a] = layer.map(|v| mul8(v, cover));
        [prelerp(pr, r, a), prelerp(pg, g, a), prelerp(pb, b, a)]
    }
}

impl Blend for Rgb565 {
    /// Straight red, green, blue and alpha.
    type Solid = [u8; 4];
    type Layer = Rgba8;

    fn solid(color: Color) -> [u8; 4] {
        color.to_rgba8()
    }

    /// In 8 bits with the lower ones 0, over 256 instead of 255 and rounded down, as AGG does:
    /// five bits are too few for anything finer to show.
    #[inline]
    fn over(pixel: u16, &[r, g, b, a]: &[u8; 4], cover: u8) -> u16 {
        if let Some(stored) = Self::opaque(&[r, g, b, a], cover) {
            return stored;
        }
        let alpha = (i32::from(a) * (i32::from(cover) + 1)) >> 8;
        let [pr, pg, pb] = Self::unpack(pixel);
        let mix = |p: u8, q: u8| {
            let (p, q) = (i32::from(p), i32::from(q));
            (((q - p) * alpha + (p << 8)) >> 8) as u8
        };
        Self::pack([mix(pr, r), mix(pg, g), mix(pb, b)])
    }

    fn opaque(&[r, g, b, a]: &[u8; 4], cover: u8) -> Option<u16> {
        (a == 255 && cover == 255).then_some(Self::pack([r, g, b]))
    }

    fn layer_pixel(solid: &[u8; 4]) -> LayerPixel<Self> {
        premultiply(*solid)
    }

    #[inline]
    fn composite(pixel: u16, layer: [u8; 4], cover: u8) -> u16 {
        let [r, g, b, a] = layer.map(|v| mul8(v, cover));
        let [pr, pg, pb, _] = Self::to_straight(pixel);
        Self::pack([prelerp(pr, r, a), prelerp(pg, g, a), prelerp(pb, b, a)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opaque_formats_agree_with_premultiplied_ones_on_opaque_pixels() {
        for v in 0..=255u8 {
            let (pixel, color) = ([v, 128, 255 - v], [255 - v, v, 77, v]);
            let [r, g, b, a] = Rgba8::over([v, 128, 255 - v, 255], &color, 200);
            assert_eq!((Rgb8::over(pixel, &color, 200), a), ([r, g, b], 255));
        }
    }

    #[test]
    fn an_opaque_colour_that_covers_all_is_stored() {
        let (color, faint) = ([10, 20, 30, 255], [10, 20, 30, 254]);
        assert_eq!(Rgb8::opaque(&color, 255), Some([10, 20, 30]));
        assert_eq!(
            (Rgb8::opaque(&color, 254), Rgb8::opaque(&faint, 255)),
            (None, None)
        );
        assert_eq!(
            Rgb565::opaque(&color, 255),
            Some(Rgb565::pack([10, 20, 30]))
        );
        assert_eq!(
            (Rgb565::opaque(&color, 254), Rgb565::opaque(&faint, 255)),
            (None, None)
        );
    }

    /// 255 · (129 + 1) / 256 is 129, and 255 · 129 / 256 is 128.
    #[test]
    fn rgb565_counts_coverage_from_one() {
        assert_eq!(Rgb565::over(0, &[255; 4], 129), Rgb565::pack([128; 3]));
        assert_eq!(Rgb565::over(0, &[255; 4], 128), Rgb565::pack([127; 3]));
    }

    #[test]
    fn an_opaque_layer_is_rounded_once() {
        for v in 0..=255u8 {
            for cover in 0..=255 {
                let exact = f64::from(v) + (200.0 - f64::from(v)) * f64::from(cover) / 255.0;
                let [r, _, _] = Rgb8::composite([v, 0, 0], [200, 0, 0, 255], cover);
                assert_eq!(f64::from(r), exact.round(), "{v} {cover}");
            }
        }
    }

    #[test]
    fn nothing_changes_no_pixel_of_rgb565() {
        for pixel in 0..=u16::MAX {
            assert_eq!(Rgb565::over(pixel, &[1, 2, 3, 255], 0), pixel);
            assert_eq!(Rgb565::composite(pixel, [0; 4], 255), pixel);
        }
        assert_eq!(Rgb565::over(0, &[255, 255, 255, 255], 255), 0xFFFF);
        assert_eq!(Rgb565::over(0, &[255, 255, 255, 128], 255), 0x7BEF);
    }
}
