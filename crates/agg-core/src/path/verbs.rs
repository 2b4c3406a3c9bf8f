//! Further ways to build a path: relative to the pen, smooth, by arcs, from other paths; and what
//! can be done to a path as a whole.

use crate::geometry::number::{acos, cos, sin};
use crate::geometry::{Affine, Point, Transform};
use crate::path::orient::Orientation;
use crate::path::{Path, PathEl, PathIterator};
use std::f64::consts::{PI, TAU};

/// Which of the arcs of an ellipse between two points: of at most half a turn, or the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ArcSize {
    /// At most half a turn.
    Small,
    /// At least half a turn.
    Large,
}

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
    /// Adds an arc of an ellipse to a point, as cubic segments of a quarter turn or little more.
    ///
    /// The ellipse has half axes `radii` and is turned by `rotation` radians. Of the four arcs
    /// that lead to `end`, `size` and `direction` choose one: positive goes from the x axis
    /// towards the y axis. Where the radii are too small for the distance they are enlarged;
    /// where one is zero the arc is a straight segment. Nothing is added to a path that ends
    /// there, and without a current point the arc only moves.
    ///
    /// ```
    /// use agg_core::{ArcSize, Orientation, Path, PathIterator};
    ///
    /// let mut half = Path::new();
    /// half.move_to((0.0, 0.0));
    /// half.arc_to((5.0, 5.0), 0.0, ArcSize::Small, Orientation::Positive, (10.0, 0.0));
    /// let top = half.elements().bounding_box().unwrap();
    /// assert!((top.y0 + 5.0).abs() < 1e-3);
    /// ```
    pub fn arc_to(
        &mut self,
        radii: impl Into<Point>,
        rotation: f64,
        size: ArcSize,
        direction: Orientation,
        end: impl Into<Point>,
    ) -> &mut Self {
        /// Less than this is no radius and no distance.
        const NONE: f64 = 1e-30;
        let (radii, end) = (radii.into(), end.into());
        let radii = Point::new(radii.x.abs(), radii.y.abs());
        let Some(from) = self.current_point() else {
            return self.move_to(end);
        };
        if radii.x < NONE || radii.y < NONE {
            return self.line_to(end);
        }
        if from.distance(end) < NONE {
            return self;
        }
        let arc = EndpointArc::new(from, end, radii, rotation);
        self.append_arc(&arc, size, direction, end)
    }

    fn append_arc(
        &mut self,
        arc: &EndpointArc,
        size: ArcSize,
        direction: Orientation,
        end: Point,
    ) -> &mut Self {
        let (center, start, sweep) = arc.center_form(size, direction);
        let place = Affine::rotate(arc.rotation).then(Affine::translate(center.x, center.y));
        let pieces = arc_pieces(Point::ORIGIN, arc.radii, start, sweep);
        let count = pieces.len();
        if count == 0 {
            return self.line_to(end);
        }
        for (i, [_, control1, control2, to]) in pieces.into_iter().enumerate() {
            let to = if i + 1 == count { end } else { place * to };
            self.cubic_to(place * control1, place * control2, to);
        }
        self
    }
}

/// An ellipse through two points, seen with its axes along x and y and the middle between the
/// points as the origin.
struct EndpointArc {
    radii: Point,
    rotation: f64,
    /// The first point; the second lies opposite.
    from: Point,
    middle: Point,
}

impl EndpointArc {
    fn new(from: Point, to: Point, radii: Point, rotation: f64) -> Self {
        let (dx, dy) = ((from.x - to.x) / 2.0, (from.y - to.y) / 2.0);
        let (cos, sin) = (cos(rotation), sin(rotation));
        let half = Point::new(cos * dx + sin * dy, -sin * dx + cos * dy);
        let reach = half.x * half.x / (radii.x * radii.x) + half.y * half.y / (radii.y * radii.y);
        let enlarged = if reach > 1.0 {
            let factor = reach.sqrt();
            Point::new(factor * radii.x, factor * radii.y)
        } else {
            radii
        };
        Self {
            radii: enlarged,
            rotation,
            from: half,
            middle: Point::new((from.x + to.x) / 2.0, (from.y + to.y) / 2.0),
        }
    }

    /// The centre, the angle of the first point, and how far to turn from there.
    fn center_form(&self, size: ArcSize, direction: Orientation) -> (Point, f64, f64) {
        let positive = direction == Orientation::Positive;
        let Self { radii, from, .. } = *self;
        let (xx, yy) = (from.x * from.x, from.y * from.y);
        let (rx, ry) = (radii.x * radii.x, radii.y * radii.y);
        let off_center = (rx * ry - rx * yy - ry * xx) / (rx * yy + ry * xx);
        let sign = if (size == ArcSize::Large) == positive {
            -1.0
        } else {
            1.0
        };
        let along = sign * off_center.max(0.0).sqrt();
        let center = Point::new(
            along * (radii.x * from.y / radii.y),
            along * -(radii.y * from.x / radii.x),
        );
        let u = Point::new((from.x - center.x) / radii.x, (from.y - center.y) / radii.y);
        let v = Point::new(
            (-from.x - center.x) / radii.x,
            (-from.y - center.y) / radii.y,
        );
        let square = |v: Point| v.x * v.x + v.y * v.y;
        let start = signed_acos(u.x / square(u).sqrt(), u.y);
        let turn = u.x * v.y - u.y * v.x;
        let sweep = signed_acos(
            (u.x * v.x + u.y * v.y) / (square(u) * square(v)).sqrt(),
            turn,
        );
        let sweep = match (positive, sweep) {
            (false, s) if s > 0.0 => s - TAU,
            (true, s) if s < 0.0 => s + TAU,
            (_, s) => s,
        };
        (self.placed(center), start, sweep)
    }

    fn placed(&self, center: Point) -> Point {
        let (cos, sin) = (cos(self.rotation), sin(self.rotation));
        Point::new(
            self.middle.x + (cos * center.x - sin * center.y),
            self.middle.y + (sin * center.x + cos * center.y),
        )
    }
}

/// The angle with a cosine, on the side that a sign tells.
fn signed_acos(cosine: f64, side: f64) -> f64 {
    acos(cosine.clamp(-1.0, 1.0)) * if side < 0.0 { -1.0 } else { 1.0 }
}

/// An arc of an ellipse as cubic pieces of a quarter turn, the last of what is left; none for a
/// sweep that cannot be seen, at most one turn.
pub(crate) fn arc_pieces(center: Point, radii: Point, start: f64, sweep: f64) -> Vec<[Point; 4]> {
    /// A rest of less than this is added to the last quarter.
    const REST: f64 = 0.01;
    /// A sweep of less than this is none.
    const NO_SWEEP: f64 = 1e-10;
    let sweep = sweep.clamp(-TAU, TAU);
    let quarter = PI * 0.5 * if sweep < 0.0 { -1.0 } else { 1.0 };
    let seen = sweep.abs() >= NO_SWEEP && (start + sweep).is_finite();
    let mut next = seen.then_some((start % TAU, 0.0));
    let mut pieces: Vec<[Point; 4]> = Vec::new();
    while let Some((angle, done)) = next {
        let total = done + quarter;
        let last = total.abs() >= sweep.abs() - REST;
        let step = if last { sweep - done } else { quarter };
        let piece = arc_piece(center, radii, angle, step);
        // Of two points for one place the later one counts.
        if let Some([.., end]) = pieces.last_mut() {
            *end = piece[0];
        }
        pieces.push(piece);
        next = (!last).then_some((angle + step, total));
    }
    pieces
}

/// One cubic for an arc of up to about a quarter turn: made symmetric about the x axis, then
/// turned.
fn arc_piece(center: Point, radii: Point, start: f64, sweep: f64) -> [Point; 4] {
    let (x, y) = (cos(sweep / 2.0), sin(sweep / 2.0));
    let out = (1.0 - x) * 4.0 / 3.0;
    let up = y - out * x / y;
    let (s, c) = (sin(start + sweep / 2.0), cos(start + sweep / 2.0));
    [(x, -y), (x + out, -up), (x + out, up), (x, y)].map(|(x, y)| {
        Point::new(
            center.x + radii.x * (x * c - y * s),
            center.y + radii.y * (x * s + y * c),
        )
    })
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
    fn the_four_arcs_between_two_points_differ() {
        let arc = |size, direction| {
            let mut path = Path::polyline([(10.0, 0.0)]);
            path.arc_to((10.0, 10.0), 0.0, size, direction, (0.0, 10.0));
            path.elements().area()
        };
        let sector = PI * 25.0 - 50.0;
        let rest = PI * 100.0 - sector;
        use ArcSize::{Large, Small};
        use Orientation::{Negative, Positive};
        for (area, expected) in [
            (arc(Small, Positive), sector),
            (arc(Small, Negative), -sector),
            (arc(Large, Positive), rest),
            (arc(Large, Negative), -rest),
        ] {
            assert!((area - expected).abs() < 0.1, "{area} {expected}");
        }
    }

    #[test]
    fn an_arc_keeps_a_radius_of_its_own_for_y() {
        // AGG's bezier_arc_svg takes -rx for a negative ry.
        let arc = |radii: (f64, f64)| {
            let mut path = Path::polyline([(0.0, 0.0)]);
            path.arc_to(
                radii,
                0.2,
                ArcSize::Small,
                Orientation::Positive,
                (8.0, 3.0),
            );
            path
        };
        assert_eq!(arc((20.0, -5.0)), arc((20.0, 5.0)));
        assert_ne!(arc((20.0, 5.0)), arc((20.0, 20.0)));
    }

    #[test]
    fn radii_that_are_too_small_grow() {
        // AGG draws a straight segment if they are smaller than a third of what is needed.
        let mut path = Path::polyline([(0.0, 0.0)]);
        path.arc_to(
            (1.0, 1.0),
            0.0,
            ArcSize::Small,
            Orientation::Positive,
            (100.0, 0.0),
        );
        let bounds = path.elements().bounding_box().unwrap();
        assert!((bounds.y0 + 50.0).abs() < 0.02, "{bounds:?}");
    }

    #[test]
    fn degenerate_arcs_are_segments_or_nothing() {
        let mut path = Path::new();
        let (size, direction) = (ArcSize::Large, Orientation::Negative);
        path.arc_to((1.0, 1.0), 0.0, size, direction, (5.0, 5.0));
        path.arc_to((1.0, 1.0), 0.0, size, direction, (5.0, 5.0));
        path.arc_to((0.0, 1.0), 0.0, size, direction, (6.0, 5.0));
        path.arc_to((f64::NAN, 1.0), 0.0, size, direction, (7.0, 5.0));
        path.arc_to((1.0, f64::INFINITY), 0.0, size, direction, (8.0, 5.0));
        path.arc_to((1.0, 1.0), f64::NAN, size, direction, (9.0, 5.0));
        assert_eq!(path.to_svg(), "M5 5L6 5L7 5L8 5L9 5");
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
