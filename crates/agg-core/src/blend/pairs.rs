//! Eight premultiplied pixels at a time, as two vectors of 16-bit lanes.
//!
//! The channels of a pixel stand next to each other, and two of them share a 16-bit lane: one in its
//! lower half, one in its upper. To take them apart is a mask and a shift, and the alpha of a pixel
//! is the same for both of its lanes, so it is made once:
//!
//! ```text
//!   32 bits      r    g    b    a         even: lane & 255     r . b .
//!   16-bit lanes └─ 1 ─┘  └─ 2 ─┘         odd:  lane >> 8      g . a .
//! ```
//!
//! `p·(255 − α) + q·α + 128` is at most 65 153, and so is the rest of the division by 255.

use crate::blend::mul8;
use fearless_simd::{Simd, f64x2, prelude::*, u8x16, u8x32, u16x8, u16x16, u32x8};

/// Eight pixels.
pub(super) type Eight = [[u8; 4]; 8];

/// A colour to be laid over pixels.
#[derive(Clone, Copy)]
pub(super) struct Pairs<S: Simd> {
    simd: S,
    solid: [u8; 4],
    even: u16x16<S>,
    odd: u16x16<S>,
}

impl<S: Simd> Pairs<S> {
    /// A colour whose alpha is not premultiplied.
    #[inline(always)]
    pub(super) fn new(simd: S, solid: [u8; 4]) -> Self {
        let [r, g, b, _] = solid;
        let (even, odd) = apart(simd, &[[r, g, b, 255]; 8]);
        Self {
            simd,
            solid,
            even,
            odd,
        }
    }

    /// Lays it over pixels covered alike, whole or not.
    #[inline(always)]
    pub(super) fn run(&self, pixels: &mut [[u8; 4]], cover: u8) {
        let alpha = mul8(self.solid[3], cover);
        if alpha == 255 {
            return pixels.fill(self.solid);
        }
        let keep = u16x16::splat(self.simd, u16::from(255 - alpha));
        let added = (
            self.even * u16::from(alpha) + 128,
            self.odd * u16::from(alpha) + 128,
        );
        alike_by_eights(
            pixels,
            #[inline(always)]
            |eight| toward(self.simd, eight, keep, added),
        );
    }

    /// Lays it over pixels, each with its coverage.
    #[inline(always)]
    pub(super) fn covers(&self, pixels: &mut [[u8; 4]], covers: &[u8]) {
        if self.solid[3] == 255 {
            by_eights(
                pixels,
                covers,
                #[inline(always)]
                |eight, covers| match u64::from_le_bytes(*covers) {
                    0 => {}
                    u64::MAX => self.cover(eight),
                    word => self.mix(eight, spread(self.simd, word)),
                },
            );
        } else {
            let scale = u16::from(self.solid[3]);
            by_eights(
                pixels,
                covers,
                #[inline(always)]
                |eight, covers| {
                    let word = u64::from_le_bytes(*covers);
                    if word != 0 {
                        self.mix(eight, div255(spread(self.simd, word) * scale + 128));
                    }
                },
            );
        }
    }

    /// Covers eight pixels wholly with an opaque colour.
    #[inline(always)]
    fn cover(&self, eight: &mut Eight) {
        let both: u8x32<S> = (self.even | (self.odd << 8)).bitcast();
        let room: &mut [u8; 32] = bytemuck::cast_mut(eight);
        both.store_slice(room);
    }

    /// Moves eight pixels towards the colour by their alphas.
    #[inline(always)]
    fn mix(&self, eight: &mut Eight, alpha: u16x16<S>) {
        lerp(eight, (self.even, self.odd), alpha, self.simd);
    }
}

/// Lays a colour of its own over each of eight pixels, covered as much as the bytes of a word say.
#[inline(always)]
pub(super) fn colors<S: Simd>(simd: S, pixels: &mut Eight, colors: &Eight, covers: u64) {
    const ALPHA: u32 = u32::from_le_bytes([0, 0, 0, 255]);
    let words: &[u32; 8] = bytemuck::cast_ref(colors);
    let held = u32x8::from_slice(simd, words);
    let alpha = match ALPHA.swap_bytes() {
        // The first byte is the lowest.
        0xFF => held >> 24,
        _ => held & 0xFF,
    };
    if covers == u64::MAX && alpha.simd_eq(255).all_true() {
        *pixels = *colors;
        return;
    }
    let alpha: u16x16<S> = (alpha | (alpha << 16)).bitcast();
    let alpha = match covers {
        u64::MAX => alpha,
        word => div255(alpha * spread(simd, word) + 128),
    };
    let both: u16x16<S> = (held | ALPHA).bitcast();
    lerp(pixels, (both & 255, both >> 8), alpha, simd);
}

#[inline(always)]
fn lerp<S: Simd>(
    pixels: &mut Eight,
    (even, odd): (u16x16<S>, u16x16<S>),
    alpha: u16x16<S>,
    simd: S,
) {
    let keep = alpha ^ u16x16::splat(simd, 255);
    let added = (even * alpha + 128, odd * alpha + 128);
    toward(simd, pixels, keep, added);
}

/// Keeps so much of eight pixels, adds something to their even and odd channels, and divides by 255.
#[inline(always)]
fn toward<S: Simd>(
    simd: S,
    pixels: &mut Eight,
    keep: u16x16<S>,
    (even, odd): (u16x16<S>, u16x16<S>),
) {
    let (p, q) = apart(simd, pixels);
    store(pixels, p * keep + even, q * keep + odd);
}

/// The even and the odd channels of eight pixels.
#[inline(always)]
fn apart<S: Simd>(simd: S, eight: &Eight) -> (u16x16<S>, u16x16<S>) {
    let bytes: &[u8; 32] = bytemuck::cast_ref(eight);
    let both: u16x16<S> = u8x32::from_slice(simd, bytes).bitcast();
    (both & 255, both >> 8)
}

/// Stores the rest of a division by 255 of even and odd channels that have 128 added already.
#[inline(always)]
fn store<S: Simd>(eight: &mut Eight, even: u16x16<S>, odd: u16x16<S>) {
    let odd = (odd + (odd >> 8)) & 0xFF00;
    let bytes: u8x32<S> = (div255(even) | odd).bitcast();
    let room: &mut [u8; 32] = bytemuck::cast_mut(eight);
    bytes.store_slice(room);
}

/// The rest of a division by 255 of numbers that have 128 added already.
#[inline(always)]
pub(super) fn div255<S: Simd>(t: u16x16<S>) -> u16x16<S> {
    (t + (t >> 8)) >> 8
}

/// Each byte of a word in two lanes.
#[inline(always)]
fn spread<S: Simd>(simd: S, word: u64) -> u16x16<S> {
    let bytes: u8x16<S> = f64x2::splat(simd, f64::from_bits(word)).bitcast();
    let (lanes, _): (u16x8<S>, _) = simd.widen_u8x16(bytes);
    simd.combine_u16x8(
        simd.zip_low_u16x8(lanes, lanes),
        simd.zip_high_u16x8(lanes, lanes),
    )
}

/// Hands on eight pixels at a time with their coverage, as many as there are of both. The last eight
/// overlap those before them; where there are fewer than eight, they come in the room of eight, and
/// what is not there is not covered.
#[inline(always)]
pub(super) fn by_eights(
    pixels: &mut [[u8; 4]],
    covers: &[u8],
    mut mix: impl FnMut(&mut Eight, &[u8; 8]),
) {
    let len = pixels.len().min(covers.len());
    let (pixels, covers) = (&mut pixels[..len], &covers[..len]);
    if len < 8 {
        if len > 0 {
            in_room_of_eight(pixels, covers, mix);
        }
        return;
    }
    // Read before anything is stored: reading what was stored a moment ago in other pieces makes
    // the processor wait.
    let last = match (pixels.last_chunk(), covers.last_chunk()) {
        (Some(pixels), Some(covers)) if !len.is_multiple_of(8) => {
            let mut last = *pixels;
            mix(&mut last, covers);
            Some(last)
        }
        _ => None,
    };
    let (eights, _) = pixels.as_chunks_mut();
    let (cover_eights, _) = covers.as_chunks();
    for (eight, covers) in eights.iter_mut().zip(cover_eights) {
        mix(eight, covers);
    }
    if let (Some(last), Some(room)) = (last, pixels.last_chunk_mut()) {
        *room = last;
    }
}

/// The same for pixels that are covered alike.
#[inline(always)]
fn alike_by_eights(pixels: &mut [[u8; 4]], mut mix: impl FnMut(&mut Eight)) {
    if pixels.len() < 8 {
        return in_room_of_eight(
            pixels,
            &[],
            #[inline(always)]
            |eight, _| mix(eight),
        );
    }
    let is_whole = pixels.len().is_multiple_of(8);
    let last = pixels.last_chunk().copied().filter(|_| !is_whole);
    for eight in pixels.as_chunks_mut().0 {
        mix(eight);
    }
    if let (Some(mut last), Some(room)) = (last, pixels.last_chunk_mut()) {
        mix(&mut last);
        *room = last;
    }
}

#[inline(always)]
fn in_room_of_eight(
    pixels: &mut [[u8; 4]],
    covers: &[u8],
    mut mix: impl FnMut(&mut Eight, &[u8; 8]),
) {
    let (mut eight, mut eight_covers) = ([[255; 4]; 8], [0; 8]);
    for (room, pixel) in eight.iter_mut().zip(pixels.iter()) {
        *room = *pixel;
    }
    for (room, cover) in eight_covers.iter_mut().zip(covers) {
        *room = *cover;
    }
    mix(&mut eight, &eight_covers);
    for (pixel, mixed) in pixels.iter_mut().zip(&eight) {
        *pixel = *mixed;
    }
}
