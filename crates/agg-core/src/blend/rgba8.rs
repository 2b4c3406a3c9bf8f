//! Blending into premultiplied RGBA8.

use crate::blend::{Blend, div255, mul8};
use crate::pixel::{Color, PixelFormat, Rgba8};

impl Blend for Rgba8 {
    /// Straight red, green, blue and alpha.
    type Solid = [u8; 4];

    fn solid(color: Color) -> [u8; 4] {
        color.to_rgba8()
    }

    /// With α = alpha·cover: each channel moves by α from what it is towards the colour, and alpha
    /// towards 1. This is `p·(1 − α) + q·α` rounded once, not a premultiplied sum rounded twice.
    #[inline]
    fn over(pixel: Self::Pixel, &[r, g, b, a]: &[u8; 4], cover: u8) -> Self::Pixel {
        let alpha = mul8(a, cover);
        let [pr, pg, pb, pa] = pixel;
        [
            lerp(pr, r, alpha),
            lerp(pg, g, alpha),
            lerp(pb, b, alpha),
            lerp(pa, 255, alpha),
        ]
    }

    fn opaque(solid: &[u8; 4], cover: u8) -> Option<<Self as PixelFormat>::Pixel> {
        (solid[3] == 255 && cover == 255).then_some(*solid)
    }
}

/// `p + (q − p)·a/255`, rounded to the nearest.
#[inline]
fn lerp(p: u8, q: u8, a: u8) -> u8 {
    div255(u32::from(p) * u32::from(255 - a) + u32::from(q) * u32::from(a))
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
    fn lerp_is_the_nearest_for_every_triple() {
        for p in 0..=255u8 {
            for q in (0..=255u8).step_by(5) {
                for a in 0..=255u8 {
                    let (p64, q64) = (f64::from(p), f64::from(q));
                    let exact = p64 + (q64 - p64) * f64::from(a) / 255.0;
                    assert!(
                        (f64::from(lerp(p, q, a)) - exact).abs() <= 0.5 + 1e-9,
                        "{p} {q} {a}"
                    );
                }
            }
        }
    }
}
