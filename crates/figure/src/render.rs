//! A draw list becomes pixels: one `match`, nothing decided here.

use agg_core::{Pixmap, StraightRgba8};
use agg_plot::{GlyphImage, GraphicsContext, Renderer};
use agg_text::{GlyphCache, Line, Placement};

use crate::draw_list::{DrawList, Item, Outline};
use crate::error::Result;

/// Draws every item, in order, on a surface of the page's size.
pub(crate) fn render(list: &DrawList<'_>, cache: &mut GlyphCache) -> Result<Pixmap<StraightRgba8>> {
    let (width, height) = list.pixels();
    let mut renderer = Renderer::new(width, height, list.dpi())?;
    for item in list.items() {
        draw(&mut renderer, item, cache)?;
    }
    Ok(renderer.into_pixmap())
}

fn draw(renderer: &mut Renderer, item: &Item<'_>, cache: &mut GlyphCache) -> Result<()> {
    match item {
        Item::Path {
            gc,
            outline: Outline::Path(path),
            transform,
            face,
        } => {
            renderer.draw_path(gc, path, *transform, *face)?;
        }
        Item::Path {
            gc,
            outline: Outline::Polyline(line),
            transform,
            face,
        } => {
            renderer.draw_path(gc, line, *transform, *face)?;
        }
        Item::Markers {
            gc,
            marker,
            marker_transform,
            outline,
            transform,
            face,
        } => {
            let marker = (marker, *marker_transform);
            match outline {
                Outline::Path(path) => {
                    renderer.draw_markers(gc, marker, (path, *transform), Some(*face))?;
                }
                Outline::Polyline(line) => {
                    renderer.draw_markers(gc, marker, (line, *transform), Some(*face))?;
                }
            }
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
            draw_text(
                renderer,
                &gc,
                line,
                Placement::rotated(*x, *y, *angle)?,
                cache,
            )?;
        }
    }
    Ok(())
}

fn draw_text(
    renderer: &mut Renderer,
    gc: &GraphicsContext,
    line: &Line,
    at: Placement,
    cache: &mut GlyphCache,
) -> Result<()> {
    // Below 2²³, as every surface's side is.
    let height = renderer.height() as i32;
    for glyph in line.coverage(at, cache) {
        let glyph = glyph?;
        let image = GlyphImage {
            left: glyph.left,
            top: height.saturating_sub(glyph.top),
            width: glyph.width(),
            height: glyph.height(),
            covers: glyph.covers(),
        };
        renderer.draw_glyph(gc, image)?;
    }
    Ok(())
}
