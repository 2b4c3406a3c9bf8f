//! Shapes that lie on top of each other, drawn in one pass: each pixel is shared out among them.
//!
//! ```text
//! cargo run -p agg-core --example rasterizer_compound
//! ```

mod shared;

use agg_core::{
    Canvas, Color, CompoundRasterizer, Ellipse, Error, FillRule, LayerOrder, Path, PathIterator,
    Pixmap, Scanlines, Sides, Stroke,
};
use shared::{Surface, light};

pub(crate) fn draw() -> Result<Pixmap, Error> {
    let letter: Path = shared::letter()?.elements().flattened(0.5).collect();
    let ellipse = Ellipse::new((220.0, 180.0), (120.0, 10.0)).polygon_of(128);
    let stroked = |path: &Path, width| path.elements().stroked(&Stroke::new(width)).collect();
    // The last one lies on top.
    let layers: [(Path, Color); 4] = [
        (letter.clone(), light(0, 0, 255)),
        (stroked(&letter, 10.0), light(143, 90, 6)),
        (ellipse.clone(), light(51, 0, 151)),
        (stroked(&ellipse, 5.0), light(255, 0, 108)),
    ];
    let mut compound = CompoundRasterizer::new(440, 330);
    for (style, (path, _)) in (0..).zip(&layers) {
        let (left, right) = (Some(style), None);
        compound.add(path, Sides { left, right });
    }
    let seen = Scanlines::record_each(|keep| {
        compound.for_each_layered_span(FillRule::NonZero, LayerOrder::Direct, keep);
    });
    let color = |style: u32| layers.get(style as usize).map(|(_, color)| *color);
    let painted = seen
        .iter()
        .filter_map(|(&style, shape)| Some((shape, color(style)?)));
    shared::y_up((440, 330), Color::WHITE, |surface| {
        background(surface);
        Canvas::new(surface.reborrow()).fill_adjacent(painted)
    })
}

/// Yellow to cyan, and two triangles before it.
fn background(surface: &mut Surface<'_>) {
    for y in 0..330 {
        let (row, _) = surface.row_mut(0, y, 440);
        for (x, pixel) in row.iter_mut().enumerate() {
            let t = (x as f64 / 440.0 * 255.0).round() as u8;
            *pixel = light(255 - t, 255, t).to_rgba8();
        }
    }
    let mut canvas = Canvas::new(surface.reborrow());
    let lower = Path::polygon([(0.0, 0.0), (440.0, 0.0), (440.0, 330.0)]);
    canvas.fill(&lower, FillRule::NonZero, light(0, 100, 0));
    let left = Path::polygon([(0.0, 0.0), (0.0, 330.0), (440.0, 0.0)]);
    canvas.fill(&left, FillRule::NonZero, light(0, 100, 100));
}

fn main() -> Result<(), Error> {
    shared::save("rasterizer_compound", draw())
}
