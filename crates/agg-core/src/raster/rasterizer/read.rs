//! Reading paths: from elements to points, and from points to edges.
//!
//! The points of a contour wait until it ends or there are many of them: four that are rounded
//! together take little longer than one.

use crate::geometry::{Affine, Point, Transform, all_finite};
use crate::limits::Limit;
use crate::path::{
    Flatten, Flattener, Line, Path, PathEl, Pen, Run, Sink, Step, Stroke, stroke_into,
};
use crate::raster::Rasterizer;

/// So many points wait at most.
const MOST_AHEAD: usize = 256;
/// So many lines are added one by one where some are not inside.
const FEW: usize = 8;
/// So many lines are looked at at once, so that edges are poured in time.
const MOST_INSIDE: usize = 1 << 12;

/// Follows a path that is added.
struct Reader {
    flattener: Flattener,
    pen: Pen,
}

impl Default for Reader {
    fn default() -> Self {
        Self {
            flattener: Flattener::new(&Flatten::default()),
            pen: Pen::default(),
        }
    }
}

/// An outline on its way into a rasterizer.
struct Outline<'r> {
    rasterizer: &'r mut Rasterizer,
    reader: Reader,
    map: Affine,
}

impl Sink for Outline<'_> {
    #[inline(always)]
    fn element(&mut self, element: PathEl) {
        let element = element.map(|p| self.map.apply(p));
        self.rasterizer.read(&mut self.reader, element);
    }

    #[inline(always)]
    fn lines(&mut self, ends: &[Point]) {
        self.rasterizer.read_lines(&mut self.reader, ends, self.map);
    }
}

impl Rasterizer {
    /// Adds a path to the shape.
    pub fn add(&mut self, path: impl IntoIterator<Item = PathEl>) {
        if self.clip.is_empty() {
            return;
        }
        let mut reader = Reader::default();
        path.into_iter().fold(
            (),
            #[inline(always)]
            |(), element| self.read(&mut reader, element),
        );
        self.close(reader.pen.subpath());
        self.flush();
    }

    /// Adds a path sent through a map: what [`add`](Self::add) does for its elements, in less time.
    pub(crate) fn add_mapped(&mut self, path: &Path, map: Affine) {
        if self.clip.is_empty() {
            return;
        }
        let mut reader = Reader::default();
        path.for_each_run(
            #[inline(always)]
            |run| match run {
                Run::Lines(ends) => self.read_lines(&mut reader, ends, map),
                Run::Element(element) => self.read(&mut reader, element.map(|p| map.apply(p))),
            },
        );
        self.close(reader.pen.subpath());
        self.flush();
    }

    /// Adds what a pen leaves along a path of straight segments: what [`add`](Self::add) does for
    /// [`stroked`](crate::PathIterator::stroked), in less time.
    pub fn add_stroke(&mut self, line: impl IntoIterator<Item = PathEl>, pen: &Stroke) {
        self.add_stroke_mapped(line.into_iter(), pen, Affine::IDENTITY);
    }

    /// The same, the outline sent through a map.
    pub(crate) fn add_stroke_mapped(&mut self, line: impl Line, pen: &Stroke, map: Affine) {
        if self.clip.is_empty() {
            return;
        }
        let mut reader = std::mem::take(&mut self.stroked);
        let mut outline = Outline {
            rasterizer: self,
            reader: Reader::default(),
            map,
        };
        stroke_into(line, pen, &mut reader, &mut outline);
        let end = outline.reader.pen.subpath();
        self.stroked = reader;
        self.close(end);
        self.flush();
    }

    /// Reads straight segments to points sent through a map, many at a time where all are finite.
    fn read_lines(&mut self, reader: &mut Reader, ends: &[Point], map: Affine) {
        let mut rest = ends;
        while !rest.is_empty() {
            if self.ahead.len() >= MOST_AHEAD {
                self.flush();
            }
            let before = self.ahead.len();
            let (some, others) = rest.split_at(rest.len().min(MOST_AHEAD - before));
            rest = others;
            self.ahead.extend(some.iter().map(|&p| map.apply(p)));
            let new = self.ahead.get(before..).unwrap_or_default();
            let drawn = all_finite(new);
            let last = new.last().map(|&p| PathEl::LineTo(p));
            if !drawn || last.and_then(|line| reader.pen.draws(line)).is_none() {
                self.ahead.truncate(before);
                for &p in some {
                    self.read(reader, PathEl::LineTo(map.apply(p)));
                }
            }
        }
    }

    /// Adds a polygon: what [`add`](Self::add) does for a path of straight lines, in less time. One
    /// with a corner that is not finite is left out.
    pub fn add_polygon(&mut self, corners: &[Point]) {
        let [.., last] = corners else {
            return;
        };
        if self.clip.is_empty() || !all_finite(corners) {
            return;
        }
        self.clipper.move_to(*last);
        self.lines_to(corners);
    }

    #[inline(always)]
    fn read(&mut self, reader: &mut Reader, element: PathEl) {
        if let PathEl::LineTo(p) = element
            && reader.pen.draws(element).is_some()
        {
            return self.later(p);
        }
        if let PathEl::QuadTo(..) | PathEl::CurveTo(..) = element
            && let Some(from) = reader.pen.draws(element)
        {
            let flattener = &reader.flattener;
            return flattener.segment(from, element, &mut |p| self.later(p));
        }
        self.begin_or_end(&mut reader.pen, element);
    }

    #[inline(never)]
    fn begin_or_end(&mut self, pen: &mut Pen, element: PathEl) {
        self.close(pen.subpath());
        if let Step::Start(p) = pen.step(element) {
            self.flush();
            self.clipper.move_to(p);
        }
    }

    /// Closes a subpath, given its start and where it has come to.
    fn close(&mut self, subpath: Option<(Point, Point)>) {
        if let Some((start, end)) = subpath
            && start != end
        {
            self.later(start);
        }
    }

    #[inline(always)]
    fn later(&mut self, p: Point) {
        if self.ahead.len() >= MOST_AHEAD {
            self.flush();
        }
        self.ahead.push(p);
    }

    /// Adds the lines to points that have waited.
    #[inline(never)]
    fn flush(&mut self) {
        let mut ahead = std::mem::take(&mut self.ahead);
        self.lines_to(&ahead);
        ahead.clear();
        self.ahead = ahead;
    }

    /// Adds lines to finite points, one after the other.
    pub(super) fn lines_to(&mut self, points: &[Point]) {
        let mut rest = points;
        while !rest.is_empty() {
            let (_, others) = rest.split_at(self.lines_inside(rest));
            let (few, others) = others.split_at(others.len().min(FEW));
            few.iter().for_each(|&p| self.line_to(p));
            rest = others;
        }
    }

    /// Adds lines to points as long as all of the way is inside of the clip box; returns how many
    /// points that were. Where lines are counted it may be none.
    fn lines_inside(&mut self, points: &[Point]) -> usize {
        if self.meter.is_some() || self.count.is_some() {
            return 0;
        }
        let points = points.get(..MOST_INSIDE).unwrap_or(points);
        let inside = self
            .clipper
            .lines_inside(self.level, points, &mut self.edges);
        self.pour_if_many();
        inside
    }

    fn line_to(&mut self, p: Point) {
        if let Some(meter) = &self.meter
            && !meter.spend(Limit::Elements, 1)
        {
            return;
        }
        match self.clipper.line_inside(p) {
            Some(edge) => self.keep(edge),
            None => self.line_across(p),
        }
    }
}
