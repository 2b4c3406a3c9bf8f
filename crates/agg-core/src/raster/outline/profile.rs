//! The profile of a line: how coverage falls off with the distance from its middle.
//!
//! ```text
//!  255 ┤████████████╲              the core is full; the smoother falls to nothing, and ends
//!      │             ╲             half a smoother width outside of the nominal width
//!    0 ┼──────────────╲────
//!      0   core       ↑ width
//! ```
//!
//! A line thinner than its smoother has no core; one thinner than the least width is drawn with
//! that width, and paler in proportion.

use crate::raster::gamma::Gamma;

/// 1/256 pixel, the unit of distances here.
const SUBPIXELS: f64 = 256.0;
/// The widest smoother, in pixels: beyond it the ramp would only cost memory.
const WIDEST_SMOOTHER: f64 = 256.0;
/// The widest line, in pixels: half the longest side of a surface. Beyond it, products of
/// distances might not fit 64 bits.
pub(super) const WIDEST_LINE: f64 = (1 << 22) as f64;

/// What a profile is made from, in pixels.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Shape {
    pub(super) width: f64,
    pub(super) smoother: f64,
    pub(super) least: f64,
    pub(super) gamma: Gamma,
}

/// Coverage by distance, both in 1/256.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Profile {
    width: i64,
    core: i64,
    full: u8,
    ramp: Vec<u8>,
}

/// The nearest number within limits; the lower one for NaN.
pub(super) fn limited(v: f64, (least, most): (f64, f64)) -> f64 {
    v.max(least).min(most)
}

impl Profile {
    pub(super) fn new(shape: &Shape) -> Self {
        let smoother = limited(shape.smoother, (0.0, WIDEST_SMOOTHER));
        let width = limited(shape.width, (0.0, WIDEST_LINE));
        let reach = (width + width.min(smoother)) * 0.5;
        let (mut core, mut fall) = if reach < smoother {
            (0.0, smoother + (reach - smoother))
        } else {
            (reach - smoother, smoother)
        };
        let least = |v: f64| if v == 0.0 { 1.0 / SUBPIXELS } else { v };
        (core, fall) = (least(core), least(fall));
        let mut strength = 1.0;
        let thickest = limited(shape.least, (0.0, WIDEST_SMOOTHER));
        if core + fall < thickest {
            strength = (core + fall) / thickest;
            (core, fall) = (core / strength, fall / strength);
        }
        let cover = |v: f64| shape.gamma.apply((v * 255.0) as u8);
        let steps = (fall * SUBPIXELS) as usize;
        let falling = |i| strength - strength * (i as f64 / steps as f64);
        Self {
            width: ((core + fall) * SUBPIXELS + 0.5) as i64,
            core: (core * SUBPIXELS) as i64,
            full: cover(strength),
            ramp: (0..steps).map(|i| cover(falling(i))).collect(),
        }
    }

    /// From the middle to where coverage ends.
    pub(super) fn width(&self) -> i64 {
        self.width
    }

    /// The coverage at a distance. On the other side of the middle it is mirrored, one step off:
    /// −1 is like 0.
    #[inline]
    pub(super) fn cover(&self, distance: i64) -> u8 {
        let distance = if distance < 0 {
            -1 - distance
        } else {
            distance
        };
        if distance < self.core {
            return self.full;
        }
        let beyond = usize::try_from(distance - self.core).ok();
        beyond.and_then(|i| self.ramp.get(i)).copied().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile(width: f64, smoother: f64, least: f64) -> Profile {
        Profile::new(&Shape {
            width,
            smoother,
            least,
            gamma: Gamma::default(),
        })
    }

    #[test]
    fn the_core_is_full_and_the_smoother_falls_to_nothing() {
        let wide = profile(5.0, 1.0, 1.0);
        assert_eq!(wide.width(), 3 * 256);
        let covers = [0, 511, 512, 640, 767, 768].map(|d| wide.cover(d));
        assert_eq!(covers, [255, 255, 255, 127, 0, 0]);
        assert_eq!([wide.cover(-1), wide.cover(-641)], [255, 127]);
    }

    #[test]
    fn thin_lines_are_pale_instead_of_thin() {
        let thin = profile(0.5, 1.0, 1.0);
        assert_eq!(thin.width(), 256);
        assert!((120..=130).contains(&thin.cover(0)), "{}", thin.cover(0));
    }

    #[test]
    fn strange_widths_have_a_profile() {
        for v in [0.0, -1.0, f64::NAN, f64::INFINITY, 1e300] {
            for profile in [
                profile(v, 1.0, 1.0),
                profile(1.0, v, 1.0),
                profile(1.0, 1.0, v),
            ] {
                assert!(profile.width() >= 1 && profile.ramp.len() <= 256 * 256);
                assert_eq!(profile.cover(profile.width() + 2), 0);
            }
        }
    }
}
