//! The scenes that the real AGG draws, drawn by `agg-core`.

mod picture;

mod blending;
mod boolean;
mod clip;
mod compound;
mod coverage;
mod curve;
mod dash;
mod demos;
mod effect;
mod fill;
mod gradient;
mod image;
mod mesh;
mod mode;
mod outline;
mod path;
mod pattern;
mod primitive;
mod random;
mod reshape;
mod shape;
mod stroke;
mod transform;
mod wide;

use crate::judge::Half;
use picture::AggScene;

/// Every scene of `tools/oracle/agg`.
pub fn half() -> Half {
    let topics = [
        fill::scenes(),
        stroke::scenes(),
        dash::scenes(),
        curve::scenes(),
        clip::scenes(),
        shape::scenes(),
        random::scenes(),
        reshape::scenes(),
        outline::scenes(),
        coverage::scenes(),
        boolean::scenes(),
        compound::scenes(),
        path::scenes(),
        transform::scenes(),
        blending::scenes(),
        gradient::scenes(),
        image::scenes(),
        mode::scenes(),
        primitive::scenes(),
        effect::scenes(),
        mesh::scenes(),
        wide::scenes(),
        pattern::scenes(),
    ];
    Half {
        folder: "agg",
        remake: "tools/oracle/agg/make",
        scenes: topics
            .into_iter()
            .flatten()
            .map(AggScene::into_scene)
            .chain(demos::scenes())
            .collect(),
    }
}
