//! Dashes: four phases on an open and on a closed path, curves flattened first.

use agg_core::{Cap, Dash, Path, PathIterator, Stroke};

use super::picture::{AggScene, MakePath, Picture};
use super::stroke::{self, CAPS};

pub(super) fn scenes() -> Vec<AggScene> {
    let mut scenes = Vec::new();
    let paths: [(&str, MakePath); 3] = [
        ("open", open_path),
        ("closed", closed_path),
        ("two_subpaths", two_subpaths),
    ];
    for phase in [0.0, 5.0, 17.5, 40.0] {
        for (name, path) in paths {
            let name = format!("dash_{name}_phase_{phase}");
            scenes.push(scene(name, path, phase, Cap::Butt));
        }
    }
    for (name, cap) in CAPS {
        scenes.push(scene(format!("dash_cap_{name}"), closed_path, 5.0, cap));
    }
    scenes
}

fn scene(name: String, path: MakePath, phase: f64, cap: Cap) -> AggScene {
    AggScene::new(name, (96, 96), move |picture| {
        draw(picture, &path(), phase, cap);
    })
}

fn draw(picture: &mut Picture, path: &Path, phase: f64, cap: Cap) {
    let flattened = picture.keep("flattened", path.elements().flattened(0.5));
    let dash = Dash::new(phase, &[20.0, 7.0, 3.0, 7.0]);
    let dashed = picture.keep("dashed", flattened.elements().dashed(&dash));
    stroke::draw(picture, &dashed, &Stroke::new(5.0).with_cap(cap));
}

fn open_path() -> Path {
    let mut path = Path::polyline([(6.0, 70.0), (28.0, 12.0)]);
    path.cubic_to((50.0, 0.0), (20.0, 90.0), (64.0, 78.0));
    path.line_to((88.0, 20.0));
    path
}

fn closed_path() -> Path {
    let mut path = Path::polyline([(12.0, 14.0), (70.0, 8.0)]);
    path.quad_to((110.0, 50.0), (60.0, 84.0));
    path.line_to((20.0, 80.0));
    path.close();
    path
}

/// The pattern starts anew in each subpath.
fn two_subpaths() -> Path {
    let mut path = Path::polyline([(5.0, 20.0), (90.0, 30.0)]);
    path.extend(Path::polygon([(20.0, 45.0), (80.0, 50.0), (40.0, 88.0)]).elements());
    path
}
