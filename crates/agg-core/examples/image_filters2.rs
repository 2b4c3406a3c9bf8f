//! Sixteen pixels enlarged by a filter, and the filter.
//!
//! ```text
//! cargo run -p agg-core --example image_filters2
//! ```

mod shared;

use agg_core::{
    Affine, Canvas, ChannelOrder, Color, Edge, Error, FillRule, Filter, Image, Path, Pixmap, Rect,
    Rgba8, Sampling, Stroke,
};

const FILTER: Filter = Filter::Bilinear;

pub(crate) fn draw() -> Result<Pixmap, Error> {
    let [r, g, b] = [[255, 0, 0, 255], [0, 255, 0, 255], [0, 0, 255, 255]];
    let [k, w] = [[0, 0, 0, 255], [255; 4]];
    let bytes = [g, r, w, b, b, k, w, w, w, w, r, b, r, w, k, g].concat();
    let pixels = Pixmap::<Rgba8>::from_bytes(&bytes, 4, 4, ChannelOrder::Rgba)?;
    let image = Image::new(pixels)
        .with_edge(Edge::Clamp)
        .with_sampling(Sampling::Filtered(FILTER))
        .with_transform(Affine::scale(75.0).then(Affine::translate(200.0, 40.0)));
    let square = Path::rectangle(Rect::new(200.0, 40.0, 500.0, 340.0));
    shared::y_up((500, 340), Color::WHITE, |surface| {
        let mut canvas = Canvas::new(surface.reborrow());
        canvas.fill(&square, FillRule::NonZero, image);
        plot(&mut canvas);
    })
}

/// Weights over distances of up to 8 pixels, one weight high five sixths of the plot.
fn plot(canvas: &mut Canvas<'_>) {
    let plot = Rect::new(5.0, 235.0, 195.0, 335.0);
    let (pen, pixel) = (Stroke::new(0.8), plot.width() / 16.0);
    let base = plot.y0 + plot.height() / 6.0;
    for i in 0..=16 {
        let x = plot.x0 + pixel * f64::from(i) + 0.5;
        let color = Color::BLACK.with_alpha(if i == 8 { 1.0 } else { 100.0 / 255.0 });
        canvas.stroke(&Path::polyline([(x, plot.y0), (x, plot.y1)]), &pen, color);
    }
    let axis = Path::polyline([(plot.x0, base), (plot.x1, base)]);
    canvas.stroke(&axis, &pen, Color::BLACK);
    let radius = FILTER.radius();
    let weights = (-256..256).map(|i| {
        let distance = f64::from(i) / 256.0 * radius;
        let x = plot.x0 + pixel * (8.0 + distance) + 0.5;
        (x, base + (plot.y1 - base) * FILTER.weight(distance.abs()))
    });
    canvas.stroke(&Path::polyline(weights), &pen, shared::light(100, 0, 0));
}

fn main() -> Result<(), Error> {
    shared::save("image_filters2", draw())
}
