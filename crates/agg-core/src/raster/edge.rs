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
pub(super) const WIDEST: i64 = 16_384 << 8;

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

    /// Its parts in consecutive rows, in the direction in which it was drawn, as far as they lie in
    /// `rows`. The edge must have been [split](Self::split).
    #[inline(always)]
    pub(super) fn walk(&self, rows: &Range<i32>) -> Way {
        let (first, last, y1, y2) = (self.y1 >> 8, self.y2 >> 8, self.y1 & 255, self.y2 & 255);
        let seen = |row| rows.contains(&row);
        let whole = Piece {
            x1: self.x1,
            y1,
            x2: self.x2,
            y2,
        };
        if first == last {
            return Way {
                head: seen(first).then_some((first, whole)),
                full: FullRows::default(),
                tail: None,
            };
        }
        let (down, enter, exit, height) = if first < last {
            (1, 0, 256, 256 - y1)
        } else {
            (-1, 256, 0, y1)
        };
        let mut line = Line::new(self.x2 - self.x1, (self.y2 - self.y1).abs());
        let x2 = self.x1 + line.start(height);
        let head = Piece {
            x2,
            y2: exit,
            ..whole
        };
        let mut full = FullRows {
            row: first + down,
            down,
            count: (last - first).abs() - 1,
            x: x2,
            line,
        };
        if !seen(first) || !seen(last) {
            full.cut(rows);
        }
        let tail = Piece { y1: enter, ..whole };
        Way {
            head: seen(first).then_some((first, head)),
            full,
            tail: seen(last).then_some((last, tail)),
        }
    }
}

/// The parts of an edge in consecutive rows: in its first and in its last one, and in those
/// between them, which it crosses from border to border.
#[derive(Clone, Copy, Debug)]
pub(super) struct Way {
    pub(super) head: Option<(i32, Piece)>,
    pub(super) full: FullRows,
    /// Begins where the full rows end.
    pub(super) tail: Option<(i32, Piece)>,
}

impl Way {
    /// All parts.
    pub(super) fn pieces(self) -> impl Iterator<Item = (i32, Piece)> {
        let mut full = self.full;
        let (y1, y2) = if full.down > 0 { (0, 256) } else { (256, 0) };
        let rows = (0..full.count).map(move |i| {
            let x1 = full.x;
            full.x = full.next_x(x1);
            let piece = Piece {
                x1,
                y1,
                x2: full.x,
                y2,
            };
            (full.row + i * full.down, piece)
        });
        let mut end = self.full;
        let x1 = match end.count {
            0 => end.x,
            count => end.x + end.line.skip(count),
        };
        let tail = self.tail.map(|(row, tail)| (row, Piece { x1, ..tail }));
        self.head.into_iter().chain(rows).chain(tail)
    }
}

/// The rows that an edge crosses from border to border.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct FullRows {
    pub(super) row: i32,
    /// 1, or −1 where the edge goes up.
    pub(super) down: i32,
    pub(super) count: i32,
    /// Where it enters the first of them.
    pub(super) x: i32,
    line: Line,
}

impl FullRows {
    /// Where the edge leaves the row that it enters at `x`.
    #[inline(always)]
    pub(super) fn next_x(&mut self, x: i32) -> i32 {
        x + self.line.step()
    }

    /// Leaves out what is not in `rows`.
    #[cold]
    fn cut(&mut self, rows: &Range<i32>) {
        let last = self.row + (self.count - 1) * self.down;
        let seen = if self.count > 0 {
            steps_within(rows, (self.row, last), self.down)
        } else {
            None
        };
        let (skipped, count) = seen.map_or((self.count, 0), |(skipped, end)| {
            (skipped, (end - self.row) * self.down + 1 - skipped)
        });
        if skipped > 0 {
            self.x += self.line.skip(skipped);
            self.row += skipped * self.down;
        }
        self.count = count;
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
#[derive(Clone, Copy, Debug, Default)]
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

    /// What it leaves in its column and in the next, as differences; it must stay in one.
    #[inline(always)]
    pub(super) fn in_one_column(&self) -> [i32; 2] {
        let height = self.y2 - self.y1;
        let area = ((self.x1 & 255) + (self.x2 & 255)) * height;
        [512 * height - area, area]
    }

    /// What it leaves, as differences, in two neighbouring columns and in the next; it must cross
    /// from one into the other.
    ///
    /// ```text
    ///      ┌─────────┬─────────┐
    ///      │  ●─╲    │         │      a, b     how far it gets to both sides of the border
    ///      │    a ╲──┼──╲  b   │      height   is divided by them: the column that it comes from
    ///      │         │    ╲──● │               gets its share rounded down, the other the rest
    ///      └─────────┴─────────┘
    /// ```
    #[inline(always)]
    pub(super) fn in_two_columns(&self) -> [i32; 3] {
        let (left, right) = (self.x1.min(self.x2), self.x1.max(self.x2));
        let (a, b) = ((right & !255) - left, right & 255);
        let height = self.y2 - self.y1;
        let rightwards = self.x2 > self.x1;
        let share = floor_share(if rightwards { a } else { b }, height, right - left);
        let rest = height - share;
        let (on_left, on_right) = if rightwards {
            (a * share, b * rest)
        } else {
            (a * rest, b * share)
        };
        [on_left, 512 * height - on_left - on_right, on_right]
    }

    /// Adds what it leaves to cells, as differences, in the direction in which it goes: there are
    /// one more than it has columns. It must cross three columns or more.
    ///
    /// A column that is crossed from border to border shares its part equally with the next.
    #[inline(always)]
    pub(super) fn in_many_columns<'a, T: 'a>(
        &self,
        mut cells: impl Iterator<Item = &'a mut T>,
        add: impl Fn(&mut T, i32),
    ) {
        let (fx1, fx2) = (self.x1 & 255, self.x2 & 255);
        let (room, reach, dx) = if self.x2 > self.x1 {
            (256 - fx1, fx2, self.x2 - self.x1)
        } else {
            (fx1, 256 - fx2, (self.x1 - self.x2).max(1))
        };
        let mut left = self.y2 - self.y1;
        let (lift, rest) = floor_div(256 * left, dx);
        let (delta, carry) = floor_div(room * left, dx);
        let mut carry = carry - dx;
        left -= delta;
        let mut leave = |share| {
            if let Some(cell) = cells.next() {
                add(cell, share);
            }
        };
        leave(room * delta);
        let mut owed = (512 - room) * delta;
        for _ in 0..((self.x2 >> 8) - (self.x1 >> 8)).abs() - 1 {
            carry += rest;
            let over = i32::from(carry >= 0);
            carry -= dx & -over;
            let delta = lift + over;
            left -= delta;
            leave(owed + 256 * delta);
            owed = 256 * delta;
        }
        leave(owed + (512 - reach) * left);
        leave(reach * left);
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

/// `2³¹ / dx` rounded up: multiplied and shifted back it gives the quotient, rounded down, of
/// everything that [`floor_share`] divides.
static RECIPROCALS: [u32; 512] = {
    let mut table = [0; 512];
    let mut dx = 1;
    while dx < 512 {
        table[dx] = (1_u32 << 31).div_ceil(dx as u32);
        dx += 1;
    }
    table
};

/// `room · height / dx` rounded down, for a room of 0 to 256, a height of −256 to 256 and a `dx`
/// of 1 to 511, without a division.
#[inline(always)]
fn floor_share(room: i32, height: i32, dx: i32) -> i32 {
    let sign = height >> 31;
    // Rounding down what is negative is rounding its absolute value up.
    let product = room * ((height ^ sign) - sign) + (sign & (dx - 1));
    let reciprocal = RECIPROCALS[(dx & 511) as usize];
    let quotient = ((product as u64 * u64::from(reciprocal)) >> 31) as i32;
    (quotient ^ sign) - sign
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
            for (row, piece) in edge.walk(rows).pieces() {
                piece.walk(&mut |column, cover, area| {
                    let cell = self.0.entry((row, column)).or_default();
                    cell.0 += cover;
                    cell.1 += area;
                });
            }
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
    fn reciprocals_divide_like_a_division() {
        for dx in 1..512 {
            for room in 0..=256 {
                for height in -256..=256 {
                    assert_eq!(
                        floor_share(room, height, dx),
                        floor_div(room * height, dx).0,
                        "{room} {height} {dx}"
                    );
                }
            }
        }
    }

    /// What the walk leaves in each cell, from left to right.
    fn shares(piece: &Piece) -> Vec<i32> {
        let columns = (piece.x1 >> 8).abs_diff(piece.x2 >> 8) as usize + 1;
        let first = (piece.x1 >> 8).min(piece.x2 >> 8);
        let mut shares = vec![0; columns + 1];
        piece.walk(&mut |column, cover, area| {
            let at = (column - first) as usize;
            shares[at] += (cover << 9) - area;
            shares[at + 1] += area;
        });
        shares
    }

    proptest! {
        #[test]
        fn columns_get_what_the_walk_leaves_in_them(
            (x1, x2, y1, y2) in (0..4000i32, -1500..1500i32, 0..=256i32, 0..=256i32),
        ) {
            let x2 = (x1 + x2).max(0);
            let piece = Piece { x1, y1, x2, y2 };
            let expected = shares(&piece);
            match expected.len() {
                2 => prop_assert_eq!(expected, piece.in_one_column()),
                3 => prop_assert_eq!(expected, piece.in_two_columns()),
                len => {
                    let mut cells = vec![0; len];
                    let add = |cell: &mut i32, share| *cell += share;
                    if x2 > x1 {
                        piece.in_many_columns(cells.iter_mut(), add);
                    } else {
                        piece.in_many_columns(cells.iter_mut().rev(), add);
                    }
                    prop_assert_eq!(expected, cells);
                }
            }
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
