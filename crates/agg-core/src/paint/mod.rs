//! Paint: where the colour of a pixel comes from.

use crate::pixel::Color;

/// What a shape is filled with. Colours turn into paint by themselves.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Paint {
    /// One colour everywhere.
    Solid(Color),
}

impl From<Color> for Paint {
    fn from(color: Color) -> Self {
        Self::Solid(color)
    }
}
