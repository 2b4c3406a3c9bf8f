//! The distance from an outline.

use crate::geometry::{Point, Rect};
use crate::path::{Path, PathEl, PathIterator};
use crate::pixel::unit;
use std::sync::Arc;

/// Distances from the outline of a path, on a grid.
///
/// The grid has one cell a unit, or fewer where the path is so large that they would be more than
/// four million; in between, distances are interpolated. Farther out they go on growing.
#[derive(Clone, Debug, PartialEq)]
pub struct Contour {
    field: Option<Arc<Field>>,
    reach: f64,
}

#[derive(Debug, PartialEq)]
struct Field {
    /// The corner of the grid's first cell.
    origin: Point,
    /// The side of a cell.
    cell: f64,
    width: usize,
    height: usize,
    distances: Vec<f32>,
}

/// So many cells are the most: 16 MB.
const MOST_CELLS: f64 = (1 << 22) as f64;
/// And so many in one row or column.
const LONGEST: f64 = (1 << 20) as f64;

impl Contour {
    pub(super) fn new(path: &Path, reach: f64) -> Self {
        let lines: Vec<PathEl> = path.elements().flattened(0.1).collect();
        let field = Field::new(&lines, reach.abs()).map(Arc::new);
        Self { field, reach }
    }

    /// The distance at which the gradient ends.
    #[must_use]
    pub fn reach(&self) -> f64 {
        self.reach
    }

    /// How far a point is from the outline; the end of the gradient where there is no outline.
    #[must_use]
    pub fn distance(&self, at: Point) -> f64 {
        let field = self.field.as_deref();
        field.map_or(self.reach, |field| field.distance(at))
    }
}

/// A piece of the outline, in cells.
#[derive(Clone, Copy, Debug)]
struct Segment {
    from: Point,
    along: Point,
}

impl Segment {
    fn distance(&self, at: Point) -> f64 {
        let to = at - self.from;
        let squared = self.along.x * self.along.x + self.along.y * self.along.y;
        let t = (to.x * self.along.x + to.y * self.along.y) / squared;
        // Where the segment is a point, `t` is no number and becomes 0.
        at.distance(self.from + self.along * unit(t))
    }
}

impl Field {
    fn new(lines: &[PathEl], reach: f64) -> Option<Self> {
        let points = lines.iter().filter_map(PathEl::end);
        let bounds = Rect::bounding(points)?.inflated(reach.min(1e6) + 1.0);
        let (width, height) = (bounds.width(), bounds.height());
        let cell = (width * height / MOST_CELLS).sqrt();
        let cell = cell.max(width.max(height) / LONGEST).max(1.0);
        if !cell.is_finite() {
            return None;
        }
        let mut field = Self {
            origin: Point::new(bounds.x0, bounds.y0),
            cell,
            width: (width / cell).ceil() as usize + 2,
            height: (height / cell).ceil() as usize + 2,
            distances: Vec::new(),
        };
        let segments = field.segments(lines);
        let mut nearest = field.seed(&segments);
        field.spread(&mut nearest);
        field.measure(&segments, &nearest);
        Some(field)
    }

    fn segments(&self, lines: &[PathEl]) -> Vec<Segment> {
        let grid = |p: Point| (p - self.origin) * (1.0 / self.cell);
        let mut segments = Vec::new();
        let (mut start, mut last) = (None, None);
        for element in lines {
            let end = element.end();
            if let PathEl::MoveTo(p) = *element {
                (start, last) = (Some(p), Some(p));
                continue;
            }
            // A closing element has no end of its own but goes back to the start.
            let to = end.or(start);
            if let (Some(from), Some(to)) = (last.or(end), to) {
                let (from, to) = (grid(from), grid(to));
                if from.is_finite() && to.is_finite() {
                    segments.push(Segment {
                        from,
                        along: to - from,
                    });
                }
            }
            last = to;
        }
        segments
    }

    /// For each cell that the outline passes, which segment does; `u32::MAX` elsewhere.
    fn seed(&self, segments: &[Segment]) -> Vec<u32> {
        let mut nearest = vec![u32::MAX; self.width * self.height];
        for (segment, id) in segments.iter().zip(0..) {
            let along = segment.along;
            let steps = (along.x.abs().max(along.y.abs()).ceil() as usize).max(1);
            for i in 0..=steps {
                let p = segment.from + along * (i as f64 / steps as f64);
                let (x, y) = ((p.x + 0.5) as usize, (p.y + 0.5) as usize);
                if x < self.width
                    && let Some(cell) = nearest.get_mut(y * self.width + x)
                {
                    *cell = id;
                }
            }
        }
        nearest
    }

    /// Gives every cell the segment of the nearest cell that has one, columns first, then rows.
    fn spread(&self, nearest: &mut [u32]) {
        let mut squared: Vec<f32> = nearest
            .iter()
            .map(|&id| if id == u32::MAX { f32::INFINITY } else { 0.0 })
            .collect();
        let mut envelope = Envelope::default();
        let mut line = Vec::new();
        for x in 0..self.width {
            let column = squared.iter().zip(nearest.iter()).skip(x);
            line.clear();
            line.extend(column.step_by(self.width).map(|(&d, &id)| (d, id)));
            envelope.lower(&mut line);
            let column = squared.iter_mut().zip(nearest.iter_mut()).skip(x);
            for ((d, id), &new) in column.step_by(self.width).zip(&line) {
                (*d, *id) = new;
            }
        }
        let rows = squared.chunks_exact(self.width);
        for (squared, nearest) in rows.zip(nearest.chunks_exact_mut(self.width)) {
            line.clear();
            line.extend(squared.iter().zip(nearest.iter()).map(|(&d, &id)| (d, id)));
            envelope.lower(&mut line);
            nearest
                .iter_mut()
                .zip(&line)
                .for_each(|(id, new)| *id = new.1);
        }
    }

    fn measure(&mut self, segments: &[Segment], nearest: &[u32]) {
        let width = self.width;
        let distance = |(i, &id): (usize, &u32)| {
            let at = Point::new((i % width) as f64, (i / width) as f64);
            let segment = segments.get(id as usize);
            segment.map_or(f32::MAX, |segment| segment.distance(at) as f32)
        };
        self.distances = nearest.iter().enumerate().map(distance).collect();
    }

    fn distance(&self, at: Point) -> f64 {
        let p = (at - self.origin) * (1.0 / self.cell);
        let (right, bottom) = ((self.width - 1) as f64, (self.height - 1) as f64);
        let (x, y) = (p.x.clamp(0.0, right), p.y.clamp(0.0, bottom));
        let beyond = p.distance(Point::new(x, y));
        let (column, row) = (x as usize, y as usize);
        let (fx, fy) = (x - column as f64, y - row as f64);
        let value = |dx: usize, dy: usize| {
            let (x, y) = (
                (column + dx).min(self.width - 1),
                (row + dy).min(self.height - 1),
            );
            f64::from(
                self.distances
                    .get(y * self.width + x)
                    .copied()
                    .unwrap_or(0.0),
            )
        };
        let upper = value(0, 0) * (1.0 - fx) + value(1, 0) * fx;
        let lower = value(0, 1) * (1.0 - fx) + value(1, 1) * fx;
        (upper * (1.0 - fy) + lower * fy + beyond) * self.cell
    }
}

/// Felzenszwalb and Huttenlocher's distance transform of one line: the lower envelope of a parabola
/// over each point that has a value.
#[derive(Default)]
struct Envelope {
    /// The parabolas that are lowest somewhere: place, height, from where on, whose.
    parabolas: Vec<(f64, f64, f64, u32)>,
}

impl Envelope {
    fn lower(&mut self, line: &mut [(f32, u32)]) {
        self.parabolas.clear();
        for (x, &(value, id)) in line.iter().enumerate() {
            if value.is_finite() {
                self.add(x as f64, f64::from(value), id);
            }
        }
        let mut at = 0;
        for (x, value) in line.iter_mut().enumerate() {
            let x = x as f64;
            while self.parabolas.get(at + 1).is_some_and(|next| next.2 < x) {
                at += 1;
            }
            if let Some(&(center, height, _, id)) = self.parabolas.get(at) {
                *value = (((x - center) * (x - center) + height) as f32, id);
            }
        }
    }

    fn add(&mut self, x: f64, value: f64, id: u32) {
        let mut from = f64::NEG_INFINITY;
        while let Some(&(center, height, start, _)) = self.parabolas.last() {
            from = ((value + x * x) - (height + center * center)) / (2.0 * (x - center));
            if from > start {
                break;
            }
            self.parabolas.pop();
            from = f64::NEG_INFINITY;
        }
        self.parabolas.push((x, value, from, id));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_from_a_square_are_exact_on_both_sides() {
        let square = Path::rectangle(Rect::new(10.0, 10.0, 50.0, 50.0));
        let contour = Contour::new(&square, 30.0);
        for (at, distance) in [
            ((30.0, 10.0), 0.0),
            ((30.0, 30.0), 20.0),
            ((15.0, 30.0), 5.0),
            ((4.0, 30.0), 6.0),
            ((2.0, 4.0), 10.0),
        ] {
            let found = contour.distance(at.into());
            assert!((found - distance).abs() < 0.1, "{at:?}: {found}");
        }
    }

    #[test]
    fn hostile_outlines_have_a_distance_everywhere() {
        let far = Path::polygon([(0.0, 0.0), (1e300, 5.0), (f64::NAN, 2.0)]);
        for path in [Path::new(), far, Path::polygon([(3.0, 3.0)])] {
            for reach in [0.0, 10.0, f64::NAN, f64::INFINITY] {
                let contour = Contour::new(&path, reach);
                let distances =
                    [Point::new(1e300, f64::NAN), Point::ORIGIN].map(|p| contour.distance(p));
                assert!(!distances.iter().any(|d| *d < 0.0), "{distances:?}");
            }
        }
    }
}
