//! A gradient of colours, faded by a gradient of another shape and in another place.
//!
//! ```text
//! cargo run -p agg-core --example alpha_gradient
//! ```

mod shared;

use agg_core::{
    Affine, Canvas, Color, Ellipse, Error, FillRule, Paint, Path, Pixmap, Point, RadialGradient,
    Rect, Stroke, XyGradient,
};
use shared::Chance;

/// Three corners of what the square of the alpha gradient becomes.
const CORNERS: [Point; 3] = [
    Point::new(257.0, 60.0),
    Point::new(369.0, 170.0),
    Point::new(143.0, 310.0),
];

pub(crate) fn draw() -> Result<Pixmap, Error> {
    let [a, b, c] = CORNERS;
    let frame = Path::polygon([a, b, c, a + (c - b)]);
    let disc = Ellipse::new((200.0, 160.0), (150.0, 150.0)).polygon_of(100);
    shared::y_up((400, 320), Color::WHITE, |surface| {
        let mut canvas = Canvas::new(surface.reborrow());
        backdrop(&mut canvas);
        canvas.fill(&disc, FillRule::NonZero, faded());
        for corner in CORNERS {
            let handle = Ellipse::new(corner, (5.0, 5.0)).polygon_of(20);
            canvas.fill(&handle, FillRule::NonZero, Color::new(0.0, 0.4, 0.4, 0.31));
        }
        canvas.stroke(&frame, &Stroke::new(1.0), Color::BLACK);
    })
}

/// A hundred ellipses of any colour, more or less translucent.
fn backdrop(canvas: &mut Canvas<'_>) {
    let mut chance = Chance::seeded(1234);
    for _ in 0..100 {
        let [ry, rx] = [(); 2].map(|()| f64::from(chance.next() % 60 + 5));
        let ellipse = Ellipse::new(chance.pixel((400, 320)), (rx, ry)).polygon_of(50);
        let [a, b, g, r] = [(); 4].map(|()| f64::from(chance.next()) / f64::from(i32::MAX));
        canvas.fill(&ellipse, FillRule::NonZero, Color::new(r, g, b, a / 2.0));
    }
}

fn faded() -> Paint {
    let colors = shared::ramp(&[
        Color::from_rgb8(0, 48, 48),
        Color::from_rgb8(179, 179, 48),
        Color::from_rgb8(79, 0, 0),
    ]);
    let place = Affine::scale_xy(0.75, 1.2)
        .then(Affine::rotate(-std::f64::consts::FRAC_PI_3))
        .then(Affine::translate(200.0, 160.0));
    let round = RadialGradient::new((0.0, 0.0), 150.0)
        .with_stops(&colors)
        .with_transform(place);
    let round = Paint::from(round);
    let square = Rect::new(-100.0, -100.0, 100.0, 100.0);
    match Affine::from_rect(square, CORNERS) {
        Some(place) => {
            let alphas = [(0.0, Color::TRANSPARENT), (1.0, Color::BLACK)];
            let cross = XyGradient::new((0.0, 0.0), 100.0).with_stops(&alphas);
            round.faded(cross.with_transform(place))
        }
        None => round,
    }
}

fn main() -> Result<(), Error> {
    shared::save("alpha_gradient", draw())
}
