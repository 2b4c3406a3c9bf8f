//! How two pictures differ, over all four channels.

use std::fmt;

use crate::Image;

/// How a picture differs from what was expected.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Difference {
    /// The sizes differ, so no pixel was compared.
    Size {
        /// Width and height of the reference.
        expected: (u32, u32),
        /// Width and height of what was drawn.
        actual: (u32, u32),
    },
    /// The sizes agree and some bytes do not.
    Pixels {
        /// How many bytes differ.
        bytes: usize,
        /// How many bytes there are.
        of: usize,
        /// The largest distance in red, green, blue and alpha.
        largest: [u8; 4],
        /// Column and row of the first pixel that differs, in reading order.
        first: (u32, u32),
    },
}

impl Difference {
    /// How many bytes differ; all of the larger picture when the sizes differ.
    pub fn bytes(&self) -> usize {
        let area = |(width, height): (u32, u32)| width as usize * height as usize * 4;
        match *self {
            Self::Size { expected, actual } => area(expected).max(area(actual)),
            Self::Pixels { bytes, .. } => bytes,
        }
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Size { expected, actual } => write!(
                f,
                "{} × {} pixels instead of {} × {}",
                actual.0, actual.1, expected.0, expected.1
            ),
            Self::Pixels {
                bytes,
                of,
                largest: [r, g, b, a],
                first: (x, y),
            } => write!(
                f,
                "{bytes} of {of} bytes differ, by at most {r} {g} {b} {a} in red, green, blue, \
                 alpha; first at x {x}, y {y}"
            ),
        }
    }
}

/// `None` when every byte agrees, else how the pictures differ.
pub fn compare(expected: &Image, actual: &Image) -> Option<Difference> {
    let size = |image: &Image| (image.width(), image.height());
    if size(expected) != size(actual) {
        return Some(Difference::Size {
            expected: size(expected),
            actual: size(actual),
        });
    }
    let mut bytes = 0;
    let mut largest = [0; 4];
    let mut first = None;
    for (i, (e, a)) in expected.pixels().iter().zip(actual.pixels()).enumerate() {
        let distance = e.abs_diff(*a);
        if distance > 0 {
            bytes += 1;
            largest[i % 4] = distance.max(largest[i % 4]);
            first.get_or_insert(i / 4);
        }
    }
    let pixel = u32::try_from(first?).unwrap_or(u32::MAX);
    Some(Difference::Pixels {
        bytes,
        of: expected.pixels().len(),
        largest,
        first: (pixel % expected.width(), pixel / expected.width()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn image(pixels: [u8; 16]) -> Image {
        Image::new(2, 2, pixels).unwrap()
    }

    #[test]
    fn equal_pictures_have_no_difference() {
        assert_eq!(compare(&image([7; 16]), &image([7; 16])), None);
    }

    #[test]
    fn alpha_counts_like_any_channel() {
        let mut pixels = [7; 16];
        pixels[11] = 9;
        assert_eq!(
            compare(&image([7; 16]), &image(pixels)),
            Some(Difference::Pixels {
                bytes: 1,
                of: 16,
                largest: [0, 0, 0, 2],
                first: (0, 1)
            })
        );
    }

    #[test]
    fn the_largest_distance_of_each_channel_is_kept() {
        let mut pixels = [7; 16];
        (pixels[4], pixels[8], pixels[13]) = (0, 5, 255);
        assert_eq!(
            compare(&image([7; 16]), &image(pixels)),
            Some(Difference::Pixels {
                bytes: 3,
                of: 16,
                largest: [7, 248, 0, 0],
                first: (1, 0)
            })
        );
    }

    #[test]
    fn pictures_of_other_sizes_differ_whole() {
        let difference = compare(&image([0; 16]), &Image::new(1, 1, [0; 4]).unwrap()).unwrap();
        assert_eq!(difference.to_string(), "1 × 1 pixels instead of 2 × 2");
        assert_eq!(difference.bytes(), 16);
    }
}
