//! A letter before its shadow, which is a blurred copy of it.
//!
//! ```text
//! cargo run -p agg-core --example blur
//! ```

mod shared;

use agg_core::{Affine, Canvas, Color, Error, FillRule, Pixmap, Stroke, StrokeFont};

pub(crate) fn draw() -> Result<Pixmap, Error> {
    let letter = shared::letter()?;
    let mut picture = shared::y_up((440, 330), Color::WHITE, |surface| {
        Canvas::new(surface.reborrow())
            .with_transform(Affine::translate(10.0, -10.0))
            .fill(&letter, FillRule::NonZero, Color::new(0.1, 0.1, 0.1, 1.0));
    })?;
    picture.stack_blur(15, 15);
    shared::on_y_up(&mut picture, |surface| {
        let mut canvas = Canvas::new(surface.reborrow());
        canvas.fill(&letter, FillRule::NonZero, Color::new(0.6, 0.9, 0.7, 0.8));
        // AGG's demo measures no time without a clock.
        let label = StrokeFont::new(-10.0).path("0.00 ms", (140.0, 30.0));
        canvas.stroke(&label, &Stroke::new(1.5), Color::BLACK);
    })?;
    Ok(picture)
}

fn main() -> Result<(), Error> {
    shared::save("blur", draw())
}
