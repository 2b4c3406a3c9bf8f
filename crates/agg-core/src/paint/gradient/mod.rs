//! Gradients: colours that change with the place.
//!
//! ```text
//!  pixel centre ─map─► gradient's frame ─shape─► distance ─spread─► index ─table─► colour
//! ```
//!
//! The frame has the scale of the surface, and both its coordinates and distances count in 1/16 of
//! a pixel, rounded down; the distance from 0 to the gradient's extent becomes an index into a
//! table of colours, rounded down too. Each pixel is reckoned from its own centre, so a part of a
//! picture has the colours that it has in the whole.

mod contour;
mod positions;
mod shape;
mod stops;

use crate::geometry::{Affine, Point, Transform};
use crate::paint::distortion::Distortion;
use crate::path::Path;
use crate::pixel::{Color, ColorSpace};

pub use contour::Contour;
pub(crate) use positions::Positions;
pub use shape::{Conic, Diamond, Focal, Linear, Radial, Shape, SqrtXy, Xy};
use stops::Stops;

/// What a gradient does beyond its ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Spread {
    /// Goes on with the colour of the end.
    #[default]
    Pad,
    /// Starts again.
    Repeat,
    /// Goes back and forth.
    Reflect,
}

/// A shape along which colours change, and the colours.
///
/// Coordinates are those of the paths that are filled with it; `with_transform` and the transform
/// of the canvas map both alike. Without stops, or where a transform is singular or a number is
/// not finite, it paints nothing. Where it has no extent (both ends in one place, radius 0), it
/// paints the last colour.
///
/// ```
/// use agg_core::{Color, LinearGradient, Spread};
///
/// let stripes = LinearGradient::new((0.0, 0.0), (20.0, 0.0))
///     .with_stops(&[(0.0, Color::WHITE), (0.5, Color::WHITE), (0.5, Color::BLACK)])
///     .with_spread(Spread::Repeat);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Gradient<S = Shape> {
    shape: S,
    stops: Stops,
    spread: Spread,
    transform: Affine,
    steps: Option<u16>,
    distortion: Option<Distortion>,
}

/// Colours change along a line from one point to another.
pub type LinearGradient = Gradient<Linear>;
/// Colours change from a centre outwards.
pub type RadialGradient = Gradient<Radial>;
/// Colours change from a focus to a circle around it.
pub type FocalGradient = Gradient<Focal>;
/// Colours change around a centre.
pub type ConicGradient = Gradient<Conic>;
/// Colours change from a centre outwards, in squares.
pub type DiamondGradient = Gradient<Diamond>;
/// Colours change with the product of the distances from two axes.
pub type XyGradient = Gradient<Xy>;
/// Colours change with the root of the product of the distances from two axes.
pub type SqrtXyGradient = Gradient<SqrtXy>;
/// Colours change with the distance from an outline.
pub type ContourGradient = Gradient<Contour>;

impl Gradient<Linear> {
    /// A gradient that starts in one point and ends in another.
    #[must_use]
    pub fn new(start: impl Into<Point>, end: impl Into<Point>) -> Self {
        let (start, end) = (start.into(), end.into());
        Self::of(Linear { start, end })
    }
}

impl Gradient<Radial> {
    /// A gradient from a centre to a circle around it.
    #[must_use]
    pub fn new(center: impl Into<Point>, radius: f64) -> Self {
        let center = center.into();
        Self::of(Radial { center, radius })
    }
}

impl Gradient<Focal> {
    /// A gradient from a focus to a circle around it. A focus outside is moved to the circle.
    #[must_use]
    pub fn new(center: impl Into<Point>, radius: f64, focus: impl Into<Point>) -> Self {
        let (center, focus) = (center.into(), focus.into());
        Self::of(Focal {
            center,
            radius,
            focus,
        })
    }
}

impl Gradient<Conic> {
    /// A gradient once around a centre from an angle in radians, from the x axis towards the y
    /// axis.
    #[must_use]
    pub fn new(center: impl Into<Point>, start: f64) -> Self {
        let (center, sweep) = (center.into(), std::f64::consts::TAU);
        Self::of(Conic {
            center,
            start,
            sweep,
        })
    }

    /// The same that ends after another angle than a full turn; negative turns the other way.
    #[must_use]
    pub fn with_sweep(mut self, sweep: f64) -> Self {
        self.shape.sweep = sweep;
        self
    }
}

impl Gradient<Diamond> {
    /// A gradient from a centre to the square around it whose sides have twice the radius.
    #[must_use]
    pub fn new(center: impl Into<Point>, radius: f64) -> Self {
        let center = center.into();
        Self::of(Diamond { center, radius })
    }
}

impl Gradient<Xy> {
    /// A gradient that ends where the product of the distances from both axes through the centre
    /// is the square of `size`.
    #[must_use]
    pub fn new(center: impl Into<Point>, size: f64) -> Self {
        let center = center.into();
        Self::of(Xy { center, size })
    }
}

impl Gradient<SqrtXy> {
    /// A gradient that ends where the product of the distances from both axes through the centre
    /// is the square of `size`, in even steps.
    #[must_use]
    pub fn new(center: impl Into<Point>, size: f64) -> Self {
        let center = center.into();
        Self::of(SqrtXy { center, size })
    }
}

impl Gradient<Contour> {
    /// A gradient that starts on the outline of a path and ends at a distance from it, on either
    /// side.
    #[must_use]
    pub fn new(path: &Path, reach: f64) -> Self {
        Self::of(Contour::new(path, reach))
    }
}

impl<S> Gradient<S> {
    /// A gradient of a shape, without colours yet.
    fn of(shape: S) -> Self {
        Self {
            shape,
            stops: Stops::default(),
            spread: Spread::Pad,
            transform: Affine::IDENTITY,
            steps: None,
            distortion: None,
        }
    }

    /// The same with these colours, each at a place from 0, the start, to 1, the end.
    ///
    /// Places are cut off at 0 and 1; one before the place ahead of it counts as that place; a stop
    /// at no number is left out. Two stops at one place make an edge.
    #[must_use]
    pub fn with_stops(mut self, stops: &[(f64, Color)]) -> Self {
        self.stops.set(stops);
        self
    }

    /// The same with another way to go on beyond the ends.
    #[must_use]
    pub fn with_spread(self, spread: Spread) -> Self {
        Self { spread, ..self }
    }

    /// The same with its colours mixed in another space.
    #[must_use]
    pub fn with_space(mut self, space: ColorSpace) -> Self {
        self.stops.space = space;
        self
    }

    /// The same with another number of colours from its start to its end, at least 2: few make
    /// bands, many a smooth way through more colours than two. Without this there are 256, and
    /// 4096 on formats of more than 8 bits a channel.
    #[must_use]
    pub fn with_steps(self, steps: u16) -> Self {
        let steps = Some(steps.max(2));
        Self { steps, ..self }
    }

    /// The same with its shape mapped.
    #[must_use]
    pub fn with_transform(self, transform: Affine) -> Self {
        Self { transform, ..self }
    }

    /// The same with a map from where a colour would be seen without it to where it is taken from,
    /// both in the coordinates of the shape: a lens, waves, a perspective.
    ///
    /// ```
    /// use agg_core::{Canvas, Color, LinearGradient, Magnifier, Pixmap};
    ///
    /// let plain = LinearGradient::new((0.0, 0.0), (64.0, 0.0))
    ///     .with_stops(&[(0.0, Color::BLACK), (1.0, Color::WHITE)]);
    /// let bent = plain.clone().with_distortion(Magnifier::new((32.0, 2.0), 4.0, 2.0));
    /// let mut pixmaps = [Pixmap::new(64, 4)?, Pixmap::new(64, 4)?];
    /// for (pixmap, gradient) in pixmaps.iter_mut().zip([plain, bent]) {
    ///     Canvas::new(pixmap).fill_all(gradient);
    /// }
    /// let [plain, bent] = pixmaps.map(|pixmap| pixmap.pixel(35, 1).map_or(0, |[red, ..]| red));
    /// assert!(bent > plain, "taken from further out");
    /// # Ok::<(), agg_core::Error>(())
    /// ```
    #[must_use]
    pub fn with_distortion(self, distortion: impl Transform + Send + Sync + 'static) -> Self {
        let distortion = Some(Distortion::new(distortion));
        Self { distortion, ..self }
    }
}

impl<S: Into<Shape>> Gradient<S> {
    /// The same gradient, whatever its shape.
    #[must_use]
    pub fn erased(self) -> Gradient {
        Gradient {
            shape: self.shape.into(),
            stops: self.stops,
            spread: self.spread,
            transform: self.transform,
            steps: self.steps,
            distortion: self.distortion,
        }
    }
}

impl Gradient {
    /// How many colours it has where it is drawn with `usual` ones unless told otherwise.
    pub(crate) fn steps(&self, usual: usize) -> usize {
        self.steps.map_or(usual, usize::from)
    }

    /// Whether there are any stops.
    pub(crate) fn has_colors(&self) -> bool {
        !self.stops.is_empty()
    }

    /// One of `size` colours from start to end in even steps.
    pub(crate) fn color(&self, index: usize, size: usize) -> Color {
        self.stops.step(index, size)
    }

    /// The colours from start to end in even steps; none without stops.
    pub(crate) fn table(&self, size: usize) -> Vec<Color> {
        self.stops.table(size)
    }

    /// How to find the place in a table of `size` colours for each pixel of a surface onto which
    /// `transform` maps what is drawn; `None` where it paints nothing.
    pub(crate) fn positions(&self, transform: Affine, size: usize) -> Option<Positions<'_>> {
        let map = self.transform.then(transform);
        let positions = Positions::new(&self.shape, map, self.spread, size)?;
        match &self.distortion {
            Some(distortion) => positions.distorted(distortion, map),
            None => Some(positions),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gradient_has_as_many_colours_as_it_is_told() {
        let gray = |v: f64| Color::new(v, v, v, 1.0);
        let line = LinearGradient::new((0.0, 0.0), (1.0, 0.0));
        let line = line.with_stops(&[(0.0, gray(0.0)), (1.0, gray(1.0))]);
        let colors = |line: LinearGradient| {
            let line = line.erased();
            line.table(line.steps(256))
        };
        assert_eq!(colors(line.clone()).len(), 256);
        let three = colors(line.clone().with_steps(3));
        assert_eq!(three, [gray(0.0), gray(0.5), gray(1.0)]);
        assert_eq!(colors(line.with_steps(0)), [gray(0.0), gray(1.0)]);
    }
}
