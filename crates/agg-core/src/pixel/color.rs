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

    /// The components out of 65535, rounded to the nearest and cut off at 0 and 65535.
    #[must_use]
    pub fn to_rgba16(self) -> [u16; 4] {
        [self.r, self.g, self.b, self.a].map(|v| (v * 65535.0 + 0.5) as u16)
    }

    /// The colour `t` of the way to another, each component on its own.
    #[must_use]
    pub fn lerp(self, other: Self, t: f64) -> Self {
        let mix = |from: f64, to: f64| from + (to - from) * t;
        Self::new(
            mix(self.r, other.r),
            mix(self.g, other.g),
            mix(self.b, other.b),
            mix(self.a, other.a),
        )
    }

    /// The same colour with red, green and blue changed by `map`.
    #[must_use]
    pub(crate) fn map_rgb(self, map: impl Fn(f64) -> f64) -> Self {
        Self::new(map(self.r), map(self.g), map(self.b), self.a)
    }

    /// The colour with its components multiplied by its alpha, cut off at 0 and 1 first.
    #[must_use]
    pub fn premultiplied(self) -> Premultiplied {
        let [r, g, b, a] = [self.r, self.g, self.b, self.a].map(unit);
        Premultiplied::new(r * a, g * a, b * a, a)
    }
}

/// A colour whose red, green and blue are multiplied by its alpha: what compositing adds up.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Premultiplied {
    /// Red times alpha.
    pub r: f64,
    /// Green times alpha.
    pub g: f64,
    /// Blue times alpha.
    pub b: f64,
    /// Opacity.
    pub a: f64,
}

impl Premultiplied {
    /// Nothing at all.
    pub const TRANSPARENT: Self = Self::new(0.0, 0.0, 0.0, 0.0);

    /// The colour with these components.
    #[must_use]
    pub const fn new(r: f64, g: f64, b: f64, a: f64) -> Self {
        Self { r, g, b, a }
    }

    /// The components divided by alpha; invisible black where alpha is not positive.
    #[must_use]
    pub fn to_color(self) -> Color {
        if self.a > 0.0 {
            let [r, g, b] = [self.r, self.g, self.b].map(|v| v / self.a);
            Color::new(r, g, b, self.a)
        } else {
            Color::TRANSPARENT
        }
    }

    /// All four components multiplied by a factor.
    #[must_use]
    pub fn scaled(self, k: f64) -> Self {
        Self::new(self.r * k, self.g * k, self.b * k, self.a * k)
    }
}

/// The value between 0 and 1 that is nearest; 0 for NaN.
pub(crate) fn unit(v: f64) -> f64 {
    if v > 0.0 { v.min(1.0) } else { 0.0 }
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
        assert_eq!(wild.to_rgba16(), [0, 65535, 0, 65535]);
        assert_eq!(wild.premultiplied(), Premultiplied::new(0.0, 1.0, 0.0, 1.0));
    }

    #[test]
    fn alpha_goes_in_and_out() {
        let color = Color::new(0.5, 1.0, 0.25, 0.5);
        assert_eq!(
            color.premultiplied(),
            Premultiplied::new(0.25, 0.5, 0.125, 0.5)
        );
        assert_eq!(color.premultiplied().to_color(), color);
        assert_eq!(Premultiplied::TRANSPARENT.to_color(), Color::TRANSPARENT);
    }
}
