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
//!
//! The outline reader has derived the midpoints already by the time it reports a path. The stored
//! points are recovered by walking the reported path along the glyph's own flags, which say of
//! each stored point whether it is on the curve.

use skrifa::raw::tables::glyf::outline::{Outline as GlyfPoints, OutlineTables, Unscaled};
use skrifa::raw::types::GlyphId as RawGlyphId;
use skrifa::{DrawMemory, PathSink, ScalerFont};

use crate::Error;
use crate::font::GlyphId;
use crate::placement::Matrix;

/// Coordinates beyond this (2^20 pixels) would overflow the arithmetic downstream.
const MAX_COORDINATE: f32 = 1_048_576.0;

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
    #[cfg(test)]
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

/// A glyph at one size: its outline and how far it moves the pen.
#[derive(Clone, Debug)]
pub(crate) struct ScaledGlyph {
    pub(crate) outline: Outline,
    /// Horizontal advance in 26.6, as hinting left it; `None` when the outline does not say.
    pub(crate) advance: Option<i32>,
}

/// Scales and hints glyph `id`, giving back its stored points.
///
/// A glyph without an outline (a space) is empty; a broken one is an error.
pub(crate) fn load(scaler: &ScalerFont, id: GlyphId) -> Result<ScaledGlyph, Error> {
    let raw = RawGlyphId::new(id.0);
    let Some(glyph) = scaler.outline(raw) else {
        return Ok(ScaledGlyph {
            outline: Outline::default(),
            advance: None,
        });
    };
    let mut path = Path::default();
    let broken = Error::Glyph { id: id.0 };
    let metrics = glyph
        .draw(DrawMemory::Scratch, &mut path)
        .map_err(|_| broken.clone())?;
    if path.is_wild {
        return Err(broken);
    }
    let mut outline = stored_points(scaler, raw, &path.contours);
    outline.has_overlaps = metrics.has_overlaps;
    let advance = metrics
        .h_advance
        .map(|advance| (advance * 64.0).round() as i32);
    Ok(ScaledGlyph { outline, advance })
}

/// Collects a reported path in 26.6, one list of commands for each contour.
#[derive(Debug, Default)]
struct Path {
    contours: Vec<Vec<Command>>,
    is_wild: bool,
}

impl Path {
    fn fixed(&mut self, x: f32, y: f32) -> (i32, i32) {
        if !(x.abs() <= MAX_COORDINATE && y.abs() <= MAX_COORDINATE) {
            self.is_wild = true;
            return (0, 0);
        }
        ((x * 64.0).round() as i32, (y * 64.0).round() as i32)
    }

    fn push(&mut self, command: Command) {
        if let Some(contour) = self.contours.last_mut() {
            contour.push(command);
        }
    }
}

impl PathSink for Path {
    fn move_to(&mut self, x: f32, y: f32) {
        let to = self.fixed(x, y);
        self.contours.push(vec![Command::Move(to)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let to = self.fixed(x, y);
        self.push(Command::Line(to));
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        let (control, to) = (self.fixed(cx, cy), self.fixed(x, y));
        self.push(Command::Quad(control, to));
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        let (a, b, to) = (self.fixed(ax, ay), self.fixed(bx, by), self.fixed(x, y));
        self.push(Command::Cubic(a, b, to));
    }

    fn close(&mut self) {}
}

/// The stored points behind a reported path.
fn stored_points(scaler: &ScalerFont, raw: RawGlyphId, path: &[Vec<Command>]) -> Outline {
    let mut outline = Outline::default();
    let flags = contour_flags(scaler, raw);
    for (index, contour) in path.iter().enumerate() {
        let start = outline.points.len();
        let on_curve = flags.get(index).map(Vec::as_slice);
        // Hinting may flip flags in theory; then the path alone is followed, point by point.
        let walked = on_curve.is_some_and(|flags| walk(contour, flags, &mut outline.points));
        if !walked {
            outline.points.truncate(start);
            explicit_points(contour, &mut outline.points);
        }
        outline.ends.push(outline.points.len() as u32);
    }
    outline
}

/// For each contour of a TrueType glyph, which of its stored points are on the curve.
fn contour_flags(scaler: &ScalerFont, raw: RawGlyphId) -> Vec<Vec<bool>> {
    let mut points = GlyfPoints::<Unscaled>::new();
    let Ok(tables) = OutlineTables::new(&scaler.font().tables()) else {
        return Vec::new();
    };
    let Ok(loaded) = points.load(&tables, raw) else {
        return Vec::new();
    };
    let flags: Vec<bool> = loaded
        .flags()
        .iter()
        .map(|flag| flag.is_on_curve())
        .collect();
    let mut start = 0;
    let mut contours = Vec::with_capacity(loaded.contours().len());
    for &last in loaded.contours() {
        let end = usize::from(last) + 1;
        contours.push(flags.get(start..end).unwrap_or_default().to_vec());
        start = end;
    }
    contours
}

/// Follows `contour` along the flags of its stored points; false when the two do not fit.
fn walk(contour: &[Command], on_curve: &[bool], points: &mut Vec<Point>) -> bool {
    let (Some(&Command::Move(start)), Some(&first), Some(&last)) =
        (contour.first(), on_curve.first(), on_curve.last())
    else {
        return false;
    };
    let explicit = Point {
        x: start.0,
        y: start.1,
        tag: Tag::On,
    };
    let rest = match (first, last) {
        (true, _) => on_curve.get(1..),
        (false, true) => on_curve.get(..on_curve.len() - 1),
        (false, false) => Some(on_curve),
    };
    if first {
        points.push(explicit);
    }
    let commands = contour.get(1..).unwrap_or_default().iter().copied();
    let fits = walk_rest(commands, rest.unwrap_or_default(), points);
    if !first && last {
        points.push(explicit);
    }
    fits
}

/// The points after the start: a control point takes one curve, a point on the curve takes the
/// end of the curve before it or a line of its own.
fn walk_rest(
    mut commands: impl Iterator<Item = Command>,
    on_curve: &[bool],
    points: &mut Vec<Point>,
) -> bool {
    let mut curve_end = None;
    for &on in on_curve {
        if !on {
            let Some(Command::Quad(control, to)) = commands.next() else {
                return false;
            };
            points.push(Point {
                x: control.0,
                y: control.1,
                tag: Tag::Quad,
            });
            curve_end = Some(to);
            continue;
        }
        let to = match curve_end.take() {
            Some(to) => to,
            None => match commands.next() {
                Some(Command::Line(to)) => to,
                _ => return false,
            },
        };
        points.push(Point {
            x: to.0,
            y: to.1,
            tag: Tag::On,
        });
    }
    // All that may be left is the line back to the start.
    !matches!(
        commands.next(),
        Some(Command::Quad(..) | Command::Cubic(..) | Command::Move(_))
    )
}

/// Every point of `contour` as it was reported, none of them implied.
fn explicit_points(contour: &[Command], points: &mut Vec<Point>) {
    let point = |(x, y): (i32, i32), tag| Point { x, y, tag };
    for &command in contour {
        match command {
            Command::Move(to) | Command::Line(to) => points.push(point(to, Tag::On)),
            Command::Quad(a, to) => points.extend([point(a, Tag::Quad), point(to, Tag::On)]),
            Command::Cubic(a, b, to) => {
                points.extend([
                    point(a, Tag::Cubic),
                    point(b, Tag::Cubic),
                    point(to, Tag::On),
                ]);
            }
        }
    }
}
