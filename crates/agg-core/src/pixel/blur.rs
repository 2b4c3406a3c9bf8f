//! Blurring.
//!
//! The *stack* blur weighs the pixels around one by a triangle, in whole numbers, at a cost that
//! does not depend on the radius. The *Gaussian* blur runs a recursive filter of the third order
//! (Young and van Vliet 1995) forth and back, in `f64`, at a cost that does not either. Both go
//! along the rows first and then along the columns; beyond the sides the pixels at the sides go on.

use crate::pixel::{A8, Gray8, PixelFormat, Pixmap, Rgb8, Rgba8};

/// The widest stack blur: the first pixel of each line costs as many steps.
const WIDEST: u32 = 4096;

/// Formats of bytes that may be averaged one by one: none with straight alpha, where colours of
/// invisible pixels would bleed.
pub trait Averaged: PixelFormat {}

impl Averaged for Rgba8 {}
impl Averaged for Rgb8 {}
impl Averaged for Gray8 {}
impl Averaged for A8 {}

impl<F: Averaged> Pixmap<F> {
    /// Blurs by a triangle of `x` pixels to the left and to the right, and of `y` up and down; 0
    /// leaves a direction as it is, and more than 4096 counts as that.
    pub fn stack_blur(&mut self, x: u32, y: u32) {
        self.along_rows(|line| stack_blur(line, x.min(WIDEST) as usize));
        self.along_columns(|line| stack_blur(line, y.min(WIDEST) as usize));
    }

    /// Blurs by a bell with a standard deviation of half the radius, in pixels. A radius below
    /// 0.62, or no number, changes nothing.
    pub fn gaussian_blur(&mut self, radius: f64) {
        let most = 4.0 * f64::from(self.width().max(self.height()));
        // Not `min`, which would make a radius of what is no number.
        let radius = if radius > most { most } else { radius };
        let Some(filter) = Recursive::new(radius) else {
            return;
        };
        self.along_rows(|line| filter.blur(line));
        self.along_columns(|line| filter.blur(line));
    }

    /// Changes each channel of each row.
    fn along_rows(&mut self, mut change: impl FnMut(&mut [u8])) {
        let channels = size_of::<F::Pixel>();
        let row_bytes = self.width() as usize * channels;
        let mut line = Vec::new();
        for row in self.bytes_mut().chunks_exact_mut(row_bytes) {
            for channel in 0..channels {
                strided(row, channel, channels, &mut line, &mut change);
            }
        }
    }

    /// Changes each channel of each column.
    fn along_columns(&mut self, mut change: impl FnMut(&mut [u8])) {
        let row_bytes = self.width() as usize * size_of::<F::Pixel>();
        let mut line = Vec::new();
        for column in 0..row_bytes {
            strided(self.bytes_mut(), column, row_bytes, &mut line, &mut change);
        }
    }
}

/// Changes every `step`th byte from `start` on, as a line.
fn strided(
    bytes: &mut [u8],
    start: usize,
    step: usize,
    line: &mut Vec<u8>,
    change: impl FnOnce(&mut [u8]),
) {
    line.clear();
    line.extend(bytes.iter().skip(start).step_by(step));
    change(line);
    let places = bytes.iter_mut().skip(start).step_by(step);
    places.zip(line).for_each(|(to, from)| *to = *from);
}

/// Weighs r + 1 − |i| for i from −r to r: two running sums, of what comes and of what goes.
fn stack_blur(line: &mut [u8], radius: usize) {
    let (Some(&first), Some(&last)) = (line.first(), line.last()) else {
        return;
    };
    if radius == 0 {
        return;
    }
    let weights = (radius as u64 + 1) * (radius as u64 + 1);
    // The largest shift for which the factor has no more than nine bits and a little.
    let shift = (512 * weights).ilog2();
    let factor = (1_u64 << shift).div_ceil(weights);
    let source = line.to_vec();
    let before = |i: usize| u64::from(source.get(i).copied().unwrap_or(last));
    let first = u64::from(first);
    let width = radius as u64;
    // As if the centre stood on the first pixel.
    let mut leaving = first * (width + 1);
    let mut coming: u64 = (1..=radius).map(before).sum();
    let mut sum = first * (width + 1) * (width + 2) / 2;
    sum += (1..=radius)
        .map(|i| before(i) * (width + 1 - i as u64))
        .sum::<u64>();
    for (x, out) in line.iter_mut().enumerate() {
        *out = ((sum * factor) >> shift).min(255) as u8;
        let next = before(x + 1);
        coming += before(x + radius + 1);
        sum = sum + coming - leaving;
        leaving += next;
        leaving -= x.checked_sub(radius).map_or(first, before);
        coming -= next;
    }
}

/// The coefficients of a recursive filter.
#[derive(Clone, Copy, Debug)]
struct Recursive {
    now: f64,
    before: [f64; 3],
}

impl Recursive {
    fn new(radius: f64) -> Option<Self> {
        if radius.is_nan() || radius < 0.62 {
            return None;
        }
        let s = radius * 0.5;
        let q = if s < 2.5 {
            3.97156 - 4.14554 * (1.0 - 0.26891 * s).sqrt()
        } else {
            0.98711 * s - 0.96330
        };
        let (q2, q3) = (q * q, q * q * q);
        let scale = 1.0 / (1.578_25 + 2.444_13 * q + 1.428_1 * q2 + 0.422_205 * q3);
        let b1 = 2.44413 * q + 2.85619 * q2 + 1.26661 * q3;
        let b2 = -1.42810 * q2 - 1.26661 * q3;
        let b3 = 0.422_205 * q3;
        Some(Self {
            now: 1.0 - (b1 + b2 + b3) * scale,
            before: [b1 * scale, b2 * scale, b3 * scale],
        })
    }

    fn blur(&self, line: &mut [u8]) {
        let mut values: Vec<f64> = line.iter().map(|&v| f64::from(v)).collect();
        self.run(values.iter_mut());
        self.run(values.iter_mut().rev());
        for (out, value) in line.iter_mut().zip(values) {
            *out = (value + 0.5) as u8;
        }
    }

    /// Once along the values, as if all before the first were like it.
    fn run<'a>(&self, values: impl Iterator<Item = &'a mut f64>) {
        let [b1, b2, b3] = self.before;
        let mut last: Option<[f64; 3]> = None;
        for value in values {
            let [p, q, r] = last.unwrap_or([*value; 3]);
            *value = self.now * *value + b1 * p + b2 * q + b3 * r;
            // The second and third see the first one's result farther back.
            last = Some(match last {
                None => [*value; 3],
                Some([p, q, _]) => [*value, p, q],
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The stack blur by its definition.
    fn by_definition(line: &[u8], radius: i64) -> Vec<u8> {
        let weights = ((radius + 1) * (radius + 1)) as u64;
        let shift = (512 * weights).ilog2();
        let factor = (1_u64 << shift).div_ceil(weights);
        let at = |i: i64| u64::from(line[i.clamp(0, line.len() as i64 - 1) as usize]);
        let sum = |x: i64| -> u64 {
            (-radius..=radius)
                .map(|i| at(x + i) * (radius + 1 - i.abs()) as u64)
                .sum()
        };
        (0..line.len() as i64)
            .map(|x| ((sum(x) * factor) >> shift) as u8)
            .collect()
    }

    #[test]
    fn the_stack_blur_is_its_definition() {
        let line: Vec<u8> = (0..23u8).map(|i| i.wrapping_mul(87)).collect();
        for radius in [1, 2, 3, 7, 22, 23, 40, 254, 255, 1000] {
            for len in [1, 2, 5, 23] {
                let mut blurred = line[..len].to_vec();
                stack_blur(&mut blurred, radius as usize);
                assert_eq!(
                    blurred,
                    by_definition(&line[..len], radius),
                    "{radius} {len}"
                );
            }
        }
    }

    #[test]
    fn one_colour_stays_and_nothing_is_lost() {
        for radius in [1, 5, 100, u32::MAX] {
            let mut pixmap = Pixmap::new(30, 20).unwrap();
            pixmap.fill([255, 128, 1, 255]);
            pixmap.stack_blur(radius, radius);
            assert!(
                pixmap.pixels().iter().all(|&p| p == [255, 128, 1, 255]),
                "{radius}"
            );
            pixmap.gaussian_blur(f64::from(radius));
            assert!(
                pixmap.pixels().iter().all(|&p| p == [255, 128, 1, 255]),
                "{radius}"
            );
        }
    }

    #[test]
    fn a_blurred_dot_is_a_bell() {
        let mut pixmap = Pixmap::<A8>::with_format(41, 41).unwrap();
        pixmap.pixels_mut()[20 * 41 + 20] = 255;
        for (i, pixel) in pixmap.pixels_mut().iter_mut().enumerate() {
            if (i % 41).abs_diff(20) <= 3 && (i / 41).abs_diff(20) <= 3 {
                *pixel = 255;
            }
        }
        pixmap.gaussian_blur(8.0);
        let value = |x: u32, y: u32| pixmap.pixel(x, y).unwrap();
        assert!(
            value(20, 20) > 70 && value(20, 20) < 110,
            "{}",
            value(20, 20)
        );
        assert!(value(10, 20) < 20);
        for d in 0..20 {
            assert!(value(20 - d, 20).abs_diff(value(20 + d, 20)) <= 1);
            assert!(value(20, 20 - d).abs_diff(value(20, 20 + d)) <= 1);
            assert!(value(20 + d, 20) >= value(21 + d, 20));
        }
    }

    #[test]
    fn hostile_radii_change_nothing_or_blur_all() {
        let mut pixmap = Pixmap::new(3, 2).unwrap();
        pixmap.pixels_mut()[0] = [255; 4];
        let before = pixmap.clone();
        for radius in [0.0, -5.0, f64::NAN, 0.5] {
            pixmap.gaussian_blur(radius);
            assert_eq!(pixmap, before);
        }
        pixmap.stack_blur(0, 0);
        assert_eq!(pixmap, before);
        pixmap.gaussian_blur(f64::INFINITY);
        assert_ne!(pixmap, before);
    }
}
