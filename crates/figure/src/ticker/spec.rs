//! Numbers as text by Python's rules: the presentation types, and the field around them.
//!
//! ```text
//!   body      |x| as digits by its presentation type: f, e, g, %, shortest round-trip …
//!   grouped   1234567 → 1,234,567
//!   signed    − where negative, else by the sign option
//!   padded    to the width, by alignment
//! ```
//!
//! Rust's own `{:.n}` and `{:e}` round correctly, as Python does; what differs is the shape, and
//! that is made here.

/// Widest field and most digits that a format may ask for; bounds the memory of a label.
pub(super) const LARGEST: usize = 1000;
/// Digits of `%e`, `%f`, `%g` where none are given.
const DEFAULT_PRECISION: usize = 6;

/// How the digits of a number are chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Presentation {
    /// The shortest digits that read back as the same number, at least one after the point.
    Shortest,
    /// A given number of digits after the point.
    Fixed,
    /// One digit before the point, a given number after it, an exponent of at least two digits.
    Exponent,
    /// A given number of significant digits, trailing zeros dropped, an exponent only where it is
    /// shorter.
    General,
    /// A hundred times the number, fixed, with a percent sign.
    Percent,
    /// A whole number, the fraction cut off.
    Integer,
}

/// Where the padding goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Right,
    Center,
    /// Between the sign and the digits.
    AfterSign,
}

/// One format specification, parsed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Spec {
    pub(super) presentation: Presentation,
    pub(super) precision: Option<usize>,
    /// Keeps the point and trailing zeros (`#`).
    pub(super) alternate: bool,
    /// Writes `E`, `INF`, `NAN` in capitals.
    pub(super) upper: bool,
    /// What stands before a number that is not negative.
    pub(super) plus: &'static str,
    /// Makes a negative number that rounds to zero positive (`z`).
    pub(super) no_negative_zero: bool,
    pub(super) grouping: Option<char>,
    pub(super) width: usize,
    pub(super) fill: char,
    pub(super) align: Align,
}

impl Spec {
    /// Only a presentation and its precision; nothing around it.
    pub(super) const fn plain(presentation: Presentation, precision: Option<usize>) -> Self {
        Self {
            presentation,
            precision,
            alternate: false,
            upper: false,
            plus: "",
            no_negative_zero: false,
            grouping: None,
            width: 0,
            fill: ' ',
            align: Align::Right,
        }
    }

    /// The number as text.
    pub(super) fn format(&self, x: f64) -> String {
        let mut body = self.body(x.abs());
        if self.upper {
            body.make_ascii_uppercase();
        }
        let shows_zero = x.is_finite() && !body.contains(|c| ('1'..='9').contains(&c));
        let zero_unsigned = self.no_negative_zero || self.presentation == Presentation::Integer;
        let negative = x.is_sign_negative() && !x.is_nan() && !(shows_zero && zero_unsigned);
        let sign = if negative { "-" } else { self.plus };
        if let Some(separator) = self.grouping {
            let zeros_from = self.fill == '0' && self.align == Align::AfterSign;
            let digits = if zeros_from {
                self.width.saturating_sub(sign.len())
            } else {
                0
            };
            body = grouped(&body, separator, digits);
        }
        self.padded(sign, &body)
    }

    /// The magnitude `x ≥ 0` (or NaN) by the presentation.
    fn body(&self, x: f64) -> String {
        if x.is_nan() || x.is_infinite() {
            let name = if x.is_nan() { "nan" } else { "inf" };
            return if self.presentation == Presentation::Percent {
                format!("{name}%")
            } else {
                name.to_owned()
            };
        }
        let precision = self.precision.unwrap_or(DEFAULT_PRECISION).min(LARGEST);
        match self.presentation {
            Presentation::Fixed => self.pointed(format!("{x:.precision$}")),
            Presentation::Percent => self.pointed(format!("{:.precision$}", x * 100.0)) + "%",
            Presentation::Exponent => self.exponent(&format!("{x:.precision$e}")),
            Presentation::General => self.general(x, precision, 0),
            Presentation::Shortest if self.precision.is_some() => {
                with_fraction(self.general(x, precision, 1))
            }
            Presentation::Shortest => self.shortest(x),
            Presentation::Integer => format!(
                "{:0>1$}",
                format!("{:.0}", x.trunc()),
                self.precision.unwrap_or(1)
            ),
        }
    }

    /// `digits`, with a bare point after whole numbers where the alternate form wants one.
    fn pointed(&self, digits: String) -> String {
        if self.alternate && !digits.contains('.') {
            digits + "."
        } else {
            digits
        }
    }

    /// Rust's `1.5e7` with the exponent as C writes it: `1.5e+07`.
    fn exponent(&self, text: &str) -> String {
        let (digits, exponent) = split_exponent(text);
        format!(
            "{}e{}{:02}",
            self.pointed(digits.to_owned()),
            if exponent < 0 { '-' } else { '+' },
            exponent.abs()
        )
    }

    /// The shortest text that reads back as `x ≥ 0`, with a point or an exponent.
    fn shortest(&self, x: f64) -> String {
        let scientific = format!("{x:e}");
        match split_exponent(&scientific).1 {
            -4..16 => with_fraction(format!("{x}")),
            _ => self.exponent(&scientific),
        }
    }

    /// `%g`: the shape depends on the decimal exponent *after* rounding to the significant digits.
    /// `margin` lowers the exponent from which on the scientific form is used.
    fn general(&self, x: f64, precision: usize, margin: i32) -> String {
        let significant = precision.max(1);
        let scientific = format!("{x:.0$e}", significant - 1);
        let (digits, exponent) = split_exponent(&scientific);
        // Both fit: the precision is capped, and a double's exponent has three digits.
        let places = significant as i32 - 1 - exponent;
        if exponent < -4 || places < margin {
            let kept = if self.alternate {
                digits
            } else {
                trimmed(digits)
            };
            return self.exponent(&format!("{kept}e{exponent}"));
        }
        let fixed = format!("{x:.0$}", places.max(0) as usize);
        if self.alternate {
            self.pointed(fixed)
        } else {
            trimmed(&fixed).to_owned()
        }
    }

    fn padded(&self, sign: &str, body: &str) -> String {
        let missing = self.width.saturating_sub(sign.len() + body.chars().count());
        let fill = |count: usize| self.fill.to_string().repeat(count);
        match self.align {
            Align::Left => format!("{sign}{body}{}", fill(missing)),
            Align::Right => format!("{}{sign}{body}", fill(missing)),
            Align::Center => format!(
                "{}{sign}{body}{}",
                fill(missing / 2),
                fill(missing - missing / 2)
            ),
            Align::AfterSign => format!("{sign}{}{body}", fill(missing)),
        }
    }
}

/// `x` with exactly `precision` digits after the point.
pub(super) fn fixed(x: f64, precision: usize) -> String {
    Spec::plain(Presentation::Fixed, Some(precision)).format(x)
}

/// `x` with up to `precision` significant digits, as short as that goes.
pub(super) fn general(x: f64, precision: usize) -> String {
    Spec::plain(Presentation::General, Some(precision)).format(x)
}

/// `digits` with `.0` after whole numbers that have no exponent.
fn with_fraction(digits: String) -> String {
    if digits.contains(['.', 'e']) {
        digits
    } else {
        digits + ".0"
    }
}

/// Mantissa digits and exponent of Rust's `{:e}` form.
fn split_exponent(text: &str) -> (&str, i32) {
    let (digits, exponent) = text.split_once('e').unwrap_or((text, "0"));
    (digits, exponent.parse().unwrap_or(0))
}

/// `digits` without trailing zeros after the point, and without a bare point.
fn trimmed(digits: &str) -> &str {
    if digits.contains('.') {
        digits.trim_end_matches('0').trim_end_matches('.')
    } else {
        digits
    }
}

/// `body` with its whole digits in threes, filled up with zeros in front until it is at least
/// `width` wide.
fn grouped(body: &str, separator: char, width: usize) -> String {
    let whole = body
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(body.len());
    let (digits, rest) = body.split_at(whole);
    let mut reversed = String::new();
    let mut source = digits.chars().rev();
    let mut count = 0;
    loop {
        let next = source.next();
        if next.is_none() && (reversed.len() + rest.chars().count() >= width) {
            break;
        }
        if count > 0 && count % 3 == 0 {
            reversed.push(separator);
        }
        reversed.push(next.unwrap_or('0'));
        count += 1;
    }
    reversed.chars().rev().collect::<String>() + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn python(spec: &str, x: f64) -> String {
        Spec::parse(spec).map(|spec| spec.format(x)).unwrap()
    }

    #[test]
    fn general_switches_to_an_exponent_after_rounding() {
        assert_eq!(python("g", 999_999.5), "1e+06");
        assert_eq!(python("g", 99_999.96), "100000");
        assert_eq!(python("g", 0.000_099_999_99), "0.0001");
        assert_eq!(python("g", 0.000_012_345_678), "1.23457e-05");
        assert_eq!(python("#g", 1.0), "1.00000");
        assert_eq!(python("#", 5e-8), "5.e-08");
        assert_eq!(python(".3", 1234.0), "1.23e+03");
    }

    #[test]
    fn zero_padding_is_grouped_too() {
        assert_eq!(python("012,.1f", 1234.5), "00,001,234.5");
        assert_eq!(python("+08.2f", -3.25159), "-0003.25");
        assert_eq!(python("*^9.1f", 2.25), "***2.2***");
    }

    #[test]
    fn the_z_option_takes_the_sign_from_a_rounded_zero() {
        assert_eq!(python(".1f", -0.01), "-0.0");
        assert_eq!(python("z.1f", -0.01), "0.0");
        assert_eq!(python("z.1f", -0.06), "-0.1");
    }
}
