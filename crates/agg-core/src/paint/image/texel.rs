//! The precision that images are sampled in: that of what they are laid over.

use crate::paint::image::Texture;
use crate::paint::image::kernel::{self, Spot, Weights};
use crate::pixel::{PixelFormat, Rgba8, Rgba16, RgbaF32, unit};
use fearless_simd::Level;

/// A premultiplied format that images are sampled in.
///
/// Sums are exact, in whole numbers for whole channels, and are rounded once.
pub trait Texel: PixelFormat {
    /// Weighted channels added up.
    type Sum: Copy + Default;

    /// The pixel of a picture at a place in the order of rows, in this format.
    fn read(texture: &Texture, at: usize) -> Option<Self::Pixel>;

    /// Adds a pixel so many times.
    fn add(sum: &mut Self::Sum, pixel: Self::Pixel, weight: i32);

    /// A mean whose weights sum up to 2¹⁶, to the nearest.
    fn nearest(sum: Self::Sum) -> Self::Pixel;

    /// A mean whose weights sum up to 2¹⁶, rounded down.
    fn below(sum: Self::Sum) -> Self::Pixel;

    /// A mean whose weights sum up to `total`, rounded towards nothing, and then the nearest that
    /// is a colour: filters that dip below nothing may leave none.
    fn color(sum: Self::Sum, total: i64) -> Self::Pixel;

    /// The nearest means of the four pixels from each spot on, many at once, if that is possible
    /// here; `outside` gives the pixels that are not in the picture.
    #[must_use]
    fn means(
        _: &Lanes<'_>,
        _: &[Spot],
        _: impl Fn(i32, i32) -> Self::Pixel,
        _: &mut [Self::Pixel],
    ) -> bool {
        false
    }

    /// The sum of the pixels under a filter, and of its weights, many at once, if that is possible
    /// here: all of them must be in the picture.
    #[must_use]
    fn sum(_: &Lanes<'_>, _: Weights<'_>) -> Option<(Self::Sum, i64)> {
        None
    }
}

/// A picture, and the instructions to read it with.
#[derive(Clone, Copy, Debug)]
pub struct Lanes<'a> {
    pub(super) texture: &'a Texture,
    pub(super) level: Level,
}

/// A channel of any picture as one of this format.
trait Channel: Sized {
    fn of_byte(v: u8) -> Self;
    fn of_word(v: u16) -> Self;
    /// Of a number from 0 to 1; what is outside is cut off, and NaN is 0.
    fn of_float(v: f32) -> Self;

    fn read(texture: &Texture, at: usize) -> Option<[Self; 4]> {
        match texture {
            Texture::Rgba8(p) => p.pixels().get(at).map(|p| p.map(Self::of_byte)),
            Texture::Rgba16(p) => p.pixels().get(at).map(|p| p.map(Self::of_word)),
            Texture::RgbaF32(p) => p.pixels().get(at).map(|p| p.map(Self::of_float)),
        }
    }
}

impl Channel for u8 {
    fn of_byte(v: u8) -> Self {
        v
    }

    fn of_word(v: u16) -> Self {
        ((u32::from(v) * 255 + 32767) / 65535) as Self
    }

    fn of_float(v: f32) -> Self {
        (v * 255.0 + 0.5) as Self
    }
}

impl Channel for u16 {
    fn of_byte(v: u8) -> Self {
        Self::from(v) * 257
    }

    fn of_word(v: u16) -> Self {
        v
    }

    fn of_float(v: f32) -> Self {
        (v * 65535.0 + 0.5) as Self
    }
}

impl Channel for f32 {
    fn of_byte(v: u8) -> Self {
        Self::from(v) / 255.0
    }

    fn of_word(v: u16) -> Self {
        Self::from(v) / 65535.0
    }

    fn of_float(v: f32) -> Self {
        unit(f64::from(v)) as Self
    }
}

macro_rules! whole_numbers {
    ($format:ty, $channel:ty $(, $more:item)*) => {
        impl Texel for $format {
            type Sum = [i64; 4];

            #[inline]
            fn read(texture: &Texture, at: usize) -> Option<Self::Pixel> {
                <$channel>::read(texture, at)
            }

            #[inline(always)]
            fn add(sum: &mut Self::Sum, pixel: Self::Pixel, weight: i32) {
                for (sum, value) in sum.iter_mut().zip(pixel) {
                    *sum += i64::from(value) * i64::from(weight);
                }
            }

            #[inline(always)]
            fn nearest(sum: Self::Sum) -> Self::Pixel {
                sum.map(|v| ((v + (1 << 15)) >> 16) as $channel)
            }

            #[inline(always)]
            fn below(sum: Self::Sum) -> Self::Pixel {
                sum.map(|v| (v >> 16) as $channel)
            }

            #[inline(always)]
            fn color(sum: Self::Sum, total: i64) -> Self::Pixel {
                let [r, g, b, a] = sum.map(|v| v / total);
                let a = a.clamp(0, i64::from(<$channel>::MAX));
                [r, g, b, a].map(|v| v.clamp(0, a) as $channel)
            }

            $($more)*
        }
    };
}

whole_numbers!(
    Rgba8,
    u8,
    #[inline]
    fn means(
        lanes: &Lanes<'_>,
        spots: &[Spot],
        outside: impl Fn(i32, i32) -> [u8; 4],
        out: &mut [[u8; 4]],
    ) -> bool {
        let Texture::Rgba8(picture) = lanes.texture else {
            return false;
        };
        kernel::bilinear(lanes.level, picture, spots, outside, out);
        true
    },
    #[inline]
    fn sum(lanes: &Lanes<'_>, weights: Weights<'_>) -> Option<([i64; 4], i64)> {
        match lanes.texture {
            Texture::Rgba8(picture) => kernel::weighted(lanes.level, picture, weights),
            Texture::Rgba16(_) | Texture::RgbaF32(_) => None,
        }
    }
);
whole_numbers!(Rgba16, u16);

impl Texel for RgbaF32 {
    type Sum = [f64; 4];

    #[inline]
    fn read(texture: &Texture, at: usize) -> Option<[f32; 4]> {
        f32::read(texture, at)
    }

    #[inline(always)]
    fn add(sum: &mut [f64; 4], pixel: [f32; 4], weight: i32) {
        for (sum, value) in sum.iter_mut().zip(pixel) {
            *sum += f64::from(value) * f64::from(weight);
        }
    }

    #[inline(always)]
    fn nearest(sum: [f64; 4]) -> [f32; 4] {
        sum.map(|v| (v / 65536.0) as f32)
    }

    #[inline(always)]
    fn below(sum: [f64; 4]) -> [f32; 4] {
        Self::nearest(sum)
    }

    #[inline(always)]
    fn color(sum: [f64; 4], total: i64) -> [f32; 4] {
        let [r, g, b, a] = sum.map(|v| v / total as f64);
        let a = unit(a);
        [r, g, b, a].map(|v| v.clamp(0.0, a) as f32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn channels_go_from_any_width_to_any_other() {
        for v in 0..=255_u8 {
            let (word, float) = (u16::of_byte(v), f32::of_byte(v));
            assert_eq!([u8::of_word(word), u8::of_float(float)], [v, v]);
            assert_eq!(u16::of_float(float), word);
            assert_eq!(f32::of_word(word), float);
        }
        for v in 0..=u16::MAX {
            assert_eq!(u16::of_float(f32::of_word(v)), v);
            let exact = f64::from(v) / 257.0;
            assert!((f64::from(u8::of_word(v)) - exact).abs() <= 0.5);
        }
    }

    #[test]
    fn floats_that_are_no_colour_are_cut_off() {
        for (v, byte) in [(f32::NAN, 0), (f32::INFINITY, 255), (-1.0, 0), (2.0, 255)] {
            assert_eq!(u8::of_float(v), byte);
            assert_eq!(u16::of_float(v), u16::of_byte(byte));
            assert_eq!(f32::of_float(v), f32::of_byte(byte));
        }
    }
}
