//! Sixels: bands of six rows; in each band, for each of its colours, a character a column whose six
//! bits say which rows have it.
//!
//! ```text
//!   ESC P 0;1 q "1;1;width;height   #0;2;r;g;b #1;2;r;g;b …
//!   #0 ??~~!14~ $ #3 @@… -          back to the left: $, to the next band: -, thrice a: !3a
//!   ESC \
//! ```

use std::collections::BTreeSet;
use std::fmt::Write;

use super::palette::palette;

/// Rows of a band.
const BAND: usize = 6;

/// The text that shows pixels of straight alpha, row 0 on top.
pub(super) fn encode(pixels: &[[u8; 4]], width: usize) -> String {
    let width = width.max(1);
    let height = pixels.len() / width;
    let shown: Vec<Option<[u8; 3]>> = pixels.iter().map(on_white).collect();
    let (colors, of) = palette(shown.iter().flatten().copied());
    let shown = shown.into_iter().map(|color| of.get(&color?).copied());
    let shown: Vec<Option<u8>> = shown.collect();
    // Pixels that are not drawn stay as they are; a pixel is as wide as it is high.
    let mut out = format!("\x1bP0;1q\"1;1;{width};{height}");
    for (i, color) in colors.iter().enumerate() {
        let [r, g, b] = color.map(|v| (u32::from(v) * 100 + 127) / 255);
        let _ = write!(out, "#{i};2;{r};{g};{b}");
    }
    for band in shown.chunks(width * BAND) {
        let rows: Vec<&[Option<u8>]> = band.chunks(width).collect();
        let used: BTreeSet<u8> = band.iter().flatten().copied().collect();
        for color in used {
            let _ = write!(out, "#{color}");
            columns(&mut out, &rows, color, width);
            out.push('$');
        }
        out.push('-');
    }
    out.push_str("\x1b\\");
    out
}

/// What is at least half opaque, laid on white.
fn on_white(&[r, g, b, a]: &[u8; 4]) -> Option<[u8; 3]> {
    let a = u32::from(a);
    let over = |v: u8| ((u32::from(v) * a + 255 * (255 - a) + 127) / 255) as u8;
    (a >= 128).then(|| [r, g, b].map(over))
}

/// The columns of one colour, equal ones counted.
fn columns(out: &mut String, rows: &[&[Option<u8>]], color: u8, width: usize) {
    let bits = |x: usize| {
        let has = |row: &&[Option<u8>]| row.get(x).copied().flatten() == Some(color);
        let rows = rows.iter().zip(0..);
        rows.fold(0, |bits, (row, y)| bits | u8::from(has(row)) << y)
    };
    let mut x = 0;
    while x < width {
        let first = bits(x);
        let length = (x..width).take_while(|&x| bits(x) == first).count();
        let letter = char::from(63 + first);
        let _ = match length {
            1..=3 => (0..length).try_for_each(|_| out.write_char(letter)),
            _ => write!(out, "!{length}{letter}"),
        };
        x += length;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pixels that a terminal would show; `None` where it shows none.
    fn decode(text: &str, width: usize, height: usize) -> Vec<Option<[u8; 3]>> {
        let (_, body) = text.split_once(&format!("{width};{height}")).unwrap();
        let body = body.strip_suffix("\x1b\\").unwrap();
        let mut shown = vec![None; width * height];
        let mut colors = vec![[0; 3]; 256];
        let (mut color, mut x, mut y) = (0, 0, 0);
        let mut chars = body.chars().peekable();
        while let Some(c) = chars.next() {
            let mut numbers = || {
                let mut text = String::new();
                while let Some(c) = chars.next_if(|c| c.is_ascii_digit() || *c == ';') {
                    text.push(c);
                }
                let numbers = text.split(';').map(|n| n.parse::<usize>().unwrap());
                numbers.collect::<Vec<_>>()
            };
            let (count, letter) = match c {
                '#' => {
                    let numbers = numbers();
                    color = numbers[0];
                    if let [_, 2, r, g, b] = numbers[..] {
                        colors[color] = [r, g, b].map(|v| ((v * 255 + 50) / 100) as u8);
                    }
                    continue;
                }
                '$' => {
                    x = 0;
                    continue;
                }
                '-' => {
                    (x, y) = (0, y + BAND);
                    continue;
                }
                '!' => (numbers()[0], chars.next().unwrap()),
                letter => (1, letter),
            };
            for _ in 0..count {
                for row in 0..BAND {
                    if (letter as u8 - 63) >> row & 1 == 1 {
                        shown[(y + row) * width + x] = Some(colors[color]);
                    }
                }
                x += 1;
            }
        }
        shown
    }

    #[test]
    fn a_terminal_shows_the_pixels() {
        // 40 × 13: a band that is not whole, colours that repeat, and a hole.
        let pixel = |i: usize| match i {
            77 => [0, 0, 0, 0],
            _ if i % 40 < 20 => [200, 100, (i / 40 * 10) as u8, 255],
            _ => [255, 255, 255, 255],
        };
        let pixels: Vec<[u8; 4]> = (0..40 * 13).map(pixel).collect();
        let shown = decode(&encode(&pixels, 40), 40, 13);
        for (expected, shown) in pixels.iter().zip(shown) {
            match shown {
                None => assert_eq!(expected[3], 0),
                // Levels are told in hundredths.
                Some(color) => {
                    assert!(color.iter().zip(expected).all(|(a, b)| a.abs_diff(*b) <= 2))
                }
            }
        }
    }

    #[test]
    fn what_is_half_seen_is_laid_on_white() {
        assert_eq!(on_white(&[0, 0, 0, 127]), None);
        assert_eq!(on_white(&[0, 0, 0, 128]), Some([127; 3]));
        assert_eq!(on_white(&[1, 2, 3, 255]), Some([1, 2, 3]));
    }
}
