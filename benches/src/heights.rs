//! Heights of lines, from 0 to 1: the same whenever they are asked for.

use crate::random::Random;

/// Any height after any other.
#[must_use]
pub fn noise(points: usize) -> Vec<f64> {
    let mut random = Random::new(7);
    (0..points).map(|_| random.unit()).collect()
}

/// Small steps up and down.
#[must_use]
pub fn walk(points: usize) -> Vec<f64> {
    let mut random = Random::new(8);
    let mut sum = 0.5_f64;
    let mut step = || {
        sum = (sum + random.around() * 0.005).clamp(0.0, 1.0);
        sum
    };
    (0..points).map(|_| step()).collect()
}

/// Ten waves, nearly.
#[must_use]
pub fn sine(points: usize) -> Vec<f64> {
    let angle = |i| i as f64 * 60.0 / points as f64;
    (0..points)
        .map(|i| 0.5 + 0.5 * f64::sin(angle(i)))
        .collect()
}
