//! Regions between two levels.

use std::cmp::Ordering;

use agg_core::Point;

use crate::contour::Region;
use crate::contour::grid::{Corner, Edge, Grid, Place, Shape};
use crate::contour::height::{Heights, MOST};
use crate::contour::trace::{Level, Mark, Search, Side};

/// What a border of a region runs along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Along {
    /// The border of the field.
    Border,
    /// A level, through the field.
    Level,
}

/// Whether the border is of a region or of a hole in one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Of {
    Region,
    Hole,
}

/// Where a border starts.
#[derive(Clone, Copy, Debug)]
struct Start {
    place: Place,
    level: Level,
    along: Along,
}

/// The regions of a grid above one level and up to another.
pub(super) fn regions(grid: &Grid, (above, up_to): (f64, f64)) -> Vec<Region> {
    let levels: &[f64] = match above.partial_cmp(&up_to) {
        Some(Ordering::Less) => &[above, up_to],
        // What is above the second one is above both.
        Some(Ordering::Greater) => &[up_to, up_to],
        Some(Ordering::Equal) => &[above],
        None if above.is_nan() => &[up_to, up_to],
        None => &[above],
    };
    let heights = Heights::new(grid, levels);
    let mut layers = between(grid, heights, &[(above, up_to)]);
    layers.pop().unwrap_or_default()
}

/// The regions above each level and up to the next.
pub(super) fn layers(grid: &Grid, levels: &[f64]) -> Vec<Vec<Region>> {
    let pairs = levels.windows(2);
    let pairs = pairs.filter_map(|pair| Some((*pair.first()?, *pair.last()?)));
    let pairs: Vec<(f64, f64)> = pairs.collect();
    if !levels.is_sorted_by(|a, b| a < b) {
        return pairs.into_iter().map(|pair| regions(grid, pair)).collect();
    }
    let groups = pairs.chunks(MOST - 1).enumerate();
    let layers = groups.flat_map(|(i, pairs)| {
        let levels = levels.iter().skip(i * (MOST - 1)).take(pairs.len() + 1);
        let levels: Vec<f64> = levels.copied().collect();
        between(grid, Heights::new(grid, &levels), pairs)
    });
    layers.collect()
}

/// The regions between the levels of each pair, the pairs being one above the other.
fn between(grid: &Grid, heights: Heights, pairs: &[(f64, f64)]) -> Vec<Vec<Region>> {
    let cells = heights.sorted(grid, pairs.len(), |cell, low, high| {
        // Between the levels, regions have borders only where the field has.
        if low < high || grid.is_rim(cell) {
            low.saturating_sub(1)..high
        } else {
            0..0
        }
    });
    let mut filler = Filler {
        search: Search::new(grid, heights),
        owners: Owners::new(grid.len()),
        regions: Vec::new(),
    };
    let layers = pairs.iter().zip(&cells).enumerate();
    let layers = layers.map(|(number, (&levels, cells))| {
        filler.search.begin(number, levels);
        filler.fill(cells)
    });
    layers.collect()
}

struct Filler<'g> {
    search: Search<'g>,
    owners: Owners,
    regions: Vec<Region>,
}

/// The region whose border was first to pass the left of each point.
struct Owners {
    /// The number of the region counted through all layers from 1 on, 0 for none.
    numbers: Vec<usize>,
    /// The regions of the layers before, whose points are free again.
    before: usize,
}

impl Owners {
    fn new(points: usize) -> Self {
        Self {
            numbers: vec![0; points],
            before: 0,
        }
    }

    /// The number of the region that a point belongs to.
    fn of(&self, point: usize) -> Option<usize> {
        self.numbers.get(point)?.checked_sub(self.before + 1)
    }

    /// Gives a point to a region, unless it belongs to one.
    fn own(&mut self, point: usize, number: usize) {
        let free = self.before;
        if let Some(owner) = self.numbers.get_mut(point).filter(|owner| **owner <= free) {
            *owner = free + 1 + number;
        }
    }
}

impl Filler<'_> {
    /// The regions of a layer, given the cells where their borders may start.
    fn fill(&mut self, cells: &[usize]) -> Vec<Region> {
        for &cell in cells {
            if self.search.grid.shape(cell) != Shape::Nothing {
                self.visit(cell);
            }
        }
        self.owners.before += self.regions.len();
        std::mem::take(&mut self.regions)
    }

    /// Follows the borders that start in a cell. The order matters: what lies lower comes first, so
    /// that the owner of a hole is known when the hole is met.
    fn visit(&mut self, cell: usize) {
        let grid = self.search.grid;
        let shape = grid.shape(cell);
        let all = self.search.rank_of_all(cell);
        if matches!(all, Some(0 | 2)) {
            return;
        }
        for (edge, side) in [(Edge::S, Side::Lower), (Edge::W, Side::Left)] {
            if grid.is_border(Place { cell, edge }) && shape.has(edge) {
                self.start_on_border(cell, edge, side);
            }
        }
        match shape {
            Shape::Sw => self.hole_on_diagonal(cell),
            Shape::Nw => self.across(
                cell,
                [Corner::Nw, Corner::Sw],
                (Edge::N, Edge::Se),
                Cross::Always,
            ),
            Shape::Se => self.across(
                cell,
                [Corner::Sw, Corner::Se],
                (Edge::Nw, Edge::E),
                Cross::Always,
            ),
            Shape::Ne => self.start_on_border(cell, Edge::Sw, Side::Diagonal),
            Shape::Whole | Shape::Nothing => {}
        }
        if all.is_none() && matches!(shape, Shape::Whole | Shape::Ne) {
            self.across(
                cell,
                [Corner::Nw, Corner::Se],
                (Edge::N, Edge::E),
                Cross::UnlessSaddle,
            );
        }
        let upper = Place {
            cell,
            edge: Edge::N,
        };
        if grid.is_border(upper)
            && shape.has(Edge::N)
            && !self.search.passed(grid.above(cell), Side::Lower)
            && self.rank(cell, Corner::Nw) == 1
            && self.rank(cell, Corner::Ne) == 1
        {
            self.begin(upper, Level::Lower, Of::Hole, Along::Border);
        }
    }

    fn rank(&self, cell: usize, corner: Corner) -> u8 {
        self.search.rank(self.search.grid.corner(cell, corner))
    }

    /// The regions that start on an edge of the border: into the field along a level, or along the
    /// border itself.
    fn start_on_border(&mut self, cell: usize, edge: Edge, side: Side) {
        let place = Place { cell, edge };
        let (start, end) = self.search.grid.ends(place);
        let (start, end) = (self.search.rank(start), self.search.rank(end));
        let begins = match (start, end) {
            (1.., 0) => Some((Level::Lower, Along::Level)),
            (..2, 2) => Some((Level::Upper, Along::Level)),
            (..=1, 1) => Some((Level::Lower, Along::Border)),
            (2, 1) => Some((Level::Upper, Along::Border)),
            _ => None,
        };
        if let Some((level, along)) = begins.filter(|_| !self.search.passed(cell, side)) {
            self.begin(place, level, Of::Region, along);
        }
    }

    fn hole_on_diagonal(&mut self, cell: usize) {
        let inside = self.rank(cell, Corner::Nw) == 1 && self.rank(cell, Corner::Se) == 1;
        if inside && !self.search.passed(cell, Side::Diagonal) {
            let place = Place {
                cell,
                edge: Edge::Ne,
            };
            self.begin(place, Level::Lower, Of::Hole, Along::Border);
        }
    }

    /// The borders that cut off the upper right corner of a cell from two others: around a region
    /// they come in by the first edge, around a hole by the second.
    fn across(&mut self, cell: usize, others: [Corner; 2], edges: (Edge, Edge), cross: Cross) {
        let others = others.map(|corner| self.rank(cell, corner));
        let last = self.rank(cell, Corner::Ne);
        type Is = fn(u8) -> bool;
        let (below, above): (Is, Is) = (|rank| rank == 0, |rank| rank >= 1);
        let (under, over): (Is, Is) = (|rank| rank < 2, |rank| rank == 2);
        let tries = [
            (below, above, Level::Lower, Of::Region),
            (under, over, Level::Upper, Of::Hole),
            (over, under, Level::Upper, Of::Region),
            (above, below, Level::Lower, Of::Hole),
        ];
        for (these, that, level, of) in tries {
            let cuts_off = others.into_iter().all(these) && that(last);
            if cuts_off
                && !self.search.has(cell, Mark::Done, level)
                && cross.allows(&self.search, cell, level, of)
            {
                let edge = match of {
                    Of::Region => edges.0,
                    Of::Hole => edges.1,
                };
                self.begin(Place { cell, edge }, level, of, Along::Level);
            }
        }
    }

    /// Follows a border from its start until it comes back to it.
    fn begin(&mut self, place: Place, level: Level, of: Of, along: Along) {
        let start = Start {
            place,
            level,
            along,
        };
        let owner = match of {
            Of::Hole => self.owner(place.cell + 1),
            Of::Region => None,
        };
        let number = owner.unwrap_or(self.regions.len());
        let border = self.follow(start, number);
        if let Some(region) = owner.and_then(|owner| self.regions.get_mut(owner)) {
            region.holes.push(border);
        } else {
            self.regions.push(Region {
                outline: border,
                holes: Vec::new(),
            });
        }
    }

    /// The region that a hole is in which was met at a point: the next one below.
    fn owner(&self, point: usize) -> Option<usize> {
        let mut at = Some(point);
        while let Some(point) = at {
            if let Some(owner) = self.owners.of(point) {
                return Some(owner);
            }
            at = self.search.grid.below(point);
        }
        None
    }

    fn follow(&mut self, start: Start, number: usize) -> Vec<Point> {
        let mut border = Vec::new();
        let (mut place, mut level, mut along) = (start.place, start.level, start.along);
        for _ in 0..self.search.most_steps() {
            match along {
                Along::Level => {
                    place = self.along_level(place, level, start, (number, &mut border));
                }
                Along::Border => {
                    (place, level) = self.along_border(place, level, start, (number, &mut border));
                }
            }
            if place == start.place && (along == Along::Border || level == start.level) {
                break;
            }
            along = match along {
                Along::Level => Along::Border,
                Along::Border => Along::Level,
            };
        }
        border
    }

    fn along_level(
        &mut self,
        place: Place,
        level: Level,
        start: Start,
        (number, border): (usize, &mut Vec<Point>),
    ) -> Place {
        let (grid, value) = (self.search.grid, self.search.value(level));
        let owners = &mut self.owners;
        self.search
            .follow(place, level, Some((start.place, start.level)), |place| {
                match place.edge {
                    Edge::E => owners.own(place.cell + 1, number),
                    Edge::W => owners.own(place.cell, number),
                    _ => {}
                }
                border.push(grid.crossing(place, value));
            })
    }

    /// Follows the border of the field until a level crosses it, or the start is reached again.
    fn along_border(
        &mut self,
        mut place: Place,
        mut level: Level,
        start: Start,
        (number, border): (usize, &mut Vec<Point>),
    ) -> (Place, Level) {
        let grid = self.search.grid;
        for step in 0..self.search.most_steps() {
            let (from, to) = grid.ends(place);
            let crossed = crossing(level, self.search.rank(from), self.search.rank(to));
            if step > 0 && crossed.is_none() && place == start.place {
                break;
            }
            self.search.pass(place);
            if let Some(crossed) = crossed {
                level = crossed;
                border.push(grid.crossing(place, self.search.value(level)));
                break;
            }
            let Some(next) = grid.next_on_border(place) else {
                break;
            };
            place = next;
            self.own_edge(place, number);
            border.push(grid.point(to));
        }
        (place, level)
    }

    fn own_edge(&mut self, Place { cell, edge }: Place, number: usize) {
        let shape = self.search.grid.shape(cell);
        match edge {
            Edge::W | Edge::Sw | Edge::S | Edge::Se if shape != Shape::Se => {
                self.owners.own(cell, number);
            }
            Edge::E | Edge::Ne | Edge::N | Edge::Nw if shape != Shape::Sw => {
                self.owners.own(cell + 1, number);
            }
            _ => {}
        }
    }
}

/// The level at which a border edge leaves the range between the levels, if it does.
fn crossing(level: Level, from: u8, to: u8) -> Option<Level> {
    let most = match level {
        Level::Lower => 1,
        Level::Upper => 2,
    };
    if from <= most && to == 2 {
        Some(Level::Upper)
    } else if from >= 1 && to == 0 {
        Some(Level::Lower)
    } else {
        None
    }
}

/// Which of the borders across a cell can be followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cross {
    Always,
    /// None that a saddle leads elsewhere.
    UnlessSaddle,
}

impl Cross {
    fn allows(self, search: &Search<'_>, cell: usize, level: Level, of: Of) -> bool {
        let left = search.has(cell, Mark::Left, level);
        match self {
            Self::UnlessSaddle if search.has(cell, Mark::Saddle, level) => {
                left == (of == Of::Region)
            }
            _ => true,
        }
    }
}
