//! The stream of pseudo-random numbers that the oracles' scenes make too.

/// A 64-bit linear congruential generator, started at 1.
#[derive(Clone, Debug)]
pub struct Random {
    state: u64,
}

impl Default for Random {
    fn default() -> Self {
        Self { state: 1 }
    }
}

impl Random {
    /// The next number, at least 0 and less than 1, of 53 bits.
    pub fn next_unit(&mut self) -> f64 {
        self.state = self
            .state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.state >> 11) as f64 / (1_u64 << 53) as f64
    }
}
