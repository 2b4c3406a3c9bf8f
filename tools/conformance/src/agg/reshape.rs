//! Paths reshaped: contours, smoothed corners, splines, segmentation, clipping,
//! markers at both ends, subpaths closed and opened, curves by increments.

use agg_core::{
    Arrow, Contour, FillRule, Flatten, InnerJoin, Join, Orientation, Path, PathEl, PathIterator,
    Place, Rect, Stroke,
};

use super::picture::{AggScene, BLUE, MakePath, Picture};
use super::stroke::{INNER_JOINS, JOINS};

const CLIP: Rect = Rect {
    x0: 14.5,
    y0: 12.25,
    x1: 80.0,
    y1: 78.75,
};

pub(super) fn scenes() -> Vec<AggScene> {
    let mut scenes = contours();
    let lines: [(&str, MakePath); 6] = [
        ("open", zigzag),
        ("closed", zigzag_closed),
        ("triangle", triangle),
        ("segment", segment),
        ("repeated_points", repeated_points),
        ("two_subpaths", two_subpaths),
    ];
    for (name, path) in lines {
        scenes.extend(reshaped(name, path));
    }
    let mut add = |name: &str, draw: fn(&mut Picture)| scenes.push(scene(name, draw));
    add("clip_polygon_around", |p| clip_polygon(p, &around()));
    add("clip_polyline_around", |p| clip_polyline(p, &around()));
    add("markers_open", |p| markers(p, &zigzag()));
    add("markers_segment", |p| markers(p, &segment()));
    add("close_zigzag", |p| {
        keep_and_stroke(p, "closed", zigzag().elements().closed());
    });
    add("unclose_two_subpaths", |p| {
        keep_and_stroke(p, "unclosed", two_subpaths().elements().unclosed());
    });
    add("shorten_open", |p| {
        keep_and_stroke(p, "shortened", zigzag().elements().shortened(75.0));
    });
    add("shorten_closed", |p| {
        keep_and_stroke(p, "shortened", zigzag_closed().elements().shortened(15.5));
    });
    add("concatenate", |p| {
        let (first, second) = (ring(), zigzag());
        keep_and_stroke(p, "concatenated", first.elements().chain(&second));
    });
    add("increments_scale_1", |p| increments(p, 1.0));
    add("increments_scale_4", |p| increments(p, 4.0));
    scenes
}

fn scene(name: &str, draw: impl Fn(&mut Picture) + 'static) -> AggScene {
    AggScene::new(name, (96, 96), draw)
}

fn contours() -> Vec<AggScene> {
    let mut scenes = Vec::new();
    let mut add = |name: String, path: MakePath, contour: Contour| {
        scenes.push(scene(&name, move |picture| {
            let path = path();
            keep_and_fill(picture, "contoured", path.elements().contoured(&contour));
        }));
    };
    let as_told = |pen| Contour::new(pen).with_orientation(Orientation::Positive);
    for (join_name, join) in JOINS {
        for (name, width) in [("grown", 9.0), ("shrunk", -9.0)] {
            let pen = Stroke::new(width).with_join(join);
            add(format!("contour_{join_name}_{name}"), arrow, as_told(pen));
        }
    }
    for (name, inner) in INNER_JOINS {
        let pen = Stroke::new(22.0).with_inner_join(inner);
        add(format!("contour_inner_{name}"), arrow, as_told(pen));
    }
    let paths: [(&str, MakePath); 5] = [
        ("arrow", arrow),
        ("backwards", arrow_backwards),
        ("open", arrow_open),
        ("ring", ring),
        ("repeated_points", repeated_points),
    ];
    for (name, path) in paths {
        let pen = Stroke::new(8.0)
            .with_join(Join::Bevel)
            .with_inner_join(InnerJoin::Miter);
        let detected = Contour::new(pen.clone());
        add(format!("contour_{name}_detected"), path, detected);
        add(format!("contour_{name}_as_told"), path, as_told(pen));
    }
    scenes
}

/// How a path is drawn.
type DrawPath = Box<dyn Fn(&mut Picture, &Path)>;

/// What is done to every line.
fn reshaped(name: &str, path: MakePath) -> Vec<AggScene> {
    let mut scenes = Vec::new();
    let mut add = |kind: &str, draw: DrawPath| {
        let name = format!("{kind}_{name}");
        scenes.push(scene(&name, move |picture| draw(picture, &path())));
    };
    for (kind, amount) in [("smooth", 1.0), ("smooth_half", 0.5)] {
        let draw = move |picture: &mut Picture, path: &Path| {
            let curve = path.elements().smoothed(amount).flattened(0.5);
            keep_and_stroke(picture, "flattened", curve);
        };
        add(kind, Box::new(draw));
    }
    for (kind, step) in [("spline", 1.0 / 50.0), ("spline_coarse", 1.0 / 7.0)] {
        let draw = move |picture: &mut Picture, path: &Path| {
            keep_and_stroke(picture, "splined", path.elements().splined(step));
        };
        add(kind, Box::new(draw));
    }
    for (kind, scale) in [("segmentator", 1.0), ("segmentator_coarse", 0.13)] {
        let draw = move |picture: &mut Picture, path: &Path| {
            keep_and_stroke(picture, "segmented", path.elements().segmented(scale));
        };
        add(kind, Box::new(draw));
    }
    add("clip_polyline", Box::new(clip_polyline));
    add("clip_polygon", Box::new(clip_polygon));
    scenes
}

fn keep_and_fill(
    picture: &mut Picture,
    stage: &'static str,
    elements: impl Iterator<Item = PathEl>,
) {
    let shape = picture.keep(stage, elements);
    picture.fill(&shape, FillRule::NonZero, BLUE);
}

pub(super) fn keep_and_stroke(
    picture: &mut Picture,
    stage: &'static str,
    elements: impl Iterator<Item = PathEl>,
) {
    let line = picture.keep(stage, elements);
    let pen = Stroke::new(1.5).without_dots();
    let outline: Path = line.elements().stroked(&pen).collect();
    picture.fill(&outline, FillRule::NonZero, BLUE);
}

fn clip_polygon(picture: &mut Picture, path: &Path) {
    keep_and_fill(picture, "clipped", path.elements().clipped_as_polygon(CLIP));
}

fn clip_polyline(picture: &mut Picture, path: &Path) {
    keep_and_stroke(
        picture,
        "clipped",
        path.elements().clipped_as_polyline(CLIP),
    );
}

/// AGG's arrow has numbers of its own for each end: how far beyond, how far
/// along, half the width, the barb. It forgets to close the tail.
fn markers(picture: &mut Picture, path: &Path) {
    let line: Path = path.elements().stroked(&Stroke::new(1.5)).collect();
    picture.fill(&line, FillRule::NonZero, BLUE);
    let arrow = |beyond, along, half_width, barb| Arrow {
        beyond,
        along,
        half_width,
        barb,
    };
    let (tail, head) = (
        arrow(5.0, 4.0, 3.5, 2.0).tail(),
        arrow(6.0, 4.0, 5.0, 3.0).head(),
    );
    let at_start = path.elements().marked(Place::Start, &tail).unclosed();
    let at_end = path.elements().marked(Place::End, &head);
    keep_and_fill(picture, "marked", at_start.chain(at_end));
}

fn increments(picture: &mut Picture, scale: f64) {
    let by = Flatten::by_increments(scale);
    keep_and_stroke(picture, "flattened", curves().elements().flattened(by));
}

const ARROW: [(f64, f64); 7] = [
    (48.0, 8.0),
    (84.0, 44.0),
    (62.0, 46.0),
    (64.0, 84.0),
    (34.0, 88.0),
    (36.0, 44.0),
    (10.0, 40.0),
];

/// Goes round from x towards y.
fn arrow() -> Path {
    Path::polygon(ARROW)
}

fn arrow_backwards() -> Path {
    Path::polygon(ARROW.into_iter().rev())
}

fn arrow_open() -> Path {
    Path::polyline(ARROW)
}

/// The hole goes the other way.
fn ring() -> Path {
    let mut path = Path::polygon([(12.0, 14.0), (84.0, 10.0), (80.0, 86.0), (16.0, 80.0)]);
    path.extend(&Path::polygon([
        (30.0, 30.0),
        (32.0, 64.0),
        (64.0, 66.0),
        (66.0, 28.0),
    ]));
    path
}

const ZIGZAG: [(f64, f64); 6] = [
    (6.0, 20.0),
    (30.0, 76.0),
    (40.5, 12.25),
    (52.0, 80.0),
    (53.0, 30.0),
    (90.0, 40.0),
];

fn zigzag() -> Path {
    Path::polyline(ZIGZAG)
}

fn zigzag_closed() -> Path {
    Path::polygon(ZIGZAG)
}

fn repeated_points() -> Path {
    Path::polyline([
        (6.0, 20.0),
        (6.0, 20.0),
        (30.0, 76.0),
        (60.0, 12.0),
        (60.0, 12.0),
        (88.0, 70.0),
    ])
}

fn triangle() -> Path {
    Path::polygon([(12.0, 16.0), (86.0, 30.0), (38.0, 84.0)])
}

fn segment() -> Path {
    Path::polyline([(12.0, 16.0), (86.0, 70.0)])
}

fn two_subpaths() -> Path {
    let mut path = Path::polyline([
        (-20.0, 12.0),
        (50.0, 30.0),
        (120.0, 20.0),
        (60.0, 44.0),
        (50.0, -30.0),
    ]);
    path.extend(&Path::polygon([
        (20.0, 40.0),
        (140.0, 60.0),
        (40.0, 130.0),
        (-30.0, 90.0),
    ]));
    path
}

/// Around the corners, along the sides, and far away.
fn around() -> Path {
    let mut path = Path::polygon([
        (10.0, 10.0),
        (48.0, -30.0),
        (110.0, 20.0),
        (130.0, 120.0),
        (60.0, 84.0),
        (-40.0, 140.0),
        (-60.0, -80.0),
    ]);
    path.extend(&Path::polygon([
        (20.0, 50.0),
        (76.0, 50.0),
        (76.0, 80.0),
        (20.0, 80.0),
    ]));
    path.extend(&Path::polygon([
        (-200.0, -200.0),
        (-100.0, 300.0),
        (300.0, 300.0),
        (300.0, -200.0),
    ]));
    path
}

fn curves() -> Path {
    let mut path = Path::polyline([(6.0, 40.0)]);
    path.cubic_to((20.0, -20.0), (60.0, 70.0), (90.0, 8.0))
        .quad_to((120.0, 50.0), (60.0, 60.0))
        .close();
    path.move_to((10.0, 60.0))
        .cubic_to((110.0, 50.0), (-15.0, 95.0), (86.0, 88.0));
    path.move_to((30.0, 90.0))
        .quad_to((31.0, 91.0), (33.0, 90.0));
    path
}
