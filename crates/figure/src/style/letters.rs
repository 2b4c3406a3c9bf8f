//! Settings of type.

use agg_core::Color;

use crate::color::ColorSpec;
use crate::error::{Error, Result};
use crate::typeface::{Added, Face, Slant, Weight, carried, nearest};

/// `font.*`
#[non_exhaustive]
#[derive(Clone, Debug)]
pub struct FontStyle {
    /// The base size that relative sizes multiply.
    pub size: f64,
    /// The families of letters; the first one that is known is taken.
    pub family: Vec<String>,
    /// How heavy letters are.
    pub weight: Weight,
    /// Whether letters lean.
    pub style: Slant,
    /// What the family `"sans-serif"` stands for; the first one that is known.
    pub sans_serif: Vec<String>,
    /// What the family `"serif"` stands for.
    pub serif: Vec<String>,
    /// What the family `"monospace"` stands for.
    pub monospace: Vec<String>,
    pub(crate) added: Vec<Added>,
}

impl FontStyle {
    /// The face of a family, or of the style's, that is nearest to a weight and slant.
    pub(crate) fn face(&self, family: Option<&str>, cut: (Weight, Slant)) -> Result<Face> {
        let named = |name: &str| nearest(&self.added, name, cut).or_else(|| carried(name, cut));
        let found = |name: &str| {
            let generic = match name {
                "sans-serif" | "sans serif" | "sans" => &self.sans_serif,
                "serif" => &self.serif,
                "monospace" => &self.monospace,
                name => return named(name),
            };
            generic.iter().find_map(|name| named(name))
        };
        let face = match family {
            Some(family) => found(family),
            None => self.family.iter().find_map(|family| found(family)),
        };
        face.ok_or_else(|| {
            let family = family.map(str::to_owned);
            Error::UnknownFont(family.unwrap_or_else(|| self.family.join(", ")))
        })
    }
}

/// `text.*`
#[non_exhaustive]
#[derive(Clone, Debug)]
pub struct TextStyle {
    /// The colour.
    pub color: ColorSpec,
}

impl Default for FontStyle {
    fn default() -> Self {
        let one = |name: &str| vec![name.to_owned()];
        Self {
            size: 10.0,
            family: one("sans-serif"),
            weight: Weight::Normal,
            style: Slant::Upright,
            sans_serif: one("DejaVu Sans"),
            serif: one("DejaVu Serif"),
            monospace: one("DejaVu Sans Mono"),
            added: Vec::new(),
        }
    }
}

impl Default for TextStyle {
    fn default() -> Self {
        Self {
            color: Color::BLACK.into(),
        }
    }
}
