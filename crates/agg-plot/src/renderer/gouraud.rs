//! Triangles shaded between the colours of their corners.
//!
//! Each triangle is grown by half a pixel, so that neighbours overlap and leave no seam; its
//! outline is then a hexagon with beveled corners, its colours belong to the mitered corners:
//!
//! ```text
//!            ╱╲ ← colour 2            Along a row, colours go in a straight line from the long
//!           ╱──╲                      edge (bottom to top) to whichever of the two short edges
//!          ╱╱╲  ╲                     the row meets, in steps of 1/16 pixel and 1/2¹⁴ of a level.
//!         ╱╱  ╲  ╲                    The rounding of each of these steps is AGG's.
//!        ╱╱────╲──╲
//! ```

use crate::renderer::Renderer;
use crate::{Error, GraphicsContext};
use agg_core::{Affine, Color, Point, Transform};

/// How far a triangle is grown, in pixels.
const GROWTH: f64 = 0.5;

/// Below this a cross product counts as 0: the triangle has no area, or lines are parallel.
const FLAT: f64 = 1e-30;

impl Renderer {
    /// Draws triangles with a colour at each corner, one after the other; `transform` is from the
    /// corners to pixels, y up. Where grown neighbours overlap, translucent colours add up. A
    /// triangle with a corner that is not finite is left out.
    ///
    /// # Errors
    ///
    /// [`Error::Surface`] where there is no memory for the mask of a clip path.
    pub fn draw_gouraud_triangles(
        &mut self,
        gc: &GraphicsContext,
        transform: Affine,
        triangles: impl IntoIterator<Item = [(Point, Color); 3]>,
    ) -> Result<(), Error> {
        self.clip_to(gc)?;
        let to_surface = self.to_surface(transform);
        for triangle in triangles {
            let corners = triangle.map(|(p, _)| to_surface.apply(p));
            if corners.iter().all(|p| p.is_finite()) {
                let colors = triangle.map(|(_, color)| color.to_rgba8().map(i32::from));
                let shade = Shade::new(corners, colors);
                self.rasterizer.reset();
                self.rasterizer.add_polygon(&shade.hexagon);
                self.paint(gc, |y| shade.row(y))?;
            }
        }
        Ok(())
    }
}

/// A grown triangle and its colours.
#[derive(Debug)]
struct Shade {
    hexagon: [Point; 6],
    /// The row up to which the short edge at the top of the surface is met.
    middle: i32,
    swapped: bool,
    long: Edge,
    upper: Edge,
    lower: Edge,
}

impl Shade {
    fn new(corners: [Point; 3], colors: [[i32; 4]; 3]) -> Self {
        let hexagon = grown(corners);
        let [a, b, c, d, e, f] = hexagon;
        let mitered = |side: [Point; 2], next: [Point; 2], corner: Point| {
            crossing(side, next).unwrap_or(corner)
        };
        let [p, q, r] = corners;
        let mut sorted = [
            (mitered([e, f], [a, b], p), colors[0]),
            (mitered([a, b], [c, d], q), colors[1]),
            (mitered([c, d], [e, f], r), colors[2]),
        ];
        sort_by_row(&mut sorted);
        let [top, middle, bottom] = sorted;
        Self {
            hexagon,
            middle: middle.0.y as i32,
            swapped: cross(top.0, bottom.0, middle.0) < 0.0,
            long: Edge::new(top, bottom),
            upper: Edge::new(top, middle),
            lower: Edge::new(middle, bottom),
        }
    }

    /// The colours of a row, by column.
    fn row(&self, y: i32) -> impl Fn(i32) -> [u8; 4] + use<> {
        let y_exact = f64::from(y);
        let long = self.long.at(y_exact);
        let short = if y <= self.middle {
            self.upper.at(y_exact + self.upper.per_row)
        } else {
            self.lower.at(y_exact - self.lower.per_row)
        };
        let (left, right) = if self.swapped {
            (short, long)
        } else {
            (long, short)
        };
        let steps = (right.x - left.x).abs().max(1);
        let slopes = [0, 1, 2, 3].map(|i| (right.color[i] - left.color[i]) * (1 << 14) / steps);
        move |x| {
            let way = x.wrapping_mul(16).wrapping_sub(left.x);
            [0, 1, 2, 3].map(|i| {
                let change = slopes[i].wrapping_mul(way) >> 14;
                left.color[i].saturating_add(change).clamp(0, 255) as u8
            })
        }
    }
}

/// An edge with colours along it, from a higher row of the surface to a lower one.
#[derive(Clone, Copy, Debug)]
struct Edge {
    start: Point,
    width: f64,
    /// The share of the edge that a row is; very much for one that is nearly level.
    per_row: f64,
    color: [i32; 4],
    change: [i32; 4],
}

/// A place on an edge: its column in 1/16 pixel, and its colour.
#[derive(Clone, Copy, Debug)]
struct Place {
    x: i32,
    color: [i32; 4],
}

impl Edge {
    fn new((a, from): (Point, [i32; 4]), (b, to): (Point, [i32; 4])) -> Self {
        let height = b.y - a.y;
        Self {
            start: Point::new(a.x - 0.5, a.y - 0.5),
            width: b.x - a.x,
            per_row: if height < 1e-5 { 1e5 } else { 1.0 / height },
            color: from,
            change: [0, 1, 2, 3].map(|i| to[i] - from[i]),
        }
    }

    /// The place in a row; above and below the edge, that of its end.
    fn at(&self, y: f64) -> Place {
        let along = ((y - self.start.y) * self.per_row).clamp(0.0, 1.0);
        let moved = |i: usize| self.color[i] + round(f64::from(self.change[i]) * along);
        Place {
            x: round((self.start.x + self.width * along) * 16.0),
            color: [0, 1, 2, 3].map(moved),
        }
    }
}

/// The nearest integer, halves away from zero.
fn round(v: f64) -> i32 {
    (if v < 0.0 { v - 0.5 } else { v + 0.5 }) as i32
}

/// Sorts three corners from the top of the surface to the bottom, in just these comparisons, which
/// decide what happens to equal ones.
fn sort_by_row(corners: &mut [(Point, [i32; 4]); 3]) {
    for (above, below) in [(0, 2), (0, 1), (1, 2)] {
        if corners[above].0.y > corners[below].0.y {
            corners.swap(above, below);
        }
    }
}

/// Twice the signed area of a → b → p.
fn cross(a: Point, b: Point, p: Point) -> f64 {
    (p.x - b.x) * (b.y - a.y) - (p.y - b.y) * (b.x - a.x)
}

/// The hexagon around a triangle whose sides are moved outwards; each side's two ends in turn. A
/// triangle without area stays as it is.
fn grown([a, b, c]: [Point; 3]) -> [Point; 6] {
    let area = cross(a, b, c);
    let growth = if area > 0.0 { -GROWTH } else { GROWTH };
    let outwards = |from: Point, to: Point| {
        let way = to - from;
        let length = (way.x * way.x + way.y * way.y).sqrt();
        if area.abs() > FLAT {
            Point::new(growth * way.y / length, -growth * way.x / length)
        } else {
            Point::ORIGIN
        }
    };
    let (ab, bc, ca) = (outwards(a, b), outwards(b, c), outwards(c, a));
    [a + ab, b + ab, b + bc, c + bc, c + ca, a + ca]
}

/// Where two lines cross, or `None` for parallel ones.
fn crossing([a, b]: [Point; 2], [c, d]: [Point; 2]) -> Option<Point> {
    let numerator = (a.y - c.y) * (d.x - c.x) - (a.x - c.x) * (d.y - c.y);
    let denominator = (b.x - a.x) * (d.y - c.y) - (b.y - a.y) * (d.x - c.x);
    let along = numerator / denominator;
    (denominator.abs() >= FLAT).then(|| a + (b - a) * along)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_triangle_of_one_colour_has_that_colour_everywhere() {
        let mut renderer = Renderer::new(20, 20, 72.0).unwrap();
        let color = Color::from_rgb8(10, 200, 90);
        let corners = [(2.0, 2.0), (18.0, 3.0), (9.0, 18.0)];
        let triangle = corners.map(|p| (p.into(), color));
        renderer
            .draw_gouraud_triangles(&GraphicsContext::default(), Affine::IDENTITY, [triangle])
            .unwrap();
        let inked = renderer.pixmap().pixels().iter().filter(|p| p[3] == 255);
        let inked: Vec<_> = inked.collect();
        assert!(inked.len() > 80);
        assert!(inked.iter().all(|p| **p == [10, 200, 90, 255]));
    }

    #[test]
    fn triangles_without_area_or_with_infinite_corners_do_no_harm() {
        let mut renderer = Renderer::new(20, 20, 72.0).unwrap();
        let color = |p: (f64, f64)| (p.into(), Color::BLACK);
        let flat = [(2.0, 2.0), (4.0, 4.0), (8.0, 8.0)].map(color);
        let wild = [(2.0, f64::NAN), (4.0, f64::INFINITY), (8.0, 8.0)].map(color);
        let giant = [(-1e300, 2.0), (1e300, 4.0), (8.0, 1e300)].map(color);
        renderer
            .draw_gouraud_triangles(
                &GraphicsContext::default(),
                Affine::IDENTITY,
                [flat, wild, giant],
            )
            .unwrap();
    }
}
