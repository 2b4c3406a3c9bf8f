//! Polygons made larger or smaller: one side of a stroke.

use crate::path::orient::Orientation;
use crate::path::reshape::{Reshape, Reshaped};
use crate::path::stroke::outline::Outliner;
use crate::path::subpath::{Subpath, Vertex};
use crate::path::{PathEl, Stroke};

/// The outline of a polygon moved outwards by half the width of a pen, or inwards where the
/// width is negative, with the pen's joins.
///
/// Outwards depends on which way round the polygon goes; that is found out for each subpath from
/// its area, unless it is told. Where the pen is wider than the polygon the result overlaps
/// itself; the non-zero rule fills it as long as it grew.
///
/// ```
/// use agg_core::{Contour, Path, PathIterator, Rect, Stroke};
///
/// let square = Path::rectangle(Rect::new(10.0, 10.0, 20.0, 20.0));
/// let by_three = Contour::new(Stroke::new(6.0));
/// let larger = square.elements().contoured(&by_three);
/// assert_eq!(larger.bounding_box(), Some(Rect::new(7.0, 7.0, 23.0, 23.0)));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Contour {
    pen: Stroke,
    orientation: Option<Orientation>,
}

impl Contour {
    /// A contour at half the width of a pen from the path. Caps and dashes have no effect; a
    /// width of zero gives the polygon itself, a non-finite one nothing.
    #[must_use]
    pub fn new(pen: Stroke) -> Self {
        Self {
            pen,
            orientation: None,
        }
    }

    /// The same for polygons that all go round one way: a hole that goes the other way shrinks
    /// while its surroundings grow.
    #[must_use]
    pub fn with_orientation(mut self, orientation: Orientation) -> Self {
        self.orientation = Some(orientation);
        self
    }
}

/// The adaptor behind [`PathIterator::contoured`](crate::PathIterator::contoured).
///
/// Yields one subpath of straight segments for each, closed where it was closed.
pub type Contoured<'a, I> = Reshaped<I, Contourer<'a>>;

/// A contour's stroker for each orientation.
#[derive(Clone, Debug)]
pub struct Contourer<'a> {
    contour: &'a Contour,
    positive: Option<Outliner<'a>>,
    negative: Option<Outliner<'a>>,
}

impl<'a> Contourer<'a> {
    pub(crate) fn new(contour: &'a Contour) -> Self {
        let side = |w| Outliner::with_half_width(&contour.pen, w);
        let w = contour.pen.width * 0.5;
        Self {
            contour,
            positive: side(w),
            negative: side(-w),
        }
    }
}

impl Reshape for Contourer<'_> {
    fn reshape(&self, subpath: &mut Subpath, sink: &mut impl FnMut(PathEl)) {
        subpath.join_ends();
        let vertices = subpath.vertices();
        let closed = subpath.is_closed(1);
        if vertices.len() < 2 + usize::from(closed) {
            return;
        }
        let points = vertices.iter().map(|v| v.at);
        let orientation = self.contour.orientation;
        let outliner = match orientation.unwrap_or_else(|| Orientation::of_polygon(points)) {
            Orientation::Positive => &self.positive,
            Orientation::Negative => &self.negative,
        };
        match outliner {
            Some(outliner) => {
                outliner.ring(vertices, sink).end();
            }
            None if self.contour.pen.width == 0.0 => same(vertices, sink),
            None => return,
        }
        if closed {
            sink(PathEl::Close);
        }
    }
}

fn same(vertices: &[Vertex], sink: &mut impl FnMut(PathEl)) {
    for (i, vertex) in vertices.iter().enumerate() {
        sink(if i == 0 {
            PathEl::MoveTo(vertex.at)
        } else {
            PathEl::LineTo(vertex.at)
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Rect;
    use crate::path::{Join, Path, PathIterator};

    fn bounds(path: &Path, contour: &Contour) -> Option<Rect> {
        path.elements().contoured(contour).bounding_box()
    }

    #[test]
    fn a_detected_orientation_grows_polygons_of_both() {
        let square = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)];
        let grow = Contour::new(Stroke::new(4.0));
        let grown = Some(Rect::new(-2.0, -2.0, 12.0, 12.0));
        assert_eq!(bounds(&Path::polygon(square), &grow), grown);
        let backwards = square.into_iter().rev();
        assert_eq!(bounds(&Path::polygon(backwards.clone()), &grow), grown);
        let told = grow.with_orientation(Orientation::Positive);
        let shrunk = Some(Rect::new(2.0, 2.0, 8.0, 8.0));
        assert_eq!(bounds(&Path::polygon(backwards), &told), shrunk);
    }

    #[test]
    fn a_closed_path_of_two_vertices_has_no_inside_to_grow() {
        let grow = Contour::new(Stroke::new(4.0));
        let there_and_back = [(0.0, 0.0), (10.0, 0.0)];
        assert_eq!(bounds(&Path::polygon(there_and_back), &grow), None);
        assert!(bounds(&Path::polyline(there_and_back), &grow).is_some());
    }

    #[test]
    fn a_width_of_zero_keeps_the_polygon() {
        // AGG divides by the width.
        let triangle = Path::polygon([(0.0, 0.0), (10.0, 0.0), (5.0, 8.0)]);
        let contour = Contour::new(Stroke::new(0.0).with_join(Join::Round));
        let same: Path = triangle.elements().contoured(&contour).collect();
        assert_eq!(same, triangle);
        for width in [f64::NAN, f64::INFINITY] {
            assert_eq!(bounds(&triangle, &Contour::new(Stroke::new(width))), None);
        }
    }
}
