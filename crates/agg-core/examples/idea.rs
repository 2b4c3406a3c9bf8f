//! A drawing of a few polygons, each filled and then outlined with a pen of its own.
//!
//! ```text
//! cargo run -p agg-core --example idea
//! ```

mod shared;

use agg_core::{Affine, Canvas, Color, Error, FillRule, Path, Pixmap, Stroke};

pub(crate) fn draw() -> Result<Pixmap, Error> {
    let light = shared::light;
    let bulb = (light(255, 255, 0), light(0, 0, 0), 1.0);
    let beams = (light(255, 255, 200), light(90, 0, 0), 0.7);
    let figure = (light(0, 0, 0), light(0, 0, 0), 0.0);

    let mut pixmap = Pixmap::new(250, 280)?;
    let mut canvas = Canvas::new(&mut pixmap);
    canvas.clear(Color::WHITE);
    let mut canvas = canvas.with_transform(Affine::translate(125.0, 150.0));
    let paths = include_str!("data/idea.txt").lines();
    for (data, (fill, line, width)) in paths.zip([bulb, beams, figure]) {
        let path = Path::from_svg(data)?;
        canvas.fill(&path, FillRule::NonZero, fill);
        canvas.stroke(&path, &Stroke::new(width), line);
    }
    drop(canvas);
    Ok(pixmap)
}

fn main() -> Result<(), Error> {
    shared::save("idea", draw())
}
