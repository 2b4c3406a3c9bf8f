//! Further ways to build a path: relative to the pen, smooth, from other paths; and what can be
//! done to a path as a whole.

use crate::geometry::{Point, Transform};
use crate::path::orient::Orientation;
use crate::path::{Path, PathEl, PathIterator};

/// Relative to the current point, or to the origin where there is none.
impl Path {
    /// Starts a new subpath at a distance from the current point.
    pub fn move_by(&mut self, by: impl Into<Point>) -> &mut Self {
        let end = self.pen() + by.into();
        self.move_to(end)
    }

    /// Adds a straight segment by a distance.
    pub fn line_by(&mut self, by: impl Into<Point>) -> &mut Self {
        let end = self.pen() + by.into();
        self.line_to(end)
    }

    /// Adds a horizontal segment to an x.
    pub fn horizontal_to(&mut self, x: f64) -> &mut Self {
        let y = self.pen().y;
        self.line_to((x, y))
    }

    /// Adds a vertical segment to a y.
    pub fn vertical_to(&mut self, y: f64) -> &mut Self {
        let x = self.pen().x;
        self.line_to((x, y))
    }

    /// Adds a quadratic segment, its points relative to where it starts.
    pub fn quad_by(&mut self, control: impl Into<Point>, by: impl Into<Point>) -> &mut Self {
        let pen = self.pen();
        self.quad_to(pen + control.into(), pen + by.into())
    }

    /// Adds a cubic segment, its points relative to where it starts.
    pub fn cubic_by(
        &mut self,
        control1: impl Into<Point>,
        control2: impl Into<Point>,
        by: impl Into<Point>,
    ) -> &mut Self {
        let pen = self.pen();
        self.cubic_to(
            pen + control1.into(),
            pen + control2.into(),
            pen + by.into(),
        )
    }

    /// Adds a quadratic segment that goes on smoothly from the quadratic one before it: its
    /// control point is that one's, reflected at the current point. After anything else the
    /// control point is the current point itself, as in SVG.
    pub fn smooth_quad_to(&mut self, end: impl Into<Point>) -> &mut Self {
        let pen = self.pen();
        let control = match self.last_element() {
            Some(PathEl::QuadTo(control, _)) => reflected(control, pen),
            _ => pen,
        };
        self.quad_to(control, end)
    }

    /// Adds a cubic segment that goes on smoothly from the cubic one before it; see
    /// [`smooth_quad_to`](Self::smooth_quad_to).
    pub fn smooth_cubic_to(
        &mut self,
        control2: impl Into<Point>,
        end: impl Into<Point>,
    ) -> &mut Self {
        let pen = self.pen();
        let control1 = match self.last_element() {
            Some(PathEl::CurveTo(_, control, _)) => reflected(control, pen),
            _ => pen,
        };
        self.cubic_to(control1, control2, end)
    }

    fn pen(&self) -> Point {
        self.current_point().unwrap_or_default()
    }
}

fn reflected(p: Point, at: Point) -> Point {
    at + at - p
}

impl Path {
    /// Adds elements with the pen kept down: a straight segment leads to where they start, and
    /// every further move is a segment too. `extend` adds them as they are.
    ///
    /// ```
    /// use agg_core::Path;
    ///
    /// let mut path = Path::polyline([(0.0, 0.0), (1.0, 0.0)]);
    /// path.join(Path::polyline([(2.0, 0.0), (2.0, 5.0)]).elements());
    /// assert_eq!(path.to_svg(), "M0 0L1 0L2 0L2 5");
    /// ```
    pub fn join(&mut self, elements: impl IntoIterator<Item = PathEl>) -> &mut Self {
        /// Closer than this the two ends are one point.
        const SAME: f64 = 1e-14;
        for (i, element) in elements.into_iter().enumerate() {
            match (element, self.last_element()) {
                (PathEl::MoveTo(p), Some(last)) => {
                    let there = |end: Point| i == 0 && end.distance(p) <= SAME;
                    if !last.end().is_some_and(there) {
                        self.line_to(p);
                    }
                }
                (element, _) => {
                    self.push(element);
                }
            }
        }
        self
    }

    /// The same path with each subpath drawn from its end to its start.
    #[must_use]
    pub fn reversed(&self) -> Self {
        self.subpaths().flat_map(reversed).collect()
    }

    /// The same path with each subpath of the other orientation reversed; one without area counts
    /// as positive.
    ///
    /// ```
    /// use agg_core::{Orientation, Path, PathIterator};
    ///
    /// let path: Path = "M0 0H9V9H0Z M2 2V7H7V2Z".parse()?;
    /// assert_eq!(path.elements().area(), 56.0);
    /// assert_eq!(path.oriented(Orientation::Positive).elements().area(), 106.0);
    /// # Ok::<(), agg_core::Error>(())
    /// ```
    #[must_use]
    pub fn oriented(&self, orientation: Orientation) -> Self {
        let negative = orientation == Orientation::Negative;
        self.subpaths()
            .flat_map(|subpath| {
                if (subpath.clone().area() < 0.0) == negative {
                    subpath.collect()
                } else {
                    reversed(subpath)
                }
            })
            .collect()
    }

    /// Mirrors the path left to right so that x1 and x2 change places.
    pub fn flip_x(&mut self, x1: f64, x2: f64) -> &mut Self {
        self.map_points(.., |p| Point::new(x2 - p.x + x1, p.y));
        self
    }

    /// Mirrors the path top to bottom so that y1 and y2 change places.
    pub fn flip_y(&mut self, y1: f64, y2: f64) -> &mut Self {
        self.map_points(.., |p| Point::new(p.x, y2 - p.y + y1));
        self
    }

    /// Sends the points of some elements, counted from 0, through a transform. What lies beyond
    /// the last element is ignored.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "transforms are small, and reads like `transform`"
    )]
    pub fn transform_range(
        &mut self,
        elements: impl std::ops::RangeBounds<usize>,
        transform: impl Transform,
    ) {
        self.map_points(elements, |p| transform.apply(p));
    }
}

/// The elements of one subpath, which begins with a move, from its end to its start.
fn reversed(subpath: impl Iterator<Item = PathEl>) -> Vec<PathEl> {
    let mut segments: Vec<PathEl> = subpath.collect();
    let close = segments.pop_if(|e| *e == PathEl::Close);
    let starts = segments.iter().map(PathEl::end).rev().skip(1);
    let first = segments.last().and_then(PathEl::end).map(PathEl::MoveTo);
    let back = segments.iter().rev().zip(starts);
    let turned = back.filter_map(|(segment, start)| {
        let start = start?;
        Some(match *segment {
            PathEl::QuadTo(control, _) => PathEl::QuadTo(control, start),
            PathEl::CurveTo(control1, control2, _) => PathEl::CurveTo(control2, control1, start),
            PathEl::MoveTo(_) | PathEl::LineTo(_) | PathEl::Close => PathEl::LineTo(start),
        })
    });
    first.into_iter().chain(turned).chain(close).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Affine;

    #[test]
    fn relative_verbs_add_to_the_current_point() {
        let mut path = Path::new();
        path.move_by((1.0, 2.0))
            .line_by((3.0, 0.0))
            .horizontal_to(9.0);
        path.vertical_to(-1.0).quad_by((1.0, 1.0), (2.0, 0.0));
        path.cubic_by((0.0, 1.0), (1.0, 1.0), (1.0, 0.0));
        assert_eq!(
            path.to_svg(),
            "M1 2L4 2L9 2L9 -1Q10 0 11 -1C11 0 12 0 12 -1"
        );
    }

    #[test]
    fn after_a_close_the_pen_is_at_the_start() {
        // AGG takes relative coordinates as absolute there.
        let mut path = Path::polygon([(5.0, 5.0), (9.0, 5.0), (9.0, 9.0)]);
        path.line_by((1.0, 0.0)).close().move_by((0.0, 1.0));
        assert_eq!(path.to_svg(), "M5 5L9 5L9 9ZL6 5ZM5 6");
    }

    #[test]
    fn smooth_verbs_reflect_a_control_point_of_their_own_kind_only() {
        // AGG reflects after any curve.
        let mut path = Path::new();
        path.move_to((0.0, 0.0)).quad_to((1.0, 1.0), (2.0, 0.0));
        path.smooth_quad_to((4.0, 0.0))
            .smooth_cubic_to((6.0, 1.0), (6.0, 0.0));
        path.smooth_cubic_to((8.0, 1.0), (8.0, 0.0))
            .smooth_quad_to((9.0, 0.0));
        assert_eq!(
            path.to_svg(),
            "M0 0Q1 1 2 0Q3 -1 4 0C4 0 6 1 6 0C6 -1 8 1 8 0Q8 0 9 0"
        );
    }

    #[test]
    fn joining_keeps_the_pen_down() {
        let mut path = Path::new();
        let mut other = Path::polyline([(0.0, 0.0), (1.0, 0.0)]);
        other.move_to((5.0, 5.0)).close();
        path.join(&other)
            .join(&other)
            .join(Path::polyline([(0.0, 0.0)]).elements());
        assert_eq!(path.to_svg(), "M0 0L1 0L5 5ZL0 0L1 0L5 5ZL0 0");
    }

    #[test]
    fn reversing_keeps_curves_and_closing() {
        let path: Path = "M0 0Q1 1 2 0C3 1 4 1 5 0L9 9ZL3 3M7 7".parse().unwrap();
        assert_eq!(
            path.reversed().to_svg(),
            "M9 9L5 0C4 1 3 1 2 0Q1 1 0 0ZM3 3L0 0M7 7"
        );
        assert_eq!(
            path.reversed().reversed().to_svg(),
            "M0 0Q1 1 2 0C3 1 4 1 5 0L9 9ZM0 0L3 3M7 7"
        );
    }

    #[test]
    fn flips_exchange_two_coordinates() {
        let mut path = Path::polyline([(2.0, 1.0), (7.0, 4.0)]);
        path.flip_x(2.0, 7.0).flip_y(0.0, 10.0);
        assert_eq!(path.to_svg(), "M7 9L2 6");
    }

    #[test]
    fn a_range_of_elements_is_transformed() {
        let mut path: Path = "M0 0L1 0Q2 0 3 0ZM4 0L5 0".parse().unwrap();
        path.transform_range(1..3, Affine::translate(0.0, 1.0));
        path.transform_range(5..99, Affine::translate(0.0, 2.0));
        assert_eq!(path.to_svg(), "M0 0L1 1Q2 1 3 1ZM4 0L5 2");
    }
}
