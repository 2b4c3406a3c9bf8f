//! Images: every filter, the edges, and images made smaller.

use agg_core::{
    Affine, Blend, Canvas, Color, Edge, FillRule, Filter, Image, Path, Perspective, Pixmap, Point,
    Rect, Rgba8, Sampling,
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
    scenes.push(enlarged("nearest_clip", Sampling::Nearest, Edge::Clip));
    let spline = Sampling::Filtered(Filter::Spline16);
    scenes.push(enlarged("spline16_clip", spline, Edge::Clip));
    scenes.push(enlarged("spline16_repeat", spline, Edge::Repeat));
    scenes.push(enlarged("spline16_reflect", spline, Edge::Reflect));
    let small = (12, 9);
    scenes.push(leaning("nearest", small, Sampling::Nearest, Edge::Clamp));
    scenes.push(leaning("bilinear", small, Sampling::Bilinear, Edge::Repeat));
    let sharp = Sampling::Filtered(Filter::Spline36);
    scenes.push(leaning("spline36", small, sharp, Edge::Clamp));
    for (name, filter) in [
        ("resampled_bilinear", Filter::Bilinear),
        ("resampled_hanning", Filter::Hanning),
    ] {
        let sampling = Sampling::Resampled(filter);
        scenes.push(leaning(name, (200, 150), sampling, Edge::Repeat));
    }
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
pub(super) fn texture(width: u32, height: u32) -> Option<Image> {
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

/// An image in perspective.
fn leaning(name: &str, (width, height): (u32, u32), sampling: Sampling, edge: Edge) -> AggScene {
    AggScene::new(
        format!("image_perspective_{name}"),
        (64, 64),
        move |picture| {
            let quad = [(6.5, 9.25), (58.5, 3.5), (61.25, 60.5), (14.75, 48.25)];
            let whole = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
            let map = Perspective::to_rect(quad.map(Point::from), whole);
            let image = texture(width, height).zip(map).map(|(image, map)| {
                let image = image.with_sampling(sampling).with_edge(edge);
                image.with_distortion(map)
            });
            paint(picture, image);
        },
    )
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
