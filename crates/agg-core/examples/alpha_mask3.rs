//! A spiral seen through an island: one path clips the other, with smooth edges.
//!
//! ```text
//! cargo run -p agg-core --example alpha_mask3
//! ```

mod shared;

use agg_core::{Canvas, Cap, Color, Error, FillRule, Pixmap, Point, Stroke, StrokeFont};

pub(crate) fn draw() -> Result<Pixmap, Error> {
    let island = shared::island()?;
    let band = shared::spiral_band(Point::new(320.0, 260.0));
    shared::y_up((640, 520), Color::WHITE, |surface| {
        let mut canvas = Canvas::new(surface.reborrow());
        canvas.fill(&island, FillRule::NonZero, Color::new(0.5, 0.5, 0.0, 0.1));
        canvas.stroke(&island, &Stroke::new(0.1), Color::BLACK);
        canvas.fill(&band, FillRule::NonZero, Color::new(0.0, 0.5, 0.5, 0.1));
        let red = Color::new(0.5, 0.0, 0.0, 0.5);
        canvas
            .with_clip(&island, FillRule::NonZero)?
            .fill(&band, FillRule::NonZero, red);
        // AGG's demo measures no time without a clock.
        let pen = Stroke::new(1.5).with_cap(Cap::Round);
        for (text, y) in [
            ("Generate AlphaMask: 0.000ms", 20.0),
            ("Render with AlphaMask: 0.000ms", 5.0),
        ] {
            let text = StrokeFont::new(-10.0).path(text, (250.0, y));
            canvas.stroke(&text, &pen, Color::BLACK);
        }
        Ok(())
    })
}

fn main() -> Result<(), Error> {
    shared::save("alpha_mask3", draw())
}
