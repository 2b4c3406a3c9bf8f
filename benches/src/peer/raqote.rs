//! `raqote`, supersampled scanlines.

use crate::peer::{Frame, Peer, timed};
use crate::scene::{Ink, Paint, Rgba, Scene, Shape};
use agg_core::{FillRule, PathEl};
use raqote::{
    Color, DrawOptions, DrawTarget, Gradient, GradientStop, Path, PathBuilder, Point, SolidSource,
    Source, Spread, StrokeStyle, Winding,
};

/// `raqote`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Raqote;

struct Ready {
    target: DrawTarget,
    shapes: Vec<(Path, Ink, Source<'static>)>,
}

impl Peer for Raqote {
    fn name(&self) -> &str {
        "raqote"
    }

    fn prepare(&self, scene: &Scene) -> Option<Box<dyn Frame>> {
        let [width, height] = [scene.size.0, scene.size.1].map(|side| i32::try_from(side).ok());
        let shapes = scene.shapes.iter();
        let shapes = shapes.map(|shape| (path(shape), shape.ink, source(shape.paint, scene.size)));
        Some(Box::new(Ready {
            target: DrawTarget::new(width?, height?),
            shapes: shapes.collect(),
        }))
    }
}

impl Frame for Ready {
    fn draw(&mut self, times: u32) -> f64 {
        let Self { target, shapes } = self;
        let options = DrawOptions::new();
        timed(times, || {
            for (path, ink, source) in &*shapes {
                match ink {
                    Ink::Fill(_) => target.fill(path, source, &options),
                    Ink::Stroke(width) => {
                        let style = StrokeStyle {
                            width: *width as f32,
                            ..StrokeStyle::default()
                        };
                        target.stroke(path, source, &style, &options);
                    }
                }
            }
        })
    }

    fn pixels(&self) -> Option<Vec<u8>> {
        let pixels = self.target.get_data().iter();
        let rgba = |pixel: &u32| {
            let [a, r, g, b] = pixel.to_be_bytes();
            [r, g, b, a]
        };
        Some(pixels.flat_map(rgba).collect())
    }
}

fn path(shape: &Shape) -> Path {
    let mut path = PathBuilder::new();
    let at = |p: agg_core::Point| (p.x as f32, p.y as f32);
    for element in shape.path.elements() {
        match element {
            PathEl::MoveTo(p) => path.move_to(at(p).0, at(p).1),
            PathEl::LineTo(p) => path.line_to(at(p).0, at(p).1),
            PathEl::QuadTo(c, p) => path.quad_to(at(c).0, at(c).1, at(p).0, at(p).1),
            PathEl::CurveTo(c, d, p) => {
                path.cubic_to(at(c).0, at(c).1, at(d).0, at(d).1, at(p).0, at(p).1);
            }
            PathEl::Close => path.close(),
        }
    }
    let mut path = path.finish();
    if shape.ink == Ink::Fill(FillRule::EvenOdd) {
        path.winding = Winding::EvenOdd;
    }
    path
}

fn source(paint: Paint, (width, height): (u32, u32)) -> Source<'static> {
    let stop = |position, [r, g, b, a]: Rgba| GradientStop {
        position,
        color: Color::new(a, r, g, b),
    };
    match paint {
        Paint::Solid([r, g, b, a]) => {
            Source::Solid(SolidSource::from_unpremultiplied_argb(a, r, g, b))
        }
        Paint::Diagonal(from, to) => Source::new_linear_gradient(
            Gradient {
                stops: vec![stop(0.0, from), stop(1.0, to)],
            },
            Point::new(0.0, 0.0),
            Point::new(width as f32, height as f32),
            Spread::Pad,
        ),
    }
}
