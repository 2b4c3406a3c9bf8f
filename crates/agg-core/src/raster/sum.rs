//! Running sums of cells, and how a sum becomes coverage.
//!
//! The scalar functions are the specification; the vector kernel gives the same bytes eight
//! columns at a time.

use crate::raster::cells::GROUP;
use crate::raster::span::FillRule;
use fearless_simd::{Level, Simd, dispatch, i32x4, i32x8, prelude::*};

/// A number that cells are summed in: `i32`, or `i64` where windings may be too many for it.
pub(super) trait Sum: Copy + Default + PartialEq {
    fn add(self, value: i32) -> Self;

    fn plus(self, other: Self) -> Self;

    /// Runs what needs to make covers of cells, all of it with the machine's instructions.
    fn with_resolve(how: (Level, FillRule), job: impl WithResolve<Self>);
}

/// Makes covers of cells.
pub(super) trait Resolve<T>: Copy {
    /// Makes covers of cells beside each other, in whole groups, and empties them, given the sum of
    /// the row before them; returns the sum after the last.
    fn resolve(self, cells: &mut [T], covers: &mut [u8], before: T) -> T;
}

/// What needs to make covers.
pub(super) trait WithResolve<T> {
    fn run(self, resolve: impl Resolve<T>);
}

impl Sum for i32 {
    #[inline]
    fn add(self, value: i32) -> Self {
        self.wrapping_add(value)
    }

    #[inline(always)]
    fn plus(self, other: Self) -> Self {
        self.wrapping_add(other)
    }

    fn with_resolve((level, rule): (Level, FillRule), job: impl WithResolve<Self>) {
        dispatch!(level, simd => job.run(Wide { simd, rule }));
    }
}

impl Sum for i64 {
    #[inline]
    fn add(self, value: i32) -> Self {
        self.wrapping_add(Self::from(value))
    }

    #[inline(always)]
    fn plus(self, other: Self) -> Self {
        self.wrapping_add(other)
    }

    fn with_resolve((_, rule): (Level, FillRule), job: impl WithResolve<Self>) {
        job.run(OneByOne(rule));
    }
}

/// Column after column.
#[derive(Clone, Copy)]
struct OneByOne(FillRule);

impl Resolve<i64> for OneByOne {
    fn resolve(self, cells: &mut [i64], covers: &mut [u8], before: i64) -> i64 {
        let mut sum = before;
        for (cell, cover) in cells.iter_mut().zip(covers) {
            sum += std::mem::take(cell);
            *cover = coverage(near(sum >> 9), self.0);
        }
        sum
    }
}

/// An area cut off so that it fits 32 bits and keeps the low 9 bits, which even-odd looks at.
fn near(area: i64) -> i32 {
    const FAR: i64 = (1 << 31) - 512;
    if area.abs() < FAR {
        area as i32
    } else {
        FAR as i32 + (area & 511) as i32
    }
}

/// The coverage for a signed area in 1/256 pixels.
///
/// The floor by which an area is made is taken before the sign is dropped, so a shape drawn one
/// way round may differ by 1 from the same shape drawn the other way round.
pub(super) fn coverage(area: i32, rule: FillRule) -> u8 {
    let area = area.unsigned_abs();
    let folded = match rule {
        FillRule::NonZero => area,
        FillRule::EvenOdd => (area & 511).min(512 - (area & 511)),
    };
    folded.min(255) as u8
}

#[inline(always)]
fn fold<S: Simd>(simd: S, area: i32x4<S>) -> i32x4<S> {
    let low = area & i32x4::splat(simd, 511);
    low.min(i32x4::splat(simd, 512) - low)
}

/// Eight columns at a time.
#[derive(Clone, Copy)]
struct Wide<S> {
    simd: S,
    rule: FillRule,
}

impl<S: Simd> Resolve<i32> for Wide<S> {
    #[inline(always)]
    fn resolve(self, cells: &mut [i32], covers: &mut [u8], before: i32) -> i32 {
        match self.rule {
            FillRule::NonZero => self.eights(cells, covers, before, |_, area| area),
            FillRule::EvenOdd => self.eights(cells, covers, before, fold),
        }
    }
}

impl<S: Simd> Wide<S> {
    /// Prefix sums of each four in two steps, floor, absolute value, fold, clamp.
    #[inline(always)]
    fn eights(
        self,
        cells: &mut [i32],
        covers: &mut [u8],
        before: i32,
        fold: impl Fn(S, i32x4<S>) -> i32x4<S>,
    ) -> i32 {
        let simd = self.simd;
        let mut sum = i32x4::splat(simd, before);
        let zero = i32x8::splat(simd, 0);
        let full = i32x4::splat(simd, 255);
        let groups = cells.as_chunks_mut::<GROUP>().0.iter_mut();
        for (cells, covers) in groups.zip(covers.as_chunks_mut::<GROUP>().0) {
            let mut v = i32x8::from_slice(simd, cells);
            zero.store_slice(cells);
            v += zero.slide_within_blocks::<3>(v);
            v += zero.slide_within_blocks::<2>(v);
            let (low, high) = simd.split_i32x8(v);
            let high = high + last(simd, low);
            // The sum goes from group to group by itself, so that they overlap in time.
            let (low, high) = (low + sum, high + sum);
            sum = last(simd, high);
            let [low, high] =
                [low, high].map(|sum| fold(simd, (sum >> 9).abs()).min(full).bitcast());
            let wide = simd.narrow_u32x4(low, high);
            let bytes = simd.narrow_u16x8(wide, wide);
            if let Some(few) = bytes.as_slice().first_chunk() {
                *covers = *few;
            }
        }
        sum.as_slice().first().copied().unwrap_or(0)
    }
}

/// The last lane in all lanes.
#[inline(always)]
fn last<S: Simd>(simd: S, v: i32x4<S>) -> i32x4<S> {
    i32x4::splat(simd, v.as_slice().last().copied().unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coverage_clamps_and_folds() {
        let both = |area| {
            (
                coverage(area, FillRule::NonZero),
                coverage(area, FillRule::EvenOdd),
            )
        };
        assert_eq!(both(128), (128, 128));
        assert_eq!(both(-128), (128, 128));
        assert_eq!(both(256), (255, 255));
        assert_eq!(both(512), (255, 0));
        assert_eq!(both(512 + 100), (255, 100));
        assert_eq!(both(256 + 100), (255, 156));
        assert_eq!(both(i32::MIN), (255, 0));
    }

    struct Job<'a, T>(&'a mut [T], &'a mut [u8], &'a mut T);

    impl<T: Sum> WithResolve<T> for Job<'_, T> {
        fn run(self, resolve: impl Resolve<T>) {
            *self.2 = resolve.resolve(self.0, self.1, T::default());
        }
    }

    /// The sum after the last cell.
    fn resolved<T: Sum>(how: (Level, FillRule), cells: &mut [T], covers: &mut [u8]) -> T {
        let mut last = T::default();
        T::with_resolve(how, Job(cells, covers, &mut last));
        last
    }

    #[test]
    fn vectors_make_the_covers_that_the_scalar_function_makes() {
        let areas: Vec<i32> = (-1400..1400).collect();
        let before = areas
            .iter()
            .scan(0, |last, &area| Some(std::mem::replace(last, area)));
        let steps: Vec<i32> = areas
            .iter()
            .zip(before)
            .map(|(a, b)| (a - b) << 9)
            .collect();
        for rule in [FillRule::NonZero, FillRule::EvenOdd] {
            let expected: Vec<u8> = areas.iter().map(|&area| coverage(area, rule)).collect();
            for level in [Level::new(), Level::baseline()] {
                let (mut cells, mut covers) = (steps.clone(), vec![9; areas.len()]);
                let last = resolved((level, rule), &mut cells, &mut covers);
                assert_eq!((covers, last >> 9), (expected.clone(), 1399));
                assert_eq!(cells, vec![0; areas.len()]);
            }
            let mut cells: Vec<i64> = steps.iter().copied().map(i64::from).collect();
            let mut covers = vec![9; areas.len()];
            let last = resolved((Level::new(), rule), &mut cells, &mut covers);
            assert_eq!((covers, last >> 9), (expected, 1399));
        }
    }

    #[test]
    fn far_areas_keep_their_parity() {
        let odd = (1_i64 << 40) + 256;
        assert_eq!(coverage(near(odd), FillRule::EvenOdd), 255);
        assert_eq!(coverage(near(-odd), FillRule::EvenOdd), 255);
        assert_eq!(coverage(near(odd + 256), FillRule::EvenOdd), 0);
    }
}
