//! What becomes of one pixel, for whole tables of pixels, colours and coverages.
//!
//! A picture holds a hash for each pair of two of them; the third runs through
//! all its values in the hash.

use agg_core::{Blend, Color, Gray8, Rgb8, Rgb565, Rgba8, Rgba16, RgbaF32};

use super::picture::{AggScene, Picture};

pub(super) fn scenes() -> Vec<AggScene> {
    let table = |name, pair: fn(&mut Hash, u8, u8)| {
        AggScene::new(name, (256, 256), move |p| each_pair(p, pair))
    };
    vec![
        table("blending_rgba32", rgba32),
        table("blending_rgba32_covers", rgba32_covers),
        table("blending_rgba32_pre", rgba32_pre),
        table("blending_rgba32_pre_covers", rgba32_pre_covers),
        table("blending_rgb24", rgb24),
        table("blending_gray8", gray8),
        table("blending_gray8_luma", gray8_luma),
        table("blending_rgb565", rgb565),
        table("blending_rgba64_pre", rgba64_pre),
        table("blending_rgba128", rgba128),
    ]
}

/// FNV-1a of 32 bits.
struct Hash(u32);

impl Hash {
    fn add(&mut self, bytes: impl IntoIterator<Item = u8>) {
        for byte in bytes {
            self.0 = (self.0 ^ u32::from(byte)).wrapping_mul(16_777_619);
        }
    }
}

fn each_pair(picture: &mut Picture, pair: fn(&mut Hash, u8, u8)) {
    let places = (0..=255).flat_map(|y| (0..=255).map(move |x| (x, y)));
    for (pixel, (x, y)) in picture.pixmap().pixels_mut().iter_mut().zip(places) {
        let mut hash = Hash(2_166_136_261);
        pair(&mut hash, x, y);
        *pixel = hash.0.to_le_bytes();
    }
}

/// Every byte there, every opacity, every byte of the colour.
fn rgba32(hash: &mut Hash, p: u8, alpha: u8) {
    for q in 0..=255 {
        hash.add(Rgba8::over(
            [p, 255 - p, p ^ 85, p],
            &[q, 255 - q, q ^ 51, alpha],
            255,
        ));
    }
}

/// The bytes of a grid of 16 by 16.
fn grid() -> impl Iterator<Item = (u8, u8)> {
    (0..=255).map(|i| (i % 16, i / 16))
}

/// Every coverage, every opacity, a grid of bytes.
fn rgba32_covers(hash: &mut Hash, cover: u8, alpha: u8) {
    for (p, q) in grid().map(|(p, q)| (p * 17, q * 17)) {
        hash.add(Rgba8::over(
            [p, 255 - p, p, p],
            &[q, 255 - q, q, alpha],
            cover,
        ));
    }
}

/// Premultiplied colours: every byte there, every opacity, every byte up to the opacity.
fn rgba32_pre(hash: &mut Hash, p: u8, alpha: u8) {
    for q in 0..=alpha {
        let color = [q, alpha - q, q / 2, alpha];
        hash.add(Rgba8::composite([p, 255 - p, p ^ 85, p], color, 255));
    }
}

fn rgba32_pre_covers(hash: &mut Hash, cover: u8, alpha: u8) {
    for (p, q) in grid() {
        let (p, q) = (p * 17, (u32::from(q) * u32::from(alpha) / 15) as u8);
        hash.add(Rgba8::composite(
            [p, 255 - p, p, p],
            [q, alpha - q, q, alpha],
            cover,
        ));
    }
}

fn rgb24(hash: &mut Hash, p: u8, alpha: u8) {
    for q in 0..=255 {
        hash.add(Rgb8::over(
            [p, 255 - p, p ^ 85],
            &[q, 255 - q, q ^ 51, alpha],
            255,
        ));
    }
}

fn gray8(hash: &mut Hash, p: u8, alpha: u8) {
    for q in 0..=255 {
        hash.add([Gray8::over(p, &[q, alpha], 255)]);
        hash.add([Gray8::over(p, &[255, alpha], q)]);
    }
}

/// The lightness of colours.
fn gray8_luma(hash: &mut Hash, r: u8, g: u8) {
    for b in 0..=255 {
        let solid = Gray8::solid(Color::from_rgb8(r, g, b));
        hash.add([Gray8::over(0, &solid, 255)]);
    }
}

fn rgb565(hash: &mut Hash, p: u8, alpha: u8) {
    let pixel = (u16::from(p) * 257) ^ (u16::from(alpha) << 3);
    for q in 0..=255 {
        let over = Rgb565::over(pixel, &[q, 255 - q, q ^ 51, alpha], 255);
        hash.add(over.to_le_bytes());
        hash.add(Rgb565::over(pixel, &[90, 200, 33, alpha], q).to_le_bytes());
    }
}

fn rgba64_pre(hash: &mut Hash, p: u8, a: u8) {
    let (wide, alpha) = (u16::from(p) * 257, u16::from(a) * 257);
    let pixel = [wide, 65535 - wide, wide / 3, wide];
    for q in (0..=255_u8).step_by(5) {
        let r = (u32::from(alpha) * u32::from(q) / 255) as u16;
        let color = [r, alpha / 2, alpha / 7, alpha];
        for cover in [q, 255] {
            hash.add(
                Rgba16::composite(pixel, color, cover)
                    .into_iter()
                    .flat_map(u16::to_le_bytes),
            );
        }
    }
}

fn rgba128(hash: &mut Hash, p: u8, a: u8) {
    let (there, alpha) = (f32::from(p) / 255.0, f32::from(a) / 255.0);
    let pixel = [there, 1.0 - there, there / 3.0, there];
    for q in (0..=255_u8).step_by(5) {
        let light = f32::from(q) / 255.0;
        let color = [light, 1.0 - light, 0.3, alpha];
        for cover in [q, 255] {
            hash.add(
                RgbaF32::over(pixel, &color, cover)
                    .into_iter()
                    .flat_map(f32::to_le_bytes),
            );
        }
    }
}
