//! Images as paint: pictures, patterns and textures.
//!
//! ```text
//!  pixel centre ─inverse map─► image, in 1/256 pixel ─► neighbours × weights ─► colour
//! ```
//!
//! Places count in 1/256 of an image pixel, weights in 1/16384, and channels are as precise as those
//! of the surface: whole numbers, rounded once, or floats. They are premultiplied, so that a
//! transparent neighbour has no colour to bleed.

mod filter;
mod kernel;
mod pattern;
mod sampler;
mod texel;
mod texture;

use crate::geometry::{Affine, Point, Transform};
use crate::paint::distortion::Distortion;
use crate::pixel::{Color, Premultiplied};

pub use filter::Filter;
pub use pattern::PatternStroke;
pub(crate) use sampler::Sampler;
pub use texel::Texel;
pub use texture::Texture;

/// What is beyond the sides of an image.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Edge {
    /// The background, which is nothing unless [`Image::with_background`] says otherwise.
    #[default]
    Clip,
    /// The pixel at the side.
    Clamp,
    /// The image again.
    Repeat,
    /// The image back and forth.
    Reflect,
}

/// How the colour between the pixels of an image is found.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Sampling {
    /// The nearest pixel.
    Nearest,
    /// The mean of four pixels by their nearness.
    #[default]
    Bilinear,
    /// The mean of the pixels under a filter of a fixed size: fine for enlarging.
    Filtered(Filter),
    /// The same with the filter widened where the image is made smaller, so that every pixel
    /// counts. Costs up to 200 times as much.
    Resampled(Filter),
}

/// A picture to paint with. The picture is shared, so that this is cheap to clone.
///
/// Its own format is one of those that a [`Texture`] holds. It is sampled in the precision of the
/// surface, so that an enlarged picture of 8 bits is smooth on one of 16.
///
/// It lies with its upper left corner in the origin, one of its pixels a unit, until
/// `with_transform` moves it. Under a transform that is singular or not finite it paints nothing.
///
/// ```
/// use agg_core::{Affine, Canvas, Color, Edge, FillRule, Filter, Image, Path, Pixmap, Sampling};
///
/// let mut tile = Pixmap::new(8, 8)?;
/// Canvas::new(&mut tile).fill(&Path::circle((4.0, 4.0), 3.0), FillRule::NonZero, Color::BLACK);
/// let dots = Image::new(tile)
///     .with_edge(Edge::Repeat)
///     .with_sampling(Sampling::Filtered(Filter::CatmullRom))
///     .with_transform(Affine::rotate(0.3).then(Affine::scale(1.5)));
/// let mut pixmap = Pixmap::new(60, 40)?;
/// Canvas::new(&mut pixmap).fill(&Path::circle((30.0, 20.0), 18.0), FillRule::NonZero, dots);
/// # Ok::<(), agg_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Image {
    texture: Texture,
    edges: [Edge; 2],
    background: Premultiplied,
    sampling: Sampling,
    blur: f64,
    transform: Affine,
    distortion: Option<Distortion>,
}

impl Image {
    /// The picture as it is; nothing beyond its sides.
    #[must_use]
    pub fn new(texture: impl Into<Texture>) -> Self {
        Self {
            texture: texture.into(),
            edges: [Edge::Clip; 2],
            background: Premultiplied::TRANSPARENT,
            sampling: Sampling::default(),
            blur: 1.0,
            transform: Affine::IDENTITY,
            distortion: None,
        }
    }

    /// The picture itself.
    #[must_use]
    pub fn texture(&self) -> &Texture {
        &self.texture
    }

    /// The same with something else beyond all its sides.
    #[must_use]
    pub fn with_edge(self, edge: Edge) -> Self {
        self.with_edges(edge, edge)
    }

    /// The same with something else beyond its left and right, and beyond its upper and lower side.
    #[must_use]
    pub fn with_edges(self, x: Edge, y: Edge) -> Self {
        Self {
            edges: [x, y],
            ..self
        }
    }

    /// The same with the colour that [`Edge::Clip`] shows.
    #[must_use]
    pub fn with_background(self, color: Color) -> Self {
        Self {
            background: color.premultiplied(),
            ..self
        }
    }

    /// The same with another way to find colours between pixels.
    #[must_use]
    pub fn with_sampling(self, sampling: Sampling) -> Self {
        Self { sampling, ..self }
    }

    /// The same with the filter of [`Sampling::Resampled`] widened by a factor up to 8; one below 1
    /// sharpens where the image is made smaller. The cost grows with its square.
    #[must_use]
    pub fn with_blur(self, blur: f64) -> Self {
        // Not `min`, which would make a factor of what is no number.
        let blur = if blur > 8.0 { 8.0 } else { blur };
        Self { blur, ..self }
    }

    /// The same with the picture mapped.
    #[must_use]
    pub fn with_transform(self, transform: Affine) -> Self {
        Self { transform, ..self }
    }

    /// The same with a map from where the picture would be seen without it to where its colours are
    /// taken from, both in the picture's pixels: a lens, waves, a perspective.
    #[must_use]
    pub fn with_distortion(self, distortion: impl Transform + Send + Sync + 'static) -> Self {
        let distortion = Some(Distortion::new(distortion));
        Self { distortion, ..self }
    }

    /// How to find the colours on a surface onto which `transform` maps what is drawn; `None` where
    /// it paints nothing.
    pub(crate) fn sampler<T: Texel>(&self, transform: Affine) -> Option<Sampler<'_, T>> {
        let map = self.transform.then(transform).inverse()?;
        Some(Sampler::new(self, map))
    }

    fn source(&self, map: &Affine, at: Point) -> Point {
        let at = *map * at;
        match &self.distortion {
            Some(distortion) => distortion.apply(at),
            None => at,
        }
    }
}
