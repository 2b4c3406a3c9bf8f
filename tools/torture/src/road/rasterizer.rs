//! The low road: no surface at all, so that a case of any size is drawn; only the probes are kept.

use super::Refusal;
use crate::case::{Case, Ink, Op, Pen};
use agg_core::{
    Affine, Coverage, FillRule, IntRect, Mask, Path, PathIterator, Rasterizer, Rect, Span, Stroke,
};

/// The alpha of each probed pixel, from 0 to 1.
struct Seen<'a> {
    case: &'a Case,
    alphas: Vec<f64>,
}

impl Seen<'_> {
    fn paint(&mut self, span: Span<'_>, alpha: f64) {
        for (probe, seen) in self.case.probes.iter().zip(&mut self.alphas) {
            if i64::from(span.y()) != i64::from(probe.y) {
                continue;
            }
            let at = i64::from(probe.x) - i64::from(span.x());
            let cover = match (usize::try_from(at), span.coverage()) {
                (Ok(at), Coverage::Uniform { len, cover }) if at < len => cover,
                (Ok(at), Coverage::PerPixel(covers)) => covers.get(at).copied().unwrap_or(0),
                _ => 0,
            };
            *seen += (1.0 - *seen) * alpha * f64::from(cover) / 255.0;
        }
    }
}

pub(super) fn draw(case: &Case) -> Result<Result<(), String>, Refusal> {
    let mut rasterizer = Rasterizer::new(case.width, case.height);
    let mut seen = Seen {
        case,
        alphas: vec![0.0; case.probes.len()],
    };
    let mut clips: Vec<Mask> = Vec::new();
    for op in &case.ops {
        rasterizer.reset();
        let (rule, ink) = match op {
            Op::Fill {
                path,
                rule,
                map,
                paint,
            } => {
                fill(&mut rasterizer, case.paths.get(*path), *map);
                (*rule, paint)
            }
            Op::Stroke {
                path,
                pen,
                map,
                paint,
            } => {
                stroke(&mut rasterizer, case.paths.get(*path), pen, *map);
                (FillRule::NonZero, paint)
            }
            Op::Clip { path, rule, map } => {
                fill(&mut rasterizer, case.paths.get(*path), *map);
                clips.push(clip(&mut rasterizer, *rule, clips.last())?);
                continue;
            }
            Op::Unclip => {
                clips.pop();
                continue;
            }
        };
        let Ink::Solid([.., alpha]) = ink else {
            continue;
        };
        let paint = |span: Span<'_>| seen.paint(span, f64::from(*alpha) / 255.0);
        match clips.last() {
            Some(mask) => rasterizer.for_each_span(rule, mask.before(paint)),
            None => rasterizer.for_each_span(rule, paint),
        }
    }
    let Seen { alphas, .. } = seen;
    Ok(case.judge(|x, y| {
        let probes = case.probes.iter().zip(&alphas);
        let found = probes.into_iter().find(|(p, _)| (p.x, p.y) == (x, y));
        found.map(|(_, alpha)| (alpha * 255.0).round() as u8)
    }))
}

fn fill(rasterizer: &mut Rasterizer, path: Option<&Path>, map: Affine) {
    if let (Some(path), Some(_)) = (path, map.inverse()) {
        rasterizer.add(path.elements().transformed(map));
    }
}

/// By the pipeline as a caller would write it: dashes only where they can be seen.
fn stroke(rasterizer: &mut Rasterizer, path: Option<&Path>, pen: &Pen, map: Affine) {
    let scale = map.mean_scale();
    let stroke = self::pen(pen).with_approximation_scale(scale);
    let (Some(path), Some(back)) = (path, map.inverse()) else {
        return;
    };
    let IntRect { x0, y0, x1, y1 } = rasterizer.clip_box();
    let [x0, y0, x1, y1] = [x0, y0, x1, y1].map(f64::from);
    let corners = Rect::new(x0, y0, x1, y1).inflated(1.0).corners();
    let Some(seen) = Rect::bounding(corners.map(|corner| back * corner)) else {
        return;
    };
    let seen = seen.inflated(stroke.reach());
    let line = path.elements().flattened(0.5 / scale);
    match stroke.dash() {
        Some(dash) => {
            let dashes = line.dashed(dash).within(seen);
            rasterizer.add(dashes.stroked(&stroke).transformed(map));
        }
        None => rasterizer.add(line.within(seen).stroked(&stroke).transformed(map)),
    }
}

/// The pen in `agg-core`'s words.
pub(super) fn pen(pen: &Pen) -> Stroke {
    let stroke = Stroke::new(pen.width)
        .with_cap(pen.cap)
        .with_join(pen.join)
        .with_miter_limit(pen.miter_limit);
    if pen.dashes.is_empty() {
        return stroke;
    }
    stroke.with_dashes(pen.dash_offset, &pen.dashes)
}

fn clip(
    rasterizer: &mut Rasterizer,
    rule: FillRule,
    outer: Option<&Mask>,
) -> Result<Mask, Refusal> {
    let mut mask = Mask::new(rasterizer.clip_box())?;
    rasterizer.for_each_span(rule, |span| mask.set(span));
    if let Some(outer) = outer {
        mask.intersect(outer);
    }
    Ok(mask)
}
