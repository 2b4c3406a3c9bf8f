//! Linear light, groups and masks, against references that are reckoned here, pixel by pixel.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use agg_core::{
    Blend, BlendMode, Canvas, Color, ColorSpace, FillRule, IntRect, LinearGradient, Mask, Path,
    Pixmap, Rect, Rgb8, Rgba8, Rgba16, RgbaF32, StraightRgba8,
};

const RULE: FillRule = FillRule::NonZero;

fn rect(x0: f64, y0: f64, x1: f64, y1: f64) -> Path {
    Path::rectangle(Rect::new(x0, y0, x1, y1))
}

/// The light of a stored component (IEC 61966-2-1).
fn light(v: f64) -> f64 {
    if v <= 0.04045 {
        v / 12.92
    } else {
        ((v + 0.055) / 1.055).powf(2.4)
    }
}

fn stored(v: f64) -> f64 {
    if v <= 0.003_130_8 {
        v * 12.92
    } else {
        1.055 * v.powf(1.0 / 2.4) - 0.055
    }
}

/// One channel of a colour over another, both straight: the new channel and the new alpha.
fn over_in_light(below: f64, da: f64, above: f64, sa: f64) -> (f64, f64) {
    let alpha = sa + da - sa * da;
    let sum = light(above) * sa + light(below) * da * (1.0 - sa);
    (stored(sum / alpha), alpha)
}

#[test]
fn colours_are_mixed_as_light_with_every_alpha() {
    for below in [0_u8, 40, 128, 255] {
        for above in [0_u8, 90, 200, 255] {
            for alpha in (0..=255_u8).step_by(15) {
                let mut pixmap = Pixmap::<RgbaF32>::with_format(1, 1).unwrap();
                let mut canvas = Canvas::new(&mut pixmap);
                canvas.clear(Color::from_rgb8(below, below, below));
                let paint = Color::from_rgba8(above, above, above, alpha);
                canvas.with_color_space(ColorSpace::Linear).fill_all(paint);
                let byte = |v: u8| f64::from(v) / 255.0;
                let (expected, _) = over_in_light(byte(below), 1.0, byte(above), byte(alpha));
                let found = f64::from(pixmap.pixels()[0][0]);
                assert!(
                    (found - expected).abs() < 1e-6,
                    "{below} {above} {alpha}: {found}"
                );
            }
        }
    }
}

#[test]
fn light_is_weighted_by_both_alphas() {
    let (below, above) = (
        Color::new(0.9, 0.2, 0.5, 0.3),
        Color::new(0.1, 0.8, 0.5, 0.6),
    );
    let mut pixmap = Pixmap::<RgbaF32>::with_format(1, 1).unwrap();
    let mut canvas = Canvas::new(&mut pixmap);
    canvas.clear(below);
    canvas.with_color_space(ColorSpace::Linear).fill_all(above);
    let [r, g, b, a] = pixmap.pixels()[0].map(f64::from);
    for (found, d, s) in [
        (r, below.r, above.r),
        (g, below.g, above.g),
        (b, below.b, above.b),
    ] {
        let (channel, alpha) = over_in_light(d, 0.3, s, 0.6);
        assert!((found - channel * alpha).abs() < 1e-6 && (a - alpha).abs() < 1e-6);
    }
}

#[test]
fn light_is_mixed_in_every_format_within_its_step() {
    fn half<F: Blend>() -> [u8; 4] {
        let mut pixmap = Pixmap::<F>::with_format(1, 1).unwrap();
        let mut canvas = Canvas::new(&mut pixmap);
        canvas.clear(Color::from_rgb8(255, 0, 60));
        let paint = Color::from_rgba8(0, 255, 200, 128);
        canvas.with_color_space(ColorSpace::Linear).fill_all(paint);
        F::to_straight(pixmap.pixels()[0])
    }
    let expected = [(255, 0), (0, 255), (60, 200)].map(|(below, above)| {
        let byte = |v: u8| f64::from(v) / 255.0;
        (over_in_light(byte(below), 1.0, byte(above), byte(128)).0 * 255.0).round() as u8
    });
    for found in [
        half::<Rgba8>(),
        half::<StraightRgba8>(),
        half::<Rgb8>(),
        half::<Rgba16>(),
        half::<RgbaF32>(),
    ] {
        for (found, expected) in found.iter().zip(expected) {
            assert!(found.abs_diff(expected) <= 1, "{found} {expected}");
        }
    }
}

#[test]
fn gradients_layers_and_modes_are_mixed_in_light_too() {
    let stops = [(0.0, Color::BLACK), (1.0, Color::WHITE.with_alpha(0.5))];
    let paint = LinearGradient::new((0.0, 0.0), (256.0, 0.0)).with_stops(&stops);
    let below = 100.0 / 255.0;
    let mut pixmap = Pixmap::<RgbaF32>::with_format(256, 1).unwrap();
    let mut canvas = Canvas::new(&mut pixmap);
    canvas.clear(Color::new(below, below, below, 1.0));
    canvas.with_color_space(ColorSpace::Linear).fill_all(paint);
    for (i, pixel) in pixmap.pixels().iter().enumerate() {
        // The place of a pixel's centre among 4096 colours.
        let at = (((i as f64 + 0.5) * 16.0).floor() / 4095.0).min(1.0);
        let (expected, _) = over_in_light(below, 1.0, at, 1.0 - at / 2.0);
        assert!((f64::from(pixel[0]) - expected).abs() < 1e-5, "{i}");
    }
    let mut canvas = Canvas::new(&mut pixmap);
    canvas.clear(Color::WHITE);
    let mut linear = canvas.with_color_space(ColorSpace::Linear);
    linear
        .with_layer(0.5, |group| group.fill_all(Color::BLACK))
        .unwrap();
    let gray = Color::new(0.5, 0.5, 0.5, 1.0);
    linear.with_blend_mode(BlendMode::Multiply).fill_all(gray);
    let (half, _) = over_in_light(1.0, 1.0, 0.0, 0.5);
    let expected = stored(light(half) * light(0.5));
    assert!((f64::from(pixmap.pixels()[0][0]) - expected).abs() < 1e-5);
}

/// Half covered, in light: coverage counts as alpha does.
#[test]
fn edges_are_mixed_in_light() {
    let mut pixmap = Pixmap::new(2, 1).unwrap();
    let mut canvas = Canvas::new(&mut pixmap);
    canvas.clear(Color::BLACK);
    let half = rect(0.0, 0.0, 1.5, 1.0);
    canvas
        .with_color_space(ColorSpace::Linear)
        .fill(&half, RULE, Color::WHITE);
    let covered = stored(128.0 / 255.0) * 255.0;
    assert_eq!(pixmap.pixels()[0], [255; 4]);
    assert!((f64::from(pixmap.pixels()[1][0]) - covered).abs() <= 0.5);
}

/// Premultiplied, as a group's shapes lie above each other, and then once over the page.
#[test]
fn a_group_is_its_shapes_over_each_other_and_then_over_the_page() {
    let over = |d: [f64; 4], s: [f64; 4]| {
        let rest = 1.0 - s[3];
        [0, 1, 2, 3].map(|i| s[i] + d[i] * rest)
    };
    let color = |r: f64, g: f64, b: f64, a: f64| ([r * a, g * a, b * a, a], Color::new(r, g, b, a));
    let (page, first, second) = (
        color(0.9, 0.8, 0.1, 0.7),
        color(1.0, 0.0, 0.2, 0.6),
        color(0.0, 0.3, 1.0, 0.5),
    );
    for opacity in [0.0, 0.25, 0.6, 1.0] {
        let mut pixmap = Pixmap::<RgbaF32>::with_format(3, 1).unwrap();
        let mut canvas = Canvas::new(&mut pixmap);
        canvas.clear(page.1);
        canvas
            .with_layer(opacity, |group| {
                group.fill(&rect(0.0, 0.0, 2.0, 1.0), RULE, first.1);
                group.fill(&rect(1.0, 0.0, 3.0, 1.0), RULE, second.1);
            })
            .unwrap();
        let group = [first.0, over(first.0, second.0), second.0];
        for (pixel, group) in pixmap.pixels().iter().zip(group) {
            let expected = over(page.0, group.map(|v| v * opacity));
            for (&found, expected) in pixel.iter().zip(expected) {
                assert!((f64::from(found) - expected).abs() < 1e-6, "{opacity}");
            }
        }
    }
}

#[test]
fn opacities_of_nested_groups_and_of_the_canvas_multiply() {
    let alpha = |draw: &dyn Fn(&mut Canvas<'_, RgbaF32>)| {
        let mut pixmap = Pixmap::<RgbaF32>::with_format(1, 1).unwrap();
        draw(&mut Canvas::new(&mut pixmap));
        f64::from(pixmap.pixels()[0][3])
    };
    let nested = alpha(&|canvas| {
        canvas
            .with_layer(0.5, |group| {
                group
                    .with_layer(0.4, |inner| inner.fill_all(Color::BLACK.with_alpha(0.8)))
                    .unwrap();
            })
            .unwrap();
    });
    assert!((nested - 0.5 * 0.4 * 0.8).abs() < 1e-6);
    let faded = alpha(&|canvas| {
        let mut faint = canvas.with_opacity(0.5);
        faint
            .with_layer(0.4, |group| group.fill_all(Color::BLACK))
            .unwrap();
    });
    assert!((faded - 0.2).abs() < 1e-6);
}

#[test]
fn a_group_is_laid_on_with_the_mode_of_the_canvas_and_mixed_plainly_inside() {
    let mut pixmap = Pixmap::<RgbaF32>::with_format(1, 1).unwrap();
    let mut canvas = Canvas::new(&mut pixmap);
    canvas.clear(Color::new(0.5, 0.5, 0.5, 1.0));
    canvas
        .with_blend_mode(BlendMode::Multiply)
        .with_layer(1.0, |group| {
            group.fill_all(Color::new(0.2, 0.2, 0.2, 1.0));
            group.fill_all(Color::new(0.6, 0.6, 0.6, 1.0));
        })
        .unwrap();
    assert!((f64::from(pixmap.pixels()[0][0]) - 0.3).abs() < 1e-6);
}

/// What a mask lets through of a coverage.
fn through(cover: u8, mask: u8) -> u8 {
    ((255 + u32::from(cover) * u32::from(mask)) >> 8) as u8
}

fn mask(bounds: IntRect, value: impl Fn(i32, i32) -> u8) -> Mask {
    let mut mask = Mask::new(bounds).unwrap();
    let places = (bounds.y0..bounds.y1).flat_map(|y| (bounds.x0..bounds.x1).map(move |x| (x, y)));
    for (cover, (x, y)) in mask.covers_mut().iter_mut().zip(places) {
        *cover = value(x, y);
    }
    mask
}

#[test]
fn masks_within_masks_multiply_their_coverages() {
    let (first, second) = (
        |x: i32, y: i32| (x * 16 + y) as u8,
        |x: i32, y: i32| (255 - y * 12 - x) as u8,
    );
    let mut pixmap = Pixmap::new(16, 16).unwrap();
    let mut canvas = Canvas::new(&mut pixmap);
    let all = IntRect::new(0, 0, 16, 16);
    let part = IntRect::new(3, -5, 30, 12);
    let mut outer = canvas.with_mask(mask(all, first));
    let mut inner = outer.with_mask(mask(part, second));
    let clip = rect(0.0, 4.5, 16.0, 16.0);
    inner.with_clip(&clip, RULE).unwrap().fill_all(Color::BLACK);
    for y in 0..16 {
        for x in 0..16 {
            let clip = match y {
                0..=3 => 0,
                4 => 128,
                _ => 255,
            };
            let inside = (3..16).contains(&x) && y < 12;
            let both = through(second(x, y), first(x, y));
            let expected = if inside {
                through(255, through(clip, both))
            } else {
                0
            };
            let found = pixmap.pixel(x as u32, y as u32).unwrap()[3];
            assert!(found.abs_diff(expected) <= 1, "{x} {y}: {found} {expected}");
        }
    }
}

#[test]
fn a_group_through_a_mask_is_the_group_with_its_coverage() {
    let fade = |x: i32, _: i32| (x * 15) as u8;
    let mut pixmap = Pixmap::new(16, 2).unwrap();
    let mut canvas = Canvas::new(&mut pixmap);
    canvas.clear(Color::WHITE);
    let mut masked = canvas.with_mask(mask(IntRect::new(0, 0, 16, 2), fade));
    masked
        .with_layer(0.5, |group| {
            group.fill_all(Color::BLACK);
            group.fill_all(Color::BLACK);
        })
        .unwrap();
    for x in 0..16 {
        let expected = 255.0 - 255.0 * 0.5 * f64::from(fade(x, 0)) / 255.0;
        let found = pixmap.pixel(x as u32, 1).unwrap()[0];
        assert!(
            (f64::from(found) - expected).abs() <= 1.5,
            "{x}: {found} {expected}"
        );
    }
}

#[test]
fn masks_from_light_and_alpha_combine() {
    let mut picture = Pixmap::<StraightRgba8>::with_format(2, 1).unwrap();
    picture
        .pixels_mut()
        .copy_from_slice(&[[255, 255, 255, 128], [0, 255, 0, 255]]);
    let mut both = picture.alpha_mask().unwrap();
    both.intersect(&picture.luminance_mask().unwrap());
    assert_eq!(both.covers(), [through(128, 128), through(255, 149)]);
    both.invert();
    let mut pixmap = Pixmap::new(2, 1).unwrap();
    Canvas::new(&mut pixmap)
        .with_mask(both)
        .fill_all(Color::BLACK);
    let alphas = [pixmap.pixels()[0][3], pixmap.pixels()[1][3]];
    assert_eq!(alphas, [255 - through(128, 128), 255 - through(255, 149)]);
}
