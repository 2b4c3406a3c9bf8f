//! From and to the shapes of the crate `kurbo`.

use crate::geometry::{Affine, Point, Rect};
use crate::path::{Path, PathEl};

impl From<kurbo::Point> for Point {
    fn from(p: kurbo::Point) -> Self {
        Self::new(p.x, p.y)
    }
}

impl From<Point> for kurbo::Point {
    fn from(p: Point) -> Self {
        Self::new(p.x, p.y)
    }
}

impl From<kurbo::Rect> for Rect {
    fn from(r: kurbo::Rect) -> Self {
        Self::new(r.x0, r.y0, r.x1, r.y1)
    }
}

impl From<Rect> for kurbo::Rect {
    fn from(r: Rect) -> Self {
        Self::new(r.x0, r.y0, r.x1, r.y1)
    }
}

impl From<kurbo::Affine> for Affine {
    fn from(m: kurbo::Affine) -> Self {
        Self::new(m.as_coeffs())
    }
}

impl From<Affine> for kurbo::Affine {
    fn from(m: Affine) -> Self {
        Self::new([m.sx, m.shy, m.shx, m.sy, m.tx, m.ty])
    }
}

impl From<kurbo::PathEl> for PathEl {
    fn from(element: kurbo::PathEl) -> Self {
        match element {
            kurbo::PathEl::MoveTo(p) => Self::MoveTo(p.into()),
            kurbo::PathEl::LineTo(p) => Self::LineTo(p.into()),
            kurbo::PathEl::QuadTo(a, p) => Self::QuadTo(a.into(), p.into()),
            kurbo::PathEl::CurveTo(a, b, p) => Self::CurveTo(a.into(), b.into(), p.into()),
            kurbo::PathEl::ClosePath => Self::Close,
        }
    }
}

impl From<PathEl> for kurbo::PathEl {
    fn from(element: PathEl) -> Self {
        match element {
            PathEl::MoveTo(p) => Self::MoveTo(p.into()),
            PathEl::LineTo(p) => Self::LineTo(p.into()),
            PathEl::QuadTo(a, p) => Self::QuadTo(a.into(), p.into()),
            PathEl::CurveTo(a, b, p) => Self::CurveTo(a.into(), b.into(), p.into()),
            PathEl::Close => Self::ClosePath,
        }
    }
}

impl From<&kurbo::BezPath> for Path {
    /// The same elements.
    ///
    /// ```
    /// use agg_core::Path;
    /// use kurbo::Shape;
    ///
    /// let circle = kurbo::Circle::new((5.0, 5.0), 4.0).to_path(0.1);
    /// let path = Path::from(&circle);
    /// assert_eq!(kurbo::BezPath::from(&path), circle);
    /// ```
    fn from(path: &kurbo::BezPath) -> Self {
        path.elements().iter().map(|&el| PathEl::from(el)).collect()
    }
}

impl From<&Path> for kurbo::BezPath {
    /// The same elements; a path that does not start with a move gets one, to its first point.
    fn from(path: &Path) -> Self {
        let mut elements = path.elements().peekable();
        let start = elements.peek().and_then(|first| match first {
            PathEl::MoveTo(_) | PathEl::Close => None,
            other => Some(PathEl::MoveTo(other.end()?)),
        });
        let elements = start.into_iter().chain(elements);
        let mut out = Self::new();
        for element in elements.skip_while(|el| *el == PathEl::Close) {
            out.push(element.into());
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Transform;

    #[test]
    fn transforms_move_points_alike() {
        let ours = Affine::new([1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
        let theirs = kurbo::Affine::from(ours);
        let moved = theirs * kurbo::Point::new(7.0, 8.0);
        assert_eq!(ours.apply(Point::new(7.0, 8.0)), moved.into());
        assert_eq!(Affine::from(theirs), ours);
    }

    #[test]
    fn a_path_without_a_start_gets_one() {
        let mut path = Path::new();
        path.line_to((3.0, 4.0)).line_to((5.0, 6.0));
        let first = kurbo::BezPath::from(&path).elements().first().copied();
        assert_eq!(first, Some(kurbo::PathEl::MoveTo((3.0, 4.0).into())));
        assert!(kurbo::BezPath::from(&Path::new()).elements().is_empty());
    }
}
