//! The surface: rows of pixels in memory.

use crate::error::Error;
use crate::geometry::IntRect;
use crate::pixel::{PixelFormat, Rgba8};

/// A rectangle of pixels, row after row without gaps, row 0 on top.
///
/// ```
/// use agg_core::{Pixmap, StraightRgba8};
///
/// let pixmap = Pixmap::new(400, 300)?;                                // premultiplied
/// assert_eq!(pixmap.bytes().len(), 400 * 300 * 4);
/// let plain = Pixmap::<StraightRgba8>::with_format(400, 300)?;
/// assert_eq!(plain.pixel(399, 299), Some([0, 0, 0, 0]));
/// # Ok::<(), agg_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Pixmap<F: PixelFormat = Rgba8> {
    width: u32,
    height: u32,
    pixels: Vec<F::Pixel>,
}

impl Pixmap {
    /// A transparent surface of premultiplied RGBA8.
    ///
    /// # Errors
    ///
    /// As [`with_format`](Self::with_format).
    pub fn new(width: u32, height: u32) -> Result<Self, Error> {
        Self::with_format(width, height)
    }
}

impl<F: PixelFormat> Pixmap<F> {
    /// The longest side a surface can have: with 1/256 of a pixel it still fits 32 bits.
    pub const LONGEST: u32 = (1 << 23) - 1;

    /// A surface of any format, all bytes zero, which is transparent black.
    ///
    /// # Errors
    ///
    /// [`Error::SurfaceSize`] where a side is 0 or longer than [`LONGEST`](Self::LONGEST),
    /// [`Error::OutOfMemory`] where there is no room for it.
    pub fn with_format(width: u32, height: u32) -> Result<Self, Error> {
        Self::filled(width, height, bytemuck::Zeroable::zeroed())
    }

    /// A surface of any format, every pixel the same.
    ///
    /// # Errors
    ///
    /// As [`with_format`](Self::with_format).
    pub fn filled(width: u32, height: u32, pixel: F::Pixel) -> Result<Self, Error> {
        let side = 1..=Self::LONGEST;
        if !side.contains(&width) || !side.contains(&height) {
            return Err(Error::SurfaceSize { width, height });
        }
        let count = u64::from(width) * u64::from(height);
        let full = Error::OutOfMemory {
            bytes: count.saturating_mul(size_of::<F::Pixel>() as u64),
        };
        let Ok(len) = usize::try_from(count) else {
            return Err(full);
        };
        let mut pixels = Vec::new();
        if pixels.try_reserve_exact(len).is_err() {
            return Err(full);
        }
        pixels.resize(len, pixel);
        Ok(Self {
            width,
            height,
            pixels,
        })
    }

    /// Columns.
    #[must_use]
    pub fn width(&self) -> u32 {
        self.width
    }

    /// Rows.
    #[must_use]
    pub fn height(&self) -> u32 {
        self.height
    }

    /// All pixels as a rectangle.
    #[must_use]
    pub fn bounds(&self) -> IntRect {
        // Both sides are at most LONGEST, so neither cast loses anything.
        IntRect::new(0, 0, self.width as i32, self.height as i32)
    }

    /// The bytes of all pixels, row 0 first.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        bytemuck::cast_slice(&self.pixels)
    }

    /// The bytes of all pixels, to be changed.
    #[must_use]
    pub fn bytes_mut(&mut self) -> &mut [u8] {
        bytemuck::cast_slice_mut(&mut self.pixels)
    }

    /// All pixels, row 0 first.
    #[must_use]
    pub fn pixels(&self) -> &[F::Pixel] {
        &self.pixels
    }

    /// All pixels, to be changed.
    #[must_use]
    pub fn pixels_mut(&mut self) -> &mut [F::Pixel] {
        &mut self.pixels
    }

    /// The pixel in a column and a row, or `None` outside.
    #[must_use]
    pub fn pixel(&self, x: u32, y: u32) -> Option<F::Pixel> {
        let row = self
            .pixels
            .chunks_exact(self.width as usize)
            .nth(y as usize)?;
        row.get(x as usize).copied()
    }

    /// The part of row `y` from column `x` on with `len` pixels that lies on the surface, and how
    /// many of the `len` are cut off before it; empty where nothing of it is left.
    pub fn row_mut(&mut self, x: i32, y: i32, len: usize) -> (&mut [F::Pixel], usize) {
        let width = self.width as usize;
        let skipped = usize::try_from(-i64::from(x)).unwrap_or(0);
        let start = usize::try_from(x).unwrap_or(0).min(width);
        let end = start.saturating_add(len.saturating_sub(skipped)).min(width);
        let row = usize::try_from(y)
            .ok()
            .filter(|&y| y < self.height as usize);
        let part = row.and_then(|y| self.pixels.get_mut(y * width + start..y * width + end));
        (part.unwrap_or_default(), skipped)
    }

    /// Makes every pixel the same.
    pub fn fill(&mut self, pixel: F::Pixel) {
        self.pixels.fill(pixel);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_that_make_no_surface_are_errors() {
        for (width, height) in [(0, 0), (0, 10), (10, 0), (1 << 23, 1), (1, u32::MAX)] {
            let error = Pixmap::new(width, height).unwrap_err();
            assert!(
                matches!(error, Error::SurfaceSize { .. }),
                "{width}x{height}: {error}"
            );
        }
        let huge = Pixmap::new(Pixmap::<Rgba8>::LONGEST, Pixmap::<Rgba8>::LONGEST);
        assert!(matches!(huge, Err(Error::OutOfMemory { .. })));
    }

    #[test]
    fn rows_are_cut_at_the_surface() {
        let mut pixmap = Pixmap::new(4, 2).unwrap();
        let mut part = |x, y, len| {
            let (row, skipped) = pixmap.row_mut(x, y, len);
            (row.len(), skipped)
        };
        assert_eq!(part(1, 1, 2), (2, 0));
        assert_eq!(part(-3, 0, 5), (2, 3));
        assert_eq!(part(3, 0, 9), (1, 0));
        assert_eq!(part(0, 2, 4).0, 0);
        assert_eq!(part(0, -1, 4).0, 0);
        assert_eq!(part(-9, 0, 4).0, 0);
        assert_eq!(part(i32::MIN, i32::MAX, usize::MAX).0, 0);
    }
}
