//! Demos of paths, strokes and coverage.

use super::Draw;

#[path = "../../../../../crates/agg-core/examples/aa_demo.rs"]
mod aa_demo;
#[path = "../../../../../crates/agg-core/examples/bezier_div.rs"]
mod bezier_div;
#[path = "../../../../../crates/agg-core/examples/bspline.rs"]
mod bspline;
#[path = "../../../../../crates/agg-core/examples/circles.rs"]
mod circles;
#[path = "../../../../../crates/agg-core/examples/conv_contour.rs"]
mod conv_contour;
#[path = "../../../../../crates/agg-core/examples/conv_dash_marker.rs"]
mod conv_dash_marker;
#[path = "../../../../../crates/agg-core/examples/conv_stroke.rs"]
mod conv_stroke;
#[path = "../../../../../crates/agg-core/examples/gamma_correction.rs"]
mod gamma_correction;
#[path = "../../../../../crates/agg-core/examples/idea.rs"]
mod idea;
#[path = "../../../../../crates/agg-core/examples/lion.rs"]
mod lion;
#[path = "../../../../../crates/agg-core/examples/lion_outline.rs"]
mod lion_outline;
#[path = "../../../../../crates/agg-core/examples/multi_clip.rs"]
mod multi_clip;
#[path = "../../../../../crates/agg-core/examples/perspective.rs"]
mod perspective;
#[path = "../../../../../crates/agg-core/examples/rasterizer_compound.rs"]
mod rasterizer_compound;
#[path = "../../../../../crates/agg-core/examples/rasterizers.rs"]
mod rasterizers;
#[path = "../../../../../crates/agg-core/examples/rasterizers2.rs"]
mod rasterizers2;
#[path = "../../../../../crates/agg-core/examples/rounded_rect.rs"]
mod rounded_rect;
#[path = "../../../../../crates/agg-core/examples/scanline_boolean.rs"]
mod scanline_boolean;
#[path = "../../../../../crates/agg-core/examples/scanline_boolean2.rs"]
mod scanline_boolean2;
#[path = "../../../../../crates/agg-core/examples/trans_polar.rs"]
mod trans_polar;

pub(super) const DEMOS: &[(&str, Draw)] = &[
    ("aa_demo", aa_demo::draw),
    ("bezier_div", bezier_div::draw),
    ("bspline", bspline::draw),
    ("circles", circles::draw),
    ("conv_contour", conv_contour::draw),
    ("conv_dash_marker", conv_dash_marker::draw),
    ("conv_stroke", conv_stroke::draw),
    ("gamma_correction", gamma_correction::draw),
    ("idea", idea::draw),
    ("lion", lion::draw),
    ("lion_outline", lion_outline::draw),
    ("multi_clip", multi_clip::draw),
    ("perspective", perspective::draw),
    ("rasterizer_compound", rasterizer_compound::draw),
    ("rasterizers", rasterizers::draw),
    ("rasterizers2", rasterizers2::draw),
    ("rounded_rect", rounded_rect::draw),
    ("scanline_boolean", scanline_boolean::draw),
    ("scanline_boolean2", scanline_boolean2::draw),
    ("trans_polar", trans_polar::draw),
];
