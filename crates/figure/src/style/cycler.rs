//! Colour cycles as text: matplotlib's `cycler('color', ['k', '0.5'])`, or colours with blanks
//! between them.

use super::keys;
use crate::color::ColorSpec;

/// A colour that is no place in a cycle itself.
fn color(text: &str) -> Option<ColorSpec> {
    let place = text.strip_prefix('C').unwrap_or_default();
    // `C85200` is an orange without its number sign.
    let is_hex = matches!(text.len(), 6 | 8);
    let digits = place.bytes().all(|b| b.is_ascii_digit());
    let is_place = !place.is_empty() && digits && !is_hex;
    (!is_place).then(|| keys::color(text)).flatten()
}

/// The colours of a cycle; `None` where the text is no cycle of colours alone.
pub(super) fn cycle(text: &str) -> Option<Vec<ColorSpec>> {
    let Some(inside) = text.strip_prefix("cycler(") else {
        return text.split_whitespace().map(color).collect();
    };
    let inside = inside.strip_suffix(')')?.trim();
    let list = match quoted(inside) {
        Some((name, rest)) => {
            let rest = rest.trim_start().strip_prefix(',')?;
            (name == "color").then_some(rest)?
        }
        None => inside
            .strip_prefix("color")?
            .trim_start()
            .strip_prefix('=')?,
    };
    colors(list.trim())
}

/// `['k', '0.5']`, `('k', '0.5')`, or `'rgb'` for a colour by each letter.
fn colors(list: &str) -> Option<Vec<ColorSpec>> {
    if let Some((letters, rest)) = quoted(list) {
        let letters = rest.is_empty().then_some(letters)?;
        return letters
            .chars()
            .map(|c| color(c.encode_utf8(&mut [0; 4])))
            .collect();
    }
    let bracketed = list
        .strip_prefix('[')
        .and_then(|list| list.strip_suffix(']'));
    let round = || {
        list.strip_prefix('(')
            .and_then(|list| list.strip_suffix(')'))
    };
    let mut rest = bracketed.or_else(round)?.trim();
    let mut colors = Vec::new();
    while !rest.is_empty() {
        let (name, after) = quoted(rest)?;
        colors.push(color(name)?);
        let after = after.trim_start();
        rest = match after.strip_prefix(',') {
            Some(after) => after.trim_start(),
            None if after.is_empty() => after,
            None => return None,
        };
    }
    Some(colors)
}

/// What stands between quotes at the start, and what follows.
fn quoted(text: &str) -> Option<(&str, &str)> {
    let quote = text.chars().next().filter(|c| matches!(c, '\'' | '"'))?;
    text.get(1..)?.split_once(quote)
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
            "r 00ff00",
        ];
        for form in forms {
            assert_eq!(
                cycle(form),
                Some(vec!["r".into(), "#00ff00".into()]),
                "{form}"
            );
        }
        assert_eq!(
            cycle("cycler('color', 'rk')"),
            Some(vec!["r".into(), "k".into()])
        );
    }

    #[test]
    fn what_is_no_cycle_of_colours_is_refused() {
        let broken = [
            "cycler('linestyle', ['-', '--'])",
            "cycler('color', ['r')",
            "cycler('color', ['nocolor'])",
            "cycler('color', ['k', 'C1'])",
            "cycler('color', ['r']) + cycler('lw', [1])",
            "cycler(",
        ];
        for text in broken {
            assert_eq!(cycle(text), None, "{text}");
        }
    }
}
