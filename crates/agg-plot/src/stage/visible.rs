//! All stages of a line before it is flattened, as one.
//!
//! Of the points of a long line nearly all are finite, inside, and come after others that are. For
//! these there is nothing to do but to move them to the surface and to see whether they can be left
//! out, and they take the short way there.

use crate::stage::{Clip, NanRemoval, Simplify, SnapTo, Stage};
use agg_core::{Affine, PathEl, Transform};

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
        let to_surface = self.to_surface;
        if let PathEl::LineTo(p) = element {
            let p = to_surface.apply(p);
            let goes_on = |clip: &mut Option<Clip>| match clip {
                Some(clip) => clip.goes_on_inside(p),
                None => p.is_finite(),
            };
            if self.nan.is_whole() && goes_on(&mut self.clip) {
                let p = self.snap.map_or(p, |snap| snap.on_grid(p));
                return match &mut self.simplify {
                    Some(simplify) => simplify.point(p, sink),
                    None => sink(PathEl::LineTo(p)),
                };
            }
        }
        self.take_moved(element.map(|p| to_surface.apply(p)), sink);
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
