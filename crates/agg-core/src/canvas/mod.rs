//! The canvas: paths and paint onto a surface.
//!
//! A canvas is a surface with a rasterizer. What varies from call to call (a transform, a clip
//! box) is not set and reset but comes with a value: `canvas.with_transform(map)` is a canvas that
//! draws through the map, for as long as it lives.

use crate::blend::{Blend, blend_span};
use crate::geometry::{Affine, IntRect};
use crate::paint::Paint;
use crate::path::{Path, PathEl, PathIterator, Stroke};
use crate::pixel::{Pixmap, Rgba8};
use crate::raster::{FillRule, Rasterizer};

/// Draws on a surface.
///
/// Drawing never fails: what cannot be drawn (non-finite coordinates, a singular transform, a
/// stroke of no width) leaves the surface as it is, or draws the part that can be.
///
/// ```
/// use agg_core::{Affine, Canvas, Color, FillRule, Path, Pixmap, Stroke};
///
/// let mut pixmap = Pixmap::new(60, 40)?;
/// let mut canvas = Canvas::new(&mut pixmap);
/// canvas.fill(&Path::circle((20.0, 20.0), 15.0), FillRule::NonZero, Color::from_rgb8(31, 119, 180));
/// canvas.with_transform(Affine::translate(25.0, 0.0)).stroke(
///     &Path::circle((20.0, 20.0), 10.0),
///     &Stroke::new(3.0).with_dashes(0.0, &[6.0, 4.0]),
///     Color::BLACK,
/// );
/// assert_eq!(pixmap.pixel(20, 20), Some([31, 119, 180, 255]));
/// # Ok::<(), agg_core::Error>(())
/// ```
#[derive(Debug)]
pub struct Canvas<'p, F: Blend = Rgba8> {
    pixmap: &'p mut Pixmap<F>,
    rasterizer: Scratch<'p>,
    transform: Affine,
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
    /// A canvas over the whole of a surface.
    #[must_use]
    pub fn new(pixmap: &'p mut Pixmap<F>) -> Self {
        let rasterizer = Box::new(Rasterizer::with_clip_box(pixmap.bounds()));
        Self {
            pixmap,
            rasterizer: Scratch::Own(rasterizer),
            transform: Affine::IDENTITY,
        }
    }

    /// This canvas with a transform before its own.
    #[must_use = "the transform ends with the canvas that this returns"]
    pub fn with_transform(&mut self, transform: Affine) -> Canvas<'_, F> {
        let rasterizer = Scratch::Lent(self.rasterizer.rasterizer());
        Canvas {
            pixmap: self.pixmap,
            rasterizer,
            transform: transform.then(self.transform),
        }
    }

    /// Fills the inside of a path; open subpaths are closed.
    pub fn fill(&mut self, path: &Path, rule: FillRule, paint: impl Into<Paint>) {
        self.fill_elements(
            path.elements().transformed(self.transform),
            rule,
            &paint.into(),
        );
    }

    /// Draws along a path with a pen. The transform applies to the outline of the stroke, so it
    /// scales the pen too.
    pub fn stroke(&mut self, path: &Path, stroke: &Stroke, paint: impl Into<Paint>) {
        let scale = self.transform.mean_scale();
        let pen = stroke.clone().with_approximation_scale(scale);
        let line = path.elements().flattened(0.5 / scale);
        let (map, paint) = (self.transform, paint.into());
        match stroke.dash() {
            Some(dash) => {
                let outline = line.dashed(dash).stroked(&pen).transformed(map);
                self.fill_elements(outline, FillRule::NonZero, &paint);
            }
            None => self.fill_elements(
                line.stroked(&pen).transformed(map),
                FillRule::NonZero,
                &paint,
            ),
        }
    }

    fn fill_elements(
        &mut self,
        elements: impl Iterator<Item = PathEl>,
        rule: FillRule,
        paint: &Paint,
    ) {
        let Paint::Solid(color) = *paint;
        let (pixmap, solid) = (&mut *self.pixmap, F::solid(color));
        let rasterizer = self.rasterizer.rasterizer();
        rasterizer.reset();
        rasterizer.add(elements);
        rasterizer.for_each_span(rule, |span| blend_span(pixmap, &solid, span));
    }

    /// The pixels that can be drawn on.
    #[must_use]
    pub fn bounds(&self) -> IntRect {
        self.pixmap.bounds()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Rect;
    use crate::pixel::Color;

    #[test]
    fn a_filled_rectangle_has_its_colour_inside_and_nothing_outside() {
        let mut pixmap = Pixmap::new(10, 10).unwrap();
        let square = Path::rectangle(Rect::new(2.0, 2.0, 8.0, 8.0));
        Canvas::new(&mut pixmap).fill(
            &square,
            FillRule::NonZero,
            Color::from_rgba8(200, 100, 50, 128),
        );
        assert_eq!(pixmap.pixel(5, 5), Some([100, 50, 25, 128]));
        assert_eq!(pixmap.pixel(1, 5), Some([0; 4]));
        assert_eq!(pixmap.pixel(8, 5), Some([0; 4]));
    }

    #[test]
    fn a_transform_ends_with_its_canvas() {
        let mut pixmap = Pixmap::new(10, 10).unwrap();
        let mut canvas = Canvas::new(&mut pixmap);
        let unit = Path::rectangle(Rect::new(0.0, 0.0, 1.0, 1.0));
        canvas.with_transform(Affine::translate(5.0, 5.0)).fill(
            &unit,
            FillRule::NonZero,
            Color::WHITE,
        );
        canvas.fill(&unit, FillRule::NonZero, Color::BLACK);
        assert_eq!(pixmap.pixel(5, 5), Some([255; 4]));
        assert_eq!(pixmap.pixel(0, 0), Some([0, 0, 0, 255]));
    }

    #[test]
    fn a_hostile_shape_spoils_nothing() {
        let mut pixmap = Pixmap::new(10, 10).unwrap();
        let mut canvas = Canvas::new(&mut pixmap);
        let broken = Path::polygon([(f64::NAN, 0.0), (f64::INFINITY, 1e300), (0.0, -1e300)]);
        canvas.fill(&broken, FillRule::NonZero, Color::BLACK);
        canvas.with_transform(Affine::scale(f64::NAN)).fill(
            &Path::circle((5.0, 5.0), 3.0),
            FillRule::NonZero,
            Color::BLACK,
        );
        canvas.stroke(&broken, &Stroke::new(f64::NAN), Color::BLACK);
        canvas.fill(
            &Path::circle((5.0, 5.0), 3.0),
            FillRule::NonZero,
            Color::WHITE,
        );
        assert_eq!(pixmap.pixel(5, 5), Some([255; 4]));
        assert_eq!(pixmap.pixel(0, 0), Some([0; 4]));
    }
}
