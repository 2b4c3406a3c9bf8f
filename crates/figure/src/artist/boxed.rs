//! Boxes around text.

use agg_core::{Affine, Path, Point};

use crate::artist::arrow::Recipe;
use crate::artist::{Paint, Painted, unit_circle};
use crate::name::{ByName, Named};

/// The most teeth along a side of a box: more cannot be told apart.
const MOST_TEETH: f64 = 10_000.0;

/// A box around text; its setters of colours and line widths are those of shapes.
#[derive(Clone, Debug)]
pub struct TextBox {
    pub(crate) style: ByName<TextBoxStyle>,
    pub(crate) paint: Paint,
}

/// The shape of a box around text. Names are matplotlib's, with numbers after commas:
/// `"round, pad=0.5"`. Lengths are multiples of the text's size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TextBoxStyle {
    /// `"plain"`: straight edges, 4 points from the text.
    Plain,
    /// `"square"`: straight edges.
    Square {
        /// From the text to the edges.
        pad: f64,
    },
    /// `"circle"`.
    Circle {
        /// From the text's longer side to the edge.
        pad: f64,
    },
    /// `"ellipse"`: through the corners of a square box.
    Ellipse {
        /// From the text to the edges of that box.
        pad: f64,
    },
    /// `"rarrow"`, `"larrow"`, `"darrow"`: an arrow to the right, to the left, both ways.
    Arrow {
        /// From the text to the edges.
        pad: f64,
        /// Where it points.
        points: BoxArrow,
        /// How high the head is, to the box.
        head_width: f64,
        /// The angle at the tip, in degrees.
        head_angle: f64,
    },
    /// `"round"`: round corners.
    Round {
        /// From the text to the edges.
        pad: f64,
        /// The corners' radius; as the pad unless set.
        rounding_size: Option<f64>,
    },
    /// `"round4"`: bulging sides.
    Round4 {
        /// From the text to the edges.
        pad: f64,
        /// How far sides bulge; half the pad unless set.
        rounding_size: Option<f64>,
    },
    /// `"sawtooth"`, and `"roundtooth"` with round teeth.
    Sawtooth {
        /// From the text to the edges.
        pad: f64,
        /// The teeth's size; half the pad unless set.
        tooth_size: Option<f64>,
        /// Whether teeth are pointed or round.
        teeth: Teeth,
    },
}

/// Where a box points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoxArrow {
    /// To the right.
    Right,
    /// To the left.
    Left,
    /// Both ways.
    Both,
}

/// The teeth of a box's outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Teeth {
    /// With straight edges.
    Pointed,
    /// With curved edges.
    Round,
}

impl Painted for TextBox {
    fn paint(&self) -> &Paint {
        &self.paint
    }

    fn paint_mut(&mut self) -> &mut Paint {
        &mut self.paint
    }
}

impl Named for TextBoxStyle {
    fn named(name: &str) -> Option<Self> {
        let mut recipe = Recipe::new(name)?;
        let name = recipe.name.clone();
        let pad = recipe.take("pad").unwrap_or(0.3);
        let mut take = |key: &str, usual: f64| recipe.take(key).unwrap_or(usual);
        let value = match name.as_str() {
            "plain" => Self::Plain,
            "square" => Self::Square { pad },
            "circle" => Self::Circle { pad },
            "ellipse" => Self::Ellipse { pad },
            "rarrow" | "larrow" | "darrow" => Self::Arrow {
                pad,
                points: match name.as_str() {
                    "rarrow" => BoxArrow::Right,
                    "larrow" => BoxArrow::Left,
                    _ => BoxArrow::Both,
                },
                head_width: take("head_width", 1.5),
                head_angle: take("head_angle", 90.0),
            },
            "round" => Self::Round {
                pad,
                rounding_size: recipe.take("rounding_size"),
            },
            "round4" => Self::Round4 {
                pad,
                rounding_size: recipe.take("rounding_size"),
            },
            "sawtooth" | "roundtooth" => Self::Sawtooth {
                pad,
                tooth_size: recipe.take("tooth_size"),
                teeth: if name == "sawtooth" {
                    Teeth::Pointed
                } else {
                    Teeth::Round
                },
            },
            _ => return None,
        };
        recipe.made(value)
    }
}

/// A rectangle.
#[derive(Clone, Copy)]
struct Sides {
    x0: f64,
    y0: f64,
    x1: f64,
    y1: f64,
}

impl TextBoxStyle {
    /// The outline around text of a width and height from the origin, for type of `size` points
    /// that are `pixels` pixels.
    pub(crate) fn path(self, (width, height): (f64, f64), size: f64, pixels: f64) -> Path {
        let around = |pad: f64| {
            let pad = pixels * pad;
            let (width, height) = (width + 2.0 * pad, height + 2.0 * pad);
            let (x0, y0) = (0.0 - pad, 0.0 - pad);
            (x0, y0, width, height)
        };
        let sides = |pad: f64| {
            let (x0, y0, width, height) = around(pad);
            Sides {
                x0,
                y0,
                x1: x0 + width,
                y1: y0 + height,
            }
        };
        match self {
            // The pad is known to two digits.
            Self::Plain => square(sides((4.0 / size * 100.0).round_ties_even() / 100.0)),
            Self::Square { pad } => square(sides(pad)),
            Self::Circle { pad } => {
                let (x0, y0, width, height) = around(pad);
                let radius = width.max(height) / 2.0;
                ellipse((x0 + width / 2.0, y0 + height / 2.0), radius, radius)
            }
            Self::Ellipse { pad } => {
                let (x0, y0, width, height) = around(pad);
                let half = |side: f64| side / 2.0_f64.sqrt();
                let middle = (x0 + width / 2.0, y0 + height / 2.0);
                ellipse(middle, half(width), half(height))
            }
            Self::Arrow {
                pad,
                points,
                head_width,
                head_angle,
            } => arrow(sides(pad), points, width, head_width, head_angle),
            Self::Round { pad, rounding_size } => {
                let size = rounding_size.filter(|size| *size != 0.0);
                round(sides(pad), size.map_or(pixels * pad, |size| pixels * size))
            }
            Self::Round4 { pad, rounding_size } => {
                let size = rounding_size.filter(|size| *size != 0.0);
                let (pad, by) = (pixels * pad, pixels * pad / 2.0);
                let by = size.map_or(by, |size| pixels * size);
                let width = width + 2.0 * pad - 2.0 * by;
                let height = height + 2.0 * pad - 2.0 * by;
                let (x0, y0) = (0.0 - pad + by, 0.0 - pad + by);
                let sides = Sides {
                    x0,
                    y0,
                    x1: x0 + width,
                    y1: y0 + height,
                };
                bulging(sides, by)
            }
            Self::Sawtooth {
                pad,
                tooth_size,
                teeth,
            } => {
                let tooth = tooth_size.map_or(pad * 0.5 * pixels, |size| size * pixels);
                toothed((width, height), pixels * pad, tooth, teeth)
            }
        }
    }
}

fn square(Sides { x0, y0, x1, y1 }: Sides) -> Path {
    Path::polygon([(x0, y0), (x1, y0), (x1, y1), (x0, y1)])
}

fn ellipse(middle: (f64, f64), width: f64, height: f64) -> Path {
    let mut path = unit_circle();
    path.transform(Affine::scale_xy(width, height).then(Affine::translate(middle.0, middle.1)));
    path
}

fn round(Sides { x0, y0, x1, y1 }: Sides, by: f64) -> Path {
    let mut path = Path::new();
    path.move_to((x0 + by, y0)).line_to((x1 - by, y0));
    path.quad_to((x1, y0), (x1, y0 + by)).line_to((x1, y1 - by));
    path.quad_to((x1, y1), (x1 - by, y1)).line_to((x0 + by, y1));
    path.quad_to((x0, y1), (x0, y1 - by)).line_to((x0, y0 + by));
    path.quad_to((x0, y0), (x0 + by, y0)).close();
    path
}

fn bulging(Sides { x0, y0, x1, y1 }: Sides, by: f64) -> Path {
    let mut path = Path::new();
    path.move_to((x0, y0));
    path.cubic_to((x0 + by, y0 - by), (x1 - by, y0 - by), (x1, y0));
    path.cubic_to((x1 + by, y0 + by), (x1 + by, y1 - by), (x1, y1));
    path.cubic_to((x1 - by, y1 + by), (x0 + by, y1 + by), (x0, y1));
    path.cubic_to((x0 - by, y1 - by), (x0 - by, y0 + by), (x0, y0));
    path.close();
    path
}

fn arrow(sides: Sides, points: BoxArrow, text_width: f64, head_width: f64, angle: f64) -> Path {
    let Sides { x0, y0, x1, y1 } = sides;
    let (long, high) = (x1 - x0, y1 - y0);
    let head = head_width * high;
    let middle = (y0 + y1) / 2.0;
    let (low_end, high_end) = (middle - head / 2.0, middle + head / 2.0);
    let slope = 1.0 / libm::tan((angle / 2.0).to_radians());
    let reach = slope * high.min(head) / 2.0;
    let corners: Vec<(f64, f64)> = match (points, slope > 0.0) {
        (BoxArrow::Both, true) => {
            let (left, right) = (x0 - reach, x1 + reach);
            let (from, to) = (left + slope * head / 2.0, right - slope * head / 2.0);
            vec![
                (from, y1),
                (from, high_end),
                (left, middle),
                (from, low_end),
                (from, y0),
                (to, y0),
                (to, low_end),
                (right, middle),
                (to, high_end),
                (to, y1),
            ]
        }
        (BoxArrow::Both, false) => {
            let by = (-slope * (head - high).max(0.0) / 2.0).min(long / 2.0);
            let low = low_end.min(y0) - by / slope;
            let top = high_end.max(y1) + by / slope;
            vec![
                (x0, low_end),
                (x0 + by, low),
                (x1 - by, low),
                (x1, low_end),
                (x1, high_end),
                (x1 - by, top),
                (x0 + by, top),
                (x0, high_end),
            ]
        }
        (_, true) => {
            let tip = x1 + reach;
            let shaft = tip - slope * head / 2.0;
            vec![
                (x0, y0),
                (shaft, y0),
                (shaft, low_end),
                (tip, middle),
                (shaft, high_end),
                (shaft, y1),
                (x0, y1),
            ]
        }
        (_, false) => {
            let by = (-slope * (head - high).max(0.0) / 2.0).min(long);
            let low = low_end.min(y0) - by / slope;
            let top = high_end.max(y1) + by / slope;
            vec![
                (x0, y0),
                (x1 - by, low),
                (x1, low_end),
                (x1, high_end),
                (x1 - by, top),
                (x0, y1),
            ]
        }
    };
    let turned = |(x, y): (f64, f64)| match points {
        BoxArrow::Left => (text_width - x, y),
        _ => (x, y),
    };
    Path::polygon(corners.into_iter().map(turned))
}

fn toothed((width, height): (f64, f64), pad: f64, tooth: f64, teeth: Teeth) -> Path {
    let half = tooth / 2.0;
    let (width, height) = (width + 2.0 * pad - tooth, height + 2.0 * pad - tooth);
    let count = |side: f64| {
        let pairs = ((side - tooth) / (tooth * 2.0)).round_ties_even();
        // A cast makes 0 of what is no number.
        (pairs.clamp(0.0, MOST_TEETH) * 2.0) as usize
    };
    let (across, up) = (count(width), count(height));
    let (x0, y0) = (0.0 - pad + half, 0.0 - pad + half);
    let (x1, y1) = (x0 + width, y0 + height);
    let along = |start: f64, end: f64, teeth: usize| {
        let steps = 2 * teeth;
        let step = (end - start) / steps.max(1) as f64;
        (0..=steps).map(move |i| {
            if i == steps && steps > 0 {
                end
            } else {
                i as f64 * step + start
            }
        })
    };
    let wave = |at: f64, by: f64, teeth: usize| {
        let values = [at, at + by, at, at - by].into_iter().cycle();
        values.take((2 * teeth + 2).min(4 * teeth))
    };
    let xs = std::iter::once(x0)
        .chain(along(x0 + half, x1 - half, across))
        .chain(wave(x1, half, up))
        .chain(std::iter::once(x1))
        .chain(along(x1 - half, x0 + half, across))
        .chain(wave(x0, -half, up));
    let ys = wave(y0, -half, across)
        .chain(std::iter::once(y0))
        .chain(along(y0 + half, y1 - half, up))
        .chain(wave(y1, half, across))
        .chain(std::iter::once(y1))
        .chain(along(y1 - half, y0 + half, up));
    let points: Vec<Point> = xs.zip(ys).map(Point::from).collect();
    match teeth {
        Teeth::Pointed => Path::polygon(points),
        Teeth::Round => {
            let mut path = Path::new();
            let Some(&first) = points.first() else {
                return path;
            };
            path.move_to(first);
            let rest: Vec<Point> = points.iter().skip(1).copied().chain([first]).collect();
            let (pairs, _) = rest.as_chunks::<2>();
            for [control, end] in pairs {
                path.quad_to(*control, *end);
            }
            path.close();
            path
        }
    }
}
