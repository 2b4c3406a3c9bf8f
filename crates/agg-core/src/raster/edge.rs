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

/// An edge this wide or wider is halved first, so that products of it stay within `i32`.
const WIDEST: i64 = 16_384 << 8;

impl Edge {
    /// The rows it touches.
    pub(super) fn rows(&self) -> Range<i32> {
        (self.y1.min(self.y2) >> 8)..(self.y1.max(self.y2) >> 8) + 1
    }

    /// Hands the edge on, in halves of halves where it is too wide to be walked in one piece.
    #[inline]
    pub(super) fn split(self, emit: &mut impl FnMut(Self)) {
        if (i64::from(self.x2) - i64::from(self.x1)).abs() < WIDEST {
            emit(self);
        } else {
            self.halve(emit);
        }
    }

    #[cold]
    fn halve(self, emit: &mut impl FnMut(Self)) {
        let middle = |a: i32, b: i32| ((i64::from(a) + i64::from(b)) >> 1) as i32;
        let (x, y) = (middle(self.x1, self.x2), middle(self.y1, self.y2));
        for half in [
            Self {
                x2: x,
                y2: y,
                ..self
            },
            Self {
                x1: x,
                y1: y,
                ..self
            },
        ] {
            if (i64::from(half.x2) - i64::from(half.x1)).abs() < WIDEST {
                emit(half);
            } else {
                half.halve(emit);
            }
        }
    }

    /// Hands its parts in consecutive rows, in the direction in which it was drawn, to `visit`, as
    /// far as they lie in `rows`. The edge must have been [split](Self::split).
    #[inline]
    pub(super) fn for_each_piece(&self, rows: &Range<i32>, mut visit: impl FnMut(i32, Piece)) {
        let Self { x1, y1, x2, y2 } = *self;
        let (first, last, fy1, fy2) = (y1 >> 8, y2 >> 8, y1 & 255, y2 & 255);
        if first == last {
            if rows.contains(&first) {
                visit(
                    first,
                    Piece {
                        x1,
                        y1: fy1,
                        x2,
                        y2: fy2,
                    },
                );
            }
            return;
        }
        let (down, enter, exit, height) = if first < last {
            (1, 0, 256, 256 - fy1)
        } else {
            (-1, 256, 0, fy1)
        };
        let (dx, dy) = (x2.wrapping_sub(x1), y2.wrapping_sub(y1).wrapping_abs());
        let mut line = Line::new(dx, dy);
        let mut next_x = x1 + line.start(height);
        let (mut row, mut x, mut y) = (first, x1, fy1);
        let mut until = last;
        if first.min(last) < rows.start || first.max(last) >= rows.end {
            let Some((skipped, end)) = steps_within(rows, (first, last), down) else {
                return;
            };
            if skipped > 0 {
                (x, y, row) = (
                    next_x + line.skip(skipped - 1),
                    enter,
                    first + skipped * down,
                );
                next_x = x + line.step();
            }
            until = end;
        }
        while row != until {
            visit(
                row,
                Piece {
                    x1: x,
                    y1: y,
                    x2: next_x,
                    y2: exit,
                },
            );
            (x, y) = (next_x, enter);
            next_x += line.step();
            row += down;
        }
        let (x2, y2) = if row == last {
            (x2, fy2)
        } else {
            (next_x, exit)
        };
        visit(
            row,
            Piece {
                x1: x,
                y1: y,
                x2,
                y2,
            },
        );
    }
}

/// Which steps of an edge fall into `rows`: how many come before, and the row of the last.
#[cold]
fn steps_within(rows: &Range<i32>, (first, last): (i32, i32), down: i32) -> Option<(i32, i32)> {
    let (enter, leave) = if down > 0 {
        (rows.start, rows.end - 1)
    } else {
        (rows.end - 1, rows.start)
    };
    let skipped = ((enter - first) * down).max(0);
    let end = if (last - leave) * down > 0 {
        leave
    } else {
        last
    };
    ((end - first) * down >= skipped).then_some((skipped, end))
}

/// How far an edge moves to the side from row to row, with the remainder of the division carried.
#[derive(Clone, Copy, Debug)]
struct Line {
    dx: i32,
    dy: i32,
    lift: i32,
    rest: i32,
    /// The remainder so far, less `dy`: negative.
    carry: i32,
}

impl Line {
    #[inline]
    fn new(dx: i32, dy: i32) -> Self {
        let (lift, rest) = if dx == 0 {
            (0, 0)
        } else {
            floor_div(256 * dx, dy)
        };
        Self {
            dx,
            dy,
            lift,
            rest,
            carry: -dy,
        }
    }

    /// The way to the side over the height of the first part.
    #[inline]
    fn start(&mut self, height: i32) -> i32 {
        let (delta, carry) = if self.dx == 0 {
            (0, 0)
        } else {
            floor_div(height * self.dx, self.dy)
        };
        self.carry = carry - self.dy;
        delta
    }

    /// The way over one more row.
    #[inline]
    fn step(&mut self) -> i32 {
        self.carry += self.rest;
        if self.carry >= 0 {
            self.carry -= self.dy;
            return self.lift + 1;
        }
        self.lift
    }

    /// The way over `count` more rows, by one division.
    fn skip(&mut self, count: i32) -> i32 {
        let (dy, count) = (i64::from(self.dy), i64::from(count));
        let owed = i64::from(self.carry) + dy + count * i64::from(self.rest);
        self.carry = (owed % dy - dy) as i32;
        (count * i64::from(self.lift) + owed / dy) as i32
    }
}

/// The part of an edge within one row: x in 24.8, y from the top of the row, 0 to 256.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub(super) x1: i32,
    pub(super) y1: i32,
    pub(super) x2: i32,
    pub(super) y2: i32,
}

impl Piece {
    /// Hands the column, `cover` and `area` of each of its cells to `cell`.
    #[inline]
    pub(super) fn walk(&self, cell: &mut impl FnMut(i32, i32, i32)) {
        let height = self.y2 - self.y1;
        let (first, last) = (self.x1 >> 8, self.x2 >> 8);
        if first == last {
            cell(first, height, ((self.x1 & 255) + (self.x2 & 255)) * height);
        } else {
            self.walk_columns(cell);
        }
    }

    #[inline]
    fn walk_columns(&self, cell: &mut impl FnMut(i32, i32, i32)) {
        let (first, last, fx1, fx2) = (self.x1 >> 8, self.x2 >> 8, self.x1 & 255, self.x2 & 255);
        let (right, exit, first_width) = if first < last {
            (1, 256, 256 - fx1)
        } else {
            (-1, 0, fx1)
        };
        let dx = (self.x2 - self.x1).abs();
        let (delta, carry) = floor_div(first_width * (self.y2 - self.y1), dx);
        cell(first, delta, (fx1 + exit) * delta);
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
                cell(x, delta, 256 * delta);
                y += delta;
                x += right;
            }
        }
        let delta = self.y2 - y;
        cell(x, delta, (fx2 + 256 - exit) * delta);
    }
}

/// The quotient rounded down and the remainder, which is not negative; `b` is positive.
#[inline]
fn floor_div(a: i32, b: i32) -> (i32, i32) {
    let (quotient, rest) = (a / b, a % b);
    if rest < 0 {
        (quotient - 1, rest + b)
    } else {
        (quotient, rest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    #[derive(Default, PartialEq, Debug)]
    struct Cells(BTreeMap<(i32, i32), (i32, i32)>);

    impl Cells {
        fn add(&mut self, edge: &Edge, rows: &Range<i32>) {
            edge.for_each_piece(rows, |row, piece| {
                piece.walk(&mut |column, cover, area| {
                    let cell = self.0.entry((row, column)).or_default();
                    cell.0 += cover;
                    cell.1 += area;
                });
            });
        }
    }

    fn whole(edge: Edge) -> Cells {
        cells(edge, &[Range { start: 0, end: 79 }])
    }

    fn cells(edge: Edge, bands: &[Range<i32>]) -> Cells {
        let mut cells = Cells::default();
        bands
            .iter()
            .for_each(|rows| edge.split(&mut |part| cells.add(&part, rows)));
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
