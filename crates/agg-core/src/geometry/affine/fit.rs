//! Affine maps that fit one figure onto another, and the parts of a map.

use crate::geometry::number::{atan2, sin_cos};
use crate::geometry::{Affine, Point, Rect, Transform};

impl Affine {
    /// The map that sends three points to three others, in order. `None` where the first three
    /// lie on a line, or nothing finite does it.
    ///
    /// ```
    /// use agg_core::{Affine, Point};
    ///
    /// let corners = [(0.0, 0.0), (2.0, 0.0), (0.0, 2.0)].map(Point::from);
    /// let skewed = [(1.0, 1.0), (3.0, 2.0), (1.0, 5.0)].map(Point::from);
    /// let map = Affine::between_triangles(corners, skewed).unwrap();
    /// assert_eq!(map * Point::new(1.0, 1.0), Point::new(2.0, 3.5));
    /// ```
    #[must_use]
    pub fn between_triangles(from: [Point; 3], to: [Point; 3]) -> Option<Self> {
        let map = Self::from_triangle(from)
            .inverse()?
            .then(Self::from_triangle(to));
        map.is_finite().then_some(map)
    }

    /// The map that sends a rectangle to a parallelogram, given by where the corners (x0, y0),
    /// (x1, y0) and (x1, y1) go. `None` for an empty rectangle.
    #[must_use]
    pub fn from_rect(rect: Rect, to: [Point; 3]) -> Option<Self> {
        Self::between_triangles(three_corners(rect), to)
    }

    /// The map that sends a parallelogram to a rectangle: three of its corners to (x0, y0),
    /// (x1, y0) and (x1, y1). `None` where they lie on a line.
    #[must_use]
    pub fn to_rect(from: [Point; 3], rect: Rect) -> Option<Self> {
        Self::between_triangles(from, three_corners(rect))
    }

    /// The map that sends (0, 0), (1, 0) and (0, 1) to three points.
    fn from_triangle([a, b, c]: [Point; 3]) -> Self {
        Self::new([b.x - a.x, b.y - a.y, c.x - a.x, c.y - a.y, a.x, a.y])
    }

    /// The map that lays what stands along the x axis, from 0 to `length`, along the segment from
    /// one point to another: turned, shifted, and scaled so that it fits. A length that is not
    /// positive leaves the scale as it is.
    #[must_use]
    pub fn along_segment(from: Point, to: Point, length: f64) -> Self {
        let scale = if length > 0.0 {
            from.distance(to) / length
        } else {
            1.0
        };
        Self::scale(scale)
            .then(Self::rotate(atan2(to.y - from.y, to.x - from.x)))
            .then(Self::translate(from.x, from.y))
    }

    /// Reflection at the line through the origin at an angle in radians.
    #[must_use]
    pub fn reflect(angle: f64) -> Self {
        let (sin, cos) = sin_cos(angle);
        Self::reflect_unit(Point::new(cos, sin))
    }

    /// Reflection at the line through the origin and a point; `None` for the origin itself.
    #[must_use]
    pub fn reflect_at(point: Point) -> Option<Self> {
        let length = Point::ORIGIN.distance(point);
        let unit = Point::new(point.x / length, point.y / length);
        unit.is_finite().then(|| Self::reflect_unit(unit))
    }

    fn reflect_unit(u: Point) -> Self {
        let diagonal = 2.0 * u.x * u.y;
        Self::new([
            2.0 * u.x * u.x - 1.0,
            diagonal,
            diagonal,
            2.0 * u.y * u.y - 1.0,
            0.0,
            0.0,
        ])
    }

    /// The angle in radians by which the x axis is turned.
    #[must_use]
    pub fn rotation(&self) -> f64 {
        atan2(self.shy, self.sx)
    }

    /// Where the origin goes.
    #[must_use]
    pub fn translation(&self) -> Point {
        Point::new(self.tx, self.ty)
    }

    /// The scale along each axis, signs included, of a map made of scaling, then rotation.
    #[must_use]
    pub fn scaling(&self) -> Point {
        let straight = self.then(Self::rotate(-self.rotation()));
        let [from, to] = [(0.0, 0.0), (1.0, 1.0)].map(|p| straight.apply(p.into()));
        to - from
    }

    /// The scale along each axis of the plane mapped to, of a map made of rotation, then scaling.
    #[must_use]
    pub fn scaling_abs(&self) -> Point {
        let length = |a: f64, b: f64| (a * a + b * b).sqrt();
        Point::new(length(self.sx, self.shx), length(self.shy, self.sy))
    }

    /// Whether no coefficient is further than `epsilon` from another map's.
    #[must_use]
    pub fn is_close(&self, other: &Self, epsilon: f64) -> bool {
        self.coefficients()
            .iter()
            .zip(other.coefficients())
            .all(|(a, b)| (a - b).abs() <= epsilon)
    }

    /// `[sx, shy, shx, sy, tx, ty]`, as [`new`](Self::new) takes them.
    #[must_use]
    pub fn coefficients(&self) -> [f64; 6] {
        [self.sx, self.shy, self.shx, self.sy, self.tx, self.ty]
    }
}

fn three_corners(rect: Rect) -> [Point; 3] {
    let Rect { x0, y0, x1, y1 } = rect;
    [(x0, y0), (x1, y0), (x1, y1)].map(Point::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fitting_sends_corners_to_corners() {
        let rect = Rect::new(10.0, 20.0, 30.0, 50.0);
        let to = [(1.0, 1.0), (5.0, 2.0), (7.0, 9.0)].map(Point::from);
        let map = Affine::from_rect(rect, to).unwrap();
        for (corner, goal) in three_corners(rect).into_iter().zip(to) {
            assert!((map * corner).distance(goal) < 1e-12);
        }
        let back = map.then(Affine::to_rect(to, rect).unwrap());
        assert!(back.is_close(&Affine::IDENTITY, 1e-12), "{back:?}");
    }

    #[test]
    fn nothing_fits_onto_a_line_or_from_one() {
        let line = [(0.0, 0.0), (1.0, 1.0), (2.0, 2.0)].map(Point::from);
        let unit = [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0)].map(Point::from);
        assert_eq!(Affine::between_triangles(line, unit), None);
        let flat = Affine::between_triangles(unit, line).unwrap();
        assert_eq!(flat.inverse(), None);
        assert_eq!(Affine::from_rect(Rect::default(), unit), None);
        assert_eq!(Affine::reflect_at(Point::ORIGIN), None);
    }

    #[test]
    fn the_parts_of_a_map_are_found_again() {
        let map = Affine::scale_xy(2.0, -3.0)
            .then(Affine::rotate(0.7))
            .then(Affine::translate(5.0, 6.0));
        assert!((map.rotation() - 0.7).abs() < 1e-15);
        assert_eq!(map.translation(), Point::new(5.0, 6.0));
        assert!(map.scaling().distance(Point::new(2.0, -3.0)) < 1e-14);
        let turned_first = Affine::rotate(0.7).then(Affine::scale_xy(2.0, -3.0));
        assert!(turned_first.scaling_abs().distance(Point::new(2.0, 3.0)) < 1e-14);
    }

    #[test]
    fn a_reflection_undoes_itself_and_keeps_its_line() {
        let mirror = Affine::reflect(0.4);
        assert!(mirror.then(mirror).is_close(&Affine::IDENTITY, 1e-15));
        let (sin, cos) = sin_cos(0.4);
        let on_line = Point::new(cos, sin);
        assert!((mirror * on_line).distance(on_line) < 1e-15);
        let other = Affine::reflect_at(on_line * 7.0).unwrap();
        assert!(mirror.is_close(&other, 1e-15));
    }

    #[test]
    fn a_segment_is_covered_from_end_to_end() {
        let (a, b) = (Point::new(3.0, 4.0), Point::new(6.0, 8.0));
        let map = Affine::along_segment(a, b, 10.0);
        assert!((map * Point::new(10.0, 0.0)).distance(b) < 1e-14);
        assert_eq!(map * Point::ORIGIN, a);
        let unscaled = Affine::along_segment(a, b, 0.0);
        assert!((unscaled.determinant() - 1.0).abs() < 1e-15);
    }
}
