//! Demos of masks, meshes, modes and blurs.

use super::Draw;

#[path = "../../../../../crates/agg-core/examples/component_rendering.rs"]
mod component_rendering;
#[path = "../../../../../crates/agg-core/examples/lion_lens.rs"]
mod lion_lens;
#[path = "../../../../../crates/agg-core/examples/polymorphic_renderer.rs"]
mod polymorphic_renderer;

pub(super) const DEMOS: &[(&str, Draw)] = &[
    ("component_rendering", component_rendering::draw),
    ("lion_lens", lion_lens::draw),
    ("polymorphic_renderer", polymorphic_renderer::draw),
];
