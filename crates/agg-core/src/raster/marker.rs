//! Small symbols in whole pixels, each with an outline and an inside.
//!
//! ```text
//!      Diamond      Triangle(Up)    FourRays        X
//!         o              o              o         o     o
//!        o·o            o·o             o          o   o
//!       o···o           o·o           o···o         o o          o line
//!      o·····o         o···o        oo·····oo        ·           · fill
//!       o···o          o···o          o···o         o o
//!        o·o          ooooooo           o          o   o
//!         o                             o         o     o
//! ```
//!
//! Every pixel of a symbol is handed on once; AGG draws some of them twice, which shows where a
//! colour is translucent.

use crate::geometry::IntRect;
use crate::raster::primitive::Oval;
use crate::raster::span::{Coverage, Span};
use std::collections::BTreeMap;

/// The shape of a symbol.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Marker {
    /// A square with sides of twice the radius.
    Square,
    /// A square that stands on a corner.
    Diamond,
    /// A circle.
    Circle,
    /// A circle with four short lines through it.
    CrossedCircle,
    /// Half an ellipse, its round side in a direction.
    Semiellipse(Direction),
    /// A triangle with a corner in a direction.
    Triangle(Direction),
    /// Four narrow triangles around a square.
    FourRays,
    /// A horizontal and a vertical line.
    Cross,
    /// Two diagonal lines.
    X,
    /// A horizontal line.
    Dash,
    /// A disc without an outline.
    Dot,
    /// One pixel, whatever the radius.
    Pixel,
}

/// Where a symbol points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// To smaller x.
    Left,
    /// To larger x.
    Right,
    /// To smaller y.
    Up,
    /// To larger y.
    Down,
}

/// What of a symbol a pixel belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MarkerPart {
    /// The outline.
    Line,
    /// The inside.
    Fill,
}

/// The largest radius; larger ones are cut off. A symbol costs its area.
const LARGEST: i32 = 1 << 12;

impl Marker {
    /// Hands the pixels of a symbol within the clip box to `visit`, top to bottom and left to
    /// right. The radius counts in pixels beside the middle one; at 0 or below, each symbol is one
    /// pixel of fill.
    ///
    /// ```
    /// use agg_core::{IntRect, Marker, MarkerPart};
    ///
    /// let mut row = String::new();
    /// Marker::Diamond.for_each_span((4, 4), 3, IntRect::new(0, 4, 9, 5), |part, span| {
    ///     let letter = match part { MarkerPart::Line => "o", MarkerPart::Fill => "·" };
    ///     row += &letter.repeat(span.len());
    /// });
    /// assert_eq!(row, "o·····o");
    /// ```
    pub fn for_each_span(
        self,
        center: (i32, i32),
        radius: i32,
        clip: IntRect,
        mut visit: impl FnMut(MarkerPart, Span<'_>),
    ) {
        let mut sheet = Sheet {
            center: (i64::from(center.0), i64::from(center.1)),
            clip,
            turn: Direction::Down,
            pixels: BTreeMap::new(),
        };
        if radius > 0 {
            self.draw(i64::from(radius.min(LARGEST)), &mut sheet);
        } else {
            sheet.fill(0, 0, 0);
        }
        sheet.emit(&mut visit);
    }

    fn draw(self, r: i64, sheet: &mut Sheet) {
        match self {
            Self::Square => square(r, sheet),
            Self::Diamond => diamond(r, sheet),
            Self::Circle => circle(r, sheet, MarkerPart::Line),
            Self::CrossedCircle => crossed_circle(r, sheet),
            Self::Semiellipse(direction) => {
                sheet.turn = direction.opposite();
                semiellipse(r, sheet);
            }
            Self::Triangle(direction) => {
                sheet.turn = direction.opposite();
                triangle(r, sheet);
            }
            Self::FourRays => four_rays(r, sheet),
            Self::Cross => {
                (-r..=r).for_each(|y| sheet.line(0, 0, y));
                sheet.line(-r, r, 0);
            }
            Self::X => x(r, sheet),
            Self::Dash => sheet.line(-r, r, 0),
            Self::Dot => circle(r, sheet, MarkerPart::Fill),
            Self::Pixel => sheet.fill(0, 0, 0),
        }
    }
}

impl Direction {
    const fn opposite(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
            Self::Up => Self::Down,
            Self::Down => Self::Up,
        }
    }
}

/// The visible pixels of a symbol. Coordinates are relative to its middle, and turned: a symbol
/// is described with its base down.
struct Sheet {
    center: (i64, i64),
    clip: IntRect,
    /// Where the base is.
    turn: Direction,
    pixels: BTreeMap<(i32, i32), MarkerPart>,
}

impl Sheet {
    fn line(&mut self, x0: i64, x1: i64, y: i64) {
        self.run(x0, x1, y, MarkerPart::Line);
    }

    fn fill(&mut self, x0: i64, x1: i64, y: i64) {
        self.run(x0, x1, y, MarkerPart::Fill);
    }

    fn run(&mut self, x0: i64, x1: i64, y: i64, part: MarkerPart) {
        for x in x0..=x1 {
            let (x, y) = match self.turn {
                Direction::Down => (x, y),
                Direction::Up => (x, -y),
                Direction::Right => (y, x),
                Direction::Left => (-y, x),
            };
            let at = (self.center.0 + x, self.center.1 + y);
            if let (Ok(x), Ok(y)) = (i32::try_from(at.0), i32::try_from(at.1))
                && (self.clip.x0..self.clip.x1).contains(&x)
                && (self.clip.y0..self.clip.y1).contains(&y)
            {
                self.pixels.insert((y, x), part);
            }
        }
    }

    /// Both pixels at a distance from the axis, and what is between them.
    fn pair(&mut self, half: i64, y: i64) {
        self.line(-half, -half, y);
        self.line(half, half, y);
        self.fill(1 - half, half - 1, y);
    }

    fn emit(&self, visit: &mut impl FnMut(MarkerPart, Span<'_>)) {
        let mut pixels = self.pixels.iter().peekable();
        while let Some((&(y, x), &part)) = pixels.next() {
            let mut len = 1;
            let joins = |len: usize| {
                move |next: &(&(i32, i32), &MarkerPart)| {
                    *next.1 == part && *next.0 == (y, x + len as i32)
                }
            };
            while pixels.next_if(joins(len)).is_some() {
                len += 1;
            }
            visit(part, Span::new(x, y, Coverage::Uniform { len, cover: 255 }));
        }
    }
}

fn square(r: i64, sheet: &mut Sheet) {
    sheet.line(-r, r, -r);
    (1 - r..r).for_each(|y| sheet.pair(r, y));
    sheet.line(-r, r, r);
}

fn diamond(r: i64, sheet: &mut Sheet) {
    (-r..=r).for_each(|y| sheet.pair(r - y.abs(), y));
}

/// Steps down an ellipse from its top; `row` gets half the width of each row where it begins, and
/// `edge` every pixel.
fn oval((rx, ry): (i64, i64), mut edge: impl FnMut(i64, i64, i64)) {
    let mut oval = Oval::new(rx, ry);
    let (mut x, mut y, mut down) = (0, 0, 0);
    loop {
        edge(x, y, down);
        if y >= ry {
            return;
        }
        let step = oval.step();
        (x, y, down) = (x + step.0, y + step.1, step.1);
    }
}

fn circle(r: i64, sheet: &mut Sheet, outline: MarkerPart) {
    oval((r, r), |x, y, down| {
        for y in [y - r, r - y] {
            sheet.run(-x, -x, y, outline);
            sheet.run(x, x, y, outline);
            if down > 0 {
                sheet.fill(1 - x, x - 1, y);
            }
        }
    });
}

fn crossed_circle(r: i64, sheet: &mut Sheet) {
    circle(r, sheet, MarkerPart::Line);
    let far = r + r / 2 + i64::from(r <= 2);
    let near = r / 2;
    sheet.line(-far, -near, 0);
    sheet.line(near, far, 0);
    (near..=far).for_each(|y| {
        sheet.line(0, 0, -y);
        sheet.line(0, 0, y);
    });
}

fn semiellipse(r: i64, sheet: &mut Sheet) {
    let below = r * 4 / 5;
    let mut base = 0;
    oval((r * 3 / 5, r + below), |x, y, down| {
        sheet.line(-x, -x, y - r);
        sheet.line(x, x, y - r);
        if down > 0 {
            sheet.fill(1 - x, x - 1, y - r);
        }
        base = x;
    });
    // AGG's choice: the base is a row of its own below, and on the last column at the side.
    let beyond = i64::from(matches!(sheet.turn, Direction::Up | Direction::Down));
    sheet.line(-base, base, below + beyond);
}

fn triangle(r: i64, sheet: &mut Sheet) {
    let rows = (r + r * 3 / 5).max(1);
    (0..rows).for_each(|row| sheet.pair(row / 2, row - r));
    sheet.line(-(rows / 2), rows / 2, rows - r);
}

fn four_rays(r: i64, sheet: &mut Sheet) {
    let inner = r / 3;
    for turn in [
        Direction::Down,
        Direction::Up,
        Direction::Right,
        Direction::Left,
    ] {
        sheet.turn = turn;
        (0..=r - inner).for_each(|row| sheet.pair(row / 2, row - r));
    }
    let half = (inner - 1).abs();
    (-half..=half).for_each(|y| sheet.fill(-half, half, y));
}

fn x(r: i64, sheet: &mut Sheet) {
    (0..=r * 7 / 10).for_each(|d| {
        for (x, y) in [(d, d), (-d, d), (d, -d), (-d, -d)] {
            sheet.line(x, x, y);
        }
    });
    sheet.fill(0, 0, 0);
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLIP: IntRect = IntRect::new(-40, -40, 40, 40);

    fn pixels(marker: Marker, r: i32) -> Vec<(i32, i32)> {
        let mut pixels = Vec::new();
        marker.for_each_span((0, 0), r, CLIP, |_, span| {
            pixels.extend((span.x()..).take(span.len()).map(|x| (x, span.y())));
        });
        pixels
    }

    fn all() -> Vec<Marker> {
        let directions = [
            Direction::Left,
            Direction::Right,
            Direction::Up,
            Direction::Down,
        ];
        let turned = directions
            .into_iter()
            .flat_map(|d| [Marker::Semiellipse(d), Marker::Triangle(d)]);
        let plain = [
            Marker::Square,
            Marker::Diamond,
            Marker::Circle,
            Marker::CrossedCircle,
            Marker::FourRays,
            Marker::Cross,
            Marker::X,
            Marker::Dash,
            Marker::Dot,
            Marker::Pixel,
        ];
        plain.into_iter().chain(turned).collect()
    }

    #[test]
    fn both_halves_of_every_symbol_are_alike() {
        for marker in all() {
            let sideways = match marker {
                Marker::Semiellipse(way) | Marker::Triangle(way) => {
                    matches!(way, Direction::Left | Direction::Right)
                }
                _ => false,
            };
            for r in 0..20 {
                let mut pixels: Vec<(i32, i32, bool)> = Vec::new();
                marker.for_each_span((0, 0), r, CLIP, |part, span| {
                    let line = part == MarkerPart::Line;
                    pixels.extend((span.x()..).take(span.len()).map(|x| (x, span.y(), line)));
                });
                let flip = |&(x, y, line): &(i32, i32, bool)| {
                    if sideways {
                        (x, -y, line)
                    } else {
                        (-x, y, line)
                    }
                };
                let mut flipped: Vec<_> = pixels.iter().map(flip).collect();
                pixels.sort_unstable();
                flipped.sort_unstable();
                assert_eq!(pixels, flipped, "{marker:?} {r}");
            }
        }
    }

    #[test]
    fn every_pixel_comes_once_and_in_order() {
        for marker in all() {
            for r in [0, 1, 2, 3, 7, 12] {
                let mut sorted = pixels(marker, r);
                let count = sorted.len();
                sorted.sort_by_key(|&(x, y)| (y, x));
                assert_eq!(sorted, pixels(marker, r), "{marker:?} {r}");
                sorted.dedup();
                assert_eq!(sorted.len(), count, "{marker:?} {r}");
            }
        }
    }

    /// Symbols beside each other, `o` where the outline is and `.` where the inside.
    fn sheet(markers: &[Marker], radius: i32, reach: i32) -> String {
        let side = 2 * reach + 1;
        let width = markers.len() * (side as usize + 1);
        let mut rows = vec![vec![b' '; width]; side as usize];
        for (marker, i) in markers.iter().zip(0..) {
            let center = (reach + i * (side + 1), reach);
            let clip = IntRect::new(0, 0, width as i32, side);
            marker.for_each_span(center, radius, clip, |part, span| {
                let letter = match part {
                    MarkerPart::Line => b'o',
                    MarkerPart::Fill => b'.',
                };
                let start = span.x() as usize;
                rows[span.y() as usize][start..start + span.len()].fill(letter);
            });
        }
        let rows = rows.into_iter().map(|row| String::from_utf8(row).unwrap());
        rows.map(|row| format!("{}\n", row.trim_end())).collect()
    }

    /// To be looked at; that AGG draws the same is for its scenes to say.
    #[test]
    fn symbols_look_like_their_pictures() {
        let large = all()
            .chunks(5)
            .map(|five| sheet(five, 5, 7))
            .collect::<String>();
        let small = all()
            .chunks(8)
            .map(|eight| sheet(eight, 2, 4))
            .collect::<String>();
        assert_eq!(large + &small, include_str!("markers.txt"));
    }

    #[test]
    fn neighbouring_pixels_of_a_part_are_one_span() {
        let mut spans = Vec::new();
        Marker::Square.for_each_span((5, 5), 2, IntRect::new(0, 0, 7, 5), |part, span| {
            spans.push((part, span.x(), span.y(), span.len()));
        });
        let (line, fill) = (MarkerPart::Line, MarkerPart::Fill);
        assert_eq!(spans, [(line, 3, 3, 4), (line, 3, 4, 1), (fill, 4, 4, 3)]);
    }

    #[test]
    fn symbols_of_no_radius_are_one_pixel() {
        for marker in all() {
            for r in [0, -1, i32::MIN] {
                assert_eq!(pixels(marker, r), [(0, 0)], "{marker:?}");
            }
        }
    }

    #[test]
    fn a_symbol_far_away_or_huge_is_cut_off() {
        for marker in all() {
            marker.for_each_span((i32::MAX, i32::MIN), 9, CLIP, |_, _| panic!("{marker:?}"));
            assert!(pixels(marker, 200).len() <= 80 * 80);
        }
    }
}
