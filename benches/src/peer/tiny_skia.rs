//! `tiny-skia`, a port of Skia's software renderer.

use crate::peer::{Frame, Peer, timed};
use crate::scene::{Ink, Paint, Rgba, Scene, Shape};
use agg_core::PathEl;
use tiny_skia::{
    Color, FillRule, GradientStop, LinearGradient, Path, PathBuilder, Pixmap, Point, Shader,
    SpreadMode, Stroke, Transform,
};

/// `tiny-skia`.
#[derive(Clone, Copy, Debug)]
pub(super) struct TinySkia;

struct Ready {
    pixmap: Pixmap,
    shapes: Vec<(Path, Ink, tiny_skia::Paint<'static>)>,
}

impl Peer for TinySkia {
    fn name(&self) -> &str {
        "tiny-skia"
    }

    fn prepare(&self, scene: &Scene) -> Option<Box<dyn Frame>> {
        let shapes = scene.shapes.iter();
        let shapes: Option<Vec<_>> = shapes
            .map(|shape| Some((path(shape)?, shape.ink, paint(shape.paint, scene.size)?)))
            .collect();
        Some(Box::new(Ready {
            pixmap: Pixmap::new(scene.size.0, scene.size.1)?,
            shapes: shapes?,
        }))
    }
}

impl Frame for Ready {
    fn draw(&mut self, times: u32) -> f64 {
        let Self { pixmap, shapes } = self;
        let whole = Transform::identity();
        timed(times, || {
            for (path, ink, paint) in &*shapes {
                match ink {
                    Ink::Fill(rule) => pixmap.fill_path(path, paint, winding(*rule), whole, None),
                    Ink::Stroke(width) => {
                        let stroke = Stroke {
                            width: *width as f32,
                            ..Stroke::default()
                        };
                        pixmap.stroke_path(path, paint, &stroke, whole, None);
                    }
                }
            }
        })
    }

    fn pixels(&self) -> Option<Vec<u8>> {
        Some(self.pixmap.data().to_vec())
    }
}

fn winding(rule: agg_core::FillRule) -> FillRule {
    match rule {
        agg_core::FillRule::NonZero => FillRule::Winding,
        agg_core::FillRule::EvenOdd => FillRule::EvenOdd,
    }
}

fn path(shape: &Shape) -> Option<Path> {
    let mut path = PathBuilder::new();
    let at = |p: agg_core::Point| Point::from_xy(p.x as f32, p.y as f32);
    for element in shape.path.elements() {
        match element {
            PathEl::MoveTo(p) => path.move_to(at(p).x, at(p).y),
            PathEl::LineTo(p) => path.line_to(at(p).x, at(p).y),
            PathEl::QuadTo(c, p) => path.quad_to(at(c).x, at(c).y, at(p).x, at(p).y),
            PathEl::CurveTo(c, d, p) => {
                path.cubic_to(at(c).x, at(c).y, at(d).x, at(d).y, at(p).x, at(p).y);
            }
            PathEl::Close => path.close(),
        }
    }
    path.finish()
}

fn paint(paint: Paint, (width, height): (u32, u32)) -> Option<tiny_skia::Paint<'static>> {
    let color = |[r, g, b, a]: Rgba| Color::from_rgba8(r, g, b, a);
    let shader = match paint {
        Paint::Solid(solid) => Shader::SolidColor(color(solid)),
        Paint::Diagonal(from, to) => LinearGradient::new(
            Point::from_xy(0.0, 0.0),
            Point::from_xy(width as f32, height as f32),
            vec![
                GradientStop::new(0.0, color(from)),
                GradientStop::new(1.0, color(to)),
            ],
            SpreadMode::Pad,
            Transform::identity(),
        )?,
    };
    Some(tiny_skia::Paint {
        shader,
        ..tiny_skia::Paint::default()
    })
}
