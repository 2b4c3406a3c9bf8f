//! What artists take in turn where it is not set: colours, and for lines their style, too.

use crate::artist::{Line, LineStyle, Marker};
use crate::color::ColorSpec;
use crate::error::{Error, Result};
use crate::name::ByName;

/// What lines, bars, points and areas take in turn: a colour, and lines a style, a width and markers,
/// too. Anything that is a list of colours makes one.
///
/// ```
/// use figure::PropCycle;
///
/// # let mut figure = figure::Figure::default();
/// let ax = figure.add_subplot(1, 1, 1)?;
/// let styles = PropCycle::linestyles(["-", "--"]);
/// let both = PropCycle::from(["C3", "0.5"]).and(&styles)?;
/// ax.set_prop_cycle(both);
/// for i in 0..4 {
///     ax.plot_y([i, i + 1])?; // red, gray dashes, red, gray dashes
/// }
/// let all = PropCycle::from(["k", "r", "b"]).times(&styles)?;
/// assert_eq!(all.len(), 6);
/// # Ok::<(), figure::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PropCycle {
    /// As many as turns, or none.
    colors: Vec<ColorSpec>,
    /// As many as turns, or none.
    lines: Vec<LineProps>,
}

/// What a line takes beside its colour.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct LineProps {
    pub(crate) linestyle: Option<ByName<LineStyle>>,
    pub(crate) linewidth: Option<f64>,
    pub(crate) marker: Option<ByName<Marker>>,
    pub(crate) markersize: Option<f64>,
    pub(crate) markeredgewidth: Option<f64>,
    pub(crate) markerfacecolor: Option<ColorSpec>,
    pub(crate) markeredgecolor: Option<ColorSpec>,
}

impl LineProps {
    /// Whether it has something that a line has not.
    pub(crate) fn completes(&self, line: &Line) -> bool {
        (self.linestyle.is_some() && line.linestyle.is_none())
            || (self.linewidth.is_some() && line.linewidth.is_none())
            || (self.marker.is_some() && line.marker.is_none())
            || (self.markersize.is_some() && line.markersize.is_none())
            || (self.markeredgewidth.is_some() && line.markeredgewidth.is_none())
            || (self.markerfacecolor.is_some() && line.markerfacecolor.is_none())
            || (self.markeredgecolor.is_some() && line.markeredgecolor.is_none())
    }

    /// These, completed by others; `None` where both have the same property.
    fn with(&self, other: &Self) -> Option<Self> {
        fn one<T: Clone>(a: Option<&T>, b: Option<&T>) -> Option<Option<T>> {
            (a.is_none() || b.is_none()).then(|| a.or(b).cloned())
        }
        macro_rules! both {
            ($($field:ident),*) => {
                Some(Self { $($field: one(self.$field.as_ref(), other.$field.as_ref())?),* })
            };
        }
        both!(
            linestyle,
            linewidth,
            marker,
            markersize,
            markeredgewidth,
            markerfacecolor,
            markeredgecolor
        )
    }
}

impl<C: Into<ColorSpec>, I: IntoIterator<Item = C>> From<I> for PropCycle {
    fn from(colors: I) -> Self {
        Self {
            colors: colors.into_iter().map(Into::into).collect(),
            lines: Vec::new(),
        }
    }
}

impl PropCycle {
    /// Line styles in turn: [`LineStyle`]s or their names.
    pub fn linestyles<S: Into<ByName<LineStyle>>>(styles: impl IntoIterator<Item = S>) -> Self {
        Self::of_lines(styles, |props, style| props.linestyle = Some(style.into()))
    }

    /// Widths in points, in turn.
    pub fn linewidths(points: impl IntoIterator<Item = f64>) -> Self {
        Self::of_lines(points, |props, width| props.linewidth = Some(width))
    }

    /// Markers in turn: [`Marker`]s or their names.
    pub fn markers<M: Into<ByName<Marker>>>(markers: impl IntoIterator<Item = M>) -> Self {
        Self::of_lines(markers, |props, marker| props.marker = Some(marker.into()))
    }

    /// Diameters of markers in points, in turn.
    pub fn markersizes(points: impl IntoIterator<Item = f64>) -> Self {
        Self::of_lines(points, |props, size| props.markersize = Some(size))
    }

    /// Widths of markers' outlines in points, in turn.
    pub fn markeredgewidths(points: impl IntoIterator<Item = f64>) -> Self {
        Self::of_lines(points, |props, width| props.markeredgewidth = Some(width))
    }

    /// What markers are filled with, in turn.
    pub fn markerfacecolors<C: Into<ColorSpec>>(colors: impl IntoIterator<Item = C>) -> Self {
        Self::of_lines(colors, |props, c| props.markerfacecolor = Some(c.into()))
    }

    /// Colours of markers' outlines, in turn.
    pub fn markeredgecolors<C: Into<ColorSpec>>(colors: impl IntoIterator<Item = C>) -> Self {
        Self::of_lines(colors, |props, c| props.markeredgecolor = Some(c.into()))
    }

    fn of_lines<T>(values: impl IntoIterator<Item = T>, set: impl Fn(&mut LineProps, T)) -> Self {
        let line = |value| {
            let mut props = LineProps::default();
            set(&mut props, value);
            props
        };
        Self {
            colors: Vec::new(),
            lines: values.into_iter().map(line).collect(),
        }
    }

    /// In each turn, what both have: the first with the first, the second with the second.
    ///
    /// # Errors
    ///
    /// [`Error::LengthMismatch`] where one is longer, [`Error::PropCycle`] where both have the same
    /// property.
    pub fn and(&self, other: &Self) -> Result<Self> {
        if self.len() != other.len() {
            return Err(Error::LengthMismatch {
                x: self.len(),
                y: other.len(),
            });
        }
        self.joined(other, (0..self.len()).map(|i| (i, i)))
    }

    /// Each turn of this one with all turns of another, one after the other.
    ///
    /// # Errors
    ///
    /// [`Error::PropCycle`] where both have the same property.
    pub fn times(&self, other: &Self) -> Result<Self> {
        let turns = (0..self.len()).flat_map(|i| (0..other.len()).map(move |j| (i, j)));
        self.joined(other, turns)
    }

    /// The same, so many times over.
    #[must_use]
    pub fn repeated(&self, times: usize) -> Self {
        let again = |_| self.clone();
        let turns: Vec<Self> = (0..times).map(again).collect();
        Self {
            colors: turns.iter().flat_map(|turn| turn.colors.clone()).collect(),
            lines: turns.into_iter().flat_map(|turn| turn.lines).collect(),
        }
    }

    /// How many turns there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.colors.len().max(self.lines.len())
    }

    /// Whether nothing is taken in turn.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The colours; none where only lines' looks are taken in turn.
    #[must_use]
    pub fn colors(&self) -> &[ColorSpec] {
        &self.colors
    }

    /// What lines take beside colours; nothing where that is only colours.
    pub(crate) fn lines(&self) -> &[LineProps] {
        &self.lines
    }

    /// Turns of both, by their numbers.
    fn joined(&self, other: &Self, turns: impl Iterator<Item = (usize, usize)>) -> Result<Self> {
        if !self.colors.is_empty() && !other.colors.is_empty() {
            return Err(Error::PropCycle);
        }
        let mut all = Self::default();
        for (i, j) in turns {
            let color = self.colors.get(i).or(other.colors.get(j));
            all.colors.extend(color.cloned());
            all.lines
                .extend(match (self.lines.get(i), other.lines.get(j)) {
                    (Some(a), Some(b)) => Some(a.with(b).ok_or(Error::PropCycle)?),
                    (a, b) => a.or(b).cloned(),
                });
        }
        Ok(all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_product_goes_through_the_second_cycle_first() {
        let colors = PropCycle::from(["r", "k"]);
        let all = colors.times(&PropCycle::linewidths([1.0, 2.0])).unwrap();
        let widths: Vec<_> = all.lines.iter().filter_map(|line| line.linewidth).collect();
        assert_eq!(widths, [1.0, 2.0, 1.0, 2.0]);
        assert_eq!(all.colors(), ["r", "r", "k", "k"].map(ColorSpec::from));
    }

    #[test]
    fn a_property_comes_from_one_cycle_only() {
        let (one, other) = (PropCycle::linewidths([1.0]), PropCycle::markersizes([2.0]));
        assert!(one.and(&other).is_ok());
        assert!(matches!(one.and(&one), Err(Error::PropCycle)));
        let colors = PropCycle::from(["r"]);
        assert!(matches!(colors.times(&colors), Err(Error::PropCycle)));
        assert!(one.and(&PropCycle::from(["r", "k"])).is_err());
    }
}
