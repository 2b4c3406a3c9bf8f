//! Pressing of filtered rows: a zlib stream whose only repetitions are runs of zeros.
//!
//! Of a plot, nearly all is like its left or upper neighbour, and a filter makes zeros of it. So
//! a run of zeros is one token and any other byte another, and nothing is searched for. Tokens are
//! kept until there are many; then each gets a code by how often it came up, and they are written
//! as one block:
//!
//! ```text
//!   0 0 0 0 0 0 17 255 0 3     ─►   0, 5 more, 17, 255, 0, 3     ─►   01·1101·…
//! ```

use simd_adler32::Adler32;

use super::huffman::{Code, codes, lengths};

/// Tokens below this are bytes; the others are runs, by their length less [`SHORTEST`].
const RUNS: usize = 256;
/// The lengths that a run may have.
const SHORTEST: usize = 3;
const LONGEST: usize = 258;
/// So many tokens there are.
const TOKENS: usize = RUNS + LONGEST - SHORTEST + 1;
/// So many tokens make a block: enough for the table of its codes, about 80 bytes, not to matter.
const BLOCK: usize = 1 << 15;
/// The symbol that ends a block.
const END: usize = 256;
/// Bytes, the end, and the lengths of runs.
const SYMBOLS: usize = 286;
/// No code is longer: deflate would allow for 15, but of 13 bits and the 6 that may follow there are
/// three in 57, and files grow by less than a thousandth.
const LONGEST_CODE: u8 = 13;
/// The same for the codes of their lengths.
const LONGEST_LENGTH_CODE: u8 = 7;

/// Presses bytes as they come.
pub(super) struct Press {
    tokens: Vec<u16>,
    /// Zeros that have not become tokens yet.
    zeros: usize,
    checksum: Checksum,
    out: Bits,
}

impl Default for Press {
    fn default() -> Self {
        let mut out = Bits::default();
        // Deflate with a window of 32 kB, pressed as fast as can be.
        out.bytes.extend([0x78, 0x01]);
        Self {
            tokens: Vec::with_capacity(2 * BLOCK),
            zeros: 0,
            checksum: Checksum::default(),
            out,
        }
    }
}

impl Press {
    /// Takes so many zeros.
    pub(super) fn zeros(&mut self, count: usize) {
        self.zeros += count;
        self.checksum.zeros(count);
    }

    /// Takes bytes.
    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        self.checksum.bytes(bytes);
        let (words, rest) = bytes.as_chunks::<8>();
        words.iter().for_each(|word| self.word(word));
        for &byte in rest {
            if byte == 0 {
                self.zeros += 1;
            } else {
                self.end_run();
                self.tokens.push(byte.into());
            }
        }
        if self.tokens.len() >= BLOCK {
            self.end_block(Last::No);
        }
    }

    /// Eight bytes, of which only zeros at the borders are looked for: runs inside are short. All
    /// eight become tokens first, as so many are stored at once.
    #[inline]
    fn word(&mut self, word: &[u8; 8]) {
        let number = u64::from_le_bytes(*word);
        let last = number.leading_zeros() as usize / 8;
        if number == 0 {
            self.zeros += word.len();
        } else if self.zeros == 0 && last <= SHORTEST {
            self.tokens.extend(word.map(u16::from));
        } else {
            let first = number.trailing_zeros() as usize / 8;
            self.zeros += first;
            self.end_run();
            let from_first = (number >> (8 * first)).to_le_bytes();
            let end = self.tokens.len() + word.len() - first - last;
            self.tokens.extend(from_first.map(u16::from));
            self.tokens.truncate(end);
            self.zeros = last;
        }
    }

    /// Makes tokens of the zeros: one by itself, and then as often the byte before as there are more.
    #[inline]
    fn end_run(&mut self) {
        if self.zeros > SHORTEST {
            return self.end_long_run();
        }
        let end = self.tokens.len() + self.zeros;
        self.tokens.extend([0; SHORTEST]);
        self.tokens.truncate(end);
        self.zeros = 0;
    }

    fn end_long_run(&mut self) {
        self.tokens.push(0);
        let mut more = self.zeros.saturating_sub(1);
        while more >= SHORTEST {
            let length = more.min(LONGEST);
            self.tokens.push((RUNS + length - SHORTEST) as u16);
            more -= length;
        }
        self.zeros = more;
        self.end_run();
    }

    /// What is pressed so far and has not been taken.
    pub(super) fn pressed(&self) -> &[u8] {
        &self.out.bytes
    }

    /// Forgets what has been taken.
    pub(super) fn clear(&mut self) {
        self.out.bytes.clear();
    }

    /// Ends the stream; all of it has been pressed then.
    pub(super) fn finish(&mut self) {
        self.end_run();
        self.end_block(Last::Yes);
        self.out.flush();
        let checksum = self.checksum.0.finish();
        self.out.bytes.extend(checksum.to_be_bytes());
    }

    fn end_block(&mut self, last: Last) {
        let mut counts = [0_u32; TOKENS];
        for &token in &self.tokens {
            counts[usize::from(token) % TOKENS] += 1;
        }
        let lengths = lengths(&symbol_counts(&counts), LONGEST_CODE);
        let codes = codes(&lengths);
        self.out
            .put(Code::default().then(last as u32, 1).then(DYNAMIC, 2));
        write_lengths(&lengths, &mut self.out);
        let code = |symbol: usize| codes.get(symbol).copied().unwrap_or_default();
        let tokens: [Code; TOKENS] = std::array::from_fn(|token| {
            if token < RUNS {
                code(token)
            } else {
                let (symbol, rest, bits) = run_symbol(token - RUNS);
                // Of distances there is but one, and its code is 0.
                code(symbol).then(rest, bits).then(0, 1)
            }
        });
        let tokens = |few: &[u16; 3]| few.map(|token| tokens[usize::from(token) % TOKENS]);
        let (threes, rest) = self.tokens.as_chunks::<3>();
        self.out.put_threes(threes.iter().map(tokens));
        for &token in rest {
            let [code, ..] = tokens(&[token; 3]);
            self.out.put(code);
        }
        self.out.put(code(END));
        self.tokens.clear();
    }
}

/// A block whose codes are its own.
const DYNAMIC: u32 = 2;

/// Whether a block is the last one.
#[derive(Clone, Copy, Debug)]
enum Last {
    No = 0,
    Yes = 1,
}

/// The symbol of a run, given its length less [`SHORTEST`]; what it leaves open, and in how many
/// bits. From eight on, four symbols share each doubling of the length.
fn run_symbol(length: usize) -> (usize, u32, u8) {
    if length == LONGEST - SHORTEST {
        return (SYMBOLS - 1, 0, 0);
    }
    let bits = (length.max(4).ilog2() - 2) as usize;
    let rest = length & ((1 << bits) - 1);
    (
        END + 1 + 4 * bits + (length >> bits),
        rest as u32,
        bits as u8,
    )
}

/// How often each symbol comes up in a block with these tokens.
fn symbol_counts(tokens: &[u32]) -> [u32; SYMBOLS] {
    let (bytes, runs) = tokens.split_at(RUNS.min(tokens.len()));
    let mut counts = [0; SYMBOLS];
    for (count, &bytes) in counts.iter_mut().zip(bytes) {
        *count = bytes;
    }
    counts[END] = 1;
    for (length, &runs) in runs.iter().enumerate() {
        if let Some(count) = counts.get_mut(run_symbol(length).0) {
            *count += runs;
        }
    }
    counts
}

/// Writes the lengths of a block's codes, themselves in codes.
fn write_lengths(of_symbols: &[u8], out: &mut Bits) {
    /// The order in which the lengths of the codes of lengths come.
    const ORDER: [usize; 19] = [
        16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
    ];
    let distance: [u8; 1] = [1];
    let mut items = Vec::new();
    for run in of_symbols.chunk_by(|a, b| a == b).chain([&distance[..]]) {
        in_items(run, &mut items);
    }
    let mut counts = [0; ORDER.len()];
    for (symbol, _, _) in &items {
        if let Some(count) = counts.get_mut(*symbol) {
            *count += 1;
        }
    }
    let lengths = lengths(&counts, LONGEST_LENGTH_CODE);
    let codes = codes(&lengths);
    let header = [
        (SYMBOLS as u32 - 257, 5),
        (0, 5),
        (ORDER.len() as u32 - 4, 4),
    ];
    for (number, bits) in header {
        out.put(Code::default().then(number, bits));
    }
    for symbol in ORDER {
        let length = lengths.get(symbol).copied().unwrap_or(0);
        out.put(Code::default().then(length.into(), 3));
    }
    for (symbol, rest, bits) in items {
        let code = codes.get(symbol).copied().unwrap_or_default();
        out.put(code.then(rest, bits));
    }
}

/// Equal lengths as symbols, each with what it leaves open and in how many bits: 16 says the one
/// before three to six times, 17 and 18 say zero up to 10 and 138 times.
fn in_items(run: &[u8], items: &mut Vec<(usize, u32, u8)>) {
    let [length, ..] = *run else {
        return;
    };
    let mut left = run.len();
    let is_zero = length == 0;
    if !is_zero {
        items.push((length.into(), 0, 0));
        left -= 1;
    }
    while left > 0 {
        let (symbol, least, most, bits) = match (is_zero, left) {
            (true, 11..) => (18, 11, 138, 7),
            (true, 3..) => (17, 3, 10, 3),
            (false, 3..) => (16, 3, 6, 2),
            _ => (length.into(), 1, 1, 0),
        };
        let count = left.min(most);
        items.push((symbol, (count - least) as u32, bits));
        left -= count;
    }
}

/// Bits, the first one lowest.
#[derive(Debug, Default)]
struct Bits {
    bytes: Vec<u8>,
    /// Those that do not fill a byte yet.
    held: u64,
    count: u32,
}

impl Bits {
    fn put(&mut self, code: Code) {
        self.put_threes(std::iter::once([code, Code::default(), Code::default()]));
    }

    /// Puts codes, three at a time: they have room beside seven bits.
    fn put_threes(&mut self, codes: impl Iterator<Item = [Code; 3]>) {
        let (mut held, mut count) = (self.held, self.count);
        for three in codes {
            for code in three {
                held |= u64::from(code.bits) << count;
                count += u32::from(code.length);
            }
            let end = self.bytes.len() + count as usize / 8;
            self.bytes.extend(held.to_le_bytes());
            self.bytes.truncate(end);
            held = held.checked_shr(count & !7).unwrap_or(0);
            count &= 7;
        }
        (self.held, self.count) = (held, count);
    }

    /// Fills up the last byte.
    fn flush(&mut self) {
        let held = self.held.to_le_bytes();
        let whole = self.count.div_ceil(8) as usize;
        self.bytes.extend(held.iter().take(whole));
        (self.held, self.count) = (0, 0);
    }
}

/// Adler's checksum: in its lower half one and all bytes, and in its upper the sum of what that was
/// after each.
#[derive(Default)]
struct Checksum(Adler32);

impl Checksum {
    fn zeros(&mut self, count: usize) {
        const MODULUS: u64 = 65_521;
        let (lower, upper) = (self.0.finish() & 0xffff, self.0.finish() >> 16);
        let more = (count as u64 % MODULUS) * u64::from(lower);
        let upper = (u64::from(upper) + more) % MODULUS;
        self.0 = Adler32::from_checksum(((upper as u32) << 16) | lower);
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.0.write(bytes);
    }
}
