//! Demos of gradients, images and patterns.

use super::Draw;

#[path = "../../../../../crates/agg-core/examples/gradient_focal.rs"]
mod gradient_focal;
#[path = "../../../../../crates/agg-core/examples/gradients.rs"]
mod gradients;
#[path = "../../../../../crates/agg-core/examples/gradients_contour.rs"]
mod gradients_contour;
#[path = "../../../../../crates/agg-core/examples/image1.rs"]
mod image1;
#[path = "../../../../../crates/agg-core/examples/image_alpha.rs"]
mod image_alpha;
#[path = "../../../../../crates/agg-core/examples/image_filters.rs"]
mod image_filters;
#[path = "../../../../../crates/agg-core/examples/image_filters2.rs"]
mod image_filters2;
#[path = "../../../../../crates/agg-core/examples/image_perspective.rs"]
mod image_perspective;
#[path = "../../../../../crates/agg-core/examples/image_resample.rs"]
mod image_resample;
#[path = "../../../../../crates/agg-core/examples/image_transforms.rs"]
mod image_transforms;
#[path = "../../../../../crates/agg-core/examples/line_patterns.rs"]
mod line_patterns;
#[path = "../../../../../crates/agg-core/examples/pattern_fill.rs"]
mod pattern_fill;
#[path = "../../../../../crates/agg-core/examples/pattern_perspective.rs"]
mod pattern_perspective;
#[path = "../../../../../crates/agg-core/examples/pattern_resample.rs"]
mod pattern_resample;

pub(super) const DEMOS: &[(&str, Draw)] = &[
    ("gradient_focal", gradient_focal::draw),
    ("gradients", gradients::draw),
    ("gradients_contour", gradients_contour::draw),
    ("image1", image1::draw),
    ("image_alpha", image_alpha::draw),
    ("image_filters", image_filters::draw),
    ("image_filters2", image_filters2::draw),
    ("image_perspective", image_perspective::draw),
    ("image_resample", image_resample::draw),
    ("image_transforms", image_transforms::draw),
    ("line_patterns", line_patterns::draw),
    ("pattern_fill", pattern_fill::draw),
    ("pattern_perspective", pattern_perspective::draw),
    ("pattern_resample", pattern_resample::draw),
];
