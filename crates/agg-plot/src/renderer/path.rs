//! One path: its face, its hatch, its stroke.

use crate::renderer::Renderer;
use crate::renderer::outline::Outline;
use crate::source::AnyPath;
use crate::{Antialiasing, Error, GraphicsContext, PathSource};
use agg_core::{Affine, Color, Dash, Limit, PathEl, PathIterator, Stroke};

/// A pen knows so many lengths of a dash pattern, and forgets the rest.
const MOST_DASHES: usize = 32;

/// Vertices no further apart than this, in pixels, are one. It is less than the rounding of any
/// coordinate but the smallest; so where a path turns back to nearly where it was, a join may shoot
/// off, as in matplotlib.
pub(super) const COINCIDENT: f64 = 1e-14;

impl Renderer {
    /// Fills a path with `face`, lays the hatch of `gc` over it, and strokes it with the pen of
    /// `gc`, each where there is something to see. `transform` is from the path to pixels, y up.
    ///
    /// A path without face and hatch is cut to the surface and simplified, if its source says so.
    ///
    /// # Errors
    ///
    /// [`Error::Surface`] where there is no memory for the mask of a clip path or the tile of a
    /// hatch.
    pub fn draw_path(
        &mut self,
        gc: &GraphicsContext,
        path: impl PathSource,
        transform: Affine,
        face: Option<Color>,
    ) -> Result<(), Error> {
        self.draw_any_path(gc, AnyPath::new(&path), transform, face)
    }

    fn draw_any_path(
        &mut self,
        gc: &GraphicsContext,
        path: AnyPath<'_>,
        transform: Affine,
        face: Option<Color>,
    ) -> Result<(), Error> {
        let face = face.filter(|face| face.a != 0.0);
        self.check_meter()?;
        self.clip_to(gc)?;
        let width = if gc.color.a == 0.0 {
            0.0
        } else {
            self.points_to_pixels(gc.line_width)
        };
        let mut outline = Outline::new(path, self.to_surface(transform));
        let is_line = face.is_none() && gc.hatch.is_none();
        if is_line {
            outline = outline.clipped(self.reach());
        }
        outline = outline.snapped(gc.snap, width);
        if is_line {
            outline = outline.simplified();
        }
        self.draw_outline(gc, &outline.sketched(gc.sketch.as_ref()), face)
    }

    /// Draws what the stages made of a path. The clip must have been set.
    pub(super) fn draw_outline(
        &mut self,
        gc: &GraphicsContext,
        outline: &Outline<'_>,
        face: Option<Color>,
    ) -> Result<(), Error> {
        let strokes = gc.line_width != 0.0;
        if face.is_some() && strokes && gc.hatch.is_none() && outline.is_short() {
            let mut elements = std::mem::take(&mut self.elements);
            elements.clear();
            outline
                .elements()
                .for_each(|element| elements.push(element));
            let drawn = self
                .fill_face(gc, outline, || elements.iter().copied(), face)
                .and_then(|()| self.stroke_elements(gc, elements.iter().copied()));
            self.elements = elements;
            return drawn;
        }
        self.fill_face(gc, outline, || outline.elements(), face)?;
        if let Some(hatch) = &gc.hatch {
            self.hatch_outline(gc, hatch, outline)?;
        }
        if strokes {
            self.stroke_elements(gc, outline.elements())?;
        }
        Ok(())
    }

    fn fill_face<I: Iterator<Item = PathEl>>(
        &mut self,
        gc: &GraphicsContext,
        outline: &Outline<'_>,
        elements: impl FnOnce() -> I,
        face: Option<Color>,
    ) -> Result<(), Error> {
        let Some(face) = face else {
            return Ok(());
        };
        if let Some(pixels) = outline.whole_pixels() {
            self.ink_box(gc, face, pixels);
            return Ok(());
        }
        self.rasterizer.reset();
        self.rasterizer.add(elements());
        self.ink(gc, face)
    }

    fn stroke_elements(
        &mut self,
        gc: &GraphicsContext,
        elements: impl Iterator<Item = PathEl>,
    ) -> Result<(), Error> {
        let width = self.points_to_pixels(gc.line_width);
        self.rasterizer.reset();
        match self.dash(gc) {
            None => {
                let pen = self.pen(gc, width);
                self.rasterizer.add_stroke(elements, &pen);
            }
            Some(dash) => {
                let pen = self.pen(gc, dashed_width(width, gc.antialiasing));
                let meter = self.meter.as_ref();
                let dashes = elements
                    .dashed(&dash)
                    .no_finer_than(pen.finest_dash(1.0))
                    .until(meter)
                    .metered(meter, Limit::Dashes);
                self.rasterizer.add_stroke(dashes, &pen);
            }
        }
        self.ink(gc, gc.color)
    }

    /// The pen, drawn with a width in pixels. Its miter limit is the width of `gc` in pixels: thin
    /// lines are beveled early, wide ones hardly ever.
    pub(super) fn pen(&self, gc: &GraphicsContext, width: f64) -> Stroke {
        Stroke::new(width)
            .with_cap(gc.cap)
            .with_join(gc.join)
            .with_miter_limit(self.points_to_pixels(gc.line_width))
            .with_straight_within(1e-14)
            .with_coincident_within(COINCIDENT)
            .without_dots()
    }

    /// The dashes in pixels, or `None` for a solid line. The factor is rounded first here: the last
    /// bit of a length decides where dashes end that should end together.
    fn dash(&self, gc: &GraphicsContext) -> Option<Dash> {
        let dash = gc.dashes.as_ref().filter(|d| !d.lengths().is_empty())?;
        let pixels_per_point = self.dpi / 72.0;
        let in_pixels = |&length: &f64| match gc.antialiasing {
            Antialiasing::On => length * pixels_per_point,
            Antialiasing::Off => (length * pixels_per_point).trunc() + 0.5,
        };
        let lengths = dash.lengths().iter().take(MOST_DASHES);
        let lengths: Vec<f64> = lengths.map(in_pixels).collect();
        let dash = Dash::new(dash.offset() * pixels_per_point, &lengths);
        Some(dash.with_coincident_within(COINCIDENT))
    }
}

/// The width of a dashed pen: without smoothing whole pixels, but not less than half of one.
fn dashed_width(width: f64, antialiasing: Antialiasing) -> f64 {
    match antialiasing {
        Antialiasing::On => width,
        Antialiasing::Off if width < 0.5 => 0.5,
        Antialiasing::Off => width.round(),
    }
}
