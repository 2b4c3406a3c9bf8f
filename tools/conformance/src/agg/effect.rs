//! Blurs, and shapes drawn through masks.

use agg_core::{A8, Canvas, Color, FillRule, Path, Pixmap, Rgb8};

use super::picture::{AggScene, BLUE, Picture, TRANSLUCENT_GREEN};

pub(super) fn scenes() -> Vec<AggScene> {
    let blur = |name, x, y| {
        AggScene::new(name, (64, 64), move |picture| {
            shapes(picture);
            picture.pixmap().stack_blur(x, y);
        })
    };
    let recursive = |name, radius| {
        AggScene::new(name, (64, 64), move |picture| {
            shapes(picture);
            picture.pixmap().gaussian_blur(radius);
        })
    };
    vec![
        blur("effect_stack_blur_1", 1, 1),
        blur("effect_stack_blur_2_5", 2, 5),
        blur("effect_stack_blur_10", 10, 10),
        blur("effect_stack_blur_40", 40, 40),
        blur("effect_stack_blur_254", 254, 254),
        blur("effect_stack_blur_7_0", 7, 0),
        recursive("effect_recursive_blur_0.7", 0.7),
        recursive("effect_recursive_blur_3", 3.0),
        recursive("effect_recursive_blur_12.5", 12.5),
        recursive("effect_recursive_blur_60", 60.0),
        AggScene::new("effect_mask", (64, 64), masked),
        AggScene::new("effect_mask_light", (64, 64), masked_by_light),
    ]
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

fn triangle() -> Path {
    Path::polygon([(8.3, 5.7), (58.1, 22.4), (20.6, 59.2)])
}

fn shapes(picture: &mut Picture) {
    picture.fill(&star(), FillRule::EvenOdd, BLUE);
    picture.fill(&triangle(), FillRule::NonZero, TRANSLUCENT_GREEN);
}

/// Through a mask of one byte a pixel that a star was drawn into.
fn masked(picture: &mut Picture) {
    let Ok(mut bytes) = Pixmap::<A8>::with_format(64, 64) else {
        return;
    };
    let light = Color::from_rgba8(255, 255, 255, 200);
    Canvas::new(&mut bytes).fill(&star(), FillRule::NonZero, light);
    if let Ok(mask) = bytes.alpha_mask() {
        let red = Color::from_rgba8(214, 39, 40, 230);
        Canvas::new(picture.pixmap())
            .with_mask(mask)
            .fill(&triangle(), FillRule::NonZero, red);
    }
}

/// Through the lightness of colours that fade along both axes.
fn masked_by_light(picture: &mut Picture) {
    let Ok(mut light) = Pixmap::<Rgb8>::with_format(64, 64) else {
        return;
    };
    let places = (0..64_u8).flat_map(|y| (0..64_u8).map(move |x| (x, y)));
    for (pixel, (x, y)) in light.pixels_mut().iter_mut().zip(places) {
        *pixel = [x * 4, y * 4, 255 - x * 4];
    }
    if let Ok(mask) = light.luminance_mask() {
        let mut canvas = Canvas::new(picture.pixmap());
        let mut through = canvas.with_mask(mask);
        let red = Color::from_rgba8(214, 39, 40, 230);
        through.fill(&triangle(), FillRule::NonZero, red);
        let [r, g, b, _] = BLUE;
        through.fill(&star(), FillRule::NonZero, Color::from_rgb8(r, g, b));
    }
}
