//! How large a font is drawn: points and dots per inch, turned into FreeType's 26.6 pixels per em.
//!
//! ```text
//! 10 pt at 100 dpi:   trunc(10·64) = 640 ─► (640·100 + 36) / 72 = 889 (26.6) ─► 13.89 px per em
//!                     a font that wants whole sizes is then scaled to round(13.89) = 14
//! ```

use crate::Error;

/// The largest size in pixels per em; FreeType keeps sizes in 16 bits.
const MAX_PPEM: u32 = 0xFFFF;

/// A font size: points, and the resolution that makes pixels of them.
///
/// Two sizes are equal when they scale glyphs and lines alike.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FontSize {
    points: f64,
    dpi: f64,
    ppem_26_6: u32,
}

impl FontSize {
    /// The size of `points` (1/72 inch) at `dpi` dots per inch.
    ///
    /// As in FreeType, points count in steps of 1/64, `dpi` in whole numbers (both cut off, not
    /// rounded), and glyphs are never scaled below one point. Line metrics use the exact product.
    ///
    /// # Errors
    ///
    /// [`Error::FontSize`] unless both numbers are finite and positive and the em is at most
    /// 65 535 pixels.
    ///
    /// # Examples
    ///
    /// ```
    /// let size = agg_text::FontSize::from_points(10.0, 100.0)?;
    /// assert_eq!(size.pixels_per_em(), 889.0 / 64.0);
    /// assert!(agg_text::FontSize::from_points(f64::NAN, 100.0).is_err());
    /// # Ok::<(), agg_text::Error>(())
    /// ```
    pub fn from_points(points: f64, dpi: f64) -> Result<Self, Error> {
        let refused = Error::FontSize { points, dpi };
        let pixels = points * dpi / 72.0;
        if !(points > 0.0 && dpi > 0.0 && pixels > 0.0 && pixels <= f64::from(MAX_PPEM)) {
            return Err(refused);
        }
        let limit = f64::from(u32::MAX);
        if points * 64.0 > limit || dpi > limit {
            return Err(refused);
        }
        // Both are positive and below 2^32, so the casts only cut off the fraction.
        let points_26_6 = ((points * 64.0) as u64).max(64);
        let dpi_whole = match dpi as u64 {
            0 => 72,
            dpi => dpi,
        };
        let ppem_26_6 = (points_26_6 * dpi_whole + 36) / 72;
        if ppem_26_6 + 32 > u64::from(MAX_PPEM) << 6 {
            return Err(refused);
        }
        Ok(Self {
            points,
            dpi,
            ppem_26_6: ppem_26_6 as u32,
        })
    }

    /// Pixels per em in the steps of 1/64 that glyphs are scaled by.
    ///
    /// A font that asks for whole sizes is scaled by this, rounded.
    #[must_use]
    pub fn pixels_per_em(self) -> f64 {
        f64::from(self.ppem_26_6) / 64.0
    }

    /// The size in points, as given.
    #[must_use]
    pub fn points(self) -> f64 {
        self.points
    }

    /// The resolution in dots per inch, as given.
    #[must_use]
    pub fn dpi(self) -> f64 {
        self.dpi
    }

    /// Pixels per font unit of a font with this em, for line metrics: the exact product of points
    /// and resolution, multiplied in matplotlib's order.
    pub(crate) fn pixels_per_unit(self, units_per_em: u16) -> f64 {
        1.0 / f64::from(units_per_em) * self.points * self.dpi / 72.0
    }

    /// Pixels per em in 1/64 px, before a font's wish for whole sizes.
    pub(crate) fn ppem_26_6(self) -> u32 {
        self.ppem_26_6
    }
}
