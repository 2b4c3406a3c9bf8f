//! A shape of its own: a rectangle, a polygon, a path.

use std::sync::Arc;

use agg_core::{Affine, Path, PathEl, Point, Transform};

use crate::artist::{Artist, Colors, Content, Cycle, Paint, Painted, unit_square};
use crate::limits::DataLimits;

/// A shape that is filled and outlined.
#[derive(Clone, Debug)]
pub struct Patch {
    pub(crate) shape: Shape,
    pub(crate) paint: Paint,
    /// The cycle that it takes a colour from while it has none.
    pub(crate) cycles: Option<Cycle>,
    /// Whether it is an outline: that colour is its edge's.
    pub(crate) hollow: bool,
    /// Whether margins stop at its edges.
    pub(crate) sticky: [Vec<f64>; 2],
    /// Where its shadow lies, in its own units at 72 dots per inch.
    pub(crate) shadow: Option<(f64, f64)>,
    /// Whether limits leave it out.
    pub(crate) unmeasured: bool,
    /// Whether it is a box of a box plot, whose edge's colour it has.
    pub(crate) boxed: bool,
}

/// The outline of a [`Patch`].
#[non_exhaustive]
#[derive(Clone, Debug)]
pub enum Shape {
    /// From a corner, in both directions; sides may be negative.
    Rectangle {
        /// The corner.
        corner: Point,
        /// To the right.
        width: f64,
        /// Upwards.
        height: f64,
        /// Turned about the corner, counter-clockwise, in degrees.
        angle: f64,
    },
    /// Any path, after a transform.
    Path(Arc<Path>, Affine),
}

impl Shape {
    /// A rectangle that is not turned.
    #[must_use]
    pub fn rectangle(corner: (f64, f64), width: f64, height: f64) -> Self {
        Self::Rectangle {
            corner: corner.into(),
            width,
            height,
            angle: 0.0,
        }
    }

    /// The area inside straight edges.
    pub fn polygon(points: impl IntoIterator<Item = (f64, f64)>) -> Self {
        Self::Path(Arc::new(Path::polygon(points)), Affine::IDENTITY)
    }

    /// The path, and what takes it to the shape's own coordinates.
    pub(crate) fn outline(&self) -> (Path, Affine) {
        match self {
            Self::Rectangle {
                corner,
                width,
                height,
                angle,
            } => {
                // Sides are measured between corners, which rounds.
                let sides = (corner.x + width - corner.x, corner.y + height - corner.y);
                let upright = Affine::new([sides.0, 0.0, 0.0, sides.1, corner.x, corner.y]);
                let turned = match *angle {
                    0.0 => upright,
                    angle => upright
                        .then(Affine::translate(-corner.x, -corner.y))
                        .then(Affine::rotate(angle.to_radians()))
                        .then(Affine::translate(corner.x, corner.y)),
                };
                (unit_square(), turned)
            }
            Self::Path(path, transform) => ((**path).clone(), *transform),
        }
    }
}

impl Patch {
    /// A shape in the style's colours.
    pub(crate) fn new(shape: Shape) -> Self {
        Self {
            shape,
            paint: Paint::default(),
            cycles: None,
            hollow: false,
            sticky: Default::default(),
            shadow: None,
            unmeasured: false,
            boxed: false,
        }
    }
}

impl Artist<Patch> {
    /// A shape, to be added to a plot by [`Axes::add_patch`](crate::Axes::add_patch).
    #[must_use]
    pub fn patch(shape: Shape) -> Self {
        Self::of(Patch::new(shape))
    }
}

/// Includes the points that a path reaches: its corners, and where its curves turn.
pub(crate) fn add_path(data: &mut DataLimits, path: &Path, transform: Affine) {
    let mut last = Point::default();
    for element in path.elements() {
        match element {
            PathEl::MoveTo(p) => last = p,
            PathEl::LineTo(p) => {
                data.update([last, p].map(|p| xy(transform.apply(p))));
                last = p;
            }
            PathEl::QuadTo(a, p) => {
                data.update(quadratic_turns(last, a, p).map(|p| xy(transform.apply(p))));
                last = p;
            }
            PathEl::CurveTo(a, b, p) => {
                data.update(cubic_turns([last, a, b, p]).map(|p| xy(transform.apply(p))));
                last = p;
            }
            PathEl::Close => {}
        }
    }
}

fn xy(point: Point) -> (f64, f64) {
    (point.x, point.y)
}

/// The ends of a curve, and where it turns back in x or y.
fn quadratic_turns(p: Point, a: Point, q: Point) -> impl Iterator<Item = Point> {
    let turn = |p: f64, a: f64, q: f64| (p - a) / (p - 2.0 * a + q);
    let at = move |t: f64| {
        let mix = |p: f64, a: f64, q: f64| {
            (1.0 - t) * (1.0 - t) * p + 2.0 * (1.0 - t) * t * a + t * t * q
        };
        Point::new(mix(p.x, a.x, q.x), mix(p.y, a.y, q.y))
    };
    let turns = [turn(p.x, a.x, q.x), turn(p.y, a.y, q.y)];
    let inside = turns.into_iter().filter(|t| (0.0..=1.0).contains(t));
    [p, q].into_iter().chain(inside.map(at))
}

/// The ends of a curve, and where it turns back in x or y.
fn cubic_turns(c: [Point; 4]) -> impl Iterator<Item = Point> {
    let turns = |c: [f64; 4]| {
        let [p, a, b, q] = c;
        let (u, v, w) = (q - 3.0 * b + 3.0 * a - p, 2.0 * (b - 2.0 * a + p), a - p);
        if u == 0.0 {
            return [-w / v, f64::NAN];
        }
        let root = (v * v - 4.0 * u * w).sqrt();
        [(-v + root) / (2.0 * u), (-v - root) / (2.0 * u)]
    };
    let at = move |t: f64| {
        let s = 1.0 - t;
        let mix = |c: [f64; 4]| {
            s * s * s * c[0] + 3.0 * s * s * t * c[1] + 3.0 * s * t * t * c[2] + t * t * t * c[3]
        };
        Point::new(mix(c.map(|p| p.x)), mix(c.map(|p| p.y)))
    };
    let [x, y] = [turns(c.map(|p| p.x)), turns(c.map(|p| p.y))];
    let inside = x.into_iter().chain(y).filter(|t| (0.0..=1.0).contains(t));
    [c[0], c[3]].into_iter().chain(inside.map(at))
}

impl Content for Patch {
    const ZORDER: f64 = 1.0;

    fn add_limits(&self, data: &mut DataLimits) {
        if self.unmeasured {
            return;
        }
        if let Shape::Rectangle { width, height, .. } = self.shape
            && width == 0.0
            && height == 0.0
        {
            return;
        }
        let (path, transform) = self.shape.outline();
        add_path(data, &path, transform);
    }

    fn sticky_x(&self) -> Vec<f64> {
        self.sticky[0].clone()
    }

    fn sticky_y(&self) -> Vec<f64> {
        self.sticky[1].clone()
    }

    fn cycle(&self) -> Option<Cycle> {
        let color = if self.hollow {
            &self.paint.edge
        } else {
            &self.paint.face
        };
        self.cycles.filter(|_| *color == Colors::Auto)
    }
}

impl Painted for Patch {
    fn paint(&self) -> &Paint {
        &self.paint
    }

    fn paint_mut(&mut self) -> &mut Paint {
        &mut self.paint
    }
}
