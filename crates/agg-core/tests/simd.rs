//! Every level of instructions that the machine has gives the bytes of the scalar specification,
//! for every triple of what is there, colour and alpha or coverage.
//!
//! The exhaustive half takes minutes, so `.ci/exhaustive` runs it; here a part of it runs always.

use agg_core::{Blend, Blender, Rgba8, SimdLevel, StraightRgba8};

type Bytes = [u8; 4];

/// How densely colours and alphas are taken: every so many, both ends included.
#[derive(Clone, Copy)]
struct Steps {
    color: usize,
    alpha: usize,
}

const SOME: Steps = Steps {
    color: 51,
    alpha: 5,
};
const ALL: Steps = Steps { color: 1, alpha: 1 };

impl Steps {
    fn pairs(self) -> impl Iterator<Item = (u8, u8)> {
        let colors = (0..=255_u8).step_by(self.color);
        colors.flat_map(move |color| (0..=255_u8).step_by(self.alpha).map(move |a| (color, a)))
    }
}

/// Every byte in each channel, with an alpha.
fn there(alpha: impl Fn(u8) -> u8) -> Vec<Bytes> {
    let pixel = |p: u8| [p, 255 - p, p ^ 85, alpha(p)];
    (0..=255).map(pixel).collect()
}

fn solid(color: u8, alpha: u8) -> Bytes {
    [color, 255 - color, color ^ 51, alpha]
}

/// The same with its colours multiplied by alpha.
fn layer(color: u8, alpha: u8) -> Bytes {
    Rgba8::layer_pixel(&solid(color, alpha))
}

fn check(name: &str, row: &[Bytes], expected: &[Bytes], what: (SimdLevel, u8, u8)) {
    assert!(row == expected, "{name}: {what:?}");
}

/// One colour over all: alpha from the colour, from one coverage, and from one for each pixel.
fn one_colour<F: Blend<Pixel = Bytes, Solid = Bytes>>(pixels: &[Bytes], steps: Steps) {
    for (color, alpha) in steps.pairs() {
        for (solid, cover) in [(solid(color, alpha), 255), (solid(color, 255), alpha)] {
            let over = |&p: &Bytes| F::over(p, &solid, cover);
            let expected: Vec<Bytes> = pixels.iter().map(over).collect();
            for level in SimdLevel::all() {
                let blender = Blender::<F>::from_solid(solid).with_level(level);
                let mut row = pixels.to_vec();
                blender.run(&mut row, cover);
                check("run", &row, &expected, (level, color, alpha));
                let mut row = pixels.to_vec();
                blender.covers(&mut row, &[cover; 256]);
                check("covers", &row, &expected, (level, color, alpha));
            }
        }
    }
}

/// A colour for each pixel, all alike here, with one coverage and with one for each pixel.
fn many_colours<F: Blend<Pixel = Bytes, Solid = Bytes>>(pixels: &[Bytes], steps: Steps) {
    for (color, alpha) in steps.pairs() {
        for (solid, cover) in [(solid(color, alpha), 255), (solid(color, 255), alpha)] {
            let over = |&p: &Bytes| F::over(p, &solid, cover);
            let expected: Vec<Bytes> = pixels.iter().map(over).collect();
            for level in SimdLevel::all() {
                let mut row = pixels.to_vec();
                F::blend_colors(level, &mut row, &[solid; 256], cover);
                check("colors", &row, &expected, (level, color, alpha));
            }
        }
    }
}

/// Layers: alpha from the layer and from the coverage.
fn layers(pixels: &[Bytes], steps: Steps) {
    for (color, alpha) in steps.pairs() {
        for (layer, cover) in [(layer(color, alpha), 255), (layer(color, 255), alpha)] {
            let over = |&p: &Bytes| Rgba8::composite(p, layer, cover);
            let expected: Vec<Bytes> = pixels.iter().map(over).collect();
            for level in SimdLevel::all() {
                let mut row = pixels.to_vec();
                Rgba8::composite_run(level, &mut row, &[layer; 256], cover);
                check("layers", &row, &expected, (level, color, alpha));
                let mut row = pixels.to_vec();
                Rgba8::composite_covers(level, &mut row, &[layer; 256], &[cover; 256]);
                check("layers with covers", &row, &expected, (level, color, alpha));
            }
        }
    }
}

/// Coverages that differ from pixel to pixel, so that chunks are mixed.
fn mixed_covers(steps: Steps) {
    for (seed, alpha) in steps.pairs() {
        let covers: Vec<u8> = (0..=255_u8)
            .map(|i| match i.wrapping_mul(seed | 1) {
                v if v < 60 => 0,
                v if v > 190 => 255,
                v => v,
            })
            .collect();
        let pixels = there(|p| if seed % 2 == 0 { 255 } else { p });
        let (solid, layer) = (solid(seed, alpha), layer(seed, alpha));
        let each = || pixels.iter().zip(&covers);
        let premultiplied: Vec<Bytes> = each().map(|(&p, &c)| Rgba8::over(p, &solid, c)).collect();
        let straight: Vec<Bytes> = each()
            .map(|(&p, &c)| StraightRgba8::over(p, &solid, c))
            .collect();
        let layered: Vec<Bytes> = each()
            .map(|(&p, &c)| Rgba8::composite(p, layer, c))
            .collect();
        for level in SimdLevel::all() {
            let what = (level, seed, alpha);
            let mut row = pixels.clone();
            Rgba8::blend_covers(level, &mut row, &solid, &covers);
            check("mixed", &row, &premultiplied, what);
            let mut row = pixels.clone();
            StraightRgba8::blend_covers(level, &mut row, &solid, &covers);
            check("mixed, straight", &row, &straight, what);
            let mut row = pixels.clone();
            Rgba8::composite_covers(level, &mut row, &[layer; 256], &covers);
            check("mixed layers", &row, &layered, what);
        }
    }
}

#[test]
fn some_triples_are_the_same_at_every_level() {
    for pixels in [there(|_| 255), there(|p| p), there(|_| 0)] {
        one_colour::<Rgba8>(&pixels, SOME);
        one_colour::<StraightRgba8>(&pixels, SOME);
        many_colours::<Rgba8>(&pixels, SOME);
        many_colours::<StraightRgba8>(&pixels, SOME);
        layers(&pixels, SOME);
    }
    mixed_covers(SOME);
}

#[test]
#[ignore = "minutes: run by .ci/exhaustive"]
fn every_triple_over_premultiplied_pixels_is_the_same_at_every_level() {
    for pixels in [there(|_| 255), there(|p| p)] {
        one_colour::<Rgba8>(&pixels, ALL);
        many_colours::<Rgba8>(&pixels, ALL);
    }
}

#[test]
#[ignore = "minutes: run by .ci/exhaustive"]
fn every_triple_over_straight_pixels_is_the_same_at_every_level() {
    for pixels in [there(|_| 255), there(|p| p)] {
        one_colour::<StraightRgba8>(&pixels, ALL);
    }
}

#[test]
#[ignore = "minutes: run by .ci/exhaustive"]
fn every_triple_of_a_layer_is_the_same_at_every_level() {
    for pixels in [there(|_| 255), there(|p| p)] {
        layers(&pixels, ALL);
    }
    mixed_covers(ALL);
}
