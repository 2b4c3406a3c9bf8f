//! A pixel format that is chosen while the program runs.
//!
//! ```text
//! cargo run -p agg-core --example polymorphic_renderer -- 24     # or 16, 32, float
//! ```

mod shared;

use agg_core::{Blend, Canvas, Color, Error, FillRule, Path, Pixmap, Rgb8, Rgb565, Rgba8, RgbaF32};

/// What a pixel of the sheet is made of.
#[derive(Clone, Copy, Debug)]
enum Depth {
    Sixteen,
    TwentyFour,
    ThirtyTwo,
    Float,
}

impl Depth {
    /// From a word of the command line.
    fn named(name: &str) -> Self {
        match name {
            "24" => Self::TwentyFour,
            "32" => Self::ThirtyTwo,
            "float" => Self::Float,
            _ => Self::Sixteen,
        }
    }

    fn draw(self) -> Result<Pixmap, Error> {
        match self {
            Self::Sixteen => draw_in::<Rgb565>(),
            Self::TwentyFour => draw_in::<Rgb8>(),
            Self::ThirtyTwo => draw_in::<Rgba8>(),
            Self::Float => draw_in::<RgbaF32>(),
        }
    }
}

pub(crate) fn draw() -> Result<Pixmap, Error> {
    Depth::Sixteen.draw()
}

fn draw_in<F: Blend>() -> Result<Pixmap, Error> {
    let triangle = Path::polygon([(100.0, 60.0), (369.0, 170.0), (143.0, 310.0)]);
    let brown = shared::light(80, 30, 20);
    let sheet = shared::y_up_in::<F, _>((400, 330), Color::WHITE, |surface| {
        Canvas::new(surface.reborrow()).fill(&triangle, FillRule::NonZero, brown);
    });
    sheet?.converted()
}

fn main() -> Result<(), Error> {
    let picture = match std::env::args().nth(1) {
        Some(name) => Depth::named(&name).draw(),
        None => draw(),
    };
    shared::save("polymorphic_renderer", picture)
}
