//! Surfaces in somebody else's memory.

use crate::error::Error;
use crate::geometry::IntRect;
use crate::pixel::{PixelFormat, Pixmap};
use std::marker::PhantomData;

/// Which end of a buffer the upper row is at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum RowOrder {
    /// The first row in memory is the upper one.
    #[default]
    TopDown,
    /// The first row in memory is the lower one, as in BMP files and OpenGL.
    BottomUp,
}

/// A surface in memory that belongs to something else: another picture, a window, a file mapped
/// into memory. Nothing is copied.
///
/// Its upper left pixel may stand anywhere in the plane, so that a part of a picture is drawn with
/// the coordinates of the whole.
///
/// ```
/// use agg_core::{Canvas, Color, FillRule, Path, PixmapMut, Rect, Rgba8, RowOrder};
///
/// let mut memory = vec![0; 3 * 64];                    // three rows of 12 pixels, 64 bytes apart
/// let view = PixmapMut::<Rgba8>::new(&mut memory, 12, 3)?.with_stride(64, RowOrder::BottomUp)?;
/// let top = Path::rectangle(Rect::new(0.0, 0.0, 12.0, 1.0));
/// Canvas::new(view).fill(&top, FillRule::NonZero, Color::BLACK);
/// assert_eq!(memory[2 * 64..][..4], [0, 0, 0, 255]);
/// # Ok::<(), agg_core::Error>(())
/// ```
#[derive(Debug)]
pub struct PixmapMut<'a, F: PixelFormat> {
    bytes: &'a mut [u8],
    stride: usize,
    order: RowOrder,
    width: u32,
    height: u32,
    /// The column and the row of the upper left pixel.
    origin: (i32, i32),
    format: PhantomData<F>,
}

impl<'a, F: PixelFormat> PixmapMut<'a, F> {
    const SIZE: usize = size_of::<F::Pixel>();

    /// A view of rows without gaps, the upper one first.
    ///
    /// # Errors
    ///
    /// [`Error::SurfaceSize`] as for a [`Pixmap`], [`Error::BufferSize`] where the bytes are too
    /// few, [`Error::Unaligned`] where pixels cannot stand at their address.
    pub fn new(bytes: &'a mut [u8], width: u32, height: u32) -> Result<Self, Error> {
        let side = 1..=Pixmap::<F>::LONGEST;
        if !side.contains(&width) || !side.contains(&height) {
            return Err(Error::SurfaceSize { width, height });
        }
        if bytes.as_ptr().align_offset(align_of::<F::Pixel>()) != 0 {
            return Err(Error::Unaligned);
        }
        let view = Self {
            bytes,
            stride: (width as usize).saturating_mul(Self::SIZE),
            order: RowOrder::TopDown,
            width,
            height,
            origin: (0, 0),
            format: PhantomData,
        };
        view.checked()
    }

    /// The same with rows that start `stride` bytes apart, in either order.
    ///
    /// # Errors
    ///
    /// [`Error::Stride`] where a row does not fit into it, [`Error::BufferSize`] where the bytes
    /// are too few for it, [`Error::Unaligned`] where pixels cannot stand at such addresses.
    pub fn with_stride(self, stride: usize, order: RowOrder) -> Result<Self, Error> {
        let row = self.row_bytes();
        if stride < row {
            return Err(Error::Stride { stride, row });
        }
        if !stride.is_multiple_of(align_of::<F::Pixel>()) {
            return Err(Error::Unaligned);
        }
        let view = Self {
            stride,
            order,
            ..self
        };
        view.checked()
    }

    /// The same with its upper left pixel in column `x` and row `y` of the plane, each cut off at
    /// ±2²³.
    #[must_use]
    pub fn with_origin(self, x: i32, y: i32) -> Self {
        const FAR: i32 = 1 << 23;
        let origin = (x.clamp(-FAR, FAR), y.clamp(-FAR, FAR));
        Self { origin, ..self }
    }

    fn checked(self) -> Result<Self, Error> {
        let before = (self.height as usize - 1).saturating_mul(self.stride);
        let needed = before.saturating_add(self.row_bytes());
        if self.bytes.len() < needed {
            return Err(Error::BufferSize {
                bytes: self.bytes.len(),
                needed,
            });
        }
        Ok(self)
    }

    fn row_bytes(&self) -> usize {
        (self.width as usize).saturating_mul(Self::SIZE)
    }

    /// The pixels of the plane that it holds.
    #[must_use]
    pub fn bounds(&self) -> IntRect {
        // Origins and sides are small enough for their sums.
        let (x, y) = self.origin;
        IntRect::new(x, y, x + self.width as i32, y + self.height as i32)
    }

    /// The same surface for a shorter time.
    #[must_use]
    pub fn reborrow(&mut self) -> PixmapMut<'_, F> {
        PixmapMut {
            bytes: self.bytes,
            ..*self
        }
    }

    /// Those of its pixels that lie within a rectangle, with the coordinates of the whole; `None`
    /// where there are none.
    #[must_use]
    pub fn part(&mut self, bounds: IntRect) -> Option<PixmapMut<'_, F>> {
        let whole = self.bounds();
        let seen = whole.intersection(bounds);
        if seen.is_empty() {
            return None;
        }
        let rows = match self.order {
            RowOrder::TopDown => seen.y0 - whole.y0,
            RowOrder::BottomUp => whole.y1 - seen.y1,
        };
        let at = rows as usize * self.stride + (seen.x0 - whole.x0) as usize * Self::SIZE;
        Some(PixmapMut {
            bytes: self.bytes.get_mut(at..)?,
            width: (seen.x1 - seen.x0) as u32,
            height: (seen.y1 - seen.y0) as u32,
            origin: (seen.x0, seen.y0),
            ..*self
        })
    }

    /// The surface in bands of about equal height, from the top down: at most `count`, each of one
    /// row at least, with the coordinates of the whole.
    #[must_use]
    pub fn bands(&mut self, count: usize) -> Vec<PixmapMut<'_, F>> {
        let (stride, order, width) = (self.stride, self.order, self.width);
        let most = self
            .height
            .div_ceil(u32::try_from(count).unwrap_or(u32::MAX).max(1));
        let (x, mut y) = self.origin;
        let mut left = self.height;
        let mut bytes: &mut [u8] = self.bytes;
        let mut bands = Vec::new();
        while left > 0 {
            let height = most.min(left);
            left -= height;
            // What comes first in memory is the upper part, or the lower one.
            let first = match order {
                RowOrder::TopDown => height,
                RowOrder::BottomUp => left,
            };
            let at = bytes.len().min(first as usize * stride);
            let (first, second) = bytes.split_at_mut(at);
            let (band, rest) = match order {
                RowOrder::TopDown => (first, second),
                RowOrder::BottomUp => (second, first),
            };
            bytes = rest;
            bands.push(PixmapMut {
                bytes: band,
                stride,
                order,
                width,
                height,
                origin: (x, y),
                format: PhantomData,
            });
            y += height as i32;
        }
        bands
    }

    /// The part of row `y` from column `x` on with `len` pixels that lies on the surface, and how
    /// many of the `len` are cut off before it; empty where nothing of it is left.
    #[inline]
    pub fn row_mut(&mut self, x: i32, y: i32, len: usize) -> (&mut [F::Pixel], usize) {
        // What lies before the first column or row is a large number here.
        let column = x.wrapping_sub(self.origin.0) as u32;
        let row = y.wrapping_sub(self.origin.1) as u32;
        let left = (self.width as usize).wrapping_sub(column as usize);
        if self.order == RowOrder::TopDown
            && row < self.height
            && column < self.width
            && len <= left
        {
            let at = row as usize * self.stride + column as usize * Self::SIZE;
            let part = self.bytes.get_mut(at..at + len * Self::SIZE);
            let pixels = part.and_then(|part| bytemuck::try_cast_slice_mut(part).ok());
            return (pixels.unwrap_or_default(), 0);
        }
        self.cut_row_mut(x, y, len)
    }

    /// The same where something may be cut off.
    #[cold]
    fn cut_row_mut(&mut self, x: i32, y: i32, len: usize) -> (&mut [F::Pixel], usize) {
        let x = i64::from(x) - i64::from(self.origin.0);
        let y = i64::from(y) - i64::from(self.origin.1);
        let (width, height) = (self.width as usize, i64::from(self.height));
        let skipped = usize::try_from(-x).unwrap_or(0);
        let start = usize::try_from(x).unwrap_or(0).min(width);
        let end = start.saturating_add(len.saturating_sub(skipped)).min(width);
        if !(0..height).contains(&y) {
            return (&mut [], skipped);
        }
        let row = match self.order {
            RowOrder::TopDown => y as usize,
            RowOrder::BottomUp => (height - 1 - y) as usize,
        };
        let at = row * self.stride;
        let part = self
            .bytes
            .get_mut(at + start * Self::SIZE..at + end * Self::SIZE);
        let pixels = part.and_then(|part| bytemuck::try_cast_slice_mut(part).ok());
        (pixels.unwrap_or_default(), skipped)
    }

    /// Hands on the parts of `rows` rows that [`row_mut`](Self::row_mut) gives for each, with the
    /// number of the row and how many pixels are cut off before the part; those that are empty are
    /// left out.
    #[inline(always)]
    pub(crate) fn each_row_mut(
        &mut self,
        (x, y): (i32, i32),
        (len, rows): (u32, u32),
        mut visit: impl FnMut(u32, usize, &mut [F::Pixel]),
    ) {
        // Most are one row, and surely on the surface.
        if rows == 1 {
            let (pixels, skipped) = self.row_mut(x, y, len as usize);
            if !pixels.is_empty() {
                visit(0, skipped, pixels);
            }
            return;
        }
        let block = IntRect::new(
            x,
            y,
            x.saturating_add_unsigned(len),
            y.saturating_add_unsigned(rows),
        );
        let seen = block.intersection(self.bounds());
        if seen.is_empty() {
            return;
        }
        let row = (seen.y0 - self.origin.1) as usize;
        let (row, down) = match self.order {
            RowOrder::TopDown => (row, self.stride),
            RowOrder::BottomUp => (self.height as usize - 1 - row, self.stride.wrapping_neg()),
        };
        let mut at = row * self.stride + (seen.x0 - self.origin.0) as usize * Self::SIZE;
        let bytes = (seen.x1 - seen.x0) as usize * Self::SIZE;
        let skipped = (i64::from(seen.x0) - i64::from(x)) as usize;
        for y in seen.y0..seen.y1 {
            let part = self.bytes.get_mut(at..at.wrapping_add(bytes));
            if let Some(pixels) = part.and_then(|part| bytemuck::try_cast_slice_mut(part).ok()) {
                visit((y - block.y0) as u32, skipped, pixels);
            }
            at = at.wrapping_add(down);
        }
    }

    /// The pixel in a column and a row of the plane, or `None` outside.
    #[must_use]
    pub fn pixel(&mut self, x: i32, y: i32) -> Option<F::Pixel> {
        self.row_mut(x, y, 1).0.first().copied()
    }

    /// Sets all pixels.
    pub fn fill(&mut self, pixel: F::Pixel) {
        let IntRect { x0, y0, y1, .. } = self.bounds();
        for y in y0..y1 {
            self.row_mut(x0, y, usize::MAX).0.fill(pixel);
        }
    }
}

impl<'a, F: PixelFormat> From<&'a mut Pixmap<F>> for PixmapMut<'a, F> {
    fn from(pixmap: &'a mut Pixmap<F>) -> Self {
        let (width, height) = (pixmap.width(), pixmap.height());
        Self {
            bytes: pixmap.bytes_mut(),
            stride: width as usize * Self::SIZE,
            order: RowOrder::TopDown,
            width,
            height,
            origin: (0, 0),
            format: PhantomData,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pixel::{Rgb8, Rgba8, Rgba16};

    #[test]
    fn bands_have_all_rows_in_their_places() {
        for order in [RowOrder::TopDown, RowOrder::BottomUp] {
            for count in [0, 1, 2, 3, 5, 7, usize::MAX] {
                let mut bytes = vec![0; 16 * 5 - 4];
                let view = PixmapMut::<Rgba8>::new(&mut bytes, 3, 5).unwrap();
                let mut view = view.with_stride(16, order).unwrap().with_origin(10, 20);
                let bands = view.bands(count);
                assert!(bands.len() <= count.max(1));
                for mut band in bands {
                    for y in band.bounds().y0..band.bounds().y1 {
                        band.row_mut(10, y, 3).0.fill([y as u8; 4]);
                    }
                }
                let column: Vec<_> = (19..26).map(|y| view.pixel(12, y).map(|p| p[0])).collect();
                let rows = (20..25).map(Some);
                let expected: Vec<_> = [None].into_iter().chain(rows).chain([None]).collect();
                assert_eq!(column, expected, "{order:?} {count}");
            }
        }
    }

    #[test]
    fn a_part_has_the_pixels_of_the_whole_in_their_places() {
        for order in [RowOrder::TopDown, RowOrder::BottomUp] {
            let mut bytes: Vec<u8> = (0..28 * 4 - 4).collect();
            let view = PixmapMut::<Rgba8>::new(&mut bytes, 6, 4).unwrap();
            let mut view = view.with_stride(28, order).unwrap().with_origin(10, 20);
            let whole: Vec<_> = (19..25).map(|y| view.pixel(12, y)).collect();
            let mut part = view.part(IntRect::new(12, 21, 99, 23)).unwrap();
            assert_eq!(part.bounds(), IntRect::new(12, 21, 16, 23));
            assert_eq!([21, 22].map(|y| part.pixel(12, y)), whole[2..4]);
            assert_eq!((part.pixel(11, 21), part.pixel(12, 23)), (None, None));
            part.fill([0; 4]);
            let left: Vec<_> = (19..25).map(|y| view.pixel(12, y)).collect();
            assert_eq!((left[1], left[4]), (whole[1], whole[4]));
            assert_eq!(view.pixel(15, 22), Some([0; 4]));
            assert!(view.part(IntRect::new(16, 20, 99, 99)).is_none());
        }
    }

    #[test]
    fn buffers_and_strides_that_do_not_fit_are_errors() {
        let mut bytes = vec![0; 4 * 3 * 2];
        let short = PixmapMut::<Rgba8>::new(&mut bytes[..23], 3, 2);
        assert!(matches!(
            short,
            Err(Error::BufferSize {
                bytes: 23,
                needed: 24
            })
        ));
        let mut strided = |stride, order| {
            let view = PixmapMut::<Rgba8>::new(&mut bytes, 3, 2)?;
            view.with_stride(stride, order).map(drop)
        };
        assert!(matches!(
            strided(11, RowOrder::TopDown),
            Err(Error::Stride {
                stride: 11,
                row: 12
            })
        ));
        assert!(strided(12, RowOrder::TopDown).is_ok());
        assert!(matches!(
            strided(13, RowOrder::BottomUp),
            Err(Error::BufferSize { needed: 25, .. })
        ));
        assert!(matches!(
            strided(usize::MAX, RowOrder::TopDown),
            Err(Error::BufferSize { .. })
        ));
        let empty = PixmapMut::<Rgba8>::new(&mut [], 0, 0);
        assert!(matches!(empty, Err(Error::SurfaceSize { .. })));
        let huge = PixmapMut::<Rgba8>::new(&mut [], 1 << 22, 1 << 22);
        assert!(matches!(huge, Err(Error::BufferSize { .. })));
    }

    #[test]
    fn pixels_of_two_bytes_must_stand_on_even_addresses() {
        let mut words = [0_u64; 9];
        let bytes: &mut [u8] = bytemuck::cast_slice_mut(&mut words);
        assert!(PixmapMut::<Rgba16>::new(&mut bytes[..64], 4, 2).is_ok());
        let odd = PixmapMut::<Rgba16>::new(&mut bytes[1..], 4, 2);
        assert!(matches!(odd, Err(Error::Unaligned)));
        let uneven = PixmapMut::<Rgba16>::new(bytes, 4, 2)
            .and_then(|v| v.with_stride(33, RowOrder::TopDown));
        assert!(matches!(uneven, Err(Error::Unaligned)));
    }

    #[test]
    fn bottom_up_turns_the_rows_and_an_odd_stride_does_not_matter() {
        let mut bytes = [0; 7 * 2];
        let mut view = PixmapMut::<Rgb8>::new(&mut bytes, 2, 2)
            .unwrap()
            .with_stride(7, RowOrder::BottomUp)
            .unwrap();
        view.row_mut(1, 0, 1).0.fill([1, 2, 3]);
        assert_eq!(view.pixel(1, 0), Some([1, 2, 3]));
        assert_eq!(bytes, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 0]);
    }

    #[test]
    fn an_origin_shifts_the_plane() {
        let mut bytes = [0; 4 * 4];
        let mut view = PixmapMut::<Rgba8>::new(&mut bytes, 2, 2)
            .unwrap()
            .with_origin(-10, 20);
        assert_eq!(view.bounds(), IntRect::new(-10, 20, -8, 22));
        view.row_mut(-12, 21, 3).0.fill([9; 4]);
        assert_eq!(view.row_mut(-12, 21, 3).1, 2);
        assert_eq!(view.pixel(-10, 21), Some([9; 4]));
        assert_eq!(view.pixel(-9, 21), Some([0; 4]));
        assert_eq!(view.row_mut(i32::MIN, i32::MAX, usize::MAX).0.len(), 0);
    }
}
