//! Strokes: every join, inner join and cap, both signs of the width, limits, and
//! the awkward polylines.

use agg_core::{Affine, Cap, FillRule, InnerJoin, Join, Path, PathIterator, Stroke};

use super::picture::{AggScene, BLUE, MakePath, Picture};

pub(super) const JOINS: [(&str, Join); 5] = [
    ("miter", Join::Miter),
    ("miter_revert", Join::MiterRevert),
    ("miter_round", Join::MiterRound),
    ("round", Join::Round),
    ("bevel", Join::Bevel),
];

pub(super) const INNER_JOINS: [(&str, InnerJoin); 4] = [
    ("bevel", InnerJoin::Bevel),
    ("miter", InnerJoin::Miter),
    ("jag", InnerJoin::Jag),
    ("round", InnerJoin::Round),
];

pub(super) const CAPS: [(&str, Cap); 3] = [
    ("butt", Cap::Butt),
    ("square", Cap::Square),
    ("round", Cap::Round),
];

pub(super) fn scenes() -> Vec<AggScene> {
    let mut scenes = Vec::new();
    add_every_join_and_cap(&mut scenes);
    add_widths(&mut scenes);
    add_limits(&mut scenes);
    add_awkward_lines(&mut scenes);
    scenes.push(AggScene::new(
        "stroke_then_transform",
        (64, 64),
        stroke_then_transform,
    ));
    scenes.push(AggScene::new(
        "transform_then_stroke",
        (64, 64),
        transform_then_stroke,
    ));
    scenes
}

/// Keeps the outline of a path and fills it.
pub(super) fn draw(picture: &mut Picture, path: &Path, stroke: &Stroke) {
    let outline = picture.keep("stroked", path.elements().stroked(stroke));
    picture.fill(&outline, FillRule::NonZero, BLUE);
}

fn add(scenes: &mut Vec<AggScene>, name: String, path: MakePath, stroke: Stroke) {
    // AGG draws nothing for a subpath without length.
    let stroke = stroke.without_dots();
    scenes.push(AggScene::new(name, (64, 64), move |picture| {
        draw(picture, &path(), &stroke);
    }));
}

/// 12.5 becomes "12.5", and -8 becomes "`minus_8`".
fn number(value: f64) -> String {
    format!("{}{}", if value < 0.0 { "minus_" } else { "" }, value.abs())
}

/// The second corner is sharp and its legs are shorter than the stroke is wide,
/// so that the four inner joins differ.
fn hook() -> Path {
    Path::polyline([(9.0, 52.0), (46.0, 17.0), (41.0, 25.0), (57.0, 55.0)])
}

fn closed_triangle() -> Path {
    Path::polygon([(14.0, 15.0), (52.0, 24.0), (24.0, 50.0)])
}

fn add_every_join_and_cap(scenes: &mut Vec<AggScene>) {
    for (join_name, join) in JOINS {
        for (inner_name, inner) in INNER_JOINS {
            for (cap_name, cap) in CAPS {
                let stroke = Stroke::new(11.0)
                    .with_join(join)
                    .with_inner_join(inner)
                    .with_cap(cap);
                add(
                    scenes,
                    format!("stroke_{join_name}_{inner_name}_{cap_name}"),
                    hook,
                    stroke,
                );
            }
        }
    }
}

fn add_widths(scenes: &mut Vec<AggScene>) {
    for (join_name, join) in JOINS {
        for width in [0.75, 8.0, 30.0, -8.0] {
            let stroke = Stroke::new(width).with_join(join);
            let name = format!("stroke_closed_{join_name}_{}", number(width));
            add(scenes, name, closed_triangle, stroke);
        }
        let stroke = Stroke::new(-9.0).with_join(join).with_cap(Cap::Round);
        add(
            scenes,
            format!("stroke_open_{join_name}_minus_9"),
            hook,
            stroke,
        );
    }
    for (cap_name, cap) in CAPS {
        let name = format!("stroke_open_minus_9_{cap_name}");
        add(scenes, name, hook, Stroke::new(-9.0).with_cap(cap));
        let name = format!("stroke_hairline_{cap_name}");
        add(scenes, name, hook, Stroke::new(0.3).with_cap(cap));
    }
}

fn zigzag() -> Path {
    Path::polyline([
        (5.0, 60.0),
        (12.0, 6.0),
        (19.0, 58.0),
        (30.0, 12.0),
        (41.0, 50.0),
        (59.0, 30.0),
        (38.0, 24.0),
    ])
}

fn add_limits(scenes: &mut Vec<AggScene>) {
    let miters = [
        ("miter", Join::Miter),
        ("miter_revert", Join::MiterRevert),
        ("miter_round", Join::MiterRound),
    ];
    for (join_name, join) in miters {
        for limit in [1.0, 2.5, 10.0] {
            let stroke = Stroke::new(5.0).with_join(join).with_miter_limit(limit);
            add(
                scenes,
                format!("stroke_limit_{join_name}_{limit}"),
                zigzag,
                stroke,
            );
        }
    }
    for limit in [1.01, 3.0] {
        let stroke = Stroke::new(14.0).with_inner_miter_limit(limit);
        add(scenes, format!("stroke_inner_limit_{limit}"), hook, stroke);
    }
}

fn turn_back() -> Path {
    Path::polyline([(8.0, 32.0), (52.0, 32.0), (20.0, 32.0)])
}

fn turn_back_askew() -> Path {
    Path::polyline([(7.3, 41.9), (51.1, 20.2), (20.7, 35.25)])
}

fn nearly_straight() -> Path {
    Path::polyline([
        (4.0, 30.0),
        (16.0, 30.001),
        (28.0, 30.1),
        (40.0, 30.1),
        (52.0, 31.0),
        (60.0, 33.0),
    ])
}

fn repeated_points() -> Path {
    Path::polyline([
        (10.0, 10.0),
        (10.0, 10.0),
        (50.0, 14.0),
        (50.0, 14.0),
        (50.0, 14.0),
        (20.0, 50.0),
        (20.0, 50.0),
    ])
}

fn closed_onto_its_start() -> Path {
    Path::polygon([(12.0, 12.0), (50.0, 16.0), (30.0, 50.0), (12.0, 12.0)])
}

fn two_points_closed() -> Path {
    Path::polygon([(15.0, 20.0), (48.0, 44.0)])
}

fn several_subpaths() -> Path {
    let mut path = Path::polyline([(6.0, 10.0), (30.0, 14.0), (10.0, 26.0)]);
    path.extend(Path::polygon([(38.0, 8.0), (58.0, 12.0), (46.0, 28.0)]).elements());
    path.extend(Path::polyline([(20.0, 40.0)]).elements());
    path.extend(Path::polyline([(10.0, 56.0), (54.0, 40.0)]).elements());
    path
}

fn add_awkward_lines(scenes: &mut Vec<AggScene>) {
    for (name, join) in JOINS {
        let stroke = Stroke::new(10.0).with_join(join).with_cap(Cap::Square);
        add(
            scenes,
            format!("stroke_turn_back_{name}"),
            turn_back,
            stroke.clone(),
        );
        add(
            scenes,
            format!("stroke_turn_back_askew_{name}"),
            turn_back_askew,
            stroke.clone(),
        );
        add(
            scenes,
            format!("stroke_nearly_straight_{name}"),
            nearly_straight,
            stroke,
        );
    }
    let round = Stroke::new(7.0).with_join(Join::Round).with_cap(Cap::Round);
    let paths: [(&str, MakePath); 4] = [
        ("stroke_repeated_points", repeated_points),
        ("stroke_closed_onto_its_start", closed_onto_its_start),
        ("stroke_two_points_closed", two_points_closed),
        ("stroke_several_subpaths", several_subpaths),
    ];
    for (name, path) in paths {
        add(scenes, name.into(), path, round.clone());
    }
    for scale in [8.0, 0.25] {
        let stroke = round.clone().with_approximation_scale(scale);
        add(
            scenes,
            format!("stroke_approximation_scale_{scale}"),
            hook,
            stroke,
        );
    }
}

fn transformed_pen() -> Stroke {
    Stroke::new(6.0).with_join(Join::Round).with_cap(Cap::Round)
}

fn askew() -> Affine {
    Affine::rotate(0.4)
        .then(Affine::scale_xy(1.3, 0.6))
        .then(Affine::translate(9.5, -3.25))
}

fn stroke_then_transform(picture: &mut Picture) {
    let outline = picture.keep("stroked", hook().elements().stroked(&transformed_pen()));
    let placed = picture.keep("transformed", outline.elements().transformed(askew()));
    picture.fill(&placed, FillRule::NonZero, BLUE);
}

fn transform_then_stroke(picture: &mut Picture) {
    let placed = picture.keep("transformed", hook().elements().transformed(askew()));
    draw(picture, &placed, &transformed_pen());
}
