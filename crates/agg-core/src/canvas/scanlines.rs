//! Shapes that were rasterized already.

use crate::blend::{Blend, BlendMode};
use crate::canvas::Canvas;
use crate::canvas::painter::{Painter, Target};
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
        let target = Target {
            surface: self.surface.reborrow(),
            mode: state.mode,
            space: state.space,
        };
        let mut painter = Painter::new(target, source);
        let clip_box: Region = std::iter::once(state.clip_box).collect();
        let paint = |span: Span<'_>| painter.paint(span);
        let clipped: Box<dyn FnMut(Span<'_>) + '_> = match &state.clip {
            Some(mask) => Box::new(mask.before(paint)),
            None => Box::new(paint),
        };
        match &state.gamma {
            Some(gamma) => shape
                .spans()
                .for_each(clip_box.before(gamma.before(clipped))),
            None => shape.spans().for_each(clip_box.before(clipped)),
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

#[cfg(test)]
mod tests {
    use crate::geometry::{IntRect, Rect};
    use crate::path::{Path, PathIterator, Stroke};
    use crate::pixel::{Color, Pixmap};
    use crate::raster::{FillRule, Rasterizer, Scanlines};
    use crate::{BlendMode, Canvas, LinearGradient};

    fn kept(path: &Path) -> Scanlines {
        let mut rasterizer = Rasterizer::new(40, 30);
        rasterizer.add(path);
        rasterizer.sweep(FillRule::NonZero).collect()
    }

    /// A canvas with everything that comes with it but a transform.
    fn drawn(draw: impl Fn(&mut Canvas<'_>)) -> Vec<u8> {
        let mut pixmap = Pixmap::new(40, 30).unwrap();
        pixmap.fill([90, 120, 30, 200]);
        let mut canvas = Canvas::new(&mut pixmap);
        let mut canvas = canvas.with_clip_box(IntRect::new(3, 0, 35, 27));
        let disc = Path::circle((18.0, 14.0), 13.0);
        let mut canvas = canvas.with_clip(&disc, FillRule::NonZero).unwrap();
        draw(
            &mut canvas
                .with_opacity(0.7)
                .with_blend_mode(BlendMode::Multiply),
        );
        pixmap.bytes().to_vec()
    }

    #[test]
    fn a_kept_shape_is_drawn_as_its_path() {
        let ring = Path::circle((20.0, 15.0), 9.0);
        let ring: Path = ring.elements().stroked(&Stroke::new(4.3)).collect();
        let paint = LinearGradient::new((5.0, 0.0), (30.0, 9.0))
            .with_stops(&[(0.0, Color::WHITE), (1.0, Color::TRANSPARENT)]);
        let as_path = drawn(|canvas| canvas.fill(&ring, FillRule::NonZero, paint.clone()));
        let as_kept = drawn(|canvas| canvas.fill_scanlines(&kept(&ring), paint.clone()));
        assert_eq!(as_path, as_kept);
    }

    #[test]
    fn shapes_side_by_side_show_no_seam() {
        let half = |x0, x1| kept(&Path::rectangle(Rect::new(x0, 0.0, x1, 30.0)));
        let halves = [half(0.0, 17.5), half(17.5, 40.0)];
        let mut pixmap = Pixmap::new(40, 30).unwrap();
        pixmap.fill([255; 4]);
        let black = halves.iter().map(|half| (half, Color::BLACK));
        Canvas::new(&mut pixmap).fill_adjacent(black).unwrap();
        assert_eq!(pixmap.pixel(16, 9), Some([0, 0, 0, 255]));
        // 128 and 127 of 255.
        assert_eq!(pixmap.pixel(17, 9), Some([0, 0, 0, 255]));
    }

    #[test]
    fn a_shape_outside_of_the_clip_draws_nothing() {
        let far: Scanlines = kept(&Path::circle((20.0, 15.0), 9.0))
            .spans_at(1 << 30, -(1 << 30))
            .collect();
        let before = drawn(|_| {});
        assert_eq!(
            drawn(|canvas| canvas.fill_scanlines(&far, Color::BLACK)),
            before
        );
        assert_eq!(
            drawn(|canvas| canvas.fill_scanlines(&Scanlines::default(), Color::BLACK)),
            before
        );
    }
}
