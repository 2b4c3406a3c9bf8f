//! A glyph's outline as its font stores it: closed contours of on-curve and control points, 26.6.
//!
//! TrueType leaves an on-curve point out when it lies midway between two control points. FreeType
//! turns and moves the stored points first and derives those midpoints last, cutting each
//! half-unit off towards zero, so the stored points are what is kept here:
//!
//! ```text
//!   stored:   ●────────○           ○────────●      ● on the curve   ○ control point
//!   drawn:    ●────────○─────◌─────○────────●      ◌ implied: (a + b) / 2
//! ```

use crate::placement::Matrix;

/// What a stored point is to its contour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tag {
    /// The contour passes through it.
    On,
    /// The control point of a quadratic curve.
    Quad,
    /// One of the two control points of a cubic curve.
    Cubic,
}

/// A stored point in 26.6, y up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Point {
    pub(crate) x: i32,
    pub(crate) y: i32,
    pub(crate) tag: Tag,
}

/// The smallest box around all stored points, control points included, in 26.6, y up.
///
/// An outline without points has the box `0, 0, 0, 0`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct ControlBox {
    pub(crate) x_min: i32,
    pub(crate) y_min: i32,
    pub(crate) x_max: i32,
    pub(crate) y_max: i32,
}

/// The stored points of one glyph, contour after contour.
#[derive(Clone, Debug, Default)]
pub(crate) struct Outline {
    points: Vec<Point>,
    /// One past the last point of each contour.
    ends: Vec<u32>,
    /// The font says that contours overlap, so coverage must not be summed blindly.
    pub(crate) has_overlaps: bool,
}

/// A drawing command with all its midpoints in place, in 26.6.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Command {
    Move((i32, i32)),
    Line((i32, i32)),
    Quad((i32, i32), (i32, i32)),
    Cubic((i32, i32), (i32, i32), (i32, i32)),
}

impl Outline {
    /// The outline with these contours.
    pub(crate) fn from_contours(contours: impl Iterator<Item = Vec<Point>>) -> Self {
        let mut outline = Self::default();
        for contour in contours {
            outline.points.extend(contour);
            outline.ends.push(outline.points.len() as u32);
        }
        outline
    }

    /// True when there is nothing to draw.
    pub(crate) fn is_empty(&self) -> bool {
        self.points.is_empty()
    }

    /// Bytes held by the points.
    pub(crate) fn heap_bytes(&self) -> usize {
        self.points.capacity() * size_of::<Point>() + self.ends.capacity() * size_of::<u32>()
    }

    pub(crate) fn point_count(&self) -> usize {
        self.points.len()
    }

    pub(crate) fn control_box(&self) -> ControlBox {
        let Some(first) = self.points.first() else {
            return ControlBox::default();
        };
        let start = ControlBox {
            x_min: first.x,
            y_min: first.y,
            x_max: first.x,
            y_max: first.y,
        };
        self.points.iter().fold(start, |b, p| ControlBox {
            x_min: b.x_min.min(p.x),
            y_min: b.y_min.min(p.y),
            x_max: b.x_max.max(p.x),
            y_max: b.y_max.max(p.y),
        })
    }

    /// Writes this outline, turned by `matrix`, over `target`, whose memory is reused.
    pub(crate) fn transform_into(&self, matrix: Matrix, target: &mut Self) {
        target.points.clear();
        target.ends.clone_from(&self.ends);
        target.has_overlaps = self.has_overlaps;
        if matrix == Matrix::IDENTITY {
            target.points.extend_from_slice(&self.points);
            return;
        }
        target.points.extend(self.points.iter().map(|p| {
            let (x, y) = matrix.apply(p.x, p.y);
            Point { x, y, tag: p.tag }
        }));
    }

    /// Moves every point.
    pub(crate) fn translate(&mut self, dx: i32, dy: i32) {
        for p in &mut self.points {
            p.x = p.x.wrapping_add(dx);
            p.y = p.y.wrapping_add(dy);
        }
    }

    /// Multiplies every coordinate, for drawing at a finer grid.
    pub(crate) fn scale(&mut self, factor: i32) {
        for p in &mut self.points {
            p.x = p.x.wrapping_mul(factor);
            p.y = p.y.wrapping_mul(factor);
        }
    }

    /// Hands every drawing command to `draw`; contours come out closed, by a line where needed.
    pub(crate) fn decompose(&self, mut draw: impl FnMut(Command)) {
        let mut start = 0;
        for &end in &self.ends {
            let end = end as usize;
            if let Some(contour) = self.points.get(start..end) {
                decompose_contour(contour, &mut draw);
            }
            start = end;
        }
    }
}

/// The middle of two points, each half cut off towards zero.
fn midpoint(a: Point, b: Point) -> (i32, i32) {
    (a.x.wrapping_add(b.x) / 2, a.y.wrapping_add(b.y) / 2)
}

/// A contour starts at its first point if that is on the curve, else at its last point if that
/// is, else midway between the two.
fn decompose_contour(contour: &[Point], draw: &mut impl FnMut(Command)) {
    let (Some(&first), Some(&last)) = (contour.first(), contour.last()) else {
        return;
    };
    let (start, rest) = if first.tag == Tag::On {
        ((first.x, first.y), contour.get(1..))
    } else if last.tag == Tag::On {
        ((last.x, last.y), contour.get(..contour.len() - 1))
    } else {
        (midpoint(first, last), Some(contour))
    };
    draw(Command::Move(start));
    let mut held: [Option<Point>; 2] = [None, None];
    for &point in rest.unwrap_or_default() {
        step(point, &mut held, draw);
    }
    finish(start, held, draw);
}

/// Takes one stored point: draws what it completes, or holds it as a control point.
fn step(point: Point, held: &mut [Option<Point>; 2], draw: &mut impl FnMut(Command)) {
    let to = (point.x, point.y);
    *held = match (point.tag, *held) {
        (Tag::On, [Some(a), Some(b)]) => {
            draw(Command::Cubic((a.x, a.y), (b.x, b.y), to));
            [None, None]
        }
        (Tag::On, [Some(a), None]) => {
            draw(Command::Quad((a.x, a.y), to));
            [None, None]
        }
        (Tag::On, _) => {
            draw(Command::Line(to));
            [None, None]
        }
        (Tag::Quad, [Some(a), _]) => {
            draw(Command::Quad((a.x, a.y), midpoint(a, point)));
            [Some(point), None]
        }
        (Tag::Quad, _) => [Some(point), None],
        (Tag::Cubic, [Some(a), None]) => [Some(a), Some(point)],
        (Tag::Cubic, _) => [Some(point), None],
    };
}

/// Returns to the start of the contour, by whatever curve is still held.
fn finish(start: (i32, i32), held: [Option<Point>; 2], draw: &mut impl FnMut(Command)) {
    match held {
        [Some(a), Some(b)] => draw(Command::Cubic((a.x, a.y), (b.x, b.y), start)),
        [Some(a), None] => draw(Command::Quad((a.x, a.y), start)),
        _ => draw(Command::Line(start)),
    }
}
