//! What happens to coverage between rasterizer and pixels: gamma, fills without anti-aliasing,
//! stored scanlines, clipping to many rectangles and to a mask, and three-fold resolution.

use agg_core::{
    Affine, Ellipse, FillRule, Gamma, IntRect, Mask, Path, PathIterator, Rasterizer, Region,
    Scanlines,
};

use super::picture::{AggScene, Picture};

pub(super) fn scenes() -> Vec<AggScene> {
    let aliased = Gamma::threshold(0.0);
    let half = Gamma::threshold(0.5);
    vec![
        filled("gamma_none", fan, Gamma::default()),
        filled("gamma_power_0.45", fan, Gamma::power(0.45)),
        filled("gamma_power_2.2", fan, Gamma::power(2.2)),
        filled("gamma_threshold_0.5", fan, half.clone()),
        filled("gamma_threshold_0.2", fan, Gamma::threshold(0.2)),
        filled("gamma_linear", fan, Gamma::linear(0.2, 0.8)),
        filled("gamma_multiply_0.6", fan, Gamma::multiply(0.6)),
        filled("gamma_multiply_3", fan, Gamma::multiply(3.0)),
        filled("aliased_star", star, aliased.clone()),
        filled("aliased_fan", fan, aliased),
        filled("aliased_star_threshold", star, half.clone()),
        filled("aliased_fan_threshold", fan, half),
        AggScene::new("scanlines_replayed", (64, 64), |picture| {
            replay(picture, &Gamma::default());
        }),
        AggScene::new("scanlines_binary_replayed", (64, 64), |picture| {
            replay(picture, &Gamma::threshold(0.5));
        }),
        AggScene::new("clip_many_rectangles", (64, 64), many_rectangles),
        AggScene::new("clip_mask", (64, 64), through_a_mask),
        AggScene::new("three_fold", (192, 64), three_fold),
    ]
}

fn filled(name: &str, path: fn() -> Path, gamma: Gamma) -> AggScene {
    AggScene::new(name, (64, 64), move |picture| {
        picture.blacken(|clip, visit| {
            let mut rasterizer = Rasterizer::with_clip_box(clip);
            rasterizer.add(&path());
            rasterizer.for_each_span(FillRule::NonZero, gamma.before(visit));
        });
    })
}

fn star() -> Path {
    Path::polygon([
        (32.0, 3.0),
        (49.5, 57.25),
        (3.5, 23.75),
        (60.5, 23.75),
        (14.5, 57.25),
    ])
}

/// Thin triangles, so that most pixels are partly covered.
fn fan() -> Path {
    let mut path = Path::new();
    for i in 0..16 {
        let y = 3.9 * f64::from(i);
        path.extend(Path::polygon([(3.0, 32.0), (61.0, 1.5 + y), (61.0, 3.2 + y)]).elements());
    }
    path
}

pub(super) fn ellipse(center: (f64, f64), radii: (f64, f64)) -> Path {
    Ellipse::new(center, radii).polygon(1.0)
}

fn replay(picture: &mut Picture, gamma: &Gamma) {
    let mut rasterizer = Rasterizer::new(64, 64);
    rasterizer.add(&ellipse((17.3, 16.1), (14.4, 9.7)));
    let kept = Scanlines::record(|keep| {
        rasterizer.for_each_span(FillRule::NonZero, gamma.before(keep));
    });
    let Ok(read) = Scanlines::from_bytes(&kept.to_bytes()) else {
        return;
    };
    picture.blacken(|_, visit| {
        for (dx, dy) in [(0, 0), (-20, 5), (30, -25), (28, 31), (500, 3)] {
            read.spans_at(dx, dy).for_each(&mut *visit);
        }
    });
}

fn many_rectangles(picture: &mut Picture) {
    let region: Region = [
        IntRect::new(2, 3, 21, 19),
        IntRect::new(21, 3, 41, 11),
        IntRect::new(24, 15, 61, 45),
        IntRect::new(5, 30, 18, 64),
        IntRect::new(50, 50, 91, 91),
    ]
    .into_iter()
    .collect();
    picture.blacken(|clip, visit| {
        let mut rasterizer = Rasterizer::with_clip_box(clip);
        rasterizer.add(&star());
        rasterizer.add(&ellipse((32.0, 32.0), (31.5, 31.5)));
        rasterizer.add(&ellipse((32.0, 32.0), (27.3, 29.1)));
        rasterizer.for_each_span(FillRule::EvenOdd, region.before(visit));
    });
}

fn through_a_mask(picture: &mut Picture) {
    let mut rasterizer = Rasterizer::with_clip_box(picture.bounds());
    let Ok(mut mask) = Mask::new(picture.bounds()) else {
        return;
    };
    for path in [fan(), ellipse((40.2, 22.2), (17.3, 15.1))] {
        rasterizer.reset();
        rasterizer.add(&path);
        rasterizer.for_each_span(FillRule::NonZero, |span| mask.add(span));
    }
    rasterizer.reset();
    rasterizer.add(&star());
    picture.blacken(|_, visit| rasterizer.for_each_span(FillRule::NonZero, mask.before(visit)));
}

/// Three times as many columns, as a screen of red, green and blue stripes has.
fn three_fold(picture: &mut Picture) {
    picture.blacken(|clip, visit| {
        let mut rasterizer = Rasterizer::with_clip_box(clip);
        let wide = Affine::scale_xy(3.0, 1.0);
        rasterizer.add(star().elements().transformed(wide));
        rasterizer.for_each_span(FillRule::NonZero, visit);
    });
}
