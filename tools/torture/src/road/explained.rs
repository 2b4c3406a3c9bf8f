//! What a road draws otherwise than the table asks, on purpose. Exactly what is written here is
//! explained; anything else is a failure like any other.

use super::Road;

/// A picture that is not what the table asks, and why it stays so.
#[derive(Clone, Copy, Debug)]
struct Difference {
    roads: &'static [Road],
    cases: &'static [&'static str],
    /// What the road draws.
    found: &'static str,
    why: &'static str,
}

/// The roads that draw what matplotlib draws, to the byte.
const OF_MATPLOTLIB: &[Road] = &[Road::Plot, Road::Figure, Road::Python];

const KNOWN: [Difference; 4] = [
    Difference {
        roads: OF_MATPLOTLIB,
        cases: &["ops_2000_full"],
        found: "alpha 225 at (500, 500), not 230 to 255",
        why: "matplotlib's blender rounds down, so alpha 8 over alpha 225 adds nothing",
    },
    Difference {
        roads: OF_MATPLOTLIB,
        cases: &["zero_len_round", "zero_len_square", "zero_len_close_round"],
        found: "alpha 0 at (100, 100), not 255 to 255",
        why: "matplotlib draws no dot for a line without length",
    },
    Difference {
        roads: OF_MATPLOTLIB,
        cases: &["dash_dots_round"],
        found: "alpha 0 at (40, 100), not 255 to 255",
        why: "matplotlib draws no dot for a dash without length",
    },
    Difference {
        roads: &[Road::Python],
        cases: &["clip_empty"],
        found: "alpha 255 at (128, 128), not 0 to 0",
        why: "to matplotlib a clip path without points is no clip path",
    },
];

/// Why a road draws a case so and not as the table asks; `None` where it should not.
#[must_use]
pub fn reason(road: Road, case: &str, found: &str) -> Option<&'static str> {
    let is_it = |known: &&Difference| {
        known.roads.contains(&road) && known.cases.contains(&case) && known.found == found
    };
    KNOWN.iter().find(is_it).map(|known| known.why)
}
