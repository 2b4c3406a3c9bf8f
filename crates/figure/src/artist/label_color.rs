//! What colour the names in a legend have.

use crate::color::ColorSpec;

/// The colour of the names in a legend: one for all, one for each in turn, or that of the sample
/// beside each name. Anything that makes a [`ColorSpec`] makes one, and so do matplotlib's words
/// `"linecolor"`, `"markerfacecolor"` or `"mfc"`, `"markeredgecolor"` or `"mec"`.
///
/// A name whose sample has no such colour, has several, or takes its colours from a colormap, is
/// written in the style's colour for text. So is one beside lines of a collection.
#[derive(Clone, Debug, PartialEq)]
pub enum LabelColor {
    /// This one for all.
    One(ColorSpec),
    /// These, in turn; the style's where there are none.
    Each(Vec<ColorSpec>),
    /// What fills the sample, or else its edge's, or else its line's.
    Sample,
    /// What fills the sample or its marker.
    MarkerFace,
    /// The edge of the sample or of its marker.
    MarkerEdge,
}

impl<C: Into<ColorSpec>> From<C> for LabelColor {
    fn from(color: C) -> Self {
        let color = color.into();
        match color.unknown() {
            Some("linecolor") => Self::Sample,
            Some("markerfacecolor" | "mfc") => Self::MarkerFace,
            Some("markeredgecolor" | "mec") => Self::MarkerEdge,
            _ => Self::One(color),
        }
    }
}
