//! Curves flattened by subdivision: with and without an angle tolerance and a
//! cusp limit, at two approximation scales, filled and stroked.

use agg_core::{FillRule, Flatten, Join, Path, PathIterator, Stroke};

use super::picture::{AggScene, BLUE, MakePath};
use super::stroke;

/// A name, an angle tolerance and a cusp limit.
type Tolerance = (&'static str, f64, f64);

const PLAIN: Tolerance = ("plain", 0.0, 0.0);
const ANGLE: Tolerance = ("angle", 0.1, 0.0);
const ANGLE_AND_CUSP: Tolerance = ("angle_cusp", 0.1, 0.3);
const CUSP_ALONE: Tolerance = ("cusp", 0.0, 0.3);

pub(super) fn scenes() -> Vec<AggScene> {
    let mut scenes = Vec::new();
    for scale in [1.0, 4.0] {
        for tolerance in [PLAIN, ANGLE, ANGLE_AND_CUSP, CUSP_ALONE] {
            add(
                &mut scenes,
                ("smooth_cubics", smooth_cubics),
                tolerance,
                scale,
            );
            add(
                &mut scenes,
                ("sharp_cubics", sharp_cubics),
                tolerance,
                scale,
            );
            add(
                &mut scenes,
                ("degenerate_cubics", degenerate_cubics),
                tolerance,
                scale,
            );
        }
        for tolerance in [PLAIN, ANGLE] {
            add(
                &mut scenes,
                ("smooth_quads", smooth_quads),
                tolerance,
                scale,
            );
            add(
                &mut scenes,
                ("degenerate_quads", degenerate_quads),
                tolerance,
                scale,
            );
        }
    }
    scenes
}

fn add(
    scenes: &mut Vec<AggScene>,
    (shape, path): (&str, MakePath),
    (tolerance, angle, cusp): Tolerance,
    scale: f64,
) {
    // AGG's scale 1 means half a pixel.
    let flatten = Flatten::new(0.5 / scale)
        .with_angle_tolerance(angle)
        .with_cusp_limit(cusp);
    let name = format!("curve_{shape}_{tolerance}_scale_{scale}");
    scenes.push(AggScene::new(name.clone(), (96, 96), move |picture| {
        let flattened = picture.keep("flattened", path().elements().flattened(flatten));
        picture.fill(&flattened, FillRule::EvenOdd, BLUE);
    }));
    scenes.push(AggScene::new(name + "_stroked", (96, 96), move |picture| {
        let flattened: Path = path().elements().flattened(flatten).collect();
        let pen = Stroke::new(3.0)
            .with_join(Join::Round)
            .with_approximation_scale(scale);
        stroke::draw(picture, &flattened, &pen);
    }));
}

type Cubic = [(f64, f64); 4];
type Quad = [(f64, f64); 3];

fn add_cubic(path: &mut Path, [a, b, c, d]: Cubic) {
    path.move_to(a).cubic_to(b, c, d);
}

fn add_quad(path: &mut Path, [a, b, c]: Quad) {
    path.move_to(a).quad_to(b, c);
}

fn smooth_cubics() -> Path {
    let mut path = Path::new();
    add_cubic(
        &mut path,
        [(6.0, 40.0), (20.0, -20.0), (60.0, 70.0), (90.0, 8.0)],
    );
    add_cubic(
        &mut path,
        [(10.0, 60.0), (110.0, 50.0), (-15.0, 95.0), (86.0, 88.0)],
    );
    path.close();
    path
}

/// A loop, a cusp, a hairpin, and a start that is also the end.
fn sharp_cubics() -> Path {
    let mut path = Path::new();
    add_cubic(
        &mut path,
        [(10.0, 40.0), (90.0, 2.0), (2.0, 2.0), (44.0, 44.0)],
    );
    add_cubic(
        &mut path,
        [(56.0, 40.0), (92.0, 4.0), (56.0, 4.0), (92.0, 40.0)],
    );
    add_cubic(
        &mut path,
        [(8.0, 60.0), (60.0, 61.0), (60.0, 62.0), (9.0, 66.0)],
    );
    add_cubic(
        &mut path,
        [(30.0, 76.0), (90.0, 50.0), (90.0, 110.0), (30.0, 76.0)],
    );
    path
}

/// Control points on the chord, inside it and beyond it, or on an end.
fn degenerate_cubics() -> Path {
    let mut path = Path::new();
    add_cubic(
        &mut path,
        [(6.0, 10.0), (30.0, 18.0), (60.0, 28.0), (90.0, 38.0)],
    );
    add_cubic(
        &mut path,
        [(6.0, 30.0), (120.0, 68.0), (-24.0, 20.0), (90.0, 58.0)],
    );
    add_cubic(
        &mut path,
        [(6.0, 50.0), (6.0, 50.0), (40.0, 90.0), (90.0, 66.0)],
    );
    add_cubic(
        &mut path,
        [(6.0, 70.0), (40.0, 96.0), (90.0, 76.0), (90.0, 76.0)],
    );
    add_cubic(
        &mut path,
        [(6.0, 86.0), (6.0, 86.0), (90.0, 90.0), (90.0, 90.0)],
    );
    add_cubic(
        &mut path,
        [(70.0, 10.0), (90.0, 20.0), (50.0, 0.0), (70.0, 10.0)],
    );
    path
}

fn smooth_quads() -> Path {
    let mut path = Path::new();
    add_quad(&mut path, [(6.0, 50.0), (40.0, -30.0), (90.0, 40.0)]);
    path.quad_to((60.0, 120.0), (6.0, 50.0));
    path.close();
    add_quad(&mut path, [(20.0, 80.0), (80.0, 60.0), (60.0, 92.0)]);
    path
}

fn degenerate_quads() -> Path {
    let mut path = Path::new();
    add_quad(&mut path, [(6.0, 10.0), (40.0, 20.0), (90.0, 38.0)]);
    add_quad(&mut path, [(6.0, 30.0), (120.0, 68.0), (60.0, 48.0)]);
    add_quad(&mut path, [(10.0, 60.0), (86.0, 61.0), (10.0, 62.0)]);
    add_quad(&mut path, [(6.0, 74.0), (6.0, 74.0), (90.0, 86.0)]);
    add_quad(&mut path, [(30.0, 84.0), (50.0, 94.0), (30.0, 84.0)]);
    path
}
