//! A trace: the calls of one scene, and the digest of the surface after each.

use crate::call::Player;
use serde_json::Value;
use std::path::Path;

pub struct Scene {
    calls: Vec<Value>,
    size: (u32, u32),
    dpi: f64,
}

#[derive(Debug)]
pub enum Verdict {
    /// Every call gave the same bytes.
    Same { calls: usize },
    /// The first one that did not.
    Differs { call: usize, description: String },
    /// As far as the trace holds the data; a path of more than 2000 vertices is left out of it.
    SameUntilDataEnds { calls: usize },
}

impl Scene {
    pub fn load(path: &Path) -> Self {
        let text = std::fs::read_to_string(path).unwrap();
        let trace: Value = serde_json::from_str(&text).unwrap();
        let side = |name: &str| trace[name].as_u64().unwrap() as u32;
        Self {
            calls: trace["calls"].as_array().unwrap().clone(),
            size: (side("width"), side("height")),
            dpi: trace["dpi"].as_f64().unwrap(),
        }
    }

    pub fn replay(&self) -> Verdict {
        let mut player = Player::new(self.size, self.dpi);
        for (i, call) in self.calls.iter().enumerate() {
            if call["path"]["vertices"].is_null() && call["path"].is_object() {
                return Verdict::SameUntilDataEnds { calls: i };
            }
            player.play(call);
            let Some(expected) = call["sha1_after"].as_str() else {
                continue;
            };
            let digest = sha1_smol::Sha1::from(player.bytes()).digest().to_string();
            if digest != expected {
                let mut description = call.to_string();
                description.truncate(1500);
                return Verdict::Differs {
                    call: i,
                    description,
                };
            }
        }
        Verdict::Same {
            calls: self.calls.len(),
        }
    }
}
