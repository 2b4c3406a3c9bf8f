//! Gradients: every shape, with the ways to go on beyond the end, straight and under a transform.

use std::f64::consts::PI;

use agg_core::{
    Affine, Canvas, Color, ConicGradient, DiamondGradient, FillRule, FocalGradient, Gradient,
    LinearGradient, Paint, Path, RadialGradient, Spread, SqrtXyGradient, XyGradient,
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

fn paint(picture: &mut Picture, paint: impl Into<Paint>) {
    let path = Path::polygon([(3.2, 4.1), (95.7, 9.4), (90.3, 92.6), (8.8, 86.5)]);
    Canvas::new(picture.pixmap()).fill(&path, FillRule::NonZero, paint);
}
