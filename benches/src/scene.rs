//! A scene: shapes and how they are inked, in words that every rasterizer understands.

use agg_core::{Color, FillRule, LinearGradient, Path, PathEl};
use std::fmt::Write as _;

/// What is drawn, in order, on a surface that keeps what was there.
#[derive(Clone, Debug)]
pub struct Scene {
    /// Its class, by which results are gathered, such as `triangles`.
    pub class: &'static str,
    /// What tells it from others of its class, such as `64 px`.
    pub name: String,
    /// Width and height of the surface in pixels.
    pub size: (u32, u32),
    /// The shapes.
    pub shapes: Vec<Shape>,
}

/// A path, how it is inked and with what.
#[derive(Clone, Debug)]
pub struct Shape {
    /// In pixels, y down.
    pub path: Path,
    /// Filled or stroked.
    pub ink: Ink,
    /// With what.
    pub paint: Paint,
}

/// How a path is inked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ink {
    /// Its inside is filled.
    Fill(FillRule),
    /// A pen of this width is drawn along it, with butt caps and miter joins.
    Stroke(f64),
}

/// Straight red, green, blue and alpha.
pub type Rgba = [u8; 4];

/// What a shape is painted with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Paint {
    /// One colour.
    Solid(Rgba),
    /// From one colour at the upper left corner of the surface to another at the lower right one.
    Diagonal(Rgba, Rgba),
}

impl Paint {
    /// In `agg-core`'s words, on a surface of a size.
    #[must_use]
    pub fn of(self, (width, height): (u32, u32)) -> agg_core::Paint {
        let color = |[r, g, b, a]: Rgba| Color::from_rgba8(r, g, b, a);
        match self {
            Self::Solid(solid) => color(solid).into(),
            Self::Diagonal(from, to) => {
                LinearGradient::new((0.0, 0.0), (f64::from(width), f64::from(height)))
                    .with_stops(&[(0.0, color(from)), (1.0, color(to))])
                    .into()
            }
        }
    }
}

impl Scene {
    /// The scene with every colour half as opaque.
    #[must_use]
    pub fn translucent(mut self) -> Self {
        let half = |[r, g, b, a]: Rgba| [r, g, b, a / 2];
        for shape in &mut self.shapes {
            shape.paint = match shape.paint {
                Paint::Solid(color) => Paint::Solid(half(color)),
                Paint::Diagonal(from, to) => Paint::Diagonal(half(from), half(to)),
            };
        }
        self.name.push_str(", translucent");
        self
    }

    /// The scene with a gradient for every colour.
    #[must_use]
    pub fn in_gradients(mut self) -> Self {
        for shape in &mut self.shapes {
            if let Paint::Solid([r, g, b, a]) = shape.paint {
                shape.paint = Paint::Diagonal([r, g, b, a], [b, r, g, a]);
            }
        }
        self.name.push_str(", gradient");
        self
    }

    /// The scene as lines of text, for programs that are not ours: `size W H`, then for each shape
    /// one line `fill nonzero|evenodd` or `stroke WIDTH`, one line `solid R G B A` or
    /// `diagonal R G B A R G B A`, its elements `M x y`, `L x y`, `Q …`, `C …`, `Z`, and `end`.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = format!("size {} {}\n", self.size.0, self.size.1);
        for shape in &self.shapes {
            shape.write(&mut text);
        }
        text
    }
}

impl Shape {
    fn write(&self, text: &mut String) {
        let words = |color: Rgba| color.map(|v| v.to_string()).join(" ");
        let ink = match self.ink {
            Ink::Fill(FillRule::NonZero) => "fill nonzero".to_owned(),
            Ink::Fill(FillRule::EvenOdd) => "fill evenodd".to_owned(),
            Ink::Stroke(width) => format!("stroke {width}"),
        };
        let paint = match self.paint {
            Paint::Solid(color) => format!("solid {}", words(color)),
            Paint::Diagonal(from, to) => format!("diagonal {} {}", words(from), words(to)),
        };
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{ink}\n{paint}");
        for element in self.path.elements() {
            let _ = match element {
                PathEl::MoveTo(p) => writeln!(text, "M {} {}", p.x, p.y),
                PathEl::LineTo(p) => writeln!(text, "L {} {}", p.x, p.y),
                PathEl::QuadTo(c, p) => writeln!(text, "Q {} {} {} {}", c.x, c.y, p.x, p.y),
                PathEl::CurveTo(c, d, p) => {
                    writeln!(text, "C {} {} {} {} {} {}", c.x, c.y, d.x, d.y, p.x, p.y)
                }
                PathEl::Close => writeln!(text, "Z"),
            };
        }
        text.push_str("end\n");
    }
}
