use super::*;
use crate::geometry::Affine;
use crate::geometry::Rect;
use crate::limits::{CancelToken, Limits};
use crate::path::{FlatLine, Flatten, Flattener, Join, Path, PathIterator, Stroke};
use crate::raster::span::Coverage;
use proptest::prelude::*;

/// The coverage of every pixel, row after row.
fn picture(rasterizer: &mut Rasterizer, rule: FillRule) -> Vec<u8> {
    let clip = rasterizer.clip_box();
    let width = (clip.x1 - clip.x0) as usize;
    let mut covers = vec![0; width * (clip.y1 - clip.y0) as usize];
    rasterizer.for_each_span(rule, |span| {
        let at = (span.y() - clip.y0) as usize * width + (span.x() - clip.x0) as usize;
        let row = &mut covers[at..at + span.len()];
        match span.coverage() {
            Coverage::Uniform { cover, .. } => row.fill(cover),
            Coverage::PerPixel(values) => row.copy_from_slice(values),
        }
    });
    covers
}

fn filled(path: &Path, rule: FillRule) -> Vec<u8> {
    let mut rasterizer = Rasterizer::new(20, 10);
    rasterizer.add(path);
    picture(&mut rasterizer, rule)
}

#[test]
fn a_quarter_pixel_covers_a_quarter_squared() {
    let covers = filled(
        &Path::rectangle(Rect::new(3.0, 2.0, 3.25, 2.25)),
        FillRule::NonZero,
    );
    assert_eq!(covers[2 * 20 + 3], 16);
    assert_eq!(covers.iter().filter(|&&c| c > 0).count(), 1);
}

#[test]
fn cells_add_up_to_the_area_of_the_shape() {
    let mut rasterizer = Rasterizer::new(20, 10);
    rasterizer.add(&Path::rectangle(Rect::new(3.0, 2.0, 5.5, 2.5)));
    let mut area = 0;
    rasterizer.for_each_cell(|x, y, cover, own| {
        assert_eq!(y, 2);
        area += 512 * x * cover + own;
    });
    assert_eq!(area.abs(), 512 * 5 * 128 / 2);
}

#[test]
fn a_shape_around_the_surface_covers_all_of_it() {
    for far in [1e3, 1e9, 1e30, 1e300] {
        let covers = filled(
            &Path::rectangle(Rect::new(-far, -far, far, far)),
            FillRule::NonZero,
        );
        assert!(covers.iter().all(|&c| c == 255), "{far}");
    }
}

#[test]
fn even_odd_leaves_a_hole_where_non_zero_does_not() {
    let mut path = Path::rectangle(Rect::new(1.0, 1.0, 9.0, 9.0));
    path.extend(Path::rectangle(Rect::new(3.0, 3.0, 7.0, 7.0)).elements());
    assert_eq!(filled(&path, FillRule::EvenOdd)[5 * 20 + 5], 0);
    assert_eq!(filled(&path, FillRule::NonZero)[5 * 20 + 5], 255);
}

#[test]
fn sweep_and_visit_give_the_same_spans_again_and_again() {
    let mut rasterizer = Rasterizer::new(20, 10);
    rasterizer.add(&Path::circle((9.0, 5.0), 4.3));
    let mut visited = Vec::new();
    rasterizer.for_each_span(FillRule::NonZero, |s| visited.push(format!("{s:?}")));
    for _ in 0..2 {
        let swept: Vec<_> = rasterizer
            .sweep(FillRule::NonZero)
            .map(|s| format!("{s:?}"))
            .collect();
        assert_eq!(swept, visited);
    }
    rasterizer.reset();
    assert_eq!(rasterizer.sweep(FillRule::NonZero).count(), 0);
}

/// Of so many, a row has half below the surface, and a 32-bit sum of the others is 0.
#[test]
fn windings_beyond_the_rows_of_the_surface_do_not_wrap_either() {
    let rect = Path::rectangle(Rect::new(2.0, 90.0, 8.0, 120.0));
    let mut rasterizer = Rasterizer::with_clip_box(IntRect::new(0, 100, 20, 110));
    for _ in 0..65_536 {
        rasterizer.add(&rect);
    }
    let covers = picture(&mut rasterizer, FillRule::NonZero);
    assert_eq!([covers[5], covers[9 * 20 + 5]], [255; 2]);
    let inside = Path::rectangle(Rect::new(2.0, 103.0, 8.0, 105.0));
    rasterizer.reset();
    for _ in 0..65_536 {
        rasterizer.add(&inside);
    }
    let covers = picture(&mut rasterizer, FillRule::NonZero);
    assert_eq!([covers[2 * 20 + 5], covers[3 * 20 + 5]], [0, 255]);
}

#[test]
fn a_full_meter_leaves_out_pieces_and_spans() {
    let meter = Meter::new(&crate::limits::Limits {
        elements: Some(3),
        ..Default::default()
    });
    let circle = Path::circle((9.0, 5.0), 4.0);
    let zigzag = Path::polygon((0..40).map(|i| (f64::from(i) / 2.0, f64::from(i % 2) * 9.0)));
    let mut rasterizer = Rasterizer::new(20, 10);
    rasterizer.set_meter(Some(&meter));
    rasterizer.add(&circle);
    assert_eq!((rasterizer.edge_count(), meter.is_over()), (3, true));
    rasterizer.add(&zigzag);
    rasterizer.add_polygon(&[(1.0, 1.0), (5.0, 1.0), (5.0, 5.0)].map(Point::from));
    rasterizer.add_fixed(&[[256, 256], [900, 256], [900, 900]]);
    assert_eq!(rasterizer.edge_count(), 3);
    assert_eq!(rasterizer.sweep(FillRule::NonZero).count(), 0);
    rasterizer.set_meter(None);
    rasterizer.reset();
    rasterizer.add(&circle);
    assert_eq!(
        picture(&mut rasterizer, FillRule::NonZero),
        filled(&circle, FillRule::NonZero)
    );
}

#[test]
fn cells_are_counted_however_a_shape_is_added() {
    let corners: Vec<[i32; 2]> = (0..40).map(|i| [128 * i, i % 2 * 2304]).collect();
    let point = |&[x, y]: &[i32; 2]| Point::new(f64::from(x) / 256.0, f64::from(y) / 256.0);
    let points: Vec<Point> = corners.iter().map(point).collect();
    let path = Path::polygon(points.iter().copied());
    let exceeds = |limit, add: &dyn Fn(&mut Rasterizer)| {
        let mut rasterizer = Rasterizer::new(20, 10);
        rasterizer.set_cell_limit(Some(limit));
        add(&mut rasterizer);
        rasterizer.exceeds_cell_limit()
    };
    let cells = |add: &dyn Fn(&mut Rasterizer)| (0..).take_while(|&n| exceeds(n, add)).count();
    let one_by_one = cells(&|r| r.add(&path));
    // These begin at the last corner.
    let from_last = cells(&|r| r.add_polygon(&points));
    assert_eq!(cells(&|r| r.add_fixed(&corners)), from_last);
    assert_eq!((one_by_one, from_last), (378, 377));
}

#[test]
fn corners_in_fixed_point_or_floats_are_those_of_a_path() {
    let inside = [[256, 300], [2000, 256], [4000, 2001], [700, 2560]];
    let beyond = [[-900, 300], [2000, -256], [9000, 2001], [700, 9560]];
    for corners in [inside, beyond] {
        let points = corners.map(|[x, y]| Point::new(f64::from(x) / 256.0, f64::from(y) / 256.0));
        let expected = filled(&Path::polygon(points), FillRule::NonZero);
        let mut rasterizer = Rasterizer::new(20, 10);
        rasterizer.add_fixed(&corners);
        assert_eq!(picture(&mut rasterizer, FillRule::NonZero), expected);
        rasterizer.reset();
        rasterizer.add_polygon(&points);
        assert_eq!(picture(&mut rasterizer, FillRule::NonZero), expected);
    }
}

#[test]
fn a_fixed_contour_beside_a_path_is_bounded_with_it() {
    let triangle = Path::polygon([(1.0, 1.0), (6.0, 2.0), (2.0, 5.0)]);
    let other = [[3000, 1300], [4500, 1400], [3300, 2200]];
    let mut both = triangle.clone();
    let corner = |[x, y]: [i32; 2]| (f64::from(x) / 256.0, f64::from(y) / 256.0);
    both.extend(Path::polygon(other.map(corner)).elements());
    let mut rasterizer = Rasterizer::new(20, 10);
    rasterizer.add(&triangle);
    rasterizer.add_fixed(&other);
    let covers = picture(&mut rasterizer, FillRule::NonZero);
    assert_eq!(covers, filled(&both, FillRule::NonZero));
}

#[test]
fn a_polygon_with_a_corner_that_is_not_finite_is_left_out() {
    let mut rasterizer = Rasterizer::new(20, 10);
    rasterizer.add_polygon(&[(1.0, 1.0), (9.0, 1.0), (f64::NAN, 9.0)].map(Point::from));
    assert_eq!(rasterizer.edge_count(), 0);
    let mut none = Rasterizer::new(0, 10);
    none.add_polygon(&[(1.0, 1.0), (9.0, 1.0), (5.0, 9.0)].map(Point::from));
    assert_eq!(none.edge_count(), 0);
}

#[test]
fn the_clip_box_holds_what_lies_on_its_borders_and_is_not_too_wide() {
    let holds = |clip, x, y| Rasterizer::with_clip_box(clip).holds(Bounds { x, y });
    let clip = IntRect::new(-3, 2, 20, 10);
    let (x, y) = ((-768, 5120), (512, 2560));
    assert!(holds(clip, x, y));
    for (x, y) in [
        ((-769, 5120), y),
        ((-768, 5121), y),
        (x, (511, 2560)),
        (x, (512, 2561)),
    ] {
        assert!(!holds(clip, x, y), "{x:?} {y:?}");
    }
    let wide = IntRect::new(-20_000, 0, 20_000, 10);
    let most = WIDEST as i32 - 1;
    assert!(holds(wide, (-9, most - 9), (0, 9)));
    assert!(!holds(wide, (-9, most - 8), (0, 9)));
}

/// A run may end where it begins: then it is none.
#[test]
fn no_span_is_empty() {
    let mut rasterizer = Rasterizer::new(198, 60);
    rasterizer.add(&Path::polygon([
        (3.0, 0.0),
        (150.0, 9.0),
        (999.0, 9.0),
        (999.0, 0.0),
    ]));
    for (i, y) in (0..12).map(|i| (f64::from(i), f64::from(10 + 4 * i))) {
        let right = 40.0 + i * 8.0;
        rasterizer.add(&Path::rectangle(Rect::new(8.0, y, right, y + 1.5)));
        rasterizer.for_each_span(FillRule::NonZero, |span| assert!(!span.is_empty()));
    }
    let count = rasterizer.sweep(FillRule::NonZero).count();
    assert_eq!(rasterizer.sweep(FillRule::NonZero).len(), count);
}

#[test]
fn the_most_edges_in_a_row_are_counted_where_rows_are_looked_at() {
    let edges = [(-3..4, 2), (3..5, 5), (4..9, 4), (9..12, 60), (-8..-1, 70)];
    let most = |rows| most_in_a_row(edges.iter().cloned(), &rows);
    assert_eq!(most(0..9), 9);
    assert_eq!(most(0..4), 7);
    assert_eq!(most(5..9), 4);
    assert_eq!(most(12..15), 0);
    assert_eq!(most_in_a_row(std::iter::empty(), &(0..9)), 0);
}

#[test]
fn seventy_thousand_windings_do_not_wrap() {
    let rect = Path::rectangle(Rect::new(2.0, 2.0, 8.0, 8.0));
    let mut rasterizer = Rasterizer::new(20, 10);
    for _ in 0..65_536 {
        rasterizer.add(&rect);
    }
    assert_eq!(picture(&mut rasterizer, FillRule::NonZero)[5 * 20 + 5], 255);
    assert_eq!(picture(&mut rasterizer, FillRule::EvenOdd)[5 * 20 + 5], 0);
    rasterizer.add(&rect);
    assert_eq!(picture(&mut rasterizer, FillRule::EvenOdd)[5 * 20 + 5], 255);
}

#[test]
fn edges_beyond_the_limit_are_poured_and_stay_right() {
    let rect = Path::rectangle(Rect::new(2.5, 2.0, 8.0, 8.0));
    let mut rasterizer = Rasterizer::new(20, 10);
    rasterizer.add(&Path::rectangle(Rect::new(12.0, 2.0, 14.0, 8.0)));
    for _ in 0..MOST_EDGES / 2 + 3 {
        rasterizer.add(&rect);
    }
    assert!(rasterizer.poured);
    let once = picture(&mut rasterizer, FillRule::EvenOdd);
    assert_eq!(once[5 * 20 + 12], 255, "what was added first");
    assert_eq!(
        once,
        picture(&mut rasterizer, FillRule::EvenOdd),
        "sweeping keeps the shape"
    );
    assert_eq!(once[5 * 20 + 5], 255, "an odd number of rectangles");
    rasterizer.reset();
    rasterizer.add(&rect);
    assert_eq!(picture(&mut rasterizer, FillRule::NonZero)[5 * 20 + 2], 128);
}

/// Cells of the whole clip box would take 2⁴⁹ bytes.
#[test]
fn edges_beyond_the_limit_are_kept_where_the_clip_box_is_huge() {
    let rect = Path::rectangle(Rect::new(2.0, 2.0, 8.0, 8.0));
    let mut rasterizer = Rasterizer::new(u32::MAX, u32::MAX);
    for _ in 0..MOST_EDGES / 2 + 3 {
        rasterizer.add(&rect);
    }
    assert!(!rasterizer.poured);
    let mut area = 0;
    rasterizer.for_each_span(FillRule::EvenOdd, |span| area += span.len());
    assert_eq!(area, 36, "an odd number of rectangles");
}

#[test]
fn non_finite_points_break_the_path_there() {
    let mut path = Path::new();
    path.move_to((1.0, 1.0))
        .line_to((f64::NAN, 5.0))
        .line_to((2.0, 2.0))
        .line_to((6.0, 2.0));
    path.line_to((6.0, 6.0)).line_to((2.0, f64::INFINITY));
    assert_eq!(filled(&path, FillRule::NonZero)[3 * 20 + 5], 255);
}

#[test]
fn bands_give_the_same_as_one() {
    let mut star = Path::new();
    for i in 0..9 {
        let angle = f64::from(i) * 2.7;
        star.line_to((300.0 + 290.0 * angle.cos(), 400.0 + 390.0 * angle.sin()));
    }
    let whole = IntRect::new(0, 0, 600, 800);
    let mut rasterizer = Rasterizer::with_clip_box(whole);
    rasterizer.add(&star);
    let banded = picture(&mut rasterizer, FillRule::NonZero);
    let mut single = Cells::<i64>::default();
    let mut plain = vec![0; banded.len()];
    single.prepare(&(0..600), &(0..800));
    single.add(&rasterizer.edges, &(0..800));
    let how = (Level::baseline(), FillRule::NonZero);
    single.sweep(&(0..800), 600, how).for_each(|span| {
        let row = &mut plain[span.y() as usize * 600 + span.x() as usize..][..span.len()];
        match span.coverage() {
            Coverage::Uniform { cover, .. } => row.fill(cover),
            Coverage::PerPixel(values) => row.copy_from_slice(values),
        }
    });
    assert!(banded == plain);
}

/// Lines, among them a gap, a curve and a closing.
fn mixed(points: &[(f64, f64)], odd: usize) -> Path {
    let mut path = Path::new();
    for (i, &(x, y)) in points.iter().enumerate() {
        match i % 23 {
            n if n == odd => path.line_to((f64::NAN, y)),
            n if n == odd + 1 => path.quad_to((y, x), (x, y)),
            n if n == odd + 7 => path.close().line_to((x, y)),
            _ => path.line_to((x, y)),
        };
    }
    path
}

proptest! {
    #[test]
    fn lines_added_together_are_those_added_one_by_one(
        points in prop::collection::vec((-5.0..45.0f64, -5.0..25.0f64), 16..60),
        odd in 0..16usize,
        scale in 0.3..1.2f64,
    ) {
        let path = mixed(&points, odd);
        let map = Affine::scale(scale).then(Affine::translate(1.5, 0.25));
        let (mut together, mut one_by_one) = (Rasterizer::new(40, 20), Rasterizer::new(40, 20));
        together.add(path.elements().transformed(map));
        // Pieces that are counted do not wait for others.
        one_by_one.set_meter(Some(&Meter::new(&Limits::default())));
        one_by_one.add(path.elements().transformed(map));
        prop_assert_eq!(&together.edges, &one_by_one.edges);
        together.reset();
        together.add_mapped(&path, map);
        prop_assert_eq!(together.edges, one_by_one.edges);
    }

    #[test]
    fn a_path_is_stroked_as_its_flat_elements_are(
        points in prop::collection::vec((-5.0..45.0f64, -5.0..25.0f64), 1..60),
        odd in 0..16usize,
        width in 0.3..4.0f64,
    ) {
        let path = mixed(&points, odd);
        let (pen, seen) = (Stroke::new(width), Rect::new(-4.0, -4.0, 44.0, 24.0));
        let flattener = Flattener::new(&Flatten::default()).within(seen);
        let (path, meter) = (&path, None);
        let line = FlatLine { path, flattener, meter };
        let flat = path.elements().flattened(Flatten::default()).within(seen);
        let [mut whole, mut elements] = [40, 40].map(|width| Rasterizer::new(width, 20));
        whole.add_stroke_mapped(line, &pen, Affine::IDENTITY);
        elements.add_stroke_mapped(flat, &pen, Affine::IDENTITY);
        prop_assert_eq!(whole.edges, elements.edges);
    }

    #[test]
    fn any_polygon_is_drawn_within_the_clip_box(
        points in prop::collection::vec((-1e3..1e3f64, -1e3..1e3f64), 0..12),
        (x, y) in (-50..50i32, -50..50i32),
    ) {
        let mut rasterizer = Rasterizer::with_clip_box(IntRect::new(x, y, x + 30, y + 20));
        rasterizer.add(&Path::polygon(points));
        picture(&mut rasterizer, FillRule::NonZero);
    }
}

#[test]
fn a_line_that_was_cancelled_is_not_read() {
    let path = Path::polyline([(1.0, 1.0), (9.0, 8.0)]);
    let (token, flattener) = (CancelToken::new(), Flattener::new(&Flatten::default()));
    let meter = Meter::new(&Limits {
        cancel: Some(token.clone()),
        ..Limits::default()
    });
    let line = FlatLine {
        path: &path,
        flattener,
        meter: Some(&meter),
    };
    let edges = || {
        let mut rasterizer = Rasterizer::new(10, 10);
        rasterizer.add_stroke_mapped(line, &Stroke::new(1.0), Affine::IDENTITY);
        rasterizer.edges.len()
    };
    assert_eq!(edges(), 4);
    token.cancel();
    assert_eq!(edges(), 0);
}

#[test]
fn a_stroke_is_its_outline() {
    let mut path = Path::new();
    path.move_to((2.0, 2.0))
        .line_to((15.0, 3.0))
        .line_to((4.0, 8.0));
    path.line_to((f64::NAN, 1.0))
        .line_to((17.0, 1.0))
        .line_to((18.0, 9.0));
    path.move_to((8.0, 4.0))
        .line_to((9.0, 7.0))
        .line_to((30.0, 5.0))
        .close();
    for pen in [Stroke::new(1.5), Stroke::new(3.0).with_join(Join::Round)] {
        for map in [Affine::IDENTITY, Affine::rotate(0.1)] {
            let [mut together, mut alone] = [20, 20].map(|width| Rasterizer::new(width, 10));
            together.add_stroke_mapped(path.elements(), &pen, map);
            alone.add(path.elements().stroked(&pen).transformed(map));
            let covers = picture(&mut together, FillRule::NonZero);
            assert!(covers.iter().any(|&c| c > 0));
            assert_eq!(covers, picture(&mut alone, FillRule::NonZero));
        }
    }
}
