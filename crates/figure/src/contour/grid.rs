//! The grid: which cells there are, where they border on nothing, and how one gets from edge to edge.
//!
//! A cell has the number of its lower left point; the points of the last row and column have no cell.

use agg_core::Point;

/// An edge of a cell. Those of a whole cell are named by their side; the third edge of a triangle by
/// the corner that is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    E,
    N,
    W,
    S,
    Ne,
    Nw,
    Sw,
    Se,
}

/// A corner of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Corner {
    Sw,
    Se,
    Nw,
    Ne,
}

/// What there is of a cell: nothing, all, or the triangle at a corner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Shape {
    #[default]
    Nothing,
    Whole,
    Sw,
    Se,
    Nw,
    Ne,
}

/// Which way a line turns in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    Left,
    Straight,
    Right,
}

/// An edge of a certain cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) cell: usize,
    pub(super) edge: Edge,
}

impl Edge {
    const fn bit(self) -> u8 {
        1 << self as u8
    }

    /// The corners it joins, counter-clockwise around its cell.
    pub(super) fn ends(self) -> (Corner, Corner) {
        match self {
            Self::E => (Corner::Se, Corner::Ne),
            Self::N => (Corner::Ne, Corner::Nw),
            Self::W => (Corner::Nw, Corner::Sw),
            Self::S => (Corner::Sw, Corner::Se),
            Self::Ne => (Corner::Se, Corner::Nw),
            Self::Nw => (Corner::Ne, Corner::Sw),
            Self::Sw => (Corner::Nw, Corner::Se),
            Self::Se => (Corner::Sw, Corner::Ne),
        }
    }
}

impl Shape {
    /// The same where a cell with a missing corner is missing itself.
    fn whole(missing: [bool; 4]) -> Self {
        if missing.contains(&true) {
            Self::Nothing
        } else {
            Self::Whole
        }
    }

    /// What is left of a cell of which some corners (lower left, lower right, upper left, upper
    /// right) are missing: the one opposite to the only missing one.
    fn without(missing: [bool; 4]) -> Self {
        match missing {
            [false, false, false, false] => Self::Whole,
            [true, false, false, false] => Self::Ne,
            [false, true, false, false] => Self::Nw,
            [false, false, true, false] => Self::Se,
            [false, false, false, true] => Self::Sw,
            _ => Self::Nothing,
        }
    }

    /// Its edges, counter-clockwise, each from the corner where the one before ends.
    pub(super) fn ring(self) -> &'static [Edge] {
        use Edge::{E, N, Ne, Nw, S, Se, Sw, W};
        match self {
            Self::Nothing => &[],
            Self::Whole => &[E, N, W, S],
            Self::Sw => &[S, Ne, W],
            Self::Se => &[S, E, Nw],
            Self::Nw => &[N, W, Se],
            Self::Ne => &[E, N, Sw],
        }
    }

    #[inline]
    pub(super) fn has(self, edge: Edge) -> bool {
        self.edges() & edge.bit() != 0
    }

    /// The bits of its edges.
    #[inline]
    const fn edges(self) -> u8 {
        use Edge::{E, N, Ne, Nw, S, Se, Sw, W};
        match self {
            Self::Nothing => 0,
            Self::Whole => E.bit() | N.bit() | W.bit() | S.bit(),
            Self::Sw => S.bit() | Ne.bit() | W.bit(),
            Self::Se => S.bit() | E.bit() | Nw.bit(),
            Self::Nw => N.bit() | W.bit() | Se.bit(),
            Self::Ne => E.bit() | N.bit() | Sw.bit(),
        }
    }

    pub(super) fn is_triangle(self) -> bool {
        !matches!(self, Self::Nothing | Self::Whole)
    }

    /// The edge so many steps on around it.
    pub(super) fn edge_after(self, edge: Edge, steps: usize) -> Edge {
        let ring = self.ring();
        let at = ring.iter().position(|other| *other == edge).unwrap_or(0);
        ring.iter().cycle().nth(at + steps).copied().unwrap_or(edge)
    }

    /// The edge by which a line that came in by one leaves.
    pub(super) fn exit(self, edge: Edge, turn: Turn) -> Edge {
        self.edge_after(
            edge,
            match turn {
                Turn::Right => 1,
                Turn::Straight => 2,
                Turn::Left => self.ring().len().saturating_sub(1),
            },
        )
    }
}

/// What is left of a cell with one missing corner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Corners {
    /// The triangle of the others.
    #[default]
    Cut,
    /// Nothing.
    Dropped,
}

/// The points, their values, and the cells between them.
#[derive(Clone, Debug)]
pub(super) struct Grid {
    corners: Corners,
    columns: usize,
    points: Vec<Point>,
    values: Vec<f64>,
    shapes: Vec<Shape>,
    /// Whether the lower edge and the left edge of each cell are on a border.
    borders: Vec<(bool, bool)>,
    /// Whether any edge of each cell is on a border.
    rims: Vec<bool>,
    range: Option<(f64, f64)>,
    edges: [(f64, f64); 2],
}

impl Grid {
    /// The grid of points and values, row after row.
    pub(super) fn new(
        columns: usize,
        points: Vec<Point>,
        values: Vec<f64>,
        corners: Corners,
    ) -> Self {
        let shapes = shapes(columns, &values, corners);
        let borders = borders(columns, &shapes);
        Self {
            corners,
            columns,
            rims: rims(columns, &shapes, &borders),
            range: range(&values),
            edges: edges(&points),
            shapes,
            borders,
            points,
            values,
        }
    }

    /// The same points with other values.
    pub(super) fn with_values(&self, value: impl Fn(&f64) -> f64) -> Self {
        let values = self.values.iter().map(value).collect();
        Self::new(self.columns, self.points.clone(), values, self.corners)
    }

    /// The same with other cells where a corner is missing.
    pub(super) fn with_corners(&self, corners: Corners) -> Self {
        let (points, values) = (self.points.clone(), self.values.clone());
        Self::new(self.columns, points, values, corners)
    }

    /// The smallest and the largest value; `None` where there are none but gaps.
    pub(super) fn range(&self) -> Option<(f64, f64)> {
        self.range
    }

    /// The smallest and the largest x, and y, of the points; infinite the wrong way round where
    /// there are none.
    pub(super) fn edges(&self) -> [(f64, f64); 2] {
        self.edges
    }

    pub(super) fn columns(&self) -> usize {
        self.columns
    }

    /// How many points there are.
    pub(super) fn len(&self) -> usize {
        self.values.len()
    }

    pub(super) fn points(&self) -> &[Point] {
        &self.points
    }

    pub(super) fn values(&self) -> &[f64] {
        &self.values
    }

    pub(super) fn value(&self, point: usize) -> f64 {
        self.values.get(point).copied().unwrap_or(f64::NAN)
    }

    pub(super) fn point(&self, point: usize) -> Point {
        self.points.get(point).copied().unwrap_or_default()
    }

    #[inline]
    pub(super) fn shape(&self, cell: usize) -> Shape {
        self.shapes.get(cell).copied().unwrap_or_default()
    }

    /// The number of a cell's corner.
    #[inline]
    pub(super) fn corner(&self, cell: usize, corner: Corner) -> usize {
        match corner {
            Corner::Sw => cell,
            Corner::Se => cell + 1,
            Corner::Nw => cell + self.columns,
            Corner::Ne => cell + self.columns + 1,
        }
    }

    /// The points at the ends of an edge.
    pub(super) fn ends(&self, Place { cell, edge }: Place) -> (usize, usize) {
        let (start, end) = edge.ends();
        (self.corner(cell, start), self.corner(cell, end))
    }

    /// The point below.
    pub(super) fn below(&self, point: usize) -> Option<usize> {
        point.checked_sub(self.columns)
    }

    /// The cell above.
    pub(super) fn above(&self, cell: usize) -> usize {
        cell + self.columns
    }

    #[inline]
    fn lower_border(&self, cell: usize) -> bool {
        self.borders.get(cell).is_some_and(|(lower, _)| *lower)
    }

    #[inline]
    fn left_border(&self, cell: usize) -> bool {
        self.borders.get(cell).is_some_and(|(_, left)| *left)
    }

    /// Whether there is nothing on the other side of some edge of a cell.
    pub(super) fn is_rim(&self, cell: usize) -> bool {
        self.rims.get(cell).is_some_and(|rim| *rim)
    }

    /// Whether there is nothing on the other side of an edge.
    pub(super) fn is_border(&self, Place { cell, edge }: Place) -> bool {
        match edge {
            Edge::E => self.left_border(cell + 1),
            Edge::N => self.lower_border(cell + self.columns),
            Edge::W => self.left_border(cell),
            Edge::S => self.lower_border(cell),
            diagonal => self.shape(cell).has(diagonal),
        }
    }

    /// The same edge, as the cell on its other side sees it.
    pub(super) fn across(&self, Place { cell, edge }: Place) -> Option<Place> {
        let (cell, edge) = match edge {
            Edge::E => (cell + 1, Edge::W),
            Edge::N => (cell + self.columns, Edge::S),
            Edge::W => (cell.checked_sub(1)?, Edge::E),
            Edge::S => (cell.checked_sub(self.columns)?, Edge::N),
            _ => return None,
        };
        Some(Place { cell, edge })
    }

    /// The next edge along a border: of those that start where this one ends, the one most to the
    /// left.
    pub(super) fn next_on_border(&self, place: Place) -> Option<Place> {
        let point = self.ends(place).1;
        // The edges that start at a point, clockwise from the diagonal to the lower left.
        let around = [
            (self.columns + 1, Edge::Nw),
            (self.columns + 1, Edge::N),
            (1, Edge::Ne),
            (1, Edge::E),
            (0, Edge::Se),
            (0, Edge::S),
            (self.columns, Edge::Sw),
            (self.columns, Edge::W),
        ];
        let first = match place.edge {
            Edge::E => 0,
            Edge::Se => 1,
            Edge::S => 2,
            Edge::Sw => 3,
            Edge::W => 4,
            Edge::Nw => 5,
            Edge::N => 6,
            Edge::Ne => 7,
        };
        let turns = around.iter().cycle().skip(first).take(around.len());
        let mut places = turns.filter_map(|&(back, edge)| {
            let cell = point.checked_sub(back)?;
            Some(Place { cell, edge })
        });
        places.find(|place| self.is_border(*place))
    }

    /// The point on an edge where the field has a value, if it changes evenly along it.
    pub(super) fn crossing(&self, place: Place, level: f64) -> Point {
        let (start, end) = self.ends(place);
        let share = (self.value(end) - level) / (self.value(end) - self.value(start));
        let (a, b) = (self.point(start), self.point(end));
        Point::new(
            a.x * share + b.x * (1.0 - share),
            a.y * share + b.y * (1.0 - share),
        )
    }
}

/// What there is of each cell.
fn shapes(columns: usize, values: &[f64], corners: Corners) -> Vec<Shape> {
    let left = match corners {
        Corners::Cut => Shape::without,
        Corners::Dropped => Shape::whole,
    };
    let mut shapes = vec![Shape::Nothing; values.len()];
    let columns = columns.max(1);
    let rows = values.chunks(columns).zip(values.chunks(columns).skip(1));
    let whole = values
        .iter()
        .fold(true, |whole, value| whole & value.is_finite());
    for (shapes, (low, high)) in shapes.chunks_mut(columns).zip(rows) {
        if let (true, Some((_, shapes))) = (whole, shapes.split_last_mut()) {
            shapes.fill(Shape::Whole);
            continue;
        }
        let corners = low.windows(2).zip(high.windows(2));
        for (shape, (low, high)) in shapes.iter_mut().zip(corners) {
            if let ([sw, se], [nw, ne]) = (low, high) {
                *shape = left([sw, se, nw, ne].map(|value| !value.is_finite()));
            }
        }
    }
    shapes
}

/// Whether the lower edge and the left edge of each cell are on a border.
fn borders(columns: usize, shapes: &[Shape]) -> Vec<(bool, bool)> {
    let before = |cell: usize, count: usize| {
        let other = cell.checked_sub(count).and_then(|cell| shapes.get(cell));
        other.copied().unwrap_or_default()
    };
    let border = |(cell, shape): (usize, &Shape)| {
        let (below, left) = (before(cell, columns), before(cell, 1));
        (
            shape.has(Edge::S) != below.has(Edge::N),
            shape.has(Edge::W) != left.has(Edge::E),
        )
    };
    shapes.iter().enumerate().map(border).collect()
}

/// Whether any edge of each cell is on a border.
fn rims(columns: usize, shapes: &[Shape], borders: &[(bool, bool)]) -> Vec<bool> {
    let none = || std::iter::repeat(false);
    let right = borders.iter().skip(1).map(|(_, left)| *left).chain(none());
    let above = borders.iter().skip(columns).map(|(lower, _)| *lower);
    let others = right.zip(above.chain(none()));
    let cells = shapes.iter().zip(borders).zip(others);
    let rims = cells.map(|((shape, (lower, left)), (right, above))| match shape {
        Shape::Nothing => false,
        Shape::Whole => lower | left | right | above,
        // The diagonal is.
        _ => true,
    });
    rims.collect()
}

/// The least and the largest of numbers that are finite.
fn range(values: &[f64]) -> Option<(f64, f64)> {
    let (low, high) = ends(values.iter().copied());
    (low <= high).then_some((low, high))
}

/// The same, infinite the wrong way round for none.
fn ends(values: impl Iterator<Item = f64>) -> (f64, f64) {
    let none = (f64::INFINITY, f64::NEG_INFINITY);
    values.fold(none, |(low, high), value| {
        let counts = value.is_finite();
        (
            if counts & (value < low) { value } else { low },
            if counts & (value > high) { value } else { high },
        )
    })
}

fn edges(points: &[Point]) -> [(f64, f64); 2] {
    let finite = || points.iter().filter(|point| point.is_finite());
    [ends(finite().map(|p| p.x)), ends(finite().map(|p| p.y))]
}
