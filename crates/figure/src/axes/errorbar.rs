//! Points with error bars.

use crate::artist::{Artist, Bars, Collection, Handle, Line, Line2D, Marker, Orientation};
use crate::axes::Axes;
use crate::color::ColorSpec;
use crate::data::{Series, one_or_all, pair};
use crate::error::{Error, Result};
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
    capsize: f64,
    capthick: Option<f64>,
    linewidth: Option<f64>,
    color: Option<ColorSpec>,
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

    /// Ends the bars by lines that reach so many points to each side; 0, the default, for none.
    #[must_use]
    pub fn capsize(mut self, points: f64) -> Self {
        self.capsize = points;
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
        let (xs, ys) = pair(xs, ys)?;
        let line = self
            .autoscale()
            .add(Line::new(Some(xs.clone()), ys.clone()))?;
        let handle = line.zorder(2.1).handle();
        self.error_bars((xs, ys), errors, handle.place.index)?;
        self.artist(handle)
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
        self.error_bars(points, &errors, number)
    }

    /// The bars and caps of errors at points, in the colour of the artist of a number.
    fn error_bars(
        &mut self,
        (xs, ys): (Vec<f64>, Vec<f64>),
        errors: &Errors,
        number: usize,
    ) -> Result<()> {
        let across = ends(&xs, errors.x.as_ref())?;
        let up = ends(&ys, errors.y.as_ref())?;
        if let Some([low, high]) = &across {
            let bars = self.hlines(&ys, low, high)?;
            errors.dress_bars(bars, number);
        }
        if let Some([low, high]) = &up {
            let bars = self.vlines(&xs, low, high)?;
            errors.dress_bars(bars, number);
        }
        for (direction, ends, others) in [(Direction::X, across, ys), (Direction::Y, up, xs)] {
            for ends in ends.into_iter().flatten() {
                self.caps(errors, direction, (ends, others.clone()), number)?;
            }
        }
        Ok(())
    }

    /// The caps at one end of all bars.
    fn caps(
        &mut self,
        errors: &Errors,
        direction: Direction,
        (ends, others): (Vec<f64>, Vec<f64>),
        number: usize,
    ) -> Result<()> {
        if errors.capsize <= 0.0 || errors.capsize.is_nan() {
            return Ok(());
        }
        let (line, marker) = match direction {
            Direction::X => (Line::new(Some(ends), others), Marker::VLine),
            Direction::Y => (Line::new(Some(others), ends), Marker::HLine),
        };
        let caps = self.add(line.outside_the_cycle())?;
        caps.linestyle("none").marker(marker).label("_nolegend_");
        caps.markersize(2.0 * errors.capsize);
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

impl Errors {
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
