//! The colour of an image at a pixel of the surface.

use crate::geometry::number::round_half_away;
use crate::geometry::{Affine, Point};
use crate::paint::image::filter::{FULL, Table};
use crate::paint::image::kernel::{Spot, Weights};
use crate::paint::image::texel::Lanes;
use crate::paint::image::{Edge, Image, Sampling, Texel};
use fearless_simd::{Level, dispatch};

/// 1/256 of an image pixel.
const SCALE: i32 = 256;
const MASK: i32 = SCALE - 1;
/// So many pixels are found at once.
const RUN: usize = 64;

/// An image under a map, ready to be sampled in a format.
#[derive(Clone, Debug)]
pub(crate) struct Sampler<'a, T: Texel> {
    image: &'a Image,
    /// Columns and rows.
    size: (i32, i32),
    background: T::Pixel,
    /// From the surface to the image.
    map: Affine,
    /// For the samplings that have a filter.
    table: Option<Table>,
    /// How many image pixels an affine map lays into one of the surface, along each axis, times
    /// 256; at least 256.
    shrunk: (i32, i32),
    level: Level,
    /// Memory for the weights of a filter, along and across.
    weights: [Vec<i32>; 2],
    /// Memory for where the columns under a filter are taken from.
    columns: Vec<Option<usize>>,
}

impl<'a, T: Texel> Sampler<'a, T> {
    pub(super) fn new(image: &'a Image, map: Affine) -> Self {
        let table = match image.sampling {
            Sampling::Filtered(filter) | Sampling::Resampled(filter) => Some(filter.table()),
            Sampling::Nearest | Sampling::Bilinear => None,
        };
        let mut sampler = Self {
            map,
            table,
            ..Self::unmapped(image)
        };
        let length = |a: f64, b: f64| (a * a + b * b).sqrt();
        let scales = (length(map.sx, map.shx), length(map.sy, map.shy));
        sampler.shrunk = sampler.shrink(scales);
        sampler
    }

    /// For [`between`](Self::between) alone.
    pub(super) fn unmapped(image: &'a Image) -> Self {
        let (width, height) = image.texture.size();
        Self {
            image,
            // Sides are shorter than 2²³.
            size: (width as i32, height as i32),
            background: T::store(image.background),
            map: Affine::IDENTITY,
            table: None,
            shrunk: (SCALE, SCALE),
            level: Level::new(),
            weights: Default::default(),
            columns: Vec::new(),
        }
    }

    /// Premultiplied pixels for row `y` of the surface from column `x` on.
    pub(crate) fn pixels(&mut self, x: i32, y: i32, out: &mut [T::Pixel]) {
        for (x, out) in (i64::from(x)..).step_by(RUN).zip(out.chunks_mut(RUN)) {
            if !self.means(x, y, out) {
                for (x, out) in (x..).zip(out) {
                    *out = self.pixel(x as f64 + 0.5, f64::from(y) + 0.5);
                }
            }
        }
    }

    /// Writes pixels many at once, where that is possible.
    fn means(&self, x: i64, y: i32, out: &mut [T::Pixel]) -> bool {
        if self.image.sampling != Sampling::Bilinear || self.image.distortion.is_some() {
            return false;
        }
        let mut spots = [Spot::default(); RUN];
        let spots = spots.get_mut(..out.len()).unwrap_or_default();
        let level = self.level;
        let lanes = Lanes {
            texture: &self.image.texture,
            level,
        };
        dispatch!(level, _ => self.spots(x, y, spots))
            && T::means(&lanes, spots, |x, y| self.fetch(x, y), out)
    }

    /// Where the pixels of a row come from, as far as they are at a place.
    #[inline(always)]
    fn spots(&self, x: i64, y: i32, spots: &mut [Spot]) -> bool {
        let center = |x: i64| Point::new(x as f64 + 0.5, f64::from(y) + 0.5);
        let ends = [x, x + spots.len() as i64];
        // Between finite places there are only finite ones.
        if !ends.iter().all(|&x| (self.map * center(x)).is_finite()) {
            return false;
        }
        for (x, spot) in (x..).zip(spots) {
            let at = self.map * center(x);
            let (u, v) = (near(at.x) - SCALE / 2, near(at.y) - SCALE / 2);
            *spot = Spot {
                x: u >> 8,
                y: v >> 8,
                fx: (u & MASK) as u16,
                fy: (v & MASK) as u16,
            };
        }
        true
    }

    fn pixel(&mut self, x: f64, y: f64) -> T::Pixel {
        let at = self.image.source(&self.map, Point::new(x, y));
        // Not at a place: behind the horizon of a perspective, or beyond all numbers.
        if !at.is_finite() {
            return self.background;
        }
        let (u, v) = (near(at.x), near(at.y));
        match self.image.sampling {
            Sampling::Nearest => self.fetch(u >> 8, v >> 8),
            Sampling::Bilinear => T::nearest(self.four(u - SCALE / 2, v - SCALE / 2)),
            Sampling::Filtered(_) => self.filtered(u, v),
            Sampling::Resampled(_) => {
                let shrunk = match self.image.distortion {
                    Some(_) => self.shrink(self.local_scales(x, y, at)),
                    None => self.shrunk,
                };
                self.resampled((u, v), shrunk)
            }
        }
    }

    /// The colour at a place in 1/256, where 0 is the centre of the first column or row, rounded
    /// down.
    pub(super) fn between(&self, u: i32, v: i32) -> T::Pixel {
        T::below(self.four(u, v))
    }

    /// The sum of the four pixels around a place in 1/256 from the centre of the first one, by
    /// their nearness.
    fn four(&self, u: i32, v: i32) -> T::Sum {
        let (x, y, fx, fy) = (u >> 8, v >> 8, u & MASK, v & MASK);
        let mut sum = T::Sum::default();
        for (dx, dy, weight) in [
            (0, 0, (SCALE - fx) * (SCALE - fy)),
            (1, 0, fx * (SCALE - fy)),
            (0, 1, (SCALE - fx) * fy),
            (1, 1, fx * fy),
        ] {
            T::add(&mut sum, self.fetch(x + dx, y + dy), weight);
        }
        sum
    }

    fn filtered(&mut self, u: i32, v: i32) -> T::Pixel {
        let Some(table) = &self.table else {
            return self.background;
        };
        let (u, v) = (u - SCALE / 2, v - SCALE / 2);
        let first = 1 - (table.diameter / 2) as i32;
        let begin = |v: i32| MASK - (v & MASK);
        let [across, down] = &mut self.weights;
        table.fill(across, begin(u), SCALE);
        table.fill(down, begin(v), SCALE);
        let (sum, _) = self.sum((u >> 8) + first, (v >> 8) + first);
        T::color(sum, i64::from(FULL))
    }

    /// With the filter widened to (rx, ry)/256 of its size.
    fn resampled(&mut self, (u, v): (i32, i32), (rx, ry): (i32, i32)) -> T::Pixel {
        let Some(table) = &self.table else {
            return self.background;
        };
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
        let begin = |v: i32, step: i32| ((MASK - (v & MASK)) * step) >> 8;
        let [across, down] = &mut self.weights;
        table.fill(across, begin(u, step_x), step_x);
        table.fill(down, begin(v, step_y), step_y);
        match self.sum(u >> 8, v >> 8) {
            (_, 0) => self.background,
            (sum, total) => T::color(sum, total),
        }
    }

    /// The sum of the pixels from one on by the weights that were made ready, and that of the
    /// weights.
    fn sum(&mut self, left: i32, top: i32) -> (T::Sum, i64) {
        let [across, down] = &self.weights;
        let lanes = Lanes {
            texture: &self.image.texture,
            level: self.level,
        };
        let weights = Weights {
            left,
            top,
            across,
            down,
        };
        if let Some(sums) = T::sum(&lanes, weights) {
            return sums;
        }
        let [edge_x, edge_y] = self.image.edges;
        let (width, height) = self.size;
        self.columns.clear();
        let columns = (left..).zip(across).map(|(x, _)| place(x, width, edge_x));
        self.columns.extend(columns);
        let (mut sum, mut total) = (T::Sum::default(), 0_i64);
        for (y, weight_y) in (top..).zip(down) {
            let row = place(y, height, edge_y).map(|y| y * width as usize);
            for (x, weight_x) in self.columns.iter().zip(across) {
                let at = row.zip(*x).map(|(row, x)| row + x);
                let weight = (weight_y * weight_x + FULL / 2) >> 14;
                T::add(&mut sum, self.texel(at), weight);
                total += i64::from(weight);
            }
        }
        (sum, total)
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
    fn fetch(&self, x: i32, y: i32) -> T::Pixel {
        let [edge_x, edge_y] = self.image.edges;
        let (width, height) = self.size;
        let place = place(x, width, edge_x).zip(place(y, height, edge_y));
        self.texel(place.map(|(x, y)| y * width as usize + x))
    }

    /// The pixel at a place in the order of rows, or what is beyond the sides.
    #[inline(always)]
    fn texel(&self, at: Option<usize>) -> T::Pixel {
        let pixel = at.and_then(|at| T::read(&self.image.texture, at));
        pixel.unwrap_or(self.background)
    }
}

/// A coordinate in 1/256, the nearest.
#[inline(always)]
fn near(v: f64) -> i32 {
    round_half_away(v * f64::from(SCALE)).clamp(-(1 << 30), 1 << 30)
}

/// Where a column or row beyond the sides is taken from.
#[inline]
fn place(v: i32, size: i32, edge: Edge) -> Option<usize> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Transform;
    use crate::paint::{Filter, Image};
    use crate::pixel::{Color, Pixmap, Rgba8};

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
            .sampler::<Rgba8>(Affine::IDENTITY)
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
                        if let Some(mut sampler) = image.sampler::<Rgba8>(Affine::IDENTITY) {
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
        assert!(nowhere.sampler::<Rgba8>(Affine::IDENTITY).is_none());
        assert!(grays().sampler::<Rgba8>(Affine::scale(f64::NAN)).is_none());
    }
}
