//! Huffman codes: short ones for what is frequent.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// The code of a symbol, its first bit the lowest; of a symbol that never comes up, no bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Code {
    pub(super) bits: u32,
    pub(super) length: u8,
}

impl Code {
    /// The code and then so many bits of a number.
    pub(super) fn then(self, number: u32, length: u8) -> Self {
        Self {
            bits: self.bits | (number << self.length),
            length: self.length + length,
        }
    }
}

/// How long the code of each symbol is, given how often it comes up: no longer than `longest`, which
/// must have room for all of them.
pub(super) fn lengths(counts: &[u32], longest: u8) -> Vec<u8> {
    // The rarer a symbol, the deeper the tree: so none counts as rarer than this.
    let mut least = counts.iter().sum::<u32>() >> longest.saturating_sub(2);
    loop {
        let used = |&count: &u32| if count > 0 { count.max(least) } else { 0 };
        let lengths = best_lengths(&counts.iter().map(used).collect::<Vec<_>>());
        if lengths.iter().all(|&length| length <= longest) {
            return lengths;
        }
        least = 2 * least + 1;
    }
}

/// The same without a limit: the two rarest become one, again and again.
fn best_lengths(counts: &[u32]) -> Vec<u8> {
    let used = counts.iter().enumerate().filter(|(_, count)| **count > 0);
    let leaves = used
        .clone()
        .map(|(symbol, &count)| Reverse((count, symbol)));
    let mut heap: BinaryHeap<_> = leaves.collect();
    // Of each node, the one above it; inner nodes come after the symbols.
    let mut above = vec![None; counts.len()];
    while heap.len() > 1 {
        let node = above.len();
        above.push(None);
        let mut both = 0;
        for Reverse((count, below)) in [heap.pop(), heap.pop()].into_iter().flatten() {
            both += count;
            if let Some(above) = above.get_mut(below) {
                *above = Some(node);
            }
        }
        heap.push(Reverse((both, node)));
    }
    // From the top down, which comes last.
    let mut depths = vec![0_u8; above.len()];
    for (node, above) in above.iter().enumerate().rev() {
        let depth = above
            .and_then(|above| depths.get(above))
            .map(|depth| depth + 1);
        if let (Some(place), Some(depth)) = (depths.get_mut(node), depth) {
            *place = depth;
        }
    }
    depths.truncate(counts.len());
    // A tree of one symbol has no depth, but a code has a bit.
    if let (Some((only, _)), 1) = (used.clone().next(), used.count())
        && let Some(depth) = depths.get_mut(only)
    {
        *depth = 1;
    }
    depths
}

/// The codes of given lengths: shorter before longer, and then by symbol.
pub(super) fn codes(lengths: &[u8]) -> Vec<Code> {
    let mut codes = vec![Code::default(); lengths.len()];
    let mut next = 0_u32;
    for length in 1..=lengths.iter().copied().max().unwrap_or(0) {
        next <<= 1;
        let like = codes.iter_mut().zip(lengths).filter(|(_, l)| **l == length);
        for (code, _) in like {
            *code = Code {
                bits: next.reverse_bits() >> (32 - u32::from(length)),
                length,
            };
            next += 1;
        }
    }
    codes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rarer_symbols_have_longer_codes() {
        assert_eq!(lengths(&[8, 0, 1, 2, 4, 1], 15), [1, 0, 4, 3, 2, 4]);
        assert_eq!(lengths(&[0, 7, 0], 15), [0, 1, 0]);
        assert_eq!(lengths(&[0, 0], 15), [0, 0]);
    }

    #[test]
    fn no_code_is_longer_than_allowed_and_none_is_wasted() {
        let mut fibonacci = vec![1_u32, 1];
        while fibonacci.len() < 30 {
            fibonacci.push(fibonacci[fibonacci.len() - 1] + fibonacci[fibonacci.len() - 2]);
        }
        for longest in [7, 15] {
            let lengths = lengths(&fibonacci, longest);
            let shares: f64 = lengths.iter().map(|&l| 0.5_f64.powi(l.into())).sum();
            assert_eq!(shares, 1.0);
            assert!(lengths.iter().all(|&l| (1..=longest).contains(&l)));
        }
    }

    #[test]
    fn codes_count_up_within_a_length() {
        let bits = |code: &Code| (code.bits, code.length);
        let codes: Vec<_> = codes(&[2, 1, 3, 3]).iter().map(bits).collect();
        assert_eq!(codes, [(0b01, 2), (0b0, 1), (0b011, 3), (0b111, 3)]);
    }
}
