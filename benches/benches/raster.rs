//! The rasterizer by stages: path to coverage, and path to pixels.
#![allow(
    missing_docs,
    reason = "criterion's macros make undocumented functions"
)]
#![expect(
    clippy::expect_used,
    clippy::semicolon_if_nothing_returned,
    reason = "a benchmark fails by panicking; what it times is an expression"
)]

use agg_core::{Canvas, Color, FillRule, Join, Path, PathIterator, Pixmap, Rasterizer, Stroke};
use benches::{checksum, polygons};
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use std::hint::black_box;

/// Isolates flattening: curves become corners that are added up, and nothing else is done.
fn flatten(c: &mut Criterion) {
    let mut group = c.benchmark_group("flatten");
    for size in [16, 128] {
        let circle = Path::circle((256.0, 300.0), f64::from(size) / 2.0);
        let mut wave = Path::new();
        wave.move_to((0.0, 0.0));
        for i in 0..50 {
            let x = f64::from(i * size);
            let s = f64::from(size);
            wave.cubic_to((x + s, s), (x - s / 2.0, s), (x + s, 0.0));
        }
        for (name, path) in [("circle", &circle), ("50 curves", &wave)] {
            let corners = || path.elements().flattened(0.25).count();
            assert!(corners() > 8, "curves have corners");
            let id = BenchmarkId::new(name, size);
            group.bench_function(id, |b| b.iter(|| black_box(corners())));
        }
    }
}

/// Isolates the stroker: joins, caps and the flattening of what it makes.
fn outline(c: &mut Criterion) {
    let mut group = c.benchmark_group("outline");
    for (join, name) in [(Join::Miter, "miter"), (Join::Round, "round")] {
        for (corners, size) in SHAPES {
            let paths = polygons(64, corners, f64::from(size));
            let pen = Stroke::new(2.0).with_join(join);
            let made = || -> usize {
                let of = |path: &Path| path.elements().stroked(&pen).count();
                paths.iter().map(of).sum()
            };
            assert!(made() > 64 * corners, "outlines have two sides");
            let id = BenchmarkId::new(format!("{name}, {corners} corners"), size);
            group.bench_function(id, |b| b.iter(|| black_box(made())));
        }
    }
}

/// Isolates clipping and rounding to fixed point: edges are kept, not yet accumulated.
fn edges(c: &mut Criterion) {
    let mut group = c.benchmark_group("edges");
    for (corners, size) in SHAPES {
        let paths = polygons(64, corners, f64::from(size));
        let mut rasterizer = Rasterizer::new(512, 600);
        let mut added = || {
            for path in &paths {
                rasterizer.reset();
                rasterizer.add(path);
            }
            rasterizer.edge_count()
        };
        assert!(added() >= corners, "edges were kept");
        let id = BenchmarkId::new(format!("{corners} corners"), size);
        group.bench_function(id, |b| b.iter(|| black_box(added())));
    }
}

/// Isolates clipping, cells and sweep: nothing is blended.
fn coverage(c: &mut Criterion) {
    let mut group = c.benchmark_group("coverage");
    for (corners, size) in SHAPES {
        let paths = polygons(64, corners, f64::from(size));
        let mut rasterizer = Rasterizer::new(512, 600);
        let mut covered = || {
            let mut pixels = 0;
            for path in &paths {
                rasterizer.reset();
                rasterizer.add(path);
                rasterizer.for_each_span(FillRule::NonZero, |span| pixels += span.len());
            }
            pixels
        };
        assert!(covered() > 0);
        let id = BenchmarkId::new(format!("{corners} corners"), size);
        group.bench_function(id, |b| b.iter(|| black_box(covered())));
    }
}

/// How a path is put on a canvas.
type Draw = fn(&mut Canvas<'_>, &Path);

/// The whole chain, opaque and translucent, filled and stroked.
fn pixels(c: &mut Criterion) {
    let draw: [(&str, Draw); 3] = [
        ("fill opaque", |canvas, path| {
            canvas.fill(path, FillRule::NonZero, Color::BLACK)
        }),
        ("fill translucent", |canvas, path| {
            canvas.fill(path, FillRule::NonZero, Color::BLACK.with_alpha(0.5))
        }),
        ("stroke", |canvas, path| {
            canvas.stroke(path, &Stroke::new(2.0), Color::BLACK)
        }),
    ];
    for (name, draw) in draw {
        let mut group = c.benchmark_group(name);
        for (corners, size) in SHAPES {
            let paths = polygons(64, corners, f64::from(size));
            let mut pixmap = Pixmap::new(512, 600).expect("a small surface");
            let blank = checksum(pixmap.bytes());
            let id = BenchmarkId::new(format!("{corners} corners"), size);
            let mut canvas = Canvas::new(&mut pixmap);
            group.bench_function(id, |b| {
                b.iter(|| paths.iter().for_each(|path| draw(&mut canvas, path)))
            });
            assert_ne!(checksum(pixmap.bytes()), blank, "nothing was drawn");
        }
    }
}

/// Corners and size in pixels; 64 shapes of each are drawn.
const SHAPES: [(usize, u32); 5] = [(3, 8), (20, 8), (20, 64), (20, 256), (40, 64)];

criterion_group!(benches, flatten, outline, edges, coverage, pixels);
criterion_main!(benches);
