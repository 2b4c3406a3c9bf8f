//! Resampling: the value at the middle of each pixel of a picture that is stretched over others.
//!
//! ```text
//!  pixel (i, j) of the page ── middle (i + ½, j + ½) ── inverse transform ──► column, row
//!     nearest: the value there        filters: a weighted mean of those around
//! ```
//!
//! A filter reaches its radius around the place; where the picture is shrunk, it is stretched until
//! no pixel is passed over. Beyond its edges the picture goes on as its own mirror image. Places are
//! in 1/256 of a pixel and weights in 1/16384, as AGG has them, so that every sum is the same.

use std::ops::Range;

use agg_core::{Affine, Filter, Point, Transform};

use crate::artist::Interpolation;

/// A picture, row after row, of pixels that are looked up when they are needed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Source<'a, P, L> {
    pub(super) columns: usize,
    pub(super) rows: usize,
    pub(super) pixels: &'a [P],
    /// The channels of a pixel.
    pub(super) look: L,
    /// Whether the first row is on top.
    pub(super) upper: bool,
}

impl<P, L> Source<'_, P, L> {
    fn at(&self, column: i64, row: i64) -> Option<&P> {
        let column = usize::try_from(column).ok().filter(|c| *c < self.columns)?;
        let row = usize::try_from(row).ok().filter(|r| *r < self.rows)?;
        self.pixels.get(row * self.columns + column)
    }
}

/// Places are cut to 1/256 of a pixel.
const SUBPIXELS: f64 = 256.0;
/// The bits of such a fraction.
const SUBPIXEL_BITS: u32 = 8;
/// Phases between two pixels.
const PHASES: i32 = 1 << SUBPIXEL_BITS;
/// All of a weight.
const FULL: i32 = 1 << 14;
/// Added to a place before it is cut to a whole pixel, so that rounding decides nothing.
const HAIR: f64 = 1e-8;
/// How many pixels one may stand for; beyond, some are passed over.
const SCALE_LIMIT: f64 = 200.0;

/// The picture at the middles of `size.0` × `size.1` pixels, lowest row first; 0 outside of the
/// picture. `transform` is from columns and rows to those pixels.
pub(super) fn resampled<const N: usize, P>(
    source: &Source<'_, P, impl Fn(&P) -> [f64; N]>,
    transform: Affine,
    size: (usize, usize),
    interpolation: Interpolation,
) -> Vec<[f64; N]> {
    let one_to_one = transform.sx.abs() == 1.0 && transform.sy.abs() == 1.0;
    match filter(interpolation) {
        None => nearest(source, transform, size, Border::Before),
        Some(_) if one_to_one => nearest(source, transform, size, Border::After),
        Some(filter) => filtered(source, transform, size, &Weights::new(filter)),
    }
}

/// The filter of an interpolation that has one.
fn filter(interpolation: Interpolation) -> Option<Filter> {
    use Interpolation as I;
    Some(match interpolation {
        I::Nearest => return None,
        I::Bilinear => Filter::Bilinear,
        I::Bicubic => Filter::Bicubic,
        I::Spline16 => Filter::Spline16,
        I::Spline36 => Filter::Spline36,
        I::Auto | I::Hanning => Filter::Hanning,
        I::Hamming => Filter::Hamming,
        I::Hermite => Filter::Hermite,
        I::Kaiser => Filter::Kaiser,
        I::Quadric => Filter::Quadric,
        I::Catrom => Filter::CatmullRom,
        I::Gaussian => Filter::Gaussian,
        I::Bessel => Filter::Bessel,
        I::Mitchell => Filter::Mitchell,
        I::Sinc => Filter::Sinc(4.0),
        I::Lanczos => Filter::Lanczos(4.0),
        I::Blackman => Filter::Blackman(4.0),
    })
}

/// Which of two pixels a place on their border belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Border {
    /// The left one, and the lower one as the picture is seen.
    Before,
    /// The right one.
    After,
}

/// The pixel that each place lies in. To choose the one before a border, both the picture and its
/// transform are looked at in reverse.
fn nearest<const N: usize, P>(
    source: &Source<'_, P, impl Fn(&P) -> [f64; N]>,
    transform: Affine,
    (width, height): (usize, usize),
    border: Border,
) -> Vec<[f64; N]> {
    let (columns, rows) = (source.columns as f64, source.rows as f64);
    let turn_x = border == Border::Before;
    let turn_y = turn_x && source.upper;
    let mut turned = transform;
    if turn_x {
        let mirror = Affine::translate(-columns, 0.0).then(Affine::scale_xy(-1.0, 1.0));
        turned = mirror.then(turned);
    }
    if turn_y {
        let mirror = Affine::translate(0.0, -rows).then(Affine::scale_xy(1.0, -1.0));
        turned = mirror.then(turned);
    }
    let Some(inverse) = turned.inverse() else {
        return vec![[0.0; N]; width * height];
    };
    let back = |turn, count: usize, at: i64| if turn { count as i64 - 1 - at } else { at };
    let last = width.saturating_sub(1);
    let mut values = Vec::with_capacity(width * height);
    for j in 0..height {
        let middle = |i: usize| inverse.apply(Point::new(i as f64 + 0.5, j as f64 + 0.5));
        let (start, end) = (middle(0), middle(last));
        for i in 0..width {
            // The last place is taken as it is.
            let place = |start: f64, end: f64| {
                let (start, end) = (start * SUBPIXELS, end * SUBPIXELS);
                let at = if i == last {
                    end
                } else {
                    start + (end - start) * i as f64 / last as f64 + HAIR
                };
                at as i64 >> SUBPIXEL_BITS
            };
            let column = back(turn_x, source.columns, place(start.x, end.x));
            let row = back(turn_y, source.rows, place(start.y, end.y));
            let pixel = source.at(column, row);
            values.push(pixel.map_or([0.0; N], &source.look));
        }
    }
    values
}

/// The weights of a filter at every phase, over its diameter.
#[derive(Debug)]
struct Weights {
    diameter: i32,
    weights: Vec<i32>,
}

impl Weights {
    fn new(filter: Filter) -> Self {
        // A radius is at most 16.
        let diameter = 2 * filter.radius().ceil() as i32;
        let mut weights = Self {
            diameter,
            weights: vec![0; (diameter * PHASES) as usize],
        };
        let weight = |x: f64| (filter.weight(x) * f64::from(FULL)).round() as i32;
        let pivot = diameter * PHASES / 2 - 1;
        for i in 0..=pivot {
            let weight = weight(f64::from(i) / SUBPIXELS);
            weights.set(pivot + i, weight);
            weights.set(pivot - i, weight);
        }
        weights.set(diameter * PHASES - 1, weight(f64::from(diameter / 2)));
        weights.normalize();
        weights
    }

    fn at(&self, place: i32) -> i32 {
        let place = usize::try_from(place).unwrap_or(usize::MAX);
        self.weights.get(place).copied().unwrap_or(0)
    }

    fn set(&mut self, place: i32, weight: i32) {
        let place = usize::try_from(place).unwrap_or(usize::MAX);
        if let Some(slot) = self.weights.get_mut(place) {
            *slot = weight;
        }
    }

    /// Scales the weights of each phase to their sum, and hands what rounding leaves over to the
    /// middle ones, by turns on either side.
    fn normalize(&mut self) {
        let mut flip = true;
        for phase in 0..PHASES {
            // Each round brings the sum nearer; the bound is for filters that have none.
            for _ in 0..64 {
                let sum = self.sum(phase);
                if sum == FULL || sum == 0 {
                    break;
                }
                let by = f64::from(FULL) / f64::from(sum);
                for j in 0..self.diameter {
                    let place = j * PHASES + phase;
                    self.set(place, (f64::from(self.at(place)) * by).round() as i32);
                }
                flip = self.hand_out(phase, flip);
            }
        }
    }

    fn sum(&self, phase: i32) -> i32 {
        (0..self.diameter)
            .map(|j| self.at(j * PHASES + phase))
            .sum()
    }

    fn hand_out(&mut self, phase: i32, mut flip: bool) -> bool {
        let mut over = self.sum(phase) - FULL;
        let step = if over > 0 { -1 } else { 1 };
        let middle = self.diameter / 2;
        for j in 0..self.diameter {
            if over == 0 {
                break;
            }
            flip = !flip;
            let at = if flip { middle + j / 2 } else { middle - j / 2 };
            let place = at * PHASES + phase;
            if self.at(place) < FULL {
                self.set(place, self.at(place) + step);
                over += step;
            }
        }
        flip
    }
}

/// How a filter lies along one side of a picture.
#[derive(Clone, Copy, Debug)]
struct Reach {
    /// From its start to its middle, in 1/256 pixel.
    radius: i32,
    /// From one pixel to the next, in phases.
    step: i32,
}

impl Reach {
    /// For a picture of which `scale` pixels come on one.
    fn new(scale: f64, diameter: i32) -> Self {
        let scale = scale.clamp(1.0, SCALE_LIMIT);
        let stretch = (scale * SUBPIXELS + 0.5) as i32;
        Self {
            radius: (diameter * stretch) >> 1,
            step: ((1.0 / scale * SUBPIXELS + 0.5) as i32).max(1),
        }
    }

    /// Adds the pixels under the filter about a place, from `count` of them, and their weights.
    fn around(self, place: i32, count: usize, weights: &Weights, to: &mut Vec<Tap>) {
        let start = place.wrapping_add(PHASES / 2 - self.radius);
        let mut index = i64::from(start >> SUBPIXEL_BITS);
        let mut at = ((PHASES - 1 - (start & (PHASES - 1))) * self.step) >> SUBPIXEL_BITS;
        while at < weights.diameter << SUBPIXEL_BITS {
            to.push(Tap {
                pixel: mirrored(index, count),
                weight: weights.at(at),
            });
            index += 1;
            at += self.step;
        }
    }
}

/// A pixel of a row or a column, and how much it counts.
#[derive(Clone, Copy, Debug)]
struct Tap {
    pixel: usize,
    weight: i32,
}

/// What lies under the filter at each place along a row. The rows of a picture that stands upright
/// have the same places, so it is kept from one to the next.
#[derive(Debug, Default)]
struct Row {
    places: Vec<i32>,
    ends: Vec<usize>,
    taps: Vec<Tap>,
}

impl Row {
    fn move_to(
        &mut self,
        places: impl Iterator<Item = i32> + Clone,
        lay: impl Fn(i32, &mut Vec<Tap>),
    ) {
        if places.clone().eq(self.places.iter().copied()) {
            return;
        }
        *self = Self::default();
        for place in places {
            lay(place, &mut self.taps);
            self.places.push(place);
            self.ends.push(self.taps.len());
        }
    }

    /// What lies under the filter at each place, one after the other.
    fn taps(&self) -> impl Iterator<Item = &[Tap]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        let ranges = starts.zip(&self.ends);
        ranges.map(|(start, &end)| self.taps.get(start..end).unwrap_or_default())
    }
}

/// A number beyond `0..count`, as if the picture were mirrored at its edges, again and again.
fn mirrored(index: i64, count: usize) -> usize {
    let count = i64::try_from(count).unwrap_or(i64::MAX / 2).max(1);
    let at = index.rem_euclid(2 * count);
    let at = if at < count { at } else { 2 * count - 1 - at };
    usize::try_from(at).unwrap_or(0)
}

/// The weighted mean around each place.
fn filtered<const N: usize, P>(
    source: &Source<'_, P, impl Fn(&P) -> [f64; N]>,
    transform: Affine,
    (width, height): (usize, usize),
    weights: &Weights,
) -> Vec<[f64; N]> {
    let Some(inverse) = transform.inverse() else {
        return vec![[0.0; N]; width * height];
    };
    let (scale_x, scale_y) = limited(inverse.sx.hypot(inverse.shx), inverse.shy.hypot(inverse.sy));
    let across = Reach::new(scale_x, weights.diameter);
    let up = Reach::new(scale_y, weights.diameter);
    let last = width.saturating_sub(1);
    let mut values = Vec::with_capacity(width * height);
    let (mut columns, mut rows, mut row) = (Row::default(), Vec::new(), None);
    for j in 0..height {
        let middle = |i: usize| {
            let place = inverse.apply(Point::new(i as f64 + 0.5, j as f64 + 0.5));
            let sub = |v: f64| (v * SUBPIXELS).round() as i32;
            (sub(place.x), sub(place.y))
        };
        let ((x0, y0), (x1, y1)) = (middle(0), middle(last));
        columns.move_to(Walk::new(x0, x1, last).take(width), |x, taps| {
            across.around(x, source.columns, weights, taps);
        });
        for (columns, y) in columns.taps().zip(Walk::new(y0, y1, last)) {
            if row != Some(y) {
                rows.clear();
                up.around(y, source.rows, weights, &mut rows);
                row = Some(y);
            }
            values.push(mean(source, columns, &rows));
        }
    }
    values
}

/// The weighted mean under taps. By itself, so that its sums stay in registers.
#[inline(never)]
fn mean<const N: usize, P>(
    source: &Source<'_, P, impl Fn(&P) -> [f64; N]>,
    columns: &[Tap],
    rows: &[Tap],
) -> [f64; N] {
    let mut mean = Mean {
        sums: [0.0; N],
        total: 0,
    };
    let look = &source.look;
    let in_turn = in_turn(columns);
    for of_row in rows {
        let start = of_row.pixel * source.columns;
        if let Some(part) = &in_turn {
            let part = start + part.start..start + part.end;
            let part = source.pixels.get(part).unwrap_or_default();
            for (of_column, pixel) in columns.iter().zip(part) {
                mean.add(of_row.weight * of_column.weight, look(pixel));
            }
            continue;
        }
        for of_column in columns {
            let pixel = source.pixels.get(start + of_column.pixel);
            let pixel = pixel.map_or([0.0; N], look);
            mean.add(of_row.weight * of_column.weight, pixel);
        }
    }
    mean.sums.map(|sum| sum / f64::from(mean.total))
}

/// A weighted mean on its way.
struct Mean<const N: usize> {
    sums: [f64; N],
    total: i32,
}

impl<const N: usize> Mean<N> {
    /// Adds a pixel, given the product of its weights.
    #[inline(always)]
    fn add(&mut self, weights: i32, pixel: [f64; N]) {
        let weight = (weights + FULL / 2) >> 14;
        let share = f64::from(weight);
        for (sum, value) in self.sums.iter_mut().zip(pixel) {
            *sum += value * share;
        }
        self.total += weight;
    }
}

/// The pixels of taps, if each is the one after that before, as they are but at the edges.
fn in_turn(taps: &[Tap]) -> Option<Range<usize>> {
    let (start, end) = (taps.first()?.pixel, taps.last()?.pixel + 1);
    // No tap is more than one on, so it takes all of them to get as far.
    (start + taps.len() == end).then_some(start..end)
}

/// Scales cut so that their product stays below the limit; the second sees the first one cut.
fn limited(x: f64, y: f64) -> (f64, f64) {
    if x * y <= SCALE_LIMIT {
        return (x, y);
    }
    let x = x * SCALE_LIMIT / (x * y);
    (x, y * SCALE_LIMIT / (x * y))
}

/// Whole numbers from one to another, `count` even steps.
#[derive(Clone, Debug)]
struct Walk {
    at: i32,
    count: i32,
    step: i32,
    rest: i32,
    carry: i32,
}

impl Walk {
    fn new(start: i32, end: i32, count: usize) -> Self {
        let count = i32::try_from(count).unwrap_or(i32::MAX);
        let divisor = count.max(1);
        let length = end.wrapping_sub(start);
        let (mut step, mut rest) = (length / divisor, length % divisor);
        let mut carry = rest;
        if carry <= 0 {
            carry += count;
            rest += count;
            step -= 1;
        }
        Self {
            at: start,
            count: divisor,
            step,
            rest,
            carry: carry - count,
        }
    }
}

impl Iterator for Walk {
    type Item = i32;

    fn next(&mut self) -> Option<i32> {
        let at = self.at;
        self.carry = self.carry.wrapping_add(self.rest);
        self.at = self.at.wrapping_add(self.step);
        if self.carry > 0 {
            self.carry = self.carry.wrapping_sub(self.count);
            self.at = self.at.wrapping_add(1);
        }
        Some(at)
    }
}
