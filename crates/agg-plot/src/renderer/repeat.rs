//! One shape at many places, between pixels too.
//!
//! A scatter plot draws one circle ten thousand times. Each has its own place, to less than 1/256
//! of a pixel, so no two cover pixels alike; but their outlines are one outline, moved:
//!
//! ```text
//!  the long way    path ─► transformed ─► stages ─► flattened ─► stroked ─► rounded to 1/256 pixel
//!  the short way   corners about the origin, once ─► + place ─► rounded to 1/256 pixel
//! ```
//!
//! The two ways round alike unless a corner lands so near to the middle between two steps of 1/256
//! pixel that the last bits of the long way decide; then the long way is taken. It remains to be
//! sure that the long way makes the *same* corners at every place: that none of its decisions (is
//! this flat, is that join straight) hangs on last bits. So the outline is made again and again
//! from points that are off by a thousand times more than rounding could be. Where a decision
//! changes, or a corner moves much farther than the points did, the shape is not repeated.

use crate::PathSource;
use crate::renderer::collection::Stages;
use crate::source::AnyPath;
use agg_core::{Affine, IntRect, PathEl, PathIterator, Point, Rasterizer, Stroke};
use fearless_simd::{Level, Simd, dispatch, i32x8, prelude::*};

/// Places are known to 2⁻²⁸ pixel, which is 2⁻²⁰ of a step of 1/256.
const PLACES: u32 = 20;
/// A place as a number: pixels times this.
const ONE: f64 = (1_u64 << (PLACES + 8)) as f64;
/// Half a step of 1/256 pixel.
const HALF: i64 = 1 << (PLACES - 1);

/// How near a corner may come to the middle between two steps: several times what rounding can do
/// to it, by the two constants below.
const UNSURE: i32 = 8;
/// How far points are moved in trials, in pixels: 2⁻³⁰. Coordinates below 2¹³ are rounded to 2⁻⁴⁰,
/// some twenty times on their way, so this is 50 times as much as they lose.
const SHAKEN: f64 = 1.0 / (1_u64 << 30) as f64;
/// How much farther than points a corner may move.
const STEADY: f64 = 64.0;
/// So many trials: a decision that hangs on last bits goes one way in all of them about once in
/// 2000 times, if there is such a decision at all.
const TRIALS: u64 = 12;
/// Places, and corners about the origin, reach as far as this, in pixels.
const FARTHEST: f64 = 8192.0 - 1.0;

/// Corners of closed contours, and where each contour ends.
#[derive(Clone, Debug, Default, PartialEq)]
struct Contours<T> {
    corners: Vec<[T; 2]>,
    ends: Vec<usize>,
}

impl<T> Contours<T> {
    fn end(&mut self) {
        if self.ends.last().copied().unwrap_or(0) < self.corners.len() {
            self.ends.push(self.corners.len());
        }
    }
}

impl Contours<f64> {
    /// What straight elements enclose, every subpath closed.
    fn of(elements: impl Iterator<Item = PathEl>) -> Self {
        let mut contours = Self::default();
        let mut start = None;
        elements.for_each(|element| {
            match element {
                PathEl::MoveTo(p) => {
                    contours.end();
                    start = Some(p);
                }
                PathEl::Close => contours.end(),
                _ => {}
            }
            let begins = contours.ends.last().copied().unwrap_or(0) == contours.corners.len();
            if let (PathEl::LineTo(p), Some(start)) = (element, start) {
                let before = Some(start).filter(|_| begins);
                let both = before.into_iter().chain([p]);
                contours.corners.extend(both.map(|p| [p.x, p.y]));
            }
        });
        contours.end();
        contours
    }

    /// Whether another one is the same but for small movements.
    fn is_near(&self, other: &Self) -> bool {
        let near = |a: f64, b: f64| (a - b).abs() <= SHAKEN * STEADY;
        self.ends == other.ends
            && self
                .corners
                .iter()
                .zip(&other.corners)
                .all(|(a, b)| near(a[0], b[0]) && near(a[1], b[1]))
    }

    fn to_places(&self) -> Option<Contours<i64>> {
        let corner = |c: &[f64; 2]| Some([place(c[0])?, place(c[1])?]);
        Some(Contours {
            corners: self.corners.iter().map(corner).collect::<Option<_>>()?,
            ends: self.ends.clone(),
        })
    }
}

impl Contours<i64> {
    fn to_fixed(&self) -> Fixed {
        let places = self.corners.as_flattened().chunks(LANES);
        // To lanes beyond the end the first corner is as good as any.
        let first = self.corners.first().copied().unwrap_or_default();
        let lanes = |of: fn(i64) -> i32, places: &[i64]| {
            let mut places = places.iter().copied();
            std::array::from_fn(|i| of(places.next().unwrap_or(first[i % 2])))
        };
        Fixed {
            whole: places.clone().map(|places| lanes(whole, places)).collect(),
            part: places.map(|places| lanes(part, places)).collect(),
            count: self.corners.len(),
            ends: self.ends.clone(),
        }
    }
}

/// So many coordinates are moved together: those of four corners.
const LANES: usize = 8;

/// Corners of closed contours in steps of 1/256 pixel, and in what is left of them: halves of 64 bits,
/// of which twice as many are moved together.
#[derive(Clone, Debug)]
struct Fixed {
    whole: Vec<[i32; LANES]>,
    part: Vec<[i32; LANES]>,
    /// How many corners there are.
    count: usize,
    ends: Vec<usize>,
}

/// Places lie within ±2¹³ pixels, which are 2²¹ steps.
fn whole(place: i64) -> i32 {
    (place >> PLACES) as i32
}

fn part(place: i64) -> i32 {
    (place & (2 * HALF - 1)) as i32
}

/// A coordinate in units of 2⁻²⁸ pixel, if it is near enough to be held exactly to half of one.
fn place(v: f64) -> Option<i64> {
    (v.abs() <= FARTHEST).then(|| (v * ONE).round() as i64)
}

/// A path about the origin, to be walked again and again.
#[derive(Clone, Debug)]
struct Still {
    elements: Vec<PathEl>,
    vertices: usize,
    is_polyline: bool,
}

impl PathSource for Still {
    fn elements(&self) -> impl Iterator<Item = PathEl> {
        self.elements.iter().copied()
    }

    fn vertex_count(&self) -> usize {
        self.vertices
    }

    fn is_polyline(&self) -> bool {
        self.is_polyline
    }
}

impl Still {
    /// The same with every point moved a little, equal points alike.
    fn shaken(&self, trial: u64) -> Self {
        let shaken = |p: Point| {
            let seed = trial ^ p.x.to_bits().rotate_left(17) ^ p.y.to_bits().rotate_left(43);
            let [x, y] = noise(seed);
            Point::new(p.x + x * SHAKEN, p.y + y * SHAKEN)
        };
        let elements = self.elements.iter().map(|e| e.map(shaken)).collect();
        Self { elements, ..*self }
    }

    /// Face and stroke, or `None` where the path is moved onto the pixel grid.
    fn traced(&self, stages: &Stages, pen: Option<&Stroke>) -> Option<[Contours<f64>; 2]> {
        let outline = stages.outline(AnyPath::new(self), Affine::IDENTITY);
        if outline.is_snapped() {
            return None;
        }
        let face = Contours::of(outline.elements());
        let stroke = pen.map(|pen| Contours::of(outline.elements().stroked(pen)));
        Some([face, stroke.unwrap_or_default()])
    }
}

/// Two numbers from -1 to 1 that look like chance (splitmix64).
fn noise(seed: u64) -> [f64; 2] {
    let mut z = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    [z as u32, (z >> 32) as u32].map(|half| f64::from(half as i32) / f64::from(i32::MAX))
}

/// A face and a stroke about the origin.
#[derive(Clone, Debug)]
pub(super) struct Repeat {
    face: Fixed,
    stroke: Fixed,
    /// The least and the largest coordinates of both.
    bounds: [[i64; 2]; 2],
    level: Level,
}

/// A face and a stroke at a place, in steps of 1/256 pixel.
#[derive(Clone, Debug, Default)]
pub(super) struct Placed {
    face: Vec<[i32; 2]>,
    stroke: Vec<[i32; 2]>,
}

/// What is known of a shape at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Placing {
    /// Its corners.
    Known,
    /// Nothing of it can be seen.
    Unseen,
    /// It must be drawn the long way.
    Unsure,
}

impl Repeat {
    /// What the stages and a pen, if there is one, make of a path under the linear part of a
    /// transform; `None` where that is not certain to be the same at every place.
    pub(super) fn of(
        path: AnyPath<'_>,
        to_surface: Affine,
        stages: &Stages,
        pen: Option<&Stroke>,
    ) -> Option<Self> {
        let about_origin = Affine {
            tx: 0.0,
            ty: 0.0,
            ..to_surface
        };
        let still = Still {
            elements: path.elements().transformed(about_origin).collect(),
            vertices: path.vertex_count(),
            is_polyline: path.is_polyline(),
        };
        let stages = stages.everywhere();
        let [face, stroke] = still.traced(&stages, pen)?;
        for trial in 1..=TRIALS {
            let [other_face, other_stroke] = still.shaken(trial).traced(&stages, pen)?;
            if !(face.is_near(&other_face) && stroke.is_near(&other_stroke)) {
                return None;
            }
        }
        let (face, stroke) = (face.to_places()?, stroke.to_places()?);
        let bounds = bounds(face.corners.iter().chain(&stroke.corners))?;
        Some(Self {
            face: face.to_fixed(),
            stroke: stroke.to_fixed(),
            bounds,
            level: Level::new(),
        })
    }

    /// Finds the corners at the place that a transform shifts the origin to, within a clip box.
    pub(super) fn place(&self, to_surface: Affine, clip: IntRect, placed: &mut Placed) -> Placing {
        let (Some(x), Some(y)) = (place(to_surface.tx), place(to_surface.ty)) else {
            return Placing::Unsure;
        };
        let pixel = |v: i64| (v >> (PLACES + 8)) as i32;
        let [[x0, y0], [x1, y1]] = self.bounds;
        let touched = IntRect::new(pixel(x + x0), pixel(y + y0), pixel(x + x1), pixel(y + y1));
        if touched.x0 > clip.x1
            || touched.x1 + 1 < clip.x0
            || touched.y0 > clip.y1
            || touched.y1 + 1 < clip.y0
        {
            return Placing::Unseen;
        }
        let inside = touched.x0 > clip.x0
            && touched.x1 + 1 < clip.x1
            && touched.y0 > clip.y0
            && touched.y1 + 1 < clip.y1;
        let known = inside
            && rounded(self.level, &self.face, [x, y], &mut placed.face)
            && rounded(self.level, &self.stroke, [x, y], &mut placed.stroke);
        if known {
            Placing::Known
        } else {
            Placing::Unsure
        }
    }

    /// Adds the face at its place to a shape.
    pub(super) fn add_face(&self, placed: &Placed, rasterizer: &mut Rasterizer) {
        add(&self.face.ends, &placed.face, rasterizer);
    }

    /// Adds the stroke at its place to a shape.
    pub(super) fn add_stroke(&self, placed: &Placed, rasterizer: &mut Rasterizer) {
        add(&self.stroke.ends, &placed.stroke, rasterizer);
    }
}

fn add(ends: &[usize], corners: &[[i32; 2]], rasterizer: &mut Rasterizer) {
    let mut start = 0;
    for &end in ends {
        rasterizer.add_fixed(corners.get(start..end).unwrap_or_default());
        start = end;
    }
}

/// Moves corners to a place and rounds them to steps of 1/256 pixel; whether all are certain.
fn rounded(level: Level, corners: &Fixed, at: [i64; 2], into: &mut Vec<[i32; 2]>) -> bool {
    into.resize(corners.whole.len() * LANES / 2, [0; 2]);
    // Half a step up, then down to the step below.
    let at = at.map(|v| v + HALF);
    let nearest = dispatch!(level, simd => moved(simd, corners, at, into.as_flattened_mut()));
    into.truncate(corners.count);
    nearest >= 2 * UNSURE
}

/// The loop of it, compiled for each kind of processor. Gives back what is left of the coordinate
/// nearest to the middle between two steps, which rounding might take either way, from [`UNSURE`]
/// below it on.
#[inline(always)]
fn moved<S: Simd>(simd: S, corners: &Fixed, at: [i64; 2], into: &mut [i32]) -> i32 {
    simd.vectorize(
        #[inline(always)]
        || {
            let both = |of: fn(i64) -> i32| {
                i32x8::from_slice(simd, &std::array::from_fn::<_, LANES, _>(|i| of(at[i % 2])))
            };
            let (at_whole, at_part) = (both(whole), both(part));
            let unsure = i32x8::splat(simd, UNSURE);
            let within_step = i32x8::splat(simd, (2 * HALF - 1) as i32);
            let mut nearest = within_step;
            let corners = corners.whole.iter().zip(&corners.part);
            let (into, _) = into.as_chunks_mut::<LANES>();
            for (into, (whole, part)) in into.iter_mut().zip(corners) {
                let part = i32x8::from_slice(simd, part) + at_part;
                let steps = i32x8::from_slice(simd, whole) + at_whole + (part >> PLACES);
                steps.store_slice(into);
                nearest = nearest.min((part + unsure) & within_step);
            }
            let lanes = nearest.as_slice().iter();
            lanes.copied().min().unwrap_or(0)
        },
    )
}

fn bounds<'a>(mut corners: impl Iterator<Item = &'a [i64; 2]>) -> Option<[[i64; 2]; 2]> {
    let first = *corners.next()?;
    Some(corners.fold([first; 2], |[low, high], c| {
        [
            [low[0].min(c[0]), low[1].min(c[1])],
            [high[0].max(c[0]), high[1].max(c[1])],
        ]
    }))
}

/// What is the same for two items whose outlines are the same but for a shift.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Likeness {
    path: usize,
    linear: [u64; 4],
    width: u64,
}

impl Likeness {
    /// That of items with the same path, by its number, and pens of the same width.
    pub(super) fn new(path: usize, transform: Affine, width: f64) -> Self {
        let Affine {
            sx, shy, shx, sy, ..
        } = transform;
        Self {
            path,
            linear: [sx, shy, shx, sy].map(f64::to_bits),
            width: width.to_bits(),
        }
    }
}

/// The shapes of a call that came up lately.
#[derive(Debug, Default)]
pub(super) struct Repeats {
    lately: Vec<(Likeness, Seen)>,
    /// The entry that makes room next.
    oldest: usize,
}

#[derive(Debug)]
enum Seen {
    Times(u32),
    Often(Option<Box<Repeat>>),
}

/// A shape that was seen so often is worth the trials.
const OFTEN: u32 = 24;
/// So many shapes are kept.
const KEPT: usize = 8;

impl Repeats {
    /// The shape of an item, if it has come up often enough and can be repeated; `make` makes it.
    pub(super) fn find(
        &mut self,
        likeness: Likeness,
        make: impl FnOnce() -> Option<Repeat>,
    ) -> Option<&Repeat> {
        let Some(at) = self.lately.iter().position(|(known, _)| *known == likeness) else {
            self.meet(likeness);
            return None;
        };
        let (_, seen) = self.lately.get_mut(at)?;
        if let Seen::Times(times) = seen {
            *times += 1;
            if *times >= OFTEN {
                *seen = Seen::Often(make().map(Box::new));
            }
        }
        match seen {
            Seen::Often(repeat) => repeat.as_deref(),
            Seen::Times(_) => None,
        }
    }

    fn meet(&mut self, likeness: Likeness) {
        let entry = (likeness, Seen::Times(1));
        match self.lately.get_mut(self.oldest) {
            Some(oldest) => *oldest = entry,
            None => self.lately.push(entry),
        }
        self.oldest = (self.oldest + 1) % KEPT;
    }
}
