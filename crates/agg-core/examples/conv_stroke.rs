//! Strokes of strokes: an outline is a path like any other, so a second pen may draw it with dashes.
//!
//! ```text
//! cargo run -p agg-core --example conv_stroke
//! ```

mod shared;

use agg_core::{Canvas, Cap, Color, Error, FillRule, Join, Path, PathIterator, Pixmap, Stroke};

pub(crate) fn draw() -> Result<Pixmap, Error> {
    let [a, b, c] = [(157.0, 60.0), (469.0, 170.0), (243.0, 310.0)];
    let middle = |p: (f64, f64), q: (f64, f64)| ((p.0 + q.0) / 2.0, (p.1 + q.1) / 2.0);
    // The point between a and b and the second c change nothing: they only try the joins.
    let mut path = Path::polyline([a, middle(a, b), b, c, c]);
    path.extend(Path::polygon([middle(a, b), middle(b, c), middle(c, a)]).elements());

    let round = |width| {
        Stroke::new(width)
            .with_join(Join::Round)
            .with_cap(Cap::Round)
    };
    let outline: Path = path.elements().stroked(&round(20.0)).collect();
    let dashes = round(4.0).with_dashes(0.0, &[20.0, 8.0]);

    shared::y_up((500, 330), Color::WHITE, |surface| {
        let mut canvas = Canvas::new(surface.reborrow());
        canvas.fill(&outline, FillRule::NonZero, Color::new(0.8, 0.7, 0.6, 1.0));
        canvas.stroke(&path, &Stroke::new(1.5), Color::BLACK);
        canvas.stroke(&outline, &dashes, Color::new(0.0, 0.0, 0.3, 1.0));
        canvas.fill(&path, FillRule::NonZero, Color::BLACK.with_alpha(0.2));
    })
}

fn main() -> Result<(), Error> {
    shared::save("conv_stroke", draw())
}
