//! Masks from pictures.

use crate::error::Error;
use crate::pixel::{PixelFormat, Pixmap};
use crate::raster::Mask;

impl<F: PixelFormat> Pixmap<F> {
    /// A mask that lets through as much as the pixels are opaque.
    ///
    /// # Errors
    ///
    /// [`Error::OutOfMemory`] where there is no room for it.
    pub fn alpha_mask(&self) -> Result<Mask, Error> {
        self.mask(|[_, _, _, a]| a)
    }

    /// A mask that lets through as much as the pixels are light, on black where they are not
    /// opaque: 77/256 of red, 150/256 of green and 29/256 of blue.
    ///
    /// ```
    /// use agg_core::{Canvas, Color, Pixmap};
    ///
    /// let mut light = Pixmap::new(4, 4)?;
    /// light.fill([0, 255, 0, 255]);
    /// let mut pixmap = Pixmap::new(4, 4)?;
    /// Canvas::new(&mut pixmap).with_mask(light.luminance_mask()?).fill_all(Color::WHITE);
    /// assert_eq!(pixmap.pixel(0, 0), Some([149; 4]));
    /// # Ok::<(), agg_core::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::OutOfMemory`] where there is no room for it.
    pub fn luminance_mask(&self) -> Result<Mask, Error> {
        self.mask(|[r, g, b, _]| {
            let sum = u32::from(r) * 77 + u32::from(g) * 150 + u32::from(b) * 29;
            (sum >> 8) as u8
        })
    }

    /// A mask made of premultiplied pixels of 8 bits a channel.
    fn mask(&self, cover: impl Fn([u8; 4]) -> u8) -> Result<Mask, Error> {
        let mut mask = Mask::new(self.bounds())?;
        for (to, &pixel) in mask.covers_mut().iter_mut().zip(self.pixels()) {
            *to = cover(crate::pixel::Rgba8::store(F::load(pixel)));
        }
        Ok(mask)
    }
}

#[cfg(test)]
mod tests {
    use crate::pixel::{Pixmap, Rgba8, StraightRgba8};

    #[test]
    fn masks_come_from_alpha_and_from_light() {
        let mut pixmap = Pixmap::<StraightRgba8>::with_format(2, 1).unwrap();
        pixmap.pixels_mut()[0] = [255, 0, 0, 128];
        pixmap.pixels_mut()[1] = [255, 255, 255, 255];
        assert_eq!(pixmap.alpha_mask().unwrap().covers(), [128, 255]);
        assert_eq!(pixmap.luminance_mask().unwrap().covers(), [38, 255]);
        let plain = pixmap.converted::<Rgba8>().unwrap();
        assert_eq!(
            plain.luminance_mask().unwrap(),
            pixmap.luminance_mask().unwrap()
        );
    }
}
