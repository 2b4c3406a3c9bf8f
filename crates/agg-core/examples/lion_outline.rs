//! Thin lines straight from their distance to each pixel, without an outline to fill.
//!
//! ```text
//! cargo run -p agg-core --example lion_outline
//! ```

mod shared;

use agg_core::{Color, Error, Outline, PathIterator, Pixmap, Point};

/// One pixel, but for what AGG loses by writing √½ with nine digits.
const WIDTH: f64 = 0.999_999_999_7;

pub(crate) fn draw() -> Result<Pixmap, Error> {
    let lion = shared::lion()?;
    let place = shared::lion_at(Point::new(256.0, 256.0));
    let outline = Outline::new(WIDTH);
    shared::y_up((512, 512), Color::WHITE, |surface| {
        let bounds = surface.bounds();
        for (color, path) in &lion {
            let lines = path.elements().transformed(place);
            outline.for_each_span(lines, bounds, shared::lay(surface, *color));
        }
    })
}

fn main() -> Result<(), Error> {
    shared::save("lion_outline", draw())
}
