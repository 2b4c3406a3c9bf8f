//! Points with error bars.

use crate::artist::{
    Artist, Bars, Collection, ErrorParts, Handle, Line, Line2D, Marker, Orientation,
};
use crate::axes::Axes;
use crate::color::ColorSpec;
use crate::data::{Series, one_or_all};
use crate::error::{Error, Result};
use crate::style::ErrorStyle;
use crate::ticker::Direction;

/// The errors of points, and how their bars look.
///
/// Errors are lengths: one for all points, or one for each; never negative. NaN draws no bar.
///
/// ```
/// use figure::Errors;
///
/// # let mut figure = figure::Figure::default();
/// let ax = figure.add_subplot(1, 1, 1)?;
/// let errors = Errors::new().y([0.1, 0.3, 0.2]).x([0.05]).capsize(3.0);
/// ax.errorbar([1, 2, 3], [2, 1, 3], &errors)?.marker("o").linestyle("none");
/// # Ok::<(), figure::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Errors {
    x: Option<Lengths>,
    y: Option<Lengths>,
    capsize: Option<f64>,
    capthick: Option<f64>,
    linewidth: Option<f64>,
    color: Option<ColorSpec>,
    /// Of x and of y, for points that are lower limits and for points that are upper limits.
    limits: [[Vec<bool>; 2]; 2],
    every: Option<(usize, usize)>,
    above: bool,
}

/// Lengths downwards and upwards.
type Lengths = [Vec<f64>; 2];

impl Errors {
    /// None in any direction.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Errors in x, as long to the left as to the right.
    #[must_use]
    pub fn x(mut self, lengths: impl Series) -> Self {
        let lengths = lengths.into_column();
        self.x = Some([lengths.clone(), lengths]);
        self
    }

    /// Errors in x to the left, and to the right.
    #[must_use]
    pub fn x_sides(mut self, left: impl Series, right: impl Series) -> Self {
        self.x = Some([left.into_column(), right.into_column()]);
        self
    }

    /// Errors in y, as long downwards as upwards.
    #[must_use]
    pub fn y(mut self, lengths: impl Series) -> Self {
        let lengths = lengths.into_column();
        self.y = Some([lengths.clone(), lengths]);
        self
    }

    /// Errors in y downwards, and upwards.
    #[must_use]
    pub fn y_sides(mut self, down: impl Series, up: impl Series) -> Self {
        self.y = Some([down.into_column(), up.into_column()]);
        self
    }

    /// Ends the bars by lines that reach so many points to each side, 0 for none; unset,
    /// as the style says, which is none.
    #[must_use]
    pub fn capsize(mut self, points: f64) -> Self {
        self.capsize = Some(points);
        self
    }

    /// The width of those lines, in points.
    #[must_use]
    pub fn capthick(mut self, points: f64) -> Self {
        self.capthick = Some(points);
        self
    }

    /// The width of the bars, in points; unset, as lines.
    #[must_use]
    pub fn linewidth(mut self, points: f64) -> Self {
        self.linewidth = Some(points);
        self
    }

    /// Which values of y are lower limits: an arrow upwards in place of the bar's lower half.
    #[must_use]
    pub fn lolims(mut self, marks: impl IntoIterator<Item = bool>) -> Self {
        self.limits[1][0] = marks.into_iter().collect();
        self
    }

    /// Which values of y are upper limits: an arrow downwards in place of the bar's upper half.
    #[must_use]
    pub fn uplims(mut self, marks: impl IntoIterator<Item = bool>) -> Self {
        self.limits[1][1] = marks.into_iter().collect();
        self
    }

    /// Which values of x are lower limits: an arrow to the right.
    #[must_use]
    pub fn xlolims(mut self, marks: impl IntoIterator<Item = bool>) -> Self {
        self.limits[0][0] = marks.into_iter().collect();
        self
    }

    /// Which values of x are upper limits: an arrow to the left.
    #[must_use]
    pub fn xuplims(mut self, marks: impl IntoIterator<Item = bool>) -> Self {
        self.limits[0][1] = marks.into_iter().collect();
        self
    }

    /// Bars for every so many points only, from the point of a number on; a distance of 0 counts
    /// as 1.
    #[must_use]
    pub fn every(mut self, first: usize, distance: usize) -> Self {
        self.every = Some((first, distance.max(1)));
        self
    }

    /// Bars above the line, not below it.
    #[must_use]
    pub fn above(mut self) -> Self {
        self.above = true;
        self
    }

    /// Which of so many points have bars.
    fn shown(&self, count: usize) -> Vec<bool> {
        let (first, distance) = self.every.unwrap_or((0, 1));
        let shown = |i: usize| i >= first && (i - first).is_multiple_of(distance);
        (0..count).map(shown).collect()
    }

    /// The points that are lower, and that are upper limits in a direction.
    fn limits(&self, direction: Direction, count: usize) -> Result<[Vec<bool>; 2]> {
        let of = |marks: &Vec<bool>| match marks.as_slice() {
            [] => Ok(vec![false; count]),
            [all] => Ok(vec![*all; count]),
            each if each.len() == count => Ok(each.to_vec()),
            each => Err(Error::LengthMismatch {
                x: count,
                y: each.len(),
            }),
        };
        let [low, high] = match direction {
            Direction::X => &self.limits[0],
            Direction::Y => &self.limits[1],
        };
        Ok([of(low)?, of(high)?])
    }

    /// The colour of bars and caps; unset, that of the line through the points.
    #[must_use]
    pub fn color(mut self, color: impl Into<ColorSpec>) -> Self {
        self.color = Some(color.into());
        self
    }
}

impl Axes {
    /// Adds a line through points (x, y), with a bar for each error, and gives back the line.
    ///
    /// ![Caps, upper limits, and bars at every fourth point](../../../docs/gallery/figure/errorbar.png)
    ///
    /// # Errors
    ///
    /// [`Error::LengthMismatch`] where columns differ in length, [`Error::NegativeError`] for a
    /// length below zero.
    pub fn errorbar(
        &mut self,
        xs: impl Series,
        ys: impl Series,
        errors: &Errors,
    ) -> Result<&mut Line2D> {
        let (xs, ys) = self.pair(xs, ys)?;
        let line = self
            .autoscale()
            .add(Line::new(Some(xs.clone()), ys.clone()))?;
        let handle = line.zorder(if errors.above { 1.9 } else { 2.1 }).handle();
        let parts = self.error_bars((xs, ys), errors, handle.place.index)?;
        let line = self.artist(handle)?;
        line.kind.errors = Some(parts);
        Ok(line)
    }

    /// Adds error bars to bars, at their ends: black unless they have a colour.
    ///
    /// # Errors
    ///
    /// [`Error::LengthMismatch`] where columns differ in length, [`Error::NegativeError`] for a
    /// length below zero, [`Error::Handle`] for bars of another plot.
    ///
    /// ```
    /// use figure::Errors;
    ///
    /// # let mut figure = figure::Figure::default();
    /// let ax = figure.add_subplot(1, 1, 1)?;
    /// let bars = ax.bar([1, 2, 3], [3, 5, 4])?.handle();
    /// ax.bar_errors(bars, &Errors::new().y([0.5, 0.2, 0.4]).capsize(4.0))?;
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn bar_errors(&mut self, bars: Handle<Bars>, errors: &Errors) -> Result<()> {
        let bars = self.artist(bars)?;
        let vertical = bars.orientation() == Orientation::Vertical;
        let tip = |i: usize| {
            let [x, y, width, height] = bars.rectangle(i);
            if vertical {
                (x + 0.5 * width, y + height)
            } else {
                (x + width, y + 0.5 * height)
            }
        };
        let points: (Vec<f64>, Vec<f64>) = (0..bars.len()).map(tip).unzip();
        bars.kind.errors = if vertical {
            ends(&points.1, errors.y.as_ref())?
        } else {
            ends(&points.0, errors.x.as_ref())?
        };
        let mut errors = errors.clone();
        errors.color.get_or_insert_with(|| ColorSpec::from("k"));
        let number = self.artists.len();
        self.error_bars(points, &errors, number).map(|_| ())
    }

    /// The bars and caps of errors at points, in the colour of the artist of a number.
    fn error_bars(
        &mut self,
        (xs, ys): (Vec<f64>, Vec<f64>),
        errors: &Errors,
        number: usize,
    ) -> Result<ErrorParts> {
        let errors = &errors.in_style(&self.style.errorbar);
        let mut parts = ErrorParts::default();
        let shown = errors.shown(xs.len());
        let mut caps = Vec::new();
        for direction in [Direction::X, Direction::Y] {
            let (lengths, along, others) = match direction {
                Direction::X => (&errors.x, &xs, &ys),
                Direction::Y => (&errors.y, &ys, &xs),
            };
            let limits = errors.limits(direction, along.len())?;
            let Some(ends) = limited(ends(along, lengths.as_ref())?, along, &limits) else {
                continue;
            };
            let [low, high] = ends.each_ref().map(|ends| chosen(ends, &shown));
            let places = chosen(others, &shown);
            let index = Some(self.artists.len());
            let bars = match direction {
                Direction::X => {
                    parts.across = index;
                    self.hlines(&places, low, high)?
                }
                Direction::Y => {
                    parts.up = index;
                    self.vlines(&places, low, high)?
                }
            };
            errors.dress_bars(bars, number);
            let bars = Reach {
                direction,
                along,
                others,
                ends,
            };
            caps.extend(bars.caps(errors, &limits, &shown, self.axis(direction).is_turned()));
        }
        parts.caps = (!caps.is_empty()).then_some(self.artists.len());
        for (line, marker) in caps {
            self.cap(errors, line, marker, number)?;
        }
        Ok(parts)
    }

    /// Markers at ends of bars.
    fn cap(&mut self, errors: &Errors, line: Line, marker: Marker, number: usize) -> Result<()> {
        let caps = self.add(line.outside_the_cycle())?;
        caps.linestyle("none").marker(marker).label("_nolegend_");
        if let Some(points) = errors.capsize.filter(|_| errors.has_caps()) {
            caps.markersize(2.0 * points);
        }
        if let Some(points) = errors.capthick {
            caps.markeredgewidth(points);
        }
        match &errors.color {
            Some(color) => {
                caps.markeredgecolor(color.clone());
            }
            None => caps.common.color_of = Some(number),
        }
        Ok(())
    }
}

/// The bars of a direction, to find their ends.
struct Reach<'a> {
    direction: Direction,
    along: &'a [f64],
    others: &'a [f64],
    ends: [Vec<f64>; 2],
}

impl Reach<'_> {
    /// Lines without strokes and the markers on them: caps at both ends of bars, and arrows at one
    /// end of the bars of limits.
    fn caps(
        &self,
        errors: &Errors,
        limits: &[Vec<bool>; 2],
        shown: &[bool],
        turned: bool,
    ) -> Vec<(Line, Marker)> {
        let [low, high] = &self.ends;
        let line = |ends: &[f64], which: &[bool]| {
            let (ends, others) = (chosen(ends, which), chosen(self.others, which));
            match self.direction {
                Direction::X => Line::new(Some(ends), others),
                Direction::Y => Line::new(Some(others), ends),
            }
        };
        let (cap, arrows) = match self.direction {
            Direction::X => (
                Marker::VLine,
                [Marker::CaretRightBase, Marker::CaretLeftBase],
            ),
            Direction::Y => (Marker::HLine, [Marker::CaretUpBase, Marker::CaretDownBase]),
        };
        let [lower, upper] = limits;
        let free: Vec<bool> = lower.iter().zip(upper).map(|(a, b)| !(a | b)).collect();
        let both = |a: &[bool]| -> Vec<bool> { a.iter().zip(shown).map(|(a, b)| a & b).collect() };
        let mut caps = Vec::new();
        if errors.has_caps() && free.contains(&true) {
            let which = both(&free);
            caps.extend([low, high].map(|ends| (line(ends, &which), cap)));
        }
        for (i, (marks, ends)) in [(lower, high), (upper, low)].into_iter().enumerate() {
            if !marks.contains(&true) {
                continue;
            }
            let which = both(marks);
            let points_down = turned != (i == 1);
            let arrow = arrows[usize::from(points_down)];
            caps.push((line(ends, &which), arrow));
            if errors.has_caps() {
                caps.push((line(self.along, &which), cap));
            }
        }
        caps
    }
}

/// The values that are marked.
fn chosen(values: &[f64], marks: &[bool]) -> Vec<f64> {
    let pairs = values.iter().zip(marks);
    pairs
        .filter(|(_, mark)| **mark)
        .map(|(value, _)| *value)
        .collect()
}

/// The ends of bars, of which those of limits have one half only.
fn limited(
    ends: Option<[Vec<f64>; 2]>,
    along: &[f64],
    limits: &[Vec<bool>; 2],
) -> Option<[Vec<f64>; 2]> {
    let mut ends = ends?;
    for (ends, marks) in ends.iter_mut().zip(limits) {
        for ((end, value), mark) in ends.iter_mut().zip(along).zip(marks) {
            if *mark && !end.is_nan() {
                *end = *value;
            }
        }
    }
    Some(ends)
}

impl Errors {
    fn has_caps(&self) -> bool {
        self.capsize.is_some_and(|points| points > 0.0)
    }

    /// The same with what is unset as the style has it.
    fn in_style(&self, style: &ErrorStyle) -> Self {
        Self {
            capsize: self.capsize.or(Some(style.capsize)),
            capthick: self.capthick.or(style.capthick),
            linewidth: self.linewidth.or(style.elinewidth),
            ..self.clone()
        }
    }

    /// The looks of bars that belong to the line of a number.
    fn dress_bars(&self, bars: &mut Artist<Collection>, number: usize) {
        bars.label("_nolegend_");
        if let Some(points) = self.linewidth {
            bars.linewidth(points);
        }
        match &self.color {
            Some(color) => {
                bars.edgecolor(color.clone());
            }
            None => bars.common.color_of = Some(number),
        }
    }
}

/// Where bars about values start and end.
fn ends(values: &[f64], lengths: Option<&Lengths>) -> Result<Option<[Vec<f64>; 2]>> {
    let Some(lengths) = lengths else {
        return Ok(None);
    };
    let mut ends: [Vec<f64>; 2] = Default::default();
    for ((ends, lengths), sign) in ends.iter_mut().zip(lengths).zip([-1.0, 1.0]) {
        let lengths = one_or_all(lengths.clone(), values.len())?;
        if let Some(&negative) = lengths.iter().find(|length| **length < 0.0) {
            return Err(Error::NegativeError(negative));
        }
        let pairs = values.iter().zip(lengths.iter().cycle());
        ends.extend(pairs.map(|(value, length)| value + sign * length));
    }
    Ok(Some(ends))
}
