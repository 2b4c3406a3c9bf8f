//! Two shapes: what their operations say of each pixel must be what the formula says; and a compound
//! of both must draw, and of one alone draw what the rasterizer draws.

use crate::Outline;
use agg_core::{
    BooleanOp, CompoundRasterizer, FillRule, LayerOrder, Path, PathEl, PathIterator, Point,
    Rasterizer, Scanlines, Sides,
};
use arbitrary::Arbitrary;

#[derive(Debug, Arbitrary)]
pub(crate) struct Pair {
    a: Outline,
    b: Outline,
    styles: [u8; 4],
}

const SIDE: u32 = 24;

pub(crate) fn run(pair: &Pair) {
    let paths = [pair.a.path(), pair.b.path()];
    let [a, b] = [&paths[0], &paths[1]].map(|path| -> Scanlines {
        let mut rasterizer = Rasterizer::new(SIDE, SIDE);
        rasterizer.add(path.elements().flattened(0.5));
        rasterizer.sweep(FillRule::NonZero).collect()
    });
    assert_eq!(Scanlines::from_bytes(&a.to_bytes()).ok().as_ref(), Some(&a));
    for op in BooleanOp::ALL {
        let both = a.combined(&b, op);
        for y in 0..SIDE as i32 {
            for x in 0..SIDE as i32 {
                assert_eq!(
                    both.cover(x, y),
                    op.cover(a.cover(x, y), b.cover(x, y)),
                    "{op:?} ({x}, {y})"
                );
            }
        }
    }
    assert!(a.combined(&a, BooleanOp::XorAbsDiff).is_empty());

    if let Some(path) = closed(&paths[0]) {
        alone(&path);
    }
    let mut compound = CompoundRasterizer::new(SIDE, SIDE);
    for (path, style) in paths.iter().zip(pair.styles.chunks(2)) {
        let side = |v: u8| (v > 3).then_some(u32::from(v));
        compound.add(
            path.elements(),
            Sides {
                left: side(style[0]),
                right: side(style[1]),
            },
        );
    }
    compound.for_each_layered_span(FillRule::NonZero, LayerOrder::Direct, |_, span| {
        assert!(span.x() >= 0 && span.x() as usize + span.len() <= SIDE as usize);
    });
}

/// The path with all subpaths closed, which a compound does not do by itself; `None` where it is
/// broken by a point that is none.
fn closed(path: &Path) -> Option<Path> {
    let is_whole = |p: &Point| p.is_finite();
    let mut closed = Path::new();
    for element in path.elements() {
        match element {
            PathEl::MoveTo(p) => {
                closed.close();
                is_whole(&p).then(|| closed.move_to(p))?;
            }
            PathEl::LineTo(p) => {
                is_whole(&p).then(|| closed.line_to(p))?;
            }
            PathEl::QuadTo(a, p) => {
                (is_whole(&a) && is_whole(&p)).then(|| closed.quad_to(a, p))?;
            }
            PathEl::CurveTo(a, b, p) => {
                [a, b, p]
                    .iter()
                    .all(is_whole)
                    .then(|| closed.cubic_to(a, b, p))?;
            }
            PathEl::Close => {
                closed.close();
            }
        }
    }
    closed.close();
    Some(closed)
}

/// A compound of one path that has a style on one side.
fn alone(path: &Path) {
    for rule in [FillRule::NonZero, FillRule::EvenOdd] {
        let mut plain = Rasterizer::new(SIDE, SIDE);
        plain.add(path);
        let expected: Scanlines = plain.sweep(rule).collect();
        let mut compound = CompoundRasterizer::new(SIDE, SIDE);
        let sides = Sides {
            left: Some(7),
            right: None,
        };
        compound.add(path.elements(), sides);
        let found = Scanlines::record(|keep| {
            compound.for_each_span(rule, LayerOrder::Direct, |style, span| {
                assert_eq!(style, 7);
                keep(span);
            });
        });
        let covers = |lines: &Scanlines| -> Vec<u8> {
            let places = (0..SIDE as i32).flat_map(|y| (0..SIDE as i32).map(move |x| (x, y)));
            places.map(|(x, y)| lines.cover(x, y)).collect()
        };
        assert_eq!(covers(&found), covers(&expected), "{rule:?}");
    }
}
