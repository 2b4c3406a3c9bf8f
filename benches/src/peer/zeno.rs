//! `zeno`, which makes masks and blends nothing: it does less than the others.

use crate::peer::{Frame, Peer, timed};
use crate::scene::{Ink, Paint, Scene, Shape};
use agg_core::{FillRule, PathEl};
use std::hint::black_box;
use zeno::{Command, Fill, Mask, Point, Scratch, Stroke, Style};

/// `zeno`, a mask for every shape.
#[derive(Clone, Copy, Debug)]
pub(super) struct Zeno;

struct Ready {
    scratch: Scratch,
    mask: Vec<u8>,
    size: (u32, u32),
    shapes: Vec<(Vec<Command>, Ink)>,
}

impl Peer for Zeno {
    fn name(&self) -> &str {
        "zeno*"
    }

    fn prepare(&self, scene: &Scene) -> Option<Box<dyn Frame>> {
        let solid = |shape: &Shape| matches!(shape.paint, Paint::Solid(_));
        scene.shapes.iter().all(solid).then_some(())?;
        let pixels = u64::from(scene.size.0) * u64::from(scene.size.1);
        Some(Box::new(Ready {
            scratch: Scratch::new(),
            mask: vec![0; usize::try_from(pixels).ok()?],
            size: scene.size,
            shapes: scene.shapes.iter().map(|s| (path(s), s.ink)).collect(),
        }))
    }
}

impl Frame for Ready {
    fn draw(&mut self, times: u32) -> f64 {
        let Self {
            scratch,
            mask,
            size,
            shapes,
        } = self;
        timed(times, || {
            for (path, ink) in &*shapes {
                draw(path, *ink, *size, (&mut *scratch, &mut *mask));
            }
        })
    }

    fn pixels(&self) -> Option<Vec<u8>> {
        None
    }
}

/// Makes the mask of one shape: of its bounds, where they lie within the surface, as a cache of
/// glyphs would have it, and of the surface otherwise.
fn draw(path: &[Command], ink: Ink, size: (u32, u32), (scratch, mask): (&mut Scratch, &mut [u8])) {
    let style = match ink {
        Ink::Fill(FillRule::NonZero) => Style::Fill(Fill::NonZero),
        Ink::Fill(FillRule::EvenOdd) => Style::Fill(Fill::EvenOdd),
        Ink::Stroke(width) => Style::Stroke(Stroke::new(width as f32)),
    };
    let bounds = scratch.bounds(path, style, None);
    let sides = [bounds.width().ceil(), bounds.height().ceil()].map(|side| side as u64 + 2);
    let fits = sides[0] * sides[1] <= mask.len() as u64;
    let mut maker = Mask::with_scratch(path, scratch);
    maker.style(style);
    if !fits {
        maker.size(size.0, size.1);
    }
    let placed = maker.render_into(mask, None);
    black_box((placed, &*mask));
}

fn path(shape: &Shape) -> Vec<Command> {
    let at = |p: agg_core::Point| Point::new(p.x as f32, p.y as f32);
    let command = |element| match element {
        PathEl::MoveTo(p) => Command::MoveTo(at(p)),
        PathEl::LineTo(p) => Command::LineTo(at(p)),
        PathEl::QuadTo(c, p) => Command::QuadTo(at(c), at(p)),
        PathEl::CurveTo(c, d, p) => Command::CurveTo(at(c), at(d), at(p)),
        PathEl::Close => Command::Close,
    };
    shape.path.elements().map(command).collect()
}
