//! Parts of spans, and runs of covers on their way to become spans.

use crate::raster::span::{Coverage, Span};
use std::ops::Range;

impl<'a> Span<'a> {
    /// The column after the last.
    pub(crate) const fn end(&self) -> i64 {
        self.x() as i64 + self.len() as i64
    }

    /// The span of these covers without the zeros at both ends; `None` where nothing is left.
    #[inline]
    pub(crate) fn trimmed(x: i32, y: i32, covers: &'a [u8]) -> Option<Self> {
        let (before, after) = zeros(covers);
        let covers = covers.get(before..covers.len() - after)?;
        let x = i32::try_from(i64::from(x) + before as i64).ok()?;
        (!covers.is_empty()).then_some(Self::new(x, y, Coverage::PerPixel(covers)))
    }

    /// Its part in the given columns, if it covers anything there.
    pub(crate) fn within(self, columns: Range<i64>) -> Option<Self> {
        let start = columns.start.max(i64::from(self.x()));
        let end = columns.end.min(self.end());
        if start >= end {
            return None;
        }
        let (skipped, len) = (
            (start - i64::from(self.x())) as usize,
            (end - start) as usize,
        );
        let x = i32::try_from(start).ok()?;
        match self.coverage() {
            Coverage::Uniform { cover, .. } => {
                Some(Self::new(x, self.y(), Coverage::Uniform { len, cover }))
            }
            Coverage::PerPixel(covers) => {
                Self::trimmed(x, self.y(), covers.get(skipped..skipped + len)?)
            }
        }
    }

    /// The span moved by whole pixels; `None` where no part of it has a column and a row in `i32`.
    pub(crate) fn moved(self, dx: i32, dy: i32) -> Option<Self> {
        let y = self.y().checked_add(dy)?;
        let shift = i64::from(dx);
        let seen = i64::from(i32::MIN) - shift..i64::from(i32::MAX) - shift;
        let part = self.within(seen)?;
        Some(Self::new(part.x().checked_add(dx)?, y, part.coverage()))
    }

    /// The coverage of the pixel in a column.
    pub(crate) fn cover(&self, x: i32) -> u8 {
        match (
            usize::try_from(i64::from(x) - i64::from(self.x())),
            self.coverage(),
        ) {
            (Ok(at), Coverage::Uniform { len, cover }) if at < len => cover,
            (Ok(at), Coverage::PerPixel(covers)) => covers.get(at).copied().unwrap_or(0),
            _ => 0,
        }
    }

    /// Hands it on with each cover replaced; `scratch` holds them meanwhile.
    pub(crate) fn mapped(
        &self,
        scratch: &mut Vec<u8>,
        covers: impl Iterator<Item = u8>,
        emit: &mut impl FnMut(Span<'_>),
    ) {
        scratch.clear();
        scratch.extend(covers);
        if let Some(span) = Span::trimmed(self.x(), self.y(), scratch) {
            emit(span);
        }
    }
}

/// How many covers are 0 before the first that is not, and after the last; where all are, they are
/// after the last.
#[inline(always)]
fn zeros(covers: &[u8]) -> (usize, usize) {
    let after = zeros_after(covers);
    let rest = covers.get(..covers.len() - after).unwrap_or_default();
    (zeros_before(rest), after)
}

#[inline(always)]
fn zeros_before(covers: &[u8]) -> usize {
    let (eights, rest) = covers.as_chunks();
    for (i, eight) in eights.iter().enumerate() {
        let word = u64::from_le_bytes(*eight);
        if word != 0 {
            return 8 * i + word.trailing_zeros() as usize / 8;
        }
    }
    8 * eights.len() + rest.iter().take_while(|&&cover| cover == 0).count()
}

#[inline(always)]
fn zeros_after(covers: &[u8]) -> usize {
    let (rest, eights) = covers.as_rchunks();
    for (i, eight) in eights.iter().rev().enumerate() {
        let word = u64::from_le_bytes(*eight);
        if word != 0 {
            return 8 * i + word.leading_zeros() as usize / 8;
        }
    }
    8 * eights.len() + rest.iter().rev().take_while(|&&cover| cover == 0).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_keep_their_place_and_lose_zeros_at_the_ends() {
        let span = Span::new(10, 3, Coverage::PerPixel(&[9, 0, 7, 0, 5]));
        let part = span.within(11..14).unwrap();
        assert_eq!((part.x(), part.coverage()), (12, Coverage::PerPixel(&[7])));
        assert_eq!(span.within(11..12), None);
        assert_eq!(span.within(15..99), None);
        assert_eq!((span.cover(12), span.cover(13), span.cover(9)), (7, 0, 0));
    }

    #[test]
    fn what_leaves_the_numbers_is_cut_off() {
        let run = Span::new(0, 0, Coverage::Uniform { len: 10, cover: 1 });
        let moved = run.moved(i32::MAX - 4, 0).unwrap();
        assert_eq!((moved.x(), moved.len()), (i32::MAX - 4, 4));
        assert_eq!(run.moved(0, i32::MIN).unwrap().y(), i32::MIN);
        let far = Span::new(i32::MAX - 2, 0, Coverage::Uniform { len: 1, cover: 1 });
        assert_eq!(far.moved(i32::MAX, 0), None);
        let around = Span::new(-3, 0, Coverage::Uniform { len: 10, cover: 1 });
        let moved = around.moved(i32::MIN, 0).unwrap();
        assert_eq!((moved.x(), moved.len()), (i32::MIN, 7));
    }

    #[test]
    fn a_run_has_no_part_beside_it() {
        let run = Span::new(4, 0, Coverage::Uniform { len: 10, cover: 1 });
        assert_eq!(run.within(0..4), None);
        assert_eq!(run.within(14..20), None);
        assert_eq!(
            run.within(13..20).map(|part| (part.x(), part.len())),
            Some((13, 1))
        );
    }

    #[test]
    fn zeros_are_counted_from_both_ends() {
        for len in 0..40 {
            for first in 0..len {
                for last in first..len {
                    let mut covers = vec![0; len];
                    (covers[first], covers[last]) = (1, 200);
                    assert_eq!(zeros(&covers), (first, len - last - 1));
                }
            }
            assert_eq!(zeros(&vec![0; len]), (0, len));
        }
    }
}
