//! Many pixels at once, for the formats of four bytes.
//!
//! Every function here gives for each pixel exactly what [`Blend::over`] gives; a test compares
//! them at every level that the machine has. Premultiplied pixels go through 16-bit lanes:
//! `p·(255 − α) + q·α + 128` is at most 65 153, and so is the rest of the division by 255. Straight
//! pixels that are opaque, as on paper they all are, go through `f32` lanes: numerator and
//! denominator are whole numbers below 2²⁴, and a quotient below 256 that is no whole number is at
//! least 1/65 535 away from the next, twice the error of the division, so rounding down is exact.

use crate::blend::{Blend, SimdLevel, mul8};
use crate::pixel::{Rgba8, StraightRgba8};
use fearless_simd::{Simd, dispatch, i32x8, prelude::*, u8x16, u8x32, u16x8, u16x16};

/// Shorter runs are not worth the call.
const SHORT: usize = 4;
/// The same for straight pixels, which take longer one by one: each has three divisions.
const SHORT_STRAIGHT: usize = 2;

/// Lays a colour over premultiplied pixels covered alike.
#[inline]
pub(super) fn run(level: SimdLevel, pixels: &mut [[u8; 4]], solid: &[u8; 4], cover: u8) {
    match level.level() {
        Some(level) if pixels.len() >= SHORT => {
            dispatch!(level, simd => run_simd(simd, pixels, *solid, cover));
        }
        _ => run_scalar(pixels, solid, cover),
    }
}

/// Lays a colour over premultiplied pixels, each with its coverage.
#[inline]
pub(super) fn covers(level: SimdLevel, pixels: &mut [[u8; 4]], solid: &[u8; 4], covers: &[u8]) {
    match level.level() {
        Some(level) if pixels.len() >= SHORT => {
            dispatch!(level, simd => covers_simd(simd, pixels, *solid, covers));
        }
        _ => covers_scalar::<Rgba8>(pixels, solid, covers),
    }
}

/// Lays a colour over straight pixels covered alike.
#[inline]
pub(super) fn straight_run(level: SimdLevel, pixels: &mut [[u8; 4]], solid: &[u8; 4], cover: u8) {
    match level.level() {
        Some(level) if pixels.len() >= SHORT_STRAIGHT => {
            dispatch!(level, simd => straight_run_simd(simd, pixels, *solid, cover));
        }
        _ => {
            for pixel in pixels {
                *pixel = StraightRgba8::over(*pixel, solid, cover);
            }
        }
    }
}

/// Lays a colour over straight pixels, each with its coverage.
#[inline]
pub(super) fn straight_covers(
    level: SimdLevel,
    pixels: &mut [[u8; 4]],
    solid: &[u8; 4],
    covers: &[u8],
) {
    match level.level() {
        Some(level) if pixels.len() >= SHORT_STRAIGHT => {
            dispatch!(level, simd => straight_covers_simd(simd, pixels, *solid, covers));
        }
        _ => covers_scalar::<StraightRgba8>(pixels, solid, covers),
    }
}

#[inline(always)]
fn run_scalar(pixels: &mut [[u8; 4]], solid: &[u8; 4], cover: u8) {
    for pixel in pixels {
        *pixel = Rgba8::over(*pixel, solid, cover);
    }
}

#[inline(always)]
fn covers_scalar<F: Blend<Pixel = [u8; 4], Solid = [u8; 4]>>(
    pixels: &mut [[u8; 4]],
    solid: &[u8; 4],
    covers: &[u8],
) {
    for (pixel, &cover) in pixels.iter_mut().zip(covers) {
        *pixel = F::over(*pixel, solid, cover);
    }
}

/// The rest of a division by 255 of numbers that have 128 added already.
#[inline(always)]
pub(super) fn div255<S: Simd>(t: u16x16<S>) -> u16x16<S> {
    (t + (t >> 8)) >> 8
}

#[inline(always)]
fn run_simd<S: Simd>(simd: S, pixels: &mut [[u8; 4]], solid: [u8; 4], cover: u8) {
    let alpha = mul8(solid[3], cover);
    let added = target(simd, solid) * u16::from(alpha) + 128;
    let keep = u16x16::splat(simd, u16::from(255 - alpha));
    let (chunks, rest) = pixels.as_chunks_mut::<8>();
    for chunk in chunks {
        let bytes: &mut [u8; 32] = bytemuck::cast_mut(chunk);
        let (low, high) = simd.widen_u8x32(u8x32::from_slice(simd, bytes));
        let low = div255(low * keep + added);
        let high = div255(high * keep + added);
        simd.narrow_u16x16(low, high).store_slice(bytes);
    }
    let (chunks, rest) = rest.as_chunks_mut::<4>();
    let (added, _) = simd.split_u16x16(added);
    let (keep, _) = simd.split_u16x16(keep);
    for chunk in chunks {
        let bytes: &mut [u8; 16] = bytemuck::cast_mut(chunk);
        let (low, high) = simd.widen_u8x16(u8x16::from_slice(simd, bytes));
        let [low, high] = [low, high].map(|half| half * keep + added);
        let [low, high] = [low, high].map(|t| (t + (t >> 8)) >> 8);
        simd.narrow_u16x8(low, high).store_slice(bytes);
    }
    run_scalar(rest, &solid, cover);
}

/// What four pixels move towards when a colour is laid over them.
#[inline(always)]
fn target<S: Simd>(simd: S, [r, g, b, _]: [u8; 4]) -> u16x16<S> {
    let pixel = [r, g, b, 255].map(u16::from);
    let four: [u16; 16] = bytemuck::cast([pixel; 4]);
    u16x16::from_slice(simd, &four)
}

#[inline(always)]
fn covers_simd<S: Simd>(simd: S, pixels: &mut [[u8; 4]], solid: [u8; 4], covers: &[u8]) {
    let len = pixels.len().min(covers.len());
    let (pixels, covers) = (&mut pixels[..len], &covers[..len]);
    let target = target(simd, solid);
    let (eights, few) = pixels.as_chunks_mut::<8>();
    let (cover_eights, few_covers) = covers.as_chunks::<8>();
    for (chunk, covers) in eights.iter_mut().zip(cover_eights) {
        let word = u64::from_le_bytes(*covers);
        if word == 0 {
            continue;
        }
        if word == u64::MAX && solid[3] == 255 {
            chunk.fill(solid);
            continue;
        }
        eight(simd, chunk, target, solid[3], covers);
    }
    let (fours, few) = few.as_chunks_mut::<4>();
    let (cover_fours, few_covers) = few_covers.as_chunks::<4>();
    for (chunk, covers) in fours.iter_mut().zip(cover_fours) {
        let (half, _) = simd.split_u16x16(target);
        four(simd, chunk, half, solid[3], covers);
    }
    covers_scalar::<Rgba8>(few, &solid, few_covers);
}

#[inline(always)]
fn eight<S: Simd>(
    simd: S,
    pixels: &mut [[u8; 4]; 8],
    target: u16x16<S>,
    alpha: u8,
    covers: &[u8; 8],
) {
    let alphas: [[u8; 4]; 8] = std::array::from_fn(|i| [covers[i]; 4]);
    let alphas: [u8; 32] = bytemuck::cast(alphas);
    let (low_a, high_a) = simd.widen_u8x32(u8x32::from_slice(simd, &alphas));
    let scale = u16x16::splat(simd, u16::from(alpha));
    let half = u16x16::splat(simd, 128);
    let full = u16x16::splat(simd, 255);
    let low_a = div255(low_a * scale + half);
    let high_a = div255(high_a * scale + half);
    let bytes: &mut [u8; 32] = bytemuck::cast_mut(pixels);
    let (low, high) = simd.widen_u8x32(u8x32::from_slice(simd, bytes));
    let low = div255(low * (full - low_a) + target * low_a + half);
    let high = div255(high * (full - high_a) + target * high_a + half);
    simd.narrow_u16x16(low, high).store_slice(bytes);
}

#[inline(always)]
fn four<S: Simd>(
    simd: S,
    pixels: &mut [[u8; 4]; 4],
    target: u16x8<S>,
    alpha: u8,
    covers: &[u8; 4],
) {
    let alphas: [[u8; 4]; 4] = std::array::from_fn(|i| [mul8(alpha, covers[i]); 4]);
    let alphas: [u8; 16] = bytemuck::cast(alphas);
    let (low_a, high_a) = simd.widen_u8x16(u8x16::from_slice(simd, &alphas));
    let bytes: &mut [u8; 16] = bytemuck::cast_mut(pixels);
    let (low, high) = simd.widen_u8x16(u8x16::from_slice(simd, bytes));
    let low = lerp_lanes(simd, low, target, low_a);
    let high = lerp_lanes(simd, high, target, high_a);
    simd.narrow_u16x8(low, high).store_slice(bytes);
}

#[inline(always)]
fn straight_run_simd<S: Simd>(simd: S, pixels: &mut [[u8; 4]], solid: [u8; 4], cover: u8) {
    if mul8(solid[3], cover) == 0 {
        return;
    }
    let (eights, few) = pixels.as_chunks_mut::<8>();
    // What lies under a run is mostly of one colour; to look whether it is the same as before takes
    // a fraction of mixing it again.
    let mut last: Option<[[[u8; 4]; 8]; 2]> = None;
    for eight in eights {
        match last {
            Some([before, after]) if *eight == before => *eight = after,
            _ => {
                let before = *eight;
                straight_eight(simd, eight, &solid, &[cover; 8]);
                last = Some([before, *eight]);
            }
        }
    }
    straight_few(simd, few, &solid, &[cover; 8]);
}

#[inline(always)]
fn straight_covers_simd<S: Simd>(simd: S, pixels: &mut [[u8; 4]], solid: [u8; 4], covers: &[u8]) {
    let len = pixels.len().min(covers.len());
    if len < 8 {
        return straight_few(simd, &mut pixels[..len], &solid, covers);
    }
    let (pixels, covers) = (&mut pixels[..len], &covers[..len]);
    // The last eight overlap those before. They are read before anything is stored: reading what
    // was stored a moment ago in other pieces makes the processor wait.
    let last = match (pixels.last_chunk(), covers.last_chunk()) {
        (Some(pixels), Some(covers)) if !len.is_multiple_of(8) => {
            let mut last = *pixels;
            straight_eight(simd, &mut last, &solid, covers);
            Some(last)
        }
        _ => None,
    };
    let (eights, _) = pixels.as_chunks_mut::<8>();
    let (cover_eights, _) = covers.as_chunks::<8>();
    for (eight, covers) in eights.iter_mut().zip(cover_eights) {
        match u64::from_le_bytes(*covers) {
            0 => {}
            u64::MAX if solid[3] == 255 => eight.fill(solid),
            _ => straight_eight(simd, eight, &solid, covers),
        }
    }
    if let (Some(last), Some(room)) = (last, pixels.last_chunk_mut()) {
        *room = last;
    }
}

/// Fewer than eight straight pixels, in the room of eight: what is not there is not covered.
#[inline(always)]
fn straight_few<S: Simd>(simd: S, pixels: &mut [[u8; 4]], solid: &[u8; 4], covers: &[u8]) {
    if pixels.len() < SHORT_STRAIGHT {
        return covers_scalar::<StraightRgba8>(pixels, solid, covers);
    }
    let (mut eight, mut eight_covers) = ([[255; 4]; 8], [0; 8]);
    for (room, pixel) in eight.iter_mut().zip(pixels.iter()) {
        *room = *pixel;
    }
    for (room, cover) in eight_covers.iter_mut().zip(covers).take(pixels.len()) {
        *room = *cover;
    }
    straight_eight(simd, &mut eight, solid, &eight_covers);
    for (pixel, blended) in pixels.iter_mut().zip(&eight) {
        *pixel = *blended;
    }
}

/// Eight straight pixels: at once where all are opaque, one by one where not.
#[inline(always)]
fn straight_eight<S: Simd>(simd: S, pixels: &mut [[u8; 4]; 8], solid: &[u8; 4], covers: &[u8; 8]) {
    const OPAQUE: i32 = !0xFF_FFFF;
    let mut words: [i32; 8] = bytemuck::cast(*pixels);
    let mut all = OPAQUE;
    for word in &mut words {
        *word = i32::from_le(*word);
        all &= *word;
    }
    if all != OPAQUE {
        return covers_scalar::<StraightRgba8>(pixels, solid, covers);
    }
    let held = i32x8::from_slice(simd, &words);
    let mut room = [0; 16];
    room[..8].copy_from_slice(covers);
    let (covers, _) = simd.widen_u8x16(u8x16::from_slice(simd, &room));
    let (low, high) = simd.widen_u16x8(covers);
    let covers: i32x8<S> = simd.combine_u32x4(low, high).bitcast();
    let t = covers * i32::from(solid[3]) + 128;
    let alpha = (t + (t >> 8)) >> 8;
    let part = simd.cvt_f32_i32x8(alpha);
    let (scale, keep, whole) = (part * 256.0, part * -255.0 + 65280.0, part + 65280.0);
    // (c·256·α + p·255·(256 − α)) / (255·256 + α), all whole numbers below 2²⁴, rounded down.
    let mixed = |shift: u32, target: u8| {
        let channel = simd.cvt_f32_i32x8((held >> shift) & 255);
        let sum = scale * f32::from(target) + channel * keep;
        simd.cvt_i32_f32x8(sum / whole) << shift
    };
    let [r, g, b, _] = *solid;
    let mixed = mixed(0, r) | mixed(8, g) | mixed(16, b) | OPAQUE;
    // What covers all is stored as it is; the quotient would be a little less.
    let full = simd.simd_eq_i32x8(alpha, i32x8::splat(simd, 255));
    let solid = i32x8::splat(simd, i32::from_le_bytes(*solid));
    let blended = simd.select_i32x8(full, solid, mixed);
    blended.store_slice(&mut words);
    for word in &mut words {
        *word = word.to_le();
    }
    *pixels = bytemuck::cast(words);
}

/// `p + (q − p)·α/255` in every lane, rounded to the nearest.
#[inline(always)]
fn lerp_lanes<S: Simd>(simd: S, p: u16x8<S>, q: u16x8<S>, a: u16x8<S>) -> u16x8<S> {
    let t = p * (u16x8::splat(simd, 255) - a) + q * a + u16x8::splat(simd, 128);
    (t + (t >> 8)) >> 8
}

/// Lays a colour of its own over each premultiplied pixel, all covered alike.
#[inline]
pub(super) fn colors_run(level: SimdLevel, pixels: &mut [[u8; 4]], colors: &[[u8; 4]], cover: u8) {
    match level.level() {
        Some(level) => dispatch!(level, simd => colors_simd(simd, pixels, colors, cover)),
        None => colors_scalar(pixels, colors, cover),
    }
}

/// Lays a colour of its own over each premultiplied pixel, each with its coverage.
#[inline]
pub(super) fn color_covers(
    level: SimdLevel,
    pixels: &mut [[u8; 4]],
    colors: &[[u8; 4]],
    covers: &[u8],
) {
    let len = pixels.len().min(colors.len()).min(covers.len());
    let (pixels, colors, covers) = (&mut pixels[..len], &colors[..len], &covers[..len]);
    match level.level() {
        Some(level) if len >= SHORT => {
            dispatch!(level, simd => color_covers_simd(simd, pixels, colors, covers));
        }
        _ => color_covers_scalar(pixels, colors, covers),
    }
}

#[inline(always)]
fn colors_scalar(pixels: &mut [[u8; 4]], colors: &[[u8; 4]], cover: u8) {
    for (pixel, color) in pixels.iter_mut().zip(colors) {
        *pixel = Rgba8::over(*pixel, color, cover);
    }
}

#[inline(always)]
fn color_covers_scalar(pixels: &mut [[u8; 4]], colors: &[[u8; 4]], covers: &[u8]) {
    for ((pixel, color), &cover) in pixels.iter_mut().zip(colors).zip(covers) {
        *pixel = Rgba8::over(*pixel, color, cover);
    }
}

#[inline(always)]
fn colors_simd<S: Simd>(simd: S, pixels: &mut [[u8; 4]], colors: &[[u8; 4]], cover: u8) {
    let len = pixels.len().min(colors.len());
    let (chunks, rest) = pixels[..len].as_chunks_mut::<4>();
    let (color_chunks, rest_colors) = colors[..len].as_chunks::<4>();
    if cover == 255 {
        for (chunk, colors) in chunks.iter_mut().zip(color_chunks) {
            match are_opaque(colors) {
                true => *chunk = *colors,
                false => four_covered(simd, chunk, colors, colors.map(|color| color[3])),
            }
        }
    } else {
        for (chunk, colors) in chunks.iter_mut().zip(color_chunks) {
            let alphas = colors.map(|color| mul8(color[3], cover));
            four_covered(simd, chunk, colors, alphas);
        }
    }
    colors_scalar(rest, rest_colors, cover);
}

/// Slices of one length.
#[inline(always)]
fn color_covers_simd<S: Simd>(simd: S, pixels: &mut [[u8; 4]], colors: &[[u8; 4]], covers: &[u8]) {
    let (chunks, rest) = pixels.as_chunks_mut::<4>();
    let (color_chunks, rest_colors) = colors.as_chunks::<4>();
    let (cover_chunks, rest_covers) = covers.as_chunks::<4>();
    for ((chunk, colors), covers) in chunks.iter_mut().zip(color_chunks).zip(cover_chunks) {
        match *covers {
            [0, 0, 0, 0] => {}
            [255, 255, 255, 255] => {
                four_covered(simd, chunk, colors, colors.map(|color| color[3]));
            }
            covers => {
                let alphas = std::array::from_fn(|i| mul8(colors[i][3], covers[i]));
                four_covered(simd, chunk, colors, alphas);
            }
        }
    }
    color_covers_scalar(rest, rest_colors, rest_covers);
}

#[inline(always)]
fn are_opaque(colors: &[[u8; 4]; 4]) -> bool {
    const ALPHAS: [[u8; 4]; 4] = [[0, 0, 0, 255]; 4];
    let opaque: u128 = bytemuck::cast(ALPHAS);
    let colors: u128 = bytemuck::cast(*colors);
    colors & opaque == opaque
}

/// Lays four colours over four pixels, each as much as its alpha says.
#[inline(always)]
fn four_covered<S: Simd>(
    simd: S,
    chunk: &mut [[u8; 4]; 4],
    colors: &[[u8; 4]; 4],
    alphas: [u8; 4],
) {
    const ALPHA: u64 = 0xFF000000_FF000000;
    if alphas == [255; 4] {
        *chunk = *colors;
        return;
    }
    let alphas: [u8; 16] = bytemuck::cast(alphas.map(|alpha| [alpha; 4]));
    let [first, second]: [u64; 2] = bytemuck::cast(*colors);
    let target: [u8; 16] = bytemuck::cast([first | ALPHA.to_le(), second | ALPHA.to_le()]);
    let (low_a, high_a) = simd.widen_u8x16(u8x16::from_slice(simd, &alphas));
    let (low_q, high_q) = simd.widen_u8x16(u8x16::from_slice(simd, &target));
    let bytes: &mut [u8; 16] = bytemuck::cast_mut(chunk);
    let (low, high) = simd.widen_u8x16(u8x16::from_slice(simd, bytes));
    let low = lerp_lanes(simd, low, low_q, low_a);
    let high = lerp_lanes(simd, high, high_q, high_a);
    simd.narrow_u16x8(low, high).store_slice(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blend::Blender;

    /// Both formats, at every level, against the one-pixel function.
    fn compare(pixels: &[[u8; 4]], solid: [u8; 4], covers: &[u8]) {
        check::<Rgba8>(pixels, solid, covers);
        check::<StraightRgba8>(pixels, solid, covers);
    }

    fn check<F: Blend<Pixel = [u8; 4], Solid = [u8; 4]>>(
        pixels: &[[u8; 4]],
        solid: [u8; 4],
        covers: &[u8],
    ) {
        let each = pixels.iter().zip(covers.iter());
        let expected: Vec<_> = each.map(|(&p, &c)| F::over(p, &solid, c)).collect();
        for level in SimdLevel::all() {
            let blender = Blender::<F>::from_solid(solid).with_level(level);
            let mut row = pixels.to_vec();
            blender.covers(&mut row, covers);
            assert!(row == expected, "covers {level:?} {solid:?}");
            let cover = covers[0];
            let alike: Vec<_> = pixels.iter().map(|&p| F::over(p, &solid, cover)).collect();
            let mut row = pixels.to_vec();
            blender.run(&mut row, cover);
            assert!(row == alike, "run {level:?} {solid:?} {cover}");
        }
    }

    #[test]
    fn every_source_destination_and_cover_is_the_same_at_every_level() {
        // A row of every destination byte for each source byte and alpha: 256³ triples a format.
        let pixels: Vec<[u8; 4]> = (0..=255).map(|v| [v, 255 - v, v ^ 85, 255]).collect();
        for color in 0..=255u8 {
            for alpha in (0..=255u8).step_by(if color % 16 == 0 { 1 } else { 15 }) {
                let covers = [255; 256];
                compare(&pixels, [color, 255 - color, color ^ 51, alpha], &covers);
            }
        }
    }

    #[test]
    fn every_coverage_and_opacity_is_the_same_at_every_level() {
        let pixels: Vec<[u8; 4]> = (0..=255).map(|v| [v, 77, 255 - v, v | 128]).collect();
        let covers: Vec<u8> = (0..=255).collect();
        for alpha in 0..=255 {
            compare(&pixels, [200, 100, alpha, alpha], &covers);
            let mixed: Vec<u8> = (0..=255u8).map(|v| v.wrapping_mul(113)).collect();
            let paper: Vec<[u8; 4]> = pixels.iter().map(|&[r, g, b, _]| [r, g, b, 255]).collect();
            compare(&paper, [255, 100, alpha, alpha], &mixed);
        }
    }

    /// Full coverage beside partial coverage on opaque pixels was mixed instead of stored.
    #[test]
    fn full_coverage_stores_the_colour_beside_partial_coverage() {
        let pixels: Vec<[u8; 4]> = (0..=255).map(|v| [v, 255 - v, v ^ 85, 255]).collect();
        let covers: Vec<u8> = (0..=255)
            .map(|v| if v % 3 == 0 { v } else { 255 })
            .collect();
        for color in 0..=255 {
            compare(&pixels, [color, 255 - color, color ^ 51, 255], &covers);
        }
    }

    #[test]
    fn rows_of_every_length_are_the_same_at_every_level() {
        for len in 1..70 {
            let pixels: Vec<[u8; 4]> = (0..len).map(|v| [v, 2 * v, 3 * v, 255 - v / 2]).collect();
            let mut covers: Vec<u8> = (0..len).map(|v| v.wrapping_mul(37)).collect();
            compare(&pixels, [10, 20, 30, 255], &covers);
            covers.fill(255);
            compare(&pixels, [10, 20, 30, 255], &covers);
            covers.fill(0);
            compare(&pixels, [10, 20, 30, 128], &covers);
        }
    }

    /// Runs remember what the eight pixels before became.
    #[test]
    fn runs_over_patterns_that_repeat_and_change_are_the_same_at_every_level() {
        let [paper, gray, glass] = [[255; 4], [90, 120, 7, 255], [200, 100, 50, 128]];
        for (of_eight, of_rest) in [(paper, gray), (gray, paper), (glass, paper), (paper, glass)] {
            let mut pixels = vec![of_eight; 61];
            pixels[24..40].fill(of_rest);
            pixels[43] = of_rest;
            for alpha in [1, 77, 128, 254, 255] {
                let mut covers = vec![255; 61];
                covers[0] = alpha;
                compare(&pixels, [31, 119, 180, 255], &covers);
                compare(&pixels, [31, 119, 180, alpha], &[255; 61]);
            }
        }
    }

    #[test]
    fn colours_of_their_own_are_the_same_at_every_level() {
        let pixels: Vec<[u8; 4]> = (0..=255).map(|v| [v, 77, 255 - v, v | 128]).collect();
        for shift in 0..=255u8 {
            let color = |v: u8| [v ^ shift, v, shift, v.wrapping_add(shift)];
            let colors: Vec<[u8; 4]> = (0..=255).map(color).collect();
            for cover in [0, 1, 100, 254, 255] {
                let each = pixels.iter().zip(&colors);
                let expected: Vec<_> = each.map(|(&p, c)| Rgba8::over(p, c, cover)).collect();
                for level in SimdLevel::all() {
                    let mut row = pixels.clone();
                    Rgba8::blend_colors(level, &mut row, &colors, cover);
                    assert!(row == expected, "{level:?} {shift} {cover}");
                }
            }
        }
    }

    /// Four black colours have no bits but those of their alphas.
    #[test]
    fn black_and_nothing_are_not_opaque_at_any_level() {
        let pixels = [[10, 200, 30, 255]; 9];
        for color in [[0, 0, 0, 128], [0; 4], [0, 0, 0, 255], [9, 8, 7, 254]] {
            for level in SimdLevel::all() {
                let mut row = pixels;
                Rgba8::blend_colors(level, &mut row, &[color; 9], 255);
                assert_eq!(row, pixels.map(|pixel| Rgba8::over(pixel, &color, 255)));
            }
        }
    }

    #[test]
    fn colours_with_covers_of_their_own_are_the_same_at_every_level() {
        let pixels: Vec<[u8; 4]> = (0..=255).map(|v| [v, 77, 255 - v, v | 128]).collect();
        for shift in 0..=255u8 {
            let alpha = |v: u8| if v.is_multiple_of(3) { 255 } else { v ^ shift };
            let colors: Vec<[u8; 4]> = (0..=255).map(|v| [v, shift, v ^ 85, alpha(v)]).collect();
            let cover = |v: u8| [0, v.wrapping_mul(shift), 255][usize::from(v / 5 % 3)];
            let covers: Vec<u8> = (0..=250).map(cover).collect();
            let each = pixels.iter().zip(&colors).zip(&covers);
            let mut expected: Vec<_> = each.map(|((&p, c), &v)| Rgba8::over(p, c, v)).collect();
            expected.extend_from_slice(&pixels[covers.len()..]);
            for level in SimdLevel::all() {
                let mut row = pixels.clone();
                Rgba8::blend_color_covers(level, &mut row, &colors, &covers);
                assert!(row == expected, "{level:?} {shift}");
            }
        }
    }

    #[test]
    fn a_row_and_covers_of_different_lengths_meet_in_the_shorter() {
        let blender = Blender::<Rgba8>::from_solid([1, 2, 3, 255]);
        let mut row = [[0; 4]; 20];
        blender.covers(&mut row, &[255; 9]);
        assert_eq!((row[8], row[9]), ([1, 2, 3, 255], [0; 4]));
        blender.covers(&mut row[..5], &[0; 99]);
    }
}
