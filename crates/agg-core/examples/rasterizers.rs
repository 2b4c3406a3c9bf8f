//! The same triangle with and without anti-aliasing: a gamma function decides.
//!
//! ```text
//! cargo run -p agg-core --example rasterizers
//! ```

mod shared;

use agg_core::{Color, Error, FillRule, Gamma, Path, Pixmap, Rasterizer};

pub(crate) fn draw() -> Result<Pixmap, Error> {
    let triangle =
        |dx: f64| Path::polygon([(220.0 - dx, 60.0), (489.0 - dx, 170.0), (263.0 - dx, 310.0)]);
    let smooth = (
        triangle(0.0),
        Gamma::power(1.0),
        Color::new(0.7, 0.5, 0.1, 1.0),
    );
    let jagged = (
        triangle(200.0),
        Gamma::threshold(0.5),
        Color::new(0.1, 0.5, 0.7, 1.0),
    );
    let mut rasterizer = Rasterizer::new(500, 330);
    shared::y_up((500, 330), Color::WHITE, |surface| {
        for (path, gamma, color) in [smooth, jagged] {
            rasterizer.reset();
            rasterizer.add(&path);
            let lay = shared::lay(surface, color);
            rasterizer.for_each_span(FillRule::NonZero, gamma.before(lay));
        }
    })
}

fn main() -> Result<(), Error> {
    shared::save("rasterizers", draw())
}
