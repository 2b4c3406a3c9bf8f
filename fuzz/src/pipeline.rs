//! Fills and strokes a drawing by both roads: the canvas, and the pipeline under it. Filling twice
//! must give the same spans.

use crate::{Map, Outline, Pen};
use agg_core::{Canvas, Color, FillRule, PathIterator, Pixmap, Rasterizer};
use arbitrary::Arbitrary;

#[derive(Debug, Arbitrary)]
pub struct Drawing {
    outline: Outline,
    map: Map,
    pen: Pen,
}

pub fn run(drawing: &Drawing) {
    let path = drawing.outline.path();
    let stroke = drawing.pen.stroke();
    let transform = drawing.map.affine();
    let Ok(mut pixmap) = Pixmap::new(64, 48) else {
        return;
    };
    let mut canvas = Canvas::new(&mut pixmap);
    canvas.fill(&path, FillRule::NonZero, Color::BLACK.with_alpha(0.5));
    canvas.stroke(&path, &stroke, Color::WHITE);
    canvas
        .with_transform(transform)
        .stroke(&path, &stroke, Color::BLACK);

    let mut rasterizer = Rasterizer::new(64, 48);
    rasterizer.add(path.elements().flattened(0.5).transformed(transform));
    let spans = |rasterizer: &mut Rasterizer| -> Vec<String> {
        rasterizer
            .sweep(FillRule::EvenOdd)
            .map(|span| format!("{span:?}"))
            .collect()
    };
    assert_eq!(spans(&mut rasterizer), spans(&mut rasterizer));
}
