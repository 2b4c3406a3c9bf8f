//! What a pixel is made of.

use crate::pixel::{Color, Premultiplied};
use std::fmt::Debug;

/// How pixels are stored. A format is a type, so that surfaces of different alpha forms cannot be
/// mixed.
///
/// | format | bits | alpha | AGG |
/// | --- | --- | --- | --- |
/// | [`Rgba8`] | 32 | premultiplied | `pixfmt_rgba32` |
/// | [`StraightRgba8`] | 32 | straight | `pixfmt_rgba32_plain` |
/// | [`Rgb8`] | 24 | none | `pixfmt_rgb24` |
/// | [`Rgb565`] | 16 | none | `pixfmt_rgb565` |
/// | [`Gray8`] | 8 | none | `pixfmt_gray8` |
/// | [`A8`] | 8 | nothing else | `pixfmt_gray8`, drawn on in white |
/// | [`Rgba16`] | 64 | premultiplied | `pixfmt_rgba64` |
/// | [`RgbaF32`] | 128 | premultiplied | `pixfmt_rgba128` |
pub trait PixelFormat: Copy + Debug + Default + Send + Sync + 'static {
    /// One pixel: plain bytes, without padding.
    type Pixel: bytemuck::Pod + Debug + PartialEq + Send + Sync;

    /// A pixel as red, green, blue and straight alpha, for files and screens.
    fn to_straight(pixel: Self::Pixel) -> [u8; 4];

    /// A pixel as a colour to reckon with. A format without alpha is opaque.
    fn load(pixel: Self::Pixel) -> Premultiplied;

    /// The pixel that is nearest to a colour. A format without alpha keeps the colour as it looks
    /// on black.
    fn store(color: Premultiplied) -> Self::Pixel;
}

/// Red, green, blue, alpha, 8 bits each, colours premultiplied by alpha: the fastest to blend.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rgba8;

/// Red, green, blue, alpha, 8 bits each, colours independent of alpha: matplotlib's buffer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StraightRgba8;

/// Red, green, blue, 8 bits each, opaque.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rgb8;

/// Red and blue in 5 bits, green in 6, in one 16-bit number with red on top; opaque.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rgb565;

/// Lightness in 8 bits, opaque. Colours come in by their luma (BT.709).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Gray8;

/// Alpha in 8 bits and nothing else: what a mask is made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct A8;

/// Red, green, blue, alpha, 16 bits each, colours premultiplied by alpha.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rgba16;

/// Red, green, blue, alpha as `f32` from 0 to 1, colours premultiplied by alpha.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RgbaF32;

impl PixelFormat for Rgba8 {
    type Pixel = [u8; 4];

    fn to_straight([r, g, b, a]: [u8; 4]) -> [u8; 4] {
        let straight = |v: u8| match (u32::from(v), u32::from(a)) {
            (0, _) | (_, 0) => 0,
            (v, a) if v >= a => 255,
            (v, a) => ((v * 255 + (a >> 1)) / a) as u8,
        };
        [straight(r), straight(g), straight(b), a]
    }

    fn load(pixel: [u8; 4]) -> Premultiplied {
        let [r, g, b, a] = pixel.map(from_byte);
        Premultiplied::new(r, g, b, a)
    }

    fn store(c: Premultiplied) -> [u8; 4] {
        [c.r, c.g, c.b, c.a].map(to_byte)
    }
}

impl PixelFormat for StraightRgba8 {
    type Pixel = [u8; 4];

    fn to_straight(pixel: [u8; 4]) -> [u8; 4] {
        pixel
    }

    fn load([r, g, b, a]: [u8; 4]) -> Premultiplied {
        Color::from_rgba8(r, g, b, a).premultiplied()
    }

    fn store(color: Premultiplied) -> [u8; 4] {
        color.to_color().to_rgba8()
    }
}

impl PixelFormat for Rgb8 {
    type Pixel = [u8; 3];

    fn to_straight([r, g, b]: [u8; 3]) -> [u8; 4] {
        [r, g, b, 255]
    }

    fn load(pixel: [u8; 3]) -> Premultiplied {
        let [r, g, b] = pixel.map(from_byte);
        Premultiplied::new(r, g, b, 1.0)
    }

    fn store(c: Premultiplied) -> [u8; 3] {
        [c.r, c.g, c.b].map(to_byte)
    }
}

impl Rgb565 {
    /// The pixel nearest below a colour: the upper bits of each component.
    #[must_use]
    pub const fn pack([r, g, b]: [u8; 3]) -> u16 {
        ((r as u16 & 0xF8) << 8) | ((g as u16 & 0xFC) << 3) | (b as u16 >> 3)
    }

    /// The components of a pixel, their lower bits 0.
    #[must_use]
    pub const fn unpack(pixel: u16) -> [u8; 3] {
        [
            (pixel >> 8) as u8 & 0xF8,
            (pixel >> 3) as u8 & 0xFC,
            (pixel << 3) as u8 & 0xF8,
        ]
    }
}

impl PixelFormat for Rgb565 {
    type Pixel = u16;

    /// The lower bits repeat the upper ones, so that white is white.
    fn to_straight(pixel: u16) -> [u8; 4] {
        let [r, g, b] = Self::unpack(pixel);
        [r | (r >> 5), g | (g >> 6), b | (b >> 5), 255]
    }

    fn load(pixel: u16) -> Premultiplied {
        let [r, g, b, _] = Self::to_straight(pixel).map(from_byte);
        Premultiplied::new(r, g, b, 1.0)
    }

    fn store(c: Premultiplied) -> u16 {
        let part = |v: f64, most: f64| (v * most + 0.5).clamp(0.0, most) as u16;
        (part(c.r, 31.0) << 11) | (part(c.g, 63.0) << 5) | part(c.b, 31.0)
    }
}

impl Gray8 {
    /// The luma of a colour, by BT.709 in 8 bits.
    #[must_use]
    pub const fn luma([r, g, b]: [u8; 3]) -> u8 {
        ((55 * r as u32 + 184 * g as u32 + 18 * b as u32) >> 8) as u8
    }
}

impl PixelFormat for Gray8 {
    type Pixel = u8;

    fn to_straight(v: u8) -> [u8; 4] {
        [v, v, v, 255]
    }

    fn load(v: u8) -> Premultiplied {
        let v = from_byte(v);
        Premultiplied::new(v, v, v, 1.0)
    }

    fn store(c: Premultiplied) -> u8 {
        Self::luma([c.r, c.g, c.b].map(to_byte))
    }
}

impl PixelFormat for A8 {
    type Pixel = u8;

    fn to_straight(a: u8) -> [u8; 4] {
        [255, 255, 255, a]
    }

    fn load(a: u8) -> Premultiplied {
        let a = from_byte(a);
        Premultiplied::new(a, a, a, a)
    }

    fn store(c: Premultiplied) -> u8 {
        to_byte(c.a)
    }
}

impl PixelFormat for Rgba16 {
    type Pixel = [u16; 4];

    fn to_straight(pixel: [u16; 4]) -> [u8; 4] {
        Self::load(pixel).to_color().to_rgba8()
    }

    fn load(pixel: [u16; 4]) -> Premultiplied {
        let [r, g, b, a] = pixel.map(|v| f64::from(v) / 65535.0);
        Premultiplied::new(r, g, b, a)
    }

    fn store(c: Premultiplied) -> [u16; 4] {
        [c.r, c.g, c.b, c.a].map(|v| (v * 65535.0 + 0.5) as u16)
    }
}

impl PixelFormat for RgbaF32 {
    type Pixel = [f32; 4];

    fn to_straight(pixel: [f32; 4]) -> [u8; 4] {
        Self::load(pixel).to_color().to_rgba8()
    }

    fn load(pixel: [f32; 4]) -> Premultiplied {
        let [r, g, b, a] = pixel.map(f64::from);
        Premultiplied::new(r, g, b, a)
    }

    fn store(c: Premultiplied) -> [f32; 4] {
        [c.r, c.g, c.b, c.a].map(|v| v as f32)
    }
}

/// Looked up, because a division costs more than all else that is done with a byte.
#[inline]
fn from_byte(v: u8) -> f64 {
    const PARTS: [f64; 256] = {
        let mut parts = [0.0; 256];
        let mut i = 0;
        while i < parts.len() {
            parts[i] = i as f64 / 255.0;
            i += 1;
        }
        parts
    };
    PARTS[usize::from(v)]
}

fn to_byte(v: f64) -> u8 {
    (v * 255.0 + 0.5) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn premultiplied_pixels_are_divided_by_alpha_with_rounding() {
        assert_eq!(Rgba8::to_straight([64, 128, 0, 128]), [128, 255, 0, 128]);
        assert_eq!(Rgba8::to_straight([9, 9, 9, 0]), [0, 0, 0, 0]);
        assert_eq!(Rgba8::to_straight([1, 2, 3, 255]), [1, 2, 3, 255]);
    }

    #[test]
    fn a_pixel_survives_loading_and_storing() {
        for v in 0..=255u8 {
            let a = v.max(1);
            assert_eq!(Rgba8::store(Rgba8::load([v, 0, v, v])), [v, 0, v, v]);
            let straight = [v, 255 - v, 7, a];
            assert_eq!(
                StraightRgba8::store(StraightRgba8::load(straight)),
                straight
            );
            assert_eq!(Rgb8::store(Rgb8::load([v, 0, 255])), [v, 0, 255]);
            assert_eq!(A8::store(A8::load(v)), v);
            let wide = [u16::from(v) * 257, 0, 1, 65535];
            assert_eq!(Rgba16::store(Rgba16::load(wide)), wide);
        }
        for pixel in 0..=u16::MAX {
            assert_eq!(Rgb565::store(Rgb565::load(pixel)), pixel);
            assert_eq!(Rgb565::pack(Rgb565::unpack(pixel)), pixel);
        }
    }

    #[test]
    fn luma_of_gray_is_gray_within_rounding() {
        assert_eq!(Gray8::luma([255; 3]), 255);
        assert_eq!(Gray8::luma([0; 3]), 0);
        assert_eq!(Gray8::luma([200, 100, 50]), 118);
    }
}
