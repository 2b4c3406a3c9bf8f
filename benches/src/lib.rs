//! The scenes that the benchmarks draw, the rasterizers that draw them, and the checksum by which
//! each shows that it drew.
#![forbid(unsafe_code)]

pub mod checksums;
pub mod heights;
pub mod peer;
pub mod plot;
mod random;
pub mod report;
pub mod scene;
pub mod scenes;

use agg_core::Path;
use figure::{Figure, Result};
pub use random::Random;

/// The smallest figure: a line through 1, 2, 3 with ticks and labels, 500 × 400 pixels.
///
/// # Errors
///
/// None in practice: the subplot and the data are valid.
pub fn lab() -> Result<Figure> {
    let mut figure = Figure::new((5.0, 4.0), 100.0);
    figure.add_subplot(1, 1, 1)?.plot_y([1, 2, 3])?;
    Ok(figure)
}

/// A line of so many points of a random walk, 640 × 480 pixels.
///
/// # Errors
///
/// None in practice: the subplot and the data are valid.
pub fn walk(points: usize) -> Result<Figure> {
    let mut figure = Figure::default();
    let mut random = Random::new(1);
    let mut sum = 0.0;
    let heights = (0..points).map(|_| {
        sum += random.unit() - 0.5;
        sum
    });
    figure.add_subplot(1, 1, 1)?.plot_y(heights)?;
    Ok(figure)
}

/// Random polygons of so many corners within squares of a size, on a surface of 512 × 600 pixels.
#[must_use]
pub fn polygons(count: usize, corners: usize, size: f64) -> Vec<Path> {
    let mut random = Random::new(1);
    let polygon = |_| {
        let (x, y) = (
            random.unit() * (512.0 - size),
            random.unit() * (600.0 - size),
        );
        let corner = |_| (x + random.unit() * size, y + random.unit() * size);
        Path::polygon((0..corners).map(corner).collect::<Vec<_>>())
    };
    (0..count).map(polygon).collect()
}

/// A sum over bytes that depends on their places (FNV-1a), so that a benchmark which draws
/// nothing, or something else, is noticed.
#[must_use]
pub fn checksum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |sum, &byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
