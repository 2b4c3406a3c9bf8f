//! Lines and dashes that run far beyond the surface, drawn as a picture would be: flattened and
//! dashed only where it can be seen.

use agg_core::{Cap, Dash, FillRule, Join, Path, PathIterator, Point, Rasterizer, Rect, Stroke};

const SIDE: u32 = 256;

/// Whether a pixel of the stroked path is more than half covered.
fn is_drawn(path: &Path, pen: &Stroke, dash: Option<&Dash>, (x, y): (i32, i32)) -> bool {
    let visible = Rect::new(0.0, 0.0, f64::from(SIDE), f64::from(SIDE)).inflated(pen.reach() + 1.0);
    let line = path.elements().flattened(0.5).within(visible);
    let mut rasterizer = Rasterizer::new(SIDE, SIDE);
    match dash {
        Some(dash) => rasterizer.add(line.dashed(dash).within(visible).stroked(pen)),
        None => rasterizer.add(line.stroked(pen)),
    }
    let mut drawn = false;
    rasterizer.for_each_span(FillRule::NonZero, |span| {
        let columns = span.x()..span.x() + span.len() as i32;
        let covered = match span.coverage() {
            agg_core::Coverage::Uniform { cover, .. } => cover > 127,
            agg_core::Coverage::PerPixel(covers) => {
                let at = usize::try_from(x - span.x()).ok();
                at.and_then(|i| covers.get(i)).is_some_and(|c| *c > 127)
            }
        };
        drawn |= span.y() == y && columns.contains(&x) && covered;
    });
    drawn
}

fn level(from: f64, to: f64) -> Path {
    Path::polyline([(from, 100.0), (to, 100.0)])
}

#[test]
fn dashes_on_endless_lines_are_drawn_where_they_are_seen() {
    let pen = Stroke::new(10.0);
    for far in [1e4, 1e8] {
        let dash = Dash::new(0.0, &[20.0, 10.0]);
        let at = |x| is_drawn(&level(0.0, far), &pen, Some(&dash), (x, 100));
        assert!(at(10) && at(40) && at(250), "{far}");
        assert!(!at(25) && !at(55), "{far}");
    }
    for far in [1e30, 1e300] {
        let dash = Dash::new(0.0, &[20.0, 10.0]);
        let line = level(-far, far);
        assert!(
            (0..30).any(|x| is_drawn(&line, &pen, Some(&dash), (x, 100))),
            "{far}"
        );
        assert!(!is_drawn(&line, &pen, Some(&dash), (128, 130)), "{far}");
    }
}

#[test]
fn dashes_finer_than_can_be_told_apart_are_a_line() {
    let dash = Dash::new(0.0, &[1e-30, 1e-30]);
    assert!(is_drawn(
        &level(0.0, 1e30),
        &Stroke::new(10.0),
        Some(&dash),
        (128, 100)
    ));
}

#[test]
fn lines_from_far_to_far_are_as_wide_as_elsewhere() {
    let pen = Stroke::new(10.0);
    for far in [1e9, 1e30, 1e300] {
        let at = |y| is_drawn(&level(-far, far), &pen, None, (128, y));
        assert!(at(96) && at(103) && !at(93) && !at(107), "{far}");
    }
}

#[test]
fn the_edge_of_a_giant_circle_is_where_it_should_be() {
    let pen = Stroke::new(10.0);
    for radius in [1e5, 1e7, 1e9, 1e11] {
        let circle = Path::circle((128.0 - radius, 128.0), radius);
        let at = |x| is_drawn(&circle, &pen, None, (x, 128));
        assert!(at(128) && !at(100) && !at(156), "{radius}");
    }
}

#[test]
fn ten_thousand_round_joins_of_a_giant_pen_fill_the_surface() {
    let zigzag = (0..10_000).map(|i| Point::new(f64::from(i % 100), f64::from(i * 37 % 91)));
    let pen = Stroke::new(1e5).with_join(Join::Round).with_cap(Cap::Round);
    assert!(is_drawn(&Path::polyline(zigzag), &pen, None, (128, 128)));
}
