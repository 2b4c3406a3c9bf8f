//! Numbers that are the same everywhere.

/// A generator of numbers from 0 to 1 that is the same everywhere.
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    /// A generator whose numbers begin at a place of their own for each seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number from 0 to 1.
    pub fn unit(&mut self) -> f64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A number from −1 to 1.
    pub fn around(&mut self) -> f64 {
        2.0 * self.unit() - 1.0
    }

    /// An opaque colour.
    pub fn color(&mut self) -> [u8; 4] {
        let [r, g, b] = [(); 3].map(|()| (self.unit() * 256.0) as u8);
        [r, g, b, 255]
    }
}
