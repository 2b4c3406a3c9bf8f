//! Transforms of one grid of lines: affine maps made to fit, perspective,
//! bilinear, viewports, along a path, between two paths, a magnifier, polar.

use agg_core::{
    Affine, AlongPath, Aspect, BetweenPaths, Bilinear, FillRule, Magnifier, Pace, Path,
    PathIterator, Perspective, Point, Polar, Rect, Stroke, Transform, Viewport,
};

use super::picture::{AggScene, BLUE, Picture};

const QUAD: [Point; 4] = [
    Point::new(12.0, 8.0),
    Point::new(88.0, 20.0),
    Point::new(76.0, 84.0),
    Point::new(6.0, 60.0),
];
const OTHER_QUAD: [Point; 4] = [
    Point::new(10.0, 20.0),
    Point::new(70.0, 24.0),
    Point::new(64.0, 90.0),
    Point::new(16.0, 70.0),
];
const PARALLELOGRAM: [Point; 3] = [
    Point::new(12.0, 14.0),
    Point::new(80.0, 30.0),
    Point::new(88.0, 84.0),
];
const SQUARE: Rect = Rect {
    x0: 10.0,
    y0: 20.0,
    x1: 70.0,
    y1: 80.0,
};
const CARD: Rect = Rect {
    x0: 8.5,
    y0: 9.0,
    x1: 90.0,
    y1: 85.0,
};

pub(super) fn scenes() -> Vec<AggScene> {
    let mut scenes = affine();
    scenes.extend(quads());
    scenes.extend(viewports());
    scenes.extend(tracks());
    let glass = |magnification, radius| Magnifier::new((45.0, 52.0), radius, magnification);
    let polar = |full_circle| {
        Polar::new((48.0, 46.0), full_circle)
            .with_offset((2.5, -10.0))
            .with_scale(0.6)
    };
    scenes.extend([
        square("magnifier", move || Some(glass(2.5, 12.0))),
        square("magnifier_shrinking", move || Some(glass(0.5, 20.0))),
        square("magnifier_undone", move || {
            Some(Unmagnified(glass(2.5, 12.0)))
        }),
        square("polar", move || Some(polar(75.0))),
        square("polar_spiral", move || Some(polar(40.0).with_spiral(0.3))),
    ]);
    scenes
}

/// A map that the scene is drawn through; `None` would leave it empty.
fn square<T: Transform>(name: &str, map: impl Fn() -> Option<T> + 'static) -> AggScene {
    AggScene::new(name, (96, 96), move |picture| {
        draw(picture, &grid(SQUARE, 15.0), 0.2, map());
    })
}

/// The grid with its lines in one piece: whether a straight join turns left or
/// right is decided by the last bits of sin and cos.
fn in_one_piece(name: &str, map: Affine) -> AggScene {
    AggScene::new(name, (96, 96), move |picture| {
        let grid = grid(SQUARE, 15.0);
        draw(picture, &grid, 0.01, Some(map));
    })
}

/// Lines along x and y, `step` apart.
fn grid(rect: Rect, step: f64) -> Path {
    let Rect { x0, y0, x1, y1 } = rect;
    let mut path = Path::new();
    let steps = |length: f64| (0..=(length / step) as u32).map(move |i| f64::from(i) * step);
    for at in steps(rect.height()) {
        path.move_to((x0, y0 + at)).line_to((x1, y0 + at));
    }
    for at in steps(rect.width()) {
        path.move_to((x0 + at, y0)).line_to((x0 + at, y1));
    }
    path
}

fn draw(picture: &mut Picture, path: &Path, scale: f64, map: Option<impl Transform>) {
    let Some(map) = map else { return };
    let pieces = path.elements().segmented(scale).transformed(map);
    let line = picture.keep("transformed", pieces);
    let outline: Path = line.elements().stroked(&Stroke::new(1.0)).collect();
    picture.fill(&outline, FillRule::NonZero, BLUE);
}

fn affine() -> Vec<AggScene> {
    let about_center = |mirror: Affine| {
        Affine::translate(-48.0, -48.0)
            .then(mirror)
            .then(Affine::translate(48.0, 48.0))
    };
    let [a, b, c, _] = OTHER_QUAD;
    let (from, to) = (Point::new(10.3, 6.1), Point::new(60.7, 40.9));
    vec![
        square("affine_between_triangles", move || {
            Affine::between_triangles([a, b, c], PARALLELOGRAM)
        }),
        square("affine_from_rect", || {
            Affine::from_rect(SQUARE, PARALLELOGRAM)
        }),
        square("affine_to_rect", || Affine::to_rect(PARALLELOGRAM, CARD)),
        square("affine_reflect", move || {
            Some(about_center(Affine::reflect(0.4)))
        }),
        square("affine_reflect_at", move || {
            Affine::reflect_at((3.0, 5.0).into()).map(about_center)
        }),
        square("affine_skew", || Some(Affine::skew(0.2, -0.1))),
        in_one_piece(
            "affine_along_segment",
            Affine::along_segment(from, to, 75.0),
        ),
        in_one_piece(
            "affine_along_segment_unscaled",
            Affine::along_segment(from, to, 0.0),
        ),
        AggScene::new("affine_parts", (96, 96), parts),
    ]
}

/// What is found in a map, as the ends of lines.
fn parts(picture: &mut Picture) {
    let map = Affine::scale_xy(1.5, -0.75).then(Affine::rotate(0.6));
    let angle_and_area = Point::new(map.rotation(), map.determinant());
    let path = Path::polyline([angle_and_area, map.scaling(), map.scaling_abs()]);
    let line = picture.keep("transformed", path.elements());
    let outline: Path = line.elements().stroked(&Stroke::new(1.0)).collect();
    picture.fill(&outline, FillRule::NonZero, BLUE);
}

fn quads() -> Vec<AggScene> {
    let slanted = [(12.0, 14.0), (70.0, 24.0), (80.0, 84.0), (22.0, 74.0)].map(Point::from);
    vec![
        square("perspective_rect_to_quad", || {
            Perspective::from_rect(SQUARE, QUAD)
        }),
        square("perspective_quad_to_quad", || {
            Perspective::between_quads(OTHER_QUAD, QUAD)
        }),
        square("perspective_quad_to_rect", || {
            Perspective::to_rect(QUAD, CARD)
        }),
        square("perspective_parallelogram", move || {
            Perspective::from_rect(SQUARE, slanted)
        }),
        square("perspective_chained", || {
            let map = Perspective::from_rect(SQUARE, QUAD)?;
            Some(map.then(Affine::rotate(0.2)).then(Affine::scale(0.9)))
        }),
        square("perspective_inverse", || {
            Perspective::from_rect(Rect::new(8.0, 9.0, 90.0, 86.0), OTHER_QUAD)?.inverse()
        }),
        square("bilinear_rect_to_quad", || {
            Bilinear::from_rect(SQUARE, QUAD)
        }),
        square("bilinear_quad_to_quad", || {
            Bilinear::between_quads(OTHER_QUAD, QUAD)
        }),
        square("bilinear_quad_to_rect", || Bilinear::to_rect(QUAD, CARD)),
    ]
}

fn viewports() -> impl Iterator<Item = AggScene> {
    let viewports = [
        ("viewport_stretch", Aspect::Stretch, (0.5, 0.5)),
        ("viewport_meet", Aspect::Meet, (0.3, 0.5)),
        ("viewport_slice", Aspect::Slice, (0.5, 0.9)),
    ];
    viewports.into_iter().map(|(name, aspect, align)| {
        square(name, move || {
            let window = [(10.0, 20.0), (70.0, 80.0)].map(Point::from);
            let frame = [(6.0, 30.0), (90.0, 77.5)].map(Point::from);
            Some(Viewport::new(window, frame)?.with_aspect(aspect, align))
        })
    })
}

fn tracks() -> impl Iterator<Item = AggScene> {
    let variants = [
        ("", 0.0, 0.0, Pace::Length),
        ("_base_length", 80.0, 100.0, Pace::Length),
        ("_by_vertices", 0.0, 0.0, Pace::Vertices),
    ];
    variants
        .into_iter()
        .flat_map(|(name, along, between, pace)| {
            [
                AggScene::new(format!("along_path{name}"), (96, 96), move |picture| {
                    let grid = grid(Rect::new(-10.0, -8.0, 110.0, 16.0), 8.0);
                    let map = AlongPath::new(&track([30.0, -30.0, 90.0, 24.0]))
                        .map(|map| map.with_base_length(along).with_pace(pace));
                    draw(picture, &grid, 0.3, map);
                }),
                AggScene::new(format!("between_paths{name}"), (96, 96), move |picture| {
                    let grid = grid(Rect::new(-10.0, -4.0, 110.0, 28.0), 8.0);
                    let (first, second) = (
                        track([30.0, -30.0, 90.0, 24.0]),
                        track([70.0, 90.0, 20.0, 88.0]),
                    );
                    let map = BetweenPaths::new(&first, &second).map(|map| {
                        map.with_base_length(between)
                            .with_base_height(24.0)
                            .with_pace(pace)
                    });
                    draw(picture, &grid, 0.3, map);
                }),
            ]
        })
}

/// A line to stand on; its last segment is so short that it is given to the one
/// before.
fn track([a, b, c, d]: [f64; 4]) -> Path {
    let mut path = Path::polyline([(8.0, a)]);
    path.cubic_to((30.0, b), (50.0, c), (90.0, d))
        .line_to((90.25, d + 0.25));
    path.elements().flattened(0.5).collect()
}

struct Unmagnified(Magnifier);

impl Transform for Unmagnified {
    fn apply(&self, point: Point) -> Point {
        self.0.unapply(point)
    }
}
