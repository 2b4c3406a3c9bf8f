//! The scenes that the real matplotlib draws, drawn by `figure`.

use crate::judge::Half;

/// Every scene of `tools/oracle/matplotlib`.
pub fn half() -> Half {
    Half {
        folder: "matplotlib",
        remake: "tools/oracle/matplotlib/make",
        scenes: Vec::new(),
    }
}
