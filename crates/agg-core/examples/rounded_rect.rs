//! A rounded rectangle half a pixel off the grid, so that its sides are one sharp pixel wide.
//!
//! ```text
//! cargo run -p agg-core --example rounded_rect
//! ```

mod shared;

use agg_core::{Canvas, Color, Ellipse, Error, FillRule, Pixmap, Rect, RoundedRect, Stroke};

pub(crate) fn draw() -> Result<Pixmap, Error> {
    let (lower, upper) = ((100.0, 100.0), (500.0, 350.0));
    let [x0, y0, x1, y1] = [lower.0, lower.1, upper.0, upper.1].map(|v| v + 0.5);
    let outline = RoundedRect::new(Rect::new(x0, y0, x1, y1), 25.0).polygon(1.0);
    shared::y_up((600, 400), Color::WHITE, |surface| {
        let mut canvas = Canvas::new(surface.reborrow());
        for corner in [lower, upper] {
            let dot = Ellipse::new(corner, (3.0, 3.0)).polygon_of(16);
            canvas.fill(&dot, FillRule::NonZero, shared::light(127, 127, 127));
        }
        canvas.stroke(&outline, &Stroke::new(1.0), Color::BLACK);
    })
}

fn main() -> Result<(), Error> {
    shared::save("rounded_rect", draw())
}
