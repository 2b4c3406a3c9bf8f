//! The canvas: paths and paint onto a surface.
//!
//! A canvas is a surface with a rasterizer. What varies from call to call (a transform, a clip, a
//! blend mode) is not set and reset but comes with a value: `canvas.with_transform(map)` is a
//! canvas that draws through the map, for as long as it lives.
//!
//! ```text
//! path ─transform─► rasterizer ─spans─► clip ─► painter ─► surface
//!                                                 ▲
//!                         paint ─► one colour, or a colour for each pixel
//! ```

mod layer;
mod painter;
mod scanlines;
mod source;
mod stroke;

use crate::blend::{Blend, BlendMode};
use crate::error::Error;
use crate::geometry::{Affine, IntRect, Rect};
use crate::limits::{Limit, Meter};
use crate::paint::{Image, Mesh, Paint};
use crate::path::{Path, PathEl, PathIterator};
use crate::pixel::{ColorSpace, PixmapMut, Rgba8, unit};
use crate::raster::{FillRule, Gamma, Mask, Rasterizer, Span};
pub use layer::Shadow;
use painter::{Painter, Target};
use source::Source;
use std::sync::Arc;

/// Draws on a surface.
///
/// Drawing never fails: what cannot be drawn (non-finite coordinates, a singular transform, a
/// stroke of no width) leaves the surface as it is, or draws the part that can be.
///
/// ```
/// use agg_core::{Affine, BlendMode, Canvas, Color, FillRule, Path, Pixmap, RadialGradient, Stroke};
///
/// let mut pixmap = Pixmap::new(60, 40)?;
/// let mut canvas = Canvas::new(&mut pixmap);
/// canvas.fill(&Path::circle((20.0, 20.0), 15.0), FillRule::NonZero, Color::from_rgb8(31, 119, 180));
/// canvas.with_transform(Affine::translate(25.0, 0.0)).stroke(
///     &Path::circle((20.0, 20.0), 10.0),
///     &Stroke::new(3.0).with_dashes(0.0, &[6.0, 4.0]),
///     Color::BLACK,
/// );
/// let glow = RadialGradient::new((20.0, 20.0), 15.0)
///     .with_stops(&[(0.0, Color::WHITE), (1.0, Color::TRANSPARENT)]);
/// canvas.with_blend_mode(BlendMode::Screen).fill(&Path::circle((20.0, 20.0), 15.0), FillRule::NonZero, glow);
/// # Ok::<(), agg_core::Error>(())
/// ```
#[derive(Debug)]
pub struct Canvas<'p, F: Blend = Rgba8> {
    surface: PixmapMut<'p, F>,
    rasterizer: Scratch<'p>,
    state: State,
}

/// What comes with a canvas as values.
#[derive(Clone, Debug)]
struct State {
    transform: Affine,
    /// The pixels that may change.
    clip_box: IntRect,
    /// How much of each of them.
    clip: Option<Arc<Mask>>,
    gamma: Option<Arc<Gamma>>,
    mode: BlendMode,
    space: ColorSpace,
    opacity: f64,
    meter: Option<Meter>,
}

/// The rasterizer of a canvas, or of the canvas it was made from.
#[derive(Debug)]
enum Scratch<'p> {
    Own(Box<Rasterizer>),
    Lent(&'p mut Rasterizer),
}

impl Scratch<'_> {
    fn rasterizer(&mut self) -> &mut Rasterizer {
        match self {
            Self::Own(rasterizer) => rasterizer,
            Self::Lent(rasterizer) => rasterizer,
        }
    }
}

impl<'p, F: Blend> Canvas<'p, F> {
    /// A canvas over the whole of a surface: a [`Pixmap`](crate::Pixmap), or a [`PixmapMut`] in
    /// other memory.
    #[must_use]
    pub fn new(surface: impl Into<PixmapMut<'p, F>>) -> Self {
        let surface = surface.into();
        let clip_box = surface.bounds();
        Self {
            rasterizer: Scratch::Own(Box::new(Rasterizer::with_clip_box(clip_box))),
            surface,
            state: State {
                transform: Affine::IDENTITY,
                clip_box,
                clip: None,
                gamma: None,
                mode: BlendMode::default(),
                space: ColorSpace::Srgb,
                opacity: 1.0,
                meter: None,
            },
        }
    }

    fn with(&mut self, change: impl FnOnce(&mut State)) -> Canvas<'_, F> {
        let mut state = self.state.clone();
        change(&mut state);
        Canvas {
            surface: self.surface.reborrow(),
            rasterizer: Scratch::Lent(self.rasterizer.rasterizer()),
            state,
        }
    }

    /// Canvases like this one on bands of its rows, from the top down, at most `count`.
    ///
    /// Each changes but its own rows. Where the same is drawn on all of them, the surface becomes
    /// what it becomes where that is drawn on this canvas, to the byte; so a picture can be drawn by
    /// as many threads. Each of them looks at all paths, but fills and blends its rows alone.
    ///
    /// ```
    /// use agg_core::{Canvas, Color, FillRule, Path, Pixmap};
    ///
    /// let mut pixmap = Pixmap::new(60, 40)?;
    /// let mut canvas = Canvas::new(&mut pixmap);
    /// let discs = [(20.0, 20.0), (40.0, 15.0)].map(|center| Path::circle(center, 12.0));
    /// std::thread::scope(|threads| {
    ///     for mut band in canvas.bands(2) {
    ///         let discs = &discs;
    ///         threads.spawn(move || {
    ///             for disc in discs {
    ///                 band.fill(disc, FillRule::NonZero, Color::BLACK);
    ///             }
    ///         });
    ///     }
    /// });
    /// assert_eq!(pixmap.pixel(20, 30), Some([0, 0, 0, 255]));
    /// # Ok::<(), agg_core::Error>(())
    /// ```
    #[must_use]
    pub fn bands(&mut self, count: usize) -> Vec<Canvas<'_, F>> {
        let state = &self.state;
        let bands = self.surface.bands(count).into_iter();
        let canvas = |surface| Canvas {
            surface,
            rasterizer: Scratch::Own(Box::new(Rasterizer::with_clip_box(state.clip_box))),
            state: state.clone(),
        };
        bands.map(canvas).collect()
    }

    /// Draws the same on as many bands as rayon's pool has threads: the pool that the call is made
    /// in, or the global one.
    ///
    /// The surface becomes what it becomes where `draw` is called with this canvas, to the byte, as
    /// long as `draw` draws the same each time. Each band looks at all paths, so it pays where there
    /// are many pixels to fill, and not for many small shapes.
    ///
    /// ```
    /// use agg_core::{Canvas, Color, FillRule, Path, Pixmap};
    ///
    /// let mut pixmap = Pixmap::new(60, 40)?;
    /// let disc = Path::circle((20.0, 20.0), 12.0);
    /// Canvas::new(&mut pixmap).in_parallel(|band| band.fill(&disc, FillRule::NonZero, Color::BLACK));
    /// assert_eq!(pixmap.pixel(20, 30), Some([0, 0, 0, 255]));
    /// # Ok::<(), agg_core::Error>(())
    /// ```
    #[cfg(feature = "rayon")]
    pub fn in_parallel(&mut self, draw: impl Fn(&mut Canvas<'_, F>) + Sync) {
        use rayon::prelude::*;
        let bands = self.bands(rayon::current_num_threads());
        bands.into_par_iter().for_each(|mut band| draw(&mut band));
    }

    /// This canvas with a transform before its own.
    #[must_use = "the transform ends with the canvas that this returns"]
    pub fn with_transform(&mut self, transform: Affine) -> Canvas<'_, F> {
        self.with(|state| state.transform = transform.then(state.transform))
    }

    /// This canvas with another blend mode.
    #[must_use = "the mode ends with the canvas that this returns"]
    pub fn with_blend_mode(&mut self, mode: impl Into<BlendMode>) -> Canvas<'_, F> {
        self.with(|state| state.mode = mode.into())
    }

    /// This canvas with the space in which colours are blended. Linear light costs a power for
    /// each channel of each pixel.
    #[must_use = "the space ends with the canvas that this returns"]
    pub fn with_color_space(&mut self, space: ColorSpace) -> Canvas<'_, F> {
        self.with(|state| state.space = space)
    }

    /// This canvas with the alpha of every paint multiplied by an opacity from 0 to 1; NaN is 0.
    /// Shapes that overlap show through each other; see [`with_layer`](Self::with_layer) for a
    /// group.
    #[must_use = "the opacity ends with the canvas that this returns"]
    pub fn with_opacity(&mut self, opacity: f64) -> Canvas<'_, F> {
        self.with(|state| state.opacity *= unit(opacity))
    }

    /// This canvas with the coverage of every shape changed by a function, before any clip.
    ///
    /// ```
    /// use agg_core::{Canvas, Color, FillRule, Gamma, Path, Pixmap};
    ///
    /// let mut pixmap = Pixmap::new(20, 20)?;
    /// let disc = Path::circle((10.0, 10.0), 7.3);
    /// Canvas::new(&mut pixmap).with_gamma(Gamma::threshold(0.5)).fill(&disc, FillRule::NonZero, Color::BLACK);
    /// assert!(pixmap.pixels().iter().all(|p| p[3] == 0 || p[3] == 255), "no smooth edges");
    /// # Ok::<(), agg_core::Error>(())
    /// ```
    #[must_use = "the function ends with the canvas that this returns"]
    pub fn with_gamma(&mut self, gamma: impl Into<Arc<Gamma>>) -> Canvas<'_, F> {
        let gamma = gamma.into();
        self.with(|state| {
            state.gamma = Some(match &state.gamma {
                Some(later) => Arc::new(gamma.then(later)),
                None => gamma,
            });
        })
    }

    /// This canvas with all that is drawn counted on a meter. Once a limit is reached, nothing more
    /// is drawn; ask [`Meter::check`] at the end. See [`Limits`](crate::Limits) for an example.
    #[must_use = "the meter ends with the canvas that this returns"]
    pub fn with_meter(&mut self, meter: &Meter) -> Canvas<'_, F> {
        self.with(|state| state.meter = Some(meter.clone()))
    }

    /// This canvas cut to a rectangle of pixels, which no transform applies to.
    #[must_use = "the clip ends with the canvas that this returns"]
    pub fn with_clip_box(&mut self, clip: IntRect) -> Canvas<'_, F> {
        self.with(|state| state.clip_box = state.clip_box.intersection(clip))
    }

    /// This canvas cut to the inside of a path, with smooth edges. An empty path leaves nothing.
    ///
    /// # Errors
    ///
    /// [`Error::OutOfMemory`] where there is no room for one byte for each pixel of its bounds,
    /// [`Error::Limit`] where a meter says so.
    pub fn with_clip(&mut self, path: &Path, rule: FillRule) -> Result<Canvas<'_, F>, Error> {
        let map = self.state.transform;
        let bounds = pixels(path.elements().transformed(map)).intersection(self.state.clip_box);
        self.spend_pixels(bounds)?;
        let mut mask = Mask::new(bounds)?;
        let rasterizer = self.rasterizer.rasterizer();
        rasterizer.set_clip_box(bounds);
        rasterizer.set_meter(self.state.meter.as_ref());
        rasterizer.add(path.elements().transformed(map));
        rasterizer.for_each_span(rule, |span| mask.set(span));
        Ok(self.with_mask(mask))
    }

    /// This canvas with all coverage multiplied by a mask's; outside of the mask nothing is drawn.
    #[must_use = "the mask ends with the canvas that this returns"]
    pub fn with_mask(&mut self, mask: impl Into<Arc<Mask>>) -> Canvas<'_, F> {
        let mut mask = mask.into();
        self.with(|state| {
            if let Some(clip) = &state.clip {
                Arc::make_mut(&mut mask).intersect(clip);
            }
            state.clip_box = state.clip_box.intersection(mask.bounds());
            state.clip = Some(mask);
        })
    }

    /// Fills the inside of a path; open subpaths are closed. Nothing has an inside under a singular
    /// transform.
    pub fn fill(&mut self, path: &Path, rule: FillRule, paint: impl Into<Paint>) {
        let map = self.state.transform;
        if map.inverse().is_some() {
            let State {
                opacity, ref meter, ..
            } = self.state;
            let meter = meter.clone();
            let paint = paint.into();
            let Some(source) = Source::new(&paint, map, opacity) else {
                return;
            };
            self.fill_source(rule, source, |rasterizer| match &meter {
                None => rasterizer.add_mapped(path, map),
                Some(meter) => {
                    let elements = path.elements().metered(Some(meter), Limit::Time);
                    rasterizer.add(elements.transformed(map));
                }
            });
        }
    }

    /// Covers everything within the clip.
    pub fn fill_all(&mut self, paint: impl Into<Paint>) {
        let IntRect { x0, y0, x1, y1 } = self.state.clip_box;
        let [x0, y0, x1, y1] = [x0, y0, x1, y1].map(f64::from);
        let all = Path::rectangle(Rect::new(x0, y0, x1, y1));
        self.fill_with(FillRule::NonZero, &paint.into(), |rasterizer| {
            rasterizer.add(&all);
        });
    }

    /// Sets every pixel within the clip box to a colour, whatever is there.
    pub fn clear(&mut self, color: crate::pixel::Color) {
        let pixel = F::store(color.premultiplied());
        let IntRect { x0, y0, x1, y1 } = self.state.clip_box;
        for y in y0..y1 {
            let len = usize::try_from(x1 - x0).unwrap_or(0);
            self.surface.row_mut(x0, y, len).0.fill(pixel);
        }
    }

    /// Draws triangles with smooth colours, as one shape.
    pub fn fill_mesh(&mut self, mesh: &Mesh) {
        let State {
            transform, opacity, ..
        } = self.state;
        let outline = mesh.outline(transform);
        let source = Source::mesh(mesh, transform, opacity);
        self.fill_source(FillRule::NonZero, source, |rasterizer| {
            rasterizer.add(outline.elements());
        });
    }

    /// Draws a picture through a map from its pixels, with smooth sides; [`Edge::Clamp`](crate::Edge::Clamp) is best
    /// for them, and [`Image::with_transform`] does not count here.
    pub fn draw_image(&mut self, image: &Image, map: Affine) {
        let (width, height) = image.texture().size();
        let all = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let image = image.clone().with_transform(Affine::IDENTITY);
        self.with_transform(map)
            .fill(&Path::rectangle(all), FillRule::NonZero, image);
    }

    fn fill_with(&mut self, rule: FillRule, paint: &Paint, add: impl FnOnce(&mut Rasterizer)) {
        let State {
            transform, opacity, ..
        } = self.state;
        if let Some(source) = Source::new(paint, transform, opacity) {
            self.fill_source(rule, source, add);
        }
    }

    /// Paints the shape that `add` adds to a rasterizer.
    fn fill_source(
        &mut self,
        rule: FillRule,
        source: Source<'_, F>,
        add: impl FnOnce(&mut Rasterizer),
    ) {
        let state = &self.state;
        let rasterizer = self.rasterizer.rasterizer();
        if rasterizer.clip_box() == state.clip_box {
            rasterizer.reset();
        } else {
            rasterizer.set_clip_box(state.clip_box);
        }
        rasterizer.set_meter(state.meter.as_ref());
        add(rasterizer);
        let target = Target {
            surface: self.surface.reborrow(),
            mode: state.mode,
            space: state.space,
        };
        let IntRect { y0, y1, .. } = target.surface.bounds();
        let mut painter = Painter::new(target, source);
        let rows = y0..y1;
        let paint = |span: Span<'_>| painter.paint(span);
        match (&state.gamma, &state.clip) {
            (None, None) => {
                rasterizer.for_each_band_in(rows, rule, |spans| painter.paint_all(spans));
            }
            (None, Some(mask)) => rasterizer.for_each_span_in(rows, rule, mask.before(paint)),
            (Some(gamma), None) => rasterizer.for_each_span_in(rows, rule, gamma.before(paint)),
            (Some(gamma), Some(mask)) => {
                rasterizer.for_each_span_in(rows, rule, gamma.before(mask.before(paint)));
            }
        }
    }

    /// Counts the pixels of a mask or layer that is about to be made.
    fn spend_pixels(&self, bounds: IntRect) -> Result<(), Error> {
        if let Some(meter) = &self.state.meter {
            meter.spend(Limit::Pixels, bounds.area());
            meter.check()?;
        }
        Ok(())
    }

    /// The pixels that can be drawn on.
    #[must_use]
    pub fn bounds(&self) -> IntRect {
        self.state.clip_box
    }

    /// The map from what is drawn to pixels.
    #[must_use]
    pub fn transform(&self) -> Affine {
        self.state.transform
    }
}

/// The smallest rectangle of pixels that holds the points of a path; empty without any.
fn pixels(elements: impl Iterator<Item = PathEl>) -> IntRect {
    let points = elements.flat_map(|element| match element {
        PathEl::MoveTo(p) | PathEl::LineTo(p) => [Some(p), None, None],
        PathEl::QuadTo(c, p) => [Some(c), Some(p), None],
        PathEl::CurveTo(c, d, p) => [Some(c), Some(d), Some(p)],
        PathEl::Close => [None; 3],
    });
    let Some(bounds) = Rect::bounding(points.flatten()) else {
        return IntRect::default();
    };
    let [x0, y0] = [bounds.x0, bounds.y0].map(|v| v.floor() as i32);
    // One pixel more: coordinates are rounded to 1/256 first.
    let [x1, y1] = [bounds.x1, bounds.y1].map(|v| (v.ceil() as i32).saturating_add(1));
    IntRect::new(x0.saturating_sub(1), y0.saturating_sub(1), x1, y1)
}

#[cfg(test)]
mod tests;
