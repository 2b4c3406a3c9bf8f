//! Three discs, each drawn on one channel of a picture: yellow, magenta and cyan inks.
//!
//! ```text
//! cargo run -p agg-core --example component_rendering
//! ```

mod shared;

use agg_core::{Canvas, Color, Ellipse, Error, FillRule, Gray8, Pixmap};

const SIZE: (u32, u32) = (320, 320);

pub(crate) fn draw() -> Result<Pixmap, Error> {
    let red = channel((160.0 - 0.87 * 50.0, 160.0 - 0.5 * 50.0))?;
    let green = channel((160.0 + 0.87 * 50.0, 160.0 - 0.5 * 50.0))?;
    let blue = channel((160.0, 160.0 + 50.0))?;
    shared::y_up(SIZE, Color::WHITE, |surface| {
        for (y, at) in (0..).zip((0..320 * 320).step_by(320)) {
            let rows = [&red, &green, &blue].map(|plane| plane.pixels().iter().skip(at));
            let [reds, greens, blues] = rows;
            let colors = reds.zip(greens).zip(blues);
            let (row, _) = surface.row_mut(0, y, 320);
            for (pixel, ((&r, &g), &b)) in row.iter_mut().zip(colors) {
                *pixel = [r, g, b, 255];
            }
        }
    })
}

/// A black disc on white.
fn channel(middle: (f64, f64)) -> Result<Pixmap<Gray8>, Error> {
    let mut plane = Pixmap::with_format(SIZE.0, SIZE.1)?;
    plane.fill(255);
    let disc = Ellipse::new(middle, (100.0, 100.0)).polygon_of(100);
    Canvas::new(&mut plane).fill(&disc, FillRule::NonZero, Color::BLACK);
    Ok(plane)
}

fn main() -> Result<(), Error> {
    shared::save("component_rendering", draw())
}
