//! AGG's own shapes, which it emits as polygons.

use std::f64::consts::TAU;

use agg_core::{Arc, Ellipse, FillRule, Path, Rect, RoundedRect, Stroke};

use super::picture::{AggScene, BLUE, MakePath, Picture};
use super::stroke;

pub(super) fn scenes() -> Vec<AggScene> {
    let mut scenes = Vec::new();
    let filled: [(&str, MakePath); 10] = [
        ("rectangle", || {
            Path::rectangle(Rect::new(9.3, 12.6, 54.7, 51.1))
        }),
        ("circle", || ellipse((32.0, 32.0), (27.0, 27.0), 1.0)),
        ("circle_small", || ellipse((31.7, 32.4), (1.25, 1.25), 1.0)),
        ("circle_tiny", || ellipse((31.7, 32.4), (0.05, 0.05), 1.0)),
        ("circle_large", || {
            ellipse((-900.0, 300.0), (980.0, 980.0), 1.0)
        }),
        ("ellipse", || ellipse((31.5, 33.25), (28.5, 11.75), 1.0)),
        ("ellipse_scale_8", || {
            ellipse((31.5, 33.25), (28.5, 11.75), 8.0)
        }),
        ("rounded_rect", || {
            RoundedRect::new(card(), 9.0).polygon(1.0)
        }),
        ("rounded_rect_elliptic", || {
            RoundedRect::with_radii(card(), [(18.0, 7.0).into(); 4]).polygon(1.0)
        }),
        ("rounded_rect_corners", || {
            let radii = [(4.0, 4.0), (10.0, 14.0), (20.0, 12.0), (2.0, 9.0)];
            RoundedRect::with_radii(card(), radii.map(Into::into)).polygon(1.0)
        }),
    ];
    for (name, path) in filled {
        scenes.push(scene(name, move |picture| fill(picture, &path())));
    }
    scenes.push(scene("circle_stroked", |picture| {
        let circle = ellipse((32.0, 32.0), (24.0, 24.0), 1.0);
        stroke::draw(picture, &circle, &Stroke::new(5.0));
    }));
    scenes.push(scene("rounded_rect_stroked", |picture| {
        stroke::draw(
            picture,
            &RoundedRect::new(card(), 9.0).polygon(1.0),
            &Stroke::new(4.0),
        );
    }));
    // AGG says where an arc ends and adds a turn to the angle that is too small;
    // here it is said how far the arc goes.
    for (name, radii, from, to) in [
        ("arc", (26.0, 26.0), 0.3, 4.1),
        ("arc_clockwise", (26.0, 26.0), 0.3 + TAU, 4.1),
        ("arc_elliptic", (28.0, 14.0), -2.5, 1.75),
        ("arc_negative_angles", (20.0, 24.0), -1.0, -5.5 + TAU),
    ] {
        scenes.push(scene(name, move |picture| {
            let arc = Arc::new((32.0, 32.0), radii, from, to - from).polyline(1.0);
            let arc = picture.keep("flattened", arc.elements());
            stroke::draw(picture, &arc, &Stroke::new(3.0));
        }));
    }
    scenes
}

fn scene(name: &str, draw: impl Fn(&mut Picture) + 'static) -> AggScene {
    AggScene::new(name, (64, 64), draw)
}

fn ellipse(center: (f64, f64), radii: (f64, f64), scale: f64) -> Path {
    Ellipse::new(center, radii).polygon(scale)
}

fn card() -> Rect {
    Rect::new(6.5, 10.25, 58.0, 52.0)
}

fn fill(picture: &mut Picture, shape: &Path) {
    let shape = picture.keep("flattened", shape.elements());
    picture.fill(&shape, FillRule::NonZero, BLUE);
}
