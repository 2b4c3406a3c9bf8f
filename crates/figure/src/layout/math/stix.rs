//! Letters of mathematics that DejaVu Sans has none of, and the signs that it lacks: from the STIX
//! fonts, without serifs where they have such letters.
//!
//! A line of the table is an alphabet in a shape: ranges of characters, the face that has them, and
//! the number of the first one there.

use crate::layout::math::font::{Letters, Name, Shape};
use crate::typeface::{Face, Slant, Weight};

static TABLE: &str = include_str!("stix.txt");

/// Where a character may be, the likelier place first: the face, its number there, and whether
/// scripts have to stand clear of its top.
pub(super) fn places(letters: Letters, c: char) -> impl Iterator<Item = (Face, char, bool)> {
    let name = match letters.name {
        Name::Leaning | Name::Usual => Name::Upright,
        name => name,
    };
    let known = !matches!(name, Name::Text(_) | Name::Sized(_));
    let first = known.then(|| moved(name, letters.shape, c));
    let second = first.and_then(|found| {
        let again = found.is_none_or(|(name, _)| name == Name::Leaning);
        again.then(|| moved(Name::Upright, letters.shape, c))
    });
    [first, second]
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|(name, c)| place(name, c))
}

/// The letters and the number that a character has in these fonts; `None` for what is no letter of
/// the alphabet.
fn moved(name: Name, shape: Shape, c: char) -> Option<(Name, char)> {
    let alphabet = alphabet(name);
    let found = ranges(alphabet.unwrap_or("sf"), shape).and_then(|ranges| {
        ranges.split(' ').find_map(|range| {
            let mut fields = range.split(':');
            let (first, last) = fields.next()?.split_once('-')?;
            let (first, last) = (number(first)?, number(last)?);
            let to = letters(fields.next()?)?;
            let start = number(fields.next()?)?;
            let inside = (first..=last).contains(&u32::from(c));
            let at = char::from_u32(u32::from(c).checked_sub(first)? + start)?;
            inside.then_some((to, at))
        })
    });
    found.or(alphabet.is_none().then_some((name, c)))
}

/// The alphabets that have lines of their own.
fn alphabet(name: Name) -> Option<&'static str> {
    Some(match name {
        Name::Blackboard => "bb",
        Name::Calligraphic => "cal",
        Name::Fraktur => "frak",
        Name::Script => "scr",
        Name::Typewriter => "tt",
        _ => return None,
    })
}

/// The ranges of an alphabet in a shape, or as it is upright.
fn ranges(alphabet: &str, shape: Shape) -> Option<&'static str> {
    let line = |shape: &str| {
        TABLE.lines().find_map(|line| {
            let rest = line.strip_prefix(alphabet)?.strip_prefix(' ')?;
            rest.strip_prefix(shape)?.strip_prefix(' ')
        })
    };
    line(match shape {
        Shape::Usual => "normal",
        Shape::Upright => "rm",
        Shape::Leaning => "it",
        Shape::Bold => "bf",
        Shape::BoldLeaning => "bfit",
    })
    .or_else(|| line("rm"))
    .or_else(|| line("-"))
}

fn number(digits: &str) -> Option<u32> {
    u32::from_str_radix(digits, 16).ok()
}

fn letters(face: &str) -> Option<Name> {
    Some(match face {
        "rm" => Name::Upright,
        "it" => Name::Leaning,
        "bf" => Name::Bold,
        "bfit" => Name::BoldLeaning,
        _ => return None,
    })
}

/// The face of letters, and the number that a character has in it.
fn place(name: Name, c: char) -> Option<(Face, char, bool)> {
    let c = match (name, c) {
        // These two are exchanged in the fonts.
        (Name::Upright | Name::Leaning, '\u{22d2}') => '\u{22d3}',
        (Name::Upright | Name::Leaning, '\u{22d3}') => '\u{22d2}',
        _ => c,
    };
    let (weight, slant) = match name {
        Name::Upright => (Weight::Normal, Slant::Upright),
        Name::Leaning => (Weight::Normal, Slant::Italic),
        Name::Bold => (Weight::Bold, Slant::Upright),
        Name::BoldLeaning => (Weight::Bold, Slant::Italic),
        _ => return None,
    };
    let odd = matches!(c, '\u{e000}'..='\u{f8ff}');
    let face = if odd {
        Face::StixOdd(weight, slant)
    } else {
        Face::Stix(weight, slant)
    };
    Some((face, c, name == Name::Leaning && !odd))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(letters: Letters, c: char) -> Option<(Face, char, bool)> {
        places(letters, c).next()
    }

    #[test]
    fn alphabets_have_their_places() {
        let usual = Letters::USUAL;
        let odd = Face::StixOdd(Weight::Normal, Slant::Italic);
        let leaning = Face::Stix(Weight::Normal, Slant::Italic);
        let upright = Face::Stix(Weight::Normal, Slant::Upright);
        let cases = [
            (usual.set(Name::Calligraphic), 'B', (odd, '\u{e22e}', false)),
            (
                usual.set(Name::Blackboard),
                'R',
                (leaning, '\u{211d}', true),
            ),
            (
                usual.set(Name::Upright).set(Name::Blackboard),
                'R',
                (upright, '\u{211d}', false),
            ),
            (usual.set(Name::Fraktur), 'g', (upright, '\u{1d524}', false)),
            (usual, '\u{22a5}', (upright, '\u{22a5}', false)),
            (
                usual.set(Name::Upright),
                '\u{22d2}',
                (upright, '\u{22d3}', false),
            ),
            (
                usual.set(Name::Leaning),
                '\u{22d3}',
                (upright, '\u{22d2}', false),
            ),
        ];
        for (letters, c, place) in cases {
            assert_eq!(first(letters, c), Some(place), "{letters:?} {c}");
        }
        assert_eq!(first(Letters::text(Face::USUAL), '\u{22a5}'), None);
    }

    #[test]
    fn what_an_alphabet_lacks_is_a_letter_without_serifs() {
        let places: Vec<_> = places(Letters::USUAL.set(Name::Calligraphic), 'a').collect();
        let leaning = Face::Stix(Weight::Normal, Slant::Italic);
        assert_eq!(places.last(), Some(&(leaning, '\u{1d622}', true)));
    }
}
