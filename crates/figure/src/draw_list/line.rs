//! Lines through data, and shapes stamped on points.

use agg_core::Affine;
use agg_plot::{Antialiasing, GraphicsContext, Snap};

use crate::artist::{GridFit, Line2D, Marker, Points};
use crate::draw_list::build::{Plot, snap};
use crate::draw_list::{Item, Outline, Polyline};
use crate::layout::{LineLook, Linear, MarkerLook, StrokeLook};

/// Lines shorter than this are never simplified.
const SIMPLIFY_FROM: usize = 128;
/// Lines longer than this are cut to the part in view, where their x never decreases.
const CUT_FROM: usize = 1000;

impl<'a> Plot<'a, '_> {
    /// A line, then its markers.
    pub(super) fn draw_line(&self, items: &mut Vec<Item<'a>>, line: &'a Line2D, look: &LineLook) {
        let points = cut_to_view(line, self.layout.x.limits);
        if points.is_empty() {
            return;
        }
        let outline = Outline::Polyline(Polyline {
            points,
            simplify: self.simplify(points),
        });
        let transform = Linear::plane(self.layout.x.map, self.layout.y.map);
        let clip_rect = (!line.unclipped).then(|| self.layout.frame.clip());
        let antialiasing = if line.aliased {
            Antialiasing::Off
        } else {
            Antialiasing::On
        };
        if let Some(stroke) = &look.stroke {
            let gc = GraphicsContext {
                clip_rect,
                antialiasing,
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
    if points.len() <= CUT_FROM || line.unclipped || !points.x_never_decreases() {
        return points;
    }
    let (low, high) = (start.min(end), start.max(end));
    let first = points.partition_by_x(|x| x < low);
    let past = points.partition_by_x(|x| x <= high);
    points.slice(first.saturating_sub(1), past + 1)
}
