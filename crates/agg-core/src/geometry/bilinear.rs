//! Bilinear maps: a quadrilateral stretched evenly along its sides.

use crate::geometry::{Point, Rect, Transform};

/// A map in which each coordinate is a + b·xy + c·x + d·y.
///
/// Lines along x and y stay straight and evenly divided; others become curves. A straight
/// segment is sent to the segment between the images of its ends: cut it up first
/// ([`segmented`](crate::PathIterator::segmented)) where that matters.
///
/// ```
/// use agg_core::{Bilinear, Point, Rect, Transform};
///
/// let quad = [(2.0, 0.0), (8.0, 0.0), (10.0, 10.0), (0.0, 10.0)].map(Point::from);
/// let map = Bilinear::from_rect(Rect::new(0.0, 0.0, 1.0, 1.0), quad).unwrap();
/// assert_eq!(map.apply((0.5, 0.5).into()), Point::new(5.0, 5.0));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bilinear {
    /// The constant, and what xy, x and y are multiplied by.
    terms: [Point; 4],
}

impl Bilinear {
    /// The map that sends the corners of one quadrilateral to those of another, in order. `None`
    /// where there is none: corners that coincide, or a quadrilateral with its diagonals along
    /// the axes.
    #[must_use]
    pub fn between_quads(from: [Point; 4], to: [Point; 4]) -> Option<Self> {
        let mut rows = [[0.0; 6]; 4];
        for (row, (p, q)) in rows.iter_mut().zip(from.into_iter().zip(to)) {
            *row = [1.0, p.x * p.y, p.x, p.y, q.x, q.y];
        }
        let [a, b, c, d] = solved(rows)?;
        let terms = [a, b, c, d].map(Point::from);
        terms
            .iter()
            .all(|p| p.is_finite())
            .then_some(Self { terms })
    }

    /// The map that sends a rectangle to a quadrilateral, given by where the corners (x0, y0),
    /// (x1, y0), (x1, y1) and (x0, y1) go.
    #[must_use]
    pub fn from_rect(rect: Rect, to: [Point; 4]) -> Option<Self> {
        Self::between_quads(rect.corners(), to)
    }

    /// The map that sends the corners of a quadrilateral to (x0, y0), (x1, y0), (x1, y1) and
    /// (x0, y1) of a rectangle. It is not the way back of [`from_rect`](Self::from_rect).
    #[must_use]
    pub fn to_rect(from: [Point; 4], rect: Rect) -> Option<Self> {
        Self::between_quads(from, rect.corners())
    }
}

impl Transform for Bilinear {
    #[inline]
    fn apply(&self, p: Point) -> Point {
        let [a, b, c, d] = self.terms;
        let xy = p.x * p.y;
        Point::new(
            a.x + b.x * xy + c.x * p.x + d.x * p.y,
            a.y + b.y * xy + c.y * p.x + d.y * p.y,
        )
    }
}

/// Solves four equations in four unknowns, with two right sides in the last columns: Gaussian
/// elimination, the largest pivot of each column first.
fn solved(mut rows: [[f64; 6]; 4]) -> Option<[[f64; 2]; 4]> {
    for k in 0..4 {
        let size = |i: &usize| rows[*i][k].abs();
        let best = (k..4).rev().max_by(|i, j| size(i).total_cmp(&size(j)))?;
        rows.swap(k, best);
        let pivot = rows[k][k];
        if pivot == 0.0 {
            return None;
        }
        rows[k][k..].iter_mut().for_each(|v| *v /= pivot);
        let done = rows[k];
        for row in &mut rows[k + 1..] {
            let factor = row[k];
            for (v, d) in row.iter_mut().zip(done).skip(k) {
                *v -= factor * d;
            }
        }
    }
    let mut solution = [[0.0; 2]; 4];
    for m in (0..4).rev() {
        for side in 0..2 {
            let known =
                (m + 1..4).fold(rows[m][4 + side], |v, j| v - rows[m][j] * solution[j][side]);
            solution[m][side] = known;
        }
    }
    Some(solution)
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
    fn corners_go_to_corners_and_sides_are_divided_evenly() {
        let rect = Rect::new(0.0, 0.0, 4.0, 2.0);
        let map = Bilinear::from_rect(rect, QUAD).unwrap();
        for (corner, goal) in rect.corners().into_iter().zip(QUAD) {
            assert!(map.apply(corner).distance(goal) < 1e-12);
        }
        let quarter = map.apply((1.0, 0.0).into());
        assert!(quarter.distance(QUAD[0] + (QUAD[1] - QUAD[0]) * 0.25) < 1e-12);
        let back = Bilinear::to_rect(QUAD, rect).unwrap();
        assert!(back.apply(QUAD[2]).distance(Point::new(4.0, 2.0)) < 1e-12);
    }

    #[test]
    fn what_has_collapsed_has_no_map() {
        assert_eq!(Bilinear::between_quads([Point::ORIGIN; 4], QUAD), None);
        assert_eq!(
            Bilinear::from_rect(Rect::new(0.0, 0.0, 0.0, 5.0), QUAD),
            None
        );
        let broken = [Point::new(f64::NAN, 0.0); 4];
        assert_eq!(Bilinear::between_quads(broken, QUAD), None);
    }
}
