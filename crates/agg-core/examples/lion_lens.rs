//! Paths through a magnifying glass: cut into short segments first, since the map bends them.
//!
//! ```text
//! cargo run -p agg-core --example lion_lens
//! ```

mod shared;

use agg_core::{Canvas, Color, Error, FillRule, Magnifier, Path, PathIterator, Pixmap, Point};

const MAGNIFICATION: f64 = 3.0;

pub(crate) fn draw() -> Result<Pixmap, Error> {
    let place = shared::lion_at(Point::new(250.0, 300.0));
    let glass = Magnifier::new((200.0, 150.0), 70.0 / MAGNIFICATION, MAGNIFICATION);
    let lion = shared::lion()?;
    shared::y_up((500, 600), Color::WHITE, |surface| {
        let mut canvas = Canvas::new(surface.reborrow());
        for (color, path) in &lion {
            let bent = path.elements().segmented(1.0);
            let bent: Path = bent.transformed(place).transformed(glass).collect();
            canvas.fill(&bent, FillRule::NonZero, *color);
        }
    })
}

fn main() -> Result<(), Error> {
    shared::save("lion_lens", draw())
}
