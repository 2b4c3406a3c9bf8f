//! Paint: where the colour of a pixel comes from. Nothing here knows how it is laid on.

mod distortion;
mod gradient;
mod image;
mod mesh;

pub(crate) use gradient::Positions;
pub use gradient::{
    Conic, ConicGradient, Contour, ContourGradient, Diamond, DiamondGradient, Focal, FocalGradient,
    Gradient, Linear, LinearGradient, Radial, RadialGradient, Shape, Spread, SqrtXy,
    SqrtXyGradient, Xy, XyGradient,
};

pub(crate) use image::Sampler;
pub use image::{Edge, Filter, Image, PatternStroke, Sampling, Texel, Texture};
pub use mesh::Mesh;
pub(crate) use mesh::MeshShader;

use crate::pixel::Color;

/// What a shape is filled with. Colours, gradients and images turn into paint by themselves.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Paint {
    /// One colour everywhere.
    Solid(Color),
    /// Colours that change with the place.
    Gradient(Gradient),
    /// A picture.
    Image(Image),
    /// Another paint with its alpha multiplied by a gradient's.
    Faded(Box<Paint>, Gradient),
}

impl Paint {
    /// The same with its alpha multiplied by that of a gradient's colours.
    #[must_use]
    pub fn faded<S: Into<Shape>>(self, alpha: Gradient<S>) -> Self {
        Self::Faded(Box::new(self), alpha.erased())
    }
}

impl From<Color> for Paint {
    fn from(color: Color) -> Self {
        Self::Solid(color)
    }
}

impl<S: Into<Shape>> From<Gradient<S>> for Paint {
    fn from(gradient: Gradient<S>) -> Self {
        Self::Gradient(gradient.erased())
    }
}

impl From<Image> for Paint {
    fn from(image: Image) -> Self {
        Self::Image(image)
    }
}
