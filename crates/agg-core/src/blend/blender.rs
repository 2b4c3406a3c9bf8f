//! A colour, ready to be laid over many pixels.

use crate::blend::Blend;
use crate::pixel::{Color, PixmapMut};
use crate::raster::{Block, BlockCovers, Coverage, Spans};
use fearless_simd::Level;

/// Which instructions blending uses. All give the same bytes.
#[derive(Clone, Copy, Debug)]
pub struct SimdLevel(Option<Level>);

impl SimdLevel {
    /// The best that the machine has.
    #[inline]
    #[must_use]
    pub fn best() -> Self {
        Self(Some(Level::new()))
    }

    /// None but the ordinary ones: one pixel after the other, as the specification says.
    #[must_use]
    pub const fn scalar() -> Self {
        Self(None)
    }

    /// Every level that the machine has, for tests that hold them against each other.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let best = Level::new();
        let levels = [None, Some(best)].into_iter().chain(lower(best));
        levels.map(Self).collect()
    }

    #[inline]
    pub(crate) const fn level(self) -> Option<Level> {
        self.0
    }
}

/// The levels below the best one, each as one that can be asked for.
#[cfg(any(target_arch = "x86", target_arch = "x86_64"))]
fn lower(best: Level) -> impl Iterator<Item = Option<Level>> {
    use fearless_simd::Simd;
    let lower = [
        best.as_avx2().map(Simd::level),
        best.as_sse4_2().map(Simd::level),
        best.as_sse2().map(Simd::level),
    ];
    lower.into_iter().filter(Option::is_some)
}

#[cfg(not(any(target_arch = "x86", target_arch = "x86_64")))]
fn lower(_: Level) -> impl Iterator<Item = Option<Level>> {
    std::iter::empty()
}

impl Default for SimdLevel {
    fn default() -> Self {
        Self::best()
    }
}

/// A colour made ready for a format and a machine: make one for each fill, not for each span.
///
/// ```
/// use agg_core::{Blender, Color, Rgba8};
///
/// let blender = Blender::<Rgba8>::new(Color::WHITE.with_alpha(0.5));
/// let mut row = [[0, 0, 0, 255]; 100];
/// blender.run(&mut row, 255);
/// assert_eq!(row[99], [128, 128, 128, 255]);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Blender<F: Blend> {
    solid: F::Solid,
    level: SimdLevel,
}

impl<F: Blend> Blender<F> {
    /// A blender of a colour, with the best instructions of the machine.
    #[must_use]
    pub fn new(color: Color) -> Self {
        Self::from_solid(F::solid(color))
    }

    /// A blender of a colour that is ready already.
    #[inline]
    #[must_use]
    pub fn from_solid(solid: F::Solid) -> Self {
        let level = SimdLevel::best();
        Self { solid, level }
    }

    /// The same with other instructions.
    #[must_use]
    pub fn with_level(self, level: SimdLevel) -> Self {
        Self { level, ..self }
    }

    /// Lays the colour over pixels that are covered alike.
    #[inline]
    pub fn run(&self, pixels: &mut [F::Pixel], cover: u8) {
        match F::opaque(&self.solid, cover) {
            Some(pixel) => pixels.fill(pixel),
            None => F::blend_run(self.level, pixels, &self.solid, cover),
        }
    }

    /// Lays the colour over pixels of which each has its coverage.
    #[inline]
    pub fn covers(&self, pixels: &mut [F::Pixel], covers: &[u8]) {
        F::blend_covers(self.level, pixels, &self.solid, covers);
    }

    /// Lays the colour over the spans of many rows, as far as they are on a surface: what
    /// [`lay`](Self::lay) does for each, in less time.
    ///
    /// ```
    /// use agg_core::{Blender, Color, FillRule, Path, Pixmap, PixmapMut, Rasterizer, Rgba8};
    ///
    /// let mut pixmap = Pixmap::<Rgba8>::new(20, 20)?;
    /// let mut surface = PixmapMut::from(&mut pixmap);
    /// let mut rasterizer = Rasterizer::new(20, 20);
    /// rasterizer.add(&Path::circle((10.0, 10.0), 8.0));
    /// let black = Blender::new(Color::BLACK);
    /// rasterizer.for_each_band(FillRule::NonZero, |spans| black.lay_spans(&mut surface, spans));
    /// assert_eq!(pixmap.pixel(10, 10), Some([0, 0, 0, 255]));
    /// # Ok::<(), agg_core::Error>(())
    /// ```
    #[inline]
    pub fn lay_spans(&self, surface: &mut PixmapMut<'_, F>, spans: Spans<'_>) {
        F::blend_spans(self.level, surface, &self.solid, spans);
    }

    /// Lays the colour over rows of so many pixels, from a column and a row on, as far as they are on
    /// a surface: each pixel with its coverage, row after row. Rows of eight pixels, or of a
    /// multiple, take the least time.
    ///
    /// ```
    /// use agg_core::{Blender, Color, Pixmap, PixmapMut, Rgba8};
    ///
    /// let mut pixmap = Pixmap::<Rgba8>::new(3, 3)?;
    /// let black = Blender::new(Color::BLACK);
    /// black.lay_rows(&mut PixmapMut::from(&mut pixmap), (-1, 1), 2, &[255, 0, 0, 255, 1, 2]);
    /// assert_eq!(pixmap.pixel(0, 1), Some([0; 4]));
    /// assert_eq!(pixmap.pixel(0, 2), Some([0, 0, 0, 255]));
    /// # Ok::<(), agg_core::Error>(())
    /// ```
    #[inline]
    pub fn lay_rows(
        &self,
        surface: &mut PixmapMut<'_, F>,
        (x, y): (i32, i32),
        len: u32,
        covers: &[u8],
    ) {
        let rows = covers.len().checked_div(len as usize).unwrap_or(0);
        let covers_of = BlockCovers::Each { at: 0, pitch: len };
        let block = Block {
            x,
            y,
            rows: u32::try_from(rows).unwrap_or(u32::MAX),
            len,
            covers: covers_of,
        };
        self.lay_spans(surface, Spans::new(&[block], covers));
    }

    /// Lays the colour over a part of a row, as a surface's `row_mut` gives it, with the coverage
    /// of a span of which `skipped` pixels lie before the part.
    #[inline]
    pub fn lay(&self, pixels: &mut [F::Pixel], skipped: usize, coverage: Coverage<'_>) {
        match coverage {
            Coverage::Uniform { cover, .. } => self.run(pixels, cover),
            Coverage::PerPixel(covers) => {
                self.covers(pixels, covers.get(skipped..).unwrap_or_default());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tests that go through all levels would hold for none.
    #[test]
    fn all_levels_are_the_scalar_one_and_those_of_the_machine() {
        let all = SimdLevel::all();
        assert!(all.len() >= 2);
        assert!(all.iter().skip(1).all(|level| level.level().is_some()));
        assert!(all.first().is_some_and(|level| level.level().is_none()));
        assert!(SimdLevel::default().level().is_some());
    }
}
