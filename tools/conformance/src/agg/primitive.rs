//! Lines, rectangles, ellipses and symbols in whole pixels.

use agg_core::raster::primitive::{LastPixel, ellipse, line, rectangle, solid_ellipse};
use agg_core::{Direction, Gamma, IntRect, Marker, MarkerPart, Point, Span};

use super::picture::{AggScene, BLUE, Picture};

type Visit<'a> = &'a mut dyn FnMut(Span<'_>);
type Draw = fn(IntRect, Visit<'_>);

/// AGG's names are right where y points up.
const MARKERS: [(&str, Marker); 18] = [
    ("square", Marker::Square),
    ("diamond", Marker::Diamond),
    ("circle", Marker::Circle),
    ("crossed_circle", Marker::CrossedCircle),
    ("semiellipse_left", Marker::Semiellipse(Direction::Left)),
    ("semiellipse_right", Marker::Semiellipse(Direction::Right)),
    ("semiellipse_up", Marker::Semiellipse(Direction::Down)),
    ("semiellipse_down", Marker::Semiellipse(Direction::Up)),
    ("triangle_left", Marker::Triangle(Direction::Left)),
    ("triangle_right", Marker::Triangle(Direction::Right)),
    ("triangle_up", Marker::Triangle(Direction::Down)),
    ("triangle_down", Marker::Triangle(Direction::Up)),
    ("four_rays", Marker::FourRays),
    ("cross", Marker::Cross),
    ("x", Marker::X),
    ("dash", Marker::Dash),
    ("dot", Marker::Dot),
    ("pixel", Marker::Pixel),
];

pub(super) fn scenes() -> Vec<AggScene> {
    let markers = MARKERS.iter().map(|&(name, marker)| {
        AggScene::new(format!("marker_{name}"), (64, 64), move |picture| {
            markers(picture, marker);
        })
    });
    let mut scenes = primitives();
    scenes.extend(markers);
    scenes
}

fn markers(picture: &mut Picture, marker: Marker) {
    let places = [
        (3, 3, 0),
        (8, 4, 1),
        (16, 5, 2),
        (26, 7, 3),
        (40, 8, 5),
        (14, 26, 8),
        (44, 36, 13),
        (3, 60, 11),
    ];
    let clip = picture.bounds();
    for (x, y, r) in places {
        marker.for_each_span((x, y), r, clip, |part, span| {
            let color = match part {
                MarkerPart::Line => [0, 0, 0, 255],
                MarkerPart::Fill => BLUE,
            };
            (span.x()..)
                .take(span.len())
                .for_each(|x| picture.put(x, span.y(), color));
        });
    }
}

fn primitives() -> Vec<AggScene> {
    vec![
        scene("lines", 100, lines),
        scene("lines_with_last", 100, lines_with_last),
        scene("polyline", 100, polyline),
        scene("rectangles", 100, rectangles),
        // Opaque, because AGG draws some pixels of an ellipse twice.
        scene("ellipses", 255, ellipses),
        scene("solid_ellipses", 100, solid_ellipses),
    ]
}

fn scene(name: &str, alpha: u8, draw: Draw) -> AggScene {
    let color = Gamma::multiply(f64::from(alpha) / 255.0);
    AggScene::new(format!("primitive_{name}"), (64, 64), move |picture| {
        picture.blacken(|clip, visit| draw(clip, &mut color.before(visit)));
    })
}

/// All around the clock, so that every octant and both halves are there.
fn lines(clip: IntRect, visit: Visit<'_>) {
    let ends = [
        (62.3, 31.9),
        (60.2, 41.7),
        (53.6, 53.1),
        (44.8, 60.2),
        (32.4, 62.5),
        (20.1, 59.3),
        (9.9, 52.2),
        (3.7, 43.6),
        (1.2, 30.5),
        (4.4, 18.8),
        (11.1, 9.7),
        (22.6, 3.3),
        (31.5, 1.6),
        (43.9, 4.1),
        (53.3, 10.2),
        (59.9, 21.4),
    ];
    for end in ends {
        let from = Point::new(32.2, 31.7);
        line(from, end.into(), LastPixel::Open, clip, &mut *visit);
    }
}

fn lines_with_last(clip: IntRect, visit: Visit<'_>) {
    let lines = [
        ((5.5, 5.5), (5.5, 5.5)),
        ((9.2, 5.8), (9.9, 5.1)),
        ((5.5, 12.5), (30.5, 20.5)),
        ((30.5, 30.5), (12.5, 60.5)),
        ((-20.5, 40.2), (90.7, 50.1)),
        ((50.3, -33.3), (40.9, 95.2)),
    ];
    for (from, to) in lines {
        line(from.into(), to.into(), LastPixel::Drawn, clip, &mut *visit);
    }
}

fn polyline(clip: IntRect, visit: Visit<'_>) {
    let points = [
        (5.3, 60.1),
        (12.2, 6.4),
        (19.9, 58.5),
        (30.1, 12.7),
        (41.4, 50.2),
    ];
    for (from, to) in points.into_iter().zip(points.into_iter().skip(1)) {
        line(from.into(), to.into(), LastPixel::Open, clip, &mut *visit);
    }
}

fn rectangles(clip: IntRect, visit: Visit<'_>) {
    rectangle((5, 7), (30, 22), clip, &mut *visit);
    rectangle((40, 40), (90, 55), clip, visit);
}

fn ellipses(clip: IntRect, visit: Visit<'_>) {
    ellipse((20, 20), (15, 9), clip, &mut *visit);
    ellipse((45, 30), (7, 23), clip, &mut *visit);
    ellipse((10, 50), (4, 4), clip, &mut *visit);
    ellipse((60, 60), (12, 12), clip, visit);
}

fn solid_ellipses(clip: IntRect, visit: Visit<'_>) {
    solid_ellipse((20, 20), (15, 9), clip, &mut *visit);
    solid_ellipse((45, 30), (7, 23), clip, &mut *visit);
    solid_ellipse((10, 50), (4, 4), clip, &mut *visit);
    solid_ellipse((60, 60), (12, 12), clip, &mut *visit);
    solid_ellipse((30, 55), (1, 1), clip, visit);
}
