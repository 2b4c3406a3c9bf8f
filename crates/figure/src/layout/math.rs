//! Mathematics between dollar signs, as far as tick labels need it: upright characters, operators,
//! and superscripts and subscripts.
//!
//! ```text
//!   $\mathdefault{2\times10^{-3}}$
//!                       ┌── x ──┐
//!   ┌─┐ ┌─┐ ┌─┐┌─┐ kern │┌─┐┌─┐│  ┬ raised by 845.8 units of the em
//!   │2│ │×│ │1││0│      └┴─┴┴─┴┘  │ and 0.7 times as large
//!   └─┘ └─┘ └─┘└─┘ ───────────────┴ baseline
//! ```
//!
//! TeX's boxes: a character has a width, a height above and a depth below the baseline; a row puts
//! boxes side by side and may be shifted; a script is a row that shrinks with all that is in it.
//! What is written in another way than this is no mathematics to us, and is shown as written.

use agg_text::{Font, FontSize};

/// How large scripts are, beside what they are scripts of.
const SHRINK: f64 = 0.7;
/// From the sixth script of a script on, nothing gets smaller.
const LEVELS: u32 = 6;
/// Groups within groups beyond which nothing is read: each takes room on the stack.
const DEEPEST: usize = 64;
/// Font units of an em in DejaVu Sans, in which the measures below are given.
const EM: f64 = 2048.0;
/// Height of an `x`.
const X_HEIGHT: f64 = 1120.0;
/// By how much superscripts are raised.
const RAISED: f64 = 845.824;
/// By how much subscripts are lowered.
const LOWERED: f64 = 307.199;
/// By how much subscripts are lowered that stand below a superscript.
const LOWERED_BOTH: f64 = 632.832;
/// From a character to its script, in heights of an `x`.
const DELTA: f64 = 0.025;
/// After a script, in heights of an `x`.
const AFTER: f64 = 0.05;
/// On both sides of an operator, in widths of an `m`.
const OPERATOR: f64 = 0.2;

/// A character in its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Placed {
    pub(super) character: char,
    /// Points.
    pub(super) size: f64,
    /// Pixels to the right of the start.
    pub(super) x: f64,
    /// Pixels above the baseline.
    pub(super) y: f64,
}

/// A line of mathematics and text, in whole pixels.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Formula {
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) descent: f64,
    pub(super) characters: Vec<Placed>,
}

/// Whether a line has mathematics in it: an even number of dollar signs that are not escaped.
pub(super) fn is_math(line: &str) -> bool {
    let dollars = line.matches('$').count() - line.matches("\\$").count();
    dollars > 0 && dollars.is_multiple_of(2)
}

/// The line set in type; `None` where it is written in a way that is not understood.
pub(super) fn set(line: &str, font: &Font, size: f64, dpi: f64) -> Option<Formula> {
    let setter = Setter { font, dpi };
    let mut parts = Vec::new();
    for (i, part) in unescaped_parts(line).into_iter().enumerate() {
        let upright = i % 2 == 0;
        let mut tokens = Tokens {
            rest: &part,
            math: !upright,
            before: ' ',
            depth: 0,
        };
        let row = tokens.row(&setter, size, upright)?;
        if !tokens.rest.is_empty() {
            return None;
        }
        parts.push(Node::Row(row));
    }
    Some(Row::of(parts).shipped())
}

/// What stands before, between and after the dollar signs; in text, `\$` becomes a dollar sign.
fn unescaped_parts(line: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut characters = line.chars().peekable();
    while let Some(c) = characters.next() {
        let end = match c {
            '\\' if characters.peek() == Some(&'$') => characters.next(),
            '$' => {
                parts.push(String::new());
                continue;
            }
            c => Some(c),
        };
        if let (Some(part), Some(c)) = (parts.last_mut(), end) {
            part.push(c);
        }
    }
    parts
}

/// A font at one resolution.
struct Setter<'a> {
    font: &'a Font,
    dpi: f64,
}

impl Setter<'_> {
    fn character(&self, c: char, size: f64) -> Option<Character> {
        let scaled = FontSize::from_points(size, self.dpi).ok()?;
        let ink = self.font.glyph_box(self.font.glyph_for(c)?, scaled)?;
        let width = if c == ' ' {
            ink.advance
        } else {
            ink.right - ink.left
        };
        Some(Character {
            c,
            size,
            width,
            advance: ink.advance,
            height: ink.top,
            depth: -ink.bottom,
            level: 0,
        })
    }

    /// A measure of the font, in pixels.
    fn design(&self, units: f64, size: f64) -> f64 {
        let x_height = X_HEIGHT / EM * size * self.dpi / 72.0;
        units / X_HEIGHT * x_height
    }
}

#[derive(Clone, Debug)]
struct Character {
    c: char,
    size: f64,
    width: f64,
    advance: f64,
    height: f64,
    depth: f64,
    level: u32,
}

#[derive(Clone, Debug)]
enum Node {
    Character(Character),
    Kern(f64, u32),
    Row(Row),
}

/// Boxes side by side.
#[derive(Clone, Debug, Default)]
struct Row {
    nodes: Vec<Node>,
    width: f64,
    height: f64,
    depth: f64,
    /// Downwards.
    shift: f64,
    level: u32,
}

impl Row {
    /// The nodes, each character followed by what its advance is more than its ink.
    fn of(nodes: Vec<Node>) -> Self {
        let mut kerned = Vec::with_capacity(2 * nodes.len());
        for node in nodes {
            let kern = match &node {
                Node::Character(c) => c.advance - c.width,
                _ => 0.0,
            };
            kerned.push(node);
            if kern != 0.0 {
                kerned.push(Node::Kern(kern, 0));
            }
        }
        Self::packed(kerned)
    }

    fn packed(nodes: Vec<Node>) -> Self {
        let mut row = Self::default();
        for node in &nodes {
            let (width, height, depth) = match node {
                Node::Character(c) => (c.width, c.height, c.depth),
                Node::Kern(width, _) => (*width, 0.0, 0.0),
                Node::Row(r) => (r.width, r.height - r.shift, r.depth + r.shift),
            };
            row.width += width;
            row.height = row.height.max(height);
            row.depth = row.depth.max(depth);
        }
        row.nodes = nodes;
        row
    }

    fn shrink(&mut self) {
        for node in &mut self.nodes {
            match node {
                Node::Character(c) => {
                    let sizes = [&mut c.size, &mut c.width, &mut c.height, &mut c.depth];
                    shrink(&mut c.level, sizes);
                }
                Node::Kern(width, level) => shrink(level, [width]),
                Node::Row(row) => row.shrink(),
            }
        }
        let Self {
            width,
            height,
            depth,
            shift,
            level,
            ..
        } = self;
        shrink(level, [width, height, depth, shift]);
    }

    /// The characters where they go.
    fn shipped(&self) -> Formula {
        let mut characters = Vec::new();
        self.ship(0.0, 0.0, &mut |c: &Character, x, y| {
            characters.push(Placed {
                character: c.c,
                size: c.size,
                x,
                y: self.height.ceil() - (y + self.height),
            });
        });
        let descent = self.depth.ceil();
        Formula {
            width: self.width.ceil(),
            height: self.height.ceil() + descent,
            descent,
            characters,
        }
    }

    /// Walks the characters; `y` is how far below the baseline of the whole.
    fn ship(&self, x: f64, y: f64, place: &mut impl FnMut(&Character, f64, f64)) {
        let mut pen = x;
        for node in &self.nodes {
            match node {
                Node::Character(c) => {
                    place(c, pen, y);
                    pen += c.width;
                }
                Node::Kern(width, _) => pen += width,
                Node::Row(row) => {
                    row.ship(pen, y + row.shift, place);
                    pen += row.width;
                }
            }
        }
    }
}

fn shrink<const N: usize>(level: &mut u32, sizes: [&mut f64; N]) {
    *level += 1;
    if *level < LEVELS {
        sizes.into_iter().for_each(|size| *size *= SHRINK);
    }
}

/// What is left to be read.
struct Tokens<'a> {
    rest: &'a str,
    /// Whether it stands between dollar signs.
    math: bool,
    /// The last character that was read and is no space.
    before: char,
    /// How many groups are open.
    depth: usize,
}

impl Tokens<'_> {
    fn next(&mut self) -> Option<char> {
        let c = self.rest.chars().next()?;
        self.rest = self.rest.get(c.len_utf8()..)?;
        Some(c)
    }

    fn takes(&mut self, prefix: &str) -> bool {
        match self.rest.strip_prefix(prefix) {
            Some(rest) => {
                self.rest = rest;
                self.before = prefix.chars().last().unwrap_or(' ');
                true
            }
            None => false,
        }
    }

    /// A row up to a closing brace or the end. `upright` says whether letters may stand in it:
    /// there is no slanted face for those of mathematics.
    fn row(&mut self, setter: &Setter<'_>, size: f64, upright: bool) -> Option<Row> {
        let mut nodes = Vec::new();
        while !self.rest.is_empty() {
            if self.math && self.rest.starts_with('}') {
                break;
            }
            nodes.extend(self.scripted(setter, size, upright)?);
        }
        Some(Row::of(nodes))
    }

    /// `{…}`.
    fn group(&mut self, setter: &Setter<'_>, size: f64, upright: bool) -> Option<Row> {
        if self.depth > DEEPEST || !self.takes("{") {
            return None;
        }
        self.depth += 1;
        let row = self.row(setter, size, upright)?;
        self.depth -= 1;
        self.takes("}").then_some(row)
    }

    /// A character or a group, and the scripts that follow it.
    fn scripted(&mut self, setter: &Setter<'_>, size: f64, upright: bool) -> Option<Option<Node>> {
        let Some(nucleus) = self.nucleus(setter, size, upright)? else {
            return Some(None);
        };
        let (mut above, mut below) = (None, None);
        while self.math {
            if above.is_none() && self.takes("^") {
                above = Some(self.script(setter, size, upright)?);
            } else if below.is_none() && self.takes("_") {
                below = Some(self.script(setter, size, upright)?);
            } else {
                break;
            }
        }
        Some(Some(match (above, below) {
            (None, None) => nucleus,
            (above, below) => Node::Row(with_scripts(nucleus, above, below, setter, size)?),
        }))
    }

    fn script(&mut self, setter: &Setter<'_>, size: f64, upright: bool) -> Option<Node> {
        if self.rest.starts_with('{') {
            return self.group(setter, size, upright).map(Node::Row);
        }
        self.nucleus(setter, size, upright)?
    }

    fn nucleus(&mut self, setter: &Setter<'_>, size: f64, upright: bool) -> Option<Option<Node>> {
        if !self.math {
            let c = self.next()?;
            return Some(Some(Node::Character(setter.character(c, size)?)));
        }
        if self.takes("\\mathdefault") || self.takes("\\mathrm") {
            return Some(Some(Node::Row(self.group(setter, size, true)?)));
        }
        if self.rest.starts_with('{') {
            return Some(Some(Node::Row(self.group(setter, size, upright)?)));
        }
        let before = self.before;
        let operator = if self.takes("\\times") {
            Some('\u{d7}')
        } else if self.takes("\\cdot") {
            Some('\u{22c5}')
        } else if self.takes("-") {
            Some('\u{2212}')
        } else if self.takes("+") {
            Some('+')
        } else {
            None
        };
        if let Some(c) = operator {
            let character = Node::Character(setter.character(c, size)?);
            let sign = matches!(before, '{' | ' ' | '(' | '[' | '=' | '<' | '>');
            return Some(Some(if sign {
                character
            } else {
                let em = setter.character('m', size)?.advance;
                let space = || Node::Kern(em * OPERATOR, 0);
                Node::Row(Row::of(vec![space(), character, space()]))
            }));
        }
        let c = self.next()?;
        if c == ' ' {
            return Some(None);
        }
        self.before = c;
        let known = c.is_ascii_digit()
            || matches!(c, '.' | '%' | '(' | ')' | '/')
            || (upright && c.is_alphabetic());
        let character = known.then(|| setter.character(c, size))??;
        Some(Some(Node::Character(character)))
    }
}

/// A character or group with its scripts.
fn with_scripts(
    nucleus: Node,
    above: Option<Node>,
    below: Option<Node>,
    setter: &Setter<'_>,
    size: f64,
) -> Option<Row> {
    let x_height = setter.design(X_HEIGHT, size);
    let nucleus = as_wide_as_its_advance(nucleus);
    let plain = nucleus
        .nodes
        .iter()
        .all(|n| matches!(n, Node::Character(_)));
    if !plain {
        // Scripts of what is itself scripted hang by other measures.
        return None;
    }
    let script = |node: Node| {
        let mut row = Row::of(vec![Node::Kern(DELTA * x_height, 0), node]);
        row.shrink();
        row
    };
    let (above, below) = (above.map(script), below.map(script));
    let mut scripts = match (above, below) {
        (Some(mut row), None) => {
            row.shift = -setter.design(RAISED, size).max(row.depth + x_height / 4.0);
            row
        }
        (None, Some(mut row)) => {
            let lowered = setter.design(LOWERED, size);
            row.shift = lowered.max(row.height - x_height * 4.0 / 5.0);
            row
        }
        (Some(above), Some(below)) => stacked(above, below, setter, size),
        (None, None) => Row::default(),
    };
    scripts.width += AFTER * x_height;
    Some(Row::of(vec![Node::Row(nucleus), Node::Row(scripts)]))
}

/// A superscript over a subscript, both at the left.
fn stacked(mut above: Row, mut below: Row, setter: &Setter<'_>, size: f64) -> Row {
    let x_height = setter.design(X_HEIGHT, size);
    let mut up = setter
        .design(RAISED, size)
        .max(above.depth + x_height / 4.0);
    let mut down = setter.design(LOWERED_BOTH, size);
    let rule = 0.75 / 12.0 * size * setter.dpi / 72.0;
    let overlap = 4.0 * rule - ((up - above.depth) - (below.height - down));
    if overlap > 0.0 {
        down += overlap;
        let more = x_height * 4.0 / 5.0 - up + above.depth;
        if more > 0.0 {
            up += more;
            down -= more;
        }
    }
    (above.shift, below.shift) = (-up, down);
    let width = above.width.max(below.width);
    let (height, depth) = (above.height + up, below.depth + down);
    let back = Node::Kern(-above.width, 0);
    Row {
        nodes: vec![Node::Row(above), back, Node::Row(below)],
        width,
        height,
        depth,
        ..Row::default()
    }
}

/// The nucleus of scripts: its last character takes its whole advance, and no more.
fn as_wide_as_its_advance(nucleus: Node) -> Row {
    let widened = |mut c: Character| {
        c.width = c.advance;
        Node::Character(c)
    };
    match nucleus {
        Node::Character(c) => Row::packed(vec![widened(c)]),
        Node::Row(mut row) => {
            if let [.., Node::Character(_), Node::Kern(..)] = row.nodes.as_slice() {
                row.nodes.pop();
            }
            if let Some(Node::Character(c)) = row.nodes.pop_if(|n| matches!(n, Node::Character(_)))
            {
                row.nodes.push(widened(c));
            }
            Row::packed(row.nodes)
        }
        kern @ Node::Kern(..) => Row::packed(vec![kern]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(line: &str) -> Vec<(char, f64, f64)> {
        let formula = set(line, &Font::dejavu_sans(), 10.0, 100.0).unwrap();
        let placed = formula.characters.iter();
        placed.map(|c| (c.character, c.x, c.y)).collect()
    }

    #[test]
    fn a_power_of_ten_is_laid_out_as_matplotlib_does() {
        let formula = set("$\\mathdefault{10^{3}}$", &Font::dejavu_sans(), 10.0, 100.0).unwrap();
        assert_eq!(
            (formula.width, formula.height, formula.descent),
            (25.0, 14.0, 1.0)
        );
        let [one, zero, three] = formula.characters[..] else {
            panic!("three characters");
        };
        assert_eq!((one.x, zero.x), (0.0, 8.837646484375));
        assert!((three.x - 17.808213975694443).abs() < 1e-12);
        assert!((three.y - 5.78125).abs() < 1e-12);
        assert_eq!(three.size, 7.0);
    }

    #[test]
    fn operators_stand_apart_and_signs_do_not() {
        let places = places("$\\mathdefault{2\\times10^{-1}}$");
        let x: Vec<f64> = places.iter().map(|place| place.1).collect();
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
    fn what_is_not_understood_is_not_set() {
        let set = |line| set(line, &Font::dejavu_sans(), 10.0, 100.0);
        assert_eq!(set("$\\frac{1}{2}$"), None);
        assert_eq!(set("$x$"), None);
        assert_eq!(set("$\\mathdefault{1$"), None);
        let deep = format!("${}1{}$", "{".repeat(100_000), "}".repeat(100_000));
        assert_eq!(set(&deep), None);
        assert!(!is_math("costs 3$") && is_math("$1$ and \\$2"));
    }
}
