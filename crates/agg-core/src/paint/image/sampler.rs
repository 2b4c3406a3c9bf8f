//! The colour of an image at a pixel of the surface.

use crate::geometry::number::round_half_away;
use crate::geometry::{Affine, Point};
use crate::paint::image::filter::{FULL, Table};
use crate::paint::image::{Edge, Image, Sampling};

/// 1/256 of an image pixel.
const SCALE: i32 = 256;
const MASK: i32 = SCALE - 1;

/// An image under a map, ready to be sampled.
#[derive(Clone, Debug)]
pub(crate) struct Sampler<'a> {
    image: &'a Image,
    /// From the surface to the image.
    map: Affine,
    /// For the samplings that have a filter.
    table: Option<Table>,
    /// How many image pixels an affine map lays into one of the surface, along each axis, times
    /// 256; at least 256.
    shrunk: (i32, i32),
}

impl<'a> Sampler<'a> {
    pub(super) fn new(image: &'a Image, map: Affine) -> Self {
        let table = match image.sampling {
            Sampling::Filtered(filter) | Sampling::Resampled(filter) => Some(filter.table()),
            Sampling::Nearest | Sampling::Bilinear => None,
        };
        let mut sampler = Self {
            image,
            map,
            table,
            shrunk: (SCALE, SCALE),
        };
        let length = |a: f64, b: f64| (a * a + b * b).sqrt();
        let scales = (length(map.sx, map.shx), length(map.sy, map.shy));
        sampler.shrunk = sampler.shrink(scales);
        sampler
    }

    /// Premultiplied pixels for row `y` of the surface from column `x` on.
    pub(crate) fn pixels(&self, x: i32, y: i32, out: &mut [[u8; 4]]) {
        for (x, out) in (i64::from(x)..).zip(out) {
            *out = self.pixel(x as f64 + 0.5, f64::from(y) + 0.5);
        }
    }

    fn pixel(&self, x: f64, y: f64) -> [u8; 4] {
        let at = self.image.source(&self.map, Point::new(x, y));
        // Not at a place: behind the horizon of a perspective, or beyond all numbers.
        if !at.is_finite() {
            return self.image.background;
        }
        let near = |v: f64| round_half_away(v * f64::from(SCALE)).clamp(-(1 << 30), 1 << 30);
        let (u, v) = (near(at.x), near(at.y));
        match (self.image.sampling, &self.table) {
            (Sampling::Nearest, _) => self.fetch(u >> 8, v >> 8),
            (Sampling::Filtered(_), Some(table)) => self.filtered(table, u, v),
            (Sampling::Resampled(_), Some(table)) => {
                let shrunk = match self.image.distortion {
                    Some(_) => self.shrink(self.local_scales(x, y, at)),
                    None => self.shrunk,
                };
                self.resampled(table, (u, v), shrunk)
            }
            _ => self.bilinear(u, v),
        }
    }

    fn bilinear(&self, u: i32, v: i32) -> [u8; 4] {
        let (u, v) = (u - SCALE / 2, v - SCALE / 2);
        let (x, y, fx, fy) = (u >> 8, v >> 8, u & MASK, v & MASK);
        let mut sum = [SCALE * SCALE / 2; 4];
        for (dx, dy, weight) in [
            (0, 0, (SCALE - fx) * (SCALE - fy)),
            (1, 0, fx * (SCALE - fy)),
            (0, 1, (SCALE - fx) * fy),
            (1, 1, fx * fy),
        ] {
            add(&mut sum, self.fetch(x + dx, y + dy), weight);
        }
        sum.map(|v| (v >> 16) as u8)
    }

    fn filtered(&self, table: &Table, u: i32, v: i32) -> [u8; 4] {
        let (u, v) = (u - SCALE / 2, v - SCALE / 2);
        let first = 1 - (table.diameter / 2) as i32;
        let (left, top) = ((u >> 8) + first, (v >> 8) + first);
        let (begin_x, begin_y) = ((MASK - (u & MASK)) as usize, (MASK - (v & MASK)) as usize);
        let mut sum = [0; 4];
        for (dy, j) in (0..table.diameter).zip(0..) {
            let weight_y = table.weight(begin_y + dy * SCALE as usize);
            for (dx, i) in (0..table.diameter).zip(0..) {
                let weight_x = table.weight(begin_x + dx * SCALE as usize);
                let weight = (weight_y * weight_x + FULL / 2) >> 14;
                add(&mut sum, self.fetch(left + i, top + j), weight);
            }
        }
        color(sum.map(|v| v >> 14))
    }

    /// With the filter widened to (rx, ry)/256 of its size.
    fn resampled(&self, table: &Table, (u, v): (i32, i32), (rx, ry): (i32, i32)) -> [u8; 4] {
        let diameter = table.diameter as i32;
        let (u, v) = (
            u + SCALE / 2 - ((diameter * rx) >> 1),
            v + SCALE / 2 - ((diameter * ry) >> 1),
        );
        let inverse = |r: i32| match self.image.distortion {
            Some(_) => SCALE * SCALE / r,
            None => round_half_away(f64::from(SCALE * SCALE) / f64::from(r)),
        };
        let (step_x, step_y) = (inverse(rx).max(1), inverse(ry).max(1));
        let end = diameter * SCALE;
        let begin = |v: i32, step: i32| ((MASK - (v & MASK)) * step) >> 8;
        let mut sum = [0_i64; 4];
        let mut total = 0_i64;
        let (mut y, mut at_y) = (v >> 8, begin(v, step_y));
        while at_y < end {
            let weight_y = table.weight(at_y as usize);
            let (mut x, mut at_x) = (u >> 8, begin(u, step_x));
            while at_x < end {
                let weight = (weight_y * table.weight(at_x as usize) + FULL / 2) >> 14;
                let pixel = self.fetch(x, y);
                for (sum, value) in sum.iter_mut().zip(pixel) {
                    *sum += i64::from(value) * i64::from(weight);
                }
                total += i64::from(weight);
                (x, at_x) = (x + 1, at_x + step_x);
            }
            (y, at_y) = (y + 1, at_y + step_y);
        }
        if total == 0 {
            return self.image.background;
        }
        color(sum.map(|v| (v / total) as i32))
    }

    /// Scales as the filter takes them: at least 1, their product at most 200.
    fn shrink(&self, (x, y): (f64, f64)) -> (i32, i32) {
        const MOST: f64 = 200.0;
        let area = x * y;
        let by = if area > MOST { MOST / area } else { 1.0 };
        let scale = |v: f64| {
            let v = (v * by).clamp(1.0, MOST);
            let blurred = (v * self.image.blur).clamp(1.0, MOST);
            // Not less than 1 even where the blur is no number.
            ((blurred * f64::from(SCALE) + 0.5) as i32).max(SCALE)
        };
        (scale(x), scale(y))
    }

    /// How many image pixels a step of one pixel passes, along each axis of the image.
    fn local_scales(&self, x: f64, y: f64, at: Point) -> (f64, f64) {
        let right = self.image.source(&self.map, Point::new(x + 1.0, y)) - at;
        let down = self.image.source(&self.map, Point::new(x, y + 1.0)) - at;
        let length = |a: f64, b: f64| (a * a + b * b).sqrt();
        (length(right.x, down.x), length(right.y, down.y))
    }

    #[inline]
    fn fetch(&self, x: i32, y: i32) -> [u8; 4] {
        let pixels = &self.image.pixels;
        let [edge_x, edge_y] = self.image.edges;
        let (width, height) = (pixels.width(), pixels.height());
        let place = place(x, width, edge_x).zip(place(y, height, edge_y));
        let pixel = place.and_then(|(x, y)| pixels.pixels().get(y * width as usize + x));
        pixel.copied().unwrap_or(self.image.background)
    }
}

/// Where a column or row beyond the sides is taken from.
#[inline]
fn place(v: i32, size: u32, edge: Edge) -> Option<usize> {
    // Sides are shorter than 2²³.
    let size = size as i32;
    if (0..size).contains(&v) {
        return Some(v as usize);
    }
    let within = match edge {
        Edge::Clip => return None,
        Edge::Clamp => v.clamp(0, size - 1),
        Edge::Repeat => v.rem_euclid(size),
        Edge::Reflect => {
            let turn = v.rem_euclid(2 * size);
            turn.min(2 * size - 1 - turn)
        }
    };
    Some(within as usize)
}

#[inline]
fn add(sum: &mut [i32; 4], pixel: [u8; 4], weight: i32) {
    for (sum, value) in sum.iter_mut().zip(pixel) {
        *sum += i32::from(value) * weight;
    }
}

/// The nearest that is a premultiplied colour: filters that dip below nothing may leave none.
fn color([r, g, b, a]: [i32; 4]) -> [u8; 4] {
    let a = a.clamp(0, 255);
    [r, g, b, a].map(|v| v.clamp(0, a) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Transform;
    use crate::paint::{Filter, Image};
    use crate::pixel::{Color, Pixmap};

    /// Four by one opaque grays: 0, 100, 200, 50.
    fn grays() -> Image {
        let mut pixmap = Pixmap::new(4, 1).unwrap();
        for (pixel, v) in pixmap.pixels_mut().iter_mut().zip([0, 100, 200, 50]) {
            *pixel = [v, v, v, 255];
        }
        Image::new(pixmap)
    }

    fn row(image: &Image, x: i32, len: usize) -> Vec<u8> {
        let mut out = vec![[0; 4]; len];
        image
            .sampler(Affine::IDENTITY)
            .unwrap()
            .pixels(x, 0, &mut out);
        out.iter().map(|pixel| pixel[0]).collect()
    }

    #[test]
    fn edges_clip_clamp_repeat_and_reflect() {
        let near = grays().with_sampling(Sampling::Nearest);
        let of = |edge| row(&near.clone().with_edge(edge), -5, 14);
        assert_eq!(
            of(Edge::Clip),
            [0, 0, 0, 0, 0, 0, 100, 200, 50, 0, 0, 0, 0, 0]
        );
        assert_eq!(
            of(Edge::Clamp),
            [0, 0, 0, 0, 0, 0, 100, 200, 50, 50, 50, 50, 50, 50]
        );
        assert_eq!(
            of(Edge::Repeat),
            [50, 0, 100, 200, 50, 0, 100, 200, 50, 0, 100, 200, 50, 0]
        );
        assert_eq!(
            of(Edge::Reflect),
            [50, 50, 200, 100, 0, 0, 100, 200, 50, 50, 200, 100, 0, 0]
        );
        let red = near.with_background(Color::from_rgb8(99, 0, 0));
        assert_eq!(row(&red, -1, 2), [99, 0]);
    }

    #[test]
    fn every_sampling_gives_the_image_itself_where_nothing_is_scaled() {
        let clamped = grays().with_edge(Edge::Clamp);
        for sampling in [
            Sampling::Nearest,
            Sampling::Bilinear,
            Sampling::Filtered(Filter::CatmullRom),
            Sampling::Filtered(Filter::Spline36),
            Sampling::Filtered(Filter::Lanczos(4.0)),
            Sampling::Resampled(Filter::Hermite),
        ] {
            let image = clamped.clone().with_sampling(sampling);
            let found = row(&image, 0, 4);
            let near = found
                .iter()
                .zip([0u8, 100, 200, 50])
                .all(|(a, b)| a.abs_diff(b) <= 2);
            assert!(near, "{sampling:?} {found:?}");
        }
    }

    #[test]
    fn an_image_made_smaller_shows_the_mean_of_its_pixels() {
        let mut pixmap = Pixmap::new(64, 64).unwrap();
        for (i, pixel) in pixmap.pixels_mut().iter_mut().enumerate() {
            let v = if (i + i / 64) % 2 == 0 { 255 } else { 0 };
            *pixel = [v, v, v, 255];
        }
        let image = Image::new(pixmap)
            .with_edge(Edge::Repeat)
            .with_sampling(Sampling::Resampled(Filter::Bilinear))
            .with_transform(Affine::scale(0.125));
        assert!(row(&image, 2, 4).iter().all(|v| v.abs_diff(127) <= 1));
    }

    struct Wild;
    impl Transform for Wild {
        fn apply(&self, p: Point) -> Point {
            Point::new(p.x / (p.x - 2.5), if p.x > 4.0 { 1e300 } else { f64::NAN })
        }
    }

    #[test]
    fn hostile_maps_give_a_picture_or_none() {
        let filter = Filter::Lanczos(f64::NAN);
        for sampling in [
            Sampling::Nearest,
            Sampling::Bilinear,
            Sampling::Filtered(filter),
            Sampling::Resampled(filter),
        ] {
            for edge in [Edge::Clip, Edge::Clamp, Edge::Repeat, Edge::Reflect] {
                let image = grays()
                    .with_sampling(sampling)
                    .with_edge(edge)
                    .with_blur(f64::NAN);
                for scale in [1e-9, 1e9] {
                    let shift = Affine::translate(1e300, -1e9).then(Affine::scale(scale));
                    for map in [Affine::scale(scale), shift] {
                        let image = image.clone().with_transform(map);
                        let mut out = [[0; 4]; 9];
                        if let Some(sampler) = image.sampler(Affine::IDENTITY) {
                            sampler.pixels(i32::MAX - 3, i32::MIN, &mut out);
                            sampler.pixels(-4, 0, &mut out);
                        }
                    }
                }
                let wild = image.with_distortion(Wild);
                row(&wild, 0, 9);
            }
        }
        let nowhere = grays().with_transform(Affine::scale(0.0));
        assert!(nowhere.sampler(Affine::IDENTITY).is_none());
        assert!(grays().sampler(Affine::scale(f64::NAN)).is_none());
    }
}
