//! Filters: how much a pixel counts at a distance.

use libm::{cos, exp, j1, sin};
use std::f64::consts::PI;

/// A filter for images. The number of some is their radius in pixels, from 2 to 16.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Filter {
    /// A triangle.
    #[default]
    Bilinear,
    /// Half a wave of a cosine.
    Hanning,
    /// The same raised a little.
    Hamming,
    /// A cubic that is flat at both ends.
    Hermite,
    /// Three parabolas: soft.
    Quadric,
    /// A cubic B-spline: softer.
    Bicubic,
    /// Kaiser's window with β = 6.33.
    Kaiser,
    /// Catmull and Rom's cubic: sharp.
    CatmullRom,
    /// Mitchell and Netravali's cubic with B = C = ⅓: between soft and sharp.
    Mitchell,
    /// A cubic spline over 16 pixels.
    Spline16,
    /// A cubic spline over 36 pixels.
    Spline36,
    /// A bell.
    Gaussian,
    /// A Bessel function of the first order.
    Bessel,
    /// Sine over its argument, cut off.
    Sinc(f64),
    /// The same under its own first lobe.
    Lanczos(f64),
    /// The same under Blackman's window.
    Blackman(f64),
}

/// Weights are in 1/16384.
pub(super) const FULL: i32 = 1 << 14;
/// Phases between two pixels.
const PHASES: usize = 256;

impl Filter {
    /// How far a pixel counts.
    #[must_use]
    pub fn radius(self) -> f64 {
        match self {
            Self::Bilinear | Self::Hanning | Self::Hamming | Self::Hermite | Self::Kaiser => 1.0,
            Self::Quadric => 1.5,
            Self::Bicubic | Self::CatmullRom | Self::Mitchell => 2.0,
            Self::Spline16 | Self::Gaussian => 2.0,
            Self::Spline36 => 3.0,
            Self::Bessel => 3.2383,
            Self::Sinc(r) | Self::Lanczos(r) | Self::Blackman(r) => lobes(r),
        }
    }

    /// How much a pixel counts at a distance from 0 to the radius.
    #[must_use]
    pub fn weight(self, x: f64) -> f64 {
        match self {
            Self::Bilinear => 1.0 - x,
            Self::Hanning => 0.5 + 0.5 * cos(PI * x),
            Self::Hamming => 0.54 + 0.46 * cos(PI * x),
            Self::Hermite => (2.0 * x - 3.0) * x * x + 1.0,
            Self::Quadric => quadric(x),
            Self::Bicubic => bicubic(x),
            Self::Kaiser => bessel_i0(6.33 * (1.0 - x * x).max(0.0).sqrt()) / bessel_i0(6.33),
            Self::CatmullRom => catmull_rom(x),
            Self::Mitchell => mitchell(x),
            Self::Spline16 => spline16(x),
            Self::Spline36 => spline36(x),
            Self::Gaussian => exp(-2.0 * x * x) * (2.0 / PI).sqrt(),
            Self::Bessel if x == 0.0 => PI / 4.0,
            Self::Bessel => j1(PI * x) / (2.0 * x),
            Self::Sinc(_) => sinc(x),
            Self::Lanczos(r) => sinc(x) * within(x, lobes(r), sinc),
            Self::Blackman(r) => sinc(x) * within(x, lobes(r), blackman),
        }
    }

    /// The weights of the pixels around a place, for every 1/256 of a pixel.
    pub(super) fn table(self) -> Table {
        let diameter = 2 * self.radius().ceil() as usize;
        let mut table = Table {
            diameter,
            weights: vec![0; diameter * PHASES],
        };
        let pivot = table.pivot();
        for i in 0..pivot {
            let weight = self.weight(i as f64 / PHASES as f64) * f64::from(FULL);
            table.set(pivot + i, weight.round() as i16);
            table.set(pivot - i, weight.round() as i16);
        }
        table.set(0, table.weight(diameter * PHASES - 1) as i16);
        table.normalize();
        table
    }
}

/// A radius that makes sense: whole lobes, and not so many that a pixel takes seconds.
fn lobes(radius: f64) -> f64 {
    if radius > 2.0 { radius.min(16.0) } else { 2.0 }
}

fn quadric(x: f64) -> f64 {
    match x {
        x if x < 0.5 => 0.75 - x * x,
        x if x < 1.5 => 0.5 * (x - 1.5) * (x - 1.5),
        _ => 0.0,
    }
}

fn bicubic(x: f64) -> f64 {
    let cube = |x: f64| if x <= 0.0 { 0.0 } else { x * x * x };
    (cube(x + 2.0) - 4.0 * cube(x + 1.0) + 6.0 * cube(x) - 4.0 * cube(x - 1.0)) / 6.0
}

fn catmull_rom(x: f64) -> f64 {
    match x {
        x if x < 1.0 => 0.5 * (2.0 + x * x * (-5.0 + x * 3.0)),
        x if x < 2.0 => 0.5 * (4.0 + x * (-8.0 + x * (5.0 - x))),
        _ => 0.0,
    }
}

/// With B = C = ⅓.
fn mitchell(x: f64) -> f64 {
    match x {
        x if x < 1.0 => (16.0 / 3.0 + x * x * (-12.0 + x * 7.0)) / 6.0,
        x if x < 2.0 => (32.0 / 3.0 + x * (-20.0 + x * (12.0 - x * 7.0 / 3.0))) / 6.0,
        _ => 0.0,
    }
}

fn spline16(x: f64) -> f64 {
    if x < 1.0 {
        return ((x - 9.0 / 5.0) * x - 1.0 / 5.0) * x + 1.0;
    }
    let x = x - 1.0;
    ((-1.0 / 3.0 * x + 4.0 / 5.0) * x - 7.0 / 15.0) * x
}

fn spline36(x: f64) -> f64 {
    match x {
        x if x < 1.0 => ((13.0 / 11.0 * x - 453.0 / 209.0) * x - 3.0 / 209.0) * x + 1.0,
        x if x < 2.0 => {
            let x = x - 1.0;
            ((-6.0 / 11.0 * x + 270.0 / 209.0) * x - 156.0 / 209.0) * x
        }
        x => {
            let x = x - 2.0;
            ((1.0 / 11.0 * x - 45.0 / 209.0) * x + 26.0 / 209.0) * x
        }
    }
}

fn sinc(x: f64) -> f64 {
    if x == 0.0 {
        return 1.0;
    }
    sin(PI * x) / (PI * x)
}

/// A window of so many pixels at a distance.
fn within(x: f64, radius: f64, window: fn(f64) -> f64) -> f64 {
    if x > radius { 0.0 } else { window(x / radius) }
}

fn blackman(x: f64) -> f64 {
    0.42 + 0.5 * cos(PI * x) + 0.08 * cos(2.0 * PI * x)
}

/// The modified Bessel function of order 0, by its series.
fn bessel_i0(x: f64) -> f64 {
    let y = x * x / 4.0;
    let (mut sum, mut term, mut i) = (1.0, y, 2.0);
    while term > 1e-12 {
        sum += term;
        term *= y / (i * i);
        i += 1.0;
    }
    sum
}

/// Weights for every phase; those of one phase sum up to [`FULL`].
#[derive(Clone, Debug)]
pub(super) struct Table {
    /// How many pixels count in a row.
    pub(super) diameter: usize,
    weights: Vec<i16>,
}

impl Table {
    fn pivot(&self) -> usize {
        self.diameter * PHASES / 2
    }

    /// The weight at a distance in 1/256 from where the filter begins; 0 beyond it.
    #[inline]
    pub(super) fn weight(&self, at: usize) -> i32 {
        self.weights.get(at).map_or(0, |&weight| i32::from(weight))
    }

    /// Makes a list of the weights from a distance on in steps, to where the filter ends.
    pub(super) fn fill(&self, list: &mut Vec<i32>, from: i32, step: i32) {
        list.clear();
        let end = (self.diameter * PHASES) as i32;
        let steps = (from..end).step_by(step.max(1) as usize);
        list.extend(steps.map(|at| self.weight(at as usize)));
    }

    fn set(&mut self, at: usize, weight: i16) {
        if let Some(slot) = self.weights.get_mut(at) {
            *slot = weight;
        }
    }

    /// Scales the weights of each phase to their sum, and hands what rounding leaves over to the
    /// middle ones, by turns on either side.
    fn normalize(&mut self) {
        let mut flip = true;
        for phase in 0..PHASES {
            // Each round brings the sum nearer; the bound is for filters that have none.
            for _ in 0..64 {
                let sum = self.sum(phase);
                if sum == FULL || sum == 0 {
                    break;
                }
                self.scale(phase, f64::from(FULL) / f64::from(sum));
                flip = self.hand_out(phase, flip);
            }
        }
        let pivot = self.pivot();
        for i in 0..pivot {
            self.set(pivot + i, self.weight(pivot - i) as i16);
        }
        self.set(0, self.weight(self.diameter * PHASES - 1) as i16);
    }

    fn sum(&self, phase: usize) -> i32 {
        (0..self.diameter)
            .map(|j| self.weight(j * PHASES + phase))
            .sum()
    }

    fn scale(&mut self, phase: usize, by: f64) {
        for j in 0..self.diameter {
            let weight = f64::from(self.weight(j * PHASES + phase)) * by;
            self.set(j * PHASES + phase, weight.round() as i16);
        }
    }

    fn hand_out(&mut self, phase: usize, mut flip: bool) -> bool {
        let mut over = self.sum(phase) - FULL;
        let step = if over > 0 { -1 } else { 1 };
        let middle = self.diameter / 2;
        for j in 0..self.diameter {
            if over == 0 {
                break;
            }
            flip = !flip;
            let at = if flip { middle + j / 2 } else { middle - j / 2 };
            let weight = self.weight(at * PHASES + phase);
            if weight < FULL && at < self.diameter {
                self.set(at * PHASES + phase, (weight + step) as i16);
                over += step;
            }
        }
        flip
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) const ALL: [Filter; 16] = [
        Filter::Bilinear,
        Filter::Hanning,
        Filter::Hamming,
        Filter::Hermite,
        Filter::Quadric,
        Filter::Bicubic,
        Filter::Kaiser,
        Filter::CatmullRom,
        Filter::Mitchell,
        Filter::Spline16,
        Filter::Spline36,
        Filter::Gaussian,
        Filter::Bessel,
        Filter::Sinc(4.0),
        Filter::Lanczos(3.0),
        Filter::Blackman(5.0),
    ];

    #[test]
    fn every_phase_of_every_filter_sums_up_to_all() {
        for filter in ALL {
            let table = filter.table();
            for phase in 1..PHASES {
                let sum = table.sum(phase);
                // Both sides are made the same after rounding, which may leave a unit a weight.
                assert!(
                    (sum - FULL).abs() <= table.diameter as i32 / 2,
                    "{filter:?} {phase}: {sum}"
                );
            }
        }
    }

    #[test]
    fn filters_are_highest_in_the_middle_and_low_at_their_radius() {
        for filter in ALL {
            let (middle, edge) = (filter.weight(0.0), filter.weight(filter.radius()));
            assert!(
                middle > 0.4 && edge.abs() < 0.1,
                "{filter:?}: {middle} {edge}"
            );
        }
    }

    #[test]
    fn radii_that_make_no_sense_are_cut_off() {
        for radius in [0.0, -5.0, f64::NAN, 1.0] {
            assert_eq!(Filter::Lanczos(radius).radius(), 2.0);
        }
        assert_eq!(Filter::Sinc(f64::INFINITY).radius(), 16.0);
        assert_eq!(Filter::Blackman(1e300).table().diameter, 32);
    }
}
