//! The stream of pseudo-random numbers that the oracles' scenes make too.

/// A 64-bit linear congruential generator.
#[derive(Clone, Debug)]
pub struct Random {
    state: u64,
}

impl Default for Random {
    /// Started at 1.
    fn default() -> Self {
        Self::new(1)
    }
}

impl Random {
    /// Started at `seed`.
    pub fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// The next number, at least 0 and less than 1, of 53 bits.
    pub fn unit(&mut self) -> f64 {
        self.state = self
            .state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.state >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// The next number scaled to `low..high`.
    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        low + self.unit() * (high - low)
    }

    /// The next number as one of the integers below `count`.
    pub fn below(&mut self, count: u32) -> u32 {
        (self.unit() * f64::from(count)) as u32
    }

    /// One of the values.
    pub fn choose<T: Copy, const N: usize>(&mut self, values: [T; N]) -> T {
        values[(self.unit() * N as f64) as usize]
    }
}
