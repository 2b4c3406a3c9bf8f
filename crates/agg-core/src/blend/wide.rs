//! Blending into premultiplied RGBA of 16 bits and of floats.

use crate::blend::{Blend, LayerPixel};
use crate::pixel::{Color, Rgba16, RgbaF32, unit};

impl Blend for Rgba16 {
    /// Straight red, green, blue and alpha.
    type Solid = [u16; 4];
    type Layer = Self;

    fn solid(color: Color) -> [u16; 4] {
        color.to_rgba16()
    }

    #[inline]
    fn over([pr, pg, pb, pa]: [u16; 4], &[r, g, b, a]: &[u16; 4], cover: u8) -> [u16; 4] {
        let alpha = mul16(a, cover16(cover));
        [
            lerp16(pr, r, alpha),
            lerp16(pg, g, alpha),
            lerp16(pb, b, alpha),
            lerp16(pa, u16::MAX, alpha),
        ]
    }

    fn opaque(solid: &[u16; 4], cover: u8) -> Option<[u16; 4]> {
        (solid[3] == u16::MAX && cover == 255).then_some(*solid)
    }

    fn layer_pixel(&[r, g, b, a]: &[u16; 4]) -> LayerPixel<Self> {
        [mul16(r, a), mul16(g, a), mul16(b, a), a]
    }

    #[inline]
    fn composite(pixel: [u16; 4], layer: [u16; 4], cover: u8) -> [u16; 4] {
        let [r, g, b, a] = layer.map(|v| mul16(v, cover16(cover)));
        let [pr, pg, pb, pa] = pixel;
        let sum = |p: u16, q: u16| (p - mul16(p, a)).saturating_add(q);
        [sum(pr, r), sum(pg, g), sum(pb, b), sum(pa, a)]
    }
}

/// A byte stretched over 16 bits: 255 becomes 65535.
fn cover16(cover: u8) -> u16 {
    u16::from(cover) * 257
}

/// `a·b/65535`, rounded to the nearest.
fn mul16(a: u16, b: u16) -> u16 {
    div65535(u64::from(a) * u64::from(b))
}

/// `p + (q − p)·a/65535`, rounded to the nearest.
fn lerp16(p: u16, q: u16, a: u16) -> u16 {
    let rest = u64::from(u16::MAX - a);
    div65535(u64::from(p) * rest + u64::from(q) * u64::from(a))
}

/// `x/65535` for x up to 65535², rounded to the nearest.
fn div65535(x: u64) -> u16 {
    let t = x + 0x8000;
    ((t + (t >> 16)) >> 16) as u16
}

impl Blend for RgbaF32 {
    /// Straight red, green, blue and alpha.
    type Solid = [f32; 4];
    type Layer = Self;

    fn solid(color: Color) -> [f32; 4] {
        [color.r, color.g, color.b, color.a].map(|v| unit(v) as f32)
    }

    #[inline]
    fn over([pr, pg, pb, pa]: [f32; 4], &[r, g, b, a]: &[f32; 4], cover: u8) -> [f32; 4] {
        let alpha = a * f32::from(cover) / 255.0;
        let mix = |p: f32, q: f32| (1.0 - alpha) * p + alpha * q;
        [mix(pr, r), mix(pg, g), mix(pb, b), mix(pa, 1.0)]
    }

    fn opaque(solid: &[f32; 4], cover: u8) -> Option<[f32; 4]> {
        (solid[3] >= 1.0 && cover == 255).then_some(*solid)
    }

    fn layer_pixel(&[r, g, b, a]: &[f32; 4]) -> LayerPixel<Self> {
        [r * a, g * a, b * a, a]
    }

    #[inline]
    fn composite(pixel: [f32; 4], layer: [f32; 4], cover: u8) -> [f32; 4] {
        let [r, g, b, a] = layer.map(|v| v * f32::from(cover) / 255.0);
        let [pr, pg, pb, pa] = pixel;
        let sum = |p: f32, q: f32| (1.0 - a) * p + q;
        [sum(pr, r), sum(pg, g), sum(pb, b), sum(pa, a)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sixteen_bits_are_rounded_to_the_nearest() {
        let samples = [0, 1, 2, 255, 256, 257, 32767, 32768, 43210, 65534, 65535];
        for p in samples {
            for q in samples {
                for a in samples {
                    let exact =
                        f64::from(p) + (f64::from(q) - f64::from(p)) * f64::from(a) / 65535.0;
                    let error = (f64::from(lerp16(p, q, a)) - exact).abs();
                    assert!(error <= 0.5 + 1e-9, "{p} {q} {a}");
                }
            }
        }
    }

    #[test]
    fn an_opaque_colour_that_covers_all_stands_in_the_pixel() {
        let color = Color::new(0.25, 0.5, 0.75, 1.0);
        let solid = Rgba16::solid(color);
        assert_eq!(Rgba16::over([7; 4], &solid, 255), solid);
        assert_eq!(Rgba16::opaque(&solid, 255), Some(solid));
        let float = RgbaF32::solid(color);
        assert_eq!(RgbaF32::over([0.1; 4], &float, 255), float);
        assert_eq!(RgbaF32::opaque(&float, 255), Some(float));
        assert_eq!(RgbaF32::opaque(&float, 254), None);
        assert_eq!(RgbaF32::opaque(&[0.25, 0.5, 0.75, 0.999], 255), None);
    }

    #[test]
    fn float_colours_stay_between_nothing_and_everything() {
        let wild = Color::new(f64::NAN, 7.0, -7.0, f64::INFINITY);
        assert_eq!(RgbaF32::solid(wild), [0.0, 1.0, 0.0, 1.0]);
    }
}
