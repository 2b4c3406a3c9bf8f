//! What a locator and a formatter may know about the axis they serve.

use super::interval::{contains_close, increasing};

/// Which of the two axes of a rectangular plot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Horizontal; tick labels stand side by side.
    X,
    /// Vertical; tick labels stand above one another.
    Y,
}

/// The axis as ticks see it: a few numbers, no reference to any figure.
///
/// # Examples
///
/// ```
/// use figure::ticker::AxisContext;
///
/// let axis = AxisContext::x((0.0, 10.0)).with_length(100.0);
/// assert_eq!(axis.tick_space(), 3); // 100 pt hold three labels of 10 pt type
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct AxisContext<'a> {
    /// Horizontal or vertical.
    pub direction: Direction,
    /// Length of the axis on the page, in points (1/72 inch).
    pub length: f64,
    /// Font size of the tick labels, in points.
    pub label_size: f64,
    /// View limits in data units; the first end is the left or bottom one, so an inverted axis has
    /// it larger.
    pub view: (f64, f64),
    /// Smallest and largest data value; infinite ends (`(∞, -∞)`) where there is no data.
    pub data: (f64, f64),
    /// Positions of the major ticks, for locators of minor ticks; empty while the major ticks are
    /// being located.
    pub major: &'a [f64],
    /// Powers whose exponents are smaller are written out on logarithmic axes; 0 unless set.
    pub min_exponent: u32,
    /// Whether automatic limits end at ticks.
    pub rounded: bool,
}

impl AxisContext<'static> {
    /// A horizontal axis of the default figure's length (357.12 pt) with labels of 10 pt.
    #[must_use]
    pub fn x(view: (f64, f64)) -> Self {
        Self::new(Direction::X, view, 357.12)
    }

    /// A vertical axis of the default figure's length (266.112 pt) with labels of 10 pt.
    #[must_use]
    pub fn y(view: (f64, f64)) -> Self {
        Self::new(Direction::Y, view, 266.112)
    }

    fn new(direction: Direction, view: (f64, f64), length: f64) -> Self {
        Self {
            direction,
            length,
            label_size: 10.0,
            view,
            data: (f64::INFINITY, f64::NEG_INFINITY),
            major: &[],
            min_exponent: 0,
            rounded: false,
        }
    }
}

impl<'a> AxisContext<'a> {
    /// The same axis with another length in points.
    #[must_use]
    pub fn with_length(self, length: f64) -> Self {
        Self { length, ..self }
    }

    /// The same axis with another font size of its tick labels, in points.
    #[must_use]
    pub fn with_label_size(self, label_size: f64) -> Self {
        Self { label_size, ..self }
    }

    /// The same axis with the smallest and largest data value known.
    #[must_use]
    pub fn with_data(self, data: (f64, f64)) -> Self {
        Self { data, ..self }
    }

    /// The same axis where powers with a smaller exponent are written out.
    #[must_use]
    pub fn with_min_exponent(self, min_exponent: u32) -> Self {
        Self {
            min_exponent,
            ..self
        }
    }

    /// The same axis where automatic limits end at ticks.
    #[must_use]
    pub fn rounded(self) -> Self {
        Self {
            rounded: true,
            ..self
        }
    }

    /// The same axis with its major ticks known.
    #[must_use]
    pub fn with_major<'b>(self, major: &'b [f64]) -> AxisContext<'b> {
        AxisContext { major, ..self }
    }

    /// How many labels fit on the axis, if one takes three times its font size across or twice its
    /// font size upwards.
    ///
    /// Unlimited for a font size of zero or less; 0 where the length or the size is not a number.
    #[must_use]
    pub fn tick_space(&self) -> usize {
        let size = self.label_size
            * match self.direction {
                Direction::X => 3.0,
                Direction::Y => 2.0,
            };
        if size <= 0.0 {
            return usize::MAX;
        }
        // A float-to-integer cast saturates, and makes 0 of NaN.
        (self.length / size).floor() as usize
    }

    /// Whether a tick at `value` is drawn: inside the view, or outside by no more than 1e-10 of its
    /// length.
    #[must_use]
    pub fn shows(&self, value: f64) -> bool {
        contains_close(self.view, value)
    }

    /// The view limits in increasing order.
    pub(super) fn sorted_view(&self) -> (f64, f64) {
        increasing(self.view)
    }
}
