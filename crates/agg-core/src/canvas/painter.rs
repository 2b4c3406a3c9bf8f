//! Lays what a source gives on the spans of a shape.

use crate::blend::{Blend, BlendMode, Blender, LayerPixel, SimdLevel};
use crate::canvas::source::Source;
use crate::pixel::{ColorSpace, PixelFormat, PixmapMut};
use crate::raster::{Coverage, Span};

/// Paints spans onto a surface.
#[derive(Debug)]
pub(super) struct Painter<'a, F: Blend> {
    surface: PixmapMut<'a, F>,
    source: Source<'a, F>,
    /// For one colour in the usual mode.
    blender: Option<Blender<F>>,
    mode: BlendMode,
    space: ColorSpace,
    level: SimdLevel,
    indices: Vec<u16>,
    solids: Vec<F::Solid>,
    layer: Vec<LayerPixel<F>>,
}

impl<'a, F: Blend> Painter<'a, F> {
    pub(super) fn new(
        surface: PixmapMut<'a, F>,
        source: Source<'a, F>,
        mode: BlendMode,
        space: ColorSpace,
    ) -> Self {
        let usual = mode == BlendMode::SourceOver && space == ColorSpace::Srgb;
        let blender = match &source {
            Source::Solid(solid) if usual => Some(Blender::from_solid(*solid)),
            _ => None,
        };
        Self {
            surface,
            source,
            blender,
            mode,
            space,
            level: SimdLevel::best(),
            indices: Vec::new(),
            solids: Vec::new(),
            layer: Vec::new(),
        }
    }

    #[inline]
    pub(super) fn paint(&mut self, span: Span<'_>) {
        if let Some(blender) = &self.blender {
            let (pixels, skipped) = self.surface.row_mut(span.x(), span.y(), span.len());
            return blender.lay(pixels, skipped, span.coverage());
        }
        self.shade(span);
    }

    fn shade(&mut self, span: Span<'_>) {
        let (pixels, skipped) = self.surface.row_mut(span.x(), span.y(), span.len());
        if pixels.is_empty() {
            return;
        }
        let (x, y) = (span.x().saturating_add(skipped as i32), span.y());
        let usual = self.mode == BlendMode::SourceOver && self.space == ColorSpace::Srgb;
        if let (Source::Table(table, positions), true) = (&self.source, usual) {
            self.indices.resize(pixels.len(), 0);
            positions.indices(x, y, &mut self.indices);
            let colors = self.indices.iter();
            self.solids.clear();
            self.solids
                .extend(colors.filter_map(|&i| table.get(usize::from(i))));
            if let Coverage::Uniform { cover, .. } = span.coverage() {
                return F::blend_colors(self.level, pixels, &self.solids, cover);
            }
            let colors = self.solids.iter();
            return each(pixels, colors, skipped, span, |pixel, color, cover| {
                F::opaque(color, cover).unwrap_or_else(|| F::over(pixel, color, cover))
            });
        }
        self.layer
            .resize(pixels.len(), bytemuck::Zeroable::zeroed());
        self.source.shade(x, y, &mut self.layer, &mut self.indices);
        let layer = self.layer.iter();
        if usual {
            return each(pixels, layer, skipped, span, |pixel, &over, cover| {
                F::composite(pixel, over, cover)
            });
        }
        let (mode, space) = (self.mode, self.space);
        each(pixels, layer, skipped, span, |pixel, &over, cover| {
            let (under, over) = (F::load(pixel), <F::Layer as PixelFormat>::load(over));
            let cover = f64::from(cover) / 255.0;
            F::store(mode.blend_in(space, under, over, cover))
        });
    }
}

/// Changes each pixel by the colour and the coverage that stand at its place.
#[inline(always)]
fn each<P: Copy, C>(
    pixels: &mut [P],
    colors: impl Iterator<Item = C>,
    skipped: usize,
    span: Span<'_>,
    change: impl Fn(P, C, u8) -> P,
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
