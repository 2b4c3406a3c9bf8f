//! Strokes and dashes: by `next` and by `fold` they must be the same.

use crate::{Outline, Pen};
use agg_core::{PathEl, PathIterator, Rect};
use arbitrary::Arbitrary;

#[derive(Debug, Arbitrary)]
pub struct Line {
    outline: Outline,
    pen: Pen,
}

/// As many elements as are looked at: an adaptor's own bounds are far above.
const MOST: usize = 100_000;

pub fn run(line: &Line) {
    let (path, stroke) = (line.outline.path(), line.pen.stroke());
    let seen = Rect::new(0.0, 0.0, 64.0, 48.0).inflated(stroke.reach());
    let flat = || path.elements().flattened(0.25).within(seen);
    both_ways(flat().stroked(&stroke));
    if let Some(dash) = stroke.dash() {
        let dashes = || path.elements().flattened(0.25).dashed(dash).within(seen);
        both_ways(dashes());
    }
}

fn both_ways(elements: impl Iterator<Item = PathEl> + Clone) {
    let mut stepped = elements.clone();
    let by_next: Vec<PathEl> = std::iter::from_fn(|| stepped.next()).take(MOST).collect();
    if by_next.len() < MOST {
        let mut folded = Vec::new();
        elements.for_each(|element| folded.push(element));
        assert_eq!(format!("{by_next:?}"), format!("{folded:?}"));
    }
}
