//! Spans, and how a signed area becomes coverage.

/// Which regions of a path that crosses itself are inside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum FillRule {
    /// Where the path winds around a different number of times one way than the other.
    #[default]
    NonZero,
    /// Where it winds around an odd number of times.
    EvenOdd,
}

/// A horizontal run of pixels that a shape touches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span<'a> {
    x: i32,
    y: i32,
    coverage: Coverage<'a>,
}

/// How much of each pixel of a span is covered: 0 for nothing, 255 for all of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coverage<'a> {
    /// The same for each pixel.
    Uniform {
        /// How many pixels, at least one.
        len: usize,
        /// The coverage of each, at least 1.
        cover: u8,
    },
    /// One value a pixel; the first and the last are not 0.
    PerPixel(&'a [u8]),
}

impl<'a> Span<'a> {
    pub(crate) const fn new(x: i32, y: i32, coverage: Coverage<'a>) -> Self {
        Self { x, y, coverage }
    }

    /// The first column.
    #[must_use]
    pub const fn x(&self) -> i32 {
        self.x
    }

    /// The row.
    #[must_use]
    pub const fn y(&self) -> i32 {
        self.y
    }

    /// The coverage of its pixels.
    #[must_use]
    pub const fn coverage(&self) -> Coverage<'a> {
        self.coverage
    }

    /// How many pixels it has.
    #[must_use]
    pub const fn len(&self) -> usize {
        match self.coverage {
            Coverage::Uniform { len, .. } => len,
            Coverage::PerPixel(covers) => covers.len(),
        }
    }

    /// Never true: a span has at least one pixel.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// A number that cells are summed in: `i32`, or `i64` where windings may be too many for it.
pub(crate) trait Sum: Copy + Default + PartialEq {
    fn add(self, value: i32) -> Self;
    fn plus(self, other: Self) -> Self;
    /// The sum over 512, rounded down; far values cut off at the ends of `i32`.
    fn area(self) -> i32;
}

impl Sum for i32 {
    #[inline]
    fn add(self, value: i32) -> Self {
        self.wrapping_add(value)
    }
    #[inline]
    fn plus(self, other: Self) -> Self {
        self.wrapping_add(other)
    }
    #[inline]
    fn area(self) -> i32 {
        self >> 9
    }
}

impl Sum for i64 {
    #[inline]
    fn add(self, value: i32) -> Self {
        self.wrapping_add(Self::from(value))
    }
    #[inline]
    fn plus(self, other: Self) -> Self {
        self.wrapping_add(other)
    }
    #[inline]
    fn area(self) -> i32 {
        // Even-odd looks at the low 9 bits, which the cut must leave alone: 2³¹ − 512 has none.
        const FAR: i64 = (1 << 31) - 512;
        let area = self >> 9;
        if area.abs() < FAR {
            area as i32
        } else {
            FAR as i32 + (area & 511) as i32
        }
    }
}

/// The coverage for a signed area in 1/256 pixels.
///
/// The floor in `area` is taken before the sign is dropped, so a shape drawn one way round may
/// differ by 1 from the same shape drawn the other way round.
#[inline]
pub(crate) fn coverage(area: i32, rule: FillRule) -> u8 {
    let area = area.unsigned_abs();
    let folded = match rule {
        FillRule::NonZero => area,
        FillRule::EvenOdd => {
            let fold = area & 511;
            if fold > 256 { 512 - fold } else { fold }
        }
    };
    folded.min(255) as u8
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

    #[test]
    fn far_areas_keep_their_parity() {
        let odd = ((1i64 << 40) + 256) << 9;
        assert_eq!(coverage(odd.area(), FillRule::EvenOdd), 255);
        assert_eq!(coverage((-odd).area(), FillRule::EvenOdd), 255);
        assert_eq!(coverage((odd + (256 << 9)).area(), FillRule::EvenOdd), 0);
    }
}
