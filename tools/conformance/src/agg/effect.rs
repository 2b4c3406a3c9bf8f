//! Blurs, and shapes drawn through masks.

use agg_core::{A8, Canvas, Color, FillRule, Path, Pixmap};

use super::picture::{AggScene, BLUE, Picture, TRANSLUCENT_GREEN};

pub(super) fn scenes() -> Vec<AggScene> {
    let blur = |name, x, y| {
        AggScene::new(name, (64, 64), move |picture| {
            shapes(picture);
            picture.pixmap().stack_blur(x, y);
        })
    };
    vec![
        blur("effect_stack_blur_1", 1, 1),
        blur("effect_stack_blur_2_5", 2, 5),
        blur("effect_stack_blur_10", 10, 10),
        blur("effect_stack_blur_40", 40, 40),
        blur("effect_stack_blur_254", 254, 254),
        blur("effect_stack_blur_7_0", 7, 0),
        AggScene::new("effect_mask", (64, 64), masked),
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
