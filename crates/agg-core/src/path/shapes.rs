//! Ready-made shapes.
//!
//! Each comes in two forms. The constructors of [`Path`] give curves, which stay smooth under any
//! transform. The shapes [`Ellipse`], [`Arc`] and [`RoundedRect`] give polylines that are fine
//! enough for one scale, point by point those that AGG makes.

use crate::geometry::number::{arc_step, sin_cos};
use crate::geometry::{Point, Rect};
use crate::path::Path;
use crate::path::arc::arc_pieces;
use std::f64::consts::{FRAC_PI_2, PI, TAU};

/// How far along the tangent the control points of a quarter circle lie: 4/3·(√2 − 1).
const QUARTER: f64 = 0.552_284_749_830_793_6;

impl Path {
    /// A closed rectangle, from its (x0, y0) corner along x first.
    #[must_use]
    pub fn rectangle(rect: Rect) -> Self {
        Self::polygon(rect.corners())
    }

    /// A closed circle of four cubic segments, from its rightmost point towards larger y; within
    /// 0.03 % of the radius.
    #[must_use]
    pub fn circle(center: impl Into<Point>, radius: f64) -> Self {
        Self::ellipse(center, (radius, radius))
    }

    /// A closed ellipse of four cubic segments with the given half axes.
    ///
    /// ```
    /// use agg_core::Path;
    ///
    /// let bounds = Path::ellipse((50.0, 40.0), (30.0, 10.0)).control_box().unwrap();
    /// assert_eq!((bounds.x0, bounds.y1), (20.0, 50.0));
    /// ```
    #[must_use]
    pub fn ellipse(center: impl Into<Point>, radii: impl Into<Point>) -> Self {
        let (c, r) = (center.into(), radii.into());
        let mut path = Self::new();
        path.move_to((c.x + r.x, c.y));
        let axes = [(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0), (1.0, 0.0)];
        for pair in axes.windows(2) {
            if let [a, b] = pair {
                path.quarter(c, r, *a, *b);
            }
        }
        path.close();
        path
    }

    /// A closed rectangle with corners of one radius, as quarter circles; a radius that does not
    /// fit is reduced to half the shorter side.
    #[must_use]
    pub fn rounded_rectangle(rect: Rect, radius: f64) -> Self {
        let Rect { x0, y0, x1, y1 } = rect;
        let r = radius
            .abs()
            .min(rect.width() / 2.0)
            .min(rect.height() / 2.0);
        let radii = Point::new(r, r);
        let mut path = Self::new();
        path.move_to((x0, y0 + r));
        let corners = [
            ((x0 + r, y0 + r), (-1.0, 0.0), (0.0, -1.0)),
            ((x1 - r, y0 + r), (0.0, -1.0), (1.0, 0.0)),
            ((x1 - r, y1 - r), (1.0, 0.0), (0.0, 1.0)),
            ((x0 + r, y1 - r), (0.0, 1.0), (-1.0, 0.0)),
        ];
        for (center, from, to) in corners {
            let center = Point::from(center);
            path.line_to((center.x + r * from.0, center.y + r * from.1));
            path.quarter(center, radii, from, to);
        }
        path.close();
        path
    }

    /// An open arc of an ellipse about `center` with half axes `radii`, from angle `start` through
    /// `sweep` (radians, positive from x towards y, at most a full turn), as cubic segments of a
    /// quarter turn, the last of what is left. Without a sweep only its start.
    #[must_use]
    pub fn arc(center: impl Into<Point>, radii: impl Into<Point>, start: f64, sweep: f64) -> Self {
        let (center, radii) = (center.into(), radii.into());
        let pieces = arc_pieces(center, radii, start, sweep);
        let mut path = Self::new();
        path.move_to(match pieces.first() {
            Some([from, ..]) => *from,
            None => on_ellipse(center, radii, start),
        });
        for [_, control1, control2, to] in pieces {
            path.cubic_to(control1, control2, to);
        }
        path
    }

    /// Adds a quarter of an ellipse between two directions along its axes.
    fn quarter(&mut self, c: Point, r: Point, from: (f64, f64), to: (f64, f64)) {
        let place = |x: f64, y: f64| Point::new(c.x + r.x * x, c.y + r.y * y);
        self.cubic_to(
            place(from.0 + QUARTER * to.0, from.1 + QUARTER * to.1),
            place(to.0 + QUARTER * from.0, to.1 + QUARTER * from.1),
            place(to.0, to.1),
        );
    }
}

/// An ellipse as a polygon.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ellipse {
    /// The centre.
    pub center: Point,
    /// The half axes along x and y.
    pub radii: Point,
}

impl Ellipse {
    /// An ellipse with the given half axes.
    #[must_use]
    pub fn new(center: impl Into<Point>, radii: impl Into<Point>) -> Self {
        Self {
            center: center.into(),
            radii: radii.into(),
        }
    }

    /// The closed polygon that stays within 1/8 pixel of it when magnified by `scale`.
    #[must_use]
    pub fn polygon(&self, scale: f64) -> Path {
        let steps = (TAU / arc_step(mean_radius(self.radii), scale) + 0.5) as u32;
        self.polygon_of(steps)
    }

    /// The closed polygon of `steps` points, from the rightmost point towards larger y.
    #[must_use]
    pub fn polygon_of(&self, steps: u32) -> Path {
        let angles = (0..steps).map(|i| f64::from(i) / f64::from(steps) * 2.0 * PI);
        Path::polygon(angles.map(|angle| on_ellipse(self.center, self.radii, angle)))
    }
}

/// An arc of an ellipse as a polyline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Arc {
    /// The centre.
    pub center: Point,
    /// The half axes along x and y.
    pub radii: Point,
    /// The angle of the first point, in radians from x towards y.
    pub start: f64,
    /// The angle to go through, in radians, with its sign; at most a full turn counts.
    pub sweep: f64,
}

impl Arc {
    /// The arc of an ellipse from angle `start` through `sweep`.
    #[must_use]
    pub fn new(center: impl Into<Point>, radii: impl Into<Point>, start: f64, sweep: f64) -> Self {
        Self {
            center: center.into(),
            radii: radii.into(),
            start,
            sweep,
        }
    }

    /// The open polyline that stays within 1/8 pixel of the arc when magnified by `scale`; empty
    /// for a non-finite angle.
    #[must_use]
    pub fn polyline(&self, scale: f64) -> Path {
        Path::polyline(self.points(scale))
    }

    fn points(self, scale: f64) -> impl Iterator<Item = Point> {
        let Self {
            center,
            radii,
            start,
            ..
        } = self;
        let sweep = self.sweep.clamp(-TAU, TAU);
        let end = start + sweep;
        let step = arc_step(mean_radius(radii), scale) * if sweep < 0.0 { -1.0 } else { 1.0 };
        // A step shorter than a quarter is left out: the end itself follows.
        let before_end = move |angle: f64| {
            if step > 0.0 {
                angle < end - step / 4.0
            } else {
                angle > end - step / 4.0
            }
        };
        let first = end.is_finite().then_some(start);
        let inner = std::iter::successors(first, move |angle| Some(angle + step))
            .take_while(move |a| before_end(*a));
        inner
            .chain(end.is_finite().then_some(end))
            .map(move |angle| on_ellipse(center, radii, angle))
    }
}

/// A rectangle with elliptic corners as a polygon.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RoundedRect {
    rect: Rect,
    /// From the (x0, y0) corner on, by way of (x1, y0).
    radii: [Point; 4],
}

impl RoundedRect {
    /// A rectangle with the same radius at each corner.
    #[must_use]
    pub fn new(rect: Rect, radius: f64) -> Self {
        Self::with_radii(rect, [Point::new(radius, radius); 4])
    }

    /// A rectangle with half axes of its own for each corner: (x0, y0), (x1, y0), (x1, y1),
    /// (x0, y1). Where two on one side do not fit, all are reduced by one factor so that they do.
    #[must_use]
    pub fn with_radii(rect: Rect, radii: [Point; 4]) -> Self {
        let [a, b, c, d] = radii.map(|r| Point::new(r.x.abs(), r.y.abs()));
        let (width, height) = (rect.width(), rect.height());
        let fit = [
            width / (a.x + b.x),
            width / (d.x + c.x),
            height / (a.y + d.y),
            height / (b.y + c.y),
        ]
        .into_iter()
        .fold(1.0_f64, f64::min);
        Self {
            rect,
            radii: [a, b, c, d].map(|r| r * fit),
        }
    }

    /// The closed polygon whose corners stay within 1/8 pixel of their ellipses when magnified by
    /// `scale`.
    #[must_use]
    pub fn polygon(&self, scale: f64) -> Path {
        let Rect { x0, y0, x1, y1 } = self.rect;
        let [a, b, c, d] = self.radii;
        let corner = |x: f64, y: f64, r: Point, start: f64| {
            Arc::new((x, y), r, start, FRAC_PI_2).points(scale)
        };
        Path::polygon(
            corner(x0 + a.x, y0 + a.y, a, PI)
                .chain(corner(x1 - b.x, y0 + b.y, b, PI + PI * 0.5))
                .chain(corner(x1 - c.x, y1 - c.y, c, 0.0))
                .chain(corner(x0 + d.x, y1 - d.y, d, PI * 0.5)),
        )
    }
}

/// An arrowhead, or the feathers at the other end, for a line along the x axis.
///
/// ```text
///              head                             tail
///
///            ╱│  ┐ width                 ╲────────╲   ┐ width
///   tip  ◄ ─ ┤ ● ┘ ─ ─ line     line ─ ─ ─●─ ─ ─ ─ ╲  ┘
///            ╲│                          ╱         ╱
///        ├───┼───┤                       ────────
///        length notch                 (by Arrow::tail)
/// ```
///
/// The origin is the end of the line; put it there with
/// [`marked`](crate::PathIterator::marked).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Arrow {
    /// How far it reaches beyond the end of the line.
    pub beyond: f64,
    /// How far it reaches along the line.
    pub along: f64,
    /// How far it reaches to each side.
    pub half_width: f64,
    /// How far its barbs are swept back along the line.
    pub barb: f64,
}

impl Arrow {
    /// An arrow as long beyond the end of the line as along it and to each side, without barbs.
    #[must_use]
    pub fn new(size: f64) -> Self {
        Self {
            beyond: size,
            along: size,
            half_width: size,
            barb: 0.0,
        }
    }

    /// The head, a closed polygon: its tip at (−`beyond`, 0).
    #[must_use]
    pub fn head(&self) -> Path {
        let Self {
            beyond,
            along,
            half_width,
            barb,
        } = *self;
        Path::polygon([
            (-beyond, 0.0),
            (along + barb, -half_width),
            (along, 0.0),
            (along + barb, half_width),
        ])
    }

    /// The feathers, a closed polygon: a stripe that is as wide as the head, notched at one end
    /// and pointed at the other.
    #[must_use]
    pub fn tail(&self) -> Path {
        let Self {
            beyond,
            along,
            half_width,
            barb,
        } = *self;
        Path::polygon([
            (beyond, 0.0),
            (beyond - barb, half_width),
            (-along - barb, half_width),
            (-along, 0.0),
            (-along - barb, -half_width),
            (beyond - barb, -half_width),
        ])
    }
}

fn mean_radius(radii: Point) -> f64 {
    (radii.x.abs() + radii.y.abs()) / 2.0
}

fn on_ellipse(center: Point, radii: Point, angle: f64) -> Point {
    let (sin, cos) = sin_cos(angle);
    Point::new(center.x + cos * radii.x, center.y + sin * radii.y)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn polygons_have_the_points_their_scale_asks_for() {
        // 2π / (2·acos(10 / 10.125)) = 20.0
        assert_eq!(
            Ellipse::new((0.0, 0.0), (10.0, 10.0))
                .polygon(1.0)
                .points()
                .len(),
            20
        );
        assert_eq!(
            Ellipse::new((0.0, 0.0), (10.0, 10.0))
                .polygon(4.0)
                .points()
                .len(),
            40
        );
    }

    #[test]
    fn corners_that_fit_keep_their_radii() {
        let flat =
            RoundedRect::with_radii(Rect::new(0.0, 0.0, 200.0, 20.0), [Point::new(90.0, 5.0); 4]);
        assert_eq!(flat.radii, [Point::new(90.0, 5.0); 4]);
        let tight = RoundedRect::new(Rect::new(0.0, 0.0, 200.0, 20.0), 40.0);
        assert_eq!(tight.radii, [Point::new(10.0, 10.0); 4]);
    }

    #[test]
    fn curved_arc_ends_where_it_should() {
        let arc = Path::arc((10.0, 0.0), (5.0, 5.0), 0.0, -PI);
        assert_eq!(arc.len(), 3);
        assert!(arc.points().last().unwrap().distance(Point::new(5.0, 0.0)) < 1e-12);
        assert!(
            arc.points()[3].distance(Point::new(10.0, -5.0)) < 1e-12,
            "negative sweep goes up"
        );
    }

    #[test]
    fn non_finite_angles_and_radii_stay_bounded() {
        assert!(
            Arc::new((0.0, 0.0), (1.0, 1.0), f64::NAN, 1.0)
                .polyline(1.0)
                .is_empty()
        );
        assert!(
            Arc::new((0.0, 0.0), (f64::INFINITY, 1.0), 0.0, 1e300)
                .polyline(1.0)
                .len()
                < 40_000
        );
        assert!(Path::arc((0.0, 0.0), (1.0, 1.0), 0.0, f64::NAN).len() < 8);
    }

    #[test]
    fn both_ends_of_an_arrow_are_closed() {
        // AGG stops before it closes the tail.
        let arrow = Arrow::new(3.0);
        for end in [arrow.head(), arrow.tail()] {
            assert_eq!(end.elements().last(), Some(crate::path::PathEl::Close));
        }
    }
}
