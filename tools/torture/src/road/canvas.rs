//! The high road of `agg-core`: a canvas over a pixmap.

use super::{Refusal, rasterizer};
use crate::case::{Case, Gradient, GradientKind, Ink, Op};
use agg_core::{
    Canvas, Color, ConicGradient, FocalGradient, LinearGradient, Paint, Path, PathIterator, Pixmap,
    RadialGradient,
};

pub(super) fn draw(case: &Case) -> Result<Result<(), String>, Refusal> {
    let pixmap = picture(case)?;
    Ok(case.judge(|x, y| pixmap.pixel(x, y).map(|[.., alpha]| alpha)))
}

pub(super) fn picture(case: &Case) -> Result<Pixmap, Refusal> {
    let mut pixmap = Pixmap::new(case.width, case.height)?;
    let mut ops = case.ops.iter();
    let mut canvas = Canvas::new(&mut pixmap);
    while run(&mut canvas, case, &mut ops)? {}
    Ok(pixmap)
}

/// Draws until the clip that the canvas came with ends; whether one did.
fn run<'a>(
    canvas: &mut Canvas<'_>,
    case: &'a Case,
    ops: &mut impl Iterator<Item = &'a Op>,
) -> Result<bool, Refusal> {
    while let Some(op) = ops.next() {
        match op {
            Op::Fill {
                path,
                rule,
                map,
                paint,
            } => {
                if let Some(path) = case.paths.get(*path) {
                    canvas
                        .with_transform(*map)
                        .fill(path, *rule, paint_of(paint));
                }
            }
            Op::Stroke {
                path,
                pen,
                map,
                paint,
            } => {
                if let Some(path) = case.paths.get(*path) {
                    let pen = rasterizer::pen(pen);
                    canvas
                        .with_transform(*map)
                        .stroke(path, &pen, paint_of(paint));
                }
            }
            Op::Clip { path, rule, map } => {
                let path = case.paths.get(*path).cloned().unwrap_or_default();
                let path: Path = path.elements().transformed(*map).collect();
                if !run(&mut canvas.with_clip(&path, *rule)?, case, ops)? {
                    return Ok(false);
                }
            }
            Op::Unclip => return Ok(true),
        }
    }
    Ok(false)
}

fn paint_of(ink: &Ink) -> Paint {
    match ink {
        Ink::Solid(color) => color_of(*color).into(),
        Ink::Gradient(gradient) => gradient_of(gradient),
    }
}

fn color_of([r, g, b, a]: [u8; 4]) -> Color {
    Color::from_rgba8(r, g, b, a)
}

fn gradient_of(gradient: &Gradient) -> Paint {
    let stops: Vec<_> = gradient
        .stops
        .iter()
        .map(|(at, c)| (*at, color_of(*c)))
        .collect();
    let (spread, map) = (gradient.spread, gradient.map);
    match gradient.kind {
        GradientKind::Linear([x0, y0, x1, y1]) => LinearGradient::new((x0, y0), (x1, y1))
            .with_stops(&stops)
            .with_spread(spread)
            .with_transform(map)
            .into(),
        GradientKind::Radial([fx, fy, _, x, y, r]) if (fx, fy) == (x, y) => {
            RadialGradient::new((x, y), r)
                .with_stops(&stops)
                .with_spread(spread)
                .with_transform(map)
                .into()
        }
        GradientKind::Radial([fx, fy, _, x, y, r]) => FocalGradient::new((x, y), r, (fx, fy))
            .with_stops(&stops)
            .with_spread(spread)
            .with_transform(map)
            .into(),
        GradientKind::Sweep([x, y, start, end]) => ConicGradient::new((x, y), start.to_radians())
            .with_sweep((end - start).to_radians())
            .with_stops(&stops)
            .with_spread(spread)
            .with_transform(map)
            .into(),
    }
}
