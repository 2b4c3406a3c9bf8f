//! A window onto the world.

use crate::geometry::{Affine, Point, Transform};

/// What happens where the window has other proportions than its frame.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Aspect {
    /// The picture is stretched to fill the frame.
    #[default]
    Stretch,
    /// All of the window is shown, and beside it more of the world.
    Meet,
    /// The frame is filled, and some of the window is cut off.
    Slice,
}

/// The map from a window in world coordinates to a frame on a device.
///
/// Corners are given as they correspond, so a window from bottom to top is turned upright.
///
/// ```
/// use agg_core::{Aspect, Point, Transform, Viewport};
///
/// let window = [(0.0, 0.0), (10.0, 10.0)].map(Point::from);
/// let frame = [(0.0, 100.0), (200.0, 0.0)].map(Point::from);
/// let view = Viewport::new(window, frame).unwrap().with_aspect(Aspect::Meet, (0.5, 0.5));
/// assert_eq!(view.apply((5.0, 5.0).into()), Point::new(100.0, 50.0));
/// assert_eq!(view.apply((0.0, 0.0).into()), Point::new(50.0, 100.0));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    window: [Point; 2],
    frame: [Point; 2],
    /// The corner of the world that is shown at the first corner of the frame.
    from: Point,
    scale: Point,
}

impl Viewport {
    /// The map that sends two corners of a window to two corners of a frame, stretched. `None`
    /// where a side of either has no length, or is not finite.
    #[must_use]
    pub fn new(window: [Point; 2], frame: [Point; 2]) -> Option<Self> {
        /// Shorter than this is no length.
        const NONE: f64 = 1e-30;
        let fine = [window, frame].iter().all(|[a, b]| {
            let side = *b - *a;
            side.is_finite() && side.x.abs() >= NONE && side.y.abs() >= NONE
        });
        fine.then(|| Self {
            window,
            frame,
            from: window[0],
            scale: scale(window, frame),
        })
    }

    /// The same with the proportions of the world kept. Where they leave room (or cut off), the
    /// window is aligned in the frame by a share for each axis: 0 to the first corner, 0.5 in the
    /// middle, 1 to the second corner.
    #[must_use]
    pub fn with_aspect(mut self, aspect: Aspect, align: impl Into<Point>) -> Self {
        let align = align.into();
        let k = scale(self.window, self.frame);
        let [mut from, mut to] = self.window;
        let wide = k.x.abs() < k.y.abs();
        if aspect != Aspect::Stretch && (aspect == Aspect::Meet) == wide {
            let height = (to.y - from.y) * k.y.abs() / k.x.abs();
            from.y += (to.y - from.y - height) * align.y;
            to.y = from.y + height;
        } else if aspect != Aspect::Stretch {
            let width = (to.x - from.x) * k.x.abs() / k.y.abs();
            from.x += (to.x - from.x - width) * align.x;
            to.x = from.x + width;
        }
        self.from = from;
        self.scale = scale([from, to], self.frame);
        self
    }

    /// How many units of the device one unit of the world is along each axis, negative where the
    /// axis is turned round.
    #[must_use]
    pub fn scale(&self) -> Point {
        self.scale
    }

    /// The point of the world that is shown at a point of the device.
    #[must_use]
    pub fn unapply(&self, p: Point) -> Point {
        let corner = self.frame[0];
        Point::new(
            (p.x - corner.x) / self.scale.x + self.from.x,
            (p.y - corner.y) / self.scale.y + self.from.y,
        )
    }

    /// The same map as coefficients; the same to within rounding.
    #[must_use]
    pub fn to_affine(&self) -> Affine {
        let corner = self.frame[0];
        Affine::translate(-self.from.x, -self.from.y)
            .then(Affine::scale_xy(self.scale.x, self.scale.y))
            .then(Affine::translate(corner.x, corner.y))
    }
}

fn scale([a, b]: [Point; 2], [c, d]: [Point; 2]) -> Point {
    Point::new((d.x - c.x) / (b.x - a.x), (d.y - c.y) / (b.y - a.y))
}

impl Transform for Viewport {
    #[inline]
    fn apply(&self, p: Point) -> Point {
        let corner = self.frame[0];
        Point::new(
            (p.x - self.from.x) * self.scale.x + corner.x,
            (p.y - self.from.y) * self.scale.y + corner.y,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(pairs: [(f64, f64); 2]) -> [Point; 2] {
        pairs.map(Point::from)
    }

    #[test]
    fn slice_fills_the_frame_and_meet_shows_the_window() {
        let view = Viewport::new(
            points([(0.0, 0.0), (10.0, 10.0)]),
            points([(0.0, 0.0), (200.0, 100.0)]),
        )
        .unwrap();
        let meet = view.with_aspect(Aspect::Meet, (0.0, 0.0));
        assert_eq!(meet.scale(), Point::new(10.0, 10.0));
        assert_eq!(meet.apply((0.0, 0.0).into()), Point::ORIGIN);
        let slice = view.with_aspect(Aspect::Slice, (0.5, 1.0));
        assert_eq!(slice.scale(), Point::new(20.0, 20.0));
        assert_eq!(slice.apply((10.0, 10.0).into()), Point::new(200.0, 100.0));
        let back = slice.unapply(slice.apply((3.0, 4.0).into()));
        assert!(back.distance(Point::new(3.0, 4.0)) < 1e-12);
    }

    #[test]
    fn an_upside_down_window_keeps_its_aspect() {
        // AGG compares the scales with their signs, and mirrors the world instead.
        let view = Viewport::new(
            points([(0.0, 0.0), (10.0, 10.0)]),
            points([(0.0, 100.0), (200.0, 0.0)]),
        )
        .unwrap()
        .with_aspect(Aspect::Meet, (0.5, 0.5));
        assert_eq!(view.scale(), Point::new(10.0, -10.0));
        assert_eq!(view.to_affine().determinant(), -100.0);
    }

    #[test]
    fn a_window_without_area_has_no_map() {
        let (unit, line) = (
            points([(0.0, 0.0), (1.0, 1.0)]),
            points([(0.0, 0.0), (0.0, 1.0)]),
        );
        assert_eq!(Viewport::new(line, unit), None);
        assert_eq!(Viewport::new(unit, line), None);
        assert_eq!(
            Viewport::new(unit, points([(0.0, 0.0), (f64::NAN, 1.0)])),
            None
        );
    }
}
