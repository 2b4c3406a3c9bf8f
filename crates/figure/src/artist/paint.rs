//! What fills and outlines a shape, or many shapes in turn.

use agg_core::{Cap, Join};

use crate::artist::{Artist, LineStyle};
use crate::color::ColorSpec;
use crate::error::{Error, Result};
use crate::name::ByName;

/// The faces and outlines of one shape or of many. Lists are counted around: with two colours, the
/// third shape has the first.
#[derive(Clone, Debug, Default)]
pub struct Paint {
    pub(crate) face: Colors,
    pub(crate) edge: Colors,
    pub(crate) hatchcolor: Option<ColorSpec>,
    pub(crate) hatches: Vec<String>,
    pub(crate) linewidths: Vec<f64>,
    pub(crate) linestyles: Vec<ByName<LineStyle>>,
    pub(crate) aliased: Option<bool>,
    pub(crate) cap: Option<Cap>,
    pub(crate) join: Option<Join>,
    /// Opacities of shapes one by one, where they have their own.
    pub(crate) alphas: Vec<f64>,
}

/// Colours of faces or edges.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Colors {
    /// As the style, the cycle or a colormap says.
    #[default]
    Auto,
    /// Edges as the faces.
    Face,
    /// These, in turn.
    List(Vec<ColorSpec>),
}

impl Colors {
    /// None at all.
    pub(crate) fn none() -> Self {
        Self::List(vec![ColorSpec::from("none")])
    }

    /// Whether nothing is to be painted.
    pub(crate) fn is_none(&self) -> bool {
        matches!(self, Self::List(list) if list.iter().all(ColorSpec::is_none))
    }

    fn one(color: impl Into<ColorSpec>) -> Self {
        Self::List(vec![color.into()])
    }

    fn many<C: Into<ColorSpec>>(colors: impl IntoIterator<Item = C>) -> Self {
        Self::List(colors.into_iter().map(Into::into).collect())
    }
}

/// Opacities one by one, if there are so many and each lies in 0 to 1.
pub(crate) fn opacities(alphas: Vec<f64>, count: usize) -> Result<Vec<f64>> {
    if alphas.len() != count {
        return Err(Error::LengthMismatch {
            x: count,
            y: alphas.len(),
        });
    }
    match alphas.iter().find(|alpha| !(0.0..=1.0).contains(*alpha)) {
        Some(alpha) => Err(Error::ColorChannel(*alpha)),
        None => Ok(alphas),
    }
}

/// What is filled and outlined, and so has the setters for it.
pub trait Painted {
    #[doc(hidden)]
    fn paint(&self) -> &Paint;
    #[doc(hidden)]
    fn paint_mut(&mut self) -> &mut Paint;
}

impl<T: Painted> Artist<T> {
    fn paint_set(&mut self, set: impl FnOnce(&mut Paint)) -> &mut Self {
        set(self.kind.paint_mut());
        self
    }

    /// Sets the colour of faces and edges.
    pub fn color(&mut self, color: impl Into<ColorSpec>) -> &mut Self {
        let color = Colors::one(color);
        self.paint_set(|paint| (paint.face, paint.edge) = (color.clone(), color))
    }

    /// Sets the colours of faces and edges, taken in turn.
    pub fn colors<C: Into<ColorSpec>>(&mut self, colors: impl IntoIterator<Item = C>) -> &mut Self {
        let colors = Colors::many(colors);
        self.paint_set(|paint| (paint.face, paint.edge) = (colors.clone(), colors))
    }

    /// Sets what faces are filled with; `"none"` leaves them empty.
    pub fn facecolor(&mut self, color: impl Into<ColorSpec>) -> &mut Self {
        self.paint_set(|paint| paint.face = Colors::one(color))
    }

    /// Sets what faces are filled with, in turn.
    pub fn facecolors<C: Into<ColorSpec>>(
        &mut self,
        colors: impl IntoIterator<Item = C>,
    ) -> &mut Self {
        self.paint_set(|paint| paint.face = Colors::many(colors))
    }

    /// Sets the colour of edges; `"none"` draws none.
    pub fn edgecolor(&mut self, color: impl Into<ColorSpec>) -> &mut Self {
        self.paint_set(|paint| paint.edge = Colors::one(color))
    }

    /// Sets the colours of edges, in turn.
    pub fn edgecolors<C: Into<ColorSpec>>(
        &mut self,
        colors: impl IntoIterator<Item = C>,
    ) -> &mut Self {
        self.paint_set(|paint| paint.edge = Colors::many(colors))
    }

    /// Gives each edge the colour of its face.
    pub fn edgecolor_face(&mut self) -> &mut Self {
        self.paint_set(|paint| paint.edge = Colors::Face)
    }

    /// Sets the width of edges in points.
    pub fn linewidth(&mut self, points: f64) -> &mut Self {
        self.paint_set(|paint| paint.linewidths = vec![points])
    }

    /// Sets the widths of edges in points, in turn.
    pub fn linewidths(&mut self, points: impl IntoIterator<Item = f64>) -> &mut Self {
        self.paint_set(|paint| paint.linewidths = points.into_iter().collect())
    }

    /// Sets the line style of edges: a [`LineStyle`] or its name.
    pub fn linestyle(&mut self, style: impl Into<ByName<LineStyle>>) -> &mut Self {
        self.paint_set(|paint| paint.linestyles = vec![style.into()])
    }

    /// Sets the line styles of edges, in turn.
    pub fn linestyles<S: Into<ByName<LineStyle>>>(
        &mut self,
        styles: impl IntoIterator<Item = S>,
    ) -> &mut Self {
        self.paint_set(|paint| paint.linestyles = styles.into_iter().map(Into::into).collect())
    }

    /// Lays a pattern over faces: each of `/ \ | - + x o O . *` adds its lines or shapes, and
    /// again for each time it is repeated.
    pub fn hatch(&mut self, pattern: impl Into<String>) -> &mut Self {
        self.paint_set(|paint| paint.hatches = vec![pattern.into()])
    }

    /// Lays patterns over bars, in turn; of other artists, the first one.
    pub fn hatches<S: Into<String>>(&mut self, patterns: impl IntoIterator<Item = S>) -> &mut Self {
        self.paint_set(|paint| paint.hatches = patterns.into_iter().map(Into::into).collect())
    }

    /// Sets the colour of the pattern; unset, that of the edges.
    pub fn hatchcolor(&mut self, color: impl Into<ColorSpec>) -> &mut Self {
        self.paint_set(|paint| paint.hatchcolor = Some(color.into()))
    }

    /// Draws with or without partly covered pixels along the edges.
    pub fn set_antialiased(&mut self, antialiased: bool) -> &mut Self {
        self.paint_set(|paint| paint.aliased = Some(!antialiased))
    }

    /// Sets the ends of edges.
    pub fn capstyle(&mut self, cap: Cap) -> &mut Self {
        self.paint_set(|paint| paint.cap = Some(cap))
    }

    /// Sets the corners of edges.
    pub fn joinstyle(&mut self, join: Join) -> &mut Self {
        self.paint_set(|paint| paint.join = Some(join))
    }
}
