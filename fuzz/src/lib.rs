//! What the fuzz targets do with the input that the fuzzer makes: a module each, named as its target.
//! A target that finds something fails an assertion here or panics below.
#![forbid(unsafe_code)]

pub mod blend;
pub mod boolean;
pub mod decode;
pub mod exact;
pub mod figure;
pub mod font;
pub mod image;
pub mod pipeline;
pub mod stroke;
pub mod text;

use agg_core::{Affine, Cap, InnerJoin, Join, Path, Stroke};
use arbitrary::Arbitrary;

/// A coordinate: any bits at all, or a number of a size that pictures have.
#[derive(Clone, Copy, Debug, Arbitrary)]
pub enum Coordinate {
    Bits(u64),
    Pixels(i16),
}

impl From<Coordinate> for f64 {
    fn from(coordinate: Coordinate) -> Self {
        match coordinate {
            Coordinate::Bits(bits) => Self::from_bits(bits),
            Coordinate::Pixels(v) => Self::from(v) / 64.0,
        }
    }
}

/// A point of a hostile path.
pub type Place = (Coordinate, Coordinate);

#[derive(Clone, Debug, Arbitrary)]
pub enum Element {
    Move(Place),
    Line(Place),
    Quad(Place, Place),
    Cubic(Place, Place, Place),
    Close,
}

/// A path of up to 64 elements.
#[derive(Debug, Arbitrary)]
pub struct Outline(Vec<Element>);

/// Any transform.
#[derive(Debug, Arbitrary)]
pub struct Map([Coordinate; 6]);

/// Any pen.
#[derive(Debug, Arbitrary)]
pub struct Pen {
    width: Coordinate,
    join: u8,
    inner_join: u8,
    cap: u8,
    miter_limit: Coordinate,
    shorten: Coordinate,
    dash_offset: Coordinate,
    dashes: Vec<Coordinate>,
}

fn place((x, y): Place) -> (f64, f64) {
    (x.into(), y.into())
}

fn pick<T: Copy, const N: usize>(choices: [T; N], by: u8) -> T {
    choices[usize::from(by) % N]
}

impl Pen {
    pub fn stroke(&self) -> Stroke {
        let joins = [
            Join::Miter,
            Join::MiterRevert,
            Join::MiterRound,
            Join::Round,
            Join::Bevel,
        ];
        let inner = [
            InnerJoin::Bevel,
            InnerJoin::Miter,
            InnerJoin::Jag,
            InnerJoin::Round,
        ];
        let stroke = Stroke::new(self.width.into())
            .with_join(pick(joins, self.join))
            .with_inner_join(pick(inner, self.inner_join))
            .with_cap(pick([Cap::Butt, Cap::Square, Cap::Round], self.cap))
            .with_miter_limit(self.miter_limit.into())
            .with_shorten(self.shorten.into());
        if self.dashes.is_empty() {
            return stroke;
        }
        let lengths: Vec<f64> = self.dashes.iter().take(16).map(|&v| v.into()).collect();
        stroke.with_dashes(self.dash_offset.into(), &lengths)
    }
}

impl Map {
    pub fn affine(&self) -> Affine {
        Affine::new(self.0.map(f64::from))
    }
}

impl Outline {
    pub fn path(&self) -> Path {
        let mut path = Path::new();
        for element in self.0.iter().take(64) {
            match *element {
                Element::Move(p) => path.move_to(place(p)),
                Element::Line(p) => path.line_to(place(p)),
                Element::Quad(a, p) => path.quad_to(place(a), place(p)),
                Element::Cubic(a, b, p) => path.cubic_to(place(a), place(b), place(p)),
                Element::Close => path.close(),
            };
        }
        path
    }
}
