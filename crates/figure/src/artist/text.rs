//! Text as it is asked for: a string and how it should look and hang on its anchor.

use crate::artist::{Artist, Content, Note, TextBox};
use crate::color::ColorSpec;
use crate::data::Coord;
use crate::limits::DataLimits;
use crate::name::ByName;
use crate::typeface::{Slant, Weight};

/// A font size, absolute or as a step of the style's base size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TextSize {
    /// In points, 1/72 inch.
    Points(f64),
    /// A multiple of the style's `font.size`.
    Relative(f64),
}

impl TextSize {
    /// The base size itself.
    pub const MEDIUM: Self = Self::Relative(1.0);
    /// 1.2 times the base size.
    pub const LARGE: Self = Self::Relative(1.2);

    /// The size in points, for a base size in points.
    #[must_use]
    pub fn points(self, base: f64) -> f64 {
        match self {
            Self::Points(points) => points,
            Self::Relative(factor) => base * factor,
        }
    }
}

impl From<f64> for TextSize {
    fn from(points: f64) -> Self {
        Self::Points(points)
    }
}

/// Which part of the text's box lies over its anchor, across.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HAlign {
    /// The left edge.
    Left,
    /// The middle.
    Center,
    /// The right edge.
    Right,
}

/// Which part of the text's box lies over its anchor, upwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VAlign {
    /// The lower edge, with room for descenders.
    Bottom,
    /// The baseline of the last line.
    Baseline,
    /// The middle of the box.
    Center,
    /// Half way between the last line's baseline and its upper edge.
    CenterBaseline,
    /// The upper edge.
    Top,
}

/// Whether text is aligned before or after it is turned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RotationMode {
    /// Turned first: the box around the turned text is aligned.
    Default,
    /// Aligned first, then turned about the anchor.
    Anchor,
}

/// Which letters text is set in, where it is asked for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Typeface {
    pub(crate) family: Option<String>,
    pub(crate) weight: Option<ByName<Weight>>,
    pub(crate) slant: Option<ByName<Slant>>,
}

/// A string and its looks; where it goes is up to its owner.
///
/// What is not set comes from the figure's style, each kind of text from its own entry (a title
/// from `axes.titlesize`, a label from `axes.labelsize` …). Lines are separated by `\n`. `\$`
/// stands for a dollar sign. Between two dollar signs stands mathematics as TeX writes it: scripts
/// (`x_i^2`), Greek and signs by name (`\alpha`, `\infty`), `\frac`, `\sqrt`, `\sum`, `\int`, accents
/// (`\hat x`), functions (`\sin`), `\left( … \right)`, `\mathrm{…}`, `\text{…}` and spaces. What is
/// not understood is [`Error::Mathematics`](crate::Error::Mathematics) when it is drawn.
///
/// ![Formulas around a curve](../../../docs/gallery/figure/mathematics.png)
#[derive(Clone, Debug, Default)]
pub struct Text {
    pub(crate) string: String,
    /// Where it is hung, for text that belongs to nothing but a plot.
    pub(crate) at: (f64, f64),
    /// Whether it stays there, whatever room there is.
    pub(crate) fixed: bool,
    pub(crate) color: Option<ColorSpec>,
    pub(crate) size: Option<TextSize>,
    pub(crate) typeface: Typeface,
    pub(crate) multialignment: Option<HAlign>,
    pub(crate) rotation: Option<f64>,
    pub(crate) halign: Option<HAlign>,
    pub(crate) valign: Option<VAlign>,
    pub(crate) rotation_mode: Option<RotationMode>,
    pub(crate) linespacing: Option<f64>,
    /// Whether lines are broken where they would leave the page.
    pub(crate) wrapped: bool,
    /// How far from that point, in points.
    pub(crate) offset: (f64, f64),
    /// Whether it is seen only while that point is inside the frame.
    pub(crate) only_inside: bool,
    /// Corners of a rectangle in whose visible part it is centred, in place of a point.
    pub(crate) within: Option<[(f64, f64); 2]>,
    pub(crate) boxed: Option<Box<Artist<TextBox>>>,
    /// What it is about, where it is an annotation.
    pub(crate) note: Option<Box<Note>>,
}

impl Text {
    /// Text at a point of a plot.
    pub(crate) fn placed(at: (f64, f64), string: impl Into<String>) -> Self {
        Self {
            string: string.into(),
            at,
            fixed: true,
            ..Self::default()
        }
    }

    /// The string.
    #[must_use]
    pub fn string(&self) -> &str {
        &self.string
    }
}

impl Artist<Text> {
    /// Changes the string.
    pub fn set_text(&mut self, string: impl Into<String>) -> &mut Self {
        self.kind.string = string.into();
        self
    }

    /// Moves text that hangs on a point of its own; titles and labels of axes have none.
    pub fn position(&mut self, x: impl Coord, y: impl Coord) -> &mut Self {
        self.kind.at = (x.to_coord(), y.to_coord());
        self.kind.fixed = true;
        self
    }

    /// Sets the colour.
    pub fn color(&mut self, color: impl Into<ColorSpec>) -> &mut Self {
        self.kind.color = Some(color.into());
        self
    }

    /// Sets the size: points, or a [`TextSize`]. Sizes below one point, and NaN, count as one
    /// point; type larger than 65 535 pixels is an error when drawing.
    pub fn fontsize(&mut self, size: impl Into<TextSize>) -> &mut Self {
        self.kind.size = Some(size.into());
        self
    }

    /// Sets the family: `"sans-serif"`, `"serif"`, `"monospace"`, or the name of one, such as
    /// `"DejaVu Serif"` or one that [was added](crate::Style::add_font). A name that means none, and
    /// letters that come with the feature `fonts` without it, are errors when drawing.
    pub fn fontfamily(&mut self, name: impl Into<String>) -> &mut Self {
        self.kind.typeface.family = Some(name.into());
        self
    }

    /// Sets how heavy the letters are: a [`Weight`], or its name (`"bold"`).
    pub fn fontweight(&mut self, weight: impl Into<ByName<Weight>>) -> &mut Self {
        self.kind.typeface.weight = Some(weight.into());
        self
    }

    /// Sets whether the letters lean: a [`Slant`], or its name (`"italic"`).
    pub fn fontstyle(&mut self, slant: impl Into<ByName<Slant>>) -> &mut Self {
        self.kind.typeface.slant = Some(slant.into());
        self
    }

    /// Sets how shorter lines stand under longer ones; unset, as the whole is aligned across.
    pub fn multialignment(&mut self, align: HAlign) -> &mut Self {
        self.kind.multialignment = Some(align);
        self
    }

    /// Turns the text, counter-clockwise, in degrees. A non-finite angle counts as 0.
    pub fn rotation(&mut self, degrees: f64) -> &mut Self {
        self.kind.rotation = Some(if degrees.is_finite() {
            degrees.rem_euclid(360.0)
        } else {
            0.0
        });
        self
    }

    /// Sets whether alignment or rotation comes first.
    pub fn rotation_mode(&mut self, mode: RotationMode) -> &mut Self {
        self.kind.rotation_mode = Some(mode);
        self
    }

    /// Sets the alignment across.
    pub fn horizontalalignment(&mut self, align: HAlign) -> &mut Self {
        self.kind.halign = Some(align);
        self
    }

    /// Sets the alignment upwards.
    pub fn verticalalignment(&mut self, align: VAlign) -> &mut Self {
        self.kind.valign = Some(align);
        self
    }

    /// Breaks lines at blanks where they would leave the page, or does not. Text whose lines are
    /// broken is aligned before it is turned.
    ///
    /// ![A title of two lines, and letters that lean](../../../docs/gallery/figure/typefaces.png)
    ///
    /// ```
    /// # let mut figure = figure::Figure::default();
    /// let ax = figure.add_subplot(1, 1, 1)?;
    /// let words = "as many words as there are, on as many lines as they need";
    /// ax.text(0.5, 0.5, words)?.wrap(true);
    /// # Ok::<(), figure::Error>(())
    /// ```
    pub fn wrap(&mut self, wrap: bool) -> &mut Self {
        self.kind.wrapped = wrap;
        self
    }

    /// Sets the distance between baselines as a multiple of the font's height; unset, lines are
    /// as far apart as the font asks.
    pub fn linespacing(&mut self, spacing: f64) -> &mut Self {
        self.kind.linespacing = Some(spacing);
        self
    }
}

impl Content for Text {
    const ZORDER: f64 = 3.0;

    fn add_limits(&self, _: &mut DataLimits) {}
}
