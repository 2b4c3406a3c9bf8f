//! A string is cut into runs that can be shaped: one direction, one script each, in visual order.
//!
//! The steps are those of libraqm, which matplotlib lays text out by:
//!
//! 1. The base direction is that of the first strong character (left to right if there is none),
//!    and the Unicode bidirectional algorithm gives runs of one direction in visual order.
//! 2. Characters that belong to no script of their own (spaces, digits, marks) take the script
//!    before them; a closing bracket takes the script of its opening one; at the very start of a
//!    string they take the script that follows.
//! 3. Each bidirectional run is cut where the script changes, in visual order again.

use std::ops::Range;

use harfrust::Script;
use unicode_bidi::{BidiInfo, Level};

/// Bytes of a string that are shaped together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) bytes: Range<usize>,
    pub(crate) script: Script,
    pub(crate) direction: Direction,
}

/// Which way a run is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Direction {
    LeftToRight,
    RightToLeft,
}

/// Brackets and quotes that open and close a stretch of one script.
const PAIRS: [(char, char); 17] = [
    ('(', ')'),
    ('<', '>'),
    ('[', ']'),
    ('{', '}'),
    ('\u{AB}', '\u{BB}'),
    ('\u{2018}', '\u{2019}'),
    ('\u{201C}', '\u{201D}'),
    ('\u{2039}', '\u{203A}'),
    ('\u{3008}', '\u{3009}'),
    ('\u{300A}', '\u{300B}'),
    ('\u{300C}', '\u{300D}'),
    ('\u{300E}', '\u{300F}'),
    ('\u{3010}', '\u{3011}'),
    ('\u{3014}', '\u{3015}'),
    ('\u{3016}', '\u{3017}'),
    ('\u{3018}', '\u{3019}'),
    ('\u{301A}', '\u{301B}'),
];

/// The runs of `text`, in the order in which they stand from left to right.
pub(crate) fn runs(text: &str) -> Vec<Run> {
    if text.is_empty() {
        return Vec::new();
    }
    let scripts = scripts(text);
    let mut runs = Vec::new();
    for (bytes, direction) in directions(text) {
        cut_by_script(bytes, direction, &scripts, &mut runs);
    }
    runs
}

/// Stretches of one direction, in visual order.
fn directions(text: &str) -> Vec<(Range<usize>, Direction)> {
    if text.chars().all(runs_left_to_right) {
        return vec![(0..text.len(), Direction::LeftToRight)];
    }
    let bidi = BidiInfo::new(text, None);
    let mut stretches = Vec::new();
    for paragraph in &bidi.paragraphs {
        let (levels, runs) = bidi.visual_runs(paragraph, paragraph.range.clone());
        for bytes in runs {
            let level = levels.get(bytes.start).copied().unwrap_or(Level::ltr());
            stretches.push((bytes, direction_of(level)));
        }
    }
    stretches
}

/// True of characters that neither run from right to left nor embed, isolate or override: all
/// before Hebrew, and the later blocks that labels are likely to use.
fn runs_left_to_right(c: char) -> bool {
    matches!(c, '\0'..='\u{58F}' | '\u{1E00}'..='\u{1FFF}' | '\u{2030}'..='\u{205E}' | '\u{2070}'..='\u{2BFF}')
}

fn direction_of(level: Level) -> Direction {
    if level.is_rtl() {
        Direction::RightToLeft
    } else {
        Direction::LeftToRight
    }
}

/// One script for each character of `text`, in logical order, with its byte position.
fn scripts(text: &str) -> Vec<(usize, Script)> {
    let mut scripts: Vec<(usize, Script)> = text
        .char_indices()
        .map(|(at, c)| (at, harfrust::unicode::script(u32::from(c))))
        .collect();
    inherit_from_before(text, &mut scripts);
    inherit_from_behind(&mut scripts);
    scripts
}

fn is_shared(script: Script) -> bool {
    script == Script::COMMON || script == Script::INHERITED
}

/// Gives characters without a script the one before them, brackets the one of their partner.
fn inherit_from_before(text: &str, scripts: &mut [(usize, Script)]) {
    let mut current = None;
    let mut open: Vec<(usize, Script)> = Vec::new();
    for (c, (_, script)) in text.chars().zip(scripts.iter_mut()) {
        let Some(before) = current.filter(|_| is_shared(*script)) else {
            current = Some(*script);
            continue;
        };
        let resolved = match bracket(c).filter(|_| *script == Script::COMMON) {
            Some(Bracket::Open(pair)) => {
                open.push((pair, before));
                before
            }
            Some(Bracket::Close(pair)) => {
                let partner = close(&mut open, pair);
                current = Some(partner.unwrap_or(before));
                partner.unwrap_or(before)
            }
            None => before,
        };
        *script = resolved;
    }
}

/// Drops open brackets of other kinds, and gives the script at which this kind was opened.
///
/// The partner stays on the stack, as in libraqm: a second closing bracket finds it again.
fn close(open: &mut Vec<(usize, Script)>, pair: usize) -> Option<Script> {
    while let Some(&(kind, script)) = open.last() {
        if kind == pair {
            return Some(script);
        }
        open.pop();
    }
    None
}

enum Bracket {
    Open(usize),
    Close(usize),
}

fn bracket(c: char) -> Option<Bracket> {
    PAIRS.iter().enumerate().find_map(|(kind, &(open, close))| {
        if c == open {
            Some(Bracket::Open(kind))
        } else if c == close {
            Some(Bracket::Close(kind))
        } else {
            None
        }
    })
}

/// Gives characters at the start that are still without a script the one that follows them.
fn inherit_from_behind(scripts: &mut [(usize, Script)]) {
    let mut behind = None;
    for (_, script) in scripts.iter_mut().rev() {
        match behind {
            Some(next) if is_shared(*script) => *script = next,
            _ => {}
        }
        behind = Some(*script);
    }
}

/// Cuts a stretch of one direction where the script changes; the pieces of a right-to-left
/// stretch come last piece first.
fn cut_by_script(
    bytes: Range<usize>,
    direction: Direction,
    scripts: &[(usize, Script)],
    runs: &mut Vec<Run>,
) {
    let first = scripts.partition_point(|&(at, _)| at < bytes.start);
    let behind = scripts.partition_point(|&(at, _)| at < bytes.end);
    let stretch = scripts.get(first..behind).unwrap_or_default();
    let pieces = || {
        stretch
            .chunk_by(|a, b| a.1 == b.1)
            .filter_map(|piece| piece.first())
    };
    let ends = pieces().skip(1).map(|&(at, _)| at).chain([bytes.end]);
    let start = runs.len();
    runs.extend(pieces().zip(ends).map(|(&(at, script), end)| Run {
        bytes: at..end,
        script,
        direction,
    }));
    if direction == Direction::RightToLeft
        && let Some(pieces) = runs.get_mut(start..)
    {
        pieces.reverse();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<(&str, Script, Direction)> {
        runs(text)
            .into_iter()
            .map(|r| (&text[r.bytes], r.script, r.direction))
            .collect()
    }

    #[test]
    fn latin_text_is_one_run_and_leading_digits_join_it() {
        let all = [("1.5 abc", Script::LATIN, Direction::LeftToRight)];
        assert_eq!(parts("1.5 abc"), all);
    }

    #[test]
    fn a_number_alone_belongs_to_no_script() {
        assert_eq!(
            parts("\u{2212}0.5"),
            [("\u{2212}0.5", Script::COMMON, Direction::LeftToRight)]
        );
    }

    #[test]
    fn runs_change_with_the_script() {
        let expected = [
            ("ab ", Script::LATIN, Direction::LeftToRight),
            ("\u{3B1}", Script::GREEK, Direction::LeftToRight),
        ];
        assert_eq!(parts("ab \u{3B1}"), expected);
    }

    #[test]
    fn a_closing_bracket_takes_the_script_of_its_opening_one() {
        let expected = [
            ("ab (", Script::LATIN, Direction::LeftToRight),
            ("\u{3B1}", Script::GREEK, Direction::LeftToRight),
            (")", Script::LATIN, Direction::LeftToRight),
        ];
        assert_eq!(parts("ab (\u{3B1})"), expected);
    }

    #[test]
    fn a_string_that_starts_with_hebrew_reads_from_the_right() {
        let expected = [
            (" abc", Script::LATIN, Direction::LeftToRight),
            ("\u{5D0}\u{5D1}", Script::HEBREW, Direction::RightToLeft),
        ];
        let got: Vec<_> = parts("\u{5D0}\u{5D1} abc")
            .into_iter()
            .map(|p| (p.0.trim(), p.1, p.2))
            .collect();
        let expected = expected.map(|p| (p.0.trim(), p.1, p.2));
        assert_eq!(got.first(), expected.first());
        assert_eq!(got.last(), expected.last());
    }

    #[test]
    fn an_empty_string_has_no_runs() {
        assert!(runs("").is_empty());
    }
}
