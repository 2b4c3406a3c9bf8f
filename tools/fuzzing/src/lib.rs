//! What the fuzz targets do with the bytes that a fuzzer makes. Each makes something structured of
//! them (paths, pens, transforms, pictures, calls), does it, and holds the result against something
//! that must be equal: an exact formula, the scalar kernel, the same by another road or once more.
//!
//! ```text
//!  bytes ─arbitrary─► path, pen, map, … ─► drawn ─┬─► an integral, a formula, a level, a band, again
//!                                                 └─► equal, or the target fails
//! ```
//!
//! A target is a function here, so that kept inputs run as tests without a fuzzer; the programs in
//! `fuzz` hand a fuzzer's bytes to them.
#![forbid(unsafe_code)]

mod blend;
mod boolean;
mod decode;
mod exact;
mod figure;
mod font;
mod image;
mod pipeline;
mod settings;
mod stroke;
mod text;

use agg_core::{Affine, Cap, InnerJoin, Join, Path, Stroke};
use arbitrary::{Arbitrary, Unstructured};

/// A target of a fuzzer.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// Its name, which is that of its program and of the folder of its inputs.
    pub name: &'static str,
    /// Runs it with bytes; it fails by panicking.
    pub run: fn(&[u8]),
    /// What it makes of bytes, in words.
    pub read: fn(&[u8]) -> String,
}

fn made<'a, T: Arbitrary<'a>>(bytes: &'a [u8]) -> Option<T> {
    T::arbitrary_take_rest(Unstructured::new(bytes)).ok()
}

macro_rules! targets {
    ($($(#[doc = $doc:literal])* $name:ident: $input:ident;)*) => {
        $(
            $(#[doc = $doc])*
            pub fn $name(bytes: &[u8]) {
                if let Some(input) = made::<$name::$input>(bytes) {
                    $name::run(&input);
                }
            }
        )*

        /// All of them.
        pub const TARGETS: &[Target] = &[$(Target {
            name: stringify!($name),
            run: $name,
            read: |bytes| format!("{:#?}", made::<$name::$input>(bytes)),
        }),*];
    };
}

targets! {
    /// Fills, strokes, clips and layers, by bands, with a meter, twice.
    pipeline: Drawing;
    /// Strokes and dashes, by `next` and by `fold`.
    stroke: Line;
    /// Coverage against an exact integral.
    exact: Polygon;
    /// Boolean operations against their formula, pixel by pixel; compounds.
    boolean: Pair;
    /// Blending at each level of vector instructions.
    blend: Row;
    /// Images as paint.
    image: Tiling;
    /// Fonts with bytes changed.
    font: Damage;
    /// Any string at any size and angle.
    text: Words;
    /// Calls on the plots of a figure, and a save.
    figure: Script;
    /// Pictures, styles, paths and names as strangers write them.
    decode: Bytes;
}

/// A coordinate: any bits at all, or a number of a size that pictures have.
#[derive(Clone, Copy, Debug, Arbitrary)]
pub(crate) enum Coordinate {
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
pub(crate) type Place = (Coordinate, Coordinate);

#[derive(Clone, Debug, Arbitrary)]
pub(crate) enum Element {
    Move(Place),
    Line(Place),
    Quad(Place, Place),
    Cubic(Place, Place, Place),
    Close,
}

/// A path of up to 64 elements.
#[derive(Debug, Arbitrary)]
pub(crate) struct Outline(Vec<Element>);

/// Any transform.
#[derive(Debug, Arbitrary)]
pub(crate) struct Map([Coordinate; 6]);

/// Any pen.
#[derive(Debug, Arbitrary)]
pub(crate) struct Pen {
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
    pub(crate) fn stroke(&self) -> Stroke {
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
    pub(crate) fn affine(&self) -> Affine {
        Affine::new(self.0.map(f64::from))
    }
}

impl Outline {
    pub(crate) fn path(&self) -> Path {
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
