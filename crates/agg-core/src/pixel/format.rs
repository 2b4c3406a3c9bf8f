//! What a pixel is made of.

use std::fmt::Debug;

/// How pixels are stored. A format is a type, so that surfaces of different alpha forms cannot be
/// mixed.
pub trait PixelFormat: Copy + Debug + Default + Send + Sync + 'static {
    /// One pixel: plain bytes, without padding.
    type Pixel: bytemuck::Pod + Debug + PartialEq + Send + Sync;

    /// A pixel as red, green, blue and straight alpha, for files and screens.
    fn to_straight(pixel: Self::Pixel) -> [u8; 4];
}

/// Red, green, blue, alpha, 8 bits each, colours premultiplied by alpha: the fastest to blend.
///
/// AGG's `pixfmt_rgba32`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rgba8;

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
}

/// Red, green, blue, alpha, 8 bits each, colours independent of alpha: matplotlib's buffer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StraightRgba8;

impl PixelFormat for StraightRgba8 {
    type Pixel = [u8; 4];

    fn to_straight(pixel: [u8; 4]) -> [u8; 4] {
        pixel
    }
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
}
