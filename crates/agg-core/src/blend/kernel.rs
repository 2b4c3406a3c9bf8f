//! Many pixels at once, for the formats of four bytes.
//!
//! Every function here gives for each pixel exactly what [`Blend::over`] gives; a test compares
//! them at every level that the machine has. Premultiplied pixels go through [16-bit
//! lanes](super::pairs). Straight pixels that are opaque, as on paper they all are, go through `f32`
//! lanes: numerator and denominator are whole numbers below 2²⁴, and a quotient below 256 that is no
//! whole number is at least 1/65 535 away from the next, twice the error of the division, so rounding
//! down is exact.

use crate::blend::pairs::{self, Eight, Pairs, by_eights};
use crate::blend::{Blend, SimdLevel, mul8};
use crate::pixel::{PixelFormat, PixmapMut, Rgba8, StraightRgba8};
use crate::raster::{BlockCovers, Spans};
use fearless_simd::{Simd, dispatch, f32x8, i32x8, prelude::*, u8x16};

/// Shorter runs are not worth the call.
const SHORT: usize = 4;
/// The same for straight pixels, which take longer one by one: each has three divisions.
const SHORT_STRAIGHT: usize = 2;
/// Fewer pixels at the end of a row with colours of their own go one by one.
const SHORT_COLORS: usize = 2;

/// Lays a colour over premultiplied pixels covered alike.
#[inline]
pub(super) fn run(level: SimdLevel, pixels: &mut [[u8; 4]], solid: &[u8; 4], cover: u8) {
    match level.level() {
        Some(level) if pixels.len() >= SHORT => {
            dispatch!(level, simd => Pairs::new(simd, *solid).run(pixels, cover));
        }
        _ => run_scalar(pixels, solid, cover),
    }
}

/// Lays a colour over premultiplied pixels, each with its coverage.
#[inline]
pub(super) fn covers(level: SimdLevel, pixels: &mut [[u8; 4]], solid: &[u8; 4], covers: &[u8]) {
    match level.level() {
        Some(level) if pixels.len() >= SHORT => {
            dispatch!(level, simd => Pairs::new(simd, *solid).covers(pixels, covers));
        }
        _ => covers_scalar::<Rgba8>(pixels, solid, covers),
    }
}

/// Lays a colour over straight pixels covered alike.
#[inline]
pub(super) fn straight_run(level: SimdLevel, pixels: &mut [[u8; 4]], solid: &[u8; 4], cover: u8) {
    match level.level() {
        Some(level) if pixels.len() >= SHORT_STRAIGHT => {
            dispatch!(level, simd => Straight::new(simd, *solid).run(pixels, cover));
        }
        _ => straight_run_scalar(pixels, solid, cover),
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
            dispatch!(level, simd => Straight::new(simd, *solid).covers(pixels, covers));
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
fn straight_run_scalar(pixels: &mut [[u8; 4]], solid: &[u8; 4], cover: u8) {
    for pixel in pixels {
        *pixel = StraightRgba8::over(*pixel, solid, cover);
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

/// Lays a colour over the spans of many rows of premultiplied pixels.
pub(super) fn spans(
    level: SimdLevel,
    surface: &mut PixmapMut<'_, Rgba8>,
    solid: &[u8; 4],
    spans: Spans<'_>,
) {
    match level.level() {
        Some(level) => dispatch!(level, simd => {
            let ink = Pairs::new(simd, *solid);
            each_row(
                surface,
                spans,
                #[inline(always)]
                |pixels, cover| ink.run(pixels, cover),
                #[inline(always)]
                |pixels, covers| ink.covers(pixels, covers),
            );
        }),
        None => each_row(
            surface,
            spans,
            |pixels, cover| run_scalar(pixels, solid, cover),
            |pixels, covers| covers_scalar::<Rgba8>(pixels, solid, covers),
        ),
    }
}

/// Lays a colour over the spans of many rows of straight pixels.
pub(super) fn straight_spans(
    level: SimdLevel,
    surface: &mut PixmapMut<'_, StraightRgba8>,
    solid: &[u8; 4],
    spans: Spans<'_>,
) {
    match level.level() {
        Some(level) => dispatch!(level, simd => {
            let ink = Straight::new(simd, *solid);
            each_row(
                surface,
                spans,
                #[inline(always)]
                |pixels, cover| match StraightRgba8::opaque(solid, cover) {
                    Some(pixel) => pixels.fill(pixel),
                    None => ink.run(pixels, cover),
                },
                #[inline(always)]
                |pixels, covers| ink.covers(pixels, covers),
            );
        }),
        None => each_row(
            surface,
            spans,
            |pixels, cover| straight_run_scalar(pixels, solid, cover),
            |pixels, covers| covers_scalar::<StraightRgba8>(pixels, solid, covers),
        ),
    }
}

/// Hands the pixels of each row of each block to one of two functions, with their coverage.
#[inline(always)]
fn each_row<F: PixelFormat>(
    surface: &mut PixmapMut<'_, F>,
    spans: Spans<'_>,
    mut run: impl FnMut(&mut [F::Pixel], u8),
    mut covers: impl FnMut(&mut [F::Pixel], &[u8]),
) {
    for block in spans.blocks() {
        let (start, size) = ((block.x, block.y), (block.len, block.rows));
        match block.covers {
            BlockCovers::Same(cover) => surface.each_row_mut(
                start,
                size,
                #[inline(always)]
                |_, _, pixels| run(pixels, cover),
            ),
            BlockCovers::Each { at, pitch } => surface.each_row_mut(
                start,
                size,
                #[inline(always)]
                |row, skipped, pixels| {
                    if let Some(each) = spans.covers((at, pitch), row, (skipped, pixels.len())) {
                        covers(pixels, each);
                    }
                },
            ),
        }
    }
}

/// A colour to be laid over straight pixels.
#[derive(Clone, Copy)]
struct Straight<S: Simd> {
    simd: S,
    solid: [u8; 4],
    /// What a pixel is of which nothing else is seen.
    whole: i32x8<S>,
    /// Red, green and blue, 256 times.
    targets: [f32x8<S>; 3],
}

/// The alpha of a pixel as the lowest byte of a word comes first.
const OPAQUE: i32 = !0xFF_FFFF;

impl<S: Simd> Straight<S> {
    #[inline(always)]
    fn new(simd: S, solid: [u8; 4]) -> Self {
        let [r, g, b, _] = solid;
        let target = |channel: u8| f32x8::splat(simd, f32::from(channel) * 256.0);
        Self {
            simd,
            solid,
            whole: i32x8::splat(simd, i32::from_le_bytes(solid) | OPAQUE),
            targets: [target(r), target(g), target(b)],
        }
    }

    /// Lays it over pixels covered alike.
    #[inline(always)]
    fn run(&self, pixels: &mut [[u8; 4]], cover: u8) {
        if mul8(self.solid[3], cover) == 0 {
            return;
        }
        let (eights, few) = pixels.as_chunks_mut::<8>();
        // What lies under a run is mostly of one colour; to look whether it is the same as before
        // takes a fraction of mixing it again.
        let mut last: Option<[Eight; 2]> = None;
        for eight in eights {
            match last {
                Some([before, after]) if *eight == before => *eight = after,
                _ => {
                    let before = *eight;
                    self.mix(eight, &[cover; 8]);
                    last = Some([before, *eight]);
                }
            }
        }
        by_eights(
            few,
            &[cover; 8],
            #[inline(always)]
            |eight, covers| self.mix(eight, covers),
        );
    }

    /// Lays it over pixels, each with its coverage.
    #[inline(always)]
    fn covers(&self, pixels: &mut [[u8; 4]], covers: &[u8]) {
        by_eights(
            pixels,
            covers,
            #[inline(always)]
            |eight, covers| match u64::from_le_bytes(*covers) {
                0 => {}
                u64::MAX if self.solid[3] == 255 => *eight = [self.solid; 8],
                _ => self.mix(eight, covers),
            },
        );
    }

    /// Eight pixels: at once where all are opaque, one by one where not.
    #[inline(always)]
    fn mix(&self, pixels: &mut Eight, covers: &[u8; 8]) {
        let simd = self.simd;
        let words: [i32; 8] = bytemuck::cast(*pixels);
        let held = i32x8::from_slice(simd, &words.map(i32::from_le));
        let opaque = i32x8::splat(simd, OPAQUE);
        if !(held & opaque).simd_eq(opaque).all_true() {
            return covers_scalar::<StraightRgba8>(pixels, &self.solid, covers);
        }
        // Where much is drawn with one colour, most of it lies on itself.
        if held.simd_eq(self.whole).all_true() {
            return;
        }
        let alpha = self.alpha(covers);
        let part = simd.cvt_f32_i32x8(alpha);
        let (keep, whole) = (part * -255.0 + 65280.0, part + 65280.0);
        // (c·256·α + p·255·(256 − α)) / (255·256 + α), all whole numbers below 2²⁴, rounded down.
        let [r, g, b] = self.targets;
        let mixed = |shift: u32, target: f32x8<S>| {
            let channel = simd.cvt_f32_i32x8((held >> shift) & 255);
            let sum = part * target + channel * keep;
            simd.cvt_i32_f32x8(sum / whole) << shift
        };
        let mixed = mixed(0, r) | mixed(8, g) | mixed(16, b) | opaque;
        // What covers all is stored as it is; the quotient would be a little less.
        let full = simd.simd_eq_i32x8(alpha, i32x8::splat(simd, 255));
        let mut words = [0; 8];
        simd.select_i32x8(full, self.whole, mixed)
            .store_slice(&mut words);
        *pixels = bytemuck::cast(words.map(i32::to_le));
    }

    /// The alphas of eight pixels that are covered so much.
    #[inline(always)]
    fn alpha(&self, covers: &[u8; 8]) -> i32x8<S> {
        let simd = self.simd;
        let mut room = [0; 16];
        room[..8].copy_from_slice(covers);
        let (covers, _) = simd.widen_u8x16(u8x16::from_slice(simd, &room));
        let (low, high) = simd.widen_u16x8(covers);
        let covers: i32x8<S> = simd.combine_u32x4(low, high).bitcast();
        if self.solid[3] == 255 {
            return covers;
        }
        let t = covers * i32::from(self.solid[3]) + 128;
        (t + (t >> 8)) >> 8
    }
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
    let (chunks, rest) = pixels[..len].as_chunks_mut();
    let (color_chunks, rest_colors) = colors[..len].as_chunks();
    let word = u64::from_le_bytes([cover; 8]);
    for (chunk, colors) in chunks.iter_mut().zip(color_chunks) {
        pairs::colors(simd, chunk, colors, word);
    }
    color_rest(simd, rest, rest_colors, &[cover; 7]);
}

/// Slices of one length.
#[inline(always)]
fn color_covers_simd<S: Simd>(simd: S, pixels: &mut [[u8; 4]], colors: &[[u8; 4]], covers: &[u8]) {
    let (chunks, rest) = pixels.as_chunks_mut();
    let (color_chunks, rest_colors) = colors.as_chunks();
    let (cover_chunks, rest_covers) = covers.as_chunks();
    for ((chunk, colors), covers) in chunks.iter_mut().zip(color_chunks).zip(cover_chunks) {
        match u64::from_le_bytes(*covers) {
            0 => {}
            word => pairs::colors(simd, chunk, colors, word),
        }
    }
    color_rest(simd, rest, rest_colors, rest_covers);
}

/// Fewer than eight pixels.
#[inline(always)]
fn color_rest<S: Simd>(simd: S, pixels: &mut [[u8; 4]], colors: &[[u8; 4]], covers: &[u8]) {
    if pixels.len() < SHORT_COLORS {
        return color_covers_scalar(pixels, colors, covers);
    }
    let mut all_colors = [[0; 4]; 8];
    for (room, color) in all_colors.iter_mut().zip(colors) {
        *room = *color;
    }
    by_eights(
        pixels,
        covers,
        #[inline(always)]
        |eight, covers| pairs::colors(simd, eight, &all_colors, u64::from_le_bytes(*covers)),
    );
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
