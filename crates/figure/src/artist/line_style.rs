//! Line styles: solid, dashed, and patterns of one's own.

use crate::name::Named;

/// How a line is interrupted.
///
/// The named patterns' lengths come from the [`Style`](crate::Style); all lengths are multiples
/// of the line's width.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq)]
pub enum LineStyle {
    /// Not at all: `"-"`, `"solid"`.
    Solid,
    /// Long dashes: `"--"`, `"dashed"`.
    Dashed,
    /// Long dashes and dots in turn: `"-."`, `"dashdot"`.
    DashDot,
    /// Dots: `":"`, `"dotted"`.
    Dotted,
    /// No line: `"none"`, `"None"`, `" "`, `""`.
    None,
    /// Lengths drawn and left out in turn, begun `offset` into the pattern. An odd number of
    /// lengths is walked twice, so that dashes and gaps change places.
    Pattern {
        /// How far into the pattern the line starts.
        offset: f64,
        /// Lengths of dash, gap, dash, gap …; finite, none negative, not all zero.
        lengths: Vec<f64>,
    },
}

impl Named for LineStyle {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "-" | "solid" => Self::Solid,
            "--" | "dashed" => Self::Dashed,
            "-." | "dashdot" => Self::DashDot,
            ":" | "dotted" => Self::Dotted,
            "none" | "None" | " " | "" => Self::None,
            _ => return None,
        })
    }
}
