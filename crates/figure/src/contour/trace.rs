//! Following a level from cell to cell.

use agg_core::Point;

use crate::contour::grid::{Corner, Edge, Grid, Place, Shape, Turn};
use crate::contour::height::{Heights, MOST};

/// One of the two levels of a search. For a line there is only the lower one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    Lower,
    Upper,
}

impl Level {
    fn rank(self) -> u8 {
        match self {
            Self::Lower => 1,
            Self::Upper => 2,
        }
    }
}

/// What is known of a cell during a search, in bits; the first four have one for each level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// All lines of the level through the cell were followed.
    Done,
    /// Two lines pass through it, one of which was followed.
    Saddle,
    /// They turn left.
    Left,
    /// The other one comes from below or from the left.
    FromBelow,
}

/// The border edges that were followed, for regions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Lower,
    Left,
    Diagonal,
}

impl Mark {
    fn bit(self, level: Level) -> u16 {
        1 << (2 * self as u16 + u16::from(level.rank()) - 1)
    }
}

impl Side {
    fn bit(self) -> u16 {
        1 << (8 + self as u16)
    }
}

/// A search for all contours of one level, or between two, of several one above the other.
#[derive(Debug)]
pub(super) struct Search<'g> {
    pub(super) grid: &'g Grid,
    levels: (f64, f64),
    heights: Heights,
    /// How many levels lie below the lower one.
    below: u8,
    marks: Vec<u16>,
}

impl<'g> Search<'g> {
    /// A search that has to be [begun](Self::begin).
    pub(super) fn new(grid: &'g Grid, heights: Heights) -> Self {
        Self {
            grid,
            levels: (0.0, 0.0),
            heights,
            below: 0,
            marks: vec![0; grid.len()],
        }
    }

    /// Begins with other levels, above as many others as `number` says.
    pub(super) fn begin(&mut self, number: usize, levels: (f64, f64)) {
        // Heights are bytes, so there are no more.
        self.below = number as u8;
        self.levels = levels;
        self.marks.fill(0);
    }

    pub(super) fn value(&self, level: Level) -> f64 {
        match level {
            Level::Lower => self.levels.0,
            Level::Upper => self.levels.1,
        }
    }

    /// How many of the two levels a point is above.
    #[inline]
    pub(super) fn rank(&self, point: usize) -> u8 {
        self.heights.of(point).saturating_sub(self.below).min(2)
    }

    /// How many levels all corners of a cell are above; `None` where a line passes between them.
    pub(super) fn rank_of_all(&self, cell: usize) -> Option<u8> {
        let rank = self.rank(cell);
        let others = [Corner::Se, Corner::Nw, Corner::Ne];
        let same = |corner| self.rank(self.grid.corner(cell, corner)) == rank;
        others.into_iter().all(same).then_some(rank)
    }

    /// Whether a point belongs on the left of a line of a level: above the lower one, not above the
    /// upper one.
    fn is_left(&self, point: usize, level: Level) -> bool {
        (self.rank(point) >= level.rank()) != (level == Level::Upper)
    }

    pub(super) fn has(&self, cell: usize, mark: Mark, level: Level) -> bool {
        self.marks
            .get(cell)
            .is_some_and(|marks| marks & mark.bit(level) != 0)
    }

    fn set(&mut self, cell: usize, mark: Mark, level: Level) {
        if let Some(marks) = self.marks.get_mut(cell) {
            *marks |= mark.bit(level);
        }
    }

    pub(super) fn passed(&self, cell: usize, side: Side) -> bool {
        self.marks
            .get(cell)
            .is_some_and(|marks| marks & side.bit() != 0)
    }

    pub(super) fn pass(&mut self, Place { cell, edge }: Place) {
        let (cell, side) = match edge {
            Edge::E => (cell + 1, Side::Left),
            Edge::N => (self.grid.above(cell), Side::Lower),
            Edge::W => (cell, Side::Left),
            Edge::S => (cell, Side::Lower),
            _ => (cell, Side::Diagonal),
        };
        if let Some(marks) = self.marks.get_mut(cell) {
            *marks |= side.bit();
        }
    }

    /// More steps than any contour has.
    pub(super) fn most_steps(&self) -> usize {
        self.grid.len().saturating_mul(8)
    }

    /// Where a line that has come into a cell by an edge goes, and notes that it has been there.
    pub(super) fn turn(&mut self, place: Place, level: Level) -> Turn {
        let Place { cell, edge } = place;
        if self.has(cell, Mark::Saddle, level) {
            self.set(cell, Mark::Done, level);
            return if self.has(cell, Mark::Left, level) {
                Turn::Left
            } else {
                Turn::Right
            };
        }
        let shape = self.grid.shape(cell);
        // The ends of the edges that follow are the corners across.
        let corner = |steps| {
            let edge = shape.edge_after(edge, steps);
            self.grid.ends(Place { cell, edge }).1
        };
        if shape.is_triangle() {
            let right = self.is_left(corner(1), level);
            self.set(cell, Mark::Done, level);
            return if right { Turn::Right } else { Turn::Left };
        }
        let (right, left) = (corner(1), corner(2));
        match (self.is_left(left, level), self.is_left(right, level)) {
            (false, true) => self.saddle(place, level),
            (left, right) => {
                self.set(cell, Mark::Done, level);
                match (left, right) {
                    (false, _) => Turn::Left,
                    (true, true) => Turn::Right,
                    (true, false) => Turn::Straight,
                }
            }
        }
    }

    fn saddle(&mut self, Place { cell, edge }: Place, level: Level) -> Turn {
        let value = |corner| self.grid.value(self.grid.corner(cell, corner));
        let sum = value(Corner::Sw) + value(Corner::Se) + value(Corner::Nw) + value(Corner::Ne);
        let right = (0.25 * sum > self.value(level)) != (level == Level::Upper);
        self.set(cell, Mark::Saddle, level);
        if !right {
            self.set(cell, Mark::Left, level);
        }
        if matches!(edge, Edge::N | Edge::E) {
            self.set(cell, Mark::FromBelow, level);
        }
        if right { Turn::Right } else { Turn::Left }
    }

    /// Follows a line through the field until it comes to a border or back to its start. Gives back
    /// the edge where it ends; each edge that it leaves a cell by goes to `leave`.
    pub(super) fn follow(
        &mut self,
        mut place: Place,
        level: Level,
        start: Option<(Place, Level)>,
        mut leave: impl FnMut(Place),
    ) -> Place {
        for _ in 0..self.most_steps() {
            let turn = self.turn(place, level);
            place.edge = self.grid.shape(place.cell).exit(place.edge, turn);
            leave(place);
            if self.grid.is_border(place) {
                break;
            }
            let Some(next) = self.grid.across(place) else {
                break;
            };
            place = next;
            if start == Some((place, level)) {
                break;
            }
        }
        place
    }

    /// The edge by which a line of the lower level comes into a cell, if one does.
    fn start(&self, cell: usize) -> Option<Edge> {
        let above = |corner| self.is_left(self.grid.corner(cell, corner), Level::Lower);
        // From an edge that starts above the level and ends below it; a saddle has two.
        let comes_in = |edge: &&Edge| above(edge.ends().0) && !above(edge.ends().1);
        let mut edges = self.grid.shape(cell).ring().iter().filter(comes_in);
        let other = self.has(cell, Mark::Saddle, Level::Lower)
            && !self.has(cell, Mark::FromBelow, Level::Lower);
        let edge = if other {
            edges.next()
        } else {
            edges.next_back()
        };
        edge.copied()
    }
}

/// The lines of each level.
pub(super) fn lines(grid: &Grid, levels: &[f64]) -> Vec<Vec<Vec<Point>>> {
    let increase = levels.is_sorted_by(|a, b| a < b);
    let groups = levels.chunks(if increase { MOST } else { 1 });
    groups
        .flat_map(|levels| lines_of_group(grid, levels))
        .collect()
}

fn lines_of_group(grid: &Grid, levels: &[f64]) -> Vec<Vec<Vec<Point>>> {
    let heights = Heights::new(grid, levels);
    let cells = heights.sorted(grid, levels.len(), |_, low, high| low..high);
    let mut search = Search::new(grid, heights);
    let levels = levels.iter().zip(&cells).enumerate();
    let lines = levels.map(|(number, (&level, cells))| {
        search.begin(number, (level, level));
        lines_through(&mut search, cells)
    });
    lines.collect()
}

/// The lines through cells, which are all that the level passes through.
fn lines_through(search: &mut Search<'_>, cells: &[usize]) -> Vec<Vec<Point>> {
    let mut lines = Vec::new();
    for &cell in cells {
        from_borders(search, cell, &mut lines);
    }
    for &cell in cells {
        // Twice through a saddle.
        for _ in 0..2 {
            closed(search, cell, &mut lines);
        }
    }
    lines
}

/// The lines that start on the border of a cell that the level passes through.
fn from_borders(search: &mut Search<'_>, cell: usize, lines: &mut Vec<Vec<Point>>) {
    use Edge::{E, N, Ne, Nw, S, Se, Sw, W};
    if search.grid.shape(cell) == Shape::Nothing {
        return;
    }
    for edge in [S, W, N, E, Ne, Nw, Se, Sw] {
        if search.has(cell, Mark::Done, Level::Lower) {
            return;
        }
        let place = Place { cell, edge };
        let (start, end) = search.grid.ends(place);
        let comes_in = || search.rank(start) >= 1 && search.rank(end) < 1;
        if search.grid.is_border(place) && comes_in() {
            let (grid, level) = (search.grid, search.value(Level::Lower));
            let mut line = vec![grid.crossing(place, level)];
            search.follow(place, Level::Lower, None, |place| {
                line.push(grid.crossing(place, level));
            });
            lines.push(line);
        }
    }
}

/// A line that closes upon itself, if one that was not followed yet comes through a cell that the
/// level passes through.
fn closed(search: &mut Search<'_>, cell: usize, lines: &mut Vec<Vec<Point>>) {
    let nothing = search.grid.shape(cell) == Shape::Nothing;
    if nothing || search.has(cell, Mark::Done, Level::Lower) {
        return;
    }
    let Some(edge) = search.start(cell) else {
        return;
    };
    let (grid, level) = (search.grid, search.value(Level::Lower));
    let start = Place { cell, edge };
    let mut line = Vec::new();
    if edge != Edge::N {
        line.push(grid.crossing(start, level));
    }
    search.follow(start, Level::Lower, Some((start, Level::Lower)), |place| {
        line.push(grid.crossing(place, level));
    });
    if let (Edge::N, Some(&first)) = (edge, line.first()) {
        line.push(first);
    }
    lines.push(line);
}
