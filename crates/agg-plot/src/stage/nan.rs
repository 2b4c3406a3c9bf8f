//! NaN removal: a non-finite vertex makes a gap.
//!
//! A polyline and a path are broken differently, because matplotlib knows a quick way for plain
//! data (a list of points) and a careful one for paths with curves, closings and several subpaths:
//!
//! ```text
//!  polyline   a ─ b ─ nan ─ c ─ d      gives   a ─ b      c ─ d
//!  path       a ─ b ─ nan ─ c ─ d      gives   a ─ b      c·c ─ d      (c is moved to and drawn to)
//!  path       a ─ b ─ nan ─ c ─ close  gives   a ─ b      c ─ a        (not a loop any more)
//! ```

use crate::stage::Stage;
use agg_core::{PathEl, Point};

/// Drops segments with a non-finite coordinate and moves over the gap.
#[derive(Clone, Debug)]
pub struct NanRemoval(Mode);

#[derive(Clone, Debug)]
enum Mode {
    Polyline { broken: bool },
    Segments(Segments),
}

/// The careful way, segment by segment.
#[derive(Clone, Debug, Default)]
struct Segments {
    /// Where the subpath started, perhaps not finite; `None` before the first move.
    start: Option<Point>,
    /// Whether this subpath has lost a segment, so that closing it would draw a wrong line.
    broken: bool,
    /// Whether the segment before this element was kept.
    last_kept: bool,
    any_kept: bool,
    gap: Gap,
}

/// How the next segment that is kept is reached.
#[derive(Clone, Copy, Debug, Default)]
enum Gap {
    #[default]
    Joined,
    /// From the end of the dropped segment, which is finite.
    From(Point),
    /// By a move to its own first point: also the end of the dropped one was lost.
    ToFirst,
}

impl NanRemoval {
    /// For points joined by straight segments: a path that only starts with a move.
    #[must_use]
    pub const fn of_polyline() -> Self {
        Self(Mode::Polyline { broken: false })
    }

    /// Whether a line to a finite point would be handed on and change nothing.
    #[inline]
    pub(super) fn is_whole(&self) -> bool {
        match &self.0 {
            Mode::Polyline { broken } => !broken,
            Mode::Segments(segments) => {
                segments.last_kept && segments.any_kept && matches!(segments.gap, Gap::Joined)
            }
        }
    }

    /// For paths of any elements.
    #[must_use]
    pub fn of_segments() -> Self {
        Self(Mode::Segments(Segments::default()))
    }
}

impl Stage for NanRemoval {
    #[inline]
    fn take(&mut self, element: PathEl, sink: &mut impl FnMut(PathEl)) {
        match &mut self.0 {
            Mode::Polyline { broken } => match element.end() {
                Some(p) if !p.is_finite() => *broken = true,
                Some(p) if std::mem::take(broken) => sink(PathEl::MoveTo(p)),
                _ => sink(element),
            },
            Mode::Segments(segments) => segments.take(element, sink),
        }
    }
}

impl Segments {
    fn take(&mut self, element: PathEl, sink: &mut impl FnMut(PathEl)) {
        match element {
            PathEl::Close => return self.close(sink),
            PathEl::MoveTo(p) => {
                self.start = Some(p);
                self.broken = false;
            }
            _ => {}
        }
        self.last_kept = element.is_finite();
        if self.last_kept {
            self.any_kept = true;
            match std::mem::take(&mut self.gap) {
                Gap::Joined => {}
                Gap::From(p) => sink(PathEl::MoveTo(p)),
                Gap::ToFirst => first(element)
                    .into_iter()
                    .for_each(|p| sink(PathEl::MoveTo(p))),
            }
            sink(element);
        } else {
            self.broken = true;
            self.gap = match element.end() {
                Some(p) if p.is_finite() => Gap::From(p),
                _ => Gap::ToFirst,
            };
        }
    }

    fn close(&mut self, sink: &mut impl FnMut(PathEl)) {
        match self.start.filter(|p| p.is_finite()) {
            _ if !self.any_kept => {}
            _ if !self.broken => sink(PathEl::Close),
            Some(start) if self.last_kept => sink(PathEl::LineTo(start)),
            _ => {}
        }
    }
}

/// The first point of an element: of a curve, a control point.
fn first(element: PathEl) -> Option<Point> {
    match element {
        PathEl::MoveTo(p) | PathEl::LineTo(p) | PathEl::QuadTo(p, _) | PathEl::CurveTo(p, ..) => {
            Some(p)
        }
        PathEl::Close => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stage::Stages;
    use PathEl::{Close, LineTo, MoveTo, QuadTo};
    use agg_core::Path;

    const NAN: Point = Point::new(f64::NAN, 0.0);
    const A: Point = Point::new(1.0, 1.0);
    const B: Point = Point::new(2.0, 5.0);
    const C: Point = Point::new(7.0, 3.0);

    fn kept(stage: NanRemoval, elements: &[PathEl]) -> Vec<PathEl> {
        elements.iter().copied().through(stage).collect()
    }

    #[test]
    fn a_polyline_goes_on_at_the_next_finite_point() {
        let data = [MoveTo(A), LineTo(NAN), LineTo(NAN), LineTo(B), LineTo(C)];
        assert_eq!(
            kept(NanRemoval::of_polyline(), &data),
            [MoveTo(A), MoveTo(B), LineTo(C)]
        );
    }

    #[test]
    fn a_polyline_may_start_with_a_gap() {
        let data = [MoveTo(NAN), LineTo(A), LineTo(B)];
        assert_eq!(
            kept(NanRemoval::of_polyline(), &data),
            [MoveTo(A), LineTo(B)]
        );
        assert_eq!(kept(NanRemoval::of_polyline(), &[MoveTo(NAN)]), []);
    }

    #[test]
    fn infinity_is_a_gap_too() {
        let far = Point::new(0.0, f64::INFINITY);
        let data = [MoveTo(A), LineTo(far), LineTo(B)];
        assert_eq!(
            kept(NanRemoval::of_polyline(), &data),
            [MoveTo(A), MoveTo(B)]
        );
    }

    #[test]
    fn a_segment_with_a_lost_end_is_followed_by_a_move_to_the_next_first_point() {
        let data = [MoveTo(A), LineTo(NAN), QuadTo(B, C)];
        assert_eq!(
            kept(NanRemoval::of_segments(), &data),
            [MoveTo(A), MoveTo(B), QuadTo(B, C)]
        );
    }

    #[test]
    fn a_curve_with_a_lost_control_point_leaves_its_end() {
        let data = [MoveTo(A), QuadTo(NAN, B), LineTo(C)];
        assert_eq!(
            kept(NanRemoval::of_segments(), &data),
            [MoveTo(A), MoveTo(B), LineTo(C)]
        );
    }

    #[test]
    fn a_whole_loop_stays_closed() {
        let path = Path::polygon([A, B, C]);
        let elements: Vec<PathEl> = path.elements().collect();
        assert_eq!(kept(NanRemoval::of_segments(), &elements), elements);
    }

    #[test]
    fn a_broken_loop_returns_by_a_line() {
        let data = [MoveTo(A), LineTo(NAN), LineTo(B), LineTo(C), Close];
        assert_eq!(
            kept(NanRemoval::of_segments(), &data),
            [MoveTo(A), MoveTo(B), LineTo(B), LineTo(C), LineTo(A)]
        );
    }

    #[test]
    fn a_broken_loop_without_a_finite_end_does_not_return() {
        let data = [MoveTo(A), LineTo(B), LineTo(NAN), Close];
        assert_eq!(
            kept(NanRemoval::of_segments(), &data),
            [MoveTo(A), LineTo(B)]
        );
        let data = [MoveTo(NAN), LineTo(B), LineTo(C), Close];
        assert_eq!(
            kept(NanRemoval::of_segments(), &data),
            [MoveTo(B), LineTo(B), LineTo(C)]
        );
    }

    #[test]
    fn a_new_subpath_is_whole_again() {
        let data = [MoveTo(A), LineTo(NAN), MoveTo(B), LineTo(C), Close];
        assert_eq!(
            kept(NanRemoval::of_segments(), &data),
            [MoveTo(A), MoveTo(B), MoveTo(B), LineTo(C), Close]
        );
    }

    #[test]
    fn closing_nothing_gives_nothing() {
        assert_eq!(
            kept(NanRemoval::of_segments(), &[Close, MoveTo(NAN), Close]),
            []
        );
    }
}
