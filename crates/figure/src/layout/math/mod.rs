//! Mathematics between dollar signs.
//!
//! ```text
//!   $\mathdefault{2\times10^{-3}}$
//!                       ┌── x ──┐
//!   ┌─┐ ┌─┐ ┌─┐┌─┐ kern │┌─┐┌─┐│  ┬ raised by 845.8 units of the em
//!   │2│ │×│ │1││0│      └┴─┴┴─┴┘  │ and 0.7 times as large
//!   └─┘ └─┘ └─┘└─┘ ───────────────┴ baseline
//!
//!   text ─► boxes within boxes ─► characters and bars in their places
//!           read.rs, build.rs     node.rs
//! ```
//!
//! These are TeX's boxes, with matplotlib's measures and faces: letters of mathematics lean, and
//! signs that come in several sizes have faces of their own (`font.rs`). What cannot be read, or has
//! a character that no face has, is an error that says where.

mod build;
mod font;
mod node;
mod read;
mod stix;
mod symbols;

use agg_core::{Affine, Path, PathIterator};
use agg_text::{Font, FontSize, GlyphId};

use crate::error::{Error, Result};
use crate::layout::math::build::Setter;
use crate::layout::math::font::Letters;
use crate::layout::math::node::{Char, List, Node};
use crate::layout::math::symbols::Class;
use crate::typeface::Face;

pub(crate) use font::Faces;

/// A character in its place.
#[derive(Clone, Debug)]
pub(crate) struct Placed {
    pub(crate) font: Font,
    pub(crate) glyph: GlyphId,
    pub(crate) character: char,
    pub(crate) size: FontSize,
    /// Pixels to the right of the start.
    pub(crate) x: f64,
    /// Pixels above the baseline.
    pub(crate) y: f64,
}

/// A bar in its place, from its lower left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Bar {
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) width: f64,
    pub(crate) height: f64,
}

/// A line of mathematics and text, in whole pixels.
#[derive(Clone, Debug)]
pub(super) struct Formula {
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) descent: f64,
    pub(super) characters: Vec<Placed>,
    pub(super) bars: Vec<Bar>,
}

/// Whether a line has mathematics in it: an even number of dollar signs that are not escaped.
pub(super) fn is_math(line: &str) -> bool {
    let dollars = line.matches('$').count() - line.matches("\\$").count();
    dollars > 0 && dollars.is_multiple_of(2)
}

/// The line set in type, what is outside of mathematics in a face.
///
/// # Errors
///
/// [`Error::Mathematics`] where it is not understood, [`Error::MissingFace`] where it needs a face
/// that is not there.
pub(super) fn set(
    line: &str,
    faces: &mut Faces,
    (face, size): (Face, FontSize),
) -> Result<Formula> {
    let mut setter = Setter { faces, face, size };
    let mut rows = Vec::new();
    for (start, part) in parts(line) {
        let row = match part {
            Part::Text(text) => plain(&text, &mut setter).ok_or(0),
            Part::Mathematics(text) => read::formula(text, &mut setter),
        };
        let row = row.map_err(|at| {
            let missing = setter.faces.missing.take();
            missing.unwrap_or_else(|| Error::Mathematics {
                text: line.to_owned(),
                at: start + at,
            })
        })?;
        rows.push(Node::List(row));
    }
    Ok(shipped(&List::row(rows), size.dpi()))
}

/// The outline of the line, y up, from somewhere on the baseline, in a size of which only the proportions
/// count: 100 points, as matplotlib takes it for letters that become paths.
///
/// # Errors
///
/// As for [`set`].
pub(super) fn outline(line: &str, faces: &mut Faces, face: Face) -> Result<Path> {
    let size = FontSize::from_points(100.0, 72.0)?;
    let formula = set(line, faces, (face, size))?;
    let mut path = Path::new();
    for letter in &formula.characters {
        let glyph = letter.font.glyph_path_in_64ths(letter.glyph, size)?;
        let scale = letter.size.points() / size.points();
        let place = Affine::scale_xy(scale, -scale).then(Affine::translate(letter.x, letter.y));
        path.extend(glyph.elements().transformed(place));
    }
    for bar in &formula.bars {
        let (right, top) = (bar.x + bar.width, bar.y + bar.height);
        let corners = [(bar.x, bar.y), (bar.x, top), (right, top), (right, bar.y)];
        path.extend(Path::polygon(corners).elements());
    }
    Ok(path)
}

/// A row of characters as they are.
fn plain(text: &str, setter: &mut Setter<'_>) -> Option<List> {
    let characters = text.chars();
    let nodes = characters.map(|c| {
        let letters = Letters::text(setter.face);
        let character = setter.character(c, Class::Plain, letters)?;
        Some(Node::Char(character))
    });
    Some(List::row(nodes.collect::<Option<Vec<_>>>()?))
}

/// What stands before, between and after dollar signs.
enum Part<'a> {
    /// With escaped dollar signs as dollar signs.
    Text(String),
    Mathematics(&'a str),
}

/// The parts of a line, each with the byte that it starts at.
fn parts(line: &str) -> Vec<(usize, Part<'_>)> {
    let mut parts = Vec::new();
    let (mut start, mut escaped) = (0, false);
    let mut is_text = true;
    let mut push = |start: usize, end: usize, is_text: bool| {
        let part = line.get(start..end).unwrap_or_default();
        parts.push((
            start,
            if is_text {
                Part::Text(part.replace("\\$", "$"))
            } else {
                Part::Mathematics(part)
            },
        ));
    };
    for (at, c) in line.char_indices() {
        if c == '$' && !escaped {
            push(start, at, is_text);
            (start, is_text) = (at + 1, !is_text);
        }
        escaped = c == '\\' && !escaped;
    }
    push(start, line.len(), is_text);
    parts
}

/// The characters and bars of a row where they go.
fn shipped(row: &List, dpi: f64) -> Formula {
    let shipped = row.shipped();
    let (width, height) = (row.width.ceil(), row.height.ceil());
    let descent = row.depth.ceil();
    let character = |(c, x, y): (Char, f64, f64)| {
        let (x, y) = if c.accent {
            (x - c.glyph.ink.left, y + c.glyph.ink.bottom)
        } else {
            (x, y)
        };
        // What is too small to be set is not seen.
        let size = FontSize::from_points(c.size, dpi).ok()?;
        Some(Placed {
            font: c.glyph.font.clone(),
            glyph: c.glyph.id,
            character: c.glyph.character,
            size,
            x,
            y: height - y,
        })
    };
    let bars = shipped.bars.into_iter().map(|(x, y, width, tall)| Bar {
        x,
        y: height - (y + tall),
        width,
        height: tall,
    });
    Formula {
        width,
        height: height + descent,
        descent,
        characters: shipped
            .characters
            .into_iter()
            .filter_map(character)
            .collect(),
        bars: bars.collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typeset(line: &str) -> Result<Formula> {
        let size = FontSize::from_points(10.0, 100.0)?;
        let mut faces = Faces::new(crate::typeface::Faces::new(&[]));
        set(line, &mut faces, (Face::USUAL, size))
    }

    #[test]
    fn a_power_of_ten_is_laid_out_as_matplotlib_does() {
        let formula = typeset("$\\mathdefault{10^{3}}$").unwrap();
        assert_eq!(
            (formula.width, formula.height, formula.descent),
            (25.0, 14.0, 1.0)
        );
        let [one, zero, three] = &formula.characters[..] else {
            panic!("three characters");
        };
        assert_eq!((one.x, zero.x), (0.0, 8.837646484375));
        assert!((three.x - 17.808213975694443).abs() < 1e-12);
        assert!((three.y - 5.78125).abs() < 1e-12);
        assert_eq!(three.size.points(), 7.0);
    }

    /// All places of what matplotlib's parser has put there, before anything is rounded to pixels.
    #[test]
    #[cfg(feature = "fonts")]
    fn boxes_are_where_matplotlib_has_them() {
        let oracle = include_str!("../../../../../reference-images/matplotlib/boxes.txt");
        let mut faces = Faces::new(crate::typeface::Faces::new(&[]));
        let mut wrong = Vec::new();
        for case in oracle.lines() {
            let fields: Vec<&str> = case.split('\t').collect();
            let [points, dpi, line, extent, characters, bars] = fields[..] else {
                panic!("six fields: {case}");
            };
            let all = |list: &str| list.split([' ', ';']).map(number).collect::<Vec<f64>>();
            let size = FontSize::from_points(number(points), number(dpi)).unwrap();
            let formula = set(line, &mut faces, (Face::USUAL, size)).unwrap();
            let placed =
                |c: &Placed| [f64::from(u32::from(c.character)), c.size.points(), c.x, c.y];
            let found = [
                vec![formula.width, formula.height, formula.descent],
                formula.characters.iter().flat_map(placed).collect(),
                formula
                    .bars
                    .iter()
                    .flat_map(|b| [b.x, b.y, b.width, b.height])
                    .collect(),
            ];
            for (found, expected) in found.iter().zip([extent, characters, bars]) {
                let expected = if expected.is_empty() {
                    Vec::new()
                } else {
                    all(expected)
                };
                let mut pairs = found.iter().zip(&expected);
                if found.len() != expected.len() || !pairs.all(|(a, b)| (a - b).abs() < 1e-9) {
                    wrong.push(format!("{line} at {points}: {found:?}, not {expected:?}"));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[cfg(feature = "fonts")]
    fn number(text: &str) -> f64 {
        text.parse().unwrap()
    }

    #[test]
    fn operators_stand_apart_and_signs_do_not() {
        let formula = typeset("$\\mathdefault{2\\times10^{-1}}$").unwrap();
        let x: Vec<f64> = formula.characters.iter().map(|c| c.x).collect();
        let expected = [
            0.0,
            11.543878173828125,
            25.888934326171874,
            34.72658081054688,
            43.69714830186632,
            51.84432542588976,
        ];
        assert_eq!(x.len(), expected.len());
        assert!(
            x.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-12),
            "{x:?}"
        );
    }

    #[test]
    fn letters_lean_and_numbers_stand() {
        let fonts: Vec<usize> = ["$x$", "$2$", "$\\Gamma$", "$\\gamma$", "$\\sum$"]
            .iter()
            .map(|line| typeset(line).unwrap().characters[0].font.glyph_count() as usize)
            .collect();
        assert_eq!(fonts, [5343, 6241, 6241, 5343, 50]);
    }

    #[test]
    fn what_is_not_understood_says_where() {
        let cases = [
            ("$\\foo$", 1),
            ("$x^2^3$", 4),
            ("$\\frac{1}$", 9),
            ("$\\frac{}{2}$", 6),
            ("${x$", 3),
            ("$x}$", 2),
            ("$\\left( x$", 9),
            ("$\\sqrt[3{x}$", 11),
            ("$$", 1),
            ("$\\hspace{x}$", 9),
            ("$a\"b$", 2),
            ("$a`b$", 2),
        ];
        for (line, place) in cases {
            let found = typeset(line).map(|_| ());
            assert!(
                matches!(&found, Err(Error::Mathematics { text, at }) if text == line && *at == place),
                "{line}: {found:?}"
            );
        }
        let deep = format!("${}1{}$", "{".repeat(100_000), "}".repeat(100_000));
        assert!(typeset(&deep).is_err());
        assert!(!is_math("costs 3$") && is_math("$1$ and \\$2"));
    }

    #[test]
    fn no_text_between_dollars_panics() {
        let mut state = 1_u64;
        let parts = [
            "{",
            "}",
            "^",
            "_",
            "'",
            "x",
            "\\frac",
            "\\sqrt",
            "[",
            "]",
            "\\left(",
            "\\right)",
            "\\hat",
            "\\sum",
            "\\int",
            " ",
            "\\sin",
            "\\",
            "\\text{",
            "é",
            "\\,",
            "~",
            "\\genfrac",
            "\\widehat",
        ];
        for _ in 0..2000 {
            let mut line = "$".to_owned();
            for _ in 0..8 {
                state = state
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1);
                line += parts[(state >> 33) as usize % parts.len()];
            }
            let formula = typeset(&(line + "$"));
            assert!(formula.is_err() || formula.is_ok_and(|f| f.width.is_finite()));
        }
    }
}
