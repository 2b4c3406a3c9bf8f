//! Text turned by any angle, from its coverage upright.
//!
//! Every pixel of the turned rectangle looks back to where it comes from, to 1/256 pixel, and takes
//! the mean of 6 × 6 pixels there, weighted by a spline of radius 3. Weights are whole numbers of
//! 1/16384, for 256 places within a pixel; the way back is exact at the two ends of a run of pixels
//! and goes in a straight line of 1/256 pixels between them. What is a run is decided by the outline of
//! the rectangle, see [`EdgePixels`](crate::renderer::edges::EdgePixels).

use crate::renderer::edges::EdgePixels;
use crate::renderer::{GlyphImage, Renderer, Surface};
use crate::{Error, GraphicsContext};
use agg_core::{
    Affine, Blend, Coverage, FillRule, Path, PathIterator, Point, Rect, StraightRgba8, Transform,
};

/// Places within a pixel.
const PLACES: i32 = 256;
/// Pixels that take part, each way.
const TAPS: usize = 6;
/// What the weights of one place add up to, as a power of two.
const WEIGHT_BITS: u32 = 14;

impl Renderer {
    /// Draws a glyph, or a whole text, turned about its lower left corner by an angle in degrees,
    /// counterclockwise to the eye, inside of the clip rectangle of `gc`. An angle of 0 is
    /// [`draw_glyph`](Self::draw_glyph), which does not filter; one that is not finite draws
    /// nothing.
    ///
    /// # Errors
    ///
    /// [`Error::Length`] unless there is one cover a pixel.
    pub fn draw_rotated_glyph(
        &mut self,
        gc: &GraphicsContext,
        glyph: GlyphImage<'_>,
        degrees: f64,
    ) -> Result<(), Error> {
        if degrees == 0.0 {
            return self.draw_glyph(gc, glyph);
        }
        glyph.check()?;
        let (width, height) = (f64::from(glyph.width), f64::from(glyph.height));
        let bottom = f64::from(glyph.top) + height;
        let turn = Affine::translate(0.0, -height)
            .then(Affine::rotate(-degrees * std::f64::consts::PI / 180.0))
            .then(Affine::translate(f64::from(glyph.left), bottom));
        let Some(back) = turn.inverse() else {
            return Ok(());
        };
        let upright = Path::rectangle(Rect::new(0.0, 0.0, width, height));
        self.clip_to(&GraphicsContext {
            clip_path: None,
            ..gc.clone()
        })?;
        self.rasterizer.add(upright.elements().transformed(turn));
        let ink = Ink {
            glyph,
            back,
            weights: Weights::new(),
            color: StraightRgba8::solid(gc.color),
        };
        let edges = EdgePixels::of(&self.rasterizer);
        let surface = &mut self.surface;
        let mut runs = Runs::default();
        self.rasterizer.for_each_span(FillRule::NonZero, |span| {
            let columns = span.x()..;
            let cover = |i: usize| match span.coverage() {
                Coverage::Uniform { cover, .. } => cover,
                Coverage::PerPixel(covers) => covers.get(i).copied().unwrap_or(0),
            };
            for (i, x) in (0..span.len()).zip(columns) {
                let at = (x, span.y());
                runs.take(at, cover(i), edges.contains(at), |run| {
                    ink.lay(surface, run);
                });
            }
        });
        runs.finish(|run| ink.lay(surface, run));
        Ok(())
    }
}

/// Pixels of a row that are looked up together: all on the outline, or all between and covered
/// alike.
#[derive(Debug, Default)]
struct Run {
    x: i32,
    y: i32,
    on_edge: bool,
    covers: Vec<u8>,
}

/// Collects pixels into runs.
#[derive(Debug, Default)]
struct Runs(Run);

impl Runs {
    fn take(&mut self, (x, y): (i32, i32), cover: u8, on_edge: bool, emit: impl FnMut(&Run)) {
        if cover == 0 {
            return;
        }
        let Run { covers, .. } = &self.0;
        let next = self.0.x + covers.len() as i32;
        let alike = on_edge || covers.last() == Some(&cover);
        if (x, y, on_edge) != (next, self.0.y, self.0.on_edge) || !alike {
            self.finish(emit);
            (self.0.x, self.0.y, self.0.on_edge) = (x, y, on_edge);
        }
        self.0.covers.push(cover);
    }

    fn finish(&mut self, mut emit: impl FnMut(&Run)) {
        if !self.0.covers.is_empty() {
            emit(&self.0);
            self.0.covers.clear();
        }
    }
}

/// A glyph on its way to turned pixels.
struct Ink<'a> {
    glyph: GlyphImage<'a>,
    /// From the surface to the glyph.
    back: Affine,
    weights: Weights,
    color: [u8; 4],
}

impl Ink<'_> {
    fn lay(&self, surface: &mut Surface, run: &Run) {
        let (pixels, skipped) = surface.row_mut(run.x, run.y, run.covers.len());
        let places = self.places(run);
        let each = run.covers.iter().zip(places).skip(skipped);
        for (pixel, (&cover, (x, y))) in pixels.iter_mut().zip(each) {
            let [r, g, b, a] = self.color;
            let alpha = (u32::from(a) * u32::from(self.cover(x, y))) >> 8;
            *pixel = StraightRgba8::over(*pixel, &[r, g, b, alpha as u8], cover);
        }
    }

    /// Where the pixels of a run come from, in 1/256 pixel of the glyph.
    fn places(&self, run: &Run) -> impl Iterator<Item = (i32, i32)> + use<> {
        let steps = run.covers.len() as i32 - 1;
        let (x, y) = (f64::from(run.x) + 0.5, f64::from(run.y) + 0.5);
        let from = self.back.apply(Point::new(x, y));
        let to = self.back.apply(Point::new(x + f64::from(steps), y));
        let (x, y) = ((from.x, to.x), (from.y, to.y));
        let walk = |(from, to): (f64, f64)| Steps::new(fixed(from), fixed(to), steps);
        walk(x).zip(walk(y))
    }

    /// The coverage of the glyph at a place, rounded down; outside of it there is none.
    fn cover(&self, x: i32, y: i32) -> u8 {
        let (x, y) = (x.saturating_sub(PLACES / 2), y.saturating_sub(PLACES / 2));
        let (columns, rows) = (self.weights.at(x), self.weights.at(y));
        let mut sum = 0_i64;
        for (row, &weight_y) in ((y >> 8) - 2..).zip(rows) {
            for (column, &weight_x) in ((x >> 8) - 2..).zip(columns) {
                let weight = (weight_y * weight_x + (1 << (WEIGHT_BITS - 1))) >> WEIGHT_BITS;
                sum += i64::from(self.glyph.cover(column, row)) * i64::from(weight);
            }
        }
        (sum >> WEIGHT_BITS).clamp(0, 255) as u8
    }
}

/// A coordinate in 1/256 pixel.
fn fixed(v: f64) -> i32 {
    (v * f64::from(PLACES)).round() as i32
}

/// Whole numbers from one towards another in equal steps, the remainder carried along.
struct Steps {
    value: i32,
    lift: i32,
    rest: i32,
    carry: i32,
    count: i32,
}

impl Steps {
    fn new(from: i32, to: i32, count: i32) -> Self {
        let count = count.max(1);
        let way = to.saturating_sub(from);
        let (mut lift, mut rest) = (way / count, way % count);
        if rest <= 0 {
            rest += count;
            lift -= 1;
        }
        Self {
            value: from,
            lift,
            rest,
            carry: rest - count,
            count,
        }
    }
}

impl Iterator for Steps {
    type Item = i32;

    fn next(&mut self) -> Option<i32> {
        let value = self.value;
        self.carry += self.rest;
        self.value = value.saturating_add(self.lift);
        if self.carry > 0 {
            self.carry -= self.count;
            self.value = self.value.saturating_add(1);
        }
        Some(value)
    }
}

/// The weights of the spline: for each place within a pixel, those of the pixels around it.
struct Weights(Vec<[i32; TAPS]>);

impl Weights {
    fn new() -> Self {
        // Place 255 is no offset: see `at`.
        let middle = TAPS as i32 * PLACES / 2 - 1;
        let weight = |i: i32| {
            let away = f64::from((i - middle).abs()) / f64::from(PLACES);
            (spline36(away) * f64::from(1 << WEIGHT_BITS)).round() as i32
        };
        let place = |i: i32| std::array::from_fn(|tap| weight(tap as i32 * PLACES + i));
        let mut weights = Self((0..PLACES).map(place).collect());
        weights.normalize();
        weights
    }

    /// Makes the weights of each place add up to one: scaled, and then what is left over dealt out
    /// in ones from the middle outwards, to either side in turn.
    fn normalize(&mut self) {
        let mut side = true;
        for weights in &mut self.0 {
            loop {
                let sum: i32 = weights.iter().sum();
                if sum == 1 << WEIGHT_BITS || sum == 0 {
                    break;
                }
                let scale = f64::from(1 << WEIGHT_BITS) / f64::from(sum);
                weights
                    .iter_mut()
                    .for_each(|w| *w = (f64::from(*w) * scale).round() as i32);
                let mut over = weights.iter().sum::<i32>() - (1 << WEIGHT_BITS);
                let one = if over > 0 { -1 } else { 1 };
                for step in 0..TAPS {
                    if over == 0 {
                        break;
                    }
                    side = !side;
                    let tap = if side {
                        TAPS / 2 + step / 2
                    } else {
                        TAPS / 2 - step / 2
                    };
                    if let Some(weight) = weights.get_mut(tap).filter(|w| **w < 1 << WEIGHT_BITS) {
                        *weight += one;
                        over += one;
                    }
                }
            }
        }
    }

    /// The weights for a coordinate in 1/256 pixel.
    fn at(&self, v: i32) -> &[i32; TAPS] {
        let place = (PLACES - 1 - (v & (PLACES - 1))) as usize;
        self.0.get(place).unwrap_or(&[0; TAPS])
    }
}

/// The spline of radius 3 at a distance of 0 or more.
fn spline36(x: f64) -> f64 {
    if x < 1.0 {
        ((13.0 / 11.0 * x - 453.0 / 209.0) * x - 3.0 / 209.0) * x + 1.0
    } else if x < 2.0 {
        ((-6.0 / 11.0 * (x - 1.0) + 270.0 / 209.0) * (x - 1.0) - 156.0 / 209.0) * (x - 1.0)
    } else {
        ((1.0 / 11.0 * (x - 2.0) - 45.0 / 209.0) * (x - 2.0) + 26.0 / 209.0) * (x - 2.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weights_of_every_place_add_up_to_one() {
        let weights = Weights::new();
        assert_eq!(weights.0.len(), 256);
        assert!(weights.0.iter().all(|w| w.iter().sum::<i32>() == 16_384));
    }

    #[test]
    fn steps_reach_their_end() {
        let steps: Vec<i32> = Steps::new(0, 10, 4).take(4).collect();
        assert_eq!(steps, [0, 2, 5, 7]);
        assert_eq!(Steps::new(7, -5, 3).nth(3), Some(-5));
    }

    #[test]
    fn angles_that_mean_nothing_draw_nothing() {
        let mut renderer = Renderer::new(9, 9, 72.0).unwrap();
        let before = renderer.pixmap().clone();
        let glyph = GlyphImage {
            left: 2,
            top: 2,
            width: 3,
            height: 3,
            covers: &[255; 9],
        };
        for degrees in [f64::NAN, f64::INFINITY] {
            renderer
                .draw_rotated_glyph(&GraphicsContext::default(), glyph, degrees)
                .unwrap();
        }
        assert_eq!(renderer.pixmap(), &before);
    }
}
