//! Many polygons of many colours, placed by one transform.
//!
//! ```text
//! cargo run -p agg-core --example lion
//! ```

mod shared;

use agg_core::{Canvas, Color, Error, FillRule, Pixmap, Point};

pub(crate) fn draw() -> Result<Pixmap, Error> {
    let lion = shared::lion()?;
    shared::y_up((512, 400), Color::WHITE, |surface| {
        let mut canvas = Canvas::new(surface.reborrow());
        let mut canvas = canvas.with_transform(shared::lion_at(Point::new(256.0, 200.0)));
        for (color, path) in &lion {
            canvas.fill(path, FillRule::NonZero, color.with_alpha(25.0 / 255.0));
        }
    })
}

fn main() -> Result<(), Error> {
    shared::save("lion", draw())
}
