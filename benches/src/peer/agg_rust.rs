//! `agg-rust`, AGG's code in Rust.
//!
//! Its surfaces are made of pointers, so safe code cannot have it blend. What it is timed for is
//! the coverage of every scanline, which is less than the others do.

use crate::peer::{Frame, Peer, timed};
use crate::scene::{Ink, Paint, Scene, Shape};
use agg_core::{FillRule, PathEl};
use agg_rust::basics::{FillingRule, PATH_FLAGS_CLOSE, VertexSource};
use agg_rust::conv_curve::ConvCurve;
use agg_rust::conv_stroke::ConvStroke;
use agg_rust::path_storage::PathStorage;
use agg_rust::rasterizer_scanline_aa::RasterizerScanlineAa;
use agg_rust::scanline_u::ScanlineU8;
use std::hint::black_box;

/// `agg-rust`, its coverage alone.
#[derive(Clone, Copy, Debug)]
pub(super) struct AggRust;

struct Ready {
    rasterizer: RasterizerScanlineAa,
    scanline: ScanlineU8,
    shapes: Vec<(PathStorage, Ink)>,
}

impl Peer for AggRust {
    fn name(&self) -> &str {
        "agg-rust*"
    }

    fn prepare(&self, scene: &Scene) -> Option<Box<dyn Frame>> {
        let solid = |shape: &Shape| matches!(shape.paint, Paint::Solid(_));
        scene.shapes.iter().all(solid).then_some(())?;
        let (width, height) = scene.size;
        let mut rasterizer = RasterizerScanlineAa::new();
        rasterizer.clip_box(0.0, 0.0, f64::from(width), f64::from(height));
        Some(Box::new(Ready {
            rasterizer,
            scanline: ScanlineU8::new(),
            shapes: scene.shapes.iter().map(|s| (path(s), s.ink)).collect(),
        }))
    }
}

impl Frame for Ready {
    fn draw(&mut self, times: u32) -> f64 {
        let Self {
            rasterizer,
            scanline,
            shapes,
        } = self;
        timed(times, || {
            for (path, ink) in &mut *shapes {
                rasterizer.reset();
                add(rasterizer, path, *ink);
                sweep(rasterizer, scanline);
            }
        })
    }

    fn pixels(&self) -> Option<Vec<u8>> {
        None
    }
}

fn add(rasterizer: &mut RasterizerScanlineAa, path: &mut PathStorage, ink: Ink) {
    let mut curves = ConvCurve::new(path);
    match ink {
        Ink::Fill(rule) => {
            rasterizer.filling_rule(match rule {
                FillRule::NonZero => FillingRule::NonZero,
                FillRule::EvenOdd => FillingRule::EvenOdd,
            });
            rasterizer.add_path(&mut curves, 0);
        }
        Ink::Stroke(width) => {
            let mut stroke = ConvStroke::new(curves);
            stroke.set_width(width);
            rasterizer.filling_rule(FillingRule::NonZero);
            rasterizer.add_path(&mut stroke as &mut dyn VertexSource, 0);
        }
    }
}

fn sweep(rasterizer: &mut RasterizerScanlineAa, scanline: &mut ScanlineU8) {
    if rasterizer.rewind_scanlines() {
        scanline.reset(rasterizer.min_x(), rasterizer.max_x());
        while rasterizer.sweep_scanline(scanline) {
            black_box(scanline.covers());
        }
    }
}

fn path(shape: &Shape) -> PathStorage {
    let mut path = PathStorage::new();
    for element in shape.path.elements() {
        match element {
            PathEl::MoveTo(p) => path.move_to(p.x, p.y),
            PathEl::LineTo(p) => path.line_to(p.x, p.y),
            PathEl::QuadTo(c, p) => path.curve3(c.x, c.y, p.x, p.y),
            PathEl::CurveTo(c, d, p) => path.curve4(c.x, c.y, d.x, d.y, p.x, p.y),
            PathEl::Close => path.close_polygon(PATH_FLAGS_CLOSE),
        }
    }
    path
}
