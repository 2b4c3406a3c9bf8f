//! A lion through a mask: the lighter a picture, the more it lets through.
//!
//! ```text
//! cargo run -p agg-core --example alpha_mask
//! ```

mod shared;

use agg_core::{Canvas, Color, Error, FillRule, Gray8, Pixmap, Point};
use shared::Chance;

const SIZE: (u32, u32) = (512, 400);

pub(crate) fn draw() -> Result<Pixmap, Error> {
    let mask = clouds()?.luminance_mask()?;
    let lion = shared::lion()?;
    shared::y_up(SIZE, Color::WHITE, |surface| {
        let mut canvas = Canvas::new(surface.reborrow());
        let mut canvas = canvas.with_mask(mask);
        let mut canvas = canvas.with_transform(shared::lion_at(Point::new(256.0, 200.0)));
        for (color, path) in &lion {
            canvas.fill(path, FillRule::NonZero, *color);
        }
    })
}

/// Ellipses of any gray and any opacity on black.
fn clouds() -> Result<Pixmap<Gray8>, Error> {
    let mut clouds = Pixmap::with_format(SIZE.0, SIZE.1)?;
    let mut canvas = Canvas::new(&mut clouds);
    let mut chance = Chance::new();
    for _ in 0..10 {
        let cloud = chance.ellipse(SIZE);
        let [alpha, gray] = [(); 2].map(|()| chance.next() as u8);
        let gray = Color::from_rgba8(gray, gray, gray, alpha);
        canvas.fill(&cloud.polygon_of(100), FillRule::NonZero, gray);
    }
    Ok(clouds)
}

fn main() -> Result<(), Error> {
    shared::save("alpha_mask", draw())
}
