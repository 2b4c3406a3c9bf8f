//! Shapes: each its own path.

use std::sync::Arc;

use agg_core::{Affine, Color, Path, PathEl, Point};
use agg_plot::GraphicsContext;

use crate::artist::{Artist, Bars, Colors, Common, InsetMark, Patch, Shape};
use crate::color::ColorSpec;
use crate::draw_list::build::Plot;
use crate::draw_list::{Item, Outline};
use crate::error::Result;
use crate::layout::Linear;

impl<'a> Plot<'a, '_> {
    /// A patch; `automatic` is its face's colour unless it has one.
    pub(super) fn draw_patch(
        &self,
        items: &mut Vec<Item<'a>>,
        patch: &Artist<Patch>,
        automatic: Option<&ColorSpec>,
    ) -> Result<()> {
        let mut defaults = self.looks.shape_defaults(patch.hollow, automatic);
        if patch.boxed {
            defaults.edge = Colors::List(vec![self.looks.style.boxplot.boxcolor.clone()]);
        }
        let look = self
            .looks
            .paint(&patch.paint, patch.common.alpha, None, &defaults)?;
        let mut look = look.single(0);
        look.1.hatch = self.hatch(&patch.paint, patch.common.alpha, look.1.color, 0)?;
        items.push(self.shape(&patch.shape, &patch.common, look));
        Ok(())
    }

    /// The mark around what an inset shows, given in pixels.
    pub(super) fn draw_mark(
        &self,
        items: &mut Vec<Item<'a>>,
        mark: &Artist<InsetMark>,
        path: &Path,
    ) -> Result<()> {
        let defaults = self.looks.shape_defaults(false, None);
        let look = self
            .looks
            .paint(&mark.paint, mark.common.alpha, None, &defaults)?;
        let (face, pen) = look.single(0);
        items.push(Item::Path {
            gc: self.common_gc(&mark.common, pen),
            outline: Outline::Path(path.clone()),
            transform: Affine::IDENTITY,
            face,
        });
        Ok(())
    }

    /// The shadow of a patch: its shape moved, in its face's colour made dark, half as opaque.
    pub(super) fn patch_shadow(
        &self,
        patch: &Artist<Patch>,
        automatic: Option<&ColorSpec>,
    ) -> Result<Option<Item<'a>>> {
        let Some((x, y)) = patch.shadow.filter(|_| !patch.common.hidden) else {
            return Ok(None);
        };
        let defaults = self.looks.shape_defaults(patch.hollow, automatic);
        let look = self
            .looks
            .paint(&patch.paint, patch.common.alpha, None, &defaults)?;
        let width = look.widths.first().copied().unwrap_or(0.0);
        let (face, pen) = look.single(0);
        let dark = shade(face.unwrap_or(Color::BLACK));
        let pen = GraphicsContext {
            color: dark,
            line_width: width,
            ..pen
        };
        let (path, own) = patch.shape.outline();
        let moved = Affine::translate(self.page.px(x), self.page.px(y));
        let shape = Shape::Path(Arc::new(path), own.then(moved));
        Ok(Some(self.shape(&shape, &patch.common, (Some(dark), pen))))
    }

    /// Bars, one after the other.
    pub(super) fn draw_bars(
        &self,
        items: &mut Vec<Item<'a>>,
        bars: &Artist<Bars>,
        automatic: Option<&ColorSpec>,
    ) -> Result<()> {
        let defaults = self.looks.patch_defaults(automatic);
        let look = self
            .looks
            .paint(&bars.paint, bars.common.alpha, None, &defaults)?;
        let shapes = bars.rectangles().enumerate();
        for (i, shape) in shapes {
            let mut look = look.single(i);
            look.1.hatch = self.hatch(&bars.paint, bars.common.alpha, look.1.color, i)?;
            items.push(self.shape(&shape, &bars.common, look));
        }
        Ok(())
    }

    /// A shape with a face and a pen.
    fn shape(
        &self,
        shape: &Shape,
        common: &Common,
        (face, pen): (Option<Color>, GraphicsContext),
    ) -> Item<'a> {
        let (path, transform) = shape.outline();
        let (x, y) = self.layout.maps(common.coords, self.page);
        let map = Linear::plane(x, y);
        let (path, transform) = match self.layout.bends(common.coords) {
            None => (path, transform.then(map)),
            Some(bends) => {
                let bend = |p| bends.apply(agg_core::Transform::apply(&transform, p));
                (with_points(&path, bend), map)
            }
        };
        Item::Path {
            gc: self.common_gc(common, pen),
            outline: Outline::Path(path),
            transform,
            face,
        }
    }

    /// A pen with what all artists can ask for: clip, grid fitting, sketch.
    pub(super) fn common_gc(&self, common: &Common, pen: GraphicsContext) -> GraphicsContext {
        GraphicsContext {
            clip_rect: (!common.unclipped).then(|| self.layout.frame.clip()),
            snap: self.snap_of(common),
            sketch: self.sketch_of(common),
            ..pen
        }
    }
}

/// The colour of a shadow.
pub(super) fn shade(face: Color) -> Color {
    const LIGHT: f64 = 1.0 - 0.7;
    Color {
        r: LIGHT * face.r,
        g: LIGHT * face.g,
        b: LIGHT * face.b,
        a: 0.5,
    }
}

/// The path with each of its points, control points too, where a function puts it.
pub(super) fn with_points(path: &Path, place: impl Fn(Point) -> Point) -> Path {
    let mut placed = Path::new();
    for element in path.elements() {
        match element {
            PathEl::MoveTo(p) => placed.move_to(place(p)),
            PathEl::LineTo(p) => placed.line_to(place(p)),
            PathEl::QuadTo(a, p) => placed.quad_to(place(a), place(p)),
            PathEl::CurveTo(a, b, p) => placed.cubic_to(place(a), place(b), place(p)),
            PathEl::Close => placed.close(),
        };
    }
    placed
}
