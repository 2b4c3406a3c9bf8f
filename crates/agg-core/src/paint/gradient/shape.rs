//! The shapes that colours follow.

use crate::geometry::Point;
use crate::paint::gradient::Contour;

/// From one point to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Linear {
    /// Where the first colour is.
    pub start: Point,
    /// Where the last colour is.
    pub end: Point,
}

/// From a centre to a circle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Radial {
    /// Where the first colour is.
    pub center: Point,
    /// How far from it the last colour is.
    pub radius: f64,
}

/// From a focus to a circle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Focal {
    /// The middle of the circle.
    pub center: Point,
    /// The radius of the circle, where the last colour is.
    pub radius: f64,
    /// Where the first colour is.
    pub focus: Point,
}

/// Around a centre.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Conic {
    /// The middle.
    pub center: Point,
    /// The direction of the first colour, in radians from the x axis towards the y axis.
    pub start: f64,
    /// How far around the last colour is, in radians.
    pub sweep: f64,
}

/// From a centre to a square.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Diamond {
    /// Where the first colour is.
    pub center: Point,
    /// Half the side of the square where the last colour is.
    pub radius: f64,
}

/// By the product of the distances from two axes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Xy {
    /// Where the axes cross.
    pub center: Point,
    /// The distance from both where the last colour is.
    pub size: f64,
}

/// By the root of the product of the distances from two axes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SqrtXy {
    /// Where the axes cross.
    pub center: Point,
    /// The distance from both where the last colour is.
    pub size: f64,
}

/// Any shape.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Shape {
    /// From one point to another.
    Linear(Linear),
    /// From a centre to a circle.
    Radial(Radial),
    /// From a focus to a circle.
    Focal(Focal),
    /// Around a centre.
    Conic(Conic),
    /// From a centre to a square.
    Diamond(Diamond),
    /// By the product of the distances from two axes.
    Xy(Xy),
    /// By its root.
    SqrtXy(SqrtXy),
    /// By the distance from an outline.
    Contour(Contour),
}

macro_rules! shapes {
    ($($name:ident)*) => {
        $(
            impl From<$name> for Shape {
                fn from(shape: $name) -> Self {
                    Self::$name(shape)
                }
            }
        )*
    };
}

shapes!(Linear Radial Focal Conic Diamond Xy SqrtXy Contour);
