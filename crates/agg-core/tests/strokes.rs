//! Lines on a canvas: what cannot be seen costs nothing, and what can is as if it were not cut.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use agg_core::{
    Affine, BlendMode, Canvas, Cap, Color, FillRule, Gamma, IntRect, Join, Mask, Path,
    PathIterator, PatternStroke, Pixmap, Point, Rasterizer, Rgba16, RgbaF32, Stroke,
};
use std::time::{Duration, Instant};

/// Far more than a cut line takes, far less than one that is not.
const SOON: Duration = Duration::from_secs(10);

fn drawn(draw: impl FnOnce(&mut Canvas<'_>)) -> Pixmap {
    let mut pixmap = Pixmap::new(100, 100).unwrap();
    let start = Instant::now();
    draw(&mut Canvas::new(&mut pixmap));
    assert!(start.elapsed() < SOON, "{:?}", start.elapsed());
    pixmap
}

fn alpha(pixmap: &Pixmap, x: u32, y: u32) -> u8 {
    pixmap.pixel(x, y).unwrap()[3]
}

#[test]
fn dashes_too_fine_to_see_along_an_endless_line_are_as_dark_as_they_are_long() {
    let line = Path::polyline([(-1e9, 50.0), (1e9, 50.0)]);
    for (lengths, dark) in [(&[1e-6][..], 128), (&[1e-9, 3e-9], 64), (&[1e-7, 0.0], 255)] {
        let pen = Stroke::new(4.0).with_dashes(0.0, lengths);
        let fine = drawn(|c| c.stroke(&line, &pen, Color::BLACK));
        for x in 0..100 {
            assert_eq!(alpha(&fine, x, 47), 0, "{lengths:?}");
            let found = alpha(&fine, x, 50);
            assert!(found.abs_diff(dark) <= 4, "{lengths:?}: {found}");
        }
    }
}

#[test]
fn dashes_of_an_endless_line_are_where_they_are_on_a_short_one() {
    let far = Path::polyline([(-1e9, 50.0), (1e9, 50.0)]);
    let near = Path::polyline([(-16.0, 50.0), (116.0, 50.0)]);
    let pen = Stroke::new(4.0).with_dashes(0.0, &[5.0, 3.0]);
    let cut = drawn(|c| c.stroke(&far, &pen, Color::BLACK));
    let whole = drawn(|c| c.stroke(&near, &pen, Color::BLACK));
    assert_eq!(cut, whole, "a billion is a multiple of eight");
}

#[test]
fn a_giant_pen_covers_all_and_its_dashes_do_not_hang() {
    let line = Path::polyline([(-1e9, 50.0), (1e9, 60.0)]);
    for width in [1e5, 1e9, 1e300, f64::MAX] {
        for cap in [Cap::Butt, Cap::Square, Cap::Round] {
            for dashes in [&[][..], &[1e-6, 1e-6], &[2e9, 1.0]] {
                let pen = Stroke::new(width)
                    .with_cap(cap)
                    .with_join(Join::Round)
                    .with_dashes(0.0, dashes);
                let picture = drawn(|c| c.stroke(&line, &pen, Color::BLACK));
                // Without caps, fine dashes with gaps as long cover half of each pixel.
                let tone = match (cap, dashes.first()) {
                    (Cap::Butt, Some(&1e-6)) => 124..=132,
                    _ => 255..=255,
                };
                let even = picture.pixels().iter().all(|p| tone.contains(&p[3]));
                // Beyond that, its edges are lost to rounding.
                assert!(even || width > 1e9, "{width} {cap:?} {dashes:?}");
            }
        }
    }
}

#[test]
fn a_stroke_within_the_clip_is_the_stroke_of_the_whole_line() {
    let mut path = Path::circle((-300.0, 40.0), 370.0);
    path.move_to((-500.0, -700.0))
        .cubic_to((90.0, 10.0), (20.0, 90.0), (800.0, 400.0));
    let map = Affine::rotate(0.3)
        .then(Affine::scale_xy(1.4, 0.8))
        .then(Affine::translate(9.0, -4.0));
    for pen in [
        Stroke::new(7.0),
        Stroke::new(40.0)
            .with_join(Join::Miter)
            .with_cap(Cap::Square),
        Stroke::new(6.0).with_dashes(3.0, &[9.0, 2.0, 1.0, 4.0]),
        Stroke::new(30.0)
            .with_cap(Cap::Round)
            .with_dashes(0.0, &[20.0, 45.0]),
    ] {
        let seen = drawn(|c| c.with_transform(map).stroke(&path, &pen, Color::BLACK));
        let scale = map.mean_scale();
        let fine = pen.clone().with_approximation_scale(scale);
        let line: Path = path.elements().flattened(0.5 / scale).collect();
        let line = match pen.dash() {
            Some(dash) => line.elements().dashed(dash).collect(),
            None => line,
        };
        let outline: Path = line.elements().stroked(&fine).transformed(map).collect();
        let whole = drawn(|c| c.fill(&outline, FillRule::NonZero, Color::BLACK));
        let far = seen
            .bytes()
            .iter()
            .zip(whole.bytes())
            .map(|(a, b)| a.abs_diff(*b));
        // Where a line is cut, its ends are rounded to 1/256 pixel anew.
        assert!(far.max() <= Some(2), "{pen:?}");
        assert!(seen.pixels().iter().any(|p| p[3] == 255), "{pen:?}");
    }
}

#[test]
fn strokes_under_maps_that_flatten_the_plane_draw_nothing() {
    let line = Path::polyline([(0.0, 0.0), (50.0, 50.0)]);
    let pattern = PatternStroke::new(Pixmap::new(4, 4).unwrap());
    for map in [
        Affine::scale(0.0),
        Affine::scale_xy(1.0, 0.0),
        Affine::scale(f64::NAN),
        Affine::translate(f64::INFINITY, 0.0),
    ] {
        let picture = drawn(|c| {
            let mut c = c.with_transform(map);
            c.stroke(&line, &Stroke::new(9.0), Color::BLACK);
            c.stroke(
                &line,
                &Stroke::new(9.0).with_dashes(0.0, &[1.0]),
                Color::BLACK,
            );
            c.stroke_pattern(&line, &pattern);
        });
        assert!(picture.pixels().iter().all(|p| *p == [0; 4]), "{map:?}");
    }
}

/// Eight columns, red to blue; four rows, the upper ones paler.
fn tile() -> Pixmap {
    let mut tile = Pixmap::new(8, 4).unwrap();
    for (i, pixel) in (0_u8..).zip(tile.pixels_mut()) {
        let (x, a) = (i % 8 * 30, 100 + i / 8 * 50);
        *pixel = [a - x.min(a), 0, x.min(a), a];
    }
    tile
}

#[test]
fn a_pattern_lies_along_a_level_line_as_it_is() {
    let path = Path::polyline([(16.5, 20.0), (96.5, 20.0)]);
    let picture = drawn(|c| c.stroke_pattern(&path, &PatternStroke::new(tile())));
    let tile = tile();
    for x in 20..90_u32 {
        for y in 0..4_u32 {
            let found = picture.pixel(x, 18 + y);
            let expected = tile.pixel((x - 16) % 8, y);
            assert_eq!(found, expected, "{x} {y}");
        }
        assert_eq!(alpha(&picture, x, 16) + alpha(&picture, x, 23), 0);
    }
}

#[test]
fn a_wider_line_stretches_its_pattern_across() {
    let path = Path::polyline([(16.5, 40.0), (96.5, 40.0)]);
    let wide = PatternStroke::new(tile()).with_width(40.0).with_scale(2.0);
    let picture = drawn(|c| c.stroke_pattern(&path, &wide));
    let rows = (15..65).filter(|&y| alpha(&picture, 50, y) > 50).count();
    assert!((38..=42).contains(&rows), "{rows}");
    // Beyond these, the first and the last row fade out.
    for y in 26..53 {
        assert!(alpha(&picture, 50, y) <= alpha(&picture, 50, y + 1), "{y}");
    }
}

#[test]
fn patterns_obey_clips_masks_modes_and_opacity() {
    let path = Path::polyline([(5.0, 20.0), (60.0, 70.0), (95.0, 20.0)]);
    let pattern = PatternStroke::new(tile()).with_start(3.0);
    let plain = drawn(|c| c.stroke_pattern(&path, &pattern));
    let mut mask = Mask::new(IntRect::new(10, 10, 50, 90)).unwrap();
    mask.covers_mut().fill(255);
    let masked = drawn(|c| c.with_mask(mask).stroke_pattern(&path, &pattern));
    let boxed = drawn(|c| {
        c.with_clip_box(IntRect::new(10, 10, 50, 90))
            .stroke_pattern(&path, &pattern);
    });
    assert_eq!(masked, boxed);
    for (x, y) in (0..100).flat_map(|y| (0..100).map(move |x| (x, y))) {
        let inside = (10..50).contains(&x) && (10..90).contains(&y);
        let expected = if inside {
            plain.pixel(x, y)
        } else {
            Some([0; 4])
        };
        assert_eq!(boxed.pixel(x, y), expected, "{x} {y}");
    }
    let faint = drawn(|c| c.with_opacity(0.5).stroke_pattern(&path, &pattern));
    let light = |p: &Pixmap| p.pixels().iter().map(|p| u32::from(p[3])).sum::<u32>();
    assert!((light(&plain) / 2).abs_diff(light(&faint)) < light(&plain) / 50);
    let cleared = drawn(|c| {
        c.clear(Color::WHITE);
        c.with_blend_mode(BlendMode::Clear)
            .stroke_pattern(&path, &pattern);
    });
    for (shown, hole) in plain.pixels().iter().zip(cleared.pixels()) {
        assert!(shown[3] == 0 || *hole == [0; 4]);
    }
}

#[test]
fn patterns_are_drawn_alike_on_wider_formats() {
    let path = Path::polyline([(5.0, 20.0), (60.0, 70.0), (95.0, 20.0)]);
    let pattern = PatternStroke::new(tile()).with_scale(1.3);
    let narrow = drawn(|c| c.stroke_pattern(&path, &pattern));
    let mut words = Pixmap::<Rgba16>::with_format(100, 100).unwrap();
    Canvas::new(&mut words).stroke_pattern(&path, &pattern);
    let mut floats = Pixmap::<RgbaF32>::with_format(100, 100).unwrap();
    Canvas::new(&mut floats).stroke_pattern(&path, &pattern);
    let far = |a: &Pixmap, b: &Pixmap| {
        let steps = a.bytes().iter().zip(b.bytes()).map(|(a, b)| a.abs_diff(*b));
        steps.max().unwrap()
    };
    // 8 bits are rounded down, and where lines overlap, twice.
    assert!(far(&narrow, &words.converted().unwrap()) <= 2);
    assert!(far(&words.converted().unwrap(), &floats.converted().unwrap()) <= 1);
}

#[test]
fn hostile_patterns_draw_what_they_can() {
    let wild = [
        Point::new(f64::NAN, 3.0),
        Point::new(1e300, 50.0),
        Point::new(-1e9, 1e9),
        Point::new(50.0, 50.0),
        Point::new(50.0, 50.0),
    ];
    for (width, scale, start) in [
        (f64::NAN, f64::NAN, f64::NAN),
        (0.0, 0.0, -1e300),
        (-5.0, -1.0, f64::INFINITY),
        (1e300, 1e300, 1e300),
        (1e-300, 1e-300, -7.5),
    ] {
        let pattern = PatternStroke::new(tile())
            .with_width(width)
            .with_scale(scale)
            .with_start(start);
        drawn(|c| {
            c.stroke_pattern(&Path::polyline(wild), &pattern);
            c.stroke_pattern(&Path::new(), &pattern);
        });
    }
}

#[test]
fn gamma_changes_coverage_before_the_clip() {
    let disc = Path::circle((50.0, 50.0), 30.3);
    let hard = Gamma::threshold(0.5);
    let mut mask = Mask::new(IntRect::new(0, 0, 100, 100)).unwrap();
    mask.covers_mut().fill(100);
    let picture = drawn(|c| {
        let mut c = c.with_mask(mask);
        c.with_gamma(hard.clone())
            .fill(&disc, FillRule::NonZero, Color::BLACK);
    });
    let mut rasterizer = Rasterizer::new(100, 100);
    rasterizer.add(&disc);
    let mut covered = Mask::new(IntRect::new(0, 0, 100, 100)).unwrap();
    rasterizer.for_each_span(FillRule::NonZero, |span| covered.add(span));
    for (pixel, &cover) in picture.pixels().iter().zip(covered.covers()) {
        assert_eq!(pixel[3], if cover >= 128 { 100 } else { 0 });
    }
    let nested = drawn(|c| {
        let mut soft = c.with_gamma(Gamma::multiply(0.5));
        soft.with_gamma(hard)
            .fill(&disc, FillRule::NonZero, Color::BLACK);
    });
    let values = nested.pixels().iter().all(|p| [0, 128].contains(&p[3]));
    assert!(values, "the inner function comes first");
}
