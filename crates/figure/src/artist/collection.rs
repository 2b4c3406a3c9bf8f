//! Many shapes that are drawn alike: points of a scatter plot, bundles of lines, patchworks.

use std::sync::Arc;

use agg_core::{Affine, Path};

use crate::artist::patch::add_path;
use crate::artist::{
    Artist, Colors, Content, Cycle, Mappable, Mapped, Marker, Paint, Painted, Points, opacities,
};
use crate::color::ColorSpec;
use crate::data::{Series, one_or_all};
use crate::error::{Error, Result};
use crate::limits::DataLimits;
use crate::name::ByName;

/// Many shapes, each with its own place, size and colours; lists that are shorter than the others
/// are counted around.
#[derive(Clone, Debug)]
pub struct Collection {
    pub(crate) shapes: Shapes,
    /// Where the shapes go: columns of x and y, or none for shapes that are where they are.
    pub(crate) offsets: Option<(Vec<f64>, Vec<f64>)>,
    /// Areas in square points, of shapes that are not in data coordinates.
    pub(crate) sizes: Vec<f64>,
    pub(crate) paint: Paint,
    pub(crate) mapped: Option<Mapped>,
    /// The artist, by its number, whose colormap and norm it has.
    pub(crate) mapped_like: Option<usize>,
    pub(crate) role: Role,
    /// Whether margins stop at its edges.
    pub(crate) sticky: [Vec<f64>; 2],
    /// What it covers, where that is not what its paths cover.
    pub(crate) limits: Option<DataLimits>,
}

/// What a [`Collection`] is made of.
#[derive(Clone, Debug)]
pub enum Shapes {
    /// One marker, at each offset, of the sizes' areas.
    Marker(ByName<Marker>),
    /// Paths in data coordinates.
    Data(Arc<[Path]>),
    /// Paths in points, at each offset.
    Points(Arc<[Path]>),
    /// Paths in data coordinates about each offset.
    Around(Arc<[Path]>),
}

/// Where colours and widths come from that are not set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// A scatter plot's points: the fill cycle, edges as faces.
    Scatter,
    /// Lines: no faces, edges as lines.
    Lines,
    /// Areas: the style's patches.
    Areas,
    /// The area between curves: the fill cycle.
    Between,
    /// One of a stack of areas: the line cycle.
    Stack,
    /// The first of some violins: a colour of the line cycle, which their lines have even when
    /// it has another.
    Violin,
}

impl Role {
    /// Whether it is areas.
    pub(crate) fn is_area(self) -> bool {
        matches!(
            self,
            Self::Areas | Self::Between | Self::Stack | Self::Violin
        )
    }
}

impl Collection {
    /// Markers at points.
    pub(crate) fn scatter(xs: Vec<f64>, ys: Vec<f64>) -> Self {
        Self {
            shapes: Shapes::Marker(Marker::Circle.into()),
            offsets: Some((xs, ys)),
            sizes: Vec::new(),
            paint: Paint::default(),
            mapped: None,
            mapped_like: None,
            role: Role::Scatter,
            sticky: Default::default(),
            limits: None,
        }
    }

    /// Paths in data coordinates.
    pub(crate) fn paths(paths: impl Into<Arc<[Path]>>, role: Role) -> Self {
        Self {
            shapes: Shapes::Data(paths.into()),
            offsets: None,
            sizes: Vec::new(),
            paint: Paint::default(),
            mapped: None,
            mapped_like: None,
            role,
            sticky: Default::default(),
            limits: None,
        }
    }

    /// Where the shapes go, if they are placed.
    pub(crate) fn points(&self) -> Option<Points<'_>> {
        let (xs, ys) = self.offsets.as_ref()?;
        Some(Points::of(xs, ys))
    }

    /// How many shapes there are to see.
    pub(crate) fn len(&self) -> usize {
        match (&self.offsets, &self.shapes) {
            (Some((xs, _)), _) => xs.len(),
            (None, Shapes::Data(paths) | Shapes::Points(paths) | Shapes::Around(paths)) => {
                paths.len()
            }
            (None, Shapes::Marker(_)) => 0,
        }
    }

    /// Leaves out what has no size or colour: its place becomes NaN.
    fn mask(&mut self, column: &[f64]) {
        if let Some((xs, _)) = &mut self.offsets {
            for (x, value) in xs.iter_mut().zip(column) {
                if !value.is_finite() {
                    *x = f64::NAN;
                }
            }
        }
    }
}

impl Artist<Collection> {
    /// Sets the marker: a [`Marker`] or its name.
    pub fn marker(&mut self, marker: impl Into<ByName<Marker>>) -> &mut Self {
        self.kind.shapes = Shapes::Marker(marker.into());
        self
    }

    /// Sets the area of all markers, in square points.
    pub fn size(&mut self, area: f64) -> &mut Self {
        self.kind.sizes = vec![area];
        self
    }

    /// Sets the area of each marker, in square points. What has none (NaN) is left out.
    ///
    /// # Errors
    ///
    /// [`Error::LengthMismatch`] unless there is one for each point, or one for all.
    pub fn sizes(&mut self, areas: impl Series) -> Result<&mut Self> {
        let areas = one_or_all(areas.into_column(), self.kind.len())?;
        if areas.len() == self.kind.len() {
            self.kind.mask(&areas);
        }
        self.kind.sizes = areas;
        Ok(self)
    }

    /// Sets the opacity of each shape, 0 to 1, in place of its colours' own and of that of
    /// [`alpha`](Artist::alpha).
    ///
    /// # Errors
    ///
    /// [`Error::LengthMismatch`] unless there is one for each shape, [`Error::ColorChannel`] for one
    /// outside of 0 to 1. Drawing reports lists of several colours that are not as many.
    ///
    /// ```
    /// # let mut figure = figure::Figure::default();
    /// let ax = figure.add_subplot(1, 1, 1)?;
    /// ax.scatter([1, 2, 3], [2, 1, 3])?.alphas([0.2, 0.5, 1.0])?;
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn alphas(&mut self, alphas: impl Series) -> Result<&mut Self> {
        self.kind.paint.alphas = opacities(alphas.into_column(), self.kind.len())?;
        Ok(self)
    }

    /// Sets the values that give the shapes their colours. What has none (NaN) is left out.
    ///
    /// # Errors
    ///
    /// [`Error::LengthMismatch`] unless there is one for each shape.
    pub fn values(&mut self, values: impl Series) -> Result<&mut Self> {
        let values = values.into_column();
        if self.kind.role == Role::Scatter {
            self.kind.mask(&values);
        }
        self.values_with_gaps(values)
    }

    /// The same, but points whose value is missing are drawn, in the colormap's colour for such.
    ///
    /// # Errors
    ///
    /// [`Error::LengthMismatch`] where there are not as many values as shapes.
    pub fn values_with_gaps(&mut self, values: impl Series) -> Result<&mut Self> {
        let values = values.into_column();
        if values.len() != self.kind.len() {
            return Err(Error::LengthMismatch {
                x: self.kind.len(),
                y: values.len(),
            });
        }
        self.kind.mapped_mut().values = values;
        Ok(self)
    }

    /// Sets the colour of each point's face.
    ///
    /// # Errors
    ///
    /// [`Error::LengthMismatch`] unless there is one for each shape, or one for all.
    pub fn each_color<C: Into<ColorSpec>>(
        &mut self,
        colors: impl IntoIterator<Item = C>,
    ) -> Result<&mut Self> {
        let colors: Vec<ColorSpec> = colors.into_iter().map(Into::into).collect();
        if colors.len() != 1 && colors.len() != self.kind.len() {
            return Err(Error::LengthMismatch {
                x: self.kind.len(),
                y: colors.len(),
            });
        }
        self.kind.paint.face = Colors::List(colors);
        Ok(self)
    }
}

impl Content for Collection {
    const ZORDER: f64 = 1.0;

    fn add_limits(&self, data: &mut DataLimits) {
        if let Some(limits) = self.limits {
            return data.include(limits, (true, true));
        }
        match (&self.shapes, self.points()) {
            (Shapes::Data(paths), None) => {
                for path in paths.iter() {
                    add_path(data, path, Affine::IDENTITY);
                }
            }
            (_, Some(points)) => data.update(points.iter().map(|point| (point.x, point.y))),
            _ => {}
        }
    }

    fn cycle(&self) -> Option<Cycle> {
        let automatic = self.paint.face == Colors::Auto && self.mapped.is_none();
        let cycle = match self.role {
            Role::Scatter | Role::Between => Some(Cycle::Fills),
            Role::Stack => Some(Cycle::Lines),
            Role::Violin => return Some(Cycle::Lines),
            Role::Lines | Role::Areas => None,
        };
        cycle.filter(|_| automatic)
    }

    fn sticky_x(&self) -> Vec<f64> {
        self.sticky[0].clone()
    }

    fn sticky_y(&self) -> Vec<f64> {
        self.sticky[1].clone()
    }
}

impl Painted for Collection {
    fn paint(&self) -> &Paint {
        &self.paint
    }

    fn paint_mut(&mut self) -> &mut Paint {
        &mut self.paint
    }
}

impl Mappable for Collection {
    fn mapped(&self) -> Option<&Mapped> {
        self.mapped.as_ref()
    }

    fn mapped_mut(&mut self) -> &mut Mapped {
        self.mapped.get_or_insert_default()
    }
}
