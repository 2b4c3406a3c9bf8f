//! Markers: small shapes stamped on each point.
//!
//! A shape is a path about the origin, a transform that gives it the size 1, how its corners are
//! joined, and the size in pixels from which on it is fitted to the pixel grid.

use agg_core::{Affine, Join, Path, PathIterator};

use crate::name::Named;

/// The shape stamped on each point of a line.
///
/// Setters that take a marker by its name take mathematics too: `.marker("$\\heartsuit$")` has the letters as
/// its shape, the larger side of them as long as other markers.
///
/// ![Markers whole, in halves, hollow, of many corners](../../../docs/gallery/figure/markers.png)
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Marker {
    /// `"."`: a circle of half the size.
    Point,
    /// `","`: one pixel.
    Pixel,
    /// `"o"`.
    Circle,
    /// `"v"`.
    TriangleDown,
    /// `"^"`.
    TriangleUp,
    /// `"<"`.
    TriangleLeft,
    /// `">"`.
    TriangleRight,
    /// `"1"`: three strokes, one of them down.
    TriDown,
    /// `"2"`.
    TriUp,
    /// `"3"`.
    TriLeft,
    /// `"4"`.
    TriRight,
    /// `"8"`.
    Octagon,
    /// `"s"`.
    Square,
    /// `"p"`.
    Pentagon,
    /// `"*"`.
    Star,
    /// `"h"`: a hexagon standing on a corner.
    Hexagon1,
    /// `"H"`: a hexagon lying on a side.
    Hexagon2,
    /// `"+"`.
    Plus,
    /// `"x"`.
    Cross,
    /// `"D"`.
    Diamond,
    /// `"d"`.
    ThinDiamond,
    /// `"|"`.
    VLine,
    /// `"_"`.
    HLine,
    /// `"P"`: a plus that can be filled.
    PlusFilled,
    /// `"X"`: a cross that can be filled.
    CrossFilled,
    /// A tick to the left of the point.
    TickLeft,
    /// A tick to the right.
    TickRight,
    /// A tick upwards.
    TickUp,
    /// A tick downwards.
    TickDown,
    /// An arrow's point to the left, its middle at the point.
    CaretLeftBase,
    /// The same to the right.
    CaretRightBase,
    /// The same upwards.
    CaretUpBase,
    /// The same downwards.
    CaretDownBase,
    /// A polygon with sides of one length.
    Polygon {
        /// How many corners it has, up to 1000; fewer than two are none.
        corners: u32,
        /// How it is turned, counter-clockwise, in degrees; 0 has a corner at the top.
        angle: f64,
    },
    /// A star.
    Spikes {
        /// How many spikes it has, up to 1000.
        corners: u32,
        /// How it is turned, counter-clockwise, in degrees.
        angle: f64,
    },
    /// Lines from the point outwards.
    Asterisk {
        /// How many lines there are, up to 1000.
        corners: u32,
        /// How it is turned, counter-clockwise, in degrees.
        angle: f64,
    },
    /// `"none"`, `"None"`, `" "`, `""`: no marker.
    None,
}

/// Which part of a marker is filled; the other part has a colour of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FillStyle {
    /// All of it.
    #[default]
    Full,
    /// The left half.
    Left,
    /// The right half.
    Right,
    /// The lower half.
    Bottom,
    /// The upper half.
    Top,
    /// Nothing.
    None,
}

impl Named for Marker {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "." => Self::Point,
            "," => Self::Pixel,
            "o" => Self::Circle,
            "v" => Self::TriangleDown,
            "^" => Self::TriangleUp,
            "<" => Self::TriangleLeft,
            ">" => Self::TriangleRight,
            "1" => Self::TriDown,
            "2" => Self::TriUp,
            "3" => Self::TriLeft,
            "4" => Self::TriRight,
            "8" => Self::Octagon,
            "s" => Self::Square,
            "p" => Self::Pentagon,
            "*" => Self::Star,
            "h" => Self::Hexagon1,
            "H" => Self::Hexagon2,
            "+" => Self::Plus,
            "x" => Self::Cross,
            "D" => Self::Diamond,
            "d" => Self::ThinDiamond,
            "|" => Self::VLine,
            "_" => Self::HLine,
            "P" => Self::PlusFilled,
            "X" => Self::CrossFilled,
            "none" | "None" | " " | "" => Self::None,
            _ => return None,
        })
    }
}

/// When a marker is fitted to the pixel grid.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum GridFit {
    /// As the shape itself suggests: where all its segments run along the axes.
    Auto,
    /// From this size in pixels on.
    From(f64),
}

/// A marker as geometry, of size 1.
#[derive(Clone, Debug)]
pub(crate) struct MarkerShape {
    pub(crate) path: Path,
    pub(crate) transform: Affine,
    pub(crate) join: Join,
    pub(crate) fit: GridFit,
}

impl MarkerShape {
    fn new(path: Path, transform: Affine) -> Self {
        Self {
            path,
            transform,
            join: Join::Round,
            fit: GridFit::Auto,
        }
    }

    fn fitted_from(self, pixels: f64) -> Self {
        Self {
            fit: GridFit::From(pixels),
            ..self
        }
    }

    fn joined(self, join: Join) -> Self {
        Self { join, ..self }
    }
}

pub(super) const HALF: Affine = Affine::scale(0.5);
pub(super) const CENTERED: Affine = Affine::translate(-0.5, -0.5);

pub(super) fn degrees(angle: f64) -> Affine {
    Affine::rotate(angle.to_radians())
}

impl Marker {
    /// Whether it encloses anything.
    pub(crate) fn is_filled(self) -> bool {
        use Marker as M;
        !matches!(
            self,
            M::Plus
                | M::Cross
                | M::TriDown
                | M::TriUp
                | M::TriLeft
                | M::TriRight
                | M::VLine
                | M::HLine
                | M::TickLeft
                | M::TickRight
                | M::TickUp
                | M::TickDown
                | M::CaretLeftBase
                | M::CaretRightBase
                | M::CaretUpBase
                | M::CaretDownBase
                | M::Asterisk { .. }
                | M::None
        )
    }

    /// The geometry, or `None` for no marker.
    pub(crate) fn shape(self) -> Option<MarkerShape> {
        use Marker as M;
        let shape = match self {
            M::None => return None,
            M::Circle => circle(1.0),
            M::Point => circle(0.5),
            // A hair less than half a pixel off, so that fitting makes it exactly one pixel.
            M::Pixel => MarkerShape::new(unit_square(), Affine::translate(-0.49999, -0.49999)),
            M::TriangleUp => triangle(0.0),
            M::TriangleLeft => triangle(90.0),
            M::TriangleDown => triangle(180.0),
            M::TriangleRight => triangle(270.0),
            M::TriDown => tri(HALF),
            M::TriRight => tri(HALF.then(degrees(90.0))),
            M::TriUp => tri(HALF.then(degrees(180.0))),
            M::TriLeft => tri(HALF.then(degrees(270.0))),
            M::Square => mitered(unit_square(), CENTERED).fitted_from(2.0),
            M::Diamond => diamond(),
            M::ThinDiamond => {
                let diamond = diamond();
                MarkerShape {
                    transform: diamond.transform.then(Affine::scale_xy(0.6, 1.0)),
                    ..diamond
                }
            }
            M::Pentagon => mitered(regular_polygon(5), HALF).fitted_from(5.0),
            M::Hexagon1 => mitered(regular_polygon(6), HALF),
            M::Hexagon2 => mitered(regular_polygon(6), HALF.then(degrees(30.0))),
            M::Octagon => mitered(regular_polygon(8), HALF.then(degrees(22.5))).fitted_from(5.0),
            M::Star => MarkerShape::new(star(5, INNER), HALF)
                .joined(Join::Bevel)
                .fitted_from(5.0),
            M::Plus => MarkerShape::new(segments(&PLUS), HALF).fitted_from(1.0),
            M::Cross => MarkerShape::new(segments(&CROSS), HALF).fitted_from(3.0),
            M::VLine => bar(HALF),
            M::HLine => bar(HALF.then(degrees(90.0))),
            M::PlusFilled => {
                mitered(polygon_over(&PLUS_FILLED, 6.0), Affine::IDENTITY).fitted_from(5.0)
            }
            M::CrossFilled => {
                mitered(polygon_over(&CROSS_FILLED, 4.0), Affine::IDENTITY).fitted_from(5.0)
            }
            M::TickLeft => tick((1.0, 0.0), (-1.0, 1.0)),
            M::TickRight => tick((1.0, 0.0), (1.0, 1.0)),
            M::TickUp => tick((0.0, 1.0), (1.0, 1.0)),
            M::TickDown => tick((0.0, 1.0), (1.0, -1.0)),
            M::CaretDownBase => caret(HALF),
            M::CaretUpBase => caret(HALF.then(degrees(180.0))),
            M::CaretLeftBase => caret(HALF.then(degrees(270.0))),
            M::CaretRightBase => caret(HALF.then(degrees(90.0))),
            M::Polygon { corners, angle } => {
                mitered(regular_polygon(several(corners)?), turned(angle))
            }
            M::Spikes { corners, angle } => {
                MarkerShape::new(star(several(corners)?, 0.5), turned(angle)).joined(Join::Bevel)
            }
            M::Asterisk { corners, angle } => {
                MarkerShape::new(star(several(corners)?, 0.0), turned(angle)).joined(Join::Bevel)
            }
        };
        Some(shape)
    }
}

impl MarkerShape {
    /// A path as large as other markers; `None` for one that has no extent.
    pub(crate) fn of_path(path: &Path) -> Option<Self> {
        let far = |all: f64, p: &agg_core::Point| all.max(p.x.abs()).max(p.y.abs());
        let extent = path.points().iter().fold(0.0, far);
        let sound = extent > 0.0 && path.points().iter().all(|p| p.is_finite());
        sound.then(|| Self::new(path.clone(), Affine::scale(0.5 / extent)))
    }

    /// Letters about the origin, the larger side of what they cover as long as other markers; `None`
    /// where they cover nothing. They are never fitted to the grid.
    pub(crate) fn of_letters(path: Path) -> Option<Self> {
        let ink = path.elements().bounding_box()?;
        let longest = ink.width().max(ink.height());
        let center = Affine::translate(-ink.x0 - 0.5 * ink.width(), -ink.y0 - 0.5 * ink.height());
        (longest > 0.0).then(|| {
            let transform = center.then(Affine::scale(1.0 / longest));
            Self::new(path, transform).fitted_from(f64::INFINITY)
        })
    }
}

/// As many corners as can be drawn.
fn several(corners: u32) -> Option<u32> {
    (2..=1000).contains(&corners).then_some(corners)
}

fn turned(angle: f64) -> Affine {
    HALF.then(degrees(if angle.is_finite() { angle } else { 0.0 }))
}

fn mitered(path: Path, transform: Affine) -> MarkerShape {
    MarkerShape::new(path, transform).joined(Join::MiterRevert)
}

/// Never fitted: a circle has no straight edge.
fn circle(size: f64) -> MarkerShape {
    MarkerShape::new(unit_circle(), Affine::scale(0.5 * size)).fitted_from(f64::INFINITY)
}

fn triangle(angle: f64) -> MarkerShape {
    let path = Path::polygon([(0.0, 1.0), (-1.0, -1.0), (1.0, -1.0)]);
    mitered(path, HALF.then(degrees(angle))).fitted_from(5.0)
}

fn diamond() -> MarkerShape {
    mitered(unit_square(), CENTERED.then(degrees(45.0))).fitted_from(5.0)
}

fn tri(transform: Affine) -> MarkerShape {
    MarkerShape::new(segments(&TRI), transform).fitted_from(5.0)
}

fn bar(transform: Affine) -> MarkerShape {
    MarkerShape::new(Path::polyline([(0.0, -1.0), (0.0, 1.0)]), transform).fitted_from(1.0)
}

fn tick(end: (f64, f64), (x, y): (f64, f64)) -> MarkerShape {
    MarkerShape::new(Path::polyline([(0.0, 0.0), end]), Affine::scale_xy(x, y)).fitted_from(1.0)
}

fn caret(transform: Affine) -> MarkerShape {
    let path = Path::polyline([(-1.0, 0.0), (0.0, -1.5), (1.0, 0.0)]);
    mitered(path, transform).fitted_from(3.0)
}

type Segment = [(f64, f64); 2];

const PLUS: [Segment; 2] = [[(-1.0, 0.0), (1.0, 0.0)], [(0.0, -1.0), (0.0, 1.0)]];
const CROSS: [Segment; 2] = [[(-1.0, -1.0), (1.0, 1.0)], [(-1.0, 1.0), (1.0, -1.0)]];
const TRI: [Segment; 3] = [
    [(0.0, 0.0), (0.0, -1.0)],
    [(0.0, 0.0), (0.8, 0.5)],
    [(0.0, 0.0), (-0.8, 0.5)],
];

const PLUS_FILLED: [(f64, f64); 12] = [
    (-1.0, -3.0),
    (1.0, -3.0),
    (1.0, -1.0),
    (3.0, -1.0),
    (3.0, 1.0),
    (1.0, 1.0),
    (1.0, 3.0),
    (-1.0, 3.0),
    (-1.0, 1.0),
    (-3.0, 1.0),
    (-3.0, -1.0),
    (-1.0, -1.0),
];
const CROSS_FILLED: [(f64, f64); 12] = [
    (-1.0, -2.0),
    (0.0, -1.0),
    (1.0, -2.0),
    (2.0, -1.0),
    (1.0, 0.0),
    (2.0, 1.0),
    (1.0, 2.0),
    (0.0, 1.0),
    (-1.0, 2.0),
    (-2.0, 1.0),
    (-1.0, 0.0),
    (-2.0, -1.0),
];

fn segments(segments: &[Segment]) -> Path {
    let mut path = Path::new();
    for [from, to] in segments {
        path.move_to(*from).line_to(*to);
    }
    path
}

fn polygon_over(corners: &[(f64, f64)], divisor: f64) -> Path {
    Path::polygon(corners.iter().map(|(x, y)| (x / divisor, y / divisor)))
}

/// The square from (0, 0) to (1, 1), counter-clockwise.
pub(crate) fn unit_square() -> Path {
    Path::polygon([(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)])
}

/// The corners of a regular polygon on the unit circle, from the top counter-clockwise.
fn regular_polygon(corners: u32) -> Path {
    let step = std::f64::consts::TAU / f64::from(corners);
    Path::polygon((0..corners).map(|i| on_circle(step * f64::from(i) + QUARTER_TURN, 1.0)))
}

/// The inner corners of a star of five spikes that lie where the pentagram's sides cross.
const INNER: f64 = 0.381_966;

/// A star whose inner corners are so far from its middle.
fn star(spikes: u32, inner: f64) -> Path {
    let corners = 2 * spikes;
    let step = std::f64::consts::TAU / f64::from(corners);
    Path::polygon((0..corners).map(|i| {
        let radius = if i % 2 == 1 { inner } else { 1.0 };
        on_circle(step * f64::from(i) + QUARTER_TURN, radius)
    }))
}

pub(super) const QUARTER_TURN: f64 = std::f64::consts::FRAC_PI_2;

pub(super) fn on_circle(angle: f64, radius: f64) -> (f64, f64) {
    let turn = Affine::rotate(angle);
    (turn.sx * radius, turn.shy * radius)
}

/// The unit circle from (0, −1) counter-clockwise, by eight cubic curves: the ends of each lie on
/// axes and diagonals, the control points at [`ARM`] along the tangents.
pub(crate) fn unit_circle() -> Path {
    let (d, arm) = (std::f64::consts::FRAC_1_SQRT_2, ARM);
    // Along a diagonal, the control points are the end plus and minus this in x and y.
    let (far, near) = (d + arm * d, d - arm * d);
    let octants = [
        [(arm, -1.0), (near, -far), (d, -d)],
        [(far, -near), (1.0, -arm), (1.0, 0.0)],
        [(1.0, arm), (far, near), (d, d)],
        [(near, far), (arm, 1.0), (0.0, 1.0)],
        [(-arm, 1.0), (-near, far), (-d, d)],
        [(-far, near), (-1.0, arm), (-1.0, 0.0)],
        [(-1.0, -arm), (-far, -near), (-d, -d)],
        [(-near, -far), (-arm, -1.0), (0.0, -1.0)],
    ];
    let mut path = Path::new();
    path.move_to((0.0, -1.0));
    for [a, b, end] in octants {
        path.cubic_to(a, b, end);
    }
    path.close();
    path
}

/// The length of a control arm that makes eight cubics deviate least from a circle of radius 1:
/// the deviation is 4 in a million.
pub(super) const ARM: f64 = 0.265_203_1;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_give_shapes_and_unknown_ones_give_none() {
        assert_eq!(Marker::named("^"), Some(Marker::TriangleUp));
        assert_eq!(Marker::named("heart"), None);
        assert!(Marker::None.shape().is_none());
    }

    #[test]
    fn a_circle_is_never_fitted_to_the_grid() {
        assert_eq!(
            Marker::Circle.shape().map(|s| s.fit),
            Some(GridFit::From(f64::INFINITY))
        );
    }
}
