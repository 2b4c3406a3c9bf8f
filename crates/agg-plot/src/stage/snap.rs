//! Snapping: vertices on the pixel grid, so that thin straight lines come out sharp.
//!
//! A line with an odd width in pixels must run through pixel centres to cover whole pixels, one
//! with an even width along pixel borders:
//!
//! ```text
//!  width 1, y = 3.5        width 2, y = 4.0
//!  ── row 3 ▓▓▓▓▓▓▓        ── row 3 ▓▓▓▓▓▓▓
//!                          ── row 4 ▓▓▓▓▓▓▓
//! ```

use crate::stage::Stage;
use agg_core::{PathEl, Point};

/// Whether a path is moved onto the pixel grid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Snap {
    /// If it has at most 1024 vertices and only horizontal and vertical lines.
    #[default]
    Auto,
    /// Always.
    On,
    /// Never.
    Off,
}

/// A path of more vertices than this is data, not a box or a tick, and is not looked at.
const MOST_VERTICES: usize = 1024;

/// How far, in pixels, a line may lean and still count as horizontal or vertical.
const LEAN: f64 = 1e-4;

impl Snap {
    /// Whether the path itself matters, of so many vertices.
    pub(crate) fn looks_at(self, vertices: usize) -> bool {
        self == Self::Auto && vertices <= MOST_VERTICES
    }

    /// The stage to use for a path of `vertices` vertices drawn with a pen of `width` pixels, or
    /// `None` where it is not snapped. `elements` is asked for the path, in pixels, only if that
    /// matters.
    pub fn stage<I>(
        self,
        vertices: usize,
        width: f64,
        elements: impl FnOnce() -> I,
    ) -> Option<SnapTo>
    where
        I: Iterator<Item = PathEl>,
    {
        let snaps = match self {
            Self::Off => false,
            Self::On => true,
            Self::Auto => self.looks_at(vertices) && is_rectilinear(elements()),
        };
        snaps.then(|| SnapTo::for_width(width))
    }
}

/// Whether a path has an element, no curve, and only horizontal and vertical lines. Lines that close
/// a subpath may slope.
pub fn is_rectilinear(mut elements: impl Iterator<Item = PathEl>) -> bool {
    let Some(mut at) = elements.next().and_then(|e| e.end()) else {
        return false;
    };
    let mut start = at;
    elements.all(|element| match element {
        PathEl::MoveTo(p) => {
            (start, at) = (p, p);
            true
        }
        PathEl::LineTo(p) => is_straight(std::mem::replace(&mut at, p), p),
        PathEl::Close => {
            at = start;
            true
        }
        PathEl::QuadTo(..) | PathEl::CurveTo(..) => false,
    })
}

#[inline]
pub(crate) fn is_straight(a: Point, b: Point) -> bool {
    (a.x - b.x).abs() < LEAN || (a.y - b.y).abs() < LEAN
}

/// Rounds every coordinate to a whole pixel, or to the middle of one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SnapTo {
    shift: f64,
}

impl SnapTo {
    /// To pixel centres for a pen whose width in pixels rounds to an odd number, else to borders.
    #[must_use]
    pub fn for_width(width: f64) -> Self {
        let rounded = (width + if width >= 0.0 { 0.5 } else { -0.5 }) as i32;
        let shift = if rounded % 2 == 0 { 0.0 } else { 0.5 };
        Self { shift }
    }

    /// Where a point goes.
    #[inline]
    pub(crate) fn on_grid(self, p: Point) -> Point {
        let on_grid = |v: f64| floor(v + 0.5) + self.shift;
        Point::new(on_grid(p.x), on_grid(p.y))
    }
}

/// `v.floor()`, without a call where the machine has no instruction for it.
#[inline]
fn floor(v: f64) -> f64 {
    const WHOLE_FROM: f64 = (1_i64 << 52) as f64;
    if v.abs() >= WHOLE_FROM || v.is_nan() {
        return v;
    }
    let toward_zero = v as i64 as f64;
    if toward_zero > v {
        toward_zero - 1.0
    } else {
        toward_zero
    }
}

impl Stage for SnapTo {
    #[inline]
    fn take(&mut self, element: PathEl, sink: &mut impl FnMut(PathEl)) {
        sink(element.map(|p| self.on_grid(p)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stage::Stages;
    use agg_core::Path;

    fn steps() -> Path {
        Path::polyline([(0.2, 0.7), (9.0, 0.7), (9.0, 5.4), (1.0, 5.4)])
    }

    #[test]
    fn floors_are_those_of_the_library() {
        for v in [
            0.0,
            -0.0,
            0.5,
            -0.5,
            1.0,
            -1.0,
            2.5e9,
            -2.5e9,
            4.6e15,
            -4.6e15,
            1e300,
            f64::INFINITY,
        ] {
            for v in [v, v.next_up(), v.next_down()] {
                assert_eq!(floor(v), v.floor(), "{v}");
            }
        }
        assert!(floor(f64::NAN).is_nan());
    }

    #[test]
    fn odd_widths_run_through_centres_and_even_ones_along_borders() {
        let first = |width| {
            let mut on_grid = steps().elements().through(SnapTo::for_width(width)).next();
            on_grid.take().and_then(|e| e.end()).unwrap()
        };
        assert_eq!(first(1.0), Point::new(0.5, 1.5));
        assert_eq!(first(2.4), Point::new(0.0, 1.0));
        assert_eq!(first(2.5), Point::new(0.5, 1.5));
        assert_eq!(first(0.4), Point::new(0.0, 1.0));
        assert_eq!(first(f64::NAN), Point::new(0.0, 1.0));
    }

    #[test]
    fn boxes_and_steps_are_rectilinear() {
        assert!(is_rectilinear(steps().elements()));
        let closed = Path::polygon([(0.0, 0.0), (5.0, 0.0), (5.0, 5.0), (0.0, 5.0)]);
        assert!(is_rectilinear(closed.elements()));
        assert!(is_rectilinear(Path::polyline([(1.0, 1.0)]).elements()));
        let closed_by_a_slope = Path::polygon([(0.0, 0.0), (5.0, 0.0), (5.0, 5.0)]);
        assert!(is_rectilinear(closed_by_a_slope.elements()));
    }

    #[test]
    fn slopes_curves_and_nothing_are_not() {
        let sloped = Path::polyline([(0.0, 0.0), (5.0, 0.001)]);
        assert!(!is_rectilinear(sloped.elements()));
        assert!(!is_rectilinear(Path::circle((0.0, 0.0), 1.0).elements()));
        assert!(!is_rectilinear(Path::new().elements()));
    }

    #[test]
    fn jumps_between_subpaths_may_slope() {
        let mut path = Path::polyline([(0.0, 0.0), (5.0, 0.0)]);
        path.move_to((7.0, 7.0)).line_to((7.0, 9.0));
        assert!(is_rectilinear(path.elements()));
    }

    #[test]
    fn auto_gives_up_on_long_paths() {
        let path = steps();
        let stage = |n| Snap::Auto.stage(n, 1.0, || path.elements());
        assert_eq!(stage(1024), Some(SnapTo { shift: 0.5 }));
        assert_eq!(stage(1025), None);
        assert_eq!(Snap::Off.stage(4, 1.0, || path.elements()), None);
        let slope = Path::polyline([(0.0, 0.0), (5.0, 3.0)]);
        assert!(Snap::On.stage(2, 1.0, || slope.elements()).is_some());
    }
}
