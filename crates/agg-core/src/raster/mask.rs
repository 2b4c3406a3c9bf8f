//! Clipping spans by coverage: a mask of one byte a pixel.
//!
//! A mask is filled like a surface is drawn on: spans are laid into it. Then spans of other shapes
//! pass through it, and what comes out is the product of both coverages.

use crate::error::Error;
use crate::geometry::IntRect;
use crate::raster::span::{Coverage, Span};

/// A rectangle of coverages, one byte a pixel: 255 lets all through, 0 nothing. Outside of it
/// nothing is let through.
///
/// ```
/// use agg_core::{FillRule, IntRect, Mask, Path, Rasterizer, Rect};
///
/// let mut rasterizer = Rasterizer::new(40, 40);
/// rasterizer.add(&Path::circle((20.0, 20.0), 15.0));
/// let mut mask = Mask::new(rasterizer.clip_box())?;
/// rasterizer.for_each_span(FillRule::NonZero, |span| mask.add(span));
///
/// rasterizer.reset();
/// rasterizer.add(&Path::rectangle(Rect::new(0.0, 0.0, 20.0, 40.0)));
/// rasterizer.for_each_span(FillRule::NonZero, mask.before(|span| {
///     assert!(span.x() < 20);        // the left half of the circle
/// }));
/// # Ok::<(), agg_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mask {
    bounds: IntRect,
    width: usize,
    covers: Vec<u8>,
}

impl Mask {
    /// A mask for the pixels of a rectangle that lets nothing through yet.
    ///
    /// # Errors
    ///
    /// [`Error::OutOfMemory`] where there is no room for it.
    pub fn new(bounds: IntRect) -> Result<Self, Error> {
        let side = |start: i32, end: i32| (i64::from(end) - i64::from(start)).max(0) as u64;
        let (width, height) = (side(bounds.x0, bounds.x1), side(bounds.y0, bounds.y1));
        let bytes = width.saturating_mul(height);
        let full = Error::OutOfMemory { bytes };
        let Ok(len) = usize::try_from(bytes) else {
            return Err(full);
        };
        let mut covers = Vec::new();
        if covers.try_reserve_exact(len).is_err() {
            return Err(full);
        }
        covers.resize(len, 0);
        Ok(Self {
            bounds,
            width: width as usize,
            covers,
        })
    }

    /// The pixels that it may let through.
    #[must_use]
    pub fn bounds(&self) -> IntRect {
        self.bounds
    }

    /// The coverages, row after row from the top.
    #[must_use]
    pub fn covers(&self) -> &[u8] {
        &self.covers
    }

    /// The coverages, to be changed.
    #[must_use]
    pub fn covers_mut(&mut self) -> &mut [u8] {
        &mut self.covers
    }

    /// The coverage of one pixel; 0 outside.
    #[must_use]
    pub fn cover(&self, x: i32, y: i32) -> u8 {
        let Ok(at) = usize::try_from(i64::from(x) - i64::from(self.bounds.x0)) else {
            return 0;
        };
        self.row(y).get(at).copied().unwrap_or(0)
    }

    fn row(&self, y: i32) -> &[u8] {
        let row = usize::try_from(i64::from(y) - i64::from(self.bounds.y0)).ok();
        let start = row.and_then(|row| row.checked_mul(self.width));
        let end = start.and_then(|start| start.checked_add(self.width));
        let range = start.zip(end).map(|(start, end)| start..end);
        range
            .and_then(|range| self.covers.get(range))
            .unwrap_or_default()
    }

    /// Lays a span into the mask, as white over gray: what was let through already and the span
    /// together let through more. What lies outside is left out.
    pub fn add(&mut self, span: Span<'_>) {
        self.change(span, |old, cover| {
            let rest = u32::from(255 - old) * u32::from(cover) + 128;
            old + ((rest + (rest >> 8)) >> 8) as u8
        });
    }

    /// Puts a span into the mask in place of what was there.
    pub fn set(&mut self, span: Span<'_>) {
        self.change(span, |_, cover| cover);
    }

    fn change(&mut self, span: Span<'_>, change: impl Fn(u8, u8) -> u8) {
        let columns = i64::from(self.bounds.x0)..i64::from(self.bounds.x1);
        let row = usize::try_from(i64::from(span.y()) - i64::from(self.bounds.y0));
        let (Some(part), Ok(row)) = (span.within(columns), row) else {
            return;
        };
        let start = row * self.width + (i64::from(part.x()) - i64::from(self.bounds.x0)) as usize;
        let Some(covers) = self.covers.get_mut(start..start + part.len()) else {
            return;
        };
        match part.coverage() {
            Coverage::Uniform { cover, .. } => {
                covers.iter_mut().for_each(|c| *c = change(*c, cover));
            }
            Coverage::PerPixel(by) => {
                covers
                    .iter_mut()
                    .zip(by)
                    .for_each(|(c, &by)| *c = change(*c, by));
            }
        }
    }

    /// Lets through what it hid, and hides what it let through.
    pub fn invert(&mut self) {
        self.covers
            .iter_mut()
            .for_each(|cover| *cover = 255 - *cover);
    }

    /// Lets through only what both masks do.
    pub fn intersect(&mut self, other: &Self) {
        let bounds = self.bounds;
        let rows = self.covers.chunks_exact_mut(self.width.max(1));
        for (y, row) in (bounds.y0..bounds.y1).zip(rows) {
            for (x, cover) in (bounds.x0..bounds.x1).zip(row) {
                *cover = through(*cover, other.cover(x, y));
            }
        }
    }

    /// A visitor of spans that hands on what the mask lets through of them.
    pub fn before<'a>(&'a self, mut emit: impl FnMut(Span<'_>) + 'a) -> impl FnMut(Span<'_>) + 'a {
        let mut scratch = Vec::new();
        let columns = i64::from(self.bounds.x0)..i64::from(self.bounds.x1);
        move |span| {
            let row = self.row(span.y());
            let Some(part) = span.within(columns.clone()) else {
                return;
            };
            let skipped = (i64::from(part.x()) - columns.start) as usize;
            let mask = row.iter().skip(skipped);
            match part.coverage() {
                Coverage::Uniform { cover, len } => {
                    let covers = mask.take(len).map(|&m| through(cover, m));
                    part.mapped(&mut scratch, covers, &mut emit);
                }
                Coverage::PerPixel(covers) => {
                    let covers = mask.zip(covers).map(|(&m, &cover)| through(cover, m));
                    part.mapped(&mut scratch, covers, &mut emit);
                }
            }
        }
    }
}

/// The product of two coverages: exact at both ends, and nothing only where one is nothing.
#[inline]
fn through(cover: u8, mask: u8) -> u8 {
    ((255 + u32::from(cover) * u32::from(mask)) >> 8) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mask(covers: &[u8]) -> Mask {
        let mut mask = Mask::new(IntRect::new(2, 1, 2 + covers.len() as i32, 2)).unwrap();
        mask.covers_mut().copy_from_slice(covers);
        mask
    }

    fn through_mask(mask: &Mask, span: Span<'_>) -> Vec<(i32, Vec<u8>)> {
        let mut seen = Vec::new();
        mask.before(|part| {
            let covers = (0..part.len() as i32).map(|i| part.cover(part.x() + i));
            seen.push((part.x(), covers.collect()));
        })(span);
        seen
    }

    #[test]
    fn a_full_mask_changes_nothing_and_an_empty_one_leaves_nothing() {
        let span = Span::new(3, 1, Coverage::PerPixel(&[1, 128, 255]));
        assert_eq!(
            through_mask(&mask(&[255; 6]), span),
            [(3, vec![1, 128, 255])]
        );
        assert_eq!(through_mask(&mask(&[0; 6]), span), []);
    }

    #[test]
    fn spans_are_cut_at_the_mask() {
        let run = Span::new(
            -5,
            1,
            Coverage::Uniform {
                len: 50,
                cover: 128,
            },
        );
        assert_eq!(
            through_mask(&mask(&[0, 255, 100]), run),
            [(3, vec![128, 50])]
        );
        let below = Span::new(
            -5,
            2,
            Coverage::Uniform {
                len: 50,
                cover: 128,
            },
        );
        assert_eq!(through_mask(&mask(&[255; 3]), below), []);
        let left = Span::new(0, 1, Coverage::Uniform { len: 2, cover: 128 });
        assert_eq!(through_mask(&mask(&[255; 3]), left), []);
    }

    #[test]
    fn spans_add_up_and_replace() {
        let mut mask = mask(&[0, 100, 255]);
        mask.add(Span::new(0, 1, Coverage::Uniform { len: 9, cover: 128 }));
        assert_eq!(mask.covers(), [128, 178, 255]);
        mask.set(Span::new(3, 1, Coverage::PerPixel(&[7, 8, 9])));
        assert_eq!(mask.covers(), [128, 7, 8]);
        mask.add(Span::new(3, i32::MIN, Coverage::PerPixel(&[7, 8, 9])));
        mask.add(Span::new(3, i32::MAX, Coverage::PerPixel(&[7, 8, 9])));
        assert_eq!(mask.covers(), [128, 7, 8]);
        mask.invert();
        assert_eq!(mask.covers(), [127, 248, 247]);
    }

    #[test]
    fn the_intersection_is_nothing_outside_the_other() {
        let mut a = mask(&[255, 255, 128]);
        let mut b = Mask::new(IntRect::new(3, 0, 9, 9)).unwrap();
        b.covers_mut().fill(128);
        a.intersect(&b);
        assert_eq!(a.covers(), [0, 128, 64]);
    }

    #[test]
    fn a_mask_that_does_not_fit_is_an_error() {
        let all = IntRect::new(i32::MIN, i32::MIN, i32::MAX, i32::MAX);
        assert!(matches!(Mask::new(all), Err(Error::OutOfMemory { .. })));
        let nothing = Mask::new(IntRect::new(5, 5, 1, 1)).unwrap();
        assert_eq!((nothing.covers(), nothing.cover(5, 5)), (&[][..], 0));
    }
}
