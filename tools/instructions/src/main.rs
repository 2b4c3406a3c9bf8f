//! Draws one small scene so many times, for a count of its instructions: see `.ci/instructions`.
//!
//! ```text
//! instructions NAME TIMES        prints a checksum of the pixels
//! instructions                   prints the names
//! ```
#![forbid(unsafe_code)]

use agg_core::{Canvas, Color, Error, FillRule, LinearGradient, Path, Pixmap, Rect, Stroke};
use std::io::{self, Write};

/// A scene: its name, its shapes, and how one of them is drawn.
type Scene = (&'static str, fn() -> Vec<Path>, fn(&mut Canvas<'_>, &Path));

const SCENES: [Scene; 8] = [
    ("triangles-8", || polygons(3, 8.0), fill),
    ("corners-20-8", || polygons(20, 8.0), fill),
    ("corners-20-64", || polygons(20, 64.0), fill),
    ("rings-12", rings, stroke),
    ("rectangles-16", || rectangles(16.3), fill),
    ("rectangles-64", || rectangles(64.3), shade),
    ("frames-64", || rectangles(64.3), stroke),
    ("circles-24", || circles(24.0), fill),
];

/// A scene has so many different shapes.
const SHAPES: usize = 64;
/// The surface they are drawn on.
const SIZE: (u32, u32) = (512, 600);

fn main() -> io::Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let mut out = io::stdout().lock();
    let [name, times] = words.as_slice() else {
        return SCENES
            .iter()
            .try_for_each(|(name, ..)| writeln!(out, "{name}"));
    };
    let times = times.parse().map_err(io::Error::other)?;
    let scene = SCENES.iter().find(|(known, ..)| known == name);
    let scene = scene.ok_or_else(|| io::Error::other(format!("no scene {name}")))?;
    let sum = draw(scene, times).map_err(io::Error::other)?;
    writeln!(out, "{sum:016x}")
}

/// The checksum of the pixels after so many shapes of a scene (FNV-1a).
fn draw((_, shapes, draw): &Scene, times: usize) -> Result<u64, Error> {
    let shapes = shapes();
    let mut pixmap = Pixmap::new(SIZE.0, SIZE.1)?;
    let mut canvas = Canvas::new(&mut pixmap);
    for shape in shapes.iter().cycle().take(times) {
        draw(&mut canvas, shape);
    }
    Ok(pixmap
        .bytes()
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |sum, &byte| {
            (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        }))
}

fn fill(canvas: &mut Canvas<'_>, path: &Path) {
    canvas.fill(path, FillRule::NonZero, Color::from_rgb8(31, 119, 180));
}

fn stroke(canvas: &mut Canvas<'_>, path: &Path) {
    canvas.stroke(path, &Stroke::new(2.0), Color::from_rgb8(31, 119, 180));
}

/// Random polygons of so many corners within squares of a size.
fn polygons(corners: usize, size: f64) -> Vec<Path> {
    let mut next = random();
    let polygon = |_| {
        let (x, y) = place(&mut next, size);
        Path::polygon((0..corners).map(|_| (x + next() * size, y + next() * size)))
    };
    (0..SHAPES).map(polygon).collect()
}

/// With a gradient from one corner of the surface to the other.
fn shade(canvas: &mut Canvas<'_>, path: &Path) {
    let gradient = LinearGradient::new((0.0, 0.0), (f64::from(SIZE.0), f64::from(SIZE.1)))
        .with_stops(&[(0.0, Color::BLACK), (1.0, Color::WHITE)]);
    canvas.fill(path, FillRule::NonZero, gradient);
}

/// Squares of a size at random places.
fn rectangles(size: f64) -> Vec<Path> {
    let mut next = random();
    let rectangle = |_| {
        let (x, y) = place(&mut next, size);
        Path::rectangle(Rect::new(x, y, x + size, y + size))
    };
    (0..SHAPES).map(rectangle).collect()
}

/// Circles of a size at random places.
fn circles(size: f64) -> Vec<Path> {
    let mut next = random();
    let circle = |_| {
        let (x, y) = place(&mut next, size);
        Path::circle((x + size / 2.0, y + size / 2.0), size / 2.0)
    };
    (0..SHAPES).map(circle).collect()
}

/// Circles of 12 pixels at random places.
fn rings() -> Vec<Path> {
    let mut next = random();
    let ring = |_| {
        let (x, y) = place(&mut next, 16.0);
        Path::circle((x + 8.0, y + 8.0), 6.0)
    };
    (0..SHAPES).map(ring).collect()
}

/// Where a square of a size lies within the surface.
fn place(next: &mut impl FnMut() -> f64, size: f64) -> (f64, f64) {
    let x = next() * (f64::from(SIZE.0) - size);
    (x, next() * (f64::from(SIZE.1) - size))
}

/// Numbers from 0 to 1 that are the same everywhere.
fn random() -> impl FnMut() -> f64 {
    let mut state = 1_u64;
    move || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 11) as f64 / (1_u64 << 53) as f64
    }
}
