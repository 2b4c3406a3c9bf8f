//! matplotlib's drawing calls, one kind a benchmark; `benches::plot` says what each isolates.
#![allow(
    missing_docs,
    reason = "criterion's macros make undocumented functions"
)]
#![expect(clippy::expect_used, reason = "a benchmark fails by panicking")]

use benches::plot::{scenes, surface};
use criterion::{Criterion, criterion_group, criterion_main};

fn calls(c: &mut Criterion) {
    let mut group = c.benchmark_group("plot");
    group.sample_size(20);
    for (name, draw, expected) in scenes() {
        let mut renderer = surface().expect("the size is valid");
        draw(&mut renderer).expect("the scene draws");
        let found = benches::checksum(renderer.pixmap().bytes());
        assert_eq!(found, expected, "{name} draws something else");
        group.bench_function(name, |b| {
            b.iter(|| draw(&mut renderer).expect("the scene draws"));
        });
    }
    group.finish();
}

criterion_group!(benches, calls);
criterion_main!(benches);
