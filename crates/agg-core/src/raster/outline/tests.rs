//! Tests of lines drawn by their profile.

use super::*;
use crate::path::Path;
use crate::raster::scanlines::Scanlines;
use proptest::prelude::*;

const CLIP: IntRect = IntRect::new(0, 0, 60, 40);
const JOINS: [OutlineJoin; 4] = [
    OutlineJoin::None,
    OutlineJoin::Miter,
    OutlineJoin::Round,
    OutlineJoin::MiterAccurate,
];

fn drawn(outline: &Outline, path: &Path, clip: IntRect) -> Scanlines {
    Scanlines::record(|keep| outline.for_each_span(path, clip, keep))
}

#[test]
fn a_straight_line_is_as_wide_as_its_width() {
    let path = Path::polyline([(5.0, 20.5), (55.0, 20.5)]);
    for width in [1.0, 3.0, 7.0, 20.0] {
        let line = drawn(&Outline::new(width), &path, CLIP);
        let column: u32 = (0..40).map(|y| u32::from(line.cover(30, y))).sum();
        let off = f64::from(column) / 255.0 - width;
        assert!(off.abs() < 0.05, "{width}: {off}");
        assert_eq!([3, 57].map(|x| line.cover(x, 20)), [0, 0]);
    }
}

#[test]
fn walked_and_wide_lines_agree_where_both_are_possible() {
    let (walked, wide) = (Outline::new(126.0), Outline::new(130.0));
    assert!(walked.profile.width() < WIDEST_WALK && wide.profile.width() > WIDEST_WALK);
    let clip = IntRect::new(0, 0, 400, 300);
    let path = Path::polyline([(100.3, 80.2), (290.7, 140.9), (150.1, 210.3)]);
    for join in JOINS {
        let area = |outline: &Outline| {
            let outline = outline.clone().with_join(join).with_cap(OutlineCap::Round);
            drawn(&outline, &path, clip).area() as f64 / 255.0
        };
        let growth = area(&wide) / area(&walked);
        assert!((1.0..1.08).contains(&growth), "{join:?}: {growth}");
    }
}

#[test]
fn short_lines_and_points_are_not_dropped() {
    let short = Path::polyline([(20.0, 20.0), (20.4, 20.9), (20.8, 20.2)]);
    let dot = Path::polyline([(20.0, 20.0), (20.0, 20.0)]);
    let speck = Path::polygon([(20.0, 20.0), (21.0, 20.0), (20.0, 21.0)]);
    let (butt, round) = (
        Outline::new(3.0),
        Outline::new(3.0).with_cap(OutlineCap::Round),
    );
    for path in [&short, &speck] {
        assert!(!drawn(&butt, path, CLIP).is_empty());
    }
    assert!(drawn(&butt, &dot, CLIP).is_empty());
    assert!(drawn(&round, &dot, CLIP).cover(20, 20) > 200);
    let lone = Path::polyline([(20.0, 20.0)]);
    assert!(drawn(&round, &lone, CLIP).is_empty());
}

#[test]
fn a_closed_line_of_two_points_is_drawn_open() {
    let (open, closed) = (
        Path::polyline([(5.0, 5.0), (50.0, 30.0)]),
        Path::polygon([(5.0, 5.0), (50.0, 30.0)]),
    );
    let outline = Outline::new(2.0);
    assert_eq!(drawn(&outline, &closed, CLIP), drawn(&outline, &open, CLIP));
}

#[test]
fn what_is_far_outside_does_not_change_what_is_seen() {
    let outline = Outline::new(4.0);
    let line = |far: f64| Path::polyline([(-far, 20.5), (far, 20.5)]);
    let near = drawn(&outline, &line(3000.0), CLIP);
    for far in [1e5, 1e7, 1e12, 1e300] {
        assert_eq!(
            drawn(&outline, &line(far), CLIP).area(),
            near.area(),
            "{far}"
        );
    }
    assert_eq!(near.bounds(), IntRect::new(0, 18, 60, 23));
}

#[test]
fn a_closed_line_cut_far_outside_keeps_the_join_at_its_start() {
    let outline = Outline::new(6.0);
    let angle = |far: f64| Path::polygon([(30.0, 20.0), (30.0 + far, 20.0), (30.0, 20.0 + far)]);
    let (near, cut) = (angle(5e4), angle(1e8));
    assert_eq!(
        drawn(&outline, &cut, CLIP).cover(28, 18),
        drawn(&outline, &near, CLIP).cover(28, 18)
    );
}

#[test]
fn a_pattern_goes_on_from_segment_to_segment() {
    let pattern = LinePattern::new(16.0, 4.0);
    let path = Path::polyline([(4.0, 10.5), (24.0, 10.5), (24.0, 35.0)]);
    let mut found = Vec::new();
    pattern.for_each_pixel(&path, CLIP, |pixel| {
        if (pixel.x, pixel.y) == (10, 10) || (pixel.x, pixel.y) == (23, 20) {
            found.push((pixel.u / 256, pixel.v));
        }
    });
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].0, 6);
    assert_eq!(found[1].0, (20 + 10) % 16);
}

proptest! {
    #[test]
    fn any_line_is_drawn_within_the_clip_box(
        points in prop::collection::vec((any::<f64>(), any::<f64>()), 0..6),
        width in any::<f64>(), join in 0..4usize, x in -40..40i32, y in -40..40i32,
    ) {
        let clip = IntRect::new(x, y, x + 20, y + 10);
        let outline = Outline::new(width).with_join(JOINS[join]).with_cap(OutlineCap::Round);
        outline.for_each_span(&Path::polygon(points.clone()), clip, |span| {
            assert!(span.x() >= clip.x0 && span.end() <= i64::from(clip.x1));
            assert!((clip.y0..clip.y1).contains(&span.y()));
        });
        LinePattern::new(width, width).for_each_pixel(&Path::polyline(points), clip, |pixel| {
            assert!((clip.x0..clip.x1).contains(&pixel.x));
        });
    }

    #[test]
    fn near_lines_are_drawn_too(
        points in prop::collection::vec((-80.0..140.0f64, -80.0..120.0f64), 0..7),
        width in 0.0..200.0f64, join in 0..4usize,
    ) {
        let outline = Outline::new(width).with_join(JOINS[join]).with_cap(OutlineCap::Round);
        outline.for_each_span(&Path::polygon(points.clone()), CLIP, |_| {});
        outline.for_each_span(&Path::polyline(points), CLIP, |_| {});
    }

    #[test]
    fn the_area_of_a_line_is_length_times_width(
        angle in 0.0..6.3f64, length in 30.0..90.0f64, width in 1.0..12.0f64,
    ) {
        let clip = IntRect::new(-120, -120, 120, 120);
        let end = (length * angle.cos(), length * angle.sin());
        let area = drawn(&Outline::new(width), &Path::polyline([(0.0, 0.0), end]), clip).area();
        let off = area as f64 / 255.0 - length * width;
        // The ends are not anti-aliased: up to a pixel at each, over the whole width.
        prop_assert!(off.abs() < 1.5 * (width + 2.0) + 0.05 * length, "{}", off);
    }
}
