//! A path on its way through the stages, to be walked as often as needed.

use crate::PathSource;
use crate::source::{AnyElements, AnyPath, Elements, Run, in_handfuls};
use crate::stage::{Clip, NanRemoval, Simplify, Sketching, SnapTo, Stages, Visible};
use crate::{Sketch, Snap};
use agg_core::{Affine, IntRect, PathEl, PathIterator, Point, Rect};

/// A path and the stages it goes through, in order. `None` switches a stage off.
pub(crate) struct Outline<'a> {
    source: AnyPath<'a>,
    to_surface: Affine,
    nan: NanRemoval,
    clip: Option<Clip>,
    snap: Option<SnapTo>,
    simplify: Option<Simplify>,
    sketch: Option<Sketching>,
    /// What comes out of the stages before snapping, of a path that was looked at.
    kept: Option<Vec<PathEl>>,
}

impl<'a> Outline<'a> {
    /// The path in pixels with y down, its gaps removed, and nothing else done to it.
    pub(crate) fn new(source: AnyPath<'a>, to_surface: Affine) -> Self {
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
    pub(crate) fn of_segments(source: AnyPath<'a>, to_surface: Affine) -> Self {
        Self {
            source,
            to_surface,
            nan: NanRemoval::of_segments(),
            clip: None,
            snap: None,
            simplify: None,
            sketch: None,
            kept: None,
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
        if mode.looks_at(vertices) || (mode == Snap::On && vertices <= BOX) {
            let mut kept = Vec::with_capacity(vertices + 2);
            self.unsnapped().for_each(|element| kept.push(element));
            self.kept = Some(kept);
        }
        let kept = self.kept.as_deref().unwrap_or_default();
        self.snap = mode.stage(vertices, width, || kept.iter().copied());
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
        let shift = Affine::translate(by, by);
        self.to_surface = self.to_surface.then(shift);
        self.kept = None;
        self
    }

    pub(crate) fn is_snapped(&self) -> bool {
        self.snap.is_some()
    }

    /// Whether there are so few vertices that all that comes out may be kept.
    pub(crate) fn is_short(&self) -> bool {
        self.source.vertex_count() <= SHORT
    }

    /// The whole pixels that the path is the border of, if it is such a rectangle.
    pub(crate) fn whole_pixels(&self) -> Option<IntRect> {
        let (snap, kept) = (self.snap.as_ref()?, self.kept.as_deref()?);
        match &self.sketch {
            None => whole_pixels(kept, snap),
            Some(_) => None,
        }
    }

    fn unsnapped(&self) -> impl Iterator<Item = PathEl> {
        self.through(None, None)
    }

    fn through(
        &self,
        snap: Option<SnapTo>,
        simplify: Option<Simplify>,
    ) -> impl Iterator<Item = PathEl> {
        let visible = Visible {
            to_surface: self.to_surface,
            nan: self.nan.clone(),
            clip: self.clip.clone(),
            snap,
            simplify,
        };
        visible.of(self.source)
    }

    /// The straight elements that come out at the end. What they are drawn with is compiled once,
    /// not once more for every kind of path: the type of the stages is forgotten here.
    pub(crate) fn elements(&self) -> AnyElements<'_> {
        AnyElements::of(self)
    }

    fn staged(&self) -> impl Iterator<Item = PathEl> {
        let simplify = self.simplify.clone();
        let start = match &self.kept {
            Some(kept) => {
                let kept = kept.iter().copied();
                Start::Kept(kept.through(self.snap).through(simplify))
            }
            None => Start::Fresh(self.through(self.snap, simplify)),
        };
        start.flattened(0.5).through(self.sketch.clone())
    }
}

impl Elements for Outline<'_> {
    fn boxed(&self) -> Box<dyn Iterator<Item = PathEl> + '_> {
        Box::new(self.staged())
    }

    fn feed(&self, sink: &mut dyn FnMut(Run<'_>)) {
        in_handfuls(self.staged(), sink);
    }
}

/// A rectangle has at most so many vertices.
const BOX: usize = 6;

/// A path of so many vertices is short.
const SHORT: usize = 4096;

/// Elements that were kept, or that are made now.
enum Start<K, F> {
    Kept(K),
    Fresh(F),
}

impl<K, F> Iterator for Start<K, F>
where
    K: Iterator<Item = PathEl>,
    F: Iterator<Item = PathEl>,
{
    type Item = PathEl;

    fn next(&mut self) -> Option<PathEl> {
        match self {
            Self::Kept(kept) => kept.next(),
            Self::Fresh(fresh) => fresh.next(),
        }
    }

    #[inline]
    fn fold<B, G: FnMut(B, PathEl) -> B>(self, init: B, g: G) -> B {
        match self {
            Self::Kept(kept) => kept.fold(init, g),
            Self::Fresh(fresh) => fresh.fold(init, g),
        }
    }
}

/// The rectangle between pixels that a path follows around once when it is snapped.
fn whole_pixels(elements: &[PathEl], snap: &SnapTo) -> Option<IntRect> {
    let open = match elements {
        [open @ .., PathEl::Close] => open,
        all => all,
    };
    let mut corners = [Point::ORIGIN; 5];
    if !(4..=5).contains(&open.len()) || !matches!(open, [PathEl::MoveTo(_), ..]) {
        return None;
    }
    for (corner, element) in corners.iter_mut().zip(open) {
        *corner = snap.on_grid(element.end()?);
    }
    let [a, b, c, d, e] = corners;
    let lines = open.iter().skip(1).all(|e| matches!(e, PathEl::LineTo(_)));
    if !(lines && (open.len() == 4 || e == a)) {
        return None;
    }
    box_around([a, b, c, d])
}

/// The rectangle between pixels that has these corners, one after the other.
pub(super) fn box_around([a, b, c, d]: [Point; 4]) -> Option<IntRect> {
    let level = |p: Point, q: Point| p.y == q.y;
    let upright = |p: Point, q: Point| p.x == q.x;
    let around = (level(a, b) && upright(b, c) && level(c, d) && upright(d, a))
        || (upright(a, b) && level(b, c) && upright(c, d) && level(d, a));
    if !around {
        return None;
    }
    let whole = |v: f64| Some(v as i32).filter(|&i| f64::from(i) == v && i.abs() < FARTHEST);
    let (x, y) = ([whole(a.x)?, whole(c.x)?], [whole(a.y)?, whole(c.y)?]);
    Some(IntRect::new(
        x[0].min(x[1]),
        y[0].min(y[1]),
        x[0].max(x[1]),
        y[0].max(y[1]),
    ))
}

/// Coordinates beyond this are left to the rasterizer.
const FARTHEST: i32 = 1 << 22;
