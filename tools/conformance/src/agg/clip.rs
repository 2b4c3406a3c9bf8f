//! Shapes that leave the surface on each side and corner, a little or by far.

use agg_core::{Cap, FillRule, Join, Path, Stroke};

use super::picture::{AggScene, BLUE, Picture, TRANSLUCENT_GREEN};
use super::stroke;
use crate::random::Random;

type Vector = (f64, f64);

const DIRECTIONS: [(&str, Vector); 8] = [
    ("left", (-1.0, 0.1)),
    ("right", (1.0, -0.13)),
    ("top", (0.11, -1.0)),
    ("bottom", (-0.12, 1.0)),
    ("top_left", (-1.0, -0.9)),
    ("top_right", (0.95, -1.0)),
    ("bottom_left", (-0.9, 1.0)),
    ("bottom_right", (1.0, 0.97)),
];

const PASSAGES: [(&str, Vector); 3] = [
    ("horizontally", (1.0, 0.23)),
    ("vertically", (-0.17, 1.0)),
    ("diagonally", (0.8, -0.9)),
];

const REACHES: [(&str, f64); 5] = [
    ("near", 60.0),
    ("1e3", 1e3),
    ("1e5", 1e5),
    ("1e7", 1e7),
    ("1e9", 1e9),
];

pub(super) fn scenes() -> Vec<AggScene> {
    let mut scenes = Vec::new();
    let mut add = |name: String, path: Path| {
        scenes.push(scene(name, move |picture| fill(picture, &path)));
    };
    for (reach_name, reach) in REACHES {
        for (name, towards) in DIRECTIONS {
            add(format!("clip_{name}_{reach_name}"), spike(towards, reach));
        }
        for (name, along) in PASSAGES {
            add(
                format!("clip_through_{name}_{reach_name}"),
                band(along, reach),
            );
        }
        add(format!("clip_all_around_{reach_name}"), all_around(reach));
    }
    add("clip_outside".into(), outside());
    add("clip_around_the_corners".into(), around_the_corners());
    scenes.push(scene("clip_random_300".into(), |picture| {
        random(picture, 300.0);
    }));
    scenes.push(scene("clip_random_3e3".into(), |picture| {
        random(picture, 3e3);
    }));
    scenes.push(scene("clip_stroke".into(), stroke_across_the_sides));
    scenes
}

fn scene(name: String, draw: impl Fn(&mut Picture) + 'static) -> AggScene {
    AggScene::new(name, (64, 64), draw)
}

fn fill(picture: &mut Picture, path: &Path) {
    picture.fill(path, FillRule::NonZero, TRANSLUCENT_GREEN);
}

/// A spike that starts inside the surface and ends `reach` away.
fn spike((x, y): Vector, reach: f64) -> Path {
    Path::polygon([
        (32.3 + 14.0 * y, 31.6 - 14.0 * x),
        (32.0 + reach * x, 32.0 + reach * y),
        (32.3 - 14.0 * y, 31.6 + 14.0 * x),
    ])
}

/// A band that passes through the surface with both ends far away.
fn band((x, y): Vector, reach: f64) -> Path {
    let (dx, dy) = (reach * x, reach * y);
    let (nx, ny) = (9.0 * y, -9.0 * x);
    Path::polygon([
        (32.0 - dx + nx, 32.0 - dy + ny),
        (32.0 + dx + nx, 32.0 + dy + ny),
        (32.0 + dx - nx, 32.0 + dy - ny),
        (32.0 - dx - nx, 32.0 - dy - ny),
    ])
}

fn all_around(reach: f64) -> Path {
    Path::polygon([
        (32.0 + reach, 32.0 + 0.3 * reach),
        (32.0 - 0.1 * reach, 32.0 + reach),
        (32.0 - reach, 32.0 + 0.1 * reach),
        (32.0 - 0.4 * reach, 32.0 - reach),
        (32.0 + 0.6 * reach, 32.0 - 0.8 * reach),
    ])
}

/// Passes by every side and corner without touching the surface.
fn outside() -> Path {
    let mut path = Path::new();
    for (_, (dx, dy)) in DIRECTIONS {
        let (x, y) = (32.0 + 90.0 * dx, 32.0 + 90.0 * dy);
        path.extend(
            Path::polygon([
                (x - 20.0, y - 15.0),
                (x + 18.0, y - 5.0),
                (x + 3.0, y + 21.0),
            ])
            .elements(),
        );
    }
    path
}

/// Goes round the outside of each corner, so the outline is pushed to the border.
fn around_the_corners() -> Path {
    Path::polygon([
        (32.0, 20.0),
        (-30.0, 10.0),
        (-25.0, -40.0),
        (90.0, -20.0),
        (100.0, 30.0),
        (110.0, 95.0),
        (50.0, 120.0),
        (-40.0, 80.0),
        (-10.0, 50.0),
        (20.0, 44.0),
    ])
}

fn random(picture: &mut Picture, spread: f64) {
    let mut random = Random::default();
    let mut next = || 32.0 + (random.unit() - 0.5) * spread;
    let path = Path::polygon((0..40).map(|_| {
        let x = next();
        let y = next();
        (x, y)
    }));
    picture.fill(&path, FillRule::EvenOdd, BLUE);
}

fn stroke_across_the_sides(picture: &mut Picture) {
    let path = Path::polyline([
        (-20.0, 10.0),
        (80.0, 18.0),
        (75.0, 70.0),
        (30.0, 40.0),
        (20.0, 90.0),
        (-9.0, 40.0),
        (30.0, -12.0),
    ]);
    let pen = Stroke::new(9.0).with_join(Join::Round).with_cap(Cap::Round);
    stroke::draw(picture, &path, &pen);
}
