//! One axis of a plot as it is asked for: its limits, ticks, labels and grid.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::artist::{Artist, HAlign, LineStyle, RotationMode, Text, TextSize, Typeface, VAlign};
use crate::color::ColorSpec;
use crate::data::{Coord, Quantity, Series, Values};
use crate::error::{Error, Result};
use crate::limits::Scale;
use crate::name::ByName;
use crate::style::{Sides, TickDirection};
use crate::ticker::{
    AutoMinorLocator, CategoryFormatter, FixedFormatter, FixedLocator, Formatter, Locator,
    NullLocator,
};
use crate::typeface::Weight;

/// Which ticks a setting is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// Those with labels.
    Major,
    /// The shorter ones between them.
    Minor,
}

/// A side of the frame, as an axis sees it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum End {
    /// The bottom for the horizontal axis, the left for the vertical one.
    #[default]
    First,
    /// The top or the right.
    Second,
}

impl Sides {
    /// Whether the first and the second side are among them.
    fn shown(self) -> [Option<bool>; 2] {
        [Some(self.has_first()), Some(self.has_second())]
    }

    /// The sides that are asked for, the others as these are.
    pub(crate) fn changed_by(self, asked: [Option<bool>; 2]) -> Self {
        let [first, second] = asked;
        let first = first.unwrap_or(self.has_first());
        match (first, second.unwrap_or(self.has_second())) {
            (false, false) => Self::Neither,
            (true, false) => Self::First,
            (false, true) => Self::Second,
            (true, true) => Self::Both,
        }
    }
}

/// Counts what is asked of a figure, so that of two settings the later one is known.
#[derive(Clone, Debug, Default)]
pub(crate) struct Clock(Arc<AtomicU64>);

/// How many times a figure's clock ticks before it gives numbers of the next figure.
const TICKS: u64 = 1 << 40;

impl Clock {
    /// A clock of its own: its numbers are no other figure's.
    pub(crate) fn new() -> Self {
        static FIGURES: AtomicU64 = AtomicU64::new(1);
        let figure = FIGURES.fetch_add(1, Ordering::Relaxed);
        Self(Arc::new(AtomicU64::new(figure.wrapping_mul(TICKS))))
    }

    /// A number larger than all before.
    pub(crate) fn tick(&self) -> u64 {
        self.0.fetch_add(1, Ordering::Relaxed).saturating_add(1)
    }

    /// The last number that was given.
    pub(crate) fn last(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// Something about the limits that was asked of an axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Request {
    /// To end here, from now on.
    Ends(Option<f64>, Option<f64>),
    /// To follow the data again.
    Auto,
    /// To show these ticks, until more data comes.
    Ticks(f64, f64),
    /// To stay as the data so far wants it.
    Freeze,
    /// To run leftwards or downwards, or not.
    Inverted(bool),
    /// To run the other way.
    Flip,
}

/// The horizontal or the vertical axis of a plot.
///
/// Where limits, ticks and labels go is worked out each time the figure is drawn; an axis holds
/// only what was asked for.
#[derive(Clone, Debug, Default)]
pub struct Axis {
    pub(crate) label: Artist<Text>,
    pub(crate) labelpad: Option<f64>,
    pub(crate) label_place: Option<HAlign>,
    pub(crate) clock: Clock,
    /// In order, each with the time.
    pub(crate) requests: Vec<(u64, Request)>,
    pub(crate) label_at: End,
    pub(crate) offset_at: End,
    pub(crate) offset_hidden: bool,
    pub(crate) scale: Option<Arc<dyn Scale>>,
    pub(crate) margin: Option<f64>,
    pub(crate) hidden: bool,
    pub(crate) major: TickSet,
    pub(crate) minor: TickSet,
    /// The names among its values, each of which stands at its number.
    pub(crate) names: Option<Names>,
    /// Whether its values are days since 1970.
    pub(crate) dates: bool,
    /// The ticks that plots put at named places, in the order in which they came.
    pub(crate) named: Vec<(f64, String)>,
}

/// Names in the order in which they came, and their numbers.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    order: Vec<String>,
    numbers: HashMap<String, usize>,
}

impl Names {
    /// The number of a name, which may be new.
    fn number(&mut self, name: String) -> f64 {
        let next = self.order.len();
        let number = *self.numbers.entry(name.clone()).or_insert(next);
        if number == next {
            self.order.push(name);
        }
        number as f64
    }

    /// A tick for each.
    pub(crate) fn locator(&self) -> Arc<dyn Locator> {
        let places: Vec<f64> = (0..self.order.len()).map(|i| i as f64).collect();
        Arc::new(FixedLocator::new(places))
    }

    /// The names themselves.
    pub(crate) fn formatter(&self) -> Arc<dyn Formatter> {
        Arc::new(CategoryFormatter::new(&self.order))
    }
}

/// What is set for the major or for the minor ticks.
#[derive(Clone, Debug, Default)]
pub(crate) struct TickSet {
    pub(crate) locator: Option<Arc<dyn Locator>>,
    pub(crate) formatter: Option<Arc<dyn Formatter>>,
    pub(crate) params: TickParams,
    pub(crate) grid: GridParams,
}

impl Axis {
    /// A column as places along the axis; new names get new places.
    pub(crate) fn column(&mut self, column: impl Series) -> Vec<f64> {
        match column.into_values() {
            Values::Numbers(numbers) => numbers,
            Values::Dates(days) => {
                self.dates = true;
                days
            }
            Values::Names(names) => {
                let known = self.names.get_or_insert_default();
                names.into_iter().map(|name| known.number(name)).collect()
            }
        }
    }

    /// A number or name as a place along the axis.
    pub(crate) fn place<C: Coord>(&mut self, value: C) -> f64 {
        match C::QUANTITY {
            Quantity::Number => value.to_coord(),
            Quantity::Date => {
                self.dates = true;
                value.to_coord()
            }
            Quantity::Name => {
                let names = self.names.get_or_insert_default();
                names.number(value.into_name())
            }
        }
    }

    /// The axis label.
    pub fn label(&mut self) -> &mut Artist<Text> {
        &mut self.label
    }

    /// Sets the axis label's string and returns the label.
    pub fn set_label(&mut self, string: impl Into<String>) -> &mut Artist<Text> {
        self.label.set_text(string)
    }

    /// Sets where along the axis its label is: at its start, in the middle, or at its end, aligned so.
    pub fn set_label_place(&mut self, place: HAlign) -> &mut Self {
        self.label_place = Some(place);
        self
    }

    /// Sets the distance from the tick labels to the axis label, in points.
    pub fn set_labelpad(&mut self, points: f64) -> &mut Self {
        self.labelpad = Some(points);
        self
    }

    /// Sets the limits, left or bottom first; the larger first turns the axis around. Limits that
    /// are equal, or too close to tell apart, are moved apart.
    ///
    /// # Errors
    ///
    /// [`Error::Limits`] where one of them is NaN or infinite.
    pub fn set_limits(&mut self, start: impl Coord, end: impl Coord) -> Result<&mut Self> {
        let (low, high) = (self.place(start), self.place(end));
        if !(low.is_finite() && high.is_finite()) {
            return Err(Error::Limits { low, high });
        }
        Ok(self.request(Request::Ends(Some(low), Some(high))))
    }

    /// Sets the left or bottom limit, and lets the other one stay where it is now.
    ///
    /// # Errors
    ///
    /// [`Error::Limits`] where it is NaN or infinite.
    pub fn set_start(&mut self, start: impl Coord) -> Result<&mut Self> {
        let low = self.place(start);
        if !low.is_finite() {
            return Err(Error::Limits {
                low,
                high: f64::NAN,
            });
        }
        Ok(self.request(Request::Ends(Some(low), None)))
    }

    /// Sets the right or top limit, and lets the other one stay where it is now.
    ///
    /// # Errors
    ///
    /// [`Error::Limits`] where it is NaN or infinite.
    pub fn set_end(&mut self, end: impl Coord) -> Result<&mut Self> {
        let high = self.place(end);
        if !high.is_finite() {
            return Err(Error::Limits {
                low: f64::NAN,
                high,
            });
        }
        Ok(self.request(Request::Ends(None, Some(high))))
    }

    /// The limits that were set, as they were turned around since; `None` where they follow the
    /// data.
    pub(crate) fn asked_limits(&self) -> Option<(f64, f64)> {
        let mut limits = None;
        for (_, request) in &self.requests {
            limits = match (request, limits) {
                (Request::Ends(Some(start), Some(end)), _) => Some((*start, *end)),
                (Request::Ends(start, end), Some((first, second))) => {
                    Some((start.unwrap_or(first), end.unwrap_or(second)))
                }
                (Request::Inverted(inverted), Some((start, end))) if *inverted != (end < start) => {
                    Some((end, start))
                }
                (Request::Flip, Some((start, end))) => Some((end, start)),
                (Request::Auto, _) => None,
                _ => limits,
            };
        }
        limits
    }

    /// Whether limits that run the usual way are turned around.
    pub(crate) fn is_turned(&self) -> bool {
        let turn = |turned: bool, (_, request): &(u64, Request)| match request {
            Request::Inverted(inverted) => *inverted,
            Request::Flip => !turned,
            Request::Ends(Some(start), Some(end)) => end < start,
            _ => turned,
        };
        self.requests.iter().fold(false, turn)
    }

    /// Sets the limits that hold until others are asked for.
    pub(crate) fn start_with(&mut self, start: f64, end: f64) {
        let request = Request::Ends(Some(start), Some(end));
        self.requests.insert(0, (0, request));
    }

    fn request(&mut self, request: Request) -> &mut Self {
        // Of many settings of both limits, as in a loop, the last one counts.
        if let (Request::Ends(Some(_), Some(_)), Some((_, Request::Ends(..)))) =
            (request, self.requests.last())
        {
            self.requests.pop();
        }
        self.requests.push((self.clock.tick(), request));
        self
    }

    /// Takes the limits from the data again.
    pub fn autoscale(&mut self) -> &mut Self {
        self.request(Request::Auto)
    }

    /// Keeps the limits that the data so far asks for.
    pub(crate) fn freeze(&mut self) -> &mut Self {
        self.request(Request::Freeze)
    }

    /// Lets values grow leftwards or downwards, or the usual way.
    pub fn set_inverted(&mut self, inverted: bool) -> &mut Self {
        self.request(Request::Inverted(inverted))
    }

    /// Turns the axis around.
    pub fn invert(&mut self) -> &mut Self {
        self.request(Request::Flip)
    }

    /// Whether values grow leftwards or downwards, as far as that was asked for.
    #[must_use]
    pub fn is_inverted(&self) -> bool {
        self.is_turned()
    }

    /// Sets how values map to distances along the axis; unset, in proportion. Locators and
    /// formatters that are not set come from the scale.
    pub fn set_scale(&mut self, scale: impl Scale + 'static) -> &mut Self {
        self.scale = Some(Arc::new(scale));
        self
    }

    /// Sets what is added to the data's range on each side, as a share of it; a negative share
    /// cuts.
    ///
    /// # Errors
    ///
    /// [`Error::Margin`] at −0.5 and below, and for NaN and infinity.
    pub fn set_margin(&mut self, share: f64) -> Result<&mut Self> {
        if !(share > -0.5 && share.is_finite()) {
            return Err(Error::Margin(share));
        }
        self.margin = Some(share);
        Ok(self)
    }

    /// Shows or hides ticks, labels and grid lines together.
    pub fn set_visible(&mut self, visible: bool) -> &mut Self {
        self.hidden = !visible;
        self
    }

    /// Sets where the major ticks go.
    pub fn set_major_locator(&mut self, locator: impl Locator + 'static) -> &mut Self {
        self.major.locator = Some(Arc::new(locator));
        self
    }

    /// Sets what the major ticks say.
    pub fn set_major_formatter(&mut self, formatter: impl Formatter + 'static) -> &mut Self {
        self.major.formatter = Some(Arc::new(formatter));
        self
    }

    /// Sets where the minor ticks go; there are none by default.
    pub fn set_minor_locator(&mut self, locator: impl Locator + 'static) -> &mut Self {
        self.minor.locator = Some(Arc::new(locator));
        self
    }

    /// Sets what the minor ticks say: nothing by default.
    pub fn set_minor_formatter(&mut self, formatter: impl Formatter + 'static) -> &mut Self {
        self.minor.formatter = Some(Arc::new(formatter));
        self
    }

    /// Puts major ticks at these values, and nowhere else. Limits that end before them move, unless
    /// they follow the data again later.
    pub fn set_ticks(&mut self, values: impl Series) -> &mut Self {
        let values = self.column(values);
        self.show_ticks(&values)
            .set_major_locator(FixedLocator::new(values))
    }

    /// Puts minor ticks at these values, and nowhere else; as [`set_ticks`](Self::set_ticks).
    pub fn set_minor_ticks(&mut self, values: impl Series) -> &mut Self {
        let values = self.column(values);
        self.show_ticks(&values)
            .set_minor_locator(FixedLocator::new(values))
    }

    fn show_ticks(&mut self, values: &[f64]) -> &mut Self {
        let known = || values.iter().copied().filter(|value| value.is_finite());
        match (known().reduce(f64::min), known().reduce(f64::max)) {
            (Some(low), Some(high)) => self.request(Request::Ticks(low, high)),
            _ => self,
        }
    }

    /// Puts minor ticks between the major ones: four or three, as the distance divides best.
    pub fn minorticks_on(&mut self) -> &mut Self {
        self.set_minor_locator(AutoMinorLocator::new())
    }

    /// Takes the minor ticks away.
    pub fn minorticks_off(&mut self) -> &mut Self {
        self.set_minor_locator(NullLocator)
    }

    /// Puts ticks, their labels and the offset text on one side of the frame. Labels that were
    /// turned off stay off.
    pub fn set_ticks_position(&mut self, end: End) -> &mut Self {
        let side = match end {
            End::First => Sides::First,
            End::Second => Sides::Second,
        };
        let [first, second] = self.major.params.labels;
        let labeled = first.unwrap_or(true) || second.unwrap_or(false);
        let labels = if labeled { side } else { Sides::Neither };
        for set in [&mut self.major, &mut self.minor] {
            set.params.marks(side).labels(labels);
        }
        self.offset_at = end;
        self
    }

    /// Puts the axis label on a side of the frame.
    pub fn set_label_position(&mut self, end: End) -> &mut Self {
        self.label_at = end;
        self
    }

    /// Puts major ticks at these values and gives each its text, in order.
    ///
    /// # Errors
    ///
    /// [`Error::LengthMismatch`] where there are more or fewer texts than values.
    pub fn set_ticks_labeled<S: Into<String>>(
        &mut self,
        values: impl Series,
        labels: impl IntoIterator<Item = S>,
    ) -> Result<&mut Self> {
        let values = self.column(values);
        let labels: Vec<String> = labels.into_iter().map(Into::into).collect();
        if values.len() != labels.len() {
            return Err(Error::LengthMismatch {
                x: values.len(),
                y: labels.len(),
            });
        }
        Ok(self
            .set_ticks(values)
            .set_major_formatter(FixedFormatter::new(labels)))
    }

    /// Puts more major ticks at named places, beside those that were put so before.
    pub(crate) fn add_named_ticks(&mut self, ticks: impl Iterator<Item = (f64, String)>) {
        self.named.extend(ticks);
        let (values, labels): (Vec<f64>, Vec<String>) = self.named.iter().cloned().unzip();
        self.set_major_locator(FixedLocator::new(values))
            .set_major_formatter(FixedFormatter::new(labels));
    }

    /// How ticks and their labels look.
    pub fn tick_params(&mut self, which: Which) -> &mut TickParams {
        &mut self.set_mut(which).params
    }

    /// The grid lines at the ticks, shown.
    pub fn grid(&mut self, which: Which) -> &mut GridParams {
        self.set_mut(which).grid.set_visible(true)
    }

    pub(crate) fn set(&self, which: Which) -> &TickSet {
        match which {
            Which::Major => &self.major,
            Which::Minor => &self.minor,
        }
    }

    fn set_mut(&mut self, which: Which) -> &mut TickSet {
        match which {
            Which::Major => &mut self.major,
            Which::Minor => &mut self.minor,
        }
    }
}

/// How the ticks of an axis look, where it differs from the style.
#[derive(Clone, Debug, Default)]
pub struct TickParams {
    pub(crate) size: Option<f64>,
    pub(crate) width: Option<f64>,
    pub(crate) pad: Option<f64>,
    pub(crate) color: Option<ColorSpec>,
    pub(crate) direction: Option<TickDirection>,
    pub(crate) labelsize: Option<TextSize>,
    pub(crate) labelcolor: Option<ColorSpec>,
    pub(crate) labelrotation: Option<f64>,
    pub(crate) label_halign: Option<HAlign>,
    pub(crate) label_valign: Option<VAlign>,
    pub(crate) label_mode: Option<RotationMode>,
    pub(crate) labelface: Typeface,
    /// On the first and on the second side.
    pub(crate) marks: [Option<bool>; 2],
    /// On the first and on the second side.
    pub(crate) labels: [Option<bool>; 2],
}

impl TickParams {
    /// Sets the length of the marks in points.
    pub fn length(&mut self, points: f64) -> &mut Self {
        self.size = Some(points);
        self
    }

    /// Sets the width of the marks in points.
    pub fn width(&mut self, points: f64) -> &mut Self {
        self.width = Some(points);
        self
    }

    /// Sets the distance from mark to label in points.
    pub fn pad(&mut self, points: f64) -> &mut Self {
        self.pad = Some(points);
        self
    }

    /// Sets the colour of the marks.
    pub fn color(&mut self, color: impl Into<ColorSpec>) -> &mut Self {
        self.color = Some(color.into());
        self
    }

    /// Sets which way the marks point.
    pub fn direction(&mut self, direction: TickDirection) -> &mut Self {
        self.direction = Some(direction);
        self
    }

    /// Sets the size of the labels: points, or a [`TextSize`].
    pub fn labelsize(&mut self, size: impl Into<TextSize>) -> &mut Self {
        self.labelsize = Some(size.into());
        self
    }

    /// Sets the colour of the labels.
    pub fn labelcolor(&mut self, color: impl Into<ColorSpec>) -> &mut Self {
        self.labelcolor = Some(color.into());
        self
    }

    /// Turns the labels, counter-clockwise, in degrees. A non-finite angle counts as 0.
    pub fn labelrotation(&mut self, degrees: f64) -> &mut Self {
        self.labelrotation = Some(if degrees.is_finite() {
            degrees.rem_euclid(360.0)
        } else {
            0.0
        });
        self
    }

    /// Sets which part of a label lies over its tick, across: labels that are turned often end at
    /// theirs.
    ///
    /// ```
    /// use figure::{HAlign, Which};
    ///
    /// # let mut figure = figure::Figure::default();
    /// let ax = figure.add_subplot(1, 1, 1)?;
    /// ax.bar(["apples", "pears", "plums"], [3, 5, 2])?;
    /// let ticks = ax.xaxis().tick_params(Which::Major);
    /// ticks.labelrotation(30.0).labelalignment(HAlign::Right);
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn labelalignment(&mut self, align: HAlign) -> &mut Self {
        self.label_halign = Some(align);
        self
    }

    /// Sets which part of a label lies over its tick, upwards.
    pub fn labelverticalalignment(&mut self, align: VAlign) -> &mut Self {
        self.label_valign = Some(align);
        self
    }

    /// Sets whether labels are aligned before or after they are turned.
    pub fn labelrotation_mode(&mut self, mode: RotationMode) -> &mut Self {
        self.label_mode = Some(mode);
        self
    }

    /// Sets the family of the labels' letters; see [`fontfamily`](crate::Artist::fontfamily).
    pub fn labelfontfamily(&mut self, name: impl Into<String>) -> &mut Self {
        self.labelface.family = Some(name.into());
        self
    }

    /// Sets how heavy the labels' letters are: a [`Weight`], or its name.
    pub fn labelweight(&mut self, weight: impl Into<ByName<Weight>>) -> &mut Self {
        self.labelface.weight = Some(weight.into());
        self
    }

    /// Sets on which sides marks are drawn.
    pub fn marks(&mut self, sides: Sides) -> &mut Self {
        self.marks = sides.shown();
        self
    }

    /// Sets on which sides labels are drawn.
    pub fn labels(&mut self, sides: Sides) -> &mut Self {
        self.labels = sides.shown();
        self
    }
}

/// How grid lines look, where it differs from the style.
#[derive(Clone, Debug, Default)]
pub struct GridParams {
    pub(crate) visible: Option<bool>,
    pub(crate) color: Option<ColorSpec>,
    pub(crate) linestyle: Option<ByName<LineStyle>>,
    pub(crate) linewidth: Option<f64>,
    pub(crate) alpha: Option<f64>,
}

impl GridParams {
    /// Shows or hides the grid lines.
    pub fn set_visible(&mut self, visible: bool) -> &mut Self {
        self.visible = Some(visible);
        self
    }

    /// Sets the colour; its own opacity, where it has one, replaces the style's.
    pub fn color(&mut self, color: impl Into<ColorSpec>) -> &mut Self {
        self.color = Some(color.into());
        self
    }

    /// Sets the line style: a [`LineStyle`] or its name.
    pub fn linestyle(&mut self, style: impl Into<ByName<LineStyle>>) -> &mut Self {
        self.linestyle = Some(style.into());
        self
    }

    /// Sets the width in points.
    pub fn linewidth(&mut self, points: f64) -> &mut Self {
        self.linewidth = Some(points);
        self
    }

    /// Sets the opacity, 0 to 1.
    pub fn alpha(&mut self, alpha: f64) -> &mut Self {
        self.alpha = Some(alpha);
        self
    }
}
