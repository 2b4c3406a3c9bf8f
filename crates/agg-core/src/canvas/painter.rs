//! Lays what a source gives on the spans of a shape.

use crate::blend::{Blend, BlendMode, Blender, LayerPixel, SimdLevel};
use crate::canvas::source::{Source, room_for};
use crate::pixel::{ColorSpace, PixelFormat, PixmapMut};
use crate::raster::{Coverage, Span, Spans};

/// A surface and the way in which it is painted.
#[derive(Debug)]
pub(super) struct Target<'a, F: Blend> {
    pub(super) surface: PixmapMut<'a, F>,
    pub(super) mode: BlendMode,
    pub(super) space: ColorSpace,
}

impl<F: Blend> Target<'_, F> {
    /// Whether colours are simply laid over what is there.
    fn is_usual(&self) -> bool {
        self.mode == BlendMode::SourceOver && self.space == ColorSpace::Srgb
    }

    /// Lays the pixels of a layer over a span, of which they begin with the first that is on the
    /// surface.
    pub(super) fn lay(&mut self, span: Span<'_>, layer: &[LayerPixel<F>]) {
        let usual = self.is_usual();
        let (mode, space) = (self.mode, self.space);
        let (pixels, skipped) = self.surface.row_mut(span.x(), span.y(), span.len());
        if usual {
            let level = SimdLevel::best();
            return match span.coverage() {
                Coverage::Uniform { cover, .. } => F::composite_run(level, pixels, layer, cover),
                Coverage::PerPixel(covers) => {
                    let covers = covers.get(skipped..).unwrap_or_default();
                    F::composite_covers(level, pixels, layer, covers);
                }
            };
        }
        let blend = |pixel: F::Pixel, over: LayerPixel<F>, cover: u8| {
            let (under, over) = (F::load(pixel), <F::Layer as PixelFormat>::load(over));
            let cover = f64::from(cover) / 255.0;
            F::store(mode.blend_in(space, under, over, cover))
        };
        // Neighbours are often alike, and looking is cheaper than reckoning again.
        let mut before = None;
        each(
            pixels,
            layer.iter(),
            skipped,
            span,
            |pixel, &over, cover| {
                let now = (pixel, over, cover);
                match before {
                    Some((same, blended)) if same == now => blended,
                    _ => {
                        let blended = blend(pixel, over, cover);
                        before = Some((now, blended));
                        blended
                    }
                }
            },
        );
    }
}

/// Paints spans onto a surface.
#[derive(Debug)]
pub(super) struct Painter<'a, F: Blend> {
    target: Target<'a, F>,
    source: Source<'a, F>,
    /// For one colour in the usual mode.
    blender: Option<Blender<F>>,
    level: SimdLevel,
    solids: Vec<F::Solid>,
    layer: Vec<LayerPixel<F>>,
    covers: Vec<u8>,
}

impl<'a, F: Blend> Painter<'a, F> {
    pub(super) fn new(target: Target<'a, F>, source: Source<'a, F>) -> Self {
        let blender = match &source {
            Source::Solid(solid) if target.is_usual() => Some(Blender::from_solid(*solid)),
            _ => None,
        };
        Self {
            target,
            source,
            blender,
            level: SimdLevel::best(),
            solids: Vec::new(),
            layer: Vec::new(),
            covers: Vec::new(),
        }
    }

    #[inline]
    pub(super) fn paint(&mut self, span: Span<'_>) {
        if let Some(blender) = &self.blender {
            let surface = &mut self.target.surface;
            let (pixels, skipped) = surface.row_mut(span.x(), span.y(), span.len());
            return blender.lay(pixels, skipped, span.coverage());
        }
        self.shade(span);
    }

    /// The same for the spans of many rows.
    #[inline]
    pub(super) fn paint_all(&mut self, spans: Spans<'_>) {
        match &self.blender {
            Some(blender) => blender.lay_spans(&mut self.target.surface, spans),
            None => {
                self.source.see(spans.bounds());
                let mut covers = std::mem::take(&mut self.covers);
                spans.for_each_run(&mut covers, |span| self.shade(span));
                self.covers = covers;
            }
        }
    }

    fn shade(&mut self, span: Span<'_>) {
        let usual = self.target.is_usual();
        let surface = &mut self.target.surface;
        let (pixels, skipped) = surface.row_mut(span.x(), span.y(), span.len());
        if pixels.is_empty() {
            return;
        }
        let (x, y) = (span.x().saturating_add(skipped as i32), span.y());
        if let (Source::Colors(colors), true) = (&mut self.source, usual) {
            let solids = room_for::<F>(&mut self.solids, pixels.len());
            colors.colors(x, y, solids);
            return match span.coverage() {
                Coverage::Uniform { cover, .. } => {
                    F::blend_colors(self.level, pixels, solids, cover);
                }
                Coverage::PerPixel(covers) => {
                    let covers = covers.get(skipped..).unwrap_or_default();
                    F::blend_color_covers(self.level, pixels, solids, covers);
                }
            };
        }
        self.layer
            .resize(pixels.len(), bytemuck::Zeroable::zeroed());
        self.source.shade(x, y, &mut self.layer, &mut self.solids);
        self.target.lay(span, &self.layer);
    }
}

/// Changes each pixel by the colour and the coverage that stand at its place.
#[inline(always)]
fn each<P: Copy, C>(
    pixels: &mut [P],
    colors: impl Iterator<Item = C>,
    skipped: usize,
    span: Span<'_>,
    mut change: impl FnMut(P, C, u8) -> P,
) {
    match span.coverage() {
        Coverage::Uniform { cover, .. } => {
            for (pixel, color) in pixels.iter_mut().zip(colors) {
                *pixel = change(*pixel, color, cover);
            }
        }
        Coverage::PerPixel(covers) => {
            let covers = covers.get(skipped..).unwrap_or_default();
            for ((pixel, color), &cover) in pixels.iter_mut().zip(colors).zip(covers) {
                if cover != 0 {
                    *pixel = change(*pixel, color, cover);
                }
            }
        }
    }
}
