//! Long segments cut into short ones, for transforms that bend lines.

use crate::path::PathEl;
use crate::path::reshape::{Reshape, Reshaped};
use crate::path::subpath::{Merge, Subpath};

/// The adaptor behind [`PathIterator::segmented`](crate::PathIterator::segmented).
pub type Segmented<I> = Reshaped<I, Segmenter>;

/// How short the pieces are.
#[derive(Clone, Copy, Debug)]
pub struct Segmenter {
    scale: f64,
}

/// A segment gives no more pieces than this.
const MOST_PIECES: f64 = 1_048_576.0;

impl Segmenter {
    pub(crate) fn new(scale: f64) -> Self {
        Self {
            scale: scale.max(0.0),
        }
    }
}

impl Reshape for Segmenter {
    fn merge(&self) -> Merge {
        Merge::Nothing
    }

    fn reshape(&self, subpath: &mut Subpath, sink: &mut impl FnMut(PathEl)) {
        let closed = subpath.is_closed(1);
        let mut points = subpath.vertices().iter().map(|v| v.at);
        let Some(first) = points.next() else { return };
        sink(PathEl::MoveTo(first));
        let mut from = first;
        for to in points.chain(closed.then_some(first)) {
            let way = to - from;
            let length = from.distance(to) * self.scale;
            // 1e-30: a segment without length is one piece.
            let step = 1.0 / length.clamp(1e-30, MOST_PIECES);
            let mut along = step;
            while along < 1.0 - step {
                sink(PathEl::LineTo(from + way * along));
                along += step;
            }
            // AGG goes on from this sum, which may be a bit beside the vertex.
            from = from + way;
            sink(PathEl::LineTo(from));
        }
        if closed {
            sink(PathEl::Close);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::path::{Path, PathIterator};

    #[test]
    fn pieces_are_one_unit_long_and_the_last_up_to_two() {
        let line = Path::polyline([(0.0, 0.0), (10.5, 0.0), (10.5, 5.7)]);
        let pieces: Path = line.elements().segmented(1.0).collect();
        assert_eq!(pieces.len(), 1 + 10 + 5);
        for pair in pieces.points().windows(2) {
            let length = pair[0].distance(pair[1]);
            assert!((0.999..2.001).contains(&length), "{length}");
        }
        assert_eq!(line.elements().segmented(2.0).count(), 1 + 20 + 11);
    }

    #[test]
    fn endless_segments_and_senseless_scales_stay_bounded() {
        let line = Path::polyline([(0.0, 0.0), (1e30, 0.0)]);
        for scale in [f64::NAN, f64::INFINITY, 1e300, -1.0, 0.0] {
            assert!(line.elements().segmented(scale).count() < 1 << 21);
        }
    }
}
