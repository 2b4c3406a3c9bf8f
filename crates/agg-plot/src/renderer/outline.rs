//! A path on its way through the stages, to be walked as often as needed.

use crate::stage::{Clip, NanRemoval, Simplify, Sketching, SnapTo, Stages};
use crate::{PathSource, Sketch, Snap};
use agg_core::{Affine, PathEl, PathIterator, Rect};

/// A path and the stages it goes through, in order. `None` switches a stage off.
pub(crate) struct Outline<P> {
    source: P,
    to_surface: Affine,
    nan: NanRemoval,
    clip: Option<Clip>,
    snap: Option<SnapTo>,
    simplify: Option<Simplify>,
    sketch: Option<Sketching>,
}

impl<P: PathSource> Outline<P> {
    /// The path in pixels with y down, its gaps removed, and nothing else done to it.
    pub(crate) fn new(source: P, to_surface: Affine) -> Self {
        let nan = if source.is_polyline() {
            NanRemoval::of_polyline()
        } else {
            NanRemoval::of_segments()
        };
        Self {
            nan,
            ..Self::of_segments(source, to_surface)
        }
    }

    /// The same with the gaps of a path, whatever the source says of itself.
    pub(crate) fn of_segments(source: P, to_surface: Affine) -> Self {
        Self {
            source,
            to_surface,
            nan: NanRemoval::of_segments(),
            clip: None,
            snap: None,
            simplify: None,
            sketch: None,
        }
    }

    /// With straight lines cut to a rectangle.
    pub(crate) fn clipped(mut self, bounds: Rect) -> Self {
        self.clip = Some(Clip::new(bounds));
        self
    }

    /// Moved onto the pixel grid for a pen of `width` pixels, if the mode and the path, as it is
    /// after the stages before, ask for it.
    pub(crate) fn snapped(mut self, mode: Snap, width: f64) -> Self {
        let vertices = self.source.vertex_count();
        self.snap = mode.stage(vertices, width, || self.unsnapped());
        self
    }

    /// Simplified as much as the path allows.
    pub(crate) fn simplified(mut self) -> Self {
        self.simplify = self.source.simplify_threshold().map(Simplify::new);
        self
    }

    /// Drawn by a shaky hand.
    pub(crate) fn sketched(mut self, sketch: Option<&Sketch>) -> Self {
        self.sketch = sketch.and_then(Sketch::stage);
        self
    }

    /// Moved after all, which snapping does not see.
    pub(crate) fn shifted(mut self, by: f64) -> Self {
        self.to_surface = self.to_surface.then(Affine::translate(by, by));
        self
    }

    pub(crate) fn is_snapped(&self) -> bool {
        self.snap.is_some()
    }

    fn unsnapped(&self) -> impl Iterator<Item = PathEl> {
        self.source
            .elements()
            .transformed(self.to_surface)
            .through(self.nan.clone())
            .through(self.clip.clone())
    }

    /// The straight elements that come out at the end.
    pub(crate) fn elements(&self) -> impl Iterator<Item = PathEl> {
        self.unsnapped()
            .through(self.snap)
            .through(self.simplify.clone())
            .flattened(0.5)
            .through(self.sketch.clone())
    }
}
