//! Six triangles whose corners have colours: one shape, and no seam between them.
//!
//! ```text
//! cargo run -p agg-core --example gouraud
//! ```

mod shared;

use agg_core::{Canvas, Color, Error, Mesh, Pixmap, Point};

const CORNERS: [(f64, f64); 3] = [(57.0, 60.0), (369.0, 170.0), (143.0, 310.0)];

pub(crate) fn draw() -> Result<Pixmap, Error> {
    shared::y_up((400, 320), Color::WHITE, |surface| {
        Canvas::new(surface.reborrow()).fill_mesh(&hexagon());
    })
}

/// A triangle, white in the middle, with a black point beyond the middle of each side.
fn hexagon() -> Mesh {
    let [a, b, c] = CORNERS.map(Point::from);
    let middle = (a + b + c) * (1.0 / 3.0);
    let beyond = |p: Point, q: Point| p + q - middle;
    let [red, green, blue] = [(1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)]
        .map(|(r, g, b)| Color::new(r, g, b, 1.0));
    let corners = [
        (a, red),
        (b, green),
        (c, blue),
        (middle, Color::WHITE),
        (beyond(a, b), Color::BLACK),
        (beyond(b, c), Color::BLACK),
        (beyond(c, a), Color::BLACK),
    ];
    let inner = [[0, 1, 3], [1, 2, 3], [2, 0, 3]];
    let outer = [[0, 1, 4], [1, 2, 5], [2, 0, 6]];
    Mesh::new(corners, inner.into_iter().chain(outer))
}

fn main() -> Result<(), Error> {
    shared::save("gouraud", draw())
}
