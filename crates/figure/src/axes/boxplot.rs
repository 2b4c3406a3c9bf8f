//! Box plots: the quartiles of columns of values, and how far the rest reaches.
//!
//! ```text
//!        o          flier
//!      ──┬──        cap: the last value within reach of the box
//!        │          whisker
//!     ┌──┴──┐       third quartile
//!     │     │
//!     ├─────┤       median
//!     └──┬──┘       first quartile
//!      ──┴──
//! ```

use std::sync::Arc;

use agg_core::{Affine, Cap, Path};

use crate::artist::{Artist, BoxLine, Handle, Line, Line2D, Orientation, Patch, Shape};
use crate::axes::Axes;
use crate::axes::statistics::{mean, quantile, sorted};
use crate::data::{Series, one_or_all};
use crate::error::{Error, Result};
use crate::limits::DataLimits;
use crate::style::{BoxMarkStyle, BoxStyle};
use crate::ticker::Direction;

/// How far from the middle of the outermost boxes the limits stop.
const ROOM: f64 = 0.5;

/// How far whiskers reach.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Whiskers {
    /// To the last value that is no farther from the box than so many times its length.
    Lengths(f64),
    /// To the last values within these percentiles, 0 to 100.
    Percentiles(f64, f64),
}

impl Default for Whiskers {
    fn default() -> Self {
        Self::Lengths(1.5)
    }
}

/// What a box shows of a column of values.
///
/// ```
/// use figure::{BoxStats, Whiskers};
///
/// let stats = BoxStats::new([1, 2, 3, 4, 5, 20], Whiskers::default())?;
/// assert_eq!((stats.q1, stats.median, stats.q3), (2.25, 3.5, 4.75));
/// assert_eq!((stats.low, stats.high, stats.fliers.as_slice()), (1.0, 5.0, &[20.0][..]));
/// # Ok::<(), figure::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct BoxStats {
    /// The arithmetic mean.
    pub mean: f64,
    /// The median.
    pub median: f64,
    /// The first quartile.
    pub q1: f64,
    /// The third quartile.
    pub q3: f64,
    /// Where the lower whisker ends.
    pub low: f64,
    /// Where the upper whisker ends.
    pub high: f64,
    /// The lower and the upper end of the notch around the median.
    pub notch: (f64, f64),
    /// The values beyond the whiskers, those below first.
    pub fliers: Vec<f64>,
}

impl BoxStats {
    /// The measures of a column; all NaN of one that is empty or has a missing value.
    ///
    /// # Errors
    ///
    /// [`Error::Quantile`] for a reach that is NaN, or percentiles outside 0 to 100.
    pub fn new(values: impl Series, whiskers: Whiskers) -> Result<Self> {
        Self::of(&values.into_column(), whiskers, false)
    }

    fn of(values: &[f64], whiskers: Whiskers, autorange: bool) -> Result<Self> {
        let sorted = sorted(values);
        let [q1, median, q3] = [0.25, 0.5, 0.75].map(|share| quantile(&sorted, share));
        let length = q3 - q1;
        let whiskers = if autorange && length == 0.0 {
            Whiskers::Percentiles(0.0, 100.0)
        } else {
            whiskers
        };
        let reach = match whiskers {
            Whiskers::Lengths(lengths) if lengths.is_nan() => return Err(Error::Quantile(lengths)),
            Whiskers::Lengths(lengths) => (q1 - lengths * length, q3 + lengths * length),
            Whiskers::Percentiles(low, high) => {
                let share = |percent: f64| match percent {
                    0.0..=100.0 => Ok(quantile(&sorted, percent / 100.0)),
                    _ => Err(Error::Quantile(percent)),
                };
                (share(low)?, share(high)?)
            }
        };
        let within = |inside: &dyn Fn(f64) -> bool, best: fn(f64, f64) -> f64| {
            let known = values.iter().copied().filter(|&value| inside(value));
            known.reduce(best)
        };
        let high = within(&|value| value <= reach.1, f64::max);
        let low = within(&|value| value >= reach.0, f64::min);
        let high = high.filter(|&high| high >= q3).unwrap_or(q3);
        let low = low.filter(|&low| low <= q1).unwrap_or(q1);
        let below = values.iter().copied().filter(|&value| value < low);
        let above = values.iter().copied().filter(|&value| value > high);
        let half = 1.57 * length / (values.len() as f64).sqrt();
        Ok(Self {
            mean: mean(values),
            median,
            q1,
            q3,
            low,
            high,
            notch: (median - half, median + half),
            fliers: below.chain(above).collect(),
        })
    }
}

/// How means are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeanMark {
    /// By a triangle.
    Point,
    /// By a dashed line across the box.
    Line,
}

/// Columns of values, and how their boxes are drawn.
///
/// ```
/// use figure::{BoxPlot, MeanMark};
///
/// # let mut figure = figure::Figure::default();
/// let ax = figure.add_subplot(1, 1, 1)?;
/// let plot = BoxPlot::new([vec![1, 2, 3, 9], vec![2, 4, 4, 5, 6]]).filled();
/// let parts = ax.boxplot(&plot.labels(["a", "b"]).means(MeanMark::Point))?;
/// ax.artist(parts.patches[0])?.facecolor("C2");
/// # Ok::<(), figure::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct BoxPlot {
    columns: Vec<Column>,
    whiskers: Option<Whiskers>,
    autorange: bool,
    positions: Option<Vec<f64>>,
    widths: Option<Vec<f64>>,
    capwidths: Option<Vec<f64>>,
    labels: Vec<String>,
    orientation: Option<Orientation>,
    means: Option<MeanMark>,
    notched: bool,
    filled: bool,
    without: Vec<BoxPart>,
    unticked: bool,
}

#[derive(Clone, Debug)]
enum Column {
    Values(Vec<f64>),
    Stats(BoxStats),
}

/// A part of a box plot that can be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoxPart {
    /// The boxes.
    Boxes,
    /// The lines at the ends of the whiskers.
    Caps,
    /// The values beyond the whiskers.
    Fliers,
}

impl BoxPlot {
    /// A box for each column of values.
    pub fn new<S: Series>(columns: impl IntoIterator<Item = S>) -> Self {
        let columns = columns.into_iter();
        Self::with(columns.map(|column| Column::Values(column.into_column())))
    }

    /// Boxes that were measured before.
    pub fn of_stats(stats: impl IntoIterator<Item = BoxStats>) -> Self {
        Self::with(stats.into_iter().map(Column::Stats))
    }

    fn with(columns: impl Iterator<Item = Column>) -> Self {
        Self {
            columns: columns.collect(),
            whiskers: None,
            autorange: false,
            positions: None,
            widths: None,
            capwidths: None,
            labels: Vec::new(),
            orientation: None,
            means: None,
            notched: false,
            filled: false,
            without: Vec::new(),
            unticked: false,
        }
    }

    /// How far whiskers reach; 1.5 times the length of the box unless set.
    #[must_use]
    pub fn whiskers(mut self, whiskers: Whiskers) -> Self {
        self.whiskers = Some(whiskers);
        self
    }

    /// Whiskers over all values where the box has no length.
    #[must_use]
    pub fn autorange(mut self) -> Self {
        self.autorange = true;
        self
    }

    /// Where the boxes stand; at 1, 2, 3 … unless set.
    #[must_use]
    pub fn positions(mut self, positions: impl Series) -> Self {
        self.positions = Some(positions.into_column());
        self
    }

    /// How wide the boxes are, each or all; 0.15 of the distance from the first to the last, but
    /// from 0.15 to 0.5, unless set.
    #[must_use]
    pub fn widths(mut self, widths: impl Series) -> Self {
        self.widths = Some(widths.into_column());
        self
    }

    /// How wide the caps are, each or all; half of the boxes unless set.
    #[must_use]
    pub fn capwidths(mut self, widths: impl Series) -> Self {
        self.capwidths = Some(widths.into_column());
        self
    }

    /// What the ticks at the boxes say; their positions unless set.
    #[must_use]
    pub fn labels<S: Into<String>>(mut self, labels: impl IntoIterator<Item = S>) -> Self {
        self.labels = labels.into_iter().map(Into::into).collect();
        self
    }

    /// Boxes that stand or lie.
    #[must_use]
    pub fn orientation(mut self, orientation: Orientation) -> Self {
        self.orientation = Some(orientation);
        self
    }

    /// A mark for the mean of each column.
    #[must_use]
    pub fn means(mut self, mark: MeanMark) -> Self {
        self.means = Some(mark);
        self
    }

    /// Boxes with a notch around the median.
    #[must_use]
    pub fn notched(mut self) -> Self {
        self.notched = true;
        self
    }

    /// Boxes that are filled.
    #[must_use]
    pub fn filled(mut self) -> Self {
        self.filled = true;
        self
    }

    /// A part left out.
    #[must_use]
    pub fn without(mut self, part: BoxPart) -> Self {
        self.without.push(part);
        self
    }

    /// Ticks and limits as they are.
    #[must_use]
    pub fn without_ticks(mut self) -> Self {
        self.unticked = true;
        self
    }

    /// The same with what is unset as the style has it.
    fn in_style(&self, style: &BoxStyle) -> Self {
        let upright = if style.vertical {
            Orientation::Vertical
        } else {
            Orientation::Horizontal
        };
        let mark = if style.meanline {
            MeanMark::Line
        } else {
            MeanMark::Point
        };
        let hidden = [
            (BoxPart::Boxes, style.showbox),
            (BoxPart::Caps, style.showcaps),
            (BoxPart::Fliers, style.showfliers),
        ];
        let hidden = hidden.into_iter().filter(|(_, shown)| !shown);
        let mut plot = self.clone();
        plot.whiskers.get_or_insert(Whiskers::Lengths(style.reach));
        plot.orientation.get_or_insert(upright);
        plot.means = plot.means.or(style.showmeans.then_some(mark));
        plot.notched |= style.notch;
        plot.filled |= style.patchartist;
        plot.without.extend(hidden.map(|(part, _)| part));
        plot
    }

    fn upright(&self) -> bool {
        self.orientation != Some(Orientation::Horizontal)
    }

    fn has(&self, part: BoxPart) -> bool {
        !self.without.contains(&part)
    }

    fn stats(&self) -> Result<Vec<BoxStats>> {
        let measured = self.columns.iter().map(|column| match column {
            Column::Values(values) => {
                let whiskers = self.whiskers.unwrap_or_default();
                BoxStats::of(values, whiskers, self.autorange)
            }
            Column::Stats(stats) => Ok(stats.clone()),
        });
        measured.collect()
    }

    /// Position, width and width of the caps of each box.
    fn places(&self) -> Result<Vec<[f64; 3]>> {
        let count = self.columns.len();
        let positions = match &self.positions {
            Some(positions) if positions.len() == count => positions.clone(),
            Some(positions) => {
                return Err(Error::LengthMismatch {
                    x: count,
                    y: positions.len(),
                });
            }
            None => (1..=count).map(|i| i as f64).collect(),
        };
        let ends = [f64::max, f64::min].map(|best| positions.iter().copied().reduce(best));
        let length = ends[0].unwrap_or(0.0) - ends[1].unwrap_or(0.0);
        let usual = || vec![(0.15 * length).clamp(0.15, 0.5)];
        let widths = one_or_all(self.widths.clone().unwrap_or_else(usual), count)?;
        let caps = match &self.capwidths {
            Some(widths) => one_or_all(widths.clone(), count)?,
            None => widths.iter().map(|width| 0.5 * width).collect(),
        };
        let widths = widths.iter().cycle().zip(caps.iter().cycle());
        let places = positions.iter().zip(widths);
        Ok(places
            .map(|(&at, (&width, &cap))| [at, width, cap])
            .collect())
    }

    /// What the ticks say.
    fn names(&self, places: &[[f64; 3]]) -> Result<Vec<String>> {
        if self.labels.is_empty() {
            let whole = places.iter().all(|place| place[0].fract() == 0.0);
            let name = |place: &[f64; 3]| {
                if whole {
                    format!("{}", place[0])
                } else {
                    format!("{:?}", place[0])
                }
            };
            return Ok(places.iter().map(name).collect());
        }
        if self.labels.len() != places.len() {
            return Err(Error::LengthMismatch {
                x: places.len(),
                y: self.labels.len(),
            });
        }
        Ok(self.labels.clone())
    }
}

/// The parts of a box plot, to be found by [`Axes::artist`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BoxParts {
    /// The boxes, unless they are filled.
    pub boxes: Vec<Handle<Line>>,
    /// The boxes, if they are filled.
    pub patches: Vec<Handle<Patch>>,
    /// The whiskers, the lower one of each box first.
    pub whiskers: Vec<Handle<Line>>,
    /// The lines at their ends.
    pub caps: Vec<Handle<Line>>,
    /// The medians.
    pub medians: Vec<Handle<Line>>,
    /// The means, if they are shown.
    pub means: Vec<Handle<Line>>,
    /// The values beyond the whiskers.
    pub fliers: Vec<Handle<Line>>,
}

/// Points of a box that stands, which are swapped for one that lies.
type Points<'a> = &'a [(f64, f64)];

impl Axes {
    /// Adds a box for each column of values, from its first to its third quartile, with a line at
    /// its median, whiskers, and points for the values beyond; ticks name the boxes.
    ///
    /// ![Notched boxes, and filled ones that lie](../../../docs/gallery/figure/boxplot.png)
    ///
    /// # Errors
    ///
    /// [`Error::LengthMismatch`] unless there are as many positions and labels as columns, and
    /// widths for each or one for all; [`Error::Quantile`] as for [`BoxStats::new`].
    pub fn boxplot(&mut self, plot: &BoxPlot) -> Result<BoxParts> {
        let plot = &plot.in_style(&self.style.boxplot);
        let (stats, places) = (plot.stats()?, plot.places()?);
        let names = plot.names(&places)?;
        let mut parts = BoxParts::default();
        for (stats, place) in stats.iter().zip(&places) {
            self.one_box(plot, stats, *place, &mut parts)?;
        }
        if !plot.unticked {
            let at: Vec<f64> = places.iter().map(|place| place[0]).collect();
            self.name_boxes(plot.upright(), &at, &names, &parts.medians)?;
        }
        Ok(parts)
    }

    fn one_box(
        &mut self,
        plot: &BoxPlot,
        stats: &BoxStats,
        [at, width, cap]: [f64; 3],
        parts: &mut BoxParts,
    ) -> Result<()> {
        let (left, right) = (at - width * 0.5, at + width * 0.5);
        let waist = if plot.notched {
            (at - width * 0.25, at + width * 0.25)
        } else {
            (left, right)
        };
        if plot.has(BoxPart::Boxes) {
            let outline = outline(stats, (left, right), waist, plot.notched);
            if plot.filled {
                parts.patches.push(self.box_patch(plot, &outline)?);
            } else {
                let line = self.box_line(plot, BoxLine::Box, &outline)?;
                parts.boxes.push(line.handle());
            }
        }
        for ends in [(stats.q1, stats.low), (stats.q3, stats.high)] {
            let line = self.box_line(plot, BoxLine::Whisker, &[(at, ends.0), (at, ends.1)])?;
            parts.whiskers.push(line.handle());
        }
        if plot.has(BoxPart::Caps) {
            for end in [stats.low, stats.high] {
                let ends = [(at - cap * 0.5, end), (at + cap * 0.5, end)];
                parts
                    .caps
                    .push(self.box_line(plot, BoxLine::Cap, &ends)?.handle());
            }
        }
        let ends = [(waist.0, stats.median), (waist.1, stats.median)];
        let median = self.box_line(plot, BoxLine::Median, &ends)?;
        median.solid_capstyle(Cap::Butt).dash_capstyle(Cap::Butt);
        parts.medians.push(median.zorder(2.1).handle());
        match plot.means {
            Some(MeanMark::Line) => {
                let ends = [(left, stats.mean), (right, stats.mean)];
                let line = self.box_line(plot, BoxLine::Mean, &ends)?;
                line.solid_capstyle(Cap::Butt).dash_capstyle(Cap::Butt);
                parts.means.push(line.zorder(2.1).handle());
            }
            Some(MeanMark::Point) => {
                let mark = self.style.boxplot.meanmarks.clone();
                let point = self.box_line(plot, BoxLine::Mean, &[(at, stats.mean)])?;
                parts.means.push(marked(point, mark).zorder(2.1).handle());
            }
            None => {}
        }
        if plot.has(BoxPart::Fliers) {
            let points: Vec<_> = stats.fliers.iter().map(|&value| (at, value)).collect();
            let mark = self.style.boxplot.fliers.clone();
            let points = self.box_line(plot, BoxLine::Fliers, &points)?;
            parts.fliers.push(marked(points, mark).handle());
        }
        Ok(())
    }

    /// A thin line, which lies where boxes lie.
    fn box_line(
        &mut self,
        plot: &BoxPlot,
        part: BoxLine,
        points: Points<'_>,
    ) -> Result<&mut Line2D> {
        let (at, values): (Vec<f64>, Vec<f64>) = points.iter().copied().unzip();
        let line = if plot.upright() {
            Line::new(Some(at), values)
        } else {
            Line::new(Some(values), at)
        };
        let style = &self.style.boxplot;
        let look = match part {
            BoxLine::Box => &style.boxes,
            BoxLine::Whisker | BoxLine::Fliers => &style.whiskers,
            BoxLine::Cap => &style.caps,
            BoxLine::Median => &style.medians,
            BoxLine::Mean => &style.means,
        };
        let look = look.clone();
        let line = self.autoscale().add(line.outside_the_cycle())?;
        line.kind.part = Some(part);
        let line = line.linewidth(look.linewidth).linestyle(look.linestyle);
        Ok(line.label("_nolegend_"))
    }

    fn box_patch(&mut self, plot: &BoxPlot, points: Points<'_>) -> Result<Handle<Patch>> {
        let place = |&(at, value): &(f64, f64)| {
            if plot.upright() {
                (at, value)
            } else {
                (value, at)
            }
        };
        let path = Path::polygon(points.iter().map(place));
        // Filled boxes have solid edges whatever the style says, as in matplotlib.
        let width = self.style.boxplot.boxes.linewidth;
        let patch: &mut Artist<Patch> = self.add(Patch {
            unmeasured: true,
            boxed: true,
            ..Patch::new(Shape::Path(Arc::new(path), Affine::IDENTITY))
        })?;
        Ok(patch.linewidth(width).zorder(2.0).handle())
    }

    /// Puts ticks at boxes, and lets the limits stop beside the outermost.
    fn name_boxes(
        &mut self,
        vertical: bool,
        positions: &[f64],
        names: &[String],
        medians: &[Handle<Line>],
    ) -> Result<()> {
        let direction = if vertical { Direction::X } else { Direction::Y };
        for (i, (&position, &median)) in positions.iter().zip(medians).enumerate() {
            let stops = vec![position - ROOM, position + ROOM];
            let line = &mut self.artist(median)?.kind;
            let mut room = DataLimits::default();
            let ends = positions.iter().flat_map(|at| [at - ROOM, at + ROOM]);
            if vertical {
                line.sticky[0] = stops;
                room.update_x(ends.map(|end| (end, 0.0)));
            } else {
                line.sticky[1] = stops;
                room.update_y(ends.map(|end| (0.0, end)));
            }
            line.room = (i == 0).then_some(room);
        }
        let ticks = positions.iter().copied().zip(names.iter().cloned());
        self.axis_mut(direction).add_named_ticks(ticks);
        Ok(())
    }
}

/// Points without a line, with markers.
fn marked(points: &mut Line2D, mark: BoxMarkStyle) -> &mut Line2D {
    points.kind.markerfacecolor = mark.markerfacecolor;
    points.kind.markeredgecolor = mark.markeredgecolor;
    points.kind.markeredgewidth = mark.markeredgewidth;
    points
        .linestyle("none")
        .marker(mark.marker)
        .markersize(mark.markersize)
}

/// Around a box, from its lower left corner.
fn outline(
    stats: &BoxStats,
    (left, right): (f64, f64),
    waist: (f64, f64),
    notched: bool,
) -> Vec<(f64, f64)> {
    let BoxStats {
        q1,
        q3,
        median,
        notch,
        ..
    } = *stats;
    if !notched {
        return vec![(left, q1), (right, q1), (right, q3), (left, q3), (left, q1)];
    }
    vec![
        (left, q1),
        (right, q1),
        (right, notch.0),
        (waist.1, median),
        (right, notch.1),
        (right, q3),
        (left, q3),
        (left, notch.1),
        (waist.0, median),
        (left, notch.0),
        (left, q1),
    ]
}
