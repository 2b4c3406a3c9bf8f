//! Blending into one channel: lightness or alpha.

use crate::blend::rgba8::premultiply;
use crate::blend::{Blend, LayerPixel, lerp, mul8, prelerp};
use crate::pixel::{A8, Color, Gray8, Rgba8};

impl Blend for Gray8 {
    /// Luma and alpha.
    type Solid = [u8; 2];
    type Layer = Rgba8;

    fn solid(color: Color) -> [u8; 2] {
        let [r, g, b, a] = color.to_rgba8();
        [Self::luma([r, g, b]), a]
    }

    #[inline]
    fn over(pixel: u8, &[v, a]: &[u8; 2], cover: u8) -> u8 {
        lerp(pixel, v, mul8(a, cover))
    }

    fn opaque(&[v, a]: &[u8; 2], cover: u8) -> Option<u8> {
        (a == 255 && cover == 255).then_some(v)
    }

    fn layer_pixel(&[v, a]: &[u8; 2]) -> LayerPixel<Self> {
        premultiply([v, v, v, a])
    }

    #[inline]
    fn composite(pixel: u8, layer: [u8; 4], cover: u8) -> u8 {
        let [r, g, b, a] = layer;
        prelerp(pixel, mul8(Self::luma([r, g, b]), cover), mul8(a, cover))
    }
}

impl Blend for A8 {
    /// Alpha alone.
    type Solid = u8;
    type Layer = Rgba8;

    fn solid(color: Color) -> u8 {
        color.to_rgba8()[3]
    }

    #[inline]
    fn over(pixel: u8, &a: &u8, cover: u8) -> u8 {
        lerp(pixel, 255, mul8(a, cover))
    }

    fn opaque(&a: &u8, cover: u8) -> Option<u8> {
        (a == 255 && cover == 255).then_some(255)
    }

    fn layer_pixel(&a: &u8) -> LayerPixel<Self> {
        [a; 4]
    }

    #[inline]
    fn composite(pixel: u8, [_, _, _, a]: [u8; 4], cover: u8) -> u8 {
        lerp(pixel, 255, mul8(a, cover))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gray_moves_towards_the_luma_of_the_colour() {
        let white = Gray8::solid(Color::WHITE.with_alpha(0.5));
        assert_eq!(white, [255, 128]);
        assert_eq!(Gray8::over(0, &white, 255), 128);
        assert_eq!(Gray8::over(100, &Gray8::solid(Color::BLACK), 255), 0);
    }

    #[test]
    fn an_opaque_colour_that_covers_all_hides_what_was_there() {
        assert_eq!(Gray8::opaque(&[9, 255], 255), Some(9));
        assert_eq!(
            (Gray8::opaque(&[9, 254], 255), Gray8::opaque(&[9, 255], 254)),
            (None, None)
        );
        assert_eq!(A8::opaque(&255, 255), Some(255));
        assert_eq!((A8::opaque(&254, 255), A8::opaque(&255, 254)), (None, None));
    }

    #[test]
    fn alpha_takes_the_alpha_of_a_layer() {
        assert_eq!(A8::layer_pixel(&70), [70; 4]);
        assert_eq!(A8::composite(100, [1, 2, 3, 255], 255), 255);
        assert_eq!(A8::composite(100, [1, 2, 3, 0], 255), 100);
        assert_eq!(
            A8::composite(100, [1, 2, 3, 200], 128),
            A8::over(100, &200, 128)
        );
    }

    #[test]
    fn alpha_alone_adds_up_like_the_alpha_of_a_picture() {
        for p in 0..=255 {
            let [.., alpha] = Rgba8::over([0, 0, 0, p], &[9, 9, 9, 100], 200);
            assert_eq!(A8::over(p, &100, 200), alpha);
        }
    }
}
