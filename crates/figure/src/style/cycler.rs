//! Cycles as text: matplotlib's `cycler('color', ['k', '0.5']) + cycler('lw', [1, 2])`, or colours
//! with blanks between them.
//!
//! ```text
//! sum     = product { "+" product }
//! product = factor { "*" ( factor | whole number ) }
//! factor  = "(" sum ")" | "cycler(" name "," list ")" | "cycler(" name "=" list { "," … } ")"
//! list    = "[" { value "," } "]" | "(" … ")" | "'rgb'", for a colour by each letter
//! ```

use super::read;
use crate::artist::PropCycle;
use crate::color::ColorSpec;
use crate::name::{ByName, Named};

/// How deep parentheses may be.
const DEEPEST: usize = 16;
/// More turns than this are refused; nobody could tell them apart.
const MOST: usize = 1 << 16;

/// A colour that is no place in a cycle itself.
fn color(text: &str) -> Option<ColorSpec> {
    let place = text.strip_prefix('C').unwrap_or_default();
    // `C85200` is an orange without its number sign.
    let is_hex = matches!(text.len(), 6 | 8);
    let digits = place.bytes().all(|b| b.is_ascii_digit());
    let is_place = !place.is_empty() && digits && !is_hex;
    (!is_place).then(|| read::color(text)).flatten()
}

/// What a cycle has in turn; `None` where the text is none.
pub(super) fn cycle(text: &str) -> Option<PropCycle> {
    if !text.contains('(') {
        let colors: Option<Vec<ColorSpec>> = text.split_whitespace().map(color).collect();
        return colors.map(PropCycle::from);
    }
    let mut rest = Rest(text.trim());
    let cycle = rest.sum(0)?;
    rest.0.is_empty().then_some(cycle)
}

/// The cycle, if it can be had so many times over.
fn sized(cycle: &PropCycle, times: usize) -> Option<&PropCycle> {
    let fits = cycle.len().checked_mul(times)? <= MOST;
    fits.then_some(cycle)
}

/// What is left of the text, without blanks before it.
struct Rest<'t>(&'t str);

impl<'t> Rest<'t> {
    /// Goes past a word, if it is the next.
    fn past(&mut self, word: &str) -> Option<()> {
        self.0 = self.0.strip_prefix(word)?.trim_start();
        Some(())
    }

    fn sum(&mut self, depth: usize) -> Option<PropCycle> {
        let mut sum = self.product(depth)?;
        while self.past("+").is_some() {
            sum = sum.and(&self.product(depth)?).ok()?;
        }
        Some(sum)
    }

    fn product(&mut self, depth: usize) -> Option<PropCycle> {
        let mut product = self.factor(depth)?;
        while self.past("*").is_some() {
            product = match self.whole() {
                Some(times) => sized(&product, times)?.repeated(times),
                None => {
                    let factor = self.factor(depth)?;
                    sized(&product, factor.len())?.times(&factor).ok()?
                }
            };
        }
        Some(product)
    }

    fn factor(&mut self, depth: usize) -> Option<PropCycle> {
        if depth > DEEPEST {
            return None;
        }
        if self.past("(").is_some() {
            let sum = self.sum(depth + 1)?;
            self.past(")")?;
            return Some(sum);
        }
        self.past("cycler")?;
        self.past("(")?;
        if let Some(name) = self.quoted() {
            self.past(",")?;
            let cycle = self.named(name)?;
            let _ = self.past(",");
            self.past(")")?;
            return Some(cycle);
        }
        let mut all: Option<PropCycle> = None;
        while self.past(")").is_none() {
            let name = self.word()?;
            self.past("=")?;
            let one = self.named(name)?;
            all = Some(match all {
                None => one,
                Some(all) => all.and(&one).ok()?,
            });
            if self.past(",").is_none() && !self.0.starts_with(')') {
                return None;
            }
        }
        all
    }

    /// The values of a property.
    fn named(&mut self, name: &str) -> Option<PropCycle> {
        let mut values = self.list()?;
        // Nothing between quotes is no value, as matplotlib reads it.
        values.retain(|value| !value.is_empty());
        fn all<T>(values: &[&str], read: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
            values.iter().map(|value| read(value)).collect()
        }
        fn by_name<T: Named + Clone>(text: &str) -> Option<ByName<T>> {
            let name = ByName::from(text);
            name.resolve().is_ok().then_some(name)
        }
        let number = |text: &str| text.parse().ok().filter(|number: &f64| number.is_finite());
        Some(match name {
            "color" | "c" => match values.as_slice() {
                [] => return None,
                values => all(values, color)?.into(),
            },
            "linestyle" | "ls" => PropCycle::linestyles(all(&values, by_name)?),
            "linewidth" | "lw" => PropCycle::linewidths(all(&values, number)?),
            "marker" => PropCycle::markers(all(&values, by_name)?),
            "markersize" | "ms" => PropCycle::markersizes(all(&values, number)?),
            "markeredgewidth" | "mew" => PropCycle::markeredgewidths(all(&values, number)?),
            "markerfacecolor" | "mfc" => PropCycle::markerfacecolors(all(&values, color)?),
            "markeredgecolor" | "mec" => PropCycle::markeredgecolors(all(&values, color)?),
            _ => return None,
        })
    }

    /// `['k', '0.5']`, `(1, 2)`, or `'rgb'` for each letter by itself.
    fn list(&mut self) -> Option<Vec<&'t str>> {
        if let Some(letters) = self.quoted() {
            let ends = letters
                .char_indices()
                .map(|(at, c)| (at, at + c.len_utf8()));
            return ends.map(|(start, end)| letters.get(start..end)).collect();
        }
        let end = if self.past("[").is_some() {
            "]"
        } else {
            self.past("(")?;
            ")"
        };
        let mut values = Vec::new();
        while self.past(end).is_none() {
            values.push(self.quoted().or_else(|| self.word())?);
            if self.past(",").is_none() && !self.0.starts_with(end) {
                return None;
            }
        }
        Some(values)
    }

    /// What stands between quotes.
    fn quoted(&mut self) -> Option<&'t str> {
        let quote = self.0.chars().next().filter(|c| matches!(c, '\'' | '"'))?;
        let (inside, after) = self.0.get(1..)?.split_once(quote)?;
        self.0 = after.trim_start();
        Some(inside)
    }

    /// A name or a number.
    fn word(&mut self) -> Option<&'t str> {
        let part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-');
        let end = self.0.find(|c| !part(c)).unwrap_or(self.0.len());
        let (word, after) = self.0.split_at_checked(end)?;
        self.0 = after.trim_start();
        (!word.is_empty()).then_some(word)
    }

    /// A whole number.
    fn whole(&mut self) -> Option<usize> {
        let digits = self.0.find(|c: char| !c.is_ascii_digit());
        let (digits, after) = self.0.split_at_checked(digits.unwrap_or(self.0.len()))?;
        let number = digits.parse().ok()?;
        self.0 = after.trim_start();
        Some(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cycles_are_read_in_each_of_their_forms() {
        let forms = [
            "cycler('color', ['r', '00ff00'])",
            "cycler(color=[\"r\", \"#00ff00\",])",
            "cycler( 'color' , ('r', '#0f0') )",
            "(cycler('color', ['r', '#0f0'],))",
            "r 00ff00",
        ];
        for form in forms {
            let colors = PropCycle::from(["r", "#00ff00"]);
            assert_eq!(cycle(form), Some(colors), "{form}");
        }
        let one = PropCycle::markers(["x"]);
        assert_eq!(cycle("cycler('marker', ['', 'x'])"), Some(one));
        assert_eq!(
            cycle("cycler('color', 'rk')"),
            Some(PropCycle::from(["r", "k"]))
        );
    }

    #[test]
    fn cycles_are_added_and_multiplied() {
        let (colors, widths) = (["r", "k"], [1.0, 2.5]);
        let sum = PropCycle::from(colors)
            .and(&PropCycle::linewidths(widths))
            .ok();
        for text in [
            "cycler('color', 'rk') + cycler('lw', [1, 2.5])",
            "cycler(c='rk', linewidth=(1, 2.5))",
        ] {
            assert_eq!(cycle(text), sum, "{text}");
        }
        let text = "cycler('ls', ['-', '--']) * cycler('color', 'rk') * 2";
        assert_eq!(cycle(text).map(|cycle| cycle.len()), Some(8));
        let text = "cycler('ls', ['-', ':']) + cycler('marker', 'ox') * 1";
        assert_eq!(cycle(text).map(|cycle| cycle.len()), Some(2));
    }

    #[test]
    fn what_is_no_cycle_is_refused() {
        let broken = [
            "cycler('colour', ['r'])",
            "cycler('linestyle', ['-', 'wavy'])",
            "cycler('color', ['r')",
            "cycler('color', ['nocolor'])",
            "cycler('color', ['k', 'C1'])",
            "cycler('color', ['r']) + cycler('lw', [1, 2])",
            "cycler('color', ['r']) * cycler('c', ['k'])",
            "cycler('color', ['r']) cycler('lw', [1])",
            "cycler('color', [])",
            "cycler(",
            "cycler()",
            "((((((((((((((((((((",
            "cycler('color', 'rk') * 65536 * 65536",
        ];
        for text in broken {
            assert_eq!(cycle(text), None, "{text}");
        }
    }
}
