//! A corner of a subpath, and where the outline runs beside it.
//!
//! The formulas hold for one corner in numbers and for several in vectors.

use crate::geometry::Point;
use std::ops::{Add, Div, Mul, Sub};

/// A number, or a vector of them.
pub(super) trait Number:
    Copy + Add<Output = Self> + Sub<Output = Self> + Mul<Output = Self> + Div<Output = Self>
{
}

impl<T> Number for T where
    T: Copy + Add<Output = T> + Sub<Output = T> + Mul<Output = T> + Div<Output = T>
{
}

/// A point, or several, their coordinates in vectors.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place<V> {
    pub(super) x: V,
    pub(super) y: V,
}

impl<V: Number> Place<V> {
    pub(super) fn new(x: V, y: V) -> Self {
        Self { x, y }
    }

    /// The point of an outline beside this one.
    #[inline(always)]
    pub(super) fn beside(self, offset: Self) -> Self {
        Self::new(self.x + offset.x, self.y - offset.y)
    }

    #[inline(always)]
    pub(super) fn distance_squared(self, other: Self) -> V {
        let (x, y) = (other.x - self.x, other.y - self.y);
        x * x + y * y
    }
}

impl From<Place<f64>> for Point {
    fn from(place: Place<f64>) -> Self {
        Self::new(place.x, place.y)
    }
}

impl From<Point> for Place<f64> {
    fn from(point: Point) -> Self {
        Self::new(point.x, point.y)
    }
}

/// A corner: three vertices, and the offsets and lengths of the two segments between them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Corner<V> {
    pub(super) v0: Place<V>,
    pub(super) v1: Place<V>,
    pub(super) v2: Place<V>,
    pub(super) offset1: Place<V>,
    pub(super) offset2: Place<V>,
    pub(super) length1: V,
    pub(super) length2: V,
}

impl<V: Number> Corner<V> {
    /// The outline's point beside the corner that belongs to the segment before it.
    #[inline(always)]
    pub(super) fn before(&self) -> Place<V> {
        self.v1.beside(self.offset1)
    }

    /// The one that belongs to the segment after it.
    #[inline(always)]
    pub(super) fn after(&self) -> Place<V> {
        self.v1.beside(self.offset2)
    }

    /// Twice the signed area of the corner; its sign tells which way the path turns.
    #[inline(always)]
    pub(super) fn turn(&self) -> V {
        turn(self.v0, self.v1, self.v2)
    }

    /// The cross product of the two offset lines, and where they cross unless that is next to 0.
    #[inline(always)]
    pub(super) fn crossing(&self) -> (V, Place<V>) {
        let (a, b) = (self.v0.beside(self.offset1), self.before());
        let (c, d) = (self.after(), self.v2.beside(self.offset2));
        let numerator = (a.y - c.y) * (d.x - c.x) - (a.x - c.x) * (d.y - c.y);
        let denominator = (b.x - a.x) * (d.y - c.y) - (b.y - a.y) * (d.x - c.x);
        let along = numerator / denominator;
        let x = a.x + (b.x - a.x) * along;
        let y = a.y + (b.y - a.y) * along;
        (denominator, Place::new(x, y))
    }
}

impl<V: Number + Mul<f64, Output = V>> Corner<V> {
    /// The square of the distance of the bevel from the vertex.
    #[inline(always)]
    pub(super) fn bevel_squared(&self) -> V {
        let x = (self.offset1.x + self.offset2.x) * 0.5;
        let y = (self.offset1.y + self.offset2.y) * 0.5;
        x * x + y * y
    }
}

impl Corner<f64> {
    /// Whether the path goes on in the same direction, told from two parallel offset lines.
    pub(super) fn goes_straight_on(&self) -> bool {
        let p = self.before();
        (turn(self.v0, self.v1, p) < 0.0) == (turn(self.v1, self.v2, p) < 0.0)
    }

    /// The distance of the bevel from the vertex.
    pub(super) fn bevel(&self) -> f64 {
        let (from, to) = (Point::from(self.offset1), Point::from(self.offset2));
        from.midpoint(to).distance(Point::ORIGIN)
    }
}

/// Twice the signed area of a → b → p; its sign tells on which side of the line p lies.
#[inline(always)]
fn turn<V: Number>(a: Place<V>, b: Place<V>, p: Place<V>) -> V {
    (p.x - b.x) * (b.y - a.y) - (p.y - b.y) * (b.x - a.x)
}

/// The sine and the cosine of the turn from one offset to another, times the square of their
/// length.
#[inline(always)]
pub(super) fn sweep<V: Number>(from: Place<V>, to: Place<V>) -> (V, V) {
    let sine = from.y * to.x - from.x * to.y;
    let cosine = from.x * to.x + from.y * to.y;
    (sine, cosine)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_goes_straight_on_or_back_whatever_side_is_walked() {
        let place = |x: f64, y: f64| Place::new(x, y);
        for (v2, straight) in [((9.0, 3.0), true), ((-5.0, -4.0), false)] {
            for side in [1.0, -1.0] {
                let way = if straight { side } else { -side };
                let corner = Corner {
                    v0: place(1.0, -1.0),
                    v1: place(5.0, 1.0),
                    v2: place(v2.0, v2.1),
                    offset1: place(0.5 * side, 1.0 * side),
                    offset2: place(0.5 * way, 1.0 * way),
                    length1: 20.0_f64.sqrt(),
                    length2: 20.0_f64.sqrt(),
                };
                assert_eq!(corner.goes_straight_on(), straight, "{corner:?}");
            }
        }
    }
}
