//! Marks around what insets show: a rectangle, and two of the lines from its corners to those of the
//! inset, which do not cross it.

use agg_core::{Path, Point, Rect, Transform};

use crate::artist::{Artist, InsetMark, Kind, Marked, Shape};
use crate::layout::sheet::Placed;
use crate::layout::{AxesLayout, Linear, Page};

/// The marks of a plot, by the artists' numbers.
pub(super) fn lay_out(plots: &[Placed<'_>], plot: &Placed<'_>, page: Page) -> Vec<(usize, Path)> {
    let artists = plot.axes.artists.iter().enumerate();
    let marks = artists.filter_map(|(i, artist)| Some((i, InsetMark::find(artist)?)));
    marks
        .map(|(i, mark)| {
            let inset = match mark.part {
                Marked::Inset(id) => plots.iter().find(|other| other.axes.id == id),
                Marked::Bounds(_) => None,
            };
            (
                i,
                outline(&plot.layout, mark, inset.map(|inset| &inset.layout), page),
            )
        })
        .collect()
}

fn outline(
    layout: &AxesLayout,
    mark: &Artist<InsetMark>,
    inset: Option<&AxesLayout>,
    page: Page,
) -> Path {
    let [x, y, width, height] = match (mark.part, inset) {
        (Marked::Bounds(bounds), _) => bounds,
        (Marked::Inset(_), Some(inset)) => {
            let ((x0, x1), (y0, y1)) = (inset.x.limits, inset.y.limits);
            [x0, y0, x1 - x0, y1 - y0]
        }
        (Marked::Inset(_), None) => return Path::new(),
    };
    let coords = mark.common.coords;
    let (square, own) = Shape::rectangle((x, y), width, height).outline();
    let place = |p: Point| match layout.bends(coords) {
        None => {
            let (x, y) = layout.maps(coords, page);
            own.then(Linear::plane(x, y)).apply(p)
        }
        Some(_) => {
            let p = own.apply(p);
            layout.point(coords, (p.x, p.y), page)
        }
    };
    let mut path = Path::polygon(square.points().iter().map(|&p| place(p)));
    let Some(inset) = inset else {
        return path;
    };
    // matplotlib takes the corners through the rectangle's own map although they have been through it,
    // which decides for other lines where that is far from them.
    let start = place(Point::new(x, y));
    let right = place(Point::new(x + width, y)).x;
    let top = place(Point::new(x, y + height)).y;
    let part = Rect {
        x0: start.x,
        y0: start.y,
        x1: right,
        y1: top,
    };
    let seen = visible(part, inset.frame.edges);
    let turned = |axis: &super::AxisLayout| axis.limits.1 < axis.limits.0;
    let ends = [(0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0)];
    for ((ex, ey), _) in ends.into_iter().zip(seen).filter(|(_, seen)| *seen) {
        let from = Point::new(inset.frame.x.apply(ex), inset.frame.y.apply(ey));
        let ex = if turned(&layout.x) { 1.0 - ex } else { ex };
        let ey = if turned(&layout.y) { 1.0 - ey } else { ey };
        let to = layout.point(coords, (x + ex * width, y + ey * height), page);
        // A straight curve, as arrows without a bend are.
        let middle = Point::new((from.x + to.x) / 2.0, (from.y + to.y) / 2.0);
        path.move_to(from).quad_to(middle, to);
    }
    path
}

/// Which of the lines from the lower left, upper left, lower right and upper right are drawn.
fn visible(part: Rect, inset: Rect) -> [bool; 4] {
    let (x0, x1) = (part.x0 < inset.x0, part.x1 < inset.x1);
    let (y0, y1) = (part.y0 < inset.y0, part.y1 < inset.y1);
    [x0 ^ y0, x0 == y1, x1 == y0, x1 ^ y1]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines from a square of the plot to an inset a square of a hundred away, a number of
    /// pixels along.
    fn seen(dx: f64, dy: f64) -> [bool; 4] {
        let part = Rect::new(100.0, 100.0, 200.0, 200.0);
        visible(
            part,
            Rect::new(100.0 + dx, 100.0 + dy, 200.0 + dx, 200.0 + dy),
        )
    }

    #[test]
    fn lines_are_drawn_that_do_not_cross_the_inset() {
        let (rising, falling) = ([false, true, true, false], [true, false, false, true]);
        for (dx, dy) in [(150.0, 150.0), (-150.0, -150.0)] {
            assert_eq!(seen(dx, dy), rising);
        }
        for (dx, dy) in [(150.0, -150.0), (-150.0, 150.0)] {
            assert_eq!(seen(dx, dy), falling);
        }
        // A side at the same place counts as beyond.
        assert_eq!(seen(0.0, 0.0), rising);
        assert_eq!(seen(150.0, 0.0), falling);
        assert_eq!(seen(0.0, 150.0), falling);
        assert_eq!(seen(-150.0, 0.0), rising);
        // A small inset beside the middle of a side: its far corners, by matplotlib's rule.
        let part = Rect::new(100.0, 100.0, 200.0, 200.0);
        let beside = Rect::new(300.0, 130.0, 320.0, 150.0);
        assert_eq!(visible(part, beside), [false, false, true, true]);
        let above = Rect::new(130.0, 300.0, 150.0, 320.0);
        assert_eq!(visible(part, above), [false, true, false, true]);
    }
}
