//! Smoothed lines with dashes, and an arrow along one of them.
//!
//! ```text
//! cargo run -p agg-core --example conv_dash_marker
//! ```

mod shared;

use agg_core::{
    Arrow, Canvas, Color, Dash, Error, FillRule, Path, PathEl, PathIterator, Pixmap, Place, Stroke,
};

pub(crate) fn draw() -> Result<Pixmap, Error> {
    let [a, b, c] = [(157.0, 60.0), (469.0, 170.0), (243.0, 310.0)];
    let middle = |p: (f64, f64), q: (f64, f64)| ((p.0 + q.0) / 2.0, (p.1 + q.1) / 2.0);
    let center = ((a.0 + b.0 + c.0) / 3.0, (a.1 + b.1 + c.1) / 3.0);
    let mut path = Path::polyline([a, b, center, c]);
    path.extend(Path::polyline([middle(a, b), middle(b, c), middle(c, a)]).elements());

    let controls: Path = path.elements().smoothed(1.0).flat_map(corners).collect();
    let curves: Path = path.elements().smoothed(1.0).flattened(0.5).collect();
    let dash = Dash::new(10.0, &[20.0, 5.0, 5.0, 5.0, 5.0, 5.0]);
    let mut ink: Path = curves
        .elements()
        .dashed(&dash)
        .stroked(&Stroke::new(3.0))
        .collect();
    let arrow = arrow(3.0_f64.powf(0.7));
    for line in curves.subpaths() {
        ink.extend(line.clone().marked(Place::Start, &arrow.1.tail()));
        ink.extend(line.marked(Place::End, &arrow.0.head()));
    }
    shared::y_up((500, 330), Color::WHITE, |surface| {
        let mut canvas = Canvas::new(surface.reborrow());
        canvas.fill(&path, FillRule::NonZero, Color::new(0.7, 0.5, 0.1, 0.5));
        canvas.fill(&controls, FillRule::NonZero, Color::new(0.1, 0.5, 0.7, 0.1));
        canvas.stroke(&controls, &Stroke::new(1.0), Color::new(0.0, 0.6, 0.0, 0.8));
        canvas.fill(&ink, FillRule::NonZero, Color::BLACK);
    })
}

/// A head and a tail for a line of a size.
fn arrow(size: f64) -> (Arrow, Arrow) {
    let shape = |[beyond, along, half_width, barb]: [f64; 4]| Arrow {
        beyond: beyond * size,
        along: along * size,
        half_width: half_width * size,
        barb: barb * size,
    };
    (shape([4.0, 4.0, 3.0, 2.0]), shape([1.0, 1.5, 3.0, 5.0]))
}

/// A curve as the segments between its control points.
fn corners(element: PathEl) -> Vec<PathEl> {
    match element {
        PathEl::QuadTo(a, end) => [a, end].map(PathEl::LineTo).to_vec(),
        PathEl::CurveTo(a, b, end) => [a, b, end].map(PathEl::LineTo).to_vec(),
        other => vec![other],
    }
}

fn main() -> Result<(), Error> {
    shared::save("conv_dash_marker", draw())
}
