//! Every call that matplotlib 3.11.2 made of its renderer for a scene, made again of ours: the
//! SHA-1 of the whole surface must be the same after each.
//!
//! The traces are in `reference-images/matplotlib`; PROVENANCE.md there says how they were made.

#[cfg(test)]
mod call;
#[cfg(test)]
mod scene;

use scene::{Scene, Verdict};
use std::path::PathBuf;

fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../reference-images/matplotlib")
        .join(name)
}

fn replay(path: &std::path::Path) {
    let scene = Scene::load(path);
    assert!(scene.len() > 10, "{} calls", scene.len());
    assert_eq!(scene.replay(), Verdict::Same, "{}", path.display());
}

macro_rules! fixtures {
    ($($name:ident)*) => {$(
        #[test]
        fn $name() {
            replay(&folder(concat!("fixtures/", stringify!($name), ".json")));
        }
    )*};
}

fixtures! { lab himom markers scatter bars quad image tsunami mathtext }

#[test]
fn every_other_scene() {
    let entries = std::fs::read_dir(folder("")).unwrap();
    let mut traces: Vec<PathBuf> = entries.map(|e| e.unwrap().path()).collect();
    traces.retain(|p| p.extension().is_some_and(|e| e == "json"));
    traces.sort();
    assert!(traces.len() > 100, "{} traces", traces.len());
    let (mut failed, mut whole) = (Vec::new(), 0);
    for path in &traces {
        match Scene::load(path).replay_whole() {
            Verdict::Same => whole += 1,
            Verdict::SameUntilDataEnds => {}
            differs @ Verdict::Differs(_) => {
                failed.push(format!("{}: {differs:?}", path.display()));
            }
        }
    }
    assert!(
        failed.is_empty(),
        "{} of {}:\n{}",
        failed.len(),
        traces.len(),
        failed.join("\n")
    );
    assert!(whole > 100, "{whole} whole traces");
}
