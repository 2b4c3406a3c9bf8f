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
/// The same in pixels.
pub(super) const WIDEST_PIXELS: f64 = 16_384.0;

impl Edge {
    /// The rows it touches.
    pub(super) fn rows(&self) -> Range<i32> {
        (self.y1.min(self.y2) >> 8)..(self.y1.max(self.y2) >> 8) + 1
    }

    /// The same with its places counted from another corner.
    #[inline(always)]
    pub(super) fn counted_from(&self, left: i32, top: i32) -> Self {
        Self {
            x1: self.x1 - left,
            y1: self.y1 - top,
            x2: self.x2 - left,
            y2: self.y2 - top,
        }
    }

    /// Whether it stays at one height: then it leaves no cells.
    #[inline(always)]
    pub(super) fn is_level(&self) -> bool {
        self.y1 == self.y2
    }

    /// Whether it is too wide to be walked in one piece.
    #[inline(always)]
    pub(super) fn is_wide(&self) -> bool {
        (i64::from(self.x2) - i64::from(self.x1)).abs() >= WIDEST
    }

    /// Hands the edge on, in halves of halves where it is too wide to be walked in one piece.
    #[inline]
    pub(super) fn split(self, emit: &mut impl FnMut(Self)) {
        if self.is_wide() {
            self.halve(emit);
        } else {
            emit(self);
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
            half.split(emit);
        }
    }

    /// Whether all of it lies in `rows`.
    #[inline(always)]
    pub(super) fn is_within(&self, rows: &Range<i32>) -> bool {
        rows.contains(&(self.y1 >> 8)) && rows.contains(&(self.y2 >> 8))
    }

    /// All of it; it must stay in one row.
    #[inline(always)]
    pub(super) fn in_one_row(&self) -> Piece {
        Piece {
            x1: self.x1,
            x2: self.x2,
            height: self.y2 - self.y1,
        }
    }

    /// Its parts in two neighbouring rows, in the direction in which it was drawn, without a
    /// division; `None` where it touches more rows, or is so wide that only a division is exact. It
    /// must not stay in one row.
    #[inline(always)]
    pub(super) fn in_two_rows(&self) -> Option<[Piece; 2]> {
        let (dx, dy) = (self.x2 - self.x1, self.y2 - self.y1);
        let rows = (self.y2 >> 8) - (self.y1 >> 8);
        // Both are about zero.
        let is_high = (rows + 1) as u32 > 2;
        if is_high || (dx + WIDEST_SHARE) as u32 > 2 * WIDEST_SHARE as u32 {
            return None;
        }
        let border = (rows + 1) << 7;
        let height = border - (self.y1 & 255);
        let x = self.x1 + floor_share(height.abs(), dx, dy.abs());
        let (x1, x2) = (self.x1, self.x2);
        let piece = |x1, x2, height| Piece { x1, x2, height };
        Some([piece(x1, x, height), piece(x, x2, dy - height)])
    }

    /// Its parts in consecutive rows, in the direction in which it was drawn. The edge must have
    /// been [split](Self::split).
    #[inline(always)]
    pub(super) fn walk(&self) -> Pieces {
        if self.y1 <= self.y2 {
            self.walk_towards::<1>()
        } else {
            self.walk_towards::<-1>()
        }
    }

    /// Its parts as far as they lie in `rows`.
    pub(super) fn walk_in(&self, rows: &Range<i32>) -> Pieces {
        let pieces = self.walk();
        if self.is_within(rows) {
            pieces
        } else {
            pieces.within(rows)
        }
    }

    /// `DOWN` is 1, or −1 where the edge goes up.
    #[inline(always)]
    fn walk_towards<const DOWN: i32>(&self) -> Pieces {
        let (first, y1, y2) = (self.y1 >> 8, self.y1 & 255, self.y2 & 255);
        let rows = ((self.y2 >> 8) - first) * DOWN + 1;
        // Upwards, a row is entered at its lower border, which is 256 below its upper one.
        let (enter, exit) = if DOWN > 0 { (0, 256) } else { (256, 0) };
        let (dx, dy) = (self.x2 - self.x1, (self.y2 - self.y1) * DOWN);
        let (next, line) = if rows == 1 {
            ((self.x2, self.y2 - self.y1), Line::default())
        } else {
            let (delta, owed) = share((exit - y1) * DOWN, dx, dy);
            let line = Line::new((dx, dy), owed, rows);
            ((self.x1 + delta, exit - y1), line)
        };
        Pieces {
            row: first,
            down: DOWN,
            left: rows,
            x: self.x1,
            next,
            last: (self.x2, y2 - enter),
            line,
        }
    }
}

/// The parts of an edge in consecutive rows, and which row each is in: the first, those that it
/// crosses from border to border, and the last.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pieces {
    row: i32,
    /// 1, or −1 where the edge goes up.
    down: i32,
    /// How many are to come.
    left: i32,
    /// Where the next one begins.
    x: i32,
    /// Where it ends, and its height.
    next: (i32, i32),
    /// Where the last one ends, and its height.
    last: (i32, i32),
    line: Line,
}

impl Iterator for Pieces {
    type Item = (i32, Piece);

    #[inline(always)]
    fn next(&mut self) -> Option<(i32, Piece)> {
        if self.left == 0 {
            return None;
        }
        let (x2, height) = self.next;
        let piece = Piece {
            x1: self.x,
            x2,
            height,
        };
        let row = self.row;
        self.row += self.down;
        self.left -= 1;
        self.x = x2;
        self.next = if self.left == 1 {
            self.last
        } else {
            // Past the last piece it may be anything.
            (x2.wrapping_add(self.line.step()), 256 * self.down)
        };
        Some((row, piece))
    }
}

impl Pieces {
    /// The first of them. With [`whole`](Self::whole) and [`last`](Self::last) it is quicker than one
    /// after the other, where those in between are dealt with in another way.
    #[inline(always)]
    pub(super) fn first(&mut self) -> Option<(i32, Piece)> {
        if self.left == 0 {
            return None;
        }
        let ((x2, height), row) = (self.next, self.row);
        let x1 = std::mem::replace(&mut self.x, x2);
        self.row += self.down;
        self.left -= 1;
        Some((row, Piece { x1, x2, height }))
    }

    /// The row of one between the first and the last, and where it crosses the borders of that row.
    #[inline(always)]
    pub(super) fn whole(&mut self) -> Option<(i32, i32, i32)> {
        if self.left <= 1 {
            return None;
        }
        let (x1, row) = (self.x, self.row);
        self.x += self.line.step();
        self.row += self.down;
        self.left -= 1;
        Some((row, x1, self.x))
    }

    /// Whether it moves by less than 1/256 of a pixel from row to row.
    #[inline(always)]
    pub(super) fn is_steep(&self) -> bool {
        matches!(self.line.lift, 0 | -1)
    }

    /// Which way it leans, as long as it moves by no more than a pixel from row to row.
    #[inline(always)]
    pub(super) fn lean(&self) -> Lean {
        match self.line.lift {
            0..256 => Lean::Right,
            -256..0 => Lean::Left,
            _ => Lean::Far,
        }
    }

    /// The column where the next one begins.
    #[inline(always)]
    pub(super) fn column(&self) -> i32 {
        self.x >> 8
    }

    /// Goes over those between the first and the last as long as they stay in one column, and hands
    /// on what changes there from row to row: above which row, and by how much what is left in the
    /// column and in the next, as differences, for an edge that goes down. It must be
    /// [steep](Self::is_steep).
    ///
    /// Where it moves, from one row to the next, it leaves what is half way between.
    #[inline(always)]
    pub(super) fn along_column(&mut self, mut change: impl FnMut(i32, [i32; 2])) {
        if self.left <= 1 {
            return;
        }
        let (column, way) = (self.column(), 2 * self.line.lift + 1);
        // Upwards, a row begins where the one below it ends, and what is there changes the other way.
        let below = i32::from(self.down < 0);
        change(self.row + below, whole_in_one_column(self.x, self.x));
        loop {
            let rows = self.line.still(self.left - 1);
            self.row += rows * self.down;
            self.left -= rows;
            if self.left <= 1 || (self.x + way) >> 8 != column {
                break;
            }
            let half = [-256 * way, 256 * way];
            change(self.row + below, half);
            self.x += self.line.step();
            self.row += self.down;
            self.left -= 1;
            change(self.row + below, half);
        }
        let end = whole_in_one_column(self.x, self.x);
        change(self.row + below, end.map(|share| -share));
    }

    /// The last, after all that are whole.
    #[inline(always)]
    pub(super) fn last(self) -> Option<(i32, Piece)> {
        let (x2, height) = self.last;
        let x1 = self.x;
        (self.left == 1).then_some((self.row, Piece { x1, x2, height }))
    }

    /// Those of them in `rows`.
    #[cold]
    #[inline(never)]
    fn within(mut self, rows: &Range<i32>) -> Self {
        let count = self.left;
        let end = self.row + (count - 1) * self.down;
        let Some((skipped, end)) = steps_within(rows, (self.row, end), self.down) else {
            self.left = 0;
            return self;
        };
        let kept = (end - self.row) * self.down + 1 - skipped;
        let (x, height) = (self.next.0, 256 * self.down);
        if skipped + kept < count {
            let mut line = self.line;
            self.last = match skipped + kept {
                1 => self.next,
                rows => (x + line.skip(rows - 1), height),
            };
        }
        if skipped > 0 {
            self.x = x + self.line.skip(skipped - 1);
            self.next = match kept {
                1 => self.last,
                _ => (self.x + self.line.step(), height),
            };
        }
        self.row += skipped * self.down;
        self.left = kept;
        self
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

/// How an edge moves from row to row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lean {
    /// To the left, by a pixel at most.
    Left,
    /// To the right, by a pixel at most.
    Right,
    /// Further.
    Far,
}

/// How far an edge moves to the side from row to row, with the remainder of the division carried.
#[derive(Clone, Copy, Debug, Default)]
struct Line {
    dy: i32,
    lift: i32,
    rest: i32,
    /// The remainder so far, less `dy`: negative.
    carry: i32,
}

impl Line {
    /// That of an edge with a part in so many rows, of which the first one left a remainder.
    #[inline(always)]
    fn new((dx, dy): (i32, i32), owed: i32, rows: i32) -> Self {
        // Without a row between the first and the last there is no step to make.
        let (lift, rest) = if rows > 2 { share(256, dx, dy) } else { (0, 0) };
        Self {
            dy,
            lift,
            rest,
            carry: owed - dy,
        }
    }

    /// The way over one more row.
    #[inline(always)]
    fn step(&mut self) -> i32 {
        self.carry += self.rest;
        let over = i32::from(self.carry >= 0);
        self.carry -= self.dy & -over;
        self.lift + over
    }

    /// Goes over rows, `most` at most and that at least 0, as long as there is no way to the side;
    /// returns how many.
    #[inline(always)]
    fn still(&mut self, most: i32) -> i32 {
        // Where every step is one less, each row that stays takes something from the remainder.
        let (slow, room) = match self.lift {
            0 => (self.rest, -1 - self.carry),
            -1 => (self.rest - self.dy, self.carry + self.rest),
            _ => return 0,
        };
        let count = match slow {
            0 => most,
            1.. => (room / slow).min(most),
            _ if room < 0 => 0,
            _ => (room / -slow + 1).min(most),
        };
        self.carry += count * slow;
        count
    }

    /// The way over `count` more rows, by one division.
    fn skip(&mut self, count: i32) -> i32 {
        let (dy, count) = (i64::from(self.dy), i64::from(count));
        let owed = i64::from(self.carry) + dy + count * i64::from(self.rest);
        self.carry = (owed % dy - dy) as i32;
        (count * i64::from(self.lift) + owed / dy) as i32
    }
}

/// The way to the side over a part of the height of an edge, and the remainder.
#[inline(always)]
fn share(height: i32, dx: i32, dy: i32) -> (i32, i32) {
    if dx == 0 {
        (0, 0)
    } else {
        floor_div(height * dx, dy)
    }
}

/// The part of an edge within one row: x in 24.8, and how far it gets down, −256 to 256.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) x1: i32,
    pub(super) x2: i32,
    pub(super) height: i32,
}

impl Piece {
    /// Hands the column, `cover` and `area` of each of its cells to `cell`.
    #[inline]
    pub(super) fn walk(&self, cell: &mut impl FnMut(i32, i32, i32)) {
        let (first, last) = (self.x1 >> 8, self.x2 >> 8);
        if first == last {
            let area = ((self.x1 & 255) + (self.x2 & 255)) * self.height;
            cell(first, self.height, area);
        } else {
            self.walk_columns(cell);
        }
    }

    /// What it leaves in its column and in the next, as differences; it must stay in one.
    #[inline(always)]
    pub(super) fn in_one_column(&self) -> [i32; 2] {
        let area = ((self.x1 & 255) + (self.x2 & 255)) * self.height;
        [512 * self.height - area, area]
    }

    /// What it leaves, as differences, in two neighbouring columns and in the next; it must cross
    /// from one into the other, rightwards or not.
    ///
    /// ```text
    ///      ┌─────────┬─────────┐
    ///      │  ●─╲    │         │      a, b     how far it gets on this side of the border, beyond
    ///      │    a ╲──┼──╲  b   │      height   is divided by them: the column that it comes from
    ///      │         │    ╲──● │               gets its share rounded down, the other the rest
    ///      └─────────┴─────────┘
    /// ```
    #[inline(always)]
    pub(super) fn in_two_columns<const RIGHTWARDS: bool>(&self) -> [i32; 3] {
        let (fx1, fx2) = (self.x1 & 255, self.x2 & 255);
        let (a, b) = if RIGHTWARDS {
            (256 - fx1, fx2)
        } else {
            (fx1, 256 - fx2)
        };
        let share = floor_share(a, self.height, a + b);
        let (here, beyond) = (a * share, b * (self.height - share));
        let between = 512 * self.height - here - beyond;
        if RIGHTWARDS {
            [here, between, beyond]
        } else {
            [beyond, between, here]
        }
    }

    /// Adds what it leaves to cells, as differences: there are one more than it has columns. It must
    /// cross three columns or more.
    ///
    /// A column that is crossed from border to border shares its part equally with the next.
    #[inline(always)]
    pub(super) fn in_many_columns<T>(&self, cells: &mut [T], add: impl Fn(&mut T, i32)) {
        let (fx1, fx2) = (self.x1 & 255, self.x2 & 255);
        if self.x2 > self.x1 {
            if let [first, between @ .., before, last] = cells {
                let ends = [first, before, last];
                self.share_out((256 - fx1, fx2), ends, between.iter_mut(), add);
            }
        } else if let [last, before, between @ .., first] = cells {
            let ends = [first, before, last];
            self.share_out((fx1, 256 - fx2), ends, between.iter_mut().rev(), add);
        }
    }

    /// Adds shares to the first, the last but one and the last of the cells, and to those between, in
    /// the direction in which it goes: `room` of the first column, `reach` into the last.
    #[inline(always)]
    fn share_out<'a, T: 'a>(
        &self,
        (room, reach): (i32, i32),
        [first, before, last]: [&mut T; 3],
        between: impl Iterator<Item = &'a mut T>,
        add: impl Fn(&mut T, i32),
    ) {
        let dx = (self.x2 - self.x1).abs().max(1);
        let mut left = self.height;
        let (lift, rest) = floor_div(256 * left, dx);
        let (delta, carry) = floor_div(room * left, dx);
        let mut carry = carry - dx;
        left -= delta;
        add(first, room * delta);
        let mut owed = (512 - room) * delta;
        for cell in between {
            carry += rest;
            let over = i32::from(carry >= 0);
            carry -= dx & -over;
            let delta = lift + over;
            left -= delta;
            add(cell, owed + 256 * delta);
            owed = 256 * delta;
        }
        add(before, owed + (512 - reach) * left);
        add(last, reach * left);
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
        let (delta, carry) = floor_div(first_width * self.height, dx);
        cell(first, delta, (fx1 + exit) * delta);
        let mut x = first + right;
        let mut left = self.height - delta;
        if x != last {
            let (lift, rest) = floor_div(256 * self.height, dx);
            let mut carry = carry - dx;
            while x != last {
                let mut delta = lift;
                carry += rest;
                if carry >= 0 {
                    carry -= dx;
                    delta += 1;
                }
                cell(x, delta, 256 * delta);
                left -= delta;
                x += right;
            }
        }
        cell(x, left, (fx2 + 256 - exit) * left);
    }
}

/// What an edge that crosses a whole row within a column leaves, as differences, in this column and in
/// the next; `1` or `-1` times as it goes down or up.
#[inline(always)]
pub(super) fn whole_in_one_column(x1: i32, x2: i32) -> [i32; 2] {
    let area = ((x1 & 255) + (x2 & 255)) << 8;
    [(512 << 8) - area, area]
}

/// What an edge that crosses a whole row, and from one column into a neighbouring one, leaves, as
/// differences, in the two and in the next; `DOWN` times.
///
/// It is [`Piece::in_two_columns`] for a height of 256 or −256.
#[inline(always)]
pub(super) fn whole_in_two_columns<const RIGHTWARDS: bool, const DOWN: i32>(
    x1: i32,
    x2: i32,
) -> [i32; 3] {
    let (fx1, fx2) = (x1 & 255, x2 & 255);
    let (a, b) = if RIGHTWARDS {
        (256 - fx1, fx2)
    } else {
        (fx1, 256 - fx2)
    };
    let dx = a + b;
    // Rounding down what is negative is rounding its absolute value up.
    let product = (a << 8) + if DOWN > 0 { 0 } else { dx - 1 };
    let share = divided(product, dx);
    let (here, beyond) = (a * share, b * (256 - share));
    let between = (512 << 8) - here - beyond;
    if RIGHTWARDS {
        [here, between, beyond]
    } else {
        [beyond, between, here]
    }
}

/// What an edge that crosses a whole row and moves by a pixel at most leaves, as differences, in
/// neighbouring columns, and how many columns before that of `x1` the first is; `DOWN` times.
///
/// It is [`whole_in_one_column`] or [`whole_in_two_columns`] without asking which, since the processor
/// could not foresee the answer: where the edge stays in its column, its share of it is more than all,
/// and cut off at that.
#[inline(always)]
pub(super) fn whole_leaning<const RIGHTWARDS: bool, const DOWN: i32>(
    x1: i32,
    x2: i32,
) -> (usize, [i32; 3]) {
    // Leftwards, columns are counted from their right borders.
    let (from, dx) = if RIGHTWARDS {
        (x1 & 255, x2 - x1)
    } else {
        (256 - (x1 & 255), x1 - x2)
    };
    let (room, to) = (256 - from, from + dx);
    let product = (room << 8) + if DOWN > 0 { 0 } else { dx - 1 };
    let share = divided(product, dx).min(256);
    let here = (512 - from - to.min(256)) * share;
    let beyond = (to - 256) * (256 - share);
    let between = (512 << 8) - here - beyond;
    if RIGHTWARDS {
        return (0, [here, between, beyond]);
    }
    // Either beyond, between, here, or one column further on between, here, nothing: chosen by masks,
    // which no compiler takes for a branch.
    let back = (x1 >> 8) - (x2 >> 8);
    let choose = |yes: i32, no: i32| no ^ ((yes ^ no) & -back);
    let shares = [
        choose(beyond, between),
        choose(between, here),
        choose(here, 0),
    ];
    (back as usize, shares)
}

/// `2³¹ / dx` rounded up: multiplied and shifted back it gives the quotient, rounded down, of
/// everything that [`floor_share`] divides. The first is what makes everything of what does not move.
static RECIPROCALS: [u32; 512] = {
    let mut table = [u32::MAX; 512];
    let mut dx = 1;
    while dx < 512 {
        table[dx] = (1_u32 << 31).div_ceil(dx as u32);
        dx += 1;
    }
    table
};

/// Up to here products are small enough for [`floor_share`]: with 2³¹ rounded up to a multiple of a
/// divisor below 512, a quotient is too large by less than its product / 2³¹ · 511 / divisor, which
/// must be below 1 / divisor.
const WIDEST_SHARE: i32 = (1 << 14) - 1;

/// `room · height / dx` rounded down, for a room of 0 to 256, a height of −2¹⁴ to 2¹⁴, both
/// excluded, and a `dx` of 1 to 511, without a division.
#[inline(always)]
fn floor_share(room: i32, height: i32, dx: i32) -> i32 {
    let sign = height >> 31;
    // Rounding down what is negative is rounding its absolute value up.
    let product = room * ((height ^ sign) - sign) + (sign & (dx - 1));
    (divided(product, dx) ^ sign) - sign
}

/// `product / dx` rounded down, for such numbers as [`floor_share`] divides, neither below 0.
#[inline(always)]
fn divided(product: i32, dx: i32) -> i32 {
    let reciprocal = RECIPROCALS[(dx & 511) as usize];
    ((u64::from(product as u32) * u64::from(reciprocal)) >> 31) as i32
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
mod tests;
