//! Everything that can be drawn, through a mask: paths, symbols, lines, gradients.
//!
//! ```text
//! cargo run -p agg-core --example alpha_mask2
//! ```

mod shared;

use agg_core::{Canvas, Color, Ellipse, Error, FillRule, Gray8, Pixmap, Point, RadialGradient};
use shared::Chance;
use std::sync::Arc;

const SIZE: (u32, u32) = (512, 400);

pub(crate) fn draw() -> Result<Pixmap, Error> {
    let mut chance = Chance::seeded(1432);
    let mask = Arc::new(clouds(&mut chance)?.luminance_mask()?);
    let lion = shared::lion()?;
    shared::y_up(SIZE, Color::WHITE, |surface| {
        let mut canvas = Canvas::new(surface.reborrow());
        let mut canvas = canvas.with_mask(Arc::clone(&mask));
        let mut canvas = canvas.with_transform(shared::lion_at(Point::new(256.0, 200.0)));
        for (color, path) in &lion {
            canvas.fill(path, FillRule::NonZero, *color);
        }
        shared::litter(surface, &*mask, &mut chance);
        let mut canvas = Canvas::new(surface.reborrow());
        let mut canvas = canvas.with_mask(mask);
        for _ in 0..50 {
            let (disc, glow) = bubble(&mut chance);
            canvas.fill(&disc.polygon_of(32), FillRule::NonZero, glow);
        }
    })
}

/// Ten ellipses of light grays on black.
fn clouds(chance: &mut Chance) -> Result<Pixmap<Gray8>, Error> {
    let mut clouds = Pixmap::with_format(SIZE.0, SIZE.1)?;
    let mut canvas = Canvas::new(&mut clouds);
    for _ in 0..10 {
        let cloud = chance.ellipse(SIZE).polygon_of(100);
        let [alpha, gray] = [(); 2].map(|()| chance.next() as u8 | 128);
        let gray = Color::from_rgba8(gray, gray, gray, alpha);
        canvas.fill(&cloud, FillRule::NonZero, gray);
    }
    Ok(clouds)
}

/// A disc that is invisible in the middle and dark at its border.
fn bubble(chance: &mut Chance) -> (Ellipse, RadialGradient) {
    let [x, y] = [SIZE.0, SIZE.1].map(|side| f64::from(chance.next() % side));
    let radius = f64::from(chance.next() % 10 + 5);
    let colors = [(0.0, Color::WHITE.with_alpha(0.0)), (1.0, chance.opaque())];
    let glow = RadialGradient::new((x, y), radius).with_stops(&colors);
    (Ellipse::new((x, y), (radius, radius)), glow)
}

fn main() -> Result<(), Error> {
    shared::save("alpha_mask2", draw())
}
