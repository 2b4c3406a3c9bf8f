//! Paths through a map that takes a rectangle to any four corners.
//!
//! ```text
//! cargo run -p agg-core --example perspective
//! ```

mod shared;

use agg_core::{
    Bilinear, Canvas, Color, Ellipse, Error, FillRule, Path, PathIterator, Pixmap, Point, Rect,
    Stroke,
};

pub(crate) fn draw() -> Result<Pixmap, Error> {
    let mut lion = shared::lion()?;
    let all = lion.iter().flat_map(|(_, path)| path.elements());
    let bounds = all.bounding_box().unwrap_or_default();
    let Rect { x0, y0, x1, y1 } = bounds;
    for (_, path) in &mut lion {
        path.flip_x(x0, x1).flip_y(y0, y1);
    }
    let (dx, dy) = (300.0 - (x1 - x0) / 2.0, 300.0 - (y1 - y0) / 2.0);
    let quad = bounds.corners().map(|p| Point::new(p.x + dx, p.y + dy));
    let map = Bilinear::from_rect(bounds, quad);
    let middle = ((x0 + x1) * 0.5, (y0 + y1) * 0.5);
    let ellipse = Ellipse::new(middle, ((x1 - x0) * 0.5, (y1 - y0) * 0.5)).polygon_of(200);
    let ring: Path = ellipse.elements().stroked(&Stroke::new(3.0)).collect();

    shared::y_up((600, 600), Color::WHITE, |surface| {
        let mut canvas = Canvas::new(surface.reborrow());
        let mut fill = |path: &Path, color| canvas.fill(path, FillRule::NonZero, color);
        if let Some(map) = map {
            let through = |path: &Path| path.elements().transformed(map).collect();
            for (color, path) in &lion {
                fill(&through(path), *color);
            }
            fill(&through(&ellipse), Color::new(0.5, 0.3, 0.0, 0.3));
            fill(&through(&ring), Color::new(0.0, 0.3, 0.2, 1.0));
        }
        fill(&shared::handles(&quad), Color::new(0.0, 0.3, 0.5, 0.6));
    })
}

fn main() -> Result<(), Error> {
    shared::save("perspective", draw())
}
