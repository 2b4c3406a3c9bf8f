//! Quadrilateral meshes.

use crate::error::check_length;
use crate::renderer::Renderer;
use crate::renderer::collection::{Item, Kind, Stages, Styles, shifted};
use crate::renderer::outline::box_around;
use crate::source::{AnyPath, Forget};
use crate::stage::{Snap, SnapTo, is_straight};
use crate::{Antialiasing, Error, GraphicsContext, PathSource, Seams};
use agg_core::{Affine, Color, PathEl, Point, Transform};

/// A mesh of `columns` × `rows` cells with four corners each.
#[derive(Clone, Copy, Debug)]
pub struct QuadMesh<'a> {
    /// Cells beside each other.
    pub columns: usize,
    /// Cells above each other.
    pub rows: usize,
    /// The corners, row after row: one more each way than cells.
    pub corners: &'a [Point],
    /// Where each cell goes, counted around; none for no shift.
    pub offsets: &'a [Point],
    /// From offsets to pixels, y up.
    pub offset_transform: Affine,
    /// The colours of the cells, row after row, counted around.
    pub face_colors: &'a [Color],
    /// The colours of their borders; none for no borders.
    pub edge_colors: &'a [Color],
    /// Whether the edges of cells are smoothed.
    pub antialiasing: Antialiasing,
}

/// The outline of a cell: back to its first corner, but not closed.
struct Cell([Point; 4]);

impl Forget for Cell {
    fn forget(&self) -> AnyPath<'_> {
        AnyPath::new(self)
    }
}

impl PathSource for Cell {
    fn elements(&self) -> impl Iterator<Item = PathEl> {
        let [first, rest @ ..] = self.0;
        let lines = rest.into_iter().chain([first]).map(PathEl::LineTo);
        std::iter::once(PathEl::MoveTo(first)).chain(lines)
    }

    fn vertex_count(&self) -> usize {
        5
    }

    fn is_polyline(&self) -> bool {
        true
    }
}

impl QuadMesh<'_> {
    /// The cell in a column and a row, its corners in the order in which they are drawn.
    fn cell(&self, column: usize, row: usize) -> Option<Cell> {
        let corner = |column: usize, row: usize| {
            let at = row * (self.columns + 1) + column;
            self.corners.get(at).copied()
        };
        Some(Cell([
            corner(column, row)?,
            corner(column, row + 1)?,
            corner(column + 1, row + 1)?,
            corner(column + 1, row)?,
        ]))
    }

    /// Whether it has but faces, all shifted alike.
    fn is_plain(&self) -> bool {
        self.edge_colors.is_empty() && !self.face_colors.is_empty() && self.offsets.len() <= 1
    }

    fn check(&self) -> Result<(), Error> {
        let expected = self.columns.checked_add(1).and_then(|columns| {
            let rows = self.rows.checked_add(1)?;
            columns.checked_mul(rows)
        });
        check_length("the corners of a mesh", self.corners.len(), expected)
    }

    fn style<'a>(&'a self, gc: &'a GraphicsContext) -> Styles<'a> {
        Styles {
            face_colors: self.face_colors,
            edge_colors: self.edge_colors,
            line_widths: std::slice::from_ref(&gc.line_width),
            antialiasing: std::slice::from_ref(&self.antialiasing),
            ..Styles::default()
        }
    }
}

impl Renderer {
    /// Fills the cells of a mesh without borders. Each corner is transformed and snapped once, not
    /// for each of the four cells it belongs to.
    fn fill_cells(
        &mut self,
        gc: &GraphicsContext,
        transform: Affine,
        mesh: &QuadMesh<'_>,
    ) -> Result<(), Error> {
        self.clip_to(gc)?;
        let gc = GraphicsContext {
            antialiasing: mesh.antialiasing,
            ..gc.clone()
        };
        let transform = shifted(transform, mesh.offset_transform, mesh.offsets.first());
        let to_surface = self.to_surface(transform);
        let corners = mesh.corners.iter().map(|&corner| {
            let exact = to_surface.apply(corner);
            [exact, SnapTo::for_width(0.0).on_grid(exact)]
        });
        let corners: Vec<[Point; 2]> = corners.collect();
        let above = corners.iter().skip(mesh.columns + 1);
        let pairs: Vec<_> = corners.iter().zip(above).collect();
        let rows = pairs.chunks(mesh.columns + 1);
        let mut colors = mesh.face_colors.iter().copied().cycle();
        for row in rows {
            for side in row.windows(2) {
                let ([(a, b), (d, c)], Some(color)) = (side, colors.next()) else {
                    continue;
                };
                let [exact, snapped] = [0, 1].map(|i| [a[i], b[i], c[i], d[i]]);
                self.fill_cell(&gc, color, exact, snapped)?;
            }
        }
        Ok(())
    }

    fn fill_cell(
        &mut self,
        gc: &GraphicsContext,
        color: Color,
        exact: [Point; 4],
        snapped: [Point; 4],
    ) -> Result<(), Error> {
        if !exact.iter().all(|p| p.is_finite()) {
            let stages = Stages::of_cells(gc.snap);
            let cell = Cell(exact);
            let outline = stages.outline(cell.forget(), Affine::IDENTITY);
            return self.draw_outline(gc, &outline, Some(color));
        }
        let [a, b, c, d] = exact;
        let snaps = match gc.snap {
            Snap::On => true,
            Snap::Off => false,
            Snap::Auto => [(a, b), (b, c), (c, d), (d, a)]
                .into_iter()
                .all(|(p, q)| is_straight(p, q)),
        };
        let corners = if snaps { snapped } else { exact };
        if let Some(pixels) = box_around(corners).filter(|_| snaps) {
            self.ink_box(gc, color, pixels);
            return Ok(());
        }
        self.rasterizer.reset();
        self.rasterizer.add_polygon(&corners);
        self.ink(gc, color)
    }

    /// Draws a mesh; `transform` is from its corners to pixels, y up. The borders have the width
    /// that `gc` says.
    ///
    /// # Errors
    ///
    /// [`Error::Length`] unless the mesh has the corners its size asks for, [`Error::Surface`]
    /// where there is no memory for the mask of a clip path or the tile of a hatch.
    pub fn draw_quad_mesh(
        &mut self,
        gc: &GraphicsContext,
        transform: Affine,
        mesh: &QuadMesh<'_>,
    ) -> Result<(), Error> {
        mesh.check()?;
        let cells = mesh.columns * mesh.rows;
        if cells == 0 {
            return Ok(());
        }
        if mesh.is_plain()
            && self.options.seams == Seams::Open
            && gc.sketch.is_none()
            && gc.hatch.is_none()
        {
            return self.fill_cells(gc, transform, mesh);
        }
        let items = (0..cells.max(mesh.offsets.len())).filter_map(|i| {
            let cell = i % cells;
            let offset = i.checked_rem(mesh.offsets.len());
            let offset = offset.and_then(|i| mesh.offsets.get(i));
            let to_pixels = shifted(transform, mesh.offset_transform, offset);
            Some(Item {
                path: mesh.cell(cell % mesh.columns, cell / mesh.columns)?,
                number: cell,
                transform: to_pixels,
            })
        });
        self.draw_items(gc, &mesh.style(gc), Kind::Cells, items)
    }
}
