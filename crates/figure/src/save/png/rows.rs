//! Filtering of rows: each byte becomes what it differs by from a guess.
//!
//! ```text
//!   above left c │ above b        The guess is that of a, b, c which is nearest to a + b − c
//!   ─────────────┼─────────       (Paeth). Where neither the pixel nor its left neighbour differs
//!   left       a │ x              from above, it is exact, and nothing needs to be worked out.
//! ```

use std::ops::Range;

use super::press::Press;

/// The number of this filter.
const PAETH: u8 = 4;
/// Bytes of a pixel.
const PIXEL: usize = 4;
/// Bytes that are looked at together.
const PIECE: usize = 32;

/// Filters rows and presses them.
#[derive(Default)]
pub(super) struct Rows {
    press: Press,
    /// What a row differs by from guesses, where it may.
    differences: Vec<u8>,
}

impl Rows {
    /// Adds a row of whole pixels, given the one above it.
    pub(super) fn add(&mut self, row: &[u8], above: &[u8]) {
        self.press.bytes(&[PAETH]);
        let changed = changed(row, above);
        // The pixel after the last one has a left neighbour that differs.
        let end = (changed.end + PIXEL).min(row.len());
        self.press.zeros(changed.start);
        if !changed.is_empty() {
            self.differences.clear();
            self.differences.resize(end - changed.start, 0);
            differences(row, above, changed.start, &mut self.differences);
            self.press.bytes(&self.differences);
            self.press.zeros(row.len() - end);
        }
    }

    /// The stream, whose pressed part may be taken.
    pub(super) fn press(&mut self) -> &mut Press {
        &mut self.press
    }
}

/// From the first pixel that differs from the one above to the end of the last, or a little more;
/// where none does, from the end on.
fn changed(row: &[u8], above: &[u8]) -> Range<usize> {
    let (pieces, rest) = row.as_chunks::<PIECE>();
    let (pieces_above, rest_above) = above.as_chunks::<PIECE>();
    let mut pairs = pieces.iter().zip(pieces_above);
    let first = pairs.position(|(piece, above)| piece != above);
    let last = pairs.rposition(|(piece, above)| piece != above);
    let in_rest = rest != rest_above;
    match (first, last) {
        (None, _) if in_rest => pieces.len() * PIECE..row.len(),
        (None, _) => row.len()..row.len(),
        (Some(first), _) if in_rest => first * PIECE..row.len(),
        // The last ones are counted from the one after the first.
        (Some(first), last) => {
            let end = first + 1 + last.map_or(0, |last| last + 1);
            first * PIECE..end * PIECE
        }
    }
}

/// What a row differs by from guesses, from a pixel on.
fn differences(row: &[u8], above: &[u8], from: usize, into: &mut [u8]) {
    // Left of the first pixel all counts as zero, and the guess is what is above.
    let first = if from == 0 { PIXEL } else { 0 };
    let (edge, into) = into.split_at_mut(first.min(into.len()));
    for ((to, x), b) in edge.iter_mut().zip(row).zip(above) {
        *to = x.wrapping_sub(*b);
    }
    let from = from + first;
    let both = |bytes| {
        let after = |start: usize| <[u8]>::get(bytes, start..).unwrap_or_default();
        [after(from - PIXEL), after(from)]
    };
    let ([a, x], [c, b]) = (both(row), both(above));
    let known = a.iter().zip(b).zip(c);
    for ((to, x), ((&a, &b), &c)) in into.iter_mut().zip(x).zip(known) {
        *to = x.wrapping_sub(guess(a, b, c));
    }
}

/// Whichever of a, b, c is nearest to a + b − c, the first of several.
#[inline(always)]
fn guess(a: u8, b: u8, c: u8) -> u8 {
    let [wide_a, wide_b, wide_c] = [a, b, c].map(i16::from);
    let (from_a, from_b) = (wide_b - wide_c, wide_a - wide_c);
    let from_c = (from_a + from_b).abs();
    let (from_a, from_b) = (from_a.abs(), from_b.abs());
    let nearer = if from_b <= from_c { b } else { c };
    if from_a <= from_b && from_a <= from_c {
        a
    } else {
        nearer
    }
}
