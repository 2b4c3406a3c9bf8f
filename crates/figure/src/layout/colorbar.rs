//! A colorbar, worked out: its blocks of colour, the scale along it, its pointed ends.
//!
//! ```text
//!     ╱╲      end: all values above                     boundaries  −1   0    0.5    1    2
//!    ├──┤ ─── the bar between the ends is the frame         values    −.5  .25  .75  1.5
//!    │  │     of a plot; its long axis has ticks                       ▲    ▲    ▲    ▲
//!    ├──┤     one block between two boundaries,                       end  blocks    end
//!    │  │     in the colour of the value half way
//!    ├──┤
//!     ╲╱
//! ```
//!
//! The boundaries are those of the norm, those that were asked for, or one for each colour of the
//! map. Where they are given, blocks may all be equally long: then the axis has a scale on which
//! boundaries are evenly spaced. Else its scale is the norm's.

use std::sync::Arc;

use agg_core::{Color, Point, Rect};

use crate::artist::{Artist, Contours, Kind, Mapped};
use crate::axes::{Axes, Colorbar, EndLength, Spacing};
use crate::axis::Axis;
use crate::colormap::Colormap;
use crate::data::interpolated;
use crate::error::{Error, Result};
use crate::figure::Figure;
use crate::layout::frame::shrunk;
use crate::layout::place::Site;
use crate::layout::{Frame, Looks, Page};
use crate::limits::Scale;
use crate::norm::{Extend, ScaledNorm};
use crate::scale::{LogScale, Nonpositive, SymmetricalLogScale};
use crate::ticker::{FixedLocator, NullLocator};

/// A colorbar's own parts; its plot has the axes.
#[derive(Debug)]
pub(crate) struct ColorbarLayout {
    pub(crate) upright: bool,
    /// The plot that has the bar's axes.
    pub(crate) axes: Axes,
    /// The edges of the blocks, in values.
    pub(crate) edges: Vec<f64>,
    /// The blocks' colours.
    pub(crate) blocks: Vec<Color>,
    /// The pointed ends, in fractions of the frame.
    pub(crate) ends: Vec<([Point; 4], Color)>,
    /// The line around all, in fractions of the frame.
    pub(crate) outline: Vec<Point>,
    /// The patterns over the blocks and over the ends; none for plain ones.
    pub(crate) hatches: Vec<String>,
    pub(crate) end_hatches: Vec<String>,
    /// Where colours are divided by lines, in values.
    pub(crate) dividers: Vec<f64>,
    /// Where contour lines cross it, in values, with their colours and widths in points.
    pub(crate) lines: Vec<(f64, Color, f64)>,
    /// The lengths of the ends that the frame leaves room for.
    room: (f64, f64),
}

/// What a bar shows, before it is laid out.
struct Content {
    map: Colormap,
    norm: ScaledNorm,
    alpha: Option<f64>,
    extend: Extend,
    /// Those that were given, by the norm or by hand.
    given: Option<Vec<f64>>,
    spacing: Spacing,
    /// All boundaries, those of the ends too.
    boundaries: Vec<f64>,
    /// The colour of each block and end.
    colors: Vec<Color>,
    /// Of contours: the levels, which are its ticks.
    levels: Option<Vec<f64>>,
    filled: bool,
    hatches: Vec<String>,
    /// The colours and widths of contour lines.
    pens: Vec<(Color, f64)>,
}

impl ColorbarLayout {
    /// The bar that a plot holds, if it does.
    pub(crate) fn new(axes: &Axes, figure: &Figure, looks: &Looks<'_>) -> Result<Option<Self>> {
        let Some(bar) = axes.colorbar.as_deref() else {
            return Ok(None);
        };
        let content = Content::new(bar, figure, looks)?;
        let inverted = bar.axis.is_turned();
        let (shares, scaled) = content.shares();
        let lengths = match bar.ends.length {
            EndLength::Shares(low, high) => (low, high),
            EndLength::AsBlocks => (
                first_length(scaled.iter()),
                first_length(scaled.iter().rev()).abs(),
            ),
        };
        let (lower, upper) = if inverted {
            (content.extend.has_max(), content.extend.has_min())
        } else {
            (content.extend.has_min(), content.extend.has_max())
        };
        let room = (
            if lower { lengths.0 } else { 0.0 },
            if upper { lengths.1 } else { 0.0 },
        );
        let range = content.range();
        let edges = content.edges(&shares, range);
        let colors = if content.filled {
            content.colors.clone()
        } else {
            Vec::new()
        };
        let inside = content.inside();
        let blocks = colors.get(inside.0..colors.len().saturating_sub(inside.1));
        let hatches = Content::turns(&content.hatches, inside.0, colors.len());
        let mut layout = Self {
            upright: bar.is_upright(),
            axes: axes.with_bar(bar, content.axis(bar, range)?),
            dividers: Vec::new(),
            lines: content.lines(&edges),
            end_hatches: Vec::new(),
            hatches,
            blocks: blocks.unwrap_or_default().to_vec(),
            ends: Vec::new(),
            outline: Vec::new(),
            edges,
            room,
        };
        layout.shape(bar, &colors, (lower, upper), inverted);
        if lower && content.filled {
            layout
                .end_hatches
                .extend(Content::turns(&content.hatches, 0, 1));
        }
        if upper && content.filled {
            let at = usize::from(lower) + layout.edges.len().saturating_sub(1);
            layout
                .end_hatches
                .extend(Content::turns(&content.hatches, at, 1));
        }
        if bar.edges {
            layout.divide(range, (lower, upper));
        }
        Ok(Some(layout))
    }

    /// The pointed ends and the outline.
    fn shape(&mut self, bar: &Colorbar, colors: &[Color], has: (bool, bool), inverted: bool) {
        let (low, high) = (0.0 - self.room.0, 1.0 + self.room.1);
        let upright = self.upright;
        let turned = |(x, y): (f64, f64)| {
            if upright {
                Point::new(x, y)
            } else {
                Point::new(y, x)
            }
        };
        let end = |from: f64, to: f64| {
            let corners = if bar.ends.square {
                [(0.0, from), (0.0, to), (1.0, to), (1.0, from)]
            } else {
                [(0.0, from), (0.5, to), (1.0, from), (1.0, from)]
            };
            corners.map(turned)
        };
        let (first, last) = if inverted {
            (colors.last(), colors.first())
        } else {
            (colors.first(), colors.last())
        };
        if let Some(&color) = first.filter(|_| has.0) {
            self.ends.push((end(0.0, low), color));
        }
        if let Some(&color) = last.filter(|_| has.1) {
            self.ends.push((end(1.0, high), color));
        }
        let outline: &[(f64, f64)] = if bar.ends.square {
            &[
                (0.0, 0.0),
                (0.0, low),
                (1.0, low),
                (1.0, 0.0),
                (1.0, 1.0),
                (1.0, high),
                (0.0, high),
                (0.0, 1.0),
            ]
        } else {
            &[
                (0.0, 0.0),
                (0.5, low),
                (1.0, 0.0),
                (1.0, 1.0),
                (0.5, high),
                (0.0, 1.0),
            ]
        };
        self.outline = outline.iter().copied().map(turned).collect();
    }

    /// The lines between blocks, and between blocks and ends.
    fn divide(&mut self, range: (f64, f64), has: (bool, bool)) {
        let limits = self.long_axis().asked_limits().unwrap_or(range);
        let between = |edge: &&f64| limits.0 < **edge && **edge < limits.1;
        self.dividers = self.edges.iter().filter(between).copied().collect();
        if has.0 {
            self.dividers.insert(0, limits.0);
        }
        if has.1 {
            self.dividers.push(limits.1);
        }
    }

    fn long_axis(&self) -> &Axis {
        if self.upright {
            &self.axes.y
        } else {
            &self.axes.x
        }
    }

    /// The place of the frame between the ends, in the bar's place.
    pub(crate) fn share(&self, bar: &Colorbar, site: &Site, page: Page) -> Result<Rect> {
        let whole = 1.0 + (self.room.0 + self.room.1);
        let (shrink, offset) = (1.0 / whole, self.room.0 / whole);
        let Rect { x0, y0, x1, y1 } = site.share;
        let share = if self.room == (0.0, 0.0) {
            site.share
        } else if self.upright {
            let (height, by) = ((y1 - y0) * shrink, offset * (y1 - y0));
            Rect {
                y0: y0 + by,
                y1: y0 + height + by,
                ..site.share
            }
        } else {
            let (width, by) = ((x1 - x0) * shrink, offset * (x1 - x0));
            Rect {
                x0: x0 + by,
                x1: x0 + width + by,
                ..site.share
            }
        };
        if bar.parents.is_empty() {
            return Ok(share);
        }
        let box_aspect = if self.upright {
            bar.aspect * shrink
        } else {
            1.0 / (bar.aspect * shrink)
        };
        // A bar without length, or one too long to tell, fills its place.
        if !(box_aspect > 0.0 && box_aspect.is_finite()) {
            return Ok(share);
        }
        shrunk(share, box_aspect, site.anchor.unwrap_or_default(), page)
    }

    /// The box around the bar and its ends.
    pub(crate) fn bounds(&self, frame: &Frame) -> Rect {
        let points = self
            .outline
            .iter()
            .map(|p| (frame.x.apply(p.x), frame.y.apply(p.y)));
        points.fold(frame.edges, |all, (x, y)| Rect {
            x0: all.x0.min(x),
            y0: all.y0.min(y),
            x1: all.x1.max(x),
            y1: all.y1.max(y),
        })
    }

    /// The upper edge of the bar in its frame, its end too.
    pub(crate) fn top(&self, frame: &Frame) -> f64 {
        let high = self.outline.iter().map(|point| point.y);
        frame.y.apply(high.fold(1.0, f64::max))
    }
}

/// From the first number to the next.
fn first_length<'a>(mut numbers: impl Iterator<Item = &'a f64>) -> f64 {
    match (numbers.next(), numbers.next()) {
        (Some(a), Some(b)) => b - a,
        _ => 0.0,
    }
}

impl Content {
    fn new(bar: &Colorbar, figure: &Figure, looks: &Looks<'_>) -> Result<Self> {
        let owner = figure.axes.iter().find_map(|axes| axes.find(bar.of.axes));
        let artist = owner.and_then(|axes| axes.artists.get(bar.of.index));
        let artist = artist.ok_or(Error::Handle)?;
        if let Some(contours) = Contours::find(artist) {
            return Self::of_contours(bar, contours, looks);
        }
        let mapped = artist.mapped().ok_or(Error::Unmapped)?;
        let (map, norm) = mapped.resolve(&looks.style.image.cmap)?;
        let steps = norm.steps().map(|(steps, extend)| (steps.to_vec(), extend));
        let (steps, extend) = match steps {
            Some((steps, extend)) => (Some(steps), extend),
            None => (None, Extend::Neither),
        };
        let mut content = Self {
            alpha: artist.common().alpha,
            extend: bar.extend.unwrap_or(extend),
            given: steps.or_else(|| bar.boundaries.clone()),
            spacing: bar.spacing,
            boundaries: Vec::new(),
            colors: Vec::new(),
            levels: None,
            filled: true,
            hatches: Vec::new(),
            pens: Vec::new(),
            map,
            norm,
        };
        content.divide();
        Ok(content)
    }

    /// The layers between contours, or the lines.
    fn of_contours(bar: &Colorbar, contours: &Artist<Contours>, looks: &Looks<'_>) -> Result<Self> {
        let layers = contours.layers()?;
        let mapped = Mapped {
            values: layers.levels.clone(),
            barred: false,
            ..contours.mapped.clone()
        };
        let (map, norm) = mapped.resolve(&looks.style.image.cmap)?;
        let pens = looks.contours(contours, &layers)?;
        let colors = looks.contour_colors(contours, &layers)?;
        Ok(Self {
            alpha: contours.common.alpha,
            extend: contours.extend,
            given: Some(layers.boundaries.clone()),
            spacing: bar.spacing,
            boundaries: layers.boundaries,
            colors,
            levels: Some(layers.levels),
            filled: contours.filled,
            hatches: contours.hatches.clone(),
            pens: pens.edges.into_iter().zip(pens.widths).collect(),
            map,
            norm,
        })
    }

    /// So many patterns of a list, from one on, counted around.
    fn turns(hatches: &[String], from: usize, count: usize) -> Vec<String> {
        let turns = hatches.iter().cycle().skip(from).take(count);
        turns.cloned().collect()
    }

    /// Where contour lines cross the bar.
    fn lines(&self, edges: &[f64]) -> Vec<(f64, Color, f64)> {
        let (Some(levels), false) = (&self.levels, self.filled) else {
            return Vec::new();
        };
        let (Some(first), Some(last)) = (edges.first(), edges.last()) else {
            return Vec::new();
        };
        let slack = (last - first) * 1e-10;
        let shares = |values: &[f64]| -> Vec<f64> {
            values.iter().map(|&value| self.norm.share(value)).collect()
        };
        let boundaries = shares(self.within(&self.boundaries));
        let places = levels
            .iter()
            .map(|&level| interpolated(self.norm.share(level), &boundaries, edges));
        let lines = places.zip(&self.pens);
        lines
            .filter(|(at, _)| *at < last + slack && *at > first - slack)
            .map(|(at, (color, width))| (at, *color, *width))
            .collect()
    }

    /// Finds the boundaries, and the values half way between them.
    fn divide(&mut self) {
        let count = self.map.colors().len();
        let mut all = match &self.given {
            Some(given) => given.clone(),
            None => (0..=count).map(|i| i as f64 / count as f64).collect(),
        };
        if let (true, Some(first)) = (self.extend.has_min(), all.first().copied()) {
            all.insert(0, first - 1.0);
        }
        if let (true, Some(last)) = (self.extend.has_max(), all.last().copied()) {
            all.push(last + 1.0);
        }
        if self.given.is_none() {
            for share in &mut all {
                *share = self.norm.inverse(*share);
            }
        }
        let values = all.windows(2).map(|pair| 0.5 * pair.iter().sum::<f64>());
        self.colors = values
            .map(|value| self.norm.color(&self.map, value, self.alpha))
            .collect();
        self.boundaries = all;
    }

    /// How many boundaries and values the ends have.
    fn inside(&self) -> (usize, usize) {
        (
            usize::from(self.extend.has_min()),
            usize::from(self.extend.has_max()),
        )
    }

    /// A list without the entries of the ends.
    fn within<'a>(&self, list: &'a [f64]) -> &'a [f64] {
        let (low, high) = self.inside();
        let end = list.len().saturating_sub(high);
        list.get(low..end).unwrap_or_default()
    }

    /// The first and the last value of the bar between its ends.
    fn range(&self) -> (f64, f64) {
        let inside = self.within(&self.boundaries);
        (
            inside.first().copied().unwrap_or(0.0),
            inside.last().copied().unwrap_or(1.0),
        )
    }

    /// Where the boundaries between the ends lie, from 0 to 1: in values or on the norm, and along
    /// the bar.
    fn shares(&self) -> (Vec<f64>, Vec<f64>) {
        if self.given.is_none() {
            let shares: Vec<f64> = self
                .boundaries
                .iter()
                .map(|&b| self.norm.share(b))
                .collect();
            let shares = from_zero_to_one(self.within(&shares));
            return (shares.clone(), shares);
        }
        let (low, high) = self.range();
        let all = self.boundaries.iter();
        let linear: Vec<f64> = all.map(|b| (b - low) / (high - low)).collect();
        let scaled = match self.spacing {
            Spacing::Proportional => linear.clone(),
            Spacing::Uniform => {
                let even = Even(self.boundaries.clone());
                self.boundaries.iter().map(|&b| even.forward(b)).collect()
            }
        };
        (
            from_zero_to_one(self.within(&linear)),
            from_zero_to_one(self.within(&scaled)),
        )
    }

    /// The edges of the blocks, in values.
    fn edges(&self, shares: &[f64], (low, high): (f64, f64)) -> Vec<f64> {
        if self.given.is_some() {
            return shares.iter().map(|y| y * (high - low) + low).collect();
        }
        let norm = self.norm.over((low, high));
        shares.iter().map(|&share| norm.inverse(share)).collect()
    }

    /// The axis along the bar.
    fn axis(&self, bar: &Colorbar, (low, high): (f64, f64)) -> Result<Axis> {
        let mut axis = bar.axis.clone();
        axis.start_with(low, high);
        if axis.scale.is_none() {
            axis.scale = self.scale()?;
        }
        if self.given.is_some() {
            let steps = match (&self.levels, self.norm.steps()) {
                (Some(levels), _) => levels,
                (None, Some((steps, _))) => steps,
                (None, None) => self.within(&self.boundaries),
            };
            axis.major
                .locator
                .get_or_insert_with(|| Arc::new(FixedLocator::new(steps).with_bins(10)));
            let Some((steps, _)) = self.norm.steps() else {
                axis.minor
                    .locator
                    .get_or_insert_with(|| Arc::new(NullLocator));
                return Ok(axis);
            };
            axis.minor
                .locator
                .get_or_insert_with(|| Arc::new(FixedLocator::new(steps)));
        }
        Ok(axis)
    }

    /// The scale of that axis; `None` for values in proportion.
    fn scale(&self) -> Result<Option<Arc<dyn Scale>>> {
        if self.norm.is_log() && self.levels.is_some() {
            return Ok(Some(Arc::new(LogScale::default())));
        }
        Ok(match (&self.given, self.spacing, self.norm.symlog()) {
            (Some(_), Spacing::Uniform, _) => Some(Arc::new(Even(self.boundaries.clone()))),
            (Some(_), Spacing::Proportional, _) => None,
            (None, ..) if self.norm.is_linear() => None,
            (None, ..) if self.norm.is_log() => {
                let scale = LogScale::default();
                Some(Arc::new(scale.with_nonpositive(Nonpositive::Mask)))
            }
            (None, _, Some(rule)) => {
                let scale = SymmetricalLogScale::new(rule.threshold)?;
                Some(Arc::new(scale.with_linear_decades(rule.scale)?))
            }
            (None, _, None) => Some(Arc::new(OfNorm(self.norm.clone()))),
        })
    }
}

/// Increasing numbers moved and stretched to start at 0 and end at 1.
fn from_zero_to_one(numbers: &[f64]) -> Vec<f64> {
    let (Some(&first), Some(&last)) = (numbers.first(), numbers.last()) else {
        return Vec::new();
    };
    numbers
        .iter()
        .map(|y| (y - first) / (last - first))
        .collect()
}

/// The scale on which boundaries are evenly spaced.
#[derive(Debug)]
struct Even(Vec<f64>);

impl Even {
    fn steps(&self) -> Vec<f64> {
        let last = self.0.len().saturating_sub(1).max(1) as f64;
        (0..self.0.len()).map(|i| i as f64 / last).collect()
    }
}

impl Scale for Even {
    fn forward(&self, value: f64) -> f64 {
        let (Some(first), Some(last)) = (self.0.first(), self.0.last()) else {
            return value;
        };
        // What is beyond the ends is far beyond: no tick may stand on a pointed end.
        let slack = (last - first) * 1e-6;
        if value < first - slack {
            -1.0
        } else if value > last + slack {
            2.0
        } else {
            interpolated(value, &self.0, &self.steps())
        }
    }

    fn inverse(&self, distance: f64) -> f64 {
        interpolated(distance, &self.steps(), &self.0)
    }
}

/// The scale on which a norm's shares are evenly spaced.
#[derive(Debug)]
struct OfNorm(ScaledNorm);

impl Scale for OfNorm {
    fn forward(&self, value: f64) -> f64 {
        self.0.share(value)
    }

    fn inverse(&self, distance: f64) -> f64 {
        self.0.inverse(distance)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A millionth of the whole is forgiven at the ends, as matplotlib does.
    #[test]
    fn boundaries_are_evenly_spaced_and_what_is_beyond_them_is_far_beyond() {
        let even = Even(vec![0.0, 1.0, 10.0]);
        for (value, distance) in [
            (0.0, 0.0),
            (0.5, 0.25),
            (1.0, 0.5),
            (5.5, 0.75),
            (10.0, 1.0),
        ] {
            assert_eq!(even.forward(value), distance);
            assert_eq!(even.inverse(distance), value);
        }
        for (value, distance) in [(-9e-6, 0.0), (10.0 + 9e-6, 1.0), (-1.1e-5, -1.0)] {
            assert_eq!(even.forward(value), distance, "{value}");
        }
        assert_eq!(even.forward(10.0 + 1.1e-5), 2.0);
        // From elsewhere the slack is as large as the whole, too.
        let far = Even(vec![100.0, 150.0, 200.0]);
        assert_eq!(
            (far.forward(100.0 - 9e-5), far.forward(200.0 + 9e-5)),
            (0.0, 1.0)
        );
        assert_eq!(
            (far.forward(100.0 - 2e-4), far.forward(200.0 + 2e-4)),
            (-1.0, 2.0)
        );
    }

    #[test]
    fn boundaries_that_do_not_start_at_zero_become_shares() {
        assert_eq!(from_zero_to_one(&[2.0, 3.0, 6.0]), [0.0, 0.25, 1.0]);
        assert_eq!(from_zero_to_one(&[]), []);
    }
}
