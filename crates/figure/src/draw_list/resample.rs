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
//!
//! Both pictures stand upright, so that all that one row of pixels needs lies in a few rows of the
//! source. Each of these is looked up once, as a line of the pixels that any place needs, in order;
//! what it adds to a mean is a run of that line.

use std::ops::Range;

use agg_core::{Affine, Filter, Point, Transform};
use fearless_simd::{Level, Simd, dispatch, f64x4, prelude::*};

use crate::artist::Interpolation;

/// A picture whose pixels are looked up when they are needed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Source<L> {
    pub(super) columns: usize,
    pub(super) rows: usize,
    /// Puts the channels that a row has in some columns, all of them in the picture, into a line.
    pub(super) look_up: L,
    /// Whether the first row is on top.
    pub(super) upper: bool,
}

/// What is handed the rows of a resampled picture, from the lowest on.
pub(super) trait Rows {
    fn row(&mut self, row: &[Channels]);

    /// A row like the last one.
    fn again(&mut self);
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

/// The channels of a pixel.
pub(super) type Channels = [f64; 4];

/// Those of a pixel that there is not.
pub(super) const NOTHING: Channels = [0.0; 4];

/// Hands on the picture at the middles of `size.0` × `size.1` pixels; 0 outside of the picture.
/// `transform` is from columns and rows to those pixels, and turns nothing.
pub(super) fn resample(
    source: Source<impl FnMut(usize, &[usize], &mut [Channels])>,
    transform: Affine,
    size: (usize, usize),
    interpolation: Interpolation,
    rows: &mut impl Rows,
) {
    let one_to_one = transform.sx.abs() == 1.0 && transform.sy.abs() == 1.0;
    match filter(interpolation) {
        None => nearest(source, transform, size, Border::Before, rows),
        Some(_) if one_to_one => nearest(source, transform, size, Border::After, rows),
        Some(filter) => filtered(source, transform, size, &Weights::new(filter), rows),
    }
}

/// The pixels of a picture that cannot be looked at.
fn nothing((width, height): (usize, usize), rows: &mut impl Rows) {
    let row = vec![NOTHING; width];
    (0..height).for_each(|_| rows.row(&row));
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
fn nearest(
    mut source: Source<impl FnMut(usize, &[usize], &mut [Channels])>,
    transform: Affine,
    (width, height): (usize, usize),
    border: Border,
    to: &mut impl Rows,
) {
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
        return nothing((width, height), to);
    };
    let last = width.saturating_sub(1);
    let middle = |i: usize, j: usize| inverse.apply(Point::new(i as f64 + 0.5, j as f64 + 0.5));
    let place = |i: usize, start: f64, end: f64| {
        let (start, end) = (start * SUBPIXELS, end * SUBPIXELS);
        // The last place is taken as it is.
        let at = if i == last {
            end
        } else {
            start + (end - start) * i as f64 / last as f64 + HAIR
        };
        at as i64 >> SUBPIXEL_BITS
    };
    let (start, end) = (middle(0, 0).x, middle(last, 0).x);
    let seen = (0..width).map(|i| inside(turn_x, source.columns, place(i, start, end)));
    let seen: Vec<Option<usize>> = seen.collect();
    let first = seen.iter().take_while(|column| column.is_none()).count();
    let seen: Vec<usize> = seen.into_iter().skip(first).map_while(|c| c).collect();

    let mut line = vec![NOTHING; width];
    let mut before = None;
    for j in 0..height {
        let (start, end) = (middle(0, j).y, middle(last, j).y);
        let [most, one] = [0, last].map(|i| inside(turn_y, source.rows, place(i, start, end)));
        if before == Some((most, one)) {
            to.again();
            continue;
        }
        before = Some((most, one));
        for (part, row) in [(0..last, most), (last..width, one)] {
            let part = part.start.max(first)..part.end.min(first + seen.len());
            let room = line.get_mut(part.clone()).unwrap_or_default();
            let columns = seen.get(part.start - first..).unwrap_or_default();
            match row {
                Some(row) => (source.look_up)(row, columns, room),
                None => room.fill(NOTHING),
            }
        }
        to.row(&line);
    }
}

/// A place in a row or column of so many pixels, which may be counted from its end.
fn inside(turned: bool, count: usize, at: i64) -> Option<usize> {
    let at = if turned { count as i64 - 1 - at } else { at };
    usize::try_from(at).ok().filter(|at| *at < count)
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

    /// The first pixel under the filter about a place, beyond the edges too, and the weights of
    /// it and those after it.
    fn around(self, place: i32, weights: &Weights) -> (i64, impl Iterator<Item = i32>) {
        let start = place.wrapping_add(PHASES / 2 - self.radius);
        let first = ((PHASES - 1 - (start & (PHASES - 1))) * self.step) >> SUBPIXEL_BITS;
        // A step is at least 1.
        let places = (first..weights.diameter << SUBPIXEL_BITS).step_by(self.step as usize);
        let index = i64::from(start >> SUBPIXEL_BITS);
        (index, places.map(|at| weights.at(at)))
    }
}

/// What lies under the filter at each place along a row.
#[derive(Debug)]
struct Columns {
    /// The columns that are looked up for a line.
    line: Vec<usize>,
    /// For each place the part of a line that it needs.
    parts: Vec<Range<usize>>,
    /// How much each pixel of each part counts.
    weights: Vec<i32>,
}

impl Columns {
    fn new(
        places: impl Iterator<Item = i32>,
        reach: Reach,
        weights: &Weights,
        count: usize,
    ) -> Self {
        let (mut spans, mut of_all) = (Vec::new(), Vec::new());
        for place in places {
            let (index, own) = reach.around(place, weights);
            let before = of_all.len();
            of_all.extend(own);
            spans.push(index..index + (of_all.len() - before) as i64);
        }
        let low = spans.iter().map(|span| span.start).min().unwrap_or(0);
        let high = spans.iter().map(|span| span.end).max().unwrap_or(0);
        let spread = usize::try_from(high - low).unwrap_or(usize::MAX);
        let mut columns = Self {
            line: Vec::new(),
            parts: Vec::new(),
            weights: of_all,
        };
        if spread <= columns.weights.len() {
            let part = |span: &Range<i64>| (span.start - low) as usize..(span.end - low) as usize;
            columns.parts.extend(spans.iter().map(part));
            columns.line.extend((low..high).map(|i| mirrored(i, count)));
            return columns;
        }
        // Of a picture that is shrunk beyond measure, most columns are passed over.
        for span in spans {
            let start = columns.line.len();
            columns.line.extend(span.map(|i| mirrored(i, count)));
            columns.parts.push(start..columns.line.len());
        }
        columns
    }
}

/// Rows of a picture, looked up. As many are kept as one row of means needs, which share most of
/// them with the next.
#[derive(Debug, Default)]
struct Lines(Vec<(Option<usize>, Vec<Channels>)>);

impl Lines {
    fn make_room(&mut self, count: usize) {
        if self.0.len() < count {
            self.0.clear();
            self.0.resize(count, (None, Vec::new()));
        }
    }

    fn look_up(
        &mut self,
        row: usize,
        columns: &[usize],
        source: &mut Source<impl FnMut(usize, &[usize], &mut [Channels])>,
    ) {
        let place = self.place(row);
        let Some((known, line)) = self.0.get_mut(place) else {
            return;
        };
        if *known != Some(row) {
            *known = Some(row);
            line.resize(columns.len(), NOTHING);
            (source.look_up)(row, columns, line);
        }
    }

    /// A row that was looked up with those beside it.
    fn of(&self, row: usize) -> &[Channels] {
        let line = self.0.get(self.place(row));
        line.map(|(_, line)| line.as_slice()).unwrap_or_default()
    }

    fn place(&self, row: usize) -> usize {
        row % self.0.len().max(1)
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
fn filtered(
    mut source: Source<impl FnMut(usize, &[usize], &mut [Channels])>,
    transform: Affine,
    (width, height): (usize, usize),
    weights: &Weights,
    to: &mut impl Rows,
) {
    let Some(inverse) = transform.inverse() else {
        return nothing((width, height), to);
    };
    let level = Level::new();
    let (scale_x, scale_y) = limited(inverse.sx.abs(), inverse.sy.abs());
    let across = Reach::new(scale_x, weights.diameter);
    let up = Reach::new(scale_y, weights.diameter);
    let place = |v: f64| (v * SUBPIXELS).round() as i32;
    let middle = |i: usize, j: usize| inverse.apply(Point::new(i as f64 + 0.5, j as f64 + 0.5));
    let last = width.saturating_sub(1);
    let (start, end) = (place(middle(0, 0).x), place(middle(last, 0).x));
    let places = Walk::new(start, end, last).take(width);
    let columns = Columns::new(places, across, weights, source.columns);
    let (mut lines, mut shares) = (Lines::default(), Vec::new());
    let mut means = vec![NOTHING; width];
    for j in 0..height {
        let (index, rows) = up.around(place(middle(0, j).y), weights);
        let rows = (index..).map(|row| mirrored(row, source.rows)).zip(rows);
        let rows: Vec<(usize, i32)> = rows.collect();
        lines.make_room(rows.len());
        for (row, _) in &rows {
            lines.look_up(*row, &columns.line, &mut source);
        }
        let held: Vec<&[Channels]> = rows.iter().map(|(row, _)| lines.of(*row)).collect();
        let stride = columns.weights.len().max(1);
        shares.resize(rows.len() * stride, 0.0);
        dispatch!(level, simd => {
            for (shares, (_, weight)) in shares.chunks_exact_mut(stride).zip(&rows) {
                multiply(shares, &columns.weights, *weight);
            }
            average(simd, &mut means, &columns, &held, &shares);
        });
        to.row(&means);
    }
}

/// The products of weights across with one upwards.
#[inline(always)]
fn multiply(shares: &mut [f64], weights: &[i32], weight: i32) {
    for (share, of_column) in shares.iter_mut().zip(weights) {
        *share = f64::from((weight * of_column + FULL / 2) >> 14);
    }
}

/// The mean of what lies under the filter at each place, in lines of which each has its shares.
#[inline(always)]
fn average<S: Simd>(
    simd: S,
    means: &mut [Channels],
    columns: &Columns,
    lines: &[&[Channels]],
    shares: &[f64],
) {
    let stride = columns.weights.len().max(1);
    let mut own = 0;
    for (mean, part) in means.iter_mut().zip(&columns.parts) {
        let under = lines.iter().zip(shares.chunks_exact(stride));
        let at = (part.start, own);
        let (sum, total) = match part.len() {
            // Of most pictures; loops of a length that is known when they are compiled.
            2 => sum_parts::<S, 2>(simd, under, at),
            3 => sum_parts::<S, 3>(simd, under, at),
            4 => sum_parts::<S, 4>(simd, under, at),
            5 => sum_parts::<S, 5>(simd, under, at),
            6 => sum_parts::<S, 6>(simd, under, at),
            7 => sum_parts::<S, 7>(simd, under, at),
            8 => sum_parts::<S, 8>(simd, under, at),
            len => sum_long_parts(simd, under, at, len),
        };
        (sum / f64x4::splat(simd, total)).store_slice(mean);
        own += part.len();
    }
}

/// The sum of `N` pixels of each line, times their shares, and the sum of these; from an index into
/// lines and one into shares on. The order of the sums is seen in their last bits.
#[inline(always)]
fn sum_parts<'a, S: Simd, const N: usize>(
    simd: S,
    under: impl Iterator<Item = (&'a &'a [Channels], &'a [f64])>,
    (start, own): (usize, usize),
) -> (f64x4<S>, f64) {
    let mut mean = (f64x4::splat(simd, 0.0), 0.0);
    for (line, shares) in under {
        let pixels = line.get(start..).and_then(<[_]>::first_chunk::<N>);
        let shares = shares.get(own..).and_then(<[_]>::first_chunk::<N>);
        if let (Some(pixels), Some(shares)) = (pixels, shares) {
            for (share, pixel) in shares.iter().zip(pixels) {
                mean = add(simd, mean, *share, pixel);
            }
        }
    }
    mean
}

/// The same of any number of pixels.
#[inline(always)]
fn sum_long_parts<'a, S: Simd>(
    simd: S,
    under: impl Iterator<Item = (&'a &'a [Channels], &'a [f64])>,
    (start, own): (usize, usize),
    len: usize,
) -> (f64x4<S>, f64) {
    let mut mean = (f64x4::splat(simd, 0.0), 0.0);
    for (line, shares) in under {
        let pixels = line.get(start..start + len).unwrap_or_default();
        let shares = shares.get(own..own + len).unwrap_or_default();
        for (share, pixel) in shares.iter().zip(pixels) {
            mean = add(simd, mean, *share, pixel);
        }
    }
    mean
}

/// A sum and its total with another pixel.
#[inline(always)]
fn add<S: Simd>(
    simd: S,
    (sum, total): (f64x4<S>, f64),
    share: f64,
    pixel: &Channels,
) -> (f64x4<S>, f64) {
    let weighted = f64x4::from_slice(simd, pixel) * f64x4::splat(simd, share);
    (sum + weighted, total + share)
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
