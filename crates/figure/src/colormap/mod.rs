//! Colormaps: from a share of a range to a colour.
//!
//! ```text
//!   value ──norm──► 0 … 1 ──colormap──► one of n colours; below 0 under, from 1 on over, NaN bad
//! ```
//!
//! All of matplotlib's maps are here by name, each also turned around (`"viridis_r"`), with its
//! colours to the last bit. Their tables lie in `maps.bin`, each as what the map is made from;
//! `tools/oracle/matplotlib/colormaps.py` describes and writes it.

mod table;

use std::sync::Arc;

use agg_core::Color;

use crate::color::ColorSpec;
use crate::error::{Error, Result};
use crate::name::Named;

/// A table of colours for the numbers from 0 to 1.
///
/// Copies share the table.
///
/// ```
/// use figure::colormap::Colormap;
/// use figure::Named;
///
/// let viridis = Colormap::named("viridis").unwrap();
/// let dark = viridis.color(0.0);
/// assert_eq!(dark.to_rgba8(), [68, 1, 84, 255]);
/// assert_eq!(Colormap::named("viridis_r").unwrap().color(1.0), dark);
/// assert_eq!(viridis.color(f64::NAN).a, 0.0);
/// assert!(Colormap::named("veridis").is_none());
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Colormap {
    name: Arc<str>,
    colors: Arc<[Color]>,
    under: Option<Color>,
    over: Option<Color>,
    bad: Color,
}

impl Colormap {
    /// The map that has these colours, each for an equal part of the range.
    ///
    /// # Errors
    ///
    /// [`Error::EmptyColormap`] without any colour, and as for [`ColorSpec::resolve`]; places in
    /// the colour cycle are unknown here.
    pub fn listed<C: Into<ColorSpec>>(
        name: &str,
        colors: impl IntoIterator<Item = C>,
    ) -> Result<Self> {
        let colors: Result<Vec<Color>> = colors
            .into_iter()
            .map(|color| color.into().resolve(&[], None))
            .collect();
        Self::of_table(name, colors?)
    }

    /// The map that runs evenly through these colours, in 256 steps.
    ///
    /// # Errors
    ///
    /// As for [`listed`](Self::listed).
    pub fn blended<C: Into<ColorSpec>>(
        name: &str,
        colors: impl IntoIterator<Item = C>,
    ) -> Result<Self> {
        let ends = Self::listed(name, colors)?.colors;
        Self::of_table(name, table::blended(&ends))
    }

    fn of_table(name: &str, colors: Vec<Color>) -> Result<Self> {
        if colors.is_empty() {
            return Err(Error::EmptyColormap);
        }
        Ok(Self {
            name: name.into(),
            colors: colors.into(),
            under: None,
            over: None,
            bad: Color::TRANSPARENT,
        })
    }

    /// What it is called.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its colours, from 0 to 1.
    #[must_use]
    pub fn colors(&self) -> &[Color] {
        &self.colors
    }

    /// The same map with another colour for numbers below 0; unset, the first colour.
    #[must_use]
    pub fn with_under(self, under: Color) -> Self {
        Self {
            under: Some(under),
            ..self
        }
    }

    /// The same map with another colour for numbers above 1; unset, the last colour.
    #[must_use]
    pub fn with_over(self, over: Color) -> Self {
        Self {
            over: Some(over),
            ..self
        }
    }

    /// The same map with another colour for NaN, which is transparent otherwise.
    #[must_use]
    pub fn with_bad(self, bad: Color) -> Self {
        Self { bad, ..self }
    }

    /// The colour of numbers below 0, where it is not the first one.
    #[must_use]
    pub fn under(&self) -> Option<Color> {
        self.under
    }

    /// The colour of numbers above 1, where it is not the last one.
    #[must_use]
    pub fn over(&self) -> Option<Color> {
        self.over
    }

    /// The same colours in `count` steps: those of the table that lie evenly between its ends, or
    /// for a map that blends, those of the blend itself.
    ///
    /// # Errors
    ///
    /// [`Error::EmptyColormap`] for no steps.
    pub fn resampled(&self, count: usize) -> Result<Self> {
        let colors = table::resampled(&self.name, &self.colors, count);
        Ok(Self {
            colors: Self::of_table(&self.name, colors)?.colors,
            ..self.clone()
        })
    }

    /// The map turned around.
    #[must_use]
    pub fn reversed(&self) -> Self {
        let name = match self.name.strip_suffix("_r") {
            Some(name) => name.to_owned(),
            None => format!("{}_r", self.name),
        };
        let known = Self::named(&name).map(|map| map.colors);
        let colors = known.filter(|colors| colors.len() == self.colors.len());
        Self {
            colors: colors.unwrap_or_else(|| self.colors.iter().rev().copied().collect()),
            name: name.into(),
            under: self.over,
            over: self.under,
            bad: self.bad,
        }
    }

    /// The colour of a number. 1 itself belongs to the last colour.
    #[must_use]
    #[inline]
    pub fn color(&self, share: f64) -> Color {
        let count = self.colors.len() as f64;
        let place = share * count;
        if place.is_nan() {
            self.bad
        } else if place < 0.0 {
            self.under.unwrap_or(self.at(0))
        } else if place > count {
            self.over.unwrap_or(self.at(usize::MAX))
        } else {
            self.at(place as usize)
        }
    }

    /// All colours that numbers have: those of the range, then those of numbers below, of numbers
    /// above, and of NaN.
    pub(crate) fn palette(&self) -> impl Iterator<Item = Color> {
        let under = self.under.unwrap_or(self.at(0));
        let over = self.over.unwrap_or(self.at(usize::MAX));
        self.colors.iter().copied().chain([under, over, self.bad])
    }

    /// Which colour of the [palette](Self::palette) a number has.
    #[inline]
    pub(crate) fn slot(&self, share: f64) -> u32 {
        // A palette of more colours would not fit memory.
        let len = self.colors.len() as u32;
        let count = f64::from(len);
        let place = share * count;
        if place >= 0.0 && place <= count {
            (place as u32).min(len.saturating_sub(1))
        } else if place < 0.0 {
            len
        } else if place > count {
            len + 1
        } else {
            len + 2
        }
    }

    /// The slots of the shares of many values, without branches, so that they become lanes.
    #[inline(always)]
    pub(crate) fn slots(&self, values: &[f64], share: impl Fn(f64) -> f64, slots: &mut [u32]) {
        let count = self.colors.len() as f64;
        for (slot, &value) in slots.iter_mut().zip(values) {
            let place = share(value) * count;
            let inside = if place < count { place } else { count - 1.0 };
            let under = if place < 0.0 { count } else { inside };
            let over = if place > count { count + 1.0 } else { under };
            let bad = if place.is_nan() { count + 2.0 } else { over };
            *slot = whole(bad);
        }
    }

    /// The colour of a number, with an opacity in place of its own; a bad number's colour that is
    /// nothing at all stays so.
    #[must_use]
    #[inline]
    pub fn color_with_alpha(&self, share: f64, alpha: Option<f64>) -> Color {
        let color = self.color(share);
        match alpha {
            Some(_) if share.is_nan() && color == Color::TRANSPARENT => color,
            Some(a) => Color {
                a: a.clamp(0.0, 1.0),
                ..color
            },
            None => color,
        }
    }

    /// The colour of a step, the last one for steps beyond it.
    #[must_use]
    #[inline]
    pub fn at(&self, step: usize) -> Color {
        let last = self.colors.len().saturating_sub(1);
        self.colors
            .get(step.min(last))
            .copied()
            .unwrap_or(Color::TRANSPARENT)
    }

    /// The names of all maps that come with the crate, without the reversed ones.
    pub fn names() -> impl Iterator<Item = &'static str> {
        table::names()
    }
}

impl Named for Colormap {
    fn named(name: &str) -> Option<Self> {
        Self::of_table(name, table::find(name, table::STEPS)?).ok()
    }
}

/// The whole part of a number that is not negative and fits 32 bits: to convert it would be no
/// lane's work.
#[inline(always)]
fn whole(number: f64) -> u32 {
    // From here on, numbers have no fraction, and end in their whole part.
    const WHOLE_FROM: f64 = (1_u64 << 52) as f64;
    let rounded = (number + WHOLE_FROM) - WHOLE_FROM;
    let whole = if rounded > number {
        rounded - 1.0
    } else {
        rounded
    };
    (whole + WHOLE_FROM).to_bits() as u32
}

impl Default for Colormap {
    /// Viridis.
    fn default() -> Self {
        Self::named("viridis").unwrap_or_else(|| Self {
            name: "gray".into(),
            colors: [Color::BLACK, Color::WHITE].into(),
            under: None,
            over: None,
            bad: Color::TRANSPARENT,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_palette_has_the_colour_of_every_number() {
        let plain = Colormap::named("viridis").unwrap();
        let named = plain.clone().with_under(Color::BLACK);
        let named = named.with_over(Color::WHITE).with_bad(Color::BLACK);
        for map in [plain, named] {
            let palette: Vec<Color> = map.palette().collect();
            let far = [
                f64::NAN,
                f64::INFINITY,
                f64::NEG_INFINITY,
                -1e-300,
                1.0,
                1.0 + 1e-15,
            ];
            for share in (-9..=1033).map(|i| f64::from(i) / 1024.0).chain(far) {
                assert_eq!(
                    palette[map.slot(share) as usize],
                    map.color(share),
                    "{share}"
                );
            }
        }
    }
}
