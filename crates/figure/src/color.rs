//! What a colour is called, and which colour that is.
//!
//! A [`ColorSpec`] is made from whatever a caller has (a name, a hex string, channels) and never
//! fails to be made; what means no colour is reported by [`ColorSpec::resolve`], when a figure is
//! drawn. The table of names lies in `color/names.txt`: the 148 of CSS 4 and matplotlib's `tab:`
//! colours.

use agg_core::Color;

use crate::error::{Error, Result};

/// Lines of `name rrggbb`, sorted, in lower case.
const NAMES: &str = include_str!("color/names.txt");

/// The colours with one letter; green, cyan, magenta and yellow are darker than their namesakes.
const LETTERS: [(&str, [f64; 3]); 8] = [
    ("b", [0.0, 0.0, 1.0]),
    ("g", [0.0, 0.5, 0.0]),
    ("r", [1.0, 0.0, 0.0]),
    ("c", [0.0, 0.75, 0.75]),
    ("m", [0.75, 0.0, 0.75]),
    ("y", [0.75, 0.75, 0.0]),
    ("k", [0.0, 0.0, 0.0]),
    ("w", [1.0, 1.0, 1.0]),
];

/// A colour as the caller says it.
///
/// | form | example |
/// |---|---|
/// | name, in any case | `"rebeccapurple"`, `"tab:blue"` |
/// | letter | `"k"` |
/// | hex, with or without opacity | `"#1f77b4"`, `"#1f77b480"`, `"#17b"`, `"#17b8"` |
/// | gray from 0, black, to 1, white | `"0.75"` |
/// | place in the colour cycle | `"C0"` |
/// | nothing at all, in any case | `"none"` |
/// | channels from 0 to 1 | `[0.1, 0.2, 0.5]`, `(0.1, 0.2, 0.5, 0.3)`, [`Color`] |
/// | any of these and an opacity | `("C1", 0.5)` |
///
/// # Examples
///
/// ```
/// use agg_core::Color;
/// use figure::color::ColorSpec;
///
/// let cycle = ["#1f77b4".into(), "#ff7f0e".into()];
/// let color = |spec: ColorSpec| spec.resolve(&cycle, None);
/// assert_eq!(color("Orange".into())?, Color::from_rgb8(255, 165, 0));
/// assert_eq!(color("C3".into())?, Color::from_rgb8(255, 127, 14)); // the cycle repeats
/// assert_eq!(color(("0.5", 0.2).into())?, Color { r: 0.5, g: 0.5, b: 0.5, a: 0.2 });
/// assert!(color("orage".into()).is_err());
/// # Ok::<(), figure::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct ColorSpec {
    kind: Kind,
    alpha: Option<f64>,
}

#[derive(Clone, Debug, PartialEq)]
enum Kind {
    Color(Color),
    /// A place in the colour cycle, which starts over at its end.
    Cycle(usize),
    /// No colour, whatever the opacity.
    None,
    /// A string that means nothing.
    Unknown(String),
}

impl ColorSpec {
    /// The colour, with `alpha` for its opacity where that is given (except for none, which stays
    /// transparent).
    ///
    /// `cycle` is what `"C0"`, `"C1"`, … stand for; black if it is empty.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownColor`] for a string that means no colour, also where it stands in the
    /// cycle; [`Error::ColorChannel`] for a channel or an opacity that is NaN or outside 0 to 1.
    pub fn resolve(&self, cycle: &[ColorSpec], alpha: Option<f64>) -> Result<Color> {
        let alpha = alpha.or(self.alpha);
        let color = match &self.kind {
            Kind::None => {
                return Ok(Color::TRANSPARENT);
            }
            Kind::Color(color) => *color,
            Kind::Unknown(name) => return Err(Error::UnknownColor(name.clone())),
            Kind::Cycle(index) => return Self::nth(cycle, *index).resolve(&[], alpha),
        };
        checked(Color {
            a: alpha.unwrap_or(color.a),
            ..color
        })
    }

    /// Whether this is `"none"`: nothing is to be painted.
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.kind == Kind::None
    }

    /// The string that means no colour.
    pub(crate) fn unknown(&self) -> Option<&str> {
        match &self.kind {
            Kind::Unknown(text) => Some(text),
            _ => None,
        }
    }

    /// What stands at a place of the cycle; a place in the cycle means nothing there.
    fn nth(cycle: &[ColorSpec], index: usize) -> Self {
        match cycle.get(index.checked_rem(cycle.len()).unwrap_or(0)) {
            None => Self::from(Color::BLACK),
            Some(Self {
                kind: Kind::Cycle(n),
                ..
            }) => Self::from(Kind::Unknown(format!("C{n}"))),
            Some(spec) => spec.clone(),
        }
    }
}

/// The colour, if each channel lies in 0 to 1.
fn checked(color: Color) -> Result<Color> {
    let outside = |channel: &f64| !(0.0..=1.0).contains(channel);
    match [color.r, color.g, color.b, color.a]
        .into_iter()
        .find(outside)
    {
        Some(channel) => Err(Error::ColorChannel(channel)),
        None => Ok(color),
    }
}

fn opaque([r, g, b]: [f64; 3]) -> Color {
    Color { r, g, b, a: 1.0 }
}

/// What a string means.
fn parse(text: &str) -> Kind {
    if text.eq_ignore_ascii_case("none") {
        return Kind::None;
    }
    if let Some(index) = cycle_index(text) {
        return Kind::Cycle(index);
    }
    let color = letter(text)
        .or_else(|| named(text))
        .or_else(|| hex(text))
        .or_else(|| gray(text));
    color.map_or_else(|| Kind::Unknown(text.to_owned()), Kind::Color)
}

/// `C` and decimal digits.
fn cycle_index(text: &str) -> Option<usize> {
    let digits = text.strip_prefix('C')?;
    digits
        .bytes()
        .all(|byte| byte.is_ascii_digit())
        .then(|| digits.parse().ok())?
}

fn letter(text: &str) -> Option<Color> {
    LETTERS
        .iter()
        .find(|(name, _)| *name == text)
        .map(|(_, channels)| opaque(*channels))
}

fn named(text: &str) -> Option<Color> {
    let name = text.to_lowercase();
    NAMES
        .lines()
        .filter_map(|line| line.split_once(' '))
        .find(|(entry, _)| *entry == name)
        .and_then(|(_, digits)| from_hex(digits))
}

fn hex(text: &str) -> Option<Color> {
    text.strip_prefix('#').and_then(from_hex)
}

/// Three, four, six or eight hexadecimal digits; a single digit is a sixteenth of the range, from 0
/// to 15.
fn from_hex(digits: &str) -> Option<Color> {
    let values: Option<Vec<u32>> = digits.chars().map(|digit| digit.to_digit(16)).collect();
    let channels: Vec<f64> = match values?.as_slice() {
        short @ ([_, _, _] | [_, _, _, _]) => {
            short.iter().map(|&digit| f64::from(digit) / 15.0).collect()
        }
        long @ ([_, _, _, _, _, _] | [_, _, _, _, _, _, _, _]) => long
            .chunks_exact(2)
            .map(|pair| f64::from(pair.iter().fold(0, |byte, digit| byte * 16 + digit)) / 255.0)
            .collect(),
        _ => return None,
    };
    match channels[..] {
        [r, g, b] => Some(opaque([r, g, b])),
        [r, g, b, a] => Some(Color { r, g, b, a }),
        _ => None,
    }
}

/// A number from 0 to 1 as Python reads one: blanks around it, single underscores between digits.
fn gray(text: &str) -> Option<Color> {
    let text = text.trim();
    let digit = |part: Option<char>| part.is_some_and(|c| c.is_ascii_digit());
    let parts: Vec<&str> = text.split('_').collect();
    let joined_well = parts.windows(2).all(|pair| match pair {
        [before, after] => digit(before.chars().last()) && digit(after.chars().next()),
        _ => true,
    });
    let level: f64 = parts.concat().parse().ok()?;
    (joined_well && (0.0..=1.0).contains(&level)).then(|| opaque([level; 3]))
}

impl From<Kind> for ColorSpec {
    fn from(kind: Kind) -> Self {
        Self { kind, alpha: None }
    }
}

impl From<&str> for ColorSpec {
    fn from(text: &str) -> Self {
        parse(text).into()
    }
}

impl From<String> for ColorSpec {
    fn from(text: String) -> Self {
        parse(&text).into()
    }
}

impl From<&ColorSpec> for ColorSpec {
    fn from(spec: &ColorSpec) -> Self {
        spec.clone()
    }
}

impl From<Color> for ColorSpec {
    fn from(color: Color) -> Self {
        Kind::Color(color).into()
    }
}

impl From<[f64; 3]> for ColorSpec {
    fn from(channels: [f64; 3]) -> Self {
        opaque(channels).into()
    }
}

impl From<[f64; 4]> for ColorSpec {
    fn from([r, g, b, a]: [f64; 4]) -> Self {
        Color { r, g, b, a }.into()
    }
}

impl From<(f64, f64, f64)> for ColorSpec {
    fn from((r, g, b): (f64, f64, f64)) -> Self {
        opaque([r, g, b]).into()
    }
}

impl From<(f64, f64, f64, f64)> for ColorSpec {
    fn from((r, g, b, a): (f64, f64, f64, f64)) -> Self {
        Color { r, g, b, a }.into()
    }
}

impl<T: Into<ColorSpec>> From<(T, f64)> for ColorSpec {
    fn from((color, alpha): (T, f64)) -> Self {
        Self {
            alpha: Some(alpha),
            ..color.into()
        }
    }
}
