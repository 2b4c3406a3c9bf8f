//! Perspective maps: straight lines stay straight, parallel ones may meet.

use crate::geometry::{Affine, Point, Rect, Transform};

/// A perspective map:
///
/// ```text
/// x' = (sx·x  + shx·y + tx) / w        w = w0·x + w1·y + w2
/// y' = (shy·x + sy·y  + ty) / w
/// ```
///
/// Points where w is zero have no image (it is not finite, which breaks a path there), and beyond
/// that line everything is seen through the eye: clip first.
///
/// ```
/// use agg_core::{Perspective, Point, Rect};
///
/// let tilted = [(2.0, 0.0), (8.0, 0.0), (10.0, 10.0), (0.0, 10.0)].map(Point::from);
/// let map = Perspective::from_rect(Rect::new(0.0, 0.0, 1.0, 1.0), tilted).unwrap();
/// let middle = map * Point::new(0.5, 0.5);
/// assert!((middle.x - 5.0).abs() < 1e-12 && middle.y < 5.0);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Perspective {
    sx: f64,
    shy: f64,
    w0: f64,
    shx: f64,
    sy: f64,
    w1: f64,
    tx: f64,
    ty: f64,
    w2: f64,
}

impl Perspective {
    /// The map that changes nothing.
    pub const IDENTITY: Self = Self::new([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]);

    /// The map with the coefficients `[[sx, shy, w0], [shx, sy, w1], [tx, ty, w2]]`.
    #[must_use]
    pub const fn new([[sx, shy, w0], [shx, sy, w1], [tx, ty, w2]]: [[f64; 3]; 3]) -> Self {
        Self {
            sx,
            shy,
            w0,
            shx,
            sy,
            w1,
            tx,
            ty,
            w2,
        }
    }

    /// The coefficients, as [`new`](Self::new) takes them.
    #[must_use]
    pub fn coefficients(&self) -> [[f64; 3]; 3] {
        [
            [self.sx, self.shy, self.w0],
            [self.shx, self.sy, self.w1],
            [self.tx, self.ty, self.w2],
        ]
    }

    /// The map that sends the corners of one quadrilateral to those of another, in order. `None`
    /// where three of the corners lie on a line.
    #[must_use]
    pub fn between_quads(from: [Point; 4], to: [Point; 4]) -> Option<Self> {
        Self::from_unit_square(from)?
            .inverse()?
            .then(Self::from_unit_square(to)?)
            .finite()
    }

    /// The map that sends a rectangle to a quadrilateral, given by where the corners (x0, y0),
    /// (x1, y0), (x1, y1) and (x0, y1) go.
    #[must_use]
    pub fn from_rect(rect: Rect, to: [Point; 4]) -> Option<Self> {
        Self::between_quads(rect.corners(), to)
    }

    /// The map that sends a quadrilateral to a rectangle: its corners to (x0, y0), (x1, y0),
    /// (x1, y1) and (x0, y1).
    #[must_use]
    pub fn to_rect(from: [Point; 4], rect: Rect) -> Option<Self> {
        Self::between_quads(from, rect.corners())
    }

    /// The map that sends (0, 0), (1, 0), (1, 1) and (0, 1) to four points.
    #[must_use]
    pub fn from_unit_square([a, b, c, d]: [Point; 4]) -> Option<Self> {
        let (dx, dy) = (a.x - b.x + c.x - d.x, a.y - b.y + c.y - d.y);
        if dx == 0.0 && dy == 0.0 {
            return Self::from(Affine::new([
                b.x - a.x,
                b.y - a.y,
                c.x - b.x,
                c.y - b.y,
                a.x,
                a.y,
            ]))
            .finite();
        }
        let (bc, dc) = (b - c, d - c);
        let den = bc.x * dc.y - dc.x * bc.y;
        let u = (dx * dc.y - dy * dc.x) / den;
        let v = (dy * bc.x - dx * bc.y) / den;
        Self::new([
            [b.x - a.x + u * b.x, b.y - a.y + u * b.y, u],
            [d.x - a.x + v * d.x, d.y - a.y + v * d.y, v],
            [a.x, a.y, 1.0],
        ])
        .finite()
    }

    /// This map, and then another; an [`Affine`] one too.
    #[must_use]
    pub fn then(self, next: impl Into<Self>) -> Self {
        let (m, b) = (next.into(), self);
        // One output of `m` for one input of `b`.
        let row = |x: f64, y: f64, w: f64| {
            [
                m.sx * x + m.shx * y + m.tx * w,
                m.shy * x + m.sy * y + m.ty * w,
                m.w0 * x + m.w1 * y + m.w2 * w,
            ]
        };
        Self::new([
            row(b.sx, b.shy, b.w0),
            row(b.shx, b.sy, b.w1),
            row(b.tx, b.ty, b.w2),
        ])
    }

    /// `det` of the matrix: zero where the map has no way back.
    #[must_use]
    pub fn determinant(&self) -> f64 {
        self.sx * (self.sy * self.w2 - self.ty * self.w1)
            + self.shx * (self.ty * self.w0 - self.shy * self.w2)
            + self.tx * (self.shy * self.w1 - self.sy * self.w0)
    }

    /// The map back, or `None` where there is none.
    #[must_use]
    pub fn inverse(&self) -> Option<Self> {
        let a = self;
        let d0 = a.sy * a.w2 - a.w1 * a.ty;
        let d1 = a.w0 * a.ty - a.shy * a.w2;
        let d2 = a.shy * a.w1 - a.w0 * a.sy;
        let d = 1.0 / (a.sx * d0 + a.shx * d1 + a.tx * d2);
        Self::new([
            [d * d0, d * d1, d * d2],
            [
                d * (a.w1 * a.tx - a.shx * a.w2),
                d * (a.sx * a.w2 - a.w0 * a.tx),
                d * (a.w0 * a.shx - a.sx * a.w1),
            ],
            [
                d * (a.shx * a.ty - a.sy * a.tx),
                d * (a.shy * a.tx - a.sx * a.ty),
                d * (a.sx * a.sy - a.shy * a.shx),
            ],
        ])
        .finite()
    }

    /// Whether no coefficient is infinite or NaN.
    #[must_use]
    pub fn is_finite(&self) -> bool {
        self.coefficients().iter().flatten().all(|v| v.is_finite())
    }

    fn finite(self) -> Option<Self> {
        self.is_finite().then_some(self)
    }
}

impl From<Affine> for Perspective {
    fn from(a: Affine) -> Self {
        Self::new([[a.sx, a.shy, 0.0], [a.shx, a.sy, 0.0], [a.tx, a.ty, 1.0]])
    }
}

impl Transform for Perspective {
    #[inline]
    fn apply(&self, p: Point) -> Point {
        let m = 1.0 / (p.x * self.w0 + p.y * self.w1 + self.w2);
        Point::new(
            m * (p.x * self.sx + p.y * self.shx + self.tx),
            m * (p.x * self.shy + p.y * self.sy + self.ty),
        )
    }
}

impl std::ops::Mul<Point> for Perspective {
    type Output = Point;
    fn mul(self, p: Point) -> Point {
        self.apply(p)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUAD: [Point; 4] = [
        Point::new(10.0, 5.0),
        Point::new(90.0, 20.0),
        Point::new(70.0, 80.0),
        Point::new(5.0, 60.0),
    ];

    #[test]
    fn corners_go_to_corners_and_back() {
        let rect = Rect::new(-3.0, 2.0, 4.0, 9.0);
        let map = Perspective::from_rect(rect, QUAD).unwrap();
        let back = Perspective::to_rect(QUAD, rect).unwrap();
        for (corner, goal) in rect.corners().into_iter().zip(QUAD) {
            assert!((map * corner).distance(goal) < 1e-11);
            assert!((back * goal).distance(corner) < 1e-11);
        }
        let p = Point::new(1.0, 7.5);
        assert!((map.then(map.inverse().unwrap()) * p).distance(p) < 1e-11);
    }

    #[test]
    fn an_affine_map_stays_itself() {
        let affine = Affine::rotate(0.3).then(Affine::translate(4.0, -1.0));
        let p = Point::new(3.0, 8.0);
        assert_eq!(Perspective::from(affine) * p, affine * p);
        let scaled = Perspective::from(affine).then(Affine::scale(2.0));
        assert!((scaled * p).distance(affine * p * 2.0) < 1e-14);
    }

    #[test]
    fn what_has_collapsed_has_no_map() {
        let line = [0.0, 1.0, 2.0, 3.0].map(|v| Point::new(v, v));
        assert_eq!(Perspective::between_quads(line, QUAD), None);
        let point = [Point::new(1.0, 1.0); 4];
        assert_eq!(Perspective::between_quads(point, QUAD), None);
        assert_eq!(Perspective::from_rect(Rect::default(), QUAD), None);
        let broken = [Point::new(f64::NAN, 0.0); 4];
        assert_eq!(Perspective::between_quads(QUAD, broken), None);
    }
}
