//! Pressing rows of pixels as PNG wants them, in one pass.
//!
//! ```text
//!  row ─┬─ as the one above ─────────────────────────────► zeros ─┬─► runs ─► bits
//!       └─ else: what is left of it after a guess by Paeth ─► bytes ┘
//! ```
//!
//! Plots are paper for the most part, so most of what is left are zeros: they are counted, from one
//! row to the next, and written as repetitions. Any other byte is written by itself, so nothing is
//! searched for. The lengths of the codes are fixed, and so is what is written per symbol: it lies
//! ready in tables.
//!
//! Sources: RFC 1950 (zlib), RFC 1951 (deflate), the PNG specification (filters).

use fearless_simd::{Level, dispatch};
use simd_adler32::Adler32;

/// Bytes of a pixel.
const PIXEL: usize = 4;
/// The filters of PNG that are used: what is left is the difference from the row above, …
const UP: u8 = 2;
/// … and from the neighbour that Paeth's rule chooses.
const PAETH: u8 = 4;
/// The symbol for the end; those for repetitions of 3 bytes and more follow.
const END: usize = 256;
/// All symbols.
const SYMBOLS: usize = 286;
/// The longest repetition.
const LONGEST: usize = 258;
/// Zeros up to so many are cheaper by themselves than repeated.
const FEW: usize = 6;
/// So many bytes are pressed before there is a look at whether there is room for more.
const PART: usize = 4096;
/// Room for what is written until then: a byte takes 11 bits at most.
const ROOM: usize = 2 * PART;
/// So many zeros are written before more are counted; they take some hundred bytes.
const MANY: usize = 1 << 16;

/// How many bits the bytes from the smallest difference to the largest take, +1, −1, +2, −2 …: so
/// many bytes, so many bits. Counted on eight plots, from a line to ten thousand circles and a
/// picture of noise. A zero takes two.
const LENGTHS: [(usize, u8); 7] = [
    (4, 5),
    (6, 6),
    (13, 7),
    (13, 8),
    (49, 9),
    (169, 10),
    (1, 11),
];
const LENGTH_OF_ZERO: u8 = 2;
const LENGTH_OF_END: u8 = 11;
const LENGTH_OF_REPETITION: u8 = 9;
const LENGTH_OF_LONGEST: u8 = 4;

/// Bits to be written, the first one lowest, and how many.
#[derive(Clone, Copy, Debug, Default)]
struct Bits {
    bits: u32,
    count: u32,
}

/// What is written for what.
#[derive(Debug)]
struct Code {
    bytes: [Bits; 256],
    /// For the repetition of a zero so many times.
    repetitions: [Bits; LONGEST + 1],
    end: Bits,
}

/// The length of each symbol's code.
fn lengths() -> [u8; SYMBOLS] {
    let mut lengths = [LENGTH_OF_REPETITION; SYMBOLS];
    let ranks = LENGTHS
        .iter()
        .flat_map(|&(count, length)| std::iter::repeat_n(length, count));
    let by_difference = (1..=128_usize).flat_map(|d| [d, 256 - d]);
    for (byte, length) in by_difference.zip(ranks) {
        lengths[byte] = length;
    }
    lengths[0] = LENGTH_OF_ZERO;
    lengths[END] = LENGTH_OF_END;
    lengths[SYMBOLS - 1] = LENGTH_OF_LONGEST;
    lengths
}

/// The code of each symbol: shorter ones first, those as long as each other in order, and each with
/// its highest bit first.
fn codes(lengths: &[u8; SYMBOLS]) -> [Bits; SYMBOLS] {
    let mut codes = [Bits::default(); SYMBOLS];
    let mut next: u32 = 0;
    for length in 1..=15 {
        next <<= 1;
        for (code, _) in codes.iter_mut().zip(lengths).filter(|(_, l)| **l == length) {
            *code = Bits {
                bits: next.reverse_bits() >> (32 - u32::from(length)),
                count: u32::from(length),
            };
            next += 1;
        }
    }
    codes
}

impl Code {
    fn new() -> Self {
        let codes = codes(&lengths());
        let mut code = Self {
            bytes: [Bits::default(); 256],
            repetitions: [Bits::default(); LONGEST + 1],
            end: codes[END],
        };
        code.bytes.copy_from_slice(&codes[..256]);
        let mut length = 3;
        for (i, symbol) in codes[END + 1..SYMBOLS - 1].iter().enumerate() {
            // Eight symbols of a single length, then four each of twice as many as the four before.
            let extra = (i as u32 / 4).saturating_sub(1);
            for more in 0..1 << extra {
                if let Some(repetition) = code.repetitions.get_mut(length) {
                    // The only distance, 1, is a zero bit at the end.
                    *repetition = Bits {
                        bits: symbol.bits | (more << symbol.count),
                        count: symbol.count + extra + 1,
                    };
                }
                length += 1;
            }
        }
        let longest = codes[SYMBOLS - 1];
        code.repetitions[LONGEST] = Bits {
            count: longest.count + 1,
            ..longest
        };
        code
    }
}

/// Presses rows, one below the other, and hands on what comes out.
pub(super) struct Press<F> {
    code: Code,
    level: Level,
    sum: Adler32,
    /// The zeros that were not written yet.
    zeros: usize,
    bits: u64,
    count: u32,
    out: Vec<u8>,
    /// How many bytes of `out` are filled.
    filled: usize,
    sink: F,
    /// What is left of a row, its filter first.
    left: Vec<u8>,
    above: Vec<u8>,
}

impl<E, F: FnMut(&[u8]) -> Result<(), E>> Press<F> {
    /// A press for rows of so many bytes, which hands on at least `chunk` bytes at a time.
    pub(super) fn new(row: usize, chunk: usize, sink: F) -> Self {
        let mut press = Self {
            code: Code::new(),
            level: Level::new(),
            sum: Adler32::new(),
            zeros: 0,
            bits: 0,
            count: 0,
            out: vec![0; chunk + ROOM],
            filled: 0,
            sink,
            left: vec![0; row + 1],
            above: vec![0; row],
        };
        press.begin();
        press
    }

    /// Writes the head of the stream, and of its only block.
    fn begin(&mut self) {
        // Deflate; the fastest way to press; 31 divides both bytes together.
        self.put(0x78 | (0x01 << 8), 16);
        // The last block, with codes of its own: 286 symbols, one distance.
        self.put(0b101, 3);
        self.put(SYMBOLS as u32 - 257, 5);
        self.put(0, 5);
        // Lengths from 0 to 15 are written in four bits each; the other three symbols for lengths,
        // which come first, are not used.
        self.put(19 - 4, 4);
        for symbol in 0..19 {
            self.put(if symbol < 3 { 0 } else { 4 }, 3);
        }
        for length in lengths().into_iter().chain([1]) {
            self.put(u32::from(length.reverse_bits() >> 4), 4);
        }
    }

    /// Takes the next row.
    pub(super) fn row(&mut self, row: &[u8]) -> Result<(), E> {
        let mut left = std::mem::take(&mut self.left);
        if let [filter, rest @ ..] = left.as_mut_slice() {
            if row == self.above {
                *filter = UP;
                rest.fill(0);
            } else {
                *filter = PAETH;
                dispatch!(self.level, _ => paeth(row, &self.above, rest));
                self.above.copy_from_slice(row);
            }
            self.sum.write(&left);
        }
        let pressed = left.chunks(PART).try_for_each(|part| self.press(part));
        self.left = left;
        pressed
    }

    /// Ends the stream.
    pub(super) fn finish(mut self) -> Result<(), E> {
        self.make_room()?;
        self.write_zeros();
        self.make_room()?;
        let end = self.code.end;
        self.put(end.bits, end.count);
        // To the end of the byte.
        self.put(0, (8 - self.count % 8) % 8);
        let sum = self.sum.finish().swap_bytes();
        self.put(sum & 0xffff, 16);
        self.put(sum >> 16, 16);
        (self.sink)(self.out.get(..self.filled).unwrap_or_default())
    }

    /// Hands on what was written, if little room is left.
    fn make_room(&mut self) -> Result<(), E> {
        if self.filled + ROOM > self.out.len() {
            (self.sink)(self.out.get(..self.filled).unwrap_or_default())?;
            self.filled = 0;
        }
        Ok(())
    }

    fn press(&mut self, bytes: &[u8]) -> Result<(), E> {
        self.make_room()?;
        if self.zeros > MANY {
            self.write_zeros();
        }
        let (eights, rest) = bytes.as_chunks::<8>();
        for eight in eights {
            // The first byte is the lowest one.
            let zeros = u64::from_le_bytes(*eight);
            if zeros == 0 {
                self.zeros += 8;
                continue;
            }
            let before = zeros.trailing_zeros() as usize / 8;
            let after = zeros.leading_zeros() as usize / 8;
            self.zeros += before;
            self.write_zeros();
            self.write_bytes(eight.get(before..8 - after).unwrap_or_default());
            self.zeros = after;
        }
        for &byte in rest {
            if byte == 0 {
                self.zeros += 1;
            } else {
                self.write_zeros();
                self.write_bytes(&[byte]);
            }
        }
        Ok(())
    }

    #[inline]
    fn write_bytes(&mut self, bytes: &[u8]) {
        for four in bytes.chunks(4) {
            for &byte in four {
                let Bits { bits, count } = self.code.bytes[usize::from(byte)];
                self.bits |= u64::from(bits) << self.count;
                self.count += count;
            }
            self.flush();
        }
    }

    /// Writes the zeros that were counted.
    #[inline]
    fn write_zeros(&mut self) {
        if self.zeros > 0 {
            self.write_some_zeros();
        }
    }

    fn write_some_zeros(&mut self) {
        let mut zeros = std::mem::take(&mut self.zeros);
        if zeros > FEW {
            self.write_bytes(&[0]);
            zeros -= 1;
            while zeros >= 3 {
                let length = zeros.min(LONGEST);
                let Bits { bits, count } = self.code.repetitions[length];
                self.put(bits, count);
                zeros -= length;
            }
        }
        self.write_bytes([0; FEW].get(..zeros).unwrap_or_default());
    }

    fn put(&mut self, bits: u32, count: u32) {
        self.bits |= u64::from(bits) << self.count;
        self.count += count;
        self.flush();
    }

    /// Moves whole bytes out; less than one is left.
    #[inline]
    fn flush(&mut self) {
        if let Some(place) = self.out.get_mut(self.filled..self.filled + 8) {
            place.copy_from_slice(&self.bits.to_le_bytes());
        }
        self.filled += self.count as usize / 8;
        self.bits >>= self.count & !7;
        self.count &= 7;
    }
}

/// What is left of a row: each byte's difference from that of the pixel to the left, above, or
/// above to the left, whichever is nearest to what the three lead to expect.
#[inline(always)]
fn paeth(row: &[u8], above: &[u8], left: &mut [u8]) {
    for ((left, byte), above) in left.iter_mut().zip(row).zip(above).take(PIXEL) {
        *left = byte.wrapping_sub(*above);
    }
    let bytes = row.iter().skip(PIXEL).zip(row);
    let aboves = above.iter().skip(PIXEL).zip(above);
    let left = left.iter_mut().skip(PIXEL);
    for ((left, (&byte, &a)), (&b, &c)) in left.zip(bytes).zip(aboves) {
        let [wide_a, wide_b, wide_c] = [a, b, c].map(i16::from);
        let (from_b, from_a) = (wide_a - wide_c, wide_b - wide_c);
        let (off_a, off_b, off_c) = (from_a.abs(), from_b.abs(), (from_a + from_b).abs());
        let b_or_c = if off_b <= off_c { b } else { c };
        let is_a = (off_a <= off_b) & (off_a <= off_c);
        *left = byte.wrapping_sub(if is_a { a } else { b_or_c });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use png::chunk::IDAT;

    /// What a decoder makes of pressed rows of `width` pixels.
    fn through(pixels: &[u8], width: usize) -> Vec<u8> {
        let height = pixels.len() / (width * PIXEL);
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, width as u32, height as u32);
        encoder.set_color(png::ColorType::Rgba);
        let mut writer = encoder.write_header().unwrap();
        let mut press = Press::new(width * PIXEL, 100, |bytes: &[u8]| {
            writer.write_chunk(IDAT, bytes)
        });
        for row in pixels.chunks(width * PIXEL) {
            press.row(row).unwrap();
        }
        press.finish().unwrap();
        writer.finish().unwrap();
        let decoder = png::Decoder::new(std::io::Cursor::new(file));
        let mut reader = decoder.read_info().unwrap();
        let mut decoded = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut decoded).unwrap();
        decoded
    }

    #[test]
    fn codes_leave_no_room() {
        let shares = lengths().map(|length| 2.0_f64.powi(-i32::from(length)));
        assert_eq!(shares.iter().sum::<f64>(), 1.0);
    }

    #[test]
    fn every_run_of_every_byte_comes_back() {
        let mut pixels = Vec::new();
        for i in 0..700_usize {
            pixels.extend(std::iter::repeat_n(0, i));
            pixels.extend([i as u8, ((i * 7) >> 3) as u8 | 1]);
        }
        for width in [1, 2, 3, 40, 641, 5000] {
            let whole = pixels.len() / (width * PIXEL) * width * PIXEL;
            assert!(
                through(&pixels[..whole], width) == pixels[..whole],
                "{width}"
            );
        }
    }

    #[test]
    fn noise_and_paper_come_back() {
        let mut state = 1_u32;
        let noise = std::iter::repeat_with(|| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        });
        let noise: Vec<u8> = noise.take(300 * 100 * PIXEL).collect();
        assert!(through(&noise, 300) == noise);
        let paper = vec![255; 300 * 100 * PIXEL];
        assert!(through(&paper, 300) == paper);
        let half = [&noise[..60_000], &paper[..60_000]].concat();
        assert!(through(&half, 300) == half);
    }
}
