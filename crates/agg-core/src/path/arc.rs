//! Elliptical arcs as cubic segments: by their end points, as in SVG, and by angles.
//!
//! An arc of angle a about the x axis has its control points where the tangents at its ends are
//! as far out as makes the middle of the cubic touch the ellipse; the error of a quarter turn is
//! 0.03 % of the radius. Source of the endpoint form: *Scalable Vector Graphics (SVG) 2*, B.2.4.

use crate::geometry::number::{acos, sin_cos};
use crate::geometry::{Affine, Point};
use crate::path::Path;
use crate::path::orient::Orientation;
use std::f64::consts::{PI, TAU};

/// Which of the arcs of an ellipse between two points: of at most half a turn, or the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ArcSize {
    /// At most half a turn.
    Small,
    /// At least half a turn.
    Large,
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
        let (sin, cos) = sin_cos(rotation);
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
        let (sin, cos) = sin_cos(self.rotation);
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
    let (y, x) = sin_cos(sweep / 2.0);
    let out = (1.0 - x) * 4.0 / 3.0;
    let up = y - out * x / y;
    let (s, c) = sin_cos(start + sweep / 2.0);
    [(x, -y), (x + out, -up), (x + out, up), (x, y)].map(|(x, y)| {
        Point::new(
            center.x + radii.x * (x * c - y * s),
            center.y + radii.y * (x * s + y * c),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::path::PathIterator;

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
}
