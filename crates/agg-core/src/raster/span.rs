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
