//! Images: every filter, the edges, and images made smaller.

use agg_core::{
    Affine, Blend, Canvas, Color, Edge, FillRule, Filter, Image, Path, Pixmap, Rgba8, Sampling,
};

use super::picture::{AggScene, Picture};
use crate::random::Random;

pub(super) fn scenes() -> Vec<AggScene> {
    let mut scenes = Vec::new();
    for (name, edge) in [
        ("clamp", Edge::Clamp),
        ("repeat", Edge::Repeat),
        ("reflect", Edge::Reflect),
    ] {
        scenes.push(enlarged(
            &format!("nearest_{name}"),
            Sampling::Nearest,
            edge,
        ));
        scenes.push(enlarged(
            &format!("bilinear_{name}"),
            Sampling::Bilinear,
            edge,
        ));
    }
    scenes.push(enlarged("bilinear_clip", Sampling::Bilinear, Edge::Clip));
    for (name, filter) in [
        ("bilinear", Filter::Bilinear),
        ("hanning", Filter::Hanning),
        ("hamming", Filter::Hamming),
        ("hermite", Filter::Hermite),
        ("quadric", Filter::Quadric),
        ("bicubic", Filter::Bicubic),
        ("kaiser", Filter::Kaiser),
        ("catmull_rom", Filter::CatmullRom),
        ("mitchell", Filter::Mitchell),
        ("spline16", Filter::Spline16),
        ("spline36", Filter::Spline36),
        ("gaussian", Filter::Gaussian),
        ("bessel", Filter::Bessel),
        ("sinc_4", Filter::Sinc(4.0)),
        ("lanczos_3", Filter::Lanczos(3.0)),
        ("blackman_5", Filter::Blackman(5.0)),
    ] {
        scenes.push(enlarged(name, Sampling::Filtered(filter), Edge::Clamp));
    }
    for (name, filter) in [
        ("bilinear", Filter::Bilinear),
        ("hanning", Filter::Hanning),
        ("spline16", Filter::Spline16),
        ("lanczos", Filter::Lanczos(3.0)),
    ] {
        scenes.push(shrunk(name, filter));
    }
    scenes
}

/// Random colours and alphas.
fn texture(width: u32, height: u32) -> Option<Image> {
    let mut pixmap = Pixmap::new(width, height).ok()?;
    let mut random = Random::new(7);
    for pixel in pixmap.pixels_mut() {
        let mut below = |count: f64| (random.unit() * count) as u8;
        let (r, g, b) = (below(256.0), below(256.0), below(256.0));
        *pixel = Rgba8::layer_pixel(&[r, g, b, 128 + below(128.0)]);
    }
    Some(Image::new(pixmap))
}

/// An image of 12 by 9 pixels, enlarged about four times and turned.
fn enlarged(name: &str, sampling: Sampling, edge: Edge) -> AggScene {
    AggScene::new(format!("image_{name}"), (64, 64), move |picture| {
        let map = Affine::translate(-6.0, -4.5)
            .then(Affine::scale_xy(4.3, 3.7))
            .then(Affine::rotate(0.35))
            .then(Affine::translate(32.0, 31.0));
        let background = match edge {
            // 40, 60, 20 and 90 of 255 when premultiplied.
            Edge::Clip => Color::new(40.0 / 90.0, 60.0 / 90.0, 20.0 / 90.0, 90.0 / 255.0),
            _ => Color::TRANSPARENT,
        };
        let image = texture(12, 9).map(|image| {
            let image = image.with_sampling(sampling).with_edge(edge);
            image.with_background(background).with_transform(map)
        });
        paint(picture, image);
    })
}

/// An image of 200 by 150 pixels, made smaller about two times and skewed.
fn shrunk(name: &str, filter: Filter) -> AggScene {
    AggScene::new(
        format!("image_resampled_{name}"),
        (64, 64),
        move |picture| {
            let from_surface = Affine::new([2.5, 0.5, -0.25, 1.75, 3.0, -2.0]);
            let image = texture(200, 150).zip(from_surface.inverse());
            let image = image.map(|(image, map)| {
                let image = image.with_sampling(Sampling::Resampled(filter));
                image.with_edge(Edge::Repeat).with_transform(map)
            });
            paint(picture, image);
        },
    )
}

fn paint(picture: &mut Picture, image: Option<Image>) {
    let path = Path::polygon([(2.3, 3.1), (61.4, 1.7), (58.2, 60.9), (4.6, 57.5)]);
    if let Some(image) = image {
        Canvas::new(picture.pixmap()).fill(&path, FillRule::NonZero, image);
    }
}
