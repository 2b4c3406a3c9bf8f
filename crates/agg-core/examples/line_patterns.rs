//! Lines that are pictures: each is repeated along a curve.
//!
//! ```text
//! cargo run -p agg-core --example line_patterns
//! ```

mod shared;

use agg_core::{Canvas, Color, Error, Path, PatternStroke, Pixmap, Rgba8, StraightRgba8};

/// Where a line begins, its two control points, where it ends; and the picture.
type Line = ([(f64, f64); 4], &'static [u8]);

const LINES: [Line; 9] = [
    (
        [(64.0, 19.0), (14.0, 126.0), (118.0, 266.0), (19.0, 265.0)],
        include_bytes!("data/images/1.png"),
    ),
    (
        [
            (112.0, 113.0),
            (178.0, 32.0),
            (200.0, 132.0),
            (125.0, 438.0),
        ],
        include_bytes!("data/images/2.png"),
    ),
    (
        [(401.0, 24.0), (326.0, 149.0), (285.0, 11.0), (177.0, 77.0)],
        include_bytes!("data/images/3.png"),
    ),
    (
        [(188.0, 427.0), (129.0, 295.0), (19.0, 283.0), (25.0, 410.0)],
        include_bytes!("data/images/4.png"),
    ),
    (
        [
            (451.0, 346.0),
            (302.0, 218.0),
            (265.0, 441.0),
            (459.0, 400.0),
        ],
        include_bytes!("data/images/5.png"),
    ),
    (
        [(454.0, 198.0), (14.0, 13.0), (220.0, 291.0), (483.0, 283.0)],
        include_bytes!("data/images/6.png"),
    ),
    (
        [
            (301.0, 398.0),
            (355.0, 231.0),
            (209.0, 211.0),
            (170.0, 353.0),
        ],
        include_bytes!("data/images/7.png"),
    ),
    (
        [
            (484.0, 101.0),
            (222.0, 33.0),
            (486.0, 435.0),
            (487.0, 138.0),
        ],
        include_bytes!("data/images/8.png"),
    ),
    (
        [(143.0, 147.0), (11.0, 45.0), (83.0, 427.0), (132.0, 197.0)],
        include_bytes!("data/images/9.png"),
    ),
];

pub(crate) fn draw() -> Result<Pixmap, Error> {
    let mut lines = Vec::new();
    for ([start, a, b, end], png) in LINES {
        let mut path = Path::new();
        path.move_to(start).cubic_to(a, b, end);
        lines.push((path, PatternStroke::new(see_through(&shared::image(png)?)?)));
    }
    shared::y_up((500, 450), Color::new(1.0, 1.0, 0.95, 1.0), |surface| {
        let mut canvas = Canvas::new(surface.reborrow());
        for (path, pattern) in &lines {
            canvas.stroke_pattern(path, pattern);
        }
    })
}

/// The same picture, more transparent where it is brighter.
fn see_through(picture: &Pixmap) -> Result<Pixmap, Error> {
    let alphas = include_str!("data/brightness.txt").split_whitespace();
    let alphas: Vec<u8> = alphas.filter_map(|alpha| alpha.parse().ok()).collect();
    let mut picture = picture.converted::<StraightRgba8>()?;
    for [r, g, b, a] in picture.pixels_mut() {
        let sum: usize = [*r, *g, *b].map(usize::from).iter().sum();
        *a = alphas.get(sum * 256 / 255).copied().unwrap_or(0);
    }
    picture.converted::<Rgba8>()
}

fn main() -> Result<(), Error> {
    shared::save("line_patterns", draw())
}
