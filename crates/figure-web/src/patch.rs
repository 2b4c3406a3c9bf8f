//! What of a picture changed, as a PNG.
//!
//! ```text
//!  before   after        the rectangle around what changed,
//!  ······   ······       and where it goes on the page
//!  ·ab···   ·ab···
//!  ·cd···   ·ce···  ─►   e·
//!  ······   ···f··       ·f
//! ```
//!
//! The rectangle is sent as it is. Making pixels in it transparent that did not change was measured
//! to make the file larger: what did not change is mostly flat, and what a line leaves behind is to
//! be sent as well as the line.

use std::ops::Range;
use std::slice::ChunksExact;

use png::{BitDepth, ColorType, DeflateCompression, Encoder, Filter};

/// A picture's pixels: straight RGBA, row 0 on top.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Frame {
    pub(crate) width: usize,
    pub(crate) pixels: Vec<[u8; 4]>,
}

impl Frame {
    /// From bytes with no gaps between the rows.
    pub(crate) fn new(width: usize, rgba: &[u8]) -> Self {
        let (pixels, _) = rgba.as_chunks::<4>();
        Self {
            width,
            pixels: pixels.to_vec(),
        }
    }

    fn rows(&self) -> ChunksExact<'_, [u8; 4]> {
        self.pixels.chunks_exact(self.width.max(1))
    }

    fn has_size_of(&self, other: &Self) -> bool {
        (self.width, self.pixels.len()) == (other.width, other.pixels.len())
    }
}

/// How a patch is put onto the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// As all of the picture, which may have another size than before.
    Whole = 0,
    /// In place of what is there.
    Part = 1,
}

/// A part of a picture to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Patch {
    pub(crate) mode: Mode,
    pub(crate) x: usize,
    pub(crate) y: usize,
    pub(crate) frame: Frame,
}

impl Patch {
    /// What makes one frame of another; `None` where nothing changed.
    pub(crate) fn between(before: &Frame, after: &Frame) -> Option<Self> {
        if !before.has_size_of(after) {
            return Some(Self {
                mode: Mode::Whole,
                x: 0,
                y: 0,
                frame: after.clone(),
            });
        }
        let (columns, rows) = (
            changed_columns(before, after)?,
            changed_rows(before, after)?,
        );
        let lines = after.rows().skip(rows.start).take(rows.len());
        let parts = lines.filter_map(|line| line.get(columns.clone()));
        Some(Self {
            mode: Mode::Part,
            x: columns.start,
            y: rows.start,
            frame: Frame {
                width: columns.len(),
                pixels: parts.flatten().copied().collect(),
            },
        })
    }

    /// As it is sent: the mode, and x and y in four bytes each, the lowest first; then a PNG file.
    pub(crate) fn message(&self) -> Result<Vec<u8>, png::EncodingError> {
        let mut bytes = vec![self.mode as u8];
        for offset in [self.x, self.y] {
            bytes.extend((offset as u32).to_le_bytes());
        }
        let height = self.frame.rows().len() as u32;
        let mut encoder = Encoder::new(&mut bytes, self.frame.width as u32, height);
        encoder.set_color(ColorType::Rgba);
        encoder.set_depth(BitDepth::Eight);
        encoder.set_deflate_compression(DeflateCompression::FdeflateUltraFast);
        encoder.set_filter(Filter::Paeth);
        let mut writer = encoder.write_header()?;
        writer.write_image_data(self.frame.pixels.as_flattened())?;
        writer.finish()?;
        Ok(bytes)
    }
}

fn changed_rows(before: &Frame, after: &Frame) -> Option<Range<usize>> {
    let mut rows = before.rows().zip(after.rows());
    let first = rows.position(|(old, new)| old != new)?;
    // What is left of the rows is counted from the first one that changed.
    let more = rows.rposition(|(old, new)| old != new);
    Some(first..first + 1 + more.map_or(0, |last| last + 1))
}

fn changed_columns(before: &Frame, after: &Frame) -> Option<Range<usize>> {
    let in_row = |(old, new): (&[[u8; 4]], &[[u8; 4]])| {
        let first = old.iter().zip(new).position(|(old, new)| old != new)?;
        let last = old.iter().zip(new).rposition(|(old, new)| old != new)?;
        Some(first..last + 1)
    };
    let ranges = before.rows().zip(after.rows()).filter_map(in_row);
    ranges.reduce(|a, b| a.start.min(b.start)..a.end.max(b.end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(letters: &str, width: usize) -> Frame {
        let pixels = letters.bytes().filter(|b| !b.is_ascii_whitespace());
        Frame {
            width,
            pixels: pixels.map(|b| [b, b, b, 255]).collect(),
        }
    }

    #[test]
    fn the_patch_is_the_rectangle_around_what_changed() {
        let patch = Patch::between(
            &frame("...... .ab... .cd... ......", 6),
            &frame("...... .ab... .ce... ...f..", 6),
        );
        let patch = patch.unwrap();
        assert_eq!((patch.mode, patch.x, patch.y), (Mode::Part, 2, 2));
        assert_eq!(patch.frame, frame("e. .f", 2));
    }

    #[test]
    fn nothing_changed_is_no_patch() {
        assert_eq!(Patch::between(&frame("abcd", 2), &frame("abcd", 2)), None);
    }

    #[test]
    fn another_size_is_a_whole_picture() {
        let patch = Patch::between(&Frame::default(), &frame("abcd", 2)).unwrap();
        assert_eq!((patch.mode, patch.frame), (Mode::Whole, frame("abcd", 2)));
        let turned = Patch::between(&frame("abcd", 4), &frame("abcd", 2)).unwrap();
        assert_eq!(turned.mode, Mode::Whole);
    }

    #[test]
    fn a_message_is_a_place_and_a_file() {
        let patch = Patch {
            mode: Mode::Part,
            x: 258,
            y: 3,
            frame: frame("ab", 2),
        };
        let message = patch.message().unwrap();
        assert_eq!(message[..9], [1, 2, 1, 0, 0, 3, 0, 0, 0]);
        assert!(message[9..].starts_with(b"\x89PNG"));
    }
}
