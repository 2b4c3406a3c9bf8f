//! What holds for any path and any transform.

use agg_core::{
    Affine, ArcSize, Bilinear, Cap, Contour, Coverage, Dash, FillRule, Flatten, Join, Magnifier,
    Orientation, Path, PathEl, PathIterator, Perspective, Place, Point, Rasterizer, Rect, Stroke,
    Transform,
};
use proptest::prelude::*;
use proptest::sample::select;

const SIDE: u32 = 100;

fn point() -> impl Strategy<Value = Point> {
    (0.0..100.0f64, 0.0..100.0f64).prop_map(Point::from)
}

/// Points on the surface and around it.
fn far_point() -> impl Strategy<Value = Point> {
    (-300.0..400.0f64, -300.0..400.0f64).prop_map(Point::from)
}

fn points(count: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Point>> {
    prop::collection::vec(point(), count)
}

/// Paths of every kind of element.
fn path_of<S: Strategy<Value = Point>>(
    point: fn() -> S,
    count: usize,
) -> impl Strategy<Value = Path> {
    let element = (0..5, point(), point(), point()).prop_map(|(kind, a, b, c)| match kind {
        0 => PathEl::MoveTo(a),
        1 => PathEl::LineTo(a),
        2 => PathEl::QuadTo(a, b),
        3 => PathEl::CurveTo(a, b, c),
        _ => PathEl::Close,
    });
    prop::collection::vec(element, 0..count).prop_map(|elements| elements.into_iter().collect())
}

/// The numbers that break things.
fn hostile() -> impl Strategy<Value = f64> {
    let (inf, nan) = (f64::INFINITY, f64::NAN);
    let tiny = [-0.0, 5e-324, 1e-310, 1e-14];
    let huge = [1e9, -1e15, 1e30, -1e300, f64::MAX, inf, -inf, nan];
    select([&[0.0, 1.0, -7.5][..], &tiny, &huge].concat())
}

fn hostile_point() -> impl Strategy<Value = Point> {
    (hostile(), hostile()).prop_map(Point::from)
}

fn affine() -> impl Strategy<Value = Affine> {
    let scale = || prop_oneof![-3.0..-0.3f64, 0.3..3.0f64];
    let turn = (-4.0..4.0f64, -0.6..0.6f64);
    (scale(), scale(), turn, far_point()).prop_map(|(x, y, (angle, skew), shift)| {
        Affine::scale_xy(x, y)
            .then(Affine::skew(skew, 0.0))
            .then(Affine::rotate(angle))
            .then(Affine::translate(shift.x, shift.y))
    })
}

/// Convex, and not nearly flat.
fn quad() -> impl Strategy<Value = [Point; 4]> {
    prop::array::uniform8(0.0..12.0f64).prop_map(|[a, b, c, d, e, f, g, h]| {
        let corners = [(a, b), (60.0 + c, d), (60.0 + e, 60.0 + f), (g, 60.0 + h)];
        corners.map(Point::from)
    })
}

fn coverage(elements: impl Iterator<Item = PathEl>) -> Vec<u8> {
    let mut rasterizer = Rasterizer::new(SIDE, SIDE);
    rasterizer.add(elements);
    let mut covers = vec![0; (SIDE * SIDE) as usize];
    rasterizer.for_each_span(FillRule::NonZero, |span| {
        let at = span.y() as usize * SIDE as usize + span.x() as usize;
        let row = &mut covers[at..at + span.len()];
        match span.coverage() {
            Coverage::Uniform { cover, .. } => row.fill(cover),
            Coverage::PerPixel(values) => row.copy_from_slice(values),
        }
    });
    covers
}

/// The largest difference between two coverages.
fn difference(a: &[u8], b: &[u8]) -> u8 {
    let differences = a.iter().zip(b).map(|(a, b)| a.abs_diff(*b));
    differences.max().unwrap_or(0)
}

fn surface() -> Rect {
    Rect::new(0.0, 0.0, f64::from(SIDE), f64::from(SIDE))
}

fn distance_to_segment(p: Point, a: Point, b: Point) -> f64 {
    let (way, v) = (b - a, p - a);
    let length = way.x * way.x + way.y * way.y;
    let along = (v.x * way.x + v.y * way.y) / length;
    let along = if length > 0.0 {
        along.clamp(0.0, 1.0)
    } else {
        0.0
    };
    p.distance(a + way * along)
}

fn cubic_at([a, b, c, d]: [Point; 4], t: f64) -> Point {
    let s = 1.0 - t;
    a * (s * s * s) + b * (3.0 * s * s * t) + c * (3.0 * s * t * t) + d * (t * t * t)
}

/// A control polygon that turns by less than a right angle at each control point.
fn forward_curve() -> impl Strategy<Value = [Point; 4]> {
    let lengths = prop::array::uniform3(0.5..60.0f64);
    let angles = (-4.0..4.0f64, -1.57..1.57f64, -1.57..1.57f64);
    (point(), lengths, angles).prop_map(|(a, [l1, l2, l3], (first, turn1, turn2))| {
        let step = |angle: f64, length: f64| Affine::rotate(angle) * Point::new(length, 0.0);
        let b = a + step(first, l1);
        let c = b + step(first + turn1, l2);
        [a, b, c, c + step(first + turn1 + turn2, l3)]
    })
}

/// So that not even the tips of hairpins are missed by a hundredth.
fn finely() -> Flatten {
    Flatten::new(1e-3).with_angle_tolerance(0.1)
}

/// How far a curve gets from the segments that stand for it.
fn furthest(corners: [Point; 4], options: Flatten) -> f64 {
    let [a, b, c, d] = corners;
    let mut curve = Path::polyline([a]);
    curve.cubic_to(b, c, d);
    let line: Path = curve.elements().flattened(options).collect();
    let distances = (0..=200).map(|i| {
        let p = cubic_at(corners, f64::from(i) / 200.0);
        let segments = line.points().windows(2);
        let distances = segments.map(|s| distance_to_segment(p, s[0], s[1]));
        distances.fold(f64::MAX, f64::min)
    });
    distances.fold(0.0, f64::max)
}

fn length(elements: impl Iterator<Item = PathEl>) -> f64 {
    elements.measured(1.0).length()
}

/// Whether no more elements come out than anyone could want.
fn bounded(elements: impl Iterator<Item = PathEl>) -> bool {
    const MOST: usize = 20_000_000;
    elements.take(MOST).count() < MOST
}

proptest! {
    #[test]
    fn a_flattened_curve_that_does_not_turn_back_is_within_its_tolerance(
        corners in forward_curve(),
        tolerance in 0.05..2.0f64,
    ) {
        prop_assert!(furthest(corners, tolerance.into()) <= tolerance);
    }

    #[test]
    fn with_an_angle_tolerance_every_flattened_curve_is_within_its_tolerance(
        corners in prop::array::uniform4(point()),
        tolerance in 0.05..2.0f64,
    ) {
        let options = Flatten::new(tolerance).with_angle_tolerance(0.3);
        prop_assert!(furthest(corners, options) <= tolerance);
    }

    #[test]
    fn dashes_and_gaps_together_are_the_whole_length(
        corners in points(2..8),
        lengths in prop::collection::vec(0.5..20.0f64, 1..6),
        offset in -30.0..30.0f64,
    ) {
        let line = Path::polyline(corners);
        let dashes = Dash::new(offset, &lengths);
        // The gaps are the dashes of the pattern turned by one entry.
        let mut turned = dashes.lengths().to_vec();
        turned.rotate_left(1);
        let gaps = Dash::new(offset - dashes.lengths()[0], &turned);
        let drawn = length(line.elements().dashed(&dashes));
        let skipped = length(line.elements().dashed(&gaps));
        let whole = length(line.elements());
        prop_assert!((drawn + skipped - whole).abs() < 1e-9 * whole, "{drawn} {skipped} {whole}");
    }

    #[test]
    fn culled_dashes_look_the_same(
        corners in prop::collection::vec(far_point(), 2..6),
        offset in -30.0..30.0f64,
    ) {
        let line = Path::polyline(corners);
        let dash = Dash::new(offset, &[5.0, 3.0]);
        let pen = Stroke::new(3.0).with_join(Join::Bevel);
        let visible = surface().inflated(pen.reach() + 1.0);
        let all = coverage(line.elements().dashed(&dash).stroked(&pen));
        let seen = coverage(line.elements().dashed(&dash).within(visible).stroked(&pen));
        prop_assert!(difference(&all, &seen) <= 2);
    }

    #[test]
    fn a_closed_path_can_be_stroked_from_any_start(
        corners in points(3..8),
        turn in 0..8usize,
        join in select(vec![Join::Miter, Join::Bevel, Join::Round]),
    ) {
        let pen = Stroke::new(7.0).with_join(join);
        let mut turned = corners.clone();
        turned.rotate_left(turn % corners.len());
        let outline = |c: Vec<Point>| coverage(Path::polygon(c).elements().stroked(&pen));
        prop_assert!(outline(corners) == outline(turned));
    }

    #[test]
    fn culled_curves_look_the_same(corners in prop::array::uniform4(far_point())) {
        let [a, b, c, d] = corners.map(|p| p * 30.0);
        let mut path = Path::polyline([a]);
        path.cubic_to(b, c, d).close();
        let visible = surface().inflated(1.0);
        let all = coverage(path.elements().flattened(0.01));
        let seen = coverage(path.elements().flattened(0.01).within(visible));
        // A hundredth of a pixel.
        prop_assert!(difference(&all, &seen) <= 4);
    }

    #[test]
    fn a_clipped_polygon_looks_the_same(corners in prop::collection::vec(far_point(), 3..9)) {
        let polygon = Path::polygon(corners);
        let all = coverage(polygon.elements());
        let clipped = coverage(polygon.elements().clipped_as_polygon(surface()));
        prop_assert!(difference(&all, &clipped) <= 2);
    }

    #[test]
    fn a_bounding_box_is_that_of_the_finely_flattened_path(path in path_of(point, 16)) {
        let line = path.elements().flattened(finely()).bounding_box();
        let exact = path.elements().bounding_box();
        prop_assert_eq!(line.is_some(), exact.is_some());
        if let (Some(line), Some(exact)) = (line, exact) {
            for (a, b) in exact.corners().into_iter().zip(line.corners()) {
                prop_assert!(a.distance(b) < 0.01, "{exact:?} {line:?}");
            }
        }
    }

    #[test]
    fn an_area_is_that_of_the_finely_flattened_path(path in path_of(point, 16)) {
        let line = path.elements().flattened(finely()).area();
        prop_assert!((path.elements().area() - line).abs() < 0.5);
    }

    #[test]
    fn reversing_negates_the_area_and_is_undone(path in path_of(point, 16)) {
        let area = path.elements().area();
        prop_assert!((area + path.reversed().elements().area()).abs() < 1e-6);
        let explicit: Path = path.subpaths().flatten().collect();
        prop_assert_eq!(path.reversed().reversed(), explicit);
        let positive = path.oriented(Orientation::Positive).elements().area();
        prop_assert!(positive >= area.abs() - 1e-6);
    }

    #[test]
    fn path_data_is_read_as_it_was_written(path in path_of(point, 16)) {
        let read: Path = path.to_svg().parse().unwrap();
        prop_assert_eq!(read, path);
    }

    #[test]
    fn any_text_is_path_data_or_an_error(text in "[MmLlHhVvQqTtCcSsAaZz0-9 ,.+eE-]{0,40}") {
        if let Err(agg_core::Error::PathData { at }) = Path::from_svg(&text) {
            prop_assert!(at <= text.len());
        }
    }

    #[test]
    fn a_point_at_a_length_is_that_far_along(corners in points(2..7), share in 0.0..1.0f64) {
        let measure = Path::polyline(corners.clone()).elements().measured(1.0);
        let distance = share * measure.length();
        let (at, tangent) = (measure.point_at(distance).unwrap(), measure.tangent_at(distance).unwrap());
        let mut rest = distance;
        for pair in corners.windows(2) {
            let step = pair[0].distance(pair[1]);
            if rest <= step {
                prop_assert!((at.distance(pair[0]) - rest).abs() < 1e-9);
                break;
            }
            rest -= step;
        }
        prop_assert!((tangent.distance(Point::ORIGIN) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn affine_maps_compose_and_invert(a in affine(), b in affine(), p in point()) {
        prop_assert!((a.then(b) * p).distance(b * (a * p)) < 1e-9);
        prop_assert!((a.inverse().unwrap() * (a * p)).distance(p) < 1e-9);
        let areas = a.determinant() * b.determinant();
        prop_assert!((a.then(b).determinant() / areas - 1.0).abs() < 1e-9);
    }

    #[test]
    fn perspective_maps_compose_and_invert(from in quad(), to in quad(), p in point()) {
        let p = p * 0.5 + Point::new(5.0, 5.0);
        let map = Perspective::between_quads(from, to).unwrap();
        let back = Perspective::between_quads(to, from).unwrap();
        prop_assert!((map.then(back) * p).distance(p) < 1e-7);
        prop_assert!((map.inverse().unwrap() * (map * p)).distance(p) < 1e-7);
        for (corner, goal) in from.into_iter().zip(to) {
            prop_assert!((map * corner).distance(goal) < 1e-8);
        }
    }

    #[test]
    fn bilinear_maps_send_corners_to_corners(from in quad(), to in quad()) {
        let map = Bilinear::between_quads(from, to).unwrap();
        for (corner, goal) in from.into_iter().zip(to) {
            prop_assert!(map.apply(corner).distance(goal) < 1e-6);
        }
    }

    #[test]
    fn a_magnifier_is_undone(
        center in point(),
        p in point(),
        radius in 0.0..30.0f64,
        magnification in 0.2..5.0f64,
    ) {
        let glass = Magnifier::new(center, radius, magnification);
        prop_assert!(glass.unapply(glass.apply(p)).distance(p) < 1e-9);
    }

    #[test]
    fn the_small_and_the_large_arc_make_an_ellipse(
        (from, to) in (point(), point()),
        radii in (60.0..90.0f64, 75.0..99.0f64),
        rotation in -4.0..4.0f64,
    ) {
        // Back to the start the other way round the same centre.
        let mut path = Path::polyline([from]);
        path.arc_to(radii, rotation, ArcSize::Small, Orientation::Positive, to);
        path.arc_to(radii, rotation, ArcSize::Large, Orientation::Positive, from);
        let ellipse = std::f64::consts::PI * radii.0 * radii.1;
        let enlarged = from.distance(to) > 119.0;
        prop_assert!(enlarged || (path.elements().area() / ellipse - 1.0).abs() < 1e-3);
        prop_assert_eq!(path.current_point(), Some(from));
    }

    #[test]
    fn nothing_hostile_panics_or_runs_away(
        path in path_of(hostile_point, 8),
        (a, b) in (hostile(), hostile()),
        corners in (hostile_point(), hostile_point()),
    ) {
        let rect = Rect::new(corners.0.x, corners.0.y, corners.1.x, corners.1.y);
        let line: Path = path.elements().flattened(0.5).collect();
        let pen = Stroke::new(a).with_join(Join::Round).with_cap(Cap::Round).with_miter_limit(b);
        let (dash, contour) = (Dash::new(b, &[a, 3.0]), Contour::new(pen.clone()));
        let shape = Path::circle((0.0, 0.0), 1.0);
        let every = Place::Every { step: a, offset: b };
        prop_assert!(bounded(path.elements().flattened(Flatten::by_increments(a))));
        prop_assert!(bounded(path.elements().flattened(a).within(surface())));
        prop_assert!(bounded(line.elements().dashed(&dash).within(surface())));
        prop_assert!(bounded(line.elements().stroked(&pen)));
        prop_assert!(bounded(line.elements().contoured(&contour)));
        prop_assert!(bounded(line.elements().smoothed(a)));
        prop_assert!(bounded(line.elements().splined(a)));
        prop_assert!(bounded(line.elements().clipped_as_polygon(rect)));
        prop_assert!(bounded(line.elements().clipped_as_polyline(rect)));
        prop_assert!(bounded(line.elements().marked(every, &shape)));
        let measure = line.elements().measured(a);
        let _ = (measure.point_at(a), measure.tangent_at(b), path.elements().area());
        let _ = (path.elements().bounding_box(), path.to_svg().parse::<Path>());
        let _ = (path.reversed(), path.oriented(Orientation::Negative));
    }
}
