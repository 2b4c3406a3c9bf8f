//! Blending: what becomes of a pixel when colour is laid over it. Nothing here knows where.
//!
//! Each format says in [`Blend::over`] how one pixel is blended; that function is the
//! specification. Runs of pixels go through a [`Blender`], which holds a colour made ready and
//! the instructions of the machine, and whose result is always that of the one-pixel function.
//! See `docs/blending.md`.

mod arithmetic;
mod blender;
mod gray;
mod kernel;
mod layer_kernel;
mod mode;
mod opaque;
mod pairs;
mod rgba8;
mod straight;
mod wide;

use crate::paint::Texel;
use crate::pixel::{Color, PixelFormat, Pixmap, PixmapMut, Premultiplied};
use crate::raster::{Span, Spans};

pub use blender::{Blender, SimdLevel};
pub use mode::{BlendMode, Compose, Mix};

pub(crate) use arithmetic::{lerp, mul8, prelerp};

/// A pixel of the layers that are laid over a surface of format `F`.
pub type LayerPixel<F> = <<F as Blend>::Layer as PixelFormat>::Pixel;

/// A format that can be drawn on.
pub trait Blend: PixelFormat {
    /// A colour made ready for many pixels.
    type Solid: Copy + std::fmt::Debug + Send + Sync;

    /// The format of layers above such a surface, which is also that of images on it:
    /// premultiplied, and no less precise.
    type Layer: Blend<Layer = Self::Layer> + Texel;

    /// Makes a colour ready.
    fn solid(color: Color) -> Self::Solid;

    /// The pixel after a colour was laid over it with a coverage of `cover` / 255.
    fn over(pixel: Self::Pixel, solid: &Self::Solid, cover: u8) -> Self::Pixel;

    /// What [`over`](Self::over) gives for every pixel where it does not depend on the pixel: a
    /// fully covered, opaque colour.
    fn opaque(solid: &Self::Solid, cover: u8) -> Option<Self::Pixel>;

    /// A colour as a pixel of a layer.
    fn layer_pixel(solid: &Self::Solid) -> LayerPixel<Self>;

    /// The pixel after a layer's pixel was laid over it with a coverage of `cover` / 255.
    #[must_use]
    fn composite(pixel: Self::Pixel, layer: LayerPixel<Self>, cover: u8) -> Self::Pixel {
        let (under, over) = (Self::load(pixel), <Self::Layer as PixelFormat>::load(layer));
        match (cover, over.a) {
            (0, _) => pixel,
            (_, a) if a <= 0.0 && over == Premultiplied::TRANSPARENT => pixel,
            _ => Self::store(mode::over(under, over.scaled(f64::from(cover) / 255.0))),
        }
    }

    /// Lays a colour over a run of pixels, all covered alike: [`over`](Self::over) for each.
    #[inline]
    fn blend_run(_: SimdLevel, pixels: &mut [Self::Pixel], solid: &Self::Solid, cover: u8) {
        for pixel in pixels {
            *pixel = Self::over(*pixel, solid, cover);
        }
    }

    /// Lays a colour of its own over each of a run of pixels, all covered alike:
    /// [`over`](Self::over) for each.
    #[inline]
    fn blend_colors(_: SimdLevel, pixels: &mut [Self::Pixel], colors: &[Self::Solid], cover: u8) {
        for (pixel, color) in pixels.iter_mut().zip(colors) {
            *pixel = match Self::opaque(color, cover) {
                Some(pixel) => pixel,
                None => Self::over(*pixel, color, cover),
            };
        }
    }

    /// Lays a colour of its own over each of a row of pixels, each with its coverage:
    /// [`over`](Self::over) for each.
    #[inline]
    fn blend_color_covers(
        _: SimdLevel,
        pixels: &mut [Self::Pixel],
        colors: &[Self::Solid],
        covers: &[u8],
    ) {
        for ((pixel, color), &cover) in pixels.iter_mut().zip(colors).zip(covers) {
            if cover != 0 {
                let opaque = Self::opaque(color, cover);
                *pixel = opaque.unwrap_or_else(|| Self::over(*pixel, color, cover));
            }
        }
    }

    /// Lays a layer's pixels over a run of pixels, all covered alike:
    /// [`composite`](Self::composite) for each.
    #[inline]
    fn composite_run(
        _: SimdLevel,
        pixels: &mut [Self::Pixel],
        layer: &[LayerPixel<Self>],
        cover: u8,
    ) {
        for (pixel, &layer) in pixels.iter_mut().zip(layer) {
            *pixel = Self::composite(*pixel, layer, cover);
        }
    }

    /// Lays a layer's pixels over a row of pixels, each with its coverage:
    /// [`composite`](Self::composite) for each.
    #[inline]
    fn composite_covers(
        _: SimdLevel,
        pixels: &mut [Self::Pixel],
        layer: &[LayerPixel<Self>],
        covers: &[u8],
    ) {
        for ((pixel, &layer), &cover) in pixels.iter_mut().zip(layer).zip(covers) {
            if cover != 0 {
                *pixel = Self::composite(*pixel, layer, cover);
            }
        }
    }

    /// Lays a colour over the spans of many rows, as far as they are on a surface:
    /// [`over`](Self::over) for each pixel.
    fn blend_spans(
        level: SimdLevel,
        surface: &mut PixmapMut<'_, Self>,
        solid: &Self::Solid,
        spans: Spans<'_>,
    ) {
        let blender = Blender::<Self>::from_solid(*solid).with_level(level);
        spans.for_each(|span| {
            let (pixels, skipped) = surface.row_mut(span.x(), span.y(), span.len());
            blender.lay(pixels, skipped, span.coverage());
        });
    }

    /// Lays a colour over a row of pixels, each with its coverage: [`over`](Self::over) for each.
    #[inline]
    fn blend_covers(_: SimdLevel, pixels: &mut [Self::Pixel], solid: &Self::Solid, covers: &[u8]) {
        for (pixel, &cover) in pixels.iter_mut().zip(covers) {
            *pixel = Self::over(*pixel, solid, cover);
        }
    }
}

/// Lays a colour over the pixels of a span; what lies outside the surface is left out.
pub fn blend_span<F: Blend>(pixmap: &mut Pixmap<F>, solid: &F::Solid, span: Span<'_>) {
    let (pixels, skipped) = pixmap.row_mut(span.x(), span.y(), span.len());
    Blender::<F>::from_solid(*solid).lay(pixels, skipped, span.coverage());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pixel::Rgba8;
    use crate::raster::Coverage;

    #[test]
    fn a_span_is_laid_over_the_pixels_that_are_there() {
        let mut pixmap: Pixmap<Rgba8> = Pixmap::new(4, 2).unwrap();
        let solid = Rgba8::solid(Color::BLACK);
        let run = Coverage::Uniform { len: 9, cover: 255 };
        blend_span(&mut pixmap, &solid, Span::new(2, 1, run));
        blend_span(
            &mut pixmap,
            &solid,
            Span::new(-2, 0, Coverage::PerPixel(&[9, 99, 128])),
        );
        let alphas: Vec<u8> = (0..8)
            .map(|i| pixmap.pixel(i % 4, i / 4).unwrap()[3])
            .collect();
        assert_eq!(alphas, [128, 0, 0, 0, 0, 0, 255, 255]);
    }
}
