//! Mosaics of 400 random shapes each, for the cases that nobody thought of. Cell
//! number i, from the left and then from the top, is drawn with the seed i.

use agg_core::{Dash, FillRule, Flatten, Path, PathIterator, Stroke};

use super::picture::{AggScene, Picture};
use super::stroke::{CAPS, INNER_JOINS, JOINS};
use crate::random::Random;

const CELL: u32 = 48;
const CELLS: u32 = 20;

type DrawCell = fn(&mut Picture, &mut Random);

pub(super) fn scenes() -> Vec<AggScene> {
    let kinds: [(&str, DrawCell); 5] = [
        ("polygons", polygons),
        ("far_polygons", far_polygons),
        ("strokes", strokes),
        ("dashes", dashes),
        ("curves", curves),
    ];
    let size = (CELLS * CELL, CELLS * CELL);
    kinds
        .map(|(name, draw)| {
            AggScene::new(format!("random_{name}"), size, move |picture| {
                mosaic(picture, draw);
            })
        })
        .into()
}

fn mosaic(picture: &mut Picture, draw: DrawCell) {
    for i in 0..CELLS * CELLS {
        let mut random = Random::new(u64::from(i));
        let corner = (i % CELLS * CELL, i / CELLS * CELL);
        picture.inset(corner, (CELL, CELL), |cell| draw(cell, &mut random));
    }
}

fn color(random: &mut Random) -> [u8; 4] {
    [0; 4].map(|_: u8| random.below(256) as u8)
}

fn rule(random: &mut Random) -> FillRule {
    random.choose([FillRule::NonZero, FillRule::EvenOdd])
}

/// In the cell or up to `spread` around its middle.
fn point(random: &mut Random, spread: f64) -> (f64, f64) {
    let x = 24.0 + (random.unit() - 0.5) * spread;
    (x, 24.0 + (random.unit() - 0.5) * spread)
}

fn polyline(random: &mut Random, count: u32, spread: f64) -> Path {
    Path::polyline((0..count).map(|_| point(random, spread)))
}

fn polygons(cell: &mut Picture, random: &mut Random) {
    for _ in 0..2 {
        let count = 3 + random.below(12);
        let mut path = polyline(random, count, 72.0);
        path.close();
        let rule = rule(random);
        cell.fill(&path, rule, color(random));
    }
}

/// Half of the points are far away, each at a distance of its own magnitude.
fn far_polygons(cell: &mut Picture, random: &mut Random) {
    let count = 3 + random.below(8);
    let path = Path::polygon((0..count).map(|_| {
        let near = random.below(2) == 0;
        let spread = if near {
            60.0
        } else {
            random.choose([1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9])
        };
        point(random, spread)
    }));
    let rule = rule(random);
    cell.fill(&path, rule, color(random));
}

/// A pen of the given width; its sign is random.
fn pen(random: &mut Random, width: impl Fn(f64, &mut Random) -> f64) -> Stroke {
    let magnitude = random.between(0.1, 16.0);
    let signed = if random.below(5) == 0 {
        -magnitude
    } else {
        magnitude
    };
    let (join, inner, cap) = (
        random.choose(JOINS).1,
        random.choose(INNER_JOINS).1,
        random.choose(CAPS).1,
    );
    let limit = random.between(1.0, 6.0);
    Stroke::new(width(signed, random))
        .with_join(join)
        .with_inner_join(inner)
        .with_cap(cap)
        .with_miter_limit(limit)
}

fn open_or_closed(random: &mut Random) -> Path {
    let count = 2 + random.below(6);
    let mut path = polyline(random, count, 50.0);
    if random.below(3) == 0 {
        path.close();
    }
    path
}

fn stroke(cell: &mut Picture, path: &Path, pen: &Stroke, random: &mut Random) {
    let outline: Path = path.elements().stroked(pen).collect();
    cell.fill(&outline, FillRule::NonZero, color(random));
}

fn strokes(cell: &mut Picture, random: &mut Random) {
    let path = open_or_closed(random);
    let pen = pen(random, |width, _| width);
    stroke(cell, &path, &pen, random);
}

fn dashes(cell: &mut Picture, random: &mut Random) {
    let path = open_or_closed(random);
    let lengths = [0.0; 4].map(|_: f64| random.between(0.5, 12.0));
    let dash = Dash::new(random.between(0.0, 40.0), &lengths);
    let pen = pen(random, |_, random| random.between(0.2, 5.0));
    let dashed: Path = path.elements().dashed(&dash).collect();
    stroke(cell, &dashed, &pen, random);
}

fn curves(cell: &mut Picture, random: &mut Random) {
    let path = random_curves(random);
    let scale = random.choose([0.5, 1.0, 4.0]);
    let angle = random.choose([0.0, 0.2]);
    let options = Flatten::new(0.5 / scale).with_angle_tolerance(angle);
    let flattened: Path = path.elements().flattened(options).collect();
    if random.below(2) == 0 {
        let rule = rule(random);
        cell.fill(&flattened, rule, color(random));
    } else {
        let pen = pen(random, |_, random| random.between(0.2, 6.0));
        stroke(cell, &flattened, &pen, random);
    }
}

fn random_curves(random: &mut Random) -> Path {
    let mut path = Path::new();
    path.move_to(point(random, 50.0));
    for _ in 0..1 + random.below(4) {
        let (a, b) = (point(random, 80.0), point(random, 50.0));
        if random.below(2) == 0 {
            path.quad_to(a, b);
        } else {
            path.cubic_to(a, b, point(random, 50.0));
        }
    }
    path
}
