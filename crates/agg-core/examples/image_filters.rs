//! An image in a disc, where filters are compared by turning it many times.
//!
//! ```text
//! cargo run -p agg-core --example image_filters
//! ```

mod shared;

use agg_core::{Affine, Canvas, Color, Ellipse, Error, FillRule, Image, Pixmap};

pub(crate) fn draw() -> Result<Pixmap, Error> {
    let spheres = shared::image(include_bytes!("data/images/spheres.png"))?;
    let disc = Ellipse::new((160.0, 150.0), (146.0, 146.0)).polygon_of(200);
    shared::y_up((430, 340), Color::WHITE, |surface| {
        let mut canvas = Canvas::new(surface.reborrow());
        shared::write(&mut canvas, "NSteps=0", (10.0, 295.0));
        let mut canvas = canvas.with_transform(Affine::translate(110.0, 35.0));
        canvas.fill(&disc, FillRule::NonZero, Image::new(spheres));
    })
}

fn main() -> Result<(), Error> {
    shared::save("image_filters", draw())
}
