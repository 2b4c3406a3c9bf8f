//! A line through data, and its markers.

use std::sync::Arc;

use agg_core::{Cap, Join, Path, Point};

use crate::artist::{Artist, Content, Cycle, DrawStyle, FillStyle, LineStyle, MarkEvery, Marker};
use crate::color::ColorSpec;
use crate::limits::DataLimits;
use crate::name::ByName;

/// A line through points, with or without markers on them.
///
/// Setters return the line, so they chain: `ax.plot_y([1, 3, 2])?.color("C1").linewidth(2.0);`.
/// What is not set comes from the figure's style; lines without a colour take those of the
/// style's cycle in turn.
#[derive(Clone, Debug)]
pub struct Line {
    xs: Option<Vec<f64>>,
    ys: Vec<f64>,
    pub(crate) color: Option<ColorSpec>,
    pub(crate) linewidth: Option<f64>,
    pub(crate) linestyle: Option<ByName<LineStyle>>,
    pub(crate) gapcolor: Option<ColorSpec>,
    pub(crate) marker: Option<ByName<Marker>>,
    /// In place of a marker.
    pub(crate) marker_path: Option<Arc<Path>>,
    pub(crate) fillstyle: Option<FillStyle>,
    pub(crate) markerfacecoloralt: Option<ColorSpec>,
    pub(crate) markersize: Option<f64>,
    pub(crate) markerfacecolor: Option<ColorSpec>,
    pub(crate) markeredgecolor: Option<ColorSpec>,
    pub(crate) markeredgewidth: Option<f64>,
    pub(crate) aliased: Option<bool>,
    pub(crate) solid_capstyle: Option<Cap>,
    pub(crate) solid_joinstyle: Option<Join>,
    pub(crate) dash_capstyle: Option<Cap>,
    pub(crate) dash_joinstyle: Option<Join>,
    pub(crate) drawstyle: DrawStyle,
    pub(crate) markevery: Option<MarkEvery>,
    /// Whether it takes the next colour of the cycle for lines while it has none.
    pub(crate) cycles: bool,
    /// Where it goes on to from its first point, if it has no ends.
    pub(crate) endless: Option<Endless>,
    /// The numbers of its error bars among the artists, to be shown in a legend.
    pub(crate) errors: Option<ErrorParts>,
    /// The numbers of the stems that its markers stand on, and of their base.
    pub(crate) stems: Option<(usize, usize)>,
    /// The part of a box plot that it is, whose colour it has.
    pub(crate) part: Option<BoxLine>,
    /// Where margins stop.
    pub(crate) sticky: [Vec<f64>; 2],
    /// What the limits have to show beside the line.
    pub(crate) room: Option<DataLimits>,
}

/// The bars across and up, and some of their caps, by their numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct ErrorParts {
    pub(crate) across: Option<usize>,
    pub(crate) up: Option<usize>,
    pub(crate) caps: Option<usize>,
}

/// The direction of a line that goes through the whole plot.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Endless {
    /// Through another point.
    Through(Point),
    /// So much upwards for each step to the right.
    Slope(f64),
}

/// A line of a box plot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BoxLine {
    Box,
    Whisker,
    Cap,
    Median,
    Mean,
    Fliers,
}

/// A line through points; see [`Line`].
pub type Line2D = Artist<Line>;

impl Line {
    /// The line through (x, y) for each pair of a column; the columns are as long as each other.
    pub(crate) fn new(xs: Option<Vec<f64>>, ys: Vec<f64>) -> Self {
        Self {
            xs,
            ys,
            color: None,
            linewidth: None,
            linestyle: None,
            gapcolor: None,
            marker: None,
            marker_path: None,
            fillstyle: None,
            markerfacecoloralt: None,
            markersize: None,
            markerfacecolor: None,
            markeredgecolor: None,
            markeredgewidth: None,
            aliased: None,
            solid_capstyle: None,
            solid_joinstyle: None,
            dash_capstyle: None,
            dash_joinstyle: None,
            drawstyle: DrawStyle::Straight,
            markevery: None,
            cycles: true,
            endless: None,
            errors: None,
            stems: None,
            part: None,
            sticky: Default::default(),
            room: None,
        }
    }

    /// The same in the style's colour, not the cycle's.
    pub(crate) fn outside_the_cycle(mut self) -> Self {
        self.cycles = false;
        self
    }

    /// The points of the line.
    #[must_use]
    pub fn points(&self) -> Points<'_> {
        Points {
            xs: self.xs.as_deref(),
            ys: &self.ys,
            first: 0,
        }
    }
}

impl Artist<Line> {
    /// Sets the colour of the line, and of its markers unless they have their own.
    pub fn color(&mut self, color: impl Into<ColorSpec>) -> &mut Self {
        self.kind.color = Some(color.into());
        self
    }

    /// Sets the width in points; nothing is drawn at zero, below it, and at NaN.
    pub fn linewidth(&mut self, points: f64) -> &mut Self {
        self.kind.linewidth = Some(points);
        self
    }

    /// Sets the line style: a [`LineStyle`] or its name, such as `"--"`.
    pub fn linestyle(&mut self, style: impl Into<ByName<LineStyle>>) -> &mut Self {
        self.kind.linestyle = Some(style.into());
        self
    }

    /// Fills the gaps between dashes; unset, they stay empty.
    pub fn gapcolor(&mut self, color: impl Into<ColorSpec>) -> &mut Self {
        self.kind.gapcolor = Some(color.into());
        self
    }

    /// Sets the marker: a [`Marker`] or its name, such as `"o"`.
    pub fn marker(&mut self, marker: impl Into<ByName<Marker>>) -> &mut Self {
        self.kind.marker = Some(marker.into());
        self
    }

    /// Stamps a path on the points in place of a marker: about the origin, and scaled to be as large
    /// as a marker. One of no extent is not drawn.
    ///
    /// ```
    /// use agg_core::Path;
    ///
    /// # let mut figure = figure::Figure::default();
    /// let ax = figure.add_subplot(1, 1, 1)?;
    /// let kite = Path::polygon([(0.0, 3.0), (-1.0, 0.0), (0.0, -1.0), (1.0, 0.0)]);
    /// ax.plot_y([1, 3, 2])?.marker_path(kite).markersize(20.0);
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn marker_path(&mut self, path: impl Into<Arc<Path>>) -> &mut Self {
        self.kind.marker_path = Some(path.into());
        self
    }

    /// Sets which part of the markers is filled; the other part has the colour of
    /// [`markerfacecoloralt`](Self::markerfacecoloralt).
    pub fn fillstyle(&mut self, fill: FillStyle) -> &mut Self {
        self.kind.fillstyle = Some(fill);
        self
    }

    /// Sets the colour of the part of markers that is not filled; unset, it has none.
    pub fn markerfacecoloralt(&mut self, color: impl Into<ColorSpec>) -> &mut Self {
        self.kind.markerfacecoloralt = Some(color.into());
        self
    }

    /// Sets the diameter of the markers in points.
    pub fn markersize(&mut self, points: f64) -> &mut Self {
        self.kind.markersize = Some(points);
        self
    }

    /// Sets what markers are filled with, where they can be filled.
    pub fn markerfacecolor(&mut self, color: impl Into<ColorSpec>) -> &mut Self {
        self.kind.markerfacecolor = Some(color.into());
        self
    }

    /// Sets the colour of the markers' outline.
    pub fn markeredgecolor(&mut self, color: impl Into<ColorSpec>) -> &mut Self {
        self.kind.markeredgecolor = Some(color.into());
        self
    }

    /// Sets the width of the markers' outline in points.
    pub fn markeredgewidth(&mut self, points: f64) -> &mut Self {
        self.kind.markeredgewidth = Some(points);
        self
    }

    /// Draws with or without partly covered pixels along the edges.
    pub fn set_antialiased(&mut self, antialiased: bool) -> &mut Self {
        self.kind.aliased = Some(!antialiased);
        self
    }

    /// Sets the ends of the line while it is solid.
    pub fn solid_capstyle(&mut self, cap: Cap) -> &mut Self {
        self.kind.solid_capstyle = Some(cap);
        self
    }

    /// Sets the corners of the line while it is solid.
    pub fn solid_joinstyle(&mut self, join: Join) -> &mut Self {
        self.kind.solid_joinstyle = Some(join);
        self
    }

    /// Sets the ends of the dashes.
    pub fn dash_capstyle(&mut self, cap: Cap) -> &mut Self {
        self.kind.dash_capstyle = Some(cap);
        self
    }

    /// Sets how the line goes from point to point.
    pub fn drawstyle(&mut self, style: DrawStyle) -> &mut Self {
        self.kind.drawstyle = style;
        self
    }

    /// Sets which points have markers; unset, all have.
    pub fn markevery(&mut self, which: MarkEvery) -> &mut Self {
        self.kind.markevery = Some(which);
        self
    }

    /// Sets the corners inside dashes.
    pub fn dash_joinstyle(&mut self, join: Join) -> &mut Self {
        self.kind.dash_joinstyle = Some(join);
        self
    }
}

impl Content for Line {
    const ZORDER: f64 = 2.0;

    fn add_limits(&self, data: &mut DataLimits) {
        self.points().add_limits(data);
        if let Some(room) = self.room {
            data.include(room, (true, true));
        }
    }

    fn sticky_x(&self) -> Vec<f64> {
        self.sticky[0].clone()
    }

    fn sticky_y(&self) -> Vec<f64> {
        self.sticky[1].clone()
    }

    fn cycle(&self) -> Option<Cycle> {
        (self.cycles && self.color.is_none()).then_some(Cycle::Lines)
    }
}

/// Two columns read as points; the first column may be the points' own numbers 0, 1, 2 …
///
/// Copies of it are cheap: it borrows the columns.
#[derive(Clone, Copy, Debug)]
pub struct Points<'a> {
    xs: Option<&'a [f64]>,
    ys: &'a [f64],
    /// The number of the first point, where there is no column of x.
    first: usize,
}

impl<'a> Points<'a> {
    /// The points (x, y) of two columns, as far as the shorter one goes.
    #[must_use]
    pub fn of(xs: &'a [f64], ys: &'a [f64]) -> Self {
        let len = xs.len().min(ys.len());
        Self {
            xs: xs.get(..len),
            ys: ys.get(..len).unwrap_or_default(),
            first: 0,
        }
    }

    /// How many points there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ys.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ys.is_empty()
    }

    /// The points in order, non-finite ones too.
    #[must_use]
    pub fn iter(self) -> PointsIter<'a> {
        PointsIter {
            points: self,
            next: 0,
        }
    }

    /// The points from number `start` up to but not including `end`; ends beyond the data are
    /// drawn in.
    #[must_use]
    pub fn slice(&self, start: usize, end: usize) -> Self {
        let end = end.min(self.len());
        let start = start.min(end);
        Self {
            xs: self.xs.and_then(|xs| xs.get(start..end)),
            ys: self.ys.get(start..end).unwrap_or_default(),
            first: self.first + start,
        }
    }

    fn add_limits(&self, data: &mut DataLimits) {
        match self.xs {
            Some(xs) => data.update_columns(xs, self.ys),
            None => data.update_numbered(self.first, self.ys),
        }
    }

    /// The x of point `index`.
    #[must_use]
    pub fn x(&self, index: usize) -> Option<f64> {
        match self.xs {
            Some(xs) => xs.get(index).copied(),
            None => (index < self.len()).then_some((self.first + index) as f64),
        }
    }

    /// Whether x never gets smaller from one point to the next, gaps apart, and is known for at
    /// least one point.
    pub(crate) fn x_never_decreases(&self) -> bool {
        let Some(xs) = self.xs else {
            return !self.is_empty();
        };
        let mut known = xs.iter().filter(|x| !x.is_nan());
        let Some(first) = known.next() else {
            return false;
        };
        known
            .try_fold(first, |last, x| (x >= last).then_some(x))
            .is_some()
    }

    /// How many points come before the first whose x is not `before`; for x that never decreases.
    pub(crate) fn partition_by_x(&self, before: impl Fn(f64) -> bool) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if before(self.x_across_gaps(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// The x of a point, or in a gap the x on the straight line between the gap's neighbours.
    fn x_across_gaps(&self, index: usize) -> f64 {
        let known = |i: usize| Some((i, self.x(i).filter(|x| !x.is_nan())?));
        match (
            (0..=index).rev().find_map(known),
            (index..self.len()).find_map(known),
        ) {
            (Some((a, x0)), Some((b, x1))) if a < b => {
                (x1 - x0) / (b - a) as f64 * (index - a) as f64 + x0
            }
            (Some((_, x)), _) | (None, Some((_, x))) => x,
            (None, None) => f64::NAN,
        }
    }
}

impl<'a> IntoIterator for Points<'a> {
    type Item = Point;
    type IntoIter = PointsIter<'a>;
    fn into_iter(self) -> PointsIter<'a> {
        self.iter()
    }
}

/// The points of [`Points`], in order.
#[derive(Clone, Debug)]
pub struct PointsIter<'a> {
    points: Points<'a>,
    next: usize,
}

impl Iterator for PointsIter<'_> {
    type Item = Point;

    #[inline]
    fn next(&mut self) -> Option<Point> {
        let y = *self.points.ys.get(self.next)?;
        let x = self.points.x(self.next)?;
        self.next += 1;
        Some(Point::new(x, y))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.points.len() - self.next;
        (left, Some(left))
    }
}

impl ExactSizeIterator for PointsIter<'_> {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_without_xs_are_numbered_and_keep_their_numbers_in_a_slice() {
        let line = Line::new(None, vec![5.0, 6.0, 7.0]);
        let points: Vec<_> = line.points().slice(1, 9).iter().collect();
        assert_eq!(points, [Point::new(1.0, 6.0), Point::new(2.0, 7.0)]);
    }

    #[test]
    fn a_slice_beyond_the_data_is_empty() {
        let line = Line::new(Some(vec![1.0]), vec![2.0]);
        assert!(line.points().slice(3, 9).is_empty());
        assert_eq!(line.points().slice(1, 0).iter().next(), None);
    }
}
