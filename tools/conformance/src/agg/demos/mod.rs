//! The pictures of AGG's own demo programs, drawn by the examples of `agg-core`.

// Each example is a program of its own, so each brings its `main` and what it shares with others.
#![allow(
    clippy::duplicate_mod,
    dead_code,
    reason = "programs are read as modules"
)]

mod effects;
mod images;
mod paths;

use crate::scene::{Drawing, Scene};
use agg_core::{Error, Pixmap};
use golden::Image;

type Draw = fn() -> Result<Pixmap, Error>;

pub(super) fn scenes() -> impl Iterator<Item = Scene> {
    [paths::DEMOS, effects::DEMOS, images::DEMOS]
        .into_iter()
        .flatten()
        .map(|&(name, draw)| Scene::new(format!("demo_{name}"), move || drawing(draw)))
}

fn drawing(draw: Draw) -> Result<Drawing, String> {
    let pixmap = draw().map_err(|error| error.to_string())?;
    let (width, height) = (pixmap.width(), pixmap.height());
    let picture = Image::new(width, height, pixmap.bytes()).map_err(|error| error.to_string())?;
    let stages = Vec::new();
    Ok(Drawing { picture, stages })
}
