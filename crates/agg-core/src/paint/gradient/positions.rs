//! From a pixel to a place in the table of colours.

use crate::geometry::number::{atan2, round_half_away};
use crate::geometry::{Affine, IntRect, Point};
use crate::paint::distortion::Distortion;
use crate::paint::gradient::{Contour, Focal, Linear, Shape, Spread};
use fearless_simd::{Level, Simd, dispatch, f64x8, prelude::*};

/// Coordinates and distances count in 1/16 of a unit.
const SUBUNITS: f64 = 16.0;
/// The extent of a full sweep: fine enough for any table.
const SWEEP: f64 = (1 << 20) as f64;
/// No extent is longer than this, so that products fit 64 bits.
const FARTHEST: f64 = (1_u64 << 30) as f64;

/// How to find the place in a table for each pixel.
#[derive(Clone, Debug)]
pub(crate) struct Positions<'a> {
    /// From pixels to the frame of the shape; where they are distorted, from what the distortion
    /// gives.
    map: Affine,
    distortion: Option<(Affine, &'a Distortion)>,
    distance: Distance<'a>,
    /// The distance of the last colour, in 1/16.
    extent: f64,
    spread: Spread,
    size: usize,
    /// For a straight gradient that ends at its ends.
    line: Option<Line>,
    level: Level,
}

/// How far a point of the frame is along the gradient.
#[derive(Clone, Copy, Debug)]
enum Distance<'a> {
    /// The end itself, everywhere.
    End,
    X,
    Radial,
    Focal(Focus),
    /// The angle that is the extent, in radians.
    Angle(f64),
    Diamond,
    Xy,
    SqrtXy,
    Contour(&'a Contour, f64),
}

/// A focus within its circle, in 1/16.
#[derive(Clone, Copy, Debug)]
struct Focus {
    x: f64,
    y: f64,
    radius_squared: f64,
    factor: f64,
}

impl<'a> Positions<'a> {
    /// `None` where nothing is painted: a number is not finite, or the map is singular.
    pub(super) fn new(shape: &'a Shape, map: Affine, spread: Spread, size: usize) -> Option<Self> {
        // One unit of the frame is about one pixel.
        let scale = map.determinant().abs().sqrt();
        if !map.is_finite() || !scale.is_normal() {
            return None;
        }
        let frame = Frame::of(shape, scale)?;
        let map = frame.place.then(map).inverse()?;
        let is_line = matches!((frame.distance, spread), (Distance::X, Spread::Pad));
        let line = Line::new(map, frame.extent, size).filter(|_| is_line);
        Some(Self {
            map,
            distortion: None,
            distance: frame.distance,
            extent: frame.extent,
            spread,
            size,
            line,
            level: Level::new(),
        })
    }

    /// The same with a distortion of the coordinates that `map` maps to pixels.
    pub(super) fn distorted(self, distortion: &'a Distortion, map: Affine) -> Option<Self> {
        Some(Self {
            map: map.then(self.map),
            distortion: Some((map.inverse()?, distortion)),
            line: None,
            ..self
        })
    }

    /// The places in the table for the pixels of row `y` from column `x` on.
    pub(crate) fn indices(&self, x: i32, y: i32, out: &mut [u16]) {
        match &self.line {
            Some(line) => dispatch!(self.level, simd => line.indices(simd, (x, y), out)),
            None => dispatch!(self.level, _ => self.indices_inline(x, y, out)),
        }
    }

    /// All numbers are whole, but in `f64`, so that the loops become lanes; none of the operations
    /// rounds in another way there.
    #[inline(always)]
    fn indices_inline(&self, x: i32, y: i32, out: &mut [u16]) {
        match self.distance {
            Distance::End => out.fill(self.size.saturating_sub(1) as u16),
            Distance::X => self.each(x, y, out, |x, _| x),
            Distance::Radial => {
                self.each(x, y, out, |x, y| ((x * x + y * y).sqrt() + 0.5).floor());
            }
            Distance::Focal(focus) => self.each(x, y, out, |x, y| focus.distance(x, y)),
            Distance::Angle(sweep) => {
                let factor = SWEEP / sweep;
                self.each(x, y, out, |x, y| {
                    let angle = atan2(y, x);
                    let turned = if angle < 0.0 {
                        angle + std::f64::consts::TAU
                    } else {
                        angle
                    };
                    (turned * factor + 0.5).floor()
                });
            }
            Distance::Diamond => self.each(x, y, out, |x, y| x.abs().max(y.abs())),
            Distance::Xy => {
                let extent = self.extent;
                self.each(x, y, out, |x, y| (x.abs() * y.abs() / extent).floor());
            }
            Distance::SqrtXy => {
                self.each(x, y, out, |x, y| (x.abs() * y.abs()).sqrt().floor());
            }
            Distance::Contour(contour, scale) => self.each(x, y, out, |x, y| {
                let at = Point::new(x, y) * (1.0 / (SUBUNITS * scale));
                (contour.distance(at) * scale * SUBUNITS).floor()
            }),
        }
    }

    /// The first and the last place of the pixels of an area, which is not empty, where that can be
    /// told by its corners: [`of_line`](Self::of_line) gives the colours of its pixels then.
    pub(crate) fn ends_of_line(&self, area: IntRect) -> Option<(u16, u16)> {
        let line = self.line.as_ref()?;
        let left = f64::from(area.x0) + 0.5;
        let way = f64::from(area.x1) - f64::from(area.x0) - 1.0;
        // Nothing on the way from a pixel to a place turns round or rounds another way.
        let ends = |y| dispatch!(self.level, simd => line.places(simd, [left, way], y));
        let ([a, b, ..], [c, d, ..]) = (ends(area.y0), ends(area.y1.saturating_sub(1)));
        Some((a.min(b).min(c).min(d), a.max(b).max(c).max(d)))
    }

    /// What stands in a table at the place of each pixel of row `y` from column `x` on.
    pub(crate) fn of_line<T: Copy>(&self, (x, y): (i32, i32), table: &[T; 256], out: &mut [T]) {
        let Some(line) = &self.line else {
            return;
        };
        if line.is_slow {
            dispatch!(self.level, simd => line.look_up_few(simd, (x, y), table, out));
        } else {
            dispatch!(self.level, simd => line.look_up(simd, (x, y), table, out));
        }
    }

    #[inline(always)]
    fn each(&self, x: i32, y: i32, out: &mut [u16], distance: impl Fn(f64, f64) -> f64) {
        let along = |at: Point| distance(subunit(at.x), subunit(at.y));
        match self.distortion {
            None => self.each_place(x, y, out, |at| along(self.map * at)),
            Some((before, distortion)) => self.each_place(x, y, out, |at| {
                along(self.map * distortion.apply(before * at))
            }),
        }
    }

    #[inline(always)]
    fn each_place(&self, x: i32, y: i32, out: &mut [u16], along: impl Fn(Point) -> f64) {
        match self.spread {
            Spread::Pad => self.each_spread(x, y, out, &along, |d, _| d),
            Spread::Repeat => self.each_spread(x, y, out, &along, remainder),
            Spread::Reflect => self.each_spread(x, y, out, &along, |d, extent| {
                let turn = remainder(d, 2.0 * extent);
                turn.min(2.0 * extent - turn)
            }),
        }
    }

    #[inline(always)]
    fn each_spread(
        &self,
        x: i32,
        y: i32,
        out: &mut [u16],
        along: impl Fn(Point) -> f64,
        spread: impl Fn(f64, f64) -> f64,
    ) {
        let (extent, size) = (self.extent, self.size as f64);
        let (left, y) = (f64::from(x) + 0.5, f64::from(y) + 0.5);
        // Eight at a time, so that the compiler makes lanes of them.
        for (start, indices) in (0_u32..).step_by(8).zip(out.chunks_mut(8)) {
            let mut places = [0.0; 8];
            for (lane, place) in (0_u32..).zip(&mut places) {
                let x = left + f64::from(start + lane);
                let along = spread(along(Point::new(x, y)), extent);
                // A quotient of whole numbers below 2⁵³ that is rounded up to one is one.
                *place = (along * size / extent).floor().clamp(0.0, size - 1.0);
            }
            for (index, place) in indices.iter_mut().zip(places) {
                *index = place as i32 as u16;
            }
        }
    }
}

/// A straight gradient: where a pixel is along it, in subunits, is
/// `along_x·x + along_y·y + start`.
#[derive(Clone, Debug)]
struct Line {
    along_x: f64,
    along_y: f64,
    start: f64,
    extent: f64,
    size: f64,
    per_extent: f64,
    /// Whether eight pixels of a row are mostly in one place.
    is_slow: bool,
}

impl Line {
    /// `None` where it is so long or so far away that its places need more bits.
    fn new(map: Affine, extent: f64, size: usize) -> Option<Self> {
        const NEAR: f64 = (1_u64 << 60) as f64;
        const LONGEST: f64 = (1_u64 << 42) as f64;
        // Times a power of two, so that nothing is rounded another way.
        let [along_x, along_y, start] = [map.sx, map.shx, map.tx].map(|v| v * SUBUNITS);
        let is_near = [along_x, along_y, start].iter().all(|v| v.abs() < NEAR);
        let size = size as f64;
        (is_near && extent * size <= LONGEST).then(|| Self {
            along_x,
            along_y,
            start,
            extent,
            size,
            per_extent: 1.0 / extent,
            is_slow: along_x.abs() * size * 16.0 < extent,
        })
    }

    /// The places of eight pixels that are `apart` from each other, from the middle of one on, in a
    /// row: those that [`Positions::indices`] gives, without a division.
    ///
    /// `n·size/extent` is 1/`extent` or more below the next whole number, if it is none. With half
    /// of that added it is none, and its distance to the next is far above what rounding can do; so
    /// half less of it, rounded to the nearest, is what was to be rounded down.
    #[inline(always)]
    fn places<S: Simd>(&self, simd: S, [left, apart]: [f64; 2], y: i32) -> [u16; 8] {
        /// Whole numbers below 2⁵¹ are the last bits of their sum with it.
        const WHOLE: f64 = (3_u64 << 51) as f64;
        let lanes = [0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0];
        let x = f64x8::from_slice(simd, &lanes) * apart + left;
        let along = x * self.along_x + (f64::from(y) + 0.5) * self.along_y + self.start;
        // To the nearest 1/256, then down to 1/16; what lies before the start need not be rounded.
        let along = (along + 0.5 / SUBUNITS).max(0.0);
        let along = along.min(self.extent).floor();
        let place = (along * self.size + 0.5) * self.per_extent;
        let place = (place.min(self.size - 0.25) - 0.5) + WHOLE;
        let mut room = [0.0; 8];
        place.store_slice(&mut room);
        room.map(|place| place.to_bits() as u16)
    }

    #[inline(always)]
    fn indices<S: Simd>(&self, simd: S, (x, y): (i32, i32), out: &mut [u16]) {
        let lefts = (0_i32..)
            .step_by(8)
            .map(|i| f64::from(x) + 0.5 + f64::from(i));
        for (places, left) in out.chunks_mut(8).zip(lefts) {
            let eight = self.places(simd, [left, 1.0], y);
            for (place, found) in places.iter_mut().zip(eight) {
                *place = found;
            }
        }
    }

    #[inline(always)]
    fn look_up<S: Simd, T: Copy>(
        &self,
        simd: S,
        (x, y): (i32, i32),
        table: &[T; 256],
        out: &mut [T],
    ) {
        let mut left = f64::from(x) + 0.5;
        let (eights, few) = out.as_chunks_mut::<8>();
        for colors in eights {
            let places = self.places(simd, [left, 1.0], y);
            *colors = places.map(|place| table[usize::from(place as u8)]);
            left += 8.0;
        }
        if !few.is_empty() {
            let places = self.places(simd, [left, 1.0], y);
            for (color, place) in few.iter_mut().zip(places) {
                *color = table[usize::from(place as u8)];
            }
        }
    }

    /// The same for pixels of which many have one place: where eight begin and end in it, all are
    /// there.
    #[inline(always)]
    fn look_up_few<S: Simd, T: Copy>(
        &self,
        simd: S,
        (x, y): (i32, i32),
        table: &[T; 256],
        out: &mut [T],
    ) {
        let (blocks, rest) = out.as_chunks_mut::<64>();
        let mut at = x;
        for block in blocks {
            let left = f64::from(at) + 0.5;
            let first = self.places(simd, [left, 8.0], y);
            let last = self.places(simd, [left + 7.0, 8.0], y);
            let (eights, _) = block.as_chunks_mut::<8>();
            for ((colors, first), last) in eights.iter_mut().zip(first).zip(last) {
                if first == last {
                    colors.fill(table[usize::from(first as u8)]);
                } else {
                    self.look_up(simd, (at, y), table, colors);
                }
                at += 8;
            }
        }
        self.look_up(simd, (at, y), table, rest);
    }
}

/// What is left of a whole number after a whole number of extents.
#[inline(always)]
fn remainder(d: f64, extent: f64) -> f64 {
    d - (d / extent).floor() * extent
}

/// A coordinate in 1/16: first the nearest 1/256, halves away from zero, then down.
#[inline(always)]
fn subunit(v: f64) -> f64 {
    const FAR: f64 = (1_u64 << 31) as f64;
    let v = (v * 256.0).clamp(-FAR, FAR);
    ((v + 0.5_f64.copysign(v)).trunc() / SUBUNITS).floor()
}

impl Focus {
    #[inline(always)]
    fn distance(&self, x: f64, y: f64) -> f64 {
        let (dx, dy) = (x - self.x, y - self.y);
        let across = dx * self.y - dy * self.x;
        let under = self.radius_squared * (dx * dx + dy * dy) - across * across;
        let along = dx * self.x + dy * self.y + under.abs().sqrt();
        let scaled = along * self.factor;
        (scaled + 0.5_f64.copysign(scaled)).trunc()
    }

    /// A focus in 1/16; one on the circle or outside comes to stand just within it.
    fn new(mut x: f64, mut y: f64, radius: f64) -> Self {
        let squared = radius * radius;
        if x * x + y * y >= squared {
            let within = (radius - 1.0).max(0.0) / (x * x + y * y).sqrt();
            (x, y) = ((x * within).trunc(), (y * within).trunc());
        }
        Self {
            x,
            y,
            radius_squared: squared,
            factor: radius / (squared - (x * x + y * y)),
        }
    }
}

/// Where a shape lies, and what is measured there.
struct Frame<'a> {
    /// From the frame to the shape's coordinates.
    place: Affine,
    distance: Distance<'a>,
    extent: f64,
}

impl<'a> Frame<'a> {
    /// `None` where a number is not finite.
    fn of(shape: &'a Shape, scale: f64) -> Option<Self> {
        match shape {
            Shape::Linear(linear) => Self::linear(linear, scale),
            Shape::Radial(s) => Self::around(s.center, scale, Distance::Radial, s.radius),
            Shape::Diamond(s) => Self::around(s.center, scale, Distance::Diamond, s.radius),
            Shape::Xy(s) => Self::around(s.center, scale, Distance::Xy, s.size),
            Shape::SqrtXy(s) => Self::around(s.center, scale, Distance::SqrtXy, s.size),
            Shape::Focal(focal) => Self::focal(focal, scale),
            Shape::Conic(s) => {
                let sweep = s.sweep;
                let turn = Affine::rotate(s.start).then(Affine::translate(s.center.x, s.center.y));
                let place = Affine::scale_xy(1.0, sweep.signum()).then(turn);
                let distance = match sweep.abs() {
                    sweep if sweep > 0.0 => Distance::Angle(sweep),
                    _ => Distance::End,
                };
                let finite = sweep.is_finite() && place.is_finite();
                finite.then_some(Self {
                    place: Affine::scale(1.0 / scale).then(place),
                    distance,
                    extent: SWEEP,
                })
            }
            Shape::Contour(contour) => {
                let distance = Distance::Contour(contour, scale);
                Self::around(Point::ORIGIN, scale, distance, contour.reach())
            }
        }
    }

    /// A frame with its origin in a point, for distances up to `length`.
    fn around(center: Point, scale: f64, distance: Distance<'a>, length: f64) -> Option<Self> {
        if !center.is_finite() || !length.is_finite() {
            return None;
        }
        let extent = f64::from(round_half_away(
            (length.abs() * scale).min(FARTHEST / 16.0) * SUBUNITS,
        ));
        Some(Self {
            place: Affine::scale(1.0 / scale).then(Affine::translate(center.x, center.y)),
            distance: if extent > 0.0 {
                distance
            } else {
                Distance::End
            },
            extent: extent.max(1.0),
        })
    }

    fn linear(linear: &Linear, scale: f64) -> Option<Self> {
        let length = linear.start.distance(linear.end);
        let frame = Self::around(linear.start, scale, Distance::X, length)?;
        let along = (linear.end - linear.start) * (1.0 / length);
        if !along.is_finite() {
            return Some(frame);
        }
        let turn = Affine::new([along.x, along.y, -along.y, along.x, 0.0, 0.0]);
        Some(Self {
            place: turn.then(frame.place),
            ..frame
        })
    }

    fn focal(focal: &Focal, scale: f64) -> Option<Self> {
        let frame = Self::around(focal.center, scale, Distance::End, focal.radius)?;
        let to = (focal.focus - focal.center) * scale;
        if !to.is_finite() {
            return None;
        }
        let radius = frame.extent;
        let [x, y] = [to.x, to.y].map(|v| f64::from(round_half_away(v * SUBUNITS)));
        let focus = Focus::new(x, y, radius);
        let distance = if focal.radius == 0.0 || !focus.factor.is_finite() {
            Distance::End
        } else {
            Distance::Focal(focus)
        };
        Some(Self { distance, ..frame })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Transform;
    use crate::paint::{
        ConicGradient, DiamondGradient, FocalGradient, Gradient, LinearGradient, RadialGradient,
        SqrtXyGradient, XyGradient,
    };

    fn indices<S: Into<Shape>>(gradient: Gradient<S>, len: usize) -> Vec<u16> {
        let gradient = gradient.erased();
        let mut out = vec![0; len];
        if let Some(positions) = gradient.positions(Affine::IDENTITY, 256) {
            positions.indices(0, 0, &mut out);
        }
        out
    }

    #[test]
    fn a_line_of_256_pixels_has_one_step_a_pixel() {
        let line = indices(LinearGradient::new((0.0, 0.0), (256.0, 0.0)), 300);
        let expected: Vec<u16> = (0..300).map(|i| i.min(255)).collect();
        assert_eq!(line, expected);
    }

    #[test]
    fn short_lines_have_the_places_of_long_ones() {
        let mut seed = 1_u64;
        let mut random = |scale: f64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            ((seed >> 11) as f64 / (1_u64 << 53) as f64 - 0.5) * scale
        };
        for _ in 0..2000 {
            let scale = 2.0_f64.powf(random(12.0) + 6.0);
            let mut point = || Point::new(random(scale), random(scale));
            let line = LinearGradient::new(point(), point()).erased();
            for size in [2, 255, 256, 4096] {
                let Some(positions) = line.positions(Affine::IDENTITY, size) else {
                    continue;
                };
                let (mut fast, mut slow) = ([0; 77], [0; 77]);
                positions.indices(-30, 7, &mut fast);
                positions.each(-30, 7, &mut slow, |x, _| x);
                assert_eq!(fast, slow, "{line:?}");
            }
        }
    }

    #[test]
    fn spreads_pad_repeat_and_reflect() {
        let of = |spread| {
            let gradient = LinearGradient::new((2.0, 0.0), (6.0, 0.0)).with_spread(spread);
            indices(gradient, 10)
        };
        assert_eq!(
            of(Spread::Pad),
            [0, 0, 32, 96, 160, 224, 255, 255, 255, 255]
        );
        assert_eq!(
            of(Spread::Repeat),
            [160, 224, 32, 96, 160, 224, 32, 96, 160, 224]
        );
        assert_eq!(
            of(Spread::Reflect),
            [96, 32, 32, 96, 160, 224, 224, 160, 96, 32]
        );
    }

    #[test]
    fn a_map_scales_the_frame_with_it() {
        let unit = LinearGradient::new((0.0, 0.0), (1.0, 0.0)).erased();
        let mut out = [0; 256];
        let positions = unit.positions(Affine::scale(256.0), 256).unwrap();
        positions.indices(0, 0, &mut out);
        assert!(out.iter().zip(0..).all(|(&index, i)| index == i));
    }

    #[test]
    fn a_distortion_says_where_colours_are_taken_from() {
        #[derive(Clone, Copy)]
        struct Twice;
        impl Transform for Twice {
            fn apply(&self, p: Point) -> Point {
                p * 2.0
            }
        }
        let line = || LinearGradient::new((0.0, 0.0), (64.0, 0.0));
        let place = Affine::rotate(0.3).then(Affine::translate(9.0, -4.0));
        let bent = line().with_distortion(Twice).with_transform(place);
        let short = LinearGradient::new((0.0, 0.0), (32.0, 0.0)).with_transform(place);
        let (bent, short) = (indices(bent, 60), indices(short, 60));
        // The frame of the longer one has steps half as wide.
        assert!(
            bent.iter().zip(&short).all(|(a, b)| a.abs_diff(*b) <= 1),
            "{bent:?} {short:?}"
        );
        #[derive(Clone, Copy)]
        struct Nowhere;
        impl Transform for Nowhere {
            fn apply(&self, _: Point) -> Point {
                Point::new(f64::NAN, f64::INFINITY)
            }
        }
        assert_eq!(indices(line().with_distortion(Nowhere), 2), [0, 0]);
    }

    #[test]
    fn shapes_without_extent_show_their_end() {
        let here = (5.0, 5.0);
        for line in [
            indices(LinearGradient::new(here, here), 9),
            indices(RadialGradient::new(here, 0.0), 9),
            indices(FocalGradient::new(here, 0.0, here), 9),
            indices(DiamondGradient::new(here, 0.0), 9),
            indices(XyGradient::new(here, 0.0), 9),
            indices(SqrtXyGradient::new(here, 1e-30), 9),
            indices(ConicGradient::new(here, 0.0).with_sweep(0.0), 9),
        ] {
            assert_eq!(line, [255; 9]);
        }
    }

    #[test]
    fn numbers_that_are_none_paint_nothing() {
        let good = LinearGradient::new((0.0, 0.0), (9.0, 0.0)).erased();
        for map in [
            Affine::scale(0.0),
            Affine::scale(f64::NAN),
            Affine::translate(f64::INFINITY, 0.0),
            Affine::scale_xy(1.0, 0.0),
        ] {
            assert!(good.positions(map, 256).is_none());
        }
        let nan = f64::NAN;
        let bad = [
            LinearGradient::new((0.0, 0.0), (f64::INFINITY, 0.0)).erased(),
            RadialGradient::new((nan, 0.0), 5.0).erased(),
            RadialGradient::new((0.0, 0.0), nan).erased(),
            FocalGradient::new((0.0, 0.0), 5.0, (nan, 0.0)).erased(),
            ConicGradient::new((0.0, 0.0), nan).erased(),
        ];
        for gradient in bad {
            assert!(
                gradient.positions(Affine::IDENTITY, 256).is_none(),
                "{gradient:?}"
            );
        }
    }

    #[test]
    fn huge_and_tiny_gradients_stay_in_the_table() {
        for size in [1e-30, 1e-3, 1e9, 1e30, 1e300] {
            for spread in [Spread::Pad, Spread::Repeat, Spread::Reflect] {
                indices(
                    RadialGradient::new((3.0, 0.0), size).with_spread(spread),
                    50,
                );
                let focal = FocalGradient::new((3.0, 0.0), size, (1e5, 7.0));
                let indices_of_focal = indices(focal.with_spread(spread), 50);
                assert!(indices_of_focal.iter().all(|&i| i < 256));
                indices(XyGradient::new((3.0, 0.0), size).with_spread(spread), 50);
                let line = LinearGradient::new((-size, 0.0), (size, 1.0));
                indices(line.with_spread(spread), 50);
            }
        }
    }

    #[test]
    fn a_focus_in_the_middle_is_a_radial_gradient() {
        let radial = indices(RadialGradient::new((30.0, 9.0), 25.0), 60);
        let focal = indices(FocalGradient::new((30.0, 9.0), 25.0, (30.0, 9.0)), 60);
        assert_eq!(radial, focal);
    }
}
