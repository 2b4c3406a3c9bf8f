//! Two shapes: what their operations say of each pixel must be what the formula says; and a compound
//! of both must draw.

use crate::Outline;
use agg_core::{
    BooleanOp, CompoundRasterizer, FillRule, LayerOrder, PathIterator, Rasterizer, Scanlines, Sides,
};
use arbitrary::Arbitrary;

#[derive(Debug, Arbitrary)]
pub struct Pair {
    a: Outline,
    b: Outline,
    styles: [u8; 4],
}

const SIDE: u32 = 24;

pub fn run(pair: &Pair) {
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
