//! matplotlib's renderer. Its y axis points up, and lengths are in points: at 72 dots per inch one
//! is a pixel.

use super::Refusal;
use crate::case::{Case, Ink, Op, Pen};
use agg_core::{Affine, Color, Dash, Join, Pixmap, StraightRgba8};
use agg_plot::{ClipPath, GraphicsContext, Options, Renderer, Snap};
use std::num::NonZeroUsize;
use std::sync::Arc;

pub(super) fn draw(case: &Case) -> Result<Result<(), String>, Refusal> {
    let pixmap = picture(case, NonZeroUsize::MIN)?;
    Ok(case.judge(|x, y| pixmap.pixel(x, y).map(|[.., alpha]| alpha)))
}

pub(super) fn picture(
    case: &Case,
    threads: NonZeroUsize,
) -> Result<Pixmap<StraightRgba8>, Refusal> {
    let options = Options {
        threads,
        ..Options::default()
    };
    let mut renderer = Renderer::new(case.width, case.height, 72.0)?.with_options(options);
    let flip = Affine::new([1.0, 0.0, 0.0, -1.0, 0.0, f64::from(case.height)]);
    let mut clips: Vec<ClipPath> = Vec::new();
    for op in &case.ops {
        let gc = GraphicsContext {
            line_width: 0.0,
            snap: Snap::Off,
            clip_path: clips.last().cloned(),
            ..GraphicsContext::default()
        };
        match op {
            Op::Fill {
                path, map, paint, ..
            } => {
                if let Some(path) = case.paths.get(*path) {
                    renderer.draw_path(&gc, path, map.then(flip), Some(color(paint)))?;
                }
            }
            Op::Stroke {
                path,
                pen,
                map,
                paint,
            } => {
                if let Some(path) = case.paths.get(*path) {
                    let gc = with_pen(gc, pen, *map, color(paint));
                    renderer.draw_path(&gc, path, map.then(flip), None)?;
                }
            }
            Op::Clip { path, map, .. } => {
                // One clip path at a time: the paths of these cases lie in each other or apart.
                let path = case.paths.get(*path).cloned().unwrap_or_default();
                clips.push(ClipPath::new(Arc::new(path), map.then(flip)));
            }
            Op::Unclip => {
                clips.pop();
            }
        }
    }
    Ok(renderer.into_pixmap())
}

/// The renderer's pen is not transformed with the path.
fn with_pen(gc: GraphicsContext, pen: &Pen, map: Affine, color: Color) -> GraphicsContext {
    let scale = map.mean_scale();
    let dashes = || {
        let lengths: Vec<f64> = pen.dashes.iter().map(|length| length * scale).collect();
        Dash::new(pen.dash_offset * scale, &lengths)
    };
    GraphicsContext {
        line_width: pen.width * scale,
        color,
        cap: pen.cap,
        join: match pen.join {
            Join::Miter => Join::MiterRevert,
            other => other,
        },
        dashes: (!pen.dashes.is_empty()).then(dashes),
        ..gc
    }
}

pub(super) fn color(ink: &Ink) -> Color {
    match ink {
        Ink::Solid([r, g, b, a]) => Color::from_rgba8(*r, *g, *b, *a),
        Ink::Gradient(_) => Color::BLACK,
    }
}
