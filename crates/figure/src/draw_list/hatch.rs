//! Hatches: each character of a pattern adds lines or shapes to a square that is repeated.
//!
//! ```text
//!  /  lines that rise       -  level lines      o  small rings     .  dots
//!  \  lines that fall       |  upright lines    O  large rings     *  stars
//!  x  both                  +  both             six times each for every character
//! ```

use std::sync::Arc;

use agg_core::{Color, Path, PathEl, Point};
use agg_plot::Hatch;

use crate::artist::{Paint, unit_circle};
use crate::draw_list::build::Plot;
use crate::draw_list::patch::with_points;
use crate::error::{Error, Result};

/// How many lines, or rows of shapes, one character adds.
const DENSITY: usize = 6;
/// A character that is repeated more often adds nothing: its square is full.
const MOST: usize = 64;

impl Plot<'_, '_> {
    /// The `i`-th hatch of a paint, if it has any, over a shape with such an edge.
    pub(super) fn hatch(
        &self,
        paint: &Paint,
        alpha: Option<f64>,
        edge: Color,
        i: usize,
    ) -> Result<Option<Hatch>> {
        let number = i.checked_rem(paint.hatches.len());
        let pattern = number.and_then(|number| paint.hatches.get(number));
        let Some(pattern) = pattern.filter(|pattern| !pattern.is_empty()) else {
            return Ok(None);
        };
        let style = &self.looks.style.hatch;
        let color = match paint.hatchcolor.as_ref().or(style.color.as_ref()) {
            Some(color) => self.looks.color(color, alpha)?,
            None if edge.a > 0.0 => edge,
            None => self.looks.color(&self.looks.style.patch.edgecolor, None)?,
        };
        Ok(Some(Hatch {
            path: Arc::new(square(pattern)?),
            color,
            line_width: style.linewidth,
        }))
    }
}

/// What a pattern puts into the unit square.
fn square(pattern: &str) -> Result<Path> {
    if let Some(unknown) = pattern.chars().find(|&c| !r"-+|/\xXoO.*".contains(c)) {
        return Err(Error::UnknownHatch(unknown));
    }
    let times = |of: &str| pattern.chars().filter(|&c| of.contains(c)).count();
    let count = |of: &str| DENSITY * times(of).min(MOST);
    let mut path = Path::new();
    for at in middles(count("-+")) {
        path.move_to((0.0, at)).line_to((1.0, at));
    }
    for at in middles(count("|+")) {
        path.move_to((at, 0.0)).line_to((at, 1.0));
    }
    for by in around_zero(count("/xX")) {
        path.move_to((by, 0.0 - by)).line_to((1.0 + by, 1.0 - by));
    }
    for by in around_zero(count("\\xX")) {
        path.move_to((by, 1.0 + by)).line_to((1.0 + by, by));
    }
    for (character, size) in [("o", 0.2), ("O", 0.35)] {
        shapes(&mut path, count(character), |offset| ring(offset * size));
    }
    shapes(&mut path, count("."), |offset| {
        scaled(&unit_circle(), offset * 0.1)
    });
    shapes(&mut path, count("*"), |offset| {
        scaled(&star(), offset * (1.0 / 3.0))
    });
    Ok(path)
}

/// The middles of so many parts of 0 to 1.
fn middles(count: usize) -> impl Iterator<Item = f64> {
    let step = 1.0 / count.max(1) as f64;
    (0..count).map(move |i| i as f64 * step + step / 2.0)
}

/// From −½ to ½, one more than `count`; none for none.
fn around_zero(count: usize) -> Vec<f64> {
    if count == 0 {
        Vec::new()
    } else {
        even(-0.5, 0.5, count + 1)
    }
}

/// So many numbers from start to end; the start alone where there is one.
fn even(start: f64, end: f64, count: usize) -> Vec<f64> {
    let steps = count.saturating_sub(1);
    let step = (end - start) / steps.max(1) as f64;
    let at = |i| {
        if i == steps && i > 0 {
            end
        } else {
            i as f64 * step + start
        }
    };
    (0..count).map(at).collect()
}

/// Rows of a shape, every second one moved by half a step.
fn shapes(path: &mut Path, rows: usize, shape: impl Fn(f64) -> Path) {
    if rows == 0 {
        return;
    }
    let offset = 1.0 / rows as f64;
    let shape = shape(offset);
    for row in 0..=rows {
        let columns = if row % 2 == 0 {
            even(0.0, 1.0, rows + 1)
        } else {
            even(offset / 2.0, 1.0 - offset / 2.0, rows)
        };
        for x in columns {
            let y = row as f64 * offset;
            let moved = with_points(&shape, |p| Point::new(p.x + x, p.y + y));
            moved.elements().for_each(|element| push(path, element));
        }
    }
}

fn push(path: &mut Path, element: PathEl) {
    match element {
        PathEl::MoveTo(p) => path.move_to(p),
        PathEl::LineTo(p) => path.line_to(p),
        PathEl::QuadTo(a, p) => path.quad_to(a, p),
        PathEl::CurveTo(a, b, p) => path.cubic_to(a, b, p),
        PathEl::Close => path.close(),
    };
}

fn scaled(path: &Path, by: f64) -> Path {
    with_points(path, |p| Point::new(p.x * by, p.y * by))
}

/// A circle, and a smaller one the other way round, so that a ring is filled.
fn ring(radius: f64) -> Path {
    let mut ring = scaled(&unit_circle(), radius);
    let inner = scaled(&ring, 0.9);
    let back: Vec<Point> = inner.points().iter().rev().copied().collect();
    if let Some(&start) = back.first() {
        ring.move_to(start);
    }
    // matplotlib counts the start twice, so each control point comes one too early.
    for cubic in back.chunks_exact(3) {
        if let [a, b, end] = cubic {
            ring.cubic_to(*a, *b, *end);
        }
    }
    ring.close();
    ring
}

/// A star of five points and radius 1, one of them on top.
fn star() -> Path {
    let inner = 0.5;
    let corner = |i: u32| {
        let radius = if i.is_multiple_of(2) { 1.0 } else { inner };
        let angle = std::f64::consts::TAU / 10.0 * f64::from(i) + std::f64::consts::FRAC_PI_2;
        let (sin, cos) = libm::sincos(angle);
        Point::new(radius * cos, radius * sin)
    };
    Path::polygon((0..10).map(corner))
}
