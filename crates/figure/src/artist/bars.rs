//! Bars: rectangles that stand on a line, one for each value.

use crate::artist::{Artist, Colors, Content, Cycle, Paint, Painted, Shape};
use crate::data::{Series, one_or_all};
use crate::error::Result;
use crate::limits::DataLimits;

/// Which way bars grow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Orientation {
    /// Upwards, side by side.
    Vertical,
    /// To the right, one above the other.
    Horizontal,
}

/// Which part of a bar lies at its place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// Its middle.
    #[default]
    Center,
    /// Its left or lower edge; its other edge where its width is negative.
    Edge,
}

/// A set of bars.
#[derive(Clone, Debug)]
pub struct Bars {
    orientation: Orientation,
    places: Vec<f64>,
    values: Vec<f64>,
    widths: Vec<f64>,
    bases: Vec<f64>,
    align: Align,
    cycle: Cycle,
    /// Whether margins may cross where they stand.
    pub(crate) loose: bool,
    /// Where the error bars of each end, towards smaller and towards larger values.
    pub(crate) errors: Option<[Vec<f64>; 2]>,
    pub(crate) paint: Paint,
}

impl Bars {
    /// Bars of a width of 0.8 on zero.
    pub(crate) fn new(orientation: Orientation, places: Vec<f64>, values: Vec<f64>) -> Self {
        Self {
            orientation,
            places,
            values,
            widths: vec![0.8],
            bases: vec![0.0],
            align: Align::Center,
            cycle: Cycle::Fills,
            loose: false,
            errors: None,
            paint: Paint::default(),
        }
    }

    /// The same, taking a colour from the cycle for lines.
    pub(crate) fn in_line_colors(mut self) -> Self {
        self.cycle = Cycle::Lines;
        self
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// The rectangles, in order.
    pub fn rectangles(&self) -> impl Iterator<Item = Shape> {
        (0..self.len()).map(|i| {
            let [x, y, width, height] = self.rectangle(i);
            Shape::rectangle((x, y), width, height)
        })
    }

    /// Which way they grow.
    #[must_use]
    pub fn orientation(&self) -> Orientation {
        self.orientation
    }

    /// Where they stand.
    pub(crate) fn places(&self) -> &[f64] {
        &self.places
    }

    /// How long each is, before it is put on its base.
    #[must_use]
    pub fn value(&self, i: usize) -> Option<f64> {
        self.values.get(i % self.values.len().max(1)).copied()
    }

    /// Left, bottom, width and height of a bar.
    pub(crate) fn rectangle(&self, i: usize) -> [f64; 4] {
        let at = |list: &[f64]| list.get(i % list.len().max(1)).copied().unwrap_or(f64::NAN);
        let place = at(&self.places);
        // Lengths are measured from the first place or base, which rounds.
        let from = |start: &[f64], length: f64| {
            let first = start.iter().find(|v| v.is_finite()).or(start.first());
            let first = first.copied().unwrap_or(0.0);
            first + length - first
        };
        let width = from(&self.places, at(&self.widths));
        let value = from(&self.bases, at(&self.values));
        let side = match self.align {
            Align::Center => place - width / 2.0,
            Align::Edge => place,
        };
        match self.orientation {
            Orientation::Vertical => [side, at(&self.bases), width, value],
            Orientation::Horizontal => [at(&self.bases), side, value, width],
        }
    }

    fn sticky(&self, orientation: Orientation) -> Vec<f64> {
        if orientation == self.orientation && !self.is_empty() && !self.loose {
            self.bases.clone()
        } else {
            Vec::new()
        }
    }
}

impl Artist<Bars> {
    /// Sets the width of the bars (their height, where they lie) in data units.
    pub fn width(&mut self, width: f64) -> &mut Self {
        self.kind.widths = vec![width];
        self
    }

    /// Sets the width of each bar.
    ///
    /// # Errors
    ///
    /// [`Error::LengthMismatch`](crate::Error::LengthMismatch) unless there is one for each bar, or one for all.
    pub fn widths(&mut self, widths: impl Series) -> Result<&mut Self> {
        self.kind.widths = one_or_all(widths.into_column(), self.kind.len())?;
        Ok(self)
    }

    /// Sets where the bars stand; 0 by default.
    pub fn bottom(&mut self, base: f64) -> &mut Self {
        self.kind.bases = vec![base];
        self
    }

    /// Sets where each bar stands: on top of other bars to stack them.
    ///
    /// # Errors
    ///
    /// [`Error::LengthMismatch`](crate::Error::LengthMismatch) unless there is one for each bar, or one for all.
    pub fn bottoms(&mut self, bases: impl Series) -> Result<&mut Self> {
        self.kind.bases = one_or_all(bases.into_column(), self.kind.len())?;
        Ok(self)
    }

    /// Sets which part of a bar lies at its place.
    pub fn align(&mut self, align: Align) -> &mut Self {
        self.kind.align = align;
        self
    }
}

impl Content for Bars {
    const ZORDER: f64 = 1.0;

    fn add_limits(&self, data: &mut DataLimits) {
        for i in 0..self.len() {
            let [x, y, width, height] = self.rectangle(i);
            if width == 0.0 && height == 0.0 {
                continue;
            }
            let (right, top) = ((x + width - x) + x, (y + height - y) + y);
            data.update([(x, y), (right, y), (right, top), (x, top)]);
        }
    }

    fn sticky_x(&self) -> Vec<f64> {
        self.sticky(Orientation::Horizontal)
    }

    fn sticky_y(&self) -> Vec<f64> {
        self.sticky(Orientation::Vertical)
    }

    fn cycle(&self) -> Option<Cycle> {
        (self.paint.face == Colors::Auto).then_some(self.cycle)
    }
}

impl Painted for Bars {
    fn paint(&self) -> &Paint {
        &self.paint
    }

    fn paint_mut(&mut self) -> &mut Paint {
        &mut self.paint
    }
}
