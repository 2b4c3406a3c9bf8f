//! Every scene of the comparison with every rasterizer that is built in: whole frames.
#![allow(
    missing_docs,
    reason = "criterion's macros make undocumented functions"
)]
#![expect(clippy::expect_used, reason = "a benchmark fails by panicking")]

use benches::checksum;
use benches::checksums::Checksums;
use benches::peer::built_in;
use benches::scenes::{Extent, all};
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use std::time::Duration;

/// Isolates nothing: what a user of each rasterizer pays for a scene, paths and surface being
/// ready.
fn scenes(c: &mut Criterion) {
    let checksums = Checksums::recorded();
    for scene in all(Extent::Some) {
        checksums.hold(&scene).expect("the recorded pixels");
        let mut group = c.benchmark_group(scene.class);
        group.warm_up_time(Duration::from_millis(100));
        group.measurement_time(Duration::from_millis(500));
        group.sample_size(10);
        for peer in built_in() {
            let Some(mut frame) = peer.prepare(&scene) else {
                continue;
            };
            let blank = frame.pixels().map(|pixels| checksum(&pixels));
            let id = BenchmarkId::new(peer.name(), &scene.name);
            group.bench_function(id, |b| {
                b.iter_custom(|times| {
                    let times = u32::try_from(times).unwrap_or(u32::MAX);
                    Duration::from_secs_f64(frame.draw(times))
                });
            });
            let drawn = frame.pixels().map(|pixels| checksum(&pixels));
            assert_ne!(drawn, blank, "{} drew nothing", peer.name());
        }
    }
}

criterion_group!(benches, scenes);
criterion_main!(benches);
