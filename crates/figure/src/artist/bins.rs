//! What a histogram's values are counted in.

use crate::name::Named;

/// What values are counted in.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq)]
pub enum Bins {
    /// So many of the same width, from the smallest value to the largest.
    Count(usize),
    /// From edge to edge; the last one includes both its edges.
    Edges(Vec<f64>),
    /// The narrower of Sturges' and Freedman and Diaconis' bins.
    Auto,
    /// By the distance between the quartiles.
    FreedmanDiaconis,
    /// By the standard deviation.
    Scott,
    /// Twice the cube root of the number of values.
    Rice,
    /// The binary logarithm of the number of values, plus one.
    Sturges,
    /// The square root of the number of values.
    Sqrt,
    /// Sturges' bins, more of them for values that lean to one side.
    Doane,
    /// As many as predict left-out values best, by Stone's estimate.
    Stone,
}

impl From<usize> for Bins {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

impl From<i32> for Bins {
    /// So many; negative numbers count as none, which is an error when counting.
    fn from(count: i32) -> Self {
        Self::Count(usize::try_from(count).unwrap_or(0))
    }
}

impl From<Vec<f64>> for Bins {
    fn from(edges: Vec<f64>) -> Self {
        Self::Edges(edges)
    }
}

impl<const N: usize> From<[f64; N]> for Bins {
    fn from(edges: [f64; N]) -> Self {
        Self::Edges(edges.into())
    }
}

impl Named for Bins {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "auto" => Self::Auto,
            "fd" => Self::FreedmanDiaconis,
            "scott" => Self::Scott,
            "rice" => Self::Rice,
            "sturges" => Self::Sturges,
            "sqrt" => Self::Sqrt,
            "doane" => Self::Doane,
            "stone" => Self::Stone,
            _ => return None,
        })
    }
}
