//! Lines: with a pen, solid or dashed, and with a picture.

use crate::blend::{Blend, LayerPixel};
use crate::canvas::Canvas;
use crate::canvas::painter::Target;
use crate::canvas::source::scaled;
use crate::geometry::{IntRect, Rect};
use crate::limits::Limit;
use crate::paint::{Paint, PatternStroke};
use crate::path::{FlatLine, Flatten, Flattener, Path, PathIterator, Stroke};
use crate::raster::{Coverage, FillRule, Span};

impl<F: Blend> Canvas<'_, F> {
    /// Draws along a path with a pen. The transform applies to the outline of the stroke, so it
    /// scales the pen too; a singular one draws nothing.
    ///
    /// What cannot be seen costs next to nothing: dashes are made, and curves followed closely,
    /// only where the pen reaches into the clip box. Several dashes too fine to
    /// [tell apart](Stroke::finest_dash) are drawn as one, with one gap.
    pub fn stroke(&mut self, path: &Path, stroke: &Stroke, paint: impl Into<Paint>) {
        let map = self.state.transform;
        let scale = map.mean_scale();
        let Some(seen) = self.seen_from(stroke.reach()) else {
            return;
        };
        let pen = stroke.clone().with_approximation_scale(scale);
        let meter = self.state.meter.clone();
        let meter = meter.as_ref();
        let flatten = Flatten::from(0.5 / scale);
        let paint = paint.into();
        let Some(dash) = stroke.dash() else {
            let line = FlatLine {
                path,
                flattener: Flattener::new(&flatten).within(seen),
                meter,
            };
            return self.fill_with(FillRule::NonZero, &paint, |rasterizer| {
                rasterizer.add_stroke_mapped(line, &pen, map);
            });
        };
        // Curves that cannot be seen are followed here too: dashes count their length.
        let line = path.elements().metered(meter, Limit::Time);
        let finest = pen.finest_dash(map.max_scale().recip());
        let dashes = line.flattened(flatten).dashed(dash);
        let mut dashes = dashes.within(seen).no_finer_than_mapped(finest, map);
        if let Some(visible) = self.seen_from(0.0) {
            dashes = dashes.straight_within(pen.straight_within(visible));
        }
        let dashes = dashes.until(meter).metered(meter, Limit::Dashes);
        self.fill_with(FillRule::NonZero, &paint, |rasterizer| {
            rasterizer.add_stroke_mapped(dashes, &pen, map);
        });
    }

    /// Draws along a path with a picture that is repeated along it; each subpath goes on in the
    /// picture where the one before it ended.
    ///
    /// The transform applies to the path alone, so the picture keeps its size. Segments are laid on
    /// one after the other and meet along the bisectors of their angles; where a line crosses
    /// itself, a translucent picture shows through. Points nearer to the one before than 1.5 pixels
    /// are left out. Gamma has no say: the picture has its own edges.
    pub fn stroke_pattern(&mut self, path: &Path, pattern: &PatternStroke) {
        let state = &self.state;
        let colors = pattern.colors::<F::Layer>();
        let mut target = Target {
            surface: self.surface.reborrow(),
            mode: state.mode,
            space: state.space,
        };
        let line = path.elements().transformed(state.transform);
        let mut row = Run::<F>::default();
        let mut lay = |run: &mut Run<F>| {
            let len = run.colors.len();
            let covered = Span::new(run.x, run.y, Coverage::Uniform { len, cover: 255 });
            let mut lay = |span: Span<'_>| {
                let cut = span.x().abs_diff(run.x) as usize;
                target.lay(span, run.colors.get(cut..).unwrap_or_default());
            };
            match &state.clip {
                Some(mask) => mask.before(lay)(covered),
                None => lay(covered),
            }
            run.colors.clear();
        };
        pattern
            .places()
            .for_each_pixel(line, state.clip_box, |pixel| {
                if !row.goes_on(pixel.x, pixel.y) {
                    lay(&mut row);
                    (row.x, row.y) = (pixel.x, pixel.y);
                }
                let color = colors.color(pixel);
                row.colors.push(scaled::<F::Layer>(color, state.opacity));
            });
        lay(&mut row);
    }

    /// Where a path can be from which a pen that reaches so far draws within the clip box, in the
    /// path's coordinates; `None` where the transform is singular.
    fn seen_from(&self, reach: f64) -> Option<Rect> {
        // A pen without a width draws nothing.
        let back = self.state.transform.inverse().filter(|_| !reach.is_nan())?;
        let IntRect { x0, y0, x1, y1 } = self.state.clip_box;
        let [x0, y0, x1, y1] = [x0, y0, x1, y1].map(f64::from);
        // One pixel more, for what is rounded on the way.
        let pixels = Rect::new(x0, y0, x1, y1).inflated(1.0);
        let corners = pixels.corners().map(|corner| back * corner);
        Some(Rect::bounding(corners)?.inflated(reach))
    }
}

/// Pixels of a pattern that follow each other in a row.
#[derive(Debug)]
struct Run<F: Blend> {
    x: i32,
    y: i32,
    colors: Vec<LayerPixel<F>>,
}

impl<F: Blend> Default for Run<F> {
    fn default() -> Self {
        Self {
            x: 0,
            y: 0,
            colors: Vec::new(),
        }
    }
}

impl<F: Blend> Run<F> {
    /// Whether a pixel is the next one.
    fn goes_on(&self, x: i32, y: i32) -> bool {
        y == self.y && i64::from(x) == i64::from(self.x) + self.colors.len() as i64
    }
}
