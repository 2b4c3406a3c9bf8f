//! A picture as a pen: repeated along a line.

use crate::paint::image::{Edge, Image, Sampler, Texel, Texture};
use crate::raster::{LinePattern, PatternPixel};

/// A picture that is repeated along lines, its rows across them.
///
/// The first row lies on the side towards which the y axis is turned from the direction of the
/// line. Pixels between those of the picture are smooth in both directions, and fade out at its
/// upper and lower side.
///
/// ```
/// use agg_core::{Canvas, Color, Path, PatternStroke, Pixmap, Rect, FillRule};
///
/// let mut arrow = Pixmap::new(16, 8)?;
/// let head = Path::polygon([(2.0, 0.0), (14.0, 4.0), (2.0, 8.0)]);
/// Canvas::new(&mut arrow).fill(&head, FillRule::NonZero, Color::BLACK);
/// let mut pixmap = Pixmap::new(80, 40)?;
/// let path = Path::polyline([(5.0, 30.0), (40.0, 8.0), (75.0, 30.0)]);
/// Canvas::new(&mut pixmap).stroke_pattern(&path, &PatternStroke::new(arrow));
/// # Ok::<(), agg_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct PatternStroke {
    image: Image,
    width: Option<f64>,
    scale: f64,
    start: f64,
}

impl PatternStroke {
    /// Lines as wide as the picture is high, in pixels of the surface.
    #[must_use]
    pub fn new(texture: impl Into<Texture>) -> Self {
        Self {
            image: Image::new(texture).with_edges(Edge::Repeat, Edge::Clip),
            width: None,
            scale: 1.0,
            start: 0.0,
        }
    }

    /// The same with another width of the line, for which the picture is stretched across it. It is
    /// cut off at 1/256 and 2²².
    #[must_use]
    pub fn with_width(self, width: f64) -> Self {
        let width = Some(width);
        Self { width, ..self }
    }

    /// The same with the picture stretched along the line by a factor from 1/4096 to 4096.
    #[must_use]
    pub fn with_scale(self, scale: f64) -> Self {
        Self { scale, ..self }
    }

    /// The same starting so many of its pixels within the picture; NaN counts as 0.
    #[must_use]
    pub fn with_start(self, start: f64) -> Self {
        Self { start, ..self }
    }

    /// Where in the picture each pixel of a line lies.
    pub(crate) fn places(&self) -> LinePattern {
        let (width, height) = self.size();
        LinePattern::new(width, self.width.unwrap_or(height))
            .with_scale(self.scale)
            .with_start(self.start)
    }

    /// How to find the colour at such a place.
    pub(crate) fn colors<T: Texel>(&self) -> PatternColors<'_, T> {
        let (_, height) = self.size();
        PatternColors {
            sampler: Sampler::unmapped(&self.image),
            stretch: self.width.map(|width| height / width),
        }
    }

    fn size(&self) -> (f64, f64) {
        let (width, height) = self.image.texture().size();
        (f64::from(width), f64::from(height))
    }
}

/// The colours of a pattern.
#[derive(Clone, Debug)]
pub(crate) struct PatternColors<'a, T: Texel> {
    sampler: Sampler<'a, T>,
    /// Rows of the picture for a pixel across the line, where that is not one.
    stretch: Option<f64>,
}

impl<T: Texel> PatternColors<'_, T> {
    pub(crate) fn color(&self, pixel: PatternPixel) -> T::Pixel {
        let PatternPixel { u, v, .. } = pixel;
        let v = match self.stretch {
            // From centres of rows to their sides and back, 128/256 away.
            Some(stretch) => ((f64::from(v) + 128.0) * stretch - 128.0).round() as i32,
            None => v,
        };
        self.sampler.between(u, v.clamp(-(1 << 30), 1 << 30))
    }
}
