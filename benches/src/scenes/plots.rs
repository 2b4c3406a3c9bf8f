//! What plots are made of: long lines, many markers, grids.

use crate::heights::{noise, sine, walk};
use crate::random::Random;
use crate::scene::{Ink, Paint, Scene, Shape};
use crate::scenes::{Extent, NON_ZERO};
use agg_core::Path;

/// A figure at 100 dots per inch.
const SIZE: (u32, u32) = (640, 480);
const BLUE: Paint = Paint::Solid([31, 119, 180, 255]);

pub(super) fn scenes(extent: Extent) -> Vec<Scene> {
    let mut scenes = vec![
        line("noise", 10_000, noise),
        line("walk", 100_000, walk),
        line("sine", 100_000, sine),
        markers(),
        grid(0.0),
        grid(0.3),
    ];
    scenes.push(markers().translucent());
    if extent == Extent::All {
        // Some rasterizers take minutes for it.
        scenes.push(line("noise", 100_000, noise));
    }
    scenes
}

/// Heights between 0 and 1 of so many points.
type Heights = fn(usize) -> Vec<f64>;

fn line(kind: &str, points: usize, heights: Heights) -> Scene {
    let heights = heights(points);
    let step = 640.0 / points as f64;
    let at = |(i, y): (usize, &f64)| (i as f64 * step, 10.0 + 460.0 * y);
    plot(
        format!("{kind} of {points} points"),
        vec![Shape {
            path: Path::polyline(heights.iter().enumerate().map(at)),
            ink: Ink::Stroke(1.5),
            paint: BLUE,
        }],
    )
}

fn plot(name: String, shapes: Vec<Shape>) -> Scene {
    Scene {
        class: "plots",
        name,
        size: SIZE,
        shapes,
    }
}

fn markers() -> Scene {
    let mut random = Random::new(9);
    let mut one = |_| Shape {
        path: Path::circle((random.unit() * 640.0, random.unit() * 480.0), 3.0),
        ink: NON_ZERO,
        paint: BLUE,
    };
    plot("10000 markers".into(), (0..10_000).map(&mut one).collect())
}

/// Lines at every tenth pixel, shifted by a share of one.
fn grid(shift: f64) -> Scene {
    let across = (0..64).map(|i| f64::from(i) * 10.0 + 0.5 + shift);
    let along = (0..48).map(|i| f64::from(i) * 10.0 + 0.5 + shift);
    let lines = across
        .map(|x| Path::polyline([(x, 0.0), (x, 480.0)]))
        .chain(along.map(|y| Path::polyline([(0.0, y), (640.0, y)])));
    let shapes = lines.map(|path| Shape {
        path,
        ink: Ink::Stroke(1.0),
        paint: Paint::Solid([176, 176, 176, 255]),
    });
    let name = if shift == 0.0 {
        "grid"
    } else {
        "grid between pixels"
    };
    plot(name.into(), shapes.collect())
}
