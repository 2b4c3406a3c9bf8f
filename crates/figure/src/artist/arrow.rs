//! Arrows from text to a point: the line between them, and the shape along that line.

use crate::artist::{Artist, Paint, Painted};
use crate::name::{ByName, Named};

/// An arrow from the text of an annotation to its point.
///
/// Its setters of colours and line widths are those of shapes; heads and brackets scale with the
/// size of the text.
#[derive(Clone, Debug)]
pub struct Arrow {
    pub(crate) style: ByName<ArrowStyle>,
    pub(crate) connection: ByName<Connection>,
    pub(crate) paint: Paint,
    pub(crate) shrink: (f64, f64),
    pub(crate) from: Option<(f64, f64)>,
    pub(crate) scale: Option<f64>,
}

/// The shape of an arrow. Names are matplotlib's, with numbers after commas:
/// `"->, head_length=0.8"`.
///
/// Lengths are multiples of the text's size, unless it says otherwise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ArrowStyle {
    /// A line with something at its ends: `"-"`, `"->"`, `"<-"`, `"<->"`, `"-|>"`, `"<|-"`,
    /// `"<|-|>"`, `"]-["`, `"]-"`, `"-["`, `"|-|"`, `"]->"`, `"<-["`.
    Curve(CurveArrow),
    /// `"simple"`: an even tail and a head.
    Simple {
        /// How long the head is.
        head_length: f64,
        /// How wide.
        head_width: f64,
        /// How wide the tail is.
        tail_width: f64,
    },
    /// `"fancy"`: a tail that widens, and a curved head.
    Fancy {
        /// How long the head is.
        head_length: f64,
        /// How wide.
        head_width: f64,
        /// How wide the tail starts.
        tail_width: f64,
    },
    /// `"wedge"`: a tail that narrows to a point.
    Wedge {
        /// How wide it starts.
        tail_width: f64,
        /// How wide it is half way, to that.
        shrink_factor: f64,
    },
    /// `"block"`: an even tail and a head in points, from the nearest corner or middle of the text.
    Block {
        /// How wide the tail is.
        width: f64,
        /// How wide the head is.
        headwidth: f64,
        /// How long.
        headlength: f64,
        /// Which share of the way is left free at each end.
        shrink: f64,
    },
}

/// A line with heads or brackets.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CurveArrow {
    /// What is at the text.
    pub begin: ArrowEnd,
    /// What is at the point.
    pub end: ArrowEnd,
    /// How long heads are.
    pub head_length: f64,
    /// How far they reach to each side.
    pub head_width: f64,
    /// How far brackets reach to each side, at the text and at the point.
    pub width: [f64; 2],
    /// How deep brackets are.
    pub length: [f64; 2],
    /// How far brackets are turned, in degrees.
    pub angle: [f64; 2],
}

/// What is at the end of an arrow's line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArrowEnd {
    /// Nothing.
    None,
    /// Two strokes.
    Head,
    /// A filled triangle.
    Filled,
    /// A bracket, or a bar if it has no depth.
    Bracket,
}

/// The way from text to point. Names are matplotlib's, with numbers after commas:
/// `"arc3, rad=0.3"`. Angles are in degrees, lengths in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Connection {
    /// `"arc3"`: a curve that stands out to one side by a share of its length; 0 for a straight
    /// line.
    Arc3 {
        /// That share.
        rad: f64,
    },
    /// `"angle3"`: a curve that leaves and arrives at angles.
    Angle3 {
        /// At the text.
        angle_a: f64,
        /// At the point.
        angle_b: f64,
    },
    /// `"angle"`: two lines at angles, the corner rounded.
    Angle {
        /// At the text.
        angle_a: f64,
        /// At the point.
        angle_b: f64,
        /// The corner's radius.
        rad: f64,
    },
    /// `"arc"`: arms at both ends and a line between them, corners rounded.
    Arc {
        /// Of the text's arm.
        angle_a: f64,
        /// Of the point's arm.
        angle_b: f64,
        /// The length of the text's arm; 0 for none.
        arm_a: f64,
        /// The length of the point's arm; 0 for none.
        arm_b: f64,
        /// The corners' radius.
        rad: f64,
    },
    /// `"bar"`: two parallel arms and a bar between them.
    Bar {
        /// The least length of the text's arm.
        arm_a: f64,
        /// The least length of the point's arm.
        arm_b: f64,
        /// What is added to the longer one, to the distance of the ends.
        fraction: f64,
        /// The bar's angle; unset, along the line between the ends.
        angle: Option<f64>,
    },
}

impl Default for CurveArrow {
    fn default() -> Self {
        Self {
            begin: ArrowEnd::None,
            end: ArrowEnd::None,
            head_length: 0.4,
            head_width: 0.2,
            width: [1.0; 2],
            length: [0.2; 2],
            angle: [0.0; 2],
        }
    }
}

impl Arrow {
    pub(crate) fn new(style: ByName<ArrowStyle>) -> Self {
        Self {
            style,
            connection: Connection::Arc3 { rad: 0.0 }.into(),
            paint: Paint::default(),
            shrink: (2.0, 2.0),
            from: None,
            scale: None,
        }
    }
}

impl Painted for Arrow {
    fn paint(&self) -> &Paint {
        &self.paint
    }

    fn paint_mut(&mut self) -> &mut Paint {
        &mut self.paint
    }
}

impl Artist<Arrow> {
    /// Sets the way from text to point: a [`Connection`] or its name.
    pub fn connection(&mut self, connection: impl Into<ByName<Connection>>) -> &mut Self {
        self.kind.connection = connection.into();
        self
    }

    /// Sets how many points are left free at the text and at the point.
    pub fn shrink(&mut self, text: f64, point: f64) -> &mut Self {
        self.kind.shrink = (text, point);
        self
    }

    /// Sets where in the text's box the arrow starts, in shares of its width and height; its middle
    /// unless set.
    pub fn from(&mut self, x: f64, y: f64) -> &mut Self {
        self.kind.from = Some((x, y));
        self
    }

    /// Sets what heads and brackets are multiples of, in points, in place of the text's size.
    pub fn mutation_scale(&mut self, points: f64) -> &mut Self {
        self.kind.scale = Some(points);
        self
    }
}

/// A name, and numbers by their names.
pub(crate) struct Recipe<'a> {
    pub(crate) name: String,
    numbers: Vec<(&'a str, f64)>,
}

impl<'a> Recipe<'a> {
    /// Reads `name, key=number, …`.
    pub(crate) fn new(text: &'a str) -> Option<Self> {
        let mut parts = text.split(',');
        let name = parts.next()?.trim().to_ascii_lowercase();
        let number = |part: &'a str| {
            let (key, value) = part.split_once('=')?;
            Some((key.trim(), value.trim().parse().ok()?))
        };
        let numbers = parts.map(number).collect::<Option<_>>()?;
        Some(Self { name, numbers })
    }

    /// Takes a number out, if it is there.
    pub(crate) fn take(&mut self, key: &str) -> Option<f64> {
        let at = self.numbers.iter().position(|(known, _)| *known == key)?;
        Some(self.numbers.swap_remove(at).1)
    }

    /// A value, unless a number was not taken.
    pub(crate) fn made<T>(&self, value: T) -> Option<T> {
        self.numbers.is_empty().then_some(value)
    }
}

impl Named for ArrowStyle {
    fn named(name: &str) -> Option<Self> {
        let mut recipe = Recipe::new(name)?;
        let value = match recipe.name.as_str() {
            "simple" => Self::Simple {
                head_length: recipe.take("head_length").unwrap_or(0.5),
                head_width: recipe.take("head_width").unwrap_or(0.5),
                tail_width: recipe.take("tail_width").unwrap_or(0.2),
            },
            "fancy" => Self::Fancy {
                head_length: recipe.take("head_length").unwrap_or(0.4),
                head_width: recipe.take("head_width").unwrap_or(0.4),
                tail_width: recipe.take("tail_width").unwrap_or(0.4),
            },
            "wedge" => Self::Wedge {
                tail_width: recipe.take("tail_width").unwrap_or(0.3),
                shrink_factor: recipe.take("shrink_factor").unwrap_or(0.5),
            },
            "block" => Self::Block {
                width: recipe.take("width").unwrap_or(4.0),
                headwidth: recipe.take("headwidth").unwrap_or(12.0),
                headlength: recipe.take("headlength").unwrap_or(12.0),
                shrink: recipe.take("shrink").unwrap_or(0.0),
            },
            _ => Self::Curve(curve(&mut recipe)?),
        };
        recipe.made(value)
    }
}

fn curve(recipe: &mut Recipe<'_>) -> Option<CurveArrow> {
    let (begin, end) = recipe.name.split_once('-')?;
    let begin = match begin {
        "" => ArrowEnd::None,
        "<" => ArrowEnd::Head,
        "<|" => ArrowEnd::Filled,
        "]" | "|" => ArrowEnd::Bracket,
        _ => return None,
    };
    let end = match end {
        "" => ArrowEnd::None,
        ">" => ArrowEnd::Head,
        "|>" => ArrowEnd::Filled,
        "[" | "|" => ArrowEnd::Bracket,
        _ => return None,
    };
    let usual = CurveArrow::default();
    let depth = if recipe.name == "|-|" { 0.0 } else { 0.2 };
    let mut pair = |keys: [&str; 2], usual: f64| keys.map(|key| recipe.take(key).unwrap_or(usual));
    let width = pair(["widthA", "widthB"], 1.0);
    let length = pair(["lengthA", "lengthB"], depth);
    let angle = pair(["angleA", "angleB"], 0.0);
    Some(CurveArrow {
        begin,
        end,
        head_length: recipe.take("head_length").unwrap_or(usual.head_length),
        head_width: recipe.take("head_width").unwrap_or(usual.head_width),
        width,
        length,
        angle,
    })
}

impl Named for Connection {
    fn named(name: &str) -> Option<Self> {
        let mut recipe = Recipe::new(name)?;
        let name = recipe.name.clone();
        let mut take = |key: &str, usual: f64| recipe.take(key).unwrap_or(usual);
        let value = match name.as_str() {
            "arc3" => Self::Arc3 {
                rad: take("rad", 0.0),
            },
            "angle3" => Self::Angle3 {
                angle_a: take("angleA", 90.0),
                angle_b: take("angleB", 0.0),
            },
            "angle" => Self::Angle {
                angle_a: take("angleA", 90.0),
                angle_b: take("angleB", 0.0),
                rad: take("rad", 0.0),
            },
            "arc" => Self::Arc {
                angle_a: take("angleA", 0.0),
                angle_b: take("angleB", 0.0),
                arm_a: take("armA", 0.0),
                arm_b: take("armB", 0.0),
                rad: take("rad", 0.0),
            },
            "bar" => Self::Bar {
                arm_a: take("armA", 0.0),
                arm_b: take("armB", 0.0),
                fraction: take("fraction", 0.3),
                angle: recipe.take("angle"),
            },
            _ => return None,
        };
        recipe.made(value)
    }
}
