//! Contours of a field as an artist: which levels, which colours, and how they are labelled.

use std::borrow::Cow;
use std::sync::Arc;

use agg_core::Color;

use crate::artist::{Artist, Content, Handle, LineStyle, Mappable, Mapped, TextSize};
use crate::color::ColorSpec;
use crate::contour::{Contour, Field, Region};
use crate::data::{Coord, Series};
use crate::error::{Error, Result};
use crate::limits::DataLimits;
use crate::name::ByName;
use crate::norm::Extend;
use crate::ticker::{AxisContext, Bins, Formatter, Locator, LogLocator, MaxNLocator};

/// How many intervals automatic levels divide the values into, about.
const USUAL_LEVELS: usize = 7;
/// How many levels there are on a logarithmic norm, at most.
const MOST_DECADES: usize = 9;
/// Beyond all values, on the layers that go on without end.
const FAR: f64 = 1e250;

/// Lines along which a field has a value, or the layers between them.
///
/// Colours are taken by levels: of lines by their own, of layers by the value half way through.
#[derive(Clone, Debug)]
pub struct Contours {
    pub(crate) field: Arc<Field>,
    pub(crate) filled: bool,
    pub(crate) levels: Levels,
    pub(crate) colors: Option<Vec<ColorSpec>>,
    pub(crate) linewidths: Vec<f64>,
    pub(crate) linestyles: Vec<ByName<LineStyle>>,
    pub(crate) negative: Option<ByName<LineStyle>>,
    pub(crate) hatches: Vec<String>,
    pub(crate) antialiased: Option<bool>,
    pub(crate) extend: Extend,
    pub(crate) mapped: Mapped,
}

/// Which levels there are.
#[derive(Clone, Debug)]
pub(crate) enum Levels {
    /// About so many, at nice numbers.
    Count(Option<usize>),
    /// Where this finds them.
    Located(Arc<dyn Locator>),
    /// These.
    Given(Vec<f64>),
}

/// The levels of a set of contours, and what they divide the values into.
#[derive(Clone, Debug)]
pub(crate) struct Layers {
    pub(crate) levels: Vec<f64>,
    /// The levels, and one beyond all values at each end that is extended.
    pub(crate) boundaries: Vec<f64>,
    /// The value that gives each line or layer its colour.
    pub(crate) values: Vec<f64>,
}

impl Contours {
    pub(crate) fn new(field: Arc<Field>, filled: bool) -> Self {
        Self {
            field,
            filled,
            levels: Levels::Count(None),
            colors: None,
            linewidths: Vec::new(),
            linestyles: Vec::new(),
            negative: None,
            hatches: Vec::new(),
            antialiased: None,
            extend: Extend::Neither,
            mapped: Mapped::default(),
        }
    }

    /// The field.
    #[must_use]
    pub fn field(&self) -> &Field {
        &self.field
    }

    /// The smallest and largest value that lines can pass.
    pub(crate) fn range(&self) -> (f64, f64) {
        let (low, high) = self.field.range().unwrap_or((0.0, 0.0));
        if !self.is_log() || low > 0.0 {
            return (low, high);
        }
        (self.field.least_positive().unwrap_or(low), high)
    }

    fn is_log(&self) -> bool {
        self.mapped.norm.is_log()
    }

    /// The levels and the layers between them.
    pub(crate) fn layers(&self) -> Result<Layers> {
        let levels = match &self.levels {
            Levels::Given(levels) => levels.clone(),
            Levels::Count(count) => self.automatic(&*self.locator(*count)?)?,
            Levels::Located(locator) => self.automatic(&**locator)?,
        };
        let finite = levels.iter().all(|level| level.is_finite());
        let few = self.filled && levels.len() < 2;
        if few || !finite || !levels.is_sorted_by(|a, b| a < b) {
            return Err(Error::ContourLevels(levels));
        }
        let mut boundaries = levels.clone();
        if self.extend.has_min() {
            boundaries.insert(0, if self.is_log() { 1.0 / FAR } else { -FAR });
        }
        if self.extend.has_max() {
            boundaries.push(FAR);
        }
        let values = if self.filled {
            boundaries
                .windows(2)
                .map(|pair| self.half_way(pair))
                .collect()
        } else {
            levels.clone()
        };
        Ok(Layers {
            levels,
            boundaries,
            values,
        })
    }

    fn half_way(&self, pair: &[f64]) -> f64 {
        if self.is_log() {
            pair.iter().map(|value| value.sqrt()).product()
        } else {
            0.5 * pair.iter().sum::<f64>()
        }
    }

    /// Levels at nice numbers, one beyond the values at each end.
    fn automatic(&self, locator: &dyn Locator) -> Result<Vec<f64>> {
        let range = self.range();
        let levels = locator.ticks(&AxisContext::x(range))?;
        let under = levels.iter().rposition(|&level| level < range.0);
        let over = levels.iter().position(|&level| level > range.1);
        let first = under.unwrap_or(0) + usize::from(self.extend.has_min());
        let end = over.map_or(levels.len(), |i| i + 1);
        let end = end.saturating_sub(usize::from(self.extend.has_max()));
        let kept = levels.get(first..end).filter(|kept| kept.len() >= 3);
        Ok(kept.unwrap_or(&levels).to_vec())
    }

    fn locator(&self, count: Option<usize>) -> Result<Box<dyn Locator>> {
        if self.is_log() {
            // Nothing is known of an axis: the largest number of ticks that one has by itself.
            let locator = LogLocator::default();
            return Ok(Box::new(locator.with_count(count.unwrap_or(MOST_DECADES))));
        }
        let bins = Bins::Fixed(count.unwrap_or(USUAL_LEVELS).saturating_add(1));
        Ok(Box::new(MaxNLocator::new(bins)?.with_min_ticks(1)))
    }

    /// What lies between the layers; the lowest layer takes in the smallest value.
    fn ends_of_layers(&self, layers: &Layers) -> Vec<f64> {
        let mut ends = layers.boundaries.clone();
        let low = self.range().0;
        if let Some(lowest) = ends.first_mut().filter(|lowest| **lowest == low) {
            *lowest = if self.is_log() {
                0.99 * low
            } else {
                *lowest - 1.0
            };
        }
        ends
    }

    /// The field as it is searched: on a logarithmic norm, values of zero and below are gaps.
    fn searched(&self) -> Cow<'_, Field> {
        match self.field.range() {
            Some((low, _)) if self.is_log() && low <= 0.0 => Cow::Owned(self.field.positive()),
            _ => Cow::Borrowed(&self.field),
        }
    }

    /// The lines of each level.
    pub(crate) fn lines(&self, layers: &Layers) -> Vec<Vec<Contour>> {
        self.searched().lines_of(&layers.levels)
    }

    /// The regions of each layer.
    pub(crate) fn regions(&self, layers: &Layers) -> Vec<Vec<Region>> {
        self.searched().layers(&self.ends_of_layers(layers))
    }
}

impl Artist<Contours> {
    /// Sets the levels, lowest first; unset, they are about seven at nice numbers. Levels that do
    /// not increase, or fewer than two of layers, are an error when drawing.
    pub fn levels(&mut self, levels: impl Series) -> &mut Self {
        self.kind.levels = Levels::Given(levels.into_column());
        self
    }

    /// Sets about how many levels there are, at nice numbers.
    pub fn level_count(&mut self, count: usize) -> &mut Self {
        self.kind.levels = Levels::Count(Some(count));
        self
    }

    /// Lets a locator find the levels, as it finds ticks.
    pub fn locator(&mut self, locator: impl Locator + 'static) -> &mut Self {
        self.kind.levels = Levels::Located(Arc::new(locator));
        self
    }

    /// Sets the colours, one for all or several in turn, in place of a colormap's. As many as there
    /// are layers, with those beyond the levels, colour these too.
    pub fn colors(&mut self, colors: impl Into<OneOrMany<ColorSpec>>) -> &mut Self {
        self.kind.colors = Some(colors.into().0);
        self
    }

    /// Sets the widths of lines in points, one for all or several in turn.
    pub fn linewidths(&mut self, points: impl Into<OneOrMany<f64>>) -> &mut Self {
        self.kind.linewidths = points.into().0;
        self
    }

    /// Sets the styles of lines, one for all or several in turn; unset, lines of one colour are
    /// dashed below zero and solid above.
    pub fn linestyles(&mut self, styles: impl Into<OneOrMany<ByName<LineStyle>>>) -> &mut Self {
        self.kind.linestyles = styles.into().0;
        self
    }

    /// Sets the style of lines below zero, where all have one colour.
    pub fn negative_linestyles(&mut self, style: impl Into<ByName<LineStyle>>) -> &mut Self {
        self.kind.negative = Some(style.into());
        self
    }

    /// Sets the patterns over layers, in turn; an empty one leaves its layer plain.
    pub fn hatches<S: Into<String>>(&mut self, patterns: impl IntoIterator<Item = S>) -> &mut Self {
        self.kind.hatches = patterns.into_iter().map(Into::into).collect();
        self
    }

    /// Sets for which values beyond the levels there is a layer too; for none unless set.
    pub fn extend(&mut self, extend: Extend) -> &mut Self {
        self.kind.extend = extend;
        self
    }

    /// Beside a gap, goes through the triangle of the three corners of a cell that are known, as it
    /// does unless told otherwise, or leaves such cells out.
    ///
    /// ```
    /// # let mut figure = figure::Figure::default();
    /// let ax = figure.add_subplot(1, 1, 1)?;
    /// let heights = [[0.0, 1.0, 2.0], [1.0, f64::NAN, 3.0], [2.0, 3.0, 4.0]];
    /// ax.contourf(0..3, 0..3, heights)?.corner_mask(true);
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn corner_mask(&mut self, cut: bool) -> &mut Self {
        self.kind.field = Arc::new(self.kind.field.with_corners_cut(cut));
        self
    }

    /// Draws with or without partly covered pixels along the edges; unset, layers are drawn without,
    /// so that no seam shows between them.
    pub fn set_antialiased(&mut self, antialiased: bool) -> &mut Self {
        self.kind.antialiased = Some(antialiased);
        self
    }
}

/// One thing, or several in turn.
#[derive(Clone, Debug, PartialEq)]
pub struct OneOrMany<T>(pub(crate) Vec<T>);

impl<T, U: Into<T>, const N: usize> From<[U; N]> for OneOrMany<T> {
    fn from(many: [U; N]) -> Self {
        Self(many.into_iter().map(Into::into).collect())
    }
}

impl<T, U: Into<T> + Clone> From<&[U]> for OneOrMany<T> {
    fn from(many: &[U]) -> Self {
        Self(many.iter().cloned().map(Into::into).collect())
    }
}

impl<T, U: Into<T>> From<Vec<U>> for OneOrMany<T> {
    fn from(many: Vec<U>) -> Self {
        Self(many.into_iter().map(Into::into).collect())
    }
}

macro_rules! one {
    ($($one:ty => $of:ty),*) => {$(
        impl From<$one> for OneOrMany<$of> {
            fn from(one: $one) -> Self {
                Self(vec![one.into()])
            }
        }
    )*};
}

one! {
    f64 => f64,
    &str => ColorSpec, String => ColorSpec, ColorSpec => ColorSpec, Color => ColorSpec,
    &str => ByName<LineStyle>, LineStyle => ByName<LineStyle>
}

impl Content for Contours {
    const ZORDER: f64 = 1.0;

    fn add_limits(&self, data: &mut DataLimits) {
        let [x, y] = self.field.edges();
        data.update([(x.0, y.0), (x.1, y.1)]);
    }

    fn sticky_x(&self) -> Vec<f64> {
        let [(start, end), _] = self.field.edges();
        vec![start, end]
    }

    fn sticky_y(&self) -> Vec<f64> {
        let [_, (start, end)] = self.field.edges();
        vec![start, end]
    }
}

impl Mappable for Contours {
    fn mapped(&self) -> Option<&Mapped> {
        Some(&self.mapped)
    }

    fn mapped_mut(&mut self) -> &mut Mapped {
        &mut self.mapped
    }
}

/// The numbers on contour lines.
#[derive(Clone, Debug)]
pub struct ContourLabels {
    /// Of these lines.
    pub(crate) of: Handle<Contours>,
    pub(crate) levels: Option<Vec<f64>>,
    pub(crate) format: LabelFormat,
    pub(crate) fontsize: Option<TextSize>,
    pub(crate) colors: Option<Vec<ColorSpec>>,
    /// The room at each side of a label in the line that it is set into, in pixels; `None` leaves
    /// lines whole.
    pub(crate) gap: Option<f64>,
    pub(crate) rotation: LabelRotation,
    /// Where labels go, roughly, in data coordinates.
    pub(crate) near: Option<Vec<(f64, f64)>>,
}

/// What a label says of its level.
#[derive(Clone, Debug)]
pub(crate) enum LabelFormat {
    Plain,
    Pattern(String),
    By(Arc<dyn Formatter>),
}

/// Which way up labels are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LabelRotation {
    /// Along the line, but never upside down.
    #[default]
    RightsideUp,
    /// Along the line, with what is above the level on the left.
    AsLine,
}

impl ContourLabels {
    pub(crate) fn new(of: Handle<Contours>) -> Self {
        Self {
            of,
            levels: None,
            format: LabelFormat::Plain,
            fontsize: None,
            colors: None,
            gap: Some(5.0),
            rotation: LabelRotation::default(),
            near: None,
        }
    }
}

impl Artist<ContourLabels> {
    /// Sets what labels say: a pattern such as `"%g h"`. What is no pattern is an error when
    /// drawing.
    pub fn fmt(&mut self, pattern: impl Into<String>) -> &mut Self {
        self.kind.format = LabelFormat::Pattern(pattern.into());
        self
    }

    /// Sets what labels say, by a formatter of ticks.
    pub fn formatter(&mut self, formatter: impl Formatter + 'static) -> &mut Self {
        self.kind.format = LabelFormat::By(Arc::new(formatter));
        self
    }

    /// Sets the size of the type: points, or a [`TextSize`].
    pub fn fontsize(&mut self, size: impl Into<TextSize>) -> &mut Self {
        self.kind.fontsize = Some(size.into());
        self
    }

    /// Sets the colours, one for all or one for each level in turn; unset, the lines' own.
    pub fn colors(&mut self, colors: impl Into<OneOrMany<ColorSpec>>) -> &mut Self {
        self.kind.colors = Some(colors.into().0);
        self
    }

    /// Labels only some of the levels. Others than those of the lines are an error when drawing.
    pub fn levels(&mut self, levels: impl Series) -> &mut Self {
        self.kind.levels = Some(levels.into_column());
        self
    }

    /// Sets the room that a line leaves on each side of its label, in pixels; 5 by default.
    pub fn inline_spacing(&mut self, pixels: f64) -> &mut Self {
        self.kind.gap = Some(pixels);
        self
    }

    /// Leaves lines whole under their labels.
    pub fn over_lines(&mut self) -> &mut Self {
        self.kind.gap = None;
        self
    }

    /// Sets which way up labels are.
    pub fn rotation(&mut self, rotation: LabelRotation) -> &mut Self {
        self.kind.rotation = rotation;
        self
    }

    /// Labels the lines at their points next to these, and nowhere else.
    pub fn near<X: Coord, Y: Coord>(
        &mut self,
        points: impl IntoIterator<Item = (X, Y)>,
    ) -> &mut Self {
        let points = points.into_iter();
        self.kind.near = Some(points.map(|(x, y)| (x.to_coord(), y.to_coord())).collect());
        self
    }
}

impl Content for ContourLabels {
    const ZORDER: f64 = 4.0;

    fn add_limits(&self, _: &mut DataLimits) {}
}
