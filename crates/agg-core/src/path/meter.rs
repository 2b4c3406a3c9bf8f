//! Paths that end where a meter's limits are reached.

use crate::limits::{Limit, Meter};
use crate::path::PathEl;

/// The adaptor behind [`PathIterator::metered`](crate::PathIterator::metered).
#[derive(Clone, Debug)]
pub struct Metered<I> {
    elements: I,
    meter: Option<Meter>,
    what: Limit,
}

impl<I> Metered<I> {
    pub(crate) fn new(elements: I, meter: Option<&Meter>, what: Limit) -> Self {
        Self {
            elements,
            meter: meter.cloned(),
            what,
        }
    }
}

/// A dash is one for its start.
fn counts(what: Limit, element: &PathEl) -> bool {
    what != Limit::Dashes || matches!(element, PathEl::MoveTo(_))
}

impl<I: Iterator<Item = PathEl>> Iterator for Metered<I> {
    type Item = PathEl;

    fn next(&mut self) -> Option<PathEl> {
        let element = self.elements.next()?;
        match &self.meter {
            Some(meter) if counts(self.what, &element) && !meter.spend(self.what, 1) => None,
            _ => Some(element),
        }
    }

    /// Without a meter as the elements themselves; with one element by element, to be able to stop.
    #[inline]
    fn fold<B, F: FnMut(B, PathEl) -> B>(self, init: B, mut f: F) -> B {
        if self.meter.is_none() {
            return self.elements.fold(init, f);
        }
        let mut folded = init;
        for element in self {
            folded = f(folded, element);
        }
        folded
    }
}
