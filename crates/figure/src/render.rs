//! A draw list becomes pixels: one `match`, nothing decided here.

use std::ops::ControlFlow;

use agg_core::{Affine, Meter, Pixmap, Point, StraightRgba8};
use agg_plot::{Collection, GlyphImage, GraphicsContext, Image, QuadMesh, Renderer, Styles};
use agg_text::{GlyphCache, GlyphCoverage, Line, Placement};

use crate::draw_list::{DrawList, Item, Outline, Paths, Quads};
use crate::error::{Error, Result};

/// How much of a figure is drawn.
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Items that are drawn: lines, collections of shapes, labels …
    pub done: usize,
    /// All items.
    pub total: usize,
}

/// Draws every item, in order, on a surface of the page's size, and asks before each whether to go
/// on.
pub(crate) fn render(
    list: &DrawList<'_>,
    cache: &mut GlyphCache,
    meter: Option<&Meter>,
    go_on: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Pixmap<StraightRgba8>> {
    let (width, height) = list.pixels();
    // Only here is it known how large a tight box is, and before there is a surface.
    if let Some(meter) = meter {
        meter.spend_pixels(width, height)?;
    }
    let mut renderer = Renderer::new(width, height, list.dpi())?;
    if let Some(meter) = meter {
        renderer = renderer.with_meter(meter);
    }
    let total = list.items().len();
    for (done, item) in list.items().iter().enumerate() {
        if go_on(Progress { done, total }).is_break() {
            return Err(Error::Cancelled { done, total });
        }
        meter.map_or(Ok(()), Meter::check)?;
        draw(&mut renderer, item, cache)?;
    }
    Ok(renderer.into_pixmap())
}

fn draw(renderer: &mut Renderer, item: &Item<'_>, cache: &mut GlyphCache) -> Result<()> {
    match item {
        Item::Path {
            gc,
            outline,
            transform,
            face,
        } => match outline {
            Outline::Path(path) => renderer.draw_path(gc, path, *transform, *face)?,
            Outline::Polyline(line) => renderer.draw_path(gc, line, *transform, *face)?,
            Outline::Bent(line) => renderer.draw_path(gc, &**line, *transform, *face)?,
        },
        Item::Markers {
            gc,
            marker,
            marker_transform,
            outline,
            transform,
            face,
        } => {
            let (marker, face, to) = ((marker, *marker_transform), Some(*face), *transform);
            match outline {
                Outline::Path(path) => renderer.draw_markers(gc, marker, (path, to), face)?,
                Outline::Polyline(line) => renderer.draw_markers(gc, marker, (line, to), face)?,
                Outline::Bent(line) => renderer.draw_markers(gc, marker, (&**line, to), face)?,
            }
        }
        Item::Collection(paths) => draw_collection(renderer, paths)?,
        Item::Mesh(quads) => draw_mesh(renderer, quads)?,
        Item::Triangles {
            gc,
            triangles,
            transform,
        } => renderer.draw_gouraud_triangles(gc, *transform, triangles.iter().copied())?,
        Item::Image(picture) => {
            let image = Image {
                width: picture.width,
                height: picture.height,
                pixels: &picture.pixels,
            };
            renderer.draw_image(&picture.gc, (picture.x, picture.y), image)?;
        }
        Item::Text {
            line,
            x,
            y,
            angle,
            color,
            clip,
            ..
        } => {
            let gc = GraphicsContext {
                color: *color,
                clip_rect: *clip,
                ..GraphicsContext::default()
            };
            let place = Placement::rotated(*x, *y, *angle)?;
            draw_text(renderer, &gc, line, place, cache)?;
        }
        Item::Character {
            glyph,
            font,
            size,
            offset,
            x,
            y,
            angle,
            color,
            clip,
            ..
        } => {
            let gc = GraphicsContext {
                color: *color,
                clip_rect: *clip,
                ..GraphicsContext::default()
            };
            let place = Placement::rotated(*x, *y, *angle)?;
            let covers = cache.glyph((font, *size), *glyph, *offset, &place)?;
            draw_glyph(renderer, &gc, &covers)?;
        }
    }
    Ok(())
}

fn draw_collection(renderer: &mut Renderer, paths: &Paths<'_>) -> Result<()> {
    let offsets: Vec<Point> = match &paths.offsets {
        Outline::Path(path) => path.points().to_vec(),
        Outline::Polyline(line) => line.points.iter().collect(),
        Outline::Bent(line) => line.path.points().to_vec(),
    };
    let collection = Collection {
        paths: &paths.paths,
        transforms: &paths.transforms,
        offsets: &offsets,
        offset_transform: paths.offset_transform,
        style: Styles {
            face_colors: &paths.face_colors,
            edge_colors: &paths.edge_colors,
            line_widths: &paths.line_widths,
            dashes: &paths.dashes,
            hatch_colors: &paths.hatch_colors,
            antialiasing: std::slice::from_ref(&paths.antialiasing),
        },
    };
    Ok(renderer.draw_path_collection(&paths.gc, paths.transform, &collection)?)
}

fn draw_mesh(renderer: &mut Renderer, quads: &Quads) -> Result<()> {
    let mesh = QuadMesh {
        columns: quads.columns,
        rows: quads.rows,
        corners: &quads.corners,
        offsets: &[],
        offset_transform: Affine::IDENTITY,
        face_colors: &quads.face_colors,
        edge_colors: &quads.edge_colors,
        antialiasing: quads.antialiasing,
    };
    Ok(renderer.draw_quad_mesh(&quads.gc, quads.transform, &mesh)?)
}

fn draw_text(
    renderer: &mut Renderer,
    gc: &GraphicsContext,
    line: &Line,
    at: Placement,
    cache: &mut GlyphCache,
) -> Result<()> {
    for glyph in line.coverage(at, cache) {
        draw_glyph(renderer, gc, &glyph?)?;
    }
    Ok(())
}

fn draw_glyph(renderer: &mut Renderer, gc: &GraphicsContext, glyph: &GlyphCoverage) -> Result<()> {
    // Below 2²³, as every surface's side is.
    let height = renderer.height() as i32;
    let image = GlyphImage {
        left: glyph.left,
        top: height.saturating_sub(glyph.top),
        width: glyph.width(),
        height: glyph.height(),
        covers: glyph.covers(),
    };
    Ok(renderer.draw_glyph(gc, image)?)
}
