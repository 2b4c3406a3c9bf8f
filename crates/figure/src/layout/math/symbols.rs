//! What TeX's names stand for.

/// A line for each: its name, the number of its character in hexadecimal digits, and its [`Class`].
static NAMES: &str = include_str!("symbols.txt");

/// How a symbol stands beside others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Plain,
    /// With space on both sides, unless it is a sign.
    Binary,
    /// With space on both sides: relations and arrows.
    Spaced,
    /// With space after it.
    Punctuation,
    /// Scripts go above and below.
    Over,
    /// Scripts go beside, from top to bottom; it leans.
    Dropped,
}

/// The character and class of a name without its backslash.
pub(super) fn named(name: &str) -> Option<(char, Class)> {
    let line = NAMES.lines().find(|line| {
        let rest = line.strip_prefix(name);
        rest.is_some_and(|rest| rest.starts_with(' '))
    })?;
    let mut fields = line.split(' ').skip(1);
    let code = u32::from_str_radix(fields.next()?, 16).ok()?;
    let class = match fields.next()? {
        "b" => Class::Binary,
        "s" => Class::Spaced,
        "p" => Class::Punctuation,
        "o" => Class::Over,
        "d" => Class::Dropped,
        _ => Class::Plain,
    };
    Some((char::from_u32(code)?, class))
}

/// The class of a character that is written as itself; `None` where it cannot be.
pub(super) fn written(c: char) -> Option<(char, Class)> {
    let class = match c {
        // A minus sign, not a hyphen.
        '-' => return Some(('\u{2212}', Class::Binary)),
        '+' | '*' | '\u{2212}' => Class::Binary,
        '=' | '<' | '>' | ':' => Class::Spaced,
        ',' | ';' | '.' | '!' => Class::Punctuation,
        '/' | '?' | '&' | '\'' | '@' | '(' | ')' | '[' | ']' | '|' => Class::Plain,
        _ if c.is_ascii_alphanumeric() || c >= '\u{80}' => Class::Plain,
        _ => return None,
    };
    Some((c, class))
}

/// Whether a name of a small Greek letter stands for it.
pub(super) fn is_small_greek(c: char) -> bool {
    const SMALL: [&str; 24] = [
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
        "lambda", "mu", "nu", "xi", "omicron", "pi", "rho", "sigma", "tau", "upsilon", "phi",
        "chi", "psi", "omega",
    ];
    SMALL
        .iter()
        .any(|name| named(name).is_some_and(|(character, _)| character == c))
}

/// The mark that an accent's name puts over a character.
pub(super) fn accent(name: &str) -> Option<char> {
    Some(match name {
        "hat" | "^" => '\u{302}',
        "breve" => '\u{306}',
        "bar" => '\u{304}',
        "grave" | "`" => '\u{300}',
        "acute" | "'" => '\u{301}',
        "tilde" | "~" => '\u{303}',
        "dot" | "." => '\u{307}',
        "ddot" | "\"" => '\u{308}',
        "dddot" => '\u{20db}',
        "ddddot" => '\u{20dc}',
        "vec" => '\u{20d7}',
        "overrightarrow" => '\u{2192}',
        "overleftarrow" => '\u{2190}',
        "mathring" => '\u{2218}',
        _ => return None,
    })
}

/// The mark that is made as wide as what it is put over.
pub(super) fn wide_accent(name: &str) -> Option<char> {
    Some(match name {
        "widehat" => '\u{302}',
        "widetilde" => '\u{303}',
        "widebar" => '\u{305}',
        _ => return None,
    })
}

/// Functions that are written upright; of some, scripts go above and below.
pub(super) fn function(name: &str) -> Option<Class> {
    Some(match name {
        "lim" | "liminf" | "limsup" | "sup" | "max" | "min" => Class::Over,
        "arccos" | "csc" | "ker" | "arcsin" | "deg" | "lg" | "Pr" | "arctan" | "det" | "sec"
        | "arg" | "dim" | "sin" | "cos" | "exp" | "sinh" | "cosh" | "gcd" | "ln" | "cot"
        | "hom" | "log" | "tan" | "coth" | "inf" | "tanh" => Class::Plain,
        _ => return None,
    })
}

/// Spaces, in widths of an `m`; longer names first.
pub(super) const SPACES: [(&str, f64); 12] = [
    ("\\thinspace", 0.16667),
    ("\\enspace", 0.5),
    ("\\qquad", 2.0),
    ("\\quad", 1.0),
    ("\\,", 0.16667),
    ("\\/", 0.16667),
    ("\\>", 0.22222),
    ("\\:", 0.22222),
    ("\\;", 0.27778),
    ("\\ ", 0.33333),
    ("\\!", -0.16667),
    ("~", 0.33333),
];

/// The character of a delimiter at the start of some text, and the length of what is written for it;
/// `None` for a character stands for no delimiter.
pub(super) fn delimiter(text: &str) -> Option<(Option<char>, usize)> {
    let mut characters = text.chars();
    let first = characters.next()?;
    if first != '\\' {
        return match first {
            '.' => Some((None, 1)),
            '<' => Some((Some('\u{27e8}'), 1)),
            '>' => Some((Some('\u{27e9}'), 1)),
            '|' | '/' | '(' | ')' | '[' | ']' => Some((Some(first), 1)),
            _ => None,
        };
    }
    match characters.next()? {
        '|' => return Some((Some('\u{2016}'), 2)),
        c @ ('{' | '}') => return Some((Some(c), 2)),
        _ => {}
    }
    let name: &str = csname(text)?;
    let known = [
        "backslash",
        "uparrow",
        "downarrow",
        "updownarrow",
        "Uparrow",
        "Downarrow",
        "Updownarrow",
        "vert",
        "Vert",
        "lfloor",
        "langle",
        "lceil",
        "lbrace",
        "leftbrace",
        "lbrack",
        "leftparen",
        "rfloor",
        "rangle",
        "rceil",
        "rbrace",
        "rightbrace",
        "rbrack",
        "rightparen",
    ];
    let character = known.contains(&name).then(|| named(name))??.0;
    Some((Some(character), name.len() + 1))
}

/// The letters after a backslash at the start of some text.
pub(super) fn csname(text: &str) -> Option<&str> {
    let rest = text.strip_prefix('\\')?;
    let end = rest.find(|c: char| !c.is_ascii_alphabetic());
    let name = rest.get(..end.unwrap_or(rest.len()))?;
    (!name.is_empty()).then_some(name)
}
