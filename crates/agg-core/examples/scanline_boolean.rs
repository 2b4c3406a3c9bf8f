//! Two shapes made one, pixel by pixel on their coverage.
//!
//! ```text
//! cargo run -p agg-core --example scanline_boolean
//! ```

mod shared;

use agg_core::{
    BooleanOp, Canvas, Color, Ellipse, Error, FillRule, Path, Pixmap, Point, Rasterizer, Scanlines,
};

pub(crate) fn draw() -> Result<Pixmap, Error> {
    let left = [(50.0, 180.0), (375.0, 200.0), (375.0, 530.0), (50.0, 550.0)].map(Point::from);
    let right = [
        (425.0, 180.0),
        (750.0, 200.0),
        (750.0, 530.0),
        (425.0, 550.0),
    ]
    .map(Point::from);
    let mut rasterizer = Rasterizer::new(800, 600);
    let mut shape = |path: &Path, rule| -> Scanlines {
        rasterizer.reset();
        rasterizer.add(path);
        rasterizer.sweep(rule).collect()
    };
    let a = shape(&discs(&left), FillRule::EvenOdd);
    let b = shape(&discs(&right), FillRule::NonZero);
    let both = a.combined(&b, BooleanOp::Or);
    let translucent = |r, g, b| shared::light(r, g, b).with_alpha(100.0 / 255.0);

    shared::y_up((800, 600), Color::WHITE, |surface| {
        let layers = [
            (a, translucent(240, 255, 200)),
            (b, translucent(255, 240, 240)),
            (both, Color::BLACK),
        ];
        for (shape, color) in &layers {
            shape.spans().for_each(shared::lay(surface, *color));
        }
        let mut canvas = Canvas::new(surface.reborrow());
        for quad in [left, right] {
            let handles = shared::handles(&quad);
            canvas.fill(&handles, FillRule::NonZero, Color::new(0.0, 0.3, 0.5, 0.6));
        }
    })
}

/// Five discs along each side of a quadrilateral.
fn discs(quad: &[Point; 4]) -> Path {
    let mut path = Path::new();
    let ends = quad.iter().skip(1).chain(quad.first());
    for (from, to) in quad.iter().zip(ends) {
        for i in 0..5 {
            let at = |from: f64, to: f64| from + (to - from) * f64::from(i) / 5.0;
            let center = (at(from.x, to.x), at(from.y, to.y));
            path.extend(
                Ellipse::new(center, (20.0, 20.0))
                    .polygon_of(100)
                    .elements(),
            );
        }
    }
    path
}

fn main() -> Result<(), Error> {
    shared::save("scanline_boolean", draw())
}
