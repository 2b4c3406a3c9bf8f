//! `agg-core`, and its coverage alone, to be held against those that make no more.

use crate::peer::{Frame, Peer, timed};
use crate::scene::{Ink, Paint, Scene, Shape};
use agg_core::{Canvas, FillRule, Flatten, Path, PathIterator, Pixmap, Rasterizer, Spans, Stroke};
use std::hint::black_box;

/// `agg-core`, through its canvas.
#[derive(Clone, Copy, Debug)]
pub struct Ours;

struct Ready {
    pixmap: Pixmap,
    shapes: Vec<(Path, Ink, agg_core::Paint)>,
}

impl Peer for Ours {
    fn name(&self) -> &str {
        "agg-core"
    }

    fn prepare(&self, scene: &Scene) -> Option<Box<dyn Frame>> {
        let shapes = scene.shapes.iter().map(|shape| {
            let paint = shape.paint.of(scene.size);
            (shape.path.clone(), shape.ink, paint)
        });
        Some(Box::new(Ready {
            pixmap: Pixmap::new(scene.size.0, scene.size.1).ok()?,
            shapes: shapes.collect(),
        }))
    }
}

impl Frame for Ready {
    fn draw(&mut self, times: u32) -> f64 {
        let Self { pixmap, shapes } = self;
        let mut canvas = Canvas::new(pixmap);
        timed(times, || {
            for (path, ink, paint) in &*shapes {
                match ink {
                    Ink::Fill(rule) => canvas.fill(path, *rule, paint.clone()),
                    Ink::Stroke(width) => canvas.stroke(path, &Stroke::new(*width), paint.clone()),
                }
            }
        })
    }

    fn pixels(&self) -> Option<Vec<u8>> {
        Some(self.pixmap.bytes().to_vec())
    }
}

/// `agg-core`, a rasterizer whose spans are not blended.
#[derive(Clone, Copy, Debug)]
pub(super) struct Coverage;

struct Shapes {
    rasterizer: Rasterizer,
    shapes: Vec<(Path, Ink)>,
}

impl Peer for Coverage {
    fn name(&self) -> &str {
        "agg-core*"
    }

    fn prepare(&self, scene: &Scene) -> Option<Box<dyn Frame>> {
        let solid = |shape: &Shape| matches!(shape.paint, Paint::Solid(_));
        scene.shapes.iter().all(solid).then_some(())?;
        Some(Box::new(Shapes {
            rasterizer: Rasterizer::new(scene.size.0, scene.size.1),
            shapes: scene
                .shapes
                .iter()
                .map(|s| (s.path.clone(), s.ink))
                .collect(),
        }))
    }
}

impl Frame for Shapes {
    fn draw(&mut self, times: u32) -> f64 {
        let Self { rasterizer, shapes } = self;
        let see = |spans: Spans<'_>| {
            black_box(spans);
        };
        timed(times, || {
            for (path, ink) in &*shapes {
                rasterizer.reset();
                match ink {
                    Ink::Fill(rule) => {
                        rasterizer.add(path);
                        rasterizer.for_each_band(*rule, see);
                    }
                    Ink::Stroke(width) => {
                        let line = path.elements().flattened(Flatten::default());
                        rasterizer.add_stroke(line, &Stroke::new(*width));
                        rasterizer.for_each_band(FillRule::NonZero, see);
                    }
                }
            }
        })
    }

    fn pixels(&self) -> Option<Vec<u8>> {
        None
    }
}
