//! An image in a disc, and a colour beyond its sides.
//!
//! ```text
//! cargo run -p agg-core --example image1
//! ```

mod shared;

use agg_core::{Affine, Canvas, Color, Ellipse, Error, FillRule, Image, Pixmap};

pub(crate) fn draw() -> Result<Pixmap, Error> {
    let spheres = shared::image(include_bytes!("data/images/spheres.png"))?;
    let paint = Image::new(spheres)
        .with_background(Color::new(0.0, 0.4, 0.0, 0.5))
        .with_transform(Affine::translate(10.0, 50.0));
    let disc = Ellipse::new((170.0, 200.0), (166.0, 166.0)).polygon_of(200);
    shared::y_up((340, 360), Color::WHITE, |surface| {
        Canvas::new(surface.reborrow()).fill(&disc, FillRule::NonZero, paint);
    })
}

fn main() -> Result<(), Error> {
    shared::save("image1", draw())
}
