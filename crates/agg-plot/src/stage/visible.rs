//! All stages of a line before it is flattened, as one.
//!
//! Of the points of a long line nearly all are finite, inside, and come after others that are. For
//! these there is nothing to do but to move them to the surface and to see whether they can be left
//! out, and they take the short way there.

use crate::source::{AnyElements, AnyPath, Run};
use crate::stage::{Clip, NanRemoval, Simplify, SnapTo, Stage, Staged, Stages};
use agg_core::path::{Expand, fold_through};
use agg_core::{Affine, PathEl, Point, Transform};

/// Moves a path to the surface and keeps what can be seen of it: [`NanRemoval`], [`Clip`],
/// [`SnapTo`] and [`Simplify`].
#[derive(Clone, Debug)]
pub(crate) struct Visible {
    pub(crate) to_surface: Affine,
    pub(crate) nan: NanRemoval,
    /// To finite bounds.
    pub(crate) clip: Option<Clip>,
    pub(crate) snap: Option<SnapTo>,
    pub(crate) simplify: Option<Simplify>,
}

impl Visible {
    /// The elements of a path, as they come out of this.
    pub(crate) fn of(self, source: AnyPath<'_>) -> impl Iterator<Item = PathEl> {
        Seen {
            whole: Some((source, self.clone())),
            steps: source.any_elements().through(self),
        }
    }

    /// Straight segments to points.
    fn lines(&mut self, ends: &[Point], sink: &mut impl FnMut(PathEl)) {
        let mut moved = [Point::ORIGIN; TOGETHER];
        for ends in ends.chunks(TOGETHER) {
            let moved = moved.get_mut(..ends.len()).unwrap_or_default();
            for (moved, end) in moved.iter_mut().zip(ends) {
                *moved = self.to_surface.apply(*end);
            }
            self.take_ends(moved, sink);
        }
    }

    /// Straight segments to points that were moved.
    #[inline(always)]
    fn take_ends(&mut self, ends: &mut [Point], sink: &mut impl FnMut(PathEl)) {
        let goes_on = match &mut self.clip {
            _ if !self.nan.is_whole() => false,
            Some(clip) => clip.goes_on_inside(ends),
            None => ends.iter().all(|end| end.is_finite()),
        };
        if !goes_on {
            for end in ends {
                self.take_moved(PathEl::LineTo(*end), sink);
            }
            return;
        }
        if let Some(snap) = self.snap {
            ends.iter_mut().for_each(|end| *end = snap.on_grid(*end));
        }
        match &mut self.simplify {
            Some(simplify) => simplify.points(ends, sink),
            None => ends.iter().for_each(|end| sink(PathEl::LineTo(*end))),
        }
    }

    /// The stages one after the other, for an element that was moved.
    #[inline(never)]
    fn take_moved(&mut self, element: PathEl, sink: &mut impl FnMut(PathEl)) {
        let (clip, snap, simplify) = (&mut self.clip, &mut self.snap, &mut self.simplify);
        self.nan.take(element, &mut |element| {
            Stage::take(clip, element, &mut |element| {
                Stage::take(snap, element, &mut |element| {
                    Stage::take(simplify, element, sink);
                });
            });
        });
    }
}

impl Stage for Visible {
    #[inline]
    fn take(&mut self, element: PathEl, sink: &mut impl FnMut(PathEl)) {
        let moved = element.map(|p| self.to_surface.apply(p));
        match moved {
            PathEl::LineTo(p) => self.take_ends(&mut [p], sink),
            _ => self.take_moved(moved, sink),
        }
    }

    fn finish(&mut self, sink: &mut impl FnMut(PathEl)) {
        let (snap, simplify) = (&mut self.snap, &mut self.simplify);
        // What is held back before snapping is held back by the clip alone.
        self.clip.finish(&mut |element| {
            Stage::take(snap, element, &mut |element| {
                Stage::take(simplify, element, sink);
            });
        });
        self.simplify.finish(sink);
    }
}

/// So many points are worked on together.
const TOGETHER: usize = 64;

/// The elements of a path through [`Visible`]: in runs where they are walked to the end, and one by
/// one where each is asked for.
struct Seen<'a> {
    /// Until the first one is asked for.
    whole: Option<(AnyPath<'a>, Visible)>,
    steps: Staged<AnyElements<'a>, Visible>,
}

impl Iterator for Seen<'_> {
    type Item = PathEl;

    fn next(&mut self) -> Option<PathEl> {
        self.whole = None;
        self.steps.next()
    }

    #[inline]
    fn fold<B, F: FnMut(B, PathEl) -> B>(self, init: B, f: F) -> B {
        fold_through(self, init, f)
    }
}

impl Expand for Seen<'_> {
    #[inline]
    fn expand(self, sink: &mut impl FnMut(PathEl)) {
        let Some((source, mut stage)) = self.whole else {
            return self.steps.expand(sink);
        };
        source.for_each_run(&mut |run| match run {
            Run::Lines(ends) => stage.lines(ends, sink),
            Run::Element(element) => stage.take(element, sink),
        });
        stage.finish(sink);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stage::Stages;
    use agg_core::{PathIterator, Point, Rect};

    #[test]
    fn it_is_its_stages_one_after_the_other() {
        let odd = [f64::NAN, -30.0, 3.0, 4.0, 60.0, 5.0, 6.0, 2.0];
        let element = |i: usize| {
            let p = Point::new(odd[i * i % 8], odd[i / 3 % 8]);
            match i * 7 % 11 {
                0 => PathEl::MoveTo(p),
                1 => PathEl::Close,
                2 => PathEl::QuadTo(Point::new(1.0, 2.0), p),
                _ => PathEl::LineTo(p),
            }
        };
        let elements: Vec<PathEl> = (0..300).map(element).collect();
        let map = Affine::scale_xy(0.5, -1.5);
        let clip = Some(Clip::new(Rect::new(-9.0, -9.0, 9.0, 9.0)));
        for nan in [NanRemoval::of_polyline(), NanRemoval::of_segments()] {
            for on in 0..8 {
                let clip = clip.clone().filter(|_| on & 1 != 0);
                let snap = Some(SnapTo::for_width(1.0)).filter(|_| on & 2 != 0);
                let simplify = Some(Simplify::new(0.5)).filter(|_| on & 4 != 0);
                let apart = elements.iter().copied().transformed(map);
                let apart = apart.through(nan.clone()).through(clip.clone());
                let apart = apart.through(snap).through(simplify.clone());
                let stage = Visible {
                    to_surface: map,
                    nan: nan.clone(),
                    clip,
                    snap,
                    simplify,
                };
                assert!(elements.iter().copied().through(stage).eq(apart));
            }
        }
    }
}
