//! How a number's text is asked for: Python's two format languages, read into a [`Spec`].
//!
//! ```text
//! {x:[[fill]align][sign][z][#][0][width][grouping][.precision][type]}
//! %[flags][width][.precision][h|l|L]type
//! ```

use super::spec::{Align, LARGEST, Presentation, Spec};

impl Spec {
    /// A format specification of `str.format` for a number, as far as it concerns floats.
    ///
    /// `None` where Python would refuse it, or where the field is wider or more precise than 1000.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut rest = Scanner(text);
        let mut spec = Self::plain(Presentation::Shortest, None);
        let explicit_align = rest.fill_and_align(&mut spec);
        spec.plus = rest.sign();
        spec.no_negative_zero = rest.take('z');
        spec.alternate = rest.take('#');
        if rest.take('0') && !explicit_align {
            (spec.fill, spec.align) = ('0', Align::AfterSign);
        }
        spec.width = rest.number()?.unwrap_or(0);
        spec.grouping = [',', '_']
            .into_iter()
            .find(|&separator| rest.take(separator));
        if rest.take('.') {
            spec.precision = Some(rest.number()??);
        }
        spec.presented_as(rest.0)
    }

    /// The same specification with its presentation type, the last letter of a format.
    fn presented_as(self, letter: &str) -> Option<Self> {
        let presentation = match letter {
            "" => Presentation::Shortest,
            "f" | "F" => Presentation::Fixed,
            "e" | "E" => Presentation::Exponent,
            "g" | "G" => Presentation::General,
            "n" if self.grouping.is_none() => Presentation::General,
            "%" => Presentation::Percent,
            _ => return None,
        };
        Some(Self {
            presentation,
            upper: matches!(letter, "F" | "E" | "G"),
            ..self
        })
    }

    /// The conversion of a `%` format after its percent sign, and the text that follows it.
    ///
    /// `None` where Python would refuse it for a float.
    pub(super) fn parse_percent(text: &str) -> Option<(Self, &str)> {
        let mut rest = Scanner(text);
        let mut spec = Self::plain(Presentation::General, None);
        let (mut left, mut zeros) = (false, false);
        while let Some(flag) = rest.one_of("-+ 0#") {
            match flag {
                '-' => left = true,
                '0' => zeros = true,
                '#' => spec.alternate = true,
                '+' => spec.plus = "+",
                _ if spec.plus.is_empty() => spec.plus = " ",
                _ => {}
            }
        }
        if left {
            spec.align = Align::Left;
        } else if zeros {
            (spec.fill, spec.align) = ('0', Align::AfterSign);
        }
        spec.width = rest.number()?.unwrap_or(0);
        if rest.take('.') {
            spec.precision = Some(rest.number()?.unwrap_or(0));
        }
        rest.one_of("hlL");
        let letter = rest.one_of("diufFeEgGs")?;
        if letter == 's' {
            // Text knows neither sign nor zeros, and cuts at its precision, which no number wants.
            let plain = Self::plain(Presentation::Shortest, None);
            let align = if left { Align::Left } else { Align::Right };
            return spec.precision.is_none().then_some((
                Self {
                    width: spec.width,
                    align,
                    ..plain
                },
                rest.0,
            ));
        }
        spec.presentation = match letter.to_ascii_lowercase() {
            'f' => Presentation::Fixed,
            'e' => Presentation::Exponent,
            'g' => Presentation::General,
            _ => Presentation::Integer,
        };
        spec.upper = letter.is_ascii_uppercase();
        Some((spec, rest.0))
    }
}

/// The unread rest of a format.
struct Scanner<'a>(&'a str);

impl Scanner<'_> {
    fn take(&mut self, wanted: char) -> bool {
        let rest = self.0.strip_prefix(wanted);
        self.0 = rest.unwrap_or(self.0);
        rest.is_some()
    }

    fn one_of(&mut self, set: &str) -> Option<char> {
        let first = self.0.chars().next().filter(|&c| set.contains(c))?;
        self.take(first).then_some(first)
    }

    /// A decimal number if one comes; the outer `None` is for one above the largest allowed.
    fn number(&mut self) -> Option<Option<usize>> {
        let end = self
            .0
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(self.0.len());
        let (digits, rest) = self.0.split_at(end);
        self.0 = rest;
        if digits.is_empty() {
            return Some(None);
        }
        digits
            .parse()
            .ok()
            .filter(|&number| number <= LARGEST)
            .map(Some)
    }

    fn sign(&mut self) -> &'static str {
        match self.one_of("+- ") {
            Some('+') => "+",
            Some(' ') => " ",
            _ => "",
        }
    }

    /// Reads an alignment, with the fill character before it if there is one; whether there was an
    /// alignment.
    fn fill_and_align(&mut self, spec: &mut Spec) -> bool {
        let align = |c: char| match c {
            '<' => Some(Align::Left),
            '>' => Some(Align::Right),
            '^' => Some(Align::Center),
            '=' => Some(Align::AfterSign),
            _ => None,
        };
        let mut chars = self.0.chars();
        let (first, second) = (chars.next(), chars.next());
        if let (Some(fill), Some(found)) = (first, second.and_then(align)) {
            (spec.fill, spec.align) = (fill, found);
            self.0 = chars.as_str();
            return true;
        }
        let Some(found) = first.and_then(align) else {
            return false;
        };
        spec.align = found;
        self.0.chars().next().is_some_and(|c| self.take(c))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_of_other_types_and_absurd_widths_are_refused() {
        for text in ["d", "x", "s", "q", "5001", ".1001f", ".f", "5.2ff"] {
            assert_eq!(Spec::parse(text), None, "{text}");
        }
        assert!(Spec::parse_percent("x").is_none());
        assert!(Spec::parse_percent("*f").is_none());
    }
}
