//! Lines wider than the walk is made for: every pixel that is seen is asked where it lies.
//!
//! Here the cost is that of the visible pixels, whatever the width; the walk's cost grows with
//! pixels beside the line that nobody may see. Distances are computed in `f64`.

use super::line::{Dot, Line};
use super::profile::Profile;
use super::round::Part;
use super::walk::{Ink, Place};
use crate::geometry::IntRect;

/// Half the width up to which segments are walked, in 1/256 pixel.
pub(super) const WIDEST_WALK: i64 = 64 * 256;

/// Draws the visible pixels of a segment; the way along it is stretched by a factor.
pub(super) fn line(
    line: &Line,
    limits: (Option<Dot>, Option<Dot>),
    (width, stretch): (i64, f64),
    clip: IntRect,
    ink: &mut impl Ink,
) {
    let (a, b, length) = (line.a, line.b, line.length as f64);
    let (dx, dy) = ((b.x - a.x) as f64 / length, (b.y - a.y) as f64 / length);
    let reach = width as f64;
    // Where there is no limit, the ends are straight.
    let beyond = |limit: Option<Dot>| limit.map_or(0.0, |_| reach);
    let way = -beyond(limits.0)..=length + beyond(limits.1);
    for (x, y) in seen((a, b), 2 * width, clip) {
        let (px, py) = (((x << 8) + 128 - a.x) as f64, ((y << 8) + 128 - a.y) as f64);
        let (raw, along) = (px * dy - py * dx, px * dx + py * dy);
        let near = raw.abs() <= reach && way.contains(&along);
        let corner = Dot::new(x << 8, y << 8);
        let begun = || {
            let limit = limits.0.map(Part::After);
            limit.is_none_or(|part| part.holds(a, corner))
        };
        let ended = || {
            let limit = limits.1.map(Part::After);
            limit.is_some_and(|part| part.holds(b, corner))
        };
        if near && begun() && !ended() {
            let place = Place {
                distance: raw.abs() as i64,
                across: -raw as i64,
                along: (along / stretch) as i64,
            };
            ink.pixel(x, y, place);
        }
    }
}

/// Draws the visible pixels of a part of a disc.
pub(super) fn disc(middle: Dot, part: Part, profile: &Profile, clip: IntRect, ink: &mut impl Ink) {
    for (x, y) in seen((middle, middle), profile.width(), clip) {
        let corner = Dot::new(x << 8, y << 8);
        let (dx, dy) = (
            (corner.x + 128 - middle.x) as f64,
            (corner.y + 128 - middle.y) as f64,
        );
        let distance = (dx * dx + dy * dy).sqrt() as i64;
        if distance <= profile.width() && part.holds(middle, corner) {
            let place = Place {
                distance,
                across: distance,
                along: 0,
            };
            ink.pixel(x, y, place);
        }
    }
}

/// The pixels of the clip box that are at most so far from a segment's box.
fn seen((a, b): (Dot, Dot), reach: i64, clip: IntRect) -> impl Iterator<Item = (i64, i64)> {
    let range = |a: i64, b: i64, (start, end): (i32, i32)| {
        let first = ((a.min(b) - reach) >> 8).max(i64::from(start));
        let last = ((a.max(b) + reach) >> 8).min(i64::from(end) - 1);
        first..=last
    };
    let columns = range(a.x, b.x, (clip.x0, clip.x1));
    range(a.y, b.y, (clip.y0, clip.y1)).flat_map(move |y| columns.clone().map(move |x| (x, y)))
}
