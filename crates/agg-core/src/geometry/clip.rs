//! Segments cut at the sides of a rectangle.

use crate::geometry::{Point, Rect};

/// The part of a segment inside a rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Clipped {
    pub(crate) from: Point,
    pub(crate) to: Point,
    /// Whether `from` is not the segment's own start.
    pub(crate) entered: bool,
    /// Whether `to` is not the segment's own end.
    pub(crate) left: bool,
}

/// The part of the segment a → b inside a closed rectangle, `None` where there is none or where
/// it is only a point on a side.
pub(crate) fn clip_segment(rect: &Rect, a: Point, b: Point) -> Option<Clipped> {
    let (at_a, at_b) = (ClipPlace::of(rect, a), ClipPlace::of(rect, b));
    if at_a.shares_side(at_b) {
        return None;
    }
    let (entered, left) = (!at_a.is_inside(), !at_b.is_inside());
    let from = at_a.moved_in(rect, a, (a, b))?;
    if entered && from == b {
        return None;
    }
    let to = at_b.moved_in(rect, b, (a, b))?;
    (!left || from != to).then_some(Clipped {
        from,
        to,
        entered,
        left,
    })
}

/// Beyond which sides of a rectangle a point lies, `None` for neither side of an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ClipPlace {
    pub(crate) x: Option<Side>,
    pub(crate) y: Option<Side>,
}

/// One of the two sides along an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Low,
    High,
}

impl ClipPlace {
    pub(crate) fn of(rect: &Rect, p: Point) -> Self {
        Self {
            x: side(p.x, rect.x0, rect.x1),
            y: side(p.y, rect.y0, rect.y1),
        }
    }

    pub(crate) fn is_inside(self) -> bool {
        self.x.is_none() && self.y.is_none()
    }

    /// Whether both lie beyond the same side, and so does everything between them.
    pub(crate) fn shares_side(self, other: Self) -> bool {
        (self.x.is_some() && self.x == other.x) || (self.y.is_some() && self.y == other.y)
    }

    /// An end `p` of the segment a → b, moved along it to the sides that it lies beyond: first
    /// to the one along x, then, where that is not yet inside, to the one along y.
    fn moved_in(self, rect: &Rect, p: Point, (a, b): (Point, Point)) -> Option<Point> {
        let mut p = p;
        if let Some(side) = self.x {
            let x = side.of(rect.x0, rect.x1);
            p = Point::new(x, crossing(x, (a.x, a.y), (b.x, b.y))?);
        }
        if let Some(side) = side(p.y, rect.y0, rect.y1) {
            let y = side.of(rect.y0, rect.y1);
            p = Point::new(crossing(y, (a.y, a.x), (b.y, b.x))?, y);
        }
        Some(p)
    }
}

impl Side {
    fn of(self, low: f64, high: f64) -> f64 {
        match self {
            Self::Low => low,
            Self::High => high,
        }
    }
}

fn side(v: f64, low: f64, high: f64) -> Option<Side> {
    if v > high {
        Some(Side::High)
    } else if v < low {
        Some(Side::Low)
    } else {
        None
    }
}

/// The other coordinate where the line (u, v) → (u, v) reaches `at`; `None` where it never does.
fn crossing(at: f64, (u1, v1): (f64, f64), (u2, v2): (f64, f64)) -> Option<f64> {
    if u1 == u2 {
        return None;
    }
    let v = (at - u1) * (v2 - v1) / (u2 - u1) + v1;
    if v.is_finite() {
        return Some(v);
    }
    // The product or a difference overflows: halves of halves do not.
    let (u1, v1, u2, v2, at) = (u1 / 4.0, v1 / 4.0, u2 / 4.0, v2 / 4.0, at / 4.0);
    Some(((at - u1) / (u2 - u1) * (v2 - v1) + v1) * 4.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNIT: Rect = Rect {
        x0: 0.0,
        y0: 0.0,
        x1: 1.0,
        y1: 1.0,
    };

    fn clip(a: (f64, f64), b: (f64, f64)) -> Option<[(f64, f64); 2]> {
        let part = clip_segment(&UNIT, a.into(), b.into())?;
        Some([part.from, part.to].map(|p| (p.x, p.y)))
    }

    #[test]
    fn a_segment_is_cut_at_the_sides_it_crosses() {
        assert_eq!(clip((0.2, 0.3), (0.4, 0.5)), Some([(0.2, 0.3), (0.4, 0.5)]));
        assert_eq!(
            clip((-1.0, 0.5), (2.0, 0.5)),
            Some([(0.0, 0.5), (1.0, 0.5)])
        );
        assert_eq!(
            clip((0.5, -1.0), (0.5, 0.25)),
            Some([(0.5, 0.0), (0.5, 0.25)])
        );
        assert_eq!(clip((-1.0, 0.5), (0.5, -1.0)), None);
        assert_eq!(clip((2.0, 0.0), (3.0, 1.0)), None);
        assert_eq!(
            clip((1.0, 0.5), (2.0, 0.5)),
            None,
            "only a point of it is inside"
        );
    }

    #[test]
    fn the_longest_segments_there_are_do_not_overflow() {
        let far = f64::MAX;
        assert_eq!(
            clip((-far, 0.5), (far, 0.5)),
            Some([(0.0, 0.5), (1.0, 0.5)])
        );
        let diagonal = clip((-far, -far), (far, far)).unwrap();
        assert!(
            diagonal.iter().all(|p| (0.0..=1.0).contains(&p.0)),
            "{diagonal:?}"
        );
    }
}
