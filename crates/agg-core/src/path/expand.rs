//! Running an adaptor that makes several elements of one to its end.
//!
//! Such an adaptor is written as a push: it takes elements and hands what it makes of them to a
//! sink, so that nothing is queued. [`fold_through`] turns the push into a `fold`, which is what
//! the rasterizer drives. The sink is generic all the way, and a chain of adaptors becomes one
//! loop.

use crate::geometry::Point;
use crate::path::PathEl;

/// Takes the elements that are made.
pub(crate) trait Sink {
    /// Takes one.
    fn element(&mut self, element: PathEl);

    /// Takes straight segments, one after the other.
    #[inline(always)]
    fn lines(&mut self, ends: &[Point]) {
        for &end in ends {
            self.element(PathEl::LineTo(end));
        }
    }
}

impl<F: FnMut(PathEl)> Sink for F {
    #[inline(always)]
    fn element(&mut self, element: PathEl) {
        self(element);
    }
}

/// An adaptor that can run to its end.
pub trait Expand {
    /// Hands every element that is left to `sink`.
    fn expand(self, sink: &mut impl FnMut(PathEl));
}

/// The `fold` of an iterator that is an [`Expand`].
#[inline(always)]
pub fn fold_through<B>(adaptor: impl Expand, init: B, mut f: impl FnMut(B, PathEl) -> B) -> B {
    let mut folded = Some(init);
    // It is put back before each call returns, so it is always there to take.
    into_sink(
        adaptor,
        #[inline(always)]
        |element| folded = folded.take().map(|acc| f(acc, element)),
    );
    match folded {
        Some(folded) => folded,
        None => unreachable!("the sink always puts the accumulator back"),
    }
}

#[inline(always)]
fn into_sink(adaptor: impl Expand, mut sink: impl FnMut(PathEl)) {
    adaptor.expand(&mut sink);
}
