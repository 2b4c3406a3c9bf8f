//! Small and middling shapes: the classes that rasterizers are usually compared by.

use crate::random::Random;
use crate::scene::{Ink, Scene};
use crate::scenes::shapes::{butterfly, curves, dragon, fish, islands, star};
use crate::scenes::{EVEN_ODD, Extent, NON_ZERO, scattered};
use agg_core::{Path, Rect};

/// A shape in a square of a size at the origin.
type Make = fn(&mut Random, f64) -> Path;

/// Name, ink, shape.
const CLASSES: [(&str, Ink, Make); 18] = [
    ("rectangles, aligned", NON_ZERO, aligned),
    ("rectangles", NON_ZERO, rectangle),
    ("rounded rectangles", NON_ZERO, rounded),
    ("triangles", NON_ZERO, |r, side| polygon::<3>(r, side)),
    ("10 corners", NON_ZERO, |r, side| polygon::<10>(r, side)),
    ("10 corners, even-odd", EVEN_ODD, |r, side| {
        polygon::<10>(r, side)
    }),
    ("20 corners", NON_ZERO, |r, side| polygon::<20>(r, side)),
    ("40 corners", NON_ZERO, |r, side| polygon::<40>(r, side)),
    ("butterflies", NON_ZERO, butterfly),
    ("fish", NON_ZERO, fish),
    ("dragons", EVEN_ODD, dragon),
    ("islands", NON_ZERO, islands),
    ("stars of 1000 rays", NON_ZERO, star),
    ("50 curves", NON_ZERO, curves),
    ("stroked rectangles", Ink::Stroke(2.0), rectangle),
    ("stroked polygons", Ink::Stroke(2.0), |r, side| {
        polygon::<10>(r, side)
    }),
    ("stroked curves", Ink::Stroke(2.0), wave),
    ("stroked dragons", Ink::Stroke(1.0), dragon),
];

pub(super) fn scenes(extent: Extent) -> Vec<Scene> {
    let sizes: &[u32] = match extent {
        Extent::Some => &[16, 128],
        Extent::All => &[8, 16, 32, 64, 128, 256],
    };
    let mut scenes = Vec::new();
    for (class, ink, make) in CLASSES {
        for &size in sizes {
            let scene = scattered(class, size, ink, make);
            if matches!(ink, Ink::Fill(_)) {
                scenes.push(scene.clone().translucent());
                if size == 128 {
                    scenes.push(scene.clone().in_gradients());
                }
            }
            scenes.push(scene);
        }
    }
    scenes
}

fn aligned(random: &mut Random, side: f64) -> Path {
    let mut whole = || (random.unit() * side / 2.0).floor();
    Path::rectangle(Rect::new(whole(), whole(), side, side))
}

fn rectangle(random: &mut Random, side: f64) -> Path {
    Path::rectangle(box_within(random, side))
}

fn rounded(random: &mut Random, side: f64) -> Path {
    Path::rounded_rectangle(box_within(random, side), side / 8.0)
}

/// A box that fills at least a quarter of a square, its sides between pixels.
fn box_within(random: &mut Random, side: f64) -> Rect {
    let mut share = || random.unit() * side / 4.0;
    Rect::new(share(), share(), side - share(), side - share())
}

fn polygon<const CORNERS: usize>(random: &mut Random, side: f64) -> Path {
    Path::polygon([(); CORNERS].map(|()| (random.unit() * side, random.unit() * side)))
}

/// Four cubics, each from where the one before ended.
fn wave(random: &mut Random, side: f64) -> Path {
    let mut point = || (random.unit() * side, random.unit() * side);
    let mut path = Path::new();
    path.move_to(point());
    for _ in 0..4 {
        path.cubic_to(point(), point(), point());
    }
    path
}
