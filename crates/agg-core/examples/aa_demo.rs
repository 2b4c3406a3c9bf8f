//! What anti-aliasing is: a triangle, and the same one with each pixel as large as 32.
//!
//! ```text
//! cargo run -p agg-core --example aa_demo
//! ```

mod shared;

use agg_core::{
    Canvas, Color, Coverage, Error, FillRule, Path, Pixmap, Rasterizer, Rect, Span, Stroke,
};

const PIXEL: f64 = 32.0;

pub(crate) fn draw() -> Result<Pixmap, Error> {
    let corners = [(57.0, 100.0), (369.0, 170.0), (143.0, 310.0)];
    shared::y_up((600, 400), Color::WHITE, |surface| {
        let mut canvas = Canvas::new(surface.reborrow());
        let small = corners.map(|(x, y)| (x / PIXEL, y / PIXEL));
        let mut rasterizer = Rasterizer::new(600, 400);
        rasterizer.add(&Path::polygon(small));
        for span in rasterizer.sweep(FillRule::NonZero) {
            enlarge(&mut canvas, span);
        }
        canvas.fill(&Path::polygon(small), FillRule::NonZero, Color::BLACK);
        let [a, b, c] = corners;
        for side in [[a, b], [b, c], [c, a]] {
            let petrol = shared::light(0, 150, 160).with_alpha(200.0 / 255.0);
            canvas.stroke(&Path::polyline(side), &Stroke::new(2.0), petrol);
        }
    })
}

/// A square for each pixel of a span, as dark as the pixel is covered.
fn enlarge(canvas: &mut Canvas<'_>, span: Span<'_>) {
    let covers = match span.coverage() {
        Coverage::Uniform { len, cover } => vec![cover; len],
        Coverage::PerPixel(covers) => covers.to_vec(),
    };
    let y = f64::from(span.y()) * PIXEL;
    for (column, cover) in (span.x()..).zip(covers) {
        let x = f64::from(column) * PIXEL;
        let square = Path::rectangle(Rect::new(x, y, x + PIXEL, y + PIXEL));
        let alpha = ((u32::from(cover) * 255) >> 8) as u8;
        let grey = Color::from_rgba8(0, 0, 0, alpha);
        canvas.fill(&square, FillRule::NonZero, grey);
    }
}

fn main() -> Result<(), Error> {
    shared::save("aa_demo", draw())
}
