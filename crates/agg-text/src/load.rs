//! Scaling and hinting a glyph, and getting its stored points back.
//!
//! The outline reader has derived the implied midpoints already by the time it reports a path. The
//! stored points are recovered by walking the reported path along the glyph's own flags, which say
//! of each stored point whether it is on the curve:
//!
//! ```text
//! flags   1  0  0  1       reported   M a   Q b m   Q c d       stored   a  b  c  d
//! points  a  b  c  d                  (m is implied)
//! ```

use skrifa::raw::TableProvider;
use skrifa::raw::tables::glyf::outline::{Outline as GlyfPoints, OutlineTables, Unscaled};
use skrifa::raw::tables::glyf::{Anchor, Glyph as GlyfGlyph, Transform};
use skrifa::raw::types::GlyphId as RawGlyphId;
use skrifa::{DrawMemory, PathSink, ScalerFont};

use crate::font::{Font, GlyphBox, GlyphId};
use crate::outline::{Command, Outline, Point, Tag};
use crate::{Error, FontSize};

/// Coordinates beyond this (2^20 pixels) would overflow the arithmetic downstream.
const MAX_COORDINATE: f32 = 1_048_576.0;

/// Glyphs made of glyphs made of glyphs … beyond which nothing is followed.
const DEEPEST: usize = 8;

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

impl Font {
    /// The room that a glyph takes at `size` without hinting, and without rounding the size to
    /// whole pixels; `None` where the font has no such glyph.
    ///
    /// Mathematics is laid out by this, because its parts must keep their proportions.
    ///
    /// ```
    /// let font = agg_text::Font::dejavu_sans();
    /// let size = agg_text::FontSize::from_points(10.0, 100.0)?;
    /// let one = font.glyph_for('1').and_then(|glyph| font.glyph_box(glyph, size));
    /// assert_eq!(one.map(|one| (one.bottom, one.top)), Some((0.0, 648.0 / 64.0)));
    /// # Ok::<(), agg_text::Error>(())
    /// ```
    #[must_use]
    pub fn glyph_box(&self, glyph: GlyphId, size: FontSize) -> Option<GlyphBox> {
        let parsed = self.parsed().ok()?;
        let metrics = parsed.glyph_metrics();
        let id = RawGlyphId::new(glyph.0);
        metrics.extents(id)?;
        let scale = self.scale(size);
        let [left, bottom, right, top] = self.control_box(glyph, scale, 0)?;
        Some(GlyphBox {
            advance: (f64::from(metrics.h_advance(id)) * scale / 64.0).round() / 65_536.0,
            left: left / 64.0,
            bottom: bottom / 64.0,
            right: right / 64.0,
            top: top / 64.0,
        })
    }

    /// The box around a glyph's points, which may lie beyond its curves and beyond the box that the
    /// font states: left, bottom, right, top in 26.6. Points are rounded to that, and so are the
    /// shifts of the parts of a glyph that is put together from others.
    fn control_box(&self, glyph: GlyphId, scale: f64, depth: usize) -> Option<[f64; 4]> {
        let parsed = self.parsed().ok()?;
        let scaled = |units: f64| (units * scale / 65_536.0).round();
        if let Some(parts) = self.parts(glyph).filter(|_| depth < DEEPEST) {
            let mut all: Option<[f64; 4]> = None;
            for (part, x, y) in parts {
                let (x, y) = (scaled(f64::from(x)), scaled(f64::from(y)));
                let [x0, y0, x1, y1] = self.control_box(part, scale, depth + 1)?;
                let own = [x0 + x, y0 + y, x1 + x, y1 + y];
                all = Some(all.map_or(own, |[a, b, c, d]| {
                    let [e, f, g, h] = own;
                    [a.min(e), b.min(f), c.max(g), d.max(h)]
                }));
            }
            return all;
        }
        let unscaled = ScalerFont::force_unhinted(parsed.clone(), None);
        let ink = load(&unscaled, glyph).ok()?.outline.control_box();
        let edges = [ink.x_min, ink.y_min, ink.x_max, ink.y_max];
        Some(edges.map(|units| scaled(f64::from(units) / 64.0)))
    }

    /// The glyphs that a glyph is put together from, shifted; `None` for one that is drawn itself,
    /// and for parts that are turned, scaled, or put point to point.
    fn parts(&self, glyph: GlyphId) -> Option<Vec<(GlyphId, i16, i16)>> {
        let tables = self.parsed().ok()?.tables();
        let (loca, glyf) = (tables.loca(None).ok()?, tables.glyf().ok()?);
        let found = loca.get_glyf(RawGlyphId::new(glyph.0), &glyf).ok()??;
        let GlyfGlyph::Composite(composite) = found else {
            return None;
        };
        let parts = composite.components().map(|part| match part.anchor {
            Anchor::Offset { x, y } if part.transform == Transform::default() => {
                Some((GlyphId(part.glyph.to_u32()), x, y))
            }
            _ => None,
        });
        parts.collect()
    }
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
    let flags = contour_flags(scaler, raw);
    Outline::from_contours(path.iter().enumerate().map(|(index, contour)| {
        let mut points = Vec::new();
        let on_curve = flags.get(index).map(Vec::as_slice);
        // Hinting may flip flags in theory; then the path alone is followed, point by point.
        if !on_curve.is_some_and(|flags| walk(contour, flags, &mut points)) {
            points.clear();
            explicit_points(contour, &mut points);
        }
        points
    }))
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
