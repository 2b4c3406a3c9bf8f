//! PPM: a line of text and then red, green, blue for every pixel.

use agg_core::{Pixmap, StraightRgba8};

use crate::canvas::without_alpha;

/// The bytes of a PPM file; alpha is left out.
pub(super) fn encode(pixmap: &Pixmap<StraightRgba8>) -> Vec<u8> {
    let mut file = format!("P6\n{} {}\n255\n", pixmap.width(), pixmap.height()).into_bytes();
    file.extend(without_alpha(pixmap.bytes()));
    file
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_and_three_bytes_a_pixel() {
        let mut pixmap = Pixmap::<StraightRgba8>::with_format(2, 1).unwrap();
        pixmap.fill([9, 8, 7, 0]);
        assert_eq!(encode(&pixmap), b"P6\n2 1\n255\n\x09\x08\x07\x09\x08\x07");
    }
}
