//! Texts as strangers write them: any characters, or pieces of formulas in any order.

use crate::pick;
use arbitrary::Arbitrary;

#[derive(Debug, Arbitrary)]
pub(crate) enum Words {
    Any(String),
    Formula(Vec<u8>),
}

/// So many characters or pieces of a text are kept.
const MOST: usize = 30;

const PIECES: [&str; 48] = [
    "x",
    "2",
    " ",
    "^",
    "_",
    "{",
    "}",
    "$",
    "\\frac",
    "\\sqrt",
    "[3]",
    "(",
    ")",
    "\\left(",
    "\\right)",
    "\\left|",
    "\\right.",
    "\\alpha",
    "\\sum",
    "\\int",
    "\\hat",
    "\\overline",
    "\\mathrm",
    "\\mathbf",
    "\\mathcal",
    "\\text",
    "\\binom",
    "\\genfrac",
    "\\middle|",
    "\\substack",
    "\\\\",
    "\\quad",
    "\\!",
    "'",
    "+",
    "-",
    "=",
    "<",
    ",",
    ".",
    "\\sin",
    "\\operatorname",
    "\\underset",
    "\\overset",
    "\\prime",
    "\\hspace{2}",
    "\\$",
    "é",
];

impl Words {
    pub(crate) fn text(&self) -> String {
        match self {
            Self::Any(text) => text.chars().take(MOST).collect(),
            Self::Formula(pieces) => {
                let pieces = pieces.iter().take(MOST).map(|&by| pick(PIECES, by));
                format!("${}$", pieces.collect::<String>())
            }
        }
    }
}
