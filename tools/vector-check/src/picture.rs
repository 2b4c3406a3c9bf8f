//! Opaque pictures, and how far they are apart.

use std::error::Error;
use std::path::Path;

use golden::Image;

/// Red, green and blue, row 0 on top.
pub(crate) struct Picture {
    width: usize,
    height: usize,
    pixels: Vec<[f64; 3]>,
}

/// How far a picture is from another.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Distance {
    /// The mean difference of a channel, of 255 levels.
    pub(crate) mean: f64,
    /// The share of pixels that differ by more than [`SEEN`] levels.
    pub(crate) share: f64,
}

/// By so many levels of some channel pixels must differ to be counted.
const SEEN: f64 = 32.0;

/// How far a level lies beyond a range of levels.
fn beyond(v: f64, (low, high): (f64, f64)) -> f64 {
    (low - v).max(v - high).max(0.0)
}

impl Picture {
    /// Pixels of straight alpha laid on white.
    pub(crate) fn from_straight((width, height): (u32, u32), rgba: &[u8]) -> Self {
        let on_white = |&[r, g, b, a]: &[u8; 4]| {
            let a = f64::from(a) / 255.0;
            [r, g, b].map(|v| f64::from(v) * a + 255.0 * (1.0 - a))
        };
        let (pixels, _) = rgba.as_chunks::<4>();
        Self {
            width: width as usize,
            height: height as usize,
            pixels: pixels.iter().map(on_white).collect(),
        }
    }

    pub(crate) fn size(&self) -> (u32, u32) {
        (self.width as u32, self.height as u32)
    }

    pub(crate) fn distance(&self, other: &Self) -> Distance {
        let (a, b) = (self.blurred(), other.blurred());
        let (near_a, near_b) = (self.ranges(&a), self.ranges(&b));
        let places = a.iter().zip(&b).zip(near_a.iter().zip(&near_b));
        let apart = places.map(|((a, b), (near_a, near_b))| {
            [0, 1, 2].map(|i| beyond(a[i], near_b[i]).max(beyond(b[i], near_a[i])))
        });
        let (sum, seen) = apart.fold((0.0, 0), |(sum, seen), [x, y, z]| {
            let most = x.max(y).max(z);
            (sum + (x + y + z) / 3.0, seen + usize::from(most > SEEN))
        });
        let count = self.pixels.len() as f64;
        Distance {
            mean: sum / count,
            share: seen as f64 / count,
        }
    }

    /// The lowest and the highest level around each pixel.
    fn ranges(&self, pixels: &[[f64; 3]]) -> Vec<[(f64, f64); 3]> {
        self.around(|places| {
            let mut ranges = [(255.0_f64, 0.0_f64); 3];
            for pixel in places.map(|at| pixels[at]) {
                for (range, v) in ranges.iter_mut().zip(pixel) {
                    *range = (range.0.min(v), range.1.max(v));
                }
            }
            ranges
        })
    }

    /// Each pixel the mean of nine, as far as there are so many.
    fn blurred(&self) -> Vec<[f64; 3]> {
        self.around(|places| {
            let (mut sum, mut count) = ([0.0; 3], 0.0);
            for pixel in places.map(|at| self.pixels[at]) {
                (0..3).for_each(|i| sum[i] += pixel[i]);
                count += 1.0;
            }
            sum.map(|v| v / count)
        })
    }

    /// What a function makes of the places of each pixel and those around it.
    fn around<T>(&self, of: impl Fn(&mut dyn Iterator<Item = usize>) -> T) -> Vec<T> {
        let near = |v: usize, end: usize| v.saturating_sub(1)..(v + 2).min(end);
        let pixels = (0..self.height).flat_map(|y| (0..self.width).map(move |x| (x, y)));
        let of = |(x, y)| {
            let rows = near(y, self.height);
            of(&mut rows.flat_map(|row| near(x, self.width).map(move |x| row * self.width + x)))
        };
        pixels.map(of).collect()
    }

    /// This picture, another, and their difference, side by side.
    pub(crate) fn beside(&self, other: &Self) -> Self {
        let mut pixels = Vec::with_capacity(self.pixels.len() * 3);
        let rows = self
            .pixels
            .chunks(self.width)
            .zip(other.pixels.chunks(self.width));
        for (a, b) in rows {
            pixels.extend(a.iter().chain(b));
            let differences = a.iter().zip(b);
            pixels.extend(differences.map(|(a, b)| [0, 1, 2].map(|i| 255.0 - (a[i] - b[i]).abs())));
        }
        Self {
            width: self.width * 3,
            height: self.height,
            pixels,
        }
    }

    pub(crate) fn save(&self, path: &Path) -> Result<(), Box<dyn Error>> {
        let opaque = |&[r, g, b]: &[f64; 3]| [r as u8, g as u8, b as u8, 255];
        let bytes: Vec<u8> = self.pixels.iter().flat_map(opaque).collect();
        Ok(Image::new(self.width as u32, self.height as u32, bytes)?.save(path)?)
    }
}
