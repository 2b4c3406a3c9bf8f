//! Arrows at points, and the arrow that says how long a certain length is.

use crate::artist::{
    Artist, Colors, Content, Coords, Handle, Mappable, Mapped, Paint, Painted, TextSize, Unit,
};
use crate::color::ColorSpec;
use crate::data::Series;
use crate::error::{Error, Result};
use crate::limits::DataLimits;

/// Arrows, each at a point and as long as its vector says.
///
/// All lengths of an arrow's shape are in widths of its shaft.
#[derive(Clone, Debug)]
pub struct Quiver {
    pub(crate) points: Vec<(f64, f64)>,
    /// What has no length or direction (NaN) is not drawn.
    pub(crate) vectors: Vec<(f64, f64)>,
    pub(crate) mapped: Option<Mapped>,
    pub(crate) paint: Paint,
    pub(crate) units: ArrowUnits,
    pub(crate) scale: Option<f64>,
    pub(crate) scale_units: Option<ArrowUnits>,
    pub(crate) angles: Angles,
    pub(crate) width: Option<f64>,
    pub(crate) head: Head,
    pub(crate) pivot: Pivot,
}

/// The shape of an arrow, in widths of its shaft.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Head {
    pub(crate) width: f64,
    pub(crate) length: f64,
    pub(crate) axis_length: f64,
    pub(crate) min_shaft: f64,
    pub(crate) min_length: f64,
}

/// What lengths of arrows are measured in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ArrowUnits {
    /// The plot's width.
    #[default]
    Width,
    /// The plot's height.
    Height,
    /// Pixels.
    Dots,
    /// Inches.
    Inches,
    /// Units of x.
    X,
    /// Units of y.
    Y,
    /// Units of x and y, along the arrow.
    Xy,
}

/// Where arrows point.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Angles {
    /// As the vectors do on a page where units of x and y are equally long.
    #[default]
    Uv,
    /// From (x, y) to (x + u, y + v).
    Xy,
    /// By these degrees, counter-clockwise from the right.
    Degrees(Vec<f64>),
}

/// Which part of an arrow is at its point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pivot {
    /// Its start.
    #[default]
    Tail,
    /// Its middle.
    Middle,
    /// Its tip.
    Tip,
}

impl Quiver {
    pub(crate) fn new(points: Vec<(f64, f64)>, vectors: Vec<(f64, f64)>) -> Self {
        let paint = Paint {
            face: Colors::List(vec![ColorSpec::from("k")]),
            linewidths: vec![0.0],
            ..Paint::default()
        };
        Self {
            points,
            vectors,
            mapped: None,
            paint,
            units: ArrowUnits::default(),
            scale: None,
            scale_units: None,
            angles: Angles::default(),
            width: None,
            head: Head {
                width: 3.0,
                length: 5.0,
                axis_length: 4.5,
                min_shaft: 1.0,
                min_length: 1.0,
            },
            pivot: Pivot::default(),
        }
    }
}

impl Artist<Quiver> {
    /// Sets the values that give the arrows their colours. What has none (NaN) is left out.
    ///
    /// # Errors
    ///
    /// [`Error::LengthMismatch`] unless there is one for each arrow.
    pub fn values(&mut self, values: impl Series) -> Result<&mut Self> {
        let values = values.into_column();
        if values.len() != self.kind.points.len() {
            return Err(Error::LengthMismatch {
                x: self.kind.points.len(),
                y: values.len(),
            });
        }
        for (vector, value) in self.kind.vectors.iter_mut().zip(&values) {
            if !value.is_finite() {
                *vector = (f64::NAN, f64::NAN);
            }
        }
        self.kind.mapped_mut().values = values;
        Ok(self)
    }

    /// Sets what widths are measured in: the plot's width unless set.
    pub fn units(&mut self, units: ArrowUnits) -> &mut Self {
        self.kind.units = units;
        self
    }

    /// Sets how long a vector is that makes an arrow one unit long; unset, so that arrows of the mean
    /// length fill the room between them.
    pub fn scale(&mut self, scale: f64) -> &mut Self {
        self.kind.scale = Some(scale);
        self
    }

    /// Sets what lengths are measured in; unset, as widths are.
    pub fn scale_units(&mut self, units: ArrowUnits) -> &mut Self {
        self.kind.scale_units = Some(units);
        self
    }

    /// Sets where arrows point.
    ///
    /// # Errors
    ///
    /// [`Error::LengthMismatch`] for more or fewer angles than arrows, unless it is one for all.
    pub fn angles(&mut self, angles: Angles) -> Result<&mut Self> {
        if let Angles::Degrees(degrees) = &angles
            && degrees.len() != 1
            && degrees.len() != self.kind.points.len()
        {
            return Err(Error::LengthMismatch {
                x: self.kind.points.len(),
                y: degrees.len(),
            });
        }
        self.kind.angles = angles;
        Ok(self)
    }

    /// Sets the width of shafts; unset, it depends on how many arrows there are.
    pub fn width(&mut self, width: f64) -> &mut Self {
        self.kind.width = Some(width);
        self
    }

    /// Sets the width of heads, 3 shafts unless set.
    pub fn headwidth(&mut self, shafts: f64) -> &mut Self {
        self.kind.head.width = shafts;
        self
    }

    /// Sets the length of heads at their edges, 5 shafts unless set.
    pub fn headlength(&mut self, shafts: f64) -> &mut Self {
        self.kind.head.length = shafts;
        self
    }

    /// Sets the length of heads where they meet the shaft, 4.5 shafts unless set.
    pub fn headaxislength(&mut self, shafts: f64) -> &mut Self {
        self.kind.head.axis_length = shafts;
        self
    }

    /// Sets the length below which a whole arrow shrinks, in lengths of its head; 1 unless set.
    pub fn minshaft(&mut self, heads: f64) -> &mut Self {
        self.kind.head.min_shaft = heads;
        self
    }

    /// Sets the length below which a dot is drawn instead, in shafts; 1 unless set.
    pub fn minlength(&mut self, shafts: f64) -> &mut Self {
        self.kind.head.min_length = shafts;
        self
    }

    /// Sets which part of each arrow is at its point.
    pub fn pivot(&mut self, pivot: Pivot) -> &mut Self {
        self.kind.pivot = pivot;
        self
    }
}

impl Content for Quiver {
    const ZORDER: f64 = 1.0;

    fn add_limits(&self, data: &mut DataLimits) {
        data.update(self.points.iter().copied());
    }
}

impl Painted for Quiver {
    fn paint(&self) -> &Paint {
        &self.paint
    }

    fn paint_mut(&mut self) -> &mut Paint {
        &mut self.paint
    }
}

impl Mappable for Quiver {
    fn mapped(&self) -> Option<&Mapped> {
        self.mapped.as_ref()
    }

    fn mapped_mut(&mut self) -> &mut Mapped {
        self.mapped.get_or_insert_default()
    }
}

/// An arrow with a label that says which length it is.
#[derive(Clone, Debug)]
pub struct QuiverKey {
    pub(crate) of: Handle<Quiver>,
    pub(crate) at: (f64, f64),
    pub(crate) place: Coords,
    pub(crate) length: f64,
    pub(crate) label: String,
    pub(crate) angle: f64,
    pub(crate) color: Option<ColorSpec>,
    pub(crate) labelpos: LabelPos,
    /// Inches.
    pub(crate) labelsep: f64,
    pub(crate) labelcolor: Option<ColorSpec>,
    pub(crate) fontsize: Option<TextSize>,
}

/// On which side of the arrow of a [`QuiverKey`] its label is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LabelPos {
    /// Above.
    #[default]
    N,
    /// Below.
    S,
    /// To the right.
    E,
    /// To the left.
    W,
}

impl LabelPos {
    /// Which part of the arrow is at its place.
    pub(crate) fn pivot(self) -> Pivot {
        match self {
            Self::N | Self::S => Pivot::Middle,
            Self::E => Pivot::Tip,
            Self::W => Pivot::Tail,
        }
    }
}

impl QuiverKey {
    pub(crate) fn new(of: Handle<Quiver>, at: (f64, f64), length: f64, label: String) -> Self {
        Self {
            of,
            at,
            place: Coords::from(Unit::Axes),
            length,
            label,
            angle: 0.0,
            color: None,
            labelpos: LabelPos::default(),
            labelsep: 0.1,
            labelcolor: None,
            fontsize: None,
        }
    }
}

impl Artist<QuiverKey> {
    /// Sets what its place is given in: shares of the plot unless set.
    pub fn coordinates(&mut self, coords: impl Into<Coords>) -> &mut Self {
        self.kind.place = coords.into();
        self
    }

    /// Turns the arrow, counter-clockwise from the right, in degrees.
    pub fn angle(&mut self, degrees: f64) -> &mut Self {
        self.kind.angle = degrees;
        self
    }

    /// Sets the arrow's colour; unset, that of the arrows it is the key to.
    pub fn color(&mut self, color: impl Into<ColorSpec>) -> &mut Self {
        self.kind.color = Some(color.into());
        self
    }

    /// Sets on which side the label is.
    pub fn labelpos(&mut self, pos: LabelPos) -> &mut Self {
        self.kind.labelpos = pos;
        self
    }

    /// Sets the distance to the label in inches, 0.1 unless set.
    pub fn labelsep(&mut self, inches: f64) -> &mut Self {
        self.kind.labelsep = inches;
        self
    }

    /// Sets the label's colour.
    pub fn labelcolor(&mut self, color: impl Into<ColorSpec>) -> &mut Self {
        self.kind.labelcolor = Some(color.into());
        self
    }

    /// Sets the label's size: points, or a [`TextSize`].
    pub fn fontsize(&mut self, size: impl Into<TextSize>) -> &mut Self {
        self.kind.fontsize = Some(size.into());
        self
    }
}

impl Content for QuiverKey {
    const ZORDER: f64 = 1.1;

    fn add_limits(&self, _: &mut DataLimits) {}
}
