//! Annotations: text about a point, in coordinates of many kinds.

use crate::artist::{Arrow, ArrowStyle, Artist, Paint, Text, TextBox, TextBoxStyle, Unit};
use crate::data::Coord;
use crate::name::ByName;

/// Which numbers the point of an annotation, or its text, is given in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PointUnit {
    /// The data's own.
    #[default]
    Data,
    /// Shares of the plot's width or height.
    AxesFraction,
    /// Points from the plot's lower left corner.
    AxesPoints,
    /// Pixels from the plot's lower left corner.
    AxesPixels,
    /// Shares of the figure's width or height.
    FigureFraction,
    /// Points from the figure's lower left corner.
    FigurePoints,
    /// Pixels from the figure's lower left corner.
    FigurePixels,
    /// Points from the point of the annotation; for its text.
    OffsetPoints,
    /// Pixels from the point of the annotation; for its text.
    OffsetPixels,
    /// Multiples of the text's size from the point of the annotation; for its text.
    OffsetFontsize,
}

/// The units of x and of y.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PointUnits {
    /// Of x.
    pub x: PointUnit,
    /// Of y.
    pub y: PointUnit,
}

impl From<PointUnit> for PointUnits {
    fn from(unit: PointUnit) -> Self {
        Self { x: unit, y: unit }
    }
}

impl From<(PointUnit, PointUnit)> for PointUnits {
    fn from((x, y): (PointUnit, PointUnit)) -> Self {
        Self { x, y }
    }
}

impl From<Unit> for PointUnit {
    fn from(unit: Unit) -> Self {
        match unit {
            Unit::Data => Self::Data,
            Unit::Axes => Self::AxesFraction,
            Unit::Figure => Self::FigureFraction,
            Unit::Pixels => Self::FigurePixels,
        }
    }
}

/// What makes text an annotation.
#[derive(Clone, Debug)]
pub(crate) struct Note {
    pub(crate) point: (f64, f64),
    pub(crate) units: PointUnits,
    /// As those of the point unless set.
    pub(crate) text_units: Option<PointUnits>,
    pub(crate) arrow: Option<Artist<Arrow>>,
    pub(crate) clip: Option<bool>,
}

impl Note {
    pub(crate) fn new(point: (f64, f64)) -> Self {
        Self {
            point,
            units: PointUnits::default(),
            text_units: None,
            arrow: None,
            clip: None,
        }
    }
}

impl Artist<Text> {
    /// Makes the text an annotation of the point that it hangs on, unless it is one.
    fn note(&mut self) -> &mut Note {
        let at = self.kind.at;
        self.kind
            .note
            .get_or_insert_with(|| Box::new(Note::new(at)))
    }

    /// Sets where the text of an annotation is; unset, at its point.
    pub fn xytext(&mut self, x: impl Coord, y: impl Coord) -> &mut Self {
        self.position(x, y)
    }

    /// Sets the units of the point of an annotation: a [`PointUnit`], or one for x and one for y.
    /// Offsets count as pixels of the figure here.
    pub fn xycoords(&mut self, units: impl Into<PointUnits>) -> &mut Self {
        self.note().units = units.into();
        self
    }

    /// Sets the units of [`xytext`](Self::xytext); unset, those of the point.
    pub fn textcoords(&mut self, units: impl Into<PointUnits>) -> &mut Self {
        self.note().text_units = Some(units.into());
        self
    }

    /// Leaves the annotation out while its point is outside the frame, or never does; unset, if the
    /// point is in data units.
    pub fn annotation_clip(&mut self, clip: bool) -> &mut Self {
        self.note().clip = Some(clip);
        self
    }

    /// Draws an arrow from the text to its point, and gives it back: an [`ArrowStyle`] or its name.
    pub fn arrow(&mut self, style: impl Into<ByName<ArrowStyle>>) -> &mut Artist<Arrow> {
        let arrow = Artist::of(Arrow::new(style.into()));
        self.note().arrow.insert(arrow)
    }

    /// Draws a box around the text, and gives it back: a [`TextBoxStyle`] or its name.
    pub fn bbox(&mut self, style: impl Into<ByName<TextBoxStyle>>) -> &mut Artist<TextBox> {
        let boxed = Artist::of(TextBox {
            style: style.into(),
            paint: Paint::default(),
        });
        self.kind.boxed.insert(Box::new(boxed))
    }
}
