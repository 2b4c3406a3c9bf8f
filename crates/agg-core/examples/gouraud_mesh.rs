//! A net of 722 triangles with random colours at its knots.
//!
//! ```text
//! cargo run --release -p agg-core --example gouraud_mesh
//! ```

mod shared;

use agg_core::{Canvas, Cap, Color, Error, Join, Mesh, Pixmap, Point, Stroke, StrokeFont};
use shared::Chance;

const COLUMNS: usize = 20;
const ROWS: usize = 20;

pub(crate) fn draw() -> Result<Pixmap, Error> {
    shared::y_up((400, 400), Color::BLACK, |surface| {
        let mut canvas = Canvas::new(surface.reborrow());
        canvas.fill_mesh(&net());
        // AGG's demo is taken to need a millisecond.
        let label = "1.00 ms, 722 triangles, 722000 tri/sec";
        let label = StrokeFont::new(-10.0).path(label, (10.0, 10.0));
        let pen = Stroke::new(1.5).with_cap(Cap::Round).with_join(Join::Round);
        canvas.stroke(&label, &pen, Color::WHITE);
    })
}

fn net() -> Mesh {
    let mut chance = Chance::new();
    let knots = (0..ROWS * COLUMNS).map(|i| {
        let (x, y) = ((i % COLUMNS) as f64, (i / COLUMNS) as f64);
        let _moves = [chance.next(), chance.next()];
        let [b, g, r] = [(); 3].map(|()| chance.next() as u8);
        let _changes = [(); 3].map(|()| chance.next());
        let at = Point::new(40.0 + x * 17.0, 40.0 + y * 17.0);
        (at, shared::light(r, g, b))
    });
    let knots: Vec<(Point, Color)> = knots.collect();
    let cells = (0..ROWS - 1).flat_map(|y| (0..COLUMNS - 1).map(move |x| y * COLUMNS + x));
    let triangles = cells.flat_map(|i| {
        let opposite = i + COLUMNS + 1;
        [[i, i + 1, opposite], [opposite, i + COLUMNS, i]]
    });
    Mesh::new(knots, triangles)
}

fn main() -> Result<(), Error> {
    shared::save("gouraud_mesh", draw())
}
