//! Whole screens, and a drawing of many shapes at three sizes.

use crate::random::Random;
use crate::scene::{Ink, Paint, Scene, Shape};
use crate::scenes::shapes::{curves, star};
use crate::scenes::{EVEN_ODD, Extent, NON_ZERO};
use agg_core::{Affine, Path, Rect};

const SCREEN: (u32, u32) = (3840, 2160);
const RED: Paint = Paint::Solid([214, 39, 40, 255]);

pub(super) fn scenes(extent: Extent) -> Vec<Scene> {
    let (width, height) = (f64::from(SCREEN.0), f64::from(SCREEN.1));
    let all = Path::rectangle(Rect::new(0.0, 0.0, width, height));
    let triangle = Path::polygon([(0.0, 0.0), (width, height / 3.0), (width / 3.0, height)]);
    let circle = Path::circle((width / 2.0, height / 2.0), height / 2.0);
    let mut random = Random::new(3);
    let wide = |mut path: Path| {
        path.transform(Affine::scale_xy(width, height));
        path
    };
    let rays = wide(star(&mut random, 1.0));
    let loops = wide(curves(&mut random, 1.0));
    let rectangle = screen("rectangle", all, NON_ZERO);
    let mut scenes = vec![
        rectangle.clone(),
        rectangle.clone().translucent(),
        rectangle.in_gradients(),
        screen("triangle", triangle.clone(), NON_ZERO),
        screen("triangle", triangle, NON_ZERO).translucent(),
        screen("circle", circle, NON_ZERO),
        screen("star", rays.clone(), NON_ZERO),
        screen("star, even-odd", rays, EVEN_ODD),
        screen("curves", loops, EVEN_ODD),
    ];
    scenes.extend(extent.of_drawings().iter().map(|&size| lion(size)));
    scenes
}

fn screen(name: &str, path: Path, ink: Ink) -> Scene {
    Scene {
        class: "screens at 3840 × 2160",
        name: name.into(),
        size: SCREEN,
        shapes: vec![Shape {
            path,
            ink,
            paint: RED,
        }],
    }
}

/// AGG's lion, nearly as high as the surface.
fn lion(size: (u32, u32)) -> Scene {
    let scale = f64::from(size.1) / 400.0;
    let lines = include_str!("../../../crates/agg-core/examples/data/lion.txt").lines();
    Scene {
        class: "lion",
        name: format!("{} × {}", size.0, size.1),
        size,
        shapes: lines.filter_map(|line| part(line, scale)).collect(),
    }
}

/// A line of the lion's data: a colour in hexadecimal and polygons.
fn part(line: &str, scale: f64) -> Option<Shape> {
    let (color, data) = line.split_once(' ')?;
    let [_, r, g, b] = u32::from_str_radix(color, 16).ok()?.to_be_bytes();
    let mut path = Path::from_svg(data).ok()?;
    path.transform(Affine::scale(scale));
    Some(Shape {
        path,
        ink: NON_ZERO,
        paint: Paint::Solid([r, g, b, 255]),
    })
}
