//! Meshes.

use agg_core::{Affine, Color, Point};
use agg_plot::{GraphicsContext, Snap};

use crate::artist::{Artist, Mesh, Shading};
use crate::draw_list::build::Plot;
use crate::draw_list::{Item, Quads};
use crate::error::Result;
use crate::layout::{Defaults, Linear};

impl<'a> Plot<'a, '_> {
    /// A mesh: cells, or triangles with mixed colours.
    pub(super) fn draw_mesh(
        &self,
        items: &mut Vec<Item<'a>>,
        mesh: &'a Artist<Mesh>,
    ) -> Result<()> {
        if mesh.mapped.values.is_empty() {
            return Ok(());
        }
        let defaults = Defaults {
            antialiased: false,
            ..self.looks.patch_defaults(None)
        };
        let mapped = Some(&mesh.mapped);
        let look = self
            .looks
            .paint(&mesh.paint, mesh.common.alpha, mapped, &defaults)?;
        let pen = GraphicsContext {
            line_width: look.widths.first().copied().unwrap_or(1.0),
            ..GraphicsContext::default()
        };
        let mut gc = self.common_gc(&mesh.common, pen);
        if mesh.common.snap.is_none() {
            gc.snap = if self.looks.style.pcolormesh.snap {
                Snap::On
            } else {
                Snap::Off
            };
        }
        let coords = mesh.common.coords;
        let (x, y) = self.layout.maps(coords, self.page);
        let transform = Linear::plane(x, y);
        let corners: Vec<Point> = match self.layout.bends(coords) {
            None => mesh.corners.clone(),
            Some(bends) => mesh.corners.iter().map(|&p| bends.apply(p)).collect(),
        };
        items.push(match mesh.shading {
            Shading::Gouraud => triangles(gc, transform, &corners, mesh, &look.faces),
            _ => Item::Mesh(Box::new(Quads {
                gc,
                transform,
                columns: mesh.columns,
                rows: mesh.rows,
                corners,
                face_colors: look.faces,
                edge_colors: look.edges,
                antialiasing: look.antialiasing,
            })),
        });
        Ok(())
    }
}

/// Four triangles a cell, about its middle, which has the mean of its corners' colours.
fn triangles<'a>(
    gc: GraphicsContext,
    transform: Affine,
    corners: &[Point],
    mesh: &Mesh,
    colors: &[Color],
) -> Item<'a> {
    let across = mesh.columns + 1;
    let mut triangles = Vec::new();
    for cell in 0..mesh.rows * mesh.columns {
        let (row, column) = (cell / mesh.columns, cell % mesh.columns);
        let first = row * across + column;
        let corner = |at: usize| Some((*corners.get(at)?, *colors.get(at)?));
        let around = [
            corner(first),
            corner(first + 1),
            corner(first + across + 1),
            corner(first + across),
        ];
        if let [Some(a), Some(b), Some(c), Some(d)] = around {
            let middle = mean([a, b, c, d]);
            triangles.extend([
                [a, b, middle],
                [b, c, middle],
                [c, d, middle],
                [d, a, middle],
            ]);
        }
    }
    Item::Triangles {
        gc,
        triangles,
        transform,
    }
}

fn mean(corners: [(Point, Color); 4]) -> (Point, Color) {
    let mean = |of: fn(&(Point, Color)) -> f64| {
        let [a, b, c, d] = corners.each_ref().map(of);
        (a + b + c + d) / 4.0
    };
    let point = Point::new(mean(|c| c.0.x), mean(|c| c.0.y));
    let color = Color {
        r: mean(|c| c.1.r),
        g: mean(|c| c.1.g),
        b: mean(|c| c.1.b),
        a: mean(|c| c.1.a),
    };
    (point, color)
}
