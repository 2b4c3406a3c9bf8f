//! A drawing whose every line bounds one area on its left and another on its right: all areas in
//! one pass, and no seam between them.
//!
//! ```text
//! cargo run -p agg-core --example flash_rasterizer
//! ```

mod shared;

use agg_core::{
    Affine, Aspect, Canvas, Cap, Color, CompoundRasterizer, Error, FillRule, Join, LayerOrder,
    Path, PathIterator, Pixmap, Point, Rect, Scanlines, Sides, Stroke, StrokeFont, Viewport,
};

/// A line of the drawing.
#[derive(Clone, Debug)]
struct Boundary {
    path: Path,
    sides: Sides,
    inked: bool,
}

pub(crate) fn draw() -> Result<Pixmap, Error> {
    let creature = creature()?;
    let mut compound = CompoundRasterizer::new(655, 520);
    for Boundary { path, sides, .. } in &creature {
        compound.add(path, *sides);
    }
    let areas = Scanlines::record_each(|keep| {
        compound.for_each_span(FillRule::NonZero, LayerOrder::Direct, keep);
    });
    let colors = colors();
    let painted = areas
        .iter()
        .filter_map(|(&style, area)| Some((area, *colors.get(style as usize)?)));

    let mut picture = Pixmap::new(655, 520)?;
    let mut canvas = Canvas::new(&mut picture);
    canvas.clear(Color::new(1.0, 1.0, 0.95, 1.0));
    canvas.fill_adjacent(painted)?;
    let pen = Stroke::new(1.0).with_join(Join::Round).with_cap(Cap::Round);
    for line in creature.iter().filter(|line| line.inked) {
        canvas.stroke(&line.path, &pen, Color::from_rgba8(0, 0, 0, 128));
    }
    // AGG's demo is taken to need a millisecond for each half.
    let label = "Fill=1.00ms (1000FPS) Stroke=1.00ms (1000FPS) Total=2.00ms (500FPS)\n\n\
                 Space: Next Shape\n\n\
                 +/- : ZoomIn/ZoomOut (with respect to the mouse pointer)";
    let label = StrokeFont::new(8.0).path(label, (10.0, 20.0));
    canvas.stroke(&label, &Stroke::new(1.6).with_cap(Cap::Round), Color::BLACK);
    Ok(picture)
}

/// The lines, curves flattened, where they fill the picture.
fn creature() -> Result<Vec<Boundary>, Error> {
    let lines = include_str!("data/creature.txt").lines();
    let mut creature = lines.map(boundary).collect::<Result<Vec<_>, _>>()?;
    let points = creature.iter().flat_map(|line| line.path.points());
    let place = place(Rect::bounding(points.copied()).unwrap_or_default());
    for line in &mut creature {
        let fine = line.path.elements().flattened(0.5 / place.mean_scale());
        line.path = fine.transformed(place).collect();
    }
    Ok(creature)
}

/// The middle of the sheet, as large as there.
fn place(bounds: Rect) -> Affine {
    let window = [
        Point::new(bounds.x0, bounds.y0),
        Point::new(bounds.x1, bounds.y1),
    ];
    let sheet = [Point::ORIGIN, Point::new(655.0, 520.0)];
    let view = Viewport::new(window, sheet);
    view.map_or(Affine::IDENTITY, |view| {
        view.with_aspect(Aspect::Meet, (0.5, 0.5)).to_affine()
    })
}

/// Three styles, those on the left and on the right and that of the line itself, and a path; -1 is
/// no style.
fn boundary(line: &str) -> Result<Boundary, Error> {
    let mut words = line.splitn(4, ' ');
    let [left, right, ink] =
        [(); 3].map(|()| words.next().and_then(|style| style.parse::<u32>().ok()));
    Ok(Boundary {
        path: Path::from_svg(words.next().unwrap_or_default())?,
        sides: Sides { left, right },
        inked: ink.is_some(),
    })
}

/// A hundred colours, all a little translucent.
fn colors() -> Vec<Color> {
    let mut chance = shared::Chance::new();
    let color = |_| {
        let [b, g, r] = [(); 3].map(|()| chance.next() as u8);
        shared::light(r, g, b).with_alpha(230.0 / 255.0)
    };
    (0..100).map(color).collect()
}

fn main() -> Result<(), Error> {
    shared::save("flash_rasterizer", draw())
}
