//! A curve cut into segments that suit a thick pen: they follow its turns, not only its place.
//!
//! ```text
//! cargo run -p agg-core --example bezier_div
//! ```

mod shared;

use agg_core::{
    Canvas, Cap, Color, Ellipse, Error, FillRule, Flatten, InnerJoin, Join, Path, PathIterator,
    Pixmap, Stroke, StrokeFont,
};

/// What AGG's demo measures of this curve at five scales.
const ERRORS: &str = include_str!("data/bezier_div.txt");

pub(crate) fn draw() -> Result<Pixmap, Error> {
    let mut curve = Path::polyline([(170.0, 424.0)]);
    curve.cubic_to((13.0, 87.0), (488.0, 423.0), (26.0, 333.0));
    let fine = Flatten::new(0.5).with_angle_tolerance(15.0_f64.to_radians());
    let line: Path = curve.elements().flattened(fine).collect();
    let pen = Stroke::new(50.0)
        .with_join(Join::MiterRevert)
        .with_inner_join(InnerJoin::Round);
    let outline: Path = line.elements().stroked(&pen).collect();
    let label = format!(
        "Num Points={} Time=0.00mks\n\n{ERRORS}",
        line.points().len()
    );
    let label = StrokeFont::new(-8.0).path(&label, (10.0, 85.0));
    let round = Stroke::new(1.5).with_join(Join::Round).with_cap(Cap::Round);

    let paper = Color::new(1.0, 1.0, 0.95, 1.0);
    let translucent = Color::BLACK.with_alpha(0.5);
    shared::y_up((655, 520), paper, |surface| {
        let mut canvas = Canvas::new(surface.reborrow());
        canvas.fill(&outline, FillRule::NonZero, Color::new(0.0, 0.5, 0.0, 0.5));
        for &vertex in line.points() {
            let dot = Ellipse::new(vertex, (1.5, 1.5)).polygon_of(8);
            canvas.fill(&dot, FillRule::NonZero, translucent);
        }
        canvas.stroke(&outline, &Stroke::new(1.0), translucent);
        canvas.stroke(&label, &round, Color::BLACK);
    })
}

fn main() -> Result<(), Error> {
    shared::save("bezier_div", draw())
}
