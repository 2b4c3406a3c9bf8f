//! Surfaces of 16 bits a channel: a pixel of theirs is two of the picture's, byte by byte.

use agg_core::{
    Affine, Blend, Canvas, Color, Edge, FillRule, Filter, Path, Pixmap, PixmapMut, Rgba16, Sampling,
};

use super::image::texture;
use super::picture::{AggScene, Picture};

pub(super) fn scenes() -> Vec<AggScene> {
    let image = |name, sampling| {
        AggScene::new(name, (128, 64), move |picture: &mut Picture| {
            draw(picture, |canvas| paint(canvas, sampling));
        })
    };
    vec![
        AggScene::new("wide_rgba64", (512, 64), |picture| {
            pixels(picture, |there, [r, g, b, a], cover| {
                Rgba16::over(there, &[r, g, b, a], cover)
            });
        }),
        AggScene::new("wide_rgba64_pre", (512, 64), |picture| {
            pixels(picture, Rgba16::composite);
        }),
        AggScene::new("wide_gray16", (128, 64), gray16),
        AggScene::new("wide_shapes", (128, 64), |picture| draw(picture, shapes)),
        image("wide_image_bilinear", Sampling::Bilinear),
        image("wide_image_spline16", Sampling::Filtered(Filter::Spline16)),
        image(
            "wide_image_lanczos",
            Sampling::Filtered(Filter::Lanczos(3.0)),
        ),
    ]
}

/// Every byte there stretched over 16 bits, sixty-four opacities, colours and coverages by turns.
fn pixels(picture: &mut Picture, blend: impl Fn([u16; 4], [u16; 4], u8) -> [u16; 4]) {
    let places = (0..64_u32).flat_map(|y| (0..256_u32).map(move |x| (x, y)));
    let (bytes, _) = picture.pixmap().bytes_mut().as_chunks_mut::<8>();
    for (bytes, (x, y)) in bytes.iter_mut().zip(places) {
        let there = (x * 257) as u16;
        let pixel = [there, 65535 - there, there / 3, there];
        // Not above alpha, so that they may be multiplied by it already.
        let alpha = y * 1040;
        let [r, g] = [x * 7919 + y * 104_729, x * 31 + y * 4001].map(|v| v % (alpha + 1));
        let color = [r, g, alpha / 2, alpha].map(|v| v as u16);
        let blended = blend(pixel, color, cover(x, y));
        for (to, channel) in bytes.as_chunks_mut::<2>().0.iter_mut().zip(blended) {
            *to = channel.to_le_bytes();
        }
    }
}

/// The lightness of a gray of 16 bits is what red is where all channels are alike.
fn gray16(picture: &mut Picture) {
    let places = (0..64_u32).flat_map(|y| (0..256_u32).map(move |x| (x, y)));
    let (bytes, _) = picture.pixmap().bytes_mut().as_chunks_mut::<2>();
    for (bytes, (x, y)) in bytes.iter_mut().zip(places) {
        let there = (x * 257) as u16;
        let light = ((x * 7919 + y * 104_729) % 65536) as u16;
        let color = [light, light, light, (y * 1040) as u16];
        let [red, ..] = Rgba16::over([there, there, there, 65535], &color, cover(x, y));
        *bytes = red.to_le_bytes();
    }
}

fn cover(x: u32, y: u32) -> u8 {
    ((x * 13 + y * 29) % 256) as u8
}

/// Draws on a surface of 16 bits and leaves its bytes in the picture.
fn draw(picture: &mut Picture, draw: impl FnOnce(&mut Canvas<'_, Rgba16>)) {
    let (width, height) = (picture.pixmap().width() / 2, picture.pixmap().height());
    let Ok(mut surface) = Pixmap::<Rgba16>::with_format(width, height) else {
        return;
    };
    draw(&mut Canvas::new(PixmapMut::from(&mut surface)));
    let bytes = surface.pixels().iter().flatten();
    let bytes = bytes.flat_map(|channel| channel.to_le_bytes());
    for (to, from) in picture.pixmap().bytes_mut().iter_mut().zip(bytes) {
        *to = from;
    }
}

/// Shapes over each other, with smooth edges.
fn shapes(canvas: &mut Canvas<'_, Rgba16>) {
    let color = |r, g, b, a| {
        let [r, g, b, a] = [r, g, b, a].map(|v: u16| f64::from(v) / 65535.0);
        Color::new(r, g, b, a)
    };
    let star = Path::polygon([
        (32.0, 3.0),
        (49.5, 57.25),
        (3.5, 23.75),
        (60.5, 23.75),
        (14.5, 57.25),
    ]);
    let blue = color(20000, 30000, 45000, 65535);
    canvas.fill(&star, FillRule::NonZero, blue);
    let triangle = Path::polygon([(8.3, 5.7), (58.1, 22.4), (20.6, 59.2)]);
    let green = color(1000, 22000, 9000, 30000);
    canvas.fill(&triangle, FillRule::NonZero, green);
}

/// The image of 8 bits that the other image scenes have.
fn paint(canvas: &mut Canvas<'_, Rgba16>, sampling: Sampling) {
    let map = Affine::translate(-6.0, -4.5)
        .then(Affine::scale_xy(4.3, 3.7))
        .then(Affine::rotate(0.35))
        .then(Affine::translate(32.0, 31.0));
    let path = Path::polygon([(2.3, 3.1), (61.4, 1.7), (58.2, 60.9), (4.6, 57.5)]);
    if let Some(image) = texture(12, 9) {
        let image = image.with_sampling(sampling).with_edge(Edge::Clamp);
        canvas.fill(&path, FillRule::NonZero, image.with_transform(map));
    }
}
