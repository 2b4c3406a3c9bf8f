//! TeX's boxes: what a formula is made of, how much room it takes, and where its parts go.
//!
//! ```text
//!        ┌───────┐ ┬            a list across puts boxes side by side on one baseline,
//!        │       │ │ height     a list down puts them below each other;
//!  ──────┼───────┼─┼── baseline either may be shifted downwards in the list that it is in
//!        │       │ │ depth
//!        └───────┘ ┴
//!         width
//! ```
//!
//! A list that is longer than what is in it has glue: the rest is shared out among its fills. Scripts
//! are lists that shrink with all that is in them.

use super::font::Glyph;

/// How large scripts are, beside what they are scripts of.
pub(super) const SHRINK: f64 = 0.7;
/// From the sixth script of a script on, nothing gets smaller.
const LEVELS: u32 = 6;

/// A part of a formula.
#[derive(Clone, Debug)]
pub(super) enum Node {
    Char(Char),
    Kern(Kern),
    Fill(Fill),
    List(List),
    Rule(Rule),
}

/// Space, along the list that it is in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Kern {
    pub(super) width: f64,
    level: u32,
}

/// Space that takes what is left over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fill {
    /// Gives way, too.
    Both,
    /// Goes before all others.
    Stretch,
}

/// A box without contents: space, or a bar.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rule {
    /// `None` for that of the list that it is in.
    width: Option<f64>,
    height: f64,
    depth: f64,
    level: u32,
}

/// A character.
#[derive(Clone, Debug)]
pub(super) struct Char {
    pub(super) glyph: Glyph,
    pub(super) size: f64,
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) depth: f64,
    pub(super) role: Role,
    /// Drawn by its ink alone: what is left of it and below it does not count.
    pub(super) accent: bool,
    level: u32,
}

/// Where scripts go that follow a character.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Role {
    #[default]
    Beside,
    /// Above and below.
    Over,
    /// Beside, from top to bottom.
    Dropped,
}

/// Boxes side by side, or below each other.
#[derive(Clone, Debug)]
pub(super) struct List {
    pub(super) nodes: Vec<Node>,
    pub(super) across: bool,
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) depth: f64,
    /// Downwards, in a row.
    pub(super) shift: f64,
    /// What is left over: for each unit of glue, and the order of the glue that takes it.
    glue: Option<(f64, Fill)>,
    stretching: bool,
    /// Where scripts go that follow it.
    pub(super) role: Role,
    pub(super) hidden: bool,
    level: u32,
}

fn shrink<const N: usize>(level: &mut u32, sizes: [&mut f64; N]) {
    *level += 1;
    if *level < LEVELS {
        sizes.into_iter().for_each(|size| *size *= SHRINK);
    }
}

impl Char {
    pub(super) fn new(glyph: Glyph, size: f64, role: Role) -> Self {
        let ink = glyph.ink;
        let width = if glyph.character == ' ' {
            ink.advance
        } else {
            ink.right - ink.left
        };
        Self {
            size,
            width,
            height: ink.top,
            depth: -ink.bottom,
            role,
            accent: false,
            level: 0,
            glyph,
        }
    }

    /// A character that is put over another one.
    pub(super) fn accent(glyph: Glyph, size: f64) -> Self {
        let mut accent = Self::new(glyph, size, Role::Beside);
        accent.accent = true;
        accent.measure();
        accent
    }

    fn measure(&mut self) {
        let ink = self.glyph.ink;
        (self.width, self.height) = (ink.right - ink.left, ink.top - ink.bottom);
        self.depth = 0.0;
    }

    fn shrink(&mut self) {
        let sizes = [
            &mut self.size,
            &mut self.width,
            &mut self.height,
            &mut self.depth,
        ];
        shrink(&mut self.level, sizes);
        if self.accent {
            self.glyph = self.glyph.at(self.size);
            self.measure();
        }
    }

    /// From the ink to the next character's.
    fn kern(&self, next: Option<&Node>) -> f64 {
        let beyond = self.glyph.ink.advance - self.width;
        let pair = match next {
            Some(Node::Char(next)) if next.size == self.size => self.glyph.kern(&next.glyph),
            _ => 0.0,
        };
        beyond + pair
    }
}

impl Rule {
    /// Space across.
    pub(super) fn across(width: f64) -> Node {
        Node::Rule(Self {
            width: Some(width),
            height: 0.0,
            depth: 0.0,
            level: 0,
        })
    }

    /// Space downwards.
    pub(super) fn down(depth: f64) -> Node {
        Node::Rule(Self {
            width: Some(0.0),
            height: 0.0,
            depth,
            level: 0,
        })
    }

    /// A bar as wide as the list that it is in.
    pub(super) fn bar(thickness: f64) -> Node {
        Node::Rule(Self {
            width: None,
            height: thickness * 0.5,
            depth: thickness * 0.5,
            level: 0,
        })
    }
}

impl Node {
    pub(super) fn kern(width: f64) -> Self {
        Self::Kern(Kern { width, level: 0 })
    }

    /// Width, height and depth.
    pub(super) fn extent(&self) -> (f64, f64, f64) {
        match self {
            Self::Char(c) => (c.width, c.height, c.depth),
            Self::Kern(kern) => (kern.width, 0.0, 0.0),
            Self::Fill(_) => (0.0, 0.0, 0.0),
            Self::List(list) => (list.width, list.height, list.depth),
            Self::Rule(rule) => (rule.width.unwrap_or(f64::INFINITY), rule.height, rule.depth),
        }
    }

    pub(super) fn shrink(&mut self) {
        match self {
            Self::Char(c) => c.shrink(),
            Self::Kern(kern) => shrink(&mut kern.level, [&mut kern.width]),
            Self::Fill(_) => {}
            Self::List(list) => list.shrink(),
            Self::Rule(rule) => {
                let mut none = 0.0;
                let width = rule.width.as_mut().unwrap_or(&mut none);
                shrink(&mut rule.level, [width, &mut rule.height, &mut rule.depth]);
            }
        }
    }

    /// Whether it is made of characters in a row.
    pub(super) fn is_plain(&self) -> bool {
        match self {
            Self::List(list) => list.is_plain(),
            _ => true,
        }
    }

    /// Where scripts go that follow it.
    pub(super) fn role(&self) -> Role {
        match self {
            Self::Char(c) => c.role,
            Self::List(list) => list.role,
            _ => Role::Beside,
        }
    }
}

impl List {
    fn of(nodes: Vec<Node>, across: bool) -> Self {
        Self {
            nodes,
            across,
            width: 0.0,
            height: 0.0,
            depth: 0.0,
            shift: 0.0,
            glue: None,
            stretching: false,
            role: Role::Beside,
            hidden: false,
            level: 0,
        }
    }

    /// Boxes side by side, characters as far from each other as they are to be.
    pub(super) fn row(nodes: Vec<Node>) -> Self {
        let mut row = Self::of(nodes, true);
        row.set_kerns();
        row.pack();
        row
    }

    /// Boxes side by side, as they are.
    pub(super) fn packed(nodes: Vec<Node>) -> Self {
        let mut row = Self::of(nodes, true);
        row.pack();
        row
    }

    /// One box in the middle of a width.
    pub(super) fn centered(nodes: Vec<Node>, width: f64) -> Self {
        let mut all = vec![Node::Fill(Fill::Both)];
        all.extend(nodes);
        all.push(Node::Fill(Fill::Both));
        let mut row = Self::packed(all);
        row.pack_to(width);
        row
    }

    /// Boxes below each other.
    pub(super) fn column(nodes: Vec<Node>) -> Self {
        let mut column = Self::of(nodes, false);
        column.stack(None, f64::INFINITY);
        column
    }

    /// Boxes below each other, over a height, and no deeper than a depth.
    pub(super) fn column_of(nodes: Vec<Node>, height: f64, depth: f64) -> Self {
        let mut column = Self::of(nodes, false);
        column.stack(Some(height), depth);
        column
    }

    pub(super) fn is_plain(&self) -> bool {
        self.across && self.nodes.iter().all(Node::is_plain)
    }

    /// Adds what characters' advances are more than their ink.
    pub(super) fn set_kerns(&mut self) {
        let nodes = std::mem::take(&mut self.nodes);
        let kerns: Vec<f64> = nodes
            .iter()
            .enumerate()
            .map(|(i, node)| match node {
                Node::Char(c) => c.kern(nodes.get(i + 1)),
                _ => 0.0,
            })
            .collect();
        for (node, kern) in nodes.into_iter().zip(kerns) {
            self.nodes.push(node);
            if kern != 0.0 {
                self.nodes.push(Node::kern(kern));
            }
        }
    }

    /// Measures a row that is as wide as what is in it.
    pub(super) fn pack(&mut self) {
        self.width = self.measure_row();
        self.glue = None;
    }

    /// Measures a row of a given width.
    pub(super) fn pack_to(&mut self, width: f64) {
        let natural = self.measure_row();
        self.width = width;
        self.set_glue(width - natural);
    }

    fn measure_row(&mut self) -> f64 {
        let (mut width, mut height, mut depth) = (0.0, 0.0_f64, 0.0_f64);
        for node in &self.nodes {
            let own = node.extent();
            width += own.0;
            let shift = match node {
                Node::Kern(_) | Node::Fill(_) => continue,
                Node::List(list) => list.shift,
                Node::Char(_) | Node::Rule(_) => 0.0,
            };
            height = height.max(own.1 - shift);
            depth = depth.max(own.2 + shift);
        }
        (self.height, self.depth) = (height, depth);
        width
    }

    fn stack(&mut self, height: Option<f64>, deepest: f64) {
        let (mut width, mut depth, mut natural) = (0.0_f64, 0.0, 0.0);
        for node in &self.nodes {
            let own = node.extent();
            match node {
                Node::Kern(kern) => {
                    natural += depth + kern.width;
                    depth = 0.0;
                }
                Node::Fill(_) => {
                    natural += depth;
                    depth = 0.0;
                }
                Node::Char(_) | Node::List(_) | Node::Rule(_) => {
                    natural += depth + own.1;
                    depth = own.2;
                    if own.0.is_finite() {
                        width = width.max(own.0);
                    }
                }
            }
        }
        self.width = width;
        if depth > deepest {
            natural += depth - deepest;
            depth = deepest;
        }
        self.depth = depth;
        self.height = height.unwrap_or(natural);
        self.set_glue(self.height - natural);
    }

    /// Shares out what is left over, or missing.
    fn set_glue(&mut self, rest: f64) {
        let fills = |kind: Fill| {
            let nodes = self.nodes.iter();
            nodes
                .filter(|node| matches!(node, Node::Fill(fill) if *fill == kind))
                .count() as f64
        };
        self.stretching = rest > 0.0;
        let (stretch, both) = (fills(Fill::Stretch), fills(Fill::Both));
        self.glue = if rest == 0.0 {
            None
        } else if rest > 0.0 && stretch > 0.0 {
            Some((rest / stretch, Fill::Stretch))
        } else if both > 0.0 {
            Some((rest.abs() / both, Fill::Both))
        } else {
            None
        };
    }

    pub(super) fn shrink(&mut self) {
        self.nodes.iter_mut().for_each(Node::shrink);
        let mut none = 0.0;
        let glue = self.glue.as_mut().map_or(&mut none, |(glue, _)| glue);
        let sizes = [
            &mut self.width,
            &mut self.height,
            &mut self.depth,
            &mut self.shift,
            glue,
        ];
        shrink(&mut self.level, sizes);
    }

    /// The space that fills take up to the one that is counted.
    fn filled(&self, count: &mut f64, fill: Fill) -> Option<f64> {
        let (unit, taker) = self.glue?;
        if taker != fill {
            return None;
        }
        *count += if self.stretching { 1.0 } else { -1.0 };
        Some((unit * *count).clamp(-1e9, 1e9).round_ties_even())
    }
}

/// What goes where: characters and bars, by how far right of the start and below the upper edge.
#[derive(Debug, Default)]
pub(super) struct Shipped {
    pub(super) characters: Vec<(Char, f64, f64)>,
    /// Left and upper edge, width and height.
    pub(super) bars: Vec<(f64, f64, f64, f64)>,
}

impl List {
    /// All that is seen of a row.
    pub(super) fn shipped(&self) -> Shipped {
        let mut shipped = Shipped::default();
        self.ship_row(&mut shipped, (0.0, 0.0), self.height);
        shipped
    }

    fn ship(&self, to: &mut Shipped, at: (f64, f64), top: f64, width: f64) {
        if self.across {
            self.ship_row(to, at, top);
        } else {
            self.ship_column(to, at, top, width);
        }
    }

    /// `x` and `y` of the start of the baseline, y downwards; `top` is added last.
    fn ship_row(&self, to: &mut Shipped, (left, base): (f64, f64), top: f64) {
        if self.hidden {
            return;
        }
        let (mut x, mut filled, mut count) = (left, 0.0, 0.0);
        for node in &self.nodes {
            match node {
                Node::Char(c) => {
                    to.characters.push((c.clone(), x, base + top));
                    x += c.width;
                }
                Node::Kern(kern) => x += kern.width,
                Node::List(list) => {
                    list.ship(to, (x, base + list.shift), top, list.width);
                    x += list.width;
                }
                Node::Rule(rule) => x += rule.width.unwrap_or(0.0),
                Node::Fill(fill) => {
                    let mut more = 0.0 - filled;
                    if let Some(next) = self.filled(&mut count, *fill) {
                        filled = next;
                    }
                    more += filled;
                    x += more;
                }
            }
        }
    }

    fn ship_column(&self, to: &mut Shipped, (left, base): (f64, f64), top: f64, width: f64) {
        let mut y = base - self.height;
        let (mut filled, mut count) = (0.0, 0.0);
        for node in &self.nodes {
            match node {
                Node::Kern(kern) => y += kern.width,
                Node::List(list) => {
                    y += list.height;
                    list.ship(to, (left, y), top, width);
                    y += list.depth;
                }
                Node::Rule(rule) => {
                    let height = rule.height + rule.depth;
                    if height > 0.0 && rule.depth > 0.0 {
                        y += height;
                        if rule.width.is_none() {
                            to.bars.push((left, (y + top) - height, width, height));
                        }
                    }
                }
                Node::Fill(fill) => {
                    let mut more = 0.0 - filled;
                    if let Some(next) = self.filled(&mut count, *fill) {
                        filled = next;
                    }
                    more += filled;
                    y += more;
                }
                Node::Char(_) => {}
            }
        }
    }
}
