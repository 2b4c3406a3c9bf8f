//! Gradients: every shape, with the ways to go on beyond the end, straight and under a transform.

use std::f64::consts::PI;

use agg_core::{
    Affine, Canvas, Color, ConicGradient, ContourGradient, DiamondGradient, FillRule,
    FocalGradient, Gradient, LinearGradient, Paint, Path, RadialGradient, Rect, Spread,
    SqrtXyGradient, XyGradient,
};

use super::picture::{AggScene, Picture};

pub(super) fn scenes() -> Vec<AggScene> {
    let center = (0.0, 0.0);
    let mut scenes = vec![AggScene::new("gradient_line", (100, 100), |p| {
        paint(
            p,
            colored(LinearGradient::new((15.0, 25.0), (85.0, 75.0)).erased()),
        );
    })];
    let shapes = [
        ("x", LinearGradient::new(center, (35.0, 0.0)).erased()),
        ("radial", RadialGradient::new(center, 35.0).erased()),
        ("diamond", DiamondGradient::new(center, 35.0).erased()),
        ("xy", XyGradient::new(center, 35.0).erased()),
        ("sqrt_xy", SqrtXyGradient::new(center, 35.0).erased()),
        (
            "focal",
            FocalGradient::new(center, 35.0, (12.0, -20.0)).erased(),
        ),
        (
            "focal_edge",
            FocalGradient::new(center, 35.0, (21.0, 28.0)).erased(),
        ),
    ];
    for (name, shape) in shapes {
        scenes.extend(spreads(name, &colored(shape), Spread::Pad, Spread::Repeat));
    }
    scenes.push(AggScene::new("gradient_alpha", (100, 100), with_alpha));
    scenes.push(AggScene::new("gradient_contour", (100, 100), contour));
    // AGG's cone goes half around and back, on either side.
    let cone = ConicGradient::new(center, 0.0).with_sweep(PI);
    scenes.extend(spreads(
        "conic",
        &colored(cone.erased()),
        Spread::Reflect,
        Spread::Reflect,
    ));
    scenes
}

fn colored(gradient: Gradient) -> Gradient {
    gradient.with_stops(&[
        (0.0, Color::new(0.8, 0.2, 0.1, 1.0)),
        (0.4, Color::new(1.0, 1.0, 0.6, 0.5)),
        (1.0, Color::new(0.12, 0.3, 0.7, 1.0)),
    ])
}

fn spreads(name: &str, gradient: &Gradient, plain: Spread, repeat: Spread) -> Vec<AggScene> {
    let middle = Affine::translate(50.0, 50.0);
    let askew = Affine::scale_xy(1.25, 0.8)
        .then(Affine::rotate(0.4))
        .then(Affine::translate(47.3, 52.9));
    let scene = |how: &str, spread: Spread, map: Affine| {
        let gradient = gradient.clone().with_spread(spread).with_transform(map);
        AggScene::new(format!("gradient_{name}{how}"), (100, 100), move |p| {
            paint(p, gradient.clone());
        })
    };
    vec![
        scene("", plain, middle),
        scene("_askew", plain, askew),
        scene("_repeat", repeat, middle),
        scene("_reflect", Spread::Reflect, askew),
    ]
}

/// Colours along x, opacities from a centre outwards.
fn with_alpha(picture: &mut Picture) {
    let colors = LinearGradient::new((10.0, 0.0), (90.0, 0.0)).with_stops(&[
        (0.0, Color::from_rgb8(0, 255, 80)),
        (1.0, Color::from_rgb8(255, 0, 80)),
    ]);
    let alphas = RadialGradient::new((50.0, 50.0), 45.0)
        .with_stops(&[(0.0, Color::WHITE.with_alpha(0.0)), (1.0, Color::WHITE)]);
    paint(picture, Paint::from(colors).faded(alphas));
}

/// AGG's distances end at the largest, which is that of the middle.
fn contour(picture: &mut Picture) {
    let square = Path::rectangle(Rect::new(20.0, 20.0, 80.0, 80.0));
    let distances = ContourGradient::new(&square, 30.0 * 256.0 / 255.0);
    let all = Path::rectangle(Rect::new(12.0, 12.0, 88.0, 88.0));
    let paint = colored(distances.erased());
    Canvas::new(picture.pixmap()).fill(&all, FillRule::NonZero, paint);
}

fn paint(picture: &mut Picture, paint: impl Into<Paint>) {
    let path = Path::polygon([(3.2, 4.1), (95.7, 9.4), (90.3, 92.6), (8.8, 86.5)]);
    Canvas::new(picture.pixmap()).fill(&path, FillRule::NonZero, paint);
}
