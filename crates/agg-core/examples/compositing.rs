//! A group of shapes and a picture on a layer of its own, which is then laid over the sheet.
//!
//! ```text
//! cargo run -p agg-core --example compositing
//! ```

mod shared;

use agg_core::{
    Affine, Canvas, Color, Ellipse, Error, FillRule, Image, LinearGradient, Path, Pixmap, Point,
    Rect, RoundedRect,
};
use shared::light;

pub(crate) fn draw() -> Result<Pixmap, Error> {
    let picture = Image::new(shared::image(include_bytes!(
        "data/images/compositing.png"
    ))?);
    shared::y_up((600, 400), Color::WHITE, |surface| {
        let mut canvas = Canvas::new(surface.reborrow());
        canvas.fill(&checks(), FillRule::NonZero, light(0xDF, 0xDF, 0xDF));
        canvas.with_layer(1.0, |group| {
            group.draw_image(&picture, Affine::translate(250.0, 180.0));
            ball(group, Point::new(210.0, 172.0), Point::new(111.0, 337.0));
            lozenge(group, Point::new(350.0, 172.0), Point::new(157.0, 337.0));
        })?;
        // AGG's demo measures no time without a clock.
        shared::write(&mut canvas, "0.00 ms", (10.0, 35.0));
        Ok(())
    })
}

/// Every other square of eight pixels.
fn checks() -> Path {
    let squares = (0..50).flat_map(|y| (0..75).map(move |x| (x, y)));
    let mut path = Path::new();
    for (x, y) in squares.filter(|(x, y)| (x + y) % 2 == 0) {
        let [x, y] = [x, y].map(|v| f64::from(v) * 8.0);
        path.extend(Path::rectangle(Rect::new(x, y, x + 8.0, y + 8.0)).elements());
    }
    path
}

/// A disc between two points, and a shadow of it.
fn ball(canvas: &mut Canvas<'_>, from: Point, to: Point) {
    let radius = from.distance(to) / 2.0;
    let disc = |middle: Point| Ellipse::new(middle, (radius, radius)).polygon_of(100);
    let middle = (from + to) * 0.5;
    let shadow = disc(middle + Point::new(5.0, -3.0));
    canvas.fill(&shadow, FillRule::NonZero, Color::new(0.6, 0.6, 0.6, 0.7));
    let yellow = [
        (0.0, light(0xFD, 0xF0, 0x6F)),
        (1.0, light(0xFE, 0x9F, 0x34)),
    ];
    let yellow = LinearGradient::new(from, to).with_stops(&yellow);
    canvas.fill(&disc(middle), FillRule::NonZero, yellow);
}

/// A translucent rectangle with round corners between two points.
fn lozenge(canvas: &mut Canvas<'_>, from: Point, to: Point) {
    let shape = RoundedRect::new(Rect::new(from.x, from.y, to.x, to.y), 40.0);
    let alpha = 191.0 / 255.0;
    let blue = [
        (0.0, light(0x7F, 0xC1, 0xFF).with_alpha(alpha)),
        (1.0, light(0x05, 0x00, 0x5F).with_alpha(alpha)),
    ];
    let blue = LinearGradient::new(from, to).with_stops(&blue);
    canvas.fill(&shape.polygon(1.0), FillRule::NonZero, blue);
}

fn main() -> Result<(), Error> {
    shared::save("compositing", draw())
}
