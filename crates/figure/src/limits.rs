//! Which stretch of the data an axis shows.
//!
//! ```text
//!  points ─► DataLimits ─► nonsingular ─► + margin ─────► sticky edges ──► view limits
//!            min, max,     a point or     5 % of the      bars and images  the locator has
//!            min > 0       no data        scaled length   end at their     the last word
//!                          widens         on each side    edge
//! ```
//!
//! Limits that are set by hand skip all but `nonsingular`, and keep their order: larger first is an
//! inverted axis.

use std::fmt;
use std::sync::Arc;

use crate::Error;
use crate::ticker::{AxisContext, Formatter, Locator, increasing};

/// The view of an axis before anything was drawn or set.
const UNTOUCHED: (f64, f64) = (0.0, 1.0);
/// Share of an axis's data length that is left free on each side.
pub const DEFAULT_MARGIN: f64 = 0.05;
/// Share of the data's length by which data may miss a sticky edge and still stick to it.
const STICKINESS: f64 = 1e-5;

/// Smallest and largest value along one axis; before any value came, both are infinite the wrong
/// way round.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// Smallest value, or +∞.
    pub min: f64,
    /// Largest value, or −∞.
    pub max: f64,
    /// Smallest value above zero, or +∞; logarithmic axes start there.
    pub min_positive: f64,
}

impl Extent {
    /// The extent of no values at all.
    pub const EMPTY: Self = Self {
        min: f64::INFINITY,
        max: f64::NEG_INFINITY,
        min_positive: f64::INFINITY,
    };

    /// The smallest extent around both.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self {
            min: self.min.min(other.min),
            max: self.max.max(other.max),
            min_positive: self.min_positive.min(other.min_positive),
        }
    }

    /// Includes each value that is finite and stands beside a finite one: several at a time, without
    /// branches.
    fn include_beside(&mut self, values: &[f64], others: &[f64]) {
        if let Some(extent) = Self::of_finite(values)
            && values.len() <= others.len()
            && are_finite(others)
        {
            *self = self.union(extent);
            return;
        }
        const LANES: usize = 4;
        let mut min = [f64::INFINITY; LANES];
        let mut max = [f64::NEG_INFINITY; LANES];
        let mut min_positive = min;
        let (groups, rest) = values.as_chunks::<LANES>();
        let (beside, rest_beside) = others.as_chunks::<LANES>();
        for (group, beside) in groups.iter().zip(beside) {
            let ends = min.iter_mut().zip(&mut max).zip(&mut min_positive);
            for (((min, max), min_positive), (&value, other)) in ends.zip(group.iter().zip(beside))
            {
                let counts = value.is_finite() & other.is_finite();
                let low = if counts { value } else { f64::INFINITY };
                let high = if counts { value } else { f64::NEG_INFINITY };
                let positive = if low > 0.0 { low } else { f64::INFINITY };
                *min = if low < *min { low } else { *min };
                *max = if high > *max { high } else { *max };
                let nearer = positive < *min_positive;
                *min_positive = if nearer { positive } else { *min_positive };
            }
        }
        for ((min, max), min_positive) in min.into_iter().zip(max).zip(min_positive) {
            *self = self.union(Self {
                min,
                max,
                min_positive,
            });
        }
        finite(rest.iter().copied().zip(rest_beside.iter().copied()))
            .for_each(|(value, _)| self.include(value));
    }

    /// The extent of values that are all finite, as most data are; `None` where one is not.
    fn of_finite(values: &[f64]) -> Option<Self> {
        const LANES: usize = 4;
        let mut lanes = [Self::EMPTY; LANES];
        let least = |a: f64, b: f64| if a < b { a } else { b };
        let (groups, rest) = values.as_chunks::<LANES>();
        for group in groups {
            for (lane, &value) in lanes.iter_mut().zip(group) {
                let positive = if value > 0.0 { value } else { f64::INFINITY };
                lane.min = least(value, lane.min);
                lane.max = -least(-value, -lane.max);
                lane.min_positive = least(positive, lane.min_positive);
            }
        }
        let mut all = lanes.into_iter().fold(Self::EMPTY, Self::union);
        rest.iter().for_each(|&value| all.include(value));
        are_finite(values).then_some(all)
    }

    fn include(&mut self, value: f64) {
        let min_positive = if value > 0.0 { value } else { f64::INFINITY };
        *self = self.union(Self {
            min: value,
            max: value,
            min_positive,
        });
    }
}

/// Whether all values are finite.
fn are_finite(values: &[f64]) -> bool {
    // What is not becomes NaN, and stays so.
    let (groups, rest) = values.as_chunks::<8>();
    let mut sums = [0.0; 8];
    for group in groups {
        for (sum, value) in sums.iter_mut().zip(group) {
            *sum += value * 0.0;
        }
    }
    sums.iter().chain(rest).all(|value| value.is_finite())
}

impl Default for Extent {
    fn default() -> Self {
        Self::EMPTY
    }
}

/// The extents of all points drawn on a pair of axes.
///
/// # Examples
///
/// ```
/// use figure::limits::DataLimits;
///
/// let mut data = DataLimits::default();
/// data.update([(1.0, -2.0), (3.0, 5.0), (100.0, f64::NAN)]); // half a point counts for nothing
/// assert_eq!((data.x.min, data.x.max), (1.0, 3.0));
/// assert_eq!((data.y.min, data.y.max, data.y.min_positive), (-2.0, 5.0, 5.0));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct DataLimits {
    /// Along the horizontal axis.
    pub x: Extent,
    /// Along the vertical axis.
    pub y: Extent,
}

impl DataLimits {
    /// Includes points; those with a coordinate that is NaN or infinite are left out.
    pub fn update(&mut self, points: impl IntoIterator<Item = (f64, f64)>) {
        for (x, y) in finite(points) {
            self.x.include(x);
            self.y.include(y);
        }
    }

    /// Includes the points of two columns as long as each other; the same as
    /// [`update`](Self::update), but faster.
    pub(crate) fn update_columns(&mut self, xs: &[f64], ys: &[f64]) {
        self.x.include_beside(xs, ys);
        self.y.include_beside(ys, xs);
    }

    /// Includes points whose x are their own numbers, from `first` on.
    pub(crate) fn update_numbered(&mut self, first: usize, ys: &[f64]) {
        let finite = |i: &usize| ys.get(*i).is_some_and(|y| y.is_finite());
        let mut known = (0..ys.len()).filter(finite);
        // The second one is the first above zero, if the first is zero.
        let ends = [known.next(), known.next(), known.next_back()];
        for i in ends.into_iter().flatten() {
            self.x.include((first + i) as f64);
        }
        self.y.include_beside(ys, ys);
    }

    /// Includes other limits, where their coordinates are those of the data.
    pub(crate) fn include(&mut self, other: Self, data: (bool, bool)) {
        if data.0 {
            self.x = self.x.union(other.x);
        }
        if data.1 {
            self.y = self.y.union(other.y);
        }
    }

    /// Includes only the horizontal coordinates of points, as for a line whose vertical ones are
    /// shares of the axes.
    pub fn update_x(&mut self, points: impl IntoIterator<Item = (f64, f64)>) {
        finite(points).for_each(|(x, _)| self.x.include(x));
    }

    /// Includes only the vertical coordinates of points.
    pub fn update_y(&mut self, points: impl IntoIterator<Item = (f64, f64)>) {
        finite(points).for_each(|(_, y)| self.y.include(y));
    }
}

fn finite(points: impl IntoIterator<Item = (f64, f64)>) -> impl Iterator<Item = (f64, f64)> {
    points
        .into_iter()
        .filter(|(x, y)| x.is_finite() && y.is_finite())
}

/// How data values map to distances along an axis; margins are equal in these distances.
pub trait Scale: fmt::Debug + Send + Sync {
    /// Distance of a value, increasing with it.
    fn forward(&self, value: f64) -> f64;

    /// The value at a distance.
    fn inverse(&self, distance: f64) -> f64;

    /// Limits moved into what the scale can show; `min_positive` is the smallest positive data
    /// value, or +∞.
    fn limit_range(&self, limits: (f64, f64), min_positive: f64) -> (f64, f64) {
        let _ = min_positive;
        limits
    }

    /// Where major ticks go on this scale, unless a locator is set; `None` for the automatic
    /// places of a linear axis.
    fn major_locator(&self) -> Option<Arc<dyn Locator>> {
        None
    }

    /// Where minor ticks go on this scale, unless a locator is set; `None` for none.
    fn minor_locator(&self) -> Option<Arc<dyn Locator>> {
        None
    }

    /// What major ticks say on this scale, unless a formatter is set; `None` for plain numbers.
    fn major_formatter(&self) -> Option<Arc<dyn Formatter>> {
        None
    }

    /// What minor ticks say on this scale, unless a formatter is set; `None` for nothing.
    fn minor_formatter(&self) -> Option<Arc<dyn Formatter>> {
        None
    }

    /// Whether [`forward`](Self::forward) is the identity, so that paths need not be mapped.
    fn is_linear(&self) -> bool {
        false
    }

    /// Whether the scale can show a value.
    fn shows(&self, value: f64) -> bool {
        value.is_finite()
    }
}

/// Equal differences are equal distances.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LinearScale;

impl Scale for LinearScale {
    fn forward(&self, value: f64) -> f64 {
        value
    }

    fn inverse(&self, distance: f64) -> f64 {
        distance
    }

    fn is_linear(&self) -> bool {
        true
    }
}

/// Whether the locator may move limits after the margins were added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// It may ([`Locator::view_limits`]).
    Loose,
    /// The limits are the data and its margins, no more.
    Tight,
}

/// Everything that decides an axis's limits when they follow the data.
///
/// # Examples
///
/// ```
/// use figure::limits::{Autoscale, DataLimits};
/// use figure::ticker::AutoLocator;
///
/// let locator = AutoLocator::new();
/// let mut data = DataLimits::default();
/// let no_data = Autoscale::new(data.y, &locator).limits((0.0, 1.0))?;
/// assert_eq!(format!("{no_data:.3?}"), "(-0.055, 0.055)");
///
/// data.update([(0.0, 1.0), (1.0, 3.0)]);
/// assert_eq!(Autoscale::new(data.y, &locator).limits((0.0, 1.0))?, (0.9, 3.1));
/// let bars = Autoscale::new(data.y, &locator).with_sticky(&[1.0]);
/// assert_eq!(bars.limits((0.0, 1.0))?, (1.0, 3.1));
/// # Ok::<(), figure::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Autoscale<'a> {
    /// What there is to show; the union over all axes that share this one.
    pub data: Extent,
    /// Share of the scaled data length to leave free on each side; above −0.5.
    pub margin: f64,
    /// Values that margins must not cross, in any order.
    pub sticky: &'a [f64],
    /// Whether the locator may move the limits.
    pub fit: Fit,
    /// The major locator.
    pub locator: &'a dyn Locator,
    /// The axis's scale.
    pub scale: &'a dyn Scale,
    /// The axis, where limits that the locator may move end at ticks.
    pub rounded: Option<AxisContext<'a>>,
}

impl<'a> Autoscale<'a> {
    /// The defaults: a margin of 5 %, no sticky edges, a linear scale, limits that the locator may
    /// move.
    #[must_use]
    pub fn new(data: Extent, locator: &'a dyn Locator) -> Self {
        Self {
            data,
            margin: DEFAULT_MARGIN,
            sticky: &[],
            fit: Fit::Loose,
            locator,
            scale: &LinearScale,
            rounded: None,
        }
    }

    /// The same with another margin.
    ///
    /// # Errors
    ///
    /// [`Error::Margin`] unless it is above −0.5, at which nothing would be left.
    pub fn with_margin(self, margin: f64) -> Result<Self, Error> {
        if margin > -0.5 {
            Ok(Self { margin, ..self })
        } else {
            Err(Error::Margin(margin))
        }
    }

    /// The same with values that margins must not cross.
    #[must_use]
    pub fn with_sticky(self, sticky: &'a [f64]) -> Self {
        Self { sticky, ..self }
    }

    /// The view limits that follow from the data, in the direction that the view before had.
    ///
    /// Without data a view that was changed stays; an untouched one gets the locator's default
    /// limits.
    ///
    /// # Errors
    ///
    /// [`Error::Limits`] where a margin reaches beyond the largest number.
    pub fn limits(&self, view: (f64, f64)) -> Result<(f64, f64), Error> {
        let no_data = self.data.min > self.data.max;
        if no_data && view != UNTOUCHED {
            return Ok(view);
        }
        let range = if no_data {
            (f64::NEG_INFINITY, f64::INFINITY)
        } else {
            (self.data.min, self.data.max)
        };
        // What the scale cannot show is out of the way before the locator looks, if anything is left.
        let range = if self.data.max > 0.0 {
            self.scale.limit_range(range, self.data.min_positive)
        } else {
            range
        };
        let range = self.locator.nonsingular(range);
        let widened = self.stopped(range, self.widened(range));
        let (low, high) = increasing(match self.fit {
            Fit::Loose => match &self.rounded {
                Some(axis) => self.locator.round_limits(widened, axis)?,
                None => self.locator.view_limits(widened),
            },
            Fit::Tight => widened,
        });
        let ends = if view.1 < view.0 {
            (high, low)
        } else {
            (low, high)
        };
        set_limits((Some(ends.0), Some(ends.1)), view, self.locator)
    }

    /// The range with its margins, added where the scale makes them equal.
    fn widened(&self, range: (f64, f64)) -> (f64, f64) {
        let (low, high) = self.scale.limit_range(range, self.data.min_positive);
        let (start, end) = (self.scale.forward(low), self.scale.forward(high));
        let free = (end - start) * self.margin;
        let free = if free.is_finite() { free } else { 0.0 };
        (
            self.scale.inverse(start - free),
            self.scale.inverse(end + free),
        )
    }

    /// The widened range, cut back to the sticky edge that lies next to the data on each side.
    fn stopped(&self, (low, high): (f64, f64), widened: (f64, f64)) -> (f64, f64) {
        let slack = STICKINESS * (high - low).abs();
        let edges = || {
            self.sticky
                .iter()
                .copied()
                .filter(|&edge| self.margin != 0.0 && self.scale.shows(edge))
        };
        let below = edges()
            .filter(|&edge| edge < low + slack)
            .fold(f64::NEG_INFINITY, f64::max);
        let above = edges()
            .filter(|&edge| edge >= high - slack)
            .fold(f64::INFINITY, f64::min);
        (widened.0.max(below), widened.1.min(above))
    }
}

/// The view limits after setting one end or both; an end that is `None` keeps its place in `view`.
///
/// The order is kept: a larger first end inverts the axis. Equal ends are widened around their
/// value.
///
/// # Errors
///
/// [`Error::Limits`] for an end that is NaN or infinite.
///
/// # Examples
///
/// ```
/// use figure::limits::set_limits;
/// use figure::ticker::AutoLocator;
///
/// let locator = AutoLocator::new();
/// assert_eq!(set_limits((Some(10.0), Some(0.0)), (0.0, 1.0), &locator)?, (10.0, 0.0));
/// assert_eq!(set_limits((None, Some(5.0)), (0.0, 1.0), &locator)?, (0.0, 5.0));
/// assert_eq!(set_limits((Some(100.0), Some(100.0)), (0.0, 1.0), &locator)?, (95.0, 105.0));
/// # Ok::<(), figure::Error>(())
/// ```
pub fn set_limits(
    ends: (Option<f64>, Option<f64>),
    view: (f64, f64),
    locator: &dyn Locator,
) -> Result<(f64, f64), Error> {
    let (start, end) = (ends.0.unwrap_or(view.0), ends.1.unwrap_or(view.1));
    if !(start.is_finite() && end.is_finite()) {
        return Err(Error::Limits {
            low: start,
            high: end,
        });
    }
    let (low, high) = increasing(locator.nonsingular((start, end)));
    Ok(if start > end {
        (high, low)
    } else {
        (low, high)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_as_their_points_do() {
        let odd = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 0.0, -3.0, 7.5];
        for count in 0..40_usize {
            let ys: Vec<f64> = (0..count).map(|i| odd[i * i % 6] + i as f64).collect();
            let xs: Vec<f64> = (0..count).map(|i| odd[(i + 5) % 6] - i as f64).collect();
            let (mut by_points, mut by_columns) = <(DataLimits, DataLimits)>::default();
            by_points.update(xs.iter().copied().zip(ys.iter().copied()));
            by_columns.update_columns(&xs, &ys);
            assert_eq!(by_points, by_columns);
            for first in [0, 3] {
                let (mut by_points, mut numbered) = <(DataLimits, DataLimits)>::default();
                by_points.update((first..).map(|i| i as f64).zip(ys.iter().copied()));
                numbered.update_numbered(first, &ys);
                assert_eq!(by_points, numbered);
            }
        }
    }
}
