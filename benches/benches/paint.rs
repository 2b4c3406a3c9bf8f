//! From coverage to colour: kernels at every level of instructions, images, layers and modes.
#![allow(
    missing_docs,
    reason = "criterion's macros make undocumented functions"
)]
#![expect(clippy::expect_used, reason = "a benchmark fails by panicking")]

use agg_core::{
    Affine, Blend, BlendMode, Canvas, Color, ColorSpace, Edge, Filter, Image, Pixmap, Rgba8,
    Sampling, SimdLevel,
};
use benches::checksum;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

/// Pixels in a row of the kernels.
const ROW: usize = 256;
/// Pixels of the surface, along each side.
const SIDE: u32 = 200;

/// The same row by the scalar functions and by every level that the machine has.
fn kernels(c: &mut Criterion) {
    let pixels: Vec<[u8; 4]> = (0..=255).map(|v| [v, 255 - v, v, 255]).collect();
    let layer: Vec<[u8; 4]> = (0..=255)
        .map(|v| Rgba8::layer_pixel(&[v, v, 99, 255 - v]))
        .collect();
    let covers: Vec<u8> = (0..=255_u8).map(|v| v.wrapping_mul(37)).collect();
    let mut group = c.benchmark_group("kernels");
    group.throughput(Throughput::Elements(ROW as u64));
    for (i, level) in SimdLevel::all().into_iter().enumerate() {
        let mut bench = |name: &str, run: &dyn Fn(&mut [[u8; 4]])| {
            let mut row = pixels.clone();
            run(&mut row);
            assert!(row != pixels, "{name} draws");
            let id = BenchmarkId::new(name, format!("{i} {level:?}"));
            group.bench_function(id, |b| b.iter(|| run(&mut row)));
        };
        let solid = [31, 119, 180, 150];
        bench("run", &|row| Rgba8::blend_run(level, row, &solid, 200));
        bench("covers", &|row| {
            Rgba8::blend_covers(level, row, &solid, &covers);
        });
        bench("colors", &|row| {
            Rgba8::blend_colors(level, row, &layer, 200);
        });
        bench("layer", &|row| {
            Rgba8::composite_run(level, row, &layer, 255);
        });
        bench("layer covers", &|row| {
            Rgba8::composite_covers(level, row, &layer, &covers);
        });
    }
}

/// What fills a whole surface.
fn canvas(c: &mut Criterion) {
    let mut group = c.benchmark_group("canvas");
    group.throughput(Throughput::Elements(u64::from(SIDE * SIDE)));
    let mut bench = |name: &str, draw: &dyn Fn(&mut Canvas<'_>)| {
        let mut pixmap = Pixmap::new(SIDE, SIDE).expect("a small surface");
        pixmap.fill([255; 4]);
        let blank = checksum(pixmap.bytes());
        draw(&mut Canvas::new(&mut pixmap));
        assert!(checksum(pixmap.bytes()) != blank, "{name} draws");
        group.bench_function(name, |b| b.iter(|| draw(&mut Canvas::new(&mut pixmap))));
    };
    for (name, sampling) in [
        ("nearest", Sampling::Nearest),
        ("bilinear", Sampling::Bilinear),
        ("spline36", Sampling::Filtered(Filter::Spline36)),
        ("resampled", Sampling::Resampled(Filter::Lanczos(3.0))),
    ] {
        let image = image().with_sampling(sampling);
        bench(name, &|canvas| canvas.fill_all(image.clone()));
    }
    let green = Color::from_rgba8(10, 200, 90, 150);
    for (name, mode) in [
        ("multiply", BlendMode::Multiply),
        ("soft light", BlendMode::SoftLight),
        ("luminosity", BlendMode::Luminosity),
        ("xor", BlendMode::Xor),
    ] {
        bench(name, &|canvas| canvas.with_blend_mode(mode).fill_all(green));
    }
    bench("linear light", &|canvas| {
        canvas.with_color_space(ColorSpace::Linear).fill_all(green);
    });
    bench("layer", &|canvas| {
        let drawn = canvas.with_layer(1.0, |group| group.fill_all(green));
        drawn.expect("a small layer");
    });
}

fn image() -> Image {
    let mut tile = Pixmap::new(64, 64).expect("a small surface");
    for (i, pixel) in tile.pixels_mut().iter_mut().enumerate() {
        let v = (i * 37 % 256) as u8;
        *pixel = Rgba8::layer_pixel(&[v, 255 - v, v / 2, 128 + v / 2]);
    }
    let map = Affine::rotate(0.3).then(Affine::scale(1.7));
    Image::new(tile)
        .with_edge(Edge::Repeat)
        .with_transform(map.then(Affine::translate(30.0, 20.0)))
}

criterion_group!(benches, kernels, canvas);
criterion_main!(benches);
