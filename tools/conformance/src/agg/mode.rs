//! Every compositing operation: columns are the pixels there, rows the colours laid over them.

use agg_core::{Blend, BlendMode, PixelFormat, Rgba8};

use super::picture::{AggScene, Picture};

pub(super) fn scenes() -> Vec<AggScene> {
    // What AGG 2.6 does not have has no oracle.
    let ours_alone = [
        "Minus",
        "Contrast",
        "Invert",
        "InvertRgb",
        "Hue",
        "Saturation",
        "Color",
        "Luminosity",
    ];
    let named = BlendMode::NAMED.iter();
    named
        .filter(|(name, _)| !ours_alone.contains(name))
        .map(|&(name, mode)| {
            AggScene::new(format!("mode_{name}"), (256, 256), move |p| {
                compose(p, mode);
            })
        })
        .collect()
}

fn color(index: u8) -> [u8; 4] {
    let value = index % 16 * 17;
    [value, 255 - value, value / 2, index / 16 * 17]
}

fn compose(picture: &mut Picture, mode: BlendMode) {
    let places = (0..=255).flat_map(|y| (0..=255_u8).map(move |x| (x, y)));
    for (pixel, (x, y)) in picture.pixmap().pixels_mut().iter_mut().zip(places) {
        let (there, source) = (Rgba8::layer_pixel(&color(x)), Rgba8::layer_pixel(&color(y)));
        let cover = if (u16::from(x) + u16::from(y)) % 2 == 1 {
            100
        } else {
            255
        };
        *pixel = blended(mode, there, source, cover);
    }
}

/// As the canvas does it: the usual mode has whole numbers of its own.
fn blended(mode: BlendMode, there: [u8; 4], source: [u8; 4], cover: u8) -> [u8; 4] {
    if mode == BlendMode::SourceOver {
        return Rgba8::composite(there, source, cover);
    }
    let (there, source) = (Rgba8::load(there), Rgba8::load(source));
    Rgba8::store(mode.blend(there, source, f64::from(cover) / 255.0))
}
