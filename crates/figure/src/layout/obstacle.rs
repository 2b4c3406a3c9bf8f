//! What a legend had better not cover.

use agg_core::{Path, PathEl, Point, Rect, Transform};

use crate::artist::{AnyArtist, Common, Shape, Shapes};
use crate::axes::Axes;
use crate::layout::{AxesLayout, Page};

/// The lines, points and boxes of a plot, in pixels.
#[derive(Debug, Default)]
pub(crate) struct Obstacles {
    lines: Vec<Vec<Point>>,
    points: Vec<Point>,
    boxes: Vec<Rect>,
}

impl Obstacles {
    /// Of all artists but images, meshes and bundles of lines.
    pub(crate) fn new(axes: &Axes, layout: &AxesLayout, page: Page) -> Self {
        let mut all = Self::default();
        for (number, artist) in axes.artists.iter().enumerate() {
            let common = artist.common();
            let place = |p: Point| layout.point(common.coords, (p.x, p.y), page);
            match artist {
                AnyArtist::Line(line) => {
                    let points: Vec<Point> = line.points().iter().collect();
                    let corners = line.drawstyle.corners(&points);
                    all.lines.push(corners.into_iter().map(place).collect());
                }
                AnyArtist::Patch(patch) => all.add_shape(&patch.shape, common, layout, page),
                AnyArtist::Bars(bars) => {
                    for shape in bars.rectangles() {
                        all.add_shape(&shape, common, layout, page);
                    }
                }
                AnyArtist::Collection(collection) => {
                    match (&collection.shapes, collection.points()) {
                        (_, Some(points)) => all.points.extend(points.iter().map(place)),
                        (Shapes::Data(paths), None) if collection.role.is_area() => {
                            all.lines
                                .extend(paths.iter().map(|path| corners(path, place)));
                        }
                        _ => {}
                    }
                }
                AnyArtist::Text(_) => {
                    let placed = layout.texts.iter().find(|(i, _)| *i == number);
                    all.boxes.extend(placed.map(|(_, note)| note.bounds()));
                }
                AnyArtist::Mesh(_)
                | AnyArtist::Image(_)
                | AnyArtist::Contours(_)
                | AnyArtist::ContourLabels(_)
                | AnyArtist::Quiver(_)
                | AnyArtist::QuiverKey(_)
                | AnyArtist::InsetMark(_) => {}
            }
        }
        all
    }

    fn add_shape(&mut self, shape: &Shape, common: &Common, layout: &AxesLayout, page: Page) {
        let (path, transform) = shape.outline();
        let place = |p: Point| {
            let p = transform.apply(p);
            layout.point(common.coords, (p.x, p.y), page)
        };
        match shape {
            Shape::Rectangle { .. } => {
                let (a, b) = (place(Point::new(0.0, 0.0)), place(Point::new(1.0, 1.0)));
                self.boxes.push(Rect {
                    x0: a.x.min(b.x),
                    y0: a.y.min(b.y),
                    x1: a.x.max(b.x),
                    y1: a.y.max(b.y),
                });
            }
            Shape::Path(..) => self.lines.push(corners(&path, place)),
        }
    }

    /// How many corners and points lie inside of a rectangle, and lines and boxes meet it.
    pub(crate) fn met_by(&self, rect: &Rect) -> usize {
        let inside = |p: &&Point| p.x > rect.x0 && p.x < rect.x1 && p.y > rect.y0 && p.y < rect.y1;
        let corners = self.lines.iter().flatten().filter(inside).count();
        let points = self.points.iter().filter(inside).count();
        let boxes = self
            .boxes
            .iter()
            .filter(|b| b.x0 < rect.x1 && b.x1 > rect.x0 && b.y0 < rect.y1 && b.y1 > rect.y0);
        let lines = self.lines.iter().filter(|line| crosses(line, rect));
        corners + points + boxes.count() + lines.count()
    }
}

/// The points of a path; a closed one ends where it starts.
fn corners(path: &Path, place: impl Fn(Point) -> Point) -> Vec<Point> {
    let (mut corners, mut start) = (Vec::new(), Point::default());
    for element in path.elements() {
        match element {
            PathEl::MoveTo(p) => {
                start = p;
                corners.push(p);
            }
            PathEl::LineTo(p) => corners.push(p),
            PathEl::QuadTo(a, p) => corners.extend([a, p]),
            PathEl::CurveTo(a, b, p) => corners.extend([a, b, p]),
            PathEl::Close => corners.push(start),
        }
    }
    corners.into_iter().map(place).collect()
}

/// Whether a line and a rectangle have a point in common.
fn crosses(line: &[Point], rect: &Rect) -> bool {
    let (x, y) = ((rect.x0 + rect.x1) * 0.5, (rect.y0 + rect.y1) * 0.5);
    let (width, height) = (rect.x1 - rect.x0, rect.y1 - rect.y0);
    line.iter().zip(line.iter().skip(1)).any(|(a, b)| {
        let (dx, dy) = (a.x - b.x, a.y - b.y);
        // None of these holds where a place is infinite or NaN.
        (a.x + b.x - 2.0 * x).abs() < dx.abs() + width
            && (a.y + b.y - 2.0 * y).abs() < dy.abs() + height
            && 2.0 * ((a.x - x) * dy - (a.y - y) * dx).abs() < width * dy.abs() + height * dx.abs()
    })
}
