//! The paths that are too long for a file, made from what the file says of them.

use crate::case::{Case, Op};
use agg_core::{Path, Rect};

/// A stream of numbers that is the same everywhere.
struct Random(u64);

impl Random {
    fn new() -> Self {
        Self(0x9E37_79B9_7F4A_7C15)
    }

    /// The next number, from 0 up to 1.
    fn next(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn within(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.next()
    }

    /// So many points in a rectangle.
    fn points(&mut self, count: usize, area: Rect) -> impl Iterator<Item = (f64, f64)> {
        (0..count).map(move |_| (self.within(area.x0, area.x1), self.within(area.y0, area.y1)))
    }
}

/// Gives a case the paths and operations that its line leaves out; one of an unknown name stays as
/// it is.
pub(crate) fn complete(case: &mut Case) {
    match case.name.as_str() {
        "ops_2000_full" => case.ops = case.ops.iter().cloned().cycle().take(2000).collect(),
        "clip_nest_2000" => nest(case, 2000),
        "dash_1e5_entries" => dash(case, (0..100_000).map(|i| f64::from(1 + i % 3)).collect()),
        _ => {
            if let Some(path) = long(&case.name) {
                case.paths = vec![path];
                case.missing.clear();
            }
        }
    }
}

/// The same clip so many times, one fill of the second path, and all clips ended.
fn nest(case: &mut Case, times: usize) {
    let clip = case.ops.first().cloned();
    let fill = match &clip {
        Some(Op::Clip { rule, map, .. }) => Some(Op::Fill {
            path: 1,
            rule: *rule,
            map: *map,
            paint: crate::case::Ink::Solid([0, 0, 0, 255]),
        }),
        _ => None,
    };
    let clips = clip.into_iter().cycle().take(times);
    let ends = std::iter::repeat_n(Op::Unclip, times);
    case.ops = clips.chain(fill).chain(ends).collect();
}

fn dash(case: &mut Case, lengths: Vec<f64>) {
    if let Some(Op::Stroke { pen, .. }) = case.ops.first_mut() {
        pen.dashes = lengths;
        case.missing.clear();
    }
}

fn long(name: &str) -> Option<Path> {
    let mut random = Random::new();
    let picture = |width, height| Rect::new(0.0, 0.0, width, height);
    Some(match name {
        "winding_256" => overlapping(256),
        "winding_40000" => overlapping(40_000),
        "winding_65536" | "evenodd_65536" => overlapping(65_536),
        "evenodd_65537" => overlapping(65_537),
        "winding_cancel" => cancelling(),
        "winding_16M" => rectangles((0..1 << 21).map(|_| Rect::new(100.0, 100.0, 150.0, 101.0))),
        "noise_poly_1e5" | "noise_poly_eo_1e5" => {
            Path::polygon(random.points(100_000, picture(256.0, 256.0)))
        }
        "grid_9M_cross" => rectangles(grid(3000)),
        "series_stroke_1e5" => series(100_000, 1000.0, &mut random),
        "series_stroke_1e6" => series(1_000_000, 1000.0, &mut random),
        "dash_series_1e5" => series(100_000, 256.0, &mut random),
        "sine_stroke_1e7" => Path::polyline((0..10_000_000).map(|i| {
            let x = f64::from(i) * 1e-4;
            (x, 300.0 + 200.0 * (x * 0.05).sin())
        })),
        "stroke_noise_w40_1e5" => Path::polyline(random.points(100_000, picture(1000.0, 1000.0))),
        "subpaths_1e6_tiny" => rectangles(
            random
                .points(1_000_000, picture(256.0, 256.0))
                .map(|(x, y)| Rect::new(x, y, x + 0.001, y + 0.001)),
        ),
        "movetos_1e6" => {
            let mut path = Path::new();
            for p in random.points(1_000_000, picture(256.0, 256.0)) {
                path.move_to(p);
            }
            path
        }
        "one_row_1e6" => Path::polygon(random.points(1_000_001, Rect::new(0.0, 4.0, 1000.0, 5.0))),
        "offscreen_1e6" => {
            Path::polygon(random.points(1_000_000, Rect::new(300.0, 0.0, 1300.0, 256.0)))
        }
        "offscreen_left_1e6" => {
            let wild = random.points(1_000_000, Rect::new(-1300.0, 0.0, -300.0, 256.0));
            let seen = [(-300.0, 256.0), (200.0, 256.0), (200.0, 0.0), (-300.0, 0.0)];
            Path::polygon(wild.chain(seen))
        }
        "circles_1e5_aa" => {
            let mut path = Path::new();
            for center in random.points(100_000, picture(1000.0, 1000.0)) {
                path.extend(Path::circle(center, 4.0).elements());
            }
            path
        }
        "stroke_w_1e6_round_1e3pts" => Path::polyline(random.points(1000, picture(256.0, 256.0))),
        "stroke_w_1e5_1e4pts_round" => Path::polyline(random.points(10_000, picture(256.0, 256.0))),
        "near_coincident_1e5" => {
            Path::polyline((0..100_000).map(|i| (100.0 + f64::from(i) * 1e-12, 100.0)))
        }
        "spiral_1e4" => Path::polyline((0..200_000).map(|i| {
            let (angle, radius) = (f64::from(i) * 0.05, f64::from(i) * 6e-4);
            (128.0 + radius * angle.cos(), 128.0 + radius * angle.sin())
        })),
        "subpixel_grid_odd" => {
            let at = |i: i32| 100.0 + f64::from(i) / 300.0;
            let row = move |y| (0..300).map(move |x| Rect::new(at(x), at(y), at(x + 1), at(y + 1)));
            rectangles((0..300).flat_map(row))
        }
        _ => return None,
    })
}

fn rectangles(all: impl Iterator<Item = Rect>) -> Path {
    let mut path = Path::new();
    for rect in all {
        path.extend(Path::rectangle(rect).elements());
    }
    path
}

fn overlapping(times: usize) -> Path {
    rectangles(std::iter::repeat_n(
        Rect::new(64.0, 64.0, 192.0, 192.0),
        times,
    ))
}

/// One turn more in one direction than in the other.
fn cancelling() -> Path {
    let corners = [(64.0, 64.0), (192.0, 64.0), (192.0, 192.0), (64.0, 192.0)];
    let mut path = Path::new();
    for turn in 0..131_071 {
        let mut corners = corners;
        if turn % 2 == 1 {
            corners.reverse();
        }
        path.extend(Path::polygon(corners).elements());
    }
    path
}

/// Thin upright bars and thin level ones over a thousand pixels.
fn grid(count: i32) -> impl Iterator<Item = Rect> {
    let at = move |i: i32| f64::from(i) * 1000.0 / f64::from(count);
    let upright = (0..count).map(move |i| Rect::new(at(i), 0.0, at(i) + 0.1, 1000.0));
    let level = (0..count).map(move |i| Rect::new(0.0, at(i), 1000.0, at(i) + 0.1));
    upright.chain(level)
}

/// Noise about the middle of a picture from its left side to its right one.
fn series(count: i32, width: f64, random: &mut Random) -> Path {
    let middle = width * 0.3;
    Path::polyline((0..count).map(|i| {
        let x = f64::from(i) * width / f64::from(count);
        (x, middle + random.within(-0.25, 0.25) * width)
    }))
}
