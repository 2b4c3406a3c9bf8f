//! The mark around the part of a plot that an inset shows.

use crate::artist::{Content, Paint, Painted};
use crate::limits::DataLimits;

/// A rectangle around a part of a plot, joined by lines to the inset that shows it larger.
#[derive(Clone, Debug)]
pub struct InsetMark {
    pub(crate) part: Marked,
    pub(crate) paint: Paint,
}

/// What is marked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Marked {
    /// Left, bottom, width and height.
    Bounds([f64; 4]),
    /// What an inset shows, by its name.
    Inset(u64),
}

impl Content for InsetMark {
    /// Just below insets.
    const ZORDER: f64 = 4.99;

    /// Limits leave it out.
    fn add_limits(&self, _: &mut DataLimits) {}
}

impl Painted for InsetMark {
    fn paint(&self) -> &Paint {
        &self.paint
    }

    fn paint_mut(&mut self) -> &mut Paint {
        &mut self.paint
    }
}
