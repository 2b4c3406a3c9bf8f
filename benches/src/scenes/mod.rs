//! Every scene that is timed.

mod drawing;
mod fills;
mod large;
mod plots;
mod shapes;
mod text;

pub use drawing::drawing;

use crate::random::Random;
use crate::scene::{Ink, Paint, Scene, Shape};
use agg_core::{FillRule, Path};

/// How many of them are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Two sizes of each class.
    Some,
    /// All sizes.
    All,
}

impl Extent {
    /// The sizes of a drawing of many shapes.
    #[must_use]
    pub fn of_drawings(self) -> &'static [(u32, u32)] {
        match self {
            Self::Some => &[(512, 512)],
            Self::All => &[(512, 512), (1920, 1080), (3840, 2160)],
        }
    }
}

/// The scenes, class after class.
#[must_use]
pub fn all(extent: Extent) -> Vec<Scene> {
    let mut scenes = fills::scenes(extent);
    scenes.extend(plots::scenes(extent));
    scenes.extend(text::scenes());
    scenes.extend(large::scenes(extent));
    scenes
}

/// The surface of scenes of small shapes.
const SIZE: (u32, u32) = (512, 600);

/// Shapes of one size in random places and colours; `shape` makes one in a square at the origin.
fn scattered(
    class: &'static str,
    size: u32,
    ink: Ink,
    mut shape: impl FnMut(&mut Random, f64) -> Path,
) -> Scene {
    let side = f64::from(size);
    let count = (120_000.0 / (side * side)).clamp(8.0, 256.0) as usize;
    let mut random = Random::new(1 + u64::from(size));
    let mut one = |_| {
        // Whole pixels: a shape that is not to be aligned says so itself.
        let (x, y) = (
            (random.unit() * (f64::from(SIZE.0) - side)).floor(),
            (random.unit() * (f64::from(SIZE.1) - side)).floor(),
        );
        let mut path = shape(&mut random, side);
        path.transform(agg_core::Affine::translate(x, y));
        Shape {
            path,
            ink,
            paint: Paint::Solid(random.color()),
        }
    };
    Scene {
        class,
        name: format!("{size} px"),
        size: SIZE,
        shapes: (0..count).map(&mut one).collect(),
    }
}

const NON_ZERO: Ink = Ink::Fill(FillRule::NonZero);
const EVEN_ODD: Ink = Ink::Fill(FillRule::EvenOdd);
