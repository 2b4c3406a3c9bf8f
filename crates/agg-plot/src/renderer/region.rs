//! Regions: parts of the surface, kept to be put back later.
//!
//! That is how animations work: draw what stays, keep it, and for every frame put it back and draw
//! what moves.

use crate::Error;
use crate::renderer::{Renderer, Surface};
use agg_core::{IntRect, Rect};

/// A copy of a rectangle of pixels, and where it came from.
#[derive(Clone, Debug)]
pub struct Region {
    /// Where it goes: columns and rows of the surface, from the top.
    place: IntRect,
    /// `None` for a rectangle without pixels.
    pixels: Option<Surface>,
}

impl Region {
    /// The columns and rows of the surface, from the top, that it goes back to.
    #[must_use]
    pub fn place(&self) -> IntRect {
        self.place
    }

    /// Moves its left column to another one of the surface.
    pub fn set_x(&mut self, x: i32) {
        let shift = x.saturating_sub(self.place.x0);
        self.place.x0 = x;
        self.place.x1 = self.place.x1.saturating_add(shift);
    }

    /// Moves its upper row to another one of the surface.
    pub fn set_y(&mut self, y: i32) {
        let shift = y.saturating_sub(self.place.y0);
        self.place.y0 = y;
        self.place.y1 = self.place.y1.saturating_add(shift);
    }

    /// Its bytes, red, green, blue and straight alpha, the upper row first.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        self.pixels.as_ref().map_or(&[], Surface::bytes)
    }

    /// Its bytes, to be changed.
    #[must_use]
    pub fn bytes_mut(&mut self) -> &mut [u8] {
        self.pixels.as_mut().map_or(&mut [], Surface::bytes_mut)
    }
}

impl Renderer {
    /// A copy of the pixels in a rectangle, y up, its corners rounded towards zero. What lies
    /// outside of the surface is transparent black.
    ///
    /// # Errors
    ///
    /// [`Error::Surface`] where there is no memory for it.
    pub fn copy_from_bbox(&self, bounds: Rect) -> Result<Region, Error> {
        // No side of a surface reaches 2²³, so this is what is left of any height.
        let height = self.height() as i32;
        let place = IntRect::new(
            bounds.x0 as i32,
            height.saturating_sub(bounds.y1 as i32),
            bounds.x1 as i32,
            height.saturating_sub(bounds.y0 as i32),
        );
        if place.is_empty() {
            let pixels = None;
            return Ok(Region { place, pixels });
        }
        let mut pixels =
            Surface::with_format(place.x1.abs_diff(place.x0), place.y1.abs_diff(place.y0))?;
        let whole = pixels.bounds();
        copy(
            &mut pixels,
            (0, 0),
            &self.surface,
            IntRect::new(
                place.x0,
                place.y0,
                place.x0.saturating_add(whole.x1),
                place.y0.saturating_add(whole.y1),
            ),
        );
        let pixels = Some(pixels);
        Ok(Region { place, pixels })
    }

    /// Puts a region back where it came from, or was moved to.
    pub fn restore_region(&mut self, region: &Region) {
        if let Some(pixels) = &region.pixels {
            copy(
                &mut self.surface,
                (region.place.x0, region.place.y0),
                pixels,
                pixels.bounds(),
            );
        }
    }

    /// Puts a part of a region back: the pixels of the surface it came from in `part`, its right and
    /// lower edge included, columns and rows counted from the top. `shift` is from the region's own
    /// corner to the surface: with (x, y), its upper left pixel would go to column x, row y.
    pub fn restore_part(&mut self, region: &Region, part: IntRect, shift: (i32, i32)) {
        let (x, y) = (region.place.x0, region.place.y0);
        let own = IntRect::new(
            part.x0.saturating_sub(x),
            part.y0.saturating_sub(y),
            part.x1.saturating_sub(x).saturating_add(1),
            part.y1.saturating_sub(y).saturating_add(1),
        );
        let corner = (
            shift.0.saturating_add(own.x0),
            shift.1.saturating_add(own.y0),
        );
        if let Some(pixels) = &region.pixels {
            copy(&mut self.surface, corner, pixels, own);
        }
    }
}

/// Copies the part `from` of a surface to a corner of another, as far as both have pixels.
fn copy(target: &mut Surface, corner: (i32, i32), source: &Surface, from: IntRect) {
    let seen = from.intersection(source.bounds());
    let width = source.width() as usize;
    if seen.is_empty() {
        return;
    }
    let x = corner.0.saturating_add(seen.x0.saturating_sub(from.x0));
    let len = seen.x0.abs_diff(seen.x1) as usize;
    for row in seen.y0..seen.y1 {
        let y = corner.1.saturating_add(row.saturating_sub(from.y0));
        let start = row as usize * width + seen.x0 as usize;
        let pixels = source.pixels().get(start..start + len).unwrap_or_default();
        let (part, skipped) = target.row_mut(x, y, len);
        for (pixel, &copied) in part.iter_mut().zip(pixels.iter().skip(skipped)) {
            *pixel = copied;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A surface of 4 × 3 pixels that each know their column and row.
    fn numbered() -> Renderer {
        let mut renderer = Renderer::new(4, 3, 72.0).unwrap();
        for (pixel, i) in renderer.pixmap_mut().pixels_mut().iter_mut().zip(0u8..) {
            *pixel = [i % 4, i / 4, 0, 255];
        }
        renderer
    }

    #[test]
    fn what_was_kept_comes_back() {
        let mut renderer = numbered();
        let before = renderer.pixmap().clone();
        let region = renderer
            .copy_from_bbox(Rect::new(1.0, 0.0, 3.0, 2.0))
            .unwrap();
        assert_eq!(region.place(), IntRect::new(1, 1, 3, 3));
        assert_eq!(region.bytes()[..4], [1, 1, 0, 255]);
        for x in 1..3 {
            for y in 1..3 {
                renderer.pixmap_mut().row_mut(x, y, 1).0[0] = [9; 4];
            }
        }
        assert_ne!(renderer.pixmap(), &before);
        renderer.restore_region(&region);
        assert_eq!(renderer.pixmap(), &before);
    }

    #[test]
    fn a_region_can_be_moved() {
        let mut renderer = numbered();
        let mut region = renderer
            .copy_from_bbox(Rect::new(0.0, 2.0, 1.0, 3.0))
            .unwrap();
        region.set_x(3);
        region.set_y(2);
        renderer.restore_region(&region);
        assert_eq!(renderer.pixmap().pixel(3, 2), Some([0, 0, 0, 255]));
    }

    #[test]
    fn a_part_is_shifted_and_has_its_last_column_and_row() {
        let mut renderer = numbered();
        let region = renderer
            .copy_from_bbox(Rect::new(0.0, 0.0, 4.0, 3.0))
            .unwrap();
        renderer.restore_part(&region, IntRect::new(2, 1, 3, 2), (-2, -1));
        assert_eq!(renderer.pixmap().pixel(0, 0), Some([2, 1, 0, 255]));
        assert_eq!(renderer.pixmap().pixel(1, 1), Some([3, 2, 0, 255]));
        assert_eq!(renderer.pixmap().pixel(2, 0), Some([2, 0, 0, 255]));
        assert_eq!(renderer.pixmap().pixel(0, 2), Some([0, 2, 0, 255]));
    }

    #[test]
    fn regions_outside_the_surface_do_no_harm() {
        let mut renderer = numbered();
        let before = renderer.pixmap().clone();
        for bounds in [
            Rect::new(50.0, 50.0, 60.0, 60.0),
            Rect::new(0.0, 0.0, 0.0, 0.0),
            Rect::new(f64::NAN, 0.0, 1.0, f64::NAN),
        ] {
            let region = renderer.copy_from_bbox(bounds).unwrap();
            renderer.restore_region(&region);
            renderer.restore_part(&region, IntRect::new(-9, -9, 9, 9), (i32::MIN, i32::MAX));
        }
        assert_eq!(renderer.pixmap(), &before);
        assert!(
            renderer
                .copy_from_bbox(Rect::new(-1e300, -1e300, 1e300, 1e300))
                .is_err()
        );
    }
}
