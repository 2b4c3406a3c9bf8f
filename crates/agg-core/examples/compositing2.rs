//! Colours that take the difference from what is below them, and others laid over.
//!
//! ```text
//! cargo run -p agg-core --example compositing2
//! ```

mod shared;

use agg_core::{
    Affine, BlendMode, Canvas, Color, Ellipse, Error, FillRule, Pixmap, Point, RadialGradient,
};

pub(crate) fn draw() -> Result<Pixmap, Error> {
    let blue = Color::new(0.0, 0.0, 1.0, 1.0);
    let green = Color::new(0.0, 1.0, 0.0, 1.0);
    let red = Color::new(1.0, 0.0, 0.0, 0.0);
    let colors = shared::ramp(&[Color::BLACK, blue, green, red]);
    let unit = RadialGradient::new((0.0, 0.0), 100.0).with_stops(&colors);
    shared::y_up((600, 400), Color::WHITE, |surface| {
        let mut canvas = Canvas::new(surface.reborrow());
        let mut glow = |mode, middle: Point, radius| {
            let place = Affine::scale(radius / 100.0).then(Affine::translate(middle.x, middle.y));
            let disc = Ellipse::new(middle, (radius, radius)).polygon_of(100);
            let glow = unit.clone().with_transform(place);
            canvas
                .with_blend_mode(mode)
                .fill(&disc, FillRule::NonZero, glow);
        };
        glow(BlendMode::Difference, Point::new(210.0, 210.0), 160.0);
        for (x, y) in [
            (170.0, 170.0),
            (250.0, 170.0),
            (170.0, 250.0),
            (250.0, 250.0),
        ] {
            glow(BlendMode::SourceOver, Point::new(x, y), 70.0);
        }
    })
}

fn main() -> Result<(), Error> {
    shared::save("compositing2", draw())
}
