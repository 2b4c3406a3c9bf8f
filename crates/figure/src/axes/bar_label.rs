//! Labels at bars.

use std::fmt;
use std::sync::Arc;

use crate::artist::{Bars, HAlign, Handle, Orientation, Text, VAlign};
use crate::axes::Axes;
use crate::data::{Series, one_or_all};
use crate::error::{Error, Result};
use crate::ticker::{AxisContext, FormatStrFormatter, Formatter, FuncFormatter};

/// What labels at bars say, and where they stand.
///
/// ```
/// use figure::BarLabels;
///
/// # let mut figure = figure::Figure::default();
/// let ax = figure.add_subplot(1, 1, 1)?;
/// let bars = ax.bar([1, 2], [3.5, 5.25])?.handle();
/// ax.bar_label(bars, &BarLabels::new().padding([3.0]))?;
/// ax.bar_label(bars, &BarLabels::new().format("%.1f kg")?.centered())?;
/// # Ok::<(), figure::Error>(())
/// ```
#[derive(Clone, Default)]
pub struct BarLabels {
    texts: Vec<String>,
    format: Option<Arc<dyn Formatter>>,
    padding: Vec<f64>,
    centered: bool,
}

impl fmt::Debug for BarLabels {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("BarLabels");
        debug.field("texts", &self.texts).finish_non_exhaustive()
    }
}

impl BarLabels {
    /// The length of each bar, at its end, as `%g` writes it.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// These texts, one for each bar; bars without one show their length.
    #[must_use]
    pub fn texts<S: Into<String>>(mut self, texts: impl IntoIterator<Item = S>) -> Self {
        self.texts = texts.into_iter().map(Into::into).collect();
        self
    }

    /// Lengths by a `%` format with one conversion.
    ///
    /// # Errors
    ///
    /// [`Error::TickFormat`] for a format that is not understood.
    pub fn format(mut self, format: &str) -> Result<Self> {
        self.format = Some(Arc::new(FormatStrFormatter::new(format)?));
        Ok(self)
    }

    /// Lengths by a function.
    #[must_use]
    pub fn format_with(mut self, text: impl Fn(f64) -> String + Send + Sync + 'static) -> Self {
        self.format = Some(Arc::new(FuncFormatter::new(move |x, _| text(x))));
        self
    }

    /// How far beyond the ends of the bars, in points, each or all; 0 unless set.
    #[must_use]
    pub fn padding(mut self, points: impl Series) -> Self {
        self.padding = points.into_column();
        self
    }

    /// In the middle of the bars.
    #[must_use]
    pub fn centered(mut self) -> Self {
        self.centered = true;
        self
    }

    fn text(&self, i: usize, value: f64) -> Result<String> {
        if value.is_nan() {
            return Ok(String::new());
        }
        if let Some(text) = self.texts.get(i) {
            return Ok(text.clone());
        }
        let plain: Arc<dyn Formatter>;
        let format = match &self.format {
            Some(format) => format,
            None => {
                plain = Arc::new(FormatStrFormatter::new("%g")?);
                &plain
            }
        };
        let labels = format.format(&[value], &AxisContext::x((0.0, 1.0))).labels;
        Ok(labels.into_iter().next().unwrap_or_default())
    }
}

impl Axes {
    /// Puts ticks where bars stand, and nowhere else, with a label for each bar or one for all.
    ///
    /// # Errors
    ///
    /// [`Error::Handle`] for bars of another plot, [`Error::LengthMismatch`] unless there is a label
    /// for each bar, or one for all.
    ///
    /// ```
    /// # let mut figure = figure::Figure::default();
    /// let ax = figure.add_subplot(1, 1, 1)?;
    /// let bars = ax.bar([1, 2, 5], [3, 5, 4])?.handle();
    /// ax.bar_tick_label(bars, ["few", "some", "many"])?;
    /// assert!(ax.bar_tick_label(bars, ["few", "many"]).is_err());
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn bar_tick_label<S: Into<String>>(
        &mut self,
        bars: Handle<Bars>,
        labels: impl IntoIterator<Item = S>,
    ) -> Result<&mut Self> {
        let bars = &self.artist(bars)?.kind;
        let (places, orientation) = (bars.places().to_vec(), bars.orientation());
        let labels: Vec<String> = labels.into_iter().map(Into::into).collect();
        if labels.len() != places.len() && labels.len() != 1 {
            return Err(Error::LengthMismatch {
                x: places.len(),
                y: labels.len(),
            });
        }
        let labels: Vec<String> = labels.into_iter().cycle().take(places.len()).collect();
        let axis = match orientation {
            Orientation::Vertical => &mut self.x,
            Orientation::Horizontal => &mut self.y,
        };
        axis.set_ticks_labeled(places, labels)?;
        Ok(self)
    }

    /// Writes a label at each bar, beyond its end and its error bar; give the axis some margin
    /// for them.
    ///
    /// ![Stacked bars with labels and error bars](../../../docs/gallery/figure/bar_label.png)
    ///
    /// # Errors
    ///
    /// [`Error::Handle`] for bars of another plot, [`Error::LengthMismatch`] for more texts than
    /// bars, and unless there is a padding for each bar, or one for all.
    pub fn bar_label(
        &mut self,
        bars: Handle<Bars>,
        labels: &BarLabels,
    ) -> Result<Vec<Handle<Text>>> {
        let inverted = (self.x.is_inverted(), self.y.is_inverted());
        let bars = self.artist(bars)?.kind.clone();
        if labels.texts.len() > bars.len() {
            return Err(Error::LengthMismatch {
                x: bars.len(),
                y: labels.texts.len(),
            });
        }
        let padding = if labels.padding.is_empty() {
            vec![0.0]
        } else {
            one_or_all(labels.padding.clone(), bars.len())?
        };
        let mut handles = Vec::with_capacity(bars.len());
        for (i, &padding) in (0..bars.len()).zip(padding.iter().cycle()) {
            let value = bars.value(i).unwrap_or(f64::NAN);
            let mut text = label(&bars, i, (value, padding), labels, inverted);
            text.string = labels.text(i, value)?;
            let added = self.add(text)?;
            added.common.unclipped = true;
            handles.push(added.handle());
        }
        Ok(handles)
    }
}

/// A label without its text.
fn label(
    bars: &Bars,
    i: usize,
    (value, padding): (f64, f64),
    labels: &BarLabels,
    inverted: (bool, bool),
) -> Text {
    let [x, y, width, height] = bars.rectangle(i);
    let (x1, y1) = ((x + width - x) + x, (y + height - y) + y);
    let vertical = bars.orientation() == Orientation::Vertical;
    let down = value.is_nan() || value < 0.0;
    let (near, far) = if vertical { (y, y1) } else { (x, x1) };
    let end = if down { near.min(far) } else { near.max(far) };
    let end = match &bars.errors {
        None => end,
        Some(ends) => {
            let reach = |ends: &[f64]| ends.get(i).copied().filter(|end| end.is_finite());
            let reached = ends.iter().filter_map(|ends| reach(ends));
            let best = if down { f64::min } else { f64::max };
            reached.reduce(best).unwrap_or(end)
        }
    };
    let turned = if vertical { inverted.1 } else { inverted.0 };
    let sign = if value >= 0.0 { 1.0 } else { -1.0 };
    let away = if turned { -1.0 } else { 1.0 } * sign * padding;
    let offset = if vertical { (0.0, away) } else { (away, 0.0) };
    if labels.centered {
        return Text {
            offset,
            within: Some([(x, y), (x1, y1)]),
            halign: Some(HAlign::Center),
            valign: Some(VAlign::Center),
            ..Text::default()
        };
    }
    let before = if turned { value > 0.0 } else { value < 0.0 };
    let (at, halign, valign) = match (vertical, before) {
        (true, true) => (((x + x1) / 2.0, end), HAlign::Center, VAlign::Top),
        (true, false) => (((x + x1) / 2.0, end), HAlign::Center, VAlign::Bottom),
        (false, true) => ((end, (y + y1) / 2.0), HAlign::Right, VAlign::Center),
        (false, false) => ((end, (y + y1) / 2.0), HAlign::Left, VAlign::Center),
    };
    Text {
        at,
        offset,
        only_inside: true,
        halign: Some(halign),
        valign: Some(valign),
        ..Text::default()
    }
}
