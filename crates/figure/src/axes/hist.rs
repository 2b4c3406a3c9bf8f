//! Histograms: values counted between edges, by numpy's rules.

use crate::artist::{Artist, Bars, Bins, Orientation};
use crate::axes::Axes;
use crate::axes::statistics::{deviation, ends, mean, quantile, sorted};
use crate::data::Series;
use crate::error::{Error, Result};

/// More bins than this are refused: a picture is a few thousand pixels wide.
const MOST_BINS: usize = 1 << 20;
/// Most bins that Stone's rule tries; each number of them is a pass over the values.
const MOST_STONES: usize = 1000;

/// How many values lie between edges.
///
/// ```
/// use figure::{Bins, Histogram};
///
/// let counted = Histogram::new([1.0, 2.0, 2.5, 4.0], 3)?;
/// assert_eq!(counted.edges(), [1.0, 2.0, 3.0, 4.0]);
/// assert_eq!(counted.counts(), [1.0, 2.0, 1.0]);
/// assert_eq!(counted.density().counts(), [0.25, 0.5, 0.25]);
/// assert_eq!(counted.cumulative().counts(), [1.0, 3.0, 4.0]);
/// # Ok::<(), figure::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Histogram {
    counts: Vec<f64>,
    edges: Vec<f64>,
    density: bool,
}

impl Histogram {
    /// Counts values; NaN is left out.
    ///
    /// # Errors
    ///
    /// [`Error::BinCount`] for no bins, or more than can be told apart; [`Error::BinEdges`] for
    /// edges that do not increase; [`Error::BinRange`] for infinite values.
    pub fn new(values: impl Series, bins: impl Into<Bins>) -> Result<Self> {
        let values = values.into_column();
        let range = ends(&values).unwrap_or((0.0, 1.0));
        Self::counted(&Weighed::all(values, range), &bins.into(), range)
    }

    /// Counts the values from `low` to `high`; others are left out.
    ///
    /// # Errors
    ///
    /// As for [`new`](Self::new).
    pub fn within(
        values: impl Series,
        bins: impl Into<Bins>,
        (low, high): (f64, f64),
    ) -> Result<Self> {
        let values = Weighed::all(values.into_column(), (low, high));
        Self::counted(&values, &bins.into(), (low, high))
    }

    /// Adds up the weights of values, one for each.
    ///
    /// # Errors
    ///
    /// [`Error::LengthMismatch`] where there are more or fewer weights than values,
    /// [`Error::WeighedBins`] for bins by a rule, and as for [`new`](Self::new).
    ///
    /// ```
    /// let rain = figure::Histogram::weighted([1.0, 1.5, 3.0], [2.0, 0.5, 4.0], 2)?;
    /// assert_eq!(rain.counts(), [2.5, 4.0]);
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn weighted(
        values: impl Series,
        weights: impl Series,
        bins: impl Into<Bins>,
    ) -> Result<Self> {
        let values = values.into_column();
        let range = ends(&values).unwrap_or((0.0, 1.0));
        let values = Weighed::new(values, Some(weights.into_column()), range)?;
        Self::counted(&values, &bins.into(), range)
    }

    pub(super) fn counted(values: &Weighed, bins: &Bins, (low, high): (f64, f64)) -> Result<Self> {
        if let Bins::Edges(edges) = bins {
            return values.between(edges);
        }
        let edges = edges(values, bins, (low, high))?;
        let count = edges.len().saturating_sub(1);
        let ends = (edges.first().copied(), edges.last().copied());
        let (Some(low), Some(high)) = ends else {
            return Err(Error::BinCount(count));
        };
        let mut counts = vec![0.0; count];
        for (value, weight) in values.pairs() {
            // A quotient can fall on the wrong side of an edge; the edges decide.
            let mut bin = ((value - low) / (high - low) * count as f64) as usize;
            bin = bin.min(count - 1);
            let edge = |i: usize| edges.get(i).copied().unwrap_or(f64::NAN);
            if value < edge(bin) {
                bin = bin.saturating_sub(1);
            } else if value >= edge(bin + 1) && bin != count - 1 {
                bin += 1;
            }
            if let Some(counted) = counts.get_mut(bin) {
                *counted += weight;
            }
        }
        Ok(Self {
            counts,
            edges,
            density: false,
        })
    }

    /// How many values there are in each bin, or their density or sum.
    #[must_use]
    pub fn counts(&self) -> &[f64] {
        &self.counts
    }

    /// The edges of the bins, one more than there are bins.
    #[must_use]
    pub fn edges(&self) -> &[f64] {
        &self.edges
    }

    fn widths(&self) -> impl Iterator<Item = f64> {
        let ends = self.edges.iter().zip(self.edges.iter().skip(1));
        ends.map(|(left, right)| right - left)
    }

    /// The same scaled so that its area is 1.
    #[must_use]
    pub fn density(&self) -> Self {
        let sum: f64 = self.counts.iter().sum();
        let shares = self.counts.iter().zip(self.widths());
        Self {
            counts: shares.map(|(count, width)| count / width / sum).collect(),
            edges: self.edges.clone(),
            density: true,
        }
    }

    /// The same with each bin the sum of all up to it; of a density, the area.
    #[must_use]
    pub fn cumulative(&self) -> Self {
        let mut sum = 0.0;
        let counts = self.counts.iter().zip(self.widths());
        let counts = counts.map(|(count, width)| {
            sum += if self.density { count * width } else { *count };
            sum
        });
        Self {
            counts: counts.collect(),
            edges: self.edges.clone(),
            density: false,
        }
    }
}

/// The edges of bins over a range.
pub(super) fn edges(values: &Weighed, bins: &Bins, (low, high): (f64, f64)) -> Result<Vec<f64>> {
    if let Bins::Edges(edges) = bins {
        return Ok(edges.clone());
    }
    if !(low <= high && (high - low).is_finite()) {
        return Err(Error::BinRange { low, high });
    }
    let (low, high) = if low == high {
        (low - 0.5, high + 0.5)
    } else {
        (low, high)
    };
    let count = match bins {
        Bins::Count(count) => *count,
        _ if values.weights.is_some() => return Err(Error::WeighedBins),
        _ if values.values.is_empty() => 1,
        rule => divided(high - low, width(rule, &values.values)),
    };
    even(low, high, count)
}

/// The values of a column within a range, each with a weight or all alike.
pub(super) struct Weighed {
    values: Vec<f64>,
    weights: Option<Vec<f64>>,
}

impl Weighed {
    fn all(mut values: Vec<f64>, (low, high): (f64, f64)) -> Self {
        values.retain(|value| *value >= low && *value <= high);
        let weights = None;
        Self { values, weights }
    }

    pub(super) fn new(
        values: Vec<f64>,
        weights: Option<Vec<f64>>,
        (low, high): (f64, f64),
    ) -> Result<Self> {
        let Some(weights) = weights else {
            return Ok(Self::all(values, (low, high)));
        };
        if weights.len() != values.len() {
            return Err(Error::LengthMismatch {
                x: values.len(),
                y: weights.len(),
            });
        }
        let pairs = values.into_iter().zip(weights);
        let within = pairs.filter(|(value, _)| *value >= low && *value <= high);
        let (values, weights) = within.unzip();
        Ok(Self {
            values,
            weights: Some(weights),
        })
    }

    fn pairs(&self) -> impl Iterator<Item = (f64, f64)> {
        let weights = self.weights.iter().flatten().copied();
        let ones = std::iter::repeat(1.0);
        self.values.iter().copied().zip(weights.chain(ones))
    }

    /// What lies between edges of one's own; the last bin has both its edges.
    fn between(&self, edges: &[f64]) -> Result<Histogram> {
        let increasing = edges.iter().zip(edges.iter().skip(1)).all(|(a, b)| a <= b);
        if edges.len() < 2 || !increasing {
            return Err(Error::BinEdges(edges.to_vec()));
        }
        let mut pairs: Vec<(f64, f64)> = self.pairs().collect();
        pairs.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut sum = 0.0;
        let sums = pairs.iter().map(|(_, weight)| {
            sum += weight;
            sum
        });
        let sums: Vec<f64> = std::iter::once(0.0).chain(sums).collect();
        let last = edges.len() - 1;
        let until = edges.iter().enumerate().map(|(i, edge)| {
            let past = |pair: &(f64, f64)| pair.0 < *edge || (i == last && pair.0 <= *edge);
            let index = pairs.partition_point(past);
            sums.get(index).copied().unwrap_or(sum)
        });
        let until: Vec<f64> = until.collect();
        let counts = until.iter().zip(until.iter().skip(1));
        Ok(Histogram {
            counts: counts.map(|(before, after)| after - before).collect(),
            edges: edges.to_vec(),
            density: false,
        })
    }
}

/// Edges at even distances; both ends as given.
fn even(low: f64, high: f64, count: usize) -> Result<Vec<f64>> {
    if count == 0 || count > MOST_BINS {
        return Err(Error::BinCount(count));
    }
    let step = (high - low) / count as f64;
    let inner = (0..count).map(|i| i as f64 * step + low);
    let edges: Vec<f64> = inner.chain([high]).collect();
    if edges.iter().zip(edges.iter().skip(1)).any(|(a, b)| a >= b) {
        return Err(Error::BinCount(count));
    }
    Ok(edges)
}

/// How many bins of a width a range needs; one of no width.
fn divided(range: f64, width: f64) -> usize {
    if width > 0.0 {
        (range / width).ceil() as usize
    } else {
        1
    }
}

/// The width that a rule gives the bins of values, of which there are some.
fn width(rule: &Bins, values: &[f64]) -> f64 {
    let count = values.len() as f64;
    let (low, high) = ends(values).unwrap_or((0.0, 0.0));
    let range = high - low;
    let cube_root = libm::pow(count, 1.0 / 3.0);
    match rule {
        Bins::Count(_) | Bins::Edges(_) => range,
        Bins::Auto => {
            let by_quartiles = width(&Bins::FreedmanDiaconis, values);
            let at_least = width(&Bins::Sqrt, values) / 2.0;
            by_quartiles
                .max(at_least)
                .min(width(&Bins::Sturges, values))
        }
        Bins::FreedmanDiaconis => {
            let sorted = sorted(values);
            let distance = quantile(&sorted, 0.75) - quantile(&sorted, 0.25);
            2.0 * distance * libm::pow(count, -1.0 / 3.0)
        }
        Bins::Scott => {
            let root_pi = std::f64::consts::PI.sqrt();
            libm::pow(24.0 * root_pi / count, 1.0 / 3.0) * deviation(values)
        }
        Bins::Rice => range / (2.0 * cube_root),
        Bins::Sturges => range / (libm::log2(count) + 1.0),
        Bins::Sqrt => range / count.sqrt(),
        Bins::Doane => doane(values, range),
        Bins::Stone => stone(values, (low, high)),
    }
}

/// Doane's width: Sturges' one, less for skewed values.
fn doane(values: &[f64], range: f64) -> f64 {
    let count = values.len() as f64;
    let deviation = deviation(values);
    if count <= 2.0 || deviation <= 0.0 {
        return 0.0;
    }
    let middle = mean(values);
    let cubes = values.iter().map(|value| {
        let distance = (value - middle) / deviation;
        libm::pow(distance, 3.0)
    });
    let skew = cubes.sum::<f64>() / count;
    let usual = (6.0 * (count - 2.0) / ((count + 1.0) * (count + 3.0))).sqrt();
    range / (1.0 + libm::log2(count) + libm::log2(1.0 + skew.abs() / usual))
}

/// Stone's width: that of the number of bins with the least estimated error.
fn stone(values: &[f64], (low, high): (f64, f64)) -> f64 {
    let (count, range) = (values.len() as f64, high - low);
    if count <= 1.0 || range == 0.0 {
        return 0.0;
    }
    let most = (count.sqrt() as usize).clamp(100, MOST_STONES);
    let error = |bins: usize| {
        let width = range / bins as f64;
        let counted = Histogram::within(values, Bins::Count(bins), (low, high));
        let shares = counted.map(|counted| counted.counts).unwrap_or_default();
        let squares: f64 = shares.iter().map(|n| (n / count) * (n / count)).sum();
        (2.0 - (count + 1.0) * squares) / width
    };
    let errors = (1..=most).map(|bins| (bins, error(bins)));
    let best = errors.reduce(|best, next| if next.1 < best.1 { next } else { best });
    range / best.map_or(1.0, |(bins, _)| bins as f64)
}

impl Axes {
    /// Counts values and adds a bar for each bin. For densities, sums and ranges, count first and
    /// show that by [`hist_of`](Self::hist_of).
    ///
    /// # Errors
    ///
    /// As for [`Histogram::new`].
    ///
    /// ```
    /// use figure::{Bins, Histogram};
    ///
    /// # let mut figure = figure::Figure::default();
    /// let ax = figure.add_subplot(1, 1, 1)?;
    /// let values = [1.0, 2.0, 2.5, 4.0, 4.5, 7.0];
    /// ax.hist(values, 3)?.edgecolor("k");
    /// ax.hist(values, Bins::Auto)?.alpha(0.5);
    /// ax.hist_of(&Histogram::new(values, [0.0, 3.0, 9.0])?.density())?;
    /// assert!(ax.hist(values, 0).is_err());
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn hist(
        &mut self,
        values: impl Series,
        bins: impl Into<Bins>,
    ) -> Result<&mut Artist<Bars>> {
        let values = self.x.column(values);
        self.hist_of(&Histogram::new(values, bins)?)
    }

    /// Adds a bar for each bin of a histogram; stack them by [`bottoms`](Artist::bottoms).
    ///
    /// # Errors
    ///
    /// None yet; as for the plots.
    pub fn hist_of(&mut self, histogram: &Histogram) -> Result<&mut Artist<Bars>> {
        let widths: Vec<f64> = histogram.widths().collect();
        let middles = histogram.edges.iter().zip(&widths);
        let middles = middles.map(|(left, width)| left + 0.5 * width).collect();
        let bars = Bars::new(Orientation::Vertical, middles, histogram.counts.clone());
        let bars = self.autoscale().add(bars.in_line_colors())?;
        bars.widths(widths)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edges_of_ones_own_include_the_last() {
        let counted = Histogram::new([0.0, 1.0, 1.5, 2.0, 9.0, -1.0], [0.0, 1.0, 2.0]);
        let counts = counted.map(|counted| counted.counts);
        assert_eq!(counts.ok(), Some(vec![1.0, 3.0]));
    }

    #[test]
    fn what_cannot_be_counted_is_refused() {
        let none = Histogram::new([1.0], 0);
        assert!(matches!(none, Err(Error::BinCount(0))));
        let backwards = Histogram::new([1.0], [2.0, 1.0]);
        assert!(matches!(backwards, Err(Error::BinEdges(_))));
        let infinite = Histogram::new([1.0, f64::INFINITY], 3);
        assert!(matches!(infinite, Err(Error::BinRange { .. })));
    }

    #[test]
    fn no_values_and_one_value_have_a_range_of_one() {
        let edges = |values: &[f64]| Histogram::new(values, 2).map(|counted| counted.edges).ok();
        assert_eq!(edges(&[]), Some(vec![0.0, 0.5, 1.0]));
        assert_eq!(edges(&[f64::NAN, 3.0]), Some(vec![2.5, 3.0, 3.5]));
    }
}
