//! `agg-core`.

use crate::peer::{Frame, Peer, timed};
use crate::scene::{Ink, Scene};
use agg_core::{Canvas, Path, Pixmap, Stroke};

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
