//! Whole figures: what it costs to draw one, and to draw one and encode it as PNG.
#![allow(
    missing_docs,
    reason = "criterion's macros make undocumented functions"
)]
#![expect(
    clippy::expect_used,
    clippy::semicolon_if_nothing_returned,
    reason = "a benchmark fails by panicking; what it times is an expression"
)]

use benches::{lab, walk};
use criterion::{Criterion, criterion_group, criterion_main};
use figure::{Figure, FigureCanvasAgg};
use std::hint::black_box;

/// Isolates layout, text and drawing: the canvas is made anew, as for a request to a server.
fn draw(figure: &Figure) -> FigureCanvasAgg<'_> {
    let mut canvas = FigureCanvasAgg::new(figure);
    canvas.draw().expect("the figure draws");
    canvas
}

fn figures(c: &mut Criterion) {
    let lab = lab().expect("the lab is valid");
    assert_eq!(
        benches::checksum(draw(&lab).buffer_rgba()),
        LAB,
        "the lab draws something else"
    );
    c.bench_function("lab/draw", |b| b.iter(|| black_box(draw(&lab))));
    c.bench_function("lab/draw and PNG", |b| {
        b.iter(|| lab.to_png().expect("the lab encodes"))
    });
    c.bench_function("lab/create, draw and PNG", |b| {
        b.iter(|| {
            benches::lab()
                .and_then(|figure| figure.to_png())
                .expect("the lab encodes")
        });
    });
    let walk = walk(100_000).expect("the walk is valid");
    c.bench_function("random walk of 100000 points/draw", |b| {
        b.iter(|| black_box(draw(&walk)))
    });
}

/// The checksum of `lab.png` as matplotlib draws it.
const LAB: u64 = 3_710_608_701_753_004_981;

criterion_group!(benches, figures);
criterion_main!(benches);
