//! Strokes and dashes of any path by any pen: by `next` and by `fold` they must be the same. Those of
//! a line that pictures have must also be what a ruler says: nothing is seen further from the line
//! than half the pen, and dashes are together as long as the pattern says.

use crate::{Outline, Pen};
use agg_core::{
    Cap, Dash, FillRule, Join, Path, PathEl, PathIterator, Point, Rasterizer, Rect, Scanlines,
    Stroke,
};
use arbitrary::Arbitrary;

#[derive(Debug, Arbitrary)]
pub(crate) struct Line {
    outline: Outline,
    pen: Pen,
    tame: Tame,
}

/// A line on the surface, in quarters of a pixel.
#[derive(Debug, Arbitrary)]
struct Tame {
    points: Vec<[u8; 2]>,
    width: u8,
    /// Lengths in eighths of a pixel.
    dashes: Vec<u8>,
    offset: u16,
}

/// As many elements as are looked at: an adaptor's own bounds are far above.
const MOST: usize = 100_000;
/// As far as a pen reaches whose dashes are looked at.
const REACH: f64 = 500.0;
const SIDE: u32 = 64;
/// So little cover is not seen. Where a line goes straight on, rounding says where its two parallel
/// borders cross, which may be anywhere along them: the border goes there and back, as it does in AGG.
const UNSEEN: u8 = 2;

pub(crate) fn run(line: &Line) {
    let (path, stroke) = (line.outline.path(), line.pen.stroke());
    let seen = Rect::new(0.0, 0.0, 64.0, 48.0).inflated(stroke.reach());
    let flat = || path.elements().flattened(0.25).within(seen);
    both_ways(flat().stroked(&stroke));
    // By `next` all dashes of a subpath are held at once, up to a million for each segment.
    let coarse = |dash: &&Dash| stroke.reach() < REACH && dash.lengths().iter().sum::<f64>() > 0.1;
    if let Some(dash) = stroke.dash().filter(coarse) {
        let dashes = || path.elements().flattened(0.25).dashed(dash).within(seen);
        both_ways(dashes());
    }
    let points = line.tame.points();
    if points.len() > 1 {
        line.tame.check_reach(&points);
        line.tame.check_dashes(&points);
    }
}

fn both_ways(elements: impl Iterator<Item = PathEl> + Clone) {
    let mut stepped = elements.clone();
    let by_next = std::iter::from_fn(|| stepped.next()).take(MOST);
    let by_next: Vec<Bits> = by_next.map(bits).collect();
    if by_next.len() < MOST {
        let mut folded = Vec::new();
        elements.for_each(|element| folded.push(bits(element)));
        assert_eq!(by_next, folded);
    }
}

/// What an element is, with numbers that are none.
type Bits = (u8, [[u64; 2]; 3]);

fn bits(element: PathEl) -> Bits {
    let of = |p: Point| [p.x.to_bits(), p.y.to_bits()];
    match element {
        PathEl::MoveTo(p) => (0, [of(p), [0; 2], [0; 2]]),
        PathEl::LineTo(p) => (1, [of(p), [0; 2], [0; 2]]),
        PathEl::QuadTo(a, p) => (2, [of(a), of(p), [0; 2]]),
        PathEl::CurveTo(a, b, p) => (3, [of(a), of(b), of(p)]),
        PathEl::Close => (4, [[0; 2]; 3]),
    }
}

impl Tame {
    /// Without those that are where the one before is.
    fn points(&self) -> Vec<Point> {
        let points = self.points.iter().take(12);
        let points = points.map(|&[x, y]| Point::new(f64::from(x) / 4.0, f64::from(y) / 4.0));
        let mut points: Vec<Point> = points.collect();
        points.dedup();
        points
    }

    fn check_reach(&self, points: &[Point]) {
        let width = f64::from(self.width) / 8.0 + 0.5;
        let pen = Stroke::new(width)
            .with_cap(Cap::Round)
            .with_join(Join::Round);
        let mut rasterizer = Rasterizer::new(SIDE, SIDE);
        let path = Path::polyline(points.iter().copied());
        rasterizer.add(path.elements().stroked(&pen));
        let covered: Scanlines = rasterizer.sweep(FillRule::NonZero).collect();
        let side = SIDE as i32;
        let places = (0..side).flat_map(|y| (0..side).map(move |x| (x, y)));
        for (x, y) in places.filter(|&(x, y)| covered.cover(x, y) > UNSEEN) {
            let center = Point::new(f64::from(x) + 0.5, f64::from(y) + 0.5);
            let pieces = points.windows(2);
            let far = pieces.map(|ends| distance(center, ends[0], ends[1]));
            let far = far.fold(f64::INFINITY, f64::min);
            // The corner of a pixel is 0.71 from its middle.
            assert!(far < width / 2.0 + 0.75, "{center:?} is {far} away");
        }
    }

    fn check_dashes(&self, points: &[Point]) {
        let lengths: Vec<f64> = self
            .dashes
            .iter()
            .take(6)
            .map(|&v| f64::from(v) / 8.0)
            .collect();
        let turn: f64 = lengths.iter().sum();
        if turn < 0.5 {
            return;
        }
        let start = f64::from(self.offset) / 64.0;
        let whole: f64 = points.windows(2).map(|p| p[0].distance(p[1])).sum();
        let expected = drawn(&lengths, start + whole) - drawn(&lengths, start);
        let path = Path::polyline(points.iter().copied());
        let mut found = 0.0;
        let mut from = Point::new(0.0, 0.0);
        let dash = Dash::new(start, &lengths);
        path.elements().dashed(&dash).for_each(|element| {
            let to = element.end().unwrap_or(from);
            if matches!(element, PathEl::LineTo(_)) {
                found += from.distance(to);
            }
            from = to;
        });
        assert!(
            (found - expected).abs() < 1e-6,
            "dashes of {found}, not {expected}, on {points:?} by {dash:?}"
        );
    }
}

/// How much of a pattern's first so many pixels is drawn.
fn drawn(lengths: &[f64], until: f64) -> f64 {
    // A pattern of an odd number of lengths is one of twice as many.
    let twice = || lengths.iter().chain(lengths);
    let turn: f64 = twice().sum();
    let of_turn: f64 = twice().step_by(2).sum();
    let (turns, mut left) = ((until / turn).floor(), until % turn);
    let mut part = 0.0;
    for (i, &length) in twice().enumerate() {
        let here = length.min(left);
        left -= here;
        part += if i % 2 == 0 { here } else { 0.0 };
    }
    turns * of_turn + part
}

fn distance(p: Point, a: Point, b: Point) -> f64 {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let along = ((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy);
    let along = along.clamp(0.0, 1.0);
    p.distance(Point::new(a.x + along * dx, a.y + along * dy))
}
