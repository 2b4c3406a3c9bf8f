//! Which way round a polygon goes, and how to turn it round.

use crate::geometry::Point;

/// Which way round a polygon goes.
///
/// The sign of its area: positive where it turns from the x axis towards the y axis, which is
/// clockwise to the eye where y points down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Orientation {
    /// From x towards y.
    Positive,
    /// From y towards x.
    Negative,
}

impl Orientation {
    /// The orientation of the polygon through points; [`Negative`](Self::Negative) for an area of
    /// zero.
    pub(crate) fn of_polygon(points: impl Iterator<Item = Point> + Clone) -> Self {
        let following = points.clone().skip(1).chain(points.clone().take(1));
        let twice: f64 = points
            .zip(following)
            .map(|(a, b)| a.x * b.y - a.y * b.x)
            .sum();
        if twice > 0.0 {
            Self::Positive
        } else {
            Self::Negative
        }
    }
}
