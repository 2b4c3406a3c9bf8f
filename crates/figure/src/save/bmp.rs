//! BMP: 32 bits a pixel, blue first, the lowest row first, without compression.
//!
//! The fourth byte holds alpha, which programs that know of it read and others skip: the form
//! that an RGBA array takes when Pillow saves it as BMP. The three colours are straight, so an
//! opaque figure (the default) looks the same everywhere.

use agg_core::{Pixmap, StraightRgba8};

const FILE_HEADER: u32 = 14;
const INFO_HEADER: u32 = 40;

/// The bytes of a BMP file. Sizes that exceed the format's 32 bits are noted as 0, which readers
/// take as "work it out".
pub(super) fn encode(pixmap: &Pixmap<StraightRgba8>, dpi: f64) -> Vec<u8> {
    let dots = super::dots_per_meter(dpi);
    let pixels = u32::try_from(pixmap.bytes().len()).unwrap_or(0);
    let start = FILE_HEADER + INFO_HEADER;
    let mut file = Vec::with_capacity(start as usize + pixmap.bytes().len());
    file.extend(b"BM");
    for field in [pixels.checked_add(start).unwrap_or(0), 0, start] {
        file.extend(field.to_le_bytes());
    }
    for field in [INFO_HEADER, pixmap.width(), pixmap.height()] {
        file.extend(field.to_le_bytes());
    }
    // Planes and bits a pixel.
    file.extend([1, 0, 32, 0]);
    // No compression; the size of the pixels; the resolution twice; no palette.
    for field in [0, pixels, dots, dots, 0, 0] {
        file.extend(field.to_le_bytes());
    }
    for row in pixmap.pixels().chunks_exact(pixmap.width() as usize).rev() {
        file.extend(row.iter().flat_map(|&[r, g, b, a]| [b, g, r, a]));
    }
    file
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_run_upwards_and_blue_comes_first() {
        let mut pixmap = Pixmap::<StraightRgba8>::with_format(1, 2).unwrap();
        pixmap
            .pixels_mut()
            .copy_from_slice(&[[1, 2, 3, 4], [5, 6, 7, 8]]);
        let file = encode(&pixmap, 100.0);
        assert_eq!(file.len(), 14 + 40 + 8);
        assert_eq!(file[..6], [b'B', b'M', 62, 0, 0, 0]);
        assert_eq!(file[54..], [7, 6, 5, 8, 3, 2, 1, 4]);
    }
}
