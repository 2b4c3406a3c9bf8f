//! One hash for each picture, to hold other machines against.
//!
//! Every oracle scene is drawn, and every raster case by the canvas and by matplotlib's renderer,
//! the latter with several numbers of threads, which must agree. The list of hashes is the same on
//! every machine, whatever instructions it has; `hashes.txt` is that list.

use crate::case::Case;
use crate::road::Road;
use crate::task;
use conformance::scene::Scene;
use sha1_smol::Sha1;
use std::num::NonZeroUsize;

/// How many threads draw.
const THREADS: [usize; 4] = [1, 2, 3, 8];
/// A case with a surface of more bytes takes long under emulation.
const LARGEST: u64 = 1 << 22;

/// A line for each picture: its name and its hash.
///
/// # Errors
///
/// Says which scene could not be drawn, or which pictures differ.
pub fn lines() -> Result<Vec<String>, String> {
    let halves = [conformance::agg::half(), conformance::figure::half()];
    let scenes = halves.iter().flat_map(|half| &half.scenes);
    let scenes = scenes.map(of_scene);
    let cases = task::quick_cases()?;
    let cases = cases.iter().filter(|case| case.surface_bytes() <= LARGEST);
    scenes.chain(cases.map(of_case)).collect()
}

fn of_scene(scene: &Scene) -> Result<String, String> {
    let drawing = scene
        .draw()
        .map_err(|why| format!("{}: {why}", scene.name()))?;
    Ok(format!(
        "{} scene/{}",
        hash(drawing.picture.pixels()),
        scene.name()
    ))
}

/// A case drawn by each road and each number of threads.
fn of_case(case: &Case) -> Result<String, String> {
    let mut all = Sha1::new();
    for road in [Road::Canvas, Road::Plot] {
        if road.closed_to(case).is_some() {
            continue;
        }
        let draw = |threads| {
            let threads = NonZeroUsize::new(threads).unwrap_or(NonZeroUsize::MIN);
            road.pixels(case, threads)
        };
        let alone = draw(1);
        if THREADS.into_iter().any(|threads| draw(threads) != alone) {
            return Err(format!(
                "{} on {road} depends on the number of threads",
                case.name
            ));
        }
        all.update(&alone.unwrap_or_default());
    }
    Ok(format!("{} case/{}", all.digest(), case.name))
}

fn hash(bytes: &[u8]) -> String {
    Sha1::from(bytes).digest().to_string()
}
