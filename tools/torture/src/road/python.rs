//! matplotlib's renderer of the Python package, called by Python itself: a program in another
//! language, which is told the case in lines of words and runs of numbers.
//!
//! ```text
//! width height may-be-refused operations probes paths
//! fill path a b c d e f r g b a
//! stroke path width cap join offset lengths… ; a b c d e f r g b a
//! clip path a b c d e f                unclip
//! x y low high                         (a probe)
//! elements vertices, a new line, a byte for each vertex, two numbers of eight bytes for each
//! ```

use super::{Road, plot};
use crate::case::{Case, Ink, Op};
use agg_core::{Affine, Cap, Join, Path, PathEl};
use std::io::{self, Write};
use std::path::PathBuf;

/// The variable that names a Python which has matplotlib and the package.
pub const PYTHON: &str = "TORTURE_PYTHON";

/// The Python that [`PYTHON`] names.
#[must_use]
pub fn interpreter() -> Option<PathBuf> {
    std::env::var_os(PYTHON).map(PathBuf::from)
}

/// Writes a case for the program.
///
/// # Errors
///
/// Where it cannot be written.
pub fn spell(case: &Case, out: &mut impl Write) -> io::Result<()> {
    let may_refuse = !case.must_be_drawn() || Road::Python.may_refuse(case);
    writeln!(
        out,
        "{} {} {} {} {} {}",
        case.width,
        case.height,
        u8::from(may_refuse),
        case.ops.len(),
        case.probes.len(),
        case.paths.len()
    )?;
    case.ops.iter().try_for_each(|op| operation(op, out))?;
    for probe in &case.probes {
        writeln!(out, "{} {} {} {}", probe.x, probe.y, probe.low, probe.high)?;
    }
    case.paths.iter().try_for_each(|path| outline(path, out))
}

fn operation(op: &Op, out: &mut impl Write) -> io::Result<()> {
    match op {
        Op::Fill {
            path, map, paint, ..
        } => {
            write!(out, "fill {path}")?;
            numbers(map, out)?;
            color(paint, out)
        }
        Op::Stroke {
            path,
            pen,
            map,
            paint,
        } => {
            let scale = map.mean_scale();
            let cap = match pen.cap {
                Cap::Round => "round",
                Cap::Square => "projecting",
                _ => "butt",
            };
            let join = match pen.join {
                Join::Round => "round",
                Join::Bevel => "bevel",
                _ => "miter",
            };
            write!(out, "stroke {path} {} {cap} {join}", pen.width * scale)?;
            write!(out, " {}", pen.dash_offset * scale)?;
            for length in &pen.dashes {
                write!(out, " {}", length * scale)?;
            }
            write!(out, " ;")?;
            numbers(map, out)?;
            color(paint, out)
        }
        Op::Clip { path, map, .. } => {
            write!(out, "clip {path}")?;
            numbers(map, out)?;
            writeln!(out)
        }
        Op::Unclip => writeln!(out, "unclip"),
    }
}

fn numbers(map: &Affine, out: &mut impl Write) -> io::Result<()> {
    map.coefficients()
        .iter()
        .try_for_each(|v| write!(out, " {v}"))
}

fn color(ink: &Ink, out: &mut impl Write) -> io::Result<()> {
    let [r, g, b, a] = plot::color(ink).to_rgba8();
    writeln!(out, " {r} {g} {b} {a}")
}

/// matplotlib's codes: a curve's is at each of its points.
fn outline(path: &Path, out: &mut impl Write) -> io::Result<()> {
    let (mut codes, mut vertices) = (Vec::new(), Vec::new());
    let mut put = |code: u8, points: &[agg_core::Point]| {
        codes.extend(points.iter().map(|_| code));
        for point in points {
            vertices.extend([point.x.to_le_bytes(), point.y.to_le_bytes()].concat());
        }
    };
    for element in path.elements() {
        match element {
            PathEl::MoveTo(p) => put(1, &[p]),
            PathEl::LineTo(p) => put(2, &[p]),
            PathEl::QuadTo(a, p) => put(3, &[a, p]),
            PathEl::CurveTo(a, b, p) => put(4, &[a, b, p]),
            PathEl::Close => put(79, &[agg_core::Point::new(0.0, 0.0)]),
        }
    }
    writeln!(out, "{}", codes.len())?;
    out.write_all(&codes)?;
    out.write_all(&vertices)
}
