//! What coverage must be, whatever computes it; and AGG's limits that are none here.

use agg_core::{
    Affine, BooleanOp, FillRule, Gamma, IntRect, Mask, Path, PathIterator, Point, Rasterizer, Rect,
    Region, Scanlines,
};
use proptest::prelude::*;

const SIZE: u32 = 64;

fn kept(path: &Path) -> Scanlines {
    kept_in(path, IntRect::new(0, 0, SIZE as i32, SIZE as i32))
}

fn kept_in(path: &Path, clip: IntRect) -> Scanlines {
    let mut rasterizer = Rasterizer::with_clip_box(clip);
    rasterizer.add(path);
    rasterizer.sweep(FillRule::NonZero).collect()
}

/// The coverage of every pixel of the surface.
fn pixels(scanlines: &Scanlines) -> Vec<u8> {
    let size = SIZE as i32;
    let rows = (0..size).flat_map(|y| (0..size).map(move |x| (x, y)));
    rows.map(|(x, y)| scanlines.cover(x, y)).collect()
}

/// Points around a middle, one for each direction, so that the outline does not cross itself.
fn around() -> impl Strategy<Value = Vec<(f64, f64)>> {
    let radii = prop::collection::vec(1.0..30.0f64, 3..12);
    (radii, 0.0..6.3f64).prop_map(|(radii, turn)| {
        let step = std::f64::consts::TAU / radii.len() as f64;
        let point = |(i, r): (usize, &f64)| {
            let angle = turn + step * i as f64;
            (32.0 + r * angle.cos(), 32.0 + r * angle.sin())
        };
        radii.iter().enumerate().map(point).collect()
    })
}

/// The path, and a shape of some pixels far from it, so that many columns are between their sides.
fn with_far(path: &Path, x: i32) -> Path {
    let x = f64::from(x);
    let mut both = path.clone();
    both.extend(Path::rectangle(Rect::new(x, 1.5, x + 5.25, 62.0)).elements());
    both
}

/// The area that a polygon holds, and the length of its outline.
fn measure(points: &[(f64, f64)]) -> (f64, f64) {
    let next = points.iter().cycle().skip(1);
    points
        .iter()
        .zip(next)
        .fold((0.0, 0.0), |(area, length), (a, b)| {
            let step = Point::from(*a).distance(Point::from(*b));
            (area + (a.0 * b.1 - b.0 * a.1) / 2.0, length + step)
        })
}

proptest! {
    /// A pixel on the outline is off by up to two steps of 255, and a vertex by 1/512 pixel each
    /// way; an outline touches at most 1.5 pixels for each pixel of its length, and four more.
    #[test]
    fn the_area_of_a_fill_is_the_sum_of_its_coverage(points in around()) {
        let (area, length) = measure(&points);
        let covered = kept(&Path::polygon(points)).area() as f64 / 255.0;
        let bound = (1.5 * length + 4.0) * 2.0 / 255.0 + length * 0.003;
        prop_assert!((covered - area.abs()).abs() <= bound, "{} {} {}", covered, area, bound);
    }

    /// Few columns are swept whole, many only where they were marked; from any origin.
    #[test]
    fn coverage_does_not_depend_on_what_is_far_away_in_the_same_rows(
        points in around(), left in -700..=-80i32, top in -90..=0i32, right in 150..900i32,
    ) {
        let path = Path::polygon(points);
        let clip = IntRect::new(left, top, right, 70 - top);
        for far in [left + 3, right - 9] {
            let both = with_far(&path, far);
            prop_assert_eq!(pixels(&kept_in(&both, clip)), pixels(&kept(&path)));
        }
    }

    /// What one shape leaves in the cells and their marks would be seen in the next.
    #[test]
    fn a_rasterizer_that_was_used_is_as_good_as_a_new_one(
        before in around(), points in around(), far in 90..700i32,
    ) {
        let clip = IntRect::new(-10, -10, 800, 70);
        let path = Path::polygon(points);
        let mut rasterizer = Rasterizer::with_clip_box(clip);
        for shape in [with_far(&Path::polygon(before), far), with_far(&path, 790 - far)] {
            rasterizer.reset();
            rasterizer.add(&shape);
            let used: Scanlines = rasterizer.sweep(FillRule::NonZero).collect();
            prop_assert_eq!(used, kept_in(&shape, clip));
        }
        let used: Scanlines = rasterizer.sweep(FillRule::NonZero).collect();
        prop_assert_eq!(pixels(&used), pixels(&kept(&path)));
    }

    #[test]
    fn scanlines_replayed_elsewhere_are_those_of_the_moved_path(
        points in around(), dx in -40..40i32, dy in -40..40i32,
    ) {
        let path = Path::polygon(points);
        let moved = Affine::translate(f64::from(dx), f64::from(dy));
        let moved: Path = path.elements().transformed(moved).collect();
        let all = IntRect::new(-50, -50, 120, 120);
        let read = Scanlines::from_bytes(&kept_in(&path, all).to_bytes()).unwrap();
        let replayed: Scanlines = read.spans_at(dx, dy).collect();
        prop_assert_eq!(pixels(&replayed), pixels(&kept_in(&moved, all)));
    }

    #[test]
    fn boolean_identities_hold_for_binary_shapes(a in around(), b in around()) {
        let aliased = Gamma::threshold(0.5);
        let binary = |points: &Vec<(f64, f64)>| {
            let shape = kept(&Path::polygon(points.iter().copied()));
            Scanlines::record(|keep| shape.spans().for_each(aliased.before(keep)))
        };
        let (a, b) = (binary(&a), binary(&b));
        let area = |op| a.combined(&b, op).area();
        let (or, and) = (area(BooleanOp::Or), area(BooleanOp::And));
        prop_assert_eq!(or + and, a.area() + b.area());
        for xor in [BooleanOp::Xor, BooleanOp::XorSaddle, BooleanOp::XorAbsDiff] {
            prop_assert_eq!(area(xor), or - and, "{:?}", xor);
        }
        prop_assert_eq!(area(BooleanOp::AMinusB), a.area() - and);
        prop_assert_eq!(area(BooleanOp::BMinusA), b.area() - and);
        let back = a.combined(&b, BooleanOp::Xor).combined(&b, BooleanOp::Xor);
        prop_assert_eq!(pixels(&back), pixels(&a));
    }

    #[test]
    fn a_region_and_a_mask_of_rectangles_clip_alike(
        points in around(), rects in prop::collection::vec((0..50i32, 0..50i32, 1..30i32, 1..30i32), 0..6),
    ) {
        let rects = rects.iter().map(|&(x, y, w, h)| IntRect::new(x, y, x + w, y + h));
        let region: Region = rects.clone().collect();
        let mut mask = Mask::new(IntRect::new(0, 0, SIZE as i32, SIZE as i32)).unwrap();
        for rect in rects {
            let sides = [rect.x0, rect.y0, rect.x1, rect.y1].map(f64::from);
            let rect = Path::rectangle(Rect::new(sides[0], sides[1], sides[2], sides[3]));
            kept(&rect).spans().for_each(|span| mask.add(span));
        }
        let shape = kept(&Path::polygon(points));
        let by_region = Scanlines::record(|keep| shape.spans().for_each(region.before(keep)));
        let by_mask = Scanlines::record(|keep| shape.spans().for_each(mask.before(keep)));
        prop_assert_eq!(pixels(&by_region), pixels(&by_mask));
    }
}

#[test]
fn an_edge_of_twenty_thousand_pixels_is_counted_once() {
    let wedge = Path::polygon([(0.0, 0.0), (20_000.0, 1.0), (0.0, 1.0)]);
    let covers = kept_in(&wedge, IntRect::new(0, 0, 20_000, 1));
    assert_eq!(
        [5_000, 10_000, 15_000].map(|x| covers.cover(x, 0)),
        [192, 128, 64]
    );
}

#[test]
fn spans_reach_beyond_column_32767() {
    let far = Path::rectangle(Rect::new(32_760.0, 2.0, 33_020.0, 3.0));
    let covers = kept_in(&far, IntRect::new(0, 0, 40_000, 5));
    assert_eq!(covers.bounds(), IntRect::new(32_760, 2, 33_020, 3));
    assert_eq!(covers.area(), 260 * 255);
}

#[test]
fn eight_million_cells_are_all_there() {
    let mut comb = Path::new();
    for tooth in 0..1_100 {
        let y = 1.7 * f64::from(tooth);
        comb.move_to((0.0, y))
            .line_to((4_000.0, y + 0.4))
            .line_to((0.0, y + 0.9))
            .close();
    }
    let covers = kept_in(&comb, IntRect::new(0, 0, 4_000, 1_900));
    let area = covers.area() as f64 / 255.0;
    let exact = 1_100.0 * 4_000.0 * 0.9 / 2.0;
    assert!((area / exact - 1.0).abs() < 0.01, "{area} of {exact}");
}

#[test]
fn coordinates_beyond_24_bits_fill_the_surface() {
    for far in [9e6, 1e9, 1e18, 1e300] {
        let around = Path::polygon([(-far, -far), (far, -far), (far, far), (-far, far)]);
        assert_eq!(kept(&around).area(), u64::from(SIZE * SIZE) * 255, "{far}");
    }
}

#[test]
fn the_coverage_of_one_pixel_is_what_the_spans_say_of_it() {
    let path = Path::circle((30.0, 30.0), 20.0);
    let expected = kept(&path);
    let mut rasterizer = Rasterizer::new(SIZE, SIZE);
    rasterizer.add(&path);
    for (x, y) in [
        (30, 30),
        (11, 30),
        (16, 16),
        (15, 15),
        (0, 0),
        (-5, 30),
        (30, 900),
    ] {
        let cover = rasterizer.cover(x, y, FillRule::NonZero);
        assert_eq!(cover, expected.cover(x, y), "({x}, {y})");
        assert_eq!(rasterizer.hit_test(x, y, FillRule::NonZero), cover > 0);
    }
}

#[test]
fn a_cell_limit_tells_where_agg_would_give_up_and_changes_nothing() {
    let path = Path::rectangle(Rect::new(2.5, 2.0, 20.5, 12.0));
    let mut rasterizer = Rasterizer::new(SIZE, SIZE);
    for (limit, is_exceeded) in [(Some(5), true), (Some(1000), false), (None, false)] {
        rasterizer.reset();
        rasterizer.set_cell_limit(limit);
        rasterizer.add(&path);
        assert_eq!(rasterizer.exceeds_cell_limit(), is_exceeded, "{limit:?}");
        let drawn: Scanlines = rasterizer.sweep(FillRule::NonZero).collect();
        assert_eq!(drawn, kept(&path));
    }
}
