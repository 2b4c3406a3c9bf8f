//! Reading what stands between dollar signs.
//!
//! A formula is a list of parts; a part is a character, a group in braces, or a command with what
//! belongs to it, and may have scripts. Where something is not understood, reading ends with the place
//! of it.

use super::build::{Fraction, Setter, Style, THIN};
use super::font::{Letters, Name};
use super::node::{List, Node, Role};
use super::symbols::{self, Class, SPACES, csname, delimiter};

/// Groups within groups beyond which nothing is read: each takes room on the stack.
const DEEPEST: usize = 64;

/// Where reading ended.
pub(super) type Stop = usize;
type Read<T> = Result<T, Stop>;

pub(super) struct Reader<'t, 's, 'f> {
    text: &'t str,
    at: usize,
    depth: usize,
    /// What letters are set in; one for each open group.
    letters: Vec<Letters>,
    /// Whether scripts come next that the space after a function goes after.
    awaits: bool,
    set: &'s mut Setter<'f>,
}

/// The formula that a text is.
pub(super) fn formula(text: &str, set: &mut Setter<'_>) -> Read<List> {
    let mut reader = Reader {
        text,
        at: 0,
        depth: 0,
        letters: vec![Letters::USUAL],
        awaits: false,
        set,
    };
    let nodes = reader.parts(|_| false)?;
    if nodes.is_empty() || reader.at < text.len() {
        return Err(reader.at);
    }
    Ok(List::row(nodes))
}

impl<'t> Reader<'t, '_, '_> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn next(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn skip(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r']).len();
    }

    fn takes(&mut self, prefix: &str) -> bool {
        let found = self.rest().starts_with(prefix);
        if found {
            self.at += prefix.len();
        }
        found
    }

    fn expect(&mut self, prefix: &str) -> Read<()> {
        self.skip();
        if self.takes(prefix) {
            Ok(())
        } else {
            Err(self.at)
        }
    }

    fn known<T>(&self, found: Option<T>) -> Read<T> {
        found.ok_or(self.at)
    }

    fn letters(&self) -> Letters {
        self.letters.last().copied().unwrap_or(Letters::USUAL)
    }

    /// Parts up to the end, a closing brace, or what ends them.
    fn parts(&mut self, ends: fn(&str) -> bool) -> Read<Vec<Node>> {
        let mut nodes = Vec::new();
        loop {
            self.skip();
            let rest = self.rest();
            if rest.is_empty() || rest.starts_with('}') || ends(rest) {
                return Ok(nodes);
            }
            nodes.extend(self.part()?);
        }
    }

    /// A space, or something with its scripts; nothing where letters change.
    fn part(&mut self) -> Read<Option<Node>> {
        for (name, share) in SPACES {
            if self.takes(name) {
                let space = self.set.space(share);
                return self.known(space).map(Some);
            }
        }
        match csname(self.rest()) {
            Some("hspace") => {
                self.at += "\\hspace".len();
                self.expect("{")?;
                let share = self.number()?;
                self.expect("}")?;
                let space = self.set.space(share);
                return self.known(space).map(Some);
            }
            Some(name) => {
                if let Some(letters) = self.letters_named(name) {
                    self.at += name.len() + 1;
                    if let Some(now) = self.letters.last_mut() {
                        *now = now.set(letters);
                    }
                    return Ok(None);
                }
            }
            None => {}
        }
        self.scripted().map(Some)
    }

    fn number(&mut self) -> Read<f64> {
        self.skip();
        let rest = self.rest();
        let end = rest.find(|c: char| !matches!(c, '0'..='9' | '.' | '-' | '+'));
        let written = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
        let number = written.parse::<f64>().ok().filter(|v| v.is_finite());
        let number = self.known(number)?;
        self.at += written.len();
        Ok(number)
    }

    /// Something with the scripts and primes that follow it.
    fn scripted(&mut self) -> Read<Node> {
        let nucleus = match self.next() {
            Some('_' | '^') => None,
            Some('\'') if !self.quote_has_script() => None,
            _ => Some(self.single()?),
        };
        let (mut above, mut below) = (None, None);
        loop {
            self.skip();
            let script = match self.next() {
                Some('^') => &mut above,
                Some('_') => &mut below,
                _ => break,
            };
            if script.is_some() {
                return Err(self.at);
            }
            self.at += 1;
            *script = Some(self.single()?);
        }
        let quotes = self.rest().len() - self.rest().trim_start_matches('\'').len();
        self.at += quotes;
        if above.is_none() && below.is_none() && quotes == 0 {
            return nucleus.ok_or(self.at);
        }
        let after = if std::mem::take(&mut self.awaits) {
            let space = self.set.space(THIN);
            Some(self.known(space)?)
        } else {
            None
        };
        let nucleus = nucleus.unwrap_or_else(|| super::node::Rule::across(0.0));
        let node = self.set.scripted(nucleus, (above, below), quotes, after);
        self.known(node)
    }

    /// Whether a quote is written that has scripts, and is no prime.
    fn quote_has_script(&self) -> bool {
        let rest = self.rest().strip_prefix('\'').unwrap_or_default();
        rest.trim_start().starts_with(['_', '^'])
    }

    /// A character, a group, or a command with what belongs to it.
    fn single(&mut self) -> Read<Node> {
        self.skip();
        if self.depth > DEEPEST {
            return Err(self.at);
        }
        self.depth += 1;
        let node = match csname(self.rest()) {
            Some(name) => self.command(name),
            None => match self.next() {
                Some('{') => self.group(None).map(Node::List),
                Some('\\') => self.escaped(),
                Some(c) => self.written(c),
                None => Err(self.at),
            },
        };
        self.depth -= 1;
        node
    }

    /// A character that is written as itself.
    fn written(&mut self, c: char) -> Read<Node> {
        let (character, class) = symbols::written(c).ok_or(self.at)?;
        let start = self.at;
        self.at += c.len_utf8();
        self.symbol(character, class, start)
    }

    /// A character after a backslash, or the accent that it is there.
    fn escaped(&mut self) -> Read<Node> {
        let start = self.at;
        let c = self.rest().chars().nth(1).ok_or(start)?;
        let mut name = [0; 4];
        if let Some(mark) = symbols::accent(c.encode_utf8(&mut name)) {
            self.at += 2;
            return self.accent(mark, false);
        }
        let character = match c {
            '%' | '#' | '$' | '{' | '}' | '[' | ']' | '_' => c,
            '|' => '\u{2016}',
            _ => return Err(start),
        };
        self.at += 2;
        self.symbol(character, Class::Plain, start)
    }

    /// `{…}`, in letters of its own.
    fn group(&mut self, letters: Option<Name>) -> Read<List> {
        self.expect("{")?;
        let now = self.letters();
        self.letters.push(letters.map_or(now, |name| now.set(name)));
        let nodes = self.parts(|_| false);
        self.letters.pop();
        let nodes = nodes?;
        self.expect("}")?;
        Ok(List::row(nodes))
    }

    /// `{…}`, in which letters change for what follows it, too.
    fn argument(&mut self) -> Read<List> {
        self.expect("{")?;
        let nodes = self.parts(|_| false)?;
        self.expect("}")?;
        Ok(List::row(nodes))
    }

    /// The same with something in it.
    fn filled(&mut self) -> Read<List> {
        let start = self.at;
        let row = self.argument()?;
        if row.nodes.is_empty() {
            return Err(start);
        }
        Ok(row)
    }

    fn command(&mut self, name: &'t str) -> Read<Node> {
        let start = self.at;
        self.at += name.len() + 1;
        if let Some(mark) = symbols::accent(name) {
            return self.accent(mark, false);
        }
        if let Some(mark) = symbols::wide_accent(name) {
            return self.accent(mark, true);
        }
        if let Some((character, class)) = symbols::named(name) {
            return self.symbol(character, class, start);
        }
        if let Some(class) = symbols::function(name) {
            return self.function(name, class);
        }
        let letters = name.strip_prefix("math");
        if let Some(letters) = letters.and_then(|name| self.letters_named(name)) {
            return self.group(Some(letters)).map(Node::List);
        }
        let rule = self.set.rule();
        match name {
            "frac" => self.fraction(rule, Style::Text, (None, None)),
            "dfrac" => self.fraction(rule, Style::Display, (None, None)),
            "binom" => self.fraction(0.0, Style::Text, (Some('('), Some(')'))),
            "genfrac" => self.general_fraction(),
            "sqrt" => self.root(),
            "overline" => {
                let body = self.filled()?;
                Ok(self.set.overline(body))
            }
            "underline" => {
                let body = self.filled()?;
                Ok(self.set.underline(body))
            }
            "overset" | "underset" => {
                let (note, body) = (self.argument()?, self.argument()?);
                Ok(self.set.stacked(note, body, name == "overset"))
            }
            "phantom" => {
                let mut row = self.argument()?;
                row.hidden = true;
                Ok(Node::List(row))
            }
            "llap" | "rlap" => {
                let row = self.argument()?;
                let back = Node::kern(-row.width);
                let nodes = if name == "llap" {
                    vec![back, Node::List(row)]
                } else {
                    vec![Node::List(row), back]
                };
                Ok(Node::List(List::row(nodes)))
            }
            "boldsymbol" => {
                self.expect("{")?;
                let nodes = self.parts(|_| false)?;
                self.expect("}")?;
                let row = self.set.bold(nodes, &symbols::is_small_greek);
                self.known(row).map(Node::List)
            }
            "substack" => self.stack(),
            "text" => self.text(),
            "operatorname" => self.operator(),
            "left" => self.between(),
            _ => Err(start),
        }
    }

    fn accent(&mut self, mark: char, wide: bool) -> Read<Node> {
        let over = self.single()?;
        let node = self.set.accented(mark, wide, over);
        self.known(node)
    }

    fn fraction(
        &mut self,
        bar: f64,
        style: Style,
        (open, close): (Option<char>, Option<char>),
    ) -> Read<Node> {
        let (above, below) = (self.filled()?, self.filled()?);
        let row = self.set.fraction(Fraction {
            above,
            below,
            bar,
            style,
        });
        if open.is_none() && close.is_none() {
            return Ok(Node::List(row));
        }
        let node = self
            .set
            .between(open, vec![(vec![Node::List(row)], None)], close);
        self.known(node).map(Node::List)
    }

    /// `\genfrac{(}{)}{thickness}{style}{…}{…}`.
    fn general_fraction(&mut self) -> Read<Node> {
        let mut delimiters = [None; 2];
        for delimiter in &mut delimiters {
            self.expect("{")?;
            self.skip();
            if self.next() != Some('}') {
                *delimiter = self.delimiter()?;
            }
            self.expect("}")?;
        }
        self.expect("{")?;
        let bar = self.number()?;
        self.expect("}")?;
        self.expect("{")?;
        self.skip();
        let style = match self.next() {
            Some('0') => Style::Display,
            Some('1' | '}') => Style::Text,
            Some('2') => Style::Script,
            Some('3') => Style::ScriptScript,
            _ => return Err(self.at),
        };
        if self.next() != Some('}') {
            self.at += 1;
        }
        self.expect("}")?;
        let [open, close] = delimiters;
        self.fraction(bar, style, (open, close))
    }

    fn root(&mut self) -> Read<Node> {
        self.skip();
        let root = if self.takes("[") {
            let nodes = self.parts(|rest| rest.starts_with(']'))?;
            self.expect("]")?;
            Some(List::row(nodes))
        } else {
            None
        };
        let body = self.filled()?;
        let node = self.set.root(body, root);
        self.known(node)
    }

    /// `\text{…}`: characters as they are, but for braces and what follows a backslash.
    fn text(&mut self) -> Read<Node> {
        self.expect("{")?;
        let (mut nodes, mut depth) = (Vec::new(), 1);
        while let Some(c) = self.next() {
            self.at += c.len_utf8();
            let shown = match c {
                '{' => {
                    depth += 1;
                    continue;
                }
                '}' => {
                    depth -= 1;
                    if depth == 0 {
                        return Ok(Node::List(List::row(nodes)));
                    }
                    continue;
                }
                '\\' => {
                    let next = self.next().ok_or(self.at)?;
                    self.at += next.len_utf8();
                    next
                }
                c => c,
            };
            let character = self.set.character(shown, Class::Plain, Letters::UPRIGHT);
            nodes.push(Node::Char(self.known(character)?));
        }
        Err(self.at)
    }

    /// A function's name, upright.
    fn function(&mut self, name: &str, class: Class) -> Read<Node> {
        let mut nodes = Vec::new();
        for c in name.chars() {
            let character = self.set.character(c, Class::Plain, Letters::UPRIGHT);
            nodes.push(Node::Char(self.known(character)?));
        }
        let next = self.rest().trim_start_matches(' ');
        let mut row = self.applied(nodes, next)?;
        if class == Class::Over {
            row.role = Role::Over;
        }
        Ok(Node::List(row))
    }

    /// `\operatorname{…}`.
    fn operator(&mut self) -> Read<Node> {
        self.expect("{")?;
        self.letters.push(self.letters().set(Name::Upright));
        let nodes = self.parts(|_| false);
        self.letters.pop();
        let nodes = nodes?;
        self.expect("}")?;
        let next = self.rest().trim_start_matches(' ');
        self.applied(nodes, next).map(Node::List)
    }

    /// A function's name with the space after it, unless scripts or a bracket follow.
    fn applied(&mut self, mut nodes: Vec<Node>, next: &str) -> Read<List> {
        let first = next.chars().next();
        let scripts = matches!(first, Some('^' | '_'));
        let bracket =
            first.is_some_and(|c| matches!(c, '(' | '[' | '<' | ')' | ']' | '>' | '|' | '/' | '.'));
        if !(scripts || bracket) {
            let space = self.set.space(THIN);
            nodes.push(self.known(space)?);
        }
        self.awaits = scripts;
        Ok(List::row(nodes))
    }

    fn delimiter(&mut self) -> Read<Option<char>> {
        self.skip();
        let (character, length) = delimiter(self.rest()).ok_or(self.at)?;
        self.at += length;
        Ok(character)
    }

    /// `\substack{… \\ …}`.
    fn stack(&mut self) -> Read<Node> {
        self.expect("{")?;
        let mut rows = Vec::new();
        loop {
            let nodes = self.parts(|rest| rest.starts_with("\\\\"))?;
            if nodes.is_empty() {
                return Err(self.at);
            }
            rows.push(List::row(nodes));
            if !self.takes("\\\\") {
                break;
            }
            self.skip();
            if self.next() == Some('}') {
                break;
            }
        }
        self.expect("}")?;
        Ok(self.set.rows(rows))
    }

    /// The letters that a name asks for.
    fn letters_named(&self, name: &str) -> Option<Name> {
        Some(match name {
            "rm" => Name::Upright,
            "sf" => Name::Sans,
            "it" => Name::Leaning,
            "normal" => Name::Usual,
            "default" | "regular" => Name::Text(self.set.face),
            "cal" => Name::Calligraphic,
            "tt" => Name::Typewriter,
            "bf" => Name::Bold,
            "bfit" => Name::BoldLeaning,
            "bb" => Name::Blackboard,
            "frak" => Name::Fraktur,
            "scr" => Name::Script,
            _ => return None,
        })
    }

    /// `\left( … \middle| … \right)`.
    fn between(&mut self) -> Read<Node> {
        let open = self.delimiter()?;
        let ends = |rest: &str| matches!(csname(rest), Some("right" | "middle"));
        let mut parts = Vec::new();
        loop {
            let nodes = self.parts(ends)?;
            if !self.takes("\\middle") {
                parts.push((nodes, None));
                break;
            }
            parts.push((nodes, self.delimiter()?));
        }
        self.expect("\\right")?;
        let close = self.delimiter()?;
        let row = self.set.between(open, parts, close);
        self.known(row).map(Node::List)
    }

    /// A character with the space around it that its class has; `start` is where it was written.
    fn symbol(&mut self, c: char, class: Class, start: usize) -> Read<Node> {
        let letters = self.letters();
        let character = self.set.character(c, class, letters).ok_or(start)?;
        let before = self.text.get(..start).unwrap_or_default();
        let previous = before.trim_end_matches(' ').chars().next_back();
        match class {
            Class::Binary | Class::Spaced => {
                let sign = class == Class::Binary
                    && (before.trim().is_empty()
                        || matches!(previous, Some('{' | '(' | '[' | '<' | '=' | '>' | ':')));
                if self.awaits || sign {
                    return Ok(Node::Char(character));
                }
                let spaced = self.set.spaced(character);
                self.known(spaced)
            }
            Class::Punctuation => {
                let next = self.rest().trim_start_matches(' ').chars().next();
                let digit = |c: Option<char>| c.is_some_and(char::is_numeric);
                let close = match c {
                    ',' => previous == Some('{') && next == Some('}'),
                    '.' => digit(previous) && digit(next),
                    _ => false,
                };
                if close {
                    return Ok(Node::Char(character));
                }
                let followed = self.set.followed(character);
                self.known(followed)
            }
            Class::Plain | Class::Over | Class::Dropped => Ok(Node::Char(character)),
        }
    }
}
