//! A trace: the calls of one scene, and the digest of the surface after each.

use crate::call::Player;
use serde_json::Value;
use std::path::Path;

pub(crate) struct Scene {
    calls: Vec<Value>,
    size: (u32, u32),
    dpi: f64,
}

#[derive(Debug, PartialEq)]
pub(crate) enum Verdict {
    /// Every call that was looked at gave the same bytes.
    Same,
    /// The same, as far as the trace holds the data; see [`is_cut`].
    SameUntilDataEnds,
    /// The first call that did not.
    Differs(String),
}

impl Scene {
    pub(crate) fn load(path: &Path) -> Self {
        let text = std::fs::read_to_string(path).unwrap();
        let trace: Value = serde_json::from_str(&text).unwrap();
        let side = |name: &str| trace[name].as_u64().unwrap() as u32;
        Self {
            calls: trace["calls"].as_array().unwrap().clone(),
            size: (side("width"), side("height")),
            dpi: trace["dpi"].as_f64().unwrap(),
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.calls.len()
    }

    /// Replays the scene and looks at the surface after every call.
    pub(crate) fn replay(&self) -> Verdict {
        self.play(|_| true)
    }

    /// Replays the scene and looks at the surface at the end only; if it differs there, after
    /// every call.
    pub(crate) fn replay_whole(&self) -> Verdict {
        let is_drawing = |call: &Value| call["sha1_after"].is_string();
        let last = self.known().iter().rposition(is_drawing);
        match self.play(|i| Some(i) == last) {
            Verdict::Differs(_) => self.replay(),
            same => same,
        }
    }

    /// The calls up to the first whose data is missing.
    fn known(&self) -> &[Value] {
        let end = self.calls.iter().position(is_cut);
        &self.calls[..end.unwrap_or(self.calls.len())]
    }

    fn play(&self, looks: impl Fn(usize) -> bool) -> Verdict {
        let mut player = Player::new(self.size, self.dpi);
        for (i, call) in self.known().iter().enumerate() {
            player.play(call);
            let Some(expected) = call["sha1_after"].as_str().filter(|_| looks(i)) else {
                continue;
            };
            if sha1_smol::Sha1::from(player.bytes()).digest().to_string() != expected {
                let mut description = format!("call {i}: {call}");
                description.truncate(1500);
                return Verdict::Differs(description);
            }
        }
        if self.known().len() < self.len() {
            Verdict::SameUntilDataEnds
        } else {
            Verdict::Same
        }
    }
}

/// Whether a trace leaves data of a call out: a path of more than 2000 vertices (a hatch's too), the
/// pixels of an image, most of the lists of a collection.
fn is_cut(call: &Value) -> bool {
    let lacks = |name: &str, part: &str| call[name].is_object() && call[name][part].is_null();
    let lists = ["offsets", "coordinates", "points"];
    let hatch = &call["gc"]["hatchpath"];
    let hatch_lacks = hatch.is_object() && hatch["vertices"].is_null();
    hatch_lacks
        || lacks("path", "vertices")
        || lacks("image", "b64")
        || lists.iter().any(|l| call[l].is_object())
}
