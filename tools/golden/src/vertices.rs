//! The vertices that a geometry stage puts out, compared by the bits of each `f64`.
//!
//! A list is text, one vertex per line: `M x y`, `L x y`, or `Z`, where x and y
//! are the 16 hexadecimal digits of the `f64`. What follows a `#` is for readers.
//!
//! ```text
//! M 4024000000000000 4034000000000000 # 10 20
//! L 4059000000000000 4049000000000000 # 100 50
//! Z
//! ```

use std::fmt;
use std::path::Path;

use crate::Error;

/// One command of a flattened path, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Vertex {
    /// Starts a subpath at x, y.
    MoveTo(f64, f64),
    /// Draws a line to x, y.
    LineTo(f64, f64),
    /// Closes the subpath.
    Close,
}

impl fmt::Display for Vertex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MoveTo(x, y) => write!(f, "M {x:?} {y:?}"),
            Self::LineTo(x, y) => write!(f, "L {x:?} {y:?}"),
            Self::Close => write!(f, "Z"),
        }
    }
}

/// How many representable `f64` values two coordinates may lie apart.
///
/// `Ulps(0)` asks for the same bits (and +0 differs from −0); anything else
/// deserves a sentence at the call that says why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ulps(pub u64);

/// How a list of vertices differs from what was expected.
#[derive(Clone, Debug, PartialEq)]
pub struct VertexDifference {
    /// How many places differ, including those that only one list has.
    pub count: usize,
    /// How many vertices were expected.
    pub of: usize,
    /// Index of the first difference.
    pub first: usize,
    /// What was expected there, `None` past the end.
    pub expected: Option<Vertex>,
    /// What is there, `None` past the end.
    pub actual: Option<Vertex>,
    /// Whether the lists differ in coordinates only.
    pub same_commands: bool,
    /// The largest distance among coordinates of vertices of the same kind.
    pub largest: Ulps,
}

impl fmt::Display for VertexDifference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let show = |vertex: Option<Vertex>| vertex.map_or("the end".into(), |v| v.to_string());
        write!(
            f,
            "{} of {} vertices differ (coordinates by at most {} ulps); vertex {} is {} instead of {}",
            self.count,
            self.of,
            self.largest.0,
            self.first,
            show(self.actual),
            show(self.expected),
        )
    }
}

/// `None` when the lists agree within `allowed` at every place, else how they differ.
pub fn compare_vertices(
    expected: &[Vertex],
    actual: &[Vertex],
    allowed: Ulps,
) -> Option<VertexDifference> {
    let mut found: Option<VertexDifference> = None;
    for i in 0..expected.len().max(actual.len()) {
        let (e, a) = (expected.get(i).copied(), actual.get(i).copied());
        let distance = e.zip(a).and_then(|(e, a)| distance(e, a));
        if distance.is_some_and(|ulps| ulps <= allowed) {
            continue;
        }
        let difference = found.get_or_insert(VertexDifference {
            count: 0,
            of: expected.len(),
            first: i,
            expected: e,
            actual: a,
            same_commands: true,
            largest: Ulps(0),
        });
        difference.count += 1;
        difference.same_commands &= distance.is_some();
        difference.largest = difference.largest.max(distance.unwrap_or(Ulps(0)));
    }
    found
}

/// The larger of the distances in x and in y; `None` between different commands.
fn distance(a: Vertex, b: Vertex) -> Option<Ulps> {
    match (a, b) {
        (Vertex::MoveTo(ax, ay), Vertex::MoveTo(bx, by))
        | (Vertex::LineTo(ax, ay), Vertex::LineTo(bx, by)) => {
            Some(Ulps(ulps_between(ax, bx).max(ulps_between(ay, by))))
        }
        (Vertex::Close, Vertex::Close) => Some(Ulps(0)),
        _ => None,
    }
}

/// Counts the steps from one `f64` to another along the number line, where −0
/// comes one step before +0.
fn ulps_between(a: f64, b: f64) -> u64 {
    let rank = |value: f64| {
        let bits = value.to_bits();
        if bits >> 63 == 0 {
            bits | 1 << 63
        } else {
            !bits
        }
    };
    rank(a).abs_diff(rank(b))
}

/// The vertices of a list in the form that the module describes.
///
/// # Errors
///
/// [`Error::NotAVertex`] for the first line that does not have that form.
pub fn parse_vertices(text: &str) -> Result<Vec<Vertex>, Error> {
    text.lines()
        .enumerate()
        .map(|(i, line)| {
            parse_line(line).ok_or_else(|| Error::NotAVertex {
                line: i + 1,
                text: line.into(),
            })
        })
        .collect()
}

fn parse_line(line: &str) -> Option<Vertex> {
    let mut words = line.split('#').next()?.split_whitespace();
    let mut word = || words.next();
    let vertex = match word()? {
        "M" => Vertex::MoveTo(parse_f64(word()?)?, parse_f64(word()?)?),
        "L" => Vertex::LineTo(parse_f64(word()?)?, parse_f64(word()?)?),
        "Z" => Vertex::Close,
        _ => return None,
    };
    word().is_none().then_some(vertex)
}

fn parse_f64(digits: &str) -> Option<f64> {
    (digits.len() == 16).then_some(())?;
    u64::from_str_radix(digits, 16).ok().map(f64::from_bits)
}

/// The vertices in a file of that form.
///
/// # Errors
///
/// [`Error::Io`] when the file cannot be read, [`Error::NotAVertex`] when a line
/// is not a vertex.
pub fn read_vertices(path: &Path) -> Result<Vec<Vertex>, Error> {
    let text = std::fs::read_to_string(path).map_err(|source| Error::Io {
        path: path.into(),
        source,
    })?;
    parse_vertices(&text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_parsed_by_its_bits() {
        let text = "M 4024000000000000 c034000000000000 # 10 -20\nL 8000000000000000 \
                    3ff0000000000001\nZ\n";
        let vertices = parse_vertices(text).unwrap();
        assert_eq!(
            vertices,
            [
                Vertex::MoveTo(10.0, -20.0),
                Vertex::LineTo(-0.0, 1.0 + f64::EPSILON),
                Vertex::Close
            ]
        );
    }

    #[test]
    fn a_bad_line_is_named() {
        for bad in ["Q", "M 4024000000000000", "L 40 40", "Z 0", ""] {
            let text = format!("Z\n{bad}\n");
            assert!(
                matches!(
                    parse_vertices(&text),
                    Err(Error::NotAVertex { line: 2, .. })
                ),
                "{bad:?}"
            );
        }
    }

    #[test]
    fn one_ulp_is_a_difference_unless_it_is_allowed() {
        let expected = [Vertex::MoveTo(1.0, 2.0)];
        let actual = [Vertex::MoveTo(1.0 + f64::EPSILON, 2.0)];
        let difference = compare_vertices(&expected, &actual, Ulps(0)).unwrap();
        assert_eq!((difference.count, difference.largest), (1, Ulps(1)));
        assert_eq!(compare_vertices(&expected, &actual, Ulps(1)), None);
    }

    #[test]
    fn zeros_of_both_signs_differ() {
        assert_eq!(ulps_between(0.0, -0.0), 1);
        assert_eq!(ulps_between(f64::from_bits(1), -f64::from_bits(1)), 3);
    }

    #[test]
    fn a_missing_vertex_is_a_difference() {
        let expected = [Vertex::MoveTo(1.0, 2.0), Vertex::Close];
        let difference = compare_vertices(&expected, &expected[..1], Ulps(9)).unwrap();
        assert_eq!((difference.first, difference.actual), (1, None));
        assert!(compare_vertices(&expected[..1], &expected, Ulps(9)).is_some());
    }

    #[test]
    fn another_command_is_a_difference_whatever_is_allowed() {
        let expected = [Vertex::MoveTo(1.0, 2.0)];
        let actual = [Vertex::LineTo(1.0, 2.0)];
        let difference = compare_vertices(&expected, &actual, Ulps(u64::MAX)).unwrap();
        assert!(!difference.same_commands);
    }
}
