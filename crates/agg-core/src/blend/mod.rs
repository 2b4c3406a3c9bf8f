//! Blending: what becomes of a pixel when colour is laid over it. Nothing here knows where.
//!
//! Each format says in [`Blend::over`] how one pixel is blended; that function is the
//! specification. Runs of pixels go through [`blend_span`], whose result is always that of the
//! one-pixel function. See `docs/blending.md`.

mod rgba8;
mod straight;

use crate::pixel::{Color, PixelFormat, Pixmap};
use crate::raster::{Coverage, Span};

/// A format that can be drawn on.
pub trait Blend: PixelFormat {
    /// A colour made ready for many pixels.
    type Solid: Copy + std::fmt::Debug + Send + Sync;

    /// Makes a colour ready.
    fn solid(color: Color) -> Self::Solid;

    /// The pixel after a colour was laid over it with a coverage of `cover` / 255.
    fn over(pixel: Self::Pixel, solid: &Self::Solid, cover: u8) -> Self::Pixel;

    /// What [`over`](Self::over) gives for every pixel where it does not depend on the pixel: a
    /// fully covered, opaque colour.
    fn opaque(solid: &Self::Solid, cover: u8) -> Option<Self::Pixel>;
}

/// Lays a colour over the pixels of a span; what lies outside the surface is left out.
pub fn blend_span<F: Blend>(pixmap: &mut Pixmap<F>, solid: &F::Solid, span: Span<'_>) {
    let (pixels, skipped) = pixmap.row_mut(span.x(), span.y(), span.len());
    match span.coverage() {
        Coverage::Uniform { cover, .. } => match F::opaque(solid, cover) {
            Some(pixel) => pixels.fill(pixel),
            None => pixels
                .iter_mut()
                .for_each(|p| *p = F::over(*p, solid, cover)),
        },
        Coverage::PerPixel(covers) => {
            let covers = covers.get(skipped..).unwrap_or_default();
            for (p, &cover) in pixels.iter_mut().zip(covers) {
                *p = F::over(*p, solid, cover);
            }
        }
    }
}

/// `a·b/255`, rounded to the nearest.
#[inline]
pub(crate) fn mul8(a: u8, b: u8) -> u8 {
    div255(u32::from(a) * u32::from(b))
}

/// `x/255` for x up to 255², rounded to the nearest.
#[inline]
pub(crate) fn div255(x: u32) -> u8 {
    let t = x + 128;
    ((t + (t >> 8)) >> 8) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_are_rounded_to_the_nearest() {
        for a in 0..=255u8 {
            for b in 0..=255u8 {
                let exact = f64::from(a) * f64::from(b) / 255.0;
                assert_eq!(f64::from(mul8(a, b)), exact.round(), "{a}·{b}");
            }
        }
    }
}
