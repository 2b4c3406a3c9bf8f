//! Lines, rectangles and ellipses in whole pixels, by integers alone: each pixel is covered
//! entirely or not at all.
//!
//! ```text
//!     ■■                        ■■■■■          a line takes one pixel for each step along its
//!       ■■■                   ■■     ■■        longer axis; an ellipse steps to whichever of
//!          ■■■               ■         ■       three neighbours lies nearest to it
//!             ■■              ■■     ■■
//!                               ■■■■■
//! ```
//!
//! Every function hands spans within a clip box to a visitor; what lies outside costs no time,
//! or, for an ellipse, one step a pixel of its outline.

use crate::geometry::{IntRect, Point};
use crate::raster::span::{Coverage, Span};

/// Whether a line takes its last pixel. Lines that go on from each other's end leave it out, so
/// that no pixel is drawn twice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum LastPixel {
    /// Left to the next line.
    #[default]
    Open,
    /// Drawn.
    Drawn,
}

/// The farthest coordinate of a line, in pixels; farther ones are cut off.
const FARTHEST: f64 = (1 << 28) as f64;
/// The largest radius of an ellipse; larger ones are cut off.
const LARGEST: i32 = 1 << 20;

/// A line from the pixel of one point to that of another, one pixel wide. The points count to
/// 1/256 pixel. Nothing is drawn where a coordinate is NaN.
///
/// ```
/// use agg_core::raster::primitive::{LastPixel, line};
/// use agg_core::{IntRect, Point};
///
/// let (from, to) = (Point::new(2.5, 3.5), Point::new(6.5, 4.5));
/// let mut pixels = Vec::new();
/// line(from, to, LastPixel::Drawn, IntRect::new(0, 0, 9, 9), |span| {
///     pixels.extend((span.x()..).zip(std::iter::repeat_n(span.y(), span.len())));
/// });
/// assert_eq!(pixels, [(2, 3), (3, 3), (4, 4), (5, 4), (6, 4)]);
/// ```
pub fn line(
    from: Point,
    to: Point,
    last: LastPixel,
    clip: IntRect,
    mut visit: impl FnMut(Span<'_>),
) {
    if from.x.is_nan() || from.y.is_nan() || to.x.is_nan() || to.y.is_nan() {
        return;
    }
    let fixed = |v: f64| {
        let v = v.clamp(-FARTHEST, FARTHEST) * 256.0;
        (if v < 0.0 { v - 0.5 } else { v + 0.5 }) as i64
    };
    let (x1, y1, x2, y2) = (fixed(from.x), fixed(from.y), fixed(to.x), fixed(to.y));
    let (dx, dy) = ((x2 >> 8) - (x1 >> 8), (y2 >> 8) - (y1 >> 8));
    let steps = dx.abs().max(dy.abs());
    let count = match last {
        LastPixel::Open => steps,
        LastPixel::Drawn => steps + 1,
    };
    let mut pixel = |x: i64, y: i64| run(x, x, y, clip, &mut visit);
    if dx.abs() < dy.abs() {
        let minor = Slope::new(x1, x2, steps);
        let rows = (i64::from(clip.y0), i64::from(clip.y1));
        seen_steps(y1 >> 8, dy.signum(), count, rows)
            .for_each(|i| pixel(minor.at(i) >> 8, (y1 >> 8) + i * dy.signum()));
    } else {
        let minor = Slope::new(y1, y2, steps);
        let columns = (i64::from(clip.x0), i64::from(clip.x1));
        seen_steps(x1 >> 8, dx.signum(), count, columns)
            .for_each(|i| pixel((x1 >> 8) + i * dx.signum(), minor.at(i) >> 8));
    }
}

/// The steps, out of so many, at which a coordinate is within a range.
fn seen_steps(from: i64, way: i64, count: i64, (start, end): (i64, i64)) -> std::ops::Range<i64> {
    let (first, after) = if way < 0 {
        (from - end + 1, from - start + 1)
    } else {
        (start - from, end - from)
    };
    first.max(0)..after.min(count)
}

/// A coordinate that goes from one value to another in equal steps.
struct Slope {
    from: i64,
    lift: i64,
    rest: i64,
    count: i64,
}

impl Slope {
    fn new(from: i64, to: i64, count: i64) -> Self {
        let count = count.max(1);
        // The remainder is from 1 to the count: it is AGG's choice which way a half goes.
        let rest = (to - from - 1).rem_euclid(count) + 1;
        Self {
            from,
            lift: (to - from - rest) / count,
            rest,
            count,
        }
    }

    fn at(&self, step: i64) -> i64 {
        let carried = ((step + 1) * self.rest - 1).div_euclid(self.count);
        self.from + step * self.lift + carried
    }
}

/// The pixels along the border of a rectangle that has both corners in it.
pub fn rectangle(
    corner: (i32, i32),
    opposite: (i32, i32),
    clip: IntRect,
    visit: impl FnMut(Span<'_>),
) {
    let (x0, x1) = ordered(corner.0, opposite.0);
    let (y0, y1) = ordered(corner.1, opposite.1);
    let mut visit = visit;
    let rows = y0.max(i64::from(clip.y0))..=y1.min(i64::from(clip.y1));
    for y in rows {
        if y == y0 || y == y1 {
            run(x0, x1, y, clip, &mut visit);
        } else {
            run(x0, x0, y, clip, &mut visit);
            if x1 > x0 {
                run(x1, x1, y, clip, &mut visit);
            }
        }
    }
}

fn ordered(a: i32, b: i32) -> (i64, i64) {
    (i64::from(a.min(b)), i64::from(a.max(b)))
}

/// The pixels along an ellipse around a pixel, each once. Radii count in whole pixels, negative
/// ones as 0.
pub fn ellipse(
    center: (i32, i32),
    radii: (i32, i32),
    clip: IntRect,
    mut visit: impl FnMut(Span<'_>),
) {
    let (cx, cy) = (i64::from(center.0), i64::from(center.1));
    quarter(radii, |x, y| {
        let mut row = |y: i64| {
            run(cx - x, cx - x, cy + y, clip, &mut visit);
            if x > 0 {
                run(cx + x, cx + x, cy + y, clip, &mut visit);
            }
        };
        row(-y);
        if y > 0 {
            row(y);
        }
    });
}

/// All pixels of an ellipse around a pixel, each once: one span a row.
///
/// ```
/// use agg_core::IntRect;
/// use agg_core::raster::primitive::solid_ellipse;
///
/// let mut widths = Vec::new();
/// solid_ellipse((5, 5), (3, 2), IntRect::new(0, 0, 20, 20), |span| widths.push((span.y(), span.len())));
/// widths.sort();
/// assert_eq!(widths, [(3, 3), (4, 5), (5, 7), (6, 5), (7, 3)]);
/// ```
pub fn solid_ellipse(
    center: (i32, i32),
    radii: (i32, i32),
    clip: IntRect,
    mut visit: impl FnMut(Span<'_>),
) {
    let (cx, cy) = (i64::from(center.0), i64::from(center.1));
    let mut row = |half: i64, y: i64| {
        run(cx - half, cx + half, cy - y, clip, &mut visit);
        if y > 0 {
            run(cx - half, cx + half, cy + y, clip, &mut visit);
        }
    };
    // A row is as wide as its outermost pixel, the last one on the way down.
    let mut last: Option<(i64, i64)> = None;
    quarter(radii, |x, y| {
        if let Some((half, above)) = last.replace((x, y))
            && above != y
        {
            row(half, above);
        }
    });
    last.into_iter().for_each(|(half, y)| row(half, y));
}

/// The pixels of a quarter of an ellipse around (0, 0), from the top (y is the radius) to the side
/// (y is 0).
fn quarter(radii: (i32, i32), mut pixel: impl FnMut(i64, i64)) {
    let radius = |v: i32| i64::from(v.clamp(0, LARGEST));
    let mut oval = Oval::new(radius(radii.0), radius(radii.1));
    let (mut x, mut y) = (0, radius(radii.1));
    pixel(x, y);
    while y > 0 {
        let (right, down) = oval.step();
        (x, y) = (x + right, y - down);
        pixel(x, y);
    }
}

/// Steps along a quarter of an ellipse that stay nearest to it, from the top to the side.
#[derive(Debug)]
pub(super) struct Oval {
    square_x: i64,
    square_y: i64,
    error: i64,
    toward_x: i64,
    toward_y: i64,
}

impl Oval {
    /// Radii up to 2²⁰.
    pub(super) fn new(rx: i64, ry: i64) -> Self {
        Self {
            square_x: rx * rx,
            square_y: ry * ry,
            error: 0,
            toward_x: 0,
            toward_y: -ry * 2 * rx * rx,
        }
    }

    /// One step to the side, down, or both.
    pub(super) fn step(&mut self) -> (i64, i64) {
        let side = self.error + self.toward_x + self.square_y;
        let down = self.error + self.toward_y + self.square_x;
        let both = side + self.toward_y + self.square_x;
        let step = if both.abs() < side.abs().min(down.abs()) {
            self.error = both;
            (1, 1)
        } else if side.abs() <= down.abs() {
            self.error = side;
            (1, 0)
        } else {
            self.error = down;
            (0, 1)
        };
        self.toward_x += 2 * self.square_y * step.0;
        self.toward_y += 2 * self.square_x * step.1;
        step
    }
}

/// The visible part of a run from one column to another.
fn run(x0: i64, x1: i64, y: i64, clip: IntRect, visit: &mut impl FnMut(Span<'_>)) {
    let (start, end) = (x0.max(i64::from(clip.x0)), (x1 + 1).min(i64::from(clip.x1)));
    let row = i32::try_from(y)
        .ok()
        .filter(|y| (clip.y0..clip.y1).contains(y));
    if let (Some(y), Ok(x)) = (row, i32::try_from(start))
        && start < end
    {
        let len = (end - start) as usize;
        visit(Span::new(x, y, Coverage::Uniform { len, cover: 255 }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    const CLIP: IntRect = IntRect::new(-30, -30, 30, 30);
    type Pixels = BTreeMap<(i32, i32), u32>;

    fn pixels(draw: impl FnOnce(&mut dyn FnMut(Span<'_>))) -> Pixels {
        let mut pixels = Pixels::new();
        draw(&mut |span| {
            for x in (span.x()..).take(span.len()) {
                *pixels.entry((span.y(), x)).or_default() += 1;
            }
        });
        pixels
    }

    #[test]
    fn lines_are_the_same_in_part_as_in_whole() {
        let far = IntRect::new(-300, -300, 300, 300);
        let ends = [
            (-200.3, 90.2),
            (177.9, -40.8),
            (-31.4, -250.1),
            (40.7, 260.9),
        ];
        let pairs = ends.iter().flat_map(|a| ends.iter().map(move |b| (a, b)));
        for (from, to) in pairs.filter(|(a, b)| a != b) {
            let [from, to] = [*from, *to].map(Point::from);
            let whole = pixels(|keep| line(from, to, LastPixel::Open, far, keep));
            let part = pixels(|keep| {
                line(from, to, LastPixel::Open, CLIP, |span| {
                    assert!(!span.is_empty());
                    keep(span);
                });
            });
            let seen = |x, y| (CLIP.x0..CLIP.x1).contains(&x) && (CLIP.y0..CLIP.y1).contains(&y);
            let whole = whole.into_iter().filter(|&((y, x), _)| seen(x, y));
            assert_eq!(part, whole.collect(), "{from:?} {to:?}");
        }
    }

    fn line_pixels(from: (f64, f64), to: (f64, f64), last: LastPixel) -> Vec<(i32, i32)> {
        let mut at = Vec::new();
        line(from.into(), to.into(), last, CLIP, |span| {
            at.push((span.x(), span.y()));
        });
        at
    }

    /// Places are rounded to 1/256 of a pixel, away from 0, and lie in the pixel below them.
    #[test]
    fn lines_step_along_their_longer_way_in_every_direction() {
        let drawn = LastPixel::Drawn;
        let flat = line_pixels((0.5, 0.5), (6.5, 2.5), drawn);
        assert_eq!(
            flat,
            [(0, 0), (1, 0), (2, 1), (3, 1), (4, 1), (5, 2), (6, 2)]
        );
        let steep = line_pixels((0.5, 0.5), (2.5, 6.5), drawn);
        assert_eq!(steep, flat.iter().map(|&(x, y)| (y, x)).collect::<Vec<_>>());
        let up = line_pixels((-3.2, 4.9), (-1.7, -2.1), drawn);
        let columns = [-4, -3, -3, -3, -3, -3, -2, -2];
        assert_eq!(
            up,
            columns.into_iter().zip((-3..=4).rev()).collect::<Vec<_>>()
        );
        let back = line_pixels((3.0, 2.0), (-1.0, 2.0), LastPixel::Open);
        assert_eq!(back, [(3, 2), (2, 2), (1, 2), (0, 2)]);
        let hair = line_pixels((0.999, 5.0), (0.9985, 7.0), drawn);
        assert_eq!(
            hair,
            [(1, 5), (1, 6), (1, 7)],
            "0.999 · 256 is nearest to 256"
        );
        // −0.003 · 256 is nearest to −1, which is a pixel further to the left.
        let left = line_pixels((-0.003, 5.0), (-0.003, 6.0), drawn);
        assert_eq!(left, [(-1, 5), (-1, 6)]);
    }

    #[test]
    fn a_line_to_or_from_nowhere_is_none() {
        let nan = f64::NAN;
        for (a, b) in [((nan, 1.0), (2.0, 3.0)), ((1.0, nan), (2.0, 3.0))] {
            assert_eq!(line_pixels(a, b, LastPixel::Drawn), []);
            assert_eq!(line_pixels(b, a, LastPixel::Drawn), []);
        }
    }

    #[test]
    fn the_border_of_a_rectangle_is_its_four_sides() {
        let border = pixels(|keep| rectangle((6, 1), (2, 4), CLIP, keep));
        let sides = (1..=4).flat_map(|y| (2..=6).map(move |x| (y, x)));
        let sides = sides.filter(|&(y, x)| y == 1 || y == 4 || x == 2 || x == 6);
        assert_eq!(border, sides.map(|at| (at, 1)).collect());
    }

    /// Half widths of the rows of a quarter, from the top.
    #[test]
    fn ellipses_are_nearest_to_the_circle_or_oval() {
        let rows = |radii: (i32, i32)| {
            let mut widest = vec![0; radii.1 as usize + 1];
            quarter(radii, |x, y| widest[y as usize] = x);
            widest.reverse();
            widest
        };
        assert_eq!(rows((5, 5)), [2, 3, 4, 5, 5, 5]);
        assert_eq!(rows((7, 3)), [3, 5, 6, 7]);
        let (cx, cy) = (4, -3);
        let drawn = pixels(|keep| ellipse((cx, cy), (7, 3), CLIP, keep));
        let mut expected = Pixels::new();
        quarter((7, 3), |x, y| {
            for (x, y) in [(x, y), (-x, y), (x, -y), (-x, -y)] {
                expected.insert((cy + y as i32, cx + x as i32), 1);
            }
        });
        assert_eq!(drawn, expected);
    }

    #[test]
    fn a_line_of_no_length_is_a_pixel_or_nothing() {
        let at = Point::new(3.2, 4.7);
        let count = |last| pixels(|keep| line(at, at, last, CLIP, keep)).len();
        assert_eq!((count(LastPixel::Open), count(LastPixel::Drawn)), (0, 1));
    }

    #[test]
    fn a_rectangle_of_one_pixel_or_one_column_is_drawn_once() {
        let one = pixels(|keep| rectangle((2, 2), (2, 2), CLIP, keep));
        assert_eq!(one, Pixels::from([((2, 2), 1)]));
        let column = pixels(|keep| rectangle((2, 6), (2, 2), CLIP, keep));
        assert_eq!(column.values().sum::<u32>(), 5);
    }

    proptest! {
        #[test]
        fn any_line_is_drawn_in_the_time_of_what_is_seen(
            a in (any::<f64>(), any::<f64>()), b in (any::<f64>(), any::<f64>()),
        ) {
            let drawn = pixels(|keep| line(a.into(), b.into(), LastPixel::Drawn, CLIP, keep));
            prop_assert!(drawn.len() <= 60 && drawn.values().all(|&n| n == 1));
        }

        #[test]
        fn ellipses_touch_their_box_and_draw_each_pixel_once(
            x in -5..5i32, y in -5..5i32, rx in 0..20i32, ry in 0..20i32,
        ) {
            let border = pixels(|keep| ellipse((x, y), (rx, ry), CLIP, keep));
            let solid = pixels(|keep| solid_ellipse((x, y), (rx, ry), CLIP, keep));
            for drawn in [&border, &solid] {
                prop_assert!(drawn.values().all(|&n| n == 1));
                prop_assert!(drawn.contains_key(&(y - ry, x)) && drawn.contains_key(&(y + ry, x)));
            }
            prop_assert!(border.keys().all(|at| solid.contains_key(at)));
        }
    }
}
