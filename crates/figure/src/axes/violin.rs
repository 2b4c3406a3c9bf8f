//! Violin plots: how densely the values of a column lie, as a shape on both sides of a line.

use agg_core::Cap;

use crate::artist::{Collection, Handle, Orientation, Role};
use crate::axes::Axes;
use crate::axes::Between;
use crate::axes::fill::Band;
use crate::axes::statistics::{ends, mean, quantile, sorted, squares};
use crate::data::{Series, one_or_all};
use crate::error::{Error, Result};

/// How wide the bell is that each value spreads to.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Bandwidth {
    /// `n^(−1/5)` standard deviations, by Scott's rule.
    #[default]
    Scott,
    /// `(3n/4)^(−1/5)` standard deviations, by Silverman's rule.
    Silverman,
    /// So many standard deviations.
    Factor(f64),
}

/// On which side of its line a violin is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ViolinSide {
    /// On both.
    #[default]
    Both,
    /// Left, or below.
    Low,
    /// Right, or above.
    High,
}

/// A statistic that a violin can be marked with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ViolinMark {
    /// The arithmetic mean.
    Mean,
    /// The median.
    Median,
}

/// Columns of values, and how their violins are drawn.
///
/// ```
/// use figure::{ViolinMark, ViolinPlot};
///
/// # let mut figure = figure::Figure::default();
/// let ax = figure.add_subplot(1, 1, 1)?;
/// let plot = ViolinPlot::new([vec![1, 2, 3, 9], vec![2, 4, 4, 5, 6]]);
/// let parts = ax.violinplot(&plot.mark(ViolinMark::Median))?;
/// ax.artist(parts.bodies[0])?.facecolor("C2");
/// # Ok::<(), figure::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct ViolinPlot {
    columns: Vec<Vec<f64>>,
    positions: Option<Vec<f64>>,
    widths: Vec<f64>,
    bandwidth: Bandwidth,
    points: usize,
    marks: Vec<ViolinMark>,
    without_extrema: bool,
    quantiles: Vec<Vec<f64>>,
    side: ViolinSide,
    orientation: Orientation,
}

impl ViolinPlot {
    /// A violin for each column of values; values that are missing or infinite are left out.
    pub fn new<S: Series>(columns: impl IntoIterator<Item = S>) -> Self {
        let column = |column: S| {
            let mut column = column.into_column();
            column.retain(|value| value.is_finite());
            column
        };
        Self {
            columns: columns.into_iter().map(column).collect(),
            positions: None,
            widths: vec![0.5],
            bandwidth: Bandwidth::default(),
            points: 100,
            marks: Vec::new(),
            without_extrema: false,
            quantiles: Vec::new(),
            side: ViolinSide::default(),
            orientation: Orientation::Vertical,
        }
    }

    /// Where the violins stand; at 1, 2, 3 … unless set.
    #[must_use]
    pub fn positions(mut self, positions: impl Series) -> Self {
        self.positions = Some(positions.into_column());
        self
    }

    /// How wide the violins are at most, each or all; 0.5 unless set.
    #[must_use]
    pub fn widths(mut self, widths: impl Series) -> Self {
        self.widths = widths.into_column();
        self
    }

    /// How far values spread.
    #[must_use]
    pub fn bandwidth(mut self, bandwidth: Bandwidth) -> Self {
        self.bandwidth = bandwidth;
        self
    }

    /// At how many places the density is worked out, 100 unless set; none count as one.
    #[must_use]
    pub fn points(mut self, count: usize) -> Self {
        self.points = count.max(1);
        self
    }

    /// A line at a statistic of each column.
    #[must_use]
    pub fn mark(mut self, mark: ViolinMark) -> Self {
        self.marks.push(mark);
        self
    }

    /// No lines at and between the smallest and the largest value.
    #[must_use]
    pub fn without_extrema(mut self) -> Self {
        self.without_extrema = true;
        self
    }

    /// Lines at quantiles, 0 to 1: a list for each column.
    #[must_use]
    pub fn quantiles<S: Series>(mut self, quantiles: impl IntoIterator<Item = S>) -> Self {
        self.quantiles = quantiles.into_iter().map(Series::into_column).collect();
        self
    }

    /// Half violins.
    #[must_use]
    pub fn side(mut self, side: ViolinSide) -> Self {
        self.side = side;
        self
    }

    /// Violins that stand or lie.
    #[must_use]
    pub fn orientation(mut self, orientation: Orientation) -> Self {
        self.orientation = orientation;
        self
    }

    fn check(&self) -> Result<()> {
        let count = self.columns.len();
        let lists = [
            self.positions.as_ref().map_or(count, Vec::len),
            match self.quantiles.len() {
                0 => count,
                given => given,
            },
        ];
        if let Some(&y) = lists.iter().find(|&&given| given != count) {
            return Err(Error::LengthMismatch { x: count, y });
        }
        let shares = self.quantiles.iter().flatten();
        let wrong = shares.copied().find(|share| !(0.0..=1.0).contains(share));
        let wrong = wrong.or(match self.bandwidth {
            Bandwidth::Factor(factor) if factor.is_nan() || factor <= 0.0 => Some(factor),
            _ => None,
        });
        wrong.map_or(Ok(()), |share| Err(Error::Quantile(share)))
    }

    /// The density of a column at places from its smallest to its largest value.
    fn density(&self, values: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let Some((low, high)) = ends(values) else {
            return (Vec::new(), Vec::new());
        };
        let places = spread(low, high, self.points);
        if low == high {
            let ones = vec![1.0; places.len()];
            return (places, ones);
        }
        let count = values.len() as f64;
        let factor = match self.bandwidth {
            Bandwidth::Scott => libm::pow(count, -1.0 / 5.0),
            Bandwidth::Silverman => libm::pow(count * 3.0 / 4.0, -1.0 / 5.0),
            Bandwidth::Factor(factor) => factor,
        };
        let variance = squares(values) / (count - 1.0);
        let inverse = 1.0 / variance / (factor * factor);
        let norm = (std::f64::consts::TAU * (variance * (factor * factor))).sqrt() * count;
        let mut densities = vec![0.0; places.len()];
        for value in values {
            for (density, place) in densities.iter_mut().zip(&places) {
                let difference = value - place;
                *density += libm::exp(-(difference * (inverse * difference) / 2.0));
            }
        }
        densities.iter_mut().for_each(|density| *density /= norm);
        (places, densities)
    }
}

/// `count` numbers at even distances, both ends among them.
fn spread(low: f64, high: f64, count: usize) -> Vec<f64> {
    let steps = count.saturating_sub(1).max(1) as f64;
    let step = (high - low) / steps;
    let mut places: Vec<f64> = (0..count).map(|i| i as f64 * step + low).collect();
    if let [_, .., last] = places.as_mut_slice() {
        *last = high;
    }
    places
}

/// The parts of a violin plot, to be found by [`Axes::artist`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ViolinParts {
    /// The shapes.
    pub bodies: Vec<Handle<Collection>>,
    /// The lines at the means, if they are shown.
    pub means: Option<Handle<Collection>>,
    /// The lines at the largest values.
    pub maxes: Option<Handle<Collection>>,
    /// The lines at the smallest values.
    pub mins: Option<Handle<Collection>>,
    /// The lines from the smallest to the largest values.
    pub bars: Option<Handle<Collection>>,
    /// The lines at the medians, if they are shown.
    pub medians: Option<Handle<Collection>>,
    /// The lines at the quantiles, if there are any.
    pub quantiles: Option<Handle<Collection>>,
}

impl Axes {
    /// Adds a violin for each column of values: the density of its values, smoothed by a bell, and
    /// lines at the smallest and the largest.
    ///
    /// ![Violins with quantiles, and half violins](../../../docs/gallery/figure/violinplot.png)
    ///
    /// # Errors
    ///
    /// [`Error::LengthMismatch`] unless there are as many positions and lists of quantiles as
    /// columns, and widths for each or one for all; [`Error::Quantile`] for a quantile outside 0
    /// to 1 or a bandwidth that is not positive.
    pub fn violinplot(&mut self, plot: &ViolinPlot) -> Result<ViolinParts> {
        plot.check()?;
        let count = plot.columns.len();
        let positions = plot.positions.clone();
        let positions = positions.unwrap_or_else(|| (1..=count).map(|i| i as f64).collect());
        let widths = one_or_all(plot.widths.clone(), count)?;
        let widths: Vec<f64> = widths.iter().copied().cycle().take(count).collect();
        let leader = self.artists.len();
        let mut parts = ViolinParts::default();
        let places = positions.iter().zip(&widths);
        for (values, (&at, &width)) in plot.columns.iter().zip(places) {
            let body = self.violin(plot, values, (at, width), leader)?;
            parts.bodies.push(body);
        }
        let lines = Lines {
            plot,
            leader,
            reach: (plot.side != ViolinSide::High, plot.side != ViolinSide::Low),
        };
        let places: Vec<(f64, f64)> = positions.iter().copied().zip(widths).collect();
        let each = |measure: &dyn Fn(&[f64]) -> f64| {
            let measures = plot.columns.iter().map(|values| measure(values));
            measures.collect::<Vec<f64>>()
        };
        let median = |values: &[f64]| quantile(&sorted(values), 0.5);
        if plot.marks.contains(&ViolinMark::Mean) {
            parts.means = Some(lines.across(self, &each(&mean), &places)?);
        }
        if !plot.without_extrema {
            let end = |values: &[f64]| ends(values).unwrap_or((f64::NAN, f64::NAN));
            let (low, high) = (each(&|v| end(v).0), each(&|v| end(v).1));
            parts.maxes = Some(lines.across(self, &high, &places)?);
            parts.mins = Some(lines.across(self, &low, &places)?);
            parts.bars = Some(lines.along(self, &positions, &low, &high)?);
        }
        if plot.marks.contains(&ViolinMark::Median) {
            parts.medians = Some(lines.across(self, &each(&median), &places)?);
        }
        let wanted = plot.quantiles.iter().zip(&plot.columns).zip(&places);
        let found = wanted.flat_map(|((shares, values), place)| {
            let sorted = sorted(values);
            let shares = shares.iter().filter(|_| !values.is_empty());
            let found: Vec<_> = shares
                .map(|&share| (quantile(&sorted, share), *place))
                .collect();
            found
        });
        let (values, places): (Vec<f64>, Vec<(f64, f64)>) = found.unzip();
        if !values.is_empty() {
            parts.quantiles = Some(lines.across(self, &values, &places)?);
        }
        Ok(parts)
    }

    fn violin(
        &mut self,
        plot: &ViolinPlot,
        values: &[f64],
        (at, width): (f64, f64),
        leader: usize,
    ) -> Result<Handle<Collection>> {
        let (places, densities) = plot.density(values);
        let highest = densities.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let halves = densities.iter().map(|d| 0.5 * width * d / highest);
        let (low, high): (Vec<f64>, Vec<f64>) = halves.map(|half| (-half + at, half + at)).unzip();
        let middle = vec![at; places.len()];
        let (low, high) = match plot.side {
            ViolinSide::Both => (low, high),
            ViolinSide::Low => (low, middle),
            ViolinSide::High => (middle, high),
        };
        let everywhere = Between::all();
        let band = Band::new(places, low, high, &everywhere)?;
        let vertical = plot.orientation == Orientation::Vertical;
        let first = self.artists.len() == leader;
        let body = band.collection(if first { Role::Violin } else { Role::Areas }, |p| {
            if vertical {
                agg_core::Point::new(p.y, p.x)
            } else {
                p
            }
        });
        let body = self.autoscale().add(body)?.alpha(0.3);
        body.common.color_of = (!first).then_some(leader);
        Ok(body.handle())
    }
}

/// The lines of violins.
struct Lines<'a> {
    plot: &'a ViolinPlot,
    /// The number of the artist that has the colour.
    leader: usize,
    /// Whether lines reach to the lower and to the upper side.
    reach: (bool, bool),
}

impl Lines<'_> {
    /// Lines across violins, at values, by each violin's position and width.
    fn across(
        &self,
        axes: &mut Axes,
        values: &[f64],
        places: &[(f64, f64)],
    ) -> Result<Handle<Collection>> {
        let end = |share: f64| {
            let ends = places.iter().map(|(at, width)| share * width + at);
            ends.collect::<Vec<f64>>()
        };
        let low = end(if self.reach.0 { -0.25 } else { 0.0 });
        let high = end(if self.reach.1 { 0.25 } else { 0.0 });
        self.dressed(axes, Orientation::Horizontal, (values, &low, &high))
    }

    /// Lines along violins.
    fn along(
        &self,
        axes: &mut Axes,
        positions: &[f64],
        low: &[f64],
        high: &[f64],
    ) -> Result<Handle<Collection>> {
        self.dressed(axes, Orientation::Vertical, (positions, low, high))
    }

    /// Lines that run this way where violins stand.
    fn dressed(
        &self,
        axes: &mut Axes,
        orientation: Orientation,
        (at, low, high): (&[f64], &[f64], &[f64]),
    ) -> Result<Handle<Collection>> {
        let lines = if orientation == self.plot.orientation {
            axes.vlines(at, low, high)?
        } else {
            axes.hlines(at, low, high)?
        };
        lines.common.color_of = Some(self.leader);
        if self.plot.side != ViolinSide::Both {
            lines.capstyle(Cap::Square);
        }
        Ok(lines.handle())
    }
}
