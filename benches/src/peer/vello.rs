//! `vello_cpu`, sparse strips, on one thread.

use crate::peer::{Frame, Peer, timed};
use crate::scene::{Ink, Paint, Rgba, Scene, Shape};
use agg_core::{FillRule, PathEl};
use vello_cpu::color::{AlphaColor, Srgb};
use vello_cpu::kurbo::{BezPath, Point, Stroke};
use vello_cpu::peniko::{Fill, Gradient};
use vello_cpu::{PaintType, Pixmap, RenderContext, RenderSettings, Resources};

/// `vello_cpu`.
#[derive(Clone, Copy, Debug)]
pub(super) struct VelloCpu;

struct Ready {
    context: RenderContext,
    resources: Resources,
    pixmap: Pixmap,
    shapes: Vec<(BezPath, Ink, PaintType)>,
}

impl Peer for VelloCpu {
    fn name(&self) -> &str {
        "vello_cpu"
    }

    fn prepare(&self, scene: &Scene) -> Option<Box<dyn Frame>> {
        let width = u16::try_from(scene.size.0).ok()?;
        let height = u16::try_from(scene.size.1).ok()?;
        let settings = RenderSettings {
            num_threads: 0,
            ..RenderSettings::default()
        };
        let shapes = scene.shapes.iter();
        let shapes = shapes.map(|shape| (path(shape), shape.ink, paint(shape.paint, scene.size)));
        Some(Box::new(Ready {
            context: RenderContext::new_with(width, height, settings),
            resources: Resources::new(),
            pixmap: Pixmap::new(width, height),
            shapes: shapes.collect(),
        }))
    }
}

impl Frame for Ready {
    fn draw(&mut self, times: u32) -> f64 {
        let Self {
            context,
            resources,
            pixmap,
            shapes,
        } = self;
        timed(times, || {
            context.reset();
            for (path, ink, paint) in &*shapes {
                context.set_paint(paint.clone());
                match ink {
                    Ink::Fill(rule) => {
                        context.set_fill_rule(match rule {
                            FillRule::NonZero => Fill::NonZero,
                            FillRule::EvenOdd => Fill::EvenOdd,
                        });
                        context.fill_path(path);
                    }
                    Ink::Stroke(width) => {
                        context
                            .set_stroke(Stroke::new(*width).with_caps(vello_cpu::kurbo::Cap::Butt));
                        context.stroke_path(path);
                    }
                }
            }
            context.flush();
            context.render(&mut *pixmap, resources);
        })
    }

    fn pixels(&self) -> Option<Vec<u8>> {
        let pixels = self.pixmap.data().iter();
        Some(pixels.flat_map(|p| [p.r, p.g, p.b, p.a]).collect())
    }
}

fn path(shape: &Shape) -> BezPath {
    let at = |p: agg_core::Point| Point::new(p.x, p.y);
    let mut path = BezPath::new();
    for element in shape.path.elements() {
        match element {
            PathEl::MoveTo(p) => path.move_to(at(p)),
            PathEl::LineTo(p) => path.line_to(at(p)),
            PathEl::QuadTo(c, p) => path.quad_to(at(c), at(p)),
            PathEl::CurveTo(c, d, p) => path.curve_to(at(c), at(d), at(p)),
            PathEl::Close => path.close_path(),
        }
    }
    path
}

fn paint(paint: Paint, (width, height): (u32, u32)) -> PaintType {
    let color = |[r, g, b, a]: Rgba| AlphaColor::<Srgb>::from_rgba8(r, g, b, a);
    match paint {
        Paint::Solid(solid) => color(solid).into(),
        Paint::Diagonal(from, to) => {
            let end = (f64::from(width), f64::from(height));
            Gradient::new_linear((0.0, 0.0), end)
                .with_stops([color(from), color(to)])
                .into()
        }
    }
}
