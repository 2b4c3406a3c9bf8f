//! Bytes of images in lanes.
//!
//! Each function here gives what the [`Sampler`](super::Sampler) gives pixel by pixel, to the byte:
//! all sums are of whole numbers and exact in 32 bits, and are rounded in the same way. The mean of
//! four pixels is taken along the row first, `a·(256 − f) + b·f`, which fits 16 bits, and then
//! across, which does not change the sum.

use crate::paint::image::filter::FULL;
use crate::pixel::{Pixmap, Rgba8};
use fearless_simd::{Level, Simd, dispatch, prelude::*, u8x16, u16x16, u32x8};

/// A pixel's place in an image: the pixel it lies in, and how far in, in 1/256.
#[derive(Clone, Copy, Debug, Default)]
pub struct Spot {
    pub(super) x: i32,
    pub(super) y: i32,
    pub(super) fx: u16,
    pub(super) fy: u16,
}

/// The mean of the four pixels from each spot on by their nearness; `outside` gives the pixels
/// that are not in the picture.
pub(super) fn bilinear(
    level: Level,
    picture: &Pixmap<Rgba8>,
    spots: &[Spot],
    outside: impl Fn(i32, i32) -> [u8; 4],
    out: &mut [[u8; 4]],
) {
    dispatch!(level, simd => bilinear_simd(simd, picture, spots, &outside, out));
}

#[inline(always)]
fn bilinear_simd<S: Simd>(
    simd: S,
    picture: &Pixmap<Rgba8>,
    spots: &[Spot],
    outside: &impl Fn(i32, i32) -> [u8; 4],
    out: &mut [[u8; 4]],
) {
    for (spots, out) in spots.chunks(4).zip(out.chunks_mut(4)) {
        let mut corners = [[[0; 4]; 4]; 4];
        let (mut fx, mut fy) = ([0; 4], [0; 4]);
        for (i, spot) in spots.iter().enumerate() {
            let four = around(picture, *spot, outside);
            for (corner, pixel) in corners.iter_mut().zip(four) {
                corner[i] = pixel;
            }
            (fx[i], fy[i]) = (spot.fx, spot.fy);
        }
        let means = four(simd, corners, fx, fy);
        for (out, mean) in out.iter_mut().zip(means) {
            *out = mean;
        }
    }
}

/// The pixel of a spot, those to its right, below it, and both.
#[inline(always)]
fn around(
    picture: &Pixmap<Rgba8>,
    Spot { x, y, .. }: Spot,
    outside: &impl Fn(i32, i32) -> [u8; 4],
) -> [[u8; 4]; 4] {
    // Sides are shorter than 2²³.
    let (width, height) = (picture.width() as i32, picture.height() as i32);
    if (0..width - 1).contains(&x) && (0..height - 1).contains(&y) {
        let start = y as usize * width as usize + x as usize;
        let upper = picture.pixels().get(start..start + 2);
        let lower = picture.pixels().get(start + width as usize..);
        if let (Some(&[a, b]), Some(&[c, d, ..])) = (upper, lower) {
            return [a, b, c, d];
        }
    }
    [
        outside(x, y),
        outside(x + 1, y),
        outside(x, y + 1),
        outside(x + 1, y + 1),
    ]
}

#[inline(always)]
fn four<S: Simd>(simd: S, corners: [[[u8; 4]; 4]; 4], fx: [u16; 4], fy: [u16; 4]) -> [[u8; 4]; 4] {
    let [a, b, c, d] = corners.map(|corner| {
        let bytes: [u8; 16] = bytemuck::cast(corner);
        let (low, high) = simd.widen_u8x16(u8x16::from_slice(simd, &bytes));
        simd.combine_u16x8(low, high)
    });
    let right: [u16; 16] = std::array::from_fn(|i| fx[i / 4]);
    let right = u16x16::from_slice(simd, &right);
    let left = u16x16::splat(simd, 256) - right;
    let (upper_low, upper_high) = simd.widen_u16x16(a * left + b * right);
    let (lower_low, lower_high) = simd.widen_u16x16(c * left + d * right);
    let down: [u32; 16] = std::array::from_fn(|i| u32::from(fy[i / 4]));
    let (down_low, down_high) = down.split_at(8);
    let across = |upper: u32x8<S>, lower: u32x8<S>, down: &[u32]| {
        let down = u32x8::from_slice(simd, down);
        let up = u32x8::splat(simd, 256) - down;
        (upper * up + lower * down + u32x8::splat(simd, 1 << 15)) >> 16
    };
    let low = across(upper_low, lower_low, down_low);
    let high = across(upper_high, lower_high, down_high);
    let (low, high) = simd.split_u16x16(simd.narrow_u32x8(low, high));
    let mut bytes = [0; 16];
    simd.narrow_u16x8(low, high).store_slice(&mut bytes);
    bytemuck::cast(bytes)
}

/// Weights along and across that a filter gives, and the pixel that the first ones are for.
#[derive(Clone, Copy, Debug)]
pub struct Weights<'a> {
    pub(super) left: i32,
    pub(super) top: i32,
    pub(super) across: &'a [i32],
    pub(super) down: &'a [i32],
}

/// The weighted sum of the pixels under a filter, and the sum of the weights; `None` unless all of
/// them are in the picture. No row has weights of more than 2²³ in sum.
pub(super) fn weighted(
    level: Level,
    picture: &Pixmap<Rgba8>,
    weights: Weights<'_>,
) -> Option<([i64; 4], i64)> {
    dispatch!(level, _ => weighted_lanes(picture, weights))
}

#[inline(always)]
fn weighted_lanes(picture: &Pixmap<Rgba8>, weights: Weights<'_>) -> Option<([i64; 4], i64)> {
    let Weights {
        left,
        top,
        across,
        down,
    } = weights;
    let (left, top) = (usize::try_from(left).ok()?, usize::try_from(top).ok()?);
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    if left + across.len() > width || top + down.len() > height {
        return None;
    }
    let (mut sum, mut total) = ([0_i64; 4], 0_i64);
    let rows = picture.pixels().chunks_exact(width).skip(top);
    for (&weight_y, row) in down.iter().zip(rows) {
        let row = row.get(left..left + across.len())?;
        let (row_sum, row_total) = weighted_row(row, across, weight_y);
        for (sum, row) in sum.iter_mut().zip(row_sum) {
            *sum += i64::from(row);
        }
        total += i64::from(row_total);
    }
    Some((sum, total))
}

/// Two pixels at a time, so that the compiler makes lanes of them.
#[inline(always)]
fn weighted_row(row: &[[u8; 4]], across: &[i32], weight_y: i32) -> ([i32; 4], i32) {
    let weight = |weight_x: i32| (weight_y * weight_x + FULL / 2) >> 14;
    let (mut sums, mut total) = ([0_i32; 8], 0);
    let (pairs, rest) = row.as_chunks::<2>();
    let (weight_pairs, weight_rest) = across.as_chunks::<2>();
    for (pair, weights) in pairs.iter().zip(weight_pairs) {
        let bytes: [u8; 8] = bytemuck::cast(*pair);
        let [first, second] = weights.map(weight);
        for (lane, sum) in sums.iter_mut().enumerate() {
            let weight = if lane < 4 { first } else { second };
            *sum += i32::from(bytes[lane]) * weight;
        }
        total += first + second;
    }
    for (pixel, &weight_x) in rest.iter().zip(weight_rest) {
        let weight = weight(weight_x);
        for (sum, &value) in sums.iter_mut().zip(pixel) {
            *sum += i32::from(value) * weight;
        }
        total += weight;
    }
    let [a, b, c, d, e, f, g, h] = sums;
    ([a + e, b + f, c + g, d + h], total)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn levels() -> Vec<Level> {
        let best = Level::new();
        #[cfg(any(target_arch = "x86", target_arch = "x86_64"))]
        {
            let lower = [
                best.as_avx2().map(Simd::level),
                best.as_sse4_2().map(Simd::level),
                best.as_sse2().map(Simd::level),
            ];
            let levels = [Some(best)].into_iter().chain(lower);
            levels.flatten().collect()
        }
        #[cfg(not(any(target_arch = "x86", target_arch = "x86_64")))]
        vec![best]
    }

    fn picture(width: u32, height: u32) -> Pixmap<Rgba8> {
        let mut picture = Pixmap::new(width, height).unwrap();
        for (i, byte) in (0_u32..).zip(picture.bytes_mut()) {
            *byte = (i.wrapping_mul(2_654_435_761) >> 24) as u8;
        }
        picture
    }

    #[test]
    fn means_are_the_sums_of_four_products_rounded_once() {
        let picture = picture(7, 5);
        let at = |x: i32, y: i32| {
            let inside = (0..7).contains(&x) && (0..5).contains(&y);
            let pixel = inside.then(|| picture.pixel(x as u32, y as u32));
            pixel.flatten().unwrap_or([7, 77, 177, 255])
        };
        for (fx, fy) in (0..=255).flat_map(|fy| (0..=255).map(move |fx| (fx, fy))) {
            let spots: Vec<Spot> = (0..9)
                .map(|i| Spot {
                    x: (i * 3 + i32::from(fx)) % 10 - 2,
                    y: (i * 2 + i32::from(fy)) % 8 - 2,
                    fx,
                    fy,
                })
                .collect();
            let mean = |spot: &Spot| {
                let Spot { x, y, .. } = *spot;
                let (fx, fy) = (u32::from(fx), u32::from(fy));
                let corners = [at(x, y), at(x + 1, y), at(x, y + 1), at(x + 1, y + 1)];
                let weights = [
                    (256 - fx) * (256 - fy),
                    fx * (256 - fy),
                    (256 - fx) * fy,
                    fx * fy,
                ];
                [0, 1, 2, 3].map(|c| {
                    let products = corners.iter().zip(weights);
                    let sum: u32 = products.map(|(p, w)| u32::from(p[c]) * w).sum();
                    ((sum + (1 << 15)) >> 16) as u8
                })
            };
            let expected: Vec<[u8; 4]> = spots.iter().map(mean).collect();
            for level in levels() {
                let mut found = vec![[0; 4]; spots.len()];
                bilinear(level, &picture, &spots, at, &mut found);
                assert!(found == expected, "{level:?} {fx} {fy}");
            }
        }
    }

    #[test]
    fn weighted_sums_are_those_of_each_pixel_for_itself() {
        let picture = picture(40, 30);
        for (wide, high) in [(1, 1), (2, 4), (7, 3), (16, 16), (40, 30)] {
            let weight = |i: i32| (i * 7919) % 20_000 - 4000;
            let across: Vec<i32> = (0..wide).map(weight).collect();
            let down: Vec<i32> = (3..3 + high).map(weight).collect();
            for (left, top) in [(0, 0), (40 - wide, 30 - high), (-1, 0), (0, 31 - high)] {
                let inside = left >= 0 && top >= 0 && left + wide <= 40 && top + high <= 30;
                let (mut sum, mut total) = ([0_i64; 4], 0_i64);
                for (y, wy) in (top..).zip(&down) {
                    for (x, wx) in (left..).zip(&across) {
                        let weight = i64::from((wy * wx + FULL / 2) >> 14);
                        let pixel = picture.pixel(x as u32, y as u32).unwrap_or_default();
                        sum.iter_mut()
                            .zip(pixel)
                            .for_each(|(s, v)| *s += i64::from(v) * weight);
                        total += weight;
                    }
                }
                let weights = Weights {
                    left,
                    top,
                    across: &across,
                    down: &down,
                };
                for level in levels() {
                    let found = weighted(level, &picture, weights);
                    assert_eq!(
                        found,
                        inside.then_some((sum, total)),
                        "{level:?} {weights:?}"
                    );
                }
            }
        }
    }
}
