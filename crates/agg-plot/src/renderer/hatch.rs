//! Hatching: a pattern over the face of a path.
//!
//! The pattern is drawn once on a tile of one inch, and the tile is repeated over the surface from
//! its upper left corner on, wherever the path is: hatches of neighbours meet without a seam.

use crate::renderer::clip::around;
use crate::renderer::edges::EdgePixels;
use crate::renderer::outline::Outline;
use crate::renderer::path::COINCIDENT;
use crate::renderer::{CLEAR, Renderer, Surface};
use crate::{Error, GraphicsContext, Hatch};
use agg_core::blend::blend_span;
use agg_core::{Affine, Blend, Cap, FillRule, Path, PathIterator, StraightRgba8, Stroke};

impl Renderer {
    /// Lays a hatch over the inside of a path, inside of the clip of `gc`.
    pub(super) fn hatch_outline(
        &mut self,
        gc: &GraphicsContext,
        hatch: &Hatch,
        outline: &Outline<'_>,
    ) -> Result<(), Error> {
        let tile = self.tile(hatch)?;
        self.clip_to(gc)?;
        let Some(tile) = tile else {
            return Ok(());
        };
        self.rasterizer.add(outline.elements());
        let size = tile.width() as usize;
        let edges = match gc.clip_path {
            Some(_) => EdgePixels::of(&self.rasterizer),
            None => EdgePixels::default(),
        };
        let colors = |y: i32| {
            let row = tile.pixels().chunks_exact(size).nth(y as usize % size);
            let row = row.unwrap_or_default();
            move |x: i32| row.get(x as usize % size).copied().unwrap_or(CLEAR)
        };
        self.paint_masked(gc, colors, |at, cover, mask| edges.masked(at, cover, mask))
    }

    /// The tile of a hatch, or `None` at less than a dot per inch. Uses the rasterizer.
    fn tile(&mut self, hatch: &Hatch) -> Result<Option<Surface>, Error> {
        let size = self.dpi as u32;
        if size == 0 {
            return Ok(None);
        }
        let mut tile = Surface::with_format(size, size)?;
        tile.fill(CLEAR);
        let to_tile = Affine::scale_xy(1.0, -1.0)
            .then(Affine::translate(0.0, 1.0))
            .then(Affine::scale(f64::from(size)));
        let pen = Stroke::new(self.points_to_pixels(hatch.line_width))
            .with_coincident_within(COINCIDENT)
            .with_cap(Cap::Square)
            .with_straight_within(1e-14)
            .without_dots();
        let solid = StraightRgba8::solid(hatch.color);
        let shape: Path = hatch
            .path
            .elements()
            .transformed(to_tile)
            .flattened(0.5)
            .collect();
        let outline: Path = shape.elements().stroked(&pen).collect();
        for part in [shape, outline] {
            self.rasterizer.set_clip_box(around(&part));
            self.rasterizer.add(&part);
            self.check_cells()?;
            self.rasterizer.for_each_span(FillRule::NonZero, |span| {
                blend_span(&mut tile, &solid, span);
            });
        }
        Ok(Some(tile))
    }
}
