//! When a wave that starts at one point arrives everywhere else: the eikonal equation, by fast
//! marching.
//!
//! Where a wave moves at speed `F`, its time of arrival `T` rises by `1/F` a length: `|∇T| = 1/F`.
//! Cells are settled in the order of their times, as in Dijkstra's algorithm, since a wave only
//! comes from where it has been before:
//!
//! ```text
//!  settle the earliest cell ─► solve for the cells beside it ─► queue them ─┐
//!          ▲                                                                │
//!          └────────────────────────────────────────────────────────────────┘
//! ```
//!
//! Unlike Dijkstra's, a cell's time is no sum of steps along the grid, which would make octagons of
//! circles: it solves `Σ aᵢ (T − bᵢ)² = 1/F²`, one term for each direction that the wave comes
//! from, where `bᵢ` is told by the settled neighbours and `aᵢ` by their distance (of second order
//! where two in a row are settled). Near the start the front is more curved than a grid can tell,
//! so a small disc around it is given the times of straight ways.
//!
//! J. A. Sethian, *A fast marching level set method for monotonically advancing fronts*, 1996.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use agg_core::CancelToken;

/// How many cells around the start are given the times of a straight way, unless there is a wall.
const DISC: usize = 5;
/// Cells that are settled between two looks at the token.
const PATIENCE: usize = 256;

/// How fast a wave moves, on a grid of cells.
///
/// Row 0 is the first one; in which direction that is, is the caller's business.
#[derive(Clone, Debug)]
pub struct Speeds {
    /// Cells in a row.
    pub columns: usize,
    /// The speed at each cell, row by row; what is not above zero (or not a number) is a wall.
    pub speed: Vec<f64>,
    /// The distance between the columns, for each row.
    pub dx: Vec<f64>,
    /// The distance between the rows.
    pub dy: f64,
}

impl Speeds {
    /// The time of arrival at each cell, in the order of the speeds, from a start at a column and
    /// a row; +∞ behind walls, in them, and everywhere if the start is in one. `None` once the
    /// token is cancelled.
    ///
    /// The time it takes grows a little faster than the number of cells.
    #[must_use]
    pub fn travel_times(&self, start: (usize, usize), token: &CancelToken) -> Option<Vec<f64>> {
        let mut march = March::new(self);
        march.begin(start);
        let mut settled = 0_usize;
        while let Some(cell) = march.settle_next() {
            settled += 1;
            if settled.is_multiple_of(PATIENCE) && token.is_cancelled() {
                return None;
            }
            for beside in self.beside(cell) {
                march.improve(beside);
            }
        }
        Some(march.times)
    }

    /// The number of a cell, if the grid has it.
    fn cell(&self, column: usize, row: usize) -> Option<usize> {
        let cell = row.checked_mul(self.columns)?.checked_add(column)?;
        (column < self.columns && cell < self.speed.len()).then_some(cell)
    }

    fn speed_at(&self, cell: usize) -> f64 {
        self.speed.get(cell).copied().unwrap_or(0.0)
    }

    /// The distances from a cell to those beside it, along x and y.
    fn steps(&self, cell: usize) -> [f64; 2] {
        let row = cell / self.columns.max(1);
        [self.dx.get(row).copied().unwrap_or(self.dy), self.dy]
    }

    /// The cell so many steps from another along x (0) or y (1).
    fn neighbour(&self, cell: usize, along: usize, by: isize) -> Option<usize> {
        let (row, column) = (cell / self.columns, cell % self.columns);
        match along {
            0 => self.cell(column.checked_add_signed(by)?, row),
            _ => self.cell(column, row.checked_add_signed(by)?),
        }
    }

    fn beside(&self, cell: usize) -> impl Iterator<Item = usize> {
        let ways = [(0, -1), (0, 1), (1, -1), (1, 1)];
        ways.into_iter()
            .filter_map(move |(along, by)| self.neighbour(cell, along, by))
    }
}

/// A cell with a time that it may have, the earliest one greatest, as the heap wants it.
#[derive(PartialEq)]
struct Trial(f64, usize);

impl Eq for Trial {}

impl PartialOrd for Trial {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Trial {
    fn cmp(&self, other: &Self) -> Ordering {
        other.0.total_cmp(&self.0).then(other.1.cmp(&self.1))
    }
}

/// A march under way.
struct March<'a> {
    speeds: &'a Speeds,
    times: Vec<f64>,
    settled: Vec<bool>,
    /// May hold a cell more than once; the first time it is met is the right one.
    queue: BinaryHeap<Trial>,
}

impl<'a> March<'a> {
    fn new(speeds: &'a Speeds) -> Self {
        let cells = speeds.speed.len();
        Self {
            speeds,
            times: vec![f64::INFINITY; cells],
            settled: vec![false; cells],
            queue: BinaryHeap::new(),
        }
    }

    /// Gives the start its time, and those around it as far as there is no wall.
    fn begin(&mut self, (column, row): (usize, usize)) {
        let Some(start) = self.speeds.cell(column, row) else {
            return;
        };
        let discs = (0..=DISC).rev().map(|radius| self.disc(start, radius));
        let open = |disc: &Vec<_>| !disc.iter().any(|(cell, _)| self.is_wall(*cell));
        let disc = discs.into_iter().find(open).unwrap_or_default();
        for (cell, time) in &disc {
            self.offer(*cell, *time);
        }
        // All at once: marching across the start, where times have a kink, would spoil them.
        self.queue.clear();
        for (cell, _) in &disc {
            if let Some(settled) = self.settled.get_mut(*cell) {
                *settled = true;
            }
        }
        for beside in disc.iter().flat_map(|(cell, _)| self.speeds.beside(*cell)) {
            self.improve(beside);
        }
    }

    /// The cells around a start, with their times if the way there is straight.
    fn disc(&self, start: usize, radius: usize) -> Vec<(usize, f64)> {
        let (row, column) = (start / self.speeds.columns, start % self.speeds.columns);
        let [dx, dy] = self.speeds.steps(start);
        let speed = self.speeds.speed_at(start);
        let mut disc = Vec::new();
        for y in row.saturating_sub(radius)..=row + radius {
            for x in column.saturating_sub(radius)..=column + radius {
                let (right, up) = (x.abs_diff(column) as f64, y.abs_diff(row) as f64);
                let cell = self.speeds.cell(x, y);
                if let Some(cell) = cell.filter(|_| right.hypot(up) <= radius as f64) {
                    let slowness = 0.5 * (1.0 / speed + 1.0 / self.speeds.speed_at(cell));
                    disc.push((cell, slowness * (right * dx).hypot(up * dy)));
                }
            }
        }
        disc
    }

    fn is_wall(&self, cell: usize) -> bool {
        let speed = self.speeds.speed_at(cell);
        speed <= 0.0 || speed.is_nan()
    }

    fn settle_next(&mut self) -> Option<usize> {
        while let Some(Trial(_, cell)) = self.queue.pop() {
            if let Some(settled @ false) = self.settled.get_mut(cell) {
                *settled = true;
                return Some(cell);
            }
        }
        None
    }

    /// Lets a cell have a time if it is sooner than the one it has.
    fn offer(&mut self, cell: usize, time: f64) {
        if self.is_wall(cell) {
            return;
        }
        if let Some(known) = self.times.get_mut(cell).filter(|known| time < **known) {
            *known = time;
            self.queue.push(Trial(time, cell));
        }
    }

    /// Solves for a cell anew, since one beside it has been settled.
    fn improve(&mut self, cell: usize) {
        if self.settled.get(cell) == Some(&false) {
            let time = self.solved(cell);
            self.offer(cell, time);
        }
    }

    /// The time of a cell as far as it follows from those settled.
    fn solved(&self, cell: usize) -> f64 {
        let slowness = 1.0 / self.speeds.speed_at(cell);
        let steps = self.speeds.steps(cell);
        let alone = |term: &Option<Term>| term.as_ref().map(|term| term.alone(slowness));
        let terms = [self.term(cell, 0, steps[0]), self.term(cell, 1, steps[1])];
        let both = match &terms {
            [Some(x), Some(y)] => x.with(y, slowness),
            _ => None,
        };
        let single = || terms.iter().filter_map(alone).fold(f64::INFINITY, f64::min);
        both.unwrap_or_else(single)
    }

    /// What is settled beside a cell along x (0) or y (1), on the side where the wave is earlier.
    fn term(&self, cell: usize, along: usize, step: f64) -> Option<Term> {
        let known = |by: isize| {
            let other = self.speeds.neighbour(cell, along, by)?;
            let settled = *self.settled.get(other)?;
            self.times.get(other).copied().filter(|_| settled)
        };
        let (near, far) = match (known(-1), known(1)) {
            (Some(before), Some(after)) if after < before => (after, 2),
            (Some(before), _) => (before, -2),
            (None, Some(after)) => (after, 2),
            (None, None) => return None,
        };
        let second = known(far).filter(|far| *far <= near);
        Some(match second {
            Some(far) => Term {
                weight: 9.0 / (4.0 * step * step),
                from: (4.0 * near - far) / 3.0,
                near,
            },
            None => Term {
                weight: 1.0 / (step * step),
                from: near,
                near,
            },
        })
    }
}

/// `weight · (T − from)²`, a direction's share of the squared slope.
struct Term {
    weight: f64,
    from: f64,
    /// The time of the neighbour itself, which the cell cannot be before.
    near: f64,
}

impl Term {
    /// The time where the wave comes along this direction only.
    fn alone(&self, slowness: f64) -> f64 {
        self.from + slowness / self.weight.sqrt()
    }

    /// The time where it comes along both, unless it comes along one only.
    fn with(&self, other: &Self, slowness: f64) -> Option<f64> {
        let weights = self.weight + other.weight;
        let middle = (self.weight * self.from + other.weight * other.from) / weights;
        let apart = self.from - other.from;
        let spread = slowness * slowness * weights - self.weight * other.weight * apart * apart;
        let time = middle + spread.sqrt() / weights;
        (time >= self.near.max(other.near)).then_some(time)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(side: usize, step: f64, speed: impl Fn(usize, usize) -> f64) -> Speeds {
        let cells = (0..side * side).map(|cell| speed(cell % side, cell / side));
        Speeds {
            columns: side,
            speed: cells.collect(),
            dx: vec![step; side],
            dy: step,
        }
    }

    fn times(speeds: &Speeds, start: (usize, usize)) -> Vec<f64> {
        speeds.travel_times(start, &CancelToken::new()).unwrap()
    }

    /// By how much times miss the true ones at most.
    fn worst(speeds: &Speeds, start: (usize, usize), exact: impl Fn(f64, f64) -> f64) -> f64 {
        let found = times(speeds, start);
        let misses = found.iter().enumerate().map(|(cell, time)| {
            let (x, y) = (cell % speeds.columns, cell / speeds.columns);
            (time - exact(x as f64, y as f64)).abs()
        });
        misses.fold(0.0, f64::max)
    }

    /// The speed over a depth of 4000 m.
    fn deep() -> f64 {
        (9.81_f64 * 4000.0).sqrt()
    }

    /// The worst time on a square of 1000 km, as a share of the longest one.
    fn constant_depth_error(side: usize) -> f64 {
        let step = 1e6 / (side - 1) as f64;
        let middle = (side / 2) as f64;
        let speeds = square(side, step, |_, _| deep());
        let exact = |x: f64, y: f64| step * (x - middle).hypot(y - middle) / deep();
        worst(&speeds, (side / 2, side / 2), exact) / exact(0.0, 0.0)
    }

    #[test]
    fn over_constant_depth_times_are_distances() {
        let (coarse, fine) = (constant_depth_error(51), constant_depth_error(201));
        assert!(coarse < 3e-3 && fine < coarse / 3.0, "{coarse} {fine}");
    }

    #[test]
    fn over_a_slope_of_speeds_rays_are_arcs() {
        // Where speed grows by `g` a length along y, the way from p to q takes
        // acosh(1 + g²·|p − q|² / (2·F(p)·F(q))) / g.
        let (g, side) = (0.01, 201);
        let speed = |y: f64| 1.0 + g * y;
        let error = worst(
            &square(side, 1.0, |_, y| speed(y as f64)),
            (100, 20),
            |x, y| {
                let square = g * g * ((x - 100.0).powi(2) + (y - 20.0).powi(2));
                (1.0 + square / (2.0 * speed(20.0) * speed(y))).acosh() / g
            },
        );
        // The longest way takes about 104.
        assert!(error < 0.15, "{error}");
    }

    #[test]
    fn behind_a_wall_the_way_goes_round_its_end() {
        // A wall at x = 30 from y = 0 to y = 40.
        let speeds = square(61, 1.0, |x, y| if x == 30 && y <= 40 { 0.0 } else { 1.0 });
        let found = times(&speeds, (10, 10));
        assert_eq!(found[30], f64::INFINITY);
        let round = 20_f64.hypot(31.0) + 20_f64.hypot(31.0);
        let behind = found[50 + 10 * 61];
        assert!((behind / round - 1.0).abs() < 0.03, "{behind} {round}");
    }

    #[test]
    fn walls_all_around_keep_the_wave_in() {
        let speeds = square(9, 1.0, |x, y| if x.max(y) == 4 { f64::NAN } else { 1.0 });
        let found = times(&speeds, (1, 1));
        assert!(found[0].is_finite());
        assert_eq!(found[8 + 8 * 9], f64::INFINITY);
        assert!(times(&speeds, (4, 4)).iter().all(|time| time.is_infinite()));
        assert!(
            times(&speeds, (99, 0))
                .iter()
                .all(|time| time.is_infinite())
        );
    }

    #[test]
    fn columns_may_be_nearer_than_rows() {
        let mut speeds = square(101, 1.0, |_, _| 1.0);
        speeds.dx = vec![0.5; 101];
        let exact = |x: f64, y: f64| (0.5 * (x - 50.0)).hypot(y - 50.0);
        let error = worst(&speeds, (50, 50), exact);
        assert!(error < 0.15, "{error}");
    }

    #[test]
    fn a_cancelled_march_ends() {
        let token = CancelToken::new();
        token.cancel();
        assert!(
            square(50, 1.0, |_, _| 1.0)
                .travel_times((0, 0), &token)
                .is_none()
        );
    }
}
