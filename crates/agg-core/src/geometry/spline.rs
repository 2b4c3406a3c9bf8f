//! Natural cubic splines.

use crate::geometry::Point;

/// A smooth function through points: cubic between neighbours, with continuous second
/// derivatives that are zero at both ends, and straight beyond them.
///
/// ```
/// use agg_core::Spline;
///
/// let spline = Spline::new([(0.0, 0.0), (1.0, 1.0), (2.0, 0.0)]).unwrap();
/// assert_eq!(spline.at(1.0), 1.0);
/// assert!(spline.at(0.5) > 0.5 && spline.at(3.0) < -1.0);
/// ```
#[derive(Clone, Debug)]
pub struct Spline {
    knots: Vec<Point>,
    /// The second derivative at each knot.
    bends: Vec<f64>,
}

impl Spline {
    /// The spline through points, x ascending. `None` for fewer than three, and where x does not
    /// ascend or a coordinate is not finite.
    #[must_use]
    pub fn new<P: Into<Point>>(points: impl IntoIterator<Item = P>) -> Option<Self> {
        let knots: Vec<Point> = points.into_iter().map(Into::into).collect();
        let ascends = knots.windows(2).all(|pair| match pair {
            [a, b] => a.x < b.x,
            _ => false,
        });
        let fine = knots.len() > 2 && ascends && knots.iter().all(|p| p.is_finite());
        fine.then(|| Self {
            bends: bends(&knots),
            knots,
        })
    }

    /// The value at x; NaN for NaN.
    #[must_use]
    pub fn at(&self, x: f64) -> f64 {
        self.at_from(x, &mut None)
    }

    /// The value at x, looked for first beside the piece `last` where the one before was found.
    ///
    /// A value at a knot is then taken from the piece that the walk comes from, which rounds
    /// otherwise than the next one.
    pub(crate) fn at_from(&self, x: f64, last: &mut Option<usize>) -> f64 {
        let ([first, second, ..], [.., before, end]) =
            (self.knots.as_slice(), self.knots.as_slice())
        else {
            return f64::NAN;
        };
        if x < first.x {
            let d = second.x - first.x;
            let slope = -d * self.bend(1) / 6.0 + (second.y - first.y) / d;
            return slope * (x - first.x) + first.y;
        }
        if x >= end.x {
            let d = end.x - before.x;
            let slope = d * self.bend(self.knots.len() - 2) / 6.0 + (end.y - before.y) / d;
            return slope * (x - end.x) + end.y;
        }
        let piece = match *last {
            Some(i) if self.holds(i, x) => i,
            Some(i) if self.holds(i + 1, x) => i + 1,
            _ => self.knots.partition_point(|k| k.x <= x).max(1) - 1,
        };
        *last = Some(piece);
        self.inside(piece, x)
    }

    fn holds(&self, piece: usize, x: f64) -> bool {
        match self.knots.get(piece..).unwrap_or_default() {
            [a, b, ..] => (a.x..=b.x).contains(&x),
            _ => false,
        }
    }

    fn bend(&self, i: usize) -> f64 {
        self.bends.get(i).copied().unwrap_or(0.0)
    }

    fn inside(&self, i: usize, x: f64) -> f64 {
        let [a, b, ..] = self.knots.get(i..).unwrap_or_default() else {
            return f64::NAN;
        };
        let (bend_a, bend_b) = (self.bend(i), self.bend(i + 1));
        let d = a.x - b.x;
        let (h, r) = (x - b.x, a.x - x);
        let p = d * d / 6.0;
        (bend_b * r * r * r + bend_a * h * h * h) / 6.0 / d
            + ((b.y - bend_b * p) * r + (a.y - bend_a * p) * h) / d
    }
}

/// Solves the tridiagonal system for the second derivatives: forward elimination, then back.
fn bends(knots: &[Point]) -> Vec<f64> {
    let n = knots.len();
    // Row k: above[k]·bend[k + 1] + right[k] = bend[k].
    let (mut above, mut right) = (vec![0.0; n], vec![0.0; n]);
    for (k, three) in knots.windows(3).enumerate() {
        let [a, b, c] = three else { continue };
        let (h, d) = (b.x - a.x, c.x - b.x);
        let (slope1, slope2) = ((b.y - a.y) / h, (c.y - b.y) / d);
        let share = d / (d + h);
        let below = 1.0 - share;
        let p = 1.0 / (below * above[k] + 2.0);
        above[k + 1] = share * -p;
        right[k + 1] = (6.0 * (slope2 - slope1) / (h + d) - below * right[k]) * p;
    }
    let mut bends = vec![0.0; n];
    for k in (1..n - 1).rev() {
        bends[k] = above[k] * bends[k + 1] + right[k];
    }
    bends
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_straight_line_stays_straight() {
        let spline = Spline::new((0..6).map(|i| (f64::from(i), 3.0 * f64::from(i)))).unwrap();
        for x in [-2.0, 0.0, 0.3, 2.5, 4.99, 5.0, 9.0] {
            assert!((spline.at(x) - 3.0 * x).abs() < 1e-12, "{x}");
        }
    }

    #[test]
    fn the_slope_is_continuous_at_knots() {
        let spline = Spline::new([(0.0, 0.0), (1.0, 4.0), (3.0, -1.0), (4.0, 2.0)]).unwrap();
        for knot in [1.0, 3.0] {
            let h = 1e-6;
            let before = (spline.at(knot) - spline.at(knot - h)) / h;
            let after = (spline.at(knot + h) - spline.at(knot)) / h;
            assert!((before - after).abs() < 1e-4, "{before} {after}");
        }
    }

    #[test]
    fn what_is_no_function_has_no_spline() {
        assert!(Spline::new([(0.0, 0.0), (1.0, 1.0)]).is_none());
        assert!(Spline::new([(0.0, 0.0), (1.0, 1.0), (1.0, 2.0)]).is_none());
        assert!(Spline::new([(0.0, 0.0), (f64::NAN, 1.0), (2.0, 2.0)]).is_none());
        assert!(
            Spline::new([(0.0, 0.0), (1.0, 1.0), (2.0, 2.0)])
                .unwrap()
                .at(f64::NAN)
                .is_nan()
        );
    }
}
