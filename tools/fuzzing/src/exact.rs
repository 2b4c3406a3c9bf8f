//! The rasterizer against an integral: the signed area that a polygon covers of each pixel, edge by
//! edge, in whole numbers of 128 bits. It shares nothing with the line walk, and rounds nothing.
//!
//! The walk rounds where an edge crosses the borders of pixels to 1/256, and clipping does so at the
//! sides of the surface, so each edge in a pixel may be off by that much on either side, which is
//! one level of coverage for each.

use agg_core::{Coverage, FillRule, IntRect, Path, Rasterizer};
use arbitrary::Arbitrary;

#[derive(Debug, Arbitrary)]
pub(crate) struct Polygon {
    corners: Vec<[i16; 2]>,
    /// Which corners are far away.
    far: u16,
    /// By places in pixels, not in 1/256.
    floats: bool,
    even_odd: bool,
}

const SIDE: i32 = 12;
/// Fractions of an area that sums keep.
const KEPT: i128 = 1 << 20;

type Covers = [[u8; SIDE as usize]; SIDE as usize];

pub(crate) fn run(polygon: &Polygon) {
    let corners = polygon.corners();
    let covers = polygon.covers(&corners);
    for (y, row) in (0..).zip(&covers) {
        for (x, &cover) in (0..).zip(row) {
            let edges = || corners.iter().zip(corners.iter().cycle().skip(1));
            let area: i128 = edges().map(|(&a, &b)| covered(a, b, x, y)).sum();
            let exact = polygon.level(area.abs() / (256 * KEPT));
            let crossing = edges().filter(|(a, b)| touches(**a, **b, x, y)).count() as i32;
            let off = (i32::from(cover) - exact).abs();
            assert!(
                off <= 2 * crossing + 1,
                "({x}, {y}): {cover}, not {exact}; {corners:?}"
            );
        }
    }
}

impl Polygon {
    /// Up to some pixels around the surface, or up to 18 000, in 1/256.
    fn corners(&self) -> Vec<[i32; 2]> {
        let near = |v: i16| i32::from(v.saturating_abs()) % ((SIDE + 6) * 256) - 3 * 256;
        let corners = self.corners.iter().take(12).enumerate();
        let place = |(i, corner): (usize, &[i16; 2])| {
            let scale = if self.far >> i & 1 == 1 { 1000 } else { 1 };
            corner.map(|v| near(v) * scale)
        };
        corners.map(place).collect()
    }

    fn rule(&self) -> FillRule {
        if self.even_odd {
            FillRule::EvenOdd
        } else {
            FillRule::NonZero
        }
    }

    /// The coverage of an area, where a pixel is 256.
    fn level(&self, area: i128) -> i32 {
        let area = match (self.even_odd, area % 512) {
            (true, part) => part.min(512 - part),
            (false, _) => area,
        };
        area.min(255) as i32
    }

    fn covers(&self, corners: &[[i32; 2]]) -> Covers {
        let mut rasterizer = Rasterizer::with_clip_box(IntRect::new(0, 0, SIDE, SIDE));
        if self.floats {
            let pixels = corners.iter().map(|c| c.map(|v| f64::from(v) / 256.0));
            rasterizer.add(&Path::polygon(pixels.map(|[x, y]| (x, y))));
        } else {
            rasterizer.add_fixed(corners);
        }
        let mut covers = Covers::default();
        rasterizer.for_each_span(self.rule(), |span| {
            let row = &mut covers[span.y() as usize][span.x() as usize..][..span.len()];
            match span.coverage() {
                Coverage::Uniform { cover, .. } => row.fill(cover),
                Coverage::PerPixel(values) => row.copy_from_slice(values),
            }
        });
        covers
    }
}

/// The signed area right of an edge within a pixel: a whole pixel is 65536 · `KEPT`.
fn covered([x1, y1]: [i32; 2], [x2, y2]: [i32; 2], x: i32, y: i32) -> i128 {
    let (from, to) = (y1.min(y2).max(256 * y), y1.max(y2).min(256 * (y + 1)));
    if from >= to {
        return 0;
    }
    let (dx, dy) = (i128::from(x2 - x1), i128::from(y2 - y1));
    // How far the pixel's right side is from the edge at a height, times dy.
    let right = |at: i32| i128::from(256 * (x + 1) - x1) * dy - dx * i128::from(at - y1);
    // Twice dy² times the integral of that, cut to the pixel.
    let sum = |u: i128| {
        let (u, dy) = if dy < 0 { (-u, -dy) } else { (u, dy) };
        if u <= 0 {
            0
        } else if u <= 256 * dy {
            u * u
        } else {
            512 * dy * u - 65536 * dy * dy
        }
    };
    let area = if dx == 0 {
        (right(from) / dy).clamp(0, 256) * i128::from(to - from) * KEPT
    } else {
        (sum(right(from)) - sum(right(to))) * KEPT / (2 * dx * dy)
    };
    if dy < 0 { -area } else { area }
}

/// Whether an edge is anywhere near a pixel: in its rows, and not left or right of it.
fn touches([x1, y1]: [i32; 2], [x2, y2]: [i32; 2], x: i32, y: i32) -> bool {
    let rows = y1.min(y2) <= 256 * (y + 1) && y1.max(y2) >= 256 * y;
    rows && x1.min(x2) <= 256 * (x + 1) && x1.max(x2) >= 256 * x
}
