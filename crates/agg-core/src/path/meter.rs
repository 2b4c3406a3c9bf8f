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

    /// By the elements' own `fold`, which hands them on as they are made: by `next` a stage holds
    /// all that it makes of a subpath, before any of it is counted. Past a limit they are left out.
    #[inline]
    fn fold<B, F: FnMut(B, PathEl) -> B>(self, init: B, mut f: F) -> B {
        let Self {
            elements,
            meter,
            what,
        } = self;
        let Some(meter) = meter else {
            return elements.fold(init, f);
        };
        let mut is_over = false;
        elements.fold(init, |folded, element| {
            is_over = is_over || counts(what, &element) && !meter.spend(what, 1);
            if is_over { folded } else { f(folded, element) }
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::limits::{Limit, Limits, Meter};
    use crate::path::{Dash, Path, PathIterator};

    /// All dashes of a subpath used to be made before the first was counted: gigabytes of them,
    /// whatever the limit. Found by the fuzz target `stroke`.
    #[test]
    fn dashes_past_the_limit_are_not_made() {
        let meter = Meter::new(&Limits {
            dashes: Some(10),
            ..Limits::default()
        });
        // A third of a million dashes to each of a thousand segments.
        let line = Path::polyline((0..1000).map(|i| (0.0, f64::from(i % 2) * 5e5)));
        let dash = Dash::new(0.0, &[1.0, 0.5]);
        let dashes = line.elements().dashed(&dash).until(Some(&meter));
        let dashes = dashes.metered(Some(&meter), Limit::Dashes);
        let mut seen = 0;
        dashes.for_each(|_| seen += 1);
        assert_eq!((seen, meter.check()), (20, Err(Limit::Dashes)));
    }
}
