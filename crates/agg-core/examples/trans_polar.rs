//! A slider bent around a circle: any path through any map, once its lines are cut into pieces.
//!
//! ```text
//! cargo run -p agg-core --example trans_polar
//! ```

mod shared;

use agg_core::{
    Canvas, Cap, Color, Ellipse, Error, FillRule, Join, Path, PathIterator, Pixmap, Polar, Stroke,
    StrokeFont,
};

/// Where the pointer is, and how many places it has beside the first.
const VALUE: f64 = 0.4;
const STEPS: u32 = 5;

pub(crate) fn draw() -> Result<Pixmap, Error> {
    // Six hundred units go once round, clockwise, and up becomes inwards.
    let bend = Polar::new((300.0, 230.0), -600.0)
        .with_scale(-1.0)
        .with_offset((0.0, 120.0));
    shared::y_up((600, 400), Color::WHITE, |surface| {
        let mut canvas = Canvas::new(surface.reborrow());
        for (path, color) in slider() {
            let bent = path.elements().segmented(1.0).transformed(bend).collect();
            canvas.fill(&bent, FillRule::NonZero, color);
        }
    })
}

/// The parts of a straight slider, from (10, 10) to (590, 17).
fn slider() -> [(Path, Color); 6] {
    let back = Path::polyline([(6.5, 6.5), (593.5, 6.5), (593.5, 20.5), (6.5, 20.5)]);
    let wedge = Path::polyline([(10.0, 10.0), (590.0, 10.0), (590.0, 17.0), (10.0, 10.0)]);
    let font = StrokeFont::new(-7.0 * 1.2).with_width(7.0);
    let label = font.path(&format!("Some Value={:.0}", VALUE * 100.0), (10.0, 10.0));
    let pen = Stroke::new(1.0).with_join(Join::Round).with_cap(Cap::Round);
    let at = |value: f64| 11.0 + 578.0 * value;
    let pointer = Ellipse::new((at(VALUE), 13.5), (7.0, 7.0)).polygon_of(32);
    let mut marks = Path::new();
    for step in 0..=STEPS {
        let x = at(f64::from(step) / f64::from(STEPS));
        let mark = Path::polyline([(x, 10.0), (x - 2.32, 6.5), (x + 2.32, 6.5)]);
        marks.extend(mark.elements());
    }
    [
        (back, Color::from_rgb8(255, 231, 204)),
        (wedge, Color::from_rgb8(179, 152, 152)),
        (label.elements().stroked(&pen).collect(), Color::BLACK),
        (pointer.clone(), Color::from_rgba8(152, 103, 103, 102)),
        (pointer, Color::from_rgba8(204, 0, 0, 153)),
        (marks, Color::BLACK),
    ]
}

fn main() -> Result<(), Error> {
    shared::save("trans_polar", draw())
}
