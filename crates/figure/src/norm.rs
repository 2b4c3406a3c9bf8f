//! Norms: from a value to its share of a range, which a [`Colormap`] has a colour for.
//!
//! A [`Norm`] says how; what it leaves open (the ends of the range) the data decides
//! ([`Norm::scaled`]). All arithmetic is matplotlib's, operation by operation, because a share that
//! is off by its last bit can fall into the next colour.

use std::cmp::Ordering;

use agg_core::Color;
use fearless_simd::{Level, dispatch};

use crate::colormap::Colormap;
use crate::data::interpolated;
use crate::error::{Error, Result};
use crate::ticker::{Expansion, log10, nonsingular};

/// How values become shares of their range.
///
/// ![The same values by four norms](../../../../docs/gallery/figure/norms.png)
///
/// ```
/// use figure::colormap::Colormap;
/// use figure::norm::Norm;
///
/// let values = [1.0, 10.0, 100.0];
/// let log = Norm::log().scaled(&values)?;
/// assert_eq!(log.share(10.0), 0.5);
/// assert!(log.share(-1.0).is_nan());
/// assert_eq!(Norm::linear().with_vmax(21.0).scaled(&values)?.share(11.0), 0.5);
/// # Ok::<(), figure::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Norm {
    rule: Rule,
    vmin: Option<f64>,
    vmax: Option<f64>,
    clip: Clip,
}

/// What happens to values beyond the ends of the range.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Clip {
    /// They are under or over it.
    #[default]
    Off,
    /// They count as the end next to them.
    On,
}

/// For which values beyond its boundaries a [`Norm::boundaries`] has a colour in the map itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extend {
    /// For none.
    #[default]
    Neither,
    /// For those below.
    Min,
    /// For those above.
    Max,
    /// For those on both sides.
    Both,
}

impl Extend {
    /// Whether values below are meant.
    #[must_use]
    pub fn has_min(self) -> bool {
        matches!(self, Self::Min | Self::Both)
    }

    /// Whether values above are meant.
    #[must_use]
    pub fn has_max(self) -> bool {
        matches!(self, Self::Max | Self::Both)
    }
}

#[derive(Clone, Debug, PartialEq)]
enum Rule {
    Linear,
    Log,
    SymLog(SymLog),
    Power(f64),
    TwoSlope(f64),
    Boundaries(Vec<f64>, Extend),
}

/// Linear around zero, logarithmic beyond: where the one becomes the other, and how much room the
/// linear part takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct SymLog {
    pub(crate) threshold: f64,
    pub(crate) scale: f64,
    pub(crate) base: f64,
}

impl Rule {
    fn is_log(&self) -> bool {
        matches!(self, Self::Log)
    }

    fn steps(&self) -> Option<(&[f64], Extend)> {
        match self {
            Self::Boundaries(boundaries, extend) => Some((boundaries, *extend)),
            _ => None,
        }
    }
}

impl SymLog {
    pub(crate) fn forward(&self, value: f64) -> f64 {
        let scale = self.scale / (1.0 - 1.0 / self.base);
        let base = libm::log(self.base);
        if value.abs() <= self.threshold {
            return value * scale;
        }
        let sign = if value == 0.0 { 0.0 } else { value.signum() };
        let log = scale - libm::log(self.threshold) / base + libm::log(value.abs()) / base;
        sign * self.threshold * log
    }

    pub(crate) fn inverse(&self, distance: f64) -> f64 {
        let scale = self.scale / (1.0 - 1.0 / self.base);
        if distance.abs() <= self.forward(self.threshold) {
            return distance / scale;
        }
        let sign = if distance == 0.0 {
            0.0
        } else {
            distance.signum()
        };
        let power = libm::pow(self.base, distance.abs() / self.threshold - scale);
        sign * self.threshold * power
    }
}

impl Default for Norm {
    fn default() -> Self {
        Self::linear()
    }
}

impl Norm {
    fn new(rule: Rule) -> Self {
        Self {
            rule,
            vmin: None,
            vmax: None,
            clip: Clip::Off,
        }
    }

    /// Equal differences are equal shares.
    #[must_use]
    pub fn linear() -> Self {
        Self::new(Rule::Linear)
    }

    /// Equal ratios are equal shares; values of zero and below are bad.
    #[must_use]
    pub fn log() -> Self {
        Self::new(Rule::Log)
    }

    /// Linear from −`threshold` to `threshold`, logarithmic to the base 10 beyond; `scale` is how
    /// many decades each half of the linear part takes.
    ///
    /// # Errors
    ///
    /// [`Error::Norm`] unless both are above zero.
    pub fn symlog(threshold: f64, scale: f64) -> Result<Self> {
        if !(threshold > 0.0 && scale > 0.0) {
            return Err(Error::Norm(vec![threshold, scale]));
        }
        Ok(Self::new(Rule::SymLog(SymLog {
            threshold,
            scale,
            base: 10.0,
        })))
    }

    /// The linear share to the power of `gamma`; below the range, the linear share.
    #[must_use]
    pub fn power(gamma: f64) -> Self {
        Self::new(Rule::Power(gamma))
    }

    /// Linear below and above a centre, which is half the way.
    #[must_use]
    pub fn two_slope(center: f64) -> Self {
        Self::new(Rule::TwoSlope(center))
    }

    /// One colour for each stretch between two boundaries.
    ///
    /// # Errors
    ///
    /// [`Error::Norm`] unless there are two boundaries at least, and each is above the one before.
    pub fn boundaries(boundaries: &[f64], extend: Extend) -> Result<Self> {
        let rising = boundaries.is_sorted_by(|a, b| a < b);
        let (Some(first), Some(last), true) = (boundaries.first(), boundaries.last(), rising)
        else {
            return Err(Error::Norm(boundaries.to_vec()));
        };
        if boundaries.len() < 2 {
            return Err(Error::Norm(boundaries.to_vec()));
        }
        let norm = Self::new(Rule::Boundaries(boundaries.to_vec(), extend));
        Ok(norm.with_vmin(*first).with_vmax(*last))
    }

    /// The same with a start of the range; unset, the smallest value.
    #[must_use]
    pub fn with_vmin(self, vmin: f64) -> Self {
        Self {
            vmin: Some(vmin),
            ..self
        }
    }

    /// The same with an end of the range; unset, the largest value.
    #[must_use]
    pub fn with_vmax(self, vmax: f64) -> Self {
        Self {
            vmax: Some(vmax),
            ..self
        }
    }

    /// The same with another way to treat values beyond the range.
    #[must_use]
    pub fn with_clip(self, clip: Clip) -> Self {
        Self { clip, ..self }
    }

    /// The start of the range, where it is set.
    #[must_use]
    pub fn vmin(&self) -> Option<f64> {
        self.vmin
    }

    /// The end of the range, where it is set.
    #[must_use]
    pub fn vmax(&self) -> Option<f64> {
        self.vmax
    }

    /// Whether equal differences are equal shares.
    pub(crate) fn is_linear(&self) -> bool {
        matches!(self.rule, Rule::Linear)
    }

    /// Whether equal ratios are equal shares.
    pub(crate) fn is_log(&self) -> bool {
        self.rule.is_log()
    }

    /// The boundaries and their extension, of a norm that has them.
    #[must_use]
    pub fn steps(&self) -> Option<(&[f64], Extend)> {
        self.rule.steps()
    }

    /// The norm with both ends of its range: those that were set, the rest from the values. NaN
    /// and infinities count for nothing there.
    ///
    /// # Errors
    ///
    /// [`Error::NormRange`] where the start lies beyond the end, where an end has no place on the
    /// norm (zero on a logarithmic one), or the centre is not between them.
    pub fn scaled(&self, values: &[f64]) -> Result<ScaledNorm> {
        let (low, high) = match self.rule {
            Rule::Log | Rule::SymLog(_) => {
                ends_of(values.iter().filter(|v| self.transformed(**v).is_finite()))
            }
            // Each value is where it is.
            _ => ends_of_all(values),
        };
        let nothing = low > high;
        // Values that are all missing cover the point 0, no values at all a whole unit.
        let (low, high) = match (nothing, values.is_empty()) {
            (false, _) => (low, high),
            (true, false) => (0.0, 0.0),
            (true, true) => (0.0, 1.0),
        };
        let mut range = (self.vmin.unwrap_or(low), self.vmax.unwrap_or(high));
        if nothing && self.vmin.is_none() != self.vmax.is_none() {
            range = match (self.vmin, self.vmax) {
                (Some(vmin), _) => (vmin, vmin),
                (_, vmax) => (vmax.unwrap_or(1.0), vmax.unwrap_or(1.0)),
            };
        }
        if let Rule::TwoSlope(center) = self.rule {
            if range.0 >= center {
                range.0 = center - (range.1 - center);
            }
            if range.1 <= center {
                range.1 = center + (center - range.0);
            }
        }
        self.over(range)
    }

    /// The norm over a range.
    fn over(&self, (vmin, vmax): (f64, f64)) -> Result<ScaledNorm> {
        let ends = (self.transformed(vmin), self.transformed(vmax));
        let flat = vmin == vmax;
        // A logarithmic range that nothing is known of has no start; nothing will be drawn by it.
        let open = self.vmin.is_none() && self.vmax.is_none();
        let ordered = matches!(
            vmin.partial_cmp(&vmax),
            Some(Ordering::Less | Ordering::Equal)
        );
        if !ordered || !(flat || open || ends.0.is_finite() && ends.1.is_finite()) {
            return Err(Error::NormRange {
                low: vmin,
                high: vmax,
            });
        }
        Ok(ScaledNorm {
            rule: self.rule.clone(),
            vmin,
            vmax,
            ends,
            clip: self.clip,
        })
    }

    /// A value where shares are proportional to lengths.
    fn transformed(&self, value: f64) -> f64 {
        transformed(&self.rule, value)
    }
}

/// The smallest and the largest of finite values, of many at a time; the wrong way round where
/// there are none.
fn ends_of_all(values: &[f64]) -> (f64, f64) {
    const LANES: usize = 8;
    let (groups, rest) = values.as_chunks::<LANES>();
    let (mut low, mut high) = ([f64::INFINITY; LANES], [f64::NEG_INFINITY; LANES]);
    for group in groups {
        for ((low, high), &value) in low.iter_mut().zip(&mut high).zip(group) {
            *low = if value < *low { value } else { *low };
            *high = if value > *high { value } else { *high };
        }
    }
    // An end that is infinite hides the finite one.
    if low.contains(&f64::NEG_INFINITY) || high.contains(&f64::INFINITY) {
        return ends_of(values);
    }
    ends_of(low.iter().chain(&high).chain(rest))
}

/// The same, one by one.
fn ends_of<'a>(values: impl IntoIterator<Item = &'a f64>) -> (f64, f64) {
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    for &value in values {
        if value.is_finite() {
            low = if value < low { value } else { low };
            high = if value > high { value } else { high };
        }
    }
    (low, high)
}

#[inline]
fn transformed(rule: &Rule, value: f64) -> f64 {
    match rule {
        Rule::Log if value > 0.0 => log10(value),
        Rule::Log => f64::NAN,
        Rule::SymLog(symlog) => symlog.forward(value),
        _ => value,
    }
}

/// A norm whose range is known.
#[derive(Clone, Debug, PartialEq)]
pub struct ScaledNorm {
    rule: Rule,
    vmin: f64,
    vmax: f64,
    /// The ends where shares are proportional to lengths.
    ends: (f64, f64),
    clip: Clip,
}

impl ScaledNorm {
    /// The range.
    #[must_use]
    pub fn range(&self) -> (f64, f64) {
        (self.vmin, self.vmax)
    }

    /// A value's share of the range: below 0 and above 1 outside of it, NaN for what has none. For
    /// boundaries, which know steps only, the middle of the step's share.
    #[must_use]
    #[inline]
    pub fn share(&self, value: f64) -> f64 {
        if !value.is_finite() {
            return f64::NAN;
        }
        if let Rule::Boundaries(boundaries, _) = &self.rule {
            let step = boundaries.partition_point(|b| *b <= value) as f64 - 1.0;
            return (step + 0.5) / (boundaries.len() as f64 - 1.0);
        }
        if self.vmin == self.vmax {
            return 0.0;
        }
        let value = match self.clip {
            Clip::On => value.clamp(self.vmin, self.vmax),
            Clip::Off => value,
        };
        let linear =
            || (transformed(&self.rule, value) - self.ends.0) / (self.ends.1 - self.ends.0);
        match self.rule {
            Rule::Power(gamma) => {
                let share = linear();
                if share > 0.0 {
                    libm::pow(share, gamma)
                } else {
                    share
                }
            }
            Rule::TwoSlope(center) => self.two_slopes(center, value),
            _ => linear(),
        }
    }

    /// The same norm over a range that has a length: one that is a point grows by a tenth of its
    /// distance from zero each way.
    #[must_use]
    pub(crate) fn widened(&self) -> Self {
        let tenth = Expansion {
            share: 0.1,
            tiny: 1e-15,
        };
        let (low, high) = nonsingular((self.vmin, self.vmax), tenth);
        self.over((low, high))
    }

    /// The same norm over another range.
    pub(crate) fn over(&self, (vmin, vmax): (f64, f64)) -> Self {
        Self {
            vmin,
            vmax,
            ends: (transformed(&self.rule, vmin), transformed(&self.rule, vmax)),
            ..self.clone()
        }
    }

    /// The value whose share this is; NaN for boundaries, where many have the same.
    #[must_use]
    pub fn inverse(&self, share: f64) -> f64 {
        let length = self.vmax - self.vmin;
        match &self.rule {
            Rule::Linear => self.vmin + share * length,
            Rule::Log => self.stretched(share, |v| libm::pow(10.0, v)),
            Rule::SymLog(symlog) => self.stretched(share, |v| symlog.inverse(v)),
            Rule::Power(gamma) if share > 0.0 => libm::pow(share, 1.0 / gamma) * length + self.vmin,
            Rule::Power(_) => share * length + self.vmin,
            Rule::TwoSlope(_) if share < 0.0 => f64::NEG_INFINITY,
            Rule::TwoSlope(_) if share > 1.0 => f64::INFINITY,
            Rule::TwoSlope(center) => {
                interpolated(share, &[0.0, 0.5, 1.0], &[self.vmin, *center, self.vmax])
            }
            Rule::Boundaries(..) => f64::NAN,
        }
    }

    fn stretched(&self, share: f64, value_of: impl Fn(f64) -> f64) -> f64 {
        value_of(share * (self.ends.1 - self.ends.0) + self.ends.0)
    }

    /// The boundaries and their extension, of a norm that has them.
    pub(crate) fn steps(&self) -> Option<(&[f64], Extend)> {
        self.rule.steps()
    }

    /// Whether equal ratios are equal shares.
    pub(crate) fn is_log(&self) -> bool {
        self.rule.is_log()
    }

    /// The rule of a norm that is linear around zero and logarithmic beyond.
    pub(crate) fn symlog(&self) -> Option<SymLog> {
        match self.rule {
            Rule::SymLog(symlog) => Some(symlog),
            _ => None,
        }
    }

    /// Whether shares are proportional to values.
    pub(crate) fn is_linear(&self) -> bool {
        matches!(self.rule, Rule::Linear)
    }

    fn two_slopes(&self, center: f64, value: f64) -> f64 {
        if value < self.vmin {
            f64::NEG_INFINITY
        } else if value > self.vmax {
            f64::INFINITY
        } else if value == self.vmax {
            1.0
        } else if value < center {
            0.5 / (center - self.vmin) * (value - self.vmin)
        } else {
            0.5 / (self.vmax - center) * (value - center) + 0.5
        }
    }

    /// A value's colour in a map, with an opacity in place of the map's own.
    #[must_use]
    pub fn color(&self, map: &Colormap, value: f64, alpha: Option<f64>) -> Color {
        map.color_with_alpha(self.place(map, value), alpha)
    }

    /// Which colour of a map's [palette](Colormap::palette) each value has.
    pub(crate) fn slots(&self, map: &Colormap, values: &[f64], slots: &mut Vec<u32>) {
        slots.clear();
        let is_plain = self.is_linear() && self.clip == Clip::Off && self.vmin != self.vmax;
        if !is_plain {
            let slot = |&value: &f64| map.slot(self.place(map, value));
            return slots.extend(values.iter().map(slot));
        }
        // What most pictures have, and pictures have many values: no look at the rule for each.
        let (start, length) = (self.ends.0, self.ends.1 - self.ends.0);
        let share = |value: f64| {
            let share = (value - start) / length;
            if value.is_finite() { share } else { f64::NAN }
        };
        slots.resize(values.len(), 0);
        dispatch!(Level::new(), _ => map.slots(values, share, slots));
    }

    /// The share of a map by which a value gets its colour.
    fn place(&self, map: &Colormap, value: f64) -> f64 {
        match &self.rule {
            Rule::Boundaries(boundaries, extend) if value.is_finite() => {
                match self.step(boundaries, *extend, map.colors().len(), value) {
                    step if step < 0 => f64::NEG_INFINITY,
                    step if step as usize >= map.colors().len() => f64::INFINITY,
                    // The middle of the step: rounding cannot lead out of it.
                    step => (step as f64 + 0.5) / map.colors().len() as f64,
                }
            }
            _ => self.share(value),
        }
    }

    /// Which of `count` colours a value between boundaries takes; −1 below them, `count` above.
    fn step(&self, boundaries: &[f64], extend: Extend, count: usize, value: f64) -> i64 {
        let value = match self.clip {
            Clip::On => value.clamp(self.vmin, self.vmax),
            Clip::Off => value,
        };
        let beyond = i64::from(extend.has_min()) + i64::from(extend.has_max());
        let regions = boundaries.len() as i64 - 1 + beyond;
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        if value >= self.vmax && !extend.has_max() {
            return if self.clip == Clip::On {
                count - 1
            } else {
                count
            };
        }
        if value < self.vmin && !extend.has_min() {
            return -1;
        }
        let passed = boundaries.partition_point(|b| *b <= value) as i64;
        let region = passed - 1 + i64::from(extend.has_min());
        if count <= regions {
            region
        } else if regions == 1 {
            (count - 1) / 2
        } else {
            ((count - 1) as f64 / (regions - 1) as f64 * region as f64) as i64
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name::Named;

    #[test]
    fn slots_are_those_of_the_colours() {
        let values: Vec<f64> = (-40..1140).map(|i| f64::from(i) / 64.0).collect();
        let odd = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 0.0, -0.0, 1e300];
        let values = [values, odd.to_vec()].concat();
        let map = Colormap::named("viridis").unwrap().with_over(Color::WHITE);
        let palette: Vec<Color> = map.palette().collect();
        for norm in [
            Norm::linear(),
            Norm::linear().with_vmin(0.5).with_vmax(1.5),
            Norm::linear().with_vmax(1.0).with_clip(Clip::On),
            Norm::linear().with_vmin(1.0).with_vmax(1.0),
            Norm::log().with_vmin(0.1),
            Norm::symlog(0.1, 1.0).unwrap(),
            Norm::power(0.5).with_vmin(0.0),
            Norm::two_slope(0.25),
            Norm::boundaries(&[0.0, 0.5, 2.0], Extend::Max).unwrap(),
        ] {
            let scaled = norm.scaled(&values[..180]).unwrap();
            let mut slots = vec![7];
            scaled.slots(&map, &values, &mut slots);
            assert_eq!(slots.len(), values.len());
            for (slot, value) in slots.into_iter().zip(&values) {
                let color = scaled.color(&map, *value, None);
                assert_eq!(palette[slot as usize], color, "{norm:?} {value}");
            }
        }
    }

    #[test]
    fn the_range_is_that_of_the_finite_values_that_have_a_place() {
        let values = [f64::NAN, 3.0, -2.0, f64::INFINITY, 7.0, f64::NEG_INFINITY];
        assert_eq!(Norm::linear().scaled(&values).unwrap().range(), (-2.0, 7.0));
        let many = [values.as_slice(), &[5.0; 40], &values[..3]].concat();
        assert_eq!(Norm::linear().scaled(&many).unwrap().range(), (-2.0, 7.0));
        let known: Vec<f64> = many.into_iter().filter(|v| !v.is_infinite()).collect();
        assert_eq!(Norm::linear().scaled(&known).unwrap().range(), (-2.0, 7.0));
        assert_eq!(Norm::log().scaled(&values).unwrap().range(), (3.0, 7.0));
        assert_eq!(
            Norm::linear().scaled(&values[..1]).unwrap().range(),
            (0.0, 0.0)
        );
    }
}
