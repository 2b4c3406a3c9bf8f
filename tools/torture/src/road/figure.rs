//! A figure whose axes fill it and whose data are pixels: lines by `plot`, other outlines and areas
//! as patches.

use super::{Refusal, plot};
use crate::case::{Case, Op, Pen};
use agg_core::{Affine, Join, Path, PathEl};
use figure::{Artist, Axes, Figure, FigureCanvasAgg, LineStyle, Patch, Shape, SubplotParams};
use std::sync::Arc;

/// Dots per inch: a power of two, so that inches are exact, and a point is 8/9 of a pixel.
const DPI: f64 = 64.0;

pub(super) fn draw(case: &Case) -> Result<Result<(), String>, Refusal> {
    let (width, height) = (f64::from(case.width), f64::from(case.height));
    let mut figure = Figure::new((width / DPI, height / DPI), DPI);
    figure.set_facecolor("none");
    figure.subplots_adjust(SubplotParams {
        left: 0.0,
        bottom: 0.0,
        right: 1.0,
        top: 1.0,
        ..SubplotParams::default()
    })?;
    let axes = figure.add_subplot(1, 1, 1)?;
    axes.set_axis_on(false);
    // A surface without a side is refused when it is drawn, not here.
    axes.set_xlim(0.0, width.max(1.0))?
        .set_ylim(height.max(1.0), 0.0)?;
    for op in &case.ops {
        add(axes, case, op)?;
    }
    let mut canvas = FigureCanvasAgg::new(&figure);
    canvas.draw()?;
    if canvas.get_width_height() != (case.width, case.height) {
        return Ok(Err("the figure has another size".into()));
    }
    let (pixels, _) = canvas.buffer_rgba().as_chunks::<4>();
    Ok(case.judge(|x, y| {
        let row = pixels.chunks_exact(case.width as usize).nth(y as usize)?;
        row.get(x as usize).map(|&[.., alpha]| alpha)
    }))
}

fn add(axes: &mut Axes, case: &Case, op: &Op) -> Result<(), Refusal> {
    match op {
        Op::Fill {
            path, map, paint, ..
        } => {
            let path = case.paths.get(*path).cloned().unwrap_or_default();
            let color = plot::color(paint);
            let area = patch(axes, path, *map)?;
            area.facecolor(color).edgecolor("none").linewidth(0.0);
        }
        Op::Stroke {
            path,
            pen,
            map,
            paint,
        } => {
            if let Some(path) = case.paths.get(*path) {
                stroke(axes, path, (pen, *map), plot::color(paint))?;
            }
        }
        Op::Clip { .. } | Op::Unclip => {}
    }
    Ok(())
}

fn patch(axes: &mut Axes, path: Path, map: Affine) -> Result<&mut Artist<Patch>, Refusal> {
    let shape = Shape::Path(Arc::new(path), map);
    let patch = axes.add_patch(Artist::patch(shape))?;
    patch.set_snap(false);
    Ok(patch)
}

fn stroke(
    axes: &mut Axes,
    path: &Path,
    (pen, map): (&Pen, Affine),
    color: agg_core::Color,
) -> Result<(), Refusal> {
    let width = pen.width * map.mean_scale() * 72.0 / DPI;
    let style = style(pen);
    let join = match pen.join {
        Join::Miter => Join::MiterRevert,
        other => other,
    };
    if is_open_line(path) {
        let points = || path.elements().filter_map(|element| element.end());
        let line = axes.plot(points().map(|p| (map * p).x), points().map(|p| (map * p).y))?;
        line.set_snap(false);
        line.color(color).linewidth(width).linestyle(style);
        line.solid_capstyle(pen.cap).dash_capstyle(pen.cap);
        line.solid_joinstyle(join).dash_joinstyle(join);
        return Ok(());
    }
    let outline = patch(axes, path.clone(), map)?;
    outline.facecolor("none").edgecolor(color).linewidth(width);
    outline.linestyle(style).capstyle(pen.cap).joinstyle(join);
    Ok(())
}

fn is_open_line(path: &Path) -> bool {
    let mut elements = path.elements();
    matches!(elements.next(), Some(PathEl::MoveTo(_)))
        && elements.all(|element| matches!(element, PathEl::LineTo(_)))
}

/// Dashes count in widths of the line.
fn style(pen: &Pen) -> LineStyle {
    if pen.dashes.is_empty() {
        return LineStyle::Solid;
    }
    LineStyle::Pattern {
        offset: pen.dash_offset / pen.width,
        lengths: pen.dashes.iter().map(|length| length / pen.width).collect(),
    }
}
