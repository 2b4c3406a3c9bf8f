//! A picture in data coordinates: values through a colormap, or colours.

use crate::artist::{Artist, Content, Mappable, Mapped, opacities};
use crate::data::IntoMatrix;
use crate::error::Result;
use crate::limits::DataLimits;
use crate::name::{ByName, Named};

/// Rows and columns of values or colours, spread over a rectangle.
#[derive(Clone, Debug)]
pub struct Image {
    pub(crate) rows: usize,
    pub(crate) columns: usize,
    pub(crate) pixels: Pixels,
    /// The map of values; their column is empty where the pixels are colours.
    pub(crate) mapped: Mapped,
    pub(crate) interpolation: Option<ByName<Interpolation>>,
    pub(crate) stage: Option<Stage>,
    pub(crate) origin: Option<Origin>,
    pub(crate) extent: Option<[f64; 4]>,
    /// Opacities of pixels one by one, where they have their own.
    pub(crate) alphas: Vec<f64>,
}

/// What an [`Image`] is made of, row after row.
#[derive(Clone, Debug)]
pub enum Pixels {
    /// Values, which are kept with their colormap.
    Values,
    /// Red, green, blue and straight alpha.
    Rgba(Vec<[u8; 4]>),
}

/// Where the first row of an image is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// On top; y grows downwards.
    Upper,
    /// At the bottom.
    Lower,
}

/// How colours between the pixels of an image are found.
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Interpolation {
    /// `"auto"`, `"antialiased"`: nearest where pixels are much enlarged, or shown one to one or
    /// one to two; Hanning otherwise.
    Auto,
    /// `"nearest"`, `"none"`: the pixel itself.
    Nearest,
    /// `"bilinear"`.
    Bilinear,
    /// `"bicubic"`.
    Bicubic,
    /// `"spline16"`.
    Spline16,
    /// `"spline36"`.
    Spline36,
    /// `"hanning"`.
    Hanning,
    /// `"hamming"`.
    Hamming,
    /// `"hermite"`.
    Hermite,
    /// `"kaiser"`.
    Kaiser,
    /// `"quadric"`.
    Quadric,
    /// `"catrom"`.
    Catrom,
    /// `"gaussian"`.
    Gaussian,
    /// `"bessel"`.
    Bessel,
    /// `"mitchell"`.
    Mitchell,
    /// `"sinc"`.
    Sinc,
    /// `"lanczos"`.
    Lanczos,
    /// `"blackman"`.
    Blackman,
}

/// What is filtered where a picture of values is drawn larger or smaller than it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// The values, where the picture is three times as large or more, else the colours.
    #[default]
    Auto,
    /// The values, before they are coloured.
    Data,
    /// The colours.
    Rgba,
}

impl Named for Interpolation {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "auto" | "antialiased" => Self::Auto,
            "nearest" | "none" => Self::Nearest,
            "bilinear" => Self::Bilinear,
            "bicubic" => Self::Bicubic,
            "spline16" => Self::Spline16,
            "spline36" => Self::Spline36,
            "hanning" => Self::Hanning,
            "hamming" => Self::Hamming,
            "hermite" => Self::Hermite,
            "kaiser" => Self::Kaiser,
            "quadric" => Self::Quadric,
            "catrom" => Self::Catrom,
            "gaussian" => Self::Gaussian,
            "bessel" => Self::Bessel,
            "mitchell" => Self::Mitchell,
            "sinc" => Self::Sinc,
            "lanczos" => Self::Lanczos,
            "blackman" => Self::Blackman,
            _ => return None,
        })
    }
}

impl Image {
    /// Left, right, bottom and top edge in data coordinates.
    pub(crate) fn edges(&self, default: Origin) -> [f64; 4] {
        let (columns, rows) = (self.columns as f64, self.rows as f64);
        let (low, high) = (-0.5, rows - 0.5);
        self.extent.unwrap_or(match self.origin.unwrap_or(default) {
            Origin::Upper => [-0.5, columns - 0.5, high, low],
            Origin::Lower => [-0.5, columns - 0.5, low, high],
        })
    }

    /// The part of a column of all pixels that a row has.
    pub(crate) fn row_of<'a, T>(&self, all: &'a [T], row: usize) -> &'a [T] {
        let start = row.saturating_mul(self.columns);
        all.get(start..)
            .and_then(|from| from.get(..self.columns))
            .unwrap_or_default()
    }
}

impl Artist<Image> {
    /// Sets how colours between pixels are found: an [`Interpolation`] or its name.
    pub fn interpolation(&mut self, interpolation: impl Into<ByName<Interpolation>>) -> &mut Self {
        self.kind.interpolation = Some(interpolation.into());
        self
    }

    /// Sets whether values or colours are filtered.
    pub fn interpolation_stage(&mut self, stage: Stage) -> &mut Self {
        self.kind.stage = Some(stage);
        self
    }

    /// Sets the opacity of each pixel, 0 to 1, in rows as the pixels, in place of that of
    /// [`alpha`](Artist::alpha); the pixels' own opacities are multiplied by it.
    ///
    /// ![Pixels and points that fade](../../../docs/gallery/figure/alphas.png)
    ///
    /// # Errors
    ///
    /// [`Error::Shape`] where rows differ in length, [`Error::LengthMismatch`] unless there are as
    /// many as pixels, [`Error::ColorChannel`] for one outside of 0 to 1.
    ///
    /// ```
    /// # let mut figure = figure::Figure::default();
    /// let ax = figure.add_subplot(1, 1, 1)?;
    /// ax.imshow([[1, 2], [3, 4]])?.alphas([[0.2, 1.0], [1.0, 0.2]])?;
    /// # Ok::<(), figure::Error>(())
    /// ```
    ///
    /// [`Error::Shape`]: crate::Error::Shape
    /// [`Error::LengthMismatch`]: crate::Error::LengthMismatch
    /// [`Error::ColorChannel`]: crate::Error::ColorChannel
    pub fn alphas(&mut self, alphas: impl IntoMatrix) -> Result<&mut Self> {
        let alphas = alphas.into_matrix()?.into_values();
        self.kind.alphas = opacities(alphas, self.kind.rows * self.kind.columns)?;
        Ok(self)
    }

    /// Sets where the first row is.
    pub fn origin(&mut self, origin: Origin) -> &mut Self {
        self.kind.origin = Some(origin);
        self
    }

    /// Sets the edges in data coordinates; unset, the middles of the pixels are at 0, 1, 2 …
    pub fn extent(&mut self, left: f64, right: f64, bottom: f64, top: f64) -> &mut Self {
        self.kind.extent = Some([left, right, bottom, top]);
        self
    }
}

impl Content for Image {
    const ZORDER: f64 = 0.0;

    // The edges that rows have in either order are the same for limits.
    fn add_limits(&self, data: &mut DataLimits) {
        let [left, right, bottom, top] = self.edges(Origin::Upper);
        data.update([(left, bottom), (right, top)]);
    }

    fn sticky_x(&self) -> Vec<f64> {
        self.edges(Origin::Upper)[..2].to_vec()
    }

    fn sticky_y(&self) -> Vec<f64> {
        self.edges(Origin::Upper)[2..].to_vec()
    }
}

impl Mappable for Image {
    fn mapped(&self) -> Option<&Mapped> {
        matches!(self.pixels, Pixels::Values).then_some(&self.mapped)
    }

    fn mapped_mut(&mut self) -> &mut Mapped {
        &mut self.mapped
    }
}
