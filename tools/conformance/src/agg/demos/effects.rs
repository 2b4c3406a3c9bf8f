//! Demos of masks, meshes, modes and blurs.

use super::Draw;

#[path = "../../../../../crates/agg-core/examples/alpha_gradient.rs"]
mod alpha_gradient;
#[path = "../../../../../crates/agg-core/examples/alpha_mask.rs"]
mod alpha_mask;
#[path = "../../../../../crates/agg-core/examples/alpha_mask2.rs"]
mod alpha_mask2;
#[path = "../../../../../crates/agg-core/examples/alpha_mask3.rs"]
mod alpha_mask3;
#[path = "../../../../../crates/agg-core/examples/blur.rs"]
mod blur;
#[path = "../../../../../crates/agg-core/examples/component_rendering.rs"]
mod component_rendering;
#[path = "../../../../../crates/agg-core/examples/compositing.rs"]
mod compositing;
#[path = "../../../../../crates/agg-core/examples/compositing2.rs"]
mod compositing2;
#[path = "../../../../../crates/agg-core/examples/distortions.rs"]
mod distortions;
#[path = "../../../../../crates/agg-core/examples/flash_rasterizer.rs"]
mod flash_rasterizer;
#[path = "../../../../../crates/agg-core/examples/gouraud.rs"]
mod gouraud;
#[path = "../../../../../crates/agg-core/examples/gouraud_mesh.rs"]
mod gouraud_mesh;
#[path = "../../../../../crates/agg-core/examples/lion_lens.rs"]
mod lion_lens;
#[path = "../../../../../crates/agg-core/examples/polymorphic_renderer.rs"]
mod polymorphic_renderer;
#[path = "../../../../../crates/agg-core/examples/simple_blur.rs"]
mod simple_blur;

pub(super) const DEMOS: &[(&str, Draw)] = &[
    ("alpha_gradient", alpha_gradient::draw),
    ("alpha_mask", alpha_mask::draw),
    ("alpha_mask2", alpha_mask2::draw),
    ("alpha_mask3", alpha_mask3::draw),
    ("blur", blur::draw),
    ("component_rendering", component_rendering::draw),
    ("compositing", compositing::draw),
    ("compositing2", compositing2::draw),
    ("distortions", distortions::draw),
    ("flash_rasterizer", flash_rasterizer::draw),
    ("gouraud", gouraud::draw),
    ("gouraud_mesh", gouraud_mesh::draw),
    ("lion_lens", lion_lens::draw),
    ("polymorphic_renderer", polymorphic_renderer::draw),
    ("simple_blur", simple_blur::draw),
];
