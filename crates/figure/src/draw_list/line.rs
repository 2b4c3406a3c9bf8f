//! Lines through data, and shapes stamped on points.

use std::sync::Arc;

use agg_core::{Affine, Path};
use agg_plot::{Antialiasing, GraphicsContext, Snap};

use crate::artist::{GridFit, Line2D, Marker, Points, Unit};
use crate::color::ColorSpec;
use crate::draw_list::build::{Plot, snap};
use crate::draw_list::{Bent, Item, Outline, Polyline};
use crate::error::Result;
use crate::layout::{Linear, MarkerLook, StrokeLook};

/// Lines shorter than this are never simplified.
const SIMPLIFY_FROM: usize = 128;
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
        let automatic = automatic.unwrap_or(&self.looks.style.text.color);
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
        let simplify = self.simplify(points);
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
        let clip_rect = (!common.unclipped).then(|| self.layout.frame.clip());
        let antialiasing = if line.aliased {
            Antialiasing::Off
        } else {
            Antialiasing::On
        };
        let sketch = common.sketch;
        if let Some(stroke) = &look.stroke {
            let gc = GraphicsContext {
                clip_rect,
                antialiasing,
                sketch,
                snap: self.snap_of(common),
                ..self.pen(stroke)
            };
            items.push(Item::Path {
                gc,
                outline: outline.clone(),
                transform,
                face: None,
            });
        }
        if let Some(marker) = &look.marker {
            let gc = GraphicsContext {
                clip_rect,
                antialiasing,
                ..GraphicsContext::default()
            };
            items.push(self.stamp(marker, gc, outline, transform));
        }
        Ok(())
    }

    /// A pen that strokes as a look says.
    pub(super) fn pen(&self, look: &StrokeLook) -> GraphicsContext {
        GraphicsContext {
            line_width: look.width,
            color: look.color,
            cap: look.cap,
            join: look.join,
            dashes: look.dashes.clone(),
            snap: snap(self.looks),
            ..GraphicsContext::default()
        }
    }

    /// A marker on every point of an outline; `gc` says what it is clipped to.
    pub(super) fn stamp(
        &self,
        look: &MarkerLook,
        gc: GraphicsContext,
        outline: Outline<'a>,
        transform: Affine,
    ) -> Item<'a> {
        let (shape, pixels) = (&look.shape, self.page.px(look.size));
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
            face: look.face,
        }
    }

    /// How far a line through so many points may be simplified.
    fn simplify(&self, points: Points<'_>) -> Option<f64> {
        let style = &self.looks.style.path;
        let threshold = style.simplify_threshold;
        let worth_it = style.simplify && threshold > 0.0 && points.len() >= SIMPLIFY_FROM;
        worth_it.then_some(threshold)
    }
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
