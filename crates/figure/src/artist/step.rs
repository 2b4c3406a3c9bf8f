//! How a line goes from point to point: straight, or in steps.

use agg_core::Point;

/// How a line goes from point to point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DrawStyle {
    /// Straight.
    #[default]
    Straight,
    /// In steps: upright at the x of the point that is left.
    StepsPre,
    /// In steps: upright half way between.
    StepsMid,
    /// In steps: upright at the x of the point that is reached.
    StepsPost,
}

impl DrawStyle {
    /// The corners of a line through points.
    pub(crate) fn corners(self, points: &[Point]) -> Vec<Point> {
        let (Some(first), Some(last)) = (points.first(), points.last()) else {
            return Vec::new();
        };
        let between = points.iter().zip(points.iter().skip(1));
        let mut corners = vec![*first];
        match self {
            Self::Straight => corners.extend(points.iter().skip(1)),
            Self::StepsPre => {
                corners.extend(between.flat_map(|(a, b)| [Point::new(a.x, b.y), *b]));
            }
            Self::StepsPost => {
                corners.extend(between.flat_map(|(a, b)| [Point::new(b.x, a.y), *b]));
            }
            Self::StepsMid => {
                corners.extend(between.flat_map(|(a, b)| {
                    let x = (a.x + b.x) / 2.0;
                    [Point::new(x, a.y), Point::new(x, b.y)]
                }));
                corners.push(*last);
            }
        }
        corners
    }
}

/// Which points of a line have markers.
#[derive(Clone, Debug, PartialEq)]
pub enum MarkEvery {
    /// Every so many, from one on; counted from 0. None for a step of 0.
    Nth {
        /// The first.
        start: usize,
        /// From one to the next.
        step: usize,
    },
    /// These, counted from 0; what is beyond the last point is left out.
    At(Vec<usize>),
    /// The points nearest to places that lie evenly along the line as it is seen. Lengths are
    /// shares of the plot's diagonal; none for a step that is not positive.
    Along {
        /// From the line's start to the first place.
        start: f64,
        /// From place to place.
        step: f64,
    },
}

impl From<usize> for MarkEvery {
    fn from(step: usize) -> Self {
        Self::Nth { start: 0, step }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const POINTS: [(f64, f64); 3] = [(0.0, 1.0), (2.0, 5.0), (4.0, 3.0)];

    fn corners(style: DrawStyle) -> Vec<(f64, f64)> {
        let corners = style.corners(&POINTS.map(Point::from));
        corners.iter().map(|p| (p.x, p.y)).collect()
    }

    #[test]
    fn steps_are_upright_before_between_or_after_their_points() {
        let pre = [(0.0, 1.0), (0.0, 5.0), (2.0, 5.0), (2.0, 3.0), (4.0, 3.0)];
        assert_eq!(corners(DrawStyle::StepsPre), pre);
        let post = [(0.0, 1.0), (2.0, 1.0), (2.0, 5.0), (4.0, 5.0), (4.0, 3.0)];
        assert_eq!(corners(DrawStyle::StepsPost), post);
        let mid = [
            (0.0, 1.0),
            (1.0, 1.0),
            (1.0, 5.0),
            (3.0, 5.0),
            (3.0, 3.0),
            (4.0, 3.0),
        ];
        assert_eq!(corners(DrawStyle::StepsMid), mid);
        assert_eq!(corners(DrawStyle::Straight), POINTS);
    }
}
