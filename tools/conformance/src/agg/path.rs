//! Paths built and rearranged, and AGG's stroke font: arcs, verbs, joining,
//! turning round, mirroring, bounds and lengths, all as vertices.

use std::f64::consts::{FRAC_PI_2, PI};

use agg_core::{Affine, ArcSize, Arrow, Orientation, Path, PathIterator, StrokeFont};

use super::picture::{AggScene, Picture};
use super::reshape::keep_and_stroke;

pub(super) fn scenes() -> Vec<AggScene> {
    let mut scenes: Vec<_> = arcs().collect();
    scenes.extend(svg_arcs());
    let mut add = |name: &str, path: fn() -> Path| scenes.push(scene(name, path));
    add("verbs", verbs);
    add("join", join);
    add("invert", || letters().reversed());
    add("arrange_positive", || {
        letters().oriented(Orientation::Positive)
    });
    add("arrange_negative", || {
        letters().oriented(Orientation::Negative)
    });
    add("flip", || {
        let mut path = letters();
        path.flip_x(3.3, 90.1).flip_y(1.7, 95.9);
        path
    });
    add("measure", measure);
    add("arrow", arrow);
    scenes.extend(texts());
    scenes
}

fn scene(name: &str, path: impl Fn() -> Path + 'static) -> AggScene {
    AggScene::new(name, (96, 96), move |picture| keep(picture, &path()))
}

fn keep(picture: &mut Picture, path: &Path) {
    keep_and_stroke(picture, "flattened", path.elements().flattened(0.5));
}

fn arcs() -> impl Iterator<Item = AggScene> {
    let arcs = [
        ("quarter", 0.3, FRAC_PI_2),
        ("long", -1.25, 4.8),
        ("backwards", 2.5, -3.3),
        ("whole", 1.0, 2.0 * PI),
        ("more_than_whole", 9.0, 11.0),
        ("small", 0.7, 0.05),
        ("little_more_than_quarter", 0.2, FRAC_PI_2 + 0.009),
    ];
    arcs.into_iter().map(|(name, start, sweep)| {
        scene(&format!("bezier_arc_{name}"), move || {
            Path::arc((48.5, 47.25), (41.0, 27.0), start, sweep)
        })
    })
}

fn svg_arcs() -> Vec<AggScene> {
    let sizes = [("small", ArcSize::Small), ("large", ArcSize::Large)];
    let directions = [
        ("negative", Orientation::Negative),
        ("positive", Orientation::Positive),
    ];
    let ellipses = [
        ("", (30.0, 22.0), 0.0),
        ("_turned", (36.0, 20.0), 0.6),
        ("_too_small", (11.0, 16.0), -0.3),
    ];
    let mut scenes = Vec::new();
    for (size_name, size) in sizes {
        for (direction_name, direction) in directions {
            for (name, radii, rotation) in ellipses {
                let name = format!("svg_arc{name}_{size_name}_{direction_name}");
                scenes.push(scene(&name, move || {
                    let mut path = Path::polyline([(30.0, 40.0)]);
                    path.arc_to(radii, rotation, size, direction, (66.5, 54.25))
                        .line_to((90.0, 90.0));
                    path
                }));
            }
        }
    }
    scenes
}

fn verbs() -> Path {
    let mut path = Path::polyline([(8.0, 10.0)]);
    let by = |path: &mut Path, dx: f64, dy: f64| {
        let pen = path.current_point().unwrap_or_default();
        (pen.x + dx, pen.y + dy)
    };
    path.line_by((20.5, 3.25)).horizontal_to(50.0);
    let (x, _) = by(&mut path, 7.1, 0.0);
    path.horizontal_to(x).vertical_to(40.0);
    let (_, y) = by(&mut path, 0.0, -3.3);
    path.vertical_to(y).quad_by((10.0, 20.0), (20.0, 0.0));
    let end = by(&mut path, 9.7, 4.0);
    path.smooth_quad_to(end).smooth_quad_to((90.0, 30.0));
    path.move_by((-70.0, 20.0))
        .cubic_by((10.0, 20.0), (20.0, 20.0), (30.0, 0.1));
    let (control2, end) = (by(&mut path, 20.0, 20.0), by(&mut path, 25.0, -5.0));
    path.smooth_cubic_to(control2, end)
        .smooth_cubic_to((80.0, 90.0), (90.0, 60.0));
    path
}

fn join() -> Path {
    let mut path = Path::polyline([(8.0, 10.0), (30.0, 14.0)]);
    let same_start = Path::polyline([(30.0, 14.0), (50.0, 40.0)]);
    let mut apart = Path::polyline([(60.0, 44.0), (80.0, 20.0)]);
    apart.extend(&Path::polyline([(86.0, 60.0), (50.0, 86.0)]));
    path.join(&same_start).join(&apart);
    path
}

fn letters() -> Path {
    let mut path = Path::polyline([(10.0, 10.0)]);
    path.cubic_to((40.0, -10.0), (60.0, 40.0), (84.0, 12.0))
        .line_to((80.0, 40.0))
        .quad_to((40.0, 60.0), (12.0, 36.0))
        .close();
    path.extend(&Path::polygon([
        (20.0, 60.0),
        (24.0, 86.0),
        (70.0, 84.0),
        (66.0, 58.0),
    ]));
    path
}

/// The corners of the rectangle as one line, the length as another one's end.
fn measure() -> Path {
    let flattened: Path = letters().elements().flattened(0.5).collect();
    let bounds = flattened.elements().bounding_box().unwrap_or_default();
    let mut numbers = Path::polyline([(bounds.x0, bounds.y0), (bounds.x1, bounds.y1)]);
    let length = flattened.elements().measured(0.5).length();
    numbers.extend(&Path::polyline([(0.0, 0.0), (length, 0.0)]));
    numbers
}

fn arrow() -> Path {
    let mut path = Arrow {
        beyond: 20.0,
        along: 8.0,
        half_width: 17.0,
        barb: 5.5,
    }
    .head();
    path.transform(Affine::translate(40.0, 40.0));
    path
}

fn texts() -> Vec<AggScene> {
    let lines = [
        " !\"#$%&'()*+,-./",
        "0123456789:;<=>?",
        "@ABCDEFGHIJKLMNO",
        "PQRSTUVWXYZ[\\]^_",
        "`abcdefghijklmno",
        "pqrstuvwxyz{|}~",
    ];
    let font = |height: f64| StrokeFont::new(height).with_line_spacing(3.5);
    let mut scenes = Vec::new();
    for (i, line) in lines.into_iter().enumerate() {
        let name = format!("stroke_font_{i}");
        scenes.push(scene(&name, move || {
            font(12.0).with_width(7.0).path(line, (4.0, 20.0))
        }));
    }
    scenes.push(scene("stroke_font_lines", move || {
        let font = font(14.5).with_spacing(1.75);
        font.path("AGG:\nlines,\nspaced", (4.0, 20.0))
    }));
    scenes.push(scene("stroke_font_upwards", || {
        StrokeFont::new(-17.0).path("Agg\n2.6", (4.0, 60.0))
    }));
    scenes
}
