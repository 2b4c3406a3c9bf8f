//! Many pixels of a layer at once, over premultiplied pixels of four bytes.
//!
//! Each gets what [`Blend::composite`] gives: `q = layer·c`, then `p − p·α + q` with α the alpha of
//! q, both products divided by 255 and rounded, the sum cut off at 255. All of it fits 16-bit lanes.

use crate::blend::pairs::div255;
use crate::blend::{Blend, SimdLevel, mul8};
use crate::pixel::Rgba8;
use fearless_simd::{Simd, dispatch, prelude::*, u8x32, u16x16};

/// Lays a layer over pixels covered alike.
#[inline]
pub(super) fn run(level: SimdLevel, pixels: &mut [[u8; 4]], layer: &[[u8; 4]], cover: u8) {
    match level.level() {
        _ if cover == 0 => {}
        Some(level) => dispatch!(level, simd => run_simd(simd, pixels, layer, cover)),
        None => scalar(pixels, layer, std::iter::repeat(&cover)),
    }
}

/// Lays a layer over pixels, each with its coverage.
#[inline]
pub(super) fn covers(level: SimdLevel, pixels: &mut [[u8; 4]], layer: &[[u8; 4]], covers: &[u8]) {
    match level.level() {
        Some(level) => dispatch!(level, simd => covers_simd(simd, pixels, layer, covers)),
        None => scalar(pixels, layer, covers),
    }
}

#[inline(always)]
fn scalar<'a>(pixels: &mut [[u8; 4]], layer: &[[u8; 4]], covers: impl IntoIterator<Item = &'a u8>) {
    for ((pixel, &layer), &cover) in pixels.iter_mut().zip(layer).zip(covers) {
        *pixel = Rgba8::composite(*pixel, layer, cover);
    }
}

#[inline(always)]
fn run_simd<S: Simd>(simd: S, pixels: &mut [[u8; 4]], layer: &[[u8; 4]], cover: u8) {
    let len = pixels.len().min(layer.len());
    let (chunks, rest) = pixels[..len].as_chunks_mut::<8>();
    let (layers, layer_rest) = layer[..len].as_chunks::<8>();
    for (chunk, layer) in chunks.iter_mut().zip(layers) {
        match cover {
            255 => whole(simd, chunk, layer),
            _ => part(simd, chunk, layer, &[cover; 8]),
        }
    }
    scalar(rest, layer_rest, std::iter::repeat(&cover));
}

#[inline(always)]
fn covers_simd<S: Simd>(simd: S, pixels: &mut [[u8; 4]], layer: &[[u8; 4]], covers: &[u8]) {
    let len = pixels.len().min(layer.len()).min(covers.len());
    let (chunks, rest) = pixels[..len].as_chunks_mut::<8>();
    let (layers, layer_rest) = layer[..len].as_chunks::<8>();
    let (covers, covers_rest) = covers[..len].as_chunks::<8>();
    for ((chunk, layer), covers) in chunks.iter_mut().zip(layers).zip(covers) {
        match u64::from_le_bytes(*covers) {
            0 => {}
            u64::MAX => whole(simd, chunk, layer),
            _ => part(simd, chunk, layer, covers),
        }
    }
    scalar(rest, layer_rest, covers_rest);
}

/// Eight pixels that are covered wholly.
#[inline(always)]
fn whole<S: Simd>(simd: S, pixels: &mut [[u8; 4]; 8], layer: &[[u8; 4]; 8]) {
    let alphas = layer.map(|[_, _, _, a]| a);
    match u64::from_le_bytes(alphas) {
        u64::MAX => *pixels = *layer,
        0 if *layer == [[0; 4]; 8] => {}
        _ => {
            let bytes: &[u8; 32] = bytemuck::cast_ref(layer);
            let over = simd.widen_u8x32(u8x32::from_slice(simd, bytes));
            add(simd, pixels, over, alphas);
        }
    }
}

/// Eight pixels, each with its coverage.
#[inline(always)]
fn part<S: Simd>(simd: S, pixels: &mut [[u8; 4]; 8], layer: &[[u8; 4]; 8], covers: &[u8; 8]) {
    let each: [u8; 32] = bytemuck::cast(covers.map(|cover| [cover; 4]));
    let (low_c, high_c) = simd.widen_u8x32(u8x32::from_slice(simd, &each));
    let bytes: &[u8; 32] = bytemuck::cast_ref(layer);
    let (low, high) = simd.widen_u8x32(u8x32::from_slice(simd, bytes));
    let half = u16x16::splat(simd, 128);
    let over = (div255(low * low_c + half), div255(high * high_c + half));
    let alphas = std::array::from_fn(|i| mul8(layer[i][3], covers[i]));
    add(simd, pixels, over, alphas);
}

/// `p − p·α + q` for eight pixels.
#[inline(always)]
fn add<S: Simd>(
    simd: S,
    pixels: &mut [[u8; 4]; 8],
    (low_q, high_q): (u16x16<S>, u16x16<S>),
    alphas: [u8; 8],
) {
    let each: [u8; 32] = bytemuck::cast(alphas.map(|alpha| [alpha; 4]));
    let (low_a, high_a) = simd.widen_u8x32(u8x32::from_slice(simd, &each));
    let bytes: &mut [u8; 32] = bytemuck::cast_mut(pixels);
    let (low, high) = simd.widen_u8x32(u8x32::from_slice(simd, bytes));
    let half = u16x16::splat(simd, 128);
    let full = u16x16::splat(simd, 255);
    let low = (low - div255(low * low_a + half) + low_q).min(full);
    let high = (high - div255(high * high_a + half) + high_q).min(full);
    simd.narrow_u16x16(low, high).store_slice(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A layer may hold light without alpha, which only adds.
    #[test]
    fn layers_are_laid_down_alike_at_every_level() {
        let pixels: [[u8; 4]; 11] = std::array::from_fn(|i| [i as u8 * 20, 90, 7, 200]);
        let layers = [
            [[0; 4]; 11],
            [[50, 0, 9, 0]; 11],
            [[50, 60, 70, 255]; 11],
            std::array::from_fn(|i| [i as u8 * 9, 20, 30, 40 + i as u8 * 20]),
        ];
        for layer in layers {
            for level in SimdLevel::all() {
                for cover in [0, 1, 128, 255] {
                    let mut row = pixels;
                    run(level, &mut row, &layer, cover);
                    let each = |i: usize| Rgba8::composite(pixels[i], layer[i], cover);
                    assert_eq!(row, std::array::from_fn(each), "{level:?}");
                    let mut row = pixels;
                    covers(level, &mut row, &layer, &[cover; 11]);
                    assert_eq!(row, std::array::from_fn(each), "{level:?}");
                }
            }
        }
    }
}
