//! Lines drawn by their profile, and the geometry of lines of a pattern.

use agg_core::{
    Ellipse, Flatten, Gamma, LinePattern, Outline, OutlineCap, OutlineJoin, Path, PathIterator,
};

use super::picture::{AggScene, Picture};

const JOINS: [(&str, OutlineJoin); 4] = [
    ("none", OutlineJoin::None),
    ("miter", OutlineJoin::Miter),
    ("round", OutlineJoin::Round),
    ("miter_accurate", OutlineJoin::MiterAccurate),
];

pub(super) fn scenes() -> Vec<AggScene> {
    let mut scenes = Vec::new();
    let mut add = |name: String, path: Path, outline: Outline| {
        scenes.push(AggScene::new(
            format!("outline_{name}"),
            (64, 64),
            move |p| draw(p, &path, &outline),
        ));
    };
    for (name, join) in JOINS {
        let outline = |width| Outline::new(width).with_join(join);
        for width in [0.4, 1.0, 2.5, 9.0] {
            add(format!("open_{name}_{width}"), zigzag(), outline(width));
            add(format!("closed_{name}_{width}"), star(), outline(width));
        }
        add(format!("two_segments_{name}"), two_segments(), outline(3.0));
        add(format!("far_{name}"), far_ends(), outline(3.0));
        add(format!("far_closed_{name}"), far_triangle(), outline(3.0));
        add(format!("ring_{name}"), ring(), outline(3.0));
        add(format!("curve_{name}"), curve(), outline(3.0));
        let capped = |width| outline(width).with_cap(OutlineCap::Round);
        add(format!("caps_{name}"), zigzag(), capped(6.0));
        add(
            format!("caps_two_segments_{name}"),
            two_segments(),
            capped(6.0),
        );
        add(format!("wide_{name}"), zigzag(), capped(30.0));
        add(
            format!("wide_one_segment_{name}"),
            one_segment(),
            capped(30.0),
        );
    }
    let soft = |width| Outline::new(width).with_smoother_width(4.0);
    add("smoother_4".into(), zigzag(), soft(6.0));
    add("smoother_4_thin".into(), zigzag(), soft(1.0));
    let line = Outline::new(2.0);
    add(
        "least_3".into(),
        zigzag(),
        line.clone().with_least_width(3.0),
    );
    add(
        "gamma_0.5".into(),
        zigzag(),
        line.clone().with_gamma(Gamma::power(0.5)),
    );
    add(
        "short_lines".into(),
        short_lines(),
        line.with_cap(OutlineCap::Round),
    );
    scenes.extend(patterns());
    scenes
}

fn draw(picture: &mut Picture, path: &Path, outline: &Outline) {
    picture.blacken(|clip, visit| outline.for_each_span(path, clip, visit));
}

fn patterns() -> Vec<AggScene> {
    let scene = |name: &str, path: fn() -> Path, pattern: LinePattern| {
        AggScene::new(format!("pattern_line_{name}"), (64, 64), move |picture| {
            let clip = picture.bounds();
            pattern.for_each_pixel(&path(), clip, |pixel| {
                let (u, v) = (pixel.u, pixel.v + 256);
                let place = [(u >> 8) as u8, u as u8, (v >> 4) as u8, 255];
                picture.put(pixel.x, pixel.y, place);
            });
        })
    };
    vec![
        scene("open", zigzag, LinePattern::new(16.0, 8.0)),
        scene("closed", star, LinePattern::new(13.0, 4.0)),
        scene("one_segment", one_segment, LinePattern::new(16.0, 8.0)),
        scene("two_segments", two_segments, LinePattern::new(16.0, 8.0)),
        scene(
            "scaled",
            zigzag,
            LinePattern::new(16.0, 6.0).with_scale(2.5),
        ),
        scene(
            "started",
            zigzag,
            LinePattern::new(16.0, 6.0).with_start(5.5),
        ),
        scene(
            "far",
            far_ends,
            LinePattern::new(20.0, 10.0).with_scale(1.5).with_start(3.0),
        ),
        scene(
            "fractional",
            star,
            LinePattern::new(9.5, 5.25).with_scale(0.75),
        ),
    ]
}

fn zigzag() -> Path {
    Path::polyline([
        (5.3, 60.1),
        (12.2, 6.4),
        (19.9, 58.5),
        (30.1, 12.7),
        (41.4, 50.2),
        (59.6, 30.3),
        (38.8, 24.9),
        (70.5, 3.2),
    ])
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

fn two_segments() -> Path {
    Path::polyline([(6.5, 10.2), (50.1, 20.7), (58.3, 55.9)])
}

fn one_segment() -> Path {
    Path::polyline([(6.5, 10.2), (50.1, 47.7)])
}

fn far_ends() -> Path {
    Path::polyline([
        (-2000.3, -1400.1),
        (40.2, 30.7),
        (2500.9, 60.3),
        (20.5, 50.1),
        (31.1, -3000.7),
    ])
}

fn far_triangle() -> Path {
    Path::polygon([(-1500.5, 20.25), (1800.75, 12.5), (40.5, 2600.5)])
}

/// Many segments shorter than 1.5 pixels.
fn ring() -> Path {
    Ellipse::new((32.3, 31.1), (26.5, 18.25)).polygon_of(150)
}

fn curve() -> Path {
    let mut path = Path::new();
    path.move_to((6.0, 40.0))
        .cubic_to((20.0, -20.0), (60.0, 90.0), (58.0, 8.0));
    path.elements().flattened(Flatten::default()).collect()
}

/// Too short for AGG, which drops them.
fn short_lines() -> Path {
    let mut path = Path::polyline([(10.5, 10.5), (11.5, 10.5)]);
    path.extend(Path::polygon([(30.2, 30.4), (31.0, 30.4), (30.6, 31.1)]).elements());
    path.extend(Path::polyline([(50.5, 50.5), (50.5, 50.5)]).elements());
    path.extend(Path::polygon([(10.5, 40.5), (25.5, 52.5)]).elements());
    path
}
