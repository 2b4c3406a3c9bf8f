//! What formulas are built of: scripts, fractions, roots, brackets, accents, bars.
//!
//! Lengths are those of TeX's rules, in measures of the font.

use agg_text::FontSize;

use super::font::{Faces, Letters, Name, SIZES};
use super::node::{Char, List, Node, Role, Rule, SHRINK};
use super::symbols::Class;
use crate::typeface::Face;

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
/// How far below the top of what they belong to superscripts are, where that is high.
const BELOW_TOP: f64 = 790.527;
/// How far below the bottom of what they belong to subscripts are, where that is deep.
const BELOW_BOTTOM: f64 = 102.4;
/// Numerators above the baseline: in displays, over a bar, over none.
const NUMERATORS: [f64; 3] = [1529.86, 868.352, 970.752];
/// Denominators below the baseline: in displays, elsewhere.
const DENOMINATORS: [f64; 2] = [1548.29, 768.0];
/// Bars of fractions above the baseline.
const AXIS: f64 = 512.0;
/// From a character to its script, in heights of an `x`.
const DELTA: f64 = 0.025;
/// From a character that leans to its superscript, in its own height above two thirds of an `x`.
const DELTA_LEANING: f64 = 0.2;
/// How far scripts of an integral are apart, in its height.
const DELTA_INTEGRAL: f64 = 0.1;
/// After a script, in heights of an `x`.
const AFTER: f64 = 0.05;
/// A space that is thin, in widths of an `m`.
pub(super) const THIN: f64 = 0.16667;
/// On both sides of an operator, in widths of an `m`.
const OPERATOR: f64 = 0.2;

/// How large a fraction is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Display,
    Text,
    Script,
    ScriptScript,
}

/// The faces at one size and resolution, and that of the text around the formula.
pub(super) struct Setter<'f> {
    pub(super) faces: &'f mut Faces,
    pub(super) face: Face,
    pub(super) size: FontSize,
}

/// What stands between delimiters: nodes, and the delimiter after them.
pub(super) type Part = (Vec<Node>, Option<char>);

/// A fraction, before it is built.
pub(super) struct Fraction {
    pub(super) above: List,
    pub(super) below: List,
    /// The bar's thickness; none for 0.
    pub(super) bar: f64,
    pub(super) style: Style,
}

impl Setter<'_> {
    /// A measure of the font, in pixels, in terms of the height of an `x`.
    fn design(&self, units: f64) -> f64 {
        units / X_HEIGHT * self.x_height()
    }

    fn x_height(&self) -> f64 {
        self.x_height_at(self.size.points())
    }

    fn x_height_at(&self, points: f64) -> f64 {
        X_HEIGHT / EM * points * self.size.dpi() / 72.0
    }

    /// The thickness of bars.
    pub(super) fn rule(&self) -> f64 {
        0.75 / 12.0 * self.size.points() * self.size.dpi() / 72.0
    }

    /// A share of the width of an `m`.
    pub(super) fn space(&mut self, share: f64) -> Option<Node> {
        let m = self.faces.glyph('m', Letters::USUAL, self.size)?;
        Some(Node::kern(m.ink.advance * share))
    }

    pub(super) fn character(&mut self, c: char, class: Class, letters: Letters) -> Option<Char> {
        let mut glyph = self.faces.glyph(c, letters, self.size)?;
        let role = match class {
            Class::Over => Role::Over,
            Class::Dropped => Role::Dropped,
            _ => Role::Beside,
        };
        glyph.leans |= matches!(c, '\u{222b}' | '\u{222e}') && role == Role::Dropped;
        Some(Char::new(glyph, self.size.points(), role))
    }

    /// A mark that stands as a script.
    fn prime(&mut self) -> Option<Node> {
        // Where that face has its prime.
        let glyph = self
            .faces
            .glyph_in(Face::Symbols, '0', Letters::USUAL, self.size)?;
        let prime = Char::new(glyph, self.size.points(), Role::Beside);
        Some(Node::Char(prime))
    }

    /// A character with the space of an operator on both sides.
    pub(super) fn spaced(&mut self, character: Char) -> Option<Node> {
        let (before, after) = (self.space(OPERATOR)?, self.space(OPERATOR)?);
        Some(Node::List(List::row(vec![
            before,
            Node::Char(character),
            after,
        ])))
    }

    /// A character with that space after it.
    pub(super) fn followed(&mut self, character: Char) -> Option<Node> {
        let after = self.space(OPERATOR)?;
        Some(Node::List(List::row(vec![Node::Char(character), after])))
    }

    /// What has scripts, or primes, with them.
    pub(super) fn scripted(
        &mut self,
        nucleus: Node,
        (above, below): (Option<Node>, Option<Node>),
        primes: usize,
        after: Option<Node>,
    ) -> Option<Node> {
        let above = if primes > 0 {
            let mut row = match above {
                None => List::row(Vec::new()),
                Some(Node::List(row)) if row.across => row,
                Some(other) => List::row(vec![other]),
            };
            for _ in 0..primes {
                row.nodes.push(self.prime()?);
            }
            row.set_kerns();
            row.pack();
            Some(Node::List(row))
        } else {
            above
        };
        let mut parts = match nucleus.role() {
            Role::Over => vec![Node::List(self.over(nucleus, above, below))],
            Role::Beside | Role::Dropped => self.beside(nucleus, above, below),
        };
        parts.extend(after);
        Some(Node::List(List::row(parts)))
    }

    /// Scripts above and below.
    fn over(&self, nucleus: Node, above: Option<Node>, below: Option<Node>) -> List {
        let shrunk = |mut node: Node| {
            node.shrink();
            node
        };
        let (above, below) = (above.map(shrunk), below.map(shrunk));
        let (width, _, depth) = nucleus.extent();
        let both = above.iter().chain(&below);
        let width = both.fold(width, |width, node| width.max(node.extent().0));
        let gap = self.rule() * 3.0;
        let (mut nodes, mut shift) = (Vec::new(), 0.0);
        if let Some(above) = above {
            nodes.push(Node::List(List::centered(vec![above], width)));
            nodes.push(Rule::down(gap));
        }
        nodes.push(Node::List(List::centered(vec![nucleus], width)));
        if let Some(below) = below {
            let below = List::centered(vec![below], width);
            shift = below.height + gap + depth;
            nodes.extend([Rule::down(gap), Node::List(below)]);
        }
        let mut column = List::column(nodes);
        column.shift = shift;
        column
    }

    /// Scripts beside; of an integral, at its top and bottom.
    fn beside(&self, nucleus: Node, above: Option<Node>, below: Option<Node>) -> Vec<Node> {
        let x_height = self.x_height();
        let (nucleus, last) = as_wide_as_its_advance(nucleus);
        let (top, bottom) = last.as_ref().map_or((0.0, 0.0), |last| {
            let (_, height, depth) = last.extent();
            (height, depth)
        });
        let dropped = matches!(&last, Some(Node::Char(c)) if c.role == Role::Dropped);
        let leans = matches!(&last, Some(Node::Char(c)) if c.glyph.leans);
        let (mut kern_above, mut kern_below) = (DELTA * x_height, DELTA * x_height);
        if leans {
            kern_above += DELTA * x_height;
            kern_above += DELTA_LEANING * (top - x_height * 2.0 / 3.0);
            kern_below = 0.0;
            if dropped {
                kern_below = (3.0 * DELTA - DELTA_INTEGRAL) * top;
                kern_above = (3.0 * DELTA + DELTA_INTEGRAL) * top;
            }
        }
        let (mut up, mut down) = (0.0, 0.0);
        if !nucleus.is_plain() {
            let shrunk = self.x_height_at(self.size.points() * SHRINK);
            up = nucleus.height - BELOW_TOP / X_HEIGHT * shrunk;
            down = nucleus.depth + BELOW_BOTTOM / X_HEIGHT * shrunk;
        }
        let script = |kern: f64, node: Node| {
            let mut row = List::row(vec![Node::kern(kern), node]);
            row.shrink();
            row
        };
        let below = below.map(|below| script(kern_below, below));
        let above = above.map(|above| script(kern_above, above));
        let subdrop = BELOW_BOTTOM / X_HEIGHT * x_height;
        let raised = |up: f64, row: &List| {
            if dropped {
                top - subdrop
            } else {
                up.max(self.design(RAISED)).max(row.depth + x_height / 4.0)
            }
        };
        let mut scripts = match (above, below) {
            (None, None) => List::row(Vec::new()),
            (None, Some(mut below)) => {
                below.shift = if dropped {
                    bottom + subdrop
                } else {
                    let lowered = down.max(self.design(LOWERED));
                    lowered.max(below.height - x_height * 4.0 / 5.0)
                };
                below
            }
            (Some(mut above), None) => {
                above.shift = -raised(up, &above);
                above
            }
            (Some(above), Some(below)) => {
                up = raised(up, &above);
                down = if dropped {
                    bottom + subdrop
                } else {
                    down.max(self.design(LOWERED_BOTH))
                };
                let overlap = 4.0 * self.rule() - ((up - above.depth) - (below.height - down));
                if overlap > 0.0 {
                    down += overlap;
                    let more = x_height * 4.0 / 5.0 - up + above.depth;
                    if more > 0.0 {
                        up += more;
                        down -= more;
                    }
                }
                let gap = (up - above.depth) - (below.height - down);
                let nodes = vec![Node::List(above), Node::kern(gap), Node::List(below)];
                let mut column = List::column(nodes);
                column.shift = down;
                column
            }
        };
        if !dropped {
            scripts.width += AFTER * x_height;
        }
        vec![Node::List(nucleus), Node::List(scripts)]
    }

    /// One row over another.
    pub(super) fn fraction(&self, fraction: Fraction) -> List {
        let Fraction {
            mut above,
            mut below,
            bar,
            style,
        } = fraction;
        let rule = self.rule();
        let mut x_height = self.x_height();
        for _ in 0..style as usize {
            x_height *= SHRINK;
            above.shrink();
            below.shrink();
        }
        let width = above.width.max(below.width);
        let above = List::centered(vec![Node::List(above)], width);
        let below = List::centered(vec![Node::List(below)], width);
        let display = style == Style::Display;
        let scaled = |units: f64| units / X_HEIGHT * x_height;
        let [num1, num2, num3] = NUMERATORS.map(scaled);
        let [denom1, denom2] = DENOMINATORS.map(scaled);
        let down = if display { denom1 } else { denom2 };
        let column = if bar != 0.0 {
            let up = if display { num1 } else { num2 };
            let least = if display { 3.0 * bar } else { bar };
            let axis = AXIS / EM * self.size.points() * self.size.dpi() / 72.0;
            let half = bar / 2.0;
            let gap_above = ((up - above.depth) - (axis + half)).max(least);
            let gap_below = ((axis - half) - (below.height - down)).max(least);
            let shift = below.height + gap_below + half - axis;
            let nodes = vec![
                Node::List(above),
                Rule::down(gap_above),
                Rule::bar(bar),
                Rule::down(gap_below),
                Node::List(below),
            ];
            let mut column = List::column(nodes);
            column.shift = shift;
            column
        } else {
            let up = if display { num1 } else { num3 };
            let least = if display { 7.0 * rule } else { 3.0 * rule };
            let natural = (up - above.depth) - (below.height - down);
            let nodes = vec![
                Node::List(above),
                Rule::down(natural.max(least)),
                Node::List(below),
            ];
            let mut column = List::column(nodes);
            column.shift = down;
            if natural < least {
                column.shift += (least - natural) / 2.0;
            }
            column
        };
        let (start, end) = (Rule::across(rule), Rule::across(rule));
        List::row(vec![start, Node::List(column), end])
    }

    /// A row over or under another one that stays where it is.
    pub(super) fn stacked(&self, mut note: List, body: List, over: bool) -> Node {
        note.shrink();
        let width = note.width.max(body.width);
        let note = List::centered(vec![Node::List(note)], width);
        let body = List::centered(vec![Node::List(body)], width);
        let gap = self.rule() * 3.0;
        let column = if over {
            List::column(vec![Node::List(note), Rule::down(gap), Node::List(body)])
        } else {
            let shift = body.depth + note.height + gap;
            let nodes = vec![Node::List(body), Rule::down(gap), Node::List(note)];
            let mut column = List::column(nodes);
            column.shift = shift;
            column
        };
        Node::List(column)
    }

    /// A root, with the number over its tick if there is one.
    pub(super) fn root(&mut self, body: List, root: Option<List>) -> Option<Node> {
        let rule = self.rule();
        let height = body.height + 5.0 * rule;
        let depth = body.depth;
        let tick = self.as_high('\u{221a}', (height, depth), None)?;
        let height = tick.height - tick.shift;
        let depth = tick.depth + tick.shift;
        let (before, after) = (Rule::across(2.0 * rule), Rule::across(2.0 * rule));
        let body = List::row(vec![before, Node::List(body), after]);
        let body = self.barred(body, height, depth);
        let root = match root {
            None => Rule::across(0.5 * tick.width),
            Some(mut root) => {
                root.shrink();
                root.shrink();
                Node::List(root)
            }
        };
        let mut root = List::column(vec![Node::List(List::row(vec![root]))]);
        root.shift = -height * 0.6;
        let back = Node::kern(-0.5 * tick.width);
        Some(Node::List(List::row(vec![
            Node::List(root),
            back,
            Node::List(tick),
            Node::List(body),
        ])))
    }

    /// A row with a bar over it, so much above its baseline.
    fn barred(&self, body: List, height: f64, depth: f64) -> List {
        let more = (self.size.points() * self.size.dpi()) / (100.0 * 12.0);
        let nodes = vec![
            Rule::bar(self.rule()),
            Node::Fill(super::node::Fill::Stretch),
            Node::List(body),
        ];
        List::column_of(nodes, height + more, depth)
    }

    pub(super) fn overline(&self, body: List) -> Node {
        let height = body.height + 3.0 * self.rule();
        let depth = body.depth;
        let body = List::row(vec![Node::List(body)]);
        let barred = self.barred(body, height, depth);
        Node::List(List::row(vec![Node::List(barred)]))
    }

    pub(super) fn underline(&self, body: List) -> Node {
        let rule = self.rule();
        let height = body.height;
        let nodes = vec![
            Node::List(List::row(vec![Node::List(body)])),
            Node::kern(3.0 * rule),
            Rule::bar(rule),
        ];
        let mut column = List::column(nodes);
        let all = column.height + column.depth + rule;
        (column.height, column.depth) = (height, all - height);
        Node::List(List::row(vec![Node::List(column)]))
    }

    /// A mark over something: as it is, or as wide as that.
    pub(super) fn accented(&mut self, mark: char, wide: bool, over: Node) -> Option<Node> {
        let (width, ..) = over.extent();
        let points = self.size.points();
        let marks = if wide {
            vec![Node::List(self.as_wide(mark, width)?)]
        } else {
            let glyph = self.faces.glyph(mark, Letters::USUAL, self.size)?;
            let mut accent = Node::Char(Char::accent(glyph, points));
            if mark == '\u{2218}' {
                accent.shrink();
                accent.shrink();
            }
            vec![Rule::across(width / 4.0), accent]
        };
        let nodes = vec![
            Node::List(List::centered(marks, width)),
            Rule::down(self.rule() * 2.0),
            Node::List(List::row(vec![over])),
        ];
        Some(Node::List(List::column(nodes)))
    }

    /// Nodes between delimiters as high as they are, with others like them in the middle.
    pub(super) fn between(
        &mut self,
        open: Option<char>,
        parts: Vec<Part>,
        close: Option<char>,
    ) -> Option<List> {
        let extents = || parts.iter().flat_map(|(nodes, _)| nodes).map(Node::extent);
        let most = |all: Option<f64>, one: f64| Some(all.map_or(one, |all| all.max(one)));
        let height = extents().fold(None, |all, (_, height, _)| most(all, height));
        let depth = extents().fold(None, |all, (.., depth)| most(all, depth));
        let extent = (height.unwrap_or(0.0), depth.unwrap_or(0.0));
        let factor = height.is_none().then_some(1.0);
        let mut all = Vec::with_capacity(parts.len() + 2);
        if let Some(open) = open {
            all.push(Node::List(self.as_high(open, extent, factor)?));
        }
        for (nodes, after) in parts.into_iter().chain([(Vec::new(), close)]) {
            all.extend(nodes);
            if let Some(after) = after {
                all.push(Node::List(self.as_high(after, extent, factor)?));
            }
        }
        Some(List::row(all))
    }

    /// Letters in bold.
    pub(super) fn bold(&mut self, nodes: Vec<Node>, greek: &dyn Fn(char) -> bool) -> Option<List> {
        let mut bold = Vec::with_capacity(nodes.len());
        for node in nodes {
            bold.push(match node {
                Node::Char(c) => {
                    let character = c.glyph.character;
                    let leans = character.is_ascii_alphabetic() || greek(character);
                    Node::Char(self.heavier(&c, leans)?)
                }
                Node::List(mut row) => {
                    // The sign between its spaces, which stay as wide as they are.
                    if let Some(Node::Char(c)) = row.nodes.get_mut(1) {
                        *c = self.heavier(c, false)?;
                    }
                    Node::List(row)
                }
                other => other,
            });
        }
        Some(List::row(bold))
    }

    fn heavier(&mut self, c: &Char, leans: bool) -> Option<Char> {
        let name = if leans { Name::BoldLeaning } else { Name::Bold };
        let letters = c.glyph.letters().set(name);
        let glyph = self.faces.glyph(c.glyph.asked, letters, self.size)?;
        Some(Char::new(glyph, self.size.points(), c.role))
    }

    /// Rows below each other, each in the middle.
    pub(super) fn rows(&self, rows: Vec<List>) -> Node {
        let widest = rows.iter().map(|row| row.width).fold(0.0, f64::max);
        let mut nodes = Vec::new();
        for row in rows {
            if !nodes.is_empty() {
                nodes.push(Rule::down(2.0 * self.rule()));
            }
            nodes.push(Node::List(List::centered(vec![Node::List(row)], widest)));
        }
        Node::List(List::row(vec![Node::List(List::column(nodes))]))
    }

    /// The sizes that a sign comes in.
    fn sizes(&mut self, c: char) -> Vec<Char> {
        let points = self.size.points();
        let glyphs = (0..=SIZES).filter_map(|size| {
            let letters = Letters::sized(size);
            self.faces.glyph(c, letters, self.size)
        });
        glyphs
            .map(|glyph| Char::new(glyph, points, Role::Beside))
            .collect()
    }

    /// A sign as near to a height and depth as there is one; those beyond the usual size are made so.
    pub(super) fn as_high(
        &mut self,
        c: char,
        (height, depth): (f64, f64),
        factor: Option<f64>,
    ) -> Option<List> {
        let mut sizes = self.sizes(c);
        if c == '\u{221a}' {
            sizes.pop();
        }
        let (alone, target) = (sizes.len() == 1, height + depth);
        let enough = target - 0.2 * self.x_height();
        let high = sizes.iter().position(|c| c.height + c.depth >= enough);
        let at = high.or_else(|| sizes.len().checked_sub(1))?;
        let found = sizes.into_iter().nth(at)?;
        if at == 0 && !alone {
            return Some(List::row(vec![Node::Char(found)]));
        }
        let factor = factor.unwrap_or(target / (found.height + found.depth));
        let points = found.size * factor;
        let scaled = Char::new(found.glyph.at(points), points, Role::Beside);
        let shift = depth - scaled.depth;
        let mut row = List::row(vec![Node::Char(scaled)]);
        row.shift = shift;
        Some(row)
    }

    /// A mark made as wide as something.
    fn as_wide(&mut self, mark: char, width: f64) -> Option<List> {
        let points = self.size.points();
        let sizes = self.sizes(mark).into_iter();
        let marks: Vec<Char> = sizes.map(|c| Char::accent(c.glyph, points)).collect();
        let wide = marks.iter().position(|mark| mark.width >= width);
        let at = wide.or_else(|| marks.len().checked_sub(1))?;
        let found = marks.into_iter().nth(at)?;
        let points = found.size * (width / found.width);
        let scaled = Char::accent(found.glyph.at(points), points);
        let width = scaled.width;
        let mut row = List::row(vec![Node::Char(scaled)]);
        row.width = width;
        Some(row)
    }
}

/// What scripts belong to as a row, and the last of it: a character, which takes its whole advance and
/// no more.
fn as_wide_as_its_advance(nucleus: Node) -> (List, Option<Node>) {
    let widened = |node: Node| match node {
        Node::Char(mut c) => {
            c.width = c.glyph.ink.advance;
            Node::Char(c)
        }
        other => other,
    };
    match nucleus {
        Node::List(mut row) if row.across => {
            if let [.., Node::Char(_), Node::Kern(_)] = row.nodes.as_slice() {
                row.nodes.pop();
            }
            let last = row.nodes.pop().map(widened);
            row.nodes.extend(last.clone());
            (List::packed(row.nodes), last)
        }
        other => {
            let last = widened(other);
            (List::row(vec![last.clone()]), Some(last))
        }
    }
}
