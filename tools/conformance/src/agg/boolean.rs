//! Boolean algebra of shapes: each operation on three pairs, for coverage and for binary shapes.

use agg_core::{BooleanOp, FillRule, Gamma, IntRect, Path, Rasterizer, Scanlines};

use super::coverage::ellipse;
use super::picture::AggScene;

const OPERATIONS: [(&str, BooleanOp); 7] = [
    ("or", BooleanOp::Or),
    ("and", BooleanOp::And),
    ("xor", BooleanOp::Xor),
    ("xor_saddle", BooleanOp::XorSaddle),
    ("xor_abs_diff", BooleanOp::XorAbsDiff),
    ("a_minus_b", BooleanOp::AMinusB),
    ("b_minus_a", BooleanOp::BMinusA),
];

type Shape = (Path, FillRule);
type MakePair = fn() -> [Shape; 2];

pub(super) fn scenes() -> Vec<AggScene> {
    let pairs: [(&str, MakePair); 3] = [
        ("circles", circles),
        ("star", star_and_band),
        ("neighbours", neighbours),
    ];
    let kinds = [
        ("", Gamma::default()),
        // In a binary shape, each pixel counts that is covered at all.
        ("binary_", Gamma::threshold(0.0)),
    ];
    let mut scenes = Vec::new();
    for (name, pair) in pairs {
        for (operation, op) in OPERATIONS {
            for (kind, gamma) in kinds.clone() {
                let name = format!("boolean_{kind}{name}_{operation}");
                scenes.push(AggScene::new(name, (64, 64), move |picture| {
                    let [a, b] = pair().map(|shape| scanlines(&shape, &gamma));
                    let both = a.combined(&b, op);
                    picture.blacken(|_, visit| both.spans().for_each(visit));
                }));
            }
        }
    }
    scenes
}

fn scanlines((path, rule): &Shape, gamma: &Gamma) -> Scanlines {
    // As in the oracle, nothing is clipped: cut edges are rounded elsewhere.
    let mut rasterizer = Rasterizer::with_clip_box(IntRect::new(-80, -80, 160, 160));
    rasterizer.add(path);
    Scanlines::record(|keep| rasterizer.for_each_span(*rule, gamma.before(keep)))
}

fn circles() -> [Shape; 2] {
    [
        (ellipse((24.3, 30.7), (20.5, 20.5)), FillRule::NonZero),
        (ellipse((40.1, 34.2), (19.25, 22.5)), FillRule::NonZero),
    ]
}

fn star_and_band() -> [Shape; 2] {
    let star = Path::polygon([
        (32.0, 3.0),
        (49.5, 57.25),
        (3.5, 23.75),
        (60.5, 23.75),
        (14.5, 57.25),
    ]);
    let band = Path::polygon([(-4.5, 20.2), (70.3, 36.4), (69.1, 47.7), (-3.3, 30.1)]);
    [(star, FillRule::EvenOdd), (band, FillRule::NonZero)]
}

/// Both share an edge, and both have coverages everywhere: the second is a fan of slivers.
fn neighbours() -> [Shape; 2] {
    let left = Path::polygon([(5.5, 6.25), (30.3, 4.75), (36.6, 58.5), (7.75, 56.25)]);
    let mut right = Path::polygon([(30.3, 4.75), (58.5, 9.5), (54.25, 55.5), (36.6, 58.5)]);
    for i in 0..9 {
        let y = 8.0 + f64::from(i) * 5.7;
        right.extend(Path::polygon([(2.5, y), (61.0, y + 3.1), (61.0, y + 3.8)]).elements());
    }
    [(left, FillRule::NonZero), (right, FillRule::NonZero)]
}
