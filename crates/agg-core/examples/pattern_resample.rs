//! A pattern without end through a perspective, mixed as light.
//!
//! ```text
//! cargo run -p agg-core --example pattern_resample
//! ```

mod shared;

use agg_core::{
    Canvas, Color, Edge, Error, FillRule, Filter, Image, Paint, Path, Perspective, Pixmap, Point,
    Rect, Sampling,
};

/// What a stored value means: its power is the light that is mixed.
const GAMMA: f64 = 2.0;

pub(crate) fn draw() -> Result<Pixmap, Error> {
    let mut tile = shared::image(include_bytes!("data/images/agg.png"))?;
    raise(&mut tile, GAMMA);
    let pattern = Image::new(tile)
        .with_edge(Edge::Reflect)
        .with_sampling(Sampling::Resampled(Filter::Hanning));
    let corners = [
        (100.0, 100.0),
        (500.0, 100.0),
        (500.0, 500.0),
        (100.0, 500.0),
    ]
    .map(Point::from);
    let part = Rect::new(-150.0, -150.0, 150.0, 150.0);
    let mut sheet = shared::y_up((600, 600), Color::WHITE, |surface| {
        let mut canvas = Canvas::new(surface.reborrow());
        let mut fill = |path: &Path, paint: Paint| canvas.fill(path, FillRule::NonZero, paint);
        fill(
            &shared::handles(&corners),
            Color::new(0.0, 0.3, 0.5, 0.1).into(),
        );
        if let Some(map) = Perspective::to_rect(corners, part) {
            fill(&Path::polygon(corners), pattern.with_distortion(map).into());
        }
    })?;
    raise(&mut sheet, 1.0 / GAMMA);
    shared::on_y_up(&mut sheet, |surface| {
        let mut canvas = Canvas::new(surface.reborrow());
        shared::write(&mut canvas, "0.00 ms", (10.0, 70.0));
    })?;
    Ok(sheet)
}

/// Makes every colour its power.
fn raise(picture: &mut Pixmap, power: f64) {
    for [r, g, b, _] in picture.pixels_mut() {
        for v in [r, g, b] {
            *v = ((f64::from(*v) / 255.0).powf(power) * 255.0).round() as u8;
        }
    }
}

fn main() -> Result<(), Error> {
    shared::save("pattern_resample", draw())
}
