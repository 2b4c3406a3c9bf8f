//! Rasterizers, and how each is asked to draw a scene.
//!
//! What a rasterizer needs before it can draw (paths of its own kind, a surface) is made outside
//! of the time that is taken; a frame then draws every shape of the scene.

#[cfg(feature = "peers")]
mod agg_rust;
mod ours;
mod outside;
#[cfg(feature = "peers")]
mod raqote;
#[cfg(feature = "peers")]
mod tiny_skia;
#[cfg(feature = "peers")]
mod vello;
#[cfg(feature = "peers")]
mod zeno;

use crate::scene::Scene;
pub use ours::Ours;
pub use outside::{Outside, outside};

/// A rasterizer.
pub trait Peer {
    /// What it is called, with a star where it is timed for coverage alone and blends nothing.
    fn name(&self) -> &str;

    /// A scene made ready for it; `None` where it cannot draw the scene.
    fn prepare(&self, scene: &Scene) -> Option<Box<dyn Frame>>;
}

/// A scene that is ready to be drawn.
pub trait Frame {
    /// Draws it so many times, each over what is there, and gives the seconds for all.
    fn draw(&mut self, times: u32) -> f64;

    /// The surface: red, green, blue and alpha of each pixel, from the upper left corner on,
    /// premultiplied; `None` where they cannot be had.
    fn pixels(&self) -> Option<Vec<u8>>;
}

/// All that are built in, ours first.
#[must_use]
pub fn built_in() -> Vec<Box<dyn Peer>> {
    vec![
        Box::new(Ours),
        #[cfg(feature = "peers")]
        Box::new(vello::VelloCpu),
        #[cfg(feature = "peers")]
        Box::new(tiny_skia::TinySkia),
        #[cfg(feature = "peers")]
        Box::new(raqote::Raqote),
        #[cfg(feature = "peers")]
        Box::new(agg_rust::AggRust),
        #[cfg(feature = "peers")]
        Box::new(zeno::Zeno),
        #[cfg(feature = "peers")]
        Box::new(ours::Coverage),
    ]
}

/// The seconds that something takes, done so many times.
fn timed(times: u32, mut once: impl FnMut()) -> f64 {
    let start = std::time::Instant::now();
    (0..times).for_each(|_| once());
    start.elapsed().as_secs_f64()
}
