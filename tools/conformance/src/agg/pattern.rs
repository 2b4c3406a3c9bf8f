//! Lines of a picture, in its colours.

use agg_core::{Canvas, Path, PatternStroke};

use super::image::texture;
use super::picture::AggScene;

pub(super) fn scenes() -> Vec<AggScene> {
    let scene = |name, path: fn() -> Path, (width, height), change: fn(PatternStroke) -> _| {
        AggScene::new(name, (64, 64), move |picture| {
            if let Some(image) = texture(width, height) {
                let pattern: PatternStroke = change(PatternStroke::new(image.texture().clone()));
                Canvas::new(picture.pixmap()).stroke_pattern(&path(), &pattern);
            }
        })
    };
    vec![
        scene("pattern_zigzag", zigzag, (16, 8), |p| p),
        scene("pattern_stretched", bent, (13, 5), |p| {
            p.with_scale(2.5).with_start(5.5)
        }),
        scene("pattern_closed", star, (9, 4), |p| p.with_scale(0.75)),
        scene("pattern_curved", curve, (16, 8), |p| p),
    ]
}

fn zigzag() -> Path {
    Path::polyline([
        (5.3, 60.1),
        (12.2, 6.4),
        (19.9, 58.5),
        (41.4, 50.2),
        (59.6, 30.3),
        (38.8, 24.9),
        (70.5, 3.2),
    ])
}

fn bent() -> Path {
    Path::polyline([(5.3, 60.1), (22.2, 6.4), (59.6, 30.3)])
}

fn star() -> Path {
    Path::polygon([
        (32.2, 3.1),
        (49.5, 57.25),
        (3.5, 23.75),
        (60.5, 23.75),
        (14.5, 57.25),
    ])
}

fn curve() -> Path {
    let mut path = Path::new();
    path.move_to((6.0, 40.0))
        .cubic_to((20.0, -20.0), (60.0, 90.0), (58.0, 8.0));
    path
}
