//! One spiral five ways: pixel by pixel, the same through finer points, by profile, stroked, and
//! as a chain.
//!
//! ```text
//! cargo run -p agg-core --example rasterizers2
//! ```

mod shared;

use agg_core::raster::primitive::{LastPixel, line};
use agg_core::{
    Affine, Canvas, Cap, Color, Error, FillRule, Filter, Image, Outline, OutlineCap, Path,
    PathIterator, PatternStroke, PixelFormat, Pixmap, Point, Rasterizer, Rgba8, Sampling, Span,
    Stroke, StrokeFont,
};
use shared::{Surface, each_pixel, product};

const LABELS: [(&str, (f64, f64)); 5] = [
    ("Bresenham lines,\n\nregular accuracy", (50.0, 80.0)),
    ("Bresenham lines,\n\nsubpixel accuracy", (200.0, 80.0)),
    ("Anti-aliased lines", (50.0, 275.0)),
    ("Scanline rasterizer", (200.0, 275.0)),
    ("Arbitrary Image Pattern", (350.0, 275.0)),
];

pub(crate) fn draw() -> Result<Pixmap, Error> {
    let brown = Color::new(0.4, 0.3, 0.1, 1.0);
    let floor = |p: Point| Point::new(p.x.floor(), p.y.floor());
    let coarse: Vec<Point> = spiral((100.0, 162.5)).into_iter().map(floor).collect();
    let chain = PatternStroke::new(chain(3)?).with_scale(3.0 / 7.0);
    shared::y_up((500, 450), Color::new(1.0, 1.0, 0.95, 1.0), |surface| {
        let bounds = surface.bounds();
        for points in [coarse, spiral((250.0, 162.5))] {
            for (&from, &to) in points.iter().zip(points.iter().skip(1)) {
                line(from, to, LastPixel::Open, bounds, over(surface, brown));
            }
        }
        let profile = Outline::new(3.0).with_cap(OutlineCap::Round);
        let [third, fourth] = [100.0, 250.0].map(|x| Path::polyline(spiral((x, 357.5))));
        profile.for_each_span(&third, bounds, over(surface, brown));
        let round = Stroke::new(3.0).with_cap(Cap::Round);
        stroke(surface, &fourth, &round, brown);
        let fifth = Path::polyline(spiral((400.0, 357.5)));
        Canvas::new(surface.reborrow()).stroke_pattern(&fifth, &chain);
        for (text, start) in LABELS {
            let text = StrokeFont::new(-8.0).path(text, start);
            stroke(surface, &text, &Stroke::new(0.7), Color::BLACK);
        }
    })
}

fn stroke(surface: &mut Surface<'_>, path: &Path, pen: &Stroke, color: Color) {
    let mut rasterizer = Rasterizer::with_clip_box(surface.bounds());
    rasterizer.add(path.elements().stroked(pen));
    rasterizer.for_each_span(FillRule::NonZero, over(surface, color));
}

/// Lays an opaque colour over spans, multiplied by their coverage first.
fn over<'a>(surface: &'a mut Surface<'_>, color: Color) -> impl FnMut(Span<'_>) + 'a {
    move |span| {
        each_pixel(surface, span, |pixel, cover| {
            for (to, from) in pixel.iter_mut().zip(color.to_rgba8()) {
                *to = product(from, cover).saturating_add(*to - product(*to, cover));
            }
        });
    }
}

/// A link of a chain, so many pixels high.
fn chain(height: u32) -> Result<Pixmap, Error> {
    let mut link = Pixmap::new(16, 7)?;
    let colors = include_str!("data/chain.txt").split_whitespace();
    for (pixel, color) in link.pixels_mut().iter_mut().zip(colors) {
        let [a, r, g, b] = u32::from_str_radix(color, 16).unwrap_or(0).to_be_bytes();
        let color = shared::light(r, g, b).with_alpha(f64::from(a) / 255.0);
        *pixel = Rgba8::store(color.premultiplied());
    }
    let mut small = Pixmap::new(16, height)?;
    let image = Image::new(link)
        .with_sampling(Sampling::Resampled(Filter::Bilinear))
        .with_transform(Affine::scale_xy(1.0, f64::from(height) / 7.0));
    Canvas::new(&mut small).fill_all(image);
    Ok(small)
}

/// From a radius of 5 to 70 pixels, 16 more with each turn.
fn spiral((x, y): (f64, f64)) -> Vec<Point> {
    let (mut angle, mut radius) = (0.0_f64, 5.0);
    let mut points = Vec::new();
    while radius <= 70.0 {
        points.push(Point::new(x, y) + Point::new(angle.cos(), angle.sin()) * radius);
        radius += 16.0 / 45.0;
        angle += 8.0_f64.to_radians();
    }
    points
}

fn main() -> Result<(), Error> {
    shared::save("rasterizers2", draw())
}
