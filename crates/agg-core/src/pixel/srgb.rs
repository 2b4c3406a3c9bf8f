//! The sRGB transfer curve.

use libm::pow;
use std::sync::LazyLock;

/// Where colours are mixed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ColorSpace {
    /// As they are stored: usual, fast, and too dark between strong colours.
    #[default]
    Srgb,
    /// As light adds up: decoded, mixed, encoded again.
    Linear,
}

impl ColorSpace {
    /// A component of a stored colour in this space.
    pub(crate) fn decode(self, v: f64) -> f64 {
        match self {
            Self::Srgb => v,
            Self::Linear => decode(v),
        }
    }

    /// A component of this space as it is stored.
    pub(crate) fn encode(self, v: f64) -> f64 {
        match self {
            Self::Srgb => v,
            Self::Linear => encode(v),
        }
    }
}

/// The light of a stored component; values that a byte can have come from a table.
fn decode(v: f64) -> f64 {
    static BYTES: LazyLock<[f64; 256]> =
        LazyLock::new(|| std::array::from_fn(|i| curve(i as f64 / 255.0)));
    let scaled = v * 255.0;
    let nearest = scaled.round();
    match BYTES.get(nearest as usize) {
        Some(light) if (scaled - nearest).abs() < 1e-9 => *light,
        _ => curve(v),
    }
}

fn curve(v: f64) -> f64 {
    if v <= 0.04045 {
        v / 12.92
    } else {
        pow((v + 0.055) / 1.055, 2.4)
    }
}

fn encode(v: f64) -> f64 {
    if v <= 0.003_130_8 {
        v * 12.92
    } else {
        1.055 * pow(v, 1.0 / 2.4) - 0.055
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_comes_back() {
        for v in 0..=255 {
            let stored = f64::from(v) / 255.0;
            assert!((encode(decode(stored)) - stored).abs() < 1e-6, "{v}");
        }
    }

    #[test]
    fn half_the_light_is_brighter_than_half_the_value() {
        assert_eq!((ColorSpace::Linear.encode(0.5) * 255.0).round(), 188.0);
        assert_eq!(ColorSpace::Srgb.encode(0.5), 0.5);
    }
}
