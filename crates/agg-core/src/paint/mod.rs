//! Paint: where the colour of a pixel comes from. Nothing here knows how it is laid on.

mod distortion;
mod gradient;
mod image;
mod mesh;
mod recolor;

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
pub use recolor::Recoloring;

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
    /// Another paint with each of its colours changed.
    Recolored(Box<Paint>, Recoloring),
}

impl Paint {
    /// The same with its alpha multiplied by that of a gradient's colours.
    #[must_use]
    pub fn faded<S: Into<Shape>>(self, alpha: Gradient<S>) -> Self {
        Self::Faded(Box::new(self), alpha.erased())
    }

    /// The same with each colour changed, after it was found: an image in gray, or transparent
    /// where it is bright. Costs a call for each pixel.
    ///
    /// ```
    /// use agg_core::{Color, LinearGradient, Paint};
    ///
    /// let sky = LinearGradient::new((0.0, 0.0), (0.0, 99.0))
    ///     .with_stops(&[(0.0, Color::WHITE), (1.0, Color::from_rgb8(31, 119, 180))]);
    /// let shade = Paint::from(sky).recolored(|c| Color::BLACK.with_alpha(1.0 - c.r));
    /// ```
    #[must_use]
    pub fn recolored(self, change: impl Fn(Color) -> Color + Send + Sync + 'static) -> Self {
        Self::Recolored(Box::new(self), Recoloring::new(change))
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
