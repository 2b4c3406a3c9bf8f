//! Colours.

/// A colour with straight (not premultiplied) alpha: red, green, blue and alpha from 0 to 1, the
/// first three in sRGB.
///
/// Values outside 0 to 1 are kept here and cut off where pixels are made; NaN counts as 0.
///
/// ```
/// use agg_core::Color;
///
/// let blue = Color::from_rgb8(31, 119, 180).with_alpha(0.5);
/// assert_eq!(blue.to_rgba8(), [31, 119, 180, 128]);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Color {
    /// Red.
    pub r: f64,
    /// Green.
    pub g: f64,
    /// Blue.
    pub b: f64,
    /// Opacity: 0 is invisible, 1 opaque.
    pub a: f64,
}

impl Color {
    /// Invisible black.
    pub const TRANSPARENT: Self = Self::new(0.0, 0.0, 0.0, 0.0);
    /// Opaque black.
    pub const BLACK: Self = Self::new(0.0, 0.0, 0.0, 1.0);
    /// Opaque white.
    pub const WHITE: Self = Self::new(1.0, 1.0, 1.0, 1.0);

    /// The colour with these components.
    #[must_use]
    pub const fn new(r: f64, g: f64, b: f64, a: f64) -> Self {
        Self { r, g, b, a }
    }

    /// The opaque colour with these components out of 255.
    #[must_use]
    pub const fn from_rgb8(r: u8, g: u8, b: u8) -> Self {
        Self::from_rgba8(r, g, b, 255)
    }

    /// The colour with these components out of 255, alpha straight.
    #[must_use]
    pub const fn from_rgba8(r: u8, g: u8, b: u8, a: u8) -> Self {
        Self::new(
            r as f64 / 255.0,
            g as f64 / 255.0,
            b as f64 / 255.0,
            a as f64 / 255.0,
        )
    }

    /// The same colour with another opacity.
    #[must_use]
    pub const fn with_alpha(self, a: f64) -> Self {
        Self { a, ..self }
    }

    /// The components out of 255, rounded to the nearest and cut off at 0 and 255.
    #[must_use]
    pub fn to_rgba8(self) -> [u8; 4] {
        [self.r, self.g, self.b, self.a].map(|v| (v * 255.0 + 0.5) as u8)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_come_back() {
        for v in 0..=255 {
            assert_eq!(
                Color::from_rgba8(v, 0, 255 - v, v).to_rgba8(),
                [v, 0, 255 - v, v]
            );
        }
    }

    #[test]
    fn values_out_of_range_are_cut_off() {
        let wild = Color::new(-1.0, 2.0, f64::NAN, f64::INFINITY);
        assert_eq!(wild.to_rgba8(), [0, 255, 0, 255]);
    }
}
