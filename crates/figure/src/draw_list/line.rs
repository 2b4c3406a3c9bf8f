//! Lines through data, and shapes stamped on points.

use std::sync::Arc;

use agg_core::{Affine, Color, Path, Point, Transform};
use agg_plot::{GraphicsContext, Snap};

use crate::artist::{
    BoxLine, DrawStyle, Endless, GridFit, Line2D, MarkEvery, Marker, MarkerShape, Points, Unit,
};
use crate::color::ColorSpec;
use crate::draw_list::build::{Plot, path_gc};
use crate::draw_list::{Bent, Item, Outline, Polyline};
use crate::error::{Error, Result};
use crate::layout::{Bends, Linear, MarkerLook, StrokeLook};

/// Lines shorter than this are never simplified.
const SIMPLIFY_FROM: usize = 128;
/// More places than this for markers along a line lie too close to be told apart.
const MOST_PLACES: usize = 1 << 20;
/// Lines longer than this are cut to the part in view, where their x never decreases.
const CUT_FROM: usize = 1000;

impl<'a> Plot<'a, '_> {
    /// A line, then its markers.
    pub(super) fn draw_line(
        &self,
        items: &mut Vec<Item<'a>>,
        line: &'a Line2D,
        automatic: Option<&ColorSpec>,
    ) -> Result<()> {
        let common = &line.common;
        let style = self.looks.style;
        let usual = match line.part {
            None => &style.lines.color,
            Some(BoxLine::Box) => &style.boxplot.boxcolor,
            Some(BoxLine::Whisker) => &style.boxplot.whiskercolor,
            Some(BoxLine::Cap) => &style.boxplot.capcolor,
            Some(BoxLine::Median) => &style.boxplot.mediancolor,
            Some(BoxLine::Mean) => &style.boxplot.meancolor,
            Some(BoxLine::Fliers) => &style.boxplot.fliercolor,
        };
        let automatic = automatic.unwrap_or(usual);
        let look = self.looks.line(line, automatic)?;
        let (bends, points) = (self.layout.bends(common.coords), line.points());
        let points = if bends.is_some() || common.coords.x != Unit::Data {
            points
        } else {
            cut_to_view(line, self.layout.x.limits)
        };
        if points.is_empty() {
            return Ok(());
        }
        let simplify = self.simplify(points.len());
        let outline = match bends {
            None => Outline::Polyline(Polyline { points, simplify }),
            Some(bends) => {
                let points = points.iter().map(|point| bends.apply(point));
                let path = Path::polyline(points);
                Outline::Bent(Arc::new(Bent { path, simplify }))
            }
        };
        let (x, y) = self.layout.maps(common.coords, self.page);
        let transform = Linear::plane(x, y);
        let (outline, transform) = match line.endless {
            None => (outline, transform),
            Some(direction) => {
                let (ends, whole) = (Path::polyline([(0.0, 0.0), (1.0, 1.0)]), outline);
                let first = points.iter().next().unwrap_or_default();
                match self.through(first, direction)? {
                    Some(between) => (Outline::Path(ends), between.then(transform)),
                    None => (whole, transform),
                }
            }
        };
        let clip_rect = (!common.unclipped).then(|| self.layout.frame.clip());
        let antialiasing = self.looks.antialiasing(line);
        let sketch = self.sketch_of(common);
        if let Some(stroke) = &look.stroke {
            let gc = GraphicsContext {
                clip_rect,
                antialiasing,
                sketch,
                snap: self.snap_of(common),
                ..self.pen(stroke)
            };
            let outline = match line.drawstyle {
                DrawStyle::Straight => outline.clone(),
                style => self.steps(style, points, bends),
            };
            let gaps = look.gaps.as_ref().map(|gaps| {
                let pen = self.pen(gaps);
                let (color, dashes) = (pen.color, pen.dashes);
                GraphicsContext {
                    color,
                    dashes,
                    ..gc.clone()
                }
            });
            for gc in gaps.into_iter().chain([gc]) {
                items.push(Item::Path {
                    gc,
                    outline: outline.clone(),
                    transform,
                    face: None,
                });
            }
        }
        if let Some(marker) = &look.marker {
            let gc = GraphicsContext {
                clip_rect,
                antialiasing,
                ..GraphicsContext::default()
            };
            let outline = match &line.markevery {
                None => outline,
                Some(which) => {
                    let place = |p| bends.map_or(p, |bends| bends.apply(p));
                    let placed: Vec<Point> = points.iter().map(place).collect();
                    Outline::Path(self.chosen(which, &placed, transform))
                }
            };
            self.stamp_all(items, marker, gc, (outline, transform));
        }
        Ok(())
    }

    /// From the unit square's diagonal to the part in view of a line without ends, in distances
    /// along the axes.
    fn through(&self, first: Point, direction: Endless) -> Result<Option<Affine>> {
        let (x, y) = (&self.layout.x, &self.layout.y);
        let place = |p: Point| Point::new(x.forward(p.x), y.forward(p.y));
        let at = place(first);
        let slope = match direction {
            Endless::Slope(_) if x.bent().is_some() || y.bent().is_some() => {
                return Err(Error::Axline);
            }
            Endless::Slope(slope) => slope,
            Endless::Through(to) => {
                let to = place(to);
                if to.x == at.x {
                    f64::INFINITY
                } else {
                    (to.y - at.y) / (to.x - at.x)
                }
            }
        };
        let (left, right) = (x.forward(x.limits.0), x.forward(x.limits.1));
        let (bottom, top) = (y.forward(y.limits.0), y.forward(y.limits.1));
        let (start, end) = if slope == 0.0 {
            ((left, at.y), (right, at.y))
        } else if slope.is_infinite() {
            ((at.x, bottom), (at.x, top))
        } else {
            let mut crossings = [
                (left, at.y + (left - at.x) * slope),
                (right, at.y + (right - at.x) * slope),
                (at.x + (bottom - at.y) / slope, bottom),
                (at.x + (top - at.y) / slope, top),
            ];
            crossings.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
            (crossings[1], crossings[2])
        };
        let between = [end.0 - start.0, 0.0, 0.0, end.1 - start.1, start.0, start.1];
        let finite = between.iter().all(|v| v.is_finite());
        Ok(finite.then(|| Affine::new(between)))
    }

    /// A line in steps through points.
    fn steps(&self, style: DrawStyle, points: Points<'_>, bends: Option<Bends<'_>>) -> Outline<'a> {
        let corners = style.corners(&points.iter().collect::<Vec<_>>());
        let simplify = self.simplify(corners.len());
        let place = |p| bends.map_or(p, |bends| bends.apply(p));
        let path = Path::polyline(corners.into_iter().map(place));
        Outline::Bent(Arc::new(Bent { path, simplify }))
    }

    /// The points that are to have markers.
    fn chosen(&self, which: &MarkEvery, points: &[Point], transform: Affine) -> Path {
        let at = |i: &usize| points.get(*i).copied();
        match which {
            MarkEvery::Nth { start, step } => {
                let from = points.iter().skip(*start).copied();
                let step = (*step > 0).then_some(*step);
                Path::polyline(step.into_iter().flat_map(|step| from.clone().step_by(step)))
            }
            MarkEvery::At(list) => Path::polyline(list.iter().filter_map(at)),
            MarkEvery::Along { start, step } => {
                let clip = self.layout.frame.clip();
                let diagonal = (clip.x1 - clip.x0).hypot(clip.y1 - clip.y0);
                let seen: Vec<Point> = points.iter().map(|&p| transform.apply(p)).collect();
                let places = along(&seen, start * diagonal, step * diagonal);
                Path::polyline(places.iter().filter_map(at))
            }
        }
    }

    /// A pen that strokes as a look says.
    pub(super) fn pen(&self, look: &StrokeLook) -> GraphicsContext {
        GraphicsContext {
            line_width: look.width,
            color: look.color,
            cap: look.cap,
            join: look.join,
            dashes: look.dashes.clone(),
            ..path_gc(self.looks)
        }
    }

    /// A marker on every point of an outline, with its other half if it has one; `gc` says what it is
    /// clipped to.
    pub(super) fn stamp_all(
        &self,
        items: &mut Vec<Item<'a>>,
        look: &MarkerLook,
        gc: GraphicsContext,
        (outline, transform): (Outline<'a>, Affine),
    ) {
        let alt = look.alt.as_ref().map(|(shape, face)| {
            let (gc, outline) = (gc.clone(), outline.clone());
            self.stamp((look, shape, *face), gc, outline, transform)
        });
        items.push(self.stamp((look, &look.shape, look.face), gc, outline, transform));
        items.extend(alt);
    }

    /// A shape on every point of an outline.
    pub(super) fn stamp(
        &self,
        (look, shape, face): (&MarkerLook, &MarkerShape, Color),
        gc: GraphicsContext,
        outline: Outline<'a>,
        transform: Affine,
    ) -> Item<'a> {
        let pixels = self.page.px(look.size);
        // The pixel marker is one pixel at any size, and has no edge.
        let (line_width, scale) = match look.marker {
            Marker::Pixel => (0.0, Affine::IDENTITY),
            _ => (look.edgewidth, Affine::scale(pixels)),
        };
        let snap = match shape.fit {
            GridFit::Auto => Snap::Auto,
            GridFit::From(size) if pixels >= size => Snap::On,
            GridFit::From(_) => Snap::Off,
        };
        Item::Markers {
            gc: GraphicsContext {
                line_width,
                color: look.edge,
                join: shape.join,
                snap,
                ..gc
            },
            marker: shape.path.clone(),
            marker_transform: shape.transform.then(scale),
            outline,
            transform,
            face,
        }
    }

    /// How far a line through so many points may be simplified.
    fn simplify(&self, count: usize) -> Option<f64> {
        let style = &self.looks.style.path;
        let threshold = style.simplify_threshold;
        let worth_it = style.simplify && threshold > 0.0 && count >= SIMPLIFY_FROM;
        worth_it.then_some(threshold)
    }
}

/// The numbers of the points that are nearest to places at even distances along the line through
/// them, each once.
fn along(points: &[Point], start: f64, step: f64) -> Vec<usize> {
    let known = points.iter().enumerate();
    let known = known.filter(|(_, p)| p.x.is_finite() && p.y.is_finite());
    let (mut last, mut way) = (None, 0.0);
    let mut ways: Vec<(usize, f64)> = Vec::new();
    for (i, p) in known {
        let from = last.unwrap_or(*p);
        way += (p.x - from.x).hypot(p.y - from.y);
        last = Some(*p);
        ways.push((i, way));
    }
    let mut chosen = Vec::new();
    // Steps below a hundredth of a pixel choose every point.
    if !(step > 0.01 && start.is_finite()) {
        return chosen;
    }
    let count = ((way - start) / step).ceil().max(0.0) as usize;
    if count > MOST_PLACES {
        return ways.into_iter().map(|(i, _)| i).collect();
    }
    for k in 0..count {
        let place = start + k as f64 * step;
        let past = ways.partition_point(|(_, way)| *way < place);
        let near = [past.checked_sub(1), Some(past)].into_iter().flatten();
        let near = near.filter_map(|i| ways.get(i));
        let nearest = near.min_by(|a, b| (a.1 - place).abs().total_cmp(&(b.1 - place).abs()));
        chosen.extend(nearest.map(|(i, _)| *i));
    }
    chosen.dedup();
    chosen
}

/// The part of a long line that can be in view, and one point more on each side, where x never
/// decreases along it; else the whole line. Gaps in x count as lying between their neighbours.
fn cut_to_view(line: &Line2D, (start, end): (f64, f64)) -> Points<'_> {
    let points = line.points();
    if points.len() <= CUT_FROM || line.common.unclipped || !points.x_never_decreases() {
        return points;
    }
    let (low, high) = (start.min(end), start.max(end));
    let first = points.partition_by_x(|x| x < low);
    let past = points.partition_by_x(|x| x <= high);
    points.slice(first.saturating_sub(1), past + 1)
}
