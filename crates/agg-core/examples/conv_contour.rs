//! A letter made bolder or lighter: its contour, moved by half the width of a pen; by nothing here.
//!
//! ```text
//! cargo run -p agg-core --example conv_contour
//! ```

mod shared;

use agg_core::{Canvas, Color, Contour, Error, FillRule, PathIterator, Pixmap, Stroke};

/// Twice how far the contour moves; negative makes the letter lighter.
const WEIGHT: f64 = 0.0;

pub(crate) fn draw() -> Result<Pixmap, Error> {
    let contour = Contour::new(Stroke::new(WEIGHT));
    let letter = shared::letter()?;
    let letter = letter
        .elements()
        .flattened(0.5)
        .contoured(&contour)
        .collect();
    shared::y_up((440, 330), Color::WHITE, |surface| {
        Canvas::new(surface.reborrow()).fill(&letter, FillRule::NonZero, Color::BLACK);
    })
}

fn main() -> Result<(), Error> {
    shared::save("conv_contour", draw())
}
