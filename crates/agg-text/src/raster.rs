//! FreeType's smooth rasterizer: an outline becomes exact-area coverage, to FreeType's last bit.
//!
//! Each edge is walked from pixel cell to pixel cell in 24.8 fixed point. In every cell it passes,
//! it leaves two sums: `cover`, the signed height it crosses, and `area`, that height times the sum
//! of the x fractions where it enters and leaves (twice the area left of the edge):
//!
//! ```text
//!     ┌───────────────┐ 256
//!     │         ╱ (fx2, fy2)        cover += fy2 − fy1
//!     │        ╱      │             area  += (fy2 − fy1)·(fx1 + fx2)
//!     │  (fx1, fy1)   │
//!     └───────────────┘ 0
//!     0              256
//! ```
//!
//! The coverage of a pixel is then `512·(all cover to its left, its own included) − area`, shifted
//! down by 9. Cells are only ever summed, so they are not sorted or even stored as cells: one i32
//! per pixel takes `512·cover − area`, its right neighbour takes `area`, and a running sum along
//! the row gives every pixel its value.
//!
//! This is not AGG's line walk, although both start from the same idea. Three things decide the
//! low bits here: which side of a cell an edge leaves by is read off one running cross product;
//! where it leaves is found with a reciprocal that is cut off, not rounded; and quadratic curves are
//! stepped by second differences in 32.32, in 2^k steps, k such that the flatness is at most 1/4 px.
//!
//! Rows are counted from the bottom while sums are collected, and written top row first.

use crate::outline::{Command, Outline};

/// One pixel in subpixels.
const ONE: i64 = 256;
/// A quadratic curve is a line when its second difference is at most this (a quarter pixel).
const FLAT: i64 = ONE / 4;
/// A cubic curve is a line when its controls are this near to the thirds of its chord.
const FLAT_CUBIC: i64 = ONE / 2;
/// Memory for glyphs up to 512 × 512 pixels is kept; what a larger one took is given back.
const KEPT_SUMS: usize = 1 << 18;
/// How many times finer, along each axis, overlapping contours are drawn.
pub(crate) const FINER: usize = 4;
/// How deep a cubic may be halved; coordinates cannot shrink further.
const CUBIC_DEPTH: u32 = 16;

/// Collects edges and turns them into coverage. The memory is kept from glyph to glyph.
#[derive(Debug, Default)]
pub(crate) struct Raster {
    /// `height` rows of `stride` running differences, bottom row first.
    sums: Vec<i32>,
    width: usize,
    height: usize,
    stride: usize,
    x: i64,
    y: i64,
}

/// Start, two control points, end, in 24.8.
type Cubic = [(i64, i64); 4];

/// Where an edge stands within its walk: a cell and the fractions at which it entered it.
#[derive(Clone, Copy)]
struct Walk {
    ex: i64,
    ey: i64,
    fx: i64,
    fy: i64,
}

impl Raster {
    /// The coverage of `outline`, top row first, in `width` × `height` bytes.
    ///
    /// The outline must lie between the pixel corners (0, 0) and (`width`, `height`), y up; what
    /// sticks out is dropped or counted to the wrong pixel, but does no harm.
    pub(crate) fn coverage(&mut self, outline: &Outline, width: usize, height: usize) -> Vec<u8> {
        self.reset(width, height);
        outline.decompose(|command| self.draw(command));
        let covers = self.sweep();
        if self.sums.capacity() > KEPT_SUMS {
            self.sums = Vec::new();
        }
        covers
    }

    /// As [`Self::coverage`], for an outline whose contours overlap: drawn on a grid four times as
    /// fine and averaged, so that an edge inside another contour leaves no seam.
    pub(crate) fn averaged_coverage(
        &mut self,
        outline: &mut Outline,
        width: usize,
        height: usize,
    ) -> Vec<u8> {
        outline.scale(FINER as i32);
        let fine = self.coverage(outline, width * FINER, height * FINER);
        let mut covers = vec![0; width * height];
        let rows = fine.chunks_exact((width * FINER).max(1));
        for (y, row) in rows.enumerate() {
            let Some(target) = covers.get_mut(y / FINER * width..) else {
                continue;
            };
            for (cover, part) in target.iter_mut().zip(row.chunks_exact(FINER)) {
                *cover = part.iter().fold(*cover, |sum, &fine| add_share(sum, fine));
            }
        }
        covers
    }

    fn reset(&mut self, width: usize, height: usize) {
        (self.width, self.height) = (width, height);
        // An edge on the right border falls into column `width`, and its area one further.
        self.stride = width + 2;
        self.sums.clear();
        self.sums.resize(self.stride * height, 0);
        (self.x, self.y) = (0, 0);
    }

    fn draw(&mut self, command: Command) {
        // 26.6 to 24.8.
        let up = |(x, y): (i32, i32)| (i64::from(x) * 4, i64::from(y) * 4);
        match command {
            Command::Move(to) => (self.x, self.y) = up(to),
            Command::Line(to) => self.line(up(to)),
            Command::Quad(a, to) => self.quad(up(a), up(to)),
            Command::Cubic(a, b, to) => self.cubic([up(a), up(b), up(to)]),
        }
    }

    /// Adds one cell's share of an edge.
    #[inline]
    fn add(&mut self, ex: i64, ey: i64, cover: i64, fractions: i64) {
        let (Ok(ex), Ok(ey)) = (usize::try_from(ex), usize::try_from(ey)) else {
            return;
        };
        if ex > self.width || ey >= self.height {
            return;
        }
        let area = (cover * fractions) as i32;
        let at = ey * self.stride + ex;
        if let Some([here, next]) = self.sums.get_mut(at..at + 2) {
            *here = here
                .wrapping_add((cover as i32).wrapping_mul(512))
                .wrapping_sub(area);
            *next = next.wrapping_add(area);
        }
    }

    /// An edge from the current point.
    fn line(&mut self, (to_x, to_y): (i64, i64)) {
        let (from_x, from_y) = (self.x, self.y);
        (self.x, self.y) = (to_x, to_y);
        let start = Walk {
            ex: from_x >> 8,
            ey: from_y >> 8,
            fx: from_x & 255,
            fy: from_y & 255,
        };
        let (last_x, last_y) = (to_x >> 8, to_y >> 8);
        let rows = self.height as i64;
        let misses = (start.ey >= rows && last_y >= rows) || (start.ey < 0 && last_y < 0);
        if misses || from_y == to_y {
            return;
        }
        let end = if (start.ex, start.ey) == (last_x, last_y) {
            start
        } else if from_x == to_x {
            self.upright(start, last_y)
        } else {
            self.slanted(start, (last_x, last_y), (to_x - from_x, to_y - from_y))
        };
        self.add(last_x, last_y, (to_y & 255) - end.fy, end.fx + (to_x & 255));
    }

    /// All rows of a vertical edge but the last.
    fn upright(&mut self, mut walk: Walk, last_y: i64) -> Walk {
        let (step, exit, entry) = if last_y > walk.ey {
            (1, ONE, 0)
        } else {
            (-1, 0, ONE)
        };
        while walk.ey != last_y {
            self.add(walk.ex, walk.ey, exit - walk.fy, walk.fx * 2);
            walk.fy = entry;
            walk.ey += step;
        }
        walk
    }

    /// All cells of a slanted edge but the last.
    ///
    /// `cross` is the cross product of the edge's direction with the way from the current cell's
    /// lower left corner to where the edge entered. Adding a side of the cell to that way moves
    /// `cross` to the next corner, and its sign there says on which side of the edge that corner
    /// lies; so the edge leaves between two corners of opposite sign.
    fn slanted(&mut self, mut walk: Walk, last: (i64, i64), (dx, dy): (i64, i64)) -> Walk {
        let per_dx = if walk.ex == last.0 {
            0
        } else {
            0xFFFF_FFFF / dx
        };
        let per_dy = if walk.ey == last.1 {
            0
        } else {
            0xFFFF_FFFF / dy
        };
        let (across, along) = (dx * ONE, dy * ONE);
        let mut cross = dx * walk.fy - dy * walk.fx;
        while (walk.ex, walk.ey) != last {
            let top_left = cross - across;
            let top_right = top_left + along;
            let bottom_right = cross + along;
            if top_left > 0 && cross <= 0 {
                let fy = divided(-cross, -per_dx);
                self.add(walk.ex, walk.ey, fy - walk.fy, walk.fx);
                cross -= along;
                walk = Walk {
                    ex: walk.ex - 1,
                    ey: walk.ey,
                    fx: ONE,
                    fy,
                };
            } else if top_right > 0 && top_left <= 0 {
                cross -= across;
                let fx = divided(-cross, per_dy);
                self.add(walk.ex, walk.ey, ONE - walk.fy, walk.fx + fx);
                walk = Walk {
                    ex: walk.ex,
                    ey: walk.ey + 1,
                    fx,
                    fy: 0,
                };
            } else if bottom_right >= 0 && top_right <= 0 {
                cross += along;
                let fy = divided(cross, per_dx);
                self.add(walk.ex, walk.ey, fy - walk.fy, walk.fx + ONE);
                walk = Walk {
                    ex: walk.ex + 1,
                    ey: walk.ey,
                    fx: 0,
                    fy,
                };
            } else {
                let fx = divided(cross, -per_dy);
                self.add(walk.ex, walk.ey, -walk.fy, walk.fx + fx);
                cross += across;
                walk = Walk {
                    ex: walk.ex,
                    ey: walk.ey - 1,
                    fx,
                    fy: ONE,
                };
            }
        }
        walk
    }

    /// A quadratic curve from the current point, in 2^k steps of equal parameter.
    ///
    /// Halving the parameter divides the second difference by four, so k is the number of
    /// divisions that bring it down to [`FLAT`].
    fn quad(&mut self, control: (i64, i64), to: (i64, i64)) {
        let b = (control.0 - self.x, control.1 - self.y);
        let a = (to.0 - control.0 - b.0, to.1 - control.1 - b.1);
        let mut bend = a.0.abs().max(a.1.abs());
        if bend <= FLAT {
            return self.line(to);
        }
        let mut shift = 16_u32;
        while bend > FLAT && shift > 0 {
            bend >>= 2;
            shift -= 1;
        }
        let mut x = Steps::new(self.x, b.0, a.0, shift);
        let mut y = Steps::new(self.y, b.1, a.1, shift);
        for _ in 0..0x1_0000_u32 >> shift {
            let point = (x.next(), y.next());
            self.line(point);
        }
    }

    /// A cubic curve from the current point, halved until each piece is a line.
    fn cubic(&mut self, [a, b, to]: [(i64, i64); 3]) {
        let start = (self.x, self.y);
        self.cubic_piece([start, a, b, to], CUBIC_DEPTH);
    }

    fn cubic_piece(&mut self, curve: Cubic, depth: u32) {
        let [p0, p1, p2, p3] = curve;
        let near = |a: i64, b: i64, c: i64| (2 * a - 3 * b + c).abs() <= FLAT_CUBIC;
        let is_flat = near(p3.0, p2.0, p0.0)
            && near(p3.1, p2.1, p0.1)
            && near(p0.0, p1.0, p3.0)
            && near(p0.1, p1.1, p3.1);
        if is_flat || depth == 0 {
            return self.line(p3);
        }
        let (first, second) = halved(curve);
        self.cubic_piece(first, depth - 1);
        self.cubic_piece(second, depth - 1);
    }

    /// Running sums along each row, scaled to bytes; rows come out top first.
    fn sweep(&self) -> Vec<u8> {
        let mut covers = Vec::with_capacity(self.width * self.height);
        for row in self.sums.chunks_exact(self.stride.max(1)).rev() {
            let mut sum = 0_i32;
            covers.extend(row.iter().take(self.width).map(|&change| {
                sum = sum.wrapping_add(change);
                cover_byte(sum)
            }));
        }
        covers
    }
}

/// The non-zero rule: the size of the winding counts, its sign does not, and 255 is full.
#[inline]
fn cover_byte(sum: i32) -> u8 {
    let coverage = sum >> 9;
    let size = if coverage < 0 { !coverage } else { coverage };
    size.min(255) as u8
}

/// Adds a sixteenth of `fine`, rounded; sixteen full ones stop at 255.
fn add_share(sum: u8, fine: u8) -> u8 {
    let share = (u16::from(fine) + 8) / 16;
    let sum = u16::from(sum) + share;
    (sum - (sum >> 8)) as u8
}

/// `a / b`, from the cut-off reciprocal `2^32 / b`, in unsigned arithmetic that may wrap.
#[inline]
fn divided(a: i64, reciprocal: i64) -> i64 {
    let product = (a as u64).wrapping_mul(reciprocal as u64);
    i64::from((product >> 32) as i32)
}

/// One coordinate of a quadratic curve, stepped by second differences in 32.32.
struct Steps {
    value: i64,
    first: i64,
    second: i64,
}

impl Steps {
    /// For `p(t) = p0 + 2·b·t + a·t²` in steps of `2^(shift − 16)`.
    fn new(p0: i64, b: i64, a: i64, shift: u32) -> Self {
        let bend = a << (2 * shift);
        Self {
            value: p0 << 32,
            first: (b << (shift + 17)).wrapping_add(bend),
            second: bend.wrapping_mul(2),
        }
    }

    fn next(&mut self) -> i64 {
        self.value = self.value.wrapping_add(self.first);
        self.first = self.first.wrapping_add(self.second);
        self.value >> 32
    }
}

/// Both halves of a cubic; the sums are halved by cutting off downwards.
fn halved([p0, p1, p2, p3]: Cubic) -> (Cubic, Cubic) {
    let (x0, x1, x2, x3, x4) = halved_axis(p0.0, p1.0, p2.0, p3.0);
    let (y0, y1, y2, y3, y4) = halved_axis(p0.1, p1.1, p2.1, p3.1);
    let middle = (x2, y2);
    (
        [p0, (x0, y0), (x1, y1), middle],
        [middle, (x3, y3), (x4, y4), p3],
    )
}

fn halved_axis(p0: i64, p1: i64, p2: i64, p3: i64) -> (i64, i64, i64, i64, i64) {
    let (a, b, c) = (p0 + p1, p1 + p2, p2 + p3);
    (
        a >> 1,
        (a + b) >> 2,
        (a + 2 * b + c) >> 3,
        (b + c) >> 2,
        c >> 1,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::Point;
    use crate::outline::Tag::{On, Quad};

    /// Contours from pixel coordinates.
    fn outline(contours: &[&[(f64, f64, crate::outline::Tag)]]) -> Outline {
        let fixed = |v: f64| (v * 64.0) as i32;
        Outline::from_contours(contours.iter().map(|contour| {
            contour
                .iter()
                .map(|&(x, y, tag)| Point {
                    x: fixed(x),
                    y: fixed(y),
                    tag,
                })
                .collect()
        }))
    }

    fn coverage(
        contours: &[&[(f64, f64, crate::outline::Tag)]],
        width: usize,
        height: usize,
    ) -> Vec<u8> {
        Raster::default().coverage(&outline(contours), width, height)
    }

    #[test]
    fn a_box_covers_by_area_whichever_way_it_turns() {
        let up = [
            (0.5, 0.25, On),
            (2.0, 0.25, On),
            (2.0, 2.0, On),
            (0.5, 2.0, On),
        ];
        let mut down = up;
        down.reverse();
        assert_eq!(coverage(&[&down], 2, 2), [128, 255, 96, 192]);
        // Counter-clockwise the sum is negative; what is shown is its complement, one less.
        assert_eq!(coverage(&[&up], 2, 2), [127, 255, 95, 191]);
    }

    #[test]
    fn the_top_row_comes_first() {
        let low = [
            (0.0, 0.0, On),
            (1.0, 0.0, On),
            (1.0, 1.0, On),
            (0.0, 1.0, On),
        ];
        assert_eq!(coverage(&[&low], 1, 2), [0, 255]);
    }

    #[test]
    fn a_contour_of_control_points_alone_is_round() {
        let loop_ = [
            (0.0, 0.0, Quad),
            (8.0, 0.0, Quad),
            (8.0, 8.0, Quad),
            (0.0, 8.0, Quad),
        ];
        let covers = coverage(&[&loop_], 8, 8);
        let sum: u32 = covers.iter().map(|&c| u32::from(c)).sum();
        // Four parabolas cut one sixth off the square.
        assert_eq!((covers[0], covers[27], sum.div_ceil(255)), (0, 255, 53));
    }

    #[test]
    fn what_lies_outside_does_no_harm() {
        let far = [
            (-9.0, -9.0, On),
            (99.0, -7.0, On),
            (50.0, 99.0, Quad),
            (-5.0, 40.0, On),
        ];
        assert_eq!(coverage(&[&far], 3, 2).len(), 6);
        assert_eq!(coverage(&[&far], 0, 0), []);
    }

    #[test]
    fn overlapping_contours_leave_no_seam_when_averaged() {
        let left = [
            (0.0, 0.0, On),
            (1.5, 0.0, On),
            (1.5, 1.0, On),
            (0.0, 1.0, On),
        ];
        let right = [
            (1.25, 0.0, On),
            (3.0, 0.0, On),
            (3.0, 1.0, On),
            (1.25, 1.0, On),
        ];
        let mut both = outline(&[&left, &right]);
        assert_eq!(
            Raster::default().averaged_coverage(&mut both, 3, 1),
            [255, 255, 255]
        );
    }
}
