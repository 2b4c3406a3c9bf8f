//! Layers: groups of shapes that are laid over the surface as one.

use crate::blend::{Blend, BlendMode};
use crate::canvas::painter::{Painter, Target};
use crate::canvas::source::Source;
use crate::canvas::{Canvas, Scratch, State};
use crate::error::Error;
use crate::geometry::{IntRect, Point, Rect};
use crate::limits::Limit;
use crate::path::Path;
use crate::pixel::{A8, Color, Pixmap, PixmapMut, unit};
use crate::raster::{FillRule, Mask, Span};

/// A shadow that falls from a group.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shadow {
    offset: Point,
    blur: f64,
    color: Color,
}

impl Shadow {
    /// A shadow that lies off by so many whole pixels, blurred by a radius in pixels; not numbers
    /// count as 0.
    #[must_use]
    pub fn new(offset: impl Into<Point>, blur: f64, color: Color) -> Self {
        Self {
            offset: offset.into(),
            blur,
            color,
        }
    }
}

impl<F: Blend> Canvas<'_, F> {
    /// Draws a group: what `draw` draws is collected on a transparent layer, which is then laid
    /// over this canvas with its clip and blend mode, with an opacity from 0 to 1.
    ///
    /// Shapes of the group that overlap do not show through each other, whatever the opacity.
    ///
    /// ```
    /// use agg_core::{Canvas, Color, FillRule, Path, Pixmap};
    ///
    /// let mut pixmap = Pixmap::new(60, 40)?;
    /// Canvas::new(&mut pixmap).with_layer(0.5, |group| {
    ///     group.fill(&Path::circle((25.0, 20.0), 15.0), FillRule::NonZero, Color::BLACK);
    ///     group.fill(&Path::circle((35.0, 20.0), 15.0), FillRule::NonZero, Color::BLACK);
    /// })?;
    /// assert_eq!(pixmap.pixel(30, 20), pixmap.pixel(12, 20));
    /// # Ok::<(), agg_core::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::OutOfMemory`] where there is no room for the pixels within the clip,
    /// [`Error::Limit`] where a meter says so.
    pub fn with_layer(
        &mut self,
        opacity: f64,
        draw: impl FnOnce(&mut Canvas<'_, F::Layer>),
    ) -> Result<(), Error> {
        if let Some(layer) = self.layer(draw)? {
            self.lay(&layer, self.state.clip_box, opacity);
        }
        Ok(())
    }

    /// Draws a group above a shadow of all that it covers.
    ///
    /// ```
    /// use agg_core::{Canvas, Color, FillRule, Path, Pixmap, Shadow};
    ///
    /// let mut pixmap = Pixmap::new(60, 40)?;
    /// let shadow = Shadow::new((3.0, 4.0), 6.0, Color::BLACK.with_alpha(0.5));
    /// Canvas::new(&mut pixmap).with_shadow(&shadow, |group| {
    ///     group.fill(&Path::circle((25.0, 18.0), 12.0), FillRule::NonZero, Color::WHITE);
    /// })?;
    /// # Ok::<(), agg_core::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::OutOfMemory`] where there is no room for the pixels within the clip,
    /// [`Error::Limit`] where a meter says so.
    pub fn with_shadow(
        &mut self,
        shadow: &Shadow,
        draw: impl FnOnce(&mut Canvas<'_, F::Layer>),
    ) -> Result<(), Error> {
        let Some(layer) = self.layer(draw)? else {
            return Ok(());
        };
        let bounds = self.state.clip_box;
        let mut alpha = layer.converted::<A8>()?;
        alpha.gaussian_blur(shadow.blur);
        let [x, y] = [shadow.offset.x, shadow.offset.y].map(|v| v.round() as i32);
        let shifted = IntRect::new(
            bounds.x0.saturating_add(x),
            bounds.y0.saturating_add(y),
            bounds.x1.saturating_add(x),
            bounds.y1.saturating_add(y),
        );
        let mut mask = Mask::new(shifted)?;
        for (to, &from) in mask.covers_mut().iter_mut().zip(alpha.pixels()) {
            *to = from;
        }
        self.with_mask(mask).fill_all(shadow.color);
        self.lay(&layer, bounds, 1.0);
        Ok(())
    }

    /// What `draw` draws, over the pixels of the clip box; `None` where that is empty.
    fn layer(
        &mut self,
        draw: impl FnOnce(&mut Canvas<'_, F::Layer>),
    ) -> Result<Option<Pixmap<F::Layer>>, Error> {
        let bounds = self.state.clip_box;
        if bounds.is_empty() {
            return Ok(None);
        }
        if let Some(meter) = &self.state.meter {
            meter.spend(Limit::Layers, 1);
        }
        self.spend_pixels(bounds)?;
        let side = |from: i32, to: i32| to.abs_diff(from);
        let mut layer = Pixmap::<F::Layer>::with_format(
            side(bounds.x0, bounds.x1),
            side(bounds.y0, bounds.y1),
        )?;
        let view = PixmapMut::from(&mut layer).with_origin(bounds.x0, bounds.y0);
        draw(&mut Canvas {
            surface: view,
            rasterizer: Scratch::Lent(self.rasterizer.rasterizer()),
            state: State {
                clip: None,
                mode: BlendMode::default(),
                opacity: 1.0,
                ..self.state.clone()
            },
        });
        Ok(Some(layer))
    }

    /// Lays a layer over the pixels of `bounds`.
    fn lay(&mut self, layer: &Pixmap<F::Layer>, bounds: IntRect, opacity: f64) {
        let state = &self.state;
        let source = Source::layer(layer, bounds, unit(opacity) * state.opacity);
        let target = Target {
            surface: self.surface.reborrow(),
            mode: state.mode,
            space: state.space,
        };
        let IntRect {
            y0: top,
            y1: bottom,
            ..
        } = target.surface.bounds();
        let mut painter = Painter::new(target, source);
        let [x0, y0, x1, y1] = [bounds.x0, bounds.y0, bounds.x1, bounds.y1].map(f64::from);
        let all = Path::rectangle(Rect::new(x0, y0, x1, y1));
        let rasterizer = self.rasterizer.rasterizer();
        rasterizer.set_meter(state.meter.as_ref());
        rasterizer.set_clip_box(bounds);
        rasterizer.add(&all);
        match &state.clip {
            Some(mask) => {
                let paint = mask.before(|span| painter.paint(span));
                rasterizer.for_each_span_in(top..bottom, FillRule::NonZero, paint);
            }
            None => {
                let paint = |span: Span<'_>| painter.paint(span);
                rasterizer.for_each_span_in(top..bottom, FillRule::NonZero, paint);
            }
        }
    }
}
