//! Contours resolved: the colours and pens of their levels.

use agg_core::{Color, Dash};
use agg_plot::Antialiasing;

use crate::artist::{Artist, Contours, Layers, LineStyle, Mapped};
use crate::color::ColorSpec;
use crate::error::{Error, Result};
use crate::layout::look::known;
use crate::layout::{Looks, PaintLook};
use crate::name::ByName;

/// A pen's width in points, and its dashes.
type Pen = (f64, Option<Dash>);

impl Looks<'_> {
    /// The colours and pens of lines or layers, one for each.
    pub(crate) fn contours(
        &self,
        contours: &Artist<Contours>,
        layers: &Layers,
    ) -> Result<PaintLook> {
        let colors = self.contour_colors(contours, layers)?;
        let mut look = PaintLook::default();
        let smooth = contours.antialiased.unwrap_or(!contours.filled);
        look.antialiasing = if smooth {
            Antialiasing::On
        } else {
            Antialiasing::Off
        };
        if contours.filled {
            look.faces = colors;
            return Ok(look);
        }
        let pens = self.contour_pens(contours, layers, &colors)?;
        (look.widths, look.dashes) = pens.into_iter().unzip();
        look.edges = colors;
        Ok(look)
    }

    /// The colour of each line or layer.
    pub(crate) fn contour_colors(
        &self,
        contours: &Artist<Contours>,
        layers: &Layers,
    ) -> Result<Vec<Color>> {
        let alpha = contours.common.alpha;
        if let Some(colors) = &contours.colors {
            return self.listed(contours, layers, colors);
        }
        let mapped = Mapped {
            values: layers.levels.clone(),
            barred: false,
            ..contours.mapped.clone()
        };
        let (map, norm) = mapped.resolve(&self.style.image.cmap)?;
        let values = layers.values.iter();
        Ok(values.map(|&v| norm.color(&map, v, alpha)).collect())
    }

    /// Colours that were given: for the layers beyond the levels, too, if there are enough.
    fn listed(
        &self,
        contours: &Artist<Contours>,
        layers: &Layers,
        colors: &[ColorSpec],
    ) -> Result<Vec<Color>> {
        let inner = if contours.filled {
            layers.levels.len().saturating_sub(1)
        } else {
            layers.levels.len()
        };
        let (low, high) = (contours.extend.has_min(), contours.extend.has_max());
        let total = inner + usize::from(low) + usize::from(high);
        let for_all = colors.len() == total && (low || high);
        let from = usize::from(for_all && low);
        let rest = colors.get(from..).unwrap_or_default();
        let within: Vec<&ColorSpec> = rest.iter().cycle().take(inner).collect();
        let mut chosen = within.clone();
        if contours.filled && low {
            let first = if for_all {
                colors.first()
            } else {
                within.first().copied()
            };
            chosen.splice(0..0, first);
        }
        if contours.filled && high {
            let last = if for_all {
                colors.last()
            } else {
                within.last().copied()
            };
            chosen.extend(last);
        }
        let alpha = contours.common.alpha;
        chosen
            .into_iter()
            .map(|color| self.color(color, alpha))
            .collect()
    }

    /// The width and dashes of each line.
    fn contour_pens(
        &self,
        contours: &Contours,
        layers: &Layers,
        colors: &[Color],
    ) -> Result<Vec<Pen>> {
        let style = &self.style.contour;
        let usual = style.linewidth.unwrap_or(self.style.lines.linewidth);
        let monochrome = self.is_monochrome(contours, colors)?;
        let negative = contours
            .negative
            .as_ref()
            .unwrap_or(&style.negative_linestyle);
        let range = contours.range();
        let below = -(range.1 - range.0) * 1e-15;
        let solid = ByName::from(LineStyle::Solid);
        let mut pens = Vec::with_capacity(layers.levels.len());
        for (i, &level) in layers.levels.iter().enumerate() {
            let width = turn(&contours.linewidths, i).copied().unwrap_or(usual);
            let style = match turn(&contours.linestyles, i) {
                Some(style) => style,
                None if monochrome && level < below => negative,
                None => &solid,
            };
            let stroke =
                self.stroke(Color::BLACK, &known(style, Error::UnknownLineStyle)?, width)?;
            let width = if stroke.is_some() { width } else { 0.0 };
            pens.push((width, stroke.and_then(|stroke| stroke.dashes)));
        }
        Ok(pens)
    }

    /// Whether all lines have the same colour.
    fn is_monochrome(&self, contours: &Contours, colors: &[Color]) -> Result<bool> {
        let alike = |colors: &[Color]| colors.windows(2).all(|pair| pair.first() == pair.last());
        if contours.colors.is_some() {
            return Ok(alike(colors));
        }
        let (map, _) = contours.mapped.resolve(&self.style.image.cmap)?;
        Ok(alike(map.colors()))
    }
}

/// An entry of a list, counted around.
fn turn<T>(list: &[T], i: usize) -> Option<&T> {
    list.get(i.checked_rem(list.len())?)
}
