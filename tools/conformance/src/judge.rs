//! Holds the drawings of one half against its reference files.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::{Path, PathBuf};

use golden::{
    Error, Ulps, Vertex, VertexDifference, check_oracle, compare_vertices, read_vertices,
    reference_images,
};

use crate::explain::{Explanation, explanation};
use crate::scene::{Scene, Stage};

/// The scenes of one oracle, and where its files are.
#[derive(Debug)]
pub struct Half {
    /// The folder inside `reference-images`.
    pub folder: &'static str,
    /// The command that makes the folder.
    pub remake: &'static str,
    /// What this project draws.
    pub scenes: Vec<Scene>,
}

/// What became of one scene.
#[derive(Debug)]
pub struct Row {
    /// `folder/name`.
    pub scene: String,
    /// The files that it was held against.
    pub reference: String,
    /// How many bytes of the picture differ.
    pub bytes: usize,
    /// The conclusion.
    pub verdict: Verdict,
}

/// The conclusion about one scene.
#[derive(Debug)]
pub enum Verdict {
    /// Every byte of the picture and every bit of the vertices agrees.
    Identical,
    /// It differs as `explain.rs` says.
    Explained(&'static str),
    /// It differs, or it could not be compared; each line says something that is wrong.
    Unexplained(Vec<String>),
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:<52} {:<28} {:>7}  ",
            self.scene, self.reference, self.bytes
        )?;
        match &self.verdict {
            Verdict::Identical => write!(f, "identical"),
            Verdict::Explained(reason) => write!(f, "explained: {reason}"),
            Verdict::Unexplained(faults) => write!(f, "UNEXPLAINED: {}", faults.join("; ")),
        }
    }
}

/// How many rows came to each conclusion.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Rows without any difference.
    pub identical: usize,
    /// Rows with a known difference.
    pub explained: usize,
    /// Rows that are wrong.
    pub unexplained: usize,
}

impl Tally {
    /// Counts one more row.
    pub fn add(&mut self, row: &Row) {
        *match row.verdict {
            Verdict::Identical => &mut self.identical,
            Verdict::Explained(_) => &mut self.explained,
            Verdict::Unexplained(_) => &mut self.unexplained,
        } += 1;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            identical,
            explained,
            unexplained,
        } = self;
        let scenes = identical + explained + unexplained;
        write!(
            f,
            "scenes: {scenes}, identical: {identical}, explained: {explained}, \
             unexplained: {unexplained}"
        )
    }
}

/// Draws the scenes one by one and yields a row for each, then one for each
/// reference that no scene draws. With `names`, for these alone, in their order in
/// the half.
///
/// # Errors
///
/// When the folder of references cannot be listed, or a name is unknown.
pub fn rows<'a>(
    half: &'a Half,
    names: &'a [String],
) -> std::io::Result<impl Iterator<Item = Row> + 'a> {
    let mut orphans = pictures_in(&reference_images().join(half.folder))?;
    let is_scene = |name: &String| half.scenes.iter().any(|scene| scene.name() == name);
    if let Some(name) = names.iter().find(|name| !is_scene(name)) {
        return Err(std::io::Error::other(format!("no scene is named {name}")));
    }
    let is_asked = |name: &str| names.is_empty() || names.iter().any(|asked| asked == name);
    orphans.retain(|name| is_asked(name));
    for scene in &half.scenes {
        orphans.remove(scene.name());
    }
    let asked = half
        .scenes
        .iter()
        .filter(move |scene| is_asked(scene.name()));
    let drawn = asked.map(|scene| judge(half, scene));
    Ok(drawn.chain(orphans.into_iter().map(|name| orphan(half, &name))))
}

fn pictures_in(folder: &Path) -> std::io::Result<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "png") {
            names.extend(
                path.file_stem()
                    .map(|stem| stem.to_string_lossy().into_owned()),
            );
        }
    }
    Ok(names)
}

fn orphan(half: &Half, name: &str) -> Row {
    fault(
        format!("{}/{name}", half.folder),
        "no scene draws this reference".into(),
    )
}

fn fault(scene: String, fault: String) -> Row {
    Row {
        scene,
        reference: "picture".into(),
        bytes: 0,
        verdict: Verdict::Unexplained(vec![fault]),
    }
}

fn judge(half: &Half, scene: &Scene) -> Row {
    let name = format!("{}/{}", half.folder, scene.name());
    let drawing = match scene.draw() {
        Ok(drawing) => drawing,
        Err(error) => return fault(name, format!("cannot be drawn: {error}")),
    };
    let mut inspection = Inspection::new(explanation(&name));
    inspection.picture(check_oracle(&name, &drawing.picture, half.remake));
    let mut references = vec!["picture"];
    let mut lists = vertex_lists(half, scene.name());
    for stage in &drawing.stages {
        references.push(stage.name);
        let list = lists.remove(stage.name);
        inspection.stage(stage, list.as_deref());
    }
    inspection.faults.extend(
        lists
            .into_keys()
            .map(|stage| format!("{stage}: no scene keeps it")),
    );
    Row {
        scene: name,
        reference: references.join(", "),
        bytes: inspection.bytes,
        verdict: inspection.verdict(),
    }
}

/// What has been seen of one scene so far.
#[derive(Debug, Default)]
struct Inspection {
    allowed: Option<Explanation>,
    bytes: usize,
    excused: bool,
    faults: Vec<String>,
}

impl Inspection {
    fn new(allowed: Option<Explanation>) -> Self {
        Self {
            allowed,
            ..Self::default()
        }
    }

    fn picture(&mut self, checked: Result<(), Error>) {
        match checked {
            Ok(()) => {}
            Err(Error::Differs { difference, .. }) => {
                self.bytes = difference.bytes();
                let excused = self.allowed.is_some_and(|entry| entry.bytes == self.bytes);
                self.differs(excused, difference.to_string());
            }
            Err(error) => self.faults.push(error.to_string()),
        }
    }

    fn stage(&mut self, stage: &Stage, list: Option<&Path>) {
        let Some(list) = list else {
            self.faults
                .push(format!("{}: no list of vertices", stage.name));
            return;
        };
        match vertex_difference(list, &stage.vertices) {
            Ok(None) => {}
            Ok(Some(difference)) => {
                let excused = self.allowed.is_some_and(|entry| covers(entry, &difference));
                self.differs(excused, format!("{}: {difference}", stage.name));
            }
            Err(error) => self.faults.push(error.to_string()),
        }
    }

    fn differs(&mut self, excused: bool, how: String) {
        if excused {
            self.excused = true;
        } else {
            self.faults.push(how);
        }
    }

    fn verdict(mut self) -> Verdict {
        match self.allowed {
            Some(entry) if self.faults.is_empty() && self.excused => {
                Verdict::Explained(entry.reason)
            }
            Some(_) if self.faults.is_empty() => {
                self.faults
                    .push("it has an explanation, but no difference".into());
                Verdict::Unexplained(self.faults)
            }
            None if self.faults.is_empty() => Verdict::Identical,
            _ => Verdict::Unexplained(self.faults),
        }
    }
}

/// Whether the explanation allows this: coordinates a little off, never another command.
fn covers(entry: Explanation, difference: &VertexDifference) -> bool {
    difference.same_commands && difference.largest <= entry.ulps
}

fn vertex_difference(path: &Path, actual: &[Vertex]) -> Result<Option<VertexDifference>, Error> {
    let expected = drawn(&read_vertices(path)?);
    Ok(compare_vertices(&expected, &drawn(actual), Ulps(0)))
}

/// Without the moves that no line follows, which draw nothing: AGG's dashes emit
/// one at every corner inside a gap.
fn drawn(vertices: &[Vertex]) -> Vec<Vertex> {
    let is_move = |vertex: &Vertex| matches!(vertex, Vertex::MoveTo(..));
    let following = vertices.iter().skip(1).map(Some).chain([None]);
    let pairs = vertices.iter().zip(following);
    let kept = pairs.filter(|(vertex, next)| !is_move(vertex) || next.is_some_and(|n| !is_move(n)));
    kept.map(|(vertex, _)| *vertex).collect()
}

/// The vertex lists that the oracle made for a scene, by stage.
fn vertex_lists(half: &Half, scene: &str) -> BTreeMap<String, PathBuf> {
    let folder = reference_images().join(half.folder).join("vertices");
    let Ok(entries) = std::fs::read_dir(folder) else {
        return BTreeMap::new();
    };
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    paths
        .filter_map(|path| Some((stage_of(&path, scene)?, path)))
        .collect()
}

/// `stroked` for the file `<scene>.stroked.txt`. Names of scenes may have dots,
/// names of stages have none.
fn stage_of(path: &Path, scene: &str) -> Option<String> {
    let file = path.file_name()?.to_str()?;
    let stage = file
        .strip_prefix(scene)?
        .strip_prefix('.')?
        .strip_suffix(".txt")?;
    (!stage.contains('.')).then(|| stage.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Drawing;
    use golden::Image;

    /// A half whose only scene is named `name` and draws `pixel`.
    fn half(name: &str, pixel: [u8; 4]) -> Half {
        let draw = move || {
            let picture = Image::new(1, 1, pixel).map_err(|error| error.to_string())?;
            Ok(Drawing {
                picture,
                stages: Vec::new(),
            })
        };
        Half {
            folder: "agg",
            remake: "the command",
            scenes: vec![Scene::new(name, draw)],
        }
    }

    fn faults(row: &Row) -> String {
        match &row.verdict {
            Verdict::Unexplained(faults) => faults.join("; "),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn a_reference_that_no_scene_draws_is_a_row() {
        let half = half("star_nonzero", [0; 4]);
        let rows: Vec<Row> = rows(&half, &[]).unwrap().collect();
        let orphan = rows
            .iter()
            .find(|row| row.scene == "agg/star_evenodd")
            .unwrap();
        assert_eq!(faults(orphan), "no scene draws this reference");
        assert_eq!(
            rows.iter()
                .filter(|row| row.scene == "agg/star_nonzero")
                .count(),
            1
        );
    }

    #[test]
    fn a_scene_without_reference_is_a_row() {
        let half = half("unheard_of", [0; 4]);
        let row = rows(&half, &[]).unwrap().next().unwrap();
        assert!(faults(&row).contains("unheard_of.png"), "{row}");
    }

    #[test]
    fn a_list_of_vertices_that_no_scene_keeps_is_a_fault() {
        let half = half("circle", [0; 4]);
        let row = rows(&half, &[]).unwrap().next().unwrap();
        assert!(
            faults(&row).contains("flattened: no scene keeps it"),
            "{row}"
        );
    }

    #[test]
    fn an_explanation_allows_only_what_was_measured() {
        let entry = Explanation {
            bytes: 3,
            ulps: Ulps(2),
            reason: "known",
        };
        let verdict = |bytes| {
            let mut inspection = Inspection::new(Some(entry));
            inspection.bytes = bytes;
            inspection.differs(bytes == entry.bytes, "it differs".into());
            inspection.verdict()
        };
        assert!(matches!(verdict(3), Verdict::Explained("known")));
        assert!(matches!(verdict(4), Verdict::Unexplained(_)));
        let unneeded = Inspection::new(Some(entry)).verdict();
        assert!(matches!(unneeded, Verdict::Unexplained(_)));
    }

    #[test]
    fn stages_are_told_apart_from_dots_in_names() {
        let path = Path::new("vertices/dash_open_phase_17.5.dashed.txt");
        assert_eq!(
            stage_of(path, "dash_open_phase_17.5").as_deref(),
            Some("dashed")
        );
        assert_eq!(stage_of(path, "dash_open_phase_17"), None);
    }

    #[test]
    fn moves_that_draw_nothing_are_left_out() {
        let (a, b) = (Vertex::MoveTo(0.0, 0.0), Vertex::MoveTo(1.0, 1.0));
        let line = Vertex::LineTo(2.0, 2.0);
        assert_eq!(
            drawn(&[a, b, line, Vertex::Close, a]),
            [b, line, Vertex::Close]
        );
    }
}
