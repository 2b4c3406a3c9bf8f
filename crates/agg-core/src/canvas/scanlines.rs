//! Shapes that were rasterized already.

use crate::blend::{Blend, BlendMode};
use crate::canvas::Canvas;
use crate::canvas::painter::Painter;
use crate::canvas::source::Source;
use crate::error::Error;
use crate::paint::Paint;
use crate::raster::{Region, Scanlines, Span};

impl<F: Blend> Canvas<'_, F> {
    /// Fills a shape that was kept. It stays where it was rasterized: the transform applies to the
    /// paint alone.
    ///
    /// ```
    /// use agg_core::{Canvas, Color, FillRule, Path, Pixmap, Rasterizer, Scanlines};
    ///
    /// let mut rasterizer = Rasterizer::new(20, 20);
    /// rasterizer.add(&Path::circle((10.0, 10.0), 7.0));
    /// let disc: Scanlines = rasterizer.sweep(FillRule::NonZero).collect();
    /// let mut pixmap = Pixmap::new(20, 20)?;
    /// Canvas::new(&mut pixmap).fill_scanlines(&disc, Color::BLACK);
    /// assert_eq!(pixmap.pixel(10, 10), Some([0, 0, 0, 255]));
    /// # Ok::<(), agg_core::Error>(())
    /// ```
    pub fn fill_scanlines(&mut self, shape: &Scanlines, paint: impl Into<Paint>) {
        let (paint, state) = (paint.into(), &self.state);
        let Some(source) = Source::new(&paint, state.transform, state.opacity) else {
            return;
        };
        let surface = self.surface.reborrow();
        let mut painter = Painter::new(surface, source, state.mode, state.space);
        let clip_box: Region = std::iter::once(state.clip_box).collect();
        let paint = |span: Span<'_>| painter.paint(span);
        match &state.clip {
            Some(mask) => shape.spans().for_each(clip_box.before(mask.before(paint))),
            None => shape.spans().for_each(clip_box.before(paint)),
        }
    }

    /// Fills shapes that lie side by side. Where several cover parts of a pixel, their colours add
    /// up, so that no seam shows between them as it would if each were laid over the others.
    ///
    /// ```
    /// use agg_core::{
    ///     Canvas, Color, CompoundRasterizer, FillRule, LayerOrder, Path, Pixmap, Rect, Scanlines, Sides,
    /// };
    ///
    /// let mut compound = CompoundRasterizer::new(20, 20);
    /// let right = |style| Sides { left: None, right: Some(style) };
    /// compound.add(&Path::rectangle(Rect::new(0.0, 0.0, 9.5, 20.0)), right(0));
    /// compound.add(&Path::rectangle(Rect::new(9.5, 0.0, 20.0, 20.0)), right(1));
    /// let shapes = Scanlines::record_each(|keep| {
    ///     compound.for_each_layered_span(FillRule::NonZero, LayerOrder::Direct, keep);
    /// });
    /// let mut pixmap = Pixmap::new(20, 20)?;
    /// pixmap.fill([255; 4]);
    /// Canvas::new(&mut pixmap).fill_adjacent(shapes.values().map(|shape| (shape, Color::BLACK)))?;
    /// assert_eq!(pixmap.pixel(9, 10), Some([0, 0, 0, 255]));
    /// # Ok::<(), agg_core::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::OutOfMemory`] where there is no room for the pixels within the clip.
    pub fn fill_adjacent<'s, P: Into<Paint>>(
        &mut self,
        shapes: impl IntoIterator<Item = (&'s Scanlines, P)>,
    ) -> Result<(), Error> {
        self.with_layer(1.0, |layer| {
            let mut sum = layer.with_blend_mode(BlendMode::Plus);
            for (shape, paint) in shapes {
                sum.fill_scanlines(shape, paint);
            }
        })
    }
}
