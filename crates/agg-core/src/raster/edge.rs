//! From an edge to its cells: which pixels it crosses, and what it leaves in each.
//!
//! All arithmetic is in integers of 1/256 pixel. An edge is first cut at the rows, and each piece
//! within a row at the columns. Both cuts divide once and then carry the remainder along, rounding
//! down every time, in the direction in which the edge was drawn:
//!
//! ```text
//!      ┌──────┬──────┬──────┐
//!      │    ●╲│      │      │   row ey1:  height 256 − fy1, runs Δx·(256 − fy1)/Δy to the side
//!      ├──────┼╲─────┼──────┤
//!      │      │  ╲   │      │   full rows: 256·Δx/Δy each ("lift"), the remainder carried
//!      ├──────┼────╲─┼──────┤
//!      │      │      ╲●     │   row ey2:  what is left
//!      └──────┴──────┴──────┘
//! ```
//!
//! This order is part of the result: it is what makes coverage equal to AGG's to the bit.

use std::ops::Range;

/// A straight edge in 24.8 fixed point, with its direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Edge {
    pub(super) x1: i32,
    pub(super) y1: i32,
    pub(super) x2: i32,
    pub(super) y2: i32,
}

/// What takes cells: `cover` and `area` for the pixel in column `x` of row `y`.
pub(super) trait CellSink {
    fn cell(&mut self, x: i32, y: i32, cover: i32, area: i32);
}

/// An edge this wide or wider is halved first, so that products of it stay within `i32`.
const WIDEST: i64 = 16_384 << 8;

impl Edge {
    /// The rows it touches.
    pub(super) fn rows(&self) -> Range<i32> {
        (self.y1.min(self.y2) >> 8)..(self.y1.max(self.y2) >> 8) + 1
    }

    /// Adds its cells in the given rows.
    pub(super) fn walk(&self, rows: &Range<i32>, sink: &mut impl CellSink) {
        let dx = i64::from(self.x2) - i64::from(self.x1);
        if dx.abs() >= WIDEST {
            let (first, second) = self.halves();
            first.walk(rows, sink);
            second.walk(rows, sink);
        } else if self.y1 >> 8 == self.y2 >> 8 {
            if rows.contains(&(self.y1 >> 8)) {
                let piece = Piece {
                    x1: self.x1,
                    y1: self.y1 & 255,
                    x2: self.x2,
                    y2: self.y2 & 255,
                };
                piece.walk(self.y1 >> 8, sink);
            }
        } else if dx == 0 {
            self.walk_upright(rows, sink);
        } else {
            self.walk_slanted(dx as i32, rows, sink);
        }
    }

    fn halves(&self) -> (Self, Self) {
        let middle = |a: i32, b: i32| ((i64::from(a) + i64::from(b)) >> 1) as i32;
        let (x, y) = (middle(self.x1, self.x2), middle(self.y1, self.y2));
        (
            Self {
                x2: x,
                y2: y,
                ..*self
            },
            Self {
                x1: x,
                y1: y,
                ..*self
            },
        )
    }

    /// The steps, counted from the first row the edge touches, that fall into `rows`: from one up
    /// to and with the other.
    fn steps_within(&self, rows: &Range<i32>) -> (i32, i32) {
        let (first, last) = (self.y1 >> 8, self.y2 >> 8);
        if first < last {
            (
                (rows.start - first).max(0),
                (rows.end - 1 - first).min(last - first),
            )
        } else {
            (
                (first - (rows.end - 1)).max(0),
                (first - rows.start).min(first - last),
            )
        }
    }

    fn walk_upright(&self, rows: &Range<i32>, sink: &mut impl CellSink) {
        let (x, two_fx) = (self.x1 >> 8, (self.x1 & 255) << 1);
        let (first_row, last_row) = (self.y1 >> 8, self.y2 >> 8);
        let (down, exit) = if first_row < last_row {
            (1, 256)
        } else {
            (-1, 0)
        };
        let (from, to) = self.steps_within(rows);
        for step in from..=to {
            let row = first_row + step * down;
            let enter = if row == first_row {
                self.y1 & 255
            } else {
                256 - exit
            };
            let leave = if row == last_row { self.y2 & 255 } else { exit };
            let cover = leave - enter;
            sink.cell(x, row, cover, two_fx * cover);
        }
    }

    fn walk_slanted(&self, dx: i32, rows: &Range<i32>, sink: &mut impl CellSink) {
        let (first_row, last_row, fy1) = (self.y1 >> 8, self.y2 >> 8, self.y1 & 255);
        let (down, exit, first_height) = if first_row < last_row {
            (1, 256, 256 - fy1)
        } else {
            (-1, 0, fy1)
        };
        let dy = (self.y2.wrapping_sub(self.y1)).wrapping_abs();
        let enter = 256 - exit;
        let last_step = (last_row - first_row) * down;
        let (from, to) = self.steps_within(rows);
        if from > to {
            return;
        }
        let (delta, carry) = floor_div(first_height * dx, dy);
        let mut x = self.x1 + delta;
        if from == 0 {
            Piece {
                x1: self.x1,
                y1: fy1,
                x2: x,
                y2: exit,
            }
            .walk(first_row, sink);
        }
        let mut carry = carry - dy;
        if last_step > 1 {
            let (lift, rest) = floor_div(256 * dx, dy);
            let skipped = (from - 1).clamp(0, last_step - 1);
            if skipped > 0 {
                let owed = i64::from(carry) + i64::from(dy) + i64::from(skipped) * i64::from(rest);
                x = (i64::from(x) + i64::from(skipped) * i64::from(lift) + owed / i64::from(dy))
                    as i32;
                carry = (owed % i64::from(dy)) as i32 - dy;
            }
            for step in 1 + skipped..=to.min(last_step - 1) {
                let mut next = x + lift;
                carry += rest;
                if carry >= 0 {
                    carry -= dy;
                    next += 1;
                }
                Piece {
                    x1: x,
                    y1: enter,
                    x2: next,
                    y2: exit,
                }
                .walk(first_row + step * down, sink);
                x = next;
            }
        }
        if to == last_step {
            Piece {
                x1: x,
                y1: enter,
                x2: self.x2,
                y2: self.y2 & 255,
            }
            .walk(last_row, sink);
        }
    }
}

/// The part of an edge within one row: x in 24.8, y from the top of the row, 0 to 256.
#[derive(Clone, Copy, Debug)]
struct Piece {
    x1: i32,
    y1: i32,
    x2: i32,
    y2: i32,
}

impl Piece {
    #[inline]
    fn walk(&self, row: i32, sink: &mut impl CellSink) {
        let height = self.y2 - self.y1;
        if height == 0 {
            return;
        }
        let (first, last) = (self.x1 >> 8, self.x2 >> 8);
        if first == last {
            sink.cell(
                first,
                row,
                height,
                ((self.x1 & 255) + (self.x2 & 255)) * height,
            );
        } else {
            self.walk_columns(row, sink);
        }
    }

    fn walk_columns(&self, row: i32, sink: &mut impl CellSink) {
        let (first, last, fx1, fx2) = (self.x1 >> 8, self.x2 >> 8, self.x1 & 255, self.x2 & 255);
        let (right, exit, first_width) = if first < last {
            (1, 256, 256 - fx1)
        } else {
            (-1, 0, fx1)
        };
        let dx = (self.x2 - self.x1).abs();
        let (delta, carry) = floor_div(first_width * (self.y2 - self.y1), dx);
        sink.cell(first, row, delta, (fx1 + exit) * delta);
        let mut x = first + right;
        let mut y = self.y1 + delta;
        if x != last {
            let (lift, rest) = floor_div(256 * (self.y2 - y + delta), dx);
            let mut carry = carry - dx;
            while x != last {
                let mut delta = lift;
                carry += rest;
                if carry >= 0 {
                    carry -= dx;
                    delta += 1;
                }
                sink.cell(x, row, delta, 256 * delta);
                y += delta;
                x += right;
            }
        }
        let delta = self.y2 - y;
        sink.cell(x, row, delta, (fx2 + 256 - exit) * delta);
    }
}

/// The quotient rounded down and the remainder, which is not negative; `b` is positive.
#[inline]
fn floor_div(a: i32, b: i32) -> (i32, i32) {
    (a.div_euclid(b), a.rem_euclid(b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    #[derive(Default, PartialEq, Debug)]
    struct Cells(BTreeMap<(i32, i32), (i32, i32)>);

    impl CellSink for Cells {
        fn cell(&mut self, x: i32, y: i32, cover: i32, area: i32) {
            let cell = self.0.entry((y, x)).or_default();
            cell.0 += cover;
            cell.1 += area;
        }
    }

    fn whole(edge: Edge) -> Cells {
        cells(edge, &[Range { start: 0, end: 79 }])
    }

    fn cells(edge: Edge, bands: &[Range<i32>]) -> Cells {
        let mut cells = Cells::default();
        bands.iter().for_each(|rows| edge.walk(rows, &mut cells));
        cells.0.retain(|_, v| *v != (0, 0));
        cells
    }

    proptest! {
        #[test]
        fn a_walk_in_bands_equals_the_whole_walk(
            (x1, y1, x2, y2) in (0..20_000i32, 0..20_000i32, 0..20_000i32, 0..20_000i32),
            cuts in prop::collection::btree_set(1..79i32, 0..6),
        ) {
            let edge = Edge { x1, y1, x2, y2 };
            let mut bounds = vec![0];
            bounds.extend(cuts);
            bounds.push(79);
            let bands: Vec<_> = bounds.windows(2).map(|w| w[0]..w[1]).collect();
            prop_assert_eq!(cells(edge, &bands), whole(edge));
        }

        #[test]
        fn covers_of_a_row_sum_to_the_height_crossed(
            (x1, y1, x2, y2) in (0..20_000i32, 0..20_000i32, 0..20_000i32, 0..20_000i32),
        ) {
            let total: i32 = whole(Edge { x1, y1, x2, y2 }).0.values().map(|v| v.0).sum();
            prop_assert_eq!(total, y2 - y1);
        }
    }

    #[test]
    fn an_edge_wider_than_the_widest_is_walked_once() {
        let width = 20_000 << 8;
        let total: i32 = cells(
            Edge {
                x1: 0,
                y1: 0,
                x2: width,
                y2: 256,
            },
            &[Range { start: 0, end: 2 }],
        )
        .0
        .values()
        .map(|v| v.0)
        .sum();
        assert_eq!(total, 256);
    }
}
