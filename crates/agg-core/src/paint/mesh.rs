//! Meshes: colours given at points and smooth in between.

use crate::geometry::{Affine, Point, Rect};
use crate::path::Path;
use crate::pixel::Color;

/// Triangles with a colour at each corner.
///
/// A mesh is drawn as one shape: edges that two triangles share leave no seam, and overlapping
/// triangles count once, the later one's colours in front. Triangles that name a corner that is not
/// there, or one that is not finite, are left out.
///
/// ```
/// use agg_core::{Canvas, Color, Mesh, Pixmap};
///
/// let corners = [
///     ((2.0, 2.0), Color::from_rgb8(255, 0, 0)),
///     ((58.0, 2.0), Color::from_rgb8(0, 255, 0)),
///     ((58.0, 38.0), Color::from_rgb8(0, 0, 255)),
///     ((2.0, 38.0), Color::WHITE),
/// ];
/// let mesh = Mesh::new(corners, [[0, 1, 2], [0, 2, 3]]);
/// let mut pixmap = Pixmap::new(60, 40)?;
/// Canvas::new(&mut pixmap).fill_mesh(&mesh);
/// # Ok::<(), agg_core::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mesh {
    corners: Vec<(Point, Color)>,
    triangles: Vec<[usize; 3]>,
}

impl Mesh {
    /// A mesh of triangles that name their corners by number, from 0.
    #[must_use]
    pub fn new<P: Into<Point>>(
        corners: impl IntoIterator<Item = (P, Color)>,
        triangles: impl IntoIterator<Item = [usize; 3]>,
    ) -> Self {
        let corners = corners.into_iter().map(|(p, color)| (p.into(), color));
        Self {
            corners: corners.collect(),
            triangles: triangles.into_iter().collect(),
        }
    }

    /// The triangles where a map puts them, all turning the same way; flat ones left out.
    fn placed(&self, map: Affine) -> impl Iterator<Item = [(Point, Color); 3]> + '_ {
        self.triangles.iter().filter_map(move |&[i, j, k]| {
            let corner = |i: usize| {
                let &(at, color) = self.corners.get(i)?;
                let at = map * at;
                at.is_finite().then_some((at, color))
            };
            let (a, b, c) = (corner(i)?, corner(j)?, corner(k)?);
            let area = cross(b.0 - a.0, c.0 - a.0);
            match area {
                area if area > 0.0 => Some([a, b, c]),
                area if area < 0.0 => Some([a, c, b]),
                _ => None,
            }
        })
    }

    /// The outlines of all triangles under a map, turning the same way, so that what they share
    /// cancels out.
    pub(crate) fn outline(&self, map: Affine) -> Path {
        let mut path = Path::new();
        for corners in self.placed(map) {
            path.extend(Path::polygon(corners.map(|(p, _)| p)).elements());
        }
        path
    }

    /// How to find the colour of each pixel.
    pub(crate) fn shader(&self, map: Affine) -> MeshShader {
        let mut triangles: Vec<_> = self.placed(map).map(Triangle::new).collect();
        // Those that begin further up come first, so that a row finds its own; order within a row
        // stays.
        let order = |t: &Triangle| t.bounds.y0;
        let by_order = (0..).zip(triangles.drain(..));
        let mut numbered: Vec<(usize, Triangle)> = by_order.collect();
        numbered.sort_by(|a, b| order(&a.1).total_cmp(&order(&b.1)));
        MeshShader {
            triangles: numbered,
            active: Vec::new(),
            next: 0,
            row: i32::MIN,
        }
    }
}

fn cross(a: Point, b: Point) -> f64 {
    a.x * b.y - a.y * b.x
}

/// Colours that are linear in the plane.
#[derive(Clone, Debug)]
struct Triangle {
    corners: [Point; 3],
    bounds: Rect,
    color: Color,
    across: Color,
    down: Color,
}

impl Triangle {
    fn new([a, b, c]: [(Point, Color); 3]) -> Self {
        let corners = [a.0, b.0, c.0];
        let (u, v) = (b.0 - a.0, c.0 - a.0);
        let area = cross(u, v);
        let slope = |of: fn(Color) -> f64| {
            let (du, dv) = (of(b.1) - of(a.1), of(c.1) - of(a.1));
            ((du * v.y - dv * u.y) / area, (dv * u.x - du * v.x) / area)
        };
        let slopes = [
            slope(|c| c.r),
            slope(|c| c.g),
            slope(|c| c.b),
            slope(|c| c.a),
        ];
        let [across, down] =
            [slopes.map(|s| s.0), slopes.map(|s| s.1)].map(|[r, g, b, a]| Color::new(r, g, b, a));
        Self {
            corners,
            bounds: Rect::bounding(corners).unwrap_or_default(),
            color: a.1,
            across,
            down,
        }
    }

    fn contains(&self, p: Point) -> bool {
        let [a, b, c] = self.corners;
        [(a, b), (b, c), (c, a)]
            .iter()
            .all(|&(from, to)| cross(to - from, p - from) >= 0.0)
    }

    /// How far outside a point is, by the edge that it is farthest from.
    fn outside(&self, p: Point) -> f64 {
        let [a, b, c] = self.corners;
        let beyond = |from: Point, to: Point| -cross(to - from, p - from) / to.distance(from);
        beyond(a, b).max(beyond(b, c)).max(beyond(c, a))
    }

    /// The colour at a point; outside, it goes on as it does inside, as far as there are colours.
    fn color(&self, p: Point) -> Color {
        let d = p - self.corners[0];
        let at = |c: f64, x: f64, y: f64| (c + x * d.x + y * d.y).clamp(0.0, 1.0);
        let (c, x, y) = (self.color, self.across, self.down);
        Color::new(
            at(c.r, x.r, y.r),
            at(c.g, x.g, y.g),
            at(c.b, x.b, y.b),
            at(c.a, x.a, y.a),
        )
    }
}

/// Finds the colours of a mesh, row after row from the top.
#[derive(Clone, Debug)]
pub(crate) struct MeshShader {
    /// By where they begin, with their place in the mesh.
    triangles: Vec<(usize, Triangle)>,
    /// Those that reach into the row, in the order of the mesh.
    active: Vec<usize>,
    next: usize,
    row: i32,
}

impl MeshShader {
    /// The colours of the pixels of row `y` from column `x` on.
    pub(crate) fn colors(&mut self, x: i32, y: i32, out: &mut [Color]) {
        self.go_to(y);
        let y = f64::from(y) + 0.5;
        for (x, out) in (i64::from(x)..).zip(out) {
            *out = self.color(Point::new(x as f64 + 0.5, y));
        }
    }

    /// Of the triangles that hold the point the last one's, else the nearest one's.
    fn color(&self, p: Point) -> Color {
        let active = self.active.iter().filter_map(|&i| self.triangles.get(i));
        let near = active
            .map(|(_, triangle)| triangle)
            .filter(|t| (t.bounds.x0 - 1.0..=t.bounds.x1 + 1.0).contains(&p.x));
        let mut nearest: Option<(f64, &Triangle)> = None;
        for triangle in near {
            let far = if triangle.contains(p) {
                0.0
            } else {
                triangle.outside(p).max(f64::MIN_POSITIVE)
            };
            if nearest.is_none_or(|(least, _)| far <= least) {
                nearest = Some((far, triangle));
            }
        }
        nearest.map_or(Color::TRANSPARENT, |(_, triangle)| triangle.color(p))
    }

    fn go_to(&mut self, y: i32) {
        if y == self.row {
            return;
        }
        if y < self.row {
            (self.next, self.active) = (0, Vec::new());
        }
        self.row = y;
        let (top, bottom) = (f64::from(y), f64::from(y) + 1.0);
        let triangles = &self.triangles;
        self.active
            .retain(|&i| triangles.get(i).is_some_and(|(_, t)| t.bounds.y1 >= top));
        while let Some((_, triangle)) = triangles.get(self.next) {
            if triangle.bounds.y0 > bottom {
                break;
            }
            if triangle.bounds.y1 >= top {
                self.active.push(self.next);
            }
            self.next += 1;
        }
        self.active
            .sort_unstable_by_key(|&i| triangles.get(i).map_or(0, |(place, _)| *place));
    }
}
