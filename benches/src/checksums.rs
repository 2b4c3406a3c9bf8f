//! What our pixels of every scene add up to, so that no scene is timed that is drawn wrong.

use crate::checksum;
use crate::peer::{Ours, Peer};
use crate::scene::Scene;
use crate::scenes::{Extent, all};
use std::collections::HashMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

/// Class, name and sum of each scene, as `benches/checksums.txt` has them.
#[derive(Clone, Debug)]
pub struct Checksums(HashMap<&'static str, u64>);

impl Checksums {
    /// Those that were recorded.
    #[must_use]
    pub fn recorded() -> Self {
        let lines = include_str!("../checksums.txt").lines();
        let entry = |line: &'static str| {
            let (sum, name) = line.split_once(' ')?;
            Some((name, u64::from_str_radix(sum, 16).ok()?))
        };
        Self(lines.filter_map(entry).collect())
    }

    /// Draws a scene once, on an empty surface, and compares.
    ///
    /// # Errors
    ///
    /// The scene's name, where it has no sum or its pixels have another.
    pub fn hold(&self, scene: &Scene) -> Result<(), String> {
        let name = title(scene);
        match (self.0.get(name.as_str()), drawn(scene)) {
            (Some(recorded), Some(sum)) if *recorded == sum => Ok(()),
            (None, _) => Err(format!("{name}: not in benches/checksums.txt")),
            _ => Err(format!("{name}: other pixels than recorded")),
        }
    }
}

/// Records the sums of all scenes anew.
///
/// # Errors
///
/// Where the file cannot be written.
pub fn write() -> io::Result<()> {
    let mut text = String::new();
    for scene in all(Extent::All) {
        if let Some(sum) = drawn(&scene) {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{sum:016x} {}", title(&scene));
        }
    }
    fs::write(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("checksums.txt"),
        text,
    )
}

fn title(scene: &Scene) -> String {
    format!("{}, {}", scene.class, scene.name)
}

fn drawn(scene: &Scene) -> Option<u64> {
    let mut frame = Ours.prepare(scene)?;
    frame.draw(1);
    frame.pixels().map(|pixels| checksum(&pixels))
}
